//! `vanban expand`

use super::{to_json, unit};
use crate::args::{Expand, Style, To};
use crate::failure::Failure;
use crate::output::for_output;
use crate::run;
use serde_json::json;
use vanban::acronym::{self, Expander};
use vanban::record::Layer;
use vanban::summary::{Limit, Summarizer};

pub fn run(args: &Expand) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    let style = match args.style {
        Style::First => acronym::Style::FirstMention,
        Style::Every => acronym::Style::Every,
        Style::Replace => acronym::Style::Replace,
        Style::Glossary => acronym::Style::Glossary,
    };
    let how = Expander::new(style).min_confidence((args.min_confidence * 1000.0).round() as u16);
    if args.to == To::Text {
        let each = |i: &crate::input::Input| {
            let text = vb.read(&i.text).expand(how).text.into_owned();
            let end = if common.from == crate::args::From::Lines { "\n" } else { "" };
            for_output(text + end)
        };
        return run::all(common, each, |_| String::new(), |_, _| Ok(()));
    }
    to_json(common, args.to, |i| {
        let none = Summarizer::new(Limit::Sentences(0));
        let mut record = super::record(&vb, i, unit(common), &[Layer::Acronyms], none);
        let doc = vb.read(&i.text);
        let expanded = doc.expand(how);
        let edits = expanded.edits.iter().map(|e| {
            let span = doc.convert(e.span, unit(common));
            json!({ "start": span.start(), "end": span.end(), "replacement": e.replacement })
        });
        record["edits"] = edits.collect();
        record["text"] = json!(expanded.text);
        record
    })
}
