//! `vanban lint`

use super::{to_json, unit};
use crate::args::{Lint, To};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::for_output;
use crate::run;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use vanban::record::SCHEMA;
use vanban::{Analyzer, DATA_VERSION, Remark, RemarkKind};

pub fn run(args: &Lint) -> Result<bool, Failure> {
    let common = &args.common;
    let wrong = dictionaries(args)?;
    // Dictionaries alone are checked alone; without anything standard input is the text.
    if common.files.is_empty() && !common.dictionary.is_empty() {
        return if wrong { Err(Failure::Found) } else { Ok(false) };
    }
    let vb = run::analyzer(common)?;
    let found = AtomicBool::new(wrong);
    let remarks = |i: &Input| {
        let remarks = vb.read(&i.text).lint();
        found.fetch_or(!remarks.is_empty(), Relaxed);
        remarks
    };
    let failed = if args.to == To::Text {
        run::all(common, |i| for_output(lines(i, &remarks(i))), |_| String::new(), |_, _| Ok(()))?
    } else {
        to_json(common, args.to, |i| record(args, &vb, i, &remarks(i)))?
    };
    if found.into_inner() { Err(Failure::Found) } else { Ok(failed) }
}

/// Checks the dictionaries; whether something is wrong with one.
fn dictionaries(args: &Lint) -> Result<bool, Failure> {
    let mut found = false;
    for path in &args.common.dictionary {
        let name = path.display();
        match run::dictionary(path) {
            Ok(dictionary) => {
                for finding in dictionary.lint() {
                    found = true;
                    println!("{name}:{}: {}", finding.line, finding.message);
                }
            }
            // A dictionary that does not load is what lint is there to say.
            Err(Failure::Usage(message)) => {
                println!("{message}");
                return Err(Failure::Found);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

/// A line for each remark: document, line, column (in characters), and what is wrong.
fn lines(input: &Input, remarks: &[Remark]) -> String {
    let name = input.id.as_str().map_or_else(|| input.id.to_string(), str::to_owned);
    let mut out = String::new();
    for remark in remarks {
        let before = input.text.get(..remark.span.start()).unwrap_or("");
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        out += &format!("{name}:{line}:{column}: {}\n", message(remark, remark.span.of(&input.text)));
    }
    out
}

fn message(remark: &Remark, text: &str) -> String {
    let instead = remark.suggestion.as_ref().map_or(String::new(), |s| format!("; write \"{s}\""));
    match remark.kind {
        RemarkKind::Decomposed => "letters and their marks are typed apart here; vanban normalize mends that".into(),
        RemarkKind::Lost => "a letter was lost here (U+FFFD)".into(),
        RemarkKind::LookAlike => format!("\"{text}\" holds a letter that only looks like Đ{instead}"),
        RemarkKind::ToneStyle => format!("\"{text}\" has its tone mark elsewhere than most words here{instead}"),
        RemarkKind::Doubled => format!("\"{text}\": twice the same word{instead}"),
        RemarkKind::Misspelt => format!("\"{text}\" is misspelt{instead}"),
        RemarkKind::Stale => match &remark.suggestion {
            Some(now) => format!("\"{text}\" had ended by the date of the text; now \"{now}\""),
            None => format!("\"{text}\" had ended by the date of the text"),
        },
        RemarkKind::Undefined => format!("\"{text}\": no dictionary has it and the text does not explain it"),
        _ => format!("\"{text}\": {}{instead}", remark.kind.name()),
    }
}

fn record(args: &Lint, vb: &Analyzer, input: &Input, remarks: &[Remark]) -> Value {
    let doc = vb.read(&input.text);
    let unit = unit(&args.common);
    let entry = |r: &Remark| {
        let span = doc.convert(r.span, unit);
        let text = r.span.of(&input.text);
        json!({ "start": span.start(), "end": span.end(), "kind": r.kind.name(), "text": text, "suggestion": r.suggestion })
    };
    let remarks: Vec<Value> = remarks.iter().map(entry).collect();
    json!({ "id": input.id, "offsets": unit.name(), "schema": SCHEMA, "data": DATA_VERSION, "remarks": remarks })
}
