//! The linear model of the words around a form: integer weights for each sense, learned where long forms stand.

use crate::error::Error;
use crate::scan::{Atom, AtomKind, Case, Gap};
use once_cell::sync::Lazy;
use std::ops::Range;

/// The first bytes of a model file.
pub(crate) const MAGIC: &[u8; 8] = b"vanbanA\0";
/// The version of the layout.
pub(crate) const VERSION: u32 = 1;

static BUILT_IN: Lazy<Model> =
    Lazy::new(|| Model::open(include_bytes!("../../dictionaries/models/acronyms.bin")).unwrap_or_default());

/// How far the bag of words reaches on either side, in atoms.
const REACH: usize = 12;

/// A model: for each sense a bias and the weights of features, both sorted for look-up.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Model {
    /// Key, first record, number of records, bias: 16 bytes a sense, in the order of keys.
    senses: &'static [u8],
    /// Feature and weight: 5 bytes a record, in the order of features within a sense.
    records: &'static [u8],
}

const SENSE: usize = 14;
const RECORD: usize = 5;

impl Model {
    pub(crate) fn built_in() -> &'static Model {
        &BUILT_IN
    }

    /// Reads a model in place.
    pub(crate) fn open(bytes: &'static [u8]) -> Result<Model, Error> {
        let wrong = |cause: &str| Error::new("acronyms.bin", None, cause);
        let body = bytes.strip_prefix(MAGIC).ok_or_else(|| wrong("not a model of acronyms"))?;
        if number(body, 0) != Some(VERSION) {
            return Err(wrong("another version of the layout"));
        }
        let count = number(body, 4).ok_or_else(|| wrong("cut short"))? as usize;
        let (senses, records) =
            body.get(8..).and_then(|b| b.split_at_checked(count * SENSE)).ok_or_else(|| wrong("cut short"))?;
        Ok(Model { senses, records })
    }

    /// What the words around a form say for a sense; `None` for a sense that was not learned.
    pub(crate) fn score(&self, key: u32, features: &[u32]) -> Option<i32> {
        let count = self.senses.len() / SENSE;
        let at = search(count, |n| number(self.senses, n * SENSE), key)?;
        let first = number(self.senses, at * SENSE + 4)? as usize;
        let length = number(self.senses, at * SENSE + 8)? as usize;
        let bias = i16::from_le_bytes(self.senses.get(at * SENSE + 12..at * SENSE + 14)?.try_into().ok()?);
        let own = self.records.get(first * RECORD..(first + length) * RECORD)?;
        let mut sum = i32::from(bias);
        for &feature in features {
            if let Some(n) = search(length, |n| number(own, n * RECORD), feature) {
                sum += i32::from(own.get(n * RECORD + 4).copied().unwrap_or(0) as i8);
            }
        }
        Some(sum)
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The place of a key in a sorted table.
fn search(count: usize, key_at: impl Fn(usize) -> Option<u32>, key: u32) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        match key_at(middle)?.cmp(&key) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

fn mix(hash: u32, id: u32) -> u32 {
    (hash.rotate_left(7) ^ id).wrapping_mul(0x9E37_79B1)
}

const NAME: u32 = 1;
const FOREIGN: u32 = 2;
const NUMBER: u32 = 3;
const CAPITALS: u32 = 4;
const EDGE: u32 = 5;

/// The class of an atom, where a class tells more than the word.
fn class(atom: &Atom) -> u32 {
    match (atom.kind, atom.case) {
        (AtomKind::Number, _) => NUMBER,
        (AtomKind::Word, Case::Title | Case::Mixed) => FOREIGN,
        (_, Case::Title) => NAME,
        (_, Case::Upper) => CAPITALS,
        _ => 0,
    }
}

/// The features of a place in a text: the words beside it by their place, those near it as they come.
pub(crate) fn features(atoms: &[Atom], at: &Range<usize>, found: &mut Vec<u32>) {
    found.clear();
    let before = at.start.saturating_sub(REACH)..at.start;
    let after = at.end.min(atoms.len())..(at.end + REACH).min(atoms.len());
    let left: Vec<&Atom> = atoms[before].iter().rev().collect();
    let left_end = atoms.get(at.start).map(|a| a.gap);
    let left = paragraph(left_end, &left);
    let right: Vec<&Atom> = atoms[after].iter().take_while(|a| a.gap < Gap::Line).collect();
    for (side, words) in [(1, left), (2, &right[..])] {
        let id = |n: usize| words.get(n).map_or(EDGE, |a| if a.kind == AtomKind::Number { NUMBER } else { a.id() });
        let class = |n: usize| words.get(n).map_or(EDGE, |a| class(a));
        found.push(mix(mix(10 + side, id(0)), 0));
        found.push(mix(mix(20 + side, id(1)), 0));
        found.push(mix(mix(30 + side, id(0)), id(1)));
        found.push(mix(mix(40 + side, class(0)), 0));
        found.push(mix(mix(50 + side, class(0)), class(1)));
        for word in words.iter().filter(|a| a.is_word() && a.case != Case::Upper) {
            found.push(mix(60, word.id()));
        }
    }
    found.sort_unstable();
    found.dedup();
}

/// The words before a place up to the beginning of its line, nearest first.
fn paragraph<'w, 'a>(gap: Option<Gap>, words: &'w [&'a Atom]) -> &'w [&'a Atom] {
    let mut gap = gap.unwrap_or(Gap::Blank);
    let mut length = 0;
    for word in words {
        if gap >= Gap::Line {
            break;
        }
        length += 1;
        gap = word.gap;
    }
    &words[..length]
}
