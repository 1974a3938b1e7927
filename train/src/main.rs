//! Trains the models of vanban from `../shared/data` and measures them.
//!
//! Everything here is deterministic: the same data give the same bytes and figures.

mod acronyms;
mod attest;
mod compare;
mod data;
mod peer;
mod rouge;
mod score;
mod segment;
mod summary;
mod zones;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains and measures vanban's models on ../shared/data.
#[derive(Parser)]
struct Args {
    /// Where the corpora are
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data"), global = true)]
    data: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Learn the segmenter and write dictionaries/models/segment.bin
    Segment {
        /// Only say whether the file in the repository is what the data give
        #[arg(long)]
        check: bool,
    },
    /// Learn the ranker of summaries and write dictionaries/models/summary.bin
    Summary {
        /// Only say whether the file in the repository is what the data give
        #[arg(long)]
        check: bool,
    },
    /// Learn the contexts of acronyms and write dictionaries/models/acronyms.bin
    Acronyms {
        /// Only say whether the file in the repository is what the data give
        #[arg(long)]
        check: bool,
    },
    /// Learn the zones of pages and write dictionaries/models/zones.bin
    Zones {
        /// Only say whether the file in the repository is what the data give
        #[arg(long)]
        check: bool,
    },
    /// Measure the built-in models on the development data
    Eval {
        /// What to measure
        #[arg(value_enum, default_value = "segment")]
        what: What,
        /// Fail where the first figure (F1, or ROUGE-1 of summaries) is less, in per cent: the gate of CI
        #[arg(long, value_name = "FIGURE", default_value_t = 0.0)]
        at_least: f64,
    },
    /// Which sources attest the words of dictionaries/lexicon
    Attest {
        /// List the words that none attests
        #[arg(long)]
        list: bool,
    },
    /// The segmenter beside pyvi and underthesea, where PyPI's packages are installed
    Compare,
    /// Measure training on held-out folds of the training data
    Crossval {
        /// What to measure
        #[arg(value_enum, default_value = "segment")]
        what: What,
    },
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum What {
    /// Words
    Segment,
    /// Sentences
    Sentences,
    /// Summaries
    Summary,
    /// Zones of pages
    Zones,
}

fn main() -> ExitCode {
    let args = Args::parse();
    if !args.data.exists() {
        println!("skipped: no corpora at {} (say --data DIR)", args.data.display());
        return ExitCode::SUCCESS;
    }
    let done = match args.command {
        Command::Segment { check } => segment::train(&args.data, check),
        Command::Acronyms { check } => acronyms::train(&args.data, check),
        Command::Zones { check } => zones::train(&args.data, check),
        Command::Summary { check } => summary::train(&args.data, check),
        Command::Eval { what, at_least } => match what {
            What::Segment => segment::eval(&args.data),
            What::Sentences => segment::sentences(&args.data),
            What::Summary => summary::eval(&args.data),
            What::Zones => zones::eval(&args.data),
        }
        .and_then(|figure| if figure >= at_least { Ok(()) } else { Err(format!("{figure:.2} is below {at_least}")) }),
        Command::Attest { list } => attest::attest(&segment::dictionaries().join("lexicon"), &args.data, list),
        Command::Compare => compare::compare(&args.data),
        Command::Crossval { what: What::Zones } => zones::crossval(&args.data),
        Command::Crossval { .. } => segment::crossval(&args.data),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}
