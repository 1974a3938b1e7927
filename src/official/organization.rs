//! Organizations: a head noun and what names it, on to parents and places, never across a verb.

use super::lists::{FIELD_WORDS, HONORIFICS, NOT, SET_PHRASES, STOPS, UNITS};
use super::words::Words;
use super::{name, split, title};
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

/// Small words that may stand in a row inside a body's name before a capital must come.
const SMALL_RUN: usize = 12;

/// No body's name is longer, in atoms.
const LONGEST: usize = 48;

/// Where an organization is looked for, which says how likely a person's name follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Behind the title of an office that may stand before its holder's name.
    Office,
    /// As `Office`, but the title is one of firms: a foreign word after it is rather the firm than the person.
    Firm,
    /// In apposition: the person is named already, and another one comes rarely.
    After,
}

/// The length of the organization that the atoms begin with; 0 for none. A person's name at its end is left out.
pub(super) fn at(words: Words<'_>, side: Side) -> usize {
    if names_person(words) {
        return 0;
    }
    if let Some(branch) = branch(words) {
        return branch + at(words.skip(branch), side);
    }
    let whole = whole(words);
    match split::person(words, whole, side) {
        // "Bộ Công Thương - | Trần Văn A"
        Some(start) => (0..start).rev().find(|&n| words.get(n).is_some_and(|a| !a.is('-'))).map_or(0, |n| n + 1),
        None if whole == 0 => proper(words, side),
        None => whole,
    }
}

/// The body with its parents and places, whatever of it may be a person.
fn whole(words: Words<'_>) -> usize {
    let mut end = one(words);
    while end > 0 && end < LONGEST {
        let next = nested(words.skip(end));
        if next == 0 {
            break;
        }
        end += next;
    }
    end
}

/// A parent body or a place after a comma or a dash, or directly: "Vụ Pháp chế, Bộ Công Thương", "bang Ohio, Mỹ".
fn nested(words: Words<'_>) -> usize {
    let Some(mark) = words.first() else { return 0 };
    let skip = usize::from(mark.is(','));
    let rest = words.skip(skip);
    let placed = place(rest);
    let length = placed.max(if skip == 1 && placed == 0 { headed(rest) } else { 0 });
    // After a comma a title or a name of its own begins something else.
    let other = skip == 1 && (title::at(rest).is_some() || name::full(rest) > length);
    if length == 0 || other { 0 } else { skip + length }
}

/// One body without its parents.
fn one(words: Words<'_>) -> usize {
    let headed = headed(words);
    if headed > 0 {
        return headed;
    }
    let place = place(words);
    if place > 0 {
        // "Thanh Hóa FC"
        static CLUB: Lazy<Vec<u32>> = Lazy::new(|| ids("fc"));
        return place + usize::from(words.get(place).is_some_and(|a| CLUB.contains(&a.id())));
    }
    // "Chủ tịch huyện": the unit alone stands for the place that is known.
    static REGIONS: Lazy<Vec<u32>> = Lazy::new(|| ids("khu vực vùng"));
    let unit = words.length(&UNITS);
    let small = words.first().is_some_and(|a| a.case == Case::Lower && !REGIONS.contains(&a.id()));
    if small && words.begins(unit) { unit } else { 0 }
}

/// "tỉnh Hà Nam", "TP. HCM", "Mỹ", "Trung ương".
pub(super) fn place(words: Words<'_>) -> usize {
    static CENTRE: Lazy<Vec<u32>> = Lazy::new(|| ids("trung ương"));
    let atoms = words.atoms;
    let unit = words.length(&UNITS);
    let rest = words.skip(unit).atoms;
    if unit > 0 {
        let named = gazetteer::place(rest);
        let run = (0..name::run(rest).min(4)).take_while(|&n| !stops(words.skip(unit + n))).count();
        if named > 0 || run > 0 {
            return unit + if named == 0 { run + hyphenated(&rest[run..]) } else { named };
        }
        if rest.first().is_some_and(|a| a.kind == AtomKind::Number && a.span().len() <= 2) {
            return unit + 1;
        }
        // "Sở … thành phố": the unit stands for the place that is known.
        return 0;
    }
    // "Nhật Cường": one word, so no "Nhật".
    let named = gazetteer::place(atoms);
    let native = |n: usize| words.get(n).is_some_and(|a| a.kind == AtomKind::Syllable && a.is_capital());
    if named == 1 && native(0) && native(1) && !words.begins(1) && words.begins(2) || name::breaks_word(words, named) {
        return 0;
    }
    let centre = atoms.iter().map(Atom::id).take(2).eq(CENTRE.iter().copied());
    if centre { 2 } else { named }
}

/// "-ly-khăm-xay" of "Bô-ly-khăm-xay": how a foreign name goes on.
fn hyphenated(atoms: &[Atom]) -> usize {
    let joins = |pair: &&[Atom]| pair[0].is('-') && pair.iter().all(|a| a.gap == Gap::None) && pair[1].is_word();
    2 * atoms.chunks_exact(2).take_while(joins).count()
}

/// The length of words that belong together in the names of bodies though they would end one elsewhere: "doanh nghiệp nhỏ
/// và vừa", "nông thôn mới", "số 3".
pub(super) fn set_phrase(rest: Words<'_>) -> usize {
    static NUMBER: Lazy<Vec<u32>> = Lazy::new(|| ids("số"));
    let numbered = rest.first().is_some_and(|a| NUMBER.contains(&a.id()))
        && rest.get(1).is_some_and(|a| a.kind == AtomKind::Number && a.span().len() <= 3);
    rest.inner_length(&SET_PHRASES).max(if numbered { 2 } else { 0 })
}

/// "các khu công nghiệp", "các KCN" within a name.
fn opens_plural(rest: Words<'_>) -> bool {
    static PLURAL: Lazy<Vec<u32>> = Lazy::new(|| ids("các"));
    let next = rest.skip(1);
    let acronym = next.first().is_some_and(|a| a.case == Case::Upper && a.kind == AtomKind::Word);
    let field = next.length(&UNITS) == 0 && next.has_words(&FIELD_WORDS);
    rest.first().is_some_and(|a| a.case == Case::Lower && PLURAL.contains(&a.id()))
        && (acronym || field || next.body() > 0)
}

/// A body with a head noun: the head, then words in capitals and small ones between them, up to a verb or a mark.
fn headed(words: Words<'_>) -> usize {
    let mut end = words.body().max(gazetteer::central_body(words.atoms));
    if end == 0 {
        return 0;
    }
    // The longest end that a capital, a number or the head itself makes firm.
    let mut firm = end;
    // Small words behind a capital are the body's only as long as they are words of bodies: "Sở Y tế | vận động bà con".
    let (mut small, mut sound, mut capitals) = (0, true, words.first().is_some_and(Atom::is_capital));
    while let Some(atom) = words.get(end).filter(|_| end < LONGEST) {
        let rest = words.skip(end);
        let set = set_phrase(rest);
        if set > 0 {
            end += set;
            firm = end;
            continue;
        }
        if opens_plural(rest) {
            end += 1;
            continue;
        }
        let cell = atom.gap <= Gap::Space && words.is_apart(end);
        if atom.gap > Gap::Space && small > 0 || cell || stops(rest) || next_position(rest) {
            break;
        }
        let inner = rest.body().max(place(rest));
        if inner > 0 && (atom.is_capital() || inner > 1 || rest.length(&UNITS) > 0) {
            end += inner;
            (firm, small, sound) = (end, 0, true);
        } else if atom.is_word() && atom.is_capital() || atom.kind == AtomKind::Number && atom.gap <= Gap::Space {
            end += 1;
            (firm, small, sound, capitals) = (end, 0, true, true);
        } else if let Some(short) = short_form(rest) {
            end += short;
        } else if atom.is_word() && small < SMALL_RUN {
            // "Hội Doanh nhân trẻ tỉnh": the level closes a name.
            let few = small < 3;
            let level = |n: usize| few && words.begins(n) && words.skip(n).length(&UNITS) > 0;
            sound = level(end) || sound && (!words.begins(end) || is_field_word(rest));
            end += 1;
            small += 1;
            let goes_on = !words.begins(end) || is_conjunction(atom) || level(end) || follows_capital(words.skip(end));
            if !goes_on && capitals && !sound {
                break;
            }
            firm = if goes_on { firm } else { end };
        } else if is_joint(rest) {
            end += 1;
        } else {
            break;
        }
    }
    // "Viện Nghiên cứu Chiến | lược": no name ends within a word.
    while firm > 0 && name::breaks_word(words, firm) {
        firm += 1;
    }
    firm
}

/// "(HTX)" within a name: "Hợp tác xã (HTX) dịch vụ Hòa Sơn"; how many atoms it has.
fn short_form(rest: Words<'_>) -> Option<usize> {
    let inner = rest.get(1).is_some_and(|a| a.is_word() && a.case == Case::Upper);
    let next = rest.get(3).is_some_and(|a| a.is_word() && a.gap == Gap::Space);
    let goes_on = next && !stops(rest.skip(3)) && (follows_capital(rest.skip(3)) || rest.get(3)?.is_capital());
    (rest.is(0, '(') && inner && rest.is(2, ')') && goes_on).then_some(3)
}

/// A word that stands in the names of bodies, or one that joins two.
pub(super) fn is_field_word(rest: Words<'_>) -> bool {
    rest.has_words(&FIELD_WORDS) || rest.body() > 0 || rest.first().is_some_and(is_conjunction)
}

/// "và": joins words of a name, and ends none.
fn is_conjunction(atom: &Atom) -> bool {
    static JOINTS: Lazy<Vec<u32>> = Lazy::new(|| ids("và của"));
    JOINTS.contains(&atom.id())
}

/// A mark that joins parts of a name: "&", a hyphen or a dash, or a comma between fields ("Văn hóa, Thể thao và Du lịch").
pub(super) fn is_joint(rest: Words<'_>) -> bool {
    let [mark, next, ..] = rest.atoms else { return false };
    let capital = next.is_word() && next.is_capital();
    // "Sở Công Thương – Trưởng ban": one more office.
    let office = || title::at(rest.skip(1)).is_some() || title::rank(rest.skip(1).atoms) > 0;
    mark.is('&')
        || (mark.is('-') && (capital || gazetteer::place(rest.skip(1).atoms) > 0) && !office())
        || (mark.is('.') && mark.gap == Gap::None && capital)
        || (mark.is(',') && capital && field_list(rest.atoms) && !office())
}

/// ", X và Y": a list of fields in capitals that "và" closes within a few words.
fn field_list(rest: &[Atom]) -> bool {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và"));
    let within = rest.iter().skip(1).take(6).take_while(|a| a.is_word() || a.is(','));
    within.clone().any(|a| AND.contains(&a.id()))
        && within.take_while(|a| !AND.contains(&a.id())).all(|a| a.is_capital() || a.is(',') || a.case == Case::Lower)
}

/// Whether more capitals come before the next mark or stop.
fn follows_capital(words: Words<'_>) -> bool {
    let apart = |n: &usize| words.is_apart(*n);
    let near = (0..SMALL_RUN)
        .take_while(|n| !apart(n))
        .map_while(|n| words.get(n).filter(|a| a.is_word() && !stops(words.skip(n))));
    near.into_iter().any(Atom::is_capital)
}

/// Words that end the name of a body.
pub(super) fn stops(rest: Words<'_>) -> bool {
    // In a line of capitals the case tells nothing.
    let shouted = |a: &Atom| a.case == Case::Upper && a.kind == AtomKind::Syllable;
    let small = rest.first().is_some_and(|a| a.case == Case::Lower || shouted(a));
    let capitals = rest.first().is_some_and(shouted) && rest.get(1).is_none_or(|a| !a.is_word() || shouted(a));
    (small && rest.has_words(&STOPS)) || (capitals && rest.inner_length(&STOPS) > 0) || names_person(rest)
}

/// "và phó chủ tịch …": the next position begins.
fn next_position(rest: Words<'_>) -> bool {
    static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng"));
    let and = rest.first().is_some_and(|a| AND.contains(&a.id()));
    let next = rest.skip(1);
    // "và Mông Văn Thiệp – Viện trưởng": the next person.
    let person = || {
        let end = name::full(next);
        end > 2 && name::is_native(next) && (next.is(end, '-') || next.is(end, ',') || next.is(end, '('))
    };
    // "và chuyên gia Hồ Duy Khương"
    let role = || {
        let role = next.length(&NOT);
        role > 0 && name::full(next.skip(role)) > 1
    };
    and && (title::at(next).is_some_and(|t| t.head_end > 1) || person() || role())
}

/// An honorific and a name.
pub(super) fn names_person(rest: Words<'_>) -> bool {
    // "Cục Quản lý xây dựng Ông Văn Na": in the middle of a sentence a family name has the capital.
    let family = rest.first().is_some_and(crate::surnames::is_family);
    let polite = if family { 0 } else { rest.length(&HONORIFICS) };
    polite > 0 && name::full(rest.skip(polite)) > 0
}

/// A name without a head noun in apposition: "giám đốc Northbank". Before a person's name it must leave one ([`split`]).
fn proper(words: Words<'_>, side: Side) -> usize {
    let mut run = name::run(words.atoms);
    while name::breaks_word(words, run) {
        run -= 1;
    }
    let strange = words.take(run).atoms.iter().any(|a| a.kind == AtomKind::Word);
    let fits = strange || (run > 1 && name::full(words) == 0);
    if fits && side == Side::After { run } else { 0 }
}

/// Where the branch begins behind the name of a firm: "Northbank Chi nhánh Hà Tĩnh".
pub(super) fn branch(words: Words<'_>) -> Option<usize> {
    static BRANCH: Lazy<Vec<u32>> = Lazy::new(|| ids("chi nhánh"));
    let strange = words.first().is_some_and(|a| a.kind == AtomKind::Word);
    let begins = |n: &usize| words.skip(*n).atoms.iter().map(Atom::id).take(2).eq(BRANCH.iter().copied());
    (1..=name::run(words.atoms)).find(|n| strange && begins(n))
}
