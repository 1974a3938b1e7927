//! Officials: who is named, in which position, of which body.

use crate::document::Document;
use crate::span::Span;

/// A person in a position; a person with two positions gives two.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Official {
    /// The name where it stands nearest to the title.
    pub span: Span,
    /// The personal name, without honorifics and titles.
    pub name: String,
    /// The position as it is written: "Thứ trưởng", "nguyên Phó Chủ tịch".
    pub title: String,
    /// The body as it is written.
    pub organization: Option<String>,
    /// Where the title stands.
    pub title_span: Span,
    /// Where the body stands.
    pub organization_span: Option<Span>,
    /// A rank or degree beside the position: "Đại tá", "PGS.TS".
    pub rank: Option<String>,
    /// Whether the position is a former one.
    pub former: bool,
    /// The same number for all mentions of one person in the document.
    pub person: usize,
    /// The body as it is called at the date in question.
    pub body: Option<String>,
}

impl Document<'_> {
    /// The officials named in the document, in order.
    pub fn officials(&self) -> Vec<Official> {
        Vec::new()
    }
}
