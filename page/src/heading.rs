//! What a document is called.

use crate::one_line;
use vanban::{Document, ZoneKind};

/// What a document is called in a report.
pub struct Heading {
    /// On one line.
    pub text: String,
    /// The zone of the document that says it, where one does.
    pub(crate) zone: Option<usize>,
}

impl Heading {
    /// By the title that was given with the document, else by its own headline, else by its name.
    pub fn of(doc: &Document<'_>, title: Option<&str>, name: &str) -> Heading {
        let given = title.filter(|t| !t.trim().is_empty());
        let zone = match given {
            Some(title) => doc.zones().position(|z| is_same(z.span.of(doc.text()), title)),
            None => doc.zones().position(|z| z.kind == ZoneKind::Headline),
        };
        let own = zone.and_then(|n| doc.zones().nth(n)).map(|z| z.span.of(doc.text()));
        Heading { text: one_line(given.or(own).unwrap_or(name)), zone }
    }
}

/// Whether two texts differ in white space alone.
fn is_same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
