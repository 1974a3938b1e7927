//! The words of numbers, by the id of their syllable.

use super::super::{digits, scene::Scene};
use super::Number;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

/// What a word is in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Class {
    None,
    /// Digits.
    Digits,
    /// không, một … chín.
    Digit(u8),
    /// mốt, tư, lăm: forms of a digit that only follow a ten.
    After(u8),
    /// mười; hăm and băm are a short hai mươi and ba mươi.
    Ten(u8),
    /// mươi.
    Tens,
    /// The power of ten of chục, trăm, nghìn, vạn, triệu, tỷ.
    Scale(u8),
    /// linh, lẻ.
    And,
    /// rưỡi.
    AndHalf,
    /// nửa.
    Half,
    /// âm.
    Minus,
    /// phẩy, chấm.
    Point,
    /// hàng, vài, mấy …: a size and no number.
    Vague,
}

const WORDS: [(&str, Class); 44] = [
    ("không", Class::Digit(0)),
    ("một", Class::Digit(1)),
    ("hai", Class::Digit(2)),
    ("ba", Class::Digit(3)),
    ("bốn", Class::Digit(4)),
    ("năm", Class::Digit(5)),
    ("sáu", Class::Digit(6)),
    ("bảy", Class::Digit(7)),
    ("bẩy", Class::Digit(7)),
    ("tám", Class::Digit(8)),
    ("chín", Class::Digit(9)),
    ("mốt", Class::After(1)),
    ("tư", Class::After(4)),
    ("lăm", Class::After(5)),
    ("nhăm", Class::After(5)),
    ("mười", Class::Ten(1)),
    ("hăm", Class::Ten(2)),
    ("băm", Class::Ten(3)),
    ("mươi", Class::Tens),
    ("chục", Class::Scale(1)),
    ("trăm", Class::Scale(2)),
    ("nghìn", Class::Scale(3)),
    ("ngàn", Class::Scale(3)),
    ("vạn", Class::Scale(4)),
    ("triệu", Class::Scale(6)),
    ("tỷ", Class::Scale(9)),
    ("tỉ", Class::Scale(9)),
    ("linh", Class::And),
    ("lẻ", Class::And),
    ("rưỡi", Class::AndHalf),
    ("rưởi", Class::AndHalf),
    ("nửa", Class::Half),
    ("âm", Class::Minus),
    ("phẩy", Class::Point),
    ("phảy", Class::Point),
    ("chấm", Class::Point),
    ("hàng", Class::Vague),
    ("vài", Class::Vague),
    ("mấy", Class::Vague),
    ("nhiều", Class::Vague),
    ("cả", Class::Vague),
    ("dăm", Class::Vague),
    ("bạc", Class::Vague),
    ("tiền", Class::Vague),
];

/// The class of every syllable, by its id (which is below 2^16).
static CLASSES: Lazy<Vec<Class>> = Lazy::new(|| {
    let mut classes = vec![Class::None; 1 << 16];
    for (word, class) in WORDS {
        for id in ids(word) {
            if let Some(slot) = classes.get_mut(id as usize) {
                *slot = class;
            }
        }
    }
    classes
});

/// What an atom is in a number.
#[inline]
pub(in super::super) fn class_of(atom: &Atom) -> Class {
    match atom.kind {
        AtomKind::Syllable => CLASSES.get(atom.id() as usize).copied().unwrap_or(Class::None),
        AtomKind::Number => Class::Digits,
        _ => Class::None,
    }
}

/// What the atom at `at` is in a number.
#[inline]
pub(in super::super) fn class(scene: &Scene, at: usize) -> Class {
    scene.get(at).map_or(Class::None, class_of)
}

/// Phrases that begin like a scale word: "tỷ lệ", "triệu tập".
static NOT_SCALES: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/units/not-scale.txt")));

/// Scale words that are no syllables, after digits only.
static SHORT: Lazy<Phrases<u32>> = Lazy::new(|| {
    let mut all = Phrases::default();
    for (word, power) in [("k", 3), ("tr", 6), ("million", 6), ("mn", 6), ("billion", 9), ("bn", 9), ("trillion", 12)] {
        all.insert(word, power);
    }
    all
});

/// The power of ten of the scale word at `at`, and where it ends.
pub(super) fn scale(scene: &Scene, at: usize, after_digits: bool) -> Option<(u32, usize)> {
    let atom = scene.get(at).filter(|a| a.gap < Gap::Blank || at == 0)?;
    if let Class::Scale(power) = class_of(atom) {
        let named = atom.case == Case::Title && scene.get(at + 1).is_some_and(|n| n.case == Case::Title && n.is_word());
        // "Triệu Sơn" is a place; "Một Tỷ Đồng" a headline.
        let headline = scene.get(at + 1).is_some_and(|n| n.id() == dong() || matches!(class_of(n), Class::Scale(_)));
        let other = NOT_SCALES.starts(scene.rest(at)) || (named && !headline);
        return (!other).then_some((u32::from(power), at + 1));
    }
    if !after_digits || atom.kind != AtomKind::Word {
        return None;
    }
    let power = *SHORT.get(scene.slice(at..at + 1))?;
    let text = scene.text(atom);
    // A "K" is Kelvin, karat and a name as well; a small one glued to its digits is a thousand.
    let glued = atom.gap == Gap::None && atom.case == Case::Lower;
    let counts = match text {
        "k" => glued,
        "K" => atom.gap == Gap::None && super::currency::after(scene, at + 1, true).is_some(),
        "Tr" | "TR" | "Bn" | "Mn" => false,
        _ => true,
    };
    counts.then_some((power, at + 1))
}

/// The id of "đồng".
pub(in super::super) fn dong() -> u32 {
    static DONG: Lazy<u32> = Lazy::new(|| ids("đồng").first().copied().unwrap_or(0));
    *DONG
}

/// "tiền", which goes on after "2 tỷ mốt".
pub(super) fn money() -> &'static [u32] {
    static MONEY: Lazy<Vec<u32>> = Lazy::new(|| ids("tiền"));
    &MONEY
}

/// Digits as decimals: 77 is 0.77.
pub(super) fn decimals(scene: &Scene, at: usize) -> Option<(Decimal, usize)> {
    let atom = scene.get(at).filter(|a| a.kind == AtomKind::Number)?;
    let text = scene.text(atom);
    let digits = digits::read(text).filter(|d| d.shape == digits::Shape::Plain)?;
    let value = digits.value.checked_div(Decimal::from(10u64.checked_pow(u32::try_from(digits.length).ok()?)?))?;
    let (value, end) = metric(scene, value, at + 1)?;
    Some((value, end))
}

/// Letters of size glued to a whole number: "1,2M", "0,0012G".
pub(super) fn metric(scene: &Scene, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
    let Some(atom) = scene.get(end).filter(|a| a.gap == Gap::None) else { return Some((value, end)) };
    let power = match scene.text(atom) {
        "K" => 3,
        "M" | "m" => 6,
        "G" => 9,
        _ => return Some((value, end)),
    };
    Some((value.checked_mul(Decimal::from(10u64.pow(power)))?, end + 1))
}

/// A word that is a number only where nothing else stands with it: "không", "trăm".
pub(super) fn bare(scene: &Scene, at: usize) -> Option<Number> {
    let value = match class(scene, at) {
        Class::Digit(d) => Decimal::from(d),
        Class::Scale(power) => Decimal::from(10u64.pow(u32::from(power))),
        _ => return None,
    };
    Some(Number { atoms: at..at + 1, value, low: None, other: None, scale: Decimal::ONE, digits: None })
}
