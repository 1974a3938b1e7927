//! Reads Vietnamese official text and news as its readers do: words, acronyms with their evidence, officials with title
//! and body, money as exact values, and summaries that stand on their own.
//!
//! ```
//! let vb = vanban::Analyzer::new();
//! let doc = vb.read("Cục đã ký hợp đồng 111,350 tỷ đồng cho 278 đề án."); // "The agency signed 111.35 billion dong for 278 projects."
//! assert_eq!(doc.tokens().next().map(|t| t.text), Some("Cục"));
//! ```
//!
//! The [`guide`] shows each task from its beginning to its end; [`guide::walk`] is the page to begin with.

pub mod acronym;
mod analyzer;
mod dictionary;
mod document;
mod edit;
mod error;
pub mod facts;
mod gazetteer;
pub mod guide;
pub mod letters;
mod lexicon;
mod lint;
mod normal;
pub mod normalize;
pub mod official;
mod phrases;
pub mod record;
mod scan;
mod segment;
mod sentence;
mod span;
mod stream;
pub mod summary;
mod surnames;
pub mod syllable;
mod term;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;
mod zone;

pub use analyzer::{Analyzer, Builder};
pub use dictionary::{Dictionary, Domain, Finding};
pub use document::{Document, Token};
pub use error::Error;
pub use lint::{Remark, RemarkKind};
pub use segment::TokenKind;
pub use span::{Offsets, Span, Unit};
pub use stream::Tokens;
pub use term::{Folding, Term, TermKind};
pub use zone::{Zone, ZoneKind};

/// The crates whose types stand in this interface: dates of [`Builder`], and exact numbers of [`facts`].
pub use {jiff, rust_decimal};

/// The version of dictionaries and models: it changes when a result may.
pub const DATA_VERSION: &str = "2026.11";

/// The examples of the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
