//! What the readers of dates ask of a scene: plain figures and the words beside them.

use crate::facts::scene::Scene;
use std::ops::RangeInclusive;

impl<'d> Scene<'d, '_> {
    /// The text of the atom at `at`; empty past the end.
    pub(in crate::facts) fn str(&self, at: usize) -> &'d str {
        self.get(at).map_or("", |a| self.text(a))
    }

    /// Whether one of these words stands before `at`.
    pub(in crate::facts) fn after_any(&self, at: usize, words: &[u32]) -> bool {
        self.before(at, 1).is_some_and(|a| words.contains(&a.id()))
    }

    /// The value of plain figures at `at`, of which there are so many.
    pub(in crate::facts) fn digits(&self, at: usize, count: RangeInclusive<usize>) -> Option<u16> {
        if self.is_number(at) { plain(self.str(at), count) } else { None }
    }

    /// A number of one or two figures.
    pub(super) fn small(&self, at: usize) -> Option<u16> {
        self.digits(at, 1..=2)
    }

    /// A year in four figures.
    pub(in crate::facts) fn year(&self, at: usize) -> Option<u16> {
        self.digits(at, 4..=4).filter(|y| (1000..=2199).contains(y))
    }
}

/// The value of a run of figures of that length; full-width ones count too.
pub(super) fn plain(text: &str, digits: RangeInclusive<usize>) -> Option<u16> {
    let mut value: u16 = 0;
    let mut count = 0;
    for c in text.chars() {
        let full_width = u32::from(c).checked_sub(0xFF10).filter(|d| *d < 10);
        let digit = c.to_digit(10).or(full_width)?;
        value = value.checked_mul(10)?.checked_add(digit as u16)?;
        count += 1;
    }
    digits.contains(&count).then_some(value)
}
