//! The report that a person reads in a terminal: headline, summary, facts in tables, a glossary.

use crate::tables::{Align, Table};
use anstyle::AnsiColor;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::IsTerminal;
use vanban::Document;
use vanban::acronym::Acronym;
use vanban::facts::Facts;
use vanban::record::Layer;
use vanban::summary::Summarizer;
use vanban_page::{self as page, Heading, Words, one_line, readable_summary};

/// A document and how it is to be told.
pub struct Report<'d, 't> {
    pub doc: &'d Document<'t>,
    /// What its record or the command line calls it.
    pub title: Option<&'d str>,
    /// What it is called where neither that nor a headline does.
    pub name: String,
    pub words: Words,
    pub layers: &'d [Layer],
}

const BOLD: anstyle::Style = anstyle::Style::new().bold();
const DIM: anstyle::Style = anstyle::Style::new().dimmed();
const HEAD: anstyle::Style = AnsiColor::Cyan.on_default().bold();

impl Report<'_, '_> {
    /// The whole report as text, in colour where that is wanted.
    pub fn write(&self, summarizer: &Summarizer) -> String {
        let mut out = String::new();
        // Before the officials, who are told as of the day that the facts find.
        let facts = self.doc.facts();
        self.headline(&mut out);
        if self.has(Layer::Summary) {
            self.summary(&mut out, summarizer);
        }
        if self.has(Layer::Officials) {
            self.officials(&mut out);
        }
        self.facts(&mut out, &facts);
        if self.has(Layer::Acronyms) {
            self.glossary(&mut out);
        }
        finish(out)
    }

    fn has(&self, layer: Layer) -> bool {
        self.layers.contains(&layer)
    }

    fn headline(&self, out: &mut String) {
        let heading = Heading::of(self.doc, self.title, &self.name).text;
        for line in wrap(&heading, 0) {
            let _ = writeln!(out, "{BOLD}{line}{BOLD:#}");
        }
        let words = self.doc.tokens().filter(|t| t.kind == vanban::TokenKind::Word).count();
        let counts = [
            self.words.count(self.doc.sentences().count(), "sentence", "sentences", "câu"),
            self.words.count(words, "word", "words", "từ"),
        ];
        let name = Some(one_line(&self.name)).filter(|name| *name != heading);
        let line = name.into_iter().chain(counts).collect::<Vec<_>>().join(" · ");
        let _ = writeln!(out, "{DIM}{line}{DIM:#}");
    }

    fn head(&self, out: &mut String, heading: &str) {
        let _ = writeln!(out, "\n{HEAD}{heading}{HEAD:#}");
    }

    fn summary(&self, out: &mut String, summarizer: &Summarizer) {
        let lines = readable_summary(self.doc, summarizer);
        if lines.is_empty() {
            return;
        }
        self.head(out, self.words.summary());
        for line in lines {
            for (n, part) in wrap(&line, 4).iter().enumerate() {
                let _ = writeln!(out, "{}{part}", if n == 0 { "  • " } else { "    " });
            }
        }
    }

    fn officials(&self, out: &mut String) {
        let rows = page::officials(&self.doc.officials());
        self.rows(out, self.words.officials(), rows);
    }

    fn table(&self, out: &mut String, heading: &str, table: &Table) {
        if !table.is_empty() {
            self.head(out, heading);
            out.push_str(&table.render(width()));
        }
    }

    /// A table of rows whose cells begin at the left.
    fn rows<const N: usize>(&self, out: &mut String, heading: &str, rows: Vec<[String; N]>) {
        let mut table = Table::new(&[Align::Left; N]);
        rows.into_iter().for_each(|row| table.add(row));
        self.table(out, heading, &table);
    }

    fn facts(&self, out: &mut String, facts: &Facts) {
        let (doc, words) = (self.doc, self.words);
        if self.has(Layer::Money) {
            self.money(out, facts);
        }
        let mut figures = Vec::new();
        if self.has(Layer::Percents) {
            figures.extend(page::percents(doc, facts, words));
        }
        if self.has(Layer::Quantities) {
            figures.extend(page::quantities(doc, facts, words));
        }
        self.rows(out, words.figures(), figures);
        if self.has(Layer::Dates) {
            self.rows(out, words.dates(), page::dates(doc, facts, words));
        }
        if self.has(Layer::Citations) {
            self.rows(out, words.citations(), page::citations(facts, words));
        }
    }

    fn money(&self, out: &mut String, facts: &Facts) {
        let mut table = Table::new(&[Align::Left, Align::Right, Align::Left]);
        for sum in page::sums(self.doc, facts, self.words) {
            table.add_times(sum.count, [sum.text, sum.amount, sum.about]);
        }
        for total in page::totals(facts, self.words) {
            table.add([total.label.to_owned(), total.amount, total.about]);
        }
        self.table(out, self.words.money(), &table);
    }

    fn glossary(&self, out: &mut String) {
        let mut forms: BTreeMap<String, (usize, Acronym)> = BTreeMap::new();
        for a in self.doc.acronyms().into_iter().filter(page::is_told) {
            let entry = forms.entry(a.form.clone()).or_insert_with(|| (0, a.clone()));
            entry.0 += 1;
            if entry.1.expansion.is_none() {
                entry.1 = a;
            }
        }
        let mut table = Table::new(&[Align::Left, Align::Left, Align::Left, Align::Right]);
        for (form, (count, a)) in forms {
            let meaning = a.expansion.clone().unwrap_or_else(|| "—".into());
            table.add([one_line(&form), one_line(&meaning), self.words.evidence(&a).to_owned(), format!("{count}×")]);
        }
        self.table(out, self.words.acronyms(), &table);
    }
}

/// The width to write in: the terminal's, or 100 columns into files.
fn width() -> usize {
    if std::io::stdout().is_terminal() { textwrap::termwidth().clamp(40, 120) } else { 100 }
}

fn wrap(text: &str, indent: usize) -> Vec<String> {
    textwrap::wrap(text, width() - indent).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The text with its colours, or without them where they are not wanted (no terminal, NO_COLOR).
fn finish(text: String) -> String {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => anstream::adapter::strip_str(&text).to_string(),
        _ => text,
    }
}
