//! Bodies of the state and the party by their name and by the code in the numbers of their documents.

use super::Fate;
use crate::phrases::{Phrases, lines};
use crate::scan::Atom;
use once_cell::sync::Lazy;
use std::collections::HashMap;

/// A body that issues documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) name: &'static str,
    /// The first and the last day that it was called so (ISO); empty where open or not recorded.
    from: &'static str,
    until: &'static str,
    /// What took over most of its tasks; empty for none.
    successor: &'static str,
}

impl Body {
    /// Whether it was called so on that day (ISO).
    pub(crate) fn is_alive(&self, day: &str) -> bool {
        (self.from.is_empty() || self.from <= day) && (self.until.is_empty() || day <= self.until)
    }
}

struct Gazetteer {
    bodies: Vec<Body>,
    codes: HashMap<&'static str, Vec<usize>>,
    names: Phrases<usize>,
    /// The names of central bodies, without their codes.
    central: Phrases<()>,
}

static GAZETTEER: Lazy<Gazetteer> = Lazy::new(|| {
    let mut all =
        Gazetteer { bodies: Vec::new(), codes: HashMap::new(), names: Phrases::default(), central: Phrases::default() };
    for row in lines(include_str!("../../dictionaries/bodies/central.tsv")) {
        let cell = |n| row.split('\t').nth(n).unwrap_or("");
        let (code, name) = (cell(0), cell(1));
        let aliases = || cell(7).split(';').filter(|a| !a.is_empty());
        for spelling in std::iter::once(name).chain(aliases()) {
            all.central.insert(spelling, ());
        }
        all.add(Body { name, from: cell(3), until: cell(4), successor: cell(5) }, code, aliases());
    }
    for row in lines(include_str!("../../dictionaries/bodies/local.tsv")) {
        if let Some((code, name)) = row.split_once('\t') {
            all.add(Body { name, from: "", until: "", successor: "" }, code, std::iter::empty());
        }
    }
    all
});

impl Gazetteer {
    fn add(&mut self, body: Body, code: &'static str, aliases: impl Iterator<Item = &'static str>) {
        let number = self.bodies.len();
        self.names.insert(body.name, number);
        for alias in aliases.chain(Some(code).filter(|c| !c.is_empty())) {
            self.names.update(alias, |old| old.unwrap_or(number));
            if alias.chars().all(|c| !c.is_whitespace()) {
                self.codes.entry(alias).or_default().push(number);
            }
        }
        self.bodies.push(body);
    }
}

/// The names of central bodies.
pub(super) fn central() -> &'static Phrases<()> {
    &GAZETTEER.central
}

/// What became of a body by a day (ISO).
pub(super) fn fate(body: &'static Body, day: &str) -> Option<Fate> {
    let mut now = body;
    // Successors in a row: a table that leads in a circle must not hold us.
    for _ in 0..8 {
        if now.is_alive(day) {
            return Some(if now == body { Fate::Same(now.name.into()) } else { Fate::Successor(now.name.into()) });
        }
        if !now.from.is_empty() && day < now.from {
            return None;
        }
        if now.successor.is_empty() {
            return Some(Fate::Ended(now.until));
        }
        let next = GAZETTEER.bodies.iter().find(|b| b.name == now.successor && (b.until.is_empty() || day <= b.until));
        let Some(next) = next else { return Some(Fate::Successor(now.successor.into())) };
        now = next;
    }
    None
}

/// The body of a code ("BCT") as of a day (ISO, where one is known).
pub(crate) fn body_by_code(code: &str, day: Option<&str>) -> Option<&'static Body> {
    let numbers = GAZETTEER.codes.get(code)?;
    let bodies = || numbers.iter().filter_map(|&n| GAZETTEER.bodies.get(n));
    let alive = day.and_then(|d| bodies().find(|b| b.is_alive(d)));
    alive.or_else(|| bodies().find(|b| b.until.is_empty())).or_else(|| bodies().next())
}

/// The longest name of a body, its short forms and codes included, that the atoms begin with.
pub(crate) fn body_at(atoms: &[Atom]) -> Option<(usize, &'static Body)> {
    let (length, number) = GAZETTEER.names.longest(atoms)?;
    Some((length, GAZETTEER.bodies.get(*number)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    #[test]
    fn bodies_are_found_by_code_and_name() {
        let name = |code, day| body_by_code(code, day).map(|b| b.name);
        assert_eq!(name("BCT", None), Some("Bộ Công Thương"));
        assert_eq!(name("TTg", Some("2020-01-01")), Some("Thủ tướng Chính phủ"));
        assert_eq!(name("PVN", Some("2020-01-01")), Some("Tập đoàn Dầu khí Việt Nam"));
        assert_eq!(name("XYZ", None), None);
        assert_eq!(body_at(&scan("BỘ CÔNG THƯƠNG và")).map(|b| b.0), Some(3));
    }
}
