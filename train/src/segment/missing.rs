//! Which words of several syllables a held-out text has that neither lexicon nor training text knows, by kind.

use crate::data::Sentence;
use std::collections::{BTreeMap, HashSet};

/// Words by what they look like and by who knows them, with how many there were and how many came out whole.
#[derive(Default)]
pub struct Table(BTreeMap<(&'static str, &'static str), [usize; 2]>);

/// The words of several syllables in sentences, as runs of symbols.
pub fn words(sentences: &[&Sentence]) -> HashSet<Vec<u32>> {
    let of = |s: &Sentence| ranges(&s.joins).into_iter().map(|r| symbols(s, &r).to_vec()).collect::<Vec<_>>();
    sentences.iter().flat_map(|s| of(s)).collect()
}

/// The runs of joined atoms.
fn ranges(joins: &[bool]) -> Vec<std::ops::Range<usize>> {
    let (mut ranges, mut start) = (Vec::new(), 0);
    for (n, join) in joins.iter().chain([&false]).enumerate() {
        if !join {
            ranges.extend((n > start).then_some(start..n + 1));
            start = n + 1;
        }
    }
    ranges
}

fn symbols<'a>(sentence: &'a Sentence, range: &std::ops::Range<usize>) -> &'a [u32] {
    &sentence.line.symbols[range.start + 1..range.end + 1]
}

impl Table {
    /// Counts the words of a sentence; `known` tells whether the lexicon and the training text have one.
    pub fn add(&mut self, sentence: &Sentence, found: &[bool], known: impl Fn(&[u32]) -> (bool, bool)) {
        for range in ranges(&sentence.joins) {
            let who = match known(symbols(sentence, &range)) {
                (true, _) => "lexicon",
                (false, true) => "training text",
                (false, false) => "nobody",
            };
            let inner = found[range.start..range.end - 1].iter().all(|&j| j);
            let alone =
                (range.start == 0 || !found[range.start - 1]) && !found.get(range.end - 1).copied().unwrap_or(false);
            let cell = self.0.entry((kind(sentence, &range), who)).or_default();
            cell[0] += 1;
            cell[1] += usize::from(inner && alone);
        }
    }

    pub fn print(&self) {
        println!("{:<22} {:<14} {:>7} {:>7} {:>7}", "words of syllables >1", "known to", "words", "whole", "recall");
        for ((kind, who), [all, whole]) in &self.0 {
            println!("{kind:<22} {who:<14} {all:>7} {whole:>7} {:>6.1}%", 100.0 * *whole as f64 / *all as f64);
        }
    }
}

fn kind(sentence: &Sentence, range: &std::ops::Range<usize>) -> &'static str {
    let spans = &sentence.line.spans[range.clone()];
    let first = |n: usize| spans[n].of(&sentence.text).chars().next().unwrap_or(' ');
    if (0..spans.len()).any(|n| first(n).is_numeric()) {
        "with numbers"
    } else if (0..spans.len()).filter(|&n| first(n).is_uppercase()).count() > 1 {
        "names"
    } else if (0..spans.len()).any(|n| !first(n).is_alphabetic()) {
        "with marks"
    } else if spans.len() == 2 {
        "two syllables"
    } else {
        "three and more"
    }
}
