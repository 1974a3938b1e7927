//! What the segmenter sees of a boundary between two atoms: the atoms around it, their shapes, and the lexicon words that
//! end, begin or lie across there.

use crate::scan::{Atom, AtomKind, Case};

/// The symbol that stands for an atom in the model: its id, with all numbers alike.
#[inline]
pub(crate) fn symbol(atom: &Atom) -> u32 {
    match atom.kind {
        AtomKind::Number => NUMBER,
        _ => atom.id(),
    }
}

/// The symbol of all numbers.
pub const NUMBER: u32 = 0x0020_0001;
/// The symbol before the first and after the last atom.
pub const EDGE: u32 = 0x0020_0002;

/// Classes of atoms by kind and case.
pub const SHAPES: usize = 10;
/// The shape beyond the ends of a sentence.
pub const EDGE_SHAPE: u8 = 9;

/// The shape of an atom.
#[inline]
fn shape(atom: &Atom) -> u8 {
    match (atom.kind, atom.case) {
        (AtomKind::Syllable, Case::Lower) => LOWER,
        (AtomKind::Syllable, Case::Title) => 1,
        (AtomKind::Syllable, _) => UPPER,
        (AtomKind::Word, Case::Lower) => 3,
        (AtomKind::Word, Case::Title) => 4,
        (AtomKind::Word, _) => 5,
        (AtomKind::Number, _) => 6,
        (AtomKind::Punct, _) => 7,
        _ => 8,
    }
}

/// The shapes of a sentence's atoms. In a run of capitals (a headline) case tells nothing, so its syllables count as small.
pub(crate) fn shapes_of(atoms: &[Atom], out: &mut Vec<u8>) {
    let from = out.len();
    out.extend(atoms.iter().map(shape));
    let mut run = from;
    for at in from..=out.len() {
        if at < out.len() && out[at] == UPPER {
            continue;
        }
        if at - run >= SHOUTED {
            out[run..at].fill(LOWER);
        }
        run = at + 1;
    }
}

const LOWER: u8 = 0;
const UPPER: u8 = 2;
/// So many syllables in capitals make a headline and no name.
const SHOUTED: usize = 4;

/// How firmly the syllables of a lexicon word stay together in running text: 0 (never counted) to 4 (always); 5 and 6 are
/// words that only wider dictionaries list, which running text keeps apart more often.
pub const FIRMNESS: u8 = 7;

/// The longest lexicon word that ends before a boundary, or that begins after it.
///
/// 0 is none; the others tell its length (2, 3, 4 and more) and its firmness.
#[inline]
pub fn beside(length: usize, firmness: u8) -> u8 {
    (length.min(4) as u8 - 2) * FIRMNESS + firmness + 1
}

/// Values of [`beside`].
pub const BESIDE: usize = 1 + 3 * FIRMNESS as usize;

/// The longest lexicon word that lies across a boundary: its length, where in it the boundary is, and its firmness.
#[inline]
pub fn across(length: usize, offset: usize, firmness: u8) -> u8 {
    let slot = match (length, offset) {
        (2, _) => 0,
        (3, n) => 1 + n.min(1) as u8,
        (_, 0) => 3,
        (length, n) if n + 2 == length => 5,
        _ => 4,
    };
    slot * FIRMNESS + firmness + 1
}

/// Values of [`across`].
pub const ACROSS: usize = 1 + 6 * FIRMNESS as usize;

/// Lexicon words of more atoms than this are not looked for.
pub const LONGEST: usize = 8;

/// What the lexicon says of every boundary of a sentence; the buffers are reused.
#[derive(Debug, Default, Clone)]
pub struct LexiconView {
    /// For boundary n (after atom n): the longest word that ends at atom n.
    ends: Vec<(u8, u8)>,
    /// For atom n: the longest word that begins there.
    begins: Vec<u8>,
    /// For boundary n: the longest word across it.
    crosses: Vec<(u8, u8)>,
}

impl LexiconView {
    /// Forgets the last sentence; the next has `atoms` atoms.
    #[inline]
    pub fn reset(&mut self, atoms: usize) {
        self.ends.clear();
        self.begins.clear();
        self.crosses.clear();
        self.ends.resize(atoms, (0, 0));
        self.begins.resize(atoms, 0);
        self.crosses.resize(atoms, (0, 0));
    }

    /// Tells of a word of two atoms or more. Words must come by their first atom, the shorter before the longer.
    #[inline]
    pub fn add(&mut self, first: usize, length: usize, firmness: u8) {
        let last = first + length - 1;
        if last >= self.ends.len() {
            return;
        }
        if self.ends[last].0 < length as u8 {
            self.ends[last] = (length as u8, beside(length, firmness));
        }
        self.begins[first] = beside(length, firmness);
        for (offset, cross) in self.crosses[first..last].iter_mut().enumerate() {
            if cross.0 < length as u8 {
                *cross = (length as u8, across(length, offset, firmness));
            }
        }
    }

    /// What is beside and across the boundary after atom `n`: before it, after it, across it.
    #[inline]
    pub fn at(&self, n: usize) -> [u8; 3] {
        [self.ends[n].1, self.begins.get(n + 1).copied().unwrap_or(0), self.crosses[n].1]
    }
}

/// The number of a triple of [`LexiconView::at`] in a joint table.
#[inline]
pub fn joint([before, after, cross]: [u8; 3]) -> usize {
    (usize::from(before) * BESIDE + usize::from(after)) * ACROSS + usize::from(cross)
}

/// The number of four shapes in a joint table.
#[inline]
pub fn shapes([a, b, c, d]: [u8; 4]) -> usize {
    ((usize::from(a) * SHAPES + usize::from(b)) * SHAPES + usize::from(c)) * SHAPES + usize::from(d)
}

/// The hash of a run of symbols, grown by one symbol at a time from [`ROOT`].
#[inline]
pub fn grow(hash: u64, symbol: u32) -> u64 {
    let x = (hash ^ u64::from(symbol)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x ^ (x >> 32)
}

/// The hash of no symbols.
pub const ROOT: u64 = 0x5646_BC61_7A4B_2E95;
