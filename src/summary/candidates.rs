//! Sentences that may stand in a summary: whole ones of lead and body, each said once.

use crate::document::Document;
use crate::scan::{Atom, AtomKind};
use crate::zone::{Block, ZoneKind};
use std::collections::HashSet;
use std::ops::Range;

/// Fewer words than this tell nothing by themselves.
const FEWEST_WORDS: usize = 6;

/// A sentence under consideration.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) atoms: Range<usize>,
    /// The number of its paragraph among those that tell the story, and its place within.
    pub(super) paragraph: usize,
    pub(super) within: usize,
    /// The number of its section: what stands under one heading.
    pub(super) section: usize,
    /// Whether its paragraph is a lead.
    pub(super) lead: bool,
    /// Syllables, other words and numbers.
    pub(super) words: usize,
}

/// A line above the text with so many words is no headline, where the caller gave another title: it tells the story.
const TELLING_WORDS: usize = 16;

/// The candidates of a document, in order; `untitled` where what the page has for a headline is not the title. What says
/// the title again, or the headline, is none.
pub(super) fn candidates(doc: &Document<'_>, title: u64, untitled: bool) -> Vec<Candidate> {
    let words_of =
        |atoms: &Range<usize>| doc.atoms().get(atoms.clone()).map_or(0, |a| a.iter().filter(|a| a.is_word()).count());
    let headline = |b: &Block| b.kind == ZoneKind::Headline && !(untitled && words_of(&b.atoms) >= TELLING_WORDS);
    let mut seen: HashSet<u64> =
        doc.blocks().iter().filter(|b| headline(b)).map(|b| said(atoms_of(doc, &b.atoms))).collect();
    seen.insert(title);
    let mut candidates = Vec::with_capacity(doc.sentence_list().len());
    let (mut paragraph, mut last_block, mut within) = (0, None, 0);
    let (mut section, mut block_of_section) = (0, 0);
    for sentence in doc.sentence_list() {
        while block_of_section < sentence.block {
            section += usize::from(doc.blocks().get(block_of_section).is_some_and(|b| b.kind == ZoneKind::Heading));
            block_of_section += 1;
        }
        let Some(block) = doc
            .blocks()
            .get(sentence.block)
            .filter(|b| b.kind.is_story() || (b.kind == ZoneKind::Headline && !headline(b)))
        else {
            continue;
        };
        if last_block != Some(sentence.block) {
            paragraph += usize::from(last_block.is_some());
            (last_block, within) = (Some(sentence.block), 0);
        }
        let atoms = doc.atoms().get(sentence.atoms.clone()).unwrap_or(&[]);
        let words = atoms.iter().filter(|a| a.is_word() || a.kind == AtomKind::Number).count();
        if words >= FEWEST_WORDS && is_whole(atoms) && seen.insert(said(atoms)) {
            let lead = block.kind == ZoneKind::Lead;
            candidates.push(Candidate { atoms: sentence.atoms.clone(), paragraph, within, section, lead, words });
        }
        within += 1;
    }
    candidates
}

/// Not broken off before a list, nor one of its items.
fn is_whole(atoms: &[Atom]) -> bool {
    atoms.last().is_some_and(|a| !a.is(':') && !a.is(',') && !a.is(';'))
}

fn atoms_of<'d>(doc: &'d Document<'_>, range: &Range<usize>) -> &'d [Atom] {
    doc.atoms().get(range.clone()).unwrap_or(&[])
}

/// A number that is the same for the same words.
pub(super) fn said(atoms: &[Atom]) -> u64 {
    let ids = atoms.iter().filter(|a| a.kind != AtomKind::Punct).map(|a| u64::from(a.id()));
    ids.fold(0xCBF2_9CE4_8422_2325, |hash, id| (hash ^ id).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;
    use crate::scan::scan;

    fn texts(text: &str, title: &str) -> Vec<String> {
        let vb = Analyzer::new();
        let doc = vb.read(text);
        let all = candidates(&doc, said(&scan(title)), false);
        all.into_iter().map(|c| doc.source_span(&c.atoms).of(doc.text()).to_owned()).collect()
    }

    #[test]
    fn whole_sentences_that_are_said_once() {
        let text = "Chợ mở lại từ tối thứ Bảy tuần này. Chợ MỞ LẠI từ tối thứ bảy tuần này! Đông lắm.\n\n\
                    Ban quản lý nêu ba việc phải làm ngay:\n\n- Dọn rác ở mọi lối đi trong chợ;\n\n\
                    Giá thuê một gian hàng là hai triệu đồng.";
        assert_eq!(
            texts(text, ""),
            ["Chợ mở lại từ tối thứ Bảy tuần này.", "Giá thuê một gian hàng là hai triệu đồng."]
        );
        assert_eq!(texts(text, "Giá thuê một gian hàng là hai triệu đồng"), ["Chợ mở lại từ tối thứ Bảy tuần này."]);
    }
}
