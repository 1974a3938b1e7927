//! The ranker of summaries: how it is learned, written and measured.

mod clusters;
mod eval;
mod learn;
mod pages;
mod peers;

use crate::data;
use crate::rouge::{Syllables, rouge};
pub use eval::eval;
use learn::{Example, learn_evidence, learn_ranks};
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use vanban::Analyzer;
use vanban::training::summary::{Learned, Model, open, rarities, see, write};

/// An article with its abstract.
pub struct Article {
    pub title: String,
    pub summary: String,
    pub text: String,
}

/// The articles of a file.
pub fn articles(path: &Path) -> Result<Vec<Article>, String> {
    let field = |record: &Value, name: &str| record[name].as_str().unwrap_or("").to_owned();
    let article = |line: &str| -> Result<Article, String> {
        let record: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        Ok(Article {
            title: field(&record, "title"),
            summary: field(&record, "abstract"),
            text: field(&record, "text"),
        })
    };
    data::text(path)?.lines().map(article).collect()
}

fn model_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dictionaries/models/summary.bin")
}

/// Learns the model and writes it, or checks that the file is what the data give.
pub fn train(data: &Path, check: bool) -> Result<(), String> {
    let held_out: HashSet<String> =
        articles(&data.join("summaries/news-dev.jsonl.xz"))?.into_iter().map(|a| a.title).collect();
    let mut articles = articles(&data.join("summaries/news-train.jsonl.xz"))?;
    articles.retain(|a| !held_out.contains(&a.title));
    let bytes = learned(&articles)?;
    let path = model_file();
    if check {
        let same = fs::read(&path).is_ok_and(|b| b == bytes);
        return if same {
            Ok(())
        } else {
            Err(format!("{} is not what the data give: run train summary", path.display()))
        };
    }
    fs::write(&path, &bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("{} articles; {} bytes written to {}", articles.len(), bytes.len(), path.display());
    Ok(())
}

/// The bytes of a model that is learned from articles.
fn learned(articles: &[Article]) -> Result<Vec<u8>, String> {
    let rarities = rarities(articles.iter().map(|a| a.text.clone()));
    let model = open(write(&Learned::default(), &rarities)).map_err(|e| e.to_string())?;
    let mut learned = Learned::default();
    for titled in [false, true] {
        let without = examples(articles, model, titled, false);
        let with = examples(articles, model, titled, true);
        learned.sets.push(learn_ranks(&without, false));
        learned.sets.push(learn_ranks(&with, true));
        let (lead, words) = learn_evidence(&without, &with);
        learned.lead.push(lead);
        learned.lead_words.push(words);
    }
    Ok(write(&learned, &rarities))
}

/// The text of an article, with its abstract before it or not; for every other one without its line breaks, so that
/// nothing is learned from them.
pub fn laid_out(article: &Article, lead: bool, joined: bool) -> String {
    let text = if lead { format!("{}\n{}", article.summary, article.text) } else { article.text.clone() };
    if joined { text.replace('\n', " ") } else { text }
}

/// What is seen of each article, and how well each of its candidates stands for the abstract; on all cores.
fn examples(articles: &[Article], model: &'static Model, titled: bool, lead: bool) -> Vec<Example> {
    let vb = Analyzer::new();
    let all: Mutex<Vec<(usize, Example)>> = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for core in 0..cores {
            let (vb, all) = (&vb, &all);
            scope.spawn(move || {
                let mut own = Vec::new();
                for (n, article) in articles.iter().enumerate().skip(core).step_by(cores) {
                    own.push((n, example(vb, article, model, titled, lead, n % 2 == 1)));
                }
                if let Ok(mut all) = all.lock() {
                    all.append(&mut own);
                }
            });
        }
    });
    let mut all = all.into_inner().unwrap_or_default();
    all.sort_by_key(|(n, _)| *n);
    all.into_iter().map(|(_, example)| example).collect()
}

fn example(vb: &Analyzer, article: &Article, model: &'static Model, titled: bool, lead: bool, joined: bool) -> Example {
    let text = laid_out(article, lead, joined);
    let seen = see(vb, &text, if titled { &article.title } else { "" }, model);
    let mut syllables = Syllables::default();
    let reference = syllables.of(&article.summary);
    let gain = |span: &vanban::Span| {
        let r = rouge(&syllables.of(span.of(&text)), &reference);
        ((r.one + r.two) / 2.0) as f32
    };
    let gains: Vec<f32> = seen.spans.iter().map(gain).collect();
    let leads = if lead { seen.spans.iter().take_while(|s| s.start() < article.summary.len()).count() } else { 0 };
    Example { rows: seen.rows, gains, leads, words: seen.lead_words }
}
