//! Vietnamese family names, with how often each opens a name.

use crate::phrases::{BuildMix, lines};
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use std::collections::HashMap;

static WEIGHTS: Lazy<HashMap<u32, u32, BuildMix>> = Lazy::new(|| {
    let rows = lines(include_str!("../dictionaries/names/family.tsv"));
    let pairs = rows.filter_map(|row| {
        let (name, weight) = row.split_once('\t')?;
        let [id] = ids(name)[..] else { return None };
        Some((id, weight.parse().ok()?))
    });
    pairs.collect()
});

/// How often a word opens a name; `None` for what is no family name.
pub(crate) fn weight(atom: &Atom) -> Option<u32> {
    WEIGHTS.get(&atom.id()).copied()
}

/// Whether a word is a family name with its capital.
pub(crate) fn is_family(atom: &Atom) -> bool {
    atom.is_capital() && weight(atom).is_some()
}

/// Whether the atoms begin with what can only be a person's name: a family name and one to four further capitals, or one
/// capitalised syllable alone ("TS Tùng nói").
pub(crate) fn begins_person(atoms: &[Atom]) -> bool {
    let part = |(n, a): (usize, &Atom)| {
        a.kind == AtomKind::Syllable && a.case == Case::Title && (n == 0 || a.gap == Gap::Space)
    };
    let run = atoms.iter().take(6).enumerate().take_while(|&x| part(x)).count();
    match run {
        0 | 6.. => false,
        1 => atoms[0].span().len() > 1,
        _ => is_family(&atoms[0]),
    }
}
