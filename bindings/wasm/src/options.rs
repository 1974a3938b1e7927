//! What a caller may ask for.

use jiff::civil::Date;
use serde::Deserialize;
use vanban::acronym::{Expander, Style};
use vanban::record::{Layer, Wanted};
use vanban::summary::{Limit, Summarizer};
use vanban::{Analyzer, Domain, Unit};

/// The options of a call; the command line's options of the same names mean the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    offsets: Option<String>,
    layers: Option<Vec<String>>,
    title: Option<String>,
    query: Option<String>,
    sentences: Option<usize>,
    syllables: Option<usize>,
    characters: Option<usize>,
    ratio: Option<f64>,
    style: Option<String>,
    min_confidence: Option<f64>,
    date: Option<String>,
    as_of: Option<String>,
    domain: Option<String>,
    /// A dictionary of the caller's own, the text of its TOML or TSV.
    dictionary: Option<String>,
}

impl Options {
    /// Options from JSON; "" stands for none.
    ///
    /// # Errors
    /// What is not JSON, and names that there are not.
    pub fn read(json: &str) -> Result<Options, String> {
        if json.trim().is_empty() {
            return Ok(Options::default());
        }
        serde_json::from_str(json).map_err(|e| format!("options: {e}"))
    }

    /// How offsets are counted: as JavaScript counts unless asked otherwise.
    pub(crate) fn unit(&self) -> Result<Unit, String> {
        match self.offsets.as_deref() {
            None | Some("utf16") => Ok(Unit::Utf16),
            Some("chars") => Ok(Unit::Chars),
            Some("bytes") => Ok(Unit::Bytes),
            Some(other) => Err(format!("offsets: {other}: there are chars, bytes and utf16")),
        }
    }

    /// The layers that were asked for, or all.
    pub(crate) fn layers(&self) -> Result<Vec<Layer>, String> {
        let Some(names) = &self.layers else {
            return Ok(Layer::ALL.iter().map(|(layer, _)| *layer).collect());
        };
        names.iter().map(|name| Layer::from_name(name).ok_or_else(|| unknown_layer(name))).collect()
    }

    pub(crate) fn wanted(&self, layers: Vec<Layer>) -> Result<Wanted, String> {
        Ok(Wanted { unit: self.unit()?, layers, summary: self.summarizer()? })
    }

    pub(crate) fn summarizer(&self) -> Result<Summarizer, String> {
        let limits = [
            self.sentences.map(Limit::Sentences),
            self.syllables.map(Limit::Syllables),
            self.characters.map(Limit::Characters),
            self.ratio.map(|r| share("ratio", r).map(Limit::Ratio)).transpose()?,
        ];
        let mut given = limits.into_iter().flatten();
        let limit = given.next().unwrap_or(Limit::Sentences(3));
        if given.next().is_some() {
            return Err("give one of sentences, syllables, characters and ratio".into());
        }
        let mut summarizer = Summarizer::new(limit);
        if let Some(title) = &self.title {
            summarizer = summarizer.title(title);
        }
        if let Some(query) = &self.query {
            summarizer = summarizer.query(query);
        }
        Ok(summarizer)
    }

    pub(crate) fn expander(&self) -> Result<Expander, String> {
        let style = match self.style.as_deref() {
            None | Some("first") => Style::FirstMention,
            Some("every") => Style::Every,
            Some("replace") => Style::Replace,
            Some("glossary") => Style::Glossary,
            Some(other) => return Err(format!("style: {other}: there are first, every, replace and glossary")),
        };
        let sure = share("min_confidence", self.min_confidence.unwrap_or(0.0))?;
        Ok(Expander::new(style).min_confidence((sure * 1000.0).round() as u16))
    }

    pub(crate) fn analyzer(&self) -> Result<Analyzer, String> {
        let mut builder = Analyzer::builder();
        if let Some(dictionary) = &self.dictionary {
            builder = builder.dictionary(dictionary.as_bytes()).map_err(|e| e.to_string())?;
        }
        if let Some(name) = &self.domain {
            builder = builder.domain(Domain::from_name(name).ok_or_else(|| unknown_domain(name))?);
        }
        if let Some(date) = &self.date {
            builder = builder.date(day(date)?);
        }
        if let Some(date) = &self.as_of {
            builder = builder.as_of(day(date)?);
        }
        Ok(builder.build())
    }
}

fn unknown_layer(name: &str) -> String {
    let names: Vec<&str> = Layer::ALL.iter().map(|(_, n)| *n).collect();
    format!("{name}: no such layer; there are {}", names.join(", "))
}

fn unknown_domain(name: &str) -> String {
    let names: Vec<&str> = Domain::NAMES.iter().map(|(_, n)| *n).collect();
    format!("{name}: no such field; there are {}", names.join(", "))
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("{text}: a date is written 2018-02-01"))
}

fn share(option: &str, n: f64) -> Result<f64, String> {
    if (0.0..=1.0).contains(&n) { Ok(n) } else { Err(format!("{option}: {n}: a number between 0 and 1 is wanted")) }
}
