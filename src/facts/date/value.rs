//! A point of the calendar of which not all may be known, and how it is written.

use crate::facts::Grain;

/// A year, a quarter, a month or a day; what the text leaves out is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::facts) struct Moment {
    pub(in crate::facts) year: Option<u16>,
    pub(in crate::facts) quarter: Option<u8>,
    pub(in crate::facts) month: Option<u8>,
    pub(in crate::facts) day: Option<u8>,
}

impl Moment {
    pub(super) fn of_year(year: u16) -> Moment {
        Moment { year: Some(year), ..Moment::default() }
    }

    pub(super) fn of_quarter(quarter: u8) -> Moment {
        Moment { quarter: Some(quarter), ..Moment::default() }
    }

    /// A month, if there is such a month.
    pub(super) fn of_month(month: u16) -> Option<Moment> {
        (1..=12).contains(&month).then(|| Moment { month: Some(month as u8), ..Moment::default() })
    }

    /// A day of a month, if there is such a day in some year.
    pub(super) fn of_day(day: u16, month: u16) -> Option<Moment> {
        let real = (1..=12).contains(&month) && (1..=longest_month(month, None)).contains(&day);
        real.then(|| Moment { month: Some(month as u8), day: Some(day as u8), ..Moment::default() })
    }

    pub(super) fn of_date(day: u16, month: u16, year: u16) -> Option<Moment> {
        let known = (1000..=2199).contains(&year) && day <= longest_month(month, Some(year));
        Moment::of_day(day, month).filter(|_| known).map(|m| m.in_year(year))
    }

    pub(super) fn in_year(self, year: u16) -> Moment {
        Moment { year: Some(year), ..self }
    }

    /// The year of `other` where this one has none; the one before it where that would put it after `other`.
    pub(super) fn before(self, other: Moment) -> Moment {
        match (self.year, other.year) {
            (None, Some(year)) if self.order() > other.order() => self.in_year(year.saturating_sub(1)),
            (None, Some(year)) => self.in_year(year),
            _ => self,
        }
    }

    /// Its place in the year.
    fn order(self) -> (u8, u8) {
        (self.month.or(self.quarter).unwrap_or(0), self.day.unwrap_or(0))
    }

    /// Whether this one comes before `other`, as far as both are known.
    pub(super) fn is_before(self, other: Moment) -> bool {
        match (self.year, other.year) {
            (Some(a), Some(b)) => (a, self.order()) < (b, other.order()),
            _ => self.year.is_some() || self.order() < other.order() || other.year.is_some(),
        }
    }

    pub(in crate::facts) fn grain(self) -> Grain {
        match self {
            Moment { day: Some(_), .. } => Grain::Day,
            Moment { month: Some(_), .. } => Grain::Month,
            Moment { quarter: Some(_), .. } => Grain::Quarter,
            _ => Grain::Year,
        }
    }

    /// ISO 8601, as fine as it is known: "2017-10-02", "2017-10", "2023-Q1", "2017"; "--04-21" without the year.
    pub(in crate::facts) fn iso(self) -> Option<String> {
        let year = self.year.map_or_else(|| "-".to_owned(), |y| format!("{y:04}"));
        match self {
            Moment { month: Some(m), day: Some(d), .. } => Some(format!("{year}-{m:02}-{d:02}")),
            Moment { month: Some(m), .. } => Some(format!("{year}-{m:02}")),
            Moment { quarter: Some(q), year: Some(_), .. } => Some(format!("{year}-Q{q}")),
            Moment { year: Some(_), .. } => Some(year),
            _ => None,
        }
    }
}

/// How many days a month has; in a year that is not known, February has 29.
fn longest_month(month: u16, year: Option<u16>) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_some_and(|y| !(y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))) => 28,
        2 => 29,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_are_days() {
        assert!(Moment::of_date(29, 2, 2016).is_some() && Moment::of_date(29, 2, 2017).is_none());
        assert!(Moment::of_day(31, 4).is_none() && Moment::of_day(0, 4).is_none() && Moment::of_day(3, 13).is_none());
    }

    #[test]
    fn written_as_fine_as_it_is_known() {
        let iso = |m: Moment| m.iso().unwrap_or_default();
        assert_eq!(iso(Moment { year: Some(2017), quarter: None, month: Some(10), day: Some(2) }), "2017-10-02");
        assert_eq!(iso(Moment::of_quarter(1).in_year(2023)), "2023-Q1");
        assert_eq!(Moment::of_day(21, 4).and_then(Moment::iso).as_deref(), Some("--04-21"));
        assert_eq!(Moment::of_quarter(3).iso(), None);
    }

    #[test]
    fn the_year_is_handed_back_over_new_year() {
        let end = Moment { year: Some(2018), quarter: None, month: Some(1), day: Some(3) };
        let start = Moment { year: None, quarter: None, month: Some(12), day: Some(25) };
        assert_eq!(start.before(end).year, Some(2017));
    }
}
