//! Pieces of HTML.

use crate::lines::is_unseen;
use std::fmt::Write as _;

/// Text as it may stand in an element or an attribute; control characters, and those that turn the direction of the text
/// around, are shown as U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\r' => {}
            c if is_unseen(c) => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// A table of rows that are written already.
pub(crate) fn table(out: &mut String, heads: &[&str], rows: impl Iterator<Item = String>) {
    open(out, heads);
    out.push_str("<tbody>");
    for row in rows {
        let _ = write!(out, "<tr>{row}</tr>");
    }
    out.push_str("</tbody></table>\n");
}

/// The beginning of a table, up to its first group of rows.
pub(crate) fn open(out: &mut String, heads: &[&str]) {
    let heads: String = heads.iter().map(|h| format!("<th scope=\"col\">{h}</th>")).collect();
    let _ = write!(out, "<table><thead><tr>{heads}</tr></thead>");
}

/// A cell of the document's own words.
pub(crate) fn cell(text: &str) -> String {
    format!("<td lang=\"vi\">{}</td>", escape(text))
}

/// A cell of the report's words.
pub(crate) fn plain(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

/// A cell with a stretch of the document, and below it what the report says of it.
pub(crate) fn noted(text: &str, note: &str, below: &str) -> String {
    let note = if note.is_empty() { String::new() } else { format!("<small>{}</small>", escape(note)) };
    format!("<td><span lang=\"vi\">{}</span>{note}{below}</td>", escape(text))
}

/// A cell with a value; a range is broken nowhere but after its dash.
pub(crate) fn value(text: &str) -> String {
    let ends: Vec<String> = text.split(" – ").map(|end| format!("<span>{}</span>", escape(end))).collect();
    format!("<td class=\"number\">{}</td>", ends.join(" – "))
}
