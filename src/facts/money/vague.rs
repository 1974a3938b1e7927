//! Vague sums: "hàng trăm tỷ đồng", "vài nghìn đô", "bạc tỷ". They have a size and no value.

use super::super::Money;
use super::super::number::{Class, class, scale_at};
use super::super::scene::Scene;
use super::super::{currency, number};
use super::{Found, Ground, blank, elided, finish};
use crate::scan::ids;
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

/// The longest chain of scale words: "trăm nghìn tỷ".
const MOST_SCALES: usize = 4;

/// Reads a vague sum that begins at `at` with a word of size or a scale word.
pub(in super::super) fn read(scene: &Scene, at: usize, found: &mut Found) -> Option<usize> {
    static WEALTH: Lazy<Vec<u32>> = Lazy::new(|| ids("tiền bạc"));
    let opener = usize::from(class(scene, at) == Class::Vague);
    let (mut end, mut powers) = (at + opener, 0u32);
    for _ in 0..MOST_SCALES {
        let Some((power, next)) = scale_at(scene, end) else { break };
        (end, powers) = (next, powers + power);
    }
    let scales = end - at - opener;
    if scales == 0 || powers < 3 || (opener == 0 && scales < 2) {
        return None;
    }
    let wealth = opener == 1 && scene.is_any(at, &WEALTH);
    let (money, end) = match currency::after(scene, end, true) {
        Some((length, currency)) => (blank(scene, at..end + length, currency), end + length),
        None if wealth && scale_at(scene, at + 1).is_some() => {
            (Money { inferred_currency: true, ..blank(scene, at..end, elided::dong()?) }, end)
        }
        None => return None,
    };
    // A number goes on before it: this is its scale word and no size of its own.
    if opener == 0 && at.checked_sub(1).is_some_and(|n| number::class(scene, n) != Class::None) {
        return None;
    }
    Some(finish(scene, Money { vague: true, ..money }, &(at..end), (Decimal::ONE, Ground::Currency), found))
}
