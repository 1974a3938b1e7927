//! Several documents as one, beside their first sentences taken in turns.

use super::eval::Run;
use crate::data;
use crate::rouge::{Rouge, Syllables, rouge};
use serde_json::Value;
use std::path::Path;
use vanban::summary::{Limit, Summarizer, together};
use vanban::{Analyzer, Document};

/// The length of the references in the mean.
const BUDGET: usize = 185;
/// A sentence that is this like one before it is left out of the sentences taken in turns.
const SAME: f64 = 0.8;

/// The mean of the scores against several references.
fn mean(summary: &[u32], references: &[Vec<u32>]) -> Rouge {
    let all = references.len().max(1) as f64;
    let mut sum = Rouge::default();
    for reference in references {
        let r = rouge(summary, reference);
        sum = Rouge { one: sum.one + r.one / all, two: sum.two + r.two / all, l: sum.l + r.l / all };
    }
    sum
}

/// The first sentences of all documents, then the second ones, without near-duplicates, up to the budget.
fn in_turns(docs: &[Document<'_>], syllables: &mut Syllables) -> Vec<u32> {
    let sentences: Vec<Vec<Vec<u32>>> = docs
        .iter()
        .map(|d| d.sentences().map(|s| syllables.of(s.of(d.text()))).filter(|s| s.len() > 3).collect())
        .collect();
    let longest = sentences.iter().map(Vec::len).max().unwrap_or(0);
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    let mut length = 0usize;
    'all: for turn in 0..longest {
        for (d, own) in sentences.iter().enumerate() {
            let Some(sentence) = own.get(turn) else { continue };
            if chosen.iter().any(|&(e, t)| cosine(&sentences[e][t], sentence) > SAME) {
                continue;
            }
            let more = length + sentence.len();
            if length > 0 && more.abs_diff(BUDGET) >= length.abs_diff(BUDGET) {
                break 'all;
            }
            chosen.push((d, turn));
            length = more;
        }
    }
    chosen.into_iter().flat_map(|(d, t)| sentences[d][t].clone()).collect()
}

fn cosine(a: &[u32], b: &[u32]) -> f64 {
    let count = |list: &[u32]| {
        let mut counts = std::collections::BTreeMap::new();
        list.iter().for_each(|&t| *counts.entry(t).or_insert(0.0f64) += 1.0);
        counts
    };
    let (a, b) = (count(a), count(b));
    let dot: f64 = a.iter().filter_map(|(t, n)| Some(n * b.get(t)?)).sum();
    let norm = |c: &std::collections::BTreeMap<u32, f64>| c.values().map(|n| n * n).sum::<f64>().sqrt();
    if dot > 0.0 { dot / norm(&a) / norm(&b) } else { 0.0 }
}

pub fn eval(data: &Path) -> Result<(), String> {
    let vb = Analyzer::new();
    let mut syllables = Syllables::default();
    let names = [
        "lead in turns",
        "vanban, together",
        "odd: lead in turns",
        "odd: vanban",
        "even: lead in turns",
        "even: vanban",
    ];
    let mut runs: Vec<Run> = names.iter().map(|_| Run::default()).collect();
    for (n, line) in data::text(&data.join("summaries/clusters-dev.jsonl.xz"))?.lines().enumerate() {
        let record: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
        let texts: Vec<(String, String)> = list(&record["documents"])
            .iter()
            .map(|d| (d["text"].as_str().unwrap_or("").to_owned(), d["title"].as_str().unwrap_or("").to_owned()))
            .collect();
        let references: Vec<Vec<u32>> = list(&record["references"]).iter().map(|r| syllables.of(&whole(r))).collect();
        let docs: Vec<Document<'_>> = texts.iter().map(|(text, _)| vb.read(text)).collect();
        let both: Vec<(&Document<'_>, Option<&str>)> =
            docs.iter().zip(&texts).map(|(d, (_, title))| (d, Some(title.as_str()))).collect();
        let summary = together(&both, &Summarizer::new(Limit::Syllables(BUDGET)));
        let own: Vec<u32> = summary.sentences.iter().flat_map(|s| syllables.of(&s.text)).collect();
        let turns = in_turns(&docs, &mut syllables);
        let half = if n % 2 == 1 { 2 } else { 4 };
        for (at, tokens) in [(0, &turns), (1, &own), (half, &turns), (half + 1, &own)] {
            runs[at].scores.push(mean(tokens, &references));
            runs[at].lengths.push(tokens.len());
        }
    }
    println!("clusters-dev at {BUDGET} syllables, mean of the references; ahead of the first sentences in turns");
    for (n, name) in names.iter().enumerate() {
        println!("{}", runs[n].line(name, &runs[n / 2 * 2]));
    }
    Ok(())
}

fn whole(reference: &Value) -> String {
    match reference {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(whole).collect::<Vec<_>>().join(" "),
        other => other["text"].as_str().unwrap_or("").to_owned(),
    }
}
