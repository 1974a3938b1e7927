//! `vanban summarize`

use super::{summarizer, to_json, unit};
use crate::args::{Summarize, To};
use crate::failure::Failure;
use crate::output::for_output;
use crate::run;
use vanban::record::Layer;

pub fn run(args: &Summarize) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    if args.to != To::Text {
        let layers = [Layer::Keyphrases, Layer::Summary];
        return to_json(common, args.to, |i| {
            super::record(&vb, i, unit(common), &layers, summarizer(&args.summary, i.title.as_ref()))
        });
    }
    let several = common.files.len() > 1;
    run::all(
        common,
        |i| {
            let doc = vb.read(&i.text);
            let lines = crate::report::readable_summary(&doc, &summarizer(&args.summary, i.title.as_ref()));
            let head = if several { format!("# {}\n", i.id.as_str().unwrap_or("")) } else { String::new() };
            for_output(head + &lines.join("\n") + "\n")
        },
        |_| String::new(),
        |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
    )
}
