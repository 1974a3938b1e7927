//! Options as Python gives them, by name and number, turned into the library's.

use crate::Error;
use pyo3::prelude::*;
use vanban::acronym::Style;
use vanban::record::{self, Layer};
use vanban::summary::{Limit, Summarizer};
use vanban::{Domain, Unit};

/// What a record is to hold, checked once and used for many texts.
#[pyclass(frozen, module = "vanban._core")]
pub struct Wanted {
    layers: Vec<Layer>,
    unit: Unit,
    limit: Limit,
    query: Option<String>,
}

#[pymethods]
impl Wanted {
    #[new]
    #[pyo3(signature = (layers, offsets, sentences, syllables, query))]
    fn new(
        layers: Vec<String>,
        offsets: &str,
        sentences: Option<i64>,
        syllables: Option<i64>,
        query: Option<String>,
    ) -> PyResult<Wanted> {
        let layers = layers.iter().map(|name| layer(name)).collect::<PyResult<_>>()?;
        Ok(Wanted { layers, unit: unit(offsets)?, limit: limit(sentences, syllables)?, query })
    }
}

impl Wanted {
    /// The same for one text, whose title may be known.
    pub fn with_title(&self, title: Option<&str>) -> record::Wanted {
        let mut summary = Summarizer::new(self.limit);
        if let Some(title) = title {
            summary = summary.title(title);
        }
        if let Some(query) = &self.query {
            summary = summary.query(query.as_str());
        }
        record::Wanted { unit: self.unit, layers: self.layers.clone(), summary }
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

fn limit(sentences: Option<i64>, syllables: Option<i64>) -> PyResult<Limit> {
    match (sentences, syllables) {
        (Some(_), Some(_)) => Err(bad("sentences and syllables", "only one of them may be given")),
        (Some(n), None) => Ok(Limit::Sentences(count(n)?)),
        (None, Some(n)) => Ok(Limit::Syllables(count(n)?)),
        (None, None) => Ok(Limit::Sentences(3)),
    }
}

fn count(n: i64) -> PyResult<usize> {
    usize::try_from(n).map_err(|_| bad(&n.to_string(), "a number from 0 on is wanted"))
}
