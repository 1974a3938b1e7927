//! The analyzer: texts in, the JSON of their records out.

use crate::options::{self, Wanted, bad};
use crate::texts::{self, Text};
use crate::{Error, batch};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyList, PyString};
use serde::Serialize;
use vanban::acronym::Expander;
use vanban::record::{self, Layer, Record};
use vanban::summary::{Limit, Summarizer};
use vanban::{Dictionary, Unit};

/// See `vanban.Analyzer`.
#[pyclass(frozen, module = "vanban._core")]
pub struct Analyzer {
    inner: vanban::Analyzer,
}

#[pymethods]
impl Analyzer {
    /// Dictionaries are pairs of a name for messages and the bytes of the file.
    #[new]
    #[pyo3(signature = (dictionaries, domain, date, as_of))]
    fn new(
        dictionaries: Vec<(String, Vec<u8>)>,
        domain: Option<&str>,
        date: Option<&str>,
        as_of: Option<&str>,
    ) -> PyResult<Analyzer> {
        let mut builder = vanban::Analyzer::builder();
        for (name, bytes) in dictionaries {
            let dictionary = Dictionary::read(bytes.as_slice(), &name).map_err(|e| Error::new_err(e.to_string()))?;
            builder = builder.with(dictionary);
        }
        if let Some(domain) = domain {
            builder = builder.domain(options::domain(domain)?);
        }
        if let Some(date) = date {
            builder = builder.date(options::date(date)?);
        }
        if let Some(as_of) = as_of {
            builder = builder.as_of(options::date(as_of)?);
        }
        Ok(Analyzer { inner: builder.build() })
    }

    /// The JSON of a text's record.
    fn record<'py>(
        &self,
        py: Python<'py>,
        text: &Bound<'py, PyAny>,
        title: &Bound<'py, PyAny>,
        wanted: &Wanted,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let text = texts::text(text, "text").map_err(Error::new_err)?;
        let title = texts::optional(title, "title").map_err(Error::new_err)?;
        let wanted = wanted.with_title(title.as_deref());
        let json = py.detach(|| self.read(&text, &wanted));
        Ok(PyBytes::new(py, json.map_err(Error::new_err)?.as_bytes()))
    }

    /// The JSON of every text's record as bytes, or as a str why there is none.
    fn records<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyList>,
        titles: Option<&Bound<'py, PyList>>,
        wanted: &Wanted,
        threads: Option<i64>,
    ) -> PyResult<Bound<'py, PyList>> {
        let threads = count_of_threads(threads)?;
        let titled = titled(texts, titles)?;
        let done = py.detach(|| {
            batch::in_order(titled.len(), threads, |n| match &titled[n] {
                Ok((text, title)) => self.read(text, &wanted.with_title(title.as_deref())),
                Err(cause) => Err(cause.clone()),
            })
        });
        let items = done.into_iter().map(|item| match item {
            Ok(json) => PyBytes::new(py, json.as_bytes()).into_any(),
            Err(cause) => PyString::new(py, &cause).into_any(),
        });
        PyList::new(py, items.collect::<Vec<_>>())
    }

    /// The JSON of a text with its acronyms spelled out.
    fn expand<'py>(
        &self,
        py: Python<'py>,
        text: &Bound<'py, PyAny>,
        style: &str,
        min_confidence: f64,
        offsets: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let text = texts::text(text, "text").map_err(Error::new_err)?;
        if !(0.0..=1.0).contains(&min_confidence) {
            return Err(bad(&min_confidence.to_string(), "a number between 0 and 1 is wanted"));
        }
        let how = Expander::new(options::style(style)?).min_confidence((min_confidence * 1000.0).round() as u16);
        let unit = options::unit(offsets)?;
        let json = py.detach(|| self.expanded(&text, how, unit));
        Ok(PyBytes::new(py, json.map_err(Error::new_err)?.as_bytes()))
    }
}

/// As `vanban expand` writes it.
#[derive(Serialize)]
struct Expansion<'t> {
    #[serde(flatten)]
    record: Record,
    edits: Vec<Edit>,
    text: &'t str,
}

#[derive(Serialize)]
struct Edit {
    start: usize,
    end: usize,
    replacement: String,
}

impl Analyzer {
    fn read(&self, text: &str, wanted: &record::Wanted) -> Result<String, String> {
        to_json(&Record::of(&self.inner.read(text), wanted))
    }

    fn expanded(&self, text: &str, how: Expander, unit: Unit) -> Result<String, String> {
        let none = Summarizer::new(Limit::Sentences(0));
        let wanted = record::Wanted { unit, layers: vec![Layer::Acronyms], summary: none };
        let doc = self.inner.read(text);
        let expanded = doc.expand(how);
        let edit = |e: &vanban::acronym::Edit| {
            let span = doc.convert(e.span, unit);
            Edit { start: span.start(), end: span.end(), replacement: e.replacement.clone() }
        };
        let edits = expanded.edits.iter().map(edit).collect();
        to_json(&Expansion { record: Record::of(&doc, &wanted), edits, text: &expanded.text })
    }
}

fn to_json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|e| e.to_string())
}

/// All cores where nothing is said.
fn count_of_threads(threads: Option<i64>) -> PyResult<usize> {
    match threads {
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
        Some(n @ 1..=1024) => Ok(n as usize),
        Some(n) => Err(bad(&n.to_string(), "a number of threads from 1 to 1024 is wanted")),
    }
}

type Titled = Result<(PyBackedStr, Option<PyBackedStr>), String>;

/// The texts with their titles; a bad one does not hinder the others.
fn titled(texts: &Bound<'_, PyList>, titles: Option<&Bound<'_, PyList>>) -> PyResult<Vec<Titled>> {
    if let Some(titles) = titles.filter(|t| t.len() != texts.len()) {
        return Err(Error::new_err(format!("{} titles for {} texts", titles.len(), texts.len())));
    }
    let one = |(n, value): (usize, Bound<'_, PyAny>)| -> PyResult<Titled> {
        let text: Text = texts::text(&value, "text");
        let title = match titles {
            Some(titles) => texts::optional(&titles.get_item(n)?, "title"),
            None => Ok(None),
        };
        Ok(text.and_then(|text| Ok((text, title?))))
    };
    texts.iter().enumerate().map(one).collect()
}
