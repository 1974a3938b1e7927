//! Rendering: the text with its acronyms spelled out, and the edits that made it.

use super::resolve::resolve;
use super::{Acronym, Source};
use crate::document::Document;
use crate::edit::{Edit, apply};
use crate::scan::{Atom, AtomKind, Case, Gap, scan};
use crate::span::Span;
use crate::zone::ZoneKind;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// How acronyms are spelled out in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Style {
    /// "DN (doanh nghiệp)" at the first mention in the story.
    #[default]
    FirstMention,
    /// The same at every mention.
    Every,
    /// "doanh nghiệp" in the place of "DN".
    Replace,
    /// The text as it stands, and a list of its acronyms below it; those that nothing explains are marked with "?".
    Glossary,
}

/// A style with what it leaves out; a [`Style`] alone turns into one.
///
/// ```
/// use vanban::acronym::{Expander, Style};
/// let doc_text = "Tỉnh có 5 CCN mới."; // "The province has 5 new industrial clusters."
/// let doc_read = vanban::Analyzer::new().read(doc_text).expand(Expander::new(Style::Replace).min_confidence(500));
/// assert_eq!(doc_read.text, "Tỉnh có 5 cụm công nghiệp mới.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Expander {
    style: Style,
    min_confidence: u16,
}

impl Expander {
    /// Spells out everything that has an expansion.
    pub fn new(style: Style) -> Expander {
        Expander { style, min_confidence: 0 }
    }

    /// Leaves alone what is less sure than this, in thousandths.
    pub fn min_confidence(self, thousandths: u16) -> Expander {
        Expander { min_confidence: thousandths, ..self }
    }
}

impl From<Style> for Expander {
    fn from(style: Style) -> Expander {
        Expander::new(style)
    }
}

/// A text whose acronyms are spelled out, with the edits that lead to it from the caller's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expanded<'t> {
    /// The whole text; borrowed where nothing had to be changed.
    pub text: Cow<'t, str>,
    /// The edits in order, none of which overlaps another; their spans are of the caller's text.
    pub edits: Vec<Edit>,
    source: &'t str,
}

impl<'t> Expanded<'t> {
    fn new(source: &'t str, edits: Vec<Edit>) -> Expanded<'t> {
        let text = apply(source, Span::new(0, source.len()), &edits);
        Expanded { text, edits, source }
    }

    /// A stretch of the caller's text with its edits.
    pub fn slice(&self, span: Span) -> Cow<'t, str> {
        apply(self.source, span, &self.edits)
    }
}

impl<'t> Document<'t> {
    /// The text with its acronyms spelled out.
    ///
    /// ```
    /// use vanban::acronym::Style;
    /// let vb = vanban::Analyzer::new();
    /// let doc = vb.read("Tỉnh có 5 CCN mới. Các CCN này đã lấp đầy."); // "The province has 5 new industrial clusters. …"
    /// assert_eq!(doc.expand(Style::FirstMention).text, "Tỉnh có 5 CCN (cụm công nghiệp) mới. Các CCN này đã lấp đầy.");
    /// ```
    pub fn expand(&self, how: impl Into<Expander>) -> Expanded<'t> {
        self.expand_within(&[Span::new(0, self.text().len())], how)
    }

    /// As [`expand`](Document::expand), within some spans only, as if the text were nothing else: a first mention is the
    /// first one there. With [`Expanded::slice`] a summary is read out sentence by sentence.
    pub fn expand_within(&self, spans: &[Span], how: impl Into<Expander>) -> Expanded<'t> {
        let how = how.into();
        let whole = spans.iter().any(|s| s.len() == self.text().len());
        let writer = Writer { doc: self, how, whole };
        let found: Vec<(Range<usize>, Acronym)> =
            resolve(self).into_iter().filter(|(_, a)| spans.iter().any(|s| s.contains(a.span))).collect();
        let edits = match how.style {
            Style::Glossary => writer.glossary(&found),
            Style::FirstMention => writer.first_mentions(&found, spans),
            Style::Every => found.iter().filter_map(|(at, a)| writer.noted(at, a)).collect(),
            Style::Replace => found.iter().filter_map(|(at, a)| writer.replaced(at, a)).collect(),
        };
        Expanded::new(self.text(), edits)
    }
}

struct Writer<'d, 't> {
    doc: &'d Document<'t>,
    how: Expander,
    /// Whether the whole text is rendered, and not some sentences of it.
    whole: bool,
}

impl Writer<'_, '_> {
    /// The expansion that is to be written for an occurrence.
    fn expansion<'a>(&self, acronym: &'a Acronym) -> Option<&'a str> {
        let wanted = !acronym.in_citation && !acronym.defines && acronym.confidence >= self.how.min_confidence;
        acronym.expansion.as_deref().filter(|_| wanted)
    }

    fn zone(&self, at: &Range<usize>) -> ZoneKind {
        let blocks = self.doc.blocks();
        let n = blocks.partition_point(|b| b.atoms.end <= at.start);
        blocks.get(n).map_or(ZoneKind::Body, |b| b.kind)
    }

    /// What frames the text is left as it stands: "KT. BỘ TRƯỞNG" in a signature, the head of a letter, menus.
    fn is_frame(&self, at: &Range<usize>) -> bool {
        matches!(self.zone(at), ZoneKind::Chrome | ZoneKind::Signature | ZoneKind::Letterhead | ZoneKind::Byline)
    }

    /// One edit for each form: at its first mention in the story, unless it is defined there.
    fn first_mentions(&self, found: &[(Range<usize>, Acronym)], spans: &[Span]) -> Vec<Edit> {
        let mut told: HashSet<String> = HashSet::new();
        let mut edits = Vec::new();
        // A text of which no part tells a story, such as a headline alone, is read as it stands.
        let tells = self.doc.blocks().iter().any(|b| b.kind.is_story());
        // Sentences may be given in an order of their own: it is the order in which they are read.
        for span in spans {
            let first = found.partition_point(|(_, a)| a.span.start() < span.start());
            for (at, acronym) in found[first..].iter().take_while(|(_, a)| a.span.end() <= span.end()) {
                let story = !self.whole || !tells || self.zone(at).is_story();
                if acronym.in_citation || acronym.expansion.is_none() || !story {
                    continue;
                }
                if acronym.confidence >= self.how.min_confidence && told.insert(plain(&acronym.form)) {
                    edits.extend(self.noted(at, acronym));
                }
            }
        }
        edits.sort_by_key(|e| e.span);
        edits.dedup();
        edits
    }

    /// "DN (doanh nghiệp)".
    fn noted(&self, at: &Range<usize>, acronym: &Acronym) -> Option<Edit> {
        let expansion = self.expansion(acronym)?;
        if self.whole && self.is_frame(at) {
            return None;
        }
        if self.dot(at) {
            // "TP. Hồ Chí Minh": a note in the middle of a name would be in its way.
            return self.replaced(at, acronym);
        }
        let tail = self.tail(at.end);
        if !tail.is_empty() {
            // "QL1A (quốc lộ 1A)".
            let tail = self.doc.source_span(&tail);
            let replacement = format!(" ({expansion} {})", tail.of(self.doc.text()));
            return Some(Edit { span: Span::new(tail.end(), tail.end()), replacement });
        }
        let replacement = if self.is_bracketed(at) { format!(" – {expansion}") } else { format!(" ({expansion})") };
        Some(Edit { span: Span::new(acronym.span.end(), acronym.span.end()), replacement })
    }

    /// The number that is written into one word with what stands before it: "1A" of "QL1A".
    fn tail(&self, from: usize) -> Range<usize> {
        let rest = self.doc.atoms().get(from..).unwrap_or(&[]);
        let glued = |a: &&Atom| a.gap == Gap::None && (a.kind == AtomKind::Number || a.is_word());
        let numbered = rest.first().is_some_and(|a| a.kind == AtomKind::Number);
        from..from + if numbered { rest.iter().take_while(glued).count() } else { 0 }
    }

    /// "doanh nghiệp" in the place of "DN".
    fn replaced(&self, at: &Range<usize>, acronym: &Acronym) -> Option<Edit> {
        let expansion = self.expansion(acronym)?;
        if self.whole && self.is_frame(at) {
            return None;
        }
        let rest = self.without_repeat(at, expansion);
        let dot = self.dot(at);
        let end = if dot { at.end + 1 } else { at.end };
        if rest.is_empty() {
            // All of it stands there already: "ngân hàng NH".
            let before = at.start.checked_sub(1)?;
            let keep = self.doc.source_span(&(before..before + 1)).end();
            return Some(Edit {
                span: Span::new(keep, self.doc.source_span(&(at.start..end)).end()),
                replacement: String::new(),
            });
        }
        let mut replacement = if self.is_shouted(at) {
            rest.to_uppercase()
        } else if self.begins_sentence(at) {
            capitalized(rest)
        } else {
            rest.to_string()
        };
        let after = self.doc.atoms().get(end).filter(|a| a.gap == Gap::None);
        if after.is_some_and(|a| a.kind == AtomKind::Number || (dot && a.is_word())) {
            replacement.push(' ');
        }
        Some(Edit { span: self.doc.source_span(&(at.start..end)), replacement })
    }

    /// The expansion without the words that stand before the form: "Cục" of "Cục CTĐP".
    fn without_repeat<'a>(&self, at: &Range<usize>, expansion: &'a str) -> &'a str {
        let words = scan(expansion);
        let before = &self.doc.atoms()[..at.start];
        let repeated = (1..=words.len().min(before.len()))
            .rev()
            .find(|&n| before[before.len() - n..].iter().map(Atom::id).eq(words[..n].iter().map(Atom::id)))
            .unwrap_or(0);
        match words.get(repeated) {
            Some(next) => expansion.get(next.start()..).unwrap_or(expansion),
            None => "",
        }
    }

    /// The dot of an abbreviation after the form, which goes with it; the stop of a sentence does not.
    fn dot(&self, at: &Range<usize>) -> bool {
        let atoms = self.doc.atoms();
        let dot = atoms.get(at.end).is_some_and(|a| a.is('.') && a.gap == Gap::None);
        let sentences = self.doc.sentence_list();
        let n = sentences.partition_point(|s| s.atoms.end <= at.start);
        dot && sentences.get(n).is_some_and(|s| at.end + 1 < s.atoms.end)
            && atoms.get(at.end + 1).is_some_and(|a| {
                (a.is_word() && a.gap < Gap::Line) || (a.kind == AtomKind::Number && a.gap == Gap::None)
            })
    }

    /// Whether nothing but marks stands between the beginning of the sentence and the form.
    fn begins_sentence(&self, at: &Range<usize>) -> bool {
        let sentences = self.doc.sentence_list();
        let n = sentences.partition_point(|s| s.atoms.end <= at.start);
        sentences.get(n).is_some_and(|s| {
            let before = self.doc.atoms().get(s.atoms.start..at.start).unwrap_or(&[]);
            before.iter().all(|a| a.kind == AtomKind::Punct || a.kind == AtomKind::Symbol)
        })
    }

    fn is_bracketed(&self, at: &Range<usize>) -> bool {
        let atoms = self.doc.atoms();
        let open = at.start.checked_sub(1).and_then(|n| atoms.get(n)).is_some_and(|a| a.is('('));
        open && atoms.get(at.end).is_some_and(|a| a.is(')'))
    }

    /// Between words that are all set in capitals.
    fn is_shouted(&self, at: &Range<usize>) -> bool {
        let atoms = self.doc.atoms();
        let capital = |a: Option<&Atom>| a.is_some_and(|a| a.kind == AtomKind::Syllable && a.case == Case::Upper);
        let before = at.start.checked_sub(1).and_then(|n| atoms.get(n));
        capital(before) && atoms.get(at.end).is_none_or(|a| capital(Some(a)) || !a.is_word())
    }

    /// A list of the forms, in the order of their first mention, after the text.
    fn glossary(&self, found: &[(Range<usize>, Acronym)]) -> Vec<Edit> {
        let mut told: HashSet<String> = HashSet::new();
        let mut list = String::new();
        for (_, acronym) in found.iter().filter(|(_, a)| !a.in_citation) {
            let known = acronym.expansion.is_some() && acronym.confidence >= self.how.min_confidence;
            if (!known && acronym.source != Source::Unknown) || !told.insert(plain(&acronym.form)) {
                continue;
            }
            let meaning = acronym.expansion.as_deref().filter(|_| known).unwrap_or("?");
            list.push_str(&format!("\n{}: {meaning}", acronym.form));
        }
        if list.is_empty() {
            return Vec::new();
        }
        let end = self.doc.text().len();
        let gap = if self.doc.text().ends_with('\n') { "\n" } else { "\n\n" };
        vec![Edit { span: Span::new(end, end), replacement: format!("{gap}Từ viết tắt:{list}\n") }]
    }
}

/// A form without what joins its parts.
fn plain(form: &str) -> String {
    form.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;

    fn written(text: &str, style: Style) -> String {
        Analyzer::new().read(text).expand(style).text.into_owned()
    }

    #[test]
    fn a_form_with_its_number_is_told_as_one() {
        let text = "Xe đi QL1A rồi về Hà Nội.";
        assert_eq!(written(text, Style::Every), "Xe đi QL1A (quốc lộ 1A) rồi về Hà Nội.");
    }

    #[test]
    fn replacing_leaves_no_trace_of_the_form() {
        for (text, replaced) in [
            ("Hỗ trợ các DN nhỏ và vừa trong tỉnh.", "Hỗ trợ các doanh nghiệp nhỏ và vừa trong tỉnh."),
            ("UBND tỉnh đã họp.", "Ủy ban nhân dân tỉnh đã họp."),
            ("Xe đi QL1A rồi về Q.1 và Q.Tân Bình.", "Xe đi quốc lộ 1A rồi về quận 1 và quận Tân Bình."),
            (
                "Cục Công Thương địa phương (CTĐP) họp. Cục CTĐP yêu cầu báo cáo.",
                "Cục Công Thương địa phương (CTĐP) họp. Cục Công Thương địa phương yêu cầu báo cáo.",
            ),
            ("Ông đến TP. Đà Nẵng.", "Ông đến thành phố Đà Nẵng."),
            ("Ông sống ở TP.Đà Nẵng.", "Ông sống ở thành phố Đà Nẵng."),
            ("Ông sống ở TP.", "Ông sống ở thành phố."),
            ("CCN này đã lấp đầy.", "Cụm công nghiệp này đã lấp đầy."),
            ("Theo Quyết định số 3768/QĐ-BCT, không đổi.", "Theo Quyết định số 3768/QĐ-BCT, không đổi."),
        ] {
            assert_eq!(written(text, Style::Replace), replaced);
        }
    }

    #[test]
    fn first_mentions_are_told_once_and_never_where_they_are_defined() {
        for (text, noted) in [
            ("Có 5 CCN. Các CCN mới.", "Có 5 CCN (cụm công nghiệp). Các CCN mới."),
            ("Có 5 cụm công nghiệp (CCN). Các CCN mới.", "Có 5 cụm công nghiệp (CCN). Các CCN mới."),
            (
                "Các CCN mới. Cụm công nghiệp (CCN) là gì?",
                "Các CCN (Cụm công nghiệp) mới. Cụm công nghiệp (CCN) là gì?",
            ),
        ] {
            let doc = Analyzer::new();
            let got = doc.read(text).expand(Style::FirstMention).text.into_owned();
            assert_eq!(got.to_lowercase(), noted.to_lowercase());
        }
    }

    #[test]
    fn edits_lead_from_the_text_to_the_result() {
        let vb = Analyzer::new();
        let doc = vb.read("Có 5 CCN và 3 KCN ở TP. Huế.");
        let out = doc.expand(Style::Replace);
        let mut rebuilt = String::new();
        let mut at = 0;
        for edit in &out.edits {
            rebuilt.push_str(&doc.text()[at..edit.span.start()]);
            rebuilt.push_str(&edit.replacement);
            at = edit.span.end();
        }
        rebuilt.push_str(&doc.text()[at..]);
        assert_eq!(out.text, rebuilt);
        assert!(out.edits.len() >= 2);
    }

    #[test]
    fn only_the_given_spans_are_expanded() {
        let vb = Analyzer::new();
        let text = "Có 5 CCN. Các CCN mới đã lấp đầy.";
        let doc = vb.read(text);
        let second = doc.sentences().nth(1).unwrap();
        let out = doc.expand_within(&[second], Style::FirstMention);
        assert_eq!(out.slice(second), "Các CCN (cụm công nghiệp) mới đã lấp đầy.");
        assert_eq!(out.edits.len(), 1);
    }
}
