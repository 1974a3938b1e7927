//! Python's strings as UTF-8, or the reason why there is none.

use crate::Error;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyList, PyString};

/// A text, or why it cannot be read.
pub type Text = Result<PyBackedStr, String>;

/// The UTF-8 of a `str`. `name` is what the caller calls it.
pub fn text(value: &Bound<'_, PyAny>, name: &str) -> Text {
    let Ok(string) = value.cast::<PyString>() else {
        return Err(format!("the {name} is not a str but {}", kind(value)));
    };
    PyBackedStr::try_from(string.clone()).map_err(|e| surrogate(value.py(), &e, name))
}

/// As [`text`], where there may be none.
pub fn optional(value: &Bound<'_, PyAny>, name: &str) -> Result<Option<PyBackedStr>, String> {
    if value.is_none() { Ok(None) } else { text(value, name).map(Some) }
}

/// A text with its title, or why one of them cannot be read.
pub type Titled = Result<(PyBackedStr, Option<PyBackedStr>), String>;

/// The texts with their titles; a bad one does not hinder the others.
pub fn titled(texts: &Bound<'_, PyList>, titles: Option<&Bound<'_, PyList>>) -> PyResult<Vec<Titled>> {
    if let Some(titles) = titles.filter(|t| t.len() != texts.len()) {
        return Err(Error::new_err(format!("{} titles for {} texts", titles.len(), texts.len())));
    }
    let one = |(n, value): (usize, Bound<'_, PyAny>)| -> PyResult<Titled> {
        let own = text(&value, "text");
        let title = match titles {
            Some(titles) => optional(&titles.get_item(n)?, "title"),
            None => Ok(None),
        };
        Ok(own.and_then(|text| Ok((text, title?))))
    };
    texts.iter().enumerate().map(one).collect()
}

fn kind(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "something else".to_owned(), |n| n.to_string())
}

/// A `str` may hold half of a UTF-16 pair, which no UTF-8 text can.
fn surrogate(py: Python<'_>, error: &PyErr, name: &str) -> String {
    let at = error.value(py).getattr("start").and_then(|at| at.extract::<usize>());
    let place = at.map_or(String::new(), |at| format!(" at code point {at}"));
    format!("the {name} has a lone surrogate{place}, which UTF-8 cannot hold")
}
