//! Dates as a reader of the report's language writes them.

use crate::{Lang, Words, one_line};
use vanban::Document;
use vanban::facts::Facts;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The dates of a document, each once: in the text, as a date, and what it is of.
pub fn dates(doc: &Document<'_>, facts: &Facts, words: Words) -> Vec<[String; 3]> {
    let known = facts.dates.iter().filter_map(|d| Some((d, d.value.as_deref()?)));
    crate::once(known.map(|(d, value)| {
        let date = words.span_of_time(value, d.until.as_deref());
        [one_line(d.span.of(doc.text())), date, d.role.map_or("", |r| words.role(r)).to_owned()]
    }))
}

impl Words {
    /// A date, as it is where its year is known: "2018-11-07", but "7 November, no year" for "--11-07".
    pub(crate) fn date(self, value: &str) -> String {
        match self.in_any_year(value) {
            Some(day) => day + self.no_year(),
            None => value.to_owned(),
        }
    }

    /// A date with the end of its range.
    pub(crate) fn span_of_time(self, from: &str, until: Option<&str>) -> String {
        let Some(until) = until else { return self.date(from) };
        match (self.in_any_year(from), self.in_any_year(until)) {
            (Some(from), Some(until)) => format!("{from} – {until}{}", self.no_year()),
            _ => format!("{} – {}", self.date(from), self.date(until)),
        }
    }

    fn no_year(self) -> &'static str {
        self.pick(", no year", ", không rõ năm")
    }

    /// "--11-07" and "--11", which lack the year, without saying so.
    fn in_any_year(self, value: &str) -> Option<String> {
        let (date, clock) = value.split_once('T').map_or((value, None), |(d, c)| (d, Some(c)));
        let (month, day) = date.strip_prefix("--").map(|rest| rest.split_once('-').unwrap_or((rest, "")))?;
        let month: usize = month.parse().ok()?;
        let name = MONTHS.get(month.checked_sub(1)?)?;
        let date = match (self.lang(), day.parse::<u8>()) {
            (Lang::En, Ok(day)) => format!("{day} {name}"),
            (Lang::En, Err(_)) => (*name).to_owned(),
            (Lang::Vi, Ok(day)) => format!("{day}/{month}"),
            (Lang::Vi, Err(_)) => format!("tháng {month}"),
        };
        Some(clock.map_or(date.clone(), |clock| format!("{date} {clock}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_missing_is_told_in_words() {
        let both = |value: &str, until| [Lang::En, Lang::Vi].map(|l| Words::of(l).span_of_time(value, until));
        assert_eq!(both("--11-07", None), ["7 November, no year", "7/11, không rõ năm"]);
        assert_eq!(both("--11", None), ["November, no year", "tháng 11, không rõ năm"]);
        let range = ["7 November – 9 November, no year", "7/11 – 9/11, không rõ năm"];
        assert_eq!(both("--11-07", Some("--11-09")), range);
        let mixed = ["30 December, no year – 2019-01-02", "30/12, không rõ năm – 2019-01-02"];
        assert_eq!(both("--12-30", Some("2019-01-02")), mixed);
        assert_eq!(both("--11-07T09:30", None), ["7 November 09:30, no year", "7/11 09:30, không rõ năm"]);
        assert_eq!(both("2023-Q1", None), ["2023-Q1", "2023-Q1"]);
        assert_eq!(both("--77", None), ["--77", "--77"]);
    }
}
