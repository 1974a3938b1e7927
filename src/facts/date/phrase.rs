//! Dates that begin with a word: "tháng 4/2020", "quý I năm 2023", "Q1/2023", "rằm tháng Giêng"; and weekdays before one.

use super::context;
use super::figure::Found;
use super::value::Moment;
use crate::facts::number::{Class, class_of};
use crate::facts::scene::Scene;
use crate::scan::{AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

static YEAR: Lazy<Vec<u32>> = Lazy::new(|| ids("năm"));
static MONTH: Lazy<Vec<u32>> = Lazy::new(|| ids("tháng"));
static QUARTER: Lazy<Vec<u32>> = Lazy::new(|| ids("quý quí"));
static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));
static ROMAN: Lazy<Vec<u32>> = Lazy::new(|| ids("i ii iii iv"));
static MONTHS: Lazy<Vec<u32>> = Lazy::new(|| ids("một hai ba tư năm sáu bảy tám chín mười"));

/// "tháng 4/2020", "tháng 10 năm 2017", "tháng 3-5/2020", "tháng Tư".
pub(super) fn month(scene: &Scene, at: usize) -> Option<Found> {
    let (end, moment) = month_number(scene, at + 1).or_else(|| dotted_month(scene, at + 1))?;
    let each = scene.after_any(at, &context::ONE) || scene.after_any(at, &HABIT);
    if each || is_duration(scene, at, end) {
        return None;
    }
    if let Some(range) = month_range(scene, end, moment) {
        return Some(range);
    }
    let found = with_any_year(scene, Found::new(end, moment));
    let told = super::relative::read(scene, end).is_some();
    let counted = found.end == end && moment.year.is_none() && !told && context::is_counted(scene, end);
    (!counted).then_some(found)
}

static HABIT: Lazy<Vec<u32>> = Lazy::new(|| ids("hàng hằng các những nhiều lương"));

/// "6 tháng 10 ngày", "3 tháng 5 lần": a number before it and a count after it.
fn is_duration(scene: &Scene, at: usize, end: usize) -> bool {
    let numbered = at > 0 && (scene.is_number(at - 1) || scene.get(at - 1).is_some_and(|a| class_of(a) != Class::None));
    numbered && (context::is_counted(scene, end) || scene.get(end).is_none_or(|a| !a.is('/') && !a.is('-')))
}

/// The number of a month in figures or words: where it ends, and the month.
pub(super) fn month_number(scene: &Scene, at: usize) -> Option<(usize, Moment)> {
    if let Some(number) = scene.small(at) {
        return Some((at + 1, Moment::of_month(number)?));
    }
    let atom = scene.get(at)?;
    let mut number = MONTHS.iter().position(|&id| id == atom.id())? as u16 + 1;
    let mut end = at + 1;
    let more = scene.get(end).and_then(|a| MONTHS.iter().take(2).position(|&id| id == a.id()));
    if let Some(more) = more.filter(|_| number == 10) {
        number += more as u16 + 1;
        end += 1;
    }
    // "tháng năm 2022" speaks of the year; in small letters a month needs its year.
    let year = scene.is_any(end, &YEAR) && scene.year(end + 1).is_some()
        || scene.is(end, '/') && scene.year(end + 1).is_some();
    (atom.case == Case::Title || year).then_some((end, Moment::of_month(number)?))
}

/// "tháng 10.2017".
fn dotted_month(scene: &Scene, at: usize) -> Option<(usize, Moment)> {
    let (month, year) = scene.str(at).split_once('.')?;
    let month = super::line::plain(month, 1..=2)?;
    let year = super::line::plain(year, 4..=4).filter(|y| (1900..=2099).contains(y))?;
    Some((at + 1, Moment::of_month(month)?.in_year(year)))
}

/// The end of a range of months, "3-5/2020", "3 đến tháng 5 năm 2020", of which the first ends at `end`.
fn month_range(scene: &Scene, end: usize, from: Moment) -> Option<Found> {
    let dash = scene.is(end, '-');
    let mut next = if dash || scene.is_any(end, &TO) { end + 1 } else { return None };
    next += usize::from(scene.is_any(next, &MONTH));
    let (last, until) = month_number(scene, next).filter(|_| scene.is_number(next))?;
    let later = until.month > from.month && from.year.is_none();
    let found = with_any_year(scene, Found { end: last, from, until: Some(until) });
    let counted = found.end == last && context::is_counted(scene, last);
    // "đến tháng 5" may open another thought: a range needs its year, or the dash.
    (later && !counted && (dash || found.end > last)).then_some(found)
}

/// Takes in the year after a month or a day and month: "/2017", "-2017", ".2017", " năm 2017", ", năm 2017".
pub(super) fn with_any_year(scene: &Scene, found: Found) -> Found {
    let end = found.end;
    let marked = ['/', '-'].into_iter().any(|mark| scene.is(end, mark)) && scene.year(end + 1).is_some();
    let comma = usize::from(scene.is(end, ','));
    let worded = scene.is_any(end + comma, &YEAR) && scene.year(end + comma + 1).is_some();
    // "tháng 10, 2017" and "tháng 10 2017" are English ways that the web has too.
    let bare = scene.year(end + comma).is_some_and(|y| (1900..=2099).contains(&y))
        && !context::is_counted(scene, end + comma + 1)
        && (comma == 0 || scene.get(end + 2).is_none_or(|a| a.kind == AtomKind::Punct));
    let at = match (marked, worded, bare) {
        (true, _, _) => end + 1,
        (_, true, _) => end + comma + 1,
        (_, _, true) => end + comma,
        _ => return found,
    };
    let Some(year) = scene.year(at).filter(|_| found.from.year.is_none()) else { return found };
    let until = found.until.map(|u| u.in_year(year));
    Found { end: at + 1, from: found.from.in_year(year), until }
}

/// "quý I/2023", "quý 1-2023", "quý IV năm 2020", "quý I-II/2020", "quý I".
pub(super) fn quarter(scene: &Scene, at: usize) -> Option<Found> {
    let first = quarter_number(scene, at + 1)?;
    let last = quarter_number(scene, at + 3).filter(|q| scene.is(at + 2, '-') && *q > first);
    let found = match last {
        Some(last) => Found { end: at + 4, from: Moment::of_quarter(first), until: Some(Moment::of_quarter(last)) },
        None => Found::new(at + 2, Moment::of_quarter(first)),
    };
    Some(with_any_year(scene, found))
}

/// I to IV or 1 to 4.
pub(super) fn quarter_number(scene: &Scene, at: usize) -> Option<u8> {
    let atom = scene.get(at)?;
    let roman = ROMAN.iter().position(|&id| id == atom.id()).filter(|_| atom.case != Case::Lower).map(|n| n as u16 + 1);
    let number = roman.or_else(|| scene.digits(at, 1..=1))?;
    (1..=4).contains(&number).then_some(number as u8)
}

/// "Q1/2023".
pub(super) fn short_quarter(scene: &Scene, at: usize) -> Option<Found> {
    let number = scene.digits(at + 1, 1..=1).filter(|n| scene.glued(at + 1) && (1..=4).contains(n))?;
    let year = scene.year(at + 3).filter(|_| scene.is_tight(at + 2, '/') || scene.is_tight(at + 2, '-'));
    let year = year.or_else(|| scene.year(at + 2).filter(|y| (1900..=2099).contains(y)));
    let end = at + 3 + usize::from(scene.is(at + 2, '/') || scene.is(at + 2, '-'));
    Some(Found::new(end, Moment::of_quarter(number as u8).in_year(year?)))
}

/// A quarter after another, "quý I, II/2020", at the place of its number.
pub(super) fn listed_quarter(scene: &Scene, at: usize) -> Option<Found> {
    let number = quarter_number(scene, at)?;
    Some(with_any_year(scene, Found::new(at + 1, Moment::of_quarter(number))))
}

/// Days of the lunar year by name, "mùng 1 Tết", "rằm tháng Giêng": where the name ends. They are never converted.
pub(super) fn lunar(scene: &Scene, at: usize) -> Option<usize> {
    static DAYS: Lazy<Vec<u32>> = Lazy::new(|| ids("mùng mồng"));
    static FULL: Lazy<Vec<u32>> = Lazy::new(|| ids("rằm"));
    static TET: Lazy<Vec<u32>> = Lazy::new(|| ids("tết"));
    static NAMED: Lazy<Vec<u32>> = Lazy::new(|| ids("giêng chạp"));
    let named = |n: usize| scene.is_any(n, &MONTH) && scene.is_any(n + 1, &NAMED);
    if scene.is_any(at, &FULL) && scene.is_any(at + 1, &MONTH) {
        let month = scene.get(at + 2).filter(|a| a.is_word() || a.kind == AtomKind::Number)?;
        return (NAMED.contains(&month.id()) || MONTHS.contains(&month.id()) || scene.is_number(at + 2))
            .then_some(at + 3);
    }
    if !scene.is_any(at, &DAYS) {
        return None;
    }
    let day = scene.is_number(at + 1) || scene.get(at + 1).is_some_and(|a| MONTHS.contains(&a.id()));
    if !day {
        return None;
    }
    if scene.is_any(at + 2, &TET) { Some(at + 3) } else { named(at + 2).then_some(at + 4) }
}

/// Whether "âm lịch" follows: a day of the lunar year.
pub(super) fn is_lunar(scene: &Scene, end: usize) -> bool {
    static LUNAR: Lazy<Vec<u32>> = Lazy::new(|| ids("âm lịch"));
    let open = usize::from(scene.is(end, '('));
    scene.rest(end + open).iter().map(|a| a.id()).take(2).eq(LUNAR.iter().copied())
}

/// Whether "hàng năm" follows: a day or month of every year.
pub(super) fn is_yearly(scene: &Scene, end: usize) -> bool {
    static EVERY: Lazy<Vec<u32>> = Lazy::new(|| ids("hàng hằng mỗi"));
    scene.is_any(end, &EVERY) && scene.is_any(end + 1, &YEAR)
}

/// The start of a weekday right before `at`: "Thứ Sáu, 19/04/2024", "CN, 21/4", "chủ nhật (9/7)".
pub(super) fn weekday_before(scene: &Scene, at: usize) -> Option<usize> {
    static TH: Lazy<Vec<u32>> = Lazy::new(|| ids("thứ"));
    static NUMBERS: Lazy<Vec<u32>> = Lazy::new(|| ids("hai ba tư năm sáu bảy bẩy"));
    static SUN: Lazy<Vec<u32>> = Lazy::new(|| ids("chủ nhật"));
    static SUNDAY: Lazy<Vec<u32>> = Lazy::new(|| ids("cn"));
    let mark =
        at.checked_sub(1).filter(|&n| scene.is(n, ',') || scene.is(n, '(') || scene.is(n, '-') || scene.is(n, '|'));
    let end = mark.unwrap_or(at);
    let last = end.checked_sub(1)?;
    let word = scene.get(last)?;
    if SUNDAY.contains(&word.id()) && word.case == Case::Upper && (mark.is_some() || last == 0) {
        return Some(last);
    }
    let first = last.checked_sub(1)?;
    let numbered = NUMBERS.contains(&word.id()) || scene.digits(last, 1..=1).is_some_and(|n| (2..=7).contains(&n));
    let weekday =
        scene.is_any(first, &TH) && numbered || scene.is_any(first, &SUN[..1]) && SUN[1..].contains(&word.id());
    weekday.then_some(first)
}

/// The quarter, month or year word that a range or a list may repeat: how many atoms of cue stand at `at`.
pub(super) fn repeated_cue(scene: &Scene, at: usize) -> usize {
    static CUES: Lazy<Vec<u32>> = Lazy::new(|| ids("ngày năm hết cuối đầu sáng chiều tối trước"));
    (0..3).take_while(|n| scene.is_any(at + n, &CUES)).count()
}

/// Whether the word before `at` (past its cue) is "từ".
pub(super) fn is_from(scene: &Scene, at: usize) -> bool {
    static FROM: Lazy<Vec<u32>> = Lazy::new(|| ids("từ"));
    static CUES: Lazy<Vec<u32>> = Lazy::new(|| ids("ngày năm cuối đầu sáng chiều tối giữa kể"));
    let mut start = at;
    for _ in 0..3 {
        if scene.after_any(start, &FROM) {
            return true;
        }
        if !scene.after_any(start, &CUES) {
            return false;
        }
        start -= 1;
    }
    false
}

/// What `at` begins, by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Figure,
    Month,
    Quarter,
    ShortQuarter,
    Lunar,
    Relative,
}

/// Which kind of date may begin at an atom.
pub(super) fn opening(scene: &Scene, at: usize) -> Option<Opening> {
    static Q: Lazy<Vec<u32>> = Lazy::new(|| ids("q"));
    static LUNAR: Lazy<Vec<u32>> = Lazy::new(|| ids("mùng mồng rằm"));
    static TABLE: Lazy<Vec<Option<Opening>>> = Lazy::new(|| {
        let mut table = vec![None; 1 << 16];
        let mut put = |ids: &[u32], opening| {
            for &id in ids {
                if let Some(slot) = table.get_mut(id as usize) {
                    *slot = Some(opening);
                }
            }
        };
        put(&super::relative::openers(), Opening::Relative);
        put(&MONTH, Opening::Month);
        put(&QUARTER, Opening::Quarter);
        put(&LUNAR, Opening::Lunar);
        table
    });
    let atom = scene.get(at)?;
    match atom.kind {
        AtomKind::Number => Some(Opening::Figure),
        AtomKind::Syllable => TABLE.get(atom.id() as usize).copied().flatten(),
        AtomKind::Word => {
            let glued = scene.get(at + 1).is_some_and(|a| a.kind == AtomKind::Number && a.gap == Gap::None);
            (glued && atom.span().len() == 1 && Q.contains(&atom.id())).then_some(Opening::ShortQuarter)
        }
        _ => None,
    }
}
