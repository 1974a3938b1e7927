//! Whether one of several figures is the sum of others.

use rust_decimal::Decimal;
use std::collections::HashSet;

/// Among more figures than this no one looks for parts: every set of them would have to be added up.
const MOST: usize = 12;

/// Whether one of these different figures is the sum of two or more of the others; among very many it may well be, and
/// that is the answer then.
pub(crate) fn some_whole_has_parts(figures: &[Decimal]) -> bool {
    let figures: Vec<Decimal> = figures.iter().copied().filter(|f| *f > Decimal::ZERO).collect();
    if figures.len() > MOST {
        return true;
    }
    let wholes: HashSet<Decimal> = figures.iter().copied().collect();
    // The sum of each set of figures, the sets counted in binary: bit n stands for figure n.
    let mut sums = vec![Some(Decimal::ZERO)];
    for (n, &figure) in figures.iter().enumerate() {
        for set in 0..1usize << n {
            let sum = sums[set].and_then(|s| s.checked_add(figure));
            // All figures are above zero, so a whole is never among its own parts.
            if set != 0 && sum.is_some_and(|s| wholes.contains(&s)) {
                return true;
            }
            sums.push(sum);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(figures: &[i64]) -> bool {
        some_whole_has_parts(&figures.iter().map(|&f| f.into()).collect::<Vec<_>>())
    }

    #[test]
    fn a_whole_is_found_beside_its_parts() {
        assert!(whole(&[2500, 1000, 1500]) && whole(&[1, 2, 4, 7]) && whole(&[1, 9, 20, 30]));
        assert!(!whole(&[3, 2]) && !whole(&[1, 2, 4, 8]) && !whole(&[]) && !whole(&[0, 5, 7]));
    }

    #[test]
    fn very_many_figures_are_not_looked_through() {
        assert!(whole(&(0..40).map(|n| 1 << n).collect::<Vec<_>>()));
    }
}
