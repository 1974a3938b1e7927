//! The provinces and centrally run cities, with what became of them.

use super::Fate;
use crate::phrases::{Phrases, lines};
use crate::scan::Atom;
use once_cell::sync::Lazy;

/// A province as it was called and ranked for a time (ISO days, inclusive; empty where open).
#[derive(Debug)]
struct Province {
    name: &'static str,
    level: &'static str,
    from: &'static str,
    until: &'static str,
    successor: &'static str,
    aliases: &'static str,
}

static PROVINCES: Lazy<Vec<Province>> = Lazy::new(|| {
    let rows = lines(include_str!("../../dictionaries/places/provinces.tsv"));
    let province = |row: &'static str| {
        let cell = |n| row.split('\t').nth(n).unwrap_or("");
        let (name, level, from, until) = (cell(0), cell(2), cell(3), cell(4));
        Province { name, level, from, until, successor: cell(5), aliases: cell(7) }
    };
    rows.map(province).collect()
});

/// Names in all spellings, with the number of the first row.
static NAMES: Lazy<Phrases<usize>> = Lazy::new(|| {
    let mut names = Phrases::default();
    for (number, province) in PROVINCES.iter().enumerate() {
        for spelling in std::iter::once(province.name).chain(province.aliases.split(';')).filter(|s| !s.is_empty()) {
            names.update(spelling, |old| old.unwrap_or(number));
        }
    }
    names
});

/// All spellings of all names.
pub(super) fn spellings() -> impl Iterator<Item = &'static str> {
    PROVINCES.iter().flat_map(|p| std::iter::once(p.name).chain(p.aliases.split(';'))).filter(|s| !s.is_empty())
}

/// The length of the name of a province that the atoms begin with; 0 for none.
pub(super) fn length(atoms: &[Atom]) -> usize {
    let capital = atoms.first().is_some_and(Atom::is_capital);
    NAMES.longest(atoms).filter(|_| capital).map_or(0, |(length, _)| length)
}

/// What became by a day of the province whose name fills the atoms: its level and name.
pub(super) fn fate(atoms: &[Atom], day: &str) -> Option<Fate> {
    let (length, &number) = NAMES.longest(atoms)?;
    let first = PROVINCES.get(number).filter(|_| length == atoms.len())?;
    let alive = |name: &str| {
        let rows = PROVINCES.iter().filter(|p| p.name == name);
        rows.into_iter()
            .find(|p| (p.from.is_empty() || p.from <= day) && (p.until.is_empty() || day <= p.until))
            .map(|p| format!("{} {}", p.level, p.name))
    };
    if let Some(same) = alive(first.name) {
        return Some(Fate::Same(same));
    }
    let last = PROVINCES.iter().filter(|p| p.name == first.name).max_by_key(|p| p.until)?;
    match alive(last.successor) {
        Some(successor) => Some(Fate::Successor(successor)),
        None => Some(Fate::Ended(last.until)),
    }
}
