//! Sentences as a line that a person reads, and text without what nobody sees.

use std::borrow::Cow;
use vanban::acronym::{Expander, Style};
use vanban::summary::Summarizer;
use vanban::{Document, Span};

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

/// Text on one line: white space evened out, nothing that a terminal would obey.
pub fn one_line(text: &str) -> String {
    harmless(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// The text without characters that act unseen; line breaks and tabs stay.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.contains(is_unseen) {
        Cow::Owned(text.chars().map(|c| if is_unseen(c) { '\u{FFFD}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Control characters, which could make a terminal do things, and those that turn the direction of a text around, so that
/// it reads otherwise than it is written; not line breaks and tabs.
pub(crate) fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(one_line("a\u{1b}[31mb\n c"), "a\u{FFFD}[31mb c");
    }
}
