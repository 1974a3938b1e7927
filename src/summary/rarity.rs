//! How rare a syllable is: its inverse document frequency in news, a byte each.

use once_cell::sync::Lazy;

/// The first bytes of the file.
const MAGIC: &[u8; 8] = b"vanbanR\x01";
/// Units of a natural logarithm.
#[cfg(feature = "train")]
const SCALE: f64 = 16.0;
/// What is no syllable (a name, an acronym, a number) counts as rare as a syllable of one document in a hundred.
const OTHER: i64 = 74;

static TABLE: Lazy<&'static [u8]> = Lazy::new(|| {
    let bytes = include_bytes!("../../dictionaries/models/rarity.bin");
    bytes.strip_prefix(MAGIC).unwrap_or(&[])
});

/// The rarity of an atom's id, from 0 (in every document) to about 150.
pub(super) fn of(id: u32) -> i64 {
    match usize::try_from(id).ok().filter(|n| *n < 1 << 16) {
        Some(n) => TABLE.get(n).map_or(OTHER, |&b| i64::from(b)),
        None => OTHER,
    }
}

/// The bytes of a table from the number of documents and in how many each key stands.
#[cfg(feature = "train")]
pub(crate) fn write(documents: u32, counts: &[u32]) -> Vec<u8> {
    let last = counts.iter().rposition(|&c| c > 0).map_or(0, |n| n + 1);
    let byte = |&count: &u32| {
        let rarity = (f64::from(documents.max(1)) / f64::from(count.max(1))).ln() * SCALE;
        rarity.round().clamp(0.0, 255.0) as u8
    };
    MAGIC.iter().copied().chain(counts[..last].iter().map(byte)).collect()
}

#[cfg(test)]
mod tests {
    use crate::scan::ids;

    #[test]
    fn function_words_are_common_and_names_are_rare() {
        let rarity = |word: &str| super::of(ids(word)[0]);
        assert!(rarity("của") < 5 && rarity("và") < 5);
        assert!(rarity("khuyến") > rarity("công") && rarity("TTCN") > rarity("năm"));
    }
}
