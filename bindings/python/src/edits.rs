//! Texts that come out changed: with acronyms spelled out, or with their Unicode evened out.

use crate::json::{Head, to_json};
use serde::Serialize;
use vanban::acronym::Expander;
use vanban::normalize::{self, Options};
use vanban::record::{Layer, Record, Wanted};
use vanban::summary::{Limit, Summarizer};
use vanban::{Document, Offsets, Unit};

/// As `vanban expand` writes it.
#[derive(Serialize)]
struct Expansion<'t> {
    #[serde(flatten)]
    record: Record,
    edits: Vec<Edit>,
    text: &'t str,
}

/// The same without acronyms.
#[derive(Serialize)]
struct Normalization<'t> {
    #[serde(flatten)]
    head: Head,
    edits: Vec<Edit>,
    text: &'t str,
}

#[derive(Serialize)]
struct Edit {
    start: usize,
    end: usize,
    replacement: String,
}

/// The JSON of a text with its acronyms spelled out.
pub fn expanded(doc: &Document<'_>, how: Expander, unit: Unit) -> Result<String, String> {
    let none = Summarizer::new(Limit::Sentences(0));
    let wanted = Wanted { unit, layers: vec![Layer::Acronyms], summary: none };
    let expanded = doc.expand(how);
    let record = Record::of(doc, &wanted);
    to_json(&Expansion { record, edits: placed(doc.text(), expanded.edits, unit), text: &expanded.text })
}

/// The JSON of a text with its Unicode evened out.
pub fn normalized(text: &str, options: Options, unit: Unit) -> Result<String, String> {
    let edits = placed(text, normalize::edits(text, options), unit);
    to_json(&Normalization { head: Head::new(unit), edits, text: &normalize::normalize(text, options) })
}

/// Edits with offsets counted in `unit`.
fn placed(text: &str, edits: Vec<normalize::Edit>, unit: Unit) -> Vec<Edit> {
    let offsets = Offsets::new(text);
    let at = |byte| offsets.convert(byte, unit);
    let edit =
        |e: normalize::Edit| Edit { start: at(e.span.start()), end: at(e.span.end()), replacement: e.replacement };
    edits.into_iter().map(edit).collect()
}
