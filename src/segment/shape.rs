//! What is one token by its shape: dates, times, percents, document numbers, codes.
//!
//! This is the only place that knows these shapes; later layers read the values of the tokens that are found here.

use super::TokenKind;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use std::collections::HashSet;

/// The longest typed token that the atoms begin with.
pub(super) fn longest(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    match atoms[0].kind {
        AtomKind::Number => numbered(atoms)
            .map(|length| (length, TokenKind::DocumentNumber))
            .or_else(|| date(atoms))
            .or_else(|| phone(atoms))
            .or_else(|| time(atoms))
            .or_else(|| pair(atoms))
            .or_else(|| percent(atoms))
            .or_else(|| code(atoms)),
        AtomKind::Punct | AtomKind::Symbol => phone(atoms),
        // Most words end here: but for "TCVN 6909", what goes on stands tight behind them.
        AtomKind::Word | AtomKind::Syllable
            if atoms[0].case != Case::Upper && atoms.get(1).is_none_or(|a| a.gap != Gap::None) =>
        {
            None
        }
        AtomKind::Word | AtomKind::Syllable => standard(atoms)
            .map(|length| (length, TokenKind::DocumentNumber))
            .or_else(|| file_name(atoms))
            .or_else(|| joined(atoms))
            .or_else(|| abbreviation(atoms))
            .or_else(|| code(atoms)),
        _ => None,
    }
}

/// Whether `mark` stands at `at` without white space on either side.
fn tight(atoms: &[Atom], at: usize, mark: char) -> bool {
    let is = atoms.get(at).is_some_and(|a| a.is(mark) && a.gap == Gap::None);
    is && atoms.get(at + 1).is_some_and(|a| a.gap == Gap::None)
}

fn is_number(atoms: &[Atom], at: usize, bytes: std::ops::RangeInclusive<usize>) -> bool {
    atoms.get(at).is_some_and(|a| a.kind == AtomKind::Number && bytes.contains(&a.span().len()))
}

/// The number of a document that the atoms begin with: how many atoms it has.
pub(super) fn document_number(atoms: &[Atom]) -> Option<usize> {
    match atoms.first()?.kind {
        AtomKind::Number => numbered(atoms),
        AtomKind::Word | AtomKind::Syllable => standard(atoms),
        _ => None,
    }
}

/// What is the number of a document only after the word for its type: "30/2020", "135-TTg", "57".
pub(super) fn short_number(atoms: &[Atom]) -> Option<usize> {
    let end = serial(atoms)?;
    if tight(atoms, end, '/') && is_number(atoms, end + 1, 4..=4) {
        return Some(end + 2);
    }
    if tight(atoms, end, '-') && is_code(atoms.get(end + 1)?) {
        return Some(code_end(atoms, end + 1));
    }
    Some(end)
}

/// The number by which documents are counted, with its letter: `3768`, `30a`.
fn serial(atoms: &[Atom]) -> Option<usize> {
    if !is_number(atoms, 0, 1..=6) {
        return None;
    }
    let letter = |a: &Atom| a.is_word() && a.gap == Gap::None && a.span().len() == 1;
    let follows = |n: usize| atoms.get(n).is_none_or(|a| a.gap != Gap::None || a.is('/') || a.is('-'));
    Some(1 + usize::from(atoms.get(1).is_some_and(letter) && follows(2)))
}

/// `3768/QĐ-BCT`, `15/2020/NĐ-CP`, `45/2019/QH14`, `60-NQ/TW`, `812/QĐ – UBND`, `30a/2008/NQ-CP`.
fn numbered(atoms: &[Atom]) -> Option<usize> {
    let mut at = serial(atoms)?;
    if slash(atoms, at) && is_number(atoms, at + 1, 4..=4) && slash(atoms, at + 2) {
        at += 2;
    }
    let code = atoms.get(at + 1).filter(|a| is_code(a))?;
    let loose = slash(atoms, at) && is_type(code);
    if !(tight(atoms, at, '/') || tight(atoms, at, '-') || loose) {
        return None;
    }
    // A party number has its slash after the type: a hyphen alone makes none ("2-A").
    let mut slashed = atoms[at].is('/');
    at = code_end(atoms, at + 1);
    // The first dash may stand between blanks: "1187/BCT – KH".
    if let Some(next) = spaced_dash(atoms, at) {
        at = code_end(atoms, next);
    }
    while let Some(next) = separator(atoms, at) {
        slashed |= atoms[at].is('/');
        at = code_end(atoms, next);
    }
    slashed.then_some(at)
}

/// A slash, perhaps with stray blanks around it.
fn slash(atoms: &[Atom], at: usize) -> bool {
    let near = |n: usize| atoms.get(n).is_some_and(|a| a.gap <= Gap::Space);
    atoms.get(at).is_some_and(|a| a.is('/')) && near(at) && near(at + 1)
}

/// `QCVN 05:2023/BTNMT`, `TCVN 6909:2001`, `TCVN ISO 9001:2015`.
fn standard(atoms: &[Atom]) -> Option<usize> {
    static KINDS: Lazy<Vec<u32>> = Lazy::new(|| ids("qcvn tcvn qcđp tcxd tcxdvn tccs tcn"));
    static ISO: Lazy<Vec<u32>> = Lazy::new(|| ids("iso iec en"));
    if atoms[0].case != Case::Upper || !KINDS.contains(&atoms[0].id()) {
        return None;
    }
    let mut at = 1;
    while at < 5 && atoms.get(at).is_some_and(|a| ISO.contains(&a.id()) || a.is('/')) {
        at += 1;
    }
    if !is_number(atoms, at, 1..=6) {
        return None;
    }
    at += 1;
    // A part of it: "5699-1:2010", "05-MT:2015".
    if tight(atoms, at, '-') && (is_number(atoms, at + 1, 1..=3) || atoms.get(at + 1).is_some_and(is_code)) {
        at += 2;
    }
    if tight(atoms, at, ':') && is_number(atoms, at + 1, 2..=4) {
        at += 2;
    }
    if tight(atoms, at, '/') && atoms.get(at + 1).is_some_and(is_code) {
        at = code_end(atoms, at + 1);
    }
    Some(at)
}

/// The place after a mark where another code follows.
fn separator(atoms: &[Atom], at: usize) -> Option<usize> {
    let mark = atoms.get(at)?;
    let code = atoms.get(at + 1).filter(|a| is_code(a))?;
    let close = mark.gap == Gap::None && code.gap == Gap::None;
    let joins = mark.is('-') || mark.is('/') || ((mark.is('.') || mark.is('&')) && code.case == Case::Upper);
    (joins && close).then_some(at + 1)
}

/// The place after a dash with blanks beside it, after the type of a document or between the codes of a letter.
fn spaced_dash(atoms: &[Atom], at: usize) -> Option<usize> {
    let mark = atoms.get(at).filter(|a| a.is('-') && a.gap <= Gap::Space)?;
    let code = atoms.get(at + 1).filter(|a| a.gap <= Gap::Space && (a.case == Case::Upper || is_short_code(a)))?;
    let known = is_type(&atoms[at - 1]);
    // Without a type before it, what follows must be a code by itself and no "TP.HCM".
    let alone =
        code.kind == AtomKind::Word && !atoms.get(at + 2).is_some_and(|a| a.is('.') && tight(atoms, at + 2, '.'));
    let spaced = mark.gap == Gap::Space || code.gap == Gap::Space;
    (spaced && (known || alone)).then_some(at + 1)
}

/// The end of a code: letters and the digits glued to them ("QH14").
fn code_end(atoms: &[Atom], at: usize) -> usize {
    let glued =
        atoms.get(at + 1).is_some_and(|a| a.kind == AtomKind::Number && a.gap == Gap::None && a.span().len() <= 3);
    at + 1 + usize::from(glued)
}

/// Letters of a type of document or of its issuer: "QĐ", "TTg", "TTLT", "L".
fn is_code(atom: &Atom) -> bool {
    atom.is_word() && (matches!(atom.case, Case::Upper | Case::Mixed) || is_short_code(atom))
}

fn is_short_code(atom: &Atom) -> bool {
    static CODES: Lazy<Vec<u32>> = Lazy::new(|| ids("l ttg ctr ttr qyđ trs p"));
    atom.case != Case::Lower && CODES.contains(&atom.id())
}

/// Letters that only a type of document has.
fn is_type(atom: &Atom) -> bool {
    static TYPES: Lazy<Vec<u32>> =
        Lazy::new(|| ids("nq qđ ct nđ tt ttlt kh tb bc ttr ctr hd kl cv cđ gm pa đa da vbhn ubnd qyđ"));
    atom.case != Case::Lower && TYPES.contains(&atom.id())
}

/// `02/10/2017`, `2-10-2017`, `16.6.2025`.
fn date(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    let is = |joint: fn(&[Atom], usize, char) -> bool, mark| {
        is_number(atoms, 0, 1..=2)
            && joint(atoms, 1, mark)
            && is_number(atoms, 2, 1..=2)
            && joint(atoms, 3, mark)
            && is_number(atoms, 4, 4..=4)
    };
    let found = ['/', '-'].iter().any(|&mark| is(tight, mark)) || is(spaced, '-');
    found.then_some((5, TokenKind::Date)).or_else(|| english_date(atoms))
}

/// `20-Dec`: what spreadsheets make of a date.
fn english_date(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    static MONTHS: Lazy<Vec<u32>> = Lazy::new(|| ids("jan feb mar apr may jun jul aug sep oct nov dec"));
    let month = atoms.get(2).is_some_and(|a| a.case == Case::Title && MONTHS.contains(&a.id()));
    (is_number(atoms, 0, 1..=2) && tight(atoms, 1, '-') && month).then_some((3, TokenKind::Date))
}

/// Whether `mark` stands at `at` between two spaces.
fn spaced(atoms: &[Atom], at: usize, mark: char) -> bool {
    let is = atoms.get(at).is_some_and(|a| a.is(mark) && a.gap == Gap::Space);
    is && atoms.get(at + 1).is_some_and(|a| a.gap == Gap::Space)
}

/// `0912 345 678`, `024 3825 1234`, `(024) 3825 1234`, `+84 912 345 678`, `0912-345-678`: groups of digits that are ten or
/// eleven together and begin with the zero or the country's code.
fn phone(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    static CODE: Lazy<Vec<u32>> = Lazy::new(|| ids("84"));
    let number = |at: usize| atoms.get(at).filter(|a| a.kind == AtomKind::Number);
    let tight = |at: usize| atoms.get(at).is_some_and(|a| a.gap == Gap::None);
    let (first, groups) = match &atoms[0] {
        open if open.is('(') => (number(1).filter(|_| atoms.get(2).is_some_and(|a| a.is(')')))?, 3),
        plus if plus.is('+') => (number(1).filter(|a| tight(1) && CODE.contains(&a.id()))?, 2),
        _ => (number(0)?, 1),
    };
    let (mut at, mut digits) = (groups, first.span().len() - usize::from(atoms[0].is('+')));
    loop {
        let hyphen = usize::from(atoms.get(at).is_some_and(|a| a.is('-')) && tight(at) && tight(at + 1));
        let group = number(at + hyphen).filter(|a| a.gap <= Gap::Space && (2..=8).contains(&a.span().len()));
        let Some(group) = group else { break };
        digits += group.span().len();
        at += hyphen + 1;
    }
    let open_ended = atoms.get(at).is_some_and(|a| a.gap == Gap::None && (a.is('/') || a.is('%') || a.is_word()));
    let found = at > groups && (10..=11).contains(&digits) && !open_ended;
    (found && (atoms[0].is('+') || is_trunk(first))).then_some((at, TokenKind::Phone))
}

/// The zero and the code of an area or a network: `024`, `0912`.
fn is_trunk(atom: &Atom) -> bool {
    static TRUNKS: Lazy<HashSet<u32>> = Lazy::new(|| {
        let three = (10..100).map(|n| format!("0{n}"));
        three.chain((100..1000).map(|n| format!("0{n}"))).flat_map(|code| ids(&code)).collect()
    });
    (3..=4).contains(&atom.span().len()) && TRUNKS.contains(&atom.id())
}

/// Two numbers in one (`102/171`, `4/4`, `2017-2020`, `5-7%`), and one that was typed with spaces at its stop (`25 . 000`).
fn pair(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    let both =
        |bytes: std::ops::RangeInclusive<usize>| is_number(atoms, 0, bytes.clone()) && is_number(atoms, 2, bytes);
    let joined = (both(1..=4) && tight(atoms, 1, '/')) || (both(1..=8) && tight(atoms, 1, '-'));
    let parted = is_number(atoms, 0, 1..=3) && spaced(atoms, 1, '.') && is_number(atoms, 2, 3..=3);
    // A third number, or letters behind, make something else of it.
    let closed = atoms.get(3).is_none_or(|a| a.gap != Gap::None || !(a.is('/') || a.is('-') || a.is_word()));
    let percent = joined && atoms.get(3).is_some_and(|a| a.is('%') && a.gap == Gap::None);
    if percent {
        return Some((4, TokenKind::Percent));
    }
    ((joined && closed) || parted).then_some((3, TokenKind::Number))
}

/// `09:38:53`, `10h30`, `21g15`, `10h30'`.
fn time(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    static HOURS: Lazy<Vec<u32>> = Lazy::new(|| ids("h g"));
    if !is_number(atoms, 0, 1..=2) {
        return None;
    }
    if tight(atoms, 1, ':') && is_number(atoms, 2, 2..=2) {
        let seconds = tight(atoms, 3, ':') && is_number(atoms, 4, 2..=2);
        return Some((if seconds { 5 } else { 3 }, TokenKind::Time));
    }
    let hour = atoms.get(1).filter(|a| a.gap == Gap::None && a.case == Case::Lower && HOURS.contains(&a.id()))?;
    let minutes = is_number(atoms, 2, 1..=2) && atoms[2].gap == Gap::None;
    let prime = minutes && atoms.get(3).is_some_and(|a| a.is('\'') && a.gap == Gap::None);
    // "5g" alone is five grams.
    static H: Lazy<Vec<u32>> = Lazy::new(|| ids("h"));
    (minutes || H.contains(&hour.id())).then_some((2 + usize::from(minutes) + usize::from(prime), TokenKind::Time))
}

fn percent(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    atoms.get(1).filter(|a| a.is('%') && a.gap == Gap::None).map(|_| (2, TokenKind::Percent))
}

/// Letters and digits without white space: `m2`, `QH15`, `PM2.5`, `51F-123.45`.
fn code(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    let glued = |a: &Atom| (a.is_word() || a.kind == AtomKind::Number) && a.gap == Gap::None;
    let mut end = 1 + atoms[1..].iter().take_while(|a| glued(a)).count();
    let plate = end == 2 && atoms[0].kind == AtomKind::Number && atoms[1].case != Case::Lower;
    if plate && tight(atoms, end, '-') && is_number(atoms, end + 1, 4..=6) {
        end += 2;
    }
    (end > 1).then_some((end, TokenKind::Code))
}

/// `report_v2.pdf`
fn file_name(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    static ENDINGS: Lazy<Vec<u32>> =
        Lazy::new(|| ids("pdf doc docx xls xlsx ppt pptx txt csv jpg jpeg png gif zip rar html htm json xml mp3 mp4"));
    let ending = atoms.get(2).filter(|a| a.case == Case::Lower && ENDINGS.contains(&a.id()))?;
    (tight(atoms, 1, '.') && ending.gap == Gap::None).then_some((3, TokenKind::Code))
}

/// A word cut short, with its stop: "H." for a name, "tp.", "ThS."; a stop at the end of the sentence is its own.
fn abbreviation(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    static CUT: Lazy<Vec<u32>> =
        Lazy::new(|| ids("tp tx tt q p h x ths ts gs pgs bs ks ls cn th tr st mr mrs ms dr jr vs"));
    let letter = atoms[0].span().len() <= 2 && atoms[0].is_capital();
    let stop = atoms.get(1).is_some_and(|a| a.is('.') && a.gap == Gap::None);
    let goes_on = atoms.get(2).is_some_and(|a| a.gap == Gap::Space);
    (stop && goes_on && (letter || CUT.contains(&atoms[0].id()))).then_some((2, TokenKind::Word))
}

/// Words that a hyphen, a dot or an ampersand joins without white space: acronyms (`CN-TTCN`, `TP.HCM`, `NN&PTNT`) and
/// foreign names, all of whose parts are written so (`Jong-un`, `Ra-un Cát-xtơ-rô`).
fn joined(atoms: &[Atom]) -> Option<(usize, TokenKind)> {
    let mut end = hyphenated(atoms)?;
    if is_spelled_out(atoms) {
        while atoms.get(end).is_some_and(|a| a.gap == Gap::Space) && is_spelled_out(&atoms[end..]) {
            end += hyphenated(&atoms[end..])?;
        }
    }
    Some((end, TokenKind::Word))
}

/// A foreign name written syllable by syllable begins here: a capital, then small letters after a hyphen.
fn is_spelled_out(atoms: &[Atom]) -> bool {
    atoms[0].case == Case::Title
        && tight(atoms, 1, '-')
        && atoms.get(2).is_some_and(|a| a.case == Case::Lower && a.is_word())
}

fn hyphenated(atoms: &[Atom]) -> Option<usize> {
    let mut end = 1;
    while let (Some(mark), Some(next)) = (atoms.get(end), atoms.get(end + 1)) {
        let tight = mark.gap == Gap::None && next.gap == Gap::None && next.is_word();
        let last = &atoms[end - 1];
        let capitals = is_acronym_part(last) && is_acronym_part(next) && (mark.is('-') || mark.is('.') || mark.is('&'));
        // "wai-kru" is no Vietnamese, "kinh tế-xã hội" is.
        let strange = |a: &Atom| a.kind == AtomKind::Word && a.case == Case::Lower;
        let foreign = mark.is('-')
            && next.case == Case::Lower
            && (atoms[0].case == Case::Title || (strange(&atoms[0]) && strange(next)));
        if !(tight && (capitals || foreign)) {
            break;
        }
        end += 2;
    }
    (end > 1).then_some(end)
}

fn is_acronym_part(atom: &Atom) -> bool {
    matches!(atom.case, Case::Upper | Case::Mixed) || (atom.case == Case::Title && atom.span().len() <= 2)
}
