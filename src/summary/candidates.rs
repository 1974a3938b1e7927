//! Sentences that may stand in a summary: whole ones of lead and body, each said once.

use crate::document::Document;
use crate::scan::AtomKind;
use crate::zone::ZoneKind;
use std::collections::HashSet;

/// Fewer words than this tell nothing by themselves.
const FEWEST_WORDS: usize = 6;

/// A sentence under consideration.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its number among the document's sentences.
    pub(super) sentence: usize,
    /// Its place among the candidates' paragraphs and within its paragraph.
    pub(super) paragraph: usize,
    pub(super) within: usize,
    /// The number of its section: what stands under one heading.
    pub(super) section: usize,
    /// Whether its paragraph is a lead.
    pub(super) lead: bool,
    /// Whether it has a sum of money or a percentage.
    pub(super) figure: bool,
    /// Syllables and other words.
    pub(super) words: usize,
}

/// The candidates of a document, in order.
pub(super) fn candidates(doc: &Document<'_>) -> Vec<Candidate> {
    let mut seen: HashSet<Vec<u32>> = HashSet::new();
    let mut candidates = Vec::new();
    let (mut paragraph, mut last_block, mut within) = (0, None, 0);
    let headings: Vec<usize> =
        doc.blocks().iter().enumerate().filter(|(_, b)| b.kind == ZoneKind::Heading).map(|(n, _)| n).collect();
    for (number, sentence) in doc.sentence_list().iter().enumerate() {
        let Some(block) = doc.blocks().get(sentence.block).filter(|b| b.kind.is_story()) else { continue };
        if last_block != Some(sentence.block) {
            paragraph += usize::from(last_block.is_some());
            (last_block, within) = (Some(sentence.block), 0);
        }
        let atoms = doc.atoms().get(sentence.atoms.clone()).unwrap_or(&[]);
        let words = atoms.iter().filter(|a| a.is_word()).count();
        let whole = atoms.last().is_some_and(|a| !a.is(':') && !a.is(',') && !a.is(';'));
        let said: Vec<u32> = atoms.iter().filter(|a| a.kind != AtomKind::Punct).map(|a| a.id()).collect();
        if words >= FEWEST_WORDS && whole && seen.insert(said) {
            let section = headings.partition_point(|&h| h < sentence.block);
            let lead = block.kind == ZoneKind::Lead;
            candidates.push(Candidate {
                sentence: number,
                paragraph,
                within,
                section,
                lead,
                figure: super::rank::weighs_money(atoms),
                words,
            });
        }
        within += 1;
    }
    candidates
}
