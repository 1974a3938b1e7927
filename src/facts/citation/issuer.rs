//! Who issued a document and when, from the words around its number.

use super::Cited;
use crate::document::Document;
use crate::facts::date::Mention;
use crate::facts::{Grain, Role};
use crate::gazetteer;
use crate::phrases::Phrases;
use crate::scan::{Atom, Case, Gap, ids};
use crate::span::Span;
use crate::surnames;
use once_cell::sync::Lazy;
use std::ops::Range;

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident = $list:literal;)*) => {$(
        $(#[$meta])*
        static $name: Lazy<Vec<u32>> = Lazy::new(|| ids($list));
    )*};
}

words! {
    /// Words between a number and its date: "ban hành ngày", "ký ngày".
    BEFORE_DATE = "ngày ban hành ký đề được thông qua do";
    DAY = "ngày";
    OF = "của do";
    /// Words between a body and the document that it issues.
    ISSUES = "ban hành ký kí ra có gửi phát trình công bố duyệt thông qua đưa";
    BETWEEN = "đã vừa cũng sẽ tiếp tục mới chính thức và đồng thời lại về việc bằng";
    /// Offices whose holder signs for the body behind them.
    OFFICES = "bộ trưởng chủ tịch giám đốc phó thứ quyền tổng cục chánh thống đốc thường trực";
    LEVELS = "tỉnh thành phố tp huyện quận thị xã phường trấn";
    PRIME = "thủ tướng";
}

/// Councils and committees of a place, which the place follows.
static LOCAL: Lazy<Phrases<()>> = Lazy::new(|| {
    Phrases::of_list(
        "công an\nhuyện ủy\nhđnd\nhội đồng nhân dân\nquận ủy\nthành ủy\nthị ủy\ntỉnh ủy\nubnd\nban thường vụ tỉnh ủy\n\
         ủy ban nhân dân\nthường trực hđnd\nthường trực tỉnh ủy\nthường trực thành ủy\nban chấp hành đảng bộ\n",
    )
});

/// A council of a place, as numbers and texts call it.
struct Council {
    code: &'static str,
    forms: Phrases<()>,
    first: Vec<u32>,
}

static COUNCILS: Lazy<[Council; 2]> = Lazy::new(|| {
    let council = |code, forms, first| Council { code, forms: Phrases::of_list(forms), first: ids(first) };
    [council("-UBND", "ubnd\nủy ban nhân dân\n", "ubnd ủy"), council("-HĐND", "hđnd\nhội đồng nhân dân\n", "hđnd hội")]
});

/// How far back a council is looked for, in atoms.
const REACH: usize = 120;

/// How many atoms lie between the number and the date of a letter at most.
const NEAR: usize = 80;

/// The atoms around a citation.
pub(super) struct Around<'d, 't> {
    doc: &'d Document<'t>,
    dates: &'d mut [Mention],
}

impl<'d, 't> Around<'d, 't> {
    pub(super) fn new(doc: &'d Document<'t>, dates: &'d mut [Mention]) -> Self {
        Around { doc, dates }
    }

    /// Fills in the date and the issuer of a citation.
    pub(super) fn fill_in(&mut self, cited: &mut Cited, sentence: &Range<usize>) {
        let behind = self.date_behind(cited.atoms.end, sentence.end);
        let found = behind.or_else(|| self.date_ahead(cited.atoms.start, sentence)).or_else(|| self.letterhead(cited));
        if let Some(n) = found {
            let date = &mut self.dates[n];
            date.role = date.role.or(Some(Role::Issued));
            cited.date = date.from.iso();
        }
        let after = behind.map_or(cited.atoms.end, |n| self.dates[n].atoms.end);
        cited.issuer = self
            .issuer_behind(cited.atoms.end, sentence.end)
            .or_else(|| self.issuer_behind(after, sentence.end))
            .or_else(|| self.issuer_ahead(cited.atoms.start, sentence))
            .or_else(|| self.council_near(cited));
    }

    /// For a number that only tells "UBND": the people's committee that was named last, with its place.
    fn council_near(&self, cited: &Cited) -> Option<String> {
        let council = COUNCILS.iter().find(|c| cited.number.ends_with(c.code))?;
        let from = cited.atoms.start.saturating_sub(REACH);
        (from..cited.atoms.start).rev().filter(|&at| self.is_any(at, &council.first)).find_map(|at| {
            let (name, atoms) = self.body(at, cited.atoms.start)?;
            let length = council.forms.longest(self.doc.atoms().get(at..)?)?.0;
            (atoms.len() > length + 1).then_some(name)
        })
    }

    fn atom(&self, at: usize) -> Option<&'d Atom> {
        self.doc.atoms().get(at)
    }

    fn is_any(&self, at: usize, words: &[u32]) -> bool {
        self.atom(at).is_some_and(|a| words.contains(&a.id()))
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.atom(at).is_some_and(|a| a.is(mark))
    }

    /// The day that begins at an atom.
    fn day_at(&self, at: usize) -> Option<usize> {
        let n = self.dates.partition_point(|d| d.atoms.start < at);
        let date = self.dates.get(n).filter(|d| d.atoms.start == at)?;
        (date.from.grain() == Grain::Day && date.until.is_none() && date.from.year.is_some()).then_some(n)
    }

    /// "…, ngày 02/10/2017", "… của Chính phủ ngày …", "(ban hành ngày …)".
    fn date_behind(&self, end: usize, limit: usize) -> Option<usize> {
        let mut at = end;
        let mut named = false;
        while at < limit && at < end + 24 {
            if let Some(n) = self.day_at(at) {
                let told = self.is_any(at.saturating_sub(1), &DAY) || at == end;
                return Some(n).filter(|_| told);
            }
            let joins = self.is(at, ',') || self.is(at, '(') || self.is_any(at, &BEFORE_DATE);
            if joins {
                at += 1;
            } else if !named && self.is_any(at, &OF) {
                named = true;
                let (_, body) = self.body_near(at + 1, limit)?;
                at = body.end;
            } else {
                return None;
            }
        }
        None
    }

    /// "ngày 02/10/2017 Bộ Công Thương đã ban hành Quyết định số …": the issuing verb is right before the citation.
    fn date_ahead(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let verb = self.issuing_verb(start, sentence)?;
        let from = verb.saturating_sub(24).max(sentence.start);
        let n = self.dates.partition_point(|d| d.atoms.end <= verb).checked_sub(1)?;
        let date = self.dates.get(n).filter(|d| d.atoms.start >= from)?;
        let clear = self.doc.atoms().get(date.atoms.end..verb)?.iter().all(|a| !a.is(';') && !a.is('.') && !a.is(':'));
        let day = self.day_at(date.atoms.start).is_some() && clear;
        let told = self.is_any(date.atoms.start.saturating_sub(1), &DAY) || date.atoms.start == sentence.start;
        (day && told).then_some(n)
    }

    /// The first atom of the verbs right before a citation, if one of them issues.
    fn issuing_verb(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let mut at = start;
        let mut issues = false;
        while at > sentence.start && start - at < 8 {
            let word = at - 1;
            let verb = self.is_any(word, &ISSUES);
            if !(verb || self.is_any(word, &BETWEEN)) {
                break;
            }
            issues |= verb;
            at = word;
        }
        issues.then_some(at)
    }

    /// The date of the letter, for its own number ("Số: 1208/QĐ-UBND").
    fn letterhead(&self, cited: &Cited) -> Option<usize> {
        if !cited.own {
            return None;
        }
        let issued = |d: &Mention| d.role == Some(Role::Issued) && d.from.grain() == Grain::Day;
        let from = self.dates.partition_point(|d| d.atoms.start + NEAR < cited.atoms.start);
        let near = self.dates.get(from..)?.iter().take_while(|d| d.atoms.start < cited.atoms.end + NEAR);
        near.take(NEAR).position(issued).map(|n| from + n)
    }

    /// "của Bộ Công Thương" at `end`.
    fn issuer_behind(&self, end: usize, limit: usize) -> Option<String> {
        let at = end + usize::from(self.is(end, ',') || self.is(end, ')'));
        if !self.is_any(at, &OF) {
            return None;
        }
        self.body_near(at + 1, limit).map(|(name, _)| name)
    }

    /// "Bộ Công Thương đã ban hành" before `start`.
    fn issuer_ahead(&self, start: usize, sentence: &Range<usize>) -> Option<String> {
        let verb = self.issuing_verb(start, sentence)?;
        let from = verb.saturating_sub(14).max(sentence.start);
        let ending = |at: usize| self.body(at, verb).filter(|(_, atoms)| atoms.end == verb);
        (from..verb).find_map(ending).map(|(name, _)| name)
    }

    /// A body at `at`, perhaps behind the office of its head ("Bộ trưởng Bộ Công Thương").
    fn body_near(&self, at: usize, limit: usize) -> Option<(String, Range<usize>)> {
        let mut start = at;
        while start < at + 4 {
            if let Some(found) = self.body(start, limit) {
                return Some(found);
            }
            if !self.is_any(start, &OFFICES) {
                return None;
            }
            start += 1;
        }
        None
    }

    /// The body that begins at an atom: its name and its atoms.
    fn body(&self, at: usize, limit: usize) -> Option<(String, Range<usize>)> {
        let atoms = self.doc.atoms().get(at..limit)?;
        if !atoms.first()?.is_capital() {
            return None;
        }
        let central = gazetteer::body_at(atoms);
        let local = LOCAL.longest(atoms).map(|(length, _)| length);
        let place = |n: usize| at..at + n + place(atoms.get(n..).unwrap_or(&[]));
        match (central, local) {
            (_, Some(length)) if central.is_none_or(|(c, _)| c <= length) => {
                let atoms = place(length);
                Some((self.words(&atoms), atoms))
            }
            (Some((length, body)), _) => {
                let short = atoms.get(..length)?.iter().all(|a| a.case == Case::Upper) || self.is_any(at, &PRIME[..1]);
                let local =
                    body.name.starts_with("Sở ") || body.name.starts_with("Ban ") || body.name.starts_with("Phòng ");
                let range = if local { place(length) } else { at..at + length };
                let said = self.words(&range);
                let same = said.to_lowercase() == body.name.to_lowercase();
                let name = if (short || same) && !local { body.name.to_owned() } else { said };
                Some((name, range))
            }
            _ => None,
        }
    }

    fn words(&self, atoms: &Range<usize>) -> String {
        let span: Span = self.doc.view_span(atoms);
        span.of(self.doc.view_text()).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// How many atoms name the place of a local body: "tỉnh Đắk Lông", "TP. Hồ Chí Minh", "tỉnh".
fn place(atoms: &[Atom]) -> usize {
    let mut end = 0;
    while end < 2 && atoms.get(end).is_some_and(|a| LEVELS.contains(&a.id())) {
        end += 1;
    }
    if end > 0 && atoms.get(end).is_some_and(|a| a.is('.') && a.gap == Gap::None) {
        end += 1;
    }
    let level = end;
    let named = |a: &Atom| a.is_word() && a.is_capital() && a.gap <= Gap::Space;
    while end < level + 5 {
        let joined = usize::from(atoms.get(end).is_some_and(|a| a.is('-')) && end > level);
        // "UBND tỉnh Hà Nam | Nguyễn Đức Vượng": a person of three names or more is no part of the place.
        let person = end > level && surnames::begins_person(&atoms[end..]) && atoms.get(end + 2).is_some_and(named);
        if person || !atoms.get(end + joined).is_some_and(named) {
            break;
        }
        end += 1 + joined;
    }
    end
}
