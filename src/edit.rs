//! Edits: stretches of a text and what stands in their place.

use crate::span::Span;
use std::borrow::Cow;

/// A stretch of the caller's text and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The stretch; empty where something is put in.
    pub span: Span,
    /// What stands in its place.
    pub replacement: String,
}

/// The text of a span with the edits that lie in it.
pub(crate) fn apply<'t>(source: &'t str, span: Span, edits: &[Edit]) -> Cow<'t, str> {
    let mut text = String::new();
    let mut at = span.start();
    let first = edits.partition_point(|e| e.span.start() < span.start());
    for edit in edits[first..].iter().take_while(|e| e.span.end() <= span.end()) {
        text.push_str(source.get(at..edit.span.start()).unwrap_or(""));
        text.push_str(&edit.replacement);
        at = edit.span.end();
    }
    if at == span.start() && text.is_empty() {
        return Cow::Borrowed(span.of(source));
    }
    text.push_str(source.get(at..span.end()).unwrap_or(""));
    Cow::Owned(text)
}
