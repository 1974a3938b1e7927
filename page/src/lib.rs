//! A report as one web page: the document with what was found in it marked, and the tables beside it. It needs no script
//! and nothing from the network, and shows no text of the document unescaped.

mod lines;
mod marks;
mod words;

pub use lines::{amount, figure, grouped, harmless, one_line, readable, readable_summary};
pub use words::{Lang, Words};

use marks::{Found, Kind, Mark, marks};
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use vanban::acronym::Acronym;
use vanban::facts::Facts;
use vanban::official::Official;
use vanban::summary::Summarizer;
use vanban::{Document, Span, ZoneKind};

/// The style of the page.
pub const STYLE: &str = include_str!("style.css");

/// The head of the page, up to the first document.
pub fn head(words: Words) -> String {
    let lang = if words.lang() == Lang::Vi { "vi" } else { "en" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"vanban {}\">\n\
         <title>vanban</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// The end of the page.
pub const FOOT: &str = "</main>\n</body>\n</html>\n";

/// What could not be read, in the place of a document.
pub fn error(place: &str, cause: &str) -> String {
    format!("<section class=\"document\"><p>{}: {}</p></section>\n", escape(place), escape(cause))
}

/// A document under report.
pub struct Page<'d, 't> {
    /// The document.
    pub doc: &'d Document<'t>,
    /// What it is called where it has no headline.
    pub name: &'d str,
    /// The language of the report.
    pub words: Words,
}

impl Page<'_, '_> {
    /// The document's part of the page.
    pub fn write(&self, summarizer: &Summarizer) -> String {
        let found = Found::new(self.doc);
        let chosen: Vec<Span> = self.doc.summarize(summarizer).sentences.iter().map(|s| s.span).collect();
        let mut out = String::from("<section class=\"document\">\n");
        self.text(&mut out, &marks(&found, self.words), &chosen);
        out += "<aside>\n";
        self.key(&mut out);
        self.summary(&mut out, &chosen);
        self.officials(&mut out, &found.officials);
        self.money(&mut out, &found.facts);
        self.citations(&mut out, &found.facts);
        self.acronyms(&mut out, &found.acronyms);
        out += "</aside>\n</section>\n";
        out
    }

    fn pick(&self, english: &'static str, vietnamese: &'static str) -> &'static str {
        self.words.pick(english, vietnamese)
    }

    /// The text zone by zone; each fact is marked, and the sentences of the summary are underlined.
    fn text(&self, out: &mut String, marks: &[Mark], chosen: &[Span]) {
        out.push_str("<article class=\"text\" lang=\"vi\">\n");
        let headline = self.doc.zones().position(|z| z.kind == ZoneKind::Headline);
        if headline.is_none() {
            let _ = writeln!(out, "<h1>{}</h1>", escape(self.name));
        }
        for (n, zone) in self.doc.zones().enumerate() {
            let element = match zone.kind {
                _ if headline == Some(n) => "h1",
                ZoneKind::Heading | ZoneKind::Headline => "h2",
                _ => "p",
            };
            let _ = write!(out, "<{element} class=\"{}\">", zone.kind.name());
            self.stretch(out, zone.span, marks, chosen);
            let _ = writeln!(out, "</{element}>");
        }
        out.push_str("</article>\n");
    }

    /// A stretch of the text with its marks; sentences of the summary are wrapped piece by piece. Marks and sentences are
    /// in order and none overlaps another of its kind.
    fn stretch(&self, out: &mut String, span: Span, marks: &[Mark], chosen: &[Span]) {
        let from = marks.partition_point(|m| m.span.start() < span.start());
        let to = marks.partition_point(|m| m.span.end() <= span.end()).max(from);
        let own = &marks[from..to];
        let mut cuts: BTreeSet<usize> = [span.start(), span.end()].into();
        cuts.extend(own.iter().flat_map(|m| [m.span.start(), m.span.end()]));
        cuts.extend(chosen.iter().flat_map(|s| [s.start(), s.end()]).filter(|c| span.start() < *c && *c < span.end()));
        let cuts: Vec<usize> = cuts.into_iter().collect();
        for pair in cuts.windows(2) {
            let piece = Span::new(pair[0], pair[1]);
            let text = escape(piece.of(self.doc.text()));
            let underlined =
                chosen.get(chosen.partition_point(|s| s.end() <= piece.start())).is_some_and(|s| s.contains(piece));
            let text = if underlined { format!("<span class=\"chosen\">{text}</span>") } else { text };
            let mark =
                own.get(own.partition_point(|m| m.span.end() <= piece.start())).filter(|m| m.span.contains(piece));
            match mark {
                Some(m) => {
                    let (class, why) = (m.kind.class(), escape(&m.why));
                    let _ = write!(
                        out,
                        "<mark class=\"{class}\" tabindex=\"0\">{text}<span class=\"why\" role=\"note\">{why}</span></mark>"
                    );
                }
                None => out.push_str(&text),
            }
        }
    }

    fn key(&self, out: &mut String) {
        let _ = write!(out, "<ul class=\"key\" aria-label=\"{}\">", self.pick("Key", "Chú giải"));
        for kind in Kind::ALL {
            let _ = write!(out, "<li class=\"{}\">{}</li>", kind.class(), kind.name(self.words));
        }
        out.push_str("</ul>\n");
    }

    fn heading(&self, out: &mut String, english: &'static str, vietnamese: &'static str) {
        let _ = writeln!(out, "<h2>{}</h2>", self.pick(english, vietnamese));
    }

    fn summary(&self, out: &mut String, chosen: &[Span]) {
        let lines = readable(self.doc, chosen, false);
        if lines.is_empty() {
            return;
        }
        self.heading(out, "Summary", "Tóm tắt");
        out.push_str("<ul lang=\"vi\">");
        for line in lines {
            let _ = write!(out, "<li>{}</li>", escape(&line));
        }
        out.push_str("</ul>\n");
    }

    fn officials(&self, out: &mut String, officials: &[Official]) {
        if officials.is_empty() {
            return;
        }
        self.heading(out, "Officials", "Người giữ chức vụ");
        let heads = [self.pick("Name", "Họ tên"), self.pick("Title", "Chức vụ"), self.pick("Body", "Cơ quan")];
        let rows = officials.iter().map(|o| {
            let cells = [o.name.as_str(), o.title.as_str(), o.organization.as_deref().unwrap_or("")];
            cells.map(|c| format!("<td lang=\"vi\">{}</td>", escape(c))).concat()
        });
        table(out, &heads, rows);
    }

    /// Sums with a bar each, as long as the value beside the largest of its currency.
    fn money(&self, out: &mut String, facts: &Facts) {
        let exact: Vec<_> = facts.money.iter().filter_map(|m| Some((m, m.value?))).collect();
        if exact.is_empty() {
            return;
        }
        self.heading(out, "Money", "Số tiền");
        let mut largest: HashMap<&str, Decimal> = HashMap::new();
        for (m, value) in &exact {
            let most = largest.entry(&m.currency).or_insert(*value);
            *most = (*most).max(*value);
        }
        let rows = exact.iter().map(|(m, value)| {
            let most = largest.get(m.currency.as_str()).copied().unwrap_or(*value);
            let share = (*value * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
            let share = share.round().clamp(0.into(), 100.into());
            format!(
                "<td lang=\"vi\">{}<span class=\"bar\" style=\"width:{share}%\"></span></td><td class=\"number\">{} {}</td>",
                escape(m.span.of(self.doc.text())),
                grouped(&value.normalize().to_string()),
                escape(&m.currency)
            )
        });
        table(out, &[self.pick("In the text", "Trong văn bản"), self.pick("Value", "Giá trị")], rows);
    }

    fn citations(&self, out: &mut String, facts: &Facts) {
        let mut seen = HashSet::new();
        let mut rows: Vec<String> = Vec::new();
        for c in &facts.citations {
            let cells = [Some(&c.number), c.kind.as_ref(), c.issuer.as_ref(), c.date.as_ref()];
            let row = cells.map(|c| format!("<td lang=\"vi\">{}</td>", escape(c.map_or("", String::as_str)))).concat();
            if seen.insert(row.clone()) {
                rows.push(row);
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading(out, "Documents cited", "Văn bản được dẫn");
        let heads = [
            self.pick("Number", "Số"),
            self.pick("Type", "Loại"),
            self.pick("Issuer", "Nơi ban hành"),
            self.pick("Date", "Ngày"),
        ];
        table(out, &heads, rows.into_iter());
    }

    fn acronyms(&self, out: &mut String, acronyms: &[Acronym]) {
        let alone = self.pick("left alone", "để nguyên");
        let mut seen = HashSet::new();
        let mut rows: Vec<(&str, &str, &str)> = Vec::new();
        for a in acronyms.iter().filter(|a| !a.in_citation) {
            let source = if a.expansion.is_some() { self.words.source(a.source) } else { alone };
            let row = (a.form.as_str(), a.expansion.as_deref().unwrap_or(""), source);
            if seen.insert(row) {
                rows.push(row);
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading(out, "Acronyms", "Chữ viết tắt");
        let heads = [self.pick("Form", "Chữ"), self.pick("Stands for", "Viết tắt của"), self.pick("By", "Căn cứ")];
        let cells = rows.iter().map(|(form, expansion, source)| {
            format!("<td>{}</td><td lang=\"vi\">{}</td><td>{source}</td>", escape(form), escape(expansion))
        });
        table(out, &heads, cells);
    }
}

fn table(out: &mut String, heads: &[&str], rows: impl Iterator<Item = String>) {
    let heads: String = heads.iter().map(|h| format!("<th scope=\"col\">{h}</th>")).collect();
    let _ = write!(out, "<table><thead><tr>{heads}</tr></thead><tbody>");
    for row in rows {
        let _ = write!(out, "<tr>{row}</tr>");
    }
    out.push_str("</tbody></table>\n");
}

/// Text as it may stand in an element or an attribute; control characters are shown as U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\n' | '\t' => out.push(c),
            '\r' => {}
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use vanban::Analyzer;
    use vanban::summary::Limit;

    #[test]
    fn nothing_of_the_document_is_left_unescaped() {
        let text = "<script>alert('x')</script> Bộ Công Thương & \"Cục\"\u{1b}[31m chi 5 tỷ đồng.";
        let doc = Analyzer::new().read(text);
        let words = Words::of(Lang::En);
        let page = Page { doc: &doc, name: "<b>", words }.write(&Summarizer::new(Limit::Sentences(1)));
        assert!(!page.contains("<script") && !page.contains('\u{1b}') && !page.contains("<b>"), "{page}");
        assert!(page.contains("5,000,000,000 VND") && page.contains("<mark class=\"money\""), "{page}");
    }
}
