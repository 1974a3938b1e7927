//! Numbers as readers of each language write them: 96,480,000,000 and 12.5, or 96.480.000.000 and 12,5.
//!
//! A lone dot between digits ("2.876") is a thousand to one reader and a decimal point to another, and a figure that is
//! copied into a spreadsheet meets both. So in Vietnamese a count has dots only where it has two of them or a comma too,
//! and a sum in a currency with cents is written out to the cents; a sum in dong, which have none, is never in doubt.

use crate::{Lang, Words};
use rust_decimal::Decimal;
use vanban::facts::Money;

/// A decimal in its parts.
struct Parts {
    sign: &'static str,
    /// The whole part in groups of three digits, the first one shorter.
    groups: Vec<String>,
    fraction: Option<String>,
}

impl Parts {
    fn of(value: Decimal) -> Parts {
        let text = value.abs().normalize().to_string();
        let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f.to_owned())));
        let mut groups = vec![String::new()];
        for (n, digit) in whole.chars().enumerate() {
            if n > 0 && (whole.len() - n) % 3 == 0 {
                groups.push(String::new());
            }
            groups.iter_mut().last().into_iter().for_each(|group| group.push(digit));
        }
        let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
        Parts { sign, groups, fraction }
    }

    /// Whether a dot between the groups would be the only mark in the number.
    fn has_lone_mark(&self) -> bool {
        self.groups.len() == 2 && self.fraction.is_none()
    }

    fn join(&self, group: &str, point: &str) -> String {
        let fraction = self.fraction.as_ref().map(|f| format!("{point}{f}")).unwrap_or_default();
        format!("{}{}{fraction}", self.sign, self.groups.join(group))
    }
}

impl Words {
    /// A count, a measure or a percent.
    pub(crate) fn number(self, value: Decimal) -> String {
        let parts = Parts::of(value);
        match self.lang() {
            Lang::En => parts.join("", "."),
            Lang::Vi => parts.join(if parts.has_lone_mark() { "" } else { "." }, ","),
        }
    }

    /// A number with the upper end of its range, where it has one: "20–30".
    pub(crate) fn range(self, value: Decimal, high: Option<Decimal>) -> String {
        let high = high.map(|h| format!("–{}", self.number(h))).unwrap_or_default();
        self.number(value) + &high
    }

    /// The number of a sum in a currency.
    pub(crate) fn sum(self, value: Decimal, currency: &str) -> String {
        let mut parts = Parts::of(value);
        if self.lang() == Lang::En {
            return parts.join(",", ".");
        }
        if currency != "VND" && parts.has_lone_mark() {
            parts.fraction = Some("00".to_owned());
        }
        parts.join(".", ",")
    }

    /// A value with its currency: "111,350,000,000 VND", or a range.
    pub(crate) fn amount(self, m: &Money) -> String {
        let show = |d: Decimal| self.sum(d, &m.currency);
        let value = match (m.value, m.low, m.high) {
            (Some(v), _, _) => show(v),
            (_, Some(l), Some(h)) => format!("{} – {}", show(l), show(h)),
            (_, Some(l), None) => format!("{} –", show(l)),
            (_, None, Some(h)) => format!("– {}", show(h)),
            _ => return "—".into(),
        };
        format!("{value} {}", m.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words::of(Lang::En);
    const VI: Words = Words::of(Lang::Vi);

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn sums_are_grouped_as_the_language_does() {
        let sums = |text: &str, currency: &str| [EN, VI].map(|w| w.sum(decimal(text), currency));
        assert_eq!(sums("111350000000", "VND"), ["111,350,000,000", "111.350.000.000"]);
        assert_eq!(sums("5000", "VND"), ["5,000", "5.000"]);
        assert_eq!(sums("-1234.5", "USD"), ["-1,234.5", "-1.234,5"]);
        assert_eq!(sums("1500", "USD"), ["1,500", "1.500,00"]);
        assert_eq!(sums("12", "USD"), ["12", "12"]);
    }

    #[test]
    fn no_count_has_a_lone_dot() {
        let numbers = |text: &str| [EN, VI].map(|w| w.number(decimal(text)));
        assert_eq!(numbers("2876"), ["2876", "2876"]);
        assert_eq!(numbers("12.50"), ["12.5", "12,5"]);
        assert_eq!(numbers("1250000"), ["1250000", "1.250.000"]);
        assert_eq!(numbers("-1234.5"), ["-1234.5", "-1.234,5"]);
    }
}
