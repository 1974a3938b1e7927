//! Keyphrases: words and pairs of words that the text says often and other texts seldom.

use super::Keyphrase;
use super::model;
use crate::document::Document;
use crate::phrases::BuildMix;
use crate::scan::Atom;
use crate::segment::TokenKind;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// So many phrases are given.
const MOST: usize = 8;

/// The phrases that the lead and body of documents are about, the strongest first.
pub(super) fn keyphrases(docs: &[&Document<'_>]) -> Vec<Keyphrase> {
    // For each phrase how often it stands, and where first.
    let mut counts: HashMap<Phrase<'_>, (i64, (usize, usize)), BuildMix> = HashMap::default();
    for (number, doc) in docs.iter().enumerate() {
        for_words(doc, |at, atoms| {
            counts.entry(Phrase(atoms)).or_insert((0, (number, at))).0 += 1;
        });
    }
    let rarity = |p: &Phrase<'_>| p.ids().map(|id| i64::from(model::built_in().rarity(id))).sum::<i64>();
    let several = counts.iter().filter(|(_, (count, _))| *count > 1);
    let mut all: Vec<(i64, (usize, usize))> =
        several.map(|(phrase, (count, first))| (count * rarity(phrase), *first)).collect();
    all.sort_unstable_by_key(|&(weight, first)| (Reverse(weight), first));
    let strongest = all.first().map_or(1, |(weight, _)| (*weight).max(1));
    let phrase = |&(weight, (number, at)): &(i64, (usize, usize))| {
        let doc = docs.get(number)?;
        let span = doc.source_span(&doc.pieces().get(at)?.atoms);
        let text = span.of(doc.text()).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Keyphrase { text, score: i32::try_from(weight * 1000 / strongest).unwrap_or(0) })
    };
    all.iter().take(MOST).filter_map(phrase).collect()
}

/// A phrase that is the same wherever its words are, in any case.
struct Phrase<'a>(&'a [Atom]);

impl Phrase<'_> {
    fn ids(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().map(Atom::id)
    }
}

impl PartialEq for Phrase<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.ids().eq(other.ids())
    }
}

impl Eq for Phrase<'_> {}

impl Hash for Phrase<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ids().for_each(|id| state.write_u32(id));
    }
}

/// Tells `each` of the words of several syllables that tell the story, with their number.
fn for_words<'d>(doc: &'d Document<'_>, mut each: impl FnMut(usize, &'d [Atom])) {
    let mut block = 0;
    for (number, piece) in doc.pieces().iter().enumerate() {
        while doc.blocks().get(block).is_some_and(|b| b.atoms.end <= piece.atoms.start) {
            block += 1;
        }
        let told = doc.blocks().get(block).is_some_and(|b| b.kind.is_story());
        let atoms = doc.atoms().get(piece.atoms.clone()).unwrap_or(&[]);
        if told && piece.kind == TokenKind::Word && atoms.len() > 1 && atoms.iter().all(Atom::is_word) {
            each(number, atoms);
        }
    }
}
