//! One file a sub-command, each thin over the library.

mod analyze;

mod diff;
mod expand;
mod extract;

mod lint;
mod normalize;
mod summarize;
mod tokenize;

use crate::args::{Cli, Command, Common, Lang, Lead, Offsets, SummaryOptions, To};
use crate::failure::Failure;
use crate::input::{Bad, Input, Inputs};
use crate::output::for_output;
use crate::run;
use clap::CommandFactory;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;
use vanban::normalize::Edit;
use vanban::record::{Layer, Record, Wanted};
use vanban::summary::{self, Limit, Summarizer};
use vanban::{Analyzer, Unit};
use vanban_page::Words;

/// Runs the command; the result tells whether a document could not be read.
pub fn run(cli: &Cli) -> Result<bool, Failure> {
    match &cli.command {
        Command::Tokenize(args) => tokenize::run(args),

        Command::Extract(args) => extract::run(args),
        Command::Summarize(args) => summarize::run(args),
        Command::Analyze(args) => analyze::run(args),
        Command::Normalize(args) => normalize::run(args),
        Command::Expand(args) => expand::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Completions { shell } => {
            // Into memory first: the generator would panic where the output cannot be written.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "vanban", &mut script);
            let mut out = std::io::stdout().lock();
            out.write_all(&script)?;
            out.flush()?;
            Ok(false)
        }
    }
}

fn unit(common: &Common) -> Unit {
    match common.offsets {
        Offsets::Bytes => Unit::Bytes,
        Offsets::Chars => Unit::Chars,
        Offsets::Utf16 => Unit::Utf16,
    }
}

/// The words of a report in the language that was asked for: else Vietnamese where the system speaks it, else English.
fn words(lang: Option<Lang>) -> Words {
    Words::of(lang.unwrap_or_else(system_language).into())
}

fn system_language() -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let language = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if language.starts_with("vi") { Lang::Vi } else { Lang::En }
}

/// What the summary options ask for, on a document with the title that its record gave.
fn summarizer(options: &SummaryOptions, title: Option<&String>) -> Summarizer {
    let limit = match (options.sentences, options.syllables, options.characters, options.ratio) {
        (Some(n), ..) => Limit::Sentences(n),
        (_, Some(n), ..) => Limit::Syllables(n),
        (_, _, Some(n), _) => Limit::Characters(n),
        (.., Some(r)) => Limit::Ratio(r),
        _ => Limit::Sentences(3),
    };
    let cap = if options.hard { summary::Cap::Hard } else { summary::Cap::Near };
    let mut wanted = Summarizer::new(limit).cap(cap).lead(match options.lead {
        Lead::Auto => summary::Lead::Auto,
        Lead::Present => summary::Lead::Present,
        Lead::Absent => summary::Lead::Absent,
    });
    if let Some(title) = options.title.as_ref().or(title) {
        wanted = wanted.title(title.clone());
    }
    if let Some(query) = &options.query {
        wanted = wanted.query(query.clone());
    }
    wanted
}

/// The record of a document, its id first. It is written as it is, without a detour over a tree of JSON values, which
/// would take longer than all the reading.
#[derive(Serialize)]
struct Full {
    id: Value,
    #[serde(flatten)]
    record: Record,
    /// Offsets into a text that the caller has never seen need that text.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

fn full(vb: &Analyzer, input: &Input, unit: Unit, layers: &[Layer], summary: Summarizer) -> Full {
    let doc = vb.read(&input.text);
    let wanted = Wanted { unit, layers: layers.to_vec(), summary };
    let text = input.extracted.then(|| input.text.clone());
    Full { id: input.id.clone(), record: Record::by(&doc, &wanted, input.deadline), text }
}

/// The same as a tree of values, for what looks into it.
fn record(vb: &Analyzer, input: &Input, unit: Unit, layers: &[Layer], summary: Summarizer) -> Value {
    serde_json::to_value(full(vb, input, unit, layers, summary)).unwrap_or_default()
}

/// A record of its own shape, with the text where the caller has never seen it.
fn with_text(mut record: Value, input: &Input) -> Value {
    if input.extracted {
        record["text"] = json!(input.text);
    }
    record
}

/// Edits with offsets of the text that they change, counted in the caller's unit.
fn edits(text: &str, edits: &[Edit], unit: Unit) -> Vec<Value> {
    let offsets = vanban::Offsets::new(text);
    let at = |byte| offsets.convert(byte, unit);
    let entry =
        |e: &Edit| json!({ "start": at(e.span.start()), "end": at(e.span.end()), "replacement": e.replacement });
    edits.iter().map(entry).collect()
}

/// What stands in the place of a record that could not be read.
fn error(bad: &Bad) -> Value {
    json!({ "id": bad.id, "error": bad.cause })
}

/// Runs over all documents to JSON: a record a line, or indented, as a list where there may be several.
fn to_json<T: Serialize>(common: &Common, to: To, each: impl Fn(&Input) -> T + Sync) -> Result<bool, Failure> {
    if to == To::Jsonl {
        let line = |i: &Input| for_output(serde_json::to_string(&each(i)).unwrap_or_default() + "\n");
        return run::all(common, line, |b| format!("{}\n", error(b)), |_, _| Ok(()));
    }
    fn pretty(value: &impl Serialize) -> String {
        for_output(serde_json::to_string_pretty(value).unwrap_or_default())
    }
    if Inputs::is_single(common) {
        return run::all(common, |i| pretty(&each(i)) + "\n", |b| pretty(&error(b)) + "\n", |_, _| Ok(()));
    }
    let mut any = false;
    let failed = run::all(
        common,
        |i| pretty(&each(i)),
        |b| pretty(&error(b)),
        |n, out| {
            any = true;
            out.write_all(if n == 0 { b"[\n" } else { b",\n" })
        },
    )?;
    let mut out = std::io::stdout().lock();
    out.write_all(if any { b"\n]\n" } else { b"[]\n" })?;
    Ok(failed)
}
