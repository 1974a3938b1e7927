//! Duckling's own Vietnamese examples (BSD-3), the half that lies in `../shared`.
//!
//! Mapping of Duckling's answers to ours, fixed before the figures were looked at:
//!
//! | Duckling | ours |
//! |---|---|
//! | a value | `value` equal, whatever the `bound` (Duckling drops khoảng, gần, xấp xỉ; we keep them as `about`) |
//! | an interval with both ends | `low` and `high` equal, `value` none |
//! | an interval with only `from` (hơn, trên, ít nhất, từ … trở lên) | `value` is `from`, `bound` is `more_than` or `at_least` |
//! | an interval with only `to` (dưới, không quá, từ … trở xuống) | `value` is `to`, `bound` is `less_than` or `at_most` |
//! | the unit "$" (any dollar) | `USD` |
//! | a numeral | [`read_number`] of the whole string |
//! | an ordinal | [`read_ordinal`] of the whole string |

#![allow(clippy::expect_used, clippy::unwrap_used)]

use rust_decimal::Decimal;
use serde_json::Value;
use std::path::PathBuf;
use std::str::FromStr;
use vanban::Analyzer;
use vanban::facts::{Bound, Money, read_number, read_ordinal};

/// What we decline, with the reason; nothing at the moment.
const DECLINED: [(&str, &str); 0] = [];

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

fn agrees(row: &Value, money: &[Money]) -> bool {
    let [sum] = money else { return false };
    let (value, low, high) = (decimal(&row["value"]), decimal(&row["low"]), decimal(&row["high"]));
    let figures = match row["kind"].as_str().unwrap_or("") {
        "value" => sum.value == value,
        "interval" => sum.value.is_none() && sum.low == low && sum.high == high,
        "above" => sum.value == low && matches!(sum.bound, Bound::MoreThan | Bound::AtLeast),
        "under" => sum.value == high && matches!(sum.bound, Bound::LessThan | Bound::AtMost),
        _ => false,
    };
    figures && row["currency"].as_str() == Some(sum.currency.as_str())
}

/// Checks a file of examples; at least `gate` per cent have to agree.
fn check(file: &str, gate: usize, agree: impl Fn(&Value) -> bool) {
    let Some(rows) = rows(file) else { return };
    let misses: Vec<&str> = rows.iter().filter(|r| !agree(r)).filter_map(|r| r["text"].as_str()).collect();
    let good = rows.len() - misses.len();
    println!("{file}: {good} of {} agree; not: {misses:?}", rows.len());
    assert!(good * 100 >= gate * rows.len(), "{file}: {good} of {}: {misses:?}", rows.len());
    for miss in misses {
        assert!(DECLINED.iter().any(|(text, _)| *text == miss), "{miss} is neither read nor declined with a reason");
    }
}

#[test]
fn money_agrees_with_duckling() {
    let vb = Analyzer::new();
    check("peer-money.jsonl", 85, |row| agrees(row, &vb.read(row["text"].as_str().unwrap()).money()));
}

#[test]
fn numerals_agree_with_duckling() {
    check("peer-numeral.jsonl", 85, |row| read_number(row["text"].as_str().unwrap()) == decimal(&row["value"]));
}

#[test]
fn ordinals_agree_with_duckling() {
    check("peer-ordinal.jsonl", 85, |row| {
        read_ordinal(row["text"].as_str().unwrap()).map(Decimal::from) == decimal(&row["value"])
    });
}
