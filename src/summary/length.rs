//! How long a summary may be, and what that asks of it.

use super::candidates::Candidate;
use super::{Cap, Limit};
use crate::document::Document;

/// From so many sentences on a summary is to cover the text: readers want more than its head.
const COVERING: usize = 3;
/// Syllables and characters of so many sentences.
const COVERING_SYLLABLES: usize = 75;
const COVERING_CHARACTERS: usize = 330;

/// What is asked of a summary's length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    limit: Limit,
    cap: Cap,
}

impl Length {
    pub(super) fn new(limit: Limit, cap: Cap) -> Length {
        Length { limit, cap }
    }

    /// The most sentences, and the size to come near.
    pub(super) fn bounds(&self, all: usize) -> (usize, Option<usize>) {
        match self.limit {
            Limit::Sentences(n) => (n, None),
            Limit::Syllables(0) | Limit::Characters(0) => (0, None),
            Limit::Syllables(n) | Limit::Characters(n) => (all, Some(n)),
            Limit::Ratio(r) => {
                let share = (all as f64 * r.clamp(0.0, 1.0)).round() as usize;
                (if r > 0.0 { share.max(1) } else { 0 }, None)
            }
        }
    }

    /// Whether it is long enough to cover the text.
    pub(super) fn covers(&self, all: usize) -> bool {
        match self.limit {
            Limit::Syllables(n) => n >= COVERING_SYLLABLES,
            Limit::Characters(n) => n >= COVERING_CHARACTERS,
            Limit::Sentences(_) | Limit::Ratio(_) => self.bounds(all).0 >= COVERING,
        }
    }

    /// Whether several sentences are counted, whatever their size, so that shorter ones are the better use of a place.
    pub(super) fn counts_sentences(&self, all: usize) -> bool {
        let (most, size) = self.bounds(all);
        size.is_none() && most > 1
    }

    /// The size of a candidate, in what the limit counts.
    pub(super) fn size(&self, doc: &Document<'_>, candidate: &Candidate) -> usize {
        match self.limit {
            // With the space or line break that parts it from the next.
            Limit::Characters(_) => doc.source_span(&candidate.atoms).of(doc.text()).chars().count() + 1,
            _ => candidate.words,
        }
    }

    /// What becomes of a candidate that would bring a summary from one size to another.
    pub(super) fn judge(&self, near: Option<usize>, size: usize, more: usize) -> Judgement {
        match (near, self.cap) {
            (None, _) => Judgement::Take,
            (Some(most), Cap::Hard) if more > most => Judgement::Skip,
            (Some(_), Cap::Hard) => Judgement::Take,
            // A sentence goes in as long as that brings the length closer to what was asked.
            (Some(near), Cap::Near) if size > 0 && more.abs_diff(near) >= size.abs_diff(near) => Judgement::Stop,
            (Some(_), Cap::Near) => Judgement::Take,
        }
    }
}

/// What becomes of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    Take,
    Skip,
    Stop,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_near_or_hard() {
        let near = Length::new(Limit::Syllables(35), Cap::Near);
        let hard = Length::new(Limit::Syllables(35), Cap::Hard);
        for (size, more, is_near, is_hard) in [
            (0, 30, Judgement::Take, Judgement::Take),
            (0, 60, Judgement::Take, Judgement::Skip),
            (20, 45, Judgement::Take, Judgement::Skip),
            (30, 50, Judgement::Stop, Judgement::Skip),
        ] {
            assert_eq!(near.judge(Some(35), size, more), is_near, "{size} {more}");
            assert_eq!(hard.judge(Some(35), size, more), is_hard, "{size} {more}");
        }
        assert_eq!(Length::new(Limit::Ratio(0.25), Cap::Near).bounds(10), (3, None));
        assert_eq!(Length::new(Limit::Ratio(0.01), Cap::Near).bounds(10), (1, None));
        assert_eq!(Length::new(Limit::Characters(0), Cap::Hard).bounds(10), (0, None));
    }
}
