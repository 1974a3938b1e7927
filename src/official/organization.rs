//! Organizations: a head noun and what names it, on to parents and places, never across a verb.

use super::lists::{BODIES, HONORIFICS, STOPS, UNITS, length};
use super::{name, title};
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

/// Small words that may stand in a row inside a body's name before a capital must come.
const SMALL_RUN: usize = 6;

/// The length of the organization that the atoms begin with; 0 for none. Where `before_name`, a person's name follows, and
/// the organization leaves the end of a run of capitals to it.
pub(super) fn at(atoms: &[Atom], text: &str, before_name: bool) -> usize {
    let mut end = one(atoms, text, before_name);
    while end > 0 {
        let next = nested(&atoms[end..], text, before_name);
        if next == 0 {
            break;
        }
        end += next;
    }
    end
}

/// A parent body or a place after a comma or a dash, or directly: "Vụ Pháp chế, Bộ Công Thương", "bang Gombe, Nigeria".
fn nested(atoms: &[Atom], text: &str, before_name: bool) -> usize {
    let Some(mark) = atoms.first() else { return 0 };
    let skip = usize::from(mark.is(','));
    let rest = &atoms[skip..];
    let placed = place(rest);
    let body = if skip == 1 && placed == 0 { headed(rest, text, before_name) } else { 0 };
    let length = placed.max(body);
    if length == 0 || (skip == 1 && goes_on_as_other(&rest[length..], text)) {
        return 0;
    }
    // After a comma a title or a name of its own begins something else.
    if skip == 1 && (title::at(rest, text).is_some() || (before_name && placed == 0)) {
        return 0;
    }
    skip + length
}

/// Whether a place after a comma belongs to what follows it ("… Hà Nội, ông A").
fn goes_on_as_other(_rest: &[Atom], _text: &str) -> bool {
    false
}

/// One body without its parents.
fn one(atoms: &[Atom], text: &str, before_name: bool) -> usize {
    let headed = headed(atoms, text, before_name);
    if headed > 0 {
        return headed;
    }
    let place = place(atoms);
    if place > 0 {
        return place;
    }
    proper(atoms, text, before_name)
}

/// "tỉnh Long An", "TP. HCM", "Mỹ", "Trung ương".
pub(super) fn place(atoms: &[Atom]) -> usize {
    static CENTRE: Lazy<Vec<u32>> = Lazy::new(|| ids("trung ương"));
    let unit = length(&UNITS, atoms);
    let rest = atoms.get(unit..).unwrap_or(&[]);
    if unit > 0 {
        let named = gazetteer::place(rest);
        let run = name::run(rest).min(4);
        if named > 0 || run > 0 {
            return unit + named.max(if named == 0 { run } else { 0 });
        }
        if rest.first().is_some_and(|a| a.kind == AtomKind::Number && a.span().len() <= 2) {
            return unit + 1;
        }
        // "Sở … thành phố": the unit stands for the place that is known.
        return 0;
    }
    let centre = atoms.len() >= 2 && atoms[0].id() == CENTRE[0] && atoms[1].id() == CENTRE[1];
    if centre { 2 } else { gazetteer::place(atoms) }
}

/// A body with a head noun: the head, then words in capitals and small ones between them, up to a verb, a mark or a person.
fn headed(atoms: &[Atom], text: &str, before_name: bool) -> usize {
    let central = gazetteer::central_body(atoms);
    let head = length(&BODIES, atoms);
    if head == 0 && central == 0 {
        return 0;
    }
    let mut end = head.max(central);
    // The longest end that a capital, a number or the head itself makes firm.
    let mut firm = end;
    let mut small = 0;
    while let Some(atom) = atoms.get(end) {
        let rest = &atoms[end..];
        if atom.gap > Gap::Space && small > 0 || stops(rest, text) {
            break;
        }
        if before_name && end >= head.max(central) && person_follows(rest, text) {
            break;
        }
        let inner = length(&BODIES, rest).max(place(rest));
        if inner > 0 && (atom.is_capital() || inner > 1 || length(&UNITS, rest) > 0) {
            end += inner;
            (firm, small) = (end, 0);
            continue;
        }
        if atom.is_word() && atom.is_capital() || atom.kind == AtomKind::Number && atom.gap <= Gap::Space {
            end += 1;
            (firm, small) = (end, 0);
        } else if atom.is_word() && small < SMALL_RUN {
            end += 1;
            small += 1;
            if !follows_capital(&atoms[end..]) {
                firm = end;
            }
        } else if is_joint(rest) {
            end += 1;
        } else {
            break;
        }
    }
    firm
}

/// A mark that joins parts of a name: "&", a hyphen or a dash, or a comma between fields ("Văn hóa, Thể thao và Du lịch").
fn is_joint(rest: &[Atom]) -> bool {
    let [mark, next, ..] = rest else { return false };
    let capital = next.is_word() && next.is_capital();
    mark.is('&')
        || (mark.is('-') && capital)
        || (mark.is('.') && mark.gap == Gap::None && capital)
        || (mark.is(',') && capital && field_list(rest))
}

/// ", X và Y": a list of fields in capitals that "và" closes within a few words.
fn field_list(rest: &[Atom]) -> bool {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
    let within = rest.iter().skip(1).take(6).take_while(|a| a.is_word() || a.is(','));
    within.clone().any(|a| AND.contains(&a.id()))
        && within.take_while(|a| !AND.contains(&a.id())).all(|a| a.is_capital() || a.is(',') || a.case == Case::Lower)
}

/// Whether more capitals come before the next mark or stop.
fn follows_capital(rest: &[Atom]) -> bool {
    rest.iter().take(SMALL_RUN).take_while(|a| a.is_word()).any(|a| a.is_capital())
}

/// Words that end the name of a body.
fn stops(rest: &[Atom], text: &str) -> bool {
    let small = rest.first().is_some_and(|a| a.case == Case::Lower);
    (small && length(&STOPS, rest) > 0)
        || length(&HONORIFICS, rest) > 0 && name::full(&rest[length(&HONORIFICS, rest)..], text) > 0
}

/// Whether a person's name begins here and takes the rest of the run of capitals.
fn person_follows(rest: &[Atom], text: &str) -> bool {
    let run = name::run(rest);
    let full = name::full(rest, text);
    if full == 0 || full < run || gazetteer::place(rest) >= run {
        return false;
    }
    let mine = name::likeness(&rest[..full.min(run)]);
    // Another split of the same run may make a better name ("Bộ Công Thương | Cao Quốc Hưng").
    let better =
        (1..run).filter(|n| name::full(&rest[*n..], text) == run - n).any(|n| name::likeness(&rest[n..run]) > mine);
    let foreign = rest[0].kind == AtomKind::Word;
    foreign || (mine > 0 && !better)
}

/// A name without a head noun: "Vietcombank", "BIDV", "Viettel".
fn proper(atoms: &[Atom], text: &str, before_name: bool) -> usize {
    let first = atoms.first().filter(|a| a.kind == AtomKind::Word && a.is_capital());
    if first.is_none() || (before_name && name::full(atoms, text) == name::run(atoms) && atoms[0].case != Case::Upper) {
        return 0;
    }
    let run = name::run(atoms);
    let person = (1..run).find(|&n| before_name && person_follows(&atoms[n..], text));
    person.unwrap_or(run)
}
