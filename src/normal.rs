//! The NFC view of a text and the way back from its offsets to the caller's own.

use crate::span::Span;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};

/// A text in NFC, with where each of its bytes came from.
///
/// Text that is NFC already, which most is, is borrowed and needs no map.
#[derive(Debug, Clone)]
pub struct View<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    edits: Vec<Edit>,
}

/// A stretch that normalization rewrote.
#[derive(Debug, Clone, Copy)]
struct Edit {
    view: Span,
    source: Span,
}

impl<'t> View<'t> {
    /// The NFC view of `source`.
    pub fn new(source: &'t str) -> Self {
        if is_nfc(source) {
            return View { source, text: Cow::Borrowed(source), edits: Vec::new() };
        }
        let (mut text, mut edits) = (String::with_capacity(source.len()), Vec::new());
        let mut at = 0;
        for word in source.split_inclusive(' ') {
            if is_nfc(word) {
                text.push_str(word);
            } else {
                push_nfc(word, at, &mut text, &mut edits);
            }
            at += word.len();
        }
        View { source, text: Cow::Owned(text), edits }
    }

    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caller's own text.
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// The stretches of the view that are not as they were in the source, in order.
    pub fn rewritten(&self) -> impl Iterator<Item = Span> + '_ {
        self.edits.iter().map(|e| e.view)
    }

    /// The span of the caller's text that a span of the view came from.
    pub fn to_source(&self, span: Span) -> Span {
        if self.edits.is_empty() {
            return span;
        }
        Span::new(self.back(span.start(), Side::Start), self.back(span.end(), Side::End))
    }

    fn back(&self, at: usize, side: Side) -> usize {
        let after =
            self.edits.partition_point(|e| e.view.start() < at || (side == Side::Start && e.view.start() == at));
        match after.checked_sub(1).map(|i| self.edits[i]) {
            None => at,
            Some(e) if at >= e.view.end() => at - e.view.end() + e.source.end(),
            Some(e) if side == Side::Start => e.source.start(),
            Some(e) => e.source.end(),
        }
    }
}

/// Which end of a span an offset is: inside a rewritten stretch the span takes in the whole of it.
#[derive(PartialEq, Clone, Copy)]
enum Side {
    Start,
    End,
}

/// Appends the NFC of a word that stands at `at` in the source, and what was rewritten.
fn push_nfc(word: &str, at: usize, text: &mut String, edits: &mut Vec<Edit>) {
    let mut start = 0;
    while start < word.len() {
        let end = cluster_end(word, start);
        let (cluster, from) = (&word[start..end], text.len());
        text.extend(cluster.nfc());
        if &text[from..] != cluster {
            edits.push(Edit { view: Span::new(from, text.len()), source: Span::new(at + start, at + end) });
        }
        start = end;
    }
}

/// The end of the stretch from `start` that normalizes by itself: up to the next character that cannot combine backwards.
fn cluster_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    rest.char_indices().skip(1).find(|&(_, c)| is_boundary(c)).map_or(text.len(), |(i, _)| start + i)
}

fn is_boundary(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe)
}

/// Whether a text is NFC for certain; a space composes with nothing, so words may be asked one by one.
fn is_nfc(text: &str) -> bool {
    is_surely_nfc(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// A quick look at the lead bytes: ASCII, Latin letters, Vietnamese letters of three bytes, common punctuation and
/// emoji are NFC by themselves. `false` only means that a closer look is due.
fn is_surely_nfc(text: &str) -> bool {
    let bytes = text.as_bytes();
    let follows = |at: usize, n: usize| bytes.get(at + n).copied().unwrap_or(0);
    bytes.iter().enumerate().all(|(at, &b)| match b {
        0..0xCC => true,
        0xE1 => matches!(follows(at, 1), 0xBA | 0xBB),
        0xE2 => follows(at, 1) == 0x80 && follows(at, 2) >= 0x82,
        0xF0 => follows(at, 1) == 0x9F,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nfc_text_is_borrowed() {
        assert!(matches!(View::new("Bộ Công Thương – “2017”").text, Cow::Borrowed(_)));
    }

    #[test]
    fn spans_come_back_to_the_decomposed_source() {
        let nfc = "Bộ Công Thương đạt hiệu quả";
        let nfd: String = nfc.nfd().collect();
        let view = View::new(&nfd);
        assert_eq!(view.text(), nfc);
        let at = nfc.find("Thương").unwrap();
        let span = view.to_source(Span::new(at, at + "Thương".len()));
        assert_eq!(span.of(&nfd).nfc().collect::<String>(), "Thương");
    }

    #[test]
    fn disordered_and_doubled_marks_map_to_whole_clusters() {
        let text = "to\u{301}\u{301}n Vie\u{302}\u{323}t";
        let view = View::new(text);
        let at = view.text().find("Việt").unwrap();
        assert_eq!(view.to_source(Span::new(at, view.text().len())).of(text), "Vie\u{302}\u{323}t");
        assert_eq!(view.to_source(Span::new(0, view.text().len())), Span::new(0, text.len()));
    }
}
