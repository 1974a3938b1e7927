//! The model of zones: an averaged structured perceptron over the paragraphs of whole pages that were written and marked for
//! this project (`train/zones`), and of news in plain text.

use crate::data;
use serde_json::Value;
use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use vanban::training::zones as layer;
use vanban::{Analyzer, ZoneKind};

/// Passes over the pages.
const PASSES: usize = 20;
/// A feature of fewer paragraphs is left out.
const FEWEST: u32 = 3;
/// So many articles of news are read as plain pages.
const PLAIN: usize = 150;
/// What the right kinds must be ahead by while learning.
const MARGIN: f64 = 600.0;
/// A feature with no greater weight than this is left out of the file.
const LEAST: f64 = 250.0;
/// So many places of each page are tried for a piece of it.
const PIECES: usize = 10;
/// The greatest weight in the file.
const SCALE: f64 = 8000.0;

/// A marked page: its text, and the kind of each line (`None` for blank ones).
struct Page {
    text: String,
    kinds: Vec<Option<usize>>,
}

/// A paragraph under training.
struct Paragraph {
    features: Vec<usize>,
    kind: usize,
    lines: usize,
}

/// Weights as they are learned: those of the features, and of the kinds in a row.
struct Weights {
    features: Vec<[f64; layer::KINDS]>,
    transitions: Vec<[f64; layer::KINDS]>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Learns the model and writes it, or checks that the file is what the data give.
pub fn train(data: &Path, check: bool) -> Result<(), String> {
    let mut pages = marked(&root().join("train/zones"))?;
    pages.extend(pages.iter().flat_map(pieces).collect::<Vec<_>>());
    pages.extend(plain(data)?);
    let (names, paragraphs) = paragraphs(&pages);
    let weights = learn(names.len(), &paragraphs);
    let bytes = write(&names, &weights);
    println!("{} pages, {} features, {} bytes", pages.len(), names.len(), bytes.len());
    let path = root().join("dictionaries/models/zones.bin");
    if check {
        let same = std::fs::read(&path).is_ok_and(|old| old == bytes);
        return if same { Ok(()) } else { Err(format!("{} is not what the data give", path.display())) };
    }
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Prints the share of lines of the right kind on the pages of `tests/gold/zones`, and how many lines of plain news are taken
/// for something else than text.
pub fn eval(data: &Path) -> Result<f64, String> {
    let vb = Analyzer::new();
    let (right, all, wrong) = gold(&vb)?;
    let figure = 100.0 * right as f64 / all as f64;
    println!("gold pages: {right} of {all} lines have the right kind, {figure:.2} %");
    tell(wrong);
    let dev = data::text(&data.join("summaries/news-dev.jsonl.xz"))?;
    let (mut lines, mut lost) = (0, 0);
    for line in dev.lines() {
        let record: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let kinds = read(&vb, record["text"].as_str().unwrap_or(""));
        lines += kinds.iter().flatten().count();
        lost += kinds.iter().flatten().filter(|k| !k.is_story()).count();
    }
    println!("news-dev as plain text: {lost} of {lines} lines are taken for no text");
    Ok(figure)
}

/// The lines of the gold pages that have the right kind, all of them, and what the others are taken for.
fn gold(vb: &Analyzer) -> Result<(usize, usize, Confusions), String> {
    let (mut right, mut all) = (0, 0);
    let mut wrong: Confusions = HashMap::new();
    for page in marked(&root().join("tests/gold/zones"))? {
        for (want, got) in page.kinds.iter().zip(read(vb, &page.text)) {
            let (Some(want), Some(got)) = (want.map(|k| layer::ALL[k]), got) else { continue };
            all += 1;
            if want == got { right += 1 } else { *wrong.entry((want, got)).or_default() += 1 }
        }
    }
    Ok((right, all, wrong))
}

/// How many lines of a kind were read as another.
type Confusions = HashMap<(ZoneKind, ZoneKind), usize>;

fn tell(wrong: Confusions) {
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|((want, got), n)| (std::cmp::Reverse(*n), want.name(), got.name()));
    for ((want, got), n) in wrong.iter().take(12) {
        println!("  {n:4} {} read as {}", want.name(), got.name());
    }
}

/// Five folds of the marked pages: the share of lines of the right kind in the fold that was left out.
pub fn crossval(data: &Path) -> Result<(), String> {
    let pages = marked(&root().join("train/zones"))?;
    let plain = plain(data)?;
    let (mut right, mut all) = (0, 0);
    let mut wrong: Confusions = HashMap::new();
    for fold in 0..5 {
        let out = |n: usize| n % 5 == fold;
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for (n, page) in pages.iter().enumerate() {
            if out(n) { &mut outside } else { &mut inside }.push(page);
        }
        let cut: Vec<Page> = inside.iter().flat_map(|p| pieces(p)).collect();
        inside.extend(&cut);
        inside.extend(&plain);
        let split = inside.len();
        inside.extend(outside);
        let (names, paragraphs) = paragraphs_of(&inside);
        let weights = learn(names.len(), &paragraphs[..split]);
        for page in &paragraphs[split..] {
            for (paragraph, kind) in page.iter().zip(weights.best(page, 0.0)) {
                all += paragraph.lines;
                right += if paragraph.kind == kind { paragraph.lines } else { 0 };
                if paragraph.kind != kind {
                    *wrong.entry((layer::ALL[paragraph.kind], layer::ALL[kind])).or_default() += paragraph.lines;
                }
            }
        }
    }
    println!("zones, held-out pages: {right} of {all} lines, {:.1} %", 100.0 * right as f64 / all as f64);
    tell(wrong);
    Ok(())
}

/// The kind of each line as the library reads it.
fn read(vb: &Analyzer, text: &str) -> Vec<Option<ZoneKind>> {
    let doc = vb.read(text);
    let zones: Vec<_> = doc.zones().collect();
    let mut at = 0;
    let kind = |line: &str| {
        let ink = line.find(|c: char| !c.is_whitespace()).map(|n| at + n);
        at += line.len() + 1;
        zones.iter().find(|z| ink.is_some_and(|i| z.span.start() <= i && i < z.span.end())).map(|z| z.kind)
    };
    text.split('\n').map(kind).collect()
}

/// The marked pages of a folder: files of "kind|line of the page", with a comment on top.
fn marked(folder: &Path) -> Result<Vec<Page>, String> {
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).map_err(told)?.flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(|p| page(p)).collect()
}

fn page(path: &Path) -> Result<Page, String> {
    let file = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (mut kinds, mut lines) = (Vec::new(), Vec::new());
    for (n, line) in file.lines().enumerate().filter(|(n, l)| *n > 0 || !l.starts_with('#')) {
        let (kind, text) = line.split_once('|').unwrap_or(("", line));
        let number = layer::ALL.iter().position(|k| k.name() == kind);
        if number.is_none() && !kind.is_empty() {
            return Err(format!("{}:{}: no kind \"{kind}\"", path.display(), n + 1));
        }
        kinds.push(number);
        lines.push(text);
    }
    Ok(Page { text: lines.join("\n"), kinds })
}

/// Some rows of a few lines of a page, each with a line of text in it: people paste pieces too. Two begin at the headline
/// or shortly before it, two end with the author's name, the others lie anywhere.
fn pieces(page: &Page) -> Vec<Page> {
    let lines: Vec<&str> = page.text.split('\n').collect();
    let all = page.kinds.len();
    let is = |n: usize, kind: ZoneKind| page.kinds[n].is_some_and(|k| layer::ALL[k] == kind);
    let text = |n: usize| is(n, ZoneKind::Body) && lines[n].len() > 80;
    let head = (0..all).find(|&n| is(n, ZoneKind::Headline));
    let author = (1..all).rev().find(|&n| is(n, ZoneKind::Byline) && (n.saturating_sub(3)..n).any(text));
    let range = |n: usize| {
        let spread = layer::hash((all << 8 | n) as u64);
        let (place, size) = ((spread >> 40) as usize, (spread >> 20) as usize);
        match (n, head, author) {
            (0..2, Some(head), _) => head.saturating_sub(3 * n)..head + 4 + size % 3,
            (2..4, _, Some(author)) => author.saturating_sub(3 + (n - 2) * 3)..author + 1,
            _ => place % all..place % all + 3 + size % 8,
        }
    };
    let piece = |n: usize| {
        let Range { start, end } = range(n);
        let end = end.min(all);
        let start = (start..end).find(|&n| page.kinds[n].is_some())?;
        let fits = (start..end).any(text);
        fits.then(|| Page { text: lines[start..end].join("\n"), kinds: page.kinds[start..end].to_vec() })
    };
    (0..PIECES).filter_map(piece).collect()
}

/// Articles as plain pages: a third with title and abstract, a third with the title, a third the text alone.
fn plain(data: &Path) -> Result<Vec<Page>, String> {
    let news = data::text(&data.join("summaries/news-train.jsonl.xz"))?;
    let number = |kind: ZoneKind| layer::ALL.iter().position(|k| *k == kind);
    let mut pages = Vec::new();
    for (n, line) in news.lines().step_by(97).take(PLAIN).enumerate() {
        let record: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let field = |name: &str| record[name].as_str().unwrap_or("").to_owned();
        let head = [(field("title"), ZoneKind::Headline), (field("abstract"), ZoneKind::Lead)];
        let mut parts: Vec<(String, ZoneKind)> = head.into_iter().take(n % 3).collect();
        parts.extend(field("text").lines().map(|l| (l.to_owned(), ZoneKind::Body)));
        parts.retain(|(line, _)| !line.trim().is_empty());
        let kinds = parts.iter().map(|(_, k)| number(*k)).collect();
        let lines: Vec<String> = parts.into_iter().map(|(line, _)| line).collect();
        pages.push(Page { text: lines.join("\n"), kinds });
    }
    Ok(pages)
}

fn paragraphs(pages: &[Page]) -> (Vec<u64>, Vec<Vec<Paragraph>>) {
    paragraphs_of(&pages.iter().collect::<Vec<_>>())
}

/// The features that are used, and the pages as rows of paragraphs.
fn paragraphs_of(pages: &[&Page]) -> (Vec<u64>, Vec<Vec<Paragraph>>) {
    let rows: Vec<Vec<(usize, Vec<u64>)>> = pages.iter().map(|p| layer::paragraphs(&p.text)).collect();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    rows.iter().flatten().flat_map(|(_, f)| f).for_each(|f| *counts.entry(*f).or_default() += 1);
    let mut names: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= FEWEST).map(|(f, _)| f).collect();
    names.sort_unstable();
    let numbers: HashMap<u64, usize> = names.iter().enumerate().map(|(n, f)| (*f, n)).collect();
    let page = |(page, row): (&&Page, &Vec<(usize, Vec<u64>)>)| {
        let ends = row.iter().skip(1).map(|r| r.0).chain([page.kinds.len()]);
        let paragraph = |((line, features), end): (&(usize, Vec<u64>), usize)| {
            let features = features.iter().filter_map(|f| numbers.get(f).copied()).collect();
            let own = &page.kinds[*line..end];
            Paragraph { features, kind: own[0].unwrap_or(layer::KINDS - 1), lines: own.iter().flatten().count() }
        };
        row.iter().zip(ends).map(paragraph).collect()
    };
    let paragraphs = pages.iter().zip(&rows).map(page).collect();
    (names, paragraphs)
}

impl Weights {
    fn new(features: usize) -> Weights {
        Weights {
            features: vec![[0.0; layer::KINDS]; features],
            transitions: vec![[0.0; layer::KINDS]; layer::KINDS + 1],
        }
    }

    /// Adds a row of kinds with its features so many times.
    fn add(&mut self, page: &[Paragraph], kinds: &[usize], times: f64) {
        let mut before = 0;
        for (paragraph, &kind) in page.iter().zip(kinds) {
            paragraph.features.iter().for_each(|&f| self.features[f][kind] += times);
            self.transitions[before][kind] += times;
            before = kind + 1;
        }
    }

    /// The best row of kinds, where every wrong kind is given `margin` ahead.
    fn best(&self, page: &[Paragraph], margin: f64) -> Vec<usize> {
        let round = |row: &[f64; layer::KINDS]| row.map(|w| (w * 64.0).round() as i32);
        let scores: Vec<_> = page
            .iter()
            .map(|p| {
                let mut sum = [0.0; layer::KINDS];
                (0..layer::KINDS).filter(|&k| k != p.kind).for_each(|k| sum[k] += margin);
                p.features.iter().for_each(|&f| sum.iter_mut().zip(self.features[f]).for_each(|(s, w)| *s += w));
                round(&sum)
            })
            .collect();
        layer::best_row(&self.transitions.iter().map(round).collect::<Vec<_>>(), &scores)
    }
}

/// The mean of the weights over all steps.
fn learn(features: usize, pages: &[Vec<Paragraph>]) -> Weights {
    let (mut now, mut late) = (Weights::new(features), Weights::new(features));
    let mut order: Vec<usize> = (0..pages.len()).collect();
    let mut step = 1.0;
    for pass in 0..PASSES as u64 {
        order.sort_by_key(|&n| (layer::hash(n as u64 + 1 + 1000 * pass), n));
        for &n in &order {
            let page = &pages[n];
            let want: Vec<usize> = page.iter().map(|p| p.kind).collect();
            let got = now.best(page, MARGIN);
            if got != want {
                for (weights, times) in [(&mut now, 1.0), (&mut late, step)] {
                    weights.add(page, &want, times);
                    weights.add(page, &got, -times);
                }
            }
            step += 1.0;
        }
    }
    let mean = |now: &mut Vec<[f64; layer::KINDS]>, late: &[[f64; layer::KINDS]]| {
        now.iter_mut().flatten().zip(late.iter().flatten()).for_each(|(w, l)| *w -= l / step);
    };
    mean(&mut now.features, &late.features);
    mean(&mut now.transitions, &late.transitions);
    now
}

/// The bytes of the model file.
fn write(names: &[u64], weights: &Weights) -> Vec<u8> {
    let all = weights.features.iter().chain(&weights.transitions).flatten();
    let unit = SCALE / all.map(|w| w.abs()).fold(1e-9, f64::max);
    let short = |w: f64| ((w * unit).round() as i16).to_le_bytes();
    let kept: Vec<usize> =
        (0..names.len()).filter(|&n| weights.features[n].iter().any(|w| (w * unit).abs() >= LEAST)).collect();
    let bits = (kept.len() * 3 / 2).next_power_of_two().trailing_zeros().max(4);
    let mut bytes = layer::MAGIC.to_vec();
    bytes.extend(layer::VERSION.to_le_bytes());
    bytes.extend(bits.to_le_bytes());
    weights.transitions.iter().flatten().for_each(|&w| bytes.extend(short(w)));
    let mut table = vec![0; layer::RECORD << bits];
    for n in kept {
        let hash = layer::hash(names[n]);
        let mut at = layer::slot(hash, bits);
        while table[at * layer::RECORD..][..4] != [0; 4] {
            at = (at + 1) & ((1 << bits) - 1);
        }
        let record = &mut table[at * layer::RECORD..][..layer::RECORD];
        record[..4].copy_from_slice(&layer::fingerprint(hash).to_le_bytes());
        for (bytes, &w) in record[4..].chunks_exact_mut(2).zip(&weights.features[n]) {
            bytes.copy_from_slice(&short(w));
        }
    }
    bytes.extend(table);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forty pages by authors who had not seen the layer.
    #[test]
    fn lines_of_the_gold_pages_have_the_right_kind() {
        let (right, all, _) = gold(&Analyzer::new()).unwrap_or_default();
        assert!(all == 1785 && right >= 1612, "{right} of {all}");
    }
}
