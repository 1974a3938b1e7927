//! The tables beside the text, in the order of the report that a terminal shows.

use crate::marks::Found;
use crate::{Words, acronyms, bars, citations, dates, html, officials, percents, quantities, sums, totals};
use std::fmt::Write as _;
use vanban::Document;

/// What the tables tell of.
pub(crate) struct Tables<'d, 't> {
    pub doc: &'d Document<'t>,
    pub found: &'d Found,
    pub words: Words,
}

impl Tables<'_, '_> {
    pub fn write(&self, out: &mut String) {
        self.officials(out);
        self.money(out);
        self.figures(out);
        self.dates(out);
        self.citations(out);
        self.acronyms(out);
    }

    fn officials(&self, out: &mut String) {
        let heads = [self.pick("Name", "Họ tên"), self.pick("Title", "Chức vụ"), self.pick("Body", "Cơ quan")];
        let rows = officials(&self.found.officials);
        table(out, self.words.officials(), &heads, rows.iter().map(|row| cells(row)));
    }

    fn money(&self, out: &mut String) {
        let sums = sums(self.doc, &self.found.facts, self.words);
        if !sums.is_empty() {
            heading(out, self.words.money());
            bars::write(out, &sums, &totals(&self.found.facts, self.words), self.words);
        }
    }

    fn figures(&self, out: &mut String) {
        let (doc, facts, words) = (self.doc, &self.found.facts, self.words);
        let heads = [self.in_text(), self.pick("Value", "Giá trị")];
        let rows = percents(doc, facts, words).into_iter().chain(quantities(doc, facts, words));
        table(out, words.figures(), &heads, rows.map(|row| cells(&row)));
    }

    fn dates(&self, out: &mut String) {
        let heads = [self.in_text(), self.pick("Date", "Ngày")];
        let rows = dates(self.doc, &self.found.facts, self.words).into_iter();
        let rows = rows.map(|[text, date, role]| html::noted(&text, &role, "") + &html::plain(&date));
        table(out, self.words.dates(), &heads, rows);
    }

    fn citations(&self, out: &mut String) {
        let heads = [
            self.pick("Number", "Số"),
            self.pick("Type", "Loại"),
            self.pick("Issuer", "Nơi ban hành"),
            self.pick("Date", "Ngày"),
        ];
        let rows = citations(&self.found.facts, self.words);
        table(out, self.words.citations(), &heads, rows.iter().map(|row| cells(row)));
    }

    fn acronyms(&self, out: &mut String) {
        let heads = [self.pick("Form", "Chữ"), self.pick("Stands for", "Viết tắt của"), self.pick("By", "Căn cứ")];
        let rows = acronyms::rows(&self.found.acronyms, self.words)
            .into_iter()
            .map(|[form, expansion, evidence]| html::plain(form) + &html::cell(expansion) + &html::plain(evidence));
        table(out, self.words.acronyms(), &heads, rows);
    }

    fn in_text(&self) -> &'static str {
        self.pick("In the text", "Trong văn bản")
    }

    fn pick(&self, english: &'static str, vietnamese: &'static str) -> &'static str {
        self.words.pick(english, vietnamese)
    }
}

fn cells(row: &[String]) -> String {
    row.iter().map(|c| html::cell(c)).collect()
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "<h2>{text}</h2>");
}

/// A table under its heading, unless it is empty.
fn table(out: &mut String, name: &str, heads: &[&str], rows: impl Iterator<Item = String>) {
    let mut rows = rows.peekable();
    if rows.peek().is_some() {
        heading(out, name);
        html::table(out, heads, rows);
    }
}
