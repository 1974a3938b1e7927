//! `vanban analyze`

use super::{summarizer, to_json, unit};
use crate::args::{Analyze, Lang, To, ToReport};
use crate::failure::Failure;
use crate::input::Input;
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
    let words = Words::of(args.lang.unwrap_or_else(system_language).into());
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
            let name = i.id.as_str().unwrap_or("").to_owned();
            Report { doc: &doc, name, words, layers: &layers }.write(&summarizer(&args.summary, i.title.as_ref()))
        },
        |_| String::new(),
        |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
    )
}

/// One web page with all documents.
fn to_page(args: &Analyze, vb: &Analyzer, words: Words) -> Result<bool, Failure> {
    let failed = run::all(
        &args.common,
        |i| {
            let doc = vb.read(&i.text);
            let name = i.id.as_str().map_or_else(|| i.id.to_string(), str::to_owned);
            Page { doc: &doc, name: &name, words }.write(&summarizer(&args.summary, i.title.as_ref()))
        },
        |bad| page::error(&bad.place, &bad.cause),
        |n, out| if n == 0 { out.write_all(page::head(words).as_bytes()) } else { Ok(()) },
    )?;
    std::io::stdout().lock().write_all(page::FOOT.as_bytes())?;
    Ok(failed)
}

/// Vietnamese where the system speaks it, else English.
fn system_language() -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let language = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if language.starts_with("vi") { Lang::Vi } else { Lang::En }
}
