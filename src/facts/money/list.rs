//! Lists that share a currency: "200 và 700 triệu đồng", "lần lượt là 30, 40 và 80 triệu đồng".

use super::super::number::{self, Number};
use super::super::scene::Scene;
use super::super::{Bound, Money, label};
use super::{Amount, Found, Ground, add, amount, blank, hedge};
use crate::scan::{AtomKind, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và hoặc hay"));
static UP_OR_DOWN: Lazy<Vec<u32>> = Lazy::new(|| ids("lên xuống còn"));

/// The most that a list of numbers may hold; longer ones are tables.
const MOST: usize = 12;

/// Reads a list that begins with `first`, a bare number.
pub(super) fn read(scene: &Scene, first: &Number, found: &mut Found) -> Option<usize> {
    if !is_bare(scene, first) || label::names(scene, first.atoms.start) || is_model(scene, first) {
        return None;
    }
    let mut items = vec![first.clone()];
    let (upper, last) = loop {
        let end = items.last()?.atoms.end;
        // "từ 330 lên 410 triệu" shares its unit like a list.
        let change = items.len() == 1 && scene.is_any(end, &UP_OR_DOWN) && label::after_from(scene, first.atoms.start);
        let and = change || scene.is_any(end, &AND);
        let comma = scene.is(end, ',') && scene.glued(end) && scene.is_number(end + 1);
        if !(and || comma) || items.len() >= MOST {
            return None;
        }
        let next = number::read(scene, end + 1)?;
        if let Some(amount) = amount(scene, &next) {
            // A comma alone may end a clause: "Năm 2017, 80 triệu đồng".
            if !and && items.len() < 2 {
                return None;
            }
            break (next, amount);
        }
        if !is_bare(scene, &next) {
            return None;
        }
        items.push(next);
    };
    let from = found.money.len();
    for item in &items {
        push(scene, item, &upper, &last, found)?;
    }
    let end = add(scene, &last, found);
    spread(scene, first.atoms.start, from, found);
    Some(end)
}

/// The hedge before a list holds for all of it ("hơn 30 và 80 triệu"), and so does the unit of a rate behind it.
fn spread(scene: &Scene, start: usize, from: usize, found: &mut Found) {
    let bound = hedge::around(scene, start, start);
    let per = found.money.last().and_then(|m| m.per.clone());
    for sum in found.money.iter_mut().skip(from) {
        sum.per.clone_from(&per);
        if sum.bound == Bound::Exact {
            sum.bound = bound;
        }
    }
}

/// A plain number in digits that nothing follows but the list.
fn is_bare(scene: &Scene, number: &Number) -> bool {
    let year = number.digits.is_some_and(|d| d.length == 4)
        && number.value >= Decimal::from(1900)
        && number.value < Decimal::from(2100);
    number.is_single()
        && number.digits.is_some()
        && !year
        && scene
            .get(number.atoms.end)
            .is_some_and(|a| a.kind == AtomKind::Punct || AND.contains(&a.id()) || UP_OR_DOWN.contains(&a.id()))
}

/// "Lux SA 2.0 và 336 triệu đồng": a number that belongs to the name before it.
fn is_model(scene: &Scene, number: &Number) -> bool {
    scene.before(number.atoms.start, 1).is_some_and(|a| a.is_capital() && number.atoms.start > 1)
}

/// An item takes the scale and the currency of the last.
fn push(scene: &Scene, item: &Number, upper: &Number, last: &Amount, found: &mut Found) -> Option<()> {
    let item = if upper.is_scaled() { item.clone() } else { item.clone().in_thousands() };
    let value = last.currency.amount(item.value.checked_mul(upper.scale)?)?;
    let money = Money { value: Some(value.normalize()), ..blank(scene, item.atoms.clone(), last.currency) };
    found.push(money, last.scale, Ground::Currency);
    Some(())
}
