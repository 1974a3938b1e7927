//! What a careful editor would mark, as `vanban lint` writes it.

use crate::json::{Head, to_json};
use serde::Serialize;
use vanban::{Document, Unit};

#[derive(Serialize)]
struct Remarks<'t> {
    #[serde(flatten)]
    head: Head,
    remarks: Vec<Remark<'t>>,
}

#[derive(Serialize)]
struct Remark<'t> {
    start: usize,
    end: usize,
    kind: &'static str,
    text: &'t str,
    suggestion: Option<String>,
}

/// The JSON of a document's remarks.
pub fn json(doc: &Document<'_>, unit: Unit) -> Result<String, String> {
    let remark = |r: vanban::Remark| {
        let span = doc.convert(r.span, unit);
        let (kind, text) = (r.kind.name(), r.span.of(doc.text()));
        Remark { start: span.start(), end: span.end(), kind, text, suggestion: r.suggestion }
    };
    to_json(&Remarks { head: Head::new(unit), remarks: doc.lint().into_iter().map(remark).collect() })
}
