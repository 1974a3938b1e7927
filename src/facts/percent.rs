//! Percents: "100%", "2,4%", "âm 0,6%", "năm phần trăm", and both ends of "20 - 30%".

use super::Percent;
use super::number::{self, Number};
use super::scene::Scene;
use crate::scan::{AtomKind, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::ops::Range;

static IN_WORDS: Lazy<Vec<u32>> = Lazy::new(|| ids("phần trăm"));
static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới và hoặc"));

/// Reads a percent at `number`, and gives the end of what it took.
pub(super) fn read(scene: &Scene, number: &Number, percents: &mut Vec<Percent>) -> Option<usize> {
    if let Some(end) = sign(scene, number.atoms.end) {
        percents.push(percent(scene, number, end));
        return Some(end);
    }
    // "20 - 30%": the sign stands for both.
    let link = scene.get(number.atoms.end)?;
    if !(link.is('-') || scene.is_any(number.atoms.end, &TO)) || number.digits.is_none() {
        return None;
    }
    let upper = number::read(scene, number.atoms.end + 1).filter(|n| n.digits.is_some())?;
    let end = sign(scene, upper.atoms.end)?;
    let plausible = number.value <= upper.value || !link.is('-');
    if !plausible || number.value >= Decimal::from(1900) {
        return None;
    }
    percents.push(percent(scene, number, number.atoms.end));
    percents.push(percent(scene, &upper, end));
    Some(end)
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
    Percent { span: scene.span(atoms), value: if minus { -number.value } else { number.value } }
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
