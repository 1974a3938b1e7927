//! The lexicon of the segmenter: the words of `dictionaries/lexicon` and the names of `dictionaries/places`, each with how firmly it holds together in news.

use crate::data;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;
use unicode_normalization::is_nfc;
use vanban::training::symbols;

/// Words that only wider dictionaries list.
const WIDE: &str = "lexicon/compounds.txt";

/// Words as runs of symbols, with their firmness.
pub struct Lexicon {
    words: HashMap<Vec<u32>, u8>,
    longest: HashMap<u32, usize>,
}

/// How often a word stood joined and how often apart.
#[derive(Default, Clone, Copy)]
struct Count {
    joined: usize,
    apart: usize,
    /// The same in the treebanks.
    treebank_joined: usize,
    treebank_apart: usize,
}

impl Lexicon {
    /// Reads all word lists and counts their words in the news corpus.
    pub fn load(dictionaries: &Path, data: &Path) -> Result<Lexicon, String> {
        let mut counts: BTreeMap<Vec<u32>, Count> = BTreeMap::new();
        let wide: HashSet<Vec<u32>> = words_of(&dictionaries.join(WIDE))?.iter().map(|w| symbols(w)).collect();
        for word in words(&dictionaries.join("lexicon"))?.into_iter().chain(words(&dictionaries.join("places"))?) {
            let run = symbols(&word);
            if (2..=vanban::training::LONGEST).contains(&run.len()) {
                counts.insert(run, Count::default());
            }
        }
        let mut longest = HashMap::new();
        for run in counts.keys() {
            let most = longest.entry(run[0]).or_insert(0);
            *most = run.len().max(*most);
        }
        // Lines that are not NFC were cut up wrongly by the segmenter that made this corpus.
        for line in data::text(&data.join("segmentation/news.txt.xz"))?.lines().filter(|l| is_nfc(l)) {
            tally(&data::sentence(line), &longest, |run, within| {
                if let Some(count) = counts.get_mut(run) {
                    if within { count.joined += 1 } else { count.apart += 1 }
                }
            });
        }
        for file in ["ud-train.txt", "vtb.txt"] {
            for sentence in data::sentences(&data.join("segmentation").join(file))? {
                tally(&sentence, &longest, |run, within| {
                    if let Some(count) = counts.get_mut(run) {
                        if within { count.treebank_joined += 1 } else { count.treebank_apart += 1 }
                    }
                });
            }
        }
        let firmness = |run: &Vec<u32>, count| {
            let own = firmness(count)?;
            Some(if wide.contains(run) { 5 + u8::from(own >= 2) } else { own })
        };
        let words = counts.into_iter().filter_map(|(run, c)| firmness(&run, c).map(|f| (run, f))).collect();
        Ok(Lexicon { words, longest })
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn has(&self, word: &[u32]) -> bool {
        self.words.contains_key(word)
    }

    /// The words that begin at a place, the shorter before the longer: length and firmness.
    pub fn at<'a>(&'a self, symbols: &'a [u32]) -> impl Iterator<Item = (usize, u8)> + 'a {
        let most = symbols.first().and_then(|s| self.longest.get(s)).copied().unwrap_or(0).min(symbols.len());
        (2..=most).filter_map(|n| Some((n, *self.words.get(&symbols[..n])?)))
    }

    pub fn words(&self) -> impl Iterator<Item = (&Vec<u32>, u8)> {
        self.words.iter().map(|(run, f)| (run, *f))
    }
}

/// The entries of all files of a folder.
fn words(folder: &Path) -> Result<Vec<String>, String> {
    let mut files: Vec<_> = fs::read_dir(folder).map_err(|e| e.to_string())?.flatten().map(|f| f.path()).collect();
    files.sort();
    let mut all = Vec::new();
    for file in &files {
        all.extend(words_of(file)?);
    }
    Ok(all)
}

/// The entries of a file: a list has one a line, a table has it in its first column.
fn words_of(file: &Path) -> Result<Vec<String>, String> {
    let text = data::text(file)?;
    let entries = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    Ok(entries.filter_map(|l| l.split('\t').next()).map(str::to_owned).collect())
}

/// Tells `each` of every lexicon-length run of a sentence that is one whole word, or that is no part of one.
fn tally(sentence: &data::Sentence, longest: &HashMap<u32, usize>, mut each: impl FnMut(&[u32], bool)) {
    let inner = &sentence.line.symbols[1..sentence.line.symbols.len() - 1];
    let joins = &sentence.joins;
    for at in 0..inner.len() {
        let most = longest.get(&inner[at]).copied().unwrap_or(0).min(inner.len() - at);
        for length in 2..=most {
            let within = joins[at..at + length - 1].iter().all(|&j| j);
            let before = at > 0 && joins[at - 1];
            let after = joins.get(at + length - 1).copied().unwrap_or(false);
            if !within || !(before || after) {
                each(&inner[at..at + length], within);
            }
        }
    }
}

/// 0 never counted, 1 mostly apart, 2 mixed, 3 together in a few places, 4 together in many; `None` for what is listed but
/// that running text always keeps apart: the treebanks' notion of a word is narrower than a dictionary's.
fn firmness(count: Count) -> Option<u8> {
    let all = count.joined + count.apart;
    let share = count.joined * 100 / all.max(1);
    let treebank = count.treebank_joined + count.treebank_apart;
    if count.treebank_apart >= 3 && count.treebank_joined * 10 < treebank * 3 {
        return None;
    }
    match (all, share) {
        (0, _) => Some(0),
        (_, 0) if count.joined == 0 && count.treebank_joined == 0 => None,
        (_, 0..60) => Some(1),
        (_, 60..97) => Some(2),
        (1..8, _) => Some(3),
        _ => Some(4),
    }
}
