//! Who attests the words of the lexicon: a count in news, a line of a treebank, a dictionary that PyPI has.

use crate::data;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::process::Command;
use vanban::training::symbols;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/words.py");

/// A source and the words that it has, as runs of symbols.
type Source = (String, HashSet<Vec<u32>>);

/// Prints, for each file of the lexicon, how many of its entries each source has, and how many none has; those are listed
/// with `--list`.
pub fn attest(lexicon: &Path, data: &Path, list: bool) -> Result<(), String> {
    let mut sources = sources(data)?;
    sources.push(("running text of news".into(), running_text(lexicon, data)?));
    println!("sources: {}", sources.iter().map(|(n, w)| format!("{n} ({})", w.len())).collect::<Vec<_>>().join(", "));
    let mut files: Vec<_> =
        std::fs::read_dir(lexicon).map_err(|e| e.to_string())?.flatten().map(|f| f.path()).collect();
    files.sort();
    let (mut all, mut alone) = (0, Vec::new());
    for file in files {
        let text = data::text(&file)?;
        let words: Vec<&str> = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
        let by = |word: &&str| sources.iter().any(|(_, has)| has.contains(&symbols(word)));
        let missing: Vec<&str> = words.iter().filter(|w| !by(w)).copied().collect();
        println!("{:<28} {:>6} words, {:>5} attested by none", name(&file), words.len(), missing.len());
        all += words.len();
        alone.extend(missing.into_iter().map(str::to_owned));
    }
    println!("{all} words, {} attested by none", alone.len());
    if list {
        alone.iter().for_each(|w| println!("{w}"));
    }
    Ok(())
}

/// The entries whose syllables stand side by side in the text of news articles.
fn running_text(lexicon: &Path, data: &Path) -> Result<HashSet<Vec<u32>>, String> {
    let mut wanted: HashMap<u32, Vec<Vec<u32>>> = HashMap::new();
    for file in std::fs::read_dir(lexicon).map_err(|e| e.to_string())?.flatten() {
        for word in data::text(&file.path())?.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let run = symbols(word);
            wanted.entry(run[0]).or_default().push(run);
        }
    }
    let mut found = HashSet::new();
    for line in data::text(&data.join("summaries/news-train.jsonl.xz"))?.lines() {
        let record: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = symbols(record["text"].as_str().unwrap_or(""));
        for at in 0..text.len() {
            let begins = wanted.get(&text[at]).into_iter().flatten();
            found.extend(begins.filter(|w| text[at..].starts_with(w)).cloned());
        }
    }
    Ok(found)
}

fn name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn sources(data: &Path) -> Result<Vec<Source>, String> {
    let mut sources: BTreeMap<String, HashSet<Vec<u32>>> = BTreeMap::new();
    for line in data::text(&data.join("segmentation/news-word-counts.tsv"))?.lines().filter(|l| !l.starts_with('#')) {
        let word = line.split('\t').next().unwrap_or("");
        sources.entry("news counts".into()).or_default().insert(symbols(word));
    }
    for file in ["ud-train.txt", "vtb.txt"] {
        let text = data::text(&data.join("segmentation").join(file))?;
        let words = text.split_whitespace().filter(|w| w.contains('_')).map(|w| symbols(&w.replace('_', " ")));
        sources.entry("treebanks".into()).or_default().extend(words);
    }
    let listed = Command::new("python3").arg(SCRIPT).output().map(|o| o.stdout).unwrap_or_default();
    for line in String::from_utf8_lossy(&listed).lines() {
        if let Some((name, word)) = line.split_once('\t') {
            sources.entry(name.to_owned()).or_default().insert(symbols(word));
        }
    }
    if listed.is_empty() {
        println!("skipped: the dictionaries of pyvi and underthesea (pip install pyvi underthesea)");
    }
    Ok(sources.into_iter().collect())
}
