//! `vanban normalize`

use crate::args::{Normalize, Tone};
use crate::failure::Failure;
use crate::output;
use crate::run;
use vanban::normalize::{self, Options};
use vanban::syllable::TonePlacement;

pub fn run(args: &Normalize) -> Result<bool, Failure> {
    let tone = match args.tone {
        Tone::Keep => None,
        Tone::Old => Some(TonePlacement::Old),
        Tone::New => Some(TonePlacement::New),
    };
    let options = Options { tone };
    run::all(
        &args.common,
        |i| output::apart(&args.common, normalize::normalize(&i.text, options).into_owned()),
        |_| String::new(),
        |_, _| Ok(()),
    )
}
