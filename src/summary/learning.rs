//! What the `train` crate sees of summaries: features of candidates, evidence of a lead, and how the file is written.

use super::features;
pub use super::features::{COUNT, Row};
use super::lead;
pub use super::model::{COARSE, FIRST, LEAD_FEATURES, LEAD_WORDS, Model};
use super::model::{MAGIC, SETS, VERSION};
use super::sheet::{Sheet, Title};
use super::words::Words;
use super::{Lead, Limit, Summarizer, rank};
use crate::Analyzer;
use crate::scan::scan;
use crate::span::Span;

/// A text as the ranker sees it.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// Where its candidates stand.
    pub spans: Vec<Span>,
    /// Their features.
    pub rows: Vec<Row>,
    /// The places of the words that are evidence of a lead.
    pub lead_words: Vec<u32>,
}

/// What the ranker sees of a text; an empty title is none.
pub fn see(vb: &Analyzer, text: &str, title: &str, model: &'static Model) -> Seen {
    let doc = vb.read(text);
    let mut words = Words::for_atoms(doc.atoms().len(), model);
    let title = Title::new(&[&scan(title)], &mut words);
    let sheet = Sheet::new(&doc, title, &mut words);
    let rows = features::rows(&doc, &sheet, &words);
    let mut lead_words = Vec::new();
    lead::for_words(&doc, &sheet, |place| lead_words.push(place as u32));
    Seen { spans: sheet.candidates.iter().map(|c| doc.source_span(&c.atoms)).collect(), rows, lead_words }
}

/// What was learned: weight sets (without a title: no lead, lead; with one: no lead, lead), then the evidence of a lead
/// without and with a title.
#[derive(Debug, Default, Clone)]
pub struct Learned {
    /// Weights of the features.
    pub sets: Vec<Vec<f64>>,
    /// An offset and weights of the features of the first sentences.
    pub lead: Vec<Vec<f64>>,
    /// Weights of words.
    pub lead_words: Vec<Vec<f64>>,
}

/// How rare each syllable is in so many documents, a byte each: from the number of documents in which it stands.
pub fn rarities(texts: impl Iterator<Item = String>) -> Vec<u8> {
    let mut counts = vec![0u32; 1 << 16];
    let mut documents = 0u32;
    for text in texts {
        documents += 1;
        let mut keys: Vec<u32> = scan(&text).iter().map(|a| a.id()).filter(|id| *id < 1 << 16).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| counts[key as usize] += 1);
    }
    let last = counts.iter().rposition(|&c| c > 0).map_or(0, |n| n + 1);
    let rarity = |&count: &u32| (f64::from(documents.max(1)) / f64::from(count.max(1))).ln() * 16.0;
    counts[..last].iter().map(|c| rarity(c).round().clamp(0.0, 255.0) as u8).collect()
}

/// The bytes of a model file.
pub fn write(learned: &Learned, rarities: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for word in [VERSION, COUNT as u32, rarities.len() as u32, 0] {
        bytes.extend(word.to_le_bytes());
    }
    let scale = super::rank::SCALE as f64;
    let fixed = |w: f64| ((w * scale / 1000.0).round().clamp(-2e9, 2e9) as i32).to_le_bytes();
    let table = |of: &[Vec<f64>], n: usize, length: usize| -> Vec<f64> {
        let mut own = of.get(n).cloned().unwrap_or_default();
        own.resize(length, 0.0);
        own
    };
    for n in 0..SETS {
        table(&learned.sets, n, COUNT).into_iter().for_each(|w| bytes.extend(fixed(w)));
    }
    for n in 0..2 {
        table(&learned.lead, n, LEAD_FEATURES).into_iter().for_each(|w| bytes.extend(fixed(w)));
    }
    for n in 0..2 {
        let byte = |w: f64| (w * scale / COARSE as f64).round().clamp(-127.0, 127.0) as i8 as u8;
        bytes.extend(table(&learned.lead_words, n, LEAD_WORDS).into_iter().map(byte));
    }
    bytes.extend(rarities);
    bytes
}

/// The model of bytes that were just written.
///
/// # Errors
/// As for any model file.
pub fn open(bytes: Vec<u8>) -> Result<&'static Model, crate::Error> {
    Model::open(bytes.leak()).map(|model| &*Box::leak(Box::new(model)))
}

/// The sum of what a model gives to the candidates of a text.
///
/// # Errors
/// Bytes that are no model.
pub fn scores(vb: &Analyzer, text: &str, bytes: &'static [u8]) -> Result<i64, crate::Error> {
    let model: &'static Model = Model::open(bytes).map(|model| &*Box::leak(Box::new(model)))?;
    let doc = vb.read(text);
    let mut words = Words::for_atoms(doc.atoms().len(), model);
    let title = rank::title(&doc, &Summarizer::new(Limit::Sentences(3)), &mut words);
    let sheet = Sheet::new(&doc, title, &mut words);
    let ranked = rank::Ranked::new(&doc, sheet, &words, Lead::Auto, model);
    let shown = |n: usize| i64::from(ranked.shown(n)) + ranked.parts(n).iter().map(|p| i64::from(p.score)).sum::<i64>();
    Ok((0..ranked.scores.len()).map(shown).sum())
}
