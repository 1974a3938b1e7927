//! Which candidates make the summary: the best ones that say something new, spread over the text.

use super::Limit;
use super::candidates::Candidate;
use super::rank::{Bag, likeness};

/// A candidate that is this like a chosen one says nothing new (in thousandths).
const SAME: i64 = 550;
/// What a sentence loses beside a chosen one of its own paragraph or section, in a summary of three and more: reports
/// want coverage, not only the head.
const NEIGHBOUR: i32 = 160;
const SAME_SECTION: i32 = 240;
/// What the first sum or percentage gains there: a report without its figure is none.
const FIGURE: i32 = 320;

/// The numbers of the chosen candidates, in the order of the text.
pub(super) fn select(candidates: &[Candidate], scores: &[i32], bags: &[Bag], limit: Limit) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut words = 0;
    let wanted = wanted(candidates.len(), limit);
    while chosen.len() < wanted.sentences {
        let Some(best) = best(candidates, scores, bags, &chosen, wanted.sentences) else { break };
        let more = words + candidates[best].words;
        // A sentence goes in as long as that brings the length closer to what was asked.
        if !chosen.is_empty() && wanted.words.is_some_and(|w| more.abs_diff(w) >= words.abs_diff(w)) {
            break;
        }
        chosen.push(best);
        words = more;
    }
    chosen.sort_unstable();
    chosen
}

struct Wanted {
    sentences: usize,
    words: Option<usize>,
}

fn wanted(all: usize, limit: Limit) -> Wanted {
    match limit {
        Limit::Sentences(n) => Wanted { sentences: n, words: None },
        Limit::Syllables(n) => Wanted { sentences: if n == 0 { 0 } else { all }, words: Some(n) },
        Limit::Ratio(r) => {
            let share = (all as f64 * r.clamp(0.0, 1.0)).round() as usize;
            Wanted { sentences: if r > 0.0 { share.max(1) } else { 0 }, words: None }
        }
    }
}

/// The best candidate that is not chosen yet and not the same as one that is; a tie falls to the first.
fn best(candidates: &[Candidate], scores: &[i32], bags: &[Bag], chosen: &[usize], sentences: usize) -> Option<usize> {
    let new = |n: &usize| !chosen.contains(n) && chosen.iter().all(|&c| likeness(&bags[c], &bags[*n]) < SAME);
    let spread = |n: usize| {
        let beside =
            |same: fn(&Candidate) -> usize| chosen.iter().any(|&c| same(&candidates[c]) == same(&candidates[n]));
        let near = if beside(|c| c.paragraph) { NEIGHBOUR } else { 0 };
        let section = if beside(|c| c.section) { SAME_SECTION } else { 0 };
        let figure = candidates[n].figure && !chosen.iter().any(|&c| candidates[c].figure);
        let gain = if figure { FIGURE } else { 0 };
        scores[n] + if sentences >= 3 { gain - near - section } else { 0 }
    };
    (0..candidates.len()).filter(new).max_by_key(|&n| (spread(n), std::cmp::Reverse(n)))
}
