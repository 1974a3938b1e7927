//! What the readers of facts look at: the atoms of one sentence, by their place in it.

use crate::document::Document;
use crate::scan::{Atom, AtomKind, Gap};
use crate::span::Span;
use std::ops::Range;

/// One sentence of a document.
///
/// All places are counted from the first atom of the sentence, so no reader looks past its ends.
pub(super) struct Scene<'d, 't> {
    doc: &'d Document<'t>,
    text: &'d str,
    pub(super) atoms: &'d [Atom],
    base: usize,
}

impl<'d, 't> Scene<'d, 't> {
    pub(super) fn new(doc: &'d Document<'t>, sentence: &Range<usize>) -> Scene<'d, 't> {
        let atoms = doc.atoms().get(sentence.clone()).unwrap_or(&[]);
        Scene { doc, text: doc.view_text(), atoms, base: sentence.start }
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

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|a| a.kind == AtomKind::Number)
    }

    /// Whether the atom at `at` is one of these words.
    pub(super) fn is_any(&self, at: usize, ids: &[u32]) -> bool {
        self.get(at).is_some_and(|a| a.is_word() && ids.contains(&a.id()))
    }
}
