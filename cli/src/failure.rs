//! What ends a run early, and how it is told.

use std::io;
use std::process::ExitCode;

/// Why the run cannot go on.
#[derive(Debug)]
pub enum Failure {
    /// The reader of our output has gone: nothing to tell.
    ClosedPipe,
    /// Output cannot be written.
    Output(io::Error),
    /// Something given on the command line cannot be used.
    Usage(String),
    /// `--strict`, and a record was bad.
    Strict,
    /// A search for trouble that found some.
    Found,
}

impl Failure {
    /// Tells the user and gives the exit code: 0, 1, or 2 for bad usage.
    pub fn report(self) -> ExitCode {
        match self {
            Failure::ClosedPipe => ExitCode::SUCCESS,
            Failure::Output(e) => {
                tell(&format!("cannot write the output: {}", plain(&e)));
                ExitCode::from(1)
            }
            Failure::Usage(message) => {
                tell(&message);
                ExitCode::from(2)
            }
            Failure::Strict | Failure::Found => ExitCode::from(1),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        if e.kind() == io::ErrorKind::BrokenPipe { Failure::ClosedPipe } else { Failure::Output(e) }
    }
}

/// A line on standard error. Names of files and ids of records may hold what a terminal would obey.
pub fn tell(message: &str) {
    eprintln!("vanban: {}", vanban_page::harmless(message));
}

/// What is wrong with a line of JSON, without the words of its parser.
pub fn json_cause(e: &serde_json::Error) -> String {
    let told = e.to_string();
    let column = e.column();
    match () {
        () if told.contains("recursion limit") => "JSON nested deeper than 128 levels".into(),
        () if told.contains("number out of range") => format!("a number too large to hold, at column {column}"),
        () if told.contains("surrogate") || told.contains("hex escape") => {
            format!("half a character (such as \\ud800 alone) at column {column}")
        }
        () if e.is_eof() => "not valid JSON: it ends too early".into(),
        () => format!("not valid JSON at column {column}"),
    }
}

/// An operating system's error without its number.
pub fn plain(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => "no such file".into(),
        io::ErrorKind::PermissionDenied => "no permission to read it".into(),
        io::ErrorKind::IsADirectory => "is a directory; name the files in it".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        // Only the unpacking of files tells these.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            "not a whole .gz file: damaged, cut short, or not packed by gzip".into()
        }
        _ => {
            let text = e.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_string()
        }
    }
}
