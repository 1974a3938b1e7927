//! What is counted and measured: the nouns and units that follow a number.

use super::scene::Scene;
use crate::phrases::{Phrases, lines};
use crate::scan::{Atom, Case};
use once_cell::sync::Lazy;

/// A unit of the dictionaries.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// A noun that is counted: "đề án".
    pub(super) noun: bool,
    /// A measure: "m2", "tấn", "tháng".
    pub(super) measure: bool,
    /// A measure of time.
    pub(super) time: bool,
    /// For short symbols, whose case tells them apart ("g" is a gram, "G" is not): how they are spelled.
    spellings: Vec<&'static str>,
}

const TIMES: [&str; 11] = ["giây", "phút", "giờ", "ngày", "đêm", "tuần", "tháng", "quý", "năm", "thập kỷ", "thế kỷ"];

static UNITS: Lazy<Phrases<Unit>> = Lazy::new(|| {
    let mut units: Phrases<Unit> = Phrases::default();
    for noun in lines(include_str!("../../dictionaries/units/nouns.txt")) {
        units.update(noun, |old| Unit { noun: true, ..old.unwrap_or_default() });
    }
    for row in lines(include_str!("../../dictionaries/units/measures.tsv")) {
        let mut columns = row.split('\t');
        let name = columns.next().unwrap_or("");
        let aliases = columns.nth(1).unwrap_or("").split(';').filter(|a| !a.is_empty());
        let time = TIMES.contains(&name);
        for spelling in std::iter::once(name).chain(aliases).filter(|s| !is_percent(s)) {
            units.update(spelling, |old| {
                let old = old.unwrap_or_default();
                let mut spellings = old.spellings;
                spellings.extend(is_symbol(spelling).then_some(spelling));
                Unit { noun: old.noun, measure: true, time: old.time || time, spellings }
            });
        }
    }
    units
});

fn is_percent(spelling: &str) -> bool {
    matches!(spelling, "%" | "o/o" | "phần trăm")
}

/// Up to three letters and digits: a symbol whose case counts.
fn is_symbol(spelling: &str) -> bool {
    spelling.len() <= 3 && spelling.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The longest unit at `at`: its length in atoms and what it is.
pub(super) fn longest(scene: &Scene, at: usize) -> Option<(usize, &'static Unit)> {
    let atoms = scene.rest(at);
    if !atoms.first().is_some_and(|a| a.case != Case::Title || a.span().len() <= 2) {
        return None;
    }
    UNITS.prefixes(atoms).filter(|(length, unit)| fits(scene, &atoms[..*length], unit)).last()
}

/// Whether the case of the atoms is that of the unit: a symbol as it is spelled, a noun in small letters (or in a line
/// of capitals).
fn fits(scene: &Scene, atoms: &[Atom], unit: &Unit) -> bool {
    let Some(first) = atoms.first() else { return false };
    if !unit.spellings.is_empty() && atoms.len() <= 2 {
        let text = scene.text(first);
        // A symbol of letters and digits ("m2") is told by its letters.
        return unit.spellings.iter().any(|s| s.strip_prefix(text).is_some_and(|rest| rest.len() < 2))
            || (unit.noun && first.case == Case::Lower);
    }
    matches!(first.case, Case::Lower | Case::None | Case::Mixed)
        || !unit.noun
        || (first.case == Case::Upper && atoms.iter().all(|a| a.case == Case::Upper) && atoms.len() > 1)
}
