//! The Vietnamese syllable: onset, rhyme and tone, and the number that stands for it in every table.
//!
//! A syllable's [`key`](Syllable::key) ignores case and where the tone mark is put (hòa = hoà, even the mistyped hòan =
//! hoàn), so that look-ups need no respelling of the text. The tables are generated from the rules of the orthography:
//! 28 onsets, about 150 rhymes, six tones (see Đoàn Thiện Thuật, *Ngữ âm tiếng Việt*, 1977).

use crate::letters::{self, Tone};
use once_cell::sync::Lazy;

/// Where the tone mark stands in open syllables in oa, oe and uy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TonePlacement {
    /// On the first vowel, as laws and most newspapers have it: hòa, khỏe, thủy.
    Old,
    /// On the main vowel, as schools have it (1989/QĐ-BGDĐT): hoà, khoẻ, thuỷ.
    New,
}

/// A parsed syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Syllable {
    base: u16,
    tone: Tone,
}

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay \
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu êc \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    y yêm yên yêng yêt yêu ynh yt ych ym yn yp yu ya \
    o oc oi om on ong op ot ooc oong oon oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt \
    oe oen oeo oet oem \
    ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơc ơng \
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uôp uân uâng uât uây uâ uê uêch uênh uên uêt uêu uơ uơn uơt uơi \
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ue uen \
    ư ưa ưc ưi ưn ưng ưt ưu ưm ươc ươi ươm ươn ương ươp ươt ươu";

struct Tables {
    /// Toneless spellings, sorted; a syllable's base is its place here.
    bases: Vec<Box<str>>,
    index: Index,
}

static TABLES: Lazy<Tables> = Lazy::new(|| {
    let mut bases: Vec<Box<str>> = Vec::new();
    for onset in ONSETS {
        for rhyme in RHYMES.split_ascii_whitespace().filter(|r| fits(onset, r)) {
            bases.push(format!("{onset}{rhyme}").into());
        }
    }
    bases.push("gi".into());
    bases.sort_unstable();
    bases.dedup();
    let mut index = Index::with_capacity(bases.len() * 14);
    for (n, base) in bases.iter().enumerate() {
        for tone in Tone::ALL {
            let syllable = Syllable { base: n as u16, tone };
            for at in vowels(base) {
                index.insert(&spell(base, at, tone), syllable);
            }
        }
    }
    Tables { bases, index }
});

/// Whether the orthography lets the rhyme follow the onset.
fn fits(onset: &str, rhyme: &str) -> bool {
    let first = rhyme.chars().next().unwrap_or(' ');
    let front = matches!(first, 'e' | 'ê' | 'i' | 'y');
    match onset {
        "gh" | "ngh" => front,
        "g" | "ng" => !front || rhyme == "i",
        "c" => !front,
        "qu" => !matches!(first, 'u' | 'ư') && !rhyme.starts_with("oo") && rhyme != "ia",
        "gi" => rhyme != "y" && !(first == 'y' && rhyme.len() > 1),
        "" => true,
        _ => first != 'y' || rhyme == "y" || rhyme == "yt" || rhyme == "ynh",
    }
}

/// Places (in letters) where a tone mark may be typed: every vowel but the u of qu and the i of gi before a vowel.
fn vowels(base: &str) -> impl Iterator<Item = usize> + '_ {
    let glide = base.starts_with("qu") || (base.starts_with("gi") && base.len() > 2 && !base.starts_with("giê"));
    base.chars().enumerate().filter(move |&(n, c)| letters::untone(c).is_some() && !(glide && n == 1)).map(|(n, _)| n)
}

fn spell(base: &str, at: usize, tone: Tone) -> String {
    base.chars().enumerate().map(|(n, c)| if n == at { letters::with_tone(c, tone) } else { c }).collect()
}

impl Syllable {
    /// Reads one syllable in any case and with the tone mark on any of its vowels; `None` for what is no Vietnamese syllable.
    ///
    /// ```
    /// use vanban::syllable::Syllable;
    /// let key = |s| Syllable::parse(s).unwrap().key();
    /// assert_eq!(key("hòa"), key("HOÀ")); // "peace", in both spellings
    /// assert!(Syllable::parse("export").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Syllable> {
        let mut folded = Folded::default();
        for c in text.chars() {
            folded.push(letters::fold(c));
        }
        Syllable::of_folded(&folded)
    }

    /// The syllable of letters that are folded already.
    pub(crate) fn of_folded(letters: &Folded) -> Option<Syllable> {
        TABLES.index.get(letters)
    }

    /// The number that stands for the syllable in every table: 1 and up, below 2^16, the same for all spellings of it.
    ///
    /// It is fixed within one [`DATA_VERSION`](crate::DATA_VERSION) only.
    pub fn key(self) -> u16 {
        self.base * 6 + self.tone as u16 + 1
    }

    /// The tone.
    pub fn tone(self) -> Tone {
        self.tone
    }

    /// The syllable without its tone: "cong" keeps its vowels' own marks, so cộng gives "công".
    pub fn base(self) -> &'static str {
        &TABLES.bases[self.base as usize]
    }

    /// The onset as it is spelled: "", "ngh", "qu".
    pub fn onset(self) -> &'static str {
        split(self.base()).0
    }

    /// The rhyme without its tone: "ương".
    pub fn rhyme(self) -> &'static str {
        split(self.base()).1
    }

    /// The lower-case spelling with the tone mark where `placement` wants it.
    pub fn spell(self, placement: TonePlacement) -> String {
        let base = self.base();
        let places: Vec<(usize, char)> = vowels(base).map(|n| (n, base.chars().nth(n).unwrap_or(' '))).collect();
        spell(base, mark(base, &places, placement), self.tone)
    }
}

/// The letter that carries the tone mark.
fn mark(base: &str, places: &[(usize, char)], placement: TonePlacement) -> usize {
    // A vowel with a mark of its own carries the tone, the last one in ươ.
    if let Some(&(n, _)) = places.iter().rev().find(|(_, c)| matches!(c, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư')) {
        return n;
    }
    let Some(&(last, _)) = places.last() else { return 0 };
    let closed = last + 1 < base.chars().count();
    let first = places[0].0;
    match places.len() {
        1 => first,
        2 if closed => last,
        2 => match (places[0].1, places[1].1) {
            ('o', 'a' | 'e') | ('u', 'y') => {
                if placement == TonePlacement::Old {
                    first
                } else {
                    last
                }
            }
            ('u', 'e') => last,
            _ => first,
        },
        _ => places[1].0,
    }
}

/// Onset and rhyme of a base.
fn split(base: &'static str) -> (&'static str, &'static str) {
    if base == "gi" {
        return ("g", "i");
    }
    let onset = ONSETS.iter().filter(|o| base.starts_with(**o) && base.len() > o.len()).max_by_key(|o| o.len());
    base.split_at(onset.map_or(0, |o| o.len()))
}

/// Up to sixteen bytes of folded letters, packed for comparison; longer runs are no syllable.
#[derive(Default, Clone, Copy)]
pub(crate) struct Folded {
    low: u64,
    high: u64,
    len: u32,
}

impl Folded {
    /// Adds one folded letter.
    #[inline]
    pub(crate) fn push(&mut self, c: char) {
        let mut buffer = [0; 4];
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            self.push_byte(byte);
        }
    }

    #[inline]
    pub(crate) fn push_byte(&mut self, byte: u8) {
        match self.len {
            0..8 => self.low |= u64::from(byte) << (8 * self.len),
            8..16 => self.high |= u64::from(byte) << (8 * (self.len - 8)),
            _ => {}
        }
        self.len += 1;
    }

    #[inline]
    fn packed(&self) -> u128 {
        u128::from(self.high) << 64 | u128::from(self.low)
    }

    #[inline]
    fn slot(&self, bits: u32) -> usize {
        let half = self.low ^ self.high.rotate_left(29);
        (half.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize
    }
}

/// A table from folded spellings to syllables, open addressing over packed bytes.
struct Index {
    slots: Vec<(u128, u16)>,
    bits: u32,
}

impl Index {
    fn with_capacity(n: usize) -> Index {
        let bits = (2 * n).next_power_of_two().trailing_zeros();
        Index { slots: vec![(0, 0); 1 << bits], bits }
    }

    fn insert(&mut self, spelling: &str, syllable: Syllable) {
        let mut key = Folded::default();
        spelling.bytes().for_each(|b| key.push_byte(b));
        let mask = self.slots.len() - 1;
        let mut at = key.slot(self.bits);
        while self.slots[at].0 != 0 && self.slots[at].0 != key.packed() {
            at = (at + 1) & mask;
        }
        if self.slots[at].0 == 0 {
            self.slots[at] = (key.packed(), syllable.key());
        }
    }

    #[inline]
    fn get(&self, key: &Folded) -> Option<Syllable> {
        if key.len == 0 || key.len > 16 {
            return None;
        }
        let wanted = key.packed();
        // A NUL at the end would pack like nothing: "a\0" is no "a", and "\0" no empty slot.
        if (128 - wanted.leading_zeros()).div_ceil(8) != key.len {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = key.slot(self.bits);
        loop {
            let (packed, number) = self.slots[at];
            if packed == wanted {
                return Some(Syllable { base: (number - 1) / 6, tone: Tone::ALL[usize::from((number - 1) % 6)] });
            }
            if packed == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> u16 {
        Syllable::parse(text).unwrap_or_else(|| panic!("{text} is a syllable")).key()
    }

    #[test]
    fn nul_is_no_letter() {
        for text in ["\0", "\0\0", "a\0", "\0a", ""] {
            assert!(Syllable::parse(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn spellings_of_one_syllable_share_a_key() {
        for (a, b) in [
            ("hòa", "hoà"),
            ("HÒA", "hòa"),
            ("hòan", "hoàn"),
            ("cuả", "của"),
            ("lựơng", "lượng"),
            ("súyt", "suýt"),
            ("baỏ", "bảo"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        for (a, b) in [("hoa", "hoà"), ("ma", "mà"), ("da", "đa"), ("quy", "qui"), ("gì", "gi")] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn foreign_words_are_no_syllables() {
        for word in ["export", "jazz", "file", "WTO", "xtrô", "bigc", "", "ngihn"] {
            assert!(Syllable::parse(word).is_none(), "{word}");
        }
    }

    #[test]
    fn parts_are_those_of_the_orthography() {
        let parts = |s: &str| Syllable::parse(s).map(|s| (s.onset(), s.rhyme(), s.tone())).unwrap();
        assert_eq!(parts("nghiệp"), ("ngh", "iêp", Tone::Nang));
        assert_eq!(parts("Quốc"), ("qu", "ôc", Tone::Sac));
        assert_eq!(parts("giếng"), ("gi", "êng", Tone::Sac));
        assert_eq!(parts("gì"), ("g", "i", Tone::Huyen));
        assert_eq!(parts("Ủy"), ("", "uy", Tone::Hoi));
        assert_eq!(parts("thương"), ("th", "ương", Tone::Level));
    }

    #[test]
    fn keys_fit_sixteen_bits() {
        assert!(TABLES.bases.len() * 6 < usize::from(u16::MAX));
    }
}
