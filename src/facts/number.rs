//! Numbers in words and digits, in any mix: "một trăm mười ba tỷ", "1 tỷ 200 triệu", "2 nghìn tỷ", "hai triệu rưỡi",
//! "1tr5".
//!
//! A number is a row of terms, each a small number (below one thousand in words, anything in digits) with a chain of
//! scale words. A scale word multiplies all that stands before it and is smaller: "năm nghìn bốn trăm tỷ" is 5,400
//! billions. What follows the last scale word without one of its own is either the rest ("một triệu không trăm linh ba",
//! 1,000,003) or, said in short, its tenths ("1 triệu 3", 1,300,000).

mod small;
mod word;

use super::scene::Scene;
use super::{currency, digits, unit};
use crate::scan::{AtomKind, Case, Gap};
use rust_decimal::Decimal;
use small::Small;
use std::ops::Range;
pub(super) use word::{Class, class, class_of};

/// A number that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub(super) atoms: Range<usize>,
    pub(super) value: Decimal,
    /// The lower number of "hai ba triệu" (two or three millions).
    pub(super) low: Option<Decimal>,
    /// The other reading, where a careful reader would doubt.
    pub(super) other: Option<Decimal>,
    /// What the last chain of scale words multiplies by; 1 without one.
    pub(super) scale: Decimal,
    /// The shape of its digits, where it is all in one group of digits.
    pub(super) digits: Option<digits::Digits>,
}

impl Number {
    /// Whether it has a scale word (nghìn and up).
    pub(super) fn is_scaled(&self) -> bool {
        self.scale >= Decimal::ONE_THOUSAND
    }

    /// Whether it is one word or a plain group of digits.
    pub(super) fn is_single(&self) -> bool {
        self.atoms.len() == 1
    }

    /// The number with "111,350" read as thousands, where it has no scale word.
    pub(super) fn in_thousands(mut self) -> Number {
        if let (Some(thousands), false) = (self.digits.and_then(|d| d.thousands), self.is_scaled()) {
            self.value = if self.value.is_sign_negative() { -thousands } else { thousands };
            self.other = None;
        }
        self
    }
}

impl Number {
    /// The number as the lower end of a range, in the scale of the upper one: as it stands where it has a scale of its own or is grouped in
    /// thousands, else by the scale, or by a thousandth of it ("800 - 1 tỷ").
    pub(super) fn lower_to(&self, upper: &Number) -> Option<Decimal> {
        let low_thousands = self.clone().in_thousands();
        if self.is_scaled() || !upper.is_scaled() {
            let both_decimal = upper.digits.is_some_and(|d| d.thousands.is_none()) && !upper.is_scaled();
            let value =
                if both_decimal && low_thousands.value > upper.value { self.value } else { low_thousands.value };
            return (value <= upper.value).then_some(value);
        }
        let scaled = self.value.checked_mul(upper.scale)?;
        let thousandth = self.value.checked_mul(upper.scale.checked_div(Decimal::ONE_THOUSAND)?)?;
        [scaled, thousandth, self.value].into_iter().find(|v| *v <= upper.value && *v >= Decimal::ONE)
    }
}

/// A part of the number that is done: its value and the scale it counts in.
#[derive(Clone, Copy)]
struct Term {
    value: Decimal,
    scale: Decimal,
}

/// More terms than any number has: nghìn tỷ, tỷ, triệu, nghìn, units.
const TERMS: usize = 6;

struct Reader<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    terms: [Term; TERMS],
    count: usize,
    end: usize,
    /// Only words so far: a comma may stand between its groups.
    worded: bool,
    other: Option<Decimal>,
    digits: Option<digits::Digits>,
    low: Option<Decimal>,
}

/// The number that begins at `at`.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Number> {
    let negative = class(scene, at) == Class::Minus;
    let start = at + usize::from(negative);
    let zero = Term { value: Decimal::ZERO, scale: Decimal::ONE };
    let mut reader = Reader {
        scene,
        terms: [zero; TERMS],
        count: 0,
        end: start,
        worded: true,
        other: None,
        digits: None,
        low: None,
    };
    while reader.count < TERMS && reader.term() {}
    if reader.count == 0 {
        return None;
    }
    let value = reader.total()?;
    let sign = |n: Decimal| if negative { -n } else { n };
    Some(Number {
        atoms: at..reader.end,
        value: sign(value),
        low: reader.low.map(sign),
        other: reader.other.filter(|o| *o != value).map(sign),
        scale: reader.terms[..reader.count].iter().map(|t| t.scale).max().unwrap_or(Decimal::ONE),
        digits: reader.digits.filter(|_| reader.count == 1),
    })
}

impl Reader<'_, '_, '_> {
    fn total(&self) -> Option<Decimal> {
        self.terms[..self.count].iter().try_fold(Decimal::ZERO, |sum, t| sum.checked_add(t.value))
    }

    fn last(&self) -> Option<Term> {
        self.count.checked_sub(1).map(|n| self.terms[n])
    }

    /// Reads one more term; `false` where the number is at its end.
    fn term(&mut self) -> bool {
        let first = self.count == 0;
        if !first && self.last().is_none_or(|t| t.scale == Decimal::ONE) {
            return false;
        }
        let comma = !first && self.worded && self.scene.is(self.end, ',') && self.scene.glued(self.end);
        let at = self.end + usize::from(comma);
        let Some(small) = small::read(self.scene, at, first) else { return false };
        if comma && small.digits.is_some() {
            return false;
        }
        let (scales, end) = self.scales(&small);
        let taken = if scales.iter().all(Option::is_none) {
            if small.needs_scale {
                return false;
            }
            if first { self.push(Term { value: small.value, scale: Decimal::ONE }) } else { self.tail(&small, comma) }
        } else {
            self.scaled(&small, &scales)
        };
        if taken {
            self.end = end;
            self.worded &= small.digits.is_none();
            if first {
                self.digits = small.digits;
            }
            self.half();
        }
        taken
    }

    fn push(&mut self, term: Term) -> bool {
        let room = self.count < TERMS;
        if room {
            self.terms[self.count] = term;
            self.count += 1;
        }
        room
    }

    /// The chain of scale words after a small number, in rising order: "nghìn tỷ", "chục triệu".
    fn scales(&self, small: &Small) -> ([Option<Decimal>; 3], usize) {
        let mut scales = [None; 3];
        let (mut at, mut last) = (small.end, 0);
        for slot in &mut scales {
            let Some((power, end)) = word::scale(self.scene, at, small.digits.is_some()) else { break };
            // "trăm nghìn", but not "nghìn trăm"; "triệu triệu" is a slip.
            if power <= last {
                break;
            }
            *slot = Some(Decimal::from(10u64.pow(power)));
            (at, last) = (end, power);
        }
        (scales, at)
    }

    /// A term with scale words: they multiply the smaller terms before it too.
    fn scaled(&mut self, small: &Small, scales: &[Option<Decimal>; 3]) -> bool {
        let (mut value, mut scale, mut count) = (small.value, Decimal::ONE, self.count);
        for by in scales.iter().flatten() {
            while let Some(before) = count.checked_sub(1).map(|n| self.terms[n]).filter(|t| t.scale < *by) {
                if value >= before.scale {
                    return false;
                }
                let Some(sum) = value.checked_add(before.value) else { return false };
                (value, count) = (sum, count - 1);
            }
            let (Some(v), Some(s)) = (value.checked_mul(*by), scale.checked_mul(*by)) else { return false };
            (value, scale) = (v, s);
        }
        if count > 0 && value >= self.terms[count - 1].scale {
            return false;
        }
        if self.count == 0 {
            self.other = small.thousands().and_then(|t| t.checked_mul(scale));
            self.low = small.low.and_then(|l| l.checked_mul(scale));
        } else {
            (self.other, self.low) = (None, None);
        }
        self.count = count;
        self.push(Term { value, scale })
    }

    /// What follows the last scale word without one of its own.
    fn tail(&mut self, small: &Small, comma: bool) -> bool {
        let Some(last) = self.last() else { return false };
        let money = currency::after(self.scene, small.end, true).is_some();
        let closes = if comma { small.end >= self.scene.atoms.len() } else { self.may_close(small) };
        if !money && !closes {
            return false;
        }
        let tenths = self.tenths(small, last);
        let short = small.is_short() && !comma;
        let value = if short { tenths } else { Some(small.value) };
        let Some(value) = value.filter(|v| *v < last.scale) else { return false };
        // "một triệu ba trăm" is 1,000,300 as it is written and 1,300,000 as it is often said.
        let total = self.total();
        self.low = None;
        self.other = if small.is_round_hundred() && !short {
            total.zip(tenths).and_then(|(t, x)| t.checked_add(x))
        } else {
            None
        };
        self.push(Term { value, scale: Decimal::ONE })
    }

    /// Whether the number may end with this small number where no currency follows: nothing else is counted by it.
    fn may_close(&self, small: &Small) -> bool {
        let (scene, end) = (self.scene, small.end);
        let next = scene.get(end);
        if next.is_some_and(|a| a.kind == AtomKind::Number || a.is('%')) || unit::longest(scene, end).is_some() {
            return false;
        }
        let Some(digits) = small.digits else {
            return next.is_none_or(|a| a.kind == AtomKind::Punct) || scene.is_any(end, word::money());
        };
        let compound = scene.glued(end) && scene.is_number(end + 1) && next.is_some_and(|a| !a.is_word());
        let close = scene.get(self.end).is_some_and(|a| a.gap <= Gap::Space);
        let shape = small.is_short() || digits.shape == digits::Shape::Grouped;
        close && shape && !compound
    }

    /// The small number as the decimals of the scale before it: 3 after "1 triệu" is 300,000.
    fn tenths(&self, small: &Small, last: Term) -> Option<Decimal> {
        let places = small.places()?;
        last.scale.checked_div(Decimal::from(10u64.pow(places)))?.checked_mul(small.value)
    }

    /// "rưỡi" after a scale word: half of it more.
    fn half(&mut self) {
        let Some(last) = self.last().filter(|t| t.scale > Decimal::ONE) else { return };
        if class(self.scene, self.end) == Class::AndHalf
            && let Some(value) = last.value.checked_add(last.scale / Decimal::TWO)
        {
            self.terms[self.count - 1] = Term { value, scale: last.scale };
            self.end += 1;
        }
    }
}

/// Reads a text that is a number and nothing else, in digits or words; `None` for any other text.
///
/// ```
/// use vanban::facts::read_number;
/// assert_eq!(read_number("một trăm mười ba tỷ"), Some(113_000_000_000i64.into())); // "113 billion"
/// assert_eq!(read_number("1.500,5"), Some("1500.5".parse().unwrap()));
/// assert_eq!(read_number("đồng"), None);
/// ```
pub fn read_number(text: &str) -> Option<Decimal> {
    super::ordinal::whole(text, |scene| {
        let minus = scene.is(0, '-');
        let at = usize::from(minus);
        if scene.is(at, ',') && scene.is_number(at + 1) {
            // ",77" for "0,77"; only where nothing else stands there.
            return word::decimals(scene, at + 1).map(|(value, end)| (if minus { -value } else { value }, end));
        }
        let number = read(scene, at).or_else(|| word::bare(scene, at))?;
        let (value, end) = word::metric(scene, number.value, number.atoms.end)?;
        Some((if minus { -value } else { value }, end))
    })
}

/// The power of ten of the scale word at `at` and where it ends.
pub(super) fn scale_at(scene: &Scene, at: usize) -> Option<(u32, usize)> {
    word::scale(scene, at, false)
}

/// Whether the number at `at` may begin a figure: it is no part of a code, a date, or a score.
pub(super) fn may_begin(scene: &Scene, at: usize) -> bool {
    let Some(atom) = scene.get(at) else { return false };
    if atom.kind != AtomKind::Number {
        return true;
    }
    let Some(before) = scene.before(at, 1).filter(|_| atom.gap == Gap::None) else { return true };
    if before.is_word() || before.kind == AtomKind::Number {
        // "gần1 tỉ đồng" lacks a space; letters of codes are capitals or few.
        return before.kind == AtomKind::Syllable && before.case == Case::Lower && before.span().len() > 2;
    }
    if before.gap != Gap::None || !(before.is('-') || before.is('/') || before.is('.') || before.is(':')) {
        return true;
    }
    match scene.before(at, 2) {
        Some(first) if first.kind == AtomKind::Number => false,
        // "đồng/278 đề án" goes on, "Covid-19" and "QĐ/2017" do not.
        Some(first) => before.is('/') && first.case == Case::Lower || !first.is_word(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::read_number;
    use rust_decimal::Decimal;
    use std::str::FromStr;

    #[test]
    fn words_and_digits_mix() {
        for (text, value) in [
            ("mười lăm", "15"),
            ("hai mươi mốt", "21"),
            ("ba mươi tư", "34"),
            ("một trăm linh năm", "105"),
            ("một nghìn không trăm lẻ năm", "1005"),
            ("hai nghìn ba mươi", "2030"),
            ("năm nghìn bốn trăm tỷ", "5400000000000"),
            ("năm nghìn tỷ ba trăm triệu", "5000300000000"),
            ("một triệu ba trăm", "1000300"),
            ("một triệu ba", "1300000"),
            ("1 triệu 350", "1350000"),
            ("2 triệu rưỡi", "2500000"),
            ("tỷ rưỡi", "1500000000"),
            ("trăm rưỡi", "150"),
            ("ba chục", "30"),
            ("hăm lăm", "25"),
            ("5 vạn", "50000"),
            ("không phẩy sáu", "0.6"),
            ("hai chấm hai mươi lăm", "2.25"),
            ("âm hai", "-2"),
            ("1tr5", "1500000"),
            ("1.202.284 tỷ", "1202284000000000"),
        ] {
            assert_eq!(read_number(text), Decimal::from_str(value).ok(), "{text}");
        }
    }

    #[test]
    fn what_is_more_than_a_number_is_none() {
        for text in
            ["tỷ lệ", "hai đồng", "một hai", "2 tỷ 3 tỷ", "triệu tập", "16.6.2025", "", "linh", "mốt", "hai mươi năm"]
        {
            assert_eq!(read_number(text), None, "{text}");
        }
    }
}
