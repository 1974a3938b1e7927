//! Vietnamese words and syllables as terms of a [tantivy](https://docs.rs/tantivy) index.
//!
//! What is a word, which spellings share a key and where the syllables of a word stand is decided by
//! [`vanban::Document::terms`]; this crate only hands its terms on. Offsets are bytes of the caller's own text, whatever
//! its Unicode form, so that a snippet highlights what the reader sees.
//!
//! ```
//! use tantivy_tokenizer_api::{TokenStream, Tokenizer};
//! use vanban_tantivy::{Folding, Terms, VanbanTokenizer};
//!
//! let mut tokenizer = VanbanTokenizer::new(Terms::WordsAndSyllables, Folding::Case);
//! let mut stream = tokenizer.token_stream("Doanh nghiệp HOÀ bình"); // "Enterprises [are at] peace"
//! let mut keys = Vec::new();
//! stream.process(&mut |token| keys.push((token.position, token.text.clone())));
//! assert_eq!(keys[0], (0, "doanh_nghiệp".to_owned()));
//! assert_eq!(keys[4], (1, "hòa".to_owned()));
//! ```

mod stream;

pub use stream::VanbanTokenStream;
pub use vanban::{Analyzer, Folding};

use tantivy_tokenizer_api::Tokenizer;

/// Which terms go into the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Terms {
    /// Words alone: a search for a syllable does not find the words that it is part of. Right for queries.
    Words,
    /// Words, then their syllables at the same position; so too the parts of a document number. Right for indexing.
    #[default]
    WordsAndSyllables,
}

/// The version of the keys: while it stays the same, so do the keys of every text. An index that was built under another
/// version is to be built anew.
pub const fn key_version() -> &'static str {
    vanban::DATA_VERSION
}

/// Cuts text into words, or words and syllables. It is cheap to clone, and its clones share their data.
#[derive(Debug, Clone, Default)]
pub struct VanbanTokenizer {
    analyzer: Analyzer,
    terms: Terms,
    folding: Folding,
}

impl VanbanTokenizer {
    /// A tokenizer with vanban's own data.
    pub fn new(terms: Terms, folding: Folding) -> VanbanTokenizer {
        VanbanTokenizer::with_analyzer(Analyzer::new(), terms, folding)
    }

    /// A tokenizer over an analyzer with dictionaries of your own: their words stay in one piece. Keys are then stable only
    /// while those dictionaries are, too.
    pub fn with_analyzer(analyzer: Analyzer, terms: Terms, folding: Folding) -> VanbanTokenizer {
        VanbanTokenizer { analyzer, terms, folding }
    }
}

impl Tokenizer for VanbanTokenizer {
    type TokenStream<'a> = VanbanTokenStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> VanbanTokenStream {
        VanbanTokenStream::new(&self.analyzer.read(text), self.terms, self.folding)
    }
}

/// The example of the README is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
