//! The segmenter beside its peers from PyPI: the same input, the same scorer, one run.

use crate::data;
use crate::peer;
use crate::score::{Counts, difference, interval, scores};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;
use vanban::Analyzer;

const PEERS: [&str; 2] = ["pyvi", "underthesea"];

/// So often the built-in segmenter reads the text for its speed.
const PASSES: usize = 9;

/// What a segmenter made of the sentences, and how long it took.
struct Run {
    name: String,
    lines: Vec<String>,
    seconds: f64,
}

/// Prints accuracy on UD dev and speed on the same text, for the built-in segmenter and each peer that is installed.
pub fn compare(data: &Path) -> Result<(), String> {
    let gold = data::text(&data.join("segmentation/ud-dev.txt"))?;
    let gold: Vec<data::Sentence> = gold.lines().filter(|l| !l.trim().is_empty()).map(data::sentence).collect();
    let texts: Vec<&str> = gold.iter().map(|s| s.text.as_str()).collect();
    let wanted: Vec<String> = gold.iter().map(words_of).collect();
    let own = built_in(&texts);
    let own_counts = counts(&wanted, &own.lines);
    println!("UD dev, {} sentences; words by character spans; white space and \"_\" do not count", texts.len());
    println!(
        "{:<24} {:>6} {:>6} {:>6}  {:<15} {:>9}  vanban's lead in F1",
        "", "P", "R", "F1", "95 % interval", "speed"
    );
    row(&own, &own_counts, 1.0, None);
    for name in PEERS {
        match peer(name, &texts)? {
            None => println!("{name:<24} skipped: not installed (pip install {name})"),
            Some(run) => {
                let theirs = counts(&wanted, &run.lines);
                row(&run, &theirs, own.seconds / run.seconds, Some(difference(&own_counts, &theirs)));
            }
        }
    }
    println!("speed: share of vanban's, one thread, models loaded, in this run");
    Ok(())
}

fn row(run: &Run, counts: &[Counts], speed: f64, lead: Option<(f64, f64)>) {
    let (s, (low, high)) = (scores(counts), interval(counts));
    let interval = format!("[{low:.2}, {high:.2}]");
    let lead = lead.map_or(String::new(), |(low, high)| format!("[{low:+.2}, {high:+.2}]"));
    println!(
        "{:<24} {:>6.2} {:>6.2} {:>6.2}  {interval:<15} {speed:>9.4}  {lead}",
        run.name, s.precision, s.recall, s.f1
    );
}

/// The gold of a sentence as a line of words.
fn words_of(sentence: &data::Sentence) -> String {
    let mut line = String::new();
    for (n, span) in sentence.line.spans.iter().enumerate() {
        let joined = n > 0 && sentence.joins[n - 1];
        line.push_str(if n == 0 || joined { "" } else { " " });
        line.push_str(span.of(&sentence.text));
    }
    line
}

fn built_in(texts: &[&str]) -> Run {
    let vb = Analyzer::new();
    vb.segment("Xin chào.").count();
    let read = || texts.iter().map(|t| vb.segment(t).map(|token| token.text).collect()).collect();
    let timed = |_| {
        let start = Instant::now();
        let lines: Vec<Vec<&str>> = read();
        (start.elapsed().as_secs_f64(), lines)
    };
    // A pass is over in a blink: the median of several is steadier.
    let mut passes: Vec<(f64, Vec<Vec<&str>>)> = (0..PASSES).map(timed).collect();
    passes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (seconds, lines) = passes.swap_remove(PASSES / 2);
    let lines =
        lines.iter().map(|l| l.iter().map(|w| w.replace(char::is_whitespace, "_")).collect::<Vec<_>>().join(" "));
    Run { name: "vanban".into(), lines: lines.collect(), seconds }
}

/// Runs a segmenter; `None` where it is not installed.
fn peer(name: &str, texts: &[&str]) -> Result<Option<Run>, String> {
    let answer = peer::run("peer.py", name, texts)?;
    Ok(answer.map(|a| Run { name: format!("{name} {}", a.version), lines: a.lines, seconds: a.seconds }))
}

fn counts(gold: &[String], found: &[String]) -> Vec<Counts> {
    gold.iter().zip(found).map(|(g, f)| count(g, f)).collect()
}

/// Right words by their place among the characters that are neither white space nor "_".
fn count(gold: &str, found: &str) -> Counts {
    let spans = |line: &str| -> BTreeSet<(usize, usize)> {
        let mut at = 0;
        line.split_whitespace()
            .map(|word| word.chars().filter(|c| *c != '_' && !c.is_whitespace()).count())
            .filter(|n| *n > 0)
            .map(|n| {
                at += n;
                (at - n, at)
            })
            .collect()
    };
    let (gold, found) = (spans(gold), spans(found));
    Counts { right: gold.intersection(&found).count(), gold: gold.len(), found: found.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_by_their_characters() {
        let c = count("bộ công_thương họp .", "bộ_công thương họp .");
        assert_eq!((c.right, c.gold, c.found), (2, 4, 4));
    }
}
