//! Titles as a grammar: prefixes, a head, what follows it, and the field of duty.

use super::lists::{AFTER, BEFORE, BODIES, FUSED, HEADS, HONORIFICS, MINISTERS, NOT, RANKS, STOPS, length};
use super::{name, organization};
use crate::gazetteer;
use crate::scan::{Atom, Gap, ids};
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
pub(super) fn at(atoms: &[Atom], text: &str) -> Option<Title> {
    static FORMER: Lazy<Vec<u32>> = Lazy::new(|| ids("nguyên cựu cố"));
    let mut head = 0;
    let mut former = false;
    // "tổng giám đốc" is a head itself; prefixes are taken only before one.
    while head < 3 && (length(&HEADS, &atoms[head..]) == 0 || opens_longer(&atoms[head..])) {
        let prefix = length(&BEFORE, &atoms[head..]);
        if prefix == 0 {
            break;
        }
        former |= FORMER.contains(&atoms[head].id());
        head += prefix;
    }
    let mut end = head + head_length(&atoms[head..])?;
    let head_end = end;
    let after = length(&AFTER, &atoms[end..]);
    end += after;
    let own = &atoms[head..head_end];
    let kind = |list| length(list, own) == own.len();
    if kind(&FUSED) {
        end += field(&atoms[end..], text, Field::Unit);
    } else if kind(&MINISTERS) {
        end += field(&atoms[end..], text, Field::Duty);
    }
    end += if after == 0 { length(&AFTER, &atoms[end..]) } else { 0 };
    Some(Title { length: end, head, head_end, former })
}

/// Whether a prefix makes the beginning of a head that is there anyway ("phó" before "phó phòng" is none).
fn opens_longer(atoms: &[Atom]) -> bool {
    length(&HEADS, atoms) <= length(&BEFORE, atoms)
}

/// The length of a head of a position.
fn head_length(atoms: &[Atom]) -> Option<usize> {
    let head = length(&HEADS, atoms);
    if head == 0 || length(&NOT, atoms) > head {
        return None;
    }
    // "trưởng" alone is a head only before a body ("Trưởng Công an huyện").
    static CHIEF: Lazy<Vec<u32>> = Lazy::new(|| ids("trưởng chánh thường trực"));
    let alone = head == 1 && CHIEF.contains(&atoms[0].id());
    if alone && length(&BODIES, &atoms[1..]) == 0 {
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
fn field(atoms: &[Atom], text: &str, kind: Field) -> usize {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
    let mut end = 0;
    let mut firm = 0;
    while let Some(atom) = atoms.get(end) {
        let rest = &atoms[end..];
        let unit_itself = kind == Field::Unit && end == 0;
        let body = !unit_itself && (length(&BODIES, rest) > 0 || gazetteer::central_body(rest) > 0);
        if atom.gap > Gap::Space || body || organization::place(rest) > 0 || ends_field(rest) || person(rest, text) {
            break;
        }
        if atom.is_word() && atom.is_capital() {
            end += 1;
            firm = end;
        } else if atom.is_word()
            && (kind == Field::Unit || AND.contains(&atom.id()) || (end > 0 && atoms[end - 1].is_capital()))
            && end - firm < 4
        {
            end += 1;
            if kind == Field::Unit {
                firm = end;
            }
        } else if end > 0 && (atom.is('&') || atom.is('-')) {
            end += 1;
        } else {
            break;
        }
    }
    // A field of duty that is nothing but a short run of capitals with a family name first is a person.
    firm
}

fn ends_field(rest: &[Atom]) -> bool {
    let small = rest[0].case == crate::scan::Case::Lower;
    (small && length(&STOPS, rest) > 0)
        || length(&HONORIFICS, rest) > 0 && small
        || length(&HEADS, rest) > 1
        || length(&RANKS, rest) > 0 && small
}

/// Whether the rest of the run of capitals is a person's name.
fn person(rest: &[Atom], text: &str) -> bool {
    let run = name::run(rest);
    let full = name::full(rest, text);
    if full < 2 || full < run {
        return false;
    }
    let mine = name::likeness(&rest[..run]);
    let better = (1..run.saturating_sub(1))
        .any(|n| name::full(&rest[n..], text) == run - n && name::likeness(&rest[n..run]) > mine);
    rest[0].kind == crate::scan::AtomKind::Word || (mine >= 8 && !better)
}

/// The length of the ranks and degrees that the atoms begin with: "PGS.TS", "Đại tá".
pub(super) fn rank(atoms: &[Atom]) -> usize {
    let mut end = 0;
    loop {
        let next = length(&RANKS, &atoms[end..]);
        if next == 0 {
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
