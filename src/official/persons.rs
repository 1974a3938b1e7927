//! Who is the same person: full names that are equal, and short ones that end a full one.

use super::{Official, title};
use crate::scan::scan;
use std::collections::{HashMap, HashSet};

/// Gives equal persons equal numbers and drops what says the same again.
pub(super) fn number(officials: &mut Vec<Official>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut given: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for official in officials.iter_mut() {
        let name = official.name.to_lowercase();
        let last = name.rsplit(' ').next().unwrap_or("").to_owned();
        let short = !name.contains(' ');
        let before = known.get(&name).copied().or_else(|| given.get(&last).copied().filter(|_| short));
        official.person = before.unwrap_or(count);
        count += usize::from(before.is_none());
        known.insert(name, official.person);
        given.insert(last, official.person);
    }
    // "Tổng thống Carter" says nothing that "Tổng thống Mỹ Paul Carter" has not said.
    let said: HashSet<(usize, String)> =
        officials.iter().filter(|o| o.organization.is_some()).map(|o| (o.person, o.title.to_lowercase())).collect();
    officials.retain(|o| o.organization.is_some() || !said.contains(&(o.person, o.title.to_lowercase())));
    let mut seen = HashSet::new();
    officials
        .retain(|o| seen.insert((o.person, o.title.to_lowercase(), o.organization.as_deref().map(str::to_lowercase))));
}

/// A rank is no position of a person who has another one in the document.
pub(super) fn drop_ranks(officials: &mut Vec<Official>) {
    let is_rank = |o: &Official| {
        let atoms = scan(&o.title);
        o.organization.is_none() && title::rank(&atoms) == atoms.len()
    };
    let ranks: Vec<bool> = officials.iter().map(is_rank).collect();
    let office: HashSet<usize> =
        officials.iter().zip(&ranks).filter(|(_, rank)| !**rank).map(|(o, _)| o.person).collect();
    let mut at = 0;
    officials.retain(|o| {
        at += 1;
        !ranks[at - 1] || !office.contains(&o.person)
    });
}
