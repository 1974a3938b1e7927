//! `vanban._core`: the part of the Python package that is Rust. It gives records as the bytes of their JSON, the same
//! bytes that the command line writes; `vanban/_analysis.py` makes objects of them when somebody looks.

mod analyzer;
mod batch;
mod edits;
mod json;
mod options;
mod remarks;
mod texts;
mod together;

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

create_exception!(vanban, Error, PyValueError, "What vanban cannot load or do, in the library's own words.");

/// The Rust part of `vanban`.
#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("Error", m.py().get_type::<Error>())?;
    m.add("VERSION", env!("CARGO_PKG_VERSION"))?;
    m.add("DATA_VERSION", vanban::DATA_VERSION)?;
    m.add("LAYERS", vanban::record::Layer::ALL.map(|(_, name)| name).to_vec())?;
    m.add("DOMAINS", vanban::Domain::NAMES.map(|(_, name)| name).to_vec())?;
    m.add_class::<analyzer::Analyzer>()?;
    m.add_class::<options::Summarizer>()?;
    m.add_class::<options::Wanted>()?;
    m.add_function(wrap_pyfunction!(analyzer::normalize, m)?)
}
