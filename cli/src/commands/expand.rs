//! `vanban expand`

use super::{to_json, unit, with_text};
use crate::args::{Expand, Style, To};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::{apart, for_output};
use crate::place::Place;
use crate::run;
use serde_json::{Value, json};
use vanban::acronym::{self, Doubt, Expander};
use vanban::record::{Layer, SCHEMA};
use vanban::summary::{Limit, Summarizer};
use vanban::{Analyzer, DATA_VERSION, Span};

pub fn run(args: &Expand) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    let style = match args.style {
        Style::First => acronym::Style::FirstMention,
        Style::Every => acronym::Style::Every,
        Style::Replace => acronym::Style::Replace,
        Style::Glossary => acronym::Style::Glossary,
        Style::Review => return review(args, &vb),
    };
    let how = Expander::new(style).min_confidence(thousandths(args.min_confidence.unwrap_or(0.0)));
    if args.to == To::Text {
        let each = |i: &Input| apart(common, vb.read(&i.text).expand(how).text.into_owned());
        return run::all(common, each, |_| String::new(), |_, _| Ok(()));
    }
    to_json(common, args.to, |i| {
        let none = Summarizer::new(Limit::Sentences(0));
        let mut record = super::record(&vb, i, unit(common), &[Layer::Acronyms], none);
        let doc = vb.read(&i.text);
        let expanded = doc.expand(how);
        record["edits"] = json!(super::edits(&i.text, &expanded.edits, unit(common)));
        record["text"] = json!(expanded.text);
        record
    })
}

fn thousandths(share: f64) -> u16 {
    (share * 1000.0).round() as u16
}

/// What a person should look at, instead of the text.
fn review(args: &Expand, vb: &Analyzer) -> Result<bool, Failure> {
    let common = &args.common;
    let sure = thousandths(args.min_confidence.unwrap_or(0.9));
    if args.to == To::Text {
        let each = |i: &Input| {
            let doc = vb.read(&i.text);
            let mut place = Place::new(doc.text());
            for_output(doc.review(sure).iter().map(|d| line(&mut place, d)).collect())
        };
        return run::all(common, each, |_| String::new(), |_, _| Ok(()));
    }
    to_json(common, args.to, |i| {
        let doc = vb.read(&i.text);
        let place = |s: &Span| {
            let span = doc.convert(*s, unit(common));
            json!({ "start": span.start(), "end": span.end() })
        };
        let doubts: Vec<Value> = doc
            .review(sure)
            .iter()
            .map(|d| {
                json!({
                    "form": d.form, "why": d.why.name(), "expansion": d.reading,
                    "confidence": f64::from(d.confidence) / 1000.0, "alternatives": d.alternatives,
                    "places": d.places.iter().map(place).collect::<Vec<_>>(),
                })
            })
            .collect();
        let offsets = unit(common).name();
        let record =
            json!({ "id": i.id, "offsets": offsets, "schema": SCHEMA, "data": DATA_VERSION, "review": doubts });
        with_text(record, i)
    })
}

/// Line of the text, form, what is wrong, how often, the reading and the others.
fn line(place: &mut Place<'_>, doubt: &Doubt) -> String {
    let (number, _) = place.of(doubt.places.first().map_or(0, |s| s.start()));
    let reading = doubt.reading.as_ref().map_or(String::new(), |r| format!(": {r} ({} %)", doubt.confidence / 10));
    let others = match doubt.alternatives.as_slice() {
        [] => String::new(),
        some => format!("; or {}", some.join(", ")),
    };
    format!("{number}: {} {} ({}×){reading}{others}\n", doubt.form, doubt.why.name(), doubt.places.len())
}
