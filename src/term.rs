//! Terms for a search index: the words of a text and, at the same position, their syllables.

use crate::document::{Document, Token};
use crate::letters;
use crate::scan::{Atom, AtomKind, Gap};
use crate::segment::TokenKind;
use crate::span::Span;
use crate::syllable::{Syllable, TonePlacement};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A term: what an index stores of a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Term {
    /// The number of its token among those that are indexed, from 0; the parts of a token share it.
    pub position: usize,
    /// Where it stands, in bytes.
    pub span: Span,
    /// Whether it is a token or a part of one.
    pub kind: TermKind,
    /// What is compared: equal for all spellings that the folding makes equal; syllables are joined by "_".
    pub key: String,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TermKind {
    /// A whole token.
    Token,
    /// A part of the token at this position: a syllable of a word, the letters or digits of a document number.
    Part,
}

impl TermKind {
    /// The name of the kind, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            TermKind::Token => "token",
            TermKind::Part => "part",
        }
    }
}

/// Which spellings have the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Folding {
    /// Case, Unicode form and tone placement do not matter: "HOÀ", "hòa" and "hoà" have the key "hòa".
    #[default]
    Case,
    /// Nor do tones, the marks of letters, and đ: "hòa" and "hoa" have the key "hoa", "Đà" has "da".
    Marks,
}

impl Document<'_> {
    /// The terms of the text for a search index: each word, then its syllables at the same position; no punctuation and no
    /// symbols. Spans are byte ranges; keys keep their form within one [`DATA_VERSION`](crate::DATA_VERSION).
    ///
    /// ```
    /// use vanban::{Analyzer, Folding};
    /// let vb = Analyzer::new();
    /// let doc = vb.read("Doanh nghiệp HOÀ bình."); // "Enterprises [are at] peace."
    /// let keys: Vec<_> = doc.terms(Folding::Case).map(|t| (t.position, t.key)).collect();
    /// assert_eq!(keys[..3], [(0, "doanh_nghiệp".into()), (0, "doanh".into()), (0, "nghiệp".into())]);
    /// assert!(doc.terms(Folding::Marks).any(|t| t.key == "hoa"));
    /// ```
    pub fn terms(&self, folding: Folding) -> impl Iterator<Item = Term> + '_ {
        self.tokens_with_atoms()
            .filter(|(token, _)| is_indexed(token.kind))
            .enumerate()
            .flat_map(move |(position, (token, atoms))| self.of_token(position, token, atoms, folding))
    }

    fn of_token(&self, position: usize, token: Token<'_>, atoms: &[Atom], folding: Folding) -> Vec<Term> {
        let term = |span, kind, key| Term { position, span, kind, key };
        let mut terms = vec![term(token.span, TermKind::Token, self.joined_key(atoms, folding))];
        if has_parts(token.kind, atoms) {
            let parts = atoms.iter().filter(|a| a.is_word() || a.kind == AtomKind::Number);
            terms
                .extend(parts.map(|a| term(self.to_source(a.span()), TermKind::Part, key(self.atom_text(a), folding))));
        }
        terms
    }

    /// The keys of a token's atoms with "_" where white space stands between them.
    fn joined_key(&self, atoms: &[Atom], folding: Folding) -> String {
        let mut joined = String::new();
        for (n, atom) in atoms.iter().enumerate() {
            if n > 0 && atom.gap != Gap::None {
                joined.push('_');
            }
            joined.push_str(&key(self.atom_text(atom), folding));
        }
        joined
    }
}

fn is_indexed(kind: TokenKind) -> bool {
    !matches!(kind, TokenKind::Punctuation | TokenKind::Symbol)
}

/// Whether the parts of a token are worth finding by themselves; those of a date or a number are not.
fn has_parts(kind: TokenKind, atoms: &[Atom]) -> bool {
    atoms.len() > 1 && matches!(kind, TokenKind::Word | TokenKind::DocumentNumber | TokenKind::Code)
}

/// The key of an atom's text, which is NFC.
fn key(text: &str, folding: Folding) -> String {
    let lower = match Syllable::parse(text) {
        Some(syllable) => syllable.spell(TonePlacement::Old),
        None => text.chars().map(letters::undo_look_alike).flat_map(char::to_lowercase).collect(),
    };
    match folding {
        Folding::Case => lower,
        Folding::Marks => {
            lower.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzer::Analyzer;

    fn keys(text: &str, folding: Folding) -> Vec<String> {
        Analyzer::new().read(text).terms(folding).map(|t| format!("{}:{}", t.position, t.key)).collect()
    }

    #[test]
    fn spellings_of_a_word_share_their_keys() {
        let nfd: String = "hoà bình".nfd().collect();
        for text in ["hòa bình", "HOÀ BÌNH", "Hoà  bình", &nfd] {
            assert_eq!(keys(text, Folding::Case), ["0:hòa_bình", "0:hòa", "0:bình"], "{text}");
            assert_eq!(keys(text, Folding::Marks), ["0:hoa_binh", "0:hoa", "0:binh"], "{text}");
        }
        assert_eq!(keys("Đường café", Folding::Marks), ["0:duong", "1:cafe"]);
    }

    #[test]
    fn marks_take_no_position_and_numbers_have_no_parts() {
        assert_eq!(
            keys("Quyết định số 3768/QĐ-BCT, ngày 02/10/2017: 12,5%!", Folding::Case),
            [
                "0:quyết_định",
                "0:quyết",
                "0:định",
                "1:số",
                "2:3768/qđ-bct",
                "2:3768",
                "2:qđ",
                "2:bct",
                "3:ngày",
                "4:02/10/2017",
                "5:12,5%"
            ]
        );
    }

    #[test]
    fn parts_lie_within_their_token() {
        let text = "👍 Bộ Công Thương: TP.HCM, NN&PTNT";
        let terms: Vec<Term> = Analyzer::new().read(text).terms(Folding::Case).collect();
        let whole = |p: usize| terms.iter().find(|t| t.position == p && t.kind == TermKind::Token).map(|t| t.span);
        for term in &terms {
            let token = whole(term.position).unwrap_or_default();
            assert!(token.start() <= term.span.start() && term.span.end() <= token.end(), "{term:?}");
        }
    }
}
