//! Money, percents and quantities by tables of cases: each text with all that is to be found in it.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use rust_decimal::Decimal;
use serde::Deserialize;
use vanban::Analyzer;
use vanban::facts::{Bound, Facts, Money, Quantity};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    #[serde(default)]
    money: Vec<String>,
    percents: Option<Vec<String>>,
    quantities: Option<Vec<String>>,
}

/// A sum in one line: `5 triệu đồng = 5000000 VND more_than per tháng`.
fn line(text: &str, sum: &Money) -> String {
    let mut out = format!("{} =", sum.span.of(text));
    match (sum.value, sum.low, sum.high) {
        (Some(value), ..) => out += &format!(" {}", value.normalize()),
        (None, Some(low), Some(high)) => out += &format!(" {}..{}", low.normalize(), high.normalize()),
        _ => out += if sum.vague { " vague" } else { " nothing" },
    }
    out += &format!(" {}", sum.currency);
    if sum.bound != Bound::Exact {
        out += &format!(" {}", sum.bound.name());
    }
    for (name, part) in [("per", &sum.per), ("covers", &sum.covers)] {
        if let Some(part) = part {
            out += &format!(" {name} {part}");
        }
    }
    if let Some(other) = sum.alternative {
        out += &format!(" or {}", other.normalize());
    }
    if sum.inferred_currency {
        out += " inferred";
    }
    out
}

fn upper(high: Option<Decimal>) -> String {
    high.map_or(String::new(), |high| format!("..{high}"))
}

fn counted(text: &str, q: &Quantity) -> String {
    let of = q.of.map_or(String::new(), |of| format!("/{}", of.normalize()));
    format!("{} = {}{of}{} {}", q.span.of(text), q.value, upper(q.high), q.unit)
}

fn differences(case: &Case, facts: &Facts) -> Vec<String> {
    let mut out = Vec::new();
    let mut compare = |want: &[String], got: Vec<String>| {
        if want != got {
            out.push(format!("{}\n    want {want:?}\n    got  {got:?}", case.text));
        }
    };
    compare(&case.money, facts.money.iter().map(|m| line(&case.text, m)).collect());
    if let Some(want) = &case.percents {
        compare(
            want,
            facts
                .percents
                .iter()
                .map(|p| format!("{} = {}{}", p.span.of(&case.text), p.value, upper(p.high)))
                .collect(),
        );
    }
    if let Some(want) = &case.quantities {
        compare(want, facts.quantities.iter().map(|q| counted(&case.text, q)).collect());
    }
    out
}

#[test]
fn every_case_reads_as_written() {
    let cases: Cases = toml::from_str(include_str!("cases/facts.toml")).unwrap();
    let vb = Analyzer::new();
    let wrong: Vec<String> = cases.case.iter().flat_map(|c| differences(c, &vb.read(&c.text).facts())).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.case.len(), wrong.join("\n"));
}

#[test]
fn equal_figures_are_linked() {
    let vb = Analyzer::new();
    let same = |text: &str| vb.read(text).money().iter().map(|m| m.same_as).collect::<Vec<_>>();
    assert_eq!(same("Duyệt 5 tỷ đồng/12 dự án. Đã chi 5 tỷ đồng cho 12 dự án."), [Some(0), Some(0)]);
    assert_eq!(same("Duyệt 5 tỷ đồng. Chi 3 tỷ đồng. Còn lại không phải 5.000 triệu đồng."), [Some(0), None, Some(0)]);
    // Another currency, another rate, another number of things: other figures.
    assert_eq!(same("Thu 5 tỷ đồng và 5 tỷ USD."), [None, None]);
    assert_eq!(same("Giá 5 triệu đồng/tháng, cọc 5 triệu đồng."), [None, None]);
    assert_eq!(same("Duyệt 5 tỷ đồng/12 dự án và 5 tỷ đồng/7 dự án."), [None, None]);
}

#[test]
fn a_page_in_the_english_way_is_read_so() {
    let text = "Thu 1,234,567 USD. Chi 1,200 tỷ đồng.";
    let sums = Analyzer::new().read(text).money();
    let lines: Vec<String> = sums.iter().map(|m| line(text, m)).collect();
    assert_eq!(lines, ["1,234,567 USD = 1234567 USD", "1,200 tỷ đồng = 1200000000000 VND or 1200000000"]);
}

#[test]
fn decomposed_text_gives_the_same_figures() {
    use unicode_normalization::UnicodeNormalization;
    let text = "Cục đã ký 111,350 tỷ đồng cho 278 đề án, đạt 100% và 102/171 sản phẩm.";
    let decomposed: String = text.nfd().collect();
    let vb = Analyzer::new();
    let (a, b) = (vb.read(text).facts(), vb.read(&decomposed).facts());
    let nfc = |s: &str| s.nfc().collect::<String>();
    assert_eq!(a.money.len(), 1);
    assert_eq!(a.money[0].value, b.money[0].value);
    assert_eq!(nfc(b.money[0].span.of(&decomposed)), a.money[0].span.of(text));
    assert_eq!((a.percents.len(), a.quantities.len()), (b.percents.len(), b.quantities.len()));
}

/// Texts made of the words that figures are made of: nothing may panic, and spans lie in the text.
#[test]
fn any_mix_of_words_is_read() {
    use proptest::prelude::*;
    const WORDS: [&str; 48] = [
        "một",
        "hai",
        "năm",
        "mười",
        "mươi",
        "lăm",
        "tư",
        "linh",
        "trăm",
        "nghìn",
        "vạn",
        "triệu",
        "tỷ",
        "rưỡi",
        "nửa",
        "âm",
        "phẩy",
        "đồng",
        "đ",
        "USD",
        "$",
        "đô",
        "/",
        "-",
        ",",
        ".",
        "%",
        "phần trăm",
        "từ",
        "đến",
        "và",
        "cho",
        "mỗi",
        "hơn",
        "111,350",
        "1.200",
        "5",
        "2017",
        "000",
        "99999999999999999999999999",
        "9.999.999.999.999.999.999.999",
        "k",
        "tr",
        "m2",
        "đề án",
        "tháng",
        "hàng",
        "trở lên",
    ];
    let words = prop::collection::vec((0..WORDS.len(), any::<bool>()), 0..40);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let vb = Analyzer::new();
    let run = runner.run(&words, |words| {
        let mut text = String::new();
        for (word, space) in words {
            text.push_str(WORDS[word]);
            text.push_str(if space { " " } else { "" });
        }
        let facts = vb.read(&text).facts();
        prop_assert!(facts.money.iter().all(|m| !m.span.of(&text).is_empty()));
        prop_assert!(facts.money.windows(2).all(|w| w[0].span.end() <= w[1].span.start()), "{}", text);
        Ok(())
    });
    run.unwrap();
}

/// A sentence of a megabyte takes time in proportion to its length.
#[test]
fn long_sentences_take_linear_time() {
    let vb = Analyzer::new();
    for unit in ["5 tỷ ", "nghìn ", "1, ", "2/", "một trăm ", "5 đồng/", "từ 3 - ", "(", "hàng trăm tỷ ", "9", "1 000 "]
    {
        let time = |n: usize| {
            let text = unit.repeat(n / unit.len());
            let doc = vb.read(&text);
            let start = std::time::Instant::now();
            let _ = doc.facts();
            start.elapsed()
        };
        time(10_000);
        // The shortest of a few runs on either side, for other work on the machine only ever adds time.
        let shortest = |n: usize| (0..3).map(|_| time(n)).min().unwrap_or_default();
        let (short, long) = (shortest(20_000), shortest(200_000));
        assert!(long.as_millis() < 50 + 40 * short.as_millis().max(1), "{unit:?}: {short:?}, {long:?}");
    }
}
