//! Acronyms: where they stand, what they mean here, and what says so.

mod align;
mod bar;
mod cite;
mod context;
mod define;
mod expand;
mod gloss;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod learn;
mod rank;
mod resolve;
mod review;
mod seen;
mod spot;

pub use crate::edit::Edit;
pub use expand::{Expanded, Expander, Style};
pub use review::{Doubt, Why};

use crate::document::Document;
use crate::span::Span;

/// One occurrence of an acronym.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Acronym {
    /// Where it stands, in bytes; a joined form ("CN – TTCN") is one occurrence.
    pub span: Span,
    /// The form with its spelling evened out: "CN-TTCN".
    pub form: String,
    /// What it stands for here; `None` for what is to be left alone.
    pub expansion: Option<String>,
    /// What the expansion rests on.
    pub source: Source,
    /// How sure it is, in thousandths.
    pub confidence: u16,
    /// Other readings that were considered.
    pub alternatives: Vec<String>,
    /// Where the document itself spells it out.
    pub definition: Option<Span>,
    /// Whether it is part of a document number, which is explained and never expanded.
    pub in_citation: bool,
    /// Whether it stands in its own definition, as "CCN" does in "cụm công nghiệp (CCN)".
    pub defines: bool,
}

/// What a reading rests on; where there is no expansion, what says that the form is to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// The document spells it out.
    Document,
    /// A dictionary of the caller's.
    User,
    /// A built-in dictionary; the form has one reading. Without an expansion: it is known and left alone ("USD").
    Dictionary,
    /// A built-in dictionary; the context chose among readings. Without an expansion: none of them fits well enough.
    Context,
    /// A joined form, whose parts fix each other.
    Compound,
    /// Nothing is known of it.
    Unknown,
}

impl Source {
    /// The name, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Source::Document => "document",
            Source::User => "user",
            Source::Dictionary => "dictionary",
            Source::Context => "context",
            Source::Compound => "compound",
            Source::Unknown => "unknown",
        }
    }
}

impl Document<'_> {
    /// The acronyms of the document, in order.
    pub fn acronyms(&self) -> Vec<Acronym> {
        resolve::resolve(self).into_iter().map(|(_, acronym)| acronym).collect()
    }
}
