//! Glosses of foreign forms: which phrase before "(WTO)" is its translation, where no letters tell.

use super::align::Text;
use crate::phrases::{Phrases, lines};
use crate::scan::{Atom, AtomKind, Case, Gap};
use crate::surnames;
use once_cell::sync::Lazy;
use std::ops::Range;

static HEADS: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut heads = Phrases::of_list(include_str!("../../dictionaries/definitions/heads.txt"));
    for head in lines(include_str!("../../dictionaries/bodies/heads.txt")) {
        heads.insert(head, ());
    }
    heads
});
static STOPS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/stops.txt")));
static TITLES: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/titles.txt")));

/// How far back the phrase may begin.
const REACH: usize = 18;

/// The noun phrase before `end` that begins with a head word ("Tổ chức Thương mại Thế giới").
pub(super) fn headed(text: &Text<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let start = clause_start(text, floor, end);
    let mut best: Option<usize> = None;
    let mut at = end;
    while at > start {
        at -= 1;
        let (head, stop) = (is_head(text, at, end), is_stop_at(text, at, end));
        if head {
            best = Some(match best {
                Some(inner) if !reaches(text, at, inner) => inner,
                _ => at,
            });
        } else if (stop && is_hard_stop(&text.atoms[at])) || ends_title(text, at, start) {
            // No phrase reaches over a verb to its head: "con đập theo phương thức hợp tác song phương (BC)".
            break;
        } else if stop && best.is_some_and(|b| b == at + 1) {
            // "… của Ngân hàng Phát triển": what stands before the preposition is another phrase.
            break;
        }
    }
    let start = best.filter(|&b| end - b >= 2 && has_content(text, b, end) && !has_amount(text, b, end))?;
    Some(start..end)
}

/// Whether the phrase of an inner head belongs to a head before it: a capital before it, or nothing but its own words.
fn reaches(text: &Text<'_>, outer: usize, inner: usize) -> bool {
    let between = &text.atoms[outer..inner];
    // "công ty CP Dịch vụ hàng hóa": the kind of company, then its name.
    let adjoins = HEADS.longest(&text.atoms[outer..]).is_some_and(|(length, _)| outer + length == inner);
    if adjoins && COMPANIES.starts(&text.atoms[outer..]) {
        return true;
    }
    if THINGS.starts(&text.atoms[inner..]) && !THINGS.starts(&text.atoms[outer..]) {
        return false;
    }
    let capital = text.atoms[outer].is_capital() || !text.atoms[inner].is_capital();
    capital && !between.iter().any(is_hard_stop)
}

/// The first atom of the clause that ends before `end`.
fn clause_start(text: &Text<'_>, floor: usize, end: usize) -> usize {
    let breaks = |a: &Atom| a.kind == AtomKind::Punct && !a.is('-') && !a.is('&') && !a.is('"') && !a.is('.');
    let mut start = end;
    while start > floor && end - start < REACH {
        let atom = &text.atoms[start - 1];
        let full_stop =
            atom.is('.') && text.atoms.get(start).is_none_or(|n| n.gap != Gap::None && !is_place(text, start));
        if breaks(atom) || full_stop {
            break;
        }
        start -= 1;
    }
    start
}

/// "TP. HCM": the stop is none.
fn is_place(text: &Text<'_>, at: usize) -> bool {
    at >= 2 && text.atoms[at - 2].case == Case::Upper && text.atoms[at - 2].span().len() == 2
}

fn is_head(text: &Text<'_>, at: usize, end: usize) -> bool {
    let starts = HEADS.prefixes(&text.atoms[at..end]).any(|(length, _)| at + length < end || length >= 3);
    let inside = at > 0 && PAIRS.get(&text.atoms[at - 1..at + 1]).is_some();
    starts && !inside && !PAIRS.starts(&text.atoms[at..])
}

/// What begins the name of a company with what it does after it.
static COMPANIES: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut companies = Phrases::default();
    for company in ["công ty", "tổng công ty", "ctcp", "cty", "tập đoàn"] {
        companies.insert(company, ());
    }
    companies
});
static THINGS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/things.txt")));

/// Words of two syllables of which one alone would be a head: "cán bộ", "sở hữu".
static PAIRS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/not-heads.txt")));

/// The last word of a phrase is never a stop: "máy phóng điện từ".
fn is_stop_at(text: &Text<'_>, at: usize, end: usize) -> bool {
    // "tự do" is one word, of which the second syllable alone is a stop.
    static FREE: Lazy<Vec<u32>> = Lazy::new(|| crate::scan::ids("tự lý"));
    let inside = at > 0 && FREE.contains(&text.atoms[at - 1].id());
    at + 1 < end && !inside && is_stop(&text.atoms[at])
}

/// Whether a title of a person ends at an atom: "Chủ tịch Liên đoàn Bóng đá châu Á".
fn ends_title(text: &Text<'_>, at: usize, start: usize) -> bool {
    (2..=3).any(|n| at + 1 >= start + n && TITLES.get(&text.atoms[at + 1 - n..at + 1]).is_some())
}

fn is_stop(atom: &Atom) -> bool {
    STOPS.get(std::slice::from_ref(atom)).is_some() && atom.case == Case::Lower
}

/// A stop that no name contains: anything but "và", "của", "về", "các", "cho".
fn is_hard_stop(atom: &Atom) -> bool {
    static SOFT: Lazy<Vec<u32>> = Lazy::new(|| crate::scan::ids("và của về các những cho vì không"));
    is_stop(atom) && !SOFT.contains(&atom.id())
}

/// "giá khoảng 50.000 euro (58.000 USD)" says what an amount is worth, and defines nothing.
fn has_amount(text: &Text<'_>, start: usize, end: usize) -> bool {
    text.atoms[start..end].iter().any(|a| {
        let number = a.span().of(text.view);
        a.kind == AtomKind::Number && (number.contains(['.', ',']) || number.len() == 3)
    })
}

/// More than the head itself.
fn has_content(text: &Text<'_>, start: usize, end: usize) -> bool {
    let head = HEADS.longest(&text.atoms[start..end]).map_or(1, |(length, _)| length);
    start + head < end || head >= 3
}

/// The phrase before `end` that no head begins: back to the nearest preposition or verb, two words or more.
pub(super) fn loose(text: &Text<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let first = clause_start(text, floor, end);
    let stop = (first..end).rev().find(|&n| is_stop_at(text, n, end) && !is_joining(text, n));
    let start = match stop {
        Some(stop) => stop + 1 + EMPTY.longest(&text.atoms[stop + 1..end]).map_or(0, |(length, _)| length),
        None if first > floor || end - first < REACH => first,
        None => return None,
    };
    let words = &text.atoms[start..end];
    let count = words.iter().filter(|a| a.is_word()).count();
    let plain = words.iter().all(|a| a.is_word() || a.is('-') || a.is('"'));
    (plain && !has_amount(text, start, end) && (2..=9).contains(&count) && !is_person(words)).then_some(start..end)
}

/// Nouns that only say what kind of thing follows: "theo phương thức hợp tác song phương (BC)".
static EMPTY: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut nouns = Phrases::default();
    for noun in ["hình thức", "phương thức", "loại hình", "mô hình", "cơ chế", "khái niệm", "thuật ngữ", "chất", "khí"]
    {
        nouns.insert(noun, ());
    }
    nouns
});

/// "A và B" inside a phrase.
fn is_joining(text: &Text<'_>, at: usize) -> bool {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| crate::scan::ids("và không"));
    AND.contains(&text.atoms[at].id())
}

/// A family name and up to four capitalised syllables after it, at the end of the words.
fn is_person(words: &[Atom]) -> bool {
    let run = words.iter().rev().take_while(|a| a.case == Case::Title && a.is_word()).count();
    let name = &words[words.len() - run..];
    (2..=5).contains(&run) && name.first().is_some_and(surnames::is_family) || run == words.len() && run <= 2
}

/// The whole of a bracket, where it is one noun phrase that begins with a head in capitals.
pub(super) fn whole(text: &Text<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let words = text.atoms.get(start..end)?;
    let plain = words.iter().all(|a| a.is_word() || a.is('-') || a.is('&') || a.is('.'));
    let long = (3..=16).contains(&words.len()) && words.first()?.is_capital();
    (plain && long && HEADS.starts(words) && has_content(text, start, end)).then_some(start..end)
}
