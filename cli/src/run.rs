//! Documents through a function on all cores, out in the order in which they came in.

use crate::args::Common;
use crate::failure::{self, Failure};
use crate::input::{Bad, Input, Inputs, Item};
use crate::output;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::fs::File;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};
use vanban::{Analyzer, Dictionary};

/// Text per batch: enough to keep the cores busy, little enough to hold.
const BATCH_BYTES: usize = 4 << 20;
const BATCH_RECORDS: usize = 1024;

/// The analyzer that the options ask for.
pub fn analyzer(common: &Common) -> Result<Analyzer, Failure> {
    let mut builder = Analyzer::builder();
    for path in &common.dictionary {
        builder = builder.with(dictionary(path)?);
    }
    if let Some(domain) = common.domain {
        builder = builder.domain(domain);
    }
    if let Some(date) = common.date {
        builder = builder.date(date);
    }
    if let Some(date) = common.as_of {
        builder = builder.as_of(date);
    }
    Ok(builder.build())
}

/// A dictionary file of the user's.
pub fn dictionary(path: &std::path::Path) -> Result<Dictionary, Failure> {
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(Failure::Usage(format!("{name}: is a directory; name a dictionary file (TOML, TSV or JSON)")));
    }
    let file = File::open(path).map_err(|e| Failure::Usage(format!("{name}: {}", failure::plain(&e))))?;
    Dictionary::read(file, &name).map_err(|e| Failure::Usage(e.to_string()))
}

/// Applies `each` to every document and writes what it gives, in order. `bad` gives what stands for a record that could
/// not be read. The result tells whether there was one.
pub fn all(
    common: &Common,
    each: impl Fn(&Input) -> String + Sync,
    bad: impl Fn(&Bad) -> String,
    between: impl FnMut(usize, &mut dyn Write) -> std::io::Result<()>,
) -> Result<bool, Failure> {
    from(Inputs::new(common), common, each, bad, between)
}

/// As [`all`], with the documents of `inputs`.
pub fn from(
    inputs: Inputs<'_>,
    common: &Common,
    each: impl Fn(&Input) -> String + Sync,
    bad: impl Fn(&Bad) -> String,
    mut between: impl FnMut(usize, &mut dyn Write) -> std::io::Result<()>,
) -> Result<bool, Failure> {
    let mut written = 0;
    self::each(inputs, common, each, |text, out| {
        let text = text.unwrap_or_else(|b| bad(&b));
        if !text.is_empty() {
            between(written, out)?;
            out.write_all(text.as_bytes())?;
            written += 1;
        }
        Ok(())
    })
}

/// Applies `each` to every document and hands what it gives to `write`, in order, or why a document could not be read.
/// The result tells whether there was one of these.
pub fn each<T: Send>(
    mut inputs: Inputs<'_>,
    common: &Common,
    each: impl Fn(&Input) -> T + Sync,
    mut write: impl FnMut(Result<T, Bad>, &mut dyn Write) -> std::io::Result<()>,
) -> Result<bool, Failure> {
    let jobs = common.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|e| Failure::Usage(format!("cannot start {jobs} threads: {e}")))?;
    let mut out = output::standard();
    let mut failed = false;
    let progress = progress(common);
    loop {
        let mut batch = batch(&mut inputs);
        if batch.is_empty() {
            break;
        }
        let done: Vec<Result<T, Bad>> =
            pool.install(|| batch.par_drain(..).map(|item| timed(item?, common.max_seconds, &each)).collect());
        for result in done {
            if let Err(b) = &result {
                failed = true;
                progress.suspend(|| failure::tell(&format!("{}: {}", b.place, b.cause)));
                if common.strict {
                    output::flush(&mut out)?;
                    return Err(Failure::Strict);
                }
            }
            write(result, &mut out)?;
            progress.inc(1);
        }
    }
    progress.finish_and_clear();
    output::flush(&mut out)?;
    Ok(failed)
}

/// What `each` gives for a document, within the time that a record may take.
fn timed<T>(mut input: Input, most: Option<Duration>, each: impl Fn(&Input) -> T) -> Result<T, Bad> {
    input.deadline = most.and_then(|most| Instant::now().checked_add(most));
    let given = each(&input);
    match (most, input.deadline) {
        (Some(most), Some(deadline)) if Instant::now() >= deadline => {
            let cause = format!("took longer than {} s, which --max-seconds does not allow", most.as_secs_f64());
            Err(Bad { id: input.id, place: input.place, cause })
        }
        _ => Ok(given),
    }
}

fn batch(inputs: &mut Inputs<'_>) -> Vec<Item> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while batch.len() < BATCH_RECORDS && bytes < BATCH_BYTES {
        let Some(item) = inputs.next() else { break };
        bytes += item.as_ref().map_or(0, |i| i.text.len());
        batch.push(item);
    }
    batch
}

/// A counter of documents on standard error, on a terminal only and after a moment.
fn progress(common: &Common) -> ProgressBar {
    let quiet = common.quiet || !std::io::stderr().is_terminal() || std::io::stdout().is_terminal();
    if quiet {
        return ProgressBar::hidden();
    }
    let files = common.files.len();
    let known = files > 1 && !matches!(common.from, crate::args::From::Lines | crate::args::From::Jsonl);
    let bar = if known { ProgressBar::new(files as u64) } else { ProgressBar::no_length() };
    let style = if known { "{bar:30} {pos}/{len} {eta}" } else { "{spinner} {pos} {per_sec}" };
    if let Ok(style) = ProgressStyle::with_template(style) {
        bar.set_style(style);
    }
    bar
}
