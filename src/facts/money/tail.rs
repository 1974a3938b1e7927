//! What follows a sum: the unit of a rate ("/m2", "một chỉ", "mỗi tháng") or what a total is for ("/278 đề án",
//! "cho 278 đề án").

use super::super::scene::Scene;
use super::super::{currency, number, unit};
use crate::scan::{AtomKind, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::ops::Range;

/// The tail of a sum.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) per: Option<String>,
    pub(super) covers: Option<String>,
    /// Where reading goes on: after a rate, but before what is covered, which is a figure itself.
    pub(super) end: usize,
}

static EACH: Lazy<Vec<u32>> = Lazy::new(|| ids("mỗi"));
static ONE: Lazy<Vec<u32>> = Lazy::new(|| ids("một"));
static FOR: Lazy<Vec<u32>> = Lazy::new(|| ids("cho"));
static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("để"));
static ON: Lazy<Vec<u32>> = Lazy::new(|| ids("cho trên với"));
/// "cho hơn 1.200 hộ".
static HEDGES: Lazy<Vec<u32>> = Lazy::new(|| ids("hơn gần khoảng trên cả tổng cộng số toàn bộ"));
/// Counted things of which "một" after a sum makes a rate ("một chiếc"), not a thing that is bought.
static SINGLES: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "chiếc cái người vé lượt con quả bộ tờ suất em hộ thùng cây chỉ lượng bao túi hộp chai lon cuốn đôi cặp căn trái phần buổi ca lần bữa tiết mẫu sào trứng",
    )
});

/// Reads the tail at `at`.
pub(super) fn read(scene: &Scene, at: usize) -> Tail {
    let none = Tail { end: at, ..Tail::default() };
    if scene.is(at, '/') {
        return slash(scene, at).unwrap_or(none);
    }
    if let Some(unit) = each(scene, at) {
        return Tail { per: Some(scene.words(unit.clone())), covers: None, end: unit.end };
    }
    match purpose(scene, at).and_then(|from| counted(scene, from)) {
        Some(counted) => Tail { covers: Some(scene.words(counted)), ..none },
        None => none,
    }
}

/// Where the count begins that a sum is for: behind "cho", "tập huấn cho", "để di dời".
fn purpose(scene: &Scene, at: usize) -> Option<usize> {
    let words = scene.rest(at).iter().take(PURPOSE).take_while(|a| a.is_word()).count();
    if let Some(cho) = (at..at + words).find(|n| scene.is_any(*n, &FOR)) {
        return Some(cho + 1);
    }
    if !scene.is_any(at, &TO) {
        return None;
    }
    let from = (at + 1..at + words).find(|n| scene.is_any(*n, &HEDGES)).unwrap_or(at + words);
    (from > at + 1).then_some(from)
}

/// How many words may stand between a sum and what it is for.
const PURPOSE: usize = 4;

/// "/m2", "/người/năm", "/278 đề án".
fn slash(scene: &Scene, at: usize) -> Option<Tail> {
    if scene.is_number(at + 1) {
        let number = number::read(scene, at + 1)?;
        let (length, unit) = unit::longest(scene, number.atoms.end)?;
        let end = number.atoms.end + length;
        return Some(if number.value == Decimal::ONE {
            // "/1 người/1 đêm" is a rate in any unit.
            Tail { per: Some(scene.words(number.atoms.end..end)), covers: None, end }
        } else if unit.noun && !unit.measure {
            Tail { covers: Some(scene.words(at + 1..end)), per: None, end: at + 1 }
        } else {
            Tail { per: Some(scene.words(at + 1..end)), covers: None, end }
        });
    }
    let mut end = unit_end(scene, at + 1)?;
    for _ in 0..2 {
        match scene.is_tight(end, '/').then(|| unit_end(scene, end + 1)).flatten() {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(Tail { per: Some(scene.words(at + 1..end)), covers: None, end })
}

/// The end of the unit of a rate: the longest that is known, or the word that stands there with what is glued to it.
fn unit_end(scene: &Scene, at: usize) -> Option<usize> {
    let known = unit::longest(scene, at).map(|u| u.0).or_else(|| currency::after(scene, at, true).map(|c| c.0));
    if let Some(length) = known {
        return Some(at + length.max(scene.lower_word(at)));
    }
    scene.get(at).filter(|a| a.is_word() && a.gap <= Gap::Space)?;
    let mut end = at + scene.lower_word(at).max(1);
    while scene.get(end).is_some_and(|a| a.gap == Gap::None && (a.is_word() || a.kind == AtomKind::Number)) {
        end += 1;
    }
    Some(end)
}

/// "mỗi tháng", "một chỉ", "cho mỗi hộ", "trên một ha": where the unit stands.
fn each(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let on = usize::from(scene.is_any(at, &ON));
    let from = at + on + 1;
    if scene.is_any(at + on, &EACH) {
        let known = unit::longest(scene, from).map_or(0, |(length, _)| length);
        let length = known.max(scene.lower_word(from));
        return (length > 0).then_some(from..from + length);
    }
    if !scene.is_any(at + on, &ONE) {
        return None;
    }
    let (length, unit) = unit::longest(scene, from)?;
    (unit.measure || scene.is_any(from, &SINGLES)).then_some(from..from + length)
}

/// "278 đề án", "hơn 1.200 hộ": the number with its unit.
fn counted(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let mut from = at;
    while from < at + 3 && scene.is_any(from, &HEDGES) {
        from += 1;
    }
    let number = number::read(scene, from).filter(|n| n.value > Decimal::ONE || n.digits.is_some())?;
    let (length, unit) = unit::longest(scene, number.atoms.end)?;
    let counted = unit.noun || !unit.time;
    counted.then_some(from..number.atoms.end + length)
}

/// Cents after a sum of another currency than the dong: "23", "và 42 xu".
pub(super) fn cents(scene: &Scene, at: usize) -> Option<(Decimal, usize)> {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
    static XU: Lazy<Vec<u32>> = Lazy::new(|| ids("xu xen cent cents"));
    let from = at + usize::from(scene.is_any(at, &AND));
    let number = number::read(scene, from).filter(|n| n.value < Decimal::ONE_HUNDRED && n.value.fract().is_zero())?;
    let end = number.atoms.end;
    let cents = number.value.checked_div(Decimal::ONE_HUNDRED)?;
    if scene.is_any(end, &XU) {
        return Some((cents, end + 1));
    }
    // "hai đô 23": two digits that end the phrase.
    let two = from == at && number.digits.is_some_and(|d| d.length == 2);
    let closes = scene.get(end).is_none_or(|a| a.kind == AtomKind::Punct && (a.is(',') || a.is('.')));
    (two && closes).then_some((cents, end))
}
