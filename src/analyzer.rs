//! The entry to everything: an analyzer is built once and shared.

use crate::dictionary::{Dictionary, Domain};
use crate::document::{Document, Settings};
use crate::error::Error;
use crate::stream::Tokens;
use jiff::civil::Date;
use std::io::Read;
use std::sync::Arc;

/// Reads Vietnamese text: built once, immutable, cheap to clone, shared between threads.
///
/// ```
/// let vb = vanban::Analyzer::new();
/// let doc = vb.read("Bộ Công Thương ban hành Quyết định số 3768/QĐ-BCT."); // "The ministry issued Decision no. …"
/// assert_eq!(doc.tokens().last().map(|t| t.text), Some("."));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Analyzer {
    settings: Arc<Settings>,
}

impl Analyzer {
    /// An analyzer with the built-in data; it cannot fail.
    pub fn new() -> Analyzer {
        Analyzer::default()
    }

    /// An analyzer with the caller's own dictionaries and dates.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Reads a text; it never fails and takes time linear in the text's length.
    pub fn read<'t>(&self, text: &'t str) -> Document<'t> {
        Document::read(text, Arc::clone(&self.settings))
    }

    /// The tokens of a text one after the other: lazily, in bounded memory, for text of any length.
    ///
    /// ```
    /// let vb = vanban::Analyzer::new();
    /// let words: Vec<&str> = vb.segment("Bộ Công Thương họp.").map(|t| t.text).collect(); // "The ministry of … met."
    /// assert_eq!(words, ["Bộ", "Công Thương", "họp", "."]);
    /// ```
    pub fn segment<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens::new(text, Arc::clone(&self.settings))
    }
}

/// Puts an [`Analyzer`] together.
///
/// ```
/// use vanban::{Analyzer, Domain};
/// let own = "form\texpansion\n".replace("form\texpansion", "CTKC\tchương trình khuyến công"); // "industry promotion programme"
/// let vb = Analyzer::builder().dictionary(own.as_bytes())?.domain(Domain::CongThuong).build();
/// # let _ = vb; Ok::<(), vanban::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    settings: Settings,
}

impl Builder {
    /// Lays a dictionary over those before it (TOML or TSV, see [`Dictionary`]). Errors call it "dictionary":
    /// [`Dictionary::read`] and [`with`](Builder::with) give it a name of its own.
    ///
    /// # Errors
    /// What cannot be read or parsed, with its line.
    pub fn dictionary(self, reader: impl Read) -> Result<Builder, Error> {
        Ok(self.with(Dictionary::read(reader, "dictionary")?))
    }

    /// Lays a dictionary that was read before over the others.
    pub fn with(mut self, dictionary: Dictionary) -> Builder {
        self.settings.dictionaries.push(dictionary);
        self
    }

    /// The field of the documents: its senses of a form come first.
    pub fn domain(mut self, domain: Domain) -> Builder {
        self.settings.domain = Some(domain);
        self
    }

    /// The date of the documents, for relative dates; without it, the publication date that a page states.
    pub fn date(mut self, date: Date) -> Builder {
        self.settings.date = Some(date);
        self
    }

    /// Resolves bodies and places as of a date; without it, as of the document's date.
    pub fn as_of(mut self, date: Date) -> Builder {
        self.settings.as_of = Some(date);
        self
    }

    /// The analyzer.
    pub fn build(self) -> Analyzer {
        Analyzer { settings: Arc::new(self.settings.finish()) }
    }
}
