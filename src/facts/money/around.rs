//! What stands before a sum and says what it is for: "mỗi CLB được cấp không quá 4 tỷ đồng", "17 mô hình, tổng kinh phí
//! 14.870 triệu đồng".

use super::super::scene::Scene;
use super::super::unit;
use crate::phrases::Phrases;
use crate::scan::{AtomKind, ids};
use once_cell::sync::Lazy;

static EACH: Lazy<Vec<u32>> = Lazy::new(|| ids("mỗi"));
static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
static CHANGE: Lazy<Vec<u32>> = Lazy::new(|| ids("lên xuống còn đến tới"));
/// Names of a total.
static WORTH: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/units/totals.txt")));

/// How many words may stand between "mỗi X" and its sum.
const EACH_REACH: usize = 9;
/// How many words may stand between the name of a total and the sum ("khoảng", "thực hiện là").
const WORTH_REACH: usize = 6;
/// How many words may stand between what is counted and the name of the total ("7 ô tô của Ý, trị giá").
const COUNT_REACH: usize = 5;

/// The unit of "mỗi X … " before a sum, with no mark between them.
pub(super) fn each_before(scene: &Scene, start: usize) -> Option<String> {
    let stops = |n: usize| scene.get(n).is_none_or(|a| !a.is_word());
    let at =
        (start.saturating_sub(EACH_REACH)..start).rev().take_while(|n| !stops(*n)).find(|n| scene.is_any(*n, &EACH))?;
    let known = unit::longest(scene, at + 1).map_or(0, |(length, _)| length);
    let length = known.max(scene.word_length(at + 1).unwrap_or(0));
    (length > 0 && at + 1 + length <= start).then(|| scene.words(at + 1..at + 1 + length))
}

/// The count whose total the sum is, where a name of a total links them.
pub(super) fn counted_before(scene: &Scene, start: usize) -> Option<String> {
    let count = scene.last_count()?;
    let (from, _) = (start.saturating_sub(WORTH_REACH + 4)..start)
        .filter_map(|n| Some((n, n + WORTH.longest(scene.slice(n..start))?.0)))
        .find(|(n, end)| *n >= count.end && start - end <= WORTH_REACH && words_only(scene, *end, start))?;
    let between = count.end..from;
    let marks = scene.slice(between.clone()).iter().filter(|a| !a.is_word()).count();
    let soft =
        scene.slice(between.clone()).iter().all(|a| (a.is_word() && !AND.contains(&a.id())) || a.is(',') || a.is('('));
    (between.len() <= COUNT_REACH && marks <= 1 && soft).then(|| scene.words(count))
}

fn words_only(scene: &Scene, from: usize, to: usize) -> bool {
    scene.slice(from..to).iter().all(|a| a.is_word() || a.kind == AtomKind::Symbol)
}

/// Whether "lên" or "xuống" stands at `at`.
pub(super) fn is_change(scene: &Scene, at: usize) -> bool {
    scene.is_any(at, &CHANGE)
}
