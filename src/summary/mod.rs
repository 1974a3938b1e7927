//! Summaries: a choice of the author's own sentences.

use crate::document::Document;
use crate::span::Span;

/// How long a summary may be.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Limit {
    /// So many sentences.
    Sentences(usize),
    /// About so many syllables, in whole sentences.
    Syllables(usize),
    /// Such a share of the text's sentences, from 0 to 1.
    Ratio(f64),
}

/// Whether the text has a lead paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Lead {
    /// As the layout tells.
    #[default]
    Auto,
    /// It has.
    Present,
    /// It has none.
    Absent,
}

/// What summary is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Summarizer {
    limit: Limit,
    title: Option<String>,
    query: Option<String>,
    lead: Lead,
}

impl Summarizer {
    /// A summary of the given length.
    pub fn new(limit: Limit) -> Summarizer {
        Summarizer { limit, title: None, query: None, lead: Lead::Auto }
    }

    /// The title of the text; without it the page's own headline counts.
    pub fn title(mut self, title: impl Into<String>) -> Summarizer {
        self.title = Some(title.into());
        self
    }

    /// What the reader wants to know; it counts like a title.
    pub fn query(mut self, query: impl Into<String>) -> Summarizer {
        self.query = Some(query.into());
        self
    }

    /// Whether the text has a lead paragraph.
    pub fn lead(mut self, lead: Lead) -> Summarizer {
        self.lead = lead;
        self
    }
}

/// A summary: sentences of the document in their order, each verbatim.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The chosen sentences.
    pub sentences: Vec<Chosen>,
    /// The phrases that the text is about, the strongest first.
    pub keyphrases: Vec<Keyphrase>,
}

/// A sentence of a summary.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Chosen {
    /// Where it stands.
    pub span: Span,
    /// Its text, verbatim.
    pub text: String,
    /// How well it stands for the whole, in thousandths.
    pub score: i32,
    /// The document it is from, where several were read as one.
    pub document: usize,
}

/// A phrase that the text is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Keyphrase {
    /// The phrase as it stands in the text.
    pub text: String,
    /// Its weight beside the strongest, in thousandths.
    pub score: i32,
}

impl Document<'_> {
    /// A summary of the document.
    pub fn summarize(&self, wanted: &Summarizer) -> Summary {
        let _ = (&wanted.limit, &wanted.title, &wanted.query, wanted.lead);
        Summary::default()
    }
}
