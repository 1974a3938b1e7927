//! Where a run of capitals ends the body and begins the person: "Bộ Công Thương | Cao Quốc Hưng".
//!
//! Every place in the run is a candidate. What stands after it is weighed as a name, what stands before it as the end of
//! a body, and the best sum wins; the weights are small integers set by hand.

use super::lists::{BODIES, COMPLETE, FIELD_WORDS, HISTORIC, SMALL_UNITS, TRADERS, UNITS, length};
use super::name;
use super::organization::{self, Side};
use super::words::Words;
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use crate::surnames::is_family;
use once_cell::sync::Lazy;
use std::ops::Range;

/// What a candidate must reach: behind a title a name is expected, in apposition one is a surprise.
const EXPECTED: i32 = 10;
const SURPRISE: i32 = 15;

/// What must be added for a name before the end of the body.
const INSIDE: i32 = 3;

/// The longest run of capitals that is looked at: longer ones are headlines, not names.
const LONGEST: usize = 24;

/// Where the person begins within or at the end of `whole` atoms; `None` for no person.
pub(super) fn person(words: Words<'_>, whole: usize, side: Side) -> Option<usize> {
    let mut at = 0;
    // A person before the end: "UBND tỉnh | Lê Văn Na mời Hội Nông dân".
    while at < whole {
        let run = at..at + name::run(words.skip(at).atoms);
        if run.end >= whole {
            break;
        }
        let inside = run.len() > 1 && is_actor(words.skip(run.end));
        if let Some(start) = if inside { weigh(words, run.clone(), side, INSIDE) } else { None } {
            return Some(start);
        }
        at = run.end.max(at + 1);
    }
    weigh(words, last_run(words, whole), side, 0)
}

/// Whether the word behind a name is none of a body's, so that it may be what the person does.
fn is_actor(rest: Words<'_>) -> bool {
    let and = rest.first().is_some_and(|a| AND.contains(&a.id()));
    rest.first().is_some_and(|a| a.case == Case::Lower)
        && (and || !organization::is_field_word(rest))
        && organization::place(rest) == 0
}

/// The best place in a run of capitals for a person to begin, where it is good enough.
fn weigh(words: Words<'_>, run: Range<usize>, side: Side, more: i32) -> Option<usize> {
    // ", ông A": the person comes later, so the run is still the body's.
    let later = words.is(run.end, ',') && organization::names_person(words.skip(run.end + 1));
    if run.len() > LONGEST || later {
        return None;
    }
    let least = more + if side == Side::After { SURPRISE } else { EXPECTED };
    let weigh = |start: usize| {
        let rest = words.skip(start);
        // "dự án 2A"
        if start > 0 && rest.first().is_some_and(|a| a.gap == Gap::None) {
            return None;
        }
        let name = as_name(rest, run.end - start, start == 0)?;
        let own = rest.take(run.end - start).atoms;
        // "tỉnh Sơn Lâm": two syllables behind a unit are rather its name.
        let short = own.len() == 2 && start > 0 && (side == Side::After || ends_with_unit(words, start));
        let short = if short { SHORT } else { 0 };
        // "Hà Giang | Đỗ Bình": what begins with a place and leaves a name behind it is rather both.
        let place = gazetteer::place(rest.atoms);
        let swallows = place > 1 && own.len() >= place + 2 && name::full(rest.skip(place)) == own.len() - place;
        let short = short + if swallows { SWALLOWS } else { 0 };
        Some((start, name + short + as_end(words, start, side, name::has_middle(own))))
    };
    let best = run.clone().filter_map(weigh).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|&(_, weight)| weight >= least).map(|(start, _)| start)
}

/// The run of capitals that the end of the body lies in, or that begins there.
fn last_run(words: Words<'_>, whole: usize) -> Range<usize> {
    // A run after a line's end is somebody else's.
    let broken = words.get(whole).is_some_and(|a| a.gap > Gap::Line);
    let ended = broken || organization::stops(words.skip(whole));
    let end = if ended { whole } else { whole + name::run(words.skip(whole).atoms) };
    let mut start = whole;
    while start > 0
        && whole - start <= LONGEST
        && words.get(start - 1).is_some_and(is_capital)
        && words.get(start).is_none_or(|a| a.gap <= Gap::Space)
    {
        start -= 1;
    }
    start..end
}

fn is_capital(atom: &Atom) -> bool {
    atom.is_word() && atom.is_capital()
}

/// How much the atoms look like a name that takes the rest of the run, of `rest` atoms; `direct` right behind a title.
fn as_name(words: Words<'_>, rest: usize, direct: bool) -> Option<i32> {
    let full = name::full(words);
    if full < rest || full == 0 {
        return if rest == 1 { single(words) } else { rare(words, rest) };
    }
    let atoms = words.atoms.get(..full)?;
    let likeness = name::likeness(atoms) as i32;
    // "Hồ Chí Minh" is a person right behind a title; "Cao Bằng" is none.
    if gazetteer::place(words.atoms) >= full && !(direct && likeness >= 15) {
        return None;
    }
    // "Thái Bảo Việt Nam" is a firm's name.
    let ends_in_place = (1..full.saturating_sub(1)).any(|n| gazetteer::place(&atoms[n..]) == full - n);
    if full > 3 && ends_in_place {
        return None;
    }
    if atoms.iter().all(|a| a.kind != AtomKind::Word) {
        let historic = !direct && HISTORIC.get(atoms).is_some();
        return Some(likeness - if historic { 8 } else { 0 });
    }
    Some(foreign(atoms))
}

/// How much a run with foreign words looks like a name.
fn foreign(atoms: &[Atom]) -> i32 {
    let strange = |a: &Atom| a.kind == AtomKind::Word;
    let shape = match atoms.iter().filter(|a| is_capital(a)).count() {
        2 => 9,
        3 => 8,
        4 => 6,
        _ => 4,
    };
    let joined = atoms.iter().any(|a| a.is('-') || a.case == Case::Mixed);
    let acronyms = atoms.iter().filter(|a| a.case == Case::Upper && a.span().len() > 1 && strange(a)).count() as i32;
    let ends = i32::from(atoms.first().is_some_and(strange)) + i32::from(atoms.last().is_some_and(strange));
    shape + 2 * ends + if joined { 4 } else { 0 } - 4 * acronyms
}

/// "Leo Thị Mẩy": what stands before "Thị" or "Văn" is a family name, whatever the list holds.
fn rare(words: Words<'_>, rest: usize) -> Option<i32> {
    static CERTAIN: Lazy<Vec<u32>> = Lazy::new(|| ids("thị văn"));
    let own = words.take(rest).atoms;
    let syllables = own.iter().all(|a| a.kind == AtomKind::Syllable && a.case == Case::Title);
    let middle = own.get(1).is_some_and(|a| CERTAIN.contains(&a.id()));
    (matches!(own.len(), 3 | 4) && syllables && middle).then_some(9)
}

/// "Tổng thống Mỹ Obama": one foreign word.
fn single(words: Words<'_>) -> Option<i32> {
    let atom = words.first()?;
    let foreign = atom.kind == AtomKind::Word && atom.case == Case::Title && gazetteer::place(words.atoms) == 0;
    foreign.then_some(7)
}

/// What must be taken from a name of two syllables behind "tỉnh", "huyện".
const SHORT: i32 = -8;

/// What must be taken from a name that begins with a place and has another name behind it.
const SWALLOWS: i32 = -8;

fn ends_with_unit(words: Words<'_>, start: usize) -> bool {
    (start.saturating_sub(3)..start).any(|from| length(&UNITS, words.skip(from).atoms) == start - from)
}

/// How well a body ends before `start`. A name that is `firm` by its middle word ("Trần Văn A") may stand behind a head
/// without a name of its own ("Chánh Văn phòng Bộ", "Chủ tịch UBND xã").
fn as_end(words: Words<'_>, start: usize, side: Side, firm: bool) -> i32 {
    if start == 0 {
        // "Israel Netanyahu": a place begins the run, so it is rather a body and a single name.
        return if gazetteer::place(words.atoms) > 0 { -8 } else { 0 };
    }
    let ends = |length: &dyn Fn(Words<'_>) -> usize| {
        (start.saturating_sub(8)..start).any(|from| length(words.skip(from)) == start - from)
    };
    let known = ends(&|w| gazetteer::place(w.atoms).max(gazetteer::central_body(w.atoms)));
    // A known place that begins before and goes on after is cut in two.
    let cut =
        !known && (start.saturating_sub(4)..start).any(|from| gazetteer::place(words.skip(from).atoms) > start - from);
    let complete = ends(&|w| length(&COMPLETE, w.atoms));
    let capital = words.get(start - 1).is_some_and(Atom::is_capital);
    let bare = !firm && capital && !complete && !known && ends(&|w| length(&BODIES, w.atoms));
    let small_unit = !firm && ends(&|w| length(&SMALL_UNITS, w.atoms));
    let unit = !firm && !small_unit && ends(&|w| length(&UNITS, w.atoms));
    let open = words.get(start - 1).is_some_and(|a| AND.contains(&a.id()));
    // "Trần | Văn Tư" is one name cut in two.
    // "Công ty TNHH Dịch vụ | Kim Long Phát": the firm would be left without a name.
    let nameless = is_nameless_firm(words, start);
    // "Tỉnh ủy Vĩnh | Sơn Đoàn Khắc Tuyên": names of places have two syllables as a rule.
    // "Công ty Gỗ Tiến | Lâm Bùi Sơn": names of firms in Vietnamese have two as well.
    let native = words.get(start - 1).is_some_and(|a| a.kind == AtomKind::Syllable);
    let half = !known && (is_half_a_place(words, start) || native && is_nameless_firm(words, start - 1));
    let torn = !known && words.get(start - 1).is_some_and(is_family) && words.get(start).is_some_and(name::is_middle);
    let marks = [
        (torn, -12),
        (nameless, -10),
        (half, -6),
        (known || complete, 6),
        (open, -20),
        (cut, -8),
        (bare, -10),
        (small_unit, -6),
        (unit, 3),
    ];
    let sum: i32 = marks.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum();
    sum + if is_headless(words) { headless(words, start, side) } else { 0 }
}

/// Whether one capital alone stands between a body or unit and `start`.
fn is_half_a_place(words: Words<'_>, start: usize) -> bool {
    let syllable = |n: usize| words.get(n).is_some_and(|a| a.kind == AtomKind::Syllable && a.is_capital());
    let ends = |at: usize| {
        (at.saturating_sub(4)..at).any(|from| {
            let rest = words.skip(from).atoms;
            // "Bản Chắt" is a name itself.
            let small = rest.first().is_some_and(|a| a.case != Case::Title);
            small && length(&UNITS, rest) == at - from || length(&COMPLETE, rest) == at - from
        })
    };
    syllable(start) && syllable(start - 1) && ends(start - 1)
}

/// Whether nothing but words of trade stands between the head of a firm and `start`.
fn is_nameless_firm(words: Words<'_>, start: usize) -> bool {
    let mut at = words.length(&TRADERS);
    if at == 0 {
        return false;
    }
    at = at.max(words.body());
    while at < start {
        let rest = words.skip(at);
        let joint = rest.first().is_some_and(|a| !a.is_word() || AND.contains(&a.id()));
        let next = rest.inner_length(&FIELD_WORDS).max(usize::from(joint));
        if next == 0 {
            return false;
        }
        at += next;
    }
    at == start
}

static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng với của"));

/// Whether the body has no head noun and is no place: "Northbank", "An Thịnh".
fn is_headless(words: Words<'_>) -> bool {
    words.body() == 0 && gazetteer::place(words.atoms) == 0 && gazetteer::central_body(words.atoms) == 0
}

/// The weight of a name without a head noun as a body.
fn headless(words: Words<'_>, start: usize, side: Side) -> i32 {
    let acronym = words.take(start).atoms.iter().any(|a| a.case == Case::Upper && a.span().len() > 1);
    let foreign = words.first().is_some_and(|a| a.kind == AtomKind::Word);
    match (side, acronym, foreign) {
        (_, true, _) => 3,
        (Side::Firm, _, true) => 2,
        (Side::Firm, ..) | (_, _, true) => -3,
        _ => -6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::tests::read;

    /// The person behind a title and a body, where the run of capitals is cut.
    fn person_in(text: &str, side: Side) -> Option<String> {
        read(text, |words| {
            let whole = organization::at(words, side);
            person(words, whole, side).map(|start| start..words.atoms.len()).into_iter().collect()
        })
        .pop()
    }

    #[test]
    fn a_run_of_capitals_is_cut_where_the_person_begins() {
        for (text, name) in [
            ("Bộ Công Thương Cao Quốc Hưng", Some("Cao Quốc Hưng")),
            ("UBND tỉnh Hà Giang Trần Minh Hưng", Some("Trần Minh Hưng")),
            ("Sở Công Thương Lâm Đồng Lê Văn Na", Some("Lê Văn Na")),
            ("UBND huyện Sông Lũy Trần Thị Thảo", Some("Trần Thị Thảo")),
            ("Israel Benjamin Netanyahu", Some("Benjamin Netanyahu")),
            ("Bộ Kế hoạch và Đầu tư", None),
            ("tỉnh Sơn Lâm", None),
            ("UBND tỉnh Hà Giang", None),
        ] {
            assert_eq!(person_in(text, Side::Office).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_name_in_apposition_needs_more_than_one_behind_a_title() {
        assert_eq!(person_in("Công ty Northwind Lê Văn Na", Side::After).as_deref(), Some("Lê Văn Na"));
        assert_eq!(person_in("Trường Tiểu học Phan Bội Châu", Side::After), None);
    }
}
