//! Values and sentences as a line that a person reads.

use std::borrow::Cow;
use vanban::acronym::{Expander, Style};
use vanban::facts::Money;
use vanban::summary::Summarizer;
use vanban::{Document, Span};

/// A figure with the upper end of its range, where it has one: "20–30".
pub fn figure(value: rust_decimal::Decimal, high: Option<rust_decimal::Decimal>) -> String {
    let high = high.map(|h| format!("–{}", h.normalize())).unwrap_or_default();
    format!("{}{high}", value.normalize())
}

/// What is less sure than this is not written into a summary, in thousandths.
const SURE: u16 = 700;

/// The sentences of a summary with the acronyms that it does not explain itself expanded at their first mention.
pub fn readable_summary(doc: &Document<'_>, wanted: &Summarizer) -> Vec<String> {
    let summary = doc.summarize(wanted);
    let spans: Vec<Span> = summary.sentences.iter().map(|s| s.span).collect();
    readable(doc, &spans, false)
}

/// Sentences on a line each, with acronyms spelled out at their first mention unless they are to stay plain.
pub fn readable(doc: &Document<'_>, spans: &[Span], plain: bool) -> Vec<String> {
    if plain {
        return spans.iter().map(|s| one_line(s.of(doc.text()))).collect();
    }
    let expanded = doc.expand_within(spans, Expander::new(Style::FirstMention).min_confidence(SURE));
    spans.iter().map(|&span| one_line(&expanded.slice(span))).collect()
}

/// A value with its currency: "111,350,000,000 VND", or a range.
pub fn amount(m: &Money) -> String {
    let show = |d: &rust_decimal::Decimal| grouped(&d.normalize().to_string());
    let value = match (&m.value, &m.low, &m.high) {
        (Some(v), _, _) => show(v),
        (_, Some(l), Some(h)) => format!("{} – {}", show(l), show(h)),
        (_, Some(l), None) => format!("{} –", show(l)),
        (_, None, Some(h)) => format!("– {}", show(h)),
        _ => return "—".into(),
    };
    format!("{value} {}", m.currency)
}

/// Digits in groups of three, with commas.
pub fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Text on one line: white space evened out, nothing that a terminal would obey.
pub fn one_line(text: &str) -> String {
    harmless(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// The text without control characters, which could make a terminal do things; line breaks and tabs stay.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let control = |c: char| {
        (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(control) {
        Cow::Owned(text.chars().map(|c| if control(c) { '\u{FFFD}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        assert_eq!(grouped("111350000000"), "111,350,000,000");
        assert_eq!(grouped("-1234.5"), "-1,234.5");
        assert_eq!(grouped("12"), "12");
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(one_line("a\u{1b}[31mb\n c"), "a\u{FFFD}[31mb c");
    }
}
