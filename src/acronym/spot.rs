//! Where an acronym may stand: words in capitals, and listed forms with small letters in them. Capitals that are no
//! acronyms, because a whole line or name is set in capitals, are marked as shouted.

use crate::dictionary::index::{self, Index};
use crate::document::Document;
use crate::scan::{Atom, AtomKind, Case, Gap};
use std::ops::Range;

/// A word in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) atom: usize,
    /// Whether it stands among words that are all set in capitals: a headline, the name under a picture.
    pub(super) shouted: bool,
}

/// The words in capitals of a document, in order.
pub(super) fn spots(doc: &Document<'_>, user: Option<&Index>) -> Vec<Spot> {
    let atoms = doc.atoms();
    let mut found = Vec::new();
    for (n, atom) in atoms.iter().enumerate() {
        if atom.is_word() && may_begin(doc, user, n, atom) {
            found.push(Spot { atom: n, shouted: false });
        }
    }
    mark_shouted(doc, &mut found);
    found
}

fn may_begin(doc: &Document<'_>, user: Option<&Index>, n: usize, atom: &Atom) -> bool {
    match atom.case {
        Case::Upper => true,
        // "Cty", "Ths", "T.Ư", "HoSE": where a dictionary has it so.
        Case::Title | Case::Mixed => {
            let rest = &doc.atoms()[n..];
            let listed = |index: &Index| index.forms(rest, doc.view_text()).next().is_some();
            user.is_some_and(listed) || listed(index::built_in()) || is_mixed_form(doc, atom)
        }
        _ => false,
    }
}

/// "VPBank", "HDBank", "KfW": no dictionary need know it for the text to define it.
fn is_mixed_form(doc: &Document<'_>, atom: &Atom) -> bool {
    atom.case == Case::Mixed && atom.kind == AtomKind::Word && {
        let capitals = doc.atom_text(atom).chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2 && doc.atom_text(atom).starts_with(char::is_uppercase)
    }
}

/// Marks the runs of capitals that are ordinary words: two syllables or more, and more of them than other words.
fn mark_shouted(doc: &Document<'_>, spots: &mut [Spot]) {
    let atoms = doc.atoms();
    let mut start = 0;
    while start < spots.len() {
        let mut end = start + 1;
        while end < spots.len() && !is_broken(&atoms[spots[end - 1].atom + 1..=spots[end].atom]) {
            end += 1;
        }
        if is_shouted(doc, &spots[start..end]) {
            spots[start..end].iter_mut().for_each(|s| s.shouted = true);
        }
        start = end;
    }
}

/// Whether a run of capitals ends between two words of it: at a word that is not in capitals, at a line's end.
fn is_broken(between: &[Atom]) -> bool {
    let Some((last, inner)) = between.split_last() else { return true };
    let small = |a: &Atom| a.is_word() && !(a.case == Case::Upper || (a.case == Case::Title && a.span().len() <= 3));
    last.case == Case::Mixed
        || last.case == Case::Title
        || last.gap >= Gap::Line
        || inner.iter().any(|a| small(a) || a.gap >= Gap::Line)
}

fn is_shouted(doc: &Document<'_>, run: &[Spot]) -> bool {
    let atoms = doc.atoms();
    let syllable = |s: &&Spot| atoms[s.atom].kind == AtomKind::Syllable;
    let syllables = run.iter().filter(syllable).count();
    if syllables < 2 || 2 * syllables < run.len() {
        return false;
    }
    let listed = |s: &&Spot| {
        let one = &atoms[s.atom..s.atom + 1];
        index::built_in().forms(one, doc.view_text()).next().is_some()
    };
    let marked = |s: &&Spot| doc.atom_text(&atoms[s.atom]).chars().any(|c| !c.is_ascii() && c != 'Đ');
    syllables >= 3
        || run.iter().filter(syllable).any(|s| marked(&s))
        || !run.iter().filter(syllable).any(|s| listed(&s))
}

/// A run of capitals that marks or single spaces join: "CN – TTCN", "NN&PTNT", "GCN QSDĐ".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    pub(super) atoms: Range<usize>,
    /// The atoms of its parts.
    pub(super) parts: Vec<usize>,
}

/// The chain that begins with a spot, and the number of spots in it.
pub(super) fn chain(atoms: &[Atom], spots: &[Spot]) -> Option<Chain> {
    let first = spots.first()?.atom;
    let mut chain = Chain { atoms: first..first + 1, parts: vec![first] };
    for spot in spots.iter().skip(1).take(7) {
        let end = chain.atoms.end;
        let Some(next) = atoms.get(spot.atom).filter(|a| a.gap < Gap::Line) else { break };
        let joined = spot.atom == end + 1 && atoms.get(end).is_some_and(|j| is_joint(j, next));
        let spaced = spot.atom == end && next.gap == Gap::Space;
        if !(joined || spaced) {
            break;
        }
        chain.atoms.end = spot.atom + 1;
        chain.parts.push(spot.atom);
    }
    Some(chain)
}

/// Whether a mark joins two parts of a form.
pub(super) fn is_joint(mark: &Atom, next: &Atom) -> bool {
    let tight = mark.gap == Gap::None && next.gap == Gap::None;
    ((mark.is('-') || mark.is('&')) && mark.gap < Gap::Line) || ((mark.is('/') || mark.is('.')) && tight)
}

/// The form of a range of atoms with its spelling evened out: one kind of dash, no white space about it, no look-alikes.
pub(super) fn form_of(doc: &Document<'_>, range: &Range<usize>) -> String {
    let mut form = String::new();
    for (n, atom) in doc.atoms().get(range.clone()).unwrap_or(&[]).iter().enumerate() {
        let last_is_word = form.chars().next_back().is_some_and(char::is_alphanumeric);
        if atom.is('-') {
            form.push('-');
            continue;
        }
        if n > 0 && atom.gap >= Gap::Space && last_is_word && (atom.is_word() || atom.kind == AtomKind::Number) {
            form.push(' ');
        }
        let text = doc.atom_text(atom).chars().filter(|c| !is_invisible(*c));
        form.extend(text.map(crate::letters::undo_look_alike));
    }
    form
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
