//! Options as Python gives them, by name and number, turned into the library's.

use crate::{Error, texts};
use pyo3::prelude::*;
use vanban::acronym::Style;
use vanban::record::{self, Layer};
use vanban::summary::{self, Cap, Lead, Limit};
use vanban::syllable::TonePlacement;
use vanban::{Domain, Unit};

/// What summary is to be made, checked once and used for many texts.
#[pyclass(frozen, module = "vanban._core")]
#[derive(Clone)]
pub struct Summarizer(summary::Summarizer);

#[pymethods]
impl Summarizer {
    #[new]
    #[pyo3(signature = (sentences, syllables, characters, ratio, hard, lead, query))]
    fn new(
        sentences: Option<i64>,
        syllables: Option<i64>,
        characters: Option<i64>,
        ratio: Option<f64>,
        hard: bool,
        lead: &str,
        query: &Bound<'_, PyAny>,
    ) -> PyResult<Summarizer> {
        let cap = if hard { Cap::Hard } else { Cap::Near };
        let limit = limit(sentences, syllables, characters, ratio)?;
        let wanted = summary::Summarizer::new(limit).cap(cap).lead(self::lead(lead)?);
        Ok(Summarizer(match texts::optional(query, "query").map_err(Error::new_err)? {
            Some(query) => wanted.query(&*query),
            None => wanted,
        }))
    }
}

impl Summarizer {
    /// The same for one text, whose title may be known.
    pub fn with_title(&self, title: Option<&str>) -> summary::Summarizer {
        let wanted = self.0.clone();
        match title {
            Some(title) => wanted.title(title),
            None => wanted,
        }
    }
}

/// What a record is to hold, likewise.
#[pyclass(frozen, module = "vanban._core")]
pub struct Wanted {
    layers: Vec<Layer>,
    unit: Unit,
    summary: Summarizer,
}

#[pymethods]
impl Wanted {
    #[new]
    #[pyo3(signature = (layers, offsets, summary))]
    fn new(layers: Vec<String>, offsets: &str, summary: &Summarizer) -> PyResult<Wanted> {
        let layers = layers.iter().map(|name| layer(name)).collect::<PyResult<_>>()?;
        Ok(Wanted { layers, unit: unit(offsets)?, summary: summary.clone() })
    }
}

impl Wanted {
    /// The same for one text, whose title may be known.
    pub fn with_title(&self, title: Option<&str>) -> record::Wanted {
        record::Wanted { unit: self.unit, layers: self.layers.clone(), summary: self.summary.with_title(title) }
    }
}

/// An error in the library's form: what is wrong with which value.
pub fn bad(value: &str, cause: &str) -> PyErr {
    Error::new_err(format!("{value}: {cause}"))
}

fn layer(name: &str) -> PyResult<Layer> {
    let names = || Layer::ALL.map(|(_, n)| n).join(", ");
    Layer::from_name(name).ok_or_else(|| bad(name, &format!("no such layer; there are {}", names())))
}

/// The field of the texts.
pub fn domain(name: &str) -> PyResult<Domain> {
    let names = || Domain::NAMES.map(|(_, n)| n).join(", ");
    Domain::from_name(name).ok_or_else(|| bad(name, &format!("no such field; there are {}", names())))
}

/// How offsets are counted.
pub fn unit(name: &str) -> PyResult<Unit> {
    match name {
        "chars" => Ok(Unit::Chars),
        "bytes" => Ok(Unit::Bytes),
        "utf16" => Ok(Unit::Utf16),
        _ => Err(bad(name, "no such unit of offsets; there are chars, bytes, utf16")),
    }
}

/// How acronyms are spelled out.
pub fn style(name: &str) -> PyResult<Style> {
    match name {
        "first" => Ok(Style::FirstMention),
        "every" => Ok(Style::Every),
        "replace" => Ok(Style::Replace),
        "glossary" => Ok(Style::Glossary),
        _ => Err(bad(name, "no such style; there are first, every, replace, glossary")),
    }
}

/// A day of the calendar.
pub fn date(text: &str) -> PyResult<jiff::civil::Date> {
    text.parse().map_err(|_| bad(text, "a date is written 2018-02-01"))
}

/// A share of a whole.
pub fn share(n: f64) -> PyResult<f64> {
    if (0.0..=1.0).contains(&n) { Ok(n) } else { Err(bad(&n.to_string(), "a number between 0 and 1 is wanted")) }
}

/// Where tone marks are put; none where they are kept.
pub fn tone(name: &str) -> PyResult<Option<TonePlacement>> {
    match name {
        "keep" => Ok(None),
        "old" => Ok(Some(TonePlacement::Old)),
        "new" => Ok(Some(TonePlacement::New)),
        _ => Err(bad(name, "no such place of tone marks; there are keep, old, new")),
    }
}

/// Whether a text has a lead paragraph.
fn lead(name: &str) -> PyResult<Lead> {
    match name {
        "auto" => Ok(Lead::Auto),
        "present" => Ok(Lead::Present),
        "absent" => Ok(Lead::Absent),
        _ => Err(bad(name, "a lead is auto, present or absent")),
    }
}

/// The one limit that is given; three sentences where there is none.
fn limit(
    sentences: Option<i64>,
    syllables: Option<i64>,
    characters: Option<i64>,
    ratio: Option<f64>,
) -> PyResult<Limit> {
    let limits = [
        ("sentences", sentences.map(|n| count(n).map(Limit::Sentences))),
        ("syllables", syllables.map(|n| count(n).map(Limit::Syllables))),
        ("characters", characters.map(|n| count(n).map(Limit::Characters))),
        ("ratio", ratio.map(|r| share(r).map(Limit::Ratio))),
    ];
    let (names, mut given): (Vec<_>, Vec<_>) = limits.into_iter().filter_map(|(name, l)| Some((name, l?))).unzip();
    if names.len() > 1 {
        return Err(bad(&names.join(" and "), "only one of them may be given"));
    }
    given.pop().unwrap_or(Ok(Limit::Sentences(3)))
}

fn count(n: i64) -> PyResult<usize> {
    usize::try_from(n).map_err(|_| bad(&n.to_string(), "a number from 0 on is wanted"))
}
