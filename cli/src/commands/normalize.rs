//! `vanban normalize`

use super::{to_json, unit};
use crate::args::{Normalize, To, Tone};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::apart;
use crate::run;
use serde_json::{Value, json};
use vanban::DATA_VERSION;
use vanban::normalize::{Options, edits, normalize};
use vanban::record::SCHEMA;
use vanban::syllable::TonePlacement;

pub fn run(args: &Normalize) -> Result<bool, Failure> {
    let common = &args.common;
    let tone = match args.tone {
        Tone::Keep => None,
        Tone::Old => Some(TonePlacement::Old),
        Tone::New => Some(TonePlacement::New),
    };
    let options = Options { tone };
    if args.to != To::Text {
        return to_json(common, args.to, |i| record(args, i, options));
    }
    run::all(common, |i| apart(common, normalize(&i.text, options).into_owned()), |_| String::new(), |_, _| Ok(()))
}

/// The text that comes out, and the edits that made it: their offsets are those of the text that went in.
fn record(args: &Normalize, input: &Input, options: Options) -> Value {
    let unit = unit(&args.common);
    json!({
        "id": input.id, "offsets": unit.name(), "schema": SCHEMA, "data": DATA_VERSION,
        "edits": super::edits(&input.text, &edits(&input.text, options), unit),
        "text": normalize(&input.text, options),
    })
}
