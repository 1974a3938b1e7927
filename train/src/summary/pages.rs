//! Whole pages: of the three sentences that a reader marked best, how many are among the three chosen; and what else is.

use super::peers;
use crate::data;
use crate::rouge::Syllables;
use crate::score::Random;
use serde_json::Value;
use std::path::Path;
use vanban::Analyzer;
use vanban::summary::{Limit, Summarizer};

pub fn eval(data: &Path) -> Result<(), String> {
    for (name, file) in [("pages", "pages/dev.jsonl"), ("domain", "domain/dev.jsonl")] {
        let text = data::text(&data.join(file))?;
        let records: Result<Vec<Value>, _> = text.lines().map(serde_json::from_str).collect();
        let records = records.map_err(|e| e.to_string())?;
        measure(name, &records);
    }
    Ok(())
}

fn measure(name: &str, records: &[Value]) {
    let vb = Analyzer::new();
    let mut random = Random(20_261_125);
    let (mut marked, mut hits, mut framed, mut short) = (0, [0.0f64; 4], 0, 0);
    for record in records {
        let text = record["text"].as_str().unwrap_or("");
        let best: Vec<String> =
            record["best3"].as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
        marked += best.len();
        let doc = vb.read(text);
        let story = |s: &vanban::Span| doc.zones().any(|z| z.kind.is_story() && z.span.contains(*s));
        let sentences: Vec<&str> = doc.sentences().filter(story).map(|s| s.of(text)).collect();
        let mut syllables = Syllables::default();
        let tokens: Vec<Vec<u32>> = sentences.iter().map(|s| syllables.of(s)).collect();
        let found = |chosen: &[String]| {
            best.iter()
                .filter(|b| chosen.iter().any(|c| c == *b || (c.len() > 40 && (b.contains(c) || c.contains(*b)))))
                .count()
        };
        let of = |order: &[usize]| order.iter().take(3).map(|&n| plain(sentences[n])).collect::<Vec<_>>();
        let summary = doc.summarize(&Summarizer::new(Limit::Sentences(3)));
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
            let summary = doc.summarize(&Summarizer::new(Limit::Sentences(n)));
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
