//! What was learned of summaries: weights of the features, evidence of a lead, and how rare syllables are in news.
//!
//! The file is read in place: a header, the weight sets, the weights of lead evidence, the table of rarities.

use super::features::COUNT;
use crate::error::Error;
use once_cell::sync::Lazy;

/// The first bytes of the file.
pub const MAGIC: &[u8; 8] = b"vanbanY\0";
/// The version of the layout and of the features that the weights are for.
pub const VERSION: u32 = 1;
/// Bytes of the header: magic, version, features, rarities, a spare word.
const HEADER: usize = 24;
/// Weight sets: without and with a title, each for texts without and with a lead.
pub const SETS: usize = 4;
/// The sentences at the beginning whose features are evidence of a lead.
pub const FIRST: usize = 3;
/// Weights of a lead's features: an offset and those of the first sentences.
pub const LEAD_FEATURES: usize = 1 + FIRST * COUNT;
/// Weights of a lead's words, by hash.
pub const LEAD_WORDS: usize = 1 << 15;
/// A weight of a word counts so many units of the other weights.
pub const COARSE: i64 = 1 << 14;
/// What is no syllable (a name, an acronym, a number) counts as rare as a syllable of one document in a hundred.
const OTHER: i32 = 74;

static BUILT_IN: Lazy<Model> =
    Lazy::new(|| Model::open(include_bytes!("../../dictionaries/models/summary.bin")).unwrap_or_default());

/// The built-in model.
pub(super) fn built_in() -> &'static Model {
    &BUILT_IN
}

/// Weights and rarities.
#[derive(Debug, Default, Clone)]
pub struct Model {
    sets: Vec<[i32; COUNT]>,
    lead: Vec<Vec<i32>>,
    lead_words: &'static [u8],
    rarities: &'static [u8],
}

impl Model {
    /// Reads a model in place.
    ///
    /// # Errors
    /// A foreign, truncated or overlong file.
    pub(crate) fn open(bytes: &'static [u8]) -> Result<Model, Error> {
        let wrong = |cause: &str| Error::new("summary.bin", None, cause);
        let header = bytes.get(..HEADER).ok_or_else(|| wrong("truncated: not even a header"))?;
        if &header[..8] != MAGIC {
            return Err(wrong("not a model of summaries"));
        }
        if word(header, 8) as u32 != VERSION || word(header, 12) as usize != COUNT {
            return Err(wrong("a model of another version of vanban"));
        }
        let rarities = word(header, 16) as usize;
        let sizes = [SETS * COUNT * 4, 2 * LEAD_FEATURES * 4, 2 * LEAD_WORDS];
        if rarities > 1 << 16 || bytes.len() != HEADER + sizes.iter().sum::<usize>() + rarities {
            return Err(wrong("truncated, or with something behind its end"));
        }
        let (sets, rest) = bytes[HEADER..].split_at(sizes[0]);
        let (lead, rest) = rest.split_at(sizes[1]);
        let (lead_words, rarities) = rest.split_at(sizes[2]);
        let set = |n: usize| std::array::from_fn(|k| word(sets, (n * COUNT + k) * 4));
        let evidence = |n: usize| (0..LEAD_FEATURES).map(|k| word(lead, (n * LEAD_FEATURES + k) * 4)).collect();
        Ok(Model { sets: (0..SETS).map(set).collect(), lead: (0..2).map(evidence).collect(), lead_words, rarities })
    }

    /// How rare an atom's id is in news: from 0, in every text, to about 150.
    #[inline]
    pub(super) fn rarity(&self, id: u32) -> i32 {
        match usize::try_from(id).ok().filter(|n| *n < 1 << 16) {
            Some(n) => self.rarities.get(n).map_or(OTHER, |&b| i32::from(b)),
            None => OTHER,
        }
    }

    /// The weights for a text with or without a title and a lead.
    pub(super) fn weights(&self, titled: bool, lead: bool) -> &[i32; COUNT] {
        static NOTHING: [i32; COUNT] = [0; COUNT];
        self.sets.get(usize::from(titled) * 2 + usize::from(lead)).unwrap_or(&NOTHING)
    }

    /// The weights of the features of a text's first sentences as evidence of a lead.
    pub(super) fn lead(&self, titled: bool) -> &[i32] {
        self.lead.get(usize::from(titled)).map_or(&[], Vec::as_slice)
    }

    /// The weight of a word of a text's first sentences as evidence of a lead.
    #[inline]
    pub(super) fn lead_word(&self, titled: bool, place: usize) -> i64 {
        let at = usize::from(titled) * LEAD_WORDS + place % LEAD_WORDS;
        self.lead_words.get(at).map_or(0, |&b| i64::from(b as i8) * COARSE)
    }
}

/// The word at a place; 0 where the bytes end before.
fn word(bytes: &[u8], at: usize) -> i32 {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => i32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static FILE: &[u8] = include_bytes!("../../dictionaries/models/summary.bin");

    #[test]
    fn the_built_in_model_opens() {
        let model = Model::open(FILE).unwrap();
        assert!(model.sets.iter().flatten().any(|&w| w != 0));
        assert!(FILE.len() < 1 << 20);
    }

    #[test]
    fn foreign_and_truncated_files_are_errors() {
        let cut = |n: usize| Model::open(FILE.get(..n).unwrap()).is_err();
        assert!([0, 7, 23, 24, 1000, FILE.len() - 1].into_iter().all(cut));
        let longer: &'static [u8] = [FILE, &[0]].concat().leak();
        assert!(Model::open(longer).is_err());
        for at in [0, 8, 12, 16] {
            let mut other = FILE.to_vec();
            other[at] ^= 0x55;
            assert!(Model::open(other.leak()).is_err(), "{at}");
        }
    }
}
