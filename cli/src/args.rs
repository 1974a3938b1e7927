//! The command line's grammar.

use crate::values;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use vanban::Domain;
use vanban::record::Layer;

/// Reads Vietnamese official text and news: words, acronyms, officials, money, summaries.
#[derive(Debug, Parser)]
#[command(name = "vanban", version, about, arg_required_else_help = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "Examples:
  vanban analyze page.txt                      a report of everything, to read
  vanban summarize --sentences 3 page.txt      three sentences that stand on their own
  vanban expand page.txt                       the text with each acronym explained once
  vanban extract --only money --to csv *.txt   all sums of money as a table
  cat records.jsonl | vanban analyze --from jsonl --to jsonl > facts.jsonl

Exit codes: 0 all well, 1 a document could not be read (the others were), 2 wrong usage.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Split text into sentences and words.
    #[command(after_help = "Examples:
  vanban tokenize page.txt                     a sentence a line, words by spaces, syllables joined by _
  vanban tokenize --from lines < in > out      one line out for each line in
  vanban tokenize --to jsonl --offsets bytes page.txt
  vanban tokenize --max-bytes 10M *.txt        larger files are reported and passed over
  vanban tokenize --index --fold marks page.txt   for a search engine: words, and their syllables at the same position")]
    Tokenize(Tokenize),
    /// Explain acronyms in the text.
    #[command(after_help = "Examples:
  vanban expand page.txt                       DN (doanh nghiệp) at the first mention
  vanban expand --style replace page.txt       doanh nghiệp in place of DN
  vanban expand --style glossary page.txt      the text, and a list of its acronyms below it
  vanban expand --style review page.txt        what a person should look at before print
  vanban expand --max-bytes 10M *.txt          larger files are reported and passed over")]
    Expand(Expand),
    /// Extract officials, money, dates, percents, quantities and citations.
    #[command(after_help = "Examples:
  vanban extract page.txt                      tables to read
  vanban extract --only officials,money --to csv --bom *.txt > facts.csv   opens in Excel
  vanban extract --to jsonl --from jsonl records.jsonl
  vanban extract --max-bytes 500k --from jsonl records.jsonl   larger records are reported and passed over")]
    Extract(Extract),
    /// Choose the sentences that tell the story.
    #[command(after_help = "Examples:
  vanban summarize page.txt
  vanban summarize --syllables 60 --title \"Khuyến công 2017\" page.txt
  vanban summarize --query \"kinh phí\" page.txt
  vanban summarize --characters 280 --hard page.txt   for a place that holds no more
  vanban summarize --together monday.txt tuesday.txt  several texts on one matter
  vanban summarize --max-bytes 10M *.txt              larger files are reported and passed over

A record {\"id\":…, \"documents\":[{\"title\":…, \"text\":…}]} holds several texts to be summarized as one.")]
    Summarize(Summarize),
    /// Do all of it: a report, or a record with every layer.
    #[command(after_help = "Examples:
  vanban analyze page.txt
  vanban analyze page.html                     a saved web page
  vanban analyze --to html page.txt > r.html   a report to look at in a browser
  vanban analyze --to json page.txt
  vanban analyze --only money,officials --from jsonl --to jsonl records.jsonl
  vanban analyze --max-bytes 500k --from jsonl --to jsonl records.jsonl   larger records are bad ones")]
    Analyze(Analyze),
    /// Even out the text's Unicode: NFC, look-alikes of Đ, tone placement.
    #[command(after_help = "Examples:
  vanban normalize page.txt                    NFC, and Đ where Ð was typed
  vanban normalize --tone new page.txt         hoà for hòa
  vanban normalize --encoding tcvn3 old.txt    from a legacy encoding to UTF-8
  vanban normalize --to json page.txt          what was changed, and where
  vanban normalize --max-bytes 10M *.txt       larger files are reported and passed over")]
    Normalize(Normalize),
    /// Check a text, or a dictionary of your own.
    #[command(after_help = "Examples:
  vanban lint page.txt                         misspelt and doubled words, Unicode trouble, unexplained acronyms
  vanban lint --as-of 2025-07-01 page.txt      and bodies and provinces that had ended by then
  vanban lint --dictionary house.toml          duplicates, unknown keys, text that is not NFC
  vanban lint --max-bytes 10M *.txt            larger files are reported and passed over

Exit codes: 0 nothing found, 1 something found, 2 wrong usage.")]
    Lint(Lint),
    /// Compare two runs: facts and acronyms that appeared, vanished or changed.
    #[command(after_help = "Examples:
  vanban analyze --from jsonl --to jsonl records.jsonl > new.jsonl
  vanban diff old.jsonl new.jsonl              a line for each difference
  vanban diff --to jsonl old.jsonl new.jsonl   for a program

Records are matched by id; a fact that only moved counts as the same; layers that one of the runs lacks are not compared.
Files may be packed (.gz); - is standard input. Both are held in memory.
Exit codes: 0 no difference, 1 some, 2 wrong usage.")]
    Diff(Diff),
    /// Write completions for a shell.
    #[command(after_help = "Examples:
  vanban completions bash > /etc/bash_completion.d/vanban
  vanban completions fish > ~/.config/fish/completions/vanban.fish")]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub struct Common {
    /// Files, directories or patterns to read (.gz unpacked); "-" or nothing: standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How the input is cut into documents
    #[arg(long, value_enum, default_value_t = From::Auto)]
    pub from: From,
    /// How offsets are counted
    #[arg(long, value_enum, default_value_t = Offsets::Chars)]
    pub offsets: Offsets,
    /// Threads; default: all cores
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = values::jobs)]
    pub jobs: Option<u16>,
    /// A dictionary of your own (TOML, TSV); may be given several times, a later one wins
    #[arg(long, value_name = "FILE")]
    pub dictionary: Vec<PathBuf>,
    /// The field of the texts, e.g. cong-thuong
    #[arg(long, value_name = "NAME", value_parser = values::domain)]
    pub domain: Option<Domain>,
    /// The date of the document, for relative dates (default: the publication date that the page states)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<jiff::civil::Date>,
    /// Resolve bodies and places as of this date (default: the document's date)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub as_of: Option<jiff::civil::Date>,
    /// The encoding of the input
    #[arg(long, value_enum, ignore_case = true, default_value_t = Encoding::Utf8)]
    pub encoding: Encoding,
    /// Do not read a record (a file, or a line) larger than this, e.g. 500k, 10M: it is reported as bad and passed over
    #[arg(long, value_name = "SIZE", value_parser = crate::size::parse)]
    pub max_bytes: Option<u64>,
    /// Give a record up that takes longer, e.g. 10 or 0.5: it is reported as bad. The time is looked at between layers
    #[arg(long, value_name = "SECONDS", value_parser = values::seconds, allow_negative_numbers = true)]
    pub max_seconds: Option<std::time::Duration>,
    /// Stop at the first bad record
    #[arg(long)]
    pub strict: bool,
    /// No progress bar and no warnings
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Debug, Args)]
pub struct Tokenize {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = To::Text)]
    pub to: To,
    /// Terms for a search index: words, and their syllables at the same position (as text: position, start, end, kind, key)
    #[arg(long)]
    pub index: bool,
    /// Which spellings have the same key in an index
    #[arg(long, value_enum, default_value_t = Fold::Case, requires = "index")]
    pub fold: Fold,
}

#[derive(Debug, Args)]
pub struct Expand {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = To::Text)]
    pub to: To,
    /// How expansions are written into the text
    #[arg(long, value_enum, default_value_t = Style::First)]
    pub style: Style,
    /// Leave alone what is less sure than this (default: 0; in a review 0.9)
    #[arg(long, value_name = "X", value_parser = values::share, allow_negative_numbers = true)]
    pub min_confidence: Option<f64>,
}

#[derive(Debug, Args)]
pub struct Extract {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = ToTable::Text)]
    pub to: ToTable,
    /// Only these: officials,money,dates,percents,quantities,citations
    #[arg(long, value_name = "LAYER,…", value_delimiter = ',', value_parser = values::fact_layer)]
    pub only: Vec<Layer>,
    /// The language of the words in the tables of text (default: that of the system)
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Begin csv and tsv with a byte order mark, for Excel. Their column same_as is the number (from 0) of the first sum of
    /// the same value; "note" holds what else a figure says: bound, per, covers, an alternative reading
    #[arg(long)]
    pub bom: bool,
}

#[derive(Debug, Args)]
pub struct SummaryOptions {
    /// So many sentences
    #[arg(long, value_name = "N", value_parser = values::count, allow_negative_numbers = true, conflicts_with_all = ["syllables", "characters", "ratio"])]
    pub sentences: Option<usize>,
    /// About so many syllables, in whole sentences
    #[arg(long, value_name = "N", value_parser = values::count, allow_negative_numbers = true, conflicts_with_all = ["characters", "ratio"])]
    pub syllables: Option<usize>,
    /// About so many characters, in whole sentences
    #[arg(long, value_name = "N", value_parser = values::count, allow_negative_numbers = true, conflicts_with = "ratio")]
    pub characters: Option<usize>,
    /// Never pass the limit of syllables or characters: what does not fit is left out
    #[arg(long)]
    pub hard: bool,
    /// Such a share of the sentences, between 0 and 1
    #[arg(long, value_name = "R", value_parser = values::share, allow_negative_numbers = true)]
    pub ratio: Option<f64>,
    /// The title of the text (default: its headline)
    #[arg(long, value_name = "T")]
    pub title: Option<String>,
    /// What the summary is to be about
    #[arg(long, value_name = "Q")]
    pub query: Option<String>,
    /// Whether the text has a lead paragraph
    #[arg(long, value_enum, default_value_t = Lead::Auto)]
    pub lead: Lead,
}

#[derive(Debug, Args)]
pub struct Summarize {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = To::Text)]
    pub to: To,
    /// All files or records as one: what most of them say, each thing once, with its source
    #[arg(long)]
    pub together: bool,
    /// The author's words only: no acronym spelled out
    #[arg(long)]
    pub plain: bool,
    /// The facts of the chosen sentences too
    #[arg(long)]
    pub facts: bool,
    /// What the score of each sentence is made of: parts for and against it; the score (500: the mean)
    /// says how far their sum lies above that of the other sentences
    #[arg(long)]
    pub explain: bool,
    #[command(flatten)]
    pub summary: SummaryOptions,
}

#[derive(Debug, Args)]
pub struct Analyze {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = ToReport::Text)]
    pub to: ToReport,
    /// Only these layers, e.g. money,officials
    #[arg(long, value_name = "LAYER,…", value_delimiter = ',', value_parser = values::layer)]
    pub only: Vec<Layer>,
    #[command(flatten)]
    pub summary: SummaryOptions,
    /// The language of the report's own words (default: that of the system)
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

#[derive(Debug, Args)]
pub struct Normalize {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output; JSON has the edits with it
    #[arg(long, value_enum, default_value_t = To::Text)]
    pub to: To,
    /// Where tone marks are put: hòa (old), hoà (new), or as they are
    #[arg(long, value_enum, default_value_t = Tone::Keep)]
    pub tone: Tone,
}

#[derive(Debug, Args)]
pub struct Lint {
    #[command(flatten)]
    pub common: Common,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = To::Text)]
    pub to: To,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// By the file's name: .jsonl is jsonl, .html a web page, anything else text
    Auto,
    /// Each file is one document
    Text,
    /// Each line is one document
    Lines,
    /// Each line is a record {"id":…, "text":"…", "title":"…"}
    Jsonl,
    /// Each file is a saved web page: its article is read, and offsets are those of the "text" in the record
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// To be read by people
    Text,
    /// Indented JSON
    Json,
    /// A record a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ToReport {
    /// To be read by people
    Text,
    /// Indented JSON
    Json,
    /// A record a line
    Jsonl,
    /// A web page of its own: the text with everything marked, and the tables beside it
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ToTable {
    /// To be read by people
    Text,
    /// Indented JSON
    Json,
    /// A record a line
    Jsonl,
    /// Tab-separated values, a fact a line
    Tsv,
    /// Comma-separated values, a fact a line
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Offsets {
    /// Unicode code points, as in Python
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// UTF-16 code units, as in JavaScript and Java
    Utf16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Fold {
    /// HOÀ, hòa and hoà are "hòa"
    Case,
    /// hòa and hoa are "hoa", Đà is "da"
    Marks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Style {
    /// "DN (doanh nghiệp)" at the first mention
    First,
    /// The same at every mention
    Every,
    /// "doanh nghiệp" in place of "DN"
    Replace,
    /// The text as it is, and a list of its acronyms below it
    Glossary,
    /// A list of what a person should look at: undefined, undecided, or less sure than --min-confidence (0.9)
    Review,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lead {
    /// As the layout tells
    Auto,
    /// It has
    Present,
    /// It has none
    Absent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tone {
    /// As they are
    Keep,
    /// hòa, khỏe, thủy
    Old,
    /// hoà, khoẻ, thuỷ
    New,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// Vietnamese
    Vi,
}

impl std::convert::From<Lang> for vanban_page::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => vanban_page::Lang::En,
            Lang::Vi => vanban_page::Lang::Vi,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Encoding {
    /// UTF-8, or UTF-16 with a byte order mark
    #[value(name = "utf-8")]
    Utf8,
    /// UTF-16 (little-endian unless a byte order mark says otherwise)
    #[value(name = "utf-16")]
    Utf16,
    /// UTF-16, big-endian
    #[value(name = "utf-16be")]
    Utf16Be,
    /// Windows-1258
    #[value(name = "windows-1258")]
    Windows1258,
    /// TCVN3 (ABC fonts)
    Tcvn3,
    /// VNI for Windows
    Vni,
    /// VISCII (RFC 1456)
    Viscii,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// What the earlier run wrote (--to jsonl)
    pub old: PathBuf,
    /// What the later run wrote (--to jsonl)
    pub new: PathBuf,
    /// What comes out
    #[arg(long, value_enum, default_value_t = ToDiff::Text)]
    pub to: ToDiff,
}

/// What `diff` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ToDiff {
    /// A line for each difference
    Text,
    /// A JSON object for each difference
    Jsonl,
}
