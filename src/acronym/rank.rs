//! Which sense of a form fits: what stands beside it, cues near it and in the rest of the document, the long form
//! itself elsewhere, the field of the text; and none of them where nothing speaks.
//!
//! Scores are whole numbers; a hundred is one phrase near the form that only one sense names.

use super::context::{self, Model};
use crate::dictionary::Domain;
use crate::dictionary::index::{self, Beside, Entry, Index, Meaning, SignKind};
use crate::document::Document;
use crate::phrases::Marks;
use crate::scan::{Atom, AtomKind, Case, Gap};
use crate::surnames;
use std::ops::Range;

/// How far a cue counts as near, in atoms.
const NEAR: usize = 25;

/// Signs of the document for the senses that its forms may have.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// For each sense of the index the place of its signs and one, or 0 where it is not asked for.
    slots: Vec<u32>,
    found: Vec<Found>,
}

/// The signs of one sense.
#[derive(Debug, Clone, Default)]
struct Found {
    /// First atom, atom after the last, value, kind; in order.
    places: Vec<(usize, usize, i32, SignKind)>,
    /// The values of the two cues that tell most.
    most: [i32; 2],
    /// Where the long form stands first.
    long: Option<(usize, usize)>,
}

impl Signs {
    /// Looks for the signs of some senses of an index, in one pass.
    pub(super) fn new<'a>(doc: &Document<'_>, index: &Index, senses: impl Iterator<Item = &'a Meaning>) -> Signs {
        let mut signs = Signs { slots: vec![0; index.sense_count()], found: Vec::new() };
        let mut starts = Marks::default();
        for sense in senses {
            let Some(slot) = signs.slots.get_mut(sense.number as usize).filter(|s| **s == 0) else { continue };
            signs.found.push(Found::default());
            *slot = signs.found.len() as u32;
            sense.signs.iter().for_each(|&id| starts.add(id));
        }
        if !signs.found.is_empty() {
            let atoms = doc.atoms();
            for at in (0..atoms.len()).filter(|&at| starts.may_have(atoms[at].id())) {
                signs.look(index, atoms, at);
            }
        }
        signs
    }

    /// Takes in the signs that begin at an atom.
    fn look(&mut self, index: &Index, atoms: &[Atom], at: usize) {
        for (length, all) in index.signs(&atoms[at..]) {
            for sign in all {
                let slot = self.slots.get(sign.sense as usize).and_then(|s| s.checked_sub(1));
                let Some(found) = slot.and_then(|s| self.found.get_mut(s as usize)) else { continue };
                found.places.push((at, at + length, sign.value, sign.kind));
                match sign.kind {
                    SignKind::LongForm => found.long = found.long.or(Some((at, at + length))),
                    SignKind::Cue => keep(&mut found.most, sign.value),
                }
            }
        }
    }

    /// Where the long form of a sense stands first.
    pub(super) fn long_form(&self, sense: u32) -> Option<Range<usize>> {
        self.of(sense)?.long.map(|(start, end)| start..end)
    }

    fn of(&self, sense: u32) -> Option<&Found> {
        let slot = self.slots.get(sense as usize)?.checked_sub(1)?;
        self.found.get(slot as usize)
    }
}

/// What speaks for a sense at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// What stands directly beside the form.
    pub(super) beside: i32,
    /// Everything that speaks for the sense, beside included.
    pub(super) evidence: i32,
    /// How usual the sense is.
    pub(super) prior: i32,
}

impl Score {
    pub(super) fn total(self) -> i32 {
        self.evidence + self.prior
    }
}

/// Scores the senses of a form at one place.
pub(super) fn scores(doc: &Document<'_>, at: &Range<usize>, entry: &Entry, signs: &Signs) -> Vec<Score> {
    let mut found = Vec::with_capacity(64);
    context::features(doc.atoms(), at, &mut found);
    let learned = |sense: &Meaning| Model::built_in().score(sense.key, &found);
    entry.senses.iter().map(|sense| with_context(score(doc, at, sense, signs), learned(sense))).collect()
}

/// Adds what the words around say: log odds of 3 are worth a cue.
fn with_context(score: Score, learned: Option<i32>) -> Score {
    let context = learned.map_or(UNLEARNED, |l| l.clamp(AGAINST, FOR));
    Score { evidence: score.evidence + context, ..score }
}

/// The most that the words around a form say for a sense, and against it.
const FOR: i32 = 150;
const AGAINST: i32 = -60;
/// What stands for a sense that was not learned.
const UNLEARNED: i32 = -20;

fn score(doc: &Document<'_>, at: &Range<usize>, sense: &Meaning, signs: &Signs) -> Score {
    let beside = left(doc.atoms(), at, &sense.left) + right(doc.atoms(), at, &sense.right);
    let cues = signs.of(sense.number).map_or(0, |found| cues(at, found));
    Score {
        beside,
        evidence: beside + cues + field(doc, sense.domain) + time(doc, sense),
        prior: 10 * (sense.weight - 5),
    }
}

fn left(atoms: &[Atom], at: &Range<usize>, phrases: &[Beside]) -> i32 {
    let fits = |b: &&Beside| {
        if *b.ids == [index::LINE] {
            return atoms.get(at.start).is_some_and(|a| a.gap >= Gap::Line);
        }
        let start = at.start.checked_sub(b.ids.len());
        let here = start.and_then(|s| atoms.get(s..at.start));
        atoms.get(at.start).is_some_and(|a| a.gap < Gap::Blank) && here.is_some_and(|h| same(h, b))
    };
    phrases.iter().filter(fits).map(worth).max().unwrap_or(0)
}

fn right(atoms: &[Atom], at: &Range<usize>, phrases: &[Beside]) -> i32 {
    // The dot of an abbreviation stands between the form and what follows: "BS. Nguyễn".
    let dot = atoms.get(at.end).is_some_and(|a| a.is('.') && a.gap == Gap::None);
    let fits = |start: usize, b: &Beside| match *b.ids {
        [index::PERSON] => atoms.get(start..).is_some_and(surnames::begins_person),
        _ => atoms.get(start..start + b.ids.len()).is_some_and(|here| same(here, b)),
    };
    let best = phrases.iter().filter(|b| fits(at.end, b) || (dot && fits(at.end + 1, b))).map(worth).max();
    best.unwrap_or(0)
}

fn same(atoms: &[Atom], beside: &Beside) -> bool {
    let equal = atoms.len() == beside.ids.len() && atoms.iter().zip(&beside.ids).all(|(a, &id)| is(a, id));
    equal
        && (!beside.capital || atoms.first().is_some_and(Atom::is_capital))
        && atoms.iter().skip(1).all(|a| a.gap < Gap::Blank)
}

/// Whether an atom is the word of an id, or of its class.
fn is(atom: &Atom, id: u32) -> bool {
    match id {
        index::NAME => atom.case == Case::Title && atom.is_word() && atom.span().len() > 1,
        index::NUMBER => atom.kind == AtomKind::Number,
        index::ROAD => atom.kind == AtomKind::Number && atom.span().len() <= 3,
        _ => atom.id() == id,
    }
}

fn worth(beside: &Beside) -> i32 {
    5 * beside.value / 2 + 30 * (beside.ids.len() as i32 - 1)
}

/// The worth of the signs of a sense: near ones fully, the first most; distant ones a little.
fn cues(at: &Range<usize>, found: &Found) -> i32 {
    let from = found.places.partition_point(|p| p.0 + NEAR < at.start);
    let (mut near, mut long, mut count) = ([0; 3], if found.long.is_some() { 200 } else { 0 }, 0);
    for &(start, end, value, kind) in found.places[from..].iter().take_while(|p| p.0 <= at.end + NEAR) {
        count += 1;
        match kind {
            _ if start < at.end && at.start < end => {}
            SignKind::LongForm => long = 260,
            SignKind::Cue => keep(&mut near, value),
        }
    }
    let far = if count < found.places.len() { found.most } else { [0; 2] };
    let near = near[0] * 12 / 10 + near[1] * 7 / 10 + near[2] * 4 / 10;
    near + (far[0] + far[1]) / 4 + long
}

/// Keeps the largest values, largest first.
fn keep(best: &mut [i32], value: i32) {
    if let Some(last) = best.last_mut().filter(|l| **l < value) {
        *last = value;
        best.sort_unstable_by(|a, b| b.cmp(a));
    }
}

fn field(doc: &Document<'_>, domain: Domain) -> i32 {
    if doc.settings().domain == Some(domain) { 100 } else { 0 }
}

/// A body that was no more, or not yet, on the day of the document.
fn time(doc: &Document<'_>, sense: &Meaning) -> i32 {
    let Some(day) = doc.settings().date.or(doc.settings().as_of) else { return 0 };
    let past = sense.until.is_some_and(|until| until < day);
    let to_come = sense.from.is_some_and(|from| day < from);
    if past || to_come { -80 } else { 0 }
}
