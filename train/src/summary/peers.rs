//! What others do, run by the same harness: the first sentences, TextRank and LexRank as their papers have them.

use std::collections::HashMap;

/// Sentences as bags of their syllables.
fn bags(sentences: &[Vec<u32>]) -> Vec<HashMap<u32, f64>> {
    let bag = |s: &Vec<u32>| {
        let mut bag = HashMap::new();
        s.iter().for_each(|&t| *bag.entry(t).or_insert(0.0) += 1.0);
        bag
    };
    sentences.iter().map(bag).collect()
}

/// The sentences by their weight in the graph whose edges are `weights`: PageRank with damping 0.85.
fn page_rank(mut weights: Vec<Vec<f64>>) -> Vec<usize> {
    let n = weights.len();
    for row in &mut weights {
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|w| *w = if sum > 0.0 { *w / sum } else { 1.0 / n as f64 });
    }
    let mut rank = vec![1.0 / n.max(1) as f64; n];
    for _ in 0..60 {
        let mut next = vec![0.15 / n as f64; n];
        for (from, row) in weights.iter().enumerate() {
            for (to, w) in row.iter().enumerate() {
                next[to] += 0.85 * rank[from] * w;
            }
        }
        rank = next;
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| rank[b].total_cmp(&rank[a]).then(a.cmp(&b)));
    order
}

/// Mihalcea and Tarau 2004: shared tokens over the sum of the logarithms of the lengths.
pub fn text_rank(sentences: &[Vec<u32>]) -> Vec<usize> {
    let bags = bags(sentences);
    let weight = |a: usize, b: usize| {
        let shared = bags[a].keys().filter(|t| bags[b].contains_key(t)).count() as f64;
        let lengths = (sentences[a].len().max(1) as f64).ln() + (sentences[b].len().max(1) as f64).ln();
        if a == b || lengths <= 0.0 { 0.0 } else { shared / lengths }
    };
    page_rank((0..bags.len()).map(|a| (0..bags.len()).map(|b| weight(a, b)).collect()).collect())
}

/// Erkan and Radev 2004, continuous with threshold 0.1: cosine of tf-idf, with the idf of the text itself.
pub fn lex_rank(sentences: &[Vec<u32>]) -> Vec<usize> {
    let mut bags = bags(sentences);
    let mut df: HashMap<u32, f64> = HashMap::new();
    bags.iter().flat_map(|b| b.keys()).for_each(|&t| *df.entry(t).or_insert(0.0) += 1.0);
    let all = bags.len() as f64;
    for bag in &mut bags {
        bag.iter_mut().for_each(|(t, w)| *w *= (all / df[t]).ln());
    }
    // Sums over hash maps come in any order; sorted, they repeat.
    let sorted: Vec<Vec<(u32, f64)>> = bags
        .iter()
        .map(|b| {
            let mut list: Vec<(u32, f64)> = b.iter().map(|(&t, &w)| (t, w)).collect();
            list.sort_by_key(|(t, _)| *t);
            list
        })
        .collect();
    let norm: Vec<f64> = sorted.iter().map(|b| b.iter().map(|(_, w)| w * w).sum::<f64>().sqrt()).collect();
    let weight = |a: usize, b: usize| {
        let dot: f64 = sorted[a].iter().filter_map(|(t, w)| Some(w * bags[b].get(t)?)).sum();
        let cosine = if norm[a] * norm[b] > 0.0 { dot / norm[a] / norm[b] } else { 0.0 };
        if cosine >= 0.1 { cosine } else { 0.0 }
    };
    page_rank((0..bags.len()).map(|a| (0..bags.len()).map(|b| weight(a, b)).collect()).collect())
}

/// The sentences in an order, as long as each brings the length closer to the budget; in the order of the text.
pub fn within(order: &[usize], sentences: &[Vec<u32>], budget: usize) -> Vec<usize> {
    let (mut chosen, mut length): (Vec<usize>, usize) = (Vec::new(), 0);
    for &n in order {
        let more = length + sentences[n].len();
        if !chosen.is_empty() && more.abs_diff(budget) >= length.abs_diff(budget) {
            break;
        }
        chosen.push(n);
        length = more;
    }
    chosen.sort_unstable();
    chosen
}
