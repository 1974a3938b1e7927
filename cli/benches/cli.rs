//! The command line as it is started: start-up on little text, and how throughput grows with threads.

#![allow(missing_docs, clippy::expect_used)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::io::Write;
use std::process::{Command, Stdio};

const SHORT: &str = "Cục CTĐP đã ký hợp đồng 111,350 tỷ đồng cho 278 đề án.\n";
const PAGE: &str = include_str!("../../examples/page.txt");

/// Runs the command line with a text as its standard input.
fn run(arguments: &[&str], input: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    let piped = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = piped.spawn().expect("vanban starts");
    child.stdin.take().expect("standard input").write_all(input.as_bytes()).expect("it reads");
    assert!(child.wait().expect("it ends").success(), "vanban {arguments:?}");
}

/// One process from start to end: what a script pays for each call.
fn start_up(c: &mut Criterion) {
    let mut group = c.benchmark_group("start-up");
    group.sample_size(30);
    for command in ["tokenize", "expand", "extract", "summarize", "analyze"] {
        group.bench_function(BenchmarkId::new("a sentence", command), |b| b.iter(|| run(&[command], SHORT)));
    }
    group.bench_function(BenchmarkId::new("a page", "analyze"), |b| b.iter(|| run(&["analyze"], PAGE)));
    group.finish();
}

/// 4 MB of records through every layer, on one and on two threads.
fn threads(c: &mut Criterion) {
    let record = serde_json::json!({ "id": "page", "text": PAGE }).to_string() + "\n";
    let records = record.repeat((4 << 20) / record.len() + 1);
    let mut group = c.benchmark_group("threads");
    group.sample_size(10).throughput(Throughput::Bytes(records.len() as u64));
    for jobs in ["1", "2"] {
        let arguments = ["analyze", "--from", "jsonl", "--to", "jsonl", "--jobs", jobs];
        group.bench_function(BenchmarkId::new("analyze", jobs), |b| b.iter(|| run(&arguments, &records)));
    }
    group.finish();
}

criterion_group!(benches, start_up, threads);
criterion_main!(benches);
