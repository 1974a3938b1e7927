//! Each layer and the whole, in bytes per second, on short text, a page, and 1 MB.

#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use vanban::summary::{Limit, Summarizer};
use vanban::{Analyzer, Document};

const SHORT: &str =
    "Trong năm qua, kinh phí khuyến công quốc gia được giao là 111,350 tỷ đồng/278 đề án, đạt 100% kế hoạch.";
const PAGE: &str = include_str!("../examples/page.txt");

fn texts() -> [(&'static str, String); 3] {
    [("short", SHORT.into()), ("page", PAGE.into()), ("1 MB", PAGE.repeat((1 << 20) / PAGE.len() + 1))]
}

type Layer = (&'static str, fn(&Document<'_>));

/// Layers over a document that is read already.
const LAYERS: [Layer; 4] = [
    ("acronyms", |doc| {
        black_box(doc.acronyms());
    }),
    ("facts", |doc| {
        black_box(doc.facts());
    }),
    ("officials", |doc| {
        black_box(doc.officials());
    }),
    ("summary", |doc| {
        black_box(doc.summarize(&Summarizer::new(Limit::Sentences(3))));
    }),
];

fn layers(c: &mut Criterion) {
    let vb = Analyzer::new();
    for (name, text) in texts() {
        let doc = vb.read(&text);
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function("read (zones, sentences, tokens)", |b| {
            b.iter(|| black_box(vb.read(&text)).tokens().count())
        });
        for (layer, run) in LAYERS {
            group.bench_with_input(BenchmarkId::from_parameter(layer), &doc, |b, doc| b.iter(|| run(doc)));
        }
        group.bench_function("everything", |b| {
            b.iter(|| {
                let doc = vb.read(&text);
                LAYERS.iter().for_each(|(_, run)| run(&doc));
            });
        });
        group.finish();
    }
}

criterion_group!(benches, layers);
criterion_main!(benches);
