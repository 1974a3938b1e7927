//! Text out: never a raw control character on a terminal.

use crate::args::{Common, From};
use crate::input::Inputs;
use std::io::{self, BufWriter, IsTerminal, Write};
use vanban_page::harmless;

/// Standard output, buffered.
pub fn standard() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// Text for standard output: as it is into files and pipes, without control characters onto a terminal.
pub fn for_output(text: String) -> String {
    if io::stdout().is_terminal() { harmless(&text).into_owned() } else { text }
}

/// A text as it stands, ready for output; where others may follow it ends with its line.
pub fn apart(common: &Common, text: String) -> String {
    let ended = common.from != From::Lines && (text.is_empty() || text.ends_with('\n'));
    let end = if ended || Inputs::is_single(common) { "" } else { "\n" };
    for_output(text + end)
}

/// Writes and, at the end of a run, flushes.
pub fn flush(out: &mut impl Write) -> io::Result<()> {
    out.flush()
}
