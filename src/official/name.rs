//! Personal names: where one begins, and how far it goes.

use super::lists::{GIVEN, HONORIFICS, MIDDLE, length};
use super::words::Words;
use super::{organization, title};
use crate::gazetteer;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use crate::surnames::{self, is_family};
use once_cell::sync::Lazy;

/// The length of the personal name that the atoms begin with, in a place where a name is expected: after a title or an
/// honorific. A single given name counts.
pub(super) fn expected(words: Words<'_>) -> usize {
    let (atoms, full) = (words.atoms, full(words));
    if full > 0 {
        return full;
    }
    let run = run(atoms);
    // "PHOMMA SISAVATH": long words in capitals, of which no acronym is made.
    let shouted = |a: &Atom| a.case == Case::Upper && a.span().len() >= 4;
    if (2..=4).contains(&run) && atoms[..run].iter().all(shouted) && atoms[..run].iter().any(is_acronym) {
        return run;
    }
    // "Phó Chủ | tịch"
    if breaks_word(words, run) || words.body() > 0 || title::at(words).is_some() || gazetteer::place(atoms) > 0 {
        return 0;
    }
    match run {
        1 => usize::from(is_single(atoms)),
        // A Chinese or Korean name in Vietnamese syllables has a family name that no list may hold.
        2..=4 if vietnamese(atoms, run) => run,
        _ => 0,
    }
}

/// The length of a name that shows itself: a family name and what follows, foreign words, initials.
pub(super) fn full(words: Words<'_>) -> usize {
    // "Agribank Chi | nhánh": the run breaks a word, so it is no name.
    let foreign = Some(foreign(words.atoms)).filter(|&n| !breaks_word(words, n)).unwrap_or(0);
    initials(words.atoms, words.text).max(foreign).max(native(words))
}

/// Whether a word goes on in small letters behind the first `n` atoms.
pub(super) fn breaks_word(words: Words<'_>, n: usize) -> bool {
    n > 0 && !words.begins(n) && words.get(n).is_some_and(|a| a.case == Case::Lower)
}

/// A family name and one to four capitalised syllables.
fn native(words: Words<'_>) -> usize {
    let atoms = words.atoms;
    let run = run(atoms);
    // "Văn phòng" begins as a name does.
    if run < 2 || !atoms.first().is_some_and(is_family) || words.body() > 1 {
        return 0;
    }
    if gazetteer::place(atoms) >= run.min(3) && run <= 3 && !is_given(&atoms[run - 1]) {
        return 0;
    }
    // "Đoàn ĐBQH": an acronym is no given name.
    if atoms[..run].iter().any(is_acronym) && !atoms[..run].iter().all(|a| a.case == Case::Upper) {
        return 0;
    }
    // In capitals the run goes on with whatever follows the name.
    let shouted = run > 4 && atoms[..run].iter().all(|a| a.case == Case::Upper);
    let end = (2..5).find(|&n| organization::stops(words.skip(n))).unwrap_or(4);
    if shouted { likeliest(&atoms[..end.min(run)]) } else { run.min(5) }
}

/// The length of the likeliest name that the atoms begin with.
fn likeliest(atoms: &[Atom]) -> usize {
    let by_likeness = |best: usize, n: usize| if likeness(&atoms[..n]) > likeness(&atoms[..best]) { n } else { best };
    [2, 4].into_iter().filter(|&n| n <= atoms.len()).fold(3.min(atoms.len()), by_likeness)
}

/// 1 where a single foreign word in capitals begins: "Goodhew".
pub(super) fn lone_foreign(words: Words<'_>) -> usize {
    let strange = words.first().is_some_and(|a| a.kind == AtomKind::Word);
    usize::from(strange && run(words.atoms) == 1 && is_single(words.atoms))
}

/// Whether a Vietnamese name begins here beyond doubt.
pub(super) fn is_native(words: Words<'_>) -> bool {
    let length = native(words);
    length >= 2 && gazetteer::place(words.atoms) < length && likeness(&words.atoms[..length]) >= 12
}

/// How much a run of syllables looks like a Vietnamese full name, for choosing where in a run of capitals one begins.
pub(super) fn likeness(atoms: &[Atom]) -> u32 {
    let Some(weight) = atoms.first().and_then(surnames::weight) else { return 0 };
    let middle = atoms.get(1..atoms.len().saturating_sub(1)).unwrap_or(&[]);
    let middles = middle.iter().filter(|a| is_middle(a)).count() as u32;
    let given = atoms.last().is_some_and(is_given);
    let shape = match atoms.len() {
        3 => 6,
        2 | 4 => 4,
        _ => 1,
    };
    weight.ilog2().min(12) / 2 + 3 * middles.min(2) + 3 * u32::from(given) + shape
}

/// Whether a word stands in the middle of names: "Văn", "Thị".
pub(super) fn is_middle(atom: &Atom) -> bool {
    length(&MIDDLE, std::slice::from_ref(atom)) > 0
}

/// A family name, a middle word, and a given name of one or two syllables, and nothing else.
pub(super) fn has_middle(atoms: &[Atom]) -> bool {
    (3..=4).contains(&atoms.len()) && is_family(&atoms[0]) && is_middle(&atoms[1])
}

fn is_given(atom: &Atom) -> bool {
    length(&GIVEN, std::slice::from_ref(atom)) > 0
}

/// The longest run of capitals that is looked at: longer ones are headlines, not names.
const LONGEST: usize = 40;

/// The length of the run of capitalised atoms without marks between them.
pub(super) fn run(atoms: &[Atom]) -> usize {
    let capital = |(n, a): &(usize, &Atom)| a.is_word() && a.is_capital() && (*n == 0 || a.gap <= Gap::Space);
    atoms.iter().take(LONGEST).enumerate().take_while(capital).count()
}

fn vietnamese(atoms: &[Atom], run: usize) -> bool {
    atoms[..run].iter().all(|a| a.kind == AtomKind::Syllable && a.case == Case::Title)
}

/// A name of one word: "Carter", "Hưng".
fn is_single(atoms: &[Atom]) -> bool {
    let Some(atom) = atoms.first() else { return false };
    let next_ok = atoms.get(1).is_none_or(|n| !(n.is('-') && n.gap == Gap::None));
    let foreign = atom.kind == AtomKind::Word && atom.case == Case::Title;
    next_ok
        && gazetteer::place(atoms) == 0
        && (foreign || (atom.kind == AtomKind::Syllable && atom.case == Case::Title && atom.span().len() > 1))
}

/// Names with foreign words: "Paul Carter", "Yoon Hae - jin", "Omar bin Rashid", "H'Hen Niê", "Ra-un Cát-xtơ-rô".
fn foreign(atoms: &[Atom]) -> usize {
    static PARTICLES: Lazy<Vec<u32>> =
        Lazy::new(|| ids("bin al el de da di do dos del van von der la le ben ibn ter abu y"));
    static ROMAN: Lazy<Vec<u32>> = Lazy::new(|| ids("ii iii iv jr"));
    // "Ở Washington": the capital is the sentence's.
    static SMALL: Lazy<Vec<u32>> = Lazy::new(|| ids("ở tại từ với trong khi nếu nhưng về gặp đến"));
    if atoms.first().is_some_and(|a| a.case == Case::Title && SMALL.contains(&a.id())) {
        return 0;
    }
    let (mut end, mut words, mut strange) = (0, 0, false);
    while let Some(atom) = atoms.get(end) {
        let particle = words > 0
            && PARTICLES.contains(&atom.id())
            && atoms.get(end + 1).is_some_and(|n| n.is_capital() || n.is('-') || PARTICLES.contains(&n.id()))
            && length(&HONORIFICS, &atoms[end + 1..]) == 0;
        let numeral = words >= 2 && ROMAN.contains(&atom.id());
        let capital = atom.is_word() && atom.is_capital() && (numeral || !is_acronym(atom));
        let dotted = atom.is('.') && end > 0 && atom.gap == Gap::None && atoms[end - 1].span().len() == 1;
        let hyphen = atom.is('-')
            && end > 0
            && atoms.get(end + 1).is_some_and(|n| {
                n.is_word() && n.case != Case::Upper && (n.gap == Gap::None || goes_on(atoms, end, &PARTICLES))
            });
        if hyphen {
            words += usize::from(atoms.get(end + 1).is_some_and(Atom::is_capital));
            end += 2;
            strange = true;
            continue;
        }
        if !(particle || dotted || (capital && (end == 0 || atom.gap <= Gap::Space))) || words >= 6 {
            break;
        }
        strange |= atom.kind == AtomKind::Word;
        words += usize::from(capital);
        end += 1;
    }
    while end > 0 && atoms[end - 1].is('.') {
        end -= 1;
    }
    let acronym_like = atoms.first().is_some_and(|a| a.case == Case::Upper && a.kind == AtomKind::Word);
    if strange && words >= 2 && !acronym_like { end } else { 0 }
}

fn is_acronym(atom: &Atom) -> bool {
    atom.kind == AtomKind::Word && atom.case == Case::Upper && atom.span().len() > 1
}

/// Whether a name goes on after a spaced hyphen: "Yoon Hae - jin", "Omar al - Rashid", "Anna Hall - Moore".
fn goes_on(atoms: &[Atom], hyphen: usize, particles: &[u32]) -> bool {
    let Some(next) = atoms.get(hyphen + 1) else { return false };
    let before = atoms.get(hyphen.saturating_sub(2)..hyphen).unwrap_or(&[]);
    let strange = |a: &Atom| a.kind == AtomKind::Word;
    let capitals = before.iter().all(Atom::is_capital);
    static SMALL: Lazy<Vec<u32>> = Lazy::new(|| ids("là và thì của do bị có đã sẽ từ"));
    let syllable = next.case == Case::Lower
        && next.span().len() <= 4
        && !SMALL.contains(&next.id())
        && capitals
        && before.iter().any(strange);
    let particle = before.last().is_some_and(|a| particles.contains(&a.id()));
    let double =
        strange(next) && next.case == Case::Title && capitals && before.len() == 2 && before.iter().all(strange);
    syllable || particle || (double && gazetteer::place(&atoms[hyphen + 1..]) == 0)
}

/// Initials in place of a name: "L.Q. V.Đ.", "N.V.A".
fn initials(atoms: &[Atom], text: &str) -> usize {
    let letter = |n: usize| {
        atoms.get(n).is_some_and(|a| a.is_word() && a.is_capital() && a.span().of(text).chars().nth(1).is_none())
    };
    let dot = |n: usize| atoms.get(n).is_some_and(|a| a.is('.') && a.gap == Gap::None);
    let (mut end, mut letters) = (0, 0);
    while letter(end) && (end == 0 || atoms[end].gap <= Gap::Space) {
        letters += 1;
        end += 1;
        if !dot(end) {
            break;
        }
        end += 1;
    }
    if letters >= 2 { end } else { 0 }
}
