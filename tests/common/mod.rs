//! What several test files share: texts, layers, the folder of shared data.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(dead_code, missing_docs)]

use std::path::PathBuf;
use vanban::{Analyzer, Document, Folding, Span};

/// The folder of shared data, or `None` with a message: users do not have it.
pub fn shared(test: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {test} needs ../shared, which is not here");
    None
}

/// The example page of the repository.
pub fn example_page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/page.txt");
    std::fs::read_to_string(path).expect("the example page")
}

pub fn analyzer() -> Analyzer {
    Analyzer::new()
}

/// Every span that a document gives out, with the name of its layer.
pub fn spans(doc: &Document<'_>) -> Vec<(&'static str, Span)> {
    let facts = doc.facts();
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    all.extend(doc.sentences().map(|s| ("sentence", s)));
    all.extend(doc.tokens().map(|t| ("token", t.span)));
    all.extend(doc.zones().map(|z| ("zone", z.span)));
    for a in doc.acronyms() {
        all.push(("acronym", a.span));
        all.extend(a.definition.map(|d| ("definition", d)));
    }
    for o in doc.officials() {
        all.push(("official", o.span));
        all.push(("title", o.title_span));
        all.extend(o.organization_span.map(|s| ("organization", s)));
    }
    all.extend(facts.money.iter().map(|m| ("money", m.span)));
    all.extend(facts.percents.iter().map(|p| ("percent", p.span)));
    all.extend(facts.quantities.iter().map(|q| ("quantity", q.span)));
    all.extend(facts.dates.iter().map(|d| ("date", d.span)));
    all.extend(facts.citations.iter().map(|c| ("citation", c.span)));
    all.extend(doc.terms(Folding::Marks).map(|t| ("term", t.span)));
    all.extend(doc.lint().into_iter().map(|r| ("remark", r.span)));
    all.extend(doc.review(900).into_iter().flat_map(|d| d.places).map(|s| ("doubt", s)));
    all
}

/// What a document holds, without its spans: it must be the same however the text is encoded.
pub fn content(doc: &Document<'_>) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization;
    let nfc = |s: &str| s.nfc().collect::<String>();
    let facts = doc.facts();
    let text = |s: Span| nfc(s.of(doc.text())).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut all = Vec::new();
    all.extend(doc.terms(Folding::Case).map(|t| format!("term {} {} {:?}", t.position, t.key, t.kind)));
    all.extend(doc.sentences().map(|s| format!("sentence {}", text(s))));
    all.extend(doc.tokens().map(|t| format!("token {:?} {}", t.kind, text(t.span))));
    all.extend(doc.zones().map(|z| format!("zone {:?} {}", z.kind, text(z.span))));
    all.extend(doc.acronyms().iter().map(|a| {
        format!(
            "acronym {} {:?} {:?} {} {}",
            text(a.span),
            a.expansion.as_deref().map(nfc),
            a.source,
            a.confidence,
            a.in_citation
        )
    }));
    all.extend(doc.officials().iter().map(|o| {
        format!("official {} {} {:?} {}", nfc(&o.name), nfc(&o.title), o.organization.as_deref().map(nfc), o.person)
    }));
    all.extend(facts.money.iter().map(|m| {
        format!(
            "money {} {:?} {:?} {:?} {} {:?} {:?}",
            text(m.span),
            m.value,
            m.low,
            m.high,
            m.currency,
            m.bound,
            m.covers.as_deref().map(nfc)
        )
    }));
    all.extend(facts.percents.iter().map(|p| format!("percent {} {}", text(p.span), p.value)));
    all.extend(
        facts.quantities.iter().map(|q| format!("quantity {} {} {:?} {}", text(q.span), q.value, q.of, nfc(&q.unit))),
    );
    all.extend(facts.dates.iter().map(|d| format!("date {} {:?} {:?} {:?}", text(d.span), d.value, d.until, d.role)));
    all.extend(facts.citations.iter().map(|c| {
        format!("citation {} {} {:?} {:?} {:?}", text(c.span), c.number, c.kind, c.issuer.as_deref().map(nfc), c.date)
    }));
    let summary = doc.summarize(&vanban::summary::Summarizer::new(vanban::summary::Limit::Sentences(3)));
    all.extend(summary.sentences.iter().map(|s| format!("summary {} {}", text(s.span), s.score)));
    all
}
