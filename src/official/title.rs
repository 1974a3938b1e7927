//! Titles as a grammar: prefixes, a head, what follows it, and the field of duty.

use super::lists::{
    AFTER, BEFORE, BOARDS, DUTIES, FIELD_WORDS, FUSED, HEADS, HONORIFICS, MINISTERS, NOT, RANKS, STOPS, UNITS,
    is_chief, length,
};
use super::words::Words;
use super::{name, organization};
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

/// A title at some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Title {
    /// Its length in atoms, with prefixes and field of duty.
    pub(super) length: usize,
    /// Where its head begins.
    pub(super) head: usize,
    /// Where its head ends: what follows is the field of duty.
    pub(super) head_end: usize,
    /// "nguyên", "cựu", "cố".
    pub(super) former: bool,
}

/// The title that the atoms begin with.
pub(super) fn at(words: Words<'_>) -> Option<Title> {
    static FORMER: Lazy<Vec<u32>> = Lazy::new(|| ids("nguyên cựu cố"));
    let first = words.first()?.id();
    if !HEADS.may_begin(first) && !BEFORE.may_begin(first) {
        return None;
    }
    let mut head = 0;
    let mut former = false;
    // "tổng giám đốc" is a head itself; prefixes are taken only before one.
    while head < 3 && (words.skip(head).inner_length(&HEADS) == 0 || opens_longer(words.skip(head))) {
        let prefix = if head == 0 { words.length(&BEFORE) } else { words.skip(head).inner_length(&BEFORE) };
        if prefix == 0 {
            break;
        }
        former |= words.get(head).is_some_and(|a| FORMER.contains(&a.id()));
        head += prefix;
    }
    let mut end = head + head_length(words.skip(head), head > 0)?;
    let head_end = end;
    let after = words.skip(end).length(&AFTER);
    end += after;
    // "Thành viên | HĐQT": an inner board belongs to the title.
    let board = words.skip(end).inner_length(&BOARDS);
    end += board;
    let own = &words.atoms[head..head_end];
    let kind = |list| length(list, own) == own.len();
    let duty = if after + board == 0 { duty(words, end) } else { 0 };
    end += duty;
    if duty > 0 {
        // "Giám đốc thu mua": the field is told.
    } else if kind(&FUSED) {
        // "đội phó | đội Trọng án": the unit is named again, so it is the body.
        let again = own.iter().any(|a| words.get(end).is_some_and(|next| next.id() == a.id()));
        end += field(words.skip(end), Field::Unit, again);
    } else if kind(&MINISTERS) {
        end += if board == 0 { field(words.skip(end), Field::Duty, false) } else { 0 };
    }
    end += if after == 0 { words.skip(end).length(&AFTER) } else { 0 };
    end += charge(words, end);
    Some(Title { length: end, head, head_end, former })
}

/// The length of what a director is in charge of, behind "giám đốc": "kinh doanh", "Kỹ thuật".
fn duty(words: Words<'_>, from: usize) -> usize {
    static DIRECTOR: Lazy<Vec<u32>> = Lazy::new(|| ids("giám đốc"));
    let head = words.atoms[..from].iter().rev().take(2).rev().map(Atom::id);
    if head.eq(DIRECTOR.iter().copied()) { words.skip(from).length(&DUTIES) } else { 0 }
}

/// The length of what a deputy is in charge of, behind "phụ trách": "kinh doanh", "nông nghiệp và môi trường".
fn charge(words: Words<'_>, from: usize) -> usize {
    static CHARGE: Lazy<Vec<u32>> = Lazy::new(|| ids("phụ trách"));
    let is_charge = |n: usize| words.get(n).is_some_and(|a| CHARGE.contains(&a.id()));
    if from < 2 || !is_charge(from - 1) || !is_charge(from - 2) {
        return 0;
    }
    let (mut end, mut firm) = (from, from);
    while let Some(atom) = words.get(end).filter(|a| a.is_word() && a.case == Case::Lower && a.gap <= Gap::Space) {
        let rest = words.skip(end);
        if joins(atom) {
            end += 1;
            continue;
        }
        let field = rest.inner_length(&FIELD_WORDS);
        if field == 0 || rest.body() > 0 || ends_field(rest) {
            break;
        }
        end += field;
        firm = end;
    }
    firm - from
}

/// Whether a prefix makes the beginning of a head that is there anyway ("phó" before "phó phòng" is none).
fn opens_longer(words: Words<'_>) -> bool {
    words.inner_length(&HEADS) <= words.inner_length(&BEFORE)
}

/// The length of a head of a position.
fn head_length(words: Words<'_>, prefixed: bool) -> Option<usize> {
    let head = if prefixed { words.inner_length(&HEADS) } else { words.length(&HEADS) };
    if head == 0 || words.length(&NOT) > head {
        return None;
    }
    // "trưởng", "CT" alone are heads only before a body ("Trưởng Công an huyện").
    let alone = head == 1 && words.first().is_some_and(is_chief);
    if alone && words.skip(1).body() == 0 {
        return None;
    }
    Some(head)
}

/// What may stand after a head as its field of duty.
#[derive(PartialEq, Clone, Copy)]
enum Field {
    /// The unit that the head holds: any words ("Trưởng phòng Cảnh sát kinh tế").
    Unit,
    /// A field in capitals ("Bộ trưởng Tài chính").
    Duty,
}

/// The length of the field of duty: up to a body, a place, a person, a verb or a mark.
fn field(words: Words<'_>, kind: Field, repeated: bool) -> usize {
    let (mut end, mut small) = (0, 0);
    while let Some(atom) = words.get(end) {
        let rest = words.skip(end);
        let set = organization::set_phrase(rest);
        if set > 0 {
            (end, small) = (end + set, 0);
            continue;
        }
        if end > 0 && atom.case == Case::Lower && rest.has_words(&UNITS) {
            break;
        }
        let body = match (kind, end) {
            (Field::Unit, 0) => repeated && rest.body() > 0,
            _ => is_body(rest),
        };
        if atom.gap > Gap::Space || body || organization::place(rest) > 0 || ends_field(rest) || person(rest) {
            break;
        }
        // "Trưởng ban | tặng quà", where the segmenter sees "ban tặng"
        let verb = atom.case == Case::Lower && rest.inner_length(&STOPS) > 0 && words.begins(1);
        if end == 0 && (verb || organization::branch(rest).is_some()) {
            break;
        }
        let acronym = kind == Field::Duty && atom.case == Case::Upper && atom.kind == AtomKind::Word;
        if acronym && !is_joined(rest.atoms, end) {
            break;
        }
        let comma = atom.is(',') && kind == Field::Unit && rest.skip(1).body() == 0 && organization::is_joint(rest);
        let joint = end > 0 && (atom.is('&') || atom.is('-') || comma);
        // "phòng PC05", "ban chỉ đạo 515 tỉnh"
        let spaced = kind == Field::Unit && atom.span().len() <= 3 && atom.gap == Gap::Space;
        let number = end > 0 && atom.kind == AtomKind::Number && (atom.gap == Gap::None || spaced);
        if (atom.is_word() && atom.is_capital()) || number {
            small = 0;
        } else if atom.is_word() && (kind == Field::Unit || end > 0) && small < 4 {
            small += 1;
        } else if !joint {
            break;
        }
        end += 1;
    }
    // What only joins is no end, nor is the middle of a word.
    while end > 0 && (joins(&words.atoms[end - 1]) || name::breaks_word(words, end)) {
        end -= 1;
    }
    // "Thứ trưởng Khiêm": one syllable in capitals is the person, unless it is a field.
    let lone = end == 1 && kind == Field::Duty && words.atoms[0].kind == AtomKind::Syllable;
    if lone && words.inner_length(&FIELD_WORDS) == 0 { 0 } else { end }
}

/// "LĐ-TB&XH", "KH-ĐT": the acronym of a field has several parts; "FBI" is a body.
fn is_joined(rest: &[Atom], end: usize) -> bool {
    let next = rest.get(1).is_some_and(|a| (a.is('-') || a.is('&')) && a.gap == Gap::None);
    next || (end > 0 && rest.first().is_some_and(|a| a.gap == Gap::None))
}

fn joins(atom: &Atom) -> bool {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
    atom.kind == AtomKind::Punct || AND.contains(&atom.id())
}

/// A body that ends the field: in capitals, or with a name after its head.
fn is_body(rest: Words<'_>) -> bool {
    let head = rest.body();
    let capital = rest.first().is_some_and(Atom::is_capital);
    let named = head > 0 && (rest.get(head).is_some_and(Atom::is_capital) || organization::place(rest.skip(head)) > 0);
    gazetteer::central_body(rest.atoms) > 0 || named || (head > 0 && capital)
}

fn ends_field(rest: Words<'_>) -> bool {
    let small = rest.first().is_some_and(|a| a.case == Case::Lower);
    let begins = rest.has_words(&STOPS) || rest.has_words(&HONORIFICS) || rest.has_words(&RANKS);
    (small && begins) || rest.length(&HEADS) > 1
}

/// Whether the rest of the run of capitals is a person's name.
fn person(rest: Words<'_>) -> bool {
    let run = name::run(rest.atoms);
    let full = name::full(rest);
    if full < 2 || full < run {
        return false;
    }
    let mine = name::likeness(rest.take(run).atoms);
    let better = |n: usize| name::full(rest.skip(n)) == run - n && name::likeness(&rest.atoms[n..run]) > mine;
    let foreign = rest.first().is_some_and(|a| a.kind == AtomKind::Word);
    foreign || (mine >= 8 && !(1..run.saturating_sub(1)).any(better))
}

/// No row of ranks and degrees is longer, in atoms.
const LONGEST_RANK: usize = 12;

/// The length of the ranks and degrees that the atoms begin with: "PGS.TS", "Đại tá".
pub(super) fn rank(atoms: &[Atom]) -> usize {
    let mut end = 0;
    loop {
        let next = length(&RANKS, &atoms[end..]);
        if next == 0 || end > LONGEST_RANK {
            return end;
        }
        end += next;
        // "GS.TS", "PGS, TS": marks between degrees.
        let mark = atoms.get(end).filter(|a| a.is('.') || a.is(',') || a.is('-') || a.is('/'));
        match mark {
            Some(_) if length(&RANKS, &atoms[end + 1..]) > 0 => end += 1,
            Some(m) if m.is('.') && m.gap == Gap::None => return end + 1,
            _ => {}
        }
    }
}
