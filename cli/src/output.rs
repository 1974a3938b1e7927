//! Text out: never a raw control character on a terminal.

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

/// Writes and, at the end of a run, flushes.
pub fn flush(out: &mut impl Write) -> io::Result<()> {
    out.flush()
}
