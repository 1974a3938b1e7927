//! Summaries: a choice of the author's own sentences.

mod candidates;
mod phrases;
mod rank;
pub(crate) mod rarity;
mod select;

use crate::document::Document;
use crate::scan::Atom;
use crate::span::Span;
use crate::zone::ZoneKind;

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
        let mut all = candidates::candidates(self);
        for candidate in &mut all {
            candidate.lead &= wanted.lead != Lead::Absent;
            candidate.lead |= wanted.lead == Lead::Present && candidate.paragraph == 0;
        }
        let bags: Vec<rank::Bag> = all.iter().map(|c| rank::bag(self.sentence_atoms(c.sentence))).collect();
        let scores = rank::scores(self, &all, &bags, &self.wanted_words(wanted));
        let chosen = select::select(&all, &scores, &bags, wanted.limit);
        let sentence = |n: usize| {
            let range = self.sentence_list().get(all[n].sentence)?.atoms.clone();
            let span = self.source_span(&range);
            Some(Chosen { span, text: span.of(self.text()).to_owned(), score: scores[n], document: 0 })
        };
        Summary { sentences: chosen.into_iter().filter_map(sentence).collect(), keyphrases: phrases::keyphrases(self) }
    }

    fn sentence_atoms(&self, number: usize) -> &[Atom] {
        self.sentence_list().get(number).and_then(|s| self.atoms().get(s.atoms.clone())).unwrap_or(&[])
    }

    /// What the reader looks for: the title that was given or the headline, and the query.
    fn wanted_words(&self, wanted: &Summarizer) -> rank::Bag {
        let mut bag = match &wanted.title {
            Some(title) => rank::bag_of(title),
            None => {
                let headline = self.blocks().iter().find(|b| b.kind == ZoneKind::Headline);
                headline.and_then(|b| self.atoms().get(b.atoms.clone())).map(rank::bag).unwrap_or_default()
            }
        };
        for (id, weight) in wanted.query.as_deref().map(rank::bag_of).unwrap_or_default() {
            *bag.entry(id).or_default() += 2 * weight;
        }
        bag
    }
}
