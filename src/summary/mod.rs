//! Summaries: a choice of the author's own sentences.

mod candidates;
mod facets;
mod features;
mod lead;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod learning;
mod length;
mod model;
mod phrases;
mod rank;
mod select;
mod sheet;
mod together;
mod words;

pub use together::together;

use crate::document::Document;
use crate::span::Span;
use length::Length;
use rank::Ranked;
use select::{Choice, Selection};
use sheet::Sheet;
use words::Words;

/// How long a summary may be.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Limit {
    /// So many sentences.
    Sentences(usize),
    /// About so many syllables, in whole sentences.
    Syllables(usize),
    /// About so many characters, in whole sentences.
    Characters(usize),
    /// Such a share of the text's sentences, from 0 to 1.
    Ratio(f64),
}

/// How firm a limit of syllables or characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Cap {
    /// Sentences go in as long as that brings the length closer to the limit.
    #[default]
    Near,
    /// The limit is never passed: what does not fit is left out, and a summary may be empty.
    Hard,
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
    cap: Cap,
}

impl Summarizer {
    /// A summary of the given length.
    pub fn new(limit: Limit) -> Summarizer {
        Summarizer { limit, title: None, query: None, lead: Lead::Auto, cap: Cap::Near }
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

    /// How firm a limit of syllables or characters is.
    pub fn cap(mut self, cap: Cap) -> Summarizer {
        self.cap = cap;
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
    /// What the score is made of.
    pub parts: Vec<Part>,
}

/// What one kind of evidence gives to the score of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The evidence: place, length, title, content, figures, wording, lead, query.
    pub name: &'static str,
    /// What it gives, in thousandths of the natural logarithm of the odds; below 0 where it speaks against the sentence.
    pub score: i32,
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
    /// A summary of the document: whole sentences of its lead and body, verbatim, in their order.
    ///
    /// ```
    /// use vanban::summary::{Limit, Summarizer};
    /// let vb = vanban::Analyzer::new();
    /// let text = "Cục đã giải ngân 111 tỷ đồng cho các đề án khuyến công. Trời hôm nay mưa rất to ở nhiều nơi.";
    /// let wanted = Summarizer::new(Limit::Sentences(1)).title("Khuyến công 2017"); // "industry promotion 2017"
    /// let summary = vb.read(text).summarize(&wanted);
    /// assert!(summary.sentences[0].text.starts_with("Cục đã giải ngân"));
    /// ```
    pub fn summarize(&self, wanted: &Summarizer) -> Summary {
        let model = model::built_in();
        let mut words = Words::for_atoms(self.atoms().len(), model);
        let title = rank::title(self, wanted, &mut words);
        let sheet = Sheet::new(self, title, &mut words);
        let ranked = [Ranked::new(self, sheet, &words, wanted.lead, model)];
        let docs = [self];
        let scores = [ranked[0].scores.clone()];
        let length = Length::new(wanted.limit, wanted.cap);
        let chosen = Selection::new(&docs, &ranked, &scores, &words, length).run(length);
        let sentences = chosen.into_iter().filter_map(|c| sentence(&docs, &ranked, c)).collect();
        Summary { sentences, keyphrases: phrases::keyphrases(&docs) }
    }
}

/// A choice as the caller gets it.
fn sentence(docs: &[&Document<'_>], ranked: &[Ranked], choice: Choice) -> Option<Chosen> {
    let (doc, ranked) = (docs.get(choice.document)?, ranked.get(choice.document)?);
    let span = doc.source_span(&ranked.sheet.candidates.get(choice.candidate)?.atoms);
    Some(Chosen {
        span,
        text: span.of(doc.text()).to_owned(),
        score: ranked.shown(choice.candidate),
        document: choice.document,
        parts: ranked.parts(choice.candidate),
    })
}
