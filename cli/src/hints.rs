//! What a person may have meant by a command line that cannot be read.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// A line that says what to write instead, where the mistake is a usual one.
pub fn hint(error: &clap::Error) -> Option<String> {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => command(context(ContextKind::InvalidSubcommand)?),
        ErrorKind::UnknownArgument => option(context(ContextKind::InvalidArg)?),
        ErrorKind::InvalidValue => value(context(ContextKind::InvalidArg)?, context(ContextKind::InvalidValue)?),
        _ => None,
    }
}

/// A file, or a matter, in the place of a sub-command.
fn command(given: &str) -> Option<String> {
    let matters = ["officials", "money", "dates", "percents", "quantities", "citations"];
    match given {
        _ if std::path::Path::new(given).exists() || given.contains(['.', '/']) => {
            Some(format!("to read a file: vanban analyze {given}"))
        }
        _ if matters.contains(&given) => Some(format!("to find {given}: vanban extract --only {given} FILE")),
        "convert" => Some("to change encodings: vanban normalize --encoding NAME FILE".into()),
        "report" => Some("for a report: vanban analyze FILE".into()),
        "acronyms" => Some("to explain acronyms: vanban expand FILE".into()),
        _ => None,
    }
}

/// An option that other tools have.
fn option(given: &str) -> Option<String> {
    let name = given.trim_start_matches('-').split('=').next().unwrap_or("");
    match name {
        "o" | "output" | "out" => Some("the output goes to standard output: vanban … > FILE".into()),
        "csv" | "tsv" | "html" | "json" | "jsonl" | "text" => Some(format!("the form of the output: --to {name}")),
        "threads" | "j" => Some("the number of threads: --jobs N".into()),
        "n" => Some("the number of sentences: vanban summarize --sentences N".into()),
        _ => None,
    }
}

/// A value that another sub-command has.
fn value(option: &str, given: &str) -> Option<String> {
    match (option.starts_with("--to"), given) {
        (true, "csv" | "tsv") => Some(format!("tables come from vanban extract --to {given}")),
        (true, "html") => Some("web pages come from vanban analyze --to html".into()),
        _ => None,
    }
}
