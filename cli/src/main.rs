//! The command line of vanban: reads Vietnamese official text and news.

mod args;
mod commands;
mod depth;
mod encoding;
mod facts;
mod failure;
mod hints;
mod html;
mod input;
mod output;
mod place;
mod report;
mod run;
mod size;
mod tables;
mod values;

use args::Cli;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return misread(&error),
    };
    match commands::run(&cli) {
        Ok(failed) => ExitCode::from(u8::from(failed)),
        Err(failure) => failure.report(),
    }
}

/// Help and version as well come as an error of the reader of arguments.
fn misread(error: &clap::Error) -> ExitCode {
    if let Err(e) = error.print() {
        return failure::Failure::from(e).report();
    }
    if let Some(hint) = hints::hint(error) {
        failure::tell(&hint);
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
