//! The inside of the segmenter for the `train` crate only; not part of the public interface.

pub mod damaged;

pub use crate::acronym::learn as acronyms;
use crate::scan::scan;
pub use crate::segment::features::*;
use crate::segment::{can_join, features, model, shape_length};
use crate::span::Span;
pub use crate::summary::learning as summary;
pub use crate::zone::learning as zones;

/// A sentence as the segmenter sees it, with an edge on either side of symbols and shapes.
#[derive(Debug, Clone)]
pub struct Line {
    /// The atoms' places.
    pub spans: Vec<Span>,
    /// The symbols, padded.
    pub symbols: Vec<u32>,
    /// The shapes, padded.
    pub shapes: Vec<u8>,
    /// For the boundary after atom n: what a typed token decides.
    pub fixed: Vec<Option<bool>>,
}

/// The sentence of a text.
pub fn line(text: &str) -> Line {
    let atoms = scan(text);
    let mut fixed = vec![None; atoms.len().saturating_sub(1)];
    let mut at = 0;
    while at < atoms.len() {
        let shape = shape_length(&atoms[at..]);
        if let Some((length, may_end_a_word)) = shape {
            fixed[at..at + length - 1].fill(Some(true));
            let before = at.checked_sub(1).filter(|_| !may_end_a_word);
            for outer in [before, Some(at + length - 1)].into_iter().flatten() {
                if let Some(boundary) = fixed.get_mut(outer) {
                    *boundary = Some(false);
                }
            }
        }
        at += shape.map_or(1, |(length, _)| length);
    }
    let mut shapes = vec![features::EDGE_SHAPE];
    features::shapes_of(&atoms, &mut shapes);
    shapes.push(features::EDGE_SHAPE);
    for (n, decided) in fixed.iter_mut().enumerate() {
        if decided.is_none() && !can_join(&atoms, n + 1) {
            *decided = Some(false);
        }
    }
    let pad = |edge, inner: Vec<_>| [vec![edge], inner, vec![edge]].concat();
    Line {
        spans: atoms.iter().map(|a| a.span()).collect(),
        symbols: pad(features::EDGE, atoms.iter().map(features::symbol).collect()),
        shapes,
        fixed,
    }
}

/// The symbols of a word.
pub fn symbols(word: &str) -> Vec<u32> {
    scan(word).iter().map(features::symbol).collect()
}

/// A run of one to [`LONGEST`] symbols.
#[derive(Debug, Clone, Default)]
pub struct RunWeights {
    /// For the boundaries from the one after the run's first symbol's successor backwards.
    pub weights: [f32; 4],
    /// The firmness of the run as a lexicon word.
    pub word: Option<u8>,
    /// Whether a longer run begins with it.
    pub continues: bool,
}

/// The parts of a model as they were learned.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Runs of symbols, in the order of their symbols.
    pub runs: std::collections::BTreeMap<Vec<u32>, RunWeights>,
    /// Weights of four shapes.
    pub shapes: Vec<f32>,
    /// Weights of the views of the lexicon.
    pub lexicon: Vec<f32>,
}

/// The bytes of a model file; `unit` is the weight that one unit of the integer scale stands for.
pub fn write(parts: &Parts, unit: f32) -> Vec<u8> {
    let short = |w: f32| ((w / unit).round().clamp(-32000.0, 32000.0) as i16).to_le_bytes();
    let coarse = |w: f32| (w / unit / model::COARSE as f32).round().clamp(-127.0, 127.0) as i8;
    let syllables = 1 + parts.runs.keys().filter(|k| k.len() == 1 && k[0] < 1 << 16).map(|k| k[0]).max().unwrap_or(0);
    let direct = |run: &[u32]| run.len() == 1 && run[0] < syllables;
    let empty = RunWeights::default();
    let records: Vec<_> = parts.runs.iter().filter(|(run, _)| !direct(run)).collect();
    let bits = (records.len() * 3 / 2).next_power_of_two().trailing_zeros().max(4);
    let mut bytes = model::MAGIC.to_vec();
    for word in [model::VERSION, syllables, bits] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.resize(24, 0);
    for symbol in 0..syllables {
        parts.runs.get(&vec![symbol]).unwrap_or(&empty).weights.iter().for_each(|&w| bytes.extend(short(w)));
    }
    parts.shapes.iter().chain(&parts.lexicon).for_each(|&w| bytes.extend(short(w)));
    let mut table = vec![0; model::RECORD << bits];
    for (run, own) in records {
        let hash = run.iter().fold(ROOT, |h, &s| grow(h, s));
        let free = (0..1usize << bits).map(|probe| ((hash >> 32) as usize + probe) & ((1 << bits) - 1));
        let Some(slot) = free.into_iter().find(|s| table[s * model::RECORD..][..4] == [0; 4]) else { continue };
        let record = &mut table[slot * model::RECORD..][..model::RECORD];
        record[..4].copy_from_slice(&model::fingerprint(hash).to_le_bytes());
        for (byte, &w) in record[4..8].iter_mut().zip(&own.weights) {
            *byte = coarse(w) as u8;
        }
        record[8] = own.word.map_or(0, |f| model::WORD | f) | if own.continues { model::CONTINUES } else { 0 };
    }
    bytes.extend(table);
    bytes
}
