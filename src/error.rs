//! The one error of the library: what could not be loaded, where, and why.

use std::fmt;

/// Why a dictionary or a model could not be loaded: the file, the line where one is to blame, and the cause.
///
/// Reading text never fails; only loading does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    line: Option<usize>,
    cause: String,
}

impl Error {
    pub(crate) fn new(file: impl Into<String>, line: Option<usize>, cause: impl Into<String>) -> Self {
        Error { file: file.into(), line, cause: cause.into() }
    }

    /// The name of the file (or stream) as the caller gave it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, from 1, where one is to blame.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong, in plain words.
    pub fn cause(&self) -> &str {
        &self.cause
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{}: {}", self.file, line, self.cause),
            None => write!(f, "{}: {}", self.file, self.cause),
        }
    }
}

impl std::error::Error for Error {}
