//! Rows of the report's tables that need no rule of their own.

use crate::{Words, one_line};
use std::collections::HashSet;
use std::hash::Hash;
use vanban::Document;
use vanban::facts::Facts;
use vanban::official::Official;

/// Each row once, where it stands first.
pub(crate) fn once<R: Hash + Eq + Clone>(rows: impl Iterator<Item = R>) -> Vec<R> {
    let mut seen = HashSet::new();
    rows.filter(|row| seen.insert(row.clone())).collect()
}

/// The officials, each once: name, title, body.
pub fn officials(officials: &[Official]) -> Vec<[String; 3]> {
    let body = |o: &Official| one_line(o.organization.as_deref().unwrap_or(""));
    once(officials.iter().map(|o| [one_line(&o.name), one_line(&o.title), body(o)]))
}

/// The percents, each once: in the text, and as a value.
pub fn percents(doc: &Document<'_>, facts: &Facts, words: Words) -> Vec<[String; 2]> {
    once(facts.percents.iter().map(|p| [one_line(p.span.of(doc.text())), words.range(p.value, p.high) + " %"]))
}

/// Counts and measures, each once: in the text, and as a value with its unit.
pub fn quantities(doc: &Document<'_>, facts: &Facts, words: Words) -> Vec<[String; 2]> {
    once(facts.quantities.iter().map(|q| {
        let of = q.of.map(|of| format!(" {} {}", words.pick("of", "trên"), words.number(of))).unwrap_or_default();
        let value = format!("{}{of} {}", words.range(q.value, q.high), one_line(&q.unit));
        [one_line(q.span.of(doc.text())), value]
    }))
}

/// The documents cited, each once: number, type, issuer, date.
pub fn citations(facts: &Facts, words: Words) -> Vec<[String; 4]> {
    let or = |cell: &Option<String>| one_line(cell.as_deref().unwrap_or(""));
    once(facts.citations.iter().map(|c| {
        let date = c.date.as_deref().map_or(String::new(), |d| words.date(d));
        [one_line(&c.number), or(&c.kind), or(&c.issuer), date]
    }))
}
