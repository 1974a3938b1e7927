//! `vanban` in the browser. A text and options go in, JSON or HTML comes out; nothing leaves the page.
//!
//! Options are JSON, such as `{"offsets":"utf16","layers":["money"]}`; `""` stands for none. Offsets are counted in UTF-16
//! units unless the options say otherwise, as JavaScript counts. An error is thrown with a message in plain words.

pub mod calls;
mod options;

pub use options::Options;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

type Outcome = Result<String, JsValue>;

fn thrown(message: String) -> JsValue {
    JsError::new(&message).into()
}

/// The record of a text, every layer that `layers` names or else all, as JSON.
///
/// # Errors
/// Options that cannot be used.
#[wasm_bindgen]
pub fn analyze(text: &str, options: &str) -> Outcome {
    calls::analyze(text, options).map_err(thrown)
}

/// The text with its acronyms spelled out, the acronyms and the edits, as JSON. `style` is first, every, replace or glossary.
///
/// # Errors
/// Options that cannot be used.
#[wasm_bindgen]
pub fn expand(text: &str, options: &str) -> Outcome {
    calls::expand(text, options).map_err(thrown)
}

/// The sentences that tell the story and the keyphrases, as JSON.
///
/// # Errors
/// Options that cannot be used.
#[wasm_bindgen]
pub fn summarize(text: &str, options: &str) -> Outcome {
    calls::summarize(text, options).map_err(thrown)
}

/// The text with everything marked, and the tables: a fragment of HTML for `style()`. `lang` is "en" or "vi".
///
/// # Errors
/// Another language.
#[wasm_bindgen]
pub fn report(text: &str, lang: &str) -> Outcome {
    calls::report(text, lang).map_err(thrown)
}

/// The style sheet of the report.
#[wasm_bindgen]
pub fn style() -> String {
    vanban_page::STYLE.to_owned()
}

/// The version of dictionaries and models: it changes when a result may.
#[wasm_bindgen]
pub fn data_version() -> String {
    vanban::DATA_VERSION.to_owned()
}
