//! Whole pages: of the three sentences that a reader marked best, how many are among the three chosen; and what else is.

use super::peers;
use crate::data;
use crate::rouge::Syllables;
use crate::score::Random;
use serde_json::Value;
use std::path::Path;
use vanban::Analyzer;
use vanban::summary::{Limit, Summarizer};

/// A document and what a reader would take of it: for each of three places the sentences that fit, the best first.
struct Marked {
    text: String,
    title: Option<String>,
    places: Vec<Vec<String>>,
}

pub fn eval(data: &Path) -> Result<(), String> {
    for (name, file) in [("pages", "pages/dev.jsonl"), ("domain", "domain/dev.jsonl")] {
        let text = data::text(&data.join(file))?;
        let records: Result<Vec<Value>, _> = text.lines().map(serde_json::from_str).collect();
        let records: Vec<Marked> = records.map_err(|e| e.to_string())?.iter().map(page).collect();
        measure(name, &records);
    }
    measure("reports", &reports()?);
    Ok(())
}

/// A page of which three sentences are marked.
fn page(record: &Value) -> Marked {
    let best = record["best3"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Marked {
        text: record["text"].as_str().unwrap_or("").to_owned(),
        title: None,
        places: best.map(|b| vec![plain(b)]).collect(),
    }
}

/// The project's own reports.
fn reports() -> Result<Vec<Marked>, String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/gold/reports.toml");
    let told = |e: &dyn std::fmt::Display| format!("{path}: {e}");
    let file: toml::Table = std::fs::read_to_string(path).map_err(|e| told(&e))?.parse().map_err(|e| told(&e))?;
    let list = |v: &toml::Value| v.as_array().cloned().unwrap_or_default();
    let text = |v: &toml::Value| v.as_str().unwrap_or("").to_owned();
    let case = |case: &toml::Value| Marked {
        text: text(&case["text"]),
        title: Some(text(&case["title"])),
        places: list(&case["best"]).iter().map(|p| list(p).iter().map(|s| plain(&text(s))).collect()).collect(),
    };
    Ok(list(&file["case"]).iter().map(case).collect())
}

fn measure(name: &str, records: &[Marked]) {
    let vb = Analyzer::new();
    let mut random = Random(20_261_125);
    let (mut marked, mut hits, mut framed, mut short) = (0, [0.0f64; 4], 0, 0);
    for Marked { text, title, places } in records {
        marked += places.len();
        let doc = vb.read(text);
        let story = |s: &vanban::Span| doc.zones().any(|z| z.kind.is_story() && z.span.contains(*s));
        let sentences: Vec<&str> = doc.sentences().filter(story).map(|s| s.of(text)).collect();
        let mut syllables = Syllables::default();
        let tokens: Vec<Vec<u32>> = sentences.iter().map(|s| syllables.of(s)).collect();
        let found = |chosen: &[String]| {
            let same = |c: &String, b: &String| c == b || (c.len() > 40 && (b.contains(c) || c.contains(b)));
            places.iter().filter(|place| place.iter().any(|b| chosen.iter().any(|c| same(c, b)))).count()
        };
        let of = |order: &[usize]| order.iter().take(3).map(|&n| plain(sentences[n])).collect::<Vec<_>>();
        let wanted = |n: usize| {
            let wanted = Summarizer::new(Limit::Sentences(n));
            if let Some(title) = title { wanted.title(title) } else { wanted }
        };
        let summary = doc.summarize(&wanted(3));
        let own: Vec<String> = summary.sentences.iter().map(|s| plain(&s.text)).collect();
        short += usize::from(own.len() < 3);
        hits[0] += found(&own) as f64;
        hits[1] += found(&of(&(0..sentences.len()).collect::<Vec<_>>())) as f64;
        hits[2] += found(&of(&peers::text_rank(&tokens))) as f64;
        for _ in 0..100 {
            let mut order: Vec<usize> = (0..sentences.len()).collect();
            random.shuffle(&mut order);
            hits[3] += found(&of(&order)) as f64 / 100.0;
        }
        for n in 1..=10 {
            let summary = doc.summarize(&wanted(n));
            framed += summary.sentences.iter().filter(|s| !story(&s.span)).count();
        }
    }
    let [own, lead, text_rank, random] = hits.map(|h| 100.0 * h / marked.max(1) as f64);
    println!(
        "{name}: of {marked} best sentences chosen {own:.1} % (lead {lead:.1}, TextRank {text_rank:.1}, random {random:.1}); \
         {framed} from outside the story at any length, {short} summaries short"
    );
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
