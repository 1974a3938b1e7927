//! How well each candidate stands for the whole: title, position, content, figures, and how it stands alone.
//!
//! Scores are integers. Words weigh by their rarity in news; the title (or the query) is the strongest signal there is, and
//! the beginning of the text the second (see `DESIGN.md` for the figures of the field study).

use super::candidates::Candidate;
use super::rarity;
use crate::document::Document;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, ids};
use once_cell::sync::Lazy;
use std::collections::{BTreeMap, HashMap};

macro_rules! list {
    ($name:ident, $file:literal) => {
        static $name: Lazy<Phrases<()>> =
            Lazy::new(|| Phrases::of_list(include_str!(concat!("../../dictionaries/summary/", $file, ".txt"))));
    };
}

list!(DANGLING, "dangling");
list!(WEIGHTY, "weighty");

/// Weights of the features, in thousandths of a score.
const TITLE: i64 = 900;
const CENTROID: i64 = 700;
const LEAD: i64 = 250;
const FIRST: i64 = 220;
const FIGURES: i64 = 130;
const WEIGHTY_WORDS: i64 = 60;
const OPENS_PARAGRAPH: i64 = 60;
const HANGS: i64 = -180;
const QUESTION: i64 = -200;
const QUOTED: i64 = -90;

/// A text as rare words with their weight.
pub(super) type Bag = HashMap<u32, i64>;

/// The words of atoms, weighed by how rare they are.
pub(super) fn bag(atoms: &[Atom]) -> Bag {
    let mut bag = Bag::new();
    for atom in atoms.iter().filter(|a| a.is_word()) {
        let rarity = rarity::of(atom.id());
        if rarity > 0 {
            *bag.entry(atom.id()).or_default() += rarity;
        }
    }
    bag
}

/// The bag of a phrase of the caller's.
pub(super) fn bag_of(text: &str) -> Bag {
    bag(&crate::scan::scan(text))
}

/// Cosine in thousandths.
pub(super) fn likeness(a: &Bag, b: &Bag) -> i64 {
    let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let dot: i64 = small.iter().filter_map(|(id, w)| Some(w * large.get(id)?)).sum();
    let square = |bag: &Bag| bag.values().map(|w| w * w).sum::<i64>().max(1);
    let length = (square(a) as u64).isqrt().saturating_mul((square(b) as u64).isqrt()).max(1);
    i64::try_from(u64::try_from(dot).unwrap_or(0) * 1000 / length).unwrap_or(0)
}

/// What the whole text says: the bag of all candidates, its most telling words only.
pub(super) fn centroid(bags: &[Bag]) -> Bag {
    let mut sum: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
    for bag in bags {
        for (id, weight) in bag {
            let entry = sum.entry(*id).or_default();
            entry.0 += weight;
            entry.1 += 1;
        }
    }
    // Words of one sentence only are no theme.
    let mut themes: Vec<(i64, u32)> =
        sum.into_iter().filter(|(_, (_, n))| *n > 1).map(|(id, (w, _))| (w, id)).collect();
    themes.sort_unstable_by(|a, b| b.cmp(a));
    themes.into_iter().take(60).map(|(w, id)| (id, w)).collect()
}

/// The scores of all candidates, in thousandths.
pub(super) fn scores(doc: &Document<'_>, candidates: &[Candidate], bags: &[Bag], wanted: &Bag) -> Vec<i32> {
    let centroid = centroid(bags);
    let score = |(place, (c, bag)): (usize, (&Candidate, &Bag))| {
        let atoms = doc.sentence_list().get(c.sentence).and_then(|s| doc.atoms().get(s.atoms.clone())).unwrap_or(&[]);
        let content = TITLE * likeness(bag, wanted) / 1000 + CENTROID * likeness(bag, &centroid) / 1000;
        let position = FIRST / (place as i64 + 1)
            + if c.lead { LEAD } else { 0 }
            + if c.within == 0 { OPENS_PARAGRAPH } else { 0 };
        let total = content + position + telling(atoms) - burden(c.words);
        i32::try_from(total).unwrap_or(0)
    };
    candidates.iter().zip(bags).enumerate().map(score).collect()
}

/// Figures, results and decisions speak for a sentence; hanging on another, asking or quoting against it.
fn telling(atoms: &[Atom]) -> i64 {
    let numbers = atoms.iter().filter(|a| a.kind == AtomKind::Number).count().min(3) as i64;
    let weighty = (0..atoms.len()).filter(|&n| WEIGHTY.starts(&atoms[n..])).count().min(3) as i64;
    let opens = atoms.iter().position(|a| a.is_word()).unwrap_or(0);
    let hangs = DANGLING
        .longest(&atoms[opens..])
        .is_some_and(|(length, ())| length > 1 || !atoms.get(opens + 1).is_some_and(Atom::is_capital));
    let asks = atoms.last().is_some_and(|a| a.is('?'));
    let quoted = atoms.first().is_some_and(|a| a.is('"'));
    FIGURES * numbers / 3
        + if weighs_money(atoms) { FIGURES } else { 0 }
        + WEIGHTY_WORDS * weighty
        + if hangs { HANGS } else { 0 }
        + if asks { QUESTION } else { 0 }
        + if quoted { QUOTED } else { 0 }
}

/// Whether a sentence has a sum of money or a percentage.
pub(super) fn weighs_money(atoms: &[Atom]) -> bool {
    static MONEY: Lazy<Vec<u32>> = Lazy::new(|| ids("tỷ tỉ triệu nghìn đồng usd %"));
    let after = |w: &[Atom]| w[0].kind == AtomKind::Number && MONEY.contains(&w[1].id());
    atoms.windows(2).any(after)
}

/// Long sentences say more and tell less: what counts against one, by its words.
fn burden(words: usize) -> i64 {
    let words = words as i64;
    (12 - words).max(0) * 20 + (words - 45).max(0) * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_one_for_the_same_and_none_for_the_other() {
        let a = bag_of("Khuyến công quốc gia");
        assert!(likeness(&a, &bag_of("khuyến công QUỐC gia")) > 990);
        assert_eq!(likeness(&a, &bag_of("bóng đá")), 0);
        assert_eq!(likeness(&a, &Bag::new()), 0);
    }

    #[test]
    fn a_sentence_that_hangs_or_asks_scores_less() {
        let score = |text: &str| telling(&crate::scan::scan(text));
        assert!(score("Cục giải ngân 12 tỷ đồng.") > score("Cục đã làm việc."));
        assert!(score("Qua đó, Cục đã làm việc.") < score("Cục đã làm việc."));
        assert!(score("Cục đã làm việc chưa?") < score("Cục đã làm việc."));
    }
}
