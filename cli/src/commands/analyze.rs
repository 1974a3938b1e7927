//! `vanban analyze`

use super::{summarizer, to_json, unit};
use crate::args::{Analyze, Lang, To};
use crate::failure::Failure;
use crate::report::{Report, Words};
use crate::run;
use vanban::record::Layer;

pub fn run(args: &Analyze) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    let layers: Vec<Layer> =
        if args.only.is_empty() { Layer::ALL.iter().map(|(l, _)| *l).collect() } else { args.only.clone() };
    if args.to != To::Text {
        return to_json(common, args.to, |i| {
            super::record(&vb, i, unit(common), &layers, summarizer(&args.summary, i.title.as_ref()))
        });
    }
    let words = Words::of(args.lang.unwrap_or_else(system_language));
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

/// Vietnamese where the system speaks it, else English.
fn system_language() -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let language = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if language.starts_with("vi") { Lang::Vi } else { Lang::En }
}
