//! How well each candidate stands for the whole: its features times weights that were learned.

use super::candidates;
use super::features::{self, COUNT, Row};
use super::lead::{self, Evidence};
use super::model::Model;
use super::sheet::{Sheet, Title};
use super::words::Words;
use super::{Lead, Part, Summarizer};
use crate::document::Document;
use crate::scan::scan;
use crate::zone::ZoneKind;

/// One unit of the learned scale (a factor of e in the odds of two sentences).
pub(super) const SCALE: i64 = 1 << 20;
/// A headline that is this like a given title is the same title (in thousandths).
const SAME_TITLE: i64 = 600;
/// What a sentence gains that says the whole query: who asks wants the answer before the news.
const QUERY: i64 = 6 * SCALE;
/// What the first sentence gains in longer summaries, where it may be a lead.
const PERHAPS_LEAD: i64 = 3 * SCALE;

/// A document's candidates with their scores.
#[derive(Debug)]
pub(super) struct Ranked {
    pub(super) sheet: Sheet,
    rows: Vec<Row>,
    pub(super) scores: Vec<i64>,
    weights: [i32; COUNT],
    lead: Evidence,
    /// What the first candidate was lifted by.
    lift: i64,
    /// The mean of the scores, which a sentence is shown against.
    mean: i64,
}

impl Ranked {
    /// Scores the candidates of a laid-out document. The weights lie between those for a text without and with a lead,
    /// as far as there is evidence of one.
    pub(super) fn new(doc: &Document<'_>, sheet: Sheet, words: &Words, lead: Lead, model: &'static Model) -> Ranked {
        let rows = features::rows(doc, &sheet, words);
        let lead = lead::evidence(doc, &sheet, &rows, lead, model);
        let titled = !sheet.title.is_empty();
        let (without, with) = (model.weights(titled, false), model.weights(titled, true));
        let mut weights = [0; COUNT];
        for ((weight, &a), &b) in weights.iter_mut().zip(without).zip(with) {
            let between = (i64::from(a) * (1000 - lead.sure) + i64::from(b) * lead.sure) / 1000;
            *weight = i32::try_from(between).unwrap_or(0);
        }
        let asked = |n: usize| if sheet.title.query_mass > 0 { sheet.answers(n, words) * QUERY / 1000 } else { 0 };
        let mut scores: Vec<i64> = rows.iter().enumerate().map(|(n, row)| product(&weights, row) + asked(n)).collect();
        let lift = if sheet.title.shown { 0 } else { lift(&scores, lead) };
        if let Some(first) = scores.first_mut() {
            *first += lift;
        }
        let mean = scores.iter().sum::<i64>() / i64::try_from(scores.len().max(1)).unwrap_or(1);
        Ranked { sheet, rows, scores, weights, lead, lift, mean }
    }

    /// The score of a candidate from 0 to 1,000: 500 for the document's mean.
    pub(super) fn shown(&self, n: usize) -> i32 {
        let above = self.scores.get(n).map_or(0, |s| s - self.mean);
        i32::try_from(500 + above * 500 / (2 * SCALE + above.abs())).unwrap_or(0)
    }

    /// What each group of features gives to a candidate's score, in thousandths of the learned scale.
    pub(super) fn parts(&self, n: usize) -> Vec<Part> {
        let Some(row) = self.rows.get(n) else { return Vec::new() };
        let part = |(name, range): (&'static str, std::ops::Range<usize>)| {
            let pairs = self.weights.iter().zip(row).skip(range.start).take(range.len());
            let sum: i64 = pairs.map(|(&w, &f)| i64::from(w) * i64::from(f)).sum();
            Part { name, score: i32::try_from(sum * 1000 / SCALE).unwrap_or(0) }
        };
        let mut parts: Vec<Part> = features::GROUPS.into_iter().map(part).collect();
        // The query is no learned feature: what it gives is the rest of the score.
        let lift = if n == 0 { self.lift } else { 0 };
        let asked = self.scores.get(n).map_or(0, |s| s - lift - product(&self.weights, row));
        let rest = [("lead", lift), ("query", asked)];
        parts.extend(rest.map(|(name, sum)| Part { name, score: i32::try_from(sum * 1000 / SCALE).unwrap_or(0) }));
        parts
    }

    /// What the first candidate gains in a longer summary. A page that shows its title shows its lead as well.
    pub(super) fn perhaps_lead(&self) -> i64 {
        let unsure = if self.sheet.title.shown { 0 } else { 1000 - self.lead.sure };
        PERHAPS_LEAD * unsure / 1000 * self.lead.possible / 1000
    }

    /// How many candidates there are, and how many of them have a word of results or decisions.
    pub(super) fn weighty(&self) -> (usize, usize) {
        let weighty = |row: &&Row| row.get(features::WEIGHTY_WORDS).is_some_and(|&f| f > 0);
        (self.rows.len(), self.rows.iter().filter(weighty).count())
    }
}

/// What brings the first candidate to the third place where it may be a lead: one place of three is well spent on it.
fn lift(scores: &[i64], lead: Evidence) -> i64 {
    let mut best: Vec<i64> = scores.to_vec();
    best.sort_unstable_by_key(|&s| std::cmp::Reverse(s));
    match (scores.first(), best.get(2)) {
        (Some(first), Some(third)) if lead.possible >= 500 => (third - first).max(0),
        _ => 0,
    }
}

fn product(weights: &[i32; COUNT], row: &Row) -> i64 {
    weights.iter().zip(row).map(|(&w, &f)| i64::from(w) * i64::from(f)).sum()
}

/// What the reader looks for: the title that was given or the headline, and the query.
pub(super) fn title(doc: &Document<'_>, wanted: &Summarizer, words: &mut Words) -> Title {
    let headline = doc.blocks().iter().find(|b| b.kind == ZoneKind::Headline);
    let headline = headline.and_then(|b| doc.atoms().get(b.atoms.clone())).unwrap_or(&[]);
    let given = wanted.title.as_deref().map(scan);
    let query = wanted.query.as_deref().map(scan).unwrap_or_default();
    let mut title = Title::new(&[given.as_deref().unwrap_or(headline), &query], words);
    let asked = Title::new(&[&query], words);
    (title.query, title.query_mass) = (asked.words, asked.mass);
    // What stands over bare text may be another thing than the title that was given: a caption, or the lead.
    let same = given.is_none() || title.likeness(&Title::new(&[headline], words), words) >= SAME_TITLE;
    title.said = given.as_deref().map_or(0, candidates::said);
    title.shown = !headline.is_empty() && same;
    title.other = !headline.is_empty() && !same;
    title
}
