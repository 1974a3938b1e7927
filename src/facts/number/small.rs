//! The small numbers inside a number: words below one thousand, or a group of digits.

use super::super::currency;
use super::super::digits::{self, Digits, Shape};
use super::super::scene::Scene;
use super::word::{Class, class, scale};
use crate::scan::{AtomKind, Gap};
use rust_decimal::Decimal;

/// A small number and how it was written.
#[derive(Debug, Clone)]
pub(super) struct Small {
    pub(super) value: Decimal,
    pub(super) end: usize,
    /// For a group of digits.
    pub(super) digits: Option<Digits>,
    /// The lower number of "hai ba".
    pub(super) low: Option<Decimal>,
    /// It is no number without a scale word: "nửa", the năm of "năm nay".
    pub(super) needs_scale: bool,
    /// It fills its places: it says its hundreds, or that there are none.
    full: bool,
}

impl Small {
    fn words(value: u32, end: usize) -> Small {
        Small { value: Decimal::from(value), end, digits: None, low: None, needs_scale: false, full: false }
    }

    /// The value with a doubtful comma read as thousands.
    pub(super) fn thousands(&self) -> Option<Decimal> {
        self.digits.and_then(|d| d.thousands)
    }

    /// Whether it stands for tenths of the scale before it: one digit, or up to three in figures.
    pub(super) fn is_short(&self) -> bool {
        match self.digits {
            Some(d) => d.shape == Shape::Plain && d.length <= 3,
            None => !self.full && self.value < Decimal::TEN,
        }
    }

    /// "ba trăm".
    pub(super) fn is_round_hundred(&self) -> bool {
        self.digits.is_none() && self.value >= Decimal::ONE_HUNDRED && (self.value % Decimal::ONE_HUNDRED).is_zero()
    }

    /// How many places it takes as decimals.
    pub(super) fn places(&self) -> Option<u32> {
        match self.digits {
            Some(d) => (d.shape == Shape::Plain && d.length <= 3).then_some(d.length as u32),
            None if self.value < Decimal::TEN => Some(1),
            None => Some(if self.value < Decimal::ONE_HUNDRED { 2 } else { 3 }),
        }
    }
}

/// The small number at `at`; `first` where the whole number begins there.
pub(super) fn read(scene: &Scene, at: usize, first: bool) -> Option<Small> {
    let small = match class(scene, at) {
        Class::Digits => in_digits(scene, at)?,
        Class::Digit(d) => digit(scene, at, d, first)?,
        Class::Ten(tens) => Small::words(0, at + 1).with_unit(scene, u32::from(tens) * 10),
        // "hai triệu tư" is 2.4 millions.
        Class::After(d) if !first => Small::words(u32::from(d), at + 1),
        Class::And if !first => and_unit(scene, at)?,
        Class::Half if first => Small { needs_scale: true, ..Small::half(at + 1) },
        Class::Scale(2) if first && class(scene, at + 1) == Class::AndHalf => {
            Small { full: true, ..Small::words(150, at + 2) }
        }
        // "tỷ rưỡi" is one and a half.
        Class::Scale(_) if first && class(scene, at + 1) == Class::AndHalf => Small::words(1, at),
        _ => return None,
    };
    Some(small.with_point(scene))
}

fn in_digits(scene: &Scene, at: usize) -> Option<Small> {
    let digits = digits::read(scene.text(scene.get(at)?))?;
    let small = Small { value: digits.value, digits: Some(digits), ..Small::words(0, at + 1) };
    Some(spaced(scene, &small, digits).unwrap_or(small))
}

/// "1 200 000 đồng": thousands set apart by spaces, which only a currency behind them tells from a row of numbers.
fn spaced(scene: &Scene, first: &Small, digits: Digits) -> Option<Small> {
    let mut small = Small { digits: Some(Digits { shape: Shape::Grouped, ..digits }), ..first.clone() };
    if digits.shape != Shape::Plain || digits.length > 3 {
        return None;
    }
    for _ in 0..5 {
        let Some(atom) = scene.get(small.end).filter(|a| a.kind == AtomKind::Number && a.gap == Gap::Space) else {
            break;
        };
        let group = digits::read(scene.text(atom)).filter(|d| d.shape == Shape::Plain && d.length == 3)?;
        small.value = small.value.checked_mul(Decimal::ONE_THOUSAND)?.checked_add(group.value)?;
        small.end += 1;
    }
    (small.end > first.end && currency::after(scene, small.end, true).is_some()).then_some(small)
}

/// From một to chín at `at`: alone, with tens or hundreds.
fn digit(scene: &Scene, at: usize, d: u8, first: bool) -> Option<Small> {
    let d32 = u32::from(d);
    match class(scene, at + 1) {
        Class::Scale(2) if scale(scene, at + 1, false).is_some() => Some(hundreds(scene, at + 2, d32)),
        Class::Tens if d > 1 => Some(Small::words(0, at + 2).with_unit(scene, d32 * 10)),
        // "hai lăm", "ba tư": only where a scale word or a currency says that they are numbers.
        Class::After(unit) if d > 1 && binds(scene, at + 2) => Some(Small::words(d32 * 10 + u32::from(unit), at + 2)),
        Class::Digit(next) if is_pair(d, next) && is_scale_or_tens(scene, at + 2) => pair(scene, at + 1, d, next),
        Class::Point => Some(Small::words(d32, at + 1)),
        _ if d == 0 && first => None,
        _ if d == 0 => scale(scene, at + 1, false).map(|_| Small::words(0, at + 1)),
        _ => Some(Small { needs_scale: d == 5 && !first && !binds(scene, at + 1), ..Small::words(d32, at + 1) }),
    }
}

/// "hai ba", "năm bảy": about so many.
fn is_pair(low: u8, high: u8) -> bool {
    low > 0 && (high == low + 1 || (low, high) == (5, 7))
}

fn is_scale_or_tens(scene: &Scene, at: usize) -> bool {
    class(scene, at) == Class::Tens || scale(scene, at, false).is_some()
}

fn pair(scene: &Scene, at: usize, low: u8, high: u8) -> Option<Small> {
    let whole = match class(scene, at + 1) {
        Class::Tens => Small::words(u32::from(high) * 10, at + 2),
        Class::Scale(2) => Small::words(u32::from(high) * 100, at + 2),
        _ => Small::words(u32::from(high), at + 1),
    };
    let low = whole.value.checked_div(Decimal::from(high))?.checked_mul(Decimal::from(low))?;
    Some(Small { low: Some(low), ..whole })
}

/// What follows "hai trăm".
fn hundreds(scene: &Scene, at: usize, hundred: u32) -> Small {
    let base = hundred * 100;
    let small = match class(scene, at) {
        Class::And => and_unit(scene, at).map(|s| (s.value, s.end)),
        Class::Ten(tens) => {
            Some(Small::words(0, at + 1).with_unit(scene, u32::from(tens) * 10)).map(|s| (s.value, s.end))
        }
        Class::Digit(d) if d > 0 && class(scene, at + 1) == Class::Tens => {
            Some(Small::words(0, at + 2).with_unit(scene, u32::from(d) * 10)).map(|s| (s.value, s.end))
        }
        // "hai trăm hai" is said for 220; "hai trăm năm" is two hundred years.
        Class::Digit(d) if d > 0 && binds(scene, at + 1) => Some((Decimal::from(u32::from(d) * 10), at + 1)),
        Class::After(d) if binds(scene, at + 1) => Some((Decimal::from(u32::from(d) * 10), at + 1)),
        Class::AndHalf => Some((Decimal::from(50), at + 1)),
        _ => None,
    };
    let (rest, end) = small.unwrap_or((Decimal::ZERO, at));
    Small { value: Decimal::from(base) + rest, full: true, ..Small::words(0, end) }
}

/// "linh năm", "lẻ ba".
fn and_unit(scene: &Scene, at: usize) -> Option<Small> {
    match class(scene, at + 1) {
        Class::Digit(d) if d > 0 => Some(Small { full: true, ..Small::words(u32::from(d), at + 2) }),
        Class::After(d) => Some(Small { full: true, ..Small::words(u32::from(d), at + 2) }),
        Class::Ten(tens) => {
            Some(Small { full: true, ..Small::words(0, at + 2).with_unit(scene, u32::from(tens) * 10) })
        }
        _ => None,
    }
}

impl Small {
    fn half(end: usize) -> Small {
        Small { value: Decimal::new(5, 1), ..Small::words(0, end) }
    }

    /// Ten or more, with the unit that may follow.
    fn with_unit(self, scene: &Scene, tens: u32) -> Small {
        let unit = match class(scene, self.end) {
            Class::After(d) => Some(d),
            // "hai mươi năm" is twenty years.
            Class::Digit(5) if !binds(scene, self.end + 1) => None,
            Class::Digit(d) if d > 0 => Some(d),
            _ => None,
        };
        match unit {
            Some(d) => Small::words(tens + u32::from(d), self.end + 1),
            None => Small::words(tens, self.end),
        }
    }

    /// Decimals in words: "hai phẩy năm", "2 chấm 23".
    fn with_point(self, scene: &Scene) -> Small {
        if class(scene, self.end) != Class::Point {
            return self;
        }
        let Some((value, end)) = decimals(scene, self.end + 1) else { return self };
        let value = self.value.checked_add(value).unwrap_or(self.value);
        Small { value, end, digits: None, low: None, needs_scale: false, full: true }
    }
}

/// Decimals that are said digit by digit or as a number below one hundred.
fn decimals(scene: &Scene, at: usize) -> Option<(Decimal, usize)> {
    if scene.get(at)?.kind == AtomKind::Number {
        return super::word::decimals(scene, at);
    }
    let (mut value, mut unit, mut end) = (Decimal::ZERO, Decimal::ONE, at);
    if matches!(class(scene, at), Class::Ten(_)) || class(scene, at + 1) == Class::Tens {
        let small = read(scene, at, false)?;
        return Some((small.value.checked_div(Decimal::ONE_HUNDRED)?, small.end));
    }
    while let Class::Digit(d) | Class::After(d) = class(scene, end) {
        unit = unit.checked_div(Decimal::TEN)?;
        value = value.checked_add(unit.checked_mul(Decimal::from(d))?)?;
        end += 1;
        if end - at > 12 {
            return None;
        }
    }
    (end > at).then_some((value, end))
}

/// Whether what stands at `at` makes a number of the doubtful word before it: a scale word or a currency.
fn binds(scene: &Scene, at: usize) -> bool {
    is_scale_or_tens(scene, at) || currency::after(scene, at, true).is_some()
}
