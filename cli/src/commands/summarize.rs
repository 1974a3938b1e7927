//! `vanban summarize`

use super::{summarizer, to_json, unit, with_text};
use crate::args::{Summarize, To};
use crate::facts::{Cutter, fact_layers, facts_of};
use crate::failure::Failure;
use crate::input::{Input, Inputs, Part};
use crate::output::for_output;
use crate::run;
use serde_json::{Value, json};
use std::io::Write;
use vanban::record::{Record, SCHEMA, Wanted};
use vanban::summary::{Summary, together};
use vanban::{Analyzer, DATA_VERSION, Document, Span};
use vanban_page::readable;

pub fn run(args: &Summarize) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    if args.together {
        return all_as_one(args, &vb);
    }
    if args.to != To::Text {
        return to_json(common, args.to, |i| record(args, &vb, i));
    }
    let several = Inputs::may_be_files(common);
    run::all(
        common,
        |i| {
            let head = if several { format!("# {}\n", i.name()) } else { String::new() };
            for_output(head + &text(args, &vb, i))
        },
        |_| String::new(),
        |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
    )
}

/// The texts of an input with their titles.
fn parts(input: &Input) -> Vec<Part> {
    if input.documents.is_empty() {
        return vec![Part { text: input.text.clone(), title: input.title.clone() }];
    }
    input.documents.clone()
}

/// The summary of texts as one, and what was read.
fn of_parts<'t>(args: &Summarize, vb: &Analyzer, parts: &'t [Part]) -> (Vec<Document<'t>>, Summary) {
    let docs: Vec<Document<'t>> = parts.iter().map(|p| vb.read(&p.text)).collect();
    let summary = match (&docs[..], parts) {
        ([doc], [part]) => doc.summarize(&summarizer(&args.summary, part.title.as_ref())),
        _ => {
            let titled: Vec<_> = docs.iter().zip(parts.iter().map(|p| p.title.as_deref())).collect();
            together(&titled, &summarizer(&args.summary, None))
        }
    };
    (docs, summary)
}

fn text(args: &Summarize, vb: &Analyzer, input: &Input) -> String {
    let parts = parts(input);
    let (docs, summary) = of_parts(args, vb, &parts);
    let names: Vec<String> = (1..=docs.len()).map(|n| n.to_string()).collect();
    lines(args, &docs, &summary, &names)
}

/// A sentence a line, behind its source where there are several, then what else was asked for.
fn lines(args: &Summarize, docs: &[Document<'_>], summary: &Summary, names: &[String]) -> String {
    let mut out = String::new();
    for (n, doc) in docs.iter().enumerate() {
        let own: Vec<_> = summary.sentences.iter().filter(|s| s.document == n).collect();
        let spans: Vec<_> = own.iter().map(|s| s.span).collect();
        for (sentence, line) in own.iter().zip(readable(doc, &spans, args.plain)) {
            if docs.len() > 1 {
                out += &format!("[{}] ", names.get(n).map_or("", String::as_str));
            }
            out += &line;
            out.push('\n');
            if args.explain {
                let parts = sentence.parts.iter().map(|p| format!("{} {:+}", p.name, p.score));
                out += &format!("    score {}: {}\n", sentence.score, parts.collect::<Vec<_>>().join(", "));
            }
        }
    }
    if args.facts {
        for fact in facts(args, docs, summary) {
            let value = ["value", "organization", "number"].iter().find_map(|k| fact[*k].as_str());
            let value = value.map_or(String::new(), |v| format!(" = {v}"));
            out +=
                &format!("  {}: {}{value}\n", fact["kind"].as_str().unwrap_or(""), fact["text"].as_str().unwrap_or(""));
        }
    }
    out
}

/// The facts that stand in the chosen sentences.
fn facts(args: &Summarize, docs: &[Document<'_>], summary: &Summary) -> Vec<Value> {
    let unit = unit(&args.common);
    let wanted = Wanted { unit, layers: fact_layers(), summary: summarizer(&args.summary, None) };
    let mut all = Vec::new();
    for (n, doc) in docs.iter().enumerate() {
        let record = serde_json::to_value(Record::of(doc, &wanted)).unwrap_or_default();
        let cutter = Cutter::new(doc.text(), unit);
        let chosen = summary.sentences.iter().filter(|s| s.document == n);
        let spans: Vec<Span> = chosen.map(|s| doc.convert(s.span, unit)).collect();
        for (kind, fact) in facts_of(&record) {
            let at = fact["start"].as_u64().unwrap_or(u64::MAX) as usize;
            if spans.iter().any(|s| s.start() <= at && at < s.end()) {
                let mut fact = fact.clone();
                fact["text"] = json!(cutter.cut(&fact["start"], &fact["end"]));
                (fact["kind"], fact["document"]) = (json!(kind), json!(n));
                all.push(fact);
            }
        }
    }
    all
}

fn record(args: &Summarize, vb: &Analyzer, input: &Input) -> Value {
    let parts = parts(input);
    let (docs, summary) = of_parts(args, vb, &parts);
    with_text(json_of(args, input.id.clone(), &docs, &summary), input)
}

/// The summary as a record; offsets are those of each sentence's own document.
fn json_of(args: &Summarize, id: Value, docs: &[Document<'_>], summary: &Summary) -> Value {
    let unit = unit(&args.common);
    let share = |thousandths: i32| f64::from(thousandths) / 1000.0;
    let sentence = |s: &vanban::summary::Chosen| {
        let span = docs.get(s.document).map_or(s.span, |doc| doc.convert(s.span, unit));
        let mut entry = json!({
            "start": span.start(), "end": span.end(), "text": s.text, "score": share(s.score), "document": s.document,
        });
        if args.explain {
            entry["parts"] = s.parts.iter().map(|p| (p.name.to_owned(), json!(share(p.score)))).collect();
        }
        entry
    };
    let phrase = |k: &vanban::summary::Keyphrase| json!({ "text": k.text, "score": share(k.score) });
    let mut record = json!({
        "id": id, "offsets": unit.name(), "schema": SCHEMA, "data": DATA_VERSION,
        "keyphrases": summary.keyphrases.iter().map(phrase).collect::<Vec<_>>(),
        "summary": summary.sentences.iter().map(sentence).collect::<Vec<_>>(),
    });
    if args.facts {
        record["facts"] = json!(facts(args, docs, summary));
    }
    record
}

/// All inputs as one.
fn all_as_one(args: &Summarize, vb: &Analyzer) -> Result<bool, Failure> {
    let (mut all, mut names, mut failed) = (Vec::new(), Vec::new(), false);
    for item in Inputs::new(&args.common) {
        match item {
            Ok(input) => {
                let own = parts(&input);
                let name = input.name();
                names.extend(std::iter::repeat_n(name, own.len()));
                all.extend(own);
            }
            Err(bad) => {
                eprintln!("vanban: {}: {}", bad.place, bad.cause);
                failed = true;
                if args.common.strict {
                    return Err(Failure::Strict);
                }
            }
        }
    }
    let (docs, summary) = of_parts(args, vb, &all);
    let out = match args.to {
        To::Text => for_output(lines(args, &docs, &summary, &names)),
        To::Json => {
            serde_json::to_string_pretty(&json_of(args, json!(names), &docs, &summary)).unwrap_or_default() + "\n"
        }
        To::Jsonl => format!("{}\n", json_of(args, json!(names), &docs, &summary)),
    };
    std::io::stdout().lock().write_all(out.as_bytes())?;
    Ok(failed)
}
