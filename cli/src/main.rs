//! The command line of vanban: reads Vietnamese official text and news.

mod args;
mod commands;
mod depth;
mod encoding;
mod facts;
mod failure;
mod html;
mod input;
mod output;
mod place;
mod report;
mod run;
mod size;
mod tables;

use args::Cli;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(&cli) {
        Ok(failed) => ExitCode::from(u8::from(failed)),
        Err(failure) => failure.report(),
    }
}
