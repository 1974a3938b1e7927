//! The model of zones: integer weights of features for each kind, and of one kind after another; the best row of kinds
//! for the paragraphs of a page is found by dynamic programming.
//!
//! The file is read in place: a header, the weights of transitions, and a hash table of features.

use super::ZoneKind;
use super::features::Sheet;
use crate::error::Error;
use once_cell::sync::Lazy;

/// The first bytes of the file.
pub const MAGIC: &[u8; 8] = b"vanbanZ\0";
/// The version of the layout and of the features that the weights are for.
pub const VERSION: u32 = 1;
/// Bytes of the header: magic, version, bits of the table's size.
pub const HEADER: usize = 16;
/// The kinds, in the order of their weights.
pub const KINDS: usize = 10;
/// Bytes of a record: fingerprint, a weight for each kind.
pub const RECORD: usize = 4 + 2 * KINDS;
/// The most records that a look-up passes: a damaged table may have no empty one.
const PROBES: usize = 256;
/// Bytes of the transitions: from the edge or a kind to each kind.
pub const TRANSITIONS: usize = (KINDS + 1) * KINDS * 2;

static BUILT_IN: Lazy<Model> =
    Lazy::new(|| Model::open(include_bytes!("../../dictionaries/models/zones.bin")).unwrap_or_default());

/// The built-in model.
pub(super) fn built_in() -> &'static Model {
    &BUILT_IN
}

/// Weights of features and transitions.
#[derive(Debug, Default, Clone)]
pub(crate) struct Model {
    transitions: Vec<[i32; KINDS]>,
    table: &'static [u8],
    bits: u32,
}

/// Spreads a feature over the table.
pub fn hash(feature: u64) -> u64 {
    (feature ^ (feature >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// What a record is known by; 0 is an empty one.
pub fn fingerprint(hash: u64) -> u32 {
    (hash as u32) | 1
}

/// The slot of a hash in a table of so many bits.
pub fn slot(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits.clamp(1, 32))) as usize
}

impl Model {
    /// Reads a model in place.
    ///
    /// # Errors
    /// A foreign, truncated or overlong file.
    pub(crate) fn open(bytes: &'static [u8]) -> Result<Model, Error> {
        let wrong = |cause: &str| Error::new("zones.bin", None, cause);
        let header = bytes.get(..HEADER).ok_or_else(|| wrong("truncated: not even a header"))?;
        if &header[..8] != MAGIC {
            return Err(wrong("not a model of zones"));
        }
        let word = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let bits = word(12);
        if word(8) != VERSION || !(1..=24).contains(&bits) {
            return Err(wrong("a model of another version of vanban"));
        }
        let rest = &bytes[HEADER..];
        if rest.len() != TRANSITIONS + (RECORD << bits) {
            return Err(wrong("truncated or overlong"));
        }
        let (transitions, table) = rest.split_at(TRANSITIONS);
        let transitions = transitions.chunks_exact(2 * KINDS).map(weights).collect();
        Ok(Model { transitions, table, bits })
    }

    /// The weights of a feature.
    fn weights(&self, feature: u64) -> Option<[i32; KINDS]> {
        let hash = hash(feature);
        let print = fingerprint(hash).to_le_bytes();
        let first = slot(hash, self.bits);
        for probe in 0..PROBES {
            let at = (first + probe) & ((1 << self.bits) - 1);
            let record = self.table.get(at * RECORD..(at + 1) * RECORD)?;
            if record[..4] == print {
                return Some(weights(&record[4..]));
            }
            if record[..4] == [0; 4] {
                break;
            }
        }
        None
    }

    /// The best row of kinds.
    pub(super) fn decode(&self, sheet: &Sheet) -> Vec<ZoneKind> {
        let scores: Vec<[i32; KINDS]> = (0..sheet.len())
            .map(|n| {
                let mut sum = [0; KINDS];
                sheet.of(n, |feature| {
                    if let Some(weights) = self.weights(feature) {
                        sum.iter_mut().zip(weights).for_each(|(s, w)| *s += w);
                    }
                });
                sum
            })
            .collect();
        best_row(&self.transitions, &scores).into_iter().map(|k| ALL[k]).collect()
    }
}

/// The kinds by their numbers.
pub const ALL: [ZoneKind; KINDS] = [
    ZoneKind::Letterhead,
    ZoneKind::Headline,
    ZoneKind::Lead,
    ZoneKind::Heading,
    ZoneKind::Caption,
    ZoneKind::Table,
    ZoneKind::Byline,
    ZoneKind::Signature,
    ZoneKind::Chrome,
    ZoneKind::Body,
];

fn weights(bytes: &[u8]) -> [i32; KINDS] {
    let mut weights = [0; KINDS];
    for (weight, pair) in weights.iter_mut().zip(bytes.chunks_exact(2)) {
        *weight = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
    }
    weights
}

/// The row of kinds with the greatest sum; the first of equal ones.
pub fn best_row(transitions: &[[i32; KINDS]], scores: &[[i32; KINDS]]) -> Vec<usize> {
    let step = |from: usize, to: usize| transitions.get(from).map_or(0, |t| t[to]);
    let mut sums = [0; KINDS];
    let mut back: Vec<[u8; KINDS]> = Vec::with_capacity(scores.len());
    for (n, own) in scores.iter().enumerate() {
        let mut next = [i32::MIN; KINDS];
        let mut from = [0; KINDS];
        for to in 0..KINDS {
            // Row 0 of the transitions is the edge of the page.
            let all = (0..KINDS).map(|k| if n == 0 { step(0, to) } else { sums[k] + step(1 + k, to) });
            for (k, sum) in all.enumerate() {
                if sum > next[to] {
                    (next[to], from[to]) = (sum, k as u8);
                }
            }
            next[to] = next[to].saturating_add(own[to]);
        }
        // Kept small, so that no length of page can overflow.
        let least = next.iter().copied().min().unwrap_or(0);
        next.iter_mut().for_each(|s| *s -= least);
        sums = next;
        back.push(from);
    }
    let mut kind = (0..KINDS).max_by_key(|&k| (sums[k], std::cmp::Reverse(k))).unwrap_or(0);
    let mut row = vec![0; scores.len()];
    for n in (0..scores.len()).rev() {
        row[n] = kind;
        kind = usize::from(back[n][kind]);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_told_apart() {
        static FILE: &[u8] = include_bytes!("../../dictionaries/models/zones.bin");
        assert!(Model::open(FILE).is_ok());
        for (bytes, cause) in
            [(&FILE[..10], "truncated"), (&FILE[..FILE.len() - 1], "truncated"), (&FILE[1..], "not a")]
        {
            let told = Model::open(bytes).map_err(|e| e.to_string());
            assert!(told.as_ref().is_err_and(|e| e.contains(cause)), "{told:?}");
        }
    }

    /// Found by the fuzz target `models`: the look-up went round such a table without end.
    #[test]
    fn a_table_without_an_empty_record_is_read_to_its_end() {
        let mut file = include_bytes!("../../dictionaries/models/zones.bin").to_vec();
        file[HEADER + TRANSITIONS..].fill(0xFF);
        let model = Model::open(file.leak()).unwrap();
        assert_eq!(model.weights(7), None);
    }

    /// No run of records is longer than a look-up goes, so that none is out of reach.
    #[test]
    fn every_record_of_the_built_in_model_is_in_reach() {
        let table: Vec<bool> = built_in().table.chunks_exact(RECORD).map(|r| r[..4] != [0; 4]).collect();
        let longest = table.split(|full| !full).map(<[bool]>::len).max().unwrap_or(0);
        assert!(longest > 0 && longest < PROBES, "{longest}");
    }

    #[test]
    fn kinds_of_a_row_agree_with_their_neighbours() {
        let mut transitions = vec![[0; KINDS]; KINDS + 1];
        transitions[1 + 9][8] = -5;
        let mut scores = vec![[0; KINDS]; 2];
        (scores[0][9], scores[1][8], scores[1][9]) = (10, 3, 1);
        assert_eq!(best_row(&transitions, &scores), [9, 9]);
        transitions[1 + 9][8] = 0;
        assert_eq!(best_row(&transitions, &scores), [9, 8]);
    }
}
