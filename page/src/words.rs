//! The report's own words.

use vanban::acronym::{Acronym, Source};
use vanban::facts::{Bound, Role};

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
    pub const fn of(lang: Lang) -> Words {
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

    /// The heading of the officials.
    pub fn officials(self) -> &'static str {
        self.pick("Officials", "Người giữ chức vụ")
    }

    /// The heading of the sums of money.
    pub fn money(self) -> &'static str {
        self.pick("Money", "Số tiền")
    }

    /// The heading of percents, counts and measures.
    pub fn figures(self) -> &'static str {
        self.pick("Figures", "Con số")
    }

    /// The heading of the dates.
    pub fn dates(self) -> &'static str {
        self.pick("Dates", "Ngày tháng")
    }

    /// The heading of the documents cited.
    pub fn citations(self) -> &'static str {
        self.pick("Documents cited", "Văn bản được dẫn")
    }

    /// The heading of the acronyms.
    pub fn acronyms(self) -> &'static str {
        self.pick("Acronyms", "Chữ viết tắt")
    }

    /// The heading of the summary.
    pub fn summary(self) -> &'static str {
        self.pick("Summary", "Tóm tắt")
    }

    /// What the expansion of an acronym rests on.
    pub fn evidence(self, acronym: &Acronym) -> &'static str {
        match acronym.expansion {
            Some(_) => self.source(acronym.source),
            None => self.pick("left alone", "để nguyên"),
        }
    }

    /// What an expansion rests on.
    pub(crate) fn source(self, source: Source) -> &'static str {
        match source {
            Source::Document => self.pick("defined in the text", "văn bản tự giải thích"),
            Source::User => self.pick("your dictionary", "từ điển của bạn"),
            Source::Context => self.pick("dictionary, by context", "từ điển, theo ngữ cảnh"),
            _ => self.pick("dictionary", "từ điển"),
        }
    }

    /// How a figure is hedged; nothing for one that stands as it is.
    pub(crate) fn bound(self, bound: Bound) -> Option<&'static str> {
        match bound {
            Bound::About => Some(self.pick("about", "khoảng")),
            Bound::MoreThan => Some(self.pick("more than", "hơn")),
            Bound::LessThan => Some(self.pick("less than", "dưới")),
            Bound::AtLeast => Some(self.pick("at least", "ít nhất")),
            Bound::AtMost => Some(self.pick("at most", "không quá")),
            _ => None,
        }
    }

    /// What a date is of.
    pub(crate) fn role(self, role: Role) -> &'static str {
        match role {
            Role::Published => self.pick("published", "đăng bài"),
            Role::PageClock => self.pick("the page's clock", "đồng hồ của trang"),
            Role::Issued => self.pick("issued", "ban hành"),
            _ => "",
        }
    }

    /// How many there are of something: "1 sentence", "2 sentences"; a Vietnamese word is the same for all numbers.
    pub fn count(self, number: usize, one: &'static str, many: &'static str, vietnamese: &'static str) -> String {
        let english = if number == 1 { one } else { many };
        format!("{number} {}", self.pick(english, vietnamese))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        let count = |lang, n| Words::of(lang).count(n, "word", "words", "từ");
        assert_eq!([count(Lang::En, 1), count(Lang::En, 0), count(Lang::Vi, 1)], ["1 word", "0 words", "1 từ"]);
    }
}
