//! Tokens of a text of any length, one after the other, in bounded memory.
//!
//! The text is read in stretches that end at a blank line, where no paragraph goes on; only a paragraph of more than
//! [`MOST`] bytes is cut at a line break, or at white space where it has none.

use crate::document::{Settings, Token};
use crate::normal::View;
use crate::scan::{Atom, scan_into};
use crate::segment::model::Scratch;
use crate::segment::{self, Piece};
use crate::sentence;
use crate::zone;
use std::sync::Arc;

/// A stretch is at least this long, where the text is.
const LEAST: usize = 1 << 14;
/// A stretch is at most about this long.
const MOST: usize = 1 << 17;

/// The tokens of a text, read stretch by stretch.
#[derive(Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    /// Where the current stretch begins and ends.
    start: usize,
    end: usize,
    view: View<'t>,
    atoms: Vec<Atom>,
    pieces: Vec<Piece>,
    /// For each sentence of the stretch, the number of pieces up to its end.
    ends: Vec<usize>,
    next: usize,
    sentence: usize,
    sentences_before: usize,
    scratch: Scratch,
    settings: Arc<Settings>,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str, settings: Arc<Settings>) -> Tokens<'t> {
        Tokens {
            text,
            start: 0,
            end: 0,
            view: View::new(""),
            atoms: Vec::new(),
            pieces: Vec::new(),
            ends: Vec::new(),
            next: 0,
            sentence: 0,
            sentences_before: 0,
            scratch: Scratch::default(),
            settings,
        }
    }

    /// Reads the next stretch; `false` at the end of the text.
    fn advance(&mut self) -> bool {
        if self.end >= self.text.len() {
            return false;
        }
        self.sentences_before += self.ends.len();
        self.start = self.end;
        self.end = self.start + stretch(&self.text[self.start..]);
        self.view = View::new(&self.text[self.start..self.end]);
        scan_into(self.view.text(), &mut self.atoms);
        self.pieces.clear();
        self.ends.clear();
        (self.next, self.sentence) = (0, 0);
        for paragraph in zone::paragraphs(self.view.text(), &self.atoms) {
            sentence::split(&self.atoms, paragraph, |range| {
                let own = &self.atoms[range.clone()];
                segment::segment(own, range.start, &self.settings.words, &mut self.scratch, &mut self.pieces);
                self.ends.push(self.pieces.len());
            });
        }
        true
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        while self.next >= self.pieces.len() {
            if !self.advance() {
                return None;
            }
        }
        let piece = &self.pieces[self.next];
        while self.ends.get(self.sentence).is_some_and(|&end| end <= self.next) {
            self.sentence += 1;
        }
        self.next += 1;
        let last = self.atoms.get(piece.atoms.end.wrapping_sub(1))?;
        let view = self.atoms.get(piece.atoms.start)?.span().to(last.span());
        let span = self.view.to_source(view).shift(self.start);
        Some(Token {
            span,
            text: span.of(self.text),
            kind: piece.kind,
            sentence: self.sentences_before + self.sentence,
        })
    }
}

/// The length of the first stretch of a text: to a blank line, or to where one must be cut.
pub(crate) fn stretch(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut line = None;
    for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b'\n') {
        let blank = at > 0 && bytes[at + 1..].iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r')) == Some(&b'\n');
        if blank && at >= LEAST {
            return at + 1;
        }
        if at >= MOST {
            return line.unwrap_or(at + 1);
        }
        line = Some(at + 1);
    }
    if bytes.len() <= MOST {
        return bytes.len();
    }
    let cut = line.filter(|&l| l > LEAST).unwrap_or_else(|| space(text));
    cut.clamp(1, bytes.len())
}

/// The last white space before [`MOST`], or the first after it.
fn space(text: &str) -> usize {
    let mut most = MOST.min(text.len());
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    match text[..most].rfind(char::is_whitespace) {
        Some(at) if at > 0 => at,
        _ => text[most..].find(char::is_whitespace).map_or(text.len(), |at| most + at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzer::Analyzer;

    #[test]
    fn tokens_are_those_of_the_document() {
        let vb = Analyzer::new();
        let page = include_str!("../examples/page.txt");
        for text in
            [page.to_owned(), format!("{page}\n\n").repeat(6), page.replace("\n", "\n\n").repeat(4), String::new()]
        {
            let lazy: Vec<_> = vb.segment(&text).collect();
            let whole: Vec<_> = vb.read(&text).tokens().map(|t| (t.span, t.kind)).collect();
            assert_eq!(lazy.iter().map(|t| (t.span, t.kind)).collect::<Vec<_>>(), whole);
            assert!(lazy.windows(2).all(|w| w[1].sentence - w[0].sentence <= 1));
        }
    }

    #[test]
    fn long_texts_without_line_breaks_are_cut_at_spaces() {
        let vb = Analyzer::new();
        let text = "Bộ Công Thương họp. ".repeat(40_000);
        let mut end = 0;
        for token in vb.segment(&text) {
            assert!(text[end..token.span.start()].trim().is_empty());
            end = token.span.end();
        }
        assert_eq!(end, text.trim_end().len());
        assert_eq!(stretch(&"a".repeat(MOST * 2)), MOST * 2);
        assert_eq!(stretch("a\nb\n\nc"), 6);
    }
}
