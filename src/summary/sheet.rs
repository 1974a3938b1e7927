//! The candidates of one document with their words in flat tables, and the title that they are held against.

use super::candidates::{Candidate, candidates};
use super::words::{NONE, Words};
use crate::document::Document;
use crate::scan::Atom;
use std::ops::Range;

/// A document laid out for scoring.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) candidates: Vec<Candidate>,
    /// The words of all candidates, one after the other.
    words: Vec<u32>,
    bounds: Vec<Range<usize>>,
    /// The same, sorted and each once for each candidate.
    distinct: Vec<u32>,
    distinct_bounds: Vec<Range<usize>>,
    /// The square of each candidate's length as a vector of rare words.
    pub(super) squares: Vec<i64>,
    pub(super) title: Title,
}

/// A title or a query: its words, and which stand side by side.
#[derive(Debug, Default)]
pub(super) struct Title {
    /// Sorted, each once.
    pub(super) words: Vec<u32>,
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) square: i64,
    pub(super) mass: i64,
    /// The number of the text that was given as the title.
    pub(super) said: u64,
    /// Whether the page shows it above its text.
    pub(super) shown: bool,
    /// Whether what the page shows there is something else.
    pub(super) other: bool,
    /// What the reader asks, sorted, and its mass; it is among the words as well.
    pub(super) query: Vec<u32>,
    pub(super) query_mass: i64,
}

impl Title {
    /// The title that the atoms of one or two texts make.
    pub(super) fn new(texts: &[&[Atom]], words: &mut Words) -> Title {
        let mut title = Title::default();
        for atoms in texts {
            let numbers: Vec<u32> = atoms.iter().map(|a| words.of(a)).filter(|&w| w != NONE).collect();
            title.pairs.extend(numbers.windows(2).map(|w| (w[0], w[1])));
            title.words.extend(numbers);
        }
        title.words.sort_unstable();
        title.words.dedup();
        title.pairs.sort_unstable();
        title.pairs.dedup();
        title.square = square(&title.words, words);
        title.mass = title.words.iter().map(|&w| i64::from(words.rarity(w))).sum();
        title
    }

    /// How like two titles are: the cosine in thousandths.
    pub(super) fn likeness(&self, other: &Title, words: &Words) -> i64 {
        let dot = shared(&self.words, &other.words).map(|w| i64::from(words.rarity(w)).pow(2)).sum();
        cosine(dot, self.square, other.square)
    }

    /// Whether there is nothing to hold a sentence against.
    pub(super) fn is_empty(&self) -> bool {
        self.mass == 0
    }
}

fn square(distinct: &[u32], words: &Words) -> i64 {
    distinct.iter().map(|&w| i64::from(words.rarity(w)).pow(2)).sum()
}

impl Sheet {
    /// Lays out a document; `title` and `query` are what the reader gave.
    pub(super) fn new(doc: &Document<'_>, title: Title, words: &mut Words) -> Sheet {
        let mut sheet = Sheet { candidates: candidates(doc, title.said, title.other), title, ..Sheet::default() };
        let all = sheet.candidates.len();
        sheet.words.reserve(doc.atoms().len());
        sheet.distinct.reserve(doc.atoms().len());
        sheet.bounds.reserve(all);
        for candidate in &sheet.candidates {
            let (from, distinct_from) = (sheet.words.len(), sheet.distinct.len());
            let atoms = doc.atoms().get(candidate.atoms.clone()).unwrap_or(&[]);
            sheet.words.extend(atoms.iter().map(|a| words.of(a)).filter(|&w| w != NONE));
            let own = sheet.words.get(from..).unwrap_or(&[]);
            sheet.distinct.extend_from_slice(own);
            let own = sheet.distinct.get_mut(distinct_from..).unwrap_or(&mut []);
            own.sort_unstable();
            let length = dedup(own);
            sheet.distinct.truncate(distinct_from + length);
            sheet.bounds.push(from..sheet.words.len());
            sheet.distinct_bounds.push(distinct_from..sheet.distinct.len());
            sheet.squares.push(square(&sheet.distinct[distinct_from..], words));
        }
        sheet
    }

    /// The words of a candidate in their order.
    pub(super) fn words(&self, n: usize) -> &[u32] {
        self.bounds.get(n).and_then(|r| self.words.get(r.clone())).unwrap_or(&[])
    }

    /// The words of a candidate, sorted, each once.
    pub(super) fn distinct(&self, n: usize) -> &[u32] {
        self.distinct_bounds.get(n).and_then(|r| self.distinct.get(r.clone())).unwrap_or(&[])
    }

    /// How much of the query a candidate says, in thousandths.
    pub(super) fn answers(&self, n: usize, words: &Words) -> i64 {
        let said: i64 = shared(self.distinct(n), &self.title.query).map(|w| i64::from(words.rarity(w))).sum();
        said * 1000 / self.title.query_mass.max(1)
    }

    /// How like a candidate is to one of the same or another sheet: the cosine in thousandths.
    pub(super) fn likeness(&self, n: usize, other: &Sheet, m: usize, words: &Words) -> i64 {
        let shared = shared(self.distinct(n), other.distinct(m));
        let dot: i64 = shared.map(|w| i64::from(words.rarity(w)).pow(2)).sum();
        let square = |sheet: &Sheet, n: usize| sheet.squares.get(n).copied().unwrap_or(0);
        cosine(dot, square(self, n), square(other, m))
    }
}

/// Puts each entry of a sorted list once at its beginning, and tells how many those are.
fn dedup(sorted: &mut [u32]) -> usize {
    let mut length = 0;
    for n in 0..sorted.len() {
        if length == 0 || sorted[n] != sorted[length - 1] {
            sorted[length] = sorted[n];
            length += 1;
        }
    }
    length
}

/// What two sorted lists share.
fn shared<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut b = b.iter().copied().peekable();
    a.iter().copied().filter(move |&w| {
        while b.next_if(|&other| other < w).is_some() {}
        b.peek() == Some(&w)
    })
}

/// A dot product over the lengths, given as squares, in thousandths.
#[inline]
pub(super) fn cosine(dot: i64, a: i64, b: i64) -> i64 {
    let length = (a.unsigned_abs().isqrt()).saturating_mul(b.unsigned_abs().isqrt()).max(1);
    let share = dot.unsigned_abs().saturating_mul(1000) / length;
    i64::try_from(share.min(1000)).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;

    #[test]
    fn likeness_is_one_for_the_same_and_none_for_another_matter() {
        let text = "Khuyến công quốc gia đạt nhiều kết quả. Kết quả KHUYẾN CÔNG quốc gia đạt nhiều. Đội bóng thua trận chung cuộc hôm qua.";
        let vb = Analyzer::new();
        let mut words = Words::for_atoms(40, super::super::model::built_in());
        let sheet = Sheet::new(&vb.read(text), Title::default(), &mut words);
        assert_eq!(sheet.candidates.len(), 3);
        let like = |a, b| sheet.likeness(a, &sheet, b, &words);
        assert!(like(0, 1) > 990 && like(0, 2) == 0 && like(2, 2) > 990);
        assert_eq!(sheet.distinct(9), &[] as &[u32]);
    }
}
