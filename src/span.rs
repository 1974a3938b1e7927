//! Half-open byte ranges in a text, and their conversion to characters and UTF-16 units.

use std::ops::Range;

/// A half-open byte range `start..end` of a text, both ends on character boundaries.
///
/// ```
/// let text = "Bộ Công Thương";
/// let span = vanban::Span::new(0, 4);
/// assert_eq!(span.of(text), "Bộ"); // "ministry"
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from byte `start` to byte `end`; an `end` before `start` gives an empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end: if end < start { start } else { end } }
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text under the span; empty where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether `other` lies inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span `by` bytes further on.
    pub(crate) const fn shift(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}

/// How offsets are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Unit {
    /// Bytes of UTF-8, as Rust slices.
    Bytes,
    /// Unicode code points, as Python strings.
    #[default]
    Chars,
    /// UTF-16 code units, as JavaScript and Java strings.
    Utf16,
}

impl Unit {
    /// The name of the unit, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Bytes => "bytes",
            Unit::Chars => "chars",
            Unit::Utf16 => "utf16",
        }
    }
}

/// A table that turns byte offsets of one text into characters or UTF-16 units.
///
/// Built in one pass; a look-up counts at most [`BLOCK`](Self) bytes.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Characters and UTF-16 units before each block of the text; empty for ASCII text.
    blocks: Vec<(u32, u32)>,
}

const BLOCK: usize = 32;

impl<'t> Offsets<'t> {
    /// The table of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            let (mut chars, mut units) = (0, 0);
            for block in text.as_bytes().chunks(BLOCK) {
                blocks.push((chars as u32, units as u32));
                let (c, u) = count(block);
                chars += c;
                units += u;
            }
        }
        Offsets { text, blocks }
    }

    /// The offset of byte `at` counted in `unit`; an offset past the end counts as the end.
    pub fn convert(&self, at: usize, unit: Unit) -> usize {
        let at = at.min(self.text.len());
        if unit == Unit::Bytes || self.blocks.is_empty() {
            return at;
        }
        let block = (at / BLOCK).min(self.blocks.len() - 1);
        let from = block * BLOCK;
        let (chars, units) = self.blocks[block];
        let (c, u) = count(&self.text.as_bytes()[from..at]);
        if unit == Unit::Chars { chars as usize + c } else { units as usize + u }
    }
}

/// Characters and UTF-16 units that begin in `bytes`.
fn count(bytes: &[u8]) -> (usize, usize) {
    let chars = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    let wide = bytes.iter().filter(|&&b| b >= 0xF0).count();
    (chars, chars + wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_offsets_across_blocks() {
        let text = "Đồng Nai 😀 ".repeat(40);
        let table = Offsets::new(&text);
        for (at, _) in text.char_indices() {
            assert_eq!(table.convert(at, Unit::Chars), text[..at].chars().count());
            assert_eq!(table.convert(at, Unit::Utf16), text[..at].encode_utf16().count());
        }
        assert_eq!(table.convert(usize::MAX, Unit::Chars), text.chars().count());
    }

    #[test]
    fn spans_know_their_relations() {
        let a = Span::new(2, 6);
        assert!(a.contains(Span::new(3, 6)) && !a.contains(Span::new(3, 7)));
        assert!(a.overlaps(Span::new(5, 9)) && !a.overlaps(Span::new(6, 9)));
        assert_eq!(a.to(Span::new(8, 9)), Span::new(2, 9));
        assert_eq!(Span::new(3, 1), Span::new(3, 3));
        assert_eq!(Span::new(1, 2).of("Đ"), "");
    }
}
