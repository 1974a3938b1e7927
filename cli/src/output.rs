//! Text out: never a raw control character on a terminal.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Standard output, buffered.
pub fn standard() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// The text without control characters, which could make a terminal do things; line breaks and tabs stay.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let control = |c: char| {
        (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(control) {
        Cow::Owned(text.chars().map(|c| if control(c) { '\u{FFFD}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Text for standard output: as it is into files and pipes, without control characters onto a terminal.
pub fn for_output(text: String) -> String {
    if io::stdout().is_terminal() { harmless(&text).into_owned() } else { text }
}

/// Writes and, at the end of a run, flushes.
pub fn flush(out: &mut impl Write) -> io::Result<()> {
    out.flush()
}
