//! Dates in figures: "02/10/2017", "16.6.2025", "9/7", "4/2020", "2017-2020", "2 tháng 10 năm 2017".
//!
//! What is written with day, month and year is a date by its shape. A day and month, or a year alone, may be a fraction, a
//! score or a count as well: their neighbours decide (see [`super::context`]).

use super::context;
use super::line::plain;
use super::value::Moment;
use crate::facts::scene::Scene;
use crate::scan::ids;
use once_cell::sync::Lazy;

/// A date or a range at a place: up to which atom it goes, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) from: Moment,
    pub(super) until: Option<Moment>,
}

impl Found {
    pub(super) fn new(end: usize, from: Moment) -> Found {
        Found { end, from, until: None }
    }

    fn range(end: usize, from: Moment, until: Moment) -> Found {
        Found { end, from: from.before(until), until: Some(until) }
    }
}

static MONTH: Lazy<Vec<u32>> = Lazy::new(|| ids("tháng"));
static YEAR: Lazy<Vec<u32>> = Lazy::new(|| ids("năm"));
static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));

/// The date that begins with the figure at `at`.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Found> {
    full(scene, at)
        .or_else(|| days(scene, at))
        .or_else(|| day_of_month(scene, at))
        .or_else(|| day_and_month(scene, at))
        .or_else(|| month_and_year(scene, at))
        .or_else(|| years(scene, at))
        .or_else(|| short_decade(scene, at))
        .or_else(|| listed_day(scene, at))
}

/// Day, month and year: by their shape alone, except for a year of two figures.
fn full(scene: &Scene, at: usize) -> Option<Found> {
    if let Some(dotted) = dotted(scene, at) {
        return Some(dotted);
    }
    let first = scene.digits(at, 1..=4)?;
    let separator = ['/', '-'].into_iter().find(|&mark| separated(scene, at + 1, mark))?;
    let second = scene.small(at + 2).filter(|_| separated(scene, at + 3, separator))?;
    if let (Some(year), Some(day)) = (scene.year(at), scene.small(at + 4)) {
        let iso = scene.is_tight(at + 1, separator) && scene.is_tight(at + 3, separator);
        return Moment::of_date(day, second, year).filter(|_| iso).map(|m| Found::new(at + 5, m));
    }
    if let Some(year) = scene.year(at + 4) {
        return Moment::of_date(first, second, year).map(|m| Found::new(at + 5, m));
    }
    let year = century(scene.digits(at + 4, 2..=2)?);
    let cued = context::is_strongly_cued(scene, at) && scene.is_tight(at + 3, separator);
    Moment::of_date(first, second, year).filter(|_| cued).map(|m| Found::new(at + 5, m))
}

/// A separator between the parts of a date: tight, or a slash with stray blanks ("25/ 5/2017").
fn separated(scene: &Scene, at: usize, mark: char) -> bool {
    scene.is_tight(at, mark) || (mark == '/' && scene.is(at, mark))
}

/// "16.6.2025", and "16.6.25" after a word that makes it a date.
fn dotted(scene: &Scene, at: usize) -> Option<Found> {
    let mut parts = scene.str(at).split('.');
    let day = plain(parts.next()?, 1..=2)?;
    let month = plain(parts.next()?, 1..=2)?;
    let text = parts.next()?;
    let year = plain(text, 4..=4)
        .or_else(|| plain(text, 2..=2).filter(|_| context::is_strongly_cued(scene, at)).map(century))?;
    let moment = Moment::of_date(day, month, year)?;
    parts.next().is_none().then(|| Found::new(at + 1, moment))
}

fn century(year: u16) -> u16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// Several days of a month: "16-18/6", "5 đến 12/9/2010", "5-6 tháng 8".
fn days(scene: &Scene, at: usize) -> Option<Found> {
    let first = scene.small(at)?;
    let dash = scene.is(at + 1, '-');
    let next = if dash || scene.is_any(at + 1, &TO) { at + 2 } else { return None };
    // "ngày" may be said again: "từ ngày 5 đến ngày 12/9".
    let next = next + usize::from(!dash && scene.is_any(next, &context::DAY));
    let second = scene.small(next).filter(|s| *s > first)?;
    let last = dated(scene, next)?;
    let from = Moment::of_day(first, u16::from(last.from.month?))?;
    let counted = context::is_counted(scene, last.end) && last.from.year.is_none();
    let fits = last.from.day == Some(second as u8) && !counted && (dash || context::is_cued(scene, at));
    fits.then(|| Found::range(last.end, from, last.from))
}

/// A day and its month in any form, without a look at what stands around.
pub(super) fn dated(scene: &Scene, at: usize) -> Option<Found> {
    full(scene, at).or_else(|| named_month(scene, at)).or_else(|| {
        let moment = Moment::of_day(scene.small(at)?, scene.small(at + 2).filter(|_| scene.is_tight(at + 1, '/'))?)?;
        Some(with_year(scene, Found::new(at + 3, moment)))
    })
}

/// "2 tháng 10 năm 2017"; without a year only after "ngày" and the like ("6 tháng 10 ngày" is a span of time).
fn day_of_month(scene: &Scene, at: usize) -> Option<Found> {
    let found = named_month(scene, at)?;
    let sure = found.from.year.is_some() || context::is_strongly_cued(scene, at);
    sure.then_some(found)
}

fn named_month(scene: &Scene, at: usize) -> Option<Found> {
    let day = scene.small(at).filter(|_| scene.is_any(at + 1, &MONTH))?;
    let (end, month) = super::phrase::month_number(scene, at + 2)?;
    let moment = Moment::of_day(day, u16::from(month.month?))?;
    Some(super::phrase::with_any_year(scene, Found::new(end, moment)))
}

/// "9/7", "18-8", "25.4": a date where its neighbours say so.
fn day_and_month(scene: &Scene, at: usize) -> Option<Found> {
    let (end, mark, day, month) = two_figures(scene, at)?;
    let moment = Moment::of_day(day, month)?;
    let found = with_year(scene, Found::new(end, moment));
    let yearly = found.end > end;
    (yearly && mark != '.' || context::is_day_and_month(scene, at, end, mark, (day, month))).then_some(found)
}

fn two_figures(scene: &Scene, at: usize) -> Option<(usize, char, u16, u16)> {
    if let Some((day, month)) = scene.str(at).split_once('.') {
        return Some((at + 1, '.', plain(day, 1..=2)?, plain(month, 1..=2)?));
    }
    let mark = ['/', '-'].into_iter().find(|&mark| scene.is_tight(at + 1, mark))?;
    let glued = scene.glued(at + 3) && (scene.is(at + 3, '/') || scene.is(at + 3, '-'));
    // "1/2/3" is something else.
    if glued && scene.is_tight(at + 3, mark) {
        return None;
    }
    Some((at + 3, mark, scene.small(at)?, scene.small(at + 2)?))
}

/// The year that is told in words after it: "2/9 năm 1945".
fn with_year(scene: &Scene, found: Found) -> Found {
    let comma = usize::from(scene.is(found.end, ','));
    let year = scene.year(found.end + comma + 1).filter(|_| scene.is_any(found.end + comma, &YEAR));
    match year {
        Some(year) if found.from.year.is_none() => {
            Found { end: found.end + comma + 2, from: found.from.in_year(year), until: found.until }
        }
        _ => found,
    }
}

/// "4/2020" without the word for month.
fn month_and_year(scene: &Scene, at: usize) -> Option<Found> {
    let month = scene.small(at).filter(|_| scene.is_tight(at + 1, '/'))?;
    let year = scene.digits(at + 2, 4..=4).filter(|y| (1900..=2099).contains(y))?;
    let moment = Moment::of_month(month)?.in_year(year);
    let joined = scene.is_tight(at + 3, '/') || at > 0 && scene.is_tight(at - 1, '/');
    (!joined && !context::is_numbered(scene, at) && !context::is_scale(scene, at)).then(|| Found::new(at + 3, moment))
}

/// "2017", "2017-2020", "2021 – 2025", "2016/2017", "2017-18".
fn years(scene: &Scene, at: usize) -> Option<Found> {
    let first = scene.year(at)?;
    if let Some(found) = year_range(scene, at, first) {
        return Some(found);
    }
    if let Some(decade) = decade(scene, at, first) {
        return Some(decade);
    }
    context::is_year(scene, at, first).then(|| Found::new(at + 1, Moment::of_year(first)))
}

fn year_range(scene: &Scene, at: usize, first: u16) -> Option<Found> {
    let dash = scene.is(at + 1, '-') && scene.glued(at + 1) == scene.glued(at + 2);
    let slash = scene.is_tight(at + 1, '/');
    let (mut second, short) = match (scene.year(at + 2), scene.digits(at + 2, 2..=2)) {
        (Some(second), _) => (second, false),
        (None, Some(second)) => (first / 100 * 100 + second, true),
        _ => return None,
    };
    if short && first % 100 == 99 && second % 100 == 0 {
        second += 100;
    }
    let next = second == first + 1;
    let plausible = (1900..=2099).contains(&first) && second > first && second - first <= 60;
    let shaped = (dash && (!short || next && scene.is_tight(at + 1, '-'))) || (slash && next && !short);
    let free = !context::is_counted(scene, at + 3) || context::is_yeared(scene, at);
    (plausible && shaped && free && !context::is_numbered(scene, at))
        .then(|| Found::range(at + 3, Moment::of_year(first), Moment::of_year(second)))
}

/// "những năm 1990", "thập niên 1990": ten years.
fn decade(scene: &Scene, at: usize, first: u16) -> Option<Found> {
    let listed = scene.is(at + 1, ',') || scene.is(at + 1, '-') || scene.is_any(at + 1, &context::AND);
    let ten = first.is_multiple_of(10) && !(listed && scene.is_number(at + 2)) && context::is_decade(scene, at);
    ten.then(|| Found { end: at + 1, from: Moment::of_year(first), until: Some(Moment::of_year(first + 9)) })
}

/// "thập niên 90": ten years of the last century.
fn short_decade(scene: &Scene, at: usize) -> Option<Found> {
    let tens = scene.digits(at, 2..=2).filter(|n| n.is_multiple_of(10) && (20..=90).contains(n))?;
    let first = 1900 + tens;
    context::is_decade(scene, at).then(|| Found {
        end: at + 1,
        from: Moment::of_year(first),
        until: Some(Moment::of_year(first + 9)),
    })
}

/// A day whose month comes at the end of its list: "ngày 9 và 10/7", "ngày 3, 4, 5/8/2019".
fn listed_day(scene: &Scene, at: usize) -> Option<Found> {
    let day = scene.small(at).filter(|_| opens_list(scene, at))?;
    let mut next = at + 1;
    for _ in 0..LIST {
        let listed = scene.is(next, ',') || scene.is_any(next, &context::AND);
        let item = next + 1 + usize::from(listed && scene.is_any(next + 1, &context::DAY));
        if !listed {
            return None;
        }
        if let Some(last) = dated(scene, item) {
            let moment = Moment::of_day(day, u16::from(last.from.month?))?;
            return Some(Found::new(at + 1, moment.before(last.from)));
        }
        scene.small(item)?;
        next = item + 1;
    }
    None
}

/// The most days that a list is followed over.
const LIST: usize = 6;

/// Whether a word for a day stands before the list that `at` is in.
fn opens_list(scene: &Scene, at: usize) -> bool {
    let mut start = at;
    for _ in 0..LIST {
        if context::is_strongly_cued(scene, start) {
            return true;
        }
        let listed = start >= 2 && (scene.is(start - 1, ',') || scene.after_any(start, &context::AND));
        if !listed || scene.small(start - 2).is_none() {
            return false;
        }
        start -= 2;
    }
    false
}
