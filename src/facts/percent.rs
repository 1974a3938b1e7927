//! Percents: "100%", "2,4%", "âm 0,6%", "năm phần trăm", and both ends of "20 - 30%".

use super::Percent;
use super::number::{self, Number};
use super::scene::Scene;
use crate::scan::{AtomKind, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::ops::Range;

static IN_WORDS: Lazy<Vec<u32>> = Lazy::new(|| ids("phần trăm"));
static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));
static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và hoặc"));

/// Reads a percent at `number`, and gives the end of what it took.
pub(super) fn read(scene: &Scene, number: &Number, percents: &mut Vec<Percent>) -> Option<usize> {
    let own = sign(scene, number.atoms.end);
    if let Some((high, end)) = upper(scene, number, own) {
        percents.push(Percent { high: Some(high.normalize()), ..percent(scene, number, end) });
        return Some(end);
    }
    if let Some(end) = own {
        percents.push(percent(scene, number, end));
        return Some(end);
    }
    // "15 và 20%": the sign stands for both.
    let both = scene.is_any(number.atoms.end, &AND) && number.digits.is_some() && number.value < Decimal::ONE_THOUSAND;
    let next = number::read(scene, number.atoms.end + 1).filter(|n| both && n.digits.is_some())?;
    let end = sign(scene, next.atoms.end).filter(|_| !super::label::names(scene, number.atoms.start))?;
    percents.push(percent(scene, number, number.atoms.end));
    percents.push(percent(scene, &next, end));
    Some(end)
}

/// The upper end of a range and where it ends: "20 - 30%", "từ 5% đến 7%".
fn upper(scene: &Scene, number: &Number, own: Option<usize>) -> Option<(Decimal, usize)> {
    let at = own.unwrap_or(number.atoms.end);
    let links = scene.is(at, '-') || scene.is_any(at, &TO);
    if !links || number.digits.is_none() || (own.is_some() && super::label::is_change(scene, number.atoms.start)) {
        return None;
    }
    let upper = number::read(scene, at + 1).filter(|n| n.digits.is_some() && n.value >= number.value)?;
    let end = sign(scene, upper.atoms.end)?;
    Some((upper.value, end))
}

/// The end of "%" or "phần trăm" at `at`.
fn sign(scene: &Scene, at: usize) -> Option<usize> {
    let atom = scene.get(at)?;
    if atom.is('%') && atom.gap <= Gap::Space {
        return Some(at + 1);
    }
    let words = scene.slice(at..at + IN_WORDS.len());
    words.iter().map(|a| a.id()).eq(IN_WORDS.iter().copied()).then_some(at + IN_WORDS.len())
}

fn percent(scene: &Scene, number: &Number, end: usize) -> Percent {
    let minus = minus(scene, number);
    let atoms: Range<usize> = number.atoms.start - usize::from(minus)..end;
    let value = if minus { -number.value } else { number.value };
    Percent { span: scene.span(atoms), value: value.normalize(), high: None }
}

/// Whether the dash before the number is a minus: it is glued to the number and to nothing else.
pub(super) fn minus(scene: &Scene, number: &Number) -> bool {
    let start = number.atoms.start;
    let dash =
        scene.before(start, 1).is_some_and(|a| a.is('-') && a.gap != Gap::None || a.is('-') && opened(scene, start));
    dash && scene.glued(start)
        && number.digits.is_some()
        && !scene.before(start, 2).is_some_and(|a| a.kind == AtomKind::Number || a.is('%'))
}

/// "(-0,6%)".
fn opened(scene: &Scene, start: usize) -> bool {
    scene.before(start, 2).is_none_or(|a| a.is('('))
}
