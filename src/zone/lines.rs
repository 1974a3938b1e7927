//! The lines of a text and what can be seen of each by itself.

use crate::scan::{Atom, AtomKind, Case, Gap};
use std::ops::Range;

/// A line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) atoms: Range<usize>,
    /// Whether a blank line (or the start of the text) stands before it.
    pub(super) blank_before: bool,
}

impl Line {
    /// Its text, from its first to its last atom.
    fn text<'t>(&self, text: &'t str, atoms: &[Atom]) -> &'t str {
        &text[atoms[self.atoms.start].start()..atoms[self.atoms.end - 1].end()]
    }

    /// Its width in characters.
    pub(super) fn width(&self, text: &str, atoms: &[Atom]) -> usize {
        self.text(text, atoms).chars().count()
    }

    /// Line breaks between it and the line before.
    pub(super) fn breaks(&self, text: &str, atoms: &[Atom]) -> usize {
        let before = self.atoms.start.checked_sub(1).map_or(0, |n| atoms[n].end());
        text[before..atoms[self.atoms.start].start()].matches('\n').count()
    }
}

/// The lines of the text, in order.
pub(super) fn lines(atoms: &[Atom]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=atoms.len() {
        if at < atoms.len() && atoms[at].gap < Gap::Line {
            continue;
        }
        lines.push(Line { atoms: start..at, blank_before: atoms[start].gap == Gap::Blank });
        start = at;
        if at == atoms.len() {
            break;
        }
    }
    lines
}

/// Words (syllables and other runs of letters) among the atoms.
pub(super) fn words(atoms: &[Atom]) -> usize {
    atoms.iter().filter(|a| a.is_word()).count()
}

/// Whether the last atom, or the one before closing quotes and brackets, ends a sentence.
pub(super) fn is_terminated(atoms: &[Atom]) -> bool {
    let closing = |a: &&Atom| a.is('"') || a.is(')') || a.is(']') || a.is('\'');
    let last = atoms.iter().rev().find(|a| !closing(a));
    last.is_some_and(|a| a.is('.') || a.is('…') || a.is('!') || a.is('?'))
}

/// Whether it ends in a mark after which more is to come, or in a full stop.
pub(super) fn is_open_or_terminated(atoms: &[Atom]) -> bool {
    is_terminated(atoms) || atoms.last().is_some_and(|a| a.is(';') || a.is(':') || a.is(','))
}

/// Whether all of its letters are capitals (two words or more, or one of four letters).
pub(super) fn is_shouted(atoms: &[Atom]) -> bool {
    let mut words = atoms.iter().filter(|a| a.is_word()).peekable();
    words.peek().is_some()
        && atoms
            .iter()
            .filter(|a| a.is_word())
            .all(|a| a.case == Case::Upper || (a.case == Case::Title && a.span().len() <= 3 && is_one_letter(a)))
        && atoms.iter().any(|a| a.case == Case::Upper)
}

fn is_one_letter(atom: &Atom) -> bool {
    // A single capital counts as a title-case word; it is at most three bytes long.
    atom.span().len() <= 3
}

/// Whether nothing but dates, times, numbers and marks stands in it.
pub(super) fn has_no_words(atoms: &[Atom]) -> bool {
    !atoms.iter().any(|a| a.is_word() || matches!(a.kind, AtomKind::Url | AtomKind::Email | AtomKind::Hashtag))
}
