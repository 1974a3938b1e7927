//! What a careful editor would mark in a text: trouble with Unicode, tone marks in two styles, doubled and misspelt words,
//! names that had ended by the day of the text, acronyms that nothing explains.

use crate::acronym::Why;
use crate::document::Document;
use crate::gazetteer::{self, Fate};
use crate::letters;
use crate::phrases::{Phrases, lines, list};
use crate::scan::{Atom, AtomKind, Gap};
use crate::span::Span;
use crate::syllable::{Syllable, TonePlacement};
use once_cell::sync::Lazy;
use unicode_normalization::is_nfc;

/// Something to look at in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What is wrong.
    pub kind: RemarkKind,
    /// What should rather stand there, where that is known.
    pub suggestion: Option<String>,
}

/// What is wrong at some place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RemarkKind {
    /// Letters and their marks are typed apart (not NFC); told once, at the first place.
    Decomposed,
    /// Another letter stands for Đ.
    LookAlike,
    /// Bytes that were not UTF-8 have been lost: U+FFFD.
    Lost,
    /// The tone mark stands elsewhere than in most words of the text: hoà among hòa.
    ToneStyle,
    /// The same word twice in a row.
    Doubled,
    /// A misspelling of a word.
    Misspelt,
    /// A body or province that had ended by the day of the text.
    Stale,
    /// An acronym that nothing explains.
    Undefined,
}

impl RemarkKind {
    /// The name of the kind, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            RemarkKind::Decomposed => "decomposed",
            RemarkKind::LookAlike => "look_alike",
            RemarkKind::Lost => "lost",
            RemarkKind::ToneStyle => "tone_style",
            RemarkKind::Doubled => "doubled",
            RemarkKind::Misspelt => "misspelt",
            RemarkKind::Stale => "stale",
            RemarkKind::Undefined => "undefined",
        }
    }
}

static MISSPELLINGS: Lazy<Phrases<&'static str>> = Lazy::new(|| {
    let mut all = Phrases::default();
    for (wrong, right) in
        lines(include_str!("../dictionaries/spelling/misspellings.tsv")).filter_map(|l| l.split_once('\t'))
    {
        all.insert(wrong, right);
    }
    all
});

list!(NEVER_DOUBLED, "spelling/never-doubled");

impl Document<'_> {
    /// What a careful editor would mark, in the order of the text. Names of bodies and provinces are checked as of the
    /// date that the analyzer was given, or else that of publication; without either they are not.
    ///
    /// ```
    /// use vanban::RemarkKind;
    /// let doc = vanban::Analyzer::new().read("Bổ xung của của quỹ."); // "Supplement [misspelt] of of the fund."
    /// let found: Vec<_> = doc.lint().into_iter().map(|r| (r.kind, r.suggestion)).collect();
    /// assert_eq!(found[0], (RemarkKind::Misspelt, Some("Bổ sung".into())));
    /// assert_eq!(found[1].0, RemarkKind::Doubled);
    /// ```
    pub fn lint(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        self.unicode(&mut remarks);
        self.tone_style(&mut remarks);
        self.words(&mut remarks);
        self.stale(&mut remarks);
        self.undefined(&mut remarks);
        remarks.sort_by_key(|r| (r.span.start(), r.kind));
        remarks
    }

    fn unicode(&self, remarks: &mut Vec<Remark>) {
        let text = self.text();
        if !is_nfc(text) {
            let first = text.char_indices().find(|(n, c)| !is_nfc(&text[*n..n + c.len_utf8()]) || is_mark(*c));
            let start = first.map_or(0, |(n, _)| n);
            let end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
            remarks.push(Remark { span: Span::new(start, end), kind: RemarkKind::Decomposed, suggestion: None });
        }
        for (at, c) in text.match_indices('\u{FFFD}') {
            let span = Span::new(at, at + c.len());
            remarks.push(Remark { span, kind: RemarkKind::Lost, suggestion: None });
        }
        for atom in self.atoms().iter().filter(|a| a.is_word()) {
            let word = self.atom_text(atom);
            if word.chars().any(letters::is_look_alike) {
                let better = crate::normalize::normalize(word, crate::normalize::Options::default());
                if better != word {
                    self.remark(atom.span(), RemarkKind::LookAlike, Some(better.into_owned()), remarks);
                }
            }
        }
    }

    /// Syllables whose tone mark stands elsewhere than in most syllables of the text where the styles differ.
    fn tone_style(&self, remarks: &mut Vec<Remark>) {
        let placed = |atom: &Atom| {
            if atom.kind != AtomKind::Syllable {
                return None;
            }
            let syllable = Syllable::parse(self.atom_text(atom))?;
            let (old, new) = (syllable.spell(TonePlacement::Old), syllable.spell(TonePlacement::New));
            let word = self.atom_text(atom).to_lowercase();
            match () {
                () if old == new => None,
                () if word == old => Some(TonePlacement::Old),
                () if word == new => Some(TonePlacement::New),
                () => None,
            }
        };
        let found: Vec<(&Atom, TonePlacement)> = self.atoms().iter().filter_map(|a| Some((a, placed(a)?))).collect();
        let old = found.iter().filter(|(_, p)| *p == TonePlacement::Old).count();
        let usual = if old * 2 >= found.len() { TonePlacement::Old } else { TonePlacement::New };
        for (atom, _) in found.iter().filter(|(_, p)| *p != usual) {
            let options = crate::normalize::Options { tone: Some(usual) };
            let better = crate::normalize::normalize(self.atom_text(atom), options).into_owned();
            self.remark(atom.span(), RemarkKind::ToneStyle, Some(better), remarks);
        }
    }

    fn words(&self, remarks: &mut Vec<Remark>) {
        let atoms = self.atoms();
        let mut at = 0;
        while at < atoms.len() {
            if let Some((length, right)) = MISSPELLINGS.longest(&atoms[at..]) {
                let capital = atoms[at].is_capital();
                let suggestion = if capital { capitalized(right) } else { (*right).to_owned() };
                self.remark(self.view_span(&(at..at + length)), RemarkKind::Misspelt, Some(suggestion), remarks);
                at += length;
                continue;
            }
            let twice = atoms.get(at + 1).is_some_and(|b| b.id() == atoms[at].id() && b.gap == Gap::Space);
            if twice && NEVER_DOUBLED.get(&atoms[at..at + 1]).is_some() {
                let suggestion = self.atom_text(&atoms[at]).to_owned();
                self.remark(self.view_span(&(at..at + 2)), RemarkKind::Doubled, Some(suggestion), remarks);
            }
            at += 1;
        }
        self.doubled_tokens(remarks);
    }

    /// Words of several syllables twice in a row: "doanh nghiệp doanh nghiệp".
    fn doubled_tokens(&self, remarks: &mut Vec<Remark>) {
        let same = |a: &[Atom], b: &[Atom]| a.len() > 1 && a.iter().map(Atom::id).eq(b.iter().map(Atom::id));
        for pair in self.pieces().windows(2) {
            let [a, b] = [0, 1].map(|n| self.atoms().get(pair[n].atoms.clone()).unwrap_or(&[]));
            let near = b.first().is_some_and(|b| b.gap == Gap::Space);
            if near && same(a, b) {
                let suggestion = self.view_span(&pair[0].atoms).of(self.view_text()).to_owned();
                let span = self.view_span(&(pair[0].atoms.start..pair[1].atoms.end));
                self.remark(span, RemarkKind::Doubled, Some(suggestion), remarks);
            }
        }
    }

    fn stale(&self, remarks: &mut Vec<Remark>) {
        let Some(day) = self.day().or_else(|| self.facts().published()) else { return };
        let day = day.to_string();
        let atoms = self.atoms();
        let mut at = 0;
        while at < atoms.len() {
            let Some(length) = gazetteer::dated(&atoms[at..]) else {
                at += 1;
                continue;
            };
            let span = self.view_span(&(at..at + length));
            let remark = match gazetteer::fate(span.of(self.view_text()), &day) {
                Some(Fate::Successor(name)) => Some(Some(name)),
                Some(Fate::Ended(_)) => Some(None),
                _ => None,
            };
            if let Some(suggestion) = remark {
                self.remark(span, RemarkKind::Stale, suggestion, remarks);
            }
            at += length;
        }
    }

    fn undefined(&self, remarks: &mut Vec<Remark>) {
        for doubt in self.review(0).into_iter().filter(|d| d.why == Why::Undefined) {
            if let Some(&span) = doubt.places.first() {
                remarks.push(Remark { span, kind: RemarkKind::Undefined, suggestion: None });
            }
        }
    }

    fn remark(&self, view: Span, kind: RemarkKind, suggestion: Option<String>, remarks: &mut Vec<Remark>) {
        remarks.push(Remark { span: self.to_source(view), kind, suggestion });
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use crate::analyzer::Analyzer;

    fn found(text: &str, day: Option<&str>) -> Vec<(&'static str, String, Option<String>)> {
        let mut builder = Analyzer::builder();
        if let Some(day) = day {
            builder = builder.date(day.parse().unwrap_or_default());
        }
        let doc_remarks = builder.build().read(text).lint();
        doc_remarks.into_iter().map(|r| (r.kind.name(), r.span.of(text).to_owned(), r.suggestion)).collect()
    }

    #[test]
    fn each_kind_of_trouble_is_told() {
        let some = |s: &str| Some(s.to_owned());
        for (text, day, kind, span, suggestion) in [
            ("Nghị định 15/2020/NÐ-CP.", None, "look_alike", "NÐ", some("NĐ")),
            ("Tie\u{302}\u{301}ng Việt.", None, "decomposed", "\u{302}", None),
            ("Ti\u{FFFD}ng Việt.", None, "lost", "\u{FFFD}", None),
            ("Hòa bình, hòa giải, khoẻ mạnh.", None, "tone_style", "khoẻ", some("khỏe")),
            ("Tiền của của quỹ.", None, "doubled", "của của", some("của")),
            (
                "Hỗ trợ doanh nghiệp doanh nghiệp nhỏ.",
                None,
                "doubled",
                "doanh nghiệp doanh nghiệp",
                some("doanh nghiệp"),
            ),
            ("Trương trình khuyến công.", None, "misspelt", "Trương trình", some("Chương trình")),
            (
                "Bộ Kế hoạch và Đầu tư đề nghị.",
                Some("2025-08-01"),
                "stale",
                "Bộ Kế hoạch và Đầu tư",
                some("Bộ Tài chính"),
            ),
            ("Tại tỉnh Hà Giang.", Some("2025-08-01"), "stale", "tỉnh Hà Giang", some("tỉnh Tuyên Quang")),
            ("Ông làm ở ZQX.", None, "undefined", "ZQX", None),
        ] {
            assert_eq!(found(text, day), [(kind, span.to_owned(), suggestion)], "{text}");
        }
    }

    #[test]
    fn sound_text_is_left_alone() {
        for (text, day) in [
            ("Ngày ngày, người người nhà nhà xanh xanh.", None),
            ("Tỉnh Hà Giang và Bộ Kế hoạch và Đầu tư.", None),
            ("Tỉnh Hà Giang và Bộ Kế hoạch và Đầu tư.", Some("2024-08-01")),
            ("UBND tỉnh họp về GDP.", Some("2025-08-01")),
        ] {
            assert_eq!(found(text, day), [], "{text}");
        }
    }
}
