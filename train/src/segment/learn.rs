//! An averaged perceptron over the boundaries between atoms, with a margin (Collins 2002; Freund and Schapire 1999).

use super::lexicon::Lexicon;
use crate::data::Sentence;
use crate::score::Random;
use std::collections::{BTreeMap, HashMap};
use vanban::training::{ACROSS, BESIDE, LexiconView, Parts, RunWeights, SHAPES, joint, shapes};

const EPOCHS: usize = 12;
const MARGIN: f32 = 2.0;
/// So many perceptrons, each with its own order of the sentences, are averaged: one alone depends on the order.
const ROUNDS: u64 = 5;
/// Of a thousand lexicon words so many are hidden at each place in training, so that the model learns to do without:
/// real text has words that no lexicon lists. Words that were counted nowhere in news are hidden more often, for they are
/// in the lexicon because they are in the training text.
const HIDDEN: u64 = 40;
const HIDDEN_UNCOUNTED: u64 = 320;

/// A feature: a run of symbols (with its place before the boundary), or a cell of a table.
type Feature = u32;

/// Features by number; each kind has its own table.
#[derive(Default)]
struct Alphabet {
    runs: HashMap<(u8, Vec<u32>), Feature>,
    cells: HashMap<(u8, u32), Feature>,
    size: u32,
}

/// Runs: how long, and how many symbols of the window lie before them.
const RUNS: [(usize, usize); 9] = [(1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1)];

/// Tables of shapes (which of the four count) and of the lexicon (which of before, after, across count).
const SHAPE_MASKS: [[bool; 4]; 4] =
    [[false, true, true, false], [true, true, true, false], [false, true, true, true], [true, true, true, true]];
const LEXICON_MASKS: [[bool; 3]; 7] = [
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [true, false, true],
    [false, true, true],
    [true, true, false],
    [true, true, true],
];

/// What was learned.
pub struct Learned {
    alphabet: Alphabet,
    weights: Vec<f32>,
}

impl Alphabet {
    fn number<K: std::hash::Hash + Eq>(
        table: &mut HashMap<K, Feature>,
        size: &mut u32,
        key: K,
        grow: bool,
    ) -> Option<Feature> {
        if let Some(&n) = table.get(&key) {
            return Some(n);
        }
        if !grow {
            return None;
        }
        *size += 1;
        table.insert(key, *size - 1);
        Some(*size - 1)
    }

    /// The features of the boundary after atom `n`.
    fn features(&mut self, s: &Sentence, n: usize, view: &LexiconView, grow: bool, out: &mut Vec<Feature>) {
        out.clear();
        let window = &s.line.symbols[n..n + 4.min(s.line.symbols.len() - n)];
        for (kind, &(length, skip)) in RUNS.iter().enumerate() {
            if let Some(run) = window.get(skip..skip + length) {
                let key = (kind as u8, run.to_vec());
                out.extend(Alphabet::number(&mut self.runs, &mut self.size, key, grow));
            }
        }
        let four: [u8; 4] = std::array::from_fn(|k| s.line.shapes[n + k]);
        for (kind, mask) in SHAPE_MASKS.iter().enumerate() {
            out.extend(Alphabet::number(&mut self.cells, &mut self.size, (kind as u8, shape_cell(four, mask)), grow));
        }
        for (kind, mask) in LEXICON_MASKS.iter().enumerate() {
            let key = (8 + kind as u8, lexicon_cell(view.at(n), mask));
            out.extend(Alphabet::number(&mut self.cells, &mut self.size, key, grow));
        }
    }
}

fn shape_cell(four: [u8; 4], mask: &[bool; 4]) -> u32 {
    shapes(std::array::from_fn(|k| if mask[k] { four[k] } else { 0 })) as u32
}

fn lexicon_cell(view: [u8; 3], mask: &[bool; 3]) -> u32 {
    joint(std::array::from_fn(|k| if mask[k] { view[k] } else { 0 })) as u32
}

/// The lexicon's words in a sentence, without those that `hidden` hides.
fn view(s: &Sentence, lexicon: &Lexicon, hidden: impl Fn(usize, usize, u8) -> bool) -> LexiconView {
    let inner = &s.line.symbols[1..s.line.symbols.len() - 1];
    let mut view = LexiconView::default();
    view.reset(inner.len());
    for at in 0..inner.len() {
        for (length, firmness) in lexicon.at(&inner[at..]).filter(|&(l, f)| !hidden(at, l, f)) {
            view.add(at, length, firmness);
        }
    }
    view
}

/// Whether a word is hidden at a place in training; the same on every run.
fn is_hidden(sentence: usize, at: usize, length: usize, firmness: u8) -> bool {
    let hash = [sentence, at, length].iter().fold(0u64, |h, &n| vanban::training::grow(h, n as u32));
    (hash >> 20) % 1000 < if firmness == 0 { HIDDEN_UNCOUNTED } else { HIDDEN }
}

/// Learns from sentences.
pub fn learn(sentences: &[&Sentence], lexicon: &Lexicon) -> Learned {
    let mut alphabet = Alphabet::default();
    let mut examples: Vec<Vec<(bool, Vec<Feature>)>> = Vec::with_capacity(sentences.len());
    for (number, s) in sentences.iter().enumerate() {
        let view = view(s, lexicon, |at, length, firmness| is_hidden(number, at, length, firmness));
        let open = (0..s.joins.len()).filter(|&n| s.line.fixed[n].is_none());
        examples.push(
            open.map(|n| {
                let mut features = Vec::new();
                alphabet.features(s, n, &view, true, &mut features);
                (s.joins[n], features)
            })
            .collect(),
        );
    }
    let size = alphabet.size as usize;
    let mut weights = vec![0.0; size];
    for round in 0..ROUNDS {
        let own = perceptron(&examples, size, 7919 * (round + 1));
        weights.iter_mut().zip(own).for_each(|(sum, w)| *sum += w / ROUNDS as f32);
    }
    Learned { alphabet, weights }
}

/// The averaged weights of one run.
fn perceptron(examples: &[Vec<(bool, Vec<Feature>)>], size: usize, seed: u64) -> Vec<f32> {
    let (mut now, mut sum, mut since) = (vec![0f32; size], vec![0f64; size], vec![0u32; size]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(seed);
    let mut step = 0u32;
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for (join, features) in order.iter().flat_map(|&n| &examples[n]) {
            step += 1;
            let wanted = if *join { 1.0 } else { -1.0 };
            let score: f32 = features.iter().map(|&f| now[f as usize]).sum();
            if score * wanted <= MARGIN {
                for &f in features {
                    let f = f as usize;
                    sum[f] += f64::from(now[f]) * f64::from(step - since[f]);
                    since[f] = step;
                    now[f] += wanted;
                }
            }
        }
    }
    (0..size).map(|f| ((sum[f] + f64::from(now[f]) * f64::from(step - since[f])) / f64::from(step)) as f32).collect()
}

impl Learned {
    /// The joins of a sentence.
    pub fn predict(&self, s: &Sentence, lexicon: &Lexicon) -> Vec<bool> {
        let view = view(s, lexicon, |_, _, _| false);
        (0..s.joins.len()).map(|n| s.line.fixed[n].unwrap_or_else(|| self.score(s, n, &view) > 0.0)).collect()
    }

    fn score(&self, s: &Sentence, n: usize, view: &LexiconView) -> f32 {
        let window = &s.line.symbols[n..n + 4];
        let runs = RUNS.iter().enumerate().map(|(kind, &(length, skip))| {
            let key = (kind as u8, window[skip..skip + length].to_vec());
            self.alphabet.runs.get(&key).map_or(0.0, |&f| self.weights[f as usize])
        });
        let four: [u8; 4] = std::array::from_fn(|k| s.line.shapes[n + k]);
        let shapes = SHAPE_MASKS.iter().enumerate().map(|(kind, m)| self.cell(kind as u8, shape_cell(four, m)));
        let lexicon =
            LEXICON_MASKS.iter().enumerate().map(|(kind, m)| self.cell(8 + kind as u8, lexicon_cell(view.at(n), m)));
        runs.chain(shapes).chain(lexicon).sum()
    }

    fn cell(&self, kind: u8, cell: u32) -> f32 {
        self.alphabet.cells.get(&(kind, cell)).map_or(0.0, |&f| self.weights[f as usize])
    }

    /// The weights merged as the model file holds them.
    pub fn parts(&self, lexicon: &Lexicon) -> Parts {
        Parts { runs: self.runs(lexicon), shapes: self.shapes(), lexicon: self.views() }
    }

    fn runs(&self, lexicon: &Lexicon) -> BTreeMap<Vec<u32>, RunWeights> {
        let mut runs: BTreeMap<Vec<u32>, RunWeights> = BTreeMap::new();
        for ((kind, run), &f) in &self.alphabet.runs {
            let (_, skip) = RUNS[usize::from(*kind)];
            // Weights too small to turn any decision are not kept.
            if self.weights[f as usize].abs() >= SMALLEST {
                runs.entry(run.clone()).or_default().weights[skip] = self.weights[f as usize];
            }
        }
        for (run, firmness) in lexicon.words() {
            runs.entry(run.clone()).or_default().word = Some(firmness);
        }
        for run in runs.keys().cloned().collect::<Vec<_>>() {
            for length in 2..run.len() {
                runs.entry(run[..length].to_vec()).or_default().continues = true;
            }
        }
        runs
    }

    fn shapes(&self) -> Vec<f32> {
        let digits = |n: usize| {
            [n / SHAPES.pow(3), n / SHAPES.pow(2) % SHAPES, n / SHAPES % SHAPES, n % SHAPES].map(|d| d as u8)
        };
        let sum =
            |n| SHAPE_MASKS.iter().enumerate().map(|(kind, m)| self.cell(kind as u8, shape_cell(digits(n), m))).sum();
        (0..SHAPES.pow(4)).map(sum).collect()
    }

    fn views(&self) -> Vec<f32> {
        let digits = |n: usize| [n / ACROSS / BESIDE, n / ACROSS % BESIDE, n % ACROSS].map(|d| d as u8);
        let sum = |n| {
            LEXICON_MASKS
                .iter()
                .enumerate()
                .map(|(kind, m)| self.cell(8 + kind as u8, lexicon_cell(digits(n), m)))
                .sum()
        };
        (0..BESIDE * BESIDE * ACROSS).map(sum).collect()
    }
}

/// The smallest weight of a run that is kept.
const SMALLEST: f32 = 0.4;
