//! ROUGE-1, -2 and -L over syllables with their tones: what tools/rouge.py counts, number by number.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// F1 of ROUGE-1, ROUGE-2 and ROUGE-L.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rouge {
    pub one: f64,
    pub two: f64,
    pub l: f64,
}

impl Rouge {
    pub fn as_array(self) -> [f64; 3] {
        [self.one, self.two, self.l]
    }
}

/// The syllables of texts as numbers.
#[derive(Default)]
pub struct Syllables {
    numbers: HashMap<String, u32>,
}

impl Syllables {
    /// The tokens of a text: NFC, lower case, runs of letters and digits.
    pub fn of(&mut self, text: &str) -> Vec<u32> {
        let plain: String = text.nfc().collect::<String>().to_lowercase();
        let inner = |c: char| c.is_alphanumeric() && !is_combining_mark(c);
        let runs = plain.split(|c| !inner(c)).filter(|run| !run.is_empty());
        let mut tokens = Vec::new();
        for run in runs {
            let next = self.numbers.len() as u32;
            tokens.push(*self.numbers.entry(run.to_owned()).or_insert(next));
        }
        tokens
    }
}

/// How a summary compares with a reference, both as tokens.
pub fn rouge(summary: &[u32], reference: &[u32]) -> Rouge {
    let pairs = |tokens: &[u32]| -> Vec<(u32, u32)> { tokens.windows(2).map(|w| (w[0], w[1])).collect() };
    Rouge {
        one: overlap(summary.to_vec(), reference.to_vec()),
        two: overlap(pairs(summary), pairs(reference)),
        l: f1(common(summary, reference), summary.len(), reference.len()),
    }
}

fn f1(shared: usize, summary: usize, reference: usize) -> f64 {
    let precision = shared as f64 / summary.max(1) as f64;
    let recall = shared as f64 / reference.max(1) as f64;
    if shared == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

/// F1 of what two bags share.
fn overlap<T: Ord>(mut a: Vec<T>, mut b: Vec<T>) -> f64 {
    a.sort_unstable();
    b.sort_unstable();
    let (mut shared, mut at) = (0, 0);
    for token in &a {
        while b.get(at).is_some_and(|t| t < token) {
            at += 1;
        }
        if b.get(at) == Some(token) {
            shared += 1;
            at += 1;
        }
    }
    f1(shared, a.len(), b.len())
}

/// The length of the longest common subsequence.
fn common(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (n, y) in b.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = if x == y { diagonal + 1 } else { above.max(row[n]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_python_does() {
        let mut syllables = Syllables::default();
        let a = syllables.of("Bộ Công Thương họp, bàn 1.234,5 tỷ_đồng.");
        assert_eq!(a.len(), 10);
        let b = syllables.of("bộ công thương BÀN việc");
        let r = rouge(&a, &b);
        // Four of ten and of five; two pairs of nine and of four.
        assert!((r.one - 8.0 / 15.0).abs() < 1e-9 && (r.two - 4.0 / 13.0).abs() < 1e-9 && r.l == r.one);
        assert_eq!(rouge(&[], &b), Rouge::default());
    }
}
