//! Amounts that a clerk writes out in words come back with their value.
//!
//! The writer below was made before the reader and from the rules of the language alone: a number is read in groups of
//! three digits; "mươi" turns một into mốt, bốn into tư and năm into lăm; an empty place inside a number is filled by
//! "không trăm" and "linh" (in the south "lẻ"). What clerks differ in is drawn at random.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use proptest::prelude::*;
use rust_decimal::Decimal;
use vanban::Analyzer;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// What one clerk does otherwise than another.
#[derive(Debug, Clone)]
struct Hand {
    /// "lẻ" for "linh".
    southern: bool,
    /// "ngàn" for "nghìn".
    ngan: bool,
    /// "tỉ" for "tỷ".
    short_i: bool,
    /// "hai mươi tư" or "hai mươi bốn".
    tu: bool,
    /// "không nghìn" for a group that is empty.
    empty_groups: bool,
    /// "một triệu linh ba" without the "không trăm".
    short_gaps: bool,
    /// A comma after each group.
    commas: bool,
    /// The first letter is a capital.
    capital: bool,
    /// Which groups are written in digits (one bit each); "4 tỷ 263 triệu".
    in_digits: u8,
}

fn hand() -> impl Strategy<Value = Hand> {
    let flags = prop::collection::vec(any::<bool>(), 8);
    (flags, prop_oneof![Just(0u8), any::<u8>()]).prop_map(|(f, in_digits)| Hand {
        southern: f[0],
        ngan: f[1],
        short_i: f[2],
        tu: f[3],
        empty_groups: f[4],
        short_gaps: f[5],
        // Commas between groups of digits would be a list.
        commas: f[6] && in_digits == 0,
        capital: f[7],
        in_digits,
    })
}

/// Below one hundred; `after` says that something stands before it in the number.
fn tens(n: u64, after: bool, hand: &Hand) -> Vec<String> {
    let (ten, unit) = (n / 10, n % 10);
    let mut words = Vec::new();
    match ten {
        0 if unit == 0 => return words,
        0 if after => words.push(if hand.southern { "lẻ" } else { "linh" }.to_owned()),
        0 => {}
        1 => words.push("mười".to_owned()),
        _ => words.extend([DIGITS[ten as usize].to_owned(), "mươi".to_owned()]),
    }
    let unit_word = match unit {
        0 => return words,
        1 if ten > 1 => "mốt",
        4 if ten > 1 && hand.tu => "tư",
        5 if ten > 0 => "lăm",
        _ => DIGITS[unit as usize],
    };
    words.push(unit_word.to_owned());
    words
}

/// Below one thousand; `inner` where a greater group stands before it.
fn group(n: u64, inner: bool, hand: &Hand) -> Vec<String> {
    let (hundred, rest) = (n / 100, n % 100);
    let mut words = Vec::new();
    if hundred > 0 || (inner && !hand.short_gaps) {
        words.extend([DIGITS[hundred as usize].to_owned(), "trăm".to_owned()]);
    }
    words.extend(tens(rest, hundred > 0 || inner, hand));
    words
}

/// Below 10^9 in words: millions, thousands, units.
fn below_billion(n: u64, mut inner: bool, hand: &Hand) -> Vec<String> {
    let thousand = if hand.ngan { "ngàn" } else { "nghìn" };
    let mut words: Vec<String> = Vec::new();
    for (place, (size, name)) in [(1_000_000, "triệu"), (1_000, thousand), (1, "")].into_iter().enumerate() {
        let part = n / size % 1000;
        let said = inner && hand.empty_groups && size == 1_000 && !n.is_multiple_of(1_000);
        if part == 0 && !said {
            continue;
        }
        if hand.commas && !words.is_empty() {
            words.last_mut().unwrap().push(',');
        }
        if part == 0 {
            words.push(format!("không {name}"));
        } else if size > 1 && hand.in_digits >> place & 1 == 1 {
            words.push(format!("{part} {name}"));
        } else {
            words.extend(group(part, inner, hand));
            if size > 1 {
                words.push(name.to_owned());
            }
        }
        inner = true;
    }
    words
}

/// Any number below 10^18 in words.
fn written(n: u64, hand: &Hand) -> String {
    let (billions, rest) = (n / 1_000_000_000, n % 1_000_000_000);
    let mut words = Vec::new();
    if billions > 0 {
        words.extend(below_billion(billions, false, &Hand { commas: false, in_digits: 0, ..hand.clone() }));
        words.push(if hand.short_i { "tỉ" } else { "tỷ" }.to_owned());
        if hand.commas && rest > 0 {
            words.last_mut().unwrap().push(',');
        }
    }
    words.extend(below_billion(rest, billions > 0, hand));
    let text = words.join(" ");
    if !hand.capital {
        return text;
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Amounts as they are: mostly round, some to the last dong, of every size.
fn amounts() -> impl Strategy<Value = u64> {
    let round = (1u64..1000, 0u32..12).prop_map(|(n, zeros)| n * 10u64.pow(zeros));
    let rounder = (1u64..1_000_000, 0u32..9).prop_map(|(n, zeros)| n * 10u64.pow(zeros));
    let sparse = prop::collection::vec((0u32..15, 1u64..10), 1..4)
        .prop_map(|parts| parts.into_iter().map(|(at, digit)| 10u64.pow(at) * digit).sum::<u64>() % 10u64.pow(15));
    let any = (1u32..=15).prop_flat_map(|size| 1u64..10u64.pow(size));
    prop_oneof![round, rounder, sparse, any].prop_filter("some money", |&n| n > 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_amount_in_words_reads_back(n in amounts(), hand in hand()) {
        let text = format!("Số tiền bằng chữ là: {} đồng.", written(n, &hand));
        let vb = Analyzer::new();
        let money = vb.read(&text).money();
        let values: Vec<Option<Decimal>> = money.iter().map(|m| m.value).collect();
        prop_assert_eq!(values, vec![Some(Decimal::from(n))], "{}", text);
        prop_assert_eq!(money[0].currency.as_str(), "VND");
    }

    #[test]
    fn a_number_in_words_reads_back(n in 1u64..1_000_000_000_000_000_000, hand in hand()) {
        let text = written(n, &Hand { in_digits: 0, ..hand });
        prop_assert_eq!(vanban::facts::read_number(&text), Some(Decimal::from(n)), "{}", text);
    }

    #[test]
    fn digits_with_their_dots_read_back(n in amounts()) {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let text = format!("Tổng cộng {grouped} đồng");
        let vb = Analyzer::new();
        let values: Vec<Option<Decimal>> = vb.read(&text).money().iter().map(|m| m.value).collect();
        prop_assert_eq!(values, vec![Some(Decimal::from(n))], "{}", text);
    }
}
