//! Precision, recall and F1 over words, with bootstrap intervals.

/// Counts of one sentence: right words, words in the gold, words found.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub right: usize,
    pub gold: usize,
    pub found: usize,
}

/// A sum of counts as percentages.
pub struct Scores {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

/// The counts of a sentence from its joins; words are runs of joined atoms.
pub fn count(gold: &[bool], found: &[bool]) -> Counts {
    let words = |joins: &[bool]| {
        let (mut words, mut start) = (Vec::new(), 0);
        for (n, join) in joins.iter().chain([&false]).enumerate() {
            if !join {
                words.push((start, n));
                start = n + 1;
            }
        }
        words
    };
    let (gold, found) = (words(gold), words(found));
    let right = found.iter().filter(|w| gold.binary_search(w).is_ok()).count();
    Counts { right, gold: gold.len(), found: found.len() }
}

/// The scores of many sentences together.
pub fn scores<'a>(counts: impl IntoIterator<Item = &'a Counts>) -> Scores {
    let sum = counts.into_iter().fold(Counts::default(), |a, b| Counts {
        right: a.right + b.right,
        gold: a.gold + b.gold,
        found: a.found + b.found,
    });
    let precision = 100.0 * sum.right as f64 / sum.found.max(1) as f64;
    let recall = 100.0 * sum.right as f64 / sum.gold.max(1) as f64;
    Scores { precision, recall, f1: 2.0 * precision * recall / (precision + recall).max(1e-9) }
}

/// The 95 % interval of F1 from 1,000 resamplings of sentences.
pub fn interval(counts: &[Counts]) -> (f64, f64) {
    bootstrap(counts.len(), |sample| f1_of(counts, sample))
}

/// The 95 % interval of how far the first F1 lies above the second, on the same sentences (paired bootstrap).
pub fn difference(ours: &[Counts], theirs: &[Counts]) -> (f64, f64) {
    bootstrap(ours.len(), |sample| f1_of(ours, sample) - f1_of(theirs, sample))
}

fn f1_of(counts: &[Counts], sample: &[usize]) -> f64 {
    scores(sample.iter().map(|&n| &counts[n])).f1
}

fn bootstrap(sentences: usize, value: impl Fn(&[usize]) -> f64) -> (f64, f64) {
    let mut random = Random(20_261_125);
    let mut values: Vec<f64> =
        (0..1000).map(|_| value(&(0..sentences).map(|_| random.below(sentences)).collect::<Vec<_>>())).collect();
    values.sort_by(f64::total_cmp);
    (values[25], values[974])
}

/// A small generator of pseudo-random numbers (xorshift64*), for shuffles and samples that repeat.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % n.max(1)
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for n in (1..list.len()).rev() {
            list.swap(n, self.below(n + 1));
        }
    }
}
