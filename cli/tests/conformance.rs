//! The cases that every binding must pass (`bindings/conformance/cases.json`): they say what the library says, and so does
//! the command line. `VANBAN_WRITE_CONFORMANCE=1 cargo test --test conformance` writes them anew.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

#[path = "conformance/cases.rs"]
mod cases;
#[path = "conformance/others.rs"]
mod others;

use assert_cmd::Command;
use others::Part;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use vanban::acronym::Style;
use vanban::record::{Layer, Record, Wanted};
use vanban::summary::{Cap, Lead, Limit, Summarizer};
use vanban::{Analyzer, Unit};

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    Analyze,
    Tokenize,
    Expand,
    Extract,
    Summarize,
    SummarizeTogether,
    Lint,
    Normalize,
}

#[derive(Debug, Serialize)]
pub struct Options {
    offsets: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    layers: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentences: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    syllables: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    characters: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hard: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            offsets: "chars",
            layers: None,
            sentences: None,
            syllables: None,
            characters: None,
            ratio: None,
            hard: None,
            lead: None,
            query: None,
            style: None,
            tone: None,
            as_of: None,
            date: None,
        }
    }
}

#[derive(Debug, Serialize)]
pub struct Case {
    name: &'static str,
    call: Call,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    /// Instead of one text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Part>,
    options: Options,
}

/// A case with what it must give: a record, or the text of an error.
#[derive(Serialize)]
struct Answered<'c> {
    #[serde(flatten)]
    case: &'c Case,
    #[serde(flatten)]
    answer: Answer,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Expected(Value),
    Error(String),
}

const FACTS: [&str; 6] = ["officials", "money", "dates", "percents", "quantities", "citations"];

fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| format!("{text}: a date is written 2018-02-01"))
}

fn layer(name: &str) -> Result<Layer, String> {
    let all: Vec<&str> = Layer::ALL.iter().map(|(_, n)| *n).collect();
    Layer::from_name(name).ok_or_else(|| format!("{name}: no such layer; there are {}", all.join(", ")))
}

impl Case {
    fn analyzer(&self) -> Result<Analyzer, String> {
        let mut builder = Analyzer::builder();
        if let Some(date) = self.options.date {
            builder = builder.date(day(date)?);
        }
        if let Some(date) = self.options.as_of {
            builder = builder.as_of(day(date)?);
        }
        Ok(builder.build())
    }

    fn layers(&self) -> Result<Vec<Layer>, String> {
        let names = match self.call {
            Call::Analyze => {
                self.options.layers.clone().unwrap_or_else(|| Layer::ALL.iter().map(|(_, n)| *n).collect())
            }
            Call::Tokenize => vec!["sentences", "tokens"],
            Call::Expand => vec!["acronyms"],
            Call::Extract => FACTS.to_vec(),
            Call::Summarize => vec!["keyphrases", "summary"],
            Call::SummarizeTogether | Call::Lint | Call::Normalize => vec![],
        };
        names.into_iter().map(layer).collect()
    }

    fn unit(&self) -> Unit {
        match self.options.offsets {
            "bytes" => Unit::Bytes,
            "utf16" => Unit::Utf16,
            _ => Unit::Chars,
        }
    }

    fn style(&self) -> Style {
        match self.options.style {
            Some("every") => Style::Every,
            Some("replace") => Style::Replace,
            _ => Style::FirstMention,
        }
    }

    fn summarizer(&self) -> Summarizer {
        let options = &self.options;
        let limit = match (options.sentences, options.syllables, options.characters, options.ratio) {
            (Some(n), ..) => Limit::Sentences(n),
            (_, Some(n), ..) => Limit::Syllables(n),
            (_, _, Some(n), _) => Limit::Characters(n),
            (.., Some(r)) => Limit::Ratio(r),
            _ => Limit::Sentences(3),
        };
        let cap = if options.hard == Some(true) { Cap::Hard } else { Cap::Near };
        let mut wanted = Summarizer::new(limit).cap(cap).lead(match options.lead {
            Some("present") => Lead::Present,
            Some("absent") => Lead::Absent,
            _ => Lead::Auto,
        });
        if let Some(title) = self.title {
            wanted = wanted.title(title);
        }
        if let Some(query) = self.options.query {
            wanted = wanted.query(query);
        }
        wanted
    }

    fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    fn record(&self) -> Result<Value, String> {
        let vb = self.analyzer()?;
        match self.call {
            Call::Lint => Ok(self.remarks(&vb)),
            Call::Normalize => Ok(self.normalized()),
            Call::SummarizeTogether => Ok(self.as_one(&vb)),
            _ => self.layers_record(&vb),
        }
    }

    fn layers_record(&self, vb: &Analyzer) -> Result<Value, String> {
        let wanted = Wanted { unit: self.unit(), layers: self.layers()?, summary: self.summarizer() };
        let doc = vb.read(self.text());
        let mut record = serde_json::to_value(Record::of(&doc, &wanted)).expect("JSON");
        if self.call == Call::Expand {
            let expanded = doc.expand(self.style());
            let edits = expanded.edits.iter().map(|e| {
                let span = doc.convert(e.span, self.unit());
                json!({ "start": span.start(), "end": span.end(), "replacement": e.replacement })
            });
            record["edits"] = edits.collect();
            record["text"] = json!(expanded.text);
        }
        Ok(record)
    }

    /// The sub-command that answers it.
    fn command(&self) -> &'static str {
        match self.call {
            Call::Analyze => "analyze",
            Call::Tokenize => "tokenize",
            Call::Expand => "expand",
            Call::Extract => "extract",
            Call::Summarize | Call::SummarizeTogether => "summarize",
            Call::Lint => "lint",
            Call::Normalize => "normalize",
        }
    }

    /// What the command line says of the same text, without the id.
    fn said_by_command(&self) -> Value {
        let mut args = vec![self.command().to_owned()];
        args.extend(self.options.hard.filter(|hard| *hard).map(|_| "--hard".to_owned()));
        let mut add = |name: &str, value: Option<String>| args.extend(value.map(|v| format!("--{name}={v}")));
        add("from", Some("jsonl".into()));
        add("to", Some("jsonl".into()));
        add("offsets", Some(self.options.offsets.into()));
        add("only", self.options.layers.as_ref().map(|l| l.join(",")));
        add("sentences", self.options.sentences.map(|n| n.to_string()));
        add("syllables", self.options.syllables.map(|n| n.to_string()));
        add("characters", self.options.characters.map(|n| n.to_string()));
        add("ratio", self.options.ratio.map(|r| r.to_string()));
        add("lead", self.options.lead.map(str::to_owned));
        add("query", self.options.query.map(str::to_owned));
        add("tone", self.options.tone.map(str::to_owned));
        add("style", self.options.style.map(str::to_owned));
        add("as-of", self.options.as_of.map(str::to_owned));
        add("date", self.options.date.map(str::to_owned));
        let input = match &self.text {
            Some(text) => json!({ "id": 1, "text": text, "title": self.title }),
            None => json!({ "id": 1, "documents": self.documents }),
        };
        let input = input.to_string();
        let output = Command::cargo_bin("vanban").expect("the binary").args(&args).write_stdin(input).output();
        let mut record: Value = serde_json::from_slice(&output.expect("runs").stdout).expect("JSON");
        record.as_object_mut().expect("an object").remove("id");
        record
    }
}

fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../bindings/conformance/cases.json"))
}

fn answered(case: &Case) -> Answered<'_> {
    let answer = match case.record() {
        Ok(record) => Answer::Expected(record),
        Err(cause) => Answer::Error(cause),
    };
    Answered { case, answer }
}

#[test]
fn the_cases_of_the_bindings_say_what_the_library_says() {
    let cases = cases::all();
    let answers: Vec<_> = cases.iter().map(answered).collect();
    let now = serde_json::to_string_pretty(&answers).expect("JSON") + "\n";
    if std::env::var_os("VANBAN_WRITE_CONFORMANCE").is_some() {
        std::fs::create_dir_all(file().parent().expect("a directory")).expect("made");
        std::fs::write(file(), &now).expect("written");
    }
    let written = std::fs::read_to_string(file()).expect("bindings/conformance/cases.json");
    let as_list = |text: &str| -> Vec<Value> { serde_json::from_str(text).expect("a list") };
    for (written, now) in as_list(&written).iter().zip(as_list(&now)) {
        assert_eq!(*written, now, "VANBAN_WRITE_CONFORMANCE=1 cargo test --test conformance writes it anew");
    }
    assert_eq!(written, now, "VANBAN_WRITE_CONFORMANCE=1 cargo test --test conformance writes it anew");
}

#[test]
fn the_command_line_says_what_the_library_says() {
    for case in cases::all() {
        // No layer at all cannot be asked for on the command line.
        if case.options.layers.as_ref().is_some_and(Vec::is_empty) {
            continue;
        }
        if let Ok(record) = case.record() {
            assert_eq!(case.said_by_command(), record, "{}", case.name);
        }
    }
}
