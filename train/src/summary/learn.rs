//! Two linear learners: ranks within a list (ListNet), and whether a text has a lead (logistic regression), both by Adam
//! over shuffled batches. The shuffles repeat, and so do the sums: one thread, one order.

use crate::score::Random;
use vanban::training::summary::{COUNT, FIRST, LEAD_FEATURES, LEAD_WORDS, Row};

/// How sharply the wanted shares prefer the better sentence.
const TEMPERATURE: f32 = 0.06;
const ROUNDS: usize = 12;
const BATCH: usize = 32;
const RATE: f64 = 0.01;
/// Pull towards zero.
const DECAY: f64 = 1e-5;
const WORD_DECAY: f64 = 5e-2;
/// Words move this fast beside the features.
const WORD_RATE: f64 = 0.5;

/// An article as the learners see it.
pub struct Example {
    pub rows: Vec<Row>,
    pub gains: Vec<f32>,
    /// So many of the first candidates are its lead.
    pub leads: usize,
    pub words: Vec<u32>,
}

/// Weights that move along averaged gradients.
struct Adam {
    weights: Vec<f64>,
    mean: Vec<f64>,
    square: Vec<f64>,
    steps: i32,
}

impl Adam {
    fn new(length: usize) -> Adam {
        Adam { weights: vec![0.0; length], mean: vec![0.0; length], square: vec![0.0; length], steps: 0 }
    }

    fn step(&mut self, gradient: &[f64], rate: f64) {
        self.steps += 1;
        let (one, two) = (1.0 - 0.9f64.powi(self.steps), 1.0 - 0.999f64.powi(self.steps));
        for (n, &g) in gradient.iter().enumerate() {
            self.mean[n] = 0.9 * self.mean[n] + 0.1 * g;
            self.square[n] = 0.999 * self.square[n] + 0.001 * g * g;
            self.weights[n] -= rate * (self.mean[n] / one) / ((self.square[n] / two).sqrt() + 1e-8);
        }
    }
}

fn product(weights: &[f64], row: &Row) -> f64 {
    weights.iter().zip(row).map(|(w, &f)| w * f64::from(f)).sum::<f64>() / 1000.0
}

fn shares(scores: impl Iterator<Item = f64>) -> Vec<f64> {
    let scores: Vec<f64> = scores.collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

/// Adds the gradient of one list: the shares that the weights give less those that are wanted.
fn list(weights: &[f64], rows: &[Row], gains: &[f32], gradient: &mut [f64]) {
    if rows.len() < 2 {
        return;
    }
    let given = shares(rows.iter().map(|r| product(weights, r)));
    let wanted = shares(gains.iter().map(|&g| f64::from(g / TEMPERATURE)));
    for ((row, g), w) in rows.iter().zip(given).zip(wanted) {
        for (entry, &f) in gradient.iter_mut().zip(row) {
            *entry += (g - w) * f64::from(f) / 1000.0;
        }
    }
}

/// Descends over all examples in small batches, round by round. `add` puts the gradient of one example, by its number, on
/// top of that of its batch; it sees the weights and the rate of the round.
fn descend(
    features: usize,
    examples: usize,
    seed: u64,
    mut add: impl FnMut(&[f64], f64, usize, &mut [f64]),
) -> Vec<f64> {
    let mut adam = Adam::new(features);
    let mut order: Vec<usize> = (0..examples).collect();
    let mut random = Random(seed);
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        let rate = RATE * (1.0 - round as f64 / ROUNDS as f64);
        for batch in order.chunks(BATCH) {
            let mut gradient: Vec<f64> = adam.weights.iter().map(|w| w * DECAY * BATCH as f64).collect();
            batch.iter().for_each(|&n| add(&adam.weights, rate, n, &mut gradient));
            gradient.iter_mut().for_each(|g| *g /= BATCH as f64);
            adam.step(&gradient, rate);
        }
    }
    adam.weights
}

/// Weights that rank the candidates of an article. With `leads`, the sentences behind the lead are a list of their own as
/// well, or nothing would be learned of them.
pub fn learn_ranks(examples: &[Example], leads: bool) -> Vec<f64> {
    descend(COUNT, examples.len(), 20_261_125, |weights, _, n, gradient| {
        let e = &examples[n];
        list(weights, &e.rows, &e.gains, gradient);
        if leads {
            list(weights, &e.rows[e.leads..], &e.gains[e.leads..], gradient);
        }
    })
}

/// The weights of what tells a lead: of the first sentences' features, and of words.
pub fn learn_evidence(without: &[Example], with: &[Example]) -> (Vec<f64>, Vec<f64>) {
    let mut words = vec![0.0f64; LEAD_WORDS];
    let mut squares = vec![1e-8f64; LEAD_WORDS];
    let weights = descend(LEAD_FEATURES, 2 * without.len(), 20_261_126, |weights, rate, n, gradient| {
        let (example, lead) = if n % 2 == 0 { (&without[n / 2], 0.0) } else { (&with[n / 2], 1.0) };
        let error = chance(weights, &words, example) - lead;
        gradient[0] += error;
        for (entry, &f) in gradient[1..].iter_mut().zip(example.rows.iter().take(FIRST).flatten()) {
            *entry += error * f64::from(f) / 1000.0;
        }
        // Words learn each by its own rate (AdaGrad), for each is seen seldom.
        for &w in &example.words {
            let (w, g) = (w as usize, error + WORD_DECAY * words[w as usize]);
            squares[w] += g * g;
            words[w] -= WORD_RATE * rate * g / squares[w].sqrt();
        }
    });
    (weights, words)
}

/// The chance that an article has a lead.
fn chance(weights: &[f64], words: &[f64], example: &Example) -> f64 {
    let own = example.rows.iter().take(FIRST).flatten();
    let seen: f64 = weights[1..].iter().zip(own).map(|(w, &f)| w * f64::from(f)).sum::<f64>() / 1000.0;
    let told: f64 = example.words.iter().map(|&w| words[w as usize]).sum();
    1.0 / (1.0 + (-(weights[0] + seen + told)).exp())
}
