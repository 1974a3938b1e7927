//! Money: numbers with a currency, ranges of them, lists that share a currency, and sums whose currency was left out.

mod around;
mod elided;
mod hedge;
mod list;
mod range;
mod same;
mod tail;
mod vague;

pub(super) use same::link;
pub(super) use vague::read as vague;

use super::currency::{self, Currency};
use super::number::Number;
use super::scene::Scene;
use super::{Bound, Money, label};
use rust_decimal::Decimal;
use std::ops::Range;

/// What the reader has found, and what it has to settle at the end of a sentence.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) money: Vec<Money>,
    /// The sums of the sentence: where each is, its scale, and what it rests on.
    sentence: Vec<(usize, Decimal, Ground)>,
    /// The end of the last sum in the sentence.
    end: usize,
}

/// Why a number is money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// It has a currency.
    Currency,
    /// The words before it say so.
    Cue,
    /// Nothing does: it stays only beside another sum.
    Doubt,
}

impl Found {
    fn push(&mut self, money: Money, scale: Decimal, ground: Ground) {
        self.sentence.push((self.money.len(), scale, ground));
        self.money.push(money);
    }

    /// "từ 94 nghìn đồng xuống 71 nghìn đồng một kg": the rate of the second sum is that of the first.
    fn share_rate(&mut self, scene: &Scene, sum: &Money, start: usize) {
        let linked = self.end > 0 && self.end + 1 == start && around::is_change(scene, self.end);
        if let Some(first) = self.money.last_mut().filter(|m| linked && m.per.is_none() && m.currency == sum.currency) {
            first.per.clone_from(&sum.per);
        }
    }

    /// Closes a sentence: sums in doubt stay where it has one with a currency, and a sum without a currency before one of
    /// the same scale in a foreign currency shares it ("tăng từ 4,1 tỷ lên 9,9 tỷ USD").
    pub(super) fn close_sentence(&mut self) {
        self.end = 0;
        let is_sure = |ground: Ground| ground != Ground::Doubt;
        let sure = self.sentence.iter().any(|s| is_sure(s.2));
        let mut shared: Option<(Decimal, String)> = None;
        for (at, scale, ground) in self.sentence.drain(..).rev() {
            let Some(sum) = self.money.get_mut(at) else { continue };
            if ground == Ground::Currency {
                shared = Some((scale, sum.currency.clone()));
            } else if let Some((_, currency)) = shared.as_ref().filter(|s| s.0 == scale) {
                sum.currency.clone_from(currency);
            }
            if ground == Ground::Doubt && !sure {
                self.money.remove(at);
            }
        }
    }
}

/// A number with its currency.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) atoms: Range<usize>,
    pub(super) value: Decimal,
    pub(super) other: Option<Decimal>,
    pub(super) low: Option<Decimal>,
    pub(super) currency: &'static Currency,
    /// The scale word of the number, 1 without one.
    pub(super) scale: Decimal,
}

/// Reads money at `number`, which was read there, and gives the end of what it took.
pub(super) fn read(scene: &Scene, number: &Number, found: &mut Found) -> Option<usize> {
    if let Some(end) = range::read(scene, number, found) {
        return Some(end);
    }
    if let Some(end) = list::read(scene, number, found) {
        return Some(end);
    }
    if let Some(amount) = amount(scene, number) {
        return Some(add(scene, &amount, found));
    }
    elided::read(scene, number, found)
}

/// A number with the currency after or before it.
pub(super) fn amount(scene: &Scene, number: &Number) -> Option<Amount> {
    let large = number.is_scaled() || number.value.abs() >= Decimal::ONE_THOUSAND;
    if let Some((length, currency)) = currency::after(scene, number.atoms.end, large)
        && is_sure(scene, number, currency)
    {
        let end = number.atoms.end + length;
        let start = currency::before(scene, number.atoms.start).filter(|(_, c)| c.code == currency.code);
        let atoms = start.map_or(number.atoms.start, |(start, _)| start)..end;
        return with_cents(scene, of(scene, number, currency, atoms)?);
    }
    let (start, currency) = currency::before(scene, number.atoms.start)?;
    of(scene, number, currency, start..number.atoms.end)
}

fn of(scene: &Scene, number: &Number, currency: &'static Currency, atoms: Range<usize>) -> Option<Amount> {
    let (value, other) = readings(scene, number, currency);
    Some(Amount {
        atoms,
        value: currency.amount(value)?,
        other: other.and_then(|o| currency.amount(o)),
        low: number.low.and_then(|l| currency.amount(l)),
        currency,
        scale: number.scale,
    })
}

/// The value of a number in a currency, and its other reading where "1,500" leaves a doubt: dong have no decimals, and
/// no price is written with decimals that end in "00".
fn readings(scene: &Scene, number: &Number, currency: &Currency) -> (Decimal, Option<Decimal>) {
    let Some(thousands) = number.digits.and_then(|d| d.thousands).filter(|_| !number.is_scaled()) else {
        return scaled_readings(scene, number);
    };
    let ends_in = |zeros: Decimal| (thousands % zeros).is_zero();
    if currency.code == "VND" || ends_in(Decimal::ONE_THOUSAND) {
        (thousands, None)
    } else if ends_in(Decimal::ONE_HUNDRED) || scene.is_english() {
        (thousands, Some(number.value))
    } else {
        (number.value, Some(thousands))
    }
}

/// The value of a number with a scale word and its other reading: "1,200 tỷ" is 1.2 billions, but not on a page that
/// writes the English way.
fn scaled_readings(scene: &Scene, number: &Number) -> (Decimal, Option<Decimal>) {
    let comma = number.digits.is_some_and(|d| d.thousands.is_some());
    match number.other {
        Some(other) if comma && scene.is_english() => (other, Some(number.value)),
        other => (number.value, other),
    }
}

/// Whether a name that is also another word ("bảng", "yên") is a currency here: the sum is too large for anything else,
/// or the sentence speaks of money.
fn is_sure(scene: &Scene, number: &Number, currency: &Currency) -> bool {
    let small = !number.is_scaled() && number.value.abs() < Decimal::ONE_HUNDRED;
    let end = number.atoms.end;
    // "khoản 2 đ", "Quý 3 đồng vốn …": a name and another word.
    let lone_letter = scene.get(end).is_some_and(|a| a.span().len() <= 2) && !scene.glued(end);
    if small && (currency.code == "VND" && lone_letter || label::names(scene, number.atoms.start)) {
        return false;
    }
    let large = number.is_scaled() || number.value.abs() >= Decimal::ONE_THOUSAND;
    !currency.doubtful || large || elided::speaks_of_money(scene, number.atoms.start) == Some(true)
}

/// "hai đô 23", "2 đô la và 23 xen": the cents after a sum.
fn with_cents(scene: &Scene, amount: Amount) -> Option<Amount> {
    if amount.currency.code == "VND" || amount.currency.is_cent() || !amount.value.fract().is_zero() {
        return Some(amount);
    }
    let Some((cents, end)) = tail::cents(scene, amount.atoms.end) else { return Some(amount) };
    let value = amount.value.checked_add(cents)?;
    Some(Amount { value, atoms: amount.atoms.start..end, ..amount })
}

/// Adds one sum with what stands around it, and gives the end of what was read.
fn add(scene: &Scene, amount: &Amount, found: &mut Found) -> usize {
    let (value, low, high) = match amount.low {
        Some(low) => (None, Some(low), Some(amount.value)),
        None => (Some(amount.value), None, None),
    };
    let money =
        Money { value, low, high, alternative: amount.other, ..blank(scene, amount.atoms.clone(), amount.currency) };
    finish(scene, money, &amount.atoms, (amount.scale, Ground::Currency), found)
}

/// Adds a sum that lacks only its hedge and its tail.
fn finish(
    scene: &Scene,
    mut money: Money,
    atoms: &Range<usize>,
    (scale, ground): (Decimal, Ground),
    found: &mut Found,
) -> usize {
    let tail = tail::read(scene, atoms.end);
    for figure in [&mut money.value, &mut money.low, &mut money.high, &mut money.alternative].into_iter().flatten() {
        *figure = figure.normalize();
    }
    money.per = tail.per.or_else(|| around::each_before(scene, atoms.start));
    money.covers = tail.covers;
    if money.per.is_none() && money.covers.is_none() {
        money.covers = around::counted_before(scene, atoms.start);
    }
    money.bound = hedge::around(scene, atoms.start, tail.end);
    found.share_rate(scene, &money, atoms.start);
    found.push(money, scale, ground);
    found.end = tail.end;
    tail.end
}

fn blank(scene: &Scene, atoms: Range<usize>, currency: &Currency) -> Money {
    Money {
        span: scene.span(atoms),
        value: None,
        low: None,
        high: None,
        currency: currency.code.to_owned(),
        bound: Bound::Exact,
        vague: false,
        inferred_currency: false,
        per: None,
        covers: None,
        alternative: None,
        same_as: None,
    }
}
