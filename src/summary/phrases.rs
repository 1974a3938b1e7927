//! Keyphrases: words and pairs of words that the text says often and other texts seldom.

use super::Keyphrase;
use super::rarity;
use crate::document::Document;
use crate::scan::Atom;
use crate::segment::TokenKind;
use std::collections::BTreeMap;

/// So many phrases are given.
const MOST: usize = 8;

/// The phrases that the lead and body of a document are about, the strongest first.
pub(super) fn keyphrases(doc: &Document<'_>) -> Vec<Keyphrase> {
    let mut counts: BTreeMap<Vec<u32>, (i64, usize)> = BTreeMap::new();
    let mut block = 0;
    for (number, piece) in doc.pieces().iter().enumerate() {
        while doc.blocks().get(block).is_some_and(|b| b.atoms.end <= piece.atoms.start) {
            block += 1;
        }
        let told = doc.blocks().get(block).is_some_and(|b| b.kind.is_story());
        let atoms = doc.atoms().get(piece.atoms.clone()).unwrap_or(&[]);
        if told && piece.kind == TokenKind::Word && atoms.len() > 1 && atoms.iter().all(Atom::is_word) {
            let entry = counts.entry(atoms.iter().map(|a| a.id()).collect()).or_insert((0, number));
            entry.0 += 1;
        }
    }
    let weigh = |ids: &[u32], count: i64| count * ids.iter().map(|id| rarity::of(*id)).sum::<i64>();
    let mut all: Vec<(i64, usize)> = counts
        .iter()
        .filter(|(_, (count, _))| *count > 1)
        .map(|(ids, (count, first))| (weigh(ids, *count), *first))
        .collect();
    all.sort_unstable_by_key(|&(weight, first)| (std::cmp::Reverse(weight), first));
    let strongest = all.first().map_or(1, |(weight, _)| (*weight).max(1));
    let phrase = |&(weight, first): &(i64, usize)| {
        let piece = doc.pieces().get(first)?;
        let text = doc.source_span(&piece.atoms).of(doc.text()).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Keyphrase { text, score: i32::try_from(weight * 1000 / strongest).unwrap_or(0) })
    };
    all.iter().take(MOST).filter_map(phrase).collect()
}
