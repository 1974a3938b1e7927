//! Money on the gold of `../shared`, by the rules of its scorer (`tools/score_entities.py`), and the user's own page.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use rust_decimal::Decimal;
use serde_json::Value;
use std::path::PathBuf;
use std::str::FromStr;
use vanban::Analyzer;
use vanban::facts::{Facts, Money};

fn rows(file: &str) -> Option<Vec<Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/entities").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return None;
    };
    Some(text.lines().map(|l| serde_json::from_str(l).unwrap()).collect())
}

fn decimal(value: &Value) -> Option<Decimal> {
    (!value.is_null()).then(|| Decimal::from_str(&value.to_string()).unwrap())
}

fn is_flagged(gold: &Value, flag: &str) -> bool {
    gold[flag].as_bool().unwrap_or(false)
}

/// Same span, value and currency.
fn equal(gold: &Value, span: (u64, u64), sum: &Money) -> bool {
    let figures = (decimal(&gold["value"]), decimal(&gold["low"]), decimal(&gold["high"]));
    let same =
        figures == (sum.value, sum.low, sum.high) || gold.get("alt_value").is_some_and(|v| decimal(v) == sum.value);
    same && gold["start"].as_u64() == Some(span.0)
        && gold["end"].as_u64() == Some(span.1)
        && gold["currency"].as_str() == Some(sum.currency.as_str())
}

#[test]
fn money_of_the_news_gold() {
    let Some(rows) = rows("dev.jsonl") else { return };
    let vb = Analyzer::new();
    let (mut right, mut gold_count, mut found_count) = (0usize, 0usize, 0usize);
    for row in &rows {
        let doc = vb.read(row["text"].as_str().unwrap());
        let gold: Vec<&Value> = row["money"].as_array().unwrap().iter().collect();
        let (vague, asked): (Vec<&Value>, Vec<&Value>) = gold.into_iter().partition(|m| is_flagged(m, "vague"));
        gold_count += asked.len();
        for sum in doc.money() {
            let chars = doc.chars(sum.span);
            let span = (chars.start() as u64, chars.end() as u64);
            let in_vague =
                vague.iter().any(|v| v["start"].as_u64().unwrap() < span.1 && span.0 < v["end"].as_u64().unwrap());
            found_count += usize::from(!in_vague);
            right += usize::from(!in_vague && asked.iter().any(|g| equal(g, span, &sum)));
        }
    }
    println!("money: {right} right of {found_count} found, {gold_count} asked");
    // F1 = 2 · right / (found + asked) ≥ .985, in whole numbers.
    assert!(2000 * right >= 985 * (found_count + gold_count), "{right} of {found_count} and {gold_count}");
}

#[test]
fn figures_of_the_page() {
    let Some(rows) = rows("page.jsonl") else { return };
    let text = rows[0]["text"].as_str().unwrap();
    let vb = Analyzer::new();
    let Facts { money, percents, quantities, .. } = vb.read(text).facts();
    let sums: Vec<_> = money.iter().map(|m| (m.value, m.currency.as_str(), m.covers.as_deref(), m.same_as)).collect();
    let total = (Some(Decimal::from(111_350_000_000i64)), "VND", Some("278 đề án"), Some(0));
    assert_eq!(sums, [total, total]);
    assert_eq!(percents.iter().map(|p| p.value).collect::<Vec<_>>(), [Decimal::ONE_HUNDRED]);
    let ratio = quantities.iter().find(|q| q.of.is_some()).map(|q| (q.value, q.of));
    assert_eq!(ratio, Some((Decimal::from(102), Some(Decimal::from(171)))));
}
