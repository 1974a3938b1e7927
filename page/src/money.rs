//! Sums of money as rows, and what they come to.

use crate::parts::some_whole_has_parts;
use crate::{Lang, Words, one_line};
use rust_decimal::Decimal;
use std::collections::HashMap;
use vanban::Document;
use vanban::facts::{Facts, Money};

/// A row of the table of sums.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// As the text has it.
    pub text: String,
    /// The value or the range with its currency.
    pub amount: String,
    /// What is to be known beside the value: the bound, the unit of a rate, another reading.
    pub about: String,
    /// How often it stands in the document.
    pub count: usize,
    /// The currency.
    pub currency: String,
    /// Its least and its greatest value, as a bar shows them; `None` for rates, which no sum compares with, and for sizes
    /// without a value.
    pub(crate) extent: Option<(Decimal, Decimal)>,
}

/// What the sums of one currency come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// In the place of the words of the text.
    pub label: &'static str,
    /// The value with its currency.
    pub amount: String,
    /// What was added up, and what to beware of.
    pub about: String,
    /// The currency.
    pub currency: String,
}

/// The sums of a document in its order, equal rows counted.
pub fn sums(doc: &Document<'_>, facts: &Facts, words: Words) -> Vec<Sum> {
    let mut rows: Vec<Sum> = Vec::new();
    let mut places: HashMap<[String; 3], usize> = HashMap::new();
    for m in &facts.money {
        let (text, amount, about) = (one_line(m.span.of(doc.text())), words.amount(m), about(m, words));
        match places.get(&[text.clone(), amount.clone(), about.clone()]) {
            Some(&at) => rows[at].count += 1,
            None => {
                places.insert([text.clone(), amount.clone(), about.clone()], rows.len());
                let (currency, extent) = (m.currency.clone(), extent(m));
                rows.push(Sum { text, amount, about, count: 1, currency, extent });
            }
        }
    }
    rows
}

fn extent(m: &Money) -> Option<(Decimal, Decimal)> {
    if m.per.is_some() {
        return None;
    }
    match (m.value, m.low, m.high) {
        (Some(value), ..) => Some((value, value)),
        (None, Some(low), Some(high)) => Some((low, high)),
        _ => None,
    }
}

/// What is to be known about a sum beside its value.
pub(crate) fn about(m: &Money, words: Words) -> String {
    let mut notes: Vec<String> = words.bound(m.bound).map(str::to_owned).into_iter().collect();
    if let Some(per) = &m.per {
        notes.push(format!("{} {}", words.pick("per", "mỗi"), one_line(per)));
    }
    if let Some(covers) = &m.covers {
        notes.push(format!("{} {}", words.pick("for", "cho"), one_line(covers)));
    }
    if let Some(other) = m.alternative {
        notes.push(format!("{} {}", words.pick("or perhaps", "hoặc có thể"), words.sum(other, &m.currency)));
    }
    if m.inferred_currency {
        notes.push(words.pick("currency not stated", "không ghi loại tiền").to_owned());
    }
    notes.join(", ")
}

/// The different sums of each currency added up, where there are several. A currency in which one of them is the sum of
/// others has no total: it would count those twice.
pub fn totals(facts: &Facts, words: Words) -> Vec<Total> {
    let totals = facts.totals().into_iter().filter(|t| t.count > 1);
    let plain = totals.filter(|t| !some_whole_has_parts(&t.values));
    plain
        .map(|t| Total {
            label: words.pick("added up", "cộng lại"),
            amount: format!("{} {}", words.sum(t.sum, &t.currency), t.currency),
            about: match words.lang() {
                Lang::En => format!("mere sum of {} different figures, may count a whole and its parts", t.count),
                Lang::Vi => format!("chỉ là phép cộng {} số khác nhau, có thể tính cả tổng lẫn thành phần", t.count),
            },
            currency: t.currency,
        })
        .collect()
}
