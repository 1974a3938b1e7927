//! A text that has been read: its zones, sentences and tokens, and the ground that the other layers stand on.

use crate::dictionary::index::{Index, Merge};
use crate::dictionary::{Dictionary, Domain, Keep};
use crate::lexicon;
use crate::normal::View;
use crate::phrases::Phrases;
use crate::scan::{Atom, scan};
use crate::segment::model::Scratch;
use crate::segment::{self, Piece, TokenKind};
use crate::sentence::{self, Sentence};
use crate::span::{Offsets, Span, Unit};
use crate::zone::{self, Block, Zone};
use jiff::civil::Date;
use once_cell::sync::OnceCell;
use std::sync::Arc;

/// What an [`Analyzer`](crate::Analyzer) was built with, shared by all documents that it reads.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// The caller's dictionaries, the strongest last.
    pub(crate) dictionaries: Vec<Dictionary>,
    pub(crate) words: Phrases<Keep>,
    /// The forms of the caller's dictionaries, where they have any.
    pub(crate) forms: Option<Index>,
    pub(crate) domain: Option<Domain>,
    /// The date of the documents, for relative dates.
    pub(crate) date: Option<Date>,
    /// The date as of which bodies and places are resolved.
    pub(crate) as_of: Option<Date>,
}

impl Settings {
    /// Fills in what follows from the dictionaries.
    pub(crate) fn finish(mut self) -> Self {
        self.words = lexicon::of_user(&self.dictionaries);
        let any = self.dictionaries.iter().any(|d| !d.acronyms.is_empty());
        self.forms = any.then(|| Index::new(&self.dictionaries, Merge::Replace));
        self
    }
}

/// A text that has been read. It borrows the text and never changes it; all spans are byte ranges of it.
///
/// ```
/// let vb = vanban::Analyzer::new();
/// let doc = vb.read("Bộ Công Thương có 2 DN. Ông đến TP. Hồ Chí Minh."); // "The ministry has 2 enterprises. He came to …"
/// let sentences: Vec<&str> = doc.sentences().map(|s| s.of(doc.text())).collect();
/// assert_eq!(sentences, ["Bộ Công Thương có 2 DN.", "Ông đến TP. Hồ Chí Minh."]);
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    view: View<'t>,
    atoms: Vec<Atom>,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    pieces: Vec<Piece>,
    settings: Arc<Settings>,
    offsets: OnceCell<Offsets<'t>>,
    /// The day of publication that the page states, once its facts have been read.
    published: OnceCell<Option<Date>>,
}

/// A token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its text, exactly as it stands.
    pub text: &'t str,
    /// What it is.
    pub kind: TokenKind,
    /// The number of its sentence, from 0.
    pub sentence: usize,
}

impl<'t> Document<'t> {
    pub(crate) fn read(text: &'t str, settings: Arc<Settings>) -> Document<'t> {
        let view = View::new(text);
        let atoms = scan(view.text());
        let blocks = zone::blocks(view.text(), &atoms);
        let sentences = sentence::sentences(&atoms, &blocks);
        let mut pieces = Vec::with_capacity(atoms.len());
        let mut scratch = Scratch::default();
        for sentence in &sentences {
            let own = &atoms[sentence.atoms.clone()];
            segment::segment(own, sentence.atoms.start, &settings.words, &mut scratch, &mut pieces);
        }
        Document {
            view,
            atoms,
            blocks,
            sentences,
            pieces,
            settings,
            offsets: OnceCell::new(),
            published: OnceCell::new(),
        }
    }

    /// The caller's text.
    pub fn text(&self) -> &'t str {
        self.view.source()
    }

    /// The sentences, in order; none crosses a paragraph.
    pub fn sentences(&self) -> impl Iterator<Item = Span> + '_ {
        self.sentences.iter().map(|s| self.source_span(&s.atoms))
    }

    /// The tokens, in order. With the white space between them they tile the text.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'t>> + '_ {
        self.tokens_with_atoms().map(|(token, _)| token)
    }

    /// The zones of the page: every line that is not blank is in one.
    pub fn zones(&self) -> impl Iterator<Item = Zone> + '_ {
        self.blocks.iter().map(|b| Zone { span: self.source_span(&b.atoms), kind: b.kind })
    }

    /// A span in Unicode code points, as Python counts.
    pub fn chars(&self, span: Span) -> Span {
        self.convert(span, Unit::Chars)
    }

    /// A span in UTF-16 code units, as JavaScript and Java count.
    pub fn utf16(&self, span: Span) -> Span {
        self.convert(span, Unit::Utf16)
    }

    /// A span counted in `unit`.
    pub fn convert(&self, span: Span, unit: Unit) -> Span {
        if unit == Unit::Bytes {
            return span;
        }
        let table = self.offsets.get_or_init(|| Offsets::new(self.text()));
        Span::new(table.convert(span.start(), unit), table.convert(span.end(), unit))
    }

    // What follows is the ground that the wings stand on. They work on the NFC view and its atoms, and turn their results
    // into spans of the caller's text by `to_source`.

    /// The tokens with their atoms.
    pub(crate) fn tokens_with_atoms(&self) -> impl Iterator<Item = (Token<'t>, &[Atom])> + '_ {
        let mut sentence = 0;
        self.pieces.iter().map(move |p| {
            while self.sentences.get(sentence).is_some_and(|s| s.atoms.end <= p.atoms.start) {
                sentence += 1;
            }
            let span = self.source_span(&p.atoms);
            let token = Token { span, text: span.of(self.text()), kind: p.kind, sentence };
            (token, self.atoms.get(p.atoms.clone()).unwrap_or(&[]))
        })
    }

    /// The NFC view of the text, which atoms refer to.
    pub(crate) fn view_text(&self) -> &str {
        self.view.text()
    }

    /// The span of the caller's text for a span of the view.
    pub(crate) fn to_source(&self, view: Span) -> Span {
        self.view.to_source(view)
    }

    /// The span of the caller's text from the first to the last atom of a range.
    pub(crate) fn source_span(&self, atoms: &std::ops::Range<usize>) -> Span {
        self.to_source(self.view_span(atoms))
    }

    /// The span of the view from the first to the last atom of a range.
    pub(crate) fn view_span(&self, atoms: &std::ops::Range<usize>) -> Span {
        match self.atoms.get(atoms.clone()) {
            Some([first, .., last]) => Span::new(first.start(), last.end()),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }

    /// The text of an atom in the view.
    pub(crate) fn atom_text(&self, atom: &Atom) -> &str {
        atom.span().of(self.view.text())
    }

    pub(crate) fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(crate) fn sentence_list(&self) -> &[Sentence] {
        &self.sentences
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The day of publication that the page states; its facts are read for it where they have not been.
    pub(crate) fn published(&self) -> Option<Date> {
        self.published.get().copied().unwrap_or_else(|| self.facts().published())
    }

    /// Keeps what the facts say of the day of publication.
    pub(crate) fn keep_published(&self, day: Option<Date>) {
        // The facts of a document are always the same: a second reading says nothing new.
        let _ = self.published.set(day);
    }

    /// The day as of which names are resolved, where the caller gave one.
    pub(crate) fn day(&self) -> Option<Date> {
        self.settings.as_of.or(self.settings.date)
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }
}
