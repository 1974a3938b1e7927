//! Equal figures of a document: the same value in the same currency, for the same thing where it is told.

use super::super::Money;
use std::collections::HashMap;

/// What makes two figures equal.
type Key = (
    Option<rust_decimal::Decimal>,
    Option<rust_decimal::Decimal>,
    Option<rust_decimal::Decimal>,
    String,
    Option<String>,
);

/// A group of equal figures: its number, which is the place of its first figure, and what they cover.
struct Group {
    first: usize,
    covers: Option<String>,
    members: usize,
}

/// Gives equal figures the same number; a figure that stands alone gets none.
pub(in super::super) fn link(money: &mut [Money]) {
    let mut groups: HashMap<Key, Vec<Group>> = HashMap::new();
    for (n, sum) in money.iter_mut().enumerate().filter(|(_, m)| !m.vague) {
        let key = (sum.value, sum.low, sum.high, sum.currency.clone(), sum.per.clone());
        let same_key = groups.entry(key).or_default();
        let fits = |g: &&mut Group| g.covers.is_none() || sum.covers.is_none() || g.covers == sum.covers;
        match same_key.iter_mut().find(fits) {
            Some(group) => {
                group.members += 1;
                group.covers = group.covers.take().or_else(|| sum.covers.clone());
                sum.same_as = Some(group.first);
            }
            None => same_key.push(Group { first: n, covers: sum.covers.clone(), members: 1 }),
        }
    }
    for group in groups.into_values().flatten().filter(|g| g.members > 1) {
        if let Some(first) = money.get_mut(group.first) {
            first.same_as = Some(group.first);
        }
    }
}
