//! A report as one web page: the document with what was found in it marked, and the tables beside it. It needs no script
//! and nothing from the network, and shows no text of the document unescaped.
//!
//! What a table says is told here once, as rows, for the page and for the report that a terminal shows.

mod acronyms;
mod bars;
mod dates;
mod heading;
mod html;
mod lines;
mod marks;
mod money;
mod numbers;
mod page;
mod parts;
mod rows;
mod tables;
mod words;

pub use acronyms::is_told;
pub use dates::dates;
pub use heading::Heading;
pub use lines::{harmless, one_line, readable, readable_summary};
pub use money::{Sum, Total, sums, totals};
pub use page::Page;
pub use rows::{citations, officials, percents, quantities};
pub use words::{Lang, Words};

use html::escape;
use rows::once;

/// The style of the page.
pub const STYLE: &str = include_str!("style.css");

/// The head of the page, up to the first document, with what the page is called, where there is anything to call.
pub fn head(words: Words, title: &str) -> String {
    let title = [title, "vanban"].into_iter().filter(|t| !t.is_empty()).map(one_line).collect::<Vec<_>>().join(" – ");
    let lang = if words.lang() == Lang::Vi { "vi" } else { "en" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"vanban {}\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        env!("CARGO_PKG_VERSION"),
        escape(&title)
    )
}

/// The end of the page.
pub const FOOT: &str = "</main>\n</body>\n</html>\n";

/// What could not be read, in the place of a document.
pub fn error(place: &str, cause: &str) -> String {
    format!("<section class=\"document\"><p>{}: {}</p></section>\n", escape(place), escape(cause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vanban::Analyzer;
    use vanban::summary::{Limit, Summarizer};

    #[test]
    fn nothing_of_the_document_is_left_unescaped() {
        let text = "<script>alert('x')</script> Bộ Công Thương & \"Cục\"\u{1b}[31m chi 5 tỷ đồng.";
        let doc = Analyzer::new().read(text);
        let words = Words::of(Lang::En);
        let page = Page { doc: &doc, title: None, name: "<b>", words }.write(&Summarizer::new(Limit::Sentences(1)));
        assert!(!page.contains("<script") && !page.contains('\u{1b}') && !page.contains("<b>"), "{page}");
        assert!(page.contains("5,000,000,000 VND") && page.contains("<mark class=\"money\""), "{page}");
    }
}
