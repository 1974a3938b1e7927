//! Ranges: "4-7 triệu đồng", "500.000 đến 10.000.000 đồng", "giữa 1000 và 2000 đồng".

use super::super::number::Number;
use super::super::scene::Scene;
use super::super::{Money, currency, label, number, unit};
use super::{Amount, Found, Ground, amount, blank, elided, finish, hedge, tail};
use crate::scan::{Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::ops::Range;

static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));
static FOR: Lazy<Vec<u32>> = Lazy::new(|| ids("cho"));
static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
static BETWEEN: Lazy<Vec<u32>> = Lazy::new(|| ids("giữa"));
/// Reads a range whose lower end is `number`.
pub(super) fn read(scene: &Scene, number: &Number, found: &mut Found) -> Option<usize> {
    let low = amount(scene, number);
    let low_end = low.as_ref().map_or(number.atoms.end, |a| a.atoms.end);
    let upper_at = connector(scene, number, low_end)
        .or_else(|| low.as_ref().and_then(|_| connector(scene, number, tail::read(scene, low_end).end)))?;
    let upper = upper_number(scene, upper_at)?;
    match (low, amount(scene, &upper)) {
        (Some(low), Some(high)) => both(scene, &low, &high, found),
        (None, Some(high)) => shared(scene, number, &upper, &high, found),
        (Some(low), None) => leading(scene, &low, &upper, found),
        (None, None) => elided_range(scene, number, &upper, found),
    }
}

/// The number at `at`, or behind the sign that stands there: "$5 - $10".
fn upper_number(scene: &Scene, at: usize) -> Option<Number> {
    let behind = |n: usize| currency::before(scene, at + n).filter(|(start, _)| *start == at).map(|_| at + n);
    let from = if scene.is_number(at) { None } else { behind(1).or_else(|| behind(2)) };
    number::read(scene, from.unwrap_or(at))
}

/// Where the upper number begins, if a range word stands at `at`.
fn connector(scene: &Scene, number: &Number, at: usize) -> Option<usize> {
    let mark = scene.get(at)?;
    let between = || scene.before(number.atoms.start, 1).is_some_and(|a| BETWEEN.contains(&a.id()));
    let dash = (mark.is('-') || mark.is('~')) && mark.gap <= Gap::Space;
    // "từ 20 tỷ cho đến 25 tỷ USD"
    if scene.is_any(at, &FOR) && scene.is_any(at + 1, &TO) {
        return Some(at + 2);
    }
    let word = scene.is_any(at, &TO) || (scene.is_any(at, &AND) && between());
    (dash || word).then_some(at + 1)
}

/// Both ends carry a currency.
fn both(scene: &Scene, low: &Amount, high: &Amount, found: &mut Found) -> Option<usize> {
    if low.currency.code != high.currency.code || low.value > high.value || label::is_change(scene, low.atoms.start) {
        return None;
    }
    Some(add(scene, (low.value, high.value), low.atoms.start..high.atoms.end, high, found))
}

/// The lower end takes the scale and the currency of the upper one.
fn shared(scene: &Scene, low: &Number, upper: &Number, high: &Amount, found: &mut Found) -> Option<usize> {
    let value = low.lower_to(upper)?;
    let value = high.currency.amount(value)?;
    if low.is_scaled() && label::is_change(scene, low.atoms.start) {
        return None;
    }
    Some(add(scene, (value, high.value), low.atoms.start..high.atoms.end, high, found))
}

/// "$5-10": the currency stands before the lower end.
fn leading(scene: &Scene, low: &Amount, upper: &Number, found: &mut Found) -> Option<usize> {
    let sign_first = low.atoms.end != upper.atoms.start && unit::longest(scene, upper.atoms.end).is_none();
    let leads = scene.get(low.atoms.start).is_some_and(|a| a.kind != crate::scan::AtomKind::Number);
    let dash = scene.before(upper.atoms.start, 1).is_some_and(|a| a.is('-') && a.gap == Gap::None);
    let high = low.currency.amount(upper.value).filter(|h| *h >= low.value)?;
    if !(sign_first && leads && dash && low.atoms.end + 1 == upper.atoms.start) {
        return None;
    }
    Some(add(scene, (low.value, high), low.atoms.start..upper.atoms.end, low, found))
}

/// "100 - 300 triệu" without a currency, in a sentence about money.
fn elided_range(scene: &Scene, low: &Number, upper: &Number, found: &mut Found) -> Option<usize> {
    let value = low.lower_to(upper)?;
    let ground = elided::judge(scene, low.atoms.start, upper)?;
    let atoms = low.atoms.start..upper.atoms.end;
    let money = Money {
        low: Some(value),
        high: Some(upper.value),
        inferred_currency: true,
        ..blank(scene, atoms.clone(), elided::dong()?)
    };
    Some(finish(scene, money, &atoms, (upper.scale, ground), found))
}

fn add(scene: &Scene, ends: (Decimal, Decimal), atoms: Range<usize>, of: &Amount, found: &mut Found) -> usize {
    let (low, high) = ends;
    let money = Money { low: Some(low), high: Some(high), ..blank(scene, atoms.clone(), of.currency) };
    let end = finish(scene, money, &atoms, (of.scale, Ground::Currency), found);
    // "từ 1 đến 2 triệu đồng trở lên" keeps its two ends; only hedges before it count.
    if let Some(last) = found.money.last_mut() {
        last.bound = hedge::around(scene, atoms.start, end);
    }
    end
}
