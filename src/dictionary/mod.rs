//! Dictionaries: what a form may mean, which words stay together, what is never expanded. Built-in ones lie under the
//! caller's own, and a later one wins.
//!
//! The main format is TOML (see `dictionaries/acronyms/` for the built-in files); quick lists may be TSV
//! (`form<TAB>expansion[<TAB>domain]`), and programs may write the same keys as JSON.

pub(crate) mod index;
mod json;
mod lint;
mod parse;

pub use lint::Finding;

use crate::error::Error;
use jiff::civil::Date;
use std::io::Read;

/// The field that a dictionary, or a text, belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Domain {
    /// What every reader knows.
    Core,
    /// State administration and party.
    Administration,
    /// Law, courts and types of documents.
    Law,
    /// Industry, trade and energy (công thương).
    CongThuong,
    /// Finance, banking, tax and customs.
    Finance,
    /// Agriculture, rural development, environment.
    Agriculture,
    /// Construction and transport.
    ConstructionTransport,
    /// Education.
    Education,
    /// Health.
    Health,
    /// Labour and social insurance.
    LabourInsurance,
    /// Defence and police.
    DefencePolice,
    /// Science and information technology.
    ScienceIt,
    /// Provinces and places.
    Places,
    /// Culture, sport, media.
    CultureSport,
    /// The caller's own.
    User,
}

impl Domain {
    /// All domains with their names.
    pub const NAMES: [(Domain, &'static str); 15] = [
        (Domain::Core, "core"),
        (Domain::Administration, "administration"),
        (Domain::Law, "law"),
        (Domain::CongThuong, "cong-thuong"),
        (Domain::Finance, "finance"),
        (Domain::Agriculture, "agriculture"),
        (Domain::ConstructionTransport, "construction-transport"),
        (Domain::Education, "education"),
        (Domain::Health, "health"),
        (Domain::LabourInsurance, "labour-insurance"),
        (Domain::DefencePolice, "defence-police"),
        (Domain::ScienceIt, "science-it"),
        (Domain::Places, "places"),
        (Domain::CultureSport, "culture-sport"),
        (Domain::User, "user"),
    ];

    /// The domain of a name such as "cong-thuong".
    pub fn from_name(name: &str) -> Option<Domain> {
        Domain::NAMES.iter().find(|(_, n)| *n == name).map(|(d, _)| *d)
    }

    /// The name of the domain.
    pub fn name(self) -> &'static str {
        Domain::NAMES.iter().find(|(d, _)| *d == self).map_or("", |(_, n)| n)
    }
}

/// When a form may be expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expand {
    /// Wherever it stands.
    Always,
    /// Only where the text speaks for one of its senses.
    Context,
    /// Not at all: it is read as it stands.
    Never,
}

/// A form and what it may mean.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Acronym {
    pub(crate) form: String,
    /// Other spellings of the form.
    pub(crate) also: Vec<String>,
    pub(crate) expand: Expand,
    pub(crate) senses: Vec<Sense>,
    /// Where it stands in its file, from 1.
    pub(crate) line: usize,
}

/// One meaning of a form, with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sense {
    pub(crate) expansion: String,
    pub(crate) domain: Domain,
    /// How usual it is beside the other senses of its form, 1 to 9.
    pub(crate) weight: u8,
    /// Phrases that speak for it nearby or elsewhere in the document.
    pub(crate) cues: Vec<String>,
    /// Phrases that fix it directly before the form.
    pub(crate) left: Vec<String>,
    /// Phrases that fix it directly after the form.
    pub(crate) right: Vec<String>,
    /// The first day of a body that has not always been.
    pub(crate) from: Option<Date>,
    /// The last day of a body that has ended.
    pub(crate) until: Option<Date>,
}

/// A word of the caller's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserWord {
    pub(crate) text: String,
    pub(crate) keep: Keep,
}

/// How the syllables of a user word are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    Joined,
    Apart,
}

/// A set of entries from one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dictionary {
    pub(crate) acronyms: Vec<Acronym>,
    pub(crate) words: Vec<UserWord>,
}

impl Dictionary {
    /// Reads a dictionary in TOML, TSV or JSON, told apart by their first character; `name` is for messages only.
    ///
    /// # Errors
    /// What cannot be read, is not UTF-8 or does not parse, with file and line.
    pub fn read(mut reader: impl Read, name: &str) -> Result<Dictionary, Error> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|e| Error::new(name, None, e.to_string()))?;
        let text = String::from_utf8(bytes)
            .map_err(|e| Error::new(name, None, format!("not UTF-8 at byte {}", e.utf8_error().valid_up_to())))?;
        Dictionary::parse(&text, name)
    }

    /// As [`read`](Dictionary::read), from text.
    ///
    /// ```
    /// let own = vanban::Dictionary::parse("KCX\tkhu chế xuất\tcong-thuong\n", "own.tsv")?; // "export processing zone"
    /// assert_eq!(own.len(), 1);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// What does not parse, with file and line.
    pub fn parse(text: &str, name: &str) -> Result<Dictionary, Error> {
        parse::any(text.strip_prefix('\u{FEFF}').unwrap_or(text), name)
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.acronyms.len() + self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
