//! Dates that are told from the day of writing: "năm nay", "hôm qua", "tháng trước" (this year, yesterday, last month).

use super::value::Moment;
use crate::facts::number::{Class, class_of};
use crate::facts::scene::Scene;
use crate::phrases::{Phrases, lines};
use crate::scan::{AtomKind, ids, scan};
use jiff::ToSpan;
use jiff::civil::Date;
use once_cell::sync::Lazy;

/// How far a relative date lies from the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Distance {
    unit: Unit,
    by: i8,
    caution: Caution,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Year,
}

/// What else the phrase may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caution {
    None,
    /// A stretch of time after a number: "5 năm tới".
    Count,
    /// That, or counted from a year that is spoken of: "so với năm trước".
    Other,
    /// A stretch of time after a number; otherwise the year that is over, or nearly so.
    Past,
}

static PHRASES: Lazy<Phrases<Distance>> = Lazy::new(|| {
    let mut phrases = Phrases::default();
    for (phrase, distance) in rows() {
        phrases.insert(phrase, distance);
    }
    phrases
});

fn rows() -> impl Iterator<Item = (&'static str, Distance)> {
    lines(include_str!("../../../dictionaries/dates/relative.tsv")).filter_map(|row| {
        let mut columns = row.split('\t');
        let phrase = columns.next()?;
        let unit = match columns.next()? {
            "day" => Unit::Day,
            "month" => Unit::Month,
            _ => Unit::Year,
        };
        let by = columns.next()?.parse().ok()?;
        let caution = match columns.next().unwrap_or("") {
            "count" => Caution::Count,
            "other" => Caution::Other,
            "past" => Caution::Past,
            _ => Caution::None,
        };
        Some((phrase, Distance { unit, by, caution }))
    })
}

/// The ids of the words that a relative date begins with.
pub(super) fn openers() -> Vec<u32> {
    rows().filter_map(|(phrase, _)| scan(phrase).first().map(|a| a.id())).collect()
}

static NUMBERS: Lazy<Vec<u32>> = Lazy::new(|| ids("các những nhiều vài mấy mỗi từng hàng hằng suốt"));
static COMPARED: Lazy<Vec<u32>> = Lazy::new(|| ids("với kỳ hơn như bằng của so"));

/// The relative date that begins at `at`: its end and its distance.
pub(super) fn read(scene: &Scene, at: usize) -> Option<(usize, Distance)> {
    let (length, distance) = PHRASES.longest(scene.rest(at))?;
    let before = scene.before(at, 1);
    // "một năm qua" is the past year, "5 năm qua" are five.
    let one = before.is_some_and(|a| class_of(a) == Class::Digit(1)) && distance.caution == Caution::Past;
    let counted = before.is_some_and(|a| {
        NUMBERS.contains(&a.id()) || a.kind == AtomKind::Number || (class_of(a) != Class::None && !one)
    });
    let compared = scene.after_any(at, &COMPARED) && distance.caution == Caution::Other;
    let free = distance.caution == Caution::None || !(counted || compared);
    free.then_some((at + length, *distance))
}

impl Distance {
    /// A moment of that grain without a value.
    pub(super) fn grain(self) -> crate::facts::Grain {
        match self.unit {
            Unit::Day => crate::facts::Grain::Day,
            Unit::Month => crate::facts::Grain::Month,
            Unit::Year => crate::facts::Grain::Year,
        }
    }

    /// How many years it lies from the year of writing; `None` for what is no year.
    pub(super) fn years(self) -> Option<i8> {
        (self.unit == Unit::Year && self.caution == Caution::None).then_some(self.by)
    }

    /// What it is, told on `today`, of which day or month may not be known.
    pub(super) fn from(self, today: Moment) -> Option<Moment> {
        let year = today.year?;
        match self.unit {
            Unit::Year => {
                let by = match (self.caution, today.month) {
                    (Caution::Past, Some(11..)) => 0,
                    // In the middle of a year "the past year" is the last twelve months.
                    (Caution::Past, Some(5..)) => return None,
                    _ => self.by,
                };
                Some(Moment::of_year(year.checked_add_signed(i16::from(by))?))
            }
            Unit::Month => {
                let date = Date::new(i16::try_from(year).ok()?, i8::try_from(today.month?).ok()?, 1).ok()?;
                let date = date.checked_add(i32::from(self.by).months()).ok()?;
                Moment::of_month(u16::try_from(date.month()).ok()?).map(|m| m.in_year(date.year() as u16))
            }
            Unit::Day => {
                let (month, day) = (i8::try_from(today.month?).ok()?, i8::try_from(today.day?).ok()?);
                let date = Date::new(i16::try_from(year).ok()?, month, day).ok()?;
                of_date(date.checked_add(i32::from(self.by).days()).ok()?)
            }
        }
    }
}

/// A civil date as a moment.
pub(super) fn of_date(date: Date) -> Option<Moment> {
    let number = |n: i8| u16::try_from(n).ok();
    Moment::of_date(number(date.day())?, number(date.month())?, u16::try_from(date.year()).ok()?)
}
