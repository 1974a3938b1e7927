//! The segmenter: how it is learned, measured and written.

mod learn;
mod lexicon;
mod missing;

use crate::data::{self, Sentence};
use crate::score::{Counts, count, interval, scores};
use learn::{Learned, learn};
use lexicon::Lexicon;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use vanban::Analyzer;

/// The weight that one unit of the integer scale stands for.
const UNIT: f32 = 1.0 / 64.0;

pub fn dictionaries() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dictionaries")
}

/// The training sentences: the UD training part five times, for it is the convention that is asked for.
fn training(data: &Path, treebank: bool) -> Result<Vec<Sentence>, String> {
    let mut all = Vec::new();
    for _ in 0..5 {
        all.extend(data::sentences(&data.join("segmentation/ud-train.txt"))?);
    }
    if treebank {
        all.extend(data::sentences(&data.join("segmentation/vtb.txt"))?);
    }
    Ok(all)
}

/// Learns the model and writes it, or checks that the file is what the data give.
pub fn train(data: &Path, check: bool) -> Result<(), String> {
    let lexicon = Lexicon::load(&dictionaries(), data)?;
    let sentences = training(data, true)?;
    let learned = learn(&sentences.iter().collect::<Vec<_>>(), &lexicon);
    let bytes = vanban::training::write(&learned.parts(&lexicon), UNIT);
    let path = dictionaries().join("models/segment.bin");
    if check {
        let same = fs::read(&path).is_ok_and(|b| b == bytes);
        return if same {
            Ok(())
        } else {
            Err(format!("{} is not what the data give: run train segment", path.display()))
        };
    }
    fs::write(&path, &bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("{} words in the lexicon; {} bytes written to {}", lexicon.len(), bytes.len(), path.display());
    Ok(())
}

/// The built-in segmenter on UD dev, and a model without vtb.txt beside it. Gives the first one's F1.
pub fn eval(data: &Path) -> Result<f64, String> {
    let dev = data::sentences(&data.join("segmentation/ud-dev.txt"))?;
    let vb = Analyzer::new();
    let built_in: Vec<Counts> = dev.iter().map(|s| count(&s.joins, &tokens_of(&vb, s))).collect();
    print("built-in model, UD dev", &built_in);
    let lexicon = Lexicon::load(&dictionaries(), data)?;
    for (name, treebank) in
        [("learned with vtb.txt, exact weights, UD dev", true), ("learned without vtb.txt, UD dev", false)]
    {
        let sentences = training(data, treebank)?;
        let learned = learn(&sentences.iter().collect::<Vec<_>>(), &lexicon);
        print(name, &measure(&dev, &learned, &lexicon));
    }
    kinds(&dev, &built_in);
    let lenient: Vec<Counts> = dev.iter().map(|s| count(&s.joins, &as_in_gold(s, &tokens_of(&vb, s)))).collect();
    print("the same, had numbers, dates and codes the treebank's own boundaries", &lenient);
    Ok(scores(&built_in).f1)
}

/// The joins that were found, with the gold's wherever a typed token decided: what it costs to put the reader first.
fn as_in_gold(sentence: &Sentence, found: &[bool]) -> Vec<bool> {
    let decided = |n: usize| sentence.line.fixed[n].is_some();
    (0..found.len()).map(|n| if decided(n) { sentence.joins[n] } else { found[n] }).collect()
}

/// The joins of the library's own tokens.
fn tokens_of(vb: &Analyzer, sentence: &Sentence) -> Vec<bool> {
    let doc = vb.read(&sentence.text);
    let ends: HashSet<usize> = doc.tokens().map(|t| t.span.end()).collect();
    sentence.line.spans[..sentence.joins.len()].iter().map(|s| !ends.contains(&s.end())).collect()
}

fn print(name: &str, counts: &[Counts]) {
    let (s, (low, high)) = (scores(counts), interval(counts));
    println!("{name}: P {:.2} R {:.2} F1 {:.2} [{low:.2}, {high:.2}]", s.precision, s.recall, s.f1);
}

fn measure(sentences: &[Sentence], learned: &Learned, lexicon: &Lexicon) -> Vec<Counts> {
    sentences.iter().map(|s| count(&s.joins, &learned.predict(s, lexicon))).collect()
}

/// Whole sentences that came out right.
fn kinds(dev: &[Sentence], counts: &[Counts]) {
    let exact = counts.iter().filter(|c| c.right == c.gold && c.gold == c.found).count();
    println!("sentences wholly right: {exact} of {}", dev.len());
}

/// Five folds of the training data: accuracy, and which of the held-out words of several syllables were known.
pub fn crossval(data: &Path) -> Result<(), String> {
    let lexicon = Lexicon::load(&dictionaries(), data)?;
    let mut all = data::sentences(&data.join("segmentation/ud-train.txt"))?;
    all.extend(data::sentences(&data.join("segmentation/vtb.txt"))?);
    let mut counts = Vec::new();
    let mut missing = missing::Table::default();
    for fold in 0..5 {
        let kept: Vec<&Sentence> = all.iter().enumerate().filter(|(n, _)| n % 5 != fold).map(|(_, s)| s).collect();
        let learned = learn(&kept, &lexicon);
        let seen = missing::words(&kept);
        for (_, s) in all.iter().enumerate().filter(|(n, _)| n % 5 == fold) {
            let found = learned.predict(s, &lexicon);
            missing.add(s, &found, |word| (lexicon.has(word), seen.contains(word)));
            counts.push(count(&s.joins, &found));
        }
    }
    print("five folds of UD train and vtb.txt (words of the lexicon not held out)", &counts);
    missing.print();
    Ok(())
}

/// The sentence splitter on UD dev joined ten by ten: boundary F1.
pub fn sentences(data: &Path) -> Result<f64, String> {
    let vb = Analyzer::new();
    let (mut right, mut gold, mut found) = (0, 0, 0);
    for line in data::text(&data.join("segmentation/ud-dev-joined.jsonl"))?.lines() {
        let record: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = record["text"].as_str().unwrap_or("");
        let ends: BTreeSet<usize> =
            record["ends"].as_array().into_iter().flatten().filter_map(|e| e.as_u64()).map(|e| e as usize).collect();
        let doc = vb.read(text);
        let mine: BTreeSet<usize> = doc.sentences().map(|s| doc.chars(s).end()).collect();
        right += mine.intersection(&ends).count();
        gold += ends.len();
        found += mine.len();
    }
    let s = scores(&[Counts { right, gold, found }]);
    println!("sentence ends on UD dev joined: P {:.2} R {:.2} F1 {:.2} ({gold} ends)", s.precision, s.recall, s.f1);
    Ok(s.f1)
}
