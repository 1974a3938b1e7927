//! The report that a person reads in a terminal: headline, summary, facts in tables, a glossary.

use crate::tables::{Align, Table};
use anstyle::AnsiColor;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::IsTerminal;
use vanban::acronym::{Acronym, Source};
use vanban::facts::{Bound, Facts, Money};
use vanban::record::Layer;
use vanban::summary::Summarizer;
use vanban::{Document, Span, ZoneKind};
use vanban_page::{Lang, Words, amount, figure, grouped, one_line, readable_summary};

/// A document and how it is to be told.
pub struct Report<'d, 't> {
    pub doc: &'d Document<'t>,
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
        self.headline(&mut out);
        if self.has(Layer::Summary) {
            self.summary(&mut out, summarizer);
        }
        if self.has(Layer::Officials) {
            self.officials(&mut out);
        }
        self.facts(&mut out, &self.doc.facts());
        if self.has(Layer::Acronyms) {
            self.glossary(&mut out);
        }
        finish(out)
    }

    fn has(&self, layer: Layer) -> bool {
        self.layers.contains(&layer)
    }

    fn headline(&self, out: &mut String) {
        let headline = self.doc.zones().find(|z| z.kind == ZoneKind::Headline);
        let title = headline.map_or(self.name.as_str(), |z| z.span.of(self.doc.text()));
        for line in wrap(&one_line(title), 0) {
            let _ = writeln!(out, "{BOLD}{line}{BOLD:#}");
        }
        let sentences = self.doc.sentences().count();
        let words = self.doc.tokens().filter(|t| t.kind == vanban::TokenKind::Word).count();
        let (s, w) = (self.words.pick("sentences", "câu"), self.words.pick("words", "từ"));
        let _ = writeln!(out, "{DIM}{} · {sentences} {s} · {words} {w}{DIM:#}", one_line(&self.name));
    }

    fn head(&self, out: &mut String, english: &'static str, vietnamese: &'static str) {
        let _ = writeln!(out, "\n{HEAD}{}{HEAD:#}", self.words.pick(english, vietnamese));
    }

    fn summary(&self, out: &mut String, summarizer: &Summarizer) {
        let lines = readable_summary(self.doc, summarizer);
        if lines.is_empty() {
            return;
        }
        self.head(out, "Summary", "Tóm tắt");
        for line in lines {
            for (n, part) in wrap(&line, 4).iter().enumerate() {
                let _ = writeln!(out, "{}{part}", if n == 0 { "  • " } else { "    " });
            }
        }
    }

    fn officials(&self, out: &mut String) {
        let mut table = Table::new(&[Align::Left, Align::Left, Align::Left]);
        for o in self.doc.officials() {
            table.add_once([one_line(&o.name), one_line(&o.title), one_line(&o.organization.unwrap_or_default())]);
        }
        self.table(out, table, "Officials", "Người giữ chức vụ");
    }

    fn table(&self, out: &mut String, table: Table, english: &'static str, vietnamese: &'static str) {
        if !table.is_empty() {
            self.head(out, english, vietnamese);
            out.push_str(&table.render(width()));
        }
    }

    fn facts(&self, out: &mut String, facts: &Facts) {
        let text = |span: Span| one_line(span.of(self.doc.text()));
        if self.has(Layer::Money) {
            let mut table = Table::new(&[Align::Left, Align::Right, Align::Left]);
            for m in &facts.money {
                table.add_counted([text(m.span), amount(m), self.about(m)]);
            }
            for total in facts.totals().iter().filter(|t| t.count > 1) {
                let label = match self.words.lang() {
                    Lang::Vi => format!("tổng {} số, số bằng nhau tính một lần", total.count),
                    Lang::En => format!("{} figures together, equal ones once", total.count),
                };
                let sum = format!("{} {}", grouped(&total.sum.normalize().to_string()), total.currency);
                table.add([label, sum, String::new()]);
            }
            self.table(out, table, "Money", "Số tiền");
        }
        let mut figures = Table::new(&[Align::Left, Align::Left]);
        if self.has(Layer::Percents) {
            facts.percents.iter().for_each(|p| figures.add_once([text(p.span), figure(p.value, p.high) + " %"]));
        }
        if self.has(Layer::Quantities) {
            for q in &facts.quantities {
                let of =
                    q.of.map(|of| format!(" {} {}", self.words.pick("of", "trên"), of.normalize())).unwrap_or_default();
                figures.add_once([text(q.span), format!("{}{of} {}", figure(q.value, q.high), one_line(&q.unit))]);
            }
        }
        self.table(out, figures, "Figures", "Con số");
        if self.has(Layer::Dates) {
            let mut table = Table::new(&[Align::Left, Align::Left, Align::Left]);
            for d in facts.dates.iter().filter(|d| d.value.is_some()) {
                let until = d.until.as_ref().map(|u| format!(" – {u}")).unwrap_or_default();
                let role = d.role.map_or("", |r| self.role(r));
                table.add_once([text(d.span), d.value.clone().unwrap_or_default() + &until, role.to_owned()]);
            }
            self.table(out, table, "Dates", "Ngày tháng");
        }
        if self.has(Layer::Citations) {
            let mut table = Table::new(&[Align::Left, Align::Left, Align::Left, Align::Left]);
            for c in &facts.citations {
                let or = |s: &Option<String>| one_line(s.as_deref().unwrap_or(""));
                table.add_once([c.number.clone(), or(&c.kind), or(&c.issuer), or(&c.date)]);
            }
            self.table(out, table, "Documents cited", "Văn bản được dẫn");
        }
    }

    fn role(&self, role: vanban::facts::Role) -> &'static str {
        match role {
            vanban::facts::Role::Published => self.words.pick("published", "đăng bài"),
            vanban::facts::Role::PageClock => self.words.pick("the page's clock", "đồng hồ của trang"),
            vanban::facts::Role::Issued => self.words.pick("issued", "ban hành"),
            _ => "",
        }
    }

    /// What is to be known about a sum beside its value.
    fn about(&self, m: &Money) -> String {
        let mut notes = Vec::new();
        let bound = match m.bound {
            Bound::About => self.words.pick("about", "khoảng"),
            Bound::MoreThan => self.words.pick("more than", "hơn"),
            Bound::LessThan => self.words.pick("less than", "dưới"),
            Bound::AtLeast => self.words.pick("at least", "ít nhất"),
            Bound::AtMost => self.words.pick("at most", "không quá"),
            _ => "",
        };
        if !bound.is_empty() {
            notes.push(bound.to_owned());
        }
        if let Some(per) = &m.per {
            notes.push(format!("{} {}", self.words.pick("per", "mỗi"), one_line(per)));
        }
        if let Some(covers) = &m.covers {
            notes.push(format!("{} {}", self.words.pick("for", "cho"), one_line(covers)));
        }
        if let Some(other) = &m.alternative {
            notes.push(format!(
                "{} {}",
                self.words.pick("or perhaps", "hoặc có thể"),
                grouped(&other.normalize().to_string())
            ));
        }
        if m.inferred_currency {
            notes.push(self.words.pick("currency not stated", "không ghi loại tiền").to_owned());
        }
        notes.join(", ")
    }

    fn glossary(&self, out: &mut String) {
        let mut forms: BTreeMap<String, (usize, Acronym)> = BTreeMap::new();
        for a in self.doc.acronyms() {
            let entry = forms.entry(a.form.clone()).or_insert_with(|| (0, a.clone()));
            entry.0 += 1;
            if entry.1.expansion.is_none() {
                entry.1 = a;
            }
        }
        let mut table = Table::new(&[Align::Left, Align::Left, Align::Left, Align::Right]);
        for (form, (count, a)) in forms {
            let meaning = a.expansion.clone().unwrap_or_else(|| "—".into());
            table.add([one_line(&form), one_line(&meaning), self.evidence(&a).to_owned(), format!("{count}×")]);
        }
        self.table(out, table, "Acronyms", "Chữ viết tắt");
    }

    fn evidence(&self, a: &Acronym) -> &'static str {
        match (a.source, &a.expansion) {
            (_, None) => self.words.pick("left alone", "để nguyên"),
            (source @ (Source::Document | Source::User | Source::Context), _) => self.words.source(source),
            _ => self.words.pick("dictionary", "từ điển"),
        }
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
