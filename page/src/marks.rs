//! What is marked in the text, and what each mark says.

use crate::{Words, money};
use std::collections::BTreeMap;
use vanban::acronym::Acronym;
use vanban::facts::Facts;
use vanban::official::Official;
use vanban::{Document, Span};

/// What a mark is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Official,
    Money,
    Date,
    Percent,
    Citation,
    Acronym,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Official, Kind::Money, Kind::Date, Kind::Percent, Kind::Citation, Kind::Acronym];

    pub fn class(self) -> &'static str {
        match self {
            Kind::Official => "official",
            Kind::Money => "money",
            Kind::Date => "date",
            Kind::Percent => "percent",
            Kind::Citation => "citation",
            Kind::Acronym => "acronym",
        }
    }

    pub fn name(self, words: Words) -> &'static str {
        match self {
            Kind::Official => words.pick("officials", "người giữ chức vụ"),
            Kind::Money => words.pick("money", "số tiền"),
            Kind::Date => words.pick("dates", "ngày tháng"),
            Kind::Percent => words.pick("percents", "phần trăm"),
            Kind::Citation => words.pick("documents", "văn bản"),
            Kind::Acronym => words.pick("acronyms", "chữ viết tắt"),
        }
    }
}

/// A stretch of the text and what was found there.
pub struct Mark {
    pub span: Span,
    pub kind: Kind,
    pub why: String,
}

/// What was found in a document, each layer read once.
pub struct Found {
    pub facts: Facts,
    pub officials: Vec<Official>,
    pub acronyms: Vec<Acronym>,
}

impl Found {
    pub fn new(doc: &Document<'_>) -> Found {
        Found { facts: doc.facts(), officials: doc.officials(), acronyms: doc.acronyms() }
    }
}

/// The marks in order; where two overlap the one that says more stays.
pub fn marks(found: &Found, words: Words) -> Vec<Mark> {
    let facts = &found.facts;
    let mut all = Vec::new();
    let mut add = |span: Span, kind: Kind, why: String| all.push(Mark { span, kind, why });
    for c in &facts.citations {
        let date = c.date.as_deref().map(|d| words.date(d));
        let parts = [Some(&c.number), c.kind.as_ref(), c.issuer.as_ref(), date.as_ref()];
        add(c.span, Kind::Citation, parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "));
    }
    for m in &facts.money {
        let about = Some(money::about(m, words)).filter(|a| !a.is_empty());
        let parts: Vec<String> = [words.amount(m)].into_iter().chain(about).collect();
        add(m.span, Kind::Money, parts.join(", "));
    }
    for o in &found.officials {
        let why = match &o.organization {
            Some(body) => format!("{}, {body}", o.title),
            None => o.title.clone(),
        };
        add(o.span, Kind::Official, why);
    }
    for (d, value) in facts.dates.iter().filter_map(|d| Some((d, d.value.as_deref()?))) {
        add(d.span, Kind::Date, words.span_of_time(value, d.until.as_deref()));
    }
    facts.percents.iter().for_each(|p| add(p.span, Kind::Percent, words.range(p.value, p.high) + " %"));
    for a in &found.acronyms {
        if let Some(expansion) = &a.expansion {
            let why = format!("{expansion} ({}, {} %)", words.source(a.source), a.confidence / 10);
            add(a.span, Kind::Acronym, why);
        }
    }
    // The kinds come in the order of what they say: the first of those that overlap stays.
    let mut kept: BTreeMap<usize, Mark> = BTreeMap::new();
    for mark in all {
        let before = kept.range(..mark.span.end()).next_back();
        if before.is_none_or(|(_, k)| k.span.end() <= mark.span.start()) {
            kept.insert(mark.span.start(), mark);
        }
    }
    kept.into_values().collect()
}
