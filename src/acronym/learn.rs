//! What the `train` crate needs to learn the model of contexts; not part of the public interface.

use super::context;
use crate::dictionary::Expand;
use crate::dictionary::index::{self, Entry, SignKind};
use crate::scan::{Case, scan};

/// A place in a text with its features.
#[derive(Debug, Clone)]
pub struct Example {
    /// The senses whose expansion stands there; none where a short form stands.
    pub senses: Vec<u32>,
    /// The features of the place.
    pub features: Vec<u32>,
}

/// A sense that context has to tell from others.
#[derive(Debug, Clone)]
pub struct Sense {
    /// Its number among the senses of the dictionaries.
    pub number: u32,
    /// Its key in the model.
    pub key: u32,
    /// The form, by the number of its entry.
    pub form: usize,
    /// The form and the expansion, for reports.
    pub name: String,
}

fn is_weighed(entry: &Entry) -> bool {
    !entry.senses.is_empty()
        && entry.expand != Expand::Never
        && (entry.senses.len() > 1 || entry.expand == Expand::Context)
}

/// The senses that are to be learned.
pub fn senses() -> Vec<Sense> {
    let weighed = index::built_in().entries().iter().enumerate().filter(|(_, e)| is_weighed(e));
    weighed
        .flat_map(|(form, entry)| {
            entry.senses.iter().map(move |s| Sense {
                number: s.number,
                key: s.key,
                form,
                name: format!("{} {}", entry.form, s.expansion),
            })
        })
        .collect()
}

/// The places of a text where an expansion is spelled out or a word in capitals stands.
pub fn examples(text: &str) -> Vec<Example> {
    let atoms = scan(text);
    let mut found = Vec::new();
    for at in 0..atoms.len() {
        for (length, signs) in index::built_in().signs(&atoms[at..]) {
            let senses: Vec<u32> = signs.iter().filter(|s| s.kind == SignKind::LongForm).map(|s| s.sense).collect();
            if length > 1 && !senses.is_empty() {
                let mut features = Vec::new();
                context::features(&atoms, &(at..at + length), &mut features);
                found.push(Example { senses, features });
            }
        }
        if atoms[at].is_word() && atoms[at].case == Case::Upper {
            let mut features = Vec::new();
            context::features(&atoms, &(at..at + 1), &mut features);
            found.push(Example { senses: Vec::new(), features });
        }
    }
    found
}

/// What was learned for a sense: its key, its bias, its features with their weights.
pub type Learned = (u32, i16, Vec<(u32, i8)>);

/// The bytes of a model file.
pub fn write(mut senses: Vec<Learned>) -> Vec<u8> {
    senses.sort_by_key(|s| s.0);
    senses.dedup_by_key(|s| s.0);
    let mut bytes = context::MAGIC.to_vec();
    bytes.extend(context::VERSION.to_le_bytes());
    bytes.extend((senses.len() as u32).to_le_bytes());
    let mut first = 0u32;
    for (key, bias, weights) in &senses {
        bytes.extend(key.to_le_bytes());
        bytes.extend(first.to_le_bytes());
        bytes.extend((weights.len() as u32).to_le_bytes());
        bytes.extend(bias.to_le_bytes());
        first += weights.len() as u32;
    }
    for (_, _, mut weights) in senses {
        weights.sort_unstable();
        for (feature, weight) in weights {
            bytes.extend(feature.to_le_bytes());
            bytes.push(weight as u8);
        }
    }
    bytes
}

/// The sum of what a model says for every sense at every word of a text.
///
/// # Errors
/// Bytes that are no model.
pub fn scores(text: &str, bytes: &'static [u8]) -> Result<i64, crate::Error> {
    let model = context::Model::open(bytes)?;
    let keys: Vec<u32> = senses().iter().map(|s| s.key).collect();
    let atoms = scan(text);
    let (mut features, mut sum) = (Vec::new(), 0);
    for at in 0..atoms.len().min(64) {
        context::features(&atoms, &(at..at + 1), &mut features);
        sum += keys.iter().filter_map(|&key| model.score(key, &features)).map(i64::from).sum::<i64>();
    }
    Ok(sum)
}
