//! `vanban extract`

use super::{to_json, unit};
use crate::args::{Extract, To, ToTable};
use crate::facts::{Cutter, fact_layers, facts_of};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::for_output;
use crate::report::Report;
use crate::run;
use serde_json::Value;
use std::io::Write;
use vanban::Unit;
use vanban::record::Layer;
use vanban::summary::{Limit, Summarizer};

/// The columns of tsv and csv: a fact a line.
const COLUMNS: [&str; 17] = [
    "document",
    "kind",
    "start",
    "end",
    "text",
    "value",
    "low",
    "high",
    "unit",
    "note",
    "title",
    "organization",
    "number",
    "date",
    "same_as",
    "body",
    "sentence",
];

pub fn run(args: &Extract) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    let layers: Vec<Layer> = if args.only.is_empty() { fact_layers() } else { args.only.clone() };
    let full = |i: &Input| super::full(&vb, i, unit(common), &layers, Summarizer::new(Limit::Sentences(0)));
    let separator = match args.to {
        ToTable::Json => return to_json(common, To::Json, full),
        ToTable::Jsonl => return to_json(common, To::Jsonl, full),
        ToTable::Text => {
            let words = super::words(args.lang);
            return run::all(
                common,
                |i| {
                    let doc = vb.read(&i.text);
                    let report =
                        Report { doc: &doc, title: i.title.as_deref(), name: i.name(), words, layers: &layers };
                    report.write(&Summarizer::new(Limit::Sentences(0)))
                },
                |_| String::new(),
                |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
            );
        }
        ToTable::Tsv => '\t',
        ToTable::Csv => ',',
    };
    // Tables show the sentence of each fact.
    let layers: Vec<Layer> = layers.iter().copied().chain([Layer::Sentences]).collect();
    let record = |i: &Input| super::record(&vb, i, unit(common), &layers, Summarizer::new(Limit::Sentences(0)));
    let mark = if args.bom { "\u{FEFF}" } else { "" };
    // The columns stand there whatever was found.
    write!(std::io::stdout().lock(), "{mark}{}", row(&COLUMNS.map(str::to_owned), separator))?;
    let each = |i: &Input| for_output(rows(&i.text, &record(i), unit(common), separator));
    run::all(common, each, |_| String::new(), |_, _| Ok(()))
}

/// The facts of one record, a line each.
fn rows(text: &str, record: &Value, unit: Unit, separator: char) -> String {
    let cutter = Cutter::new(text, unit);
    let mut out = String::new();
    for (kind, fact) in facts_of(record) {
        out.push_str(&row(&cells(&cutter, record, kind, fact), separator));
    }
    out
}

fn cells(cutter: &Cutter<'_>, record: &Value, kind: &str, fact: &Value) -> [String; 17] {
    let get = |key: &str| plain(&fact[key]);
    let first = |keys: &[&str]| keys.iter().map(|k| get(k)).find(|v| !v.is_empty()).unwrap_or_default();
    let note: Vec<String> = ["bound", "per", "covers", "alternative", "of", "grain", "role", "rank"]
        .iter()
        .filter(|k| !get(k).is_empty() && get(k) != "exact")
        .map(|k| format!("{k}={}", get(k)))
        .collect();
    [
        plain(&record["id"]),
        kind.to_owned(),
        get("start"),
        get("end"),
        cutter.cut(&fact["start"], &fact["end"]).to_owned(),
        get("value"),
        get("low"),
        get("high"),
        first(&["currency", "unit"]),
        note.join("; "),
        first(&["title", "type"]),
        first(&["organization", "issuer"]),
        get("number"),
        first(&["date", "until"]),
        get("same_as"),
        first(&["body", "body_ended"]),
        sentence(cutter, record, fact),
    ]
}

/// So much of a sentence is shown on either side of where its fact begins: a table of a text without stops would
/// otherwise hold all of it in each row.
const AROUND: u64 = 300;

/// The sentence that a fact begins in; of a long one what stands around the fact.
fn sentence(cutter: &Cutter<'_>, record: &Value, fact: &Value) -> String {
    let at = fact["start"].as_u64().unwrap_or(0);
    let Some(sentences) = record["sentences"].as_array() else { return String::new() };
    let n = sentences.partition_point(|s| s["end"].as_u64().is_some_and(|end| end <= at));
    let ends = |s: &Value| s["start"].as_u64().zip(s["end"].as_u64());
    let Some((start, end)) = sentences.get(n).and_then(ends) else { return String::new() };
    let (from, to) = (start.max(at.saturating_sub(AROUND)), end.min(at + AROUND));
    let cut = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{}", cut(from > start), cutter.around(from, to), cut(to < end))
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        other => other.to_string(),
    }
}

/// A line of cells. In csv a cell with separators is quoted; in tsv white space in a cell is one space.
fn row(cells: &[String; 17], separator: char) -> String {
    let cell = |c: &String| {
        let c = c.split_whitespace().collect::<Vec<_>>().join(" ");
        // A spreadsheet would run a cell that begins like a formula.
        let c = if c.starts_with(['=', '+', '-', '@']) && c.parse::<f64>().is_err() { format!("'{c}") } else { c };
        if separator == ',' && c.contains([',', '"']) { format!("\"{}\"", c.replace('"', "\"\"")) } else { c }
    };
    let mut line = cells.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string());
    line.push('\n');
    line
}
