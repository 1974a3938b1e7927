//! The report's own words.

use vanban::acronym::Source;

/// A language of the report's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// English
    En,
    /// Vietnamese
    Vi,
}

/// The report's own words, in one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> Words {
        Words { lang }
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// One of two wordings.
    pub fn pick(self, english: &'static str, vietnamese: &'static str) -> &'static str {
        if self.lang == Lang::Vi { vietnamese } else { english }
    }

    /// What an expansion rests on.
    pub fn source(self, source: Source) -> &'static str {
        match source {
            Source::Document => self.pick("defined in the text", "văn bản tự giải thích"),
            Source::User => self.pick("your dictionary", "từ điển của bạn"),
            Source::Context => self.pick("dictionary, by context", "từ điển, theo ngữ cảnh"),
            Source::Unknown => self.pick("unknown", "không rõ"),
            _ => self.pick("dictionary", "từ điển"),
        }
    }
}
