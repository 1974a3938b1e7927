//! What the readers of facts look at: the atoms of one sentence, by their place in it.

use super::digits;
use crate::document::Document;
use crate::scan::{Atom, AtomKind, Case, Gap};
use crate::span::Span;
use once_cell::unsync::OnceCell;
use std::cell::Cell;
use std::ops::Range;

/// One sentence of a document.
///
/// All places are counted from the first atom of the sentence, so no reader looks past its ends.
pub(super) struct Scene<'d, 't> {
    doc: &'d Document<'t>,
    /// What is known of the whole document.
    page: &'d Page,
    text: &'d str,
    pub(super) atoms: &'d [Atom],
    base: usize,
    /// The end of the last figure: what stands before it belongs to it.
    taken: Cell<usize>,
    /// The last count that was read.
    count: Cell<(usize, usize)>,
}

/// What the readers of a document share, found out when it is asked for.
#[derive(Debug, Default)]
pub(super) struct Page {
    english: OnceCell<bool>,
}

impl<'d, 't> Scene<'d, 't> {
    pub(super) fn new(doc: &'d Document<'t>, page: &'d Page, sentence: &Range<usize>) -> Scene<'d, 't> {
        let atoms = doc.atoms().get(sentence.clone()).unwrap_or(&[]);
        Scene {
            doc,
            page,
            text: doc.view_text(),
            atoms,
            base: sentence.start,
            taken: Cell::new(0),
            count: Cell::new((0, 0)),
        }
    }

    /// Marks all that stands before `end` as read.
    pub(super) fn take(&self, end: usize) {
        self.taken.set(end);
    }

    /// Whether the atoms from `start` on have not been read as part of a figure.
    pub(super) fn is_free(&self, start: usize) -> bool {
        start >= self.taken.get()
    }

    /// Notes that a count was read at these atoms.
    pub(super) fn counted(&self, atoms: Range<usize>) {
        self.count.set((atoms.start, atoms.end));
    }

    /// The atoms of the last count of the sentence.
    pub(super) fn last_count(&self) -> Option<Range<usize>> {
        let (start, end) = self.count.get();
        (end > start).then_some(start..end)
    }

    /// Whether the last count ends at `at`.
    pub(super) fn ends_count(&self, at: usize) -> bool {
        self.last_count().is_some_and(|c| c.end == at)
    }

    pub(super) fn get(&self, at: usize) -> Option<&'d Atom> {
        self.atoms.get(at)
    }

    /// The atom `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<&'d Atom> {
        at.checked_sub(back).and_then(|n| self.atoms.get(n))
    }

    /// The atoms from `at` on.
    pub(super) fn rest(&self, at: usize) -> &'d [Atom] {
        self.atoms.get(at..).unwrap_or(&[])
    }

    /// The atoms of a range; none where it does not fit.
    pub(super) fn slice(&self, range: Range<usize>) -> &'d [Atom] {
        self.atoms.get(range).unwrap_or(&[])
    }

    /// The text of an atom.
    pub(super) fn text(&self, atom: &Atom) -> &'d str {
        atom.span().of(self.text)
    }

    /// The text from the first to the last atom of a range, white space evened out.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        let text = match self.slice(range) {
            [first, .., last] => Span::new(first.start(), last.end()).of(self.text),
            [only] => self.text(only),
            [] => "",
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The span of the caller's text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.doc.source_span(&(self.base + range.start..self.base + range.end))
    }

    /// Whether the document writes its numbers the English way: some are so beyond doubt ("1,234,567") and none is
    /// Vietnamese beyond doubt ("1.234.567", "2,5").
    pub(super) fn is_english(&self) -> bool {
        *self.page.english.get_or_init(|| {
            let numbers = self.doc.atoms().iter().filter(|a| a.kind == AtomKind::Number);
            let (mut english, mut vietnamese) = (false, false);
            for text in numbers.map(|a| self.text(a)).filter(|t| t.len() > 2) {
                match digits::read(text) {
                    Some(d) if d.english => english = true,
                    Some(d) if d.vietnamese => vietnamese = true,
                    _ => {}
                }
            }
            english && !vietnamese
        })
    }

    /// The numbers of the atoms in the document.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    /// The place in this sentence of an atom of the document.
    pub(super) fn local(&self, atom: usize) -> usize {
        atom.saturating_sub(self.base)
    }

    /// Whether the mark stands at `at`.
    pub(super) fn is(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|a| a.is(mark))
    }

    /// Whether the mark stands at `at` without white space on either side.
    pub(super) fn is_tight(&self, at: usize, mark: char) -> bool {
        self.glued(at) && self.is(at, mark) && self.glued(at + 1)
    }

    /// Whether there is an atom at `at` without white space before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|a| a.gap == Gap::None)
    }

    /// Whether a token begins where the range does, and the token at its end goes no further.
    pub(super) fn is_word(&self, range: Range<usize>) -> bool {
        let (start, end) = (self.base + range.start, self.base + range.end);
        let pieces = self.doc.pieces();
        let first = pieces.partition_point(|p| p.atoms.end <= start);
        let last = pieces.partition_point(|p| p.atoms.end < end);
        let begins = pieces.get(first).is_some_and(|p| p.atoms.start == start);
        begins && pieces.get(last).is_none_or(|p| p.atoms.end == end)
    }

    /// How many atoms the token that begins at `at` has.
    pub(super) fn word_length(&self, at: usize) -> Option<usize> {
        let start = self.base + at;
        let pieces = self.doc.pieces();
        let piece = pieces.get(pieces.partition_point(|p| p.atoms.end <= start))?;
        (piece.atoms.start == start).then_some(piece.atoms.len())
    }

    /// How many atoms the word at `at` has, if it is all in small letters; 0 for anything else.
    pub(super) fn lower_word(&self, at: usize) -> usize {
        let length = self.word_length(at).unwrap_or(0);
        let plain = self.slice(at..at + length).iter().all(|a| a.is_word() && a.case == Case::Lower);
        if plain { length } else { 0 }
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|a| a.kind == AtomKind::Number)
    }

    /// Whether the atom at `at` is one of these words.
    pub(super) fn is_any(&self, at: usize, ids: &[u32]) -> bool {
        self.get(at).is_some_and(|a| a.is_word() && ids.contains(&a.id()))
    }
}
