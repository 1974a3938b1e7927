//! `vanban lint`

use super::{to_json, unit, with_text};
use crate::args::{Lint, To};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::for_output;
use crate::place::Place;
use crate::run;
use serde_json::{Value, json};
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use vanban::record::SCHEMA;
use vanban::{DATA_VERSION, Document, Remark, RemarkKind};

pub fn run(args: &Lint) -> Result<bool, Failure> {
    let common = &args.common;
    let wrong = dictionaries(args)?;
    // Dictionaries alone are checked alone; without anything standard input is the text.
    if common.files.is_empty() && !common.dictionary.is_empty() {
        return if wrong { Err(Failure::Found) } else { Ok(false) };
    }
    let vb = run::analyzer(common)?;
    let found = AtomicBool::new(wrong);
    let remarks = |doc: &Document<'_>| {
        let remarks = doc.lint();
        found.fetch_or(!remarks.is_empty(), Relaxed);
        remarks
    };
    let failed = if args.to == To::Text {
        let day = common.as_of.map_or("the date of the text".to_owned(), |day| day.to_string());
        let each = |i: &Input| for_output(lines(i, &remarks(&vb.read(&i.text)), &day));
        run::all(common, each, |_| String::new(), |_, _| Ok(()))?
    } else {
        to_json(common, args.to, |i| {
            let doc = vb.read(&i.text);
            record(args, &doc, i, &remarks(&doc))
        })?
    };
    if found.into_inner() { Err(Failure::Found) } else { Ok(failed) }
}

/// Checks all dictionaries; whether something is wrong with one. With one that does not load no text can be read.
fn dictionaries(args: &Lint) -> Result<bool, Failure> {
    let (mut found, mut broken) = (false, false);
    let missing = args.common.dictionary.iter().find(|p| !p.exists() || p.is_dir());
    if let Some(path) = missing {
        run::dictionary(path)?;
    }
    let mut out = std::io::stdout().lock();
    for path in &args.common.dictionary {
        let name = path.display();
        match run::dictionary(path) {
            Ok(dictionary) => {
                for finding in dictionary.lint() {
                    found = true;
                    writeln!(out, "{name}:{}: {}", finding.line, finding.message)?;
                }
            }
            // A dictionary that does not load is what lint is there to say.
            Err(Failure::Usage(message)) => {
                writeln!(out, "{message}")?;
                broken = true;
            }
            Err(other) => return Err(other),
        }
    }
    if broken { Err(Failure::Found) } else { Ok(found) }
}

/// A line for each remark: document, line, column (in characters), and what is wrong.
fn lines(input: &Input, remarks: &[Remark], day: &str) -> String {
    let name = input.name();
    let mut out = String::new();
    let mut place = Place::new(&input.text);
    for remark in remarks {
        let (line, column) = place.of(remark.span.start());
        out += &format!("{name}:{line}:{column}: {}\n", message(remark, remark.span.of(&input.text), day));
    }
    out
}

/// What is wrong; `day` is the one that names are held against.
fn message(remark: &Remark, text: &str, day: &str) -> String {
    let instead = remark.suggestion.as_ref().map_or(String::new(), |s| format!("; write \"{s}\""));
    match remark.kind {
        RemarkKind::Decomposed => "letters and their marks are typed apart here; vanban normalize mends that".into(),
        RemarkKind::Lost => "a letter was lost here (U+FFFD)".into(),
        RemarkKind::LookAlike => format!("\"{text}\" holds a letter that only looks like Đ{instead}"),
        RemarkKind::ToneStyle => format!("\"{text}\" has its tone mark elsewhere than most words here{instead}"),
        RemarkKind::Doubled => format!("\"{text}\": twice the same word{instead}"),
        RemarkKind::Misspelt => format!("\"{text}\" is misspelt{instead}"),
        RemarkKind::Stale => match &remark.suggestion {
            Some(now) => format!("\"{text}\" had ended by {day}; now \"{now}\""),
            None => format!("\"{text}\" had ended by {day}"),
        },
        RemarkKind::Undefined => format!("\"{text}\": no dictionary has it and the text does not explain it"),
        _ => format!("\"{text}\": {}{instead}", remark.kind.name()),
    }
}

fn record(args: &Lint, doc: &Document<'_>, input: &Input, remarks: &[Remark]) -> Value {
    let unit = unit(&args.common);
    let entry = |r: &Remark| {
        let span = doc.convert(r.span, unit);
        let text = r.span.of(&input.text);
        json!({ "start": span.start(), "end": span.end(), "kind": r.kind.name(), "text": text, "suggestion": r.suggestion })
    };
    let remarks: Vec<Value> = remarks.iter().map(entry).collect();
    let record =
        json!({ "id": input.id, "offsets": unit.name(), "schema": SCHEMA, "data": DATA_VERSION, "remarks": remarks });
    with_text(record, input)
}
