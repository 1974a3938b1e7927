//! The analyzer: texts in, the JSON of their records out.

use crate::json::to_json;
use crate::options::{self, Summarizer, Wanted, bad};
use crate::{Error, batch, edits, remarks, texts, together};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString};
use vanban::Dictionary;
use vanban::acronym::Expander;
use vanban::normalize::Options;
use vanban::record::{self, Record};

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
        bytes(py, || self.read(&text, &wanted))
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
        let titled = texts::titled(texts, titles)?;
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
        let sure = options::share(min_confidence)?;
        let how = Expander::new(options::style(style)?).min_confidence((sure * 1000.0).round() as u16);
        let unit = options::unit(offsets)?;
        bytes(py, || edits::expanded(&self.inner.read(&text), how, unit))
    }

    /// The JSON of what an editor would mark.
    fn lint<'py>(&self, py: Python<'py>, text: &Bound<'py, PyAny>, offsets: &str) -> PyResult<Bound<'py, PyBytes>> {
        let text = texts::text(text, "text").map_err(Error::new_err)?;
        let unit = options::unit(offsets)?;
        bytes(py, || remarks::json(&self.inner.read(&text), unit))
    }

    /// The JSON of the summary of several texts as one.
    fn summarize_together<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyList>,
        titles: Option<&Bound<'py, PyList>>,
        wanted: &Summarizer,
        offsets: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let unit = options::unit(offsets)?;
        let numbered = texts::titled(texts, titles)?.into_iter().enumerate();
        let titled = numbered
            .map(|(n, item)| item.map_err(|cause| options::bad(&format!("document {n}"), &cause)))
            .collect::<PyResult<Vec<_>>>()?;
        let parts: Vec<(&str, Option<&str>)> = titled.iter().map(|(text, title)| (&**text, title.as_deref())).collect();
        bytes(py, || together::json(&self.inner, &parts, wanted, unit))
    }
}

/// The JSON of a text with its Unicode evened out.
#[pyfunction]
pub fn normalize<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    tone: &str,
    offsets: &str,
) -> PyResult<Bound<'py, PyBytes>> {
    let text = texts::text(text, "text").map_err(Error::new_err)?;
    let (options, unit) = (Options { tone: options::tone(tone)? }, options::unit(offsets)?);
    bytes(py, || edits::normalized(&text, options, unit))
}

impl Analyzer {
    fn read(&self, text: &str, wanted: &record::Wanted) -> Result<String, String> {
        to_json(&Record::of(&self.inner.read(text), wanted))
    }
}

/// JSON as Python's bytes, made without the GIL.
fn bytes(py: Python<'_>, json: impl FnOnce() -> Result<String, String> + Send) -> PyResult<Bound<'_, PyBytes>> {
    let json = py.detach(json).map_err(Error::new_err)?;
    Ok(PyBytes::new(py, json.as_bytes()))
}

/// All cores where nothing is said.
fn count_of_threads(threads: Option<i64>) -> PyResult<usize> {
    match threads {
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
        Some(n @ 1..=1024) => Ok(n as usize),
        Some(n) => Err(bad(&n.to_string(), "a number of threads from 1 to 1024 is wanted")),
    }
}
