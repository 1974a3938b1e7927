//! Facts: money, percents, quantities, dates and citations, with exact values.

mod citation;
mod currency;
mod date;
mod digits;
mod label;
mod money;
mod number;
mod ordinal;
mod percent;
mod quantity;
mod scene;
mod unit;

pub use number::read_number;
pub use ordinal::read_ordinal;

use crate::document::Document;
use crate::gazetteer;
use crate::segment::{Piece, TokenKind};
use crate::span::Span;
use number::Class;
use rust_decimal::Decimal;
use scene::Scene;

/// All facts of a document, from one pass over it.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Facts {
    /// Sums of money.
    pub money: Vec<Money>,
    /// Percents.
    pub percents: Vec<Percent>,
    /// Counts and measures with their unit.
    pub quantities: Vec<Quantity>,
    /// Dates.
    pub dates: Vec<Date>,
    /// Documents and laws that are cited.
    pub citations: Vec<Citation>,
}

/// What the sums of money of one currency come to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Total {
    /// ISO 4217.
    pub currency: String,
    /// How many figures were added up.
    pub count: usize,
    /// Their sum, in units of the currency.
    pub sum: Decimal,
    /// The figures themselves, in the order of the text.
    pub values: Vec<Decimal>,
}

impl Facts {
    /// The sums of money added up by currency, equal figures once; ranges, vague sums and rates ("… mỗi tháng") are left
    /// out. Whether figures of a text may be added up at all, only a reader can say.
    ///
    /// ```
    /// let doc_facts = vanban::Analyzer::new().read("Chi 3 tỷ đồng cho đường, 2 tỷ đồng cho cầu.").facts(); // "3 bn for roads, 2 bn for bridges"
    /// assert_eq!(doc_facts.totals()[0].sum.to_string(), "5000000000");
    /// ```
    pub fn totals(&self) -> Vec<Total> {
        let mut totals: Vec<Total> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for money in self.money.iter().filter(|m| !m.vague && m.per.is_none()) {
            let Some(value) = money.value else { continue };
            if money.same_as.is_some_and(|group| !seen.insert(group)) {
                continue;
            }
            let at = totals.iter().position(|t| t.currency == money.currency).unwrap_or_else(|| {
                totals.push(Total {
                    currency: money.currency.clone(),
                    count: 0,
                    sum: Decimal::ZERO,
                    values: Vec::new(),
                });
                totals.len() - 1
            });
            if let Some(sum) = totals[at].sum.checked_add(value) {
                (totals[at].sum, totals[at].count) = (sum, totals[at].count + 1);
                totals[at].values.push(value);
            }
        }
        totals
    }

    /// The day on which the page says that it was published, or else on which the document was issued.
    pub fn published(&self) -> Option<jiff::civil::Date> {
        let published = self.dates.iter().find(|d| d.role == Some(Role::Published));
        let letterhead = || self.dates.iter().find(|d| d.own);
        published.or_else(letterhead)?.value.as_deref()?.get(..10)?.parse().ok()
    }
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Money {
    /// From the number to the currency, without hedges and per-unit tails.
    pub span: Span,
    /// The value in units of the currency; `None` for ranges and vague sums.
    pub value: Option<Decimal>,
    /// The lower end of a range.
    pub low: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// ISO 4217.
    pub currency: String,
    /// What the words before it make of the figure.
    pub bound: Bound,
    /// "hàng trăm tỷ": a size, not a value.
    pub vague: bool,
    /// Whether the currency was left out in the text.
    pub inferred_currency: bool,
    /// The unit of a rate: "m2", "tháng".
    pub per: Option<String>,
    /// What the sum is for: "278 đề án".
    pub covers: Option<String>,
    /// The other reading of the separators, where a careful reader would doubt.
    pub alternative: Option<Decimal>,
    /// The same number for equal figures of the document.
    pub same_as: Option<usize>,
}

/// How a figure is hedged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// khoảng, xấp xỉ, gần.
    About,
    /// hơn, trên.
    MoreThan,
    /// dưới, chưa đến.
    LessThan,
    /// ít nhất, tối thiểu, từ … trở lên.
    AtLeast,
    /// không quá, tối đa.
    AtMost,
}

impl Bound {
    /// The name, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::MoreThan => "more_than",
            Bound::LessThan => "less_than",
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
        }
    }
}

/// A percentage.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Percent {
    /// The number with its sign or word.
    pub span: Span,
    /// 100 for "100%"; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range: 30 in "20 - 30%".
    pub high: Option<Decimal>,
}

/// A count or a measure.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Quantity {
    /// From the number to the unit.
    pub span: Span,
    /// The number; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range: 5 in "3-5 người" ("three to five people").
    pub high: Option<Decimal>,
    /// The whole of a ratio: 171 in "102/171 sản phẩm".
    pub of: Option<Decimal>,
    /// What is counted, as it is written.
    pub unit: String,
}

/// A date or a stretch of time.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// ISO 8601, as fine as the grain: "2017-10-02", "2017-10", "2017"; `None` where nothing fixes it.
    pub value: Option<String>,
    /// The end of a range.
    pub until: Option<String>,
    /// day, month, quarter, year …
    pub grain: Grain,
    /// Whether it was counted from the date of the document.
    pub relative: bool,
    /// What the date is of.
    pub role: Option<Role>,
    /// Whether it is the day of the text itself, in its letterhead.
    pub(crate) own: bool,
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Grain {
    /// A moment of the day.
    Second,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

impl Grain {
    /// The name, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Grain::Second => "second",
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
        }
    }
}

/// What a date is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The page was published then.
    Published,
    /// The clock of the web page when it was saved.
    PageClock,
    /// The document was issued then.
    Issued,
}

impl Role {
    /// The name, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Role::Published => "published",
            Role::PageClock => "page_clock",
            Role::Issued => "issued",
        }
    }
}

/// A document or a law that is cited.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Citation {
    /// From its type word, or the number alone.
    pub span: Span,
    /// The number with hyphens and Đ evened out; empty for a law that is cited by name.
    pub number: String,
    /// "Quyết định".
    pub kind: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// ISO date of issue.
    pub date: Option<String>,
    /// Whether the number had to be mended (a lost hyphen, a look-alike of Đ).
    pub repaired: bool,
    /// What the issuer is called as of the date in question, or what took over its tasks; `None` without a date, and for
    /// what no list has.
    pub body: Option<String>,
    /// The last day of the issuer, where it had ended by the date in question and nothing took over.
    pub body_ended: Option<jiff::civil::Date>,
}

impl Citation {
    fn resolve(&mut self, day: jiff::civil::Date) {
        if let Some(name) = &self.issuer {
            (self.body, self.body_ended) = gazetteer::as_of(name, day);
        }
    }
}

impl Document<'_> {
    /// All facts of the document, in one pass.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        let mut found = money::Found::default();
        let mut dates = date::Mentions::default();
        let mut citations = citation::Citations::default();
        let page = scene::Page::default();
        let mut pieces = self.pieces().iter().peekable();
        for sentence in self.sentence_list() {
            let scene = Scene::new(self, &page, &sentence.atoms);
            dates.open_sentence(sentence.block, sentence.atoms.start);
            let mut at = 0;
            while at < scene.atoms.len() {
                // The typed tokens that were passed, and the one that the reader stands on.
                while pieces.next_if(|p| p.atoms.end <= sentence.atoms.start + at).is_some() {}
                let piece = pieces.peek().filter(|p| p.atoms.start <= sentence.atoms.start + at);
                let passed = piece.filter(|p| is_typed(p)).map(|p| p.atoms.end - sentence.atoms.start);
                let cited = citation::read(&scene, at, &mut citations);
                let dated = cited.or_else(|| date::read(&scene, at, &mut dates));
                at = match dated.or(passed).or_else(|| figure(&scene, at, &mut found, &mut facts)) {
                    Some(end) => {
                        scene.take(end);
                        end.max(at + 1)
                    }
                    None => at + 1,
                };
            }
            found.close_sentence();
        }
        dates.finish(self);
        facts.citations = citations.finish(self, &mut dates.list);
        facts.dates = dates.records(self);
        let published = facts.published();
        self.keep_published(published);
        if let Some(day) = self.day().or(published) {
            facts.citations.iter_mut().for_each(|c| c.resolve(day));
        }
        facts.money = found.money;
        money::link(&mut facts.money);
        facts
    }

    /// Sums of money. This and its siblings read the document anew: take [`facts`](Document::facts) for several of them.
    pub fn money(&self) -> Vec<Money> {
        self.facts().money
    }

    /// Percents.
    pub fn percents(&self) -> Vec<Percent> {
        self.facts().percents
    }

    /// Counts and measures.
    pub fn quantities(&self) -> Vec<Quantity> {
        self.facts().quantities
    }

    /// Dates.
    pub fn dates(&self) -> Vec<Date> {
        self.facts().dates
    }

    /// Citations.
    pub fn citations(&self) -> Vec<Citation> {
        self.facts().citations
    }
}

/// Tokens that hold no figure of their own: dates, times, numbers of documents, addresses.
fn is_typed(piece: &Piece) -> bool {
    use TokenKind::{Date, DocumentNumber, Email, Hashtag, Time, Url};
    matches!(piece.kind, Date | DocumentNumber | Email | Hashtag | Time | Url)
}

/// Reads money, a percent or a quantity at `at` and gives the end of what it passed over.
fn figure(scene: &Scene, at: usize, found: &mut money::Found, facts: &mut Facts) -> Option<usize> {
    match scene.get(at).map_or(Class::None, number::class_of) {
        Class::None | Class::After(_) | Class::Tens | Class::And | Class::AndHalf | Class::Point => return None,
        Class::Vague | Class::Scale(_) if number::class(scene, at + 1) != Class::AndHalf => {
            return money::vague(scene, at, found);
        }
        Class::Digits => {
            if let Some(end) = quantity::pair(scene, at, &mut facts.quantities) {
                return Some(end);
            }
        }
        _ => {}
    }
    let signed = currency::before(scene, at).is_some();
    if !signed && !number::may_begin(scene, at) {
        return None;
    }
    let number = number::read(scene, at)?;
    money::read(scene, &number, found)
        .or_else(|| percent::read(scene, &number, &mut facts.percents))
        .or_else(|| quantity::read(scene, &number, &mut facts.quantities))
        .or_else(|| quantity::counter(scene, &number, &mut facts.quantities))
        .or(Some(number.atoms.end))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_cited_decree_gives_the_text_no_date() {
        let published = |text: &str| crate::Analyzer::new().read(text).facts().published().map(|d| d.to_string());
        assert_eq!(published("Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ đã nêu."), None);
        let letter =
            "ỦY BAN NHÂN DÂN\nSố: 15/TB-UBND\nHà Nội, ngày 05 tháng 3 năm 2024\n\nTHÔNG BÁO\n\nVề kỳ họp ngày 1/2.";
        assert_eq!(published(letter).as_deref(), Some("2024-03-05"));
    }
}
