//! Answers that are no record of layers: remarks, normalized texts, several texts as one summary.

use super::Case;
use serde::Serialize;
use serde_json::{Value, json};
use vanban::normalize::{self, Options};
use vanban::record::SCHEMA;
use vanban::summary::together;
use vanban::syllable::TonePlacement;
use vanban::{Analyzer, DATA_VERSION, Offsets};

/// One of several texts.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Part {
    pub text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'static str>,
}

impl Case {
    fn head(&self) -> Value {
        json!({ "offsets": self.options.offsets, "schema": SCHEMA, "data": DATA_VERSION })
    }

    pub fn remarks(&self, vb: &Analyzer) -> Value {
        let doc = vb.read(self.text());
        let remarks = doc.lint().into_iter().map(|r| {
            let span = doc.convert(r.span, self.unit());
            let text = r.span.of(self.text());
            json!({ "start": span.start(), "end": span.end(), "kind": r.kind.name(), "text": text, "suggestion": r.suggestion })
        });
        let mut record = self.head();
        record["remarks"] = remarks.collect();
        record
    }

    pub fn normalized(&self) -> Value {
        let tone = match self.options.tone {
            Some("old") => Some(TonePlacement::Old),
            Some("new") => Some(TonePlacement::New),
            _ => None,
        };
        let offsets = Offsets::new(self.text());
        let at = |byte| offsets.convert(byte, self.unit());
        let edits = normalize::edits(self.text(), Options { tone })
            .into_iter()
            .map(|e| json!({ "start": at(e.span.start()), "end": at(e.span.end()), "replacement": e.replacement }));
        let mut record = self.head();
        record["edits"] = edits.collect();
        record["text"] = json!(normalize::normalize(self.text(), Options { tone }));
        record
    }

    pub fn as_one(&self, vb: &Analyzer) -> Value {
        let docs: Vec<_> = self.documents.iter().map(|part| vb.read(part.text)).collect();
        let titled: Vec<_> = docs.iter().zip(self.documents.iter().map(|part| part.title)).collect();
        let summary = match (&docs[..], &self.documents[..]) {
            ([doc], [part]) => doc.summarize(&part.title.map_or(self.summarizer(), |t| self.summarizer().title(t))),
            _ => together(&titled, &self.summarizer()),
        };
        let share = |thousandths: i32| f64::from(thousandths) / 1000.0;
        let sentences = summary.sentences.iter().map(|s| {
            let span = docs[s.document].convert(s.span, self.unit());
            let (score, document) = (share(s.score), s.document);
            json!({ "start": span.start(), "end": span.end(), "text": s.text, "score": score, "document": document })
        });
        let phrases = summary.keyphrases.iter().map(|k| json!({ "text": k.text, "score": share(k.score) }));
        let mut record = self.head();
        record["keyphrases"] = phrases.collect();
        record["summary"] = sentences.collect();
        record
    }
}
