//! Hedges: what the words around a figure make of it ("hơn", "tối đa", "… trở lên").

use super::super::Bound;
use super::super::scene::Scene;
use crate::phrases::{Phrases, lines};
use crate::scan::{AtomKind, ids};
use once_cell::sync::Lazy;

/// Hedges before a figure.
static BEFORE: Lazy<Phrases<Bound>> =
    Lazy::new(|| table(include_str!("../../../dictionaries/units/hedges-before.tsv")));

/// Hedges after a figure and its tail.
static AFTER: Lazy<Phrases<Bound>> = Lazy::new(|| table(include_str!("../../../dictionaries/units/hedges-after.tsv")));

/// Words that may stand between a hedge and its figure: "tối đa là", "khoảng từ".
static FILLERS: Lazy<Vec<u32>> = Lazy::new(|| ids("từ là đến tới mức cả ở lên có bằng giữa vào được"));

fn table(rows: &str) -> Phrases<Bound> {
    let mut all = Phrases::default();
    for (phrase, name) in lines(rows).filter_map(|row| row.split_once('\t')) {
        all.insert(phrase, of_name(name));
    }
    all
}

fn of_name(name: &str) -> Bound {
    let all = [Bound::About, Bound::MoreThan, Bound::LessThan, Bound::AtLeast, Bound::AtMost];
    all.into_iter().find(|b| b.name() == name).unwrap_or_default()
}

/// The longest hedge in words.
const LONGEST: usize = 4;

/// The bound of a figure that begins at `start` and whose tail ends at `end`.
pub(super) fn around(scene: &Scene, start: usize, end: usize) -> Bound {
    if let Some((_, bound)) = AFTER.longest(scene.rest(end)) {
        return *bound;
    }
    let mut at = start;
    for _ in 0..3 {
        if let Some(bound) = (1..=LONGEST.min(at)).rev().find_map(|n| BEFORE.get(scene.slice(at - n..at))) {
            return *bound;
        }
        if at == 0 || !scene.is_any(at - 1, &FILLERS) {
            break;
        }
        at -= 1;
    }
    if is_estimate(scene, start) { Bound::About } else { Bound::Exact }
}

/// "ước cả năm đạt 5 tỷ đồng": an estimate a few words before the figure.
fn is_estimate(scene: &Scene, start: usize) -> bool {
    static ESTIMATE: Lazy<Vec<u32>> = Lazy::new(|| ids("ước"));
    static OTHERS: Lazy<Vec<u32>> = Lazy::new(|| ids("mong mơ công quy hiệp khế giao điều nguyện"));
    for at in (start.saturating_sub(REACH)..start).rev() {
        if scene.get(at).is_none_or(|a| a.kind == AtomKind::Punct) {
            return false;
        }
        if scene.is_any(at, &ESTIMATE) {
            return !scene.before(at, 1).is_some_and(|a| OTHERS.contains(&a.id()));
        }
    }
    false
}

/// How far back an estimate may stand.
const REACH: usize = 5;
