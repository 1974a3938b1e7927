//! A number in digits, and what its dots and commas mean.
//!
//! In Vietnamese a dot groups thousands and a comma begins the decimals: "1.234.567,89". Some write the English way, and
//! "111,350" may be either: its reader decides by what follows (see [`Shape::CommaThree`]).

use rust_decimal::Decimal;

/// What the separators of a number are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No separator: "2017".
    Plain,
    /// Thousands: "1.200", "1,234,567".
    Grouped,
    /// Decimals: "1,5", "5.67", "1.500,5".
    Decimals,
    /// One comma before three digits: "111,350" is a decimal before a scale word and thousands before "đồng".
    CommaThree,
}

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Digits {
    pub(super) value: Decimal,
    /// The number read as thousands, for [`Shape::CommaThree`].
    pub(super) thousands: Option<Decimal>,
    pub(super) shape: Shape,
    /// Written the English way beyond doubt: "1,234,567", "1,234.5".
    pub(super) english: bool,
    /// Written the Vietnamese way beyond doubt: "1.234.567", "2,5".
    pub(super) vietnamese: bool,
    /// How many digits there are before any separator.
    pub(super) length: usize,
}

/// The separators of a number and how many digits stand before, between and after them.
#[derive(Default)]
struct Layout {
    mantissa: i128,
    digits: usize,
    marks: [char; LIMIT],
    groups: [usize; LIMIT + 1],
    count: usize,
}

const LIMIT: usize = 9;

/// Reads digits with dots and commas between them; `None` for what is no number ("16.6.2025").
pub(super) fn read(text: &str) -> Option<Digits> {
    let layout = Layout::of(text)?;
    let (shape, decimals, english) = layout.shape(text.starts_with(['0', '０']))?;
    let value = layout.with_scale(decimals)?;
    let thousands = if shape == Shape::CommaThree { layout.with_scale(0) } else { None };
    let vietnamese = !english && layout.is_vietnamese(shape);
    Some(Digits { value, thousands, shape, english, vietnamese, length: layout.groups[0] })
}

impl Layout {
    fn of(text: &str) -> Option<Layout> {
        let mut layout = Layout::default();
        for c in text.chars() {
            if let Some(digit) = digit(c) {
                layout.mantissa = layout.mantissa.checked_mul(10)?.checked_add(digit)?;
                layout.digits += 1;
                *layout.groups.get_mut(layout.count)? += 1;
            } else if matches!(c, '.' | ',') {
                *layout.marks.get_mut(layout.count)? = c;
                layout.count += 1;
            }
        }
        (1..=28).contains(&layout.digits).then_some(layout)
    }

    fn with_scale(&self, decimals: usize) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.mantissa, u32::try_from(decimals).ok()?).ok()
    }

    fn is_vietnamese(&self, shape: Shape) -> bool {
        match shape {
            Shape::Decimals => self.count > 0 && self.marks[self.count - 1] == ',',
            Shape::Grouped => self.count > 1,
            Shape::Plain | Shape::CommaThree => false,
        }
    }

    /// The shape, how many digits are decimals, and whether it is English beyond doubt.
    fn shape(&self, leading_zero: bool) -> Option<(Shape, usize, bool)> {
        let last = self.groups[self.count];
        let groups_of_three = |upto: usize| self.groups[1..=upto].iter().all(|&g| g == 3) && self.groups[0] <= 3;
        match (self.count, self.marks[0]) {
            (0, _) => Some((Shape::Plain, 0, false)),
            (1, mark) if last == 3 && self.groups[0] <= 3 && !leading_zero => {
                if mark == '.' {
                    Some((Shape::Grouped, 0, false))
                } else {
                    Some((Shape::CommaThree, 3, false))
                }
            }
            (1, _) => Some((Shape::Decimals, last, false)),
            (n, first) => {
                let same = self.marks[..n - 1].iter().all(|&m| m == first);
                let end = self.marks[n - 1];
                if same && end == first && groups_of_three(n) {
                    Some((Shape::Grouped, 0, first == ','))
                } else if same && end != first && groups_of_three(n - 1) {
                    Some((Shape::Decimals, last, first == ','))
                } else {
                    None
                }
            }
        }
    }
}

fn digit(c: char) -> Option<i128> {
    let full_width = u32::from(c).checked_sub(0xFF10).filter(|d| *d < 10);
    c.to_digit(10).or(full_width).map(i128::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_follow_the_vietnamese_rule() {
        for (text, value, shape) in [
            ("2017", "2017", Shape::Plain),
            ("05", "5", Shape::Plain),
            ("1.200", "1200", Shape::Grouped),
            ("1.202.284", "1202284", Shape::Grouped),
            ("1.500,5", "1500.5", Shape::Decimals),
            ("1.234.567,89", "1234567.89", Shape::Decimals),
            ("5,5", "5.5", Shape::Decimals),
            ("5.67", "5.67", Shape::Decimals),
            ("0.350", "0.350", Shape::Decimals),
            ("111,350", "111.350", Shape::CommaThree),
            ("1,234,567", "1234567", Shape::Grouped),
            ("1,234.5", "1234.5", Shape::Decimals),
            ("１２", "12", Shape::Plain),
        ] {
            let read = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.value.to_string(), read.shape), (value.to_owned(), shape), "{text}");
        }
        assert_eq!(read("111,350").and_then(|d| d.thousands), Some(Decimal::from(111_350)));
        assert!(read("1,234,567").is_some_and(|d| d.english) && read("1.234.567").is_some_and(|d| !d.english));
    }

    #[test]
    fn what_is_no_number_is_left() {
        for text in
            ["16.6.2025", "1.2.3", "1.23.456", "1,2,3", "1.234,567.8", &"9".repeat(40), "1.1.1.1.1.1.1.1.1.1.1.1"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
