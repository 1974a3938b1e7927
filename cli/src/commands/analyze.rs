//! `vanban analyze`

use super::{summarizer, to_json, unit};
use crate::args::{Analyze, To, ToReport};
use crate::failure::Failure;
use crate::input::{Input, Inputs};
use crate::report::Report;
use crate::run;
use std::io::Write;
use vanban::Analyzer;
use vanban::record::Layer;
use vanban_page::{self as page, Page, Words};

pub fn run(args: &Analyze) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    let layers: Vec<Layer> =
        if args.only.is_empty() { Layer::ALL.iter().map(|(l, _)| *l).collect() } else { args.only.clone() };
    let record = |i: &Input| super::full(&vb, i, unit(common), &layers, summarizer(&args.summary, i.title.as_ref()));
    let words = super::words(args.lang);
    match args.to {
        ToReport::Json => return to_json(common, To::Json, record),
        ToReport::Jsonl => return to_json(common, To::Jsonl, record),
        ToReport::Html => return to_page(args, &vb, words),
        ToReport::Text => {}
    }
    run::all(
        common,
        |i| {
            let doc = vb.read(&i.text);
            let report = Report { doc: &doc, title: title(args, i), name: i.name(), words, layers: &layers };
            report.write(&summarizer(&args.summary, i.title.as_ref()))
        },
        |_| String::new(),
        |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
    )
}

/// The title that the command line gives, else that of the record.
fn title<'a>(args: &'a Analyze, input: &'a Input) -> Option<&'a str> {
    args.summary.title.as_deref().or(input.title.as_deref())
}

/// One web page with all documents, called as the first of them is.
fn to_page(args: &Analyze, vb: &Analyzer, words: Words) -> Result<bool, Failure> {
    let part = |i: &Input| {
        let doc = vb.read(&i.text);
        let page = Page { doc: &doc, title: title(args, i), name: &i.name(), words };
        (page.heading().text, page.write(&summarizer(&args.summary, i.title.as_ref())))
    };
    let mut begun = false;
    let failed = run::each(Inputs::new(&args.common), &args.common, part, |part, out| {
        let (title, text) = part.unwrap_or_else(|bad| (bad.place.clone(), page::error(&bad.place, &bad.cause)));
        if !begun {
            out.write_all(page::head(words, &title).as_bytes())?;
            begun = true;
        }
        out.write_all(text.as_bytes())
    })?;
    let mut out = std::io::stdout().lock();
    if !begun {
        out.write_all(page::head(words, "").as_bytes())?;
    }
    out.write_all(page::FOOT.as_bytes())?;
    Ok(failed)
}
