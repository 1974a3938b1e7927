//! Officials: who is named, in which position, of which body.

mod apposition;
mod block;
mod link;
mod lists;
mod members;
mod name;
mod organization;
mod persons;
mod position;
mod split;
mod title;
mod words;

use crate::document::Document;
use crate::gazetteer;
use crate::scan::{Atom, Case};
use crate::span::Span;
use jiff::civil::Date;

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
    /// The body as it is called as of the date in question, or what took over its tasks; `None` without a date, and for
    /// what no list has.
    pub body: Option<String>,
    /// The last day of the body, where it had ended by the date in question and nothing took over.
    pub body_ended: Option<Date>,
}

impl Official {
    /// Resolves the body as of a day.
    pub(crate) fn resolve(&mut self, day: Date) {
        if let Some(name) = &self.organization {
            (self.body, self.body_ended) = gazetteer::as_of(name, day);
        }
    }
}

impl Document<'_> {
    /// The officials named in the document, in order: one for each person and position. Their bodies are told as of the
    /// day that the analyzer was given, or else that on which the page says it was published.
    ///
    /// ```
    /// let vb = vanban::Analyzer::new();
    /// let doc = vb.read("Thứ trưởng Bộ Công Thương Cao Quốc Hưng thăm gian hàng."); // "Deputy Minister … visited a stall."
    /// let found = &doc.officials()[0];
    /// assert_eq!((found.title.as_str(), found.organization.as_deref()), ("Thứ trưởng", Some("Bộ Công Thương")));
    /// ```
    pub fn officials(&self) -> Vec<Official> {
        let mut officials = Vec::new();
        let starts = self.word_starts();
        for sentence in self.sentence_list() {
            let from = sentence.atoms.start;
            let atoms = self.atoms().get(sentence.atoms.clone()).unwrap_or(&[]);
            let own = starts.get(sentence.atoms.clone()).unwrap_or(&[]);
            let reader = link::Reader { words: words::Words::new(atoms, own, self.view_text()) };
            officials.extend(reader.read().into_iter().map(|found| self.official(&found, from)));
        }
        let all = words::Words::new(self.atoms(), &starts, self.view_text());
        officials.extend(block::read(all).iter().map(|found| self.official(found, 0)));
        persons::number(&mut officials);
        persons::drop_ranks(&mut officials);
        let any = officials.iter().any(|o| o.organization.is_some());
        if let Some(day) = self.day().or_else(|| any.then(|| self.published()).flatten()) {
            officials.iter_mut().for_each(|o| o.resolve(day));
        }
        officials
    }

    /// Whether a word begins at each atom.
    fn word_starts(&self) -> Vec<bool> {
        let mut starts = vec![false; self.atoms().len()];
        for piece in self.pieces() {
            if let Some(start) = starts.get_mut(piece.atoms.start) {
                *start = true;
            }
        }
        // A capital behind small letters and a new cell begin a word, whatever the segmenter joins: "giữ chức | Quyền Chủ
        // tịch".
        for (n, pair) in self.atoms().windows(2).enumerate() {
            starts[n + 1] |= pair[0].case == Case::Lower && pair[1].case == Case::Title || words::are_apart(pair);
        }
        // "Trưởng | Thuế tỉnh": the head of a body in capitals behind the word for its chief.
        let heads = |n: usize, atom: &Atom| {
            atom.case == Case::Title
                && lists::is_chief(&self.atoms()[n - 1])
                && lists::length(&lists::BODIES, &self.atoms()[n..]) > 0
        };
        for (n, atom) in self.atoms().iter().enumerate().skip(1) {
            starts[n] |= heads(n, atom);
        }
        starts
    }

    /// What was found as the caller sees it; `from` is the first atom of its sentence.
    fn official(&self, found: &link::Found, from: usize) -> Official {
        let source = |range: &std::ops::Range<usize>| self.source_span(&(range.start + from..range.end + from));
        let text = |range: &std::ops::Range<usize>| {
            let view = self.view_span(&(range.start + from..range.end + from));
            view.of(self.view_text()).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Official {
            span: source(&found.name),
            name: text(&found.name),
            title: text(&found.title),
            organization: found.organization.as_ref().map(text),
            title_span: source(&found.title),
            organization_span: found.organization.as_ref().map(source),
            rank: found.rank.as_ref().map(text),
            former: found.former,
            person: 0,
            body: None,
            body_ended: None,
        }
    }
}

/// What the unit tests of the layer share.
#[cfg(test)]
mod tests {
    use super::words::Words;
    use std::ops::Range;

    /// Hands the words of a text to a reader of the layer, and gives the texts of the ranges that it finds.
    pub(super) fn read(text: &str, find: impl FnOnce(Words<'_>) -> Vec<Range<usize>>) -> Vec<String> {
        let doc = crate::Analyzer::new().read(text);
        let starts = doc.word_starts();
        let ranges = find(Words::new(doc.atoms(), &starts, doc.view_text()));
        ranges.iter().map(|r| doc.view_span(r).of(doc.view_text()).to_owned()).collect()
    }
}
