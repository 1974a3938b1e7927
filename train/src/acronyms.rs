//! The model of the words around acronyms: for each sense of an ambiguous form a linear classifier, learned where its
//! expansion is spelled out, against the other senses of the form and against words in capitals of any kind.

use crate::data;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use vanban::training::acronyms::{Example, Learned, Sense, examples, senses, write};

/// The weight that one unit of the integer scale stands for.
const UNIT: f32 = 1.0 / 32.0;
/// The most places that are used of each kind.
const MOST: usize = 3000;
/// The fewest places that a sense is learned from.
const FEWEST: usize = 12;
/// The most features that are kept of a sense.
const KEPT: usize = 160;

/// Learns the model and writes it, or checks that the file is what the data give.
pub fn train(data: &Path, check: bool) -> Result<(), String> {
    let articles = data::text(&data.join("summaries/news-train.jsonl.xz"))?;
    let mut all: Vec<Example> = Vec::new();
    for line in articles.lines() {
        let record: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let fields = ["title", "abstract", "text"].map(|f| record[f].as_str().unwrap_or(""));
        all.extend(examples(&fields.join("\n\n")));
    }
    let learned = learn(&senses(), &all);
    println!("{} senses, {} weights", learned.len(), learned.iter().map(|l| l.2.len()).sum::<usize>());
    let bytes = write(learned);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dictionaries/models/acronyms.bin");
    if check {
        let same = std::fs::read(&path).is_ok_and(|old| old == bytes);
        return if same { Ok(()) } else { Err(format!("{} is not what the data give", path.display())) };
    }
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

fn learn(senses: &[Sense], all: &[Example]) -> Vec<Learned> {
    let mut places: HashMap<u32, Vec<&Example>> = HashMap::new();
    let mut capitals: Vec<&Example> = Vec::new();
    for example in all {
        match example.senses.as_slice() {
            [] => capitals.push(example),
            several => several.iter().for_each(|s| places.entry(*s).or_default().push(example)),
        }
    }
    let background = strided(&capitals, MOST);
    let mut learned = Vec::new();
    for sense in senses {
        let Some(own) = places.get(&sense.number).filter(|own| own.len() >= FEWEST) else { continue };
        let others: Vec<&Example> = senses
            .iter()
            .filter(|s| s.form == sense.form && s.number != sense.number)
            .flat_map(|s| strided(places.get(&s.number).map_or(&[], Vec::as_slice), MOST / 3))
            .collect();
        learned.extend(one(sense, &strided(own, MOST), &others, &background));
    }
    learned
}

/// At most `most` of the items, evenly spread.
fn strided<'a>(items: &[&'a Example], most: usize) -> Vec<&'a Example> {
    let step = items.len().div_ceil(most).max(1);
    items.iter().step_by(step).copied().collect()
}

/// A logistic regression with AdaGrad, in a fixed order.
fn one(sense: &Sense, own: &[&Example], others: &[&Example], background: &[&Example]) -> Option<Learned> {
    let share = if others.is_empty() { [1.0, 0.0, 1.0] } else { [1.0, 0.6, 0.4] };
    let total = 2000.0;
    let groups = [(own, 1.0, share[0]), (others, -1.0, share[1]), (background, -1.0, share[2])];
    let mut samples: Vec<(&Example, f32, f32)> = Vec::new();
    for (items, label, part) in groups {
        let weight = part * total / items.len().max(1) as f32;
        samples.extend(items.iter().map(|e| (*e, label, weight.min(3.0))));
    }
    // A fixed shuffle: by a hash of the place.
    let mut order: Vec<usize> = (0..samples.len()).collect();
    order.sort_by_key(|&n| ((n as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15), n));
    let mut weights: HashMap<u32, (f32, f32)> = HashMap::new();
    let (mut bias, mut bias_sum) = (0.0f32, 1.0f32);
    for _ in 0..6 {
        for &n in &order {
            let (example, label, cost) = samples[n];
            let sum: f32 = bias + example.features.iter().filter_map(|f| weights.get(f)).map(|w| w.0).sum::<f32>();
            let gradient = -label * cost / (1.0 + (label * sum).exp());
            bias_sum += gradient * gradient;
            bias -= 0.3 * gradient / bias_sum.sqrt();
            for feature in &example.features {
                let (weight, squares) = weights.entry(*feature).or_insert((0.0, 1.0));
                let slope = gradient + 0.004 * *weight;
                *squares += slope * slope;
                *weight -= 0.3 * slope / squares.sqrt();
            }
        }
    }
    let mut kept: Vec<(u32, i8)> = weights
        .iter()
        .map(|(f, w)| (*f, (w.0 / UNIT).round().clamp(-127.0, 127.0) as i8))
        .filter(|(_, w)| w.unsigned_abs() >= 6)
        .collect();
    kept.sort_by_key(|(f, w)| (std::cmp::Reverse(w.unsigned_abs()), *f));
    kept.truncate(KEPT);
    Some((sense.key, (bias / UNIT).round().clamp(-3000.0, 3000.0) as i16, kept))
}
