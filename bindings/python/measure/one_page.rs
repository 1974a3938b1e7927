//! The time of one call in Rust, beside `measure/one_process.py`: `cargo run --release --example one_page`.

use std::time::Instant;
use vanban::record::{Layer, Record, Wanted};
use vanban::summary::{Limit, Summarizer};

const PAGE: &str = include_str!("../../../examples/page.txt");

fn main() {
    let vb = vanban::Analyzer::new();
    let layers = Layer::ALL.map(|(layer, _)| layer).to_vec();
    let summary = Summarizer::new(Limit::Sentences(3));
    let wanted = Wanted { unit: vanban::Unit::Chars, layers, summary };
    let mut shortest = [f64::MAX; 2];
    for _ in 0..200 {
        let start = Instant::now();
        let record = Record::of(&vb.read(PAGE), &wanted);
        shortest[0] = shortest[0].min(start.elapsed().as_secs_f64());
        let json = serde_json::to_string(&record).unwrap_or_default();
        shortest[1] = shortest[1].min(start.elapsed().as_secs_f64());
        assert!(json.len() > PAGE.len());
    }
    println!("analyze: {:.2} ms to the record, {:.2} ms to its JSON", shortest[0] * 1e3, shortest[1] * 1e3);
}
