//! Tokens: the words of the text, and what is read as one piece though it is none (dates, document numbers, codes).

mod shape;

use crate::dictionary::Keep;
use crate::lexicon;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case};
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word of one syllable or more, a name, an acronym.
    Word,
    /// A number in digits: `1.234.567,89`.
    Number,
    /// A number with its percent sign: `100%`.
    Percent,
    /// A date in digits: `02/10/2017`.
    Date,
    /// A time of day: `09:38:53`, `10h30`.
    Time,
    /// The number of a document: `3768/QĐ-BCT`.
    DocumentNumber,
    /// Letters and digits in one: `PM2.5`, `51F-123.45`.
    Code,
    /// A URL or a host name.
    Url,
    /// An e-mail address.
    Email,
    /// A hashtag or a mention.
    Hashtag,
    /// Punctuation.
    Punctuation,
    /// Any other sign; an emoji is one token.
    Symbol,
}

impl TokenKind {
    /// The name of the kind, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Percent => "percent",
            TokenKind::Date => "date",
            TokenKind::Time => "time",
            TokenKind::DocumentNumber => "document_number",
            TokenKind::Code => "code",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
        }
    }
}

/// A token as a run of atoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) atoms: Range<usize>,
    pub(crate) kind: TokenKind,
}

/// Cuts the atoms of one sentence into tokens, which are added to `pieces`; `base` is the number of its first atom.
pub(crate) fn segment(atoms: &[Atom], base: usize, user: &Phrases<Keep>, pieces: &mut Vec<Piece>) {
    let mut at = 0;
    while at < atoms.len() {
        let rest = &atoms[at..];
        let (length, kind) = shape::longest(rest).unwrap_or_else(|| (word(rest, user), kind(&rest[0])));
        pieces.push(Piece { atoms: base + at..base + at + length, kind });
        at += length;
    }
}

fn kind(atom: &Atom) -> TokenKind {
    match atom.kind {
        AtomKind::Syllable | AtomKind::Word => TokenKind::Word,
        AtomKind::Number => TokenKind::Number,
        AtomKind::Punct => TokenKind::Punctuation,
        AtomKind::Symbol => TokenKind::Symbol,
        AtomKind::Url => TokenKind::Url,
        AtomKind::Email => TokenKind::Email,
        AtomKind::Hashtag => TokenKind::Hashtag,
    }
}

/// The length of the word that the atoms begin with: the caller's, a name, the longest in the lexicon, or one atom.
fn word(atoms: &[Atom], user: &Phrases<Keep>) -> usize {
    if let Some((length, keep)) = user.longest(atoms) {
        return if *keep == Keep::Joined { length } else { 1 };
    }
    if !atoms[0].is_word() {
        return 1;
    }
    let listed = lexicon::built_in().longest(atoms).map_or(1, |(length, _)| length);
    listed.max(capitals(atoms).filter(|_| listed == 1).unwrap_or(1))
}

/// A run of two to four capitalised syllables: a name.
fn capitals(atoms: &[Atom]) -> Option<usize> {
    let run = atoms.iter().take(5).take_while(|a| a.kind == AtomKind::Syllable && a.case == Case::Title).count();
    (2..=4).contains(&run).then_some(run)
}
