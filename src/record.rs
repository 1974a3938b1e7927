//! The record of a document: every layer that was asked for, with offsets in the caller's unit, as the JSON has it.
//!
//! Bindings and the command line all speak through this one shape. `schema` changes when a key changes its meaning.

use crate::acronym::Acronym;
use crate::document::Document;
use crate::facts::{Citation, Date, Facts, Money, Percent, Quantity};
use crate::official::Official;
use crate::span::{Span, Unit};
use crate::summary::{Summarizer, Summary};
use crate::{DATA_VERSION, Token, Zone};
#[cfg(feature = "serde")]
use serde::Serialize;
use std::time::Instant;

/// The version of the record's shape.
pub const SCHEMA: u32 = 1;

/// A layer of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layer {
    /// Sentences.
    Sentences,
    /// Tokens.
    Tokens,
    /// Acronyms.
    Acronyms,
    /// Officials.
    Officials,
    /// Sums of money.
    Money,
    /// Dates.
    Dates,
    /// Percents.
    Percents,
    /// Counts and measures.
    Quantities,
    /// Citations.
    Citations,
    /// Zones of the page.
    Zones,
    /// Keyphrases.
    Keyphrases,
    /// The summary.
    Summary,
}

impl Layer {
    /// All layers with their names, in the order of the record.
    pub const ALL: [(Layer, &'static str); 12] = [
        (Layer::Sentences, "sentences"),
        (Layer::Tokens, "tokens"),
        (Layer::Acronyms, "acronyms"),
        (Layer::Officials, "officials"),
        (Layer::Money, "money"),
        (Layer::Dates, "dates"),
        (Layer::Percents, "percents"),
        (Layer::Quantities, "quantities"),
        (Layer::Citations, "citations"),
        (Layer::Zones, "zones"),
        (Layer::Keyphrases, "keyphrases"),
        (Layer::Summary, "summary"),
    ];

    /// The layer of a name such as "money".
    pub fn from_name(name: &str) -> Option<Layer> {
        Layer::ALL.iter().find(|(_, n)| *n == name).map(|(l, _)| *l)
    }

    fn is_fact(self) -> bool {
        matches!(self, Layer::Money | Layer::Dates | Layer::Percents | Layer::Quantities | Layer::Citations)
    }
}

/// What a record is to hold.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// How offsets are counted.
    pub unit: Unit,
    /// The layers.
    pub layers: Vec<Layer>,
    /// The summary, where that layer is wanted.
    pub summary: Summarizer,
}

/// A document's layers, ready to be written.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub struct Record {
    /// How offsets are counted: chars, bytes or utf16.
    pub offsets: &'static str,
    /// The version of this shape.
    pub schema: u32,
    /// The version of dictionaries and models.
    pub data: &'static str,
    /// Sentences.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub sentences: Option<Vec<Place>>,
    /// Tokens.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub tokens: Option<Vec<Kinded>>,
    /// Acronyms.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub acronyms: Option<Vec<AcronymEntry>>,
    /// Officials.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub officials: Option<Vec<OfficialEntry>>,
    /// Sums of money.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub money: Option<Vec<MoneyEntry>>,
    /// Dates.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub dates: Option<Vec<DateEntry>>,
    /// Percents.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub percents: Option<Vec<PercentEntry>>,
    /// Counts and measures.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub quantities: Option<Vec<QuantityEntry>>,
    /// Citations.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub citations: Option<Vec<CitationEntry>>,
    /// Zones.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub zones: Option<Vec<Kinded>>,
    /// Keyphrases.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub keyphrases: Option<Vec<KeyphraseEntry>>,
    /// The summary.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub summary: Option<Vec<SummaryEntry>>,
}

/// A stretch of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[allow(missing_docs)]
pub struct Place {
    pub start: usize,
    pub end: usize,
}

macro_rules! entries {
    ($($(#[$meta:meta])* $name:ident { $($field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(feature = "serde", derive(Serialize))]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub struct $name {
            #[cfg_attr(feature = "serde", serde(flatten))]
            pub place: Place,
            $(pub $field: $type),*
        }
    )*};
}

entries! {
    /// A token or a zone with its kind.
    Kinded { kind: &'static str }
    /// See [`Acronym`].
    AcronymEntry {
        form: String,
        expansion: Option<String>,
        source: &'static str,
        confidence: f64,
        alternatives: Vec<String>,
        definition: Option<Place>,
        in_citation: bool,
    }
    /// See [`Official`].
    OfficialEntry {
        name: String,
        title: String,
        organization: Option<String>,
        title_span: Place,
        organization_span: Option<Place>,
        rank: Option<String>,
        former: bool,
        person: usize,
        body: Option<String>,
        body_ended: Option<String>,
    }
    /// See [`Money`]; amounts are exact decimals in text form.
    MoneyEntry {
        text: String,
        value: Option<String>,
        low: Option<String>,
        high: Option<String>,
        currency: String,
        bound: &'static str,
        vague: bool,
        inferred_currency: bool,
        per: Option<String>,
        covers: Option<String>,
        alternative: Option<String>,
        same_as: Option<usize>,
    }
    /// See [`Date`].
    DateEntry {
        value: Option<String>,
        until: Option<String>,
        grain: &'static str,
        relative: bool,
        role: Option<&'static str>,
    }
    /// See [`Percent`].
    PercentEntry { value: String, high: Option<String> }
    /// See [`Quantity`].
    QuantityEntry { value: String, high: Option<String>, of: Option<String>, unit: String }
    /// A sentence of the summary.
    SummaryEntry { text: String, score: f64, document: usize }
}

/// See [`Citation`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct CitationEntry {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub place: Place,
    pub number: String,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: Option<String>,
    pub issuer: Option<String>,
    pub date: Option<String>,
    pub repaired: bool,
    pub body: Option<String>,
    pub body_ended: Option<String>,
}

/// A phrase that the text is about.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct KeyphraseEntry {
    pub text: String,
    pub score: f64,
}

/// Thousandths as a number between 0 and 1.
fn share(thousandths: i32) -> f64 {
    f64::from(thousandths) / 1000.0
}

/// Turns spans of one document into places of the wanted unit.
struct Places<'d, 't> {
    doc: &'d Document<'t>,
    unit: Unit,
}

impl Places<'_, '_> {
    fn of(&self, span: Span) -> Place {
        let span = self.doc.convert(span, self.unit);
        Place { start: span.start(), end: span.end() }
    }

    fn text(&self, span: Span) -> String {
        span.of(self.doc.text()).to_owned()
    }

    fn token(&self, token: Token<'_>) -> Kinded {
        Kinded { place: self.of(token.span), kind: token.kind.name() }
    }

    fn zone(&self, zone: Zone) -> Kinded {
        Kinded { place: self.of(zone.span), kind: zone.kind.name() }
    }

    fn acronym(&self, a: Acronym) -> AcronymEntry {
        AcronymEntry {
            place: self.of(a.span),
            form: a.form,
            expansion: a.expansion,
            source: a.source.name(),
            confidence: share(i32::from(a.confidence)),
            alternatives: a.alternatives,
            definition: a.definition.map(|d| self.of(d)),
            in_citation: a.in_citation,
        }
    }

    fn official(&self, o: Official) -> OfficialEntry {
        OfficialEntry {
            place: self.of(o.span),
            name: o.name,
            title: o.title,
            organization: o.organization,
            title_span: self.of(o.title_span),
            organization_span: o.organization_span.map(|s| self.of(s)),
            rank: o.rank,
            former: o.former,
            person: o.person,
            body: o.body,
            body_ended: o.body_ended.map(|d| d.to_string()),
        }
    }

    fn money(&self, m: Money) -> MoneyEntry {
        MoneyEntry {
            place: self.of(m.span),
            text: self.text(m.span),
            value: decimal(m.value),
            low: decimal(m.low),
            high: decimal(m.high),
            currency: m.currency,
            bound: m.bound.name(),
            vague: m.vague,
            inferred_currency: m.inferred_currency,
            per: m.per,
            covers: m.covers,
            alternative: decimal(m.alternative),
            same_as: m.same_as,
        }
    }

    fn date(&self, d: Date) -> DateEntry {
        DateEntry {
            place: self.of(d.span),
            value: d.value,
            until: d.until,
            grain: d.grain.name(),
            relative: d.relative,
            role: d.role.map(|r| r.name()),
        }
    }

    fn percent(&self, p: Percent) -> PercentEntry {
        PercentEntry { place: self.of(p.span), value: p.value.normalize().to_string(), high: decimal(p.high) }
    }

    fn quantity(&self, q: Quantity) -> QuantityEntry {
        QuantityEntry {
            place: self.of(q.span),
            value: q.value.normalize().to_string(),
            high: decimal(q.high),
            of: decimal(q.of),
            unit: q.unit,
        }
    }

    fn citation(&self, c: Citation) -> CitationEntry {
        CitationEntry {
            place: self.of(c.span),
            number: c.number,
            kind: c.kind,
            issuer: c.issuer,
            date: c.date,
            repaired: c.repaired,
            body: c.body,
            body_ended: c.body_ended.map(|d| d.to_string()),
        }
    }
}

impl Record {
    /// Reads the wanted layers of a document.
    pub fn of(doc: &Document<'_>, wanted: &Wanted) -> Record {
        Record::by(doc, wanted, None)
    }

    /// As [`of`](Record::of), but no layer is begun after the deadline: those that were not are `None`.
    ///
    /// A layer that was begun is finished; each takes time linear in the text.
    ///
    /// ```
    /// use std::time::Instant;
    /// use vanban::record::{Layer, Record, Wanted};
    /// use vanban::summary::{Limit, Summarizer};
    /// let vb = vanban::Analyzer::new();
    /// let doc = vb.read("Bộ Công Thương có 2 DN."); // "The ministry has 2 enterprises."
    /// let summary = Summarizer::new(Limit::Sentences(1));
    /// let wanted = Wanted { unit: vanban::Unit::Chars, layers: vec![Layer::Tokens, Layer::Money], summary };
    /// let late = Record::by(&doc, &wanted, Some(Instant::now()));
    /// assert!(late.tokens.is_none() && late.money.is_none());
    /// assert!(Record::by(&doc, &wanted, None).tokens.is_some());
    /// ```
    pub fn by(doc: &Document<'_>, wanted: &Wanted, deadline: Option<Instant>) -> Record {
        let at = Places { doc, unit: wanted.unit };
        let in_time = || deadline.is_none_or(|d| Instant::now() < d);
        let has = |layer: Layer| wanted.layers.contains(&layer) && in_time();
        let facts = if wanted.layers.iter().any(|l| l.is_fact()) && in_time() { doc.facts() } else { Facts::default() };
        let summed = has(Layer::Summary) || has(Layer::Keyphrases);
        let summary = if summed { doc.summarize(&wanted.summary) } else { Summary::default() };
        Record {
            offsets: wanted.unit.name(),
            schema: SCHEMA,
            data: DATA_VERSION,
            sentences: has(Layer::Sentences).then(|| doc.sentences().map(|s| at.of(s)).collect()),
            tokens: has(Layer::Tokens).then(|| doc.tokens().map(|t| at.token(t)).collect()),
            acronyms: has(Layer::Acronyms).then(|| doc.acronyms().into_iter().map(|a| at.acronym(a)).collect()),
            officials: has(Layer::Officials).then(|| doc.officials().into_iter().map(|o| at.official(o)).collect()),
            money: has(Layer::Money).then(|| facts.money.into_iter().map(|m| at.money(m)).collect()),
            dates: has(Layer::Dates).then(|| facts.dates.into_iter().map(|d| at.date(d)).collect()),
            percents: has(Layer::Percents).then(|| facts.percents.into_iter().map(|p| at.percent(p)).collect()),
            quantities: has(Layer::Quantities).then(|| facts.quantities.into_iter().map(|q| at.quantity(q)).collect()),
            citations: has(Layer::Citations).then(|| facts.citations.into_iter().map(|c| at.citation(c)).collect()),
            zones: has(Layer::Zones).then(|| doc.zones().map(|z| at.zone(z)).collect()),
            keyphrases: has(Layer::Keyphrases).then(|| {
                summary
                    .keyphrases
                    .iter()
                    .map(|k| KeyphraseEntry { text: k.text.clone(), score: share(k.score) })
                    .collect()
            }),
            summary: has(Layer::Summary).then(|| {
                let entry = |s: crate::summary::Chosen| SummaryEntry {
                    place: at.of(s.span),
                    text: s.text,
                    score: share(s.score),
                    document: s.document,
                };
                summary.sentences.into_iter().map(entry).collect()
            }),
        }
    }
}

/// A decimal as it stands in a record: a string, for no number of JSON is exact.
fn decimal(value: Option<rust_decimal::Decimal>) -> Option<String> {
    value.map(|d| d.normalize().to_string())
}
