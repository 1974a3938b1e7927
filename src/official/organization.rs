//! Organizations: a head noun and what names it, on to parents and places, never across a verb.

use super::lists::{HONORIFICS, STOPS, UNITS};
use super::words::Words;
use super::{name, title};
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

/// Small words that may stand in a row inside a body's name before a capital must come.
const SMALL_RUN: usize = 6;

/// The length of the organization that the atoms begin with; 0 for none. Where `before_name`, a person's name follows, and
/// the organization leaves the end of a run of capitals to it.
pub(super) fn at(words: Words<'_>, before_name: bool) -> usize {
    let mut end = one(words, before_name);
    while end > 0 {
        let next = nested(words.skip(end), before_name);
        if next == 0 {
            break;
        }
        end += next;
    }
    end
}

/// A parent body or a place after a comma or a dash, or directly: "Vụ Pháp chế, Bộ Công Thương", "bang Gombe, Nigeria".
fn nested(words: Words<'_>, before_name: bool) -> usize {
    let Some(mark) = words.first() else { return 0 };
    let skip = usize::from(mark.is(','));
    let rest = words.skip(skip);
    let placed = place(rest);
    let body = if skip == 1 && placed == 0 { headed(rest, before_name) } else { 0 };
    let length = placed.max(body);
    if length == 0 {
        return 0;
    }
    // After a comma a title or a name of its own begins something else.
    if skip == 1 && (title::at(rest).is_some() || (before_name && placed == 0)) {
        return 0;
    }
    skip + length
}

/// One body without its parents.
fn one(words: Words<'_>, before_name: bool) -> usize {
    let headed = headed(words, before_name);
    if headed > 0 {
        return headed;
    }
    let place = place(words);
    if place > 0 {
        return place;
    }
    proper(words, before_name)
}

/// "tỉnh Long An", "TP. HCM", "Mỹ", "Trung ương".
pub(super) fn place(words: Words<'_>) -> usize {
    static CENTRE: Lazy<Vec<u32>> = Lazy::new(|| ids("trung ương"));
    let atoms = words.atoms;
    let unit = words.length(&UNITS);
    let rest = words.skip(unit).atoms;
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
fn headed(words: Words<'_>, before_name: bool) -> usize {
    let central = gazetteer::central_body(words.atoms);
    let head = words.body();
    if head == 0 && central == 0 {
        return 0;
    }
    let mut end = head.max(central);
    // The longest end that a capital, a number or the head itself makes firm.
    let mut firm = end;
    let mut small = 0;
    while let Some(atom) = words.get(end) {
        let rest = words.skip(end);
        if atom.gap > Gap::Space && small > 0 || stops(rest) {
            break;
        }
        if before_name && (end > head || !is_foreign(rest)) && person_follows(rest) {
            firm = end;
            break;
        }
        // A foreign body before a foreign person: the last two words are the person's.
        if before_name && end == head && is_foreign(rest) && name::run(rest.atoms) >= 3 {
            return end + name::run(rest.atoms) - 2;
        }
        let inner = rest.body().max(place(rest));
        if inner > 0 && (atom.is_capital() || inner > 1 || rest.length(&UNITS) > 0) {
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
            if !follows_capital(words.skip(end).atoms) {
                firm = end;
            }
        } else if is_joint(rest.atoms) {
            end += 1;
        } else {
            break;
        }
    }
    firm
}

fn is_foreign(rest: Words<'_>) -> bool {
    rest.first().is_some_and(|a| a.kind == AtomKind::Word && a.case != Case::Upper)
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
fn stops(rest: Words<'_>) -> bool {
    let small = rest.first().is_some_and(|a| a.case == Case::Lower);
    (small && rest.has_words(&STOPS)) || names_person(rest)
}

/// An honorific and a name.
fn names_person(rest: Words<'_>) -> bool {
    let polite = rest.length(&HONORIFICS);
    polite > 0 && name::full(rest.skip(polite)) > 0
}

/// Whether a person's name begins here and takes the rest of the run of capitals.
fn person_follows(rest: Words<'_>) -> bool {
    let run = name::run(rest.atoms);
    let full = name::full(rest);
    // ", ông A": the person comes later, so the run is still the body's.
    let later = rest.is(run, ',') && names_person(rest.skip(run + 1));
    if full == 0 || full < run || later || gazetteer::place(rest.atoms) >= run {
        return false;
    }
    let mine = name::likeness(rest.take(run).atoms);
    // Another split of the same run may make a better name ("Bộ Công Thương | Cao Quốc Hưng").
    let split = |n: usize| name::full(rest.skip(n)) == run - n && name::likeness(&rest.atoms[n..run]) > mine;
    let foreign = rest.first().is_some_and(|a| a.kind == AtomKind::Word);
    foreign || (mine > 0 && !(1..run).any(split))
}

/// A name without a head noun: "Vietcombank", "BIDV", "Viettel".
fn proper(words: Words<'_>, before_name: bool) -> usize {
    let run = name::run(words.atoms);
    let strange = words.first().is_some_and(|a| a.kind == AtomKind::Word && a.is_capital());
    if !strange {
        return 0;
    }
    if !before_name {
        return run;
    }
    // Before a name the body must leave one: "CEO Vietcombank Nguyễn Văn A"; "Tổng thống Trump" names none.
    (1..run)
        .find(|&n| {
            person_follows(words.skip(n))
                && words.get(0).is_some_and(|a| a.case != Case::Title || n == 1 && name::is_family(&words.atoms[n]))
        })
        .unwrap_or(0)
}
