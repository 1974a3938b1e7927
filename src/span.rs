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
/// Built in one pass; a look-up counts the bits of one block.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// The blocks of the text; none for ASCII text.
    blocks: Vec<Block>,
}

/// A stretch of 64 bytes, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    /// Characters and UTF-16 units before it.
    before: (u32, u32),
    /// The bytes that begin a character.
    starts: u64,
    /// The bytes that begin a character of two UTF-16 units.
    wide: u64,
}

const BLOCK: usize = u64::BITS as usize;

impl<'t> Offsets<'t> {
    /// The table of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            blocks.reserve_exact(text.len().div_ceil(BLOCK));
            let mut before = (0, 0);
            for bytes in text.as_bytes().chunks(BLOCK) {
                let block =
                    Block { before, starts: bits(bytes, |b| b & 0xC0 != 0x80), wide: bits(bytes, |b| b >= 0xF0) };
                blocks.push(block);
                before = block.count(u64::MAX);
            }
        }
        Offsets { text, blocks }
    }

    /// The offset of byte `at` counted in `unit`; an offset past the end counts as the end.
    pub fn convert(&self, at: usize, unit: Unit) -> usize {
        let at = at.min(self.text.len());
        let Some(block) = self.blocks.get(at / BLOCK).or(self.blocks.last()).filter(|_| unit != Unit::Bytes) else {
            return at;
        };
        // The end of a text whose last block is full lies past all of its bytes.
        let below = if at == self.blocks.len() * BLOCK { u64::MAX } else { (1 << (at % BLOCK)) - 1 };
        let (chars, units) = block.count(below);
        if unit == Unit::Chars { chars as usize } else { units as usize }
    }
}

impl Block {
    /// Characters and UTF-16 units before it and in those of its bytes that `mask` has.
    fn count(&self, mask: u64) -> (u32, u32) {
        let chars = (self.starts & mask).count_ones();
        (self.before.0 + chars, self.before.1 + chars + (self.wide & mask).count_ones())
    }
}

/// A bit for each byte that has a property, the first byte in the lowest bit.
fn bits(bytes: &[u8], has: impl Fn(u8) -> bool) -> u64 {
    bytes.iter().rev().fold(0, |bits, &b| bits << 1 | u64::from(has(b)))
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
        for length in 1..=3 * BLOCK {
            let text = "Đ".repeat(length);
            assert_eq!(Offsets::new(&text).convert(usize::MAX, Unit::Chars), length);
        }
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
