//! A stretch of atoms under work, with where its words begin.

use super::lists::{BODIES, NOT_BODIES, length};
use crate::phrases::Phrases;
use crate::scan::{Atom, Case, Gap};

/// So many bytes of white space part columns.
const WIDE: usize = 3;

/// Whether a line break or a wide gap, as between the cells of a table, parts two atoms.
pub(super) fn are_apart(pair: &[Atom]) -> bool {
    let [before, atom] = pair else { return false };
    atom.gap > Gap::Space || atom.start() - before.end() >= WIDE
}

/// Atoms from some place on, with the text of the view that they lie in.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) atoms: &'a [Atom],
    /// Whether a token begins at each atom.
    starts: &'a [bool],
    pub(super) text: &'a str,
}

impl<'a> Words<'a> {
    pub(super) fn new(atoms: &'a [Atom], starts: &'a [bool], text: &'a str) -> Words<'a> {
        Words { atoms, starts, text }
    }

    /// What follows the first `n` atoms.
    pub(super) fn skip(self, n: usize) -> Words<'a> {
        Words {
            atoms: self.atoms.get(n..).unwrap_or(&[]),
            starts: self.starts.get(n..).unwrap_or(&[]),
            text: self.text,
        }
    }

    /// The first `n` atoms.
    pub(super) fn take(self, n: usize) -> Words<'a> {
        Words {
            atoms: self.atoms.get(..n).unwrap_or(self.atoms),
            starts: self.starts.get(..n).unwrap_or(self.starts),
            text: self.text,
        }
    }

    pub(super) fn get(self, n: usize) -> Option<&'a Atom> {
        self.atoms.get(n)
    }

    /// Whether a token begins at the `n`-th atom.
    pub(super) fn begins(self, n: usize) -> bool {
        self.starts.get(n).is_none_or(|&start| start)
    }

    pub(super) fn first(self) -> Option<&'a Atom> {
        self.atoms.first()
    }

    pub(super) fn is(self, n: usize, mark: char) -> bool {
        self.get(n).is_some_and(|a| a.is(mark))
    }

    /// Whether the `n`-th atom stands apart from the one before it.
    pub(super) fn is_apart(self, n: usize) -> bool {
        n.checked_sub(1).and_then(|before| self.atoms.get(before..=n)).is_some_and(are_apart)
    }

    /// The length of the longest phrase of the list here; 0 for none, or in the middle of a word ("vụ" of "Nội vụ").
    pub(super) fn length(self, list: &Phrases<()>) -> usize {
        if self.starts.first() == Some(&false) { 0 } else { length(list, self.atoms) }
    }

    /// As [`length`](Words::length), but a word may begin before: "giám đốc" in "phó giám đốc".
    pub(super) fn inner_length(self, list: &Phrases<()>) -> usize {
        length(list, self.atoms)
    }

    /// The length of the longest head of a body here. "phòng" is none where small letters go on with its word ("phòng chống").
    pub(super) fn body(self) -> usize {
        let length = self.length(&BODIES);
        let goes_on =
            self.starts.get(length) == Some(&false) && self.get(length).is_some_and(|a| a.case == Case::Lower);
        let other = self.inner_length(&NOT_BODIES);
        if (length == 1 && goes_on) || other > length { 0 } else { length }
    }

    /// Whether a phrase of the list stands here as whole words: "không" is none of "không quân".
    pub(super) fn has_words(self, list: &Phrases<()>) -> bool {
        let length = self.length(list);
        length > 0 && self.starts.get(length).is_none_or(|&start| start)
    }
}
