//! Several texts on one matter as one summary, as `vanban summarize` writes it for a record of several documents.

use crate::json::{Head, to_json};
use crate::options::Summarizer;
use serde::Serialize;
use vanban::summary::{Chosen, Keyphrase, Summary, together};
use vanban::{Analyzer, Document, Unit};

#[derive(Serialize)]
struct Together {
    #[serde(flatten)]
    head: Head,
    keyphrases: Vec<Phrase>,
    summary: Vec<Sentence>,
}

#[derive(Serialize)]
struct Phrase {
    text: String,
    score: f64,
}

#[derive(Serialize)]
struct Sentence {
    start: usize,
    end: usize,
    text: String,
    score: f64,
    document: usize,
}

/// The JSON of the summary of texts, each with its title where it has one.
pub fn json(vb: &Analyzer, texts: &[(&str, Option<&str>)], wanted: &Summarizer, unit: Unit) -> Result<String, String> {
    let docs: Vec<Document<'_>> = texts.iter().map(|(text, _)| vb.read(text)).collect();
    let titled: Vec<_> = docs.iter().zip(texts.iter().map(|(_, title)| *title)).collect();
    let summary = summary(&titled, wanted);
    let keyphrases = summary.keyphrases.into_iter().map(phrase).collect();
    let summary = summary.sentences.into_iter().map(|s| sentence(&docs, s, unit)).collect();
    to_json(&Together { head: Head::new(unit), keyphrases, summary })
}

/// A text alone is summarized as such, as on the command line.
fn summary(titled: &[(&Document<'_>, Option<&str>)], wanted: &Summarizer) -> Summary {
    match titled {
        [(doc, title)] => doc.summarize(&wanted.with_title(*title)),
        _ => together(titled, &wanted.with_title(None)),
    }
}

fn phrase(phrase: Keyphrase) -> Phrase {
    Phrase { text: phrase.text, score: share(phrase.score) }
}

/// A sentence with its place in its own document.
fn sentence(docs: &[Document<'_>], chosen: Chosen, unit: Unit) -> Sentence {
    let span = docs.get(chosen.document).map_or(chosen.span, |doc| doc.convert(chosen.span, unit));
    Sentence {
        start: span.start(),
        end: span.end(),
        text: chosen.text,
        score: share(chosen.score),
        document: chosen.document,
    }
}

/// Thousandths as a number between 0 and 1.
fn share(thousandths: i32) -> f64 {
    f64::from(thousandths) / 1000.0
}
