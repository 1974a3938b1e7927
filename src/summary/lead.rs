//! Whether a text begins with a lead: a paragraph that tells the whole story in short, before the story begins anew.
//!
//! On a page the layout shows it. In bare text the words do: a lead names people by what they are and tells no hour,
//! and the sentence behind it begins with a date, a source, or a full name. What counts how much was learned from articles
//! with and without their abstract before them.

use super::Lead;
use super::features::Row;
use super::model::{FIRST, LEAD_WORDS, Model};
use super::rank::SCALE;
use super::sheet::Sheet;
use crate::document::Document;
use crate::scan::{Atom, AtomKind};
use crate::zone::ZoneKind;

/// What the layout of a page is worth: its title, and a short paragraph under it.
const LAYOUT: i64 = SCALE;
/// Between these a lead becomes sure, and possible.
const SURE: (i64, i64) = (0, 3 * SCALE);
const POSSIBLE: (i64, i64) = (-3 * SCALE, -SCALE);
/// So many words of the first sentence are looked at, and of those after it.
const WORDS: usize = 60;
const NEXT_WORDS: usize = 4;

/// How far a text has a lead, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) sure: i64,
    pub(super) possible: i64,
}

/// How far the text of a document has a lead, unless the reader knows.
pub(super) fn evidence(doc: &Document<'_>, sheet: &Sheet, rows: &[Row], wanted: Lead, model: &Model) -> Evidence {
    let known = match wanted {
        Lead::Present => Some(1000),
        Lead::Absent => Some(0),
        Lead::Auto if sheet.candidates.len() <= FIRST => Some(0),
        Lead::Auto => None,
    };
    if let Some(known) = known {
        return Evidence { sure: known, possible: known };
    }
    let laid_out = sheet.title.shown && doc.blocks().iter().any(|b| b.kind == ZoneKind::Lead);
    let seen = told(doc, sheet, rows, model) + if laid_out { LAYOUT } else { 0 };
    let between = |(low, high): (i64, i64)| ((seen - low) * 1000 / (high - low)).clamp(0, 1000);
    Evidence { sure: between(SURE), possible: between(POSSIBLE) }
}

/// What the first sentences say for a lead, on the scale of scores.
fn told(doc: &Document<'_>, sheet: &Sheet, rows: &[Row], model: &Model) -> i64 {
    let titled = !sheet.title.is_empty();
    let weights = model.lead(titled);
    let offset = weights.first().map_or(0, |&w| i64::from(w) * 1000);
    let own = rows.iter().take(FIRST).flatten();
    let seen: i64 = weights.iter().skip(1).zip(own).map(|(&w, &f)| i64::from(w) * i64::from(f)).sum();
    let mut words = 0;
    for_words(doc, sheet, |place| words += model.lead_word(titled, place));
    offset + seen + words
}

/// Tells `each` of the places of the words and pairs that the first sentences begin with.
pub(super) fn for_words(doc: &Document<'_>, sheet: &Sheet, mut each: impl FnMut(usize)) {
    for (n, candidate) in sheet.candidates.iter().take(FIRST).enumerate() {
        let atoms = doc.atoms().get(candidate.atoms.clone()).unwrap_or(&[]);
        let all = if n == 0 { WORDS } else { NEXT_WORDS };
        let mut before = 0;
        for (at, atom) in atoms.iter().take(all).enumerate() {
            let id = look(atom);
            each(place(id, 0, n as u32));
            each(place(id, before, n as u32 + 8));
            if at < 3 {
                each(place(id, at as u32 + 1, n as u32 + 16));
            }
            before = id;
        }
    }
}

/// An atom as a lead is told by: numbers are alike.
fn look(atom: &Atom) -> u32 {
    if atom.kind == AtomKind::Number { 1 << 30 } else { atom.id() }
}

fn place(id: u32, beside: u32, salt: u32) -> usize {
    let both = u64::from(id) | u64::from(beside) << 32;
    let hash = (both ^ u64::from(salt).wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((hash ^ hash >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 40) as usize % LEAD_WORDS
}
