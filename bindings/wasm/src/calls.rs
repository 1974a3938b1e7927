//! What the calls do, in plain Rust: the same natively and in the browser.

use crate::options::Options;
use serde::Serialize;
use serde_json::{Value, json};
use vanban::Analyzer;
use vanban::record::{Layer, Record};
use vanban::summary::{Limit, Summarizer};
use vanban_page::{Lang, Page, Words};

/// The record of a text as JSON.
///
/// # Errors
/// Options that cannot be used.
pub fn analyze(text: &str, options: &str) -> Result<String, String> {
    let options = Options::read(options)?;
    let layers = options.layers()?;
    json_of(&record(text, &options, layers)?)
}

/// The text with its acronyms spelled out, as JSON.
///
/// # Errors
/// Options that cannot be used.
pub fn expand(text: &str, options: &str) -> Result<String, String> {
    let options = Options::read(options)?;
    let (expander, unit) = (options.expander()?, options.unit()?);
    let mut full = serde_json::to_value(record(text, &options, vec![Layer::Acronyms])?).map_err(|e| e.to_string())?;
    let vb = options.analyzer()?;
    let doc = vb.read(text);
    let expanded = doc.expand(expander);
    let edits = expanded.edits.iter().map(|e| {
        let span = doc.convert(e.span, unit);
        json!({ "start": span.start(), "end": span.end(), "replacement": e.replacement })
    });
    full["edits"] = edits.collect();
    full["text"] = Value::from(expanded.text);
    json_of(&full)
}

/// The summary of a text with its keyphrases, as JSON.
///
/// # Errors
/// Options that cannot be used.
pub fn summarize(text: &str, options: &str) -> Result<String, String> {
    json_of(&record(text, &Options::read(options)?, vec![Layer::Keyphrases, Layer::Summary])?)
}

/// The report of a text as a fragment of HTML, as the command line writes it.
///
/// # Errors
/// A language that the report does not speak.
pub fn report(text: &str, lang: &str) -> Result<String, String> {
    let (lang, name) = match lang {
        "en" => (Lang::En, "Text"),
        "vi" => (Lang::Vi, "Văn bản"),
        other => return Err(format!("lang: {other}: there are en and vi")),
    };
    let vb = Analyzer::new();
    let page = Page { doc: &vb.read(text), title: None, name, words: Words::of(lang) };
    Ok(page.write(&Summarizer::new(Limit::Sentences(3))))
}

fn record(text: &str, options: &Options, layers: Vec<Layer>) -> Result<Record, String> {
    let wanted = options.wanted(layers)?;
    let vb = options.analyzer()?;
    Ok(Record::of(&vb.read(text), &wanted))
}

fn json_of(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|e| e.to_string())
}
