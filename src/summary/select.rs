//! Which candidates make the summary: the best ones that say something new; in longer ones, spread over the text.

use super::candidates::Candidate;
use super::facets;
use super::length::{Judgement, Length};
use super::rank::{Ranked, SCALE};
use super::words::Words;
use crate::document::Document;
use crate::zone::ZoneKind;
use std::cmp::Reverse;

/// A candidate that is this like a chosen one says nothing new (in thousandths).
const SAME: i64 = 550;
/// So many chosen sentences are looked at; beyond them only the score counts, for the time's sake.
const LOOK_BACK: usize = 32;

/// Where sentences are counted: what each word of one costs, and likeness to a chosen one of one in a thousand. The first
/// sentence pays neither.
const WORD: i64 = SCALE * 3 / 100;
const LIKENESS: i64 = SCALE * 3 / 1000;

// What follows for reports is set by hand to round figures; which of them serve was seen on `tests/gold/reports.toml`.

/// A text of which one sentence in so many has a word of results or decisions is a report; of several texts, half of the
/// sentences must have one.
const WEIGHTY: usize = 3;
/// Likeness to a chosen sentence costs less than where sentences are counted: a report keeps to its matter.
const REPORT_LIKENESS: i64 = SCALE / 1000;

/// In a report the score counts so much (in hundredths), beside what follows.
const SCORE: i64 = 50;
/// The first sentence of a facet gains this: see [`facets`].
const FACET: i64 = SCALE;
/// A sentence loses this beside a chosen one of its paragraph, of its section, of its lead.
const PARAGRAPH: i64 = SCALE / 2;
const SECTION: i64 = SCALE / 2;
const LEAD: i64 = SCALE;
/// Words beyond so many cost this each: who writes so long says what could be said in part.
const LONG: i64 = 60;
const LONG_WORD: i64 = SCALE / 50;

/// A candidate of one of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    pub(super) document: usize,
    pub(super) candidate: usize,
}

/// What a summary is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// The best sentences.
    Best,
    /// The best sentences, of which so many are counted.
    Counted,
    /// Several sentences of a report: its parts, its figures, what comes next.
    Report,
}

/// A selection under way.
pub(super) struct Selection<'a, 't> {
    docs: &'a [&'a Document<'t>],
    ranked: &'a [Ranked],
    words: &'a Words,
    manner: Manner,
    open: Vec<Open>,
    chosen: Vec<Choice>,
    /// The facets that the chosen ones have already.
    covered: u8,
}

/// A candidate that may still be chosen.
struct Open {
    choice: Choice,
    score: i64,
    /// What its length costs.
    burden: i64,
    facets: u8,
    /// Its likeness to the chosen one that it is most like.
    like: i64,
    /// What it loses beside the chosen ones.
    near: i64,
    /// Whether one of its paragraph and of its section is chosen.
    paragraph: bool,
    section: bool,
}

impl<'a, 't> Selection<'a, 't> {
    /// All candidates with the scores that they are chosen by, for a summary of the given length.
    pub(super) fn new(
        docs: &'a [&'a Document<'t>],
        ranked: &'a [Ranked],
        scores: &[Vec<i64>],
        words: &'a Words,
        length: Length,
    ) -> Self {
        let all = scores.iter().map(Vec::len).sum();
        let long = length.covers(all);
        let manner = match () {
            () if long && is_report(docs, ranked) => Manner::Report,
            () if length.counts_sentences(all) => Manner::Counted,
            () => Manner::Best,
        };
        let mut selection =
            Selection { docs, ranked, words, manner, open: Vec::with_capacity(all), chosen: Vec::new(), covered: 0 };
        for (document, scores) in scores.iter().enumerate() {
            let perhaps = ranked.get(document).map_or(0, |r| if long { r.perhaps_lead() } else { 0 });
            for (candidate, &score) in scores.iter().enumerate() {
                let score = score + if candidate == 0 { perhaps } else { 0 };
                selection.enter(Choice { document, candidate }, score);
            }
        }
        selection
    }

    fn enter(&mut self, choice: Choice, score: i64) {
        let words = self.candidate(choice).map_or(0, |c| c.words as i64);
        let mut open = Open { choice, score, burden: 0, facets: 0, like: 0, near: 0, paragraph: false, section: false };
        match self.manner {
            Manner::Best => {}
            Manner::Counted => open.burden = words * WORD,
            Manner::Report => {
                let atoms = self.candidate(choice).map(|c| c.atoms.clone());
                let atoms = atoms.and_then(|range| self.docs.get(choice.document)?.atoms().get(range)).unwrap_or(&[]);
                open.facets = facets::of(atoms);
                open.score = score * SCORE / 100 + facets::wording(atoms);
                open.burden = (words - LONG).max(0) * LONG_WORD;
            }
        }
        self.open.push(open);
    }

    /// The chosen candidates in the order of the texts.
    pub(super) fn run(mut self, length: Length) -> Vec<Choice> {
        let (most, near) = length.bounds(self.open.len());
        let mut size = 0usize;
        while self.chosen.len() < most {
            if self.chosen.len() == LOOK_BACK {
                self.open.sort_unstable_by_key(|o| (o.score - o.burden, Reverse(o.choice)));
            }
            let Some(open) = self.next() else { break };
            if self.repeats(open.choice) {
                continue;
            }
            let more = size + self.size(open.choice, length);
            match length.judge(near, size, more) {
                Judgement::Stop => break,
                Judgement::Skip => continue,
                Judgement::Take => size = more,
            }
            self.take(&open);
        }
        self.chosen.sort_unstable();
        self.chosen
    }

    fn candidate(&self, choice: Choice) -> Option<&'a Candidate> {
        self.ranked.get(choice.document)?.sheet.candidates.get(choice.candidate)
    }

    fn size(&self, choice: Choice, length: Length) -> usize {
        match (self.docs.get(choice.document), self.candidate(choice)) {
            (Some(doc), Some(candidate)) => length.size(doc, candidate),
            _ => 0,
        }
    }

    /// Takes the best open candidate out; a tie falls to the first. Beyond the look-back they are sorted.
    fn next(&mut self) -> Option<Open> {
        if self.chosen.len() >= LOOK_BACK {
            return self.open.pop();
        }
        let value = |n: &usize| self.open.get(*n).map(|o| (self.value(o), Reverse(o.choice)));
        let best = (0..self.open.len()).max_by_key(value)?;
        Some(self.open.swap_remove(best))
    }

    /// What a candidate is worth beside those that are chosen already.
    fn value(&self, open: &Open) -> i64 {
        match (self.manner, self.chosen.is_empty()) {
            (Manner::Best, _) | (Manner::Counted, true) => open.score,
            (Manner::Counted, false) => open.score - open.burden - open.like * LIKENESS,
            (Manner::Report, true) => open.score - open.burden,
            (Manner::Report, false) => {
                let likeness = if self.docs.len() > 1 { LIKENESS } else { REPORT_LIKENESS };
                let new = i64::from((open.facets & !self.covered).count_ones()) * FACET;
                open.score - open.burden + new - open.near - open.like * likeness
            }
        }
    }

    fn likeness(&self, a: Choice, b: Choice) -> i64 {
        match (self.ranked.get(a.document), self.ranked.get(b.document)) {
            (Some(one), Some(other)) => one.sheet.likeness(a.candidate, &other.sheet, b.candidate, self.words),
            _ => 0,
        }
    }

    /// Whether it says what a chosen one says.
    fn repeats(&self, choice: Choice) -> bool {
        self.chosen.iter().take(LOOK_BACK).any(|&c| self.likeness(c, choice) >= SAME)
    }

    /// Chooses a candidate and lets the others lose by it.
    fn take(&mut self, taken: &Open) {
        self.chosen.push(taken.choice);
        self.covered |= taken.facets;
        let (Some(own), true) = (self.candidate(taken.choice), self.chosen.len() <= LOOK_BACK) else { return };
        if self.manner == Manner::Best {
            return;
        }
        let mut all = std::mem::take(&mut self.open);
        for open in &mut all {
            open.like = open.like.max(self.likeness(taken.choice, open.choice));
            let same = open.choice.document == taken.choice.document;
            if let Some(candidate) = self.candidate(open.choice).filter(|_| same) {
                open.stand_beside(candidate, own);
            }
        }
        self.open = all;
    }
}

impl Open {
    /// Loses beside a chosen candidate of the same document.
    fn stand_beside(&mut self, candidate: &Candidate, chosen: &Candidate) {
        if candidate.paragraph == chosen.paragraph && !self.paragraph {
            self.paragraph = true;
            self.near += PARAGRAPH + if candidate.lead && chosen.lead { LEAD } else { 0 };
        }
        if candidate.section == chosen.section && !self.section {
            self.section = true;
            self.near += SECTION;
        }
    }
}

/// Whether the documents are pages with their parts shown, or texts of results and decisions, rather than bare stories.
fn is_report(docs: &[&Document<'_>], ranked: &[Ranked]) -> bool {
    let parted =
        |d: &&Document<'_>| d.blocks().iter().any(|b| matches!(b.kind, ZoneKind::Heading | ZoneKind::Letterhead));
    let share = if docs.len() > 1 { 2 } else { WEIGHTY };
    let (all, weighty) = ranked.iter().map(Ranked::weighty).fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
    docs.iter().any(parted) || ranked.iter().any(|r| r.sheet.title.shown) || (all > 0 && weighty * share >= all)
}
