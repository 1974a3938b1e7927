//! The main job on a real page: the user's own where `../shared` is there, and the example page always.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod common;

use common::{analyzer, example_page, shared};
use std::process::Command;
use vanban::summary::{Limit, Summarizer};
use vanban::{Document, ZoneKind};

fn officials(doc: &Document<'_>) -> Vec<(String, String, String)> {
    doc.officials().into_iter().map(|o| (o.name, o.title, o.organization.unwrap_or_default())).collect()
}

fn triple(name: &str, title: &str, organization: &str) -> (String, String, String) {
    (name.into(), title.into(), organization.into())
}

/// The sums with their value, what they cover, and the number that links equal ones.
fn sums(doc: &Document<'_>) -> Vec<(String, String, Option<usize>)> {
    let sum = |m: vanban::facts::Money| {
        (m.value.map(|v| v.to_string()).unwrap_or_default(), m.covers.unwrap_or_default(), m.same_as)
    };
    doc.money().into_iter().map(sum).collect()
}

/// At any length a summary holds whole sentences of lead and body only.
fn summaries_tell_the_story(doc: &Document<'_>) {
    for length in 1..=10 {
        let summary = doc.summarize(&Summarizer::new(Limit::Sentences(length)));
        assert_eq!(summary.sentences.len(), length);
        for sentence in summary.sentences {
            let zone = doc.zones().find(|z| z.span.contains(sentence.span)).expect("a zone");
            assert!(zone.kind.is_story(), "{:?} in a summary: {}", zone.kind, sentence.text);
            assert_eq!(sentence.text, sentence.span.of(doc.text()));
        }
    }
}

#[test]
fn the_users_page() {
    let Some(shared) = shared("the user's page") else { return };
    let text = std::fs::read_to_string(shared.join("data/text/page.txt")).expect("the page");
    let vb = analyzer();
    let doc = vb.read(&text);
    assert_eq!(
        officials(&doc),
        [
            triple("Cao Quốc Hưng", "Thứ trưởng", "Bộ Công Thương"),
            triple("Trần Quốc Khánh", "Thứ trưởng", "Bộ Công Thương"),
        ]
    );
    let sum = ("111350000000".to_owned(), "278 đề án".to_owned(), Some(0));
    assert_eq!(sums(&doc), [sum.clone(), sum]);
    let facts = doc.facts();
    let [citation] = &facts.citations[..] else { panic!("{:?}", facts.citations) };
    assert_eq!((citation.number.as_str(), citation.date.as_deref()), ("3768/QĐ-BCT", Some("2017-10-02")));
    assert_eq!((citation.kind.as_deref(), citation.issuer.as_deref()), (Some("Quyết định"), Some("Bộ Công Thương")));
    assert_eq!(facts.percents.iter().map(|p| p.value.to_string()).collect::<Vec<_>>(), ["100"]);
    let ratio = facts.quantities.iter().find_map(|q| Some((q.value.to_string(), q.of?.to_string())));
    assert_eq!(ratio, Some(("102".into(), "171".into())));
    let role = |value: &str| {
        facts.dates.iter().find(|d| d.value.as_deref().is_some_and(|v| v.starts_with(value))).and_then(|d| d.role)
    };
    assert_eq!(role("2018-02-01").map(|r| r.name()), Some("published"));
    assert_eq!(role("2024-04-19").map(|r| r.name()), Some("page_clock"));
    assert_eq!(role("2017-10-02").map(|r| r.name()), Some("issued"));
    let named = |form: &str| doc.acronyms().into_iter().find(|a| a.form == form).and_then(|a| a.expansion);
    assert_eq!(named("NQ"), None);
    assert_eq!(named("CNNT").as_deref(), Some("công nghiệp nông thôn"));
    assert_eq!(named("QĐ").as_deref(), Some("Quyết định"));
    summaries_tell_the_story(&doc);
    let three = doc.summarize(&Summarizer::new(Limit::Sentences(3)));
    assert!(three.sentences.iter().any(|s| s.text.contains("111,350 tỷ đồng")), "the money figure is missing");
}

/// `tools/score_acronyms.py` over the page: all 51 occurrences, and none that is to be left alone.
#[test]
fn the_users_page_to_the_acronym_scorer() {
    let Some(shared) = shared("the acronym scorer") else { return };
    let gold = shared.join("data/acronyms/page.jsonl");
    let line = std::fs::read_to_string(&gold).expect("the gold");
    let id = line.split("\"id\": \"").nth(1).and_then(|r| r.split('"').next()).expect("an id").to_owned();
    let text = std::fs::read_to_string(shared.join("data/text/page.txt")).expect("the page");
    let vb = analyzer();
    let doc = vb.read(&text);
    let entries: Vec<String> = doc
        .acronyms()
        .iter()
        .map(|a| {
            let span = doc.chars(a.span);
            let expansion = a.expansion.as_ref().map_or("null".into(), |e| format!("{e:?}"));
            format!(
                "{{\"start\":{},\"end\":{},\"form\":{:?},\"expansion\":{expansion}}}",
                span.start(),
                span.end(),
                a.form
            )
        })
        .collect();
    let found = std::env::temp_dir().join(format!("vanban-acronyms-{}.jsonl", std::process::id()));
    std::fs::write(&found, format!("{{\"id\":{id:?},\"acronyms\":[{}]}}\n", entries.join(",")))
        .expect("a scratch file");
    let Ok(output) =
        Command::new("python3").arg(shared.join("tools/score_acronyms.py")).arg(&gold).arg(&found).output()
    else {
        println!("skipped: the acronym scorer needs python3");
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    std::fs::remove_file(&found).ok();
    assert!(told.contains("\"expansion_accuracy_all_gold\": 1.0"), "{told}");
    assert!(told.contains("\"false_expansions_on_nulls\": \"0/"), "{told}");
}

/// Nothing is learned by heart: other names, amounts, numbers, dates and forms are found as well.
#[test]
fn a_page_with_other_content_gives_the_other_content() {
    let swaps = [
        ("Đặng Vĩnh Khuê", "Phạm Quang Lâm"),
        ("Bộ Công Thương", "Bộ Y tế"),
        ("QĐ-BCT", "QĐ-BYT"),
        ("96,480 tỷ", "73,125 tỷ"),
        ("215 đề án", "194 dự án"),
        ("2145/", "887/"),
        ("15/11/2018", "21/08/2018"),
        ("09-01-2019", "17-03-2019"),
        ("88/143", "45/97"),
        ("PTNNT", "PTNTM"),
        ("Phát triển Nghề nông thôn", "Phát triển Nông thôn mới"),
    ];
    let page = example_page();
    let other = swaps.iter().fold(page.clone(), |text, (old, new)| {
        assert!(page.contains(old), "{old} is not on the example page");
        text.replace(old, new)
    });
    let vb = analyzer();
    let doc = vb.read(&other);
    assert!(officials(&doc).contains(&triple("Phạm Quang Lâm", "Thứ trưởng", "Bộ Y tế")), "{:?}", officials(&doc));
    assert!(
        sums(&doc).iter().all(|(value, covers, _)| value == "73125000000" && covers == "194 dự án"),
        "{:?}",
        sums(&doc)
    );
    let facts = doc.facts();
    let citation = facts.citations.iter().find(|c| c.number == "887/QĐ-BYT").expect("the decision");
    assert_eq!((citation.issuer.as_deref(), citation.date.as_deref()), (Some("Bộ Y tế"), Some("2018-08-21")));
    assert!(facts.quantities.iter().any(|q| q.of.is_some_and(|of| of.to_string() == "97")));
    assert!(facts.dates.iter().any(|d| d.value.as_deref() == Some("2019-03-17")));
    let expansion = doc.acronyms().into_iter().find(|a| a.form == "PTNTM").and_then(|a| a.expansion);
    assert_eq!(expansion.as_deref(), Some("Phát triển Nông thôn mới"));
    summaries_tell_the_story(&doc);
}

/// Every line of the example page has the zone that a reader gives it.
#[test]
fn zones_of_the_example_page() {
    let page = example_page();
    let vb = analyzer();
    let doc = vb.read(&page);
    let kinds: Vec<ZoneKind> = doc.zones().map(|z| z.kind).collect();
    let count = |kind| kinds.iter().filter(|k| **k == kind).count();
    assert_eq!((count(ZoneKind::Headline), count(ZoneKind::Lead), count(ZoneKind::Caption)), (2, 1, 3));
    assert_eq!((count(ZoneKind::Heading), count(ZoneKind::Byline), count(ZoneKind::Chrome)), (3, 1, 8));
    summaries_tell_the_story(&doc);
}
