//! Models from bytes that may be damaged, put to use on a text: what the fuzzer asks of every loader.
//!
//! A model that does not open is an error; one that opens may say nonsense, but reads every text to its end.

use crate::acronym::learn;
use crate::error::Error;
use crate::scan::scan;
use crate::segment::model::{Model, Scratch};
use crate::{Analyzer, summary, zone};

/// Whose model it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Where words end.
    Segment,
    /// How well a sentence stands for the whole.
    Summary,
    /// What the words around an acronym say.
    Acronyms,
    /// What each paragraph is for.
    Zones,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Segment, Kind::Summary, Kind::Acronyms, Kind::Zones];

    /// The file as it is built in.
    pub fn file(self) -> &'static [u8] {
        match self {
            Kind::Segment => include_bytes!("../../dictionaries/models/segment.bin"),
            Kind::Summary => include_bytes!("../../dictionaries/models/summary.bin"),
            Kind::Acronyms => include_bytes!("../../dictionaries/models/acronyms.bin"),
            Kind::Zones => include_bytes!("../../dictionaries/models/zones.bin"),
        }
    }

    /// Opens the bytes as a model and asks it about the text. What comes back is a sum of its answers, the same each time.
    ///
    /// # Errors
    /// What does not open.
    pub fn read(self, bytes: &'static [u8], text: &str) -> Result<i64, Error> {
        match self {
            Kind::Segment => Model::open(bytes).map(|model| joins(&model, text)),
            Kind::Summary => summary::learning::scores(&Analyzer::new(), text, bytes),
            Kind::Acronyms => learn::scores(text, bytes),
            Kind::Zones => zone::learning::kinds(text, bytes).map(|kinds| kinds.len() as i64),
        }
    }
}

/// How many boundaries of the text a model joins.
fn joins(model: &Model, text: &str) -> i64 {
    let atoms = scan(text);
    let mut scratch = Scratch::default();
    scratch.load(&atoms);
    model.score(&mut scratch);
    (0..atoms.len()).filter(|&n| scratch.joins(n)).count() as i64
}
