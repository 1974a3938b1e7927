//! The model: one table for the lexicon and the weights of runs of atoms, read in place from its bytes.
//!
//! The idea of merging weights ahead of time and of one walk per position is vaporetto's (Akabe et al., 2022); the alphabet
//! here is the syllable, so that a walk has one or two steps. A run of one, two or three atoms has one record with its
//! weights for all the boundaries that it speaks for. Records lie in an open-addressing table; nothing is built at start-up.

use super::features::{self, ACROSS, BESIDE, LONGEST, LexiconView, ROOT, SHAPES, grow};
use crate::error::Error;
use crate::scan::Atom;
use once_cell::sync::Lazy;

/// The first bytes of a model file.
pub(crate) const MAGIC: &[u8; 8] = b"vanbanS\0";
/// The version of the layout.
pub(crate) const VERSION: u32 = 2;
/// Bytes of a record: fingerprint, four weights, flags.
pub(crate) const RECORD: usize = 9;
/// A weight in a record counts so many units of a weight in the other tables.
pub(crate) const COARSE: i32 = 8;
/// The most records that a look-up passes.
pub(crate) const PROBES: usize = 64;

/// Set where a longer run exists.
pub(crate) const CONTINUES: u8 = 0x80;
/// Set where the run is a lexicon word; the low bits are its firmness.
pub(crate) const WORD: u8 = 0x40;
const FIRMNESS_BITS: u8 = 0x07;

static BUILT_IN: Lazy<Model> =
    Lazy::new(|| Model::open(include_bytes!("../../dictionaries/models/segment.bin")).unwrap_or_default());

/// A segmentation model.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// Four weights a syllable.
    syllables: &'static [u8],
    /// A weight for each four shapes.
    shapes: &'static [u8],
    /// A weight for each view of the lexicon.
    lexicon: &'static [u8],
    /// The table of runs.
    records: &'static [u8],
    mask: u64,
}

/// A run of atoms that the model knows.
#[derive(Debug, Clone, Copy)]
struct Run {
    weights: [i8; 4],
    flags: u8,
}

impl Model {
    /// The built-in model.
    pub(crate) fn built_in() -> &'static Model {
        &BUILT_IN
    }

    /// Reads a model in place.
    ///
    /// # Errors
    /// A foreign, truncated or overlong file.
    pub(crate) fn open(bytes: &'static [u8]) -> Result<Model, Error> {
        let wrong = |cause: &str| Error::new("segment.bin", None, cause);
        let header = bytes.get(..24).ok_or_else(|| wrong("truncated: not even a header"))?;
        let word = |at: usize| header[at..at + 4].iter().rev().fold(0u32, |n, &b| n << 8 | u32::from(b));
        if &header[..8] != MAGIC {
            return Err(wrong("not a segmentation model"));
        }
        if word(8) != VERSION {
            return Err(wrong("a model of another version of vanban"));
        }
        let (syllables, bits) = (word(12) as usize, word(16));
        if bits > 24 || syllables > 1 << 17 {
            return Err(wrong("a header that makes no sense"));
        }
        let sizes = [syllables * 8, SHAPES.pow(4) * 2, BESIDE * BESIDE * ACROSS * 2, RECORD << bits];
        if bytes.len() != 24 + sizes.iter().sum::<usize>() {
            return Err(wrong("truncated, or with something behind its end"));
        }
        let (table, rest) = bytes[24..].split_at(sizes[0]);
        let (shapes, rest) = rest.split_at(sizes[1]);
        let (lexicon, records) = rest.split_at(sizes[2]);
        Ok(Model { syllables: table, shapes, lexicon, records, mask: (1 << bits) - 1 })
    }

    /// Scores every boundary of the sentence in `scratch`: above zero is a join.
    pub(crate) fn score(&self, scratch: &mut Scratch) {
        let padded = scratch.symbols.len();
        scratch.scores.clear();
        scratch.scores.resize(padded + 3, 0);
        scratch.lexicon.reset(padded.saturating_sub(2));
        for at in 0..padded {
            self.walk(at, scratch);
        }
        for (n, four) in scratch.shapes.windows(4).enumerate() {
            let shapes = short(self.shapes, features::shapes([four[0], four[1], four[2], four[3]]));
            let lexicon = short(self.lexicon, features::joint(scratch.lexicon.at(n)));
            scratch.scores[n + 1 + SHIFT] += i32::from(shapes) + i32::from(lexicon);
        }
    }

    /// Adds what the runs that begin at a (padded) place say.
    #[inline]
    fn walk(&self, at: usize, scratch: &mut Scratch) {
        let symbol = scratch.symbols[at];
        let mut hash = grow(ROOT, symbol);
        let place = symbol as usize * 8;
        if let Some(weights) = self.syllables.get(place..place + 8) {
            for (k, pair) in weights.chunks_exact(2).enumerate() {
                scratch.scores[at + 1 + SHIFT - k] += i32::from(i16::from_le_bytes([pair[0], pair[1]]));
            }
        } else if let Some(run) = self.get(hash) {
            scratch.add(at, &run.weights);
        }
        for length in 2..=LONGEST {
            let Some(&symbol) = scratch.symbols.get(at + length - 1) else { break };
            hash = grow(hash, symbol);
            let Some(run) = self.get(hash) else { break };
            if length <= 3 {
                scratch.add(at, &run.weights[..5 - length]);
            }
            if let (true, Some(first)) = (run.flags & WORD != 0, at.checked_sub(1)) {
                scratch.lexicon.add(first, length, run.flags & FIRMNESS_BITS);
            }
            if run.flags & CONTINUES == 0 {
                break;
            }
        }
    }

    #[inline]
    fn get(&self, hash: u64) -> Option<Run> {
        let fingerprint = fingerprint(hash);
        for probe in 0..PROBES as u64 {
            let at = ((hash >> 32).wrapping_add(probe) & self.mask) as usize * RECORD;
            let record = self.records.get(at..at + RECORD)?;
            let found = u32::from_le_bytes([record[0], record[1], record[2], record[3]]);
            if found == fingerprint {
                let weights = [record[4] as i8, record[5] as i8, record[6] as i8, record[7] as i8];
                return Some(Run { weights, flags: record[8] });
            }
            if found == 0 {
                return None;
            }
        }
        None
    }
}

/// The part of a hash that a record is told by; never zero, which marks an empty record.
#[inline]
pub(crate) fn fingerprint(hash: u64) -> u32 {
    (hash as u32).max(1)
}

/// Entry `n` of a table of 16-bit weights.
#[inline]
fn short(table: &[u8], n: usize) -> i16 {
    table.get(n * 2..n * 2 + 2).map_or(0, |b| i16::from_le_bytes([b[0], b[1]]))
}

/// Scores lie this far from their place, so that a window may reach over both ends.
const SHIFT: usize = 2;

/// The buffers of one thread, reused from sentence to sentence.
#[derive(Debug, Default, Clone)]
pub(crate) struct Scratch {
    symbols: Vec<u32>,
    shapes: Vec<u8>,
    lexicon: LexiconView,
    scores: Vec<i32>,
}

impl Scratch {
    /// Takes in a sentence, with an edge on either side.
    pub(crate) fn load(&mut self, atoms: &[Atom]) {
        self.symbols.clear();
        self.shapes.clear();
        self.symbols.push(features::EDGE);
        self.shapes.push(features::EDGE_SHAPE);
        self.symbols.extend(atoms.iter().map(features::symbol));
        features::shapes_of(atoms, &mut self.shapes);
        self.symbols.push(features::EDGE);
        self.shapes.push(features::EDGE_SHAPE);
    }

    /// Whether the atoms on either side of the boundary after atom `n` belong together.
    #[inline]
    pub(crate) fn joins(&self, n: usize) -> bool {
        self.scores.get(n + 1 + SHIFT).is_some_and(|&s| s > 0)
    }

    #[inline]
    fn add(&mut self, at: usize, weights: &[i8]) {
        for (k, &w) in weights.iter().enumerate() {
            self.scores[at + 1 + SHIFT - k] += i32::from(w) * COARSE;
        }
    }
}
