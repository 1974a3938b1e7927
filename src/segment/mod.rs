//! Tokens: the words of the text, and what is read as one piece though it is none (dates, document numbers, codes).

pub(crate) mod features;
pub(crate) mod model;
mod shape;

use crate::dictionary::Keep;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Gap};
use model::{Model, Scratch};
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
    /// A telephone number: `0912 345 678`, `(024) 3825 1234`, `+84 912 345 678`.
    Phone,
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
            TokenKind::Phone => "phone",
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
pub(crate) fn segment(
    atoms: &[Atom],
    base: usize,
    user: &Phrases<Keep>,
    scratch: &mut Scratch,
    pieces: &mut Vec<Piece>,
) {
    scratch.load(atoms);
    Model::built_in().score(scratch);
    let mut at = 0;
    while at < atoms.len() {
        let rest = &atoms[at..];
        let (length, kind) = own(rest, user)
            .or_else(|| shape::longest(rest))
            .unwrap_or_else(|| (word(atoms, at, user, scratch), kind(&rest[0])));
        pieces.push(Piece { atoms: base + at..base + at + length, kind });
        at += length;
    }
}

/// A word of the caller's, joined or kept apart.
fn own(atoms: &[Atom], user: &Phrases<Keep>) -> Option<(usize, TokenKind)> {
    let (length, keep) = user.longest(atoms)?;
    Some((if *keep == Keep::Joined { length } else { 1 }, kind(&atoms[0])))
}

/// The length of the word that begins at an atom: as far as the model joins, up to what is a token by itself. A word that
/// is written with hyphens may be the end of a longer one ("Kim Jong-un").
fn word(atoms: &[Atom], at: usize, user: &Phrases<Keep>, scratch: &Scratch) -> usize {
    let mut end = at + 1;
    while end < atoms.len() && scratch.joins(end - 1) && can_join(atoms, end) && !user.starts(&atoms[end..]) {
        match shape::longest(&atoms[end..]) {
            None => end += 1,
            Some((length, TokenKind::Word)) => end += length,
            Some(_) => break,
        }
    }
    end - at
}

/// Whether the boundary before an atom may lie within a word: never at a mark, but for a hyphen without white space and
/// the stop of an abbreviation before a name ("TP. HCM", "Anna T. Moore").
pub(crate) fn can_join(atoms: &[Atom], at: usize) -> bool {
    let tight = |n: usize| atoms.get(n).is_some_and(|a| a.gap == Gap::None);
    let hyphen = |n: usize| atoms[n].is('-') && tight(n) && tight(n + 1);
    let short = |n: usize| n.checked_sub(1).is_some_and(|n| atoms[n].is_capital() && atoms[n].span().len() <= 3);
    let stop = |n: usize| atoms[n].is('.') && short(n) && atoms.get(n + 1).is_some_and(Atom::is_capital);
    let part = |n: usize| atoms[n].is_word() || atoms[n].kind == AtomKind::Number || hyphen(n) || stop(n);
    part(at - 1) && part(at)
}

/// The number of a document that the atoms begin with: how many atoms it has.
pub(crate) fn document_number(atoms: &[Atom]) -> Option<usize> {
    shape::document_number(atoms)
}

/// What is the number of a document only after the word for its type ("30/2020", "57"): how many atoms it has.
pub(crate) fn short_document_number(atoms: &[Atom]) -> Option<usize> {
    shape::short_number(atoms)
}

/// The typed token that the atoms begin with: its length, and whether what stands before it may belong to it.
#[cfg(feature = "train")]
pub(crate) fn shape_length(atoms: &[Atom]) -> Option<(usize, bool)> {
    shape::longest(atoms).map(|(length, kind)| (length, kind == TokenKind::Word))
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
