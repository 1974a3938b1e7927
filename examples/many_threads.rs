//! One analyzer, many threads: `cargo run --example many_threads`.

use std::thread;

fn main() {
    let vb = vanban::Analyzer::new();
    let pages: Vec<String> =
        (1..=8).map(|n| format!("Sở Công Thương giải ngân {n},5 tỷ đồng cho {n} đề án.")).collect();
    let sums: Vec<String> = thread::scope(|scope| {
        let read = |page: &String| {
            let (vb, page) = (vb.clone(), page.clone());
            // The analyzer is a handle: a clone costs nothing and shares all data.
            scope.spawn(move || vb.read(&page).money().iter().filter_map(|m| m.value).map(|v| v.to_string()).collect())
        };
        let running: Vec<thread::ScopedJoinHandle<'_, Vec<String>>> = pages.iter().map(read).collect();
        running.into_iter().flat_map(|r| r.join().unwrap_or_default()).collect()
    });
    println!("{}", sums.join("\n"));
}
