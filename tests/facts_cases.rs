//! Money, percents and quantities by tables of cases: each text with all that is to be found in it.

use serde::Deserialize;
use vanban::Analyzer;
use vanban::facts::{Bound, Facts, Money, Quantity};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    #[serde(default)]
    money: Vec<String>,
    percents: Option<Vec<String>>,
    quantities: Option<Vec<String>>,
}

/// A sum in one line: `5 triệu đồng = 5000000 VND more_than per tháng`.
fn line(text: &str, sum: &Money) -> String {
    let mut out = format!("{} =", sum.span.of(text));
    match (sum.value, sum.low, sum.high) {
        (Some(value), ..) => out += &format!(" {}", value.normalize()),
        (None, Some(low), Some(high)) => out += &format!(" {}..{}", low.normalize(), high.normalize()),
        _ => out += if sum.vague { " vague" } else { " nothing" },
    }
    out += &format!(" {}", sum.currency);
    if sum.bound != Bound::Exact {
        out += &format!(" {}", sum.bound.name());
    }
    for (name, part) in [("per", &sum.per), ("covers", &sum.covers)] {
        if let Some(part) = part {
            out += &format!(" {name} {part}");
        }
    }
    if let Some(other) = sum.alternative {
        out += &format!(" or {}", other.normalize());
    }
    if sum.inferred_currency {
        out += " inferred";
    }
    out
}

fn counted(text: &str, q: &Quantity) -> String {
    let of = q.of.map_or(String::new(), |of| format!("/{}", of.normalize()));
    format!("{} = {}{of} {}", q.span.of(text), q.value.normalize(), q.unit)
}

fn differences(case: &Case, facts: &Facts) -> Vec<String> {
    let mut out = Vec::new();
    let mut compare = |want: &[String], got: Vec<String>| {
        if want != got {
            out.push(format!("{}\n    want {want:?}\n    got  {got:?}", case.text));
        }
    };
    compare(&case.money, facts.money.iter().map(|m| line(&case.text, m)).collect());
    if let Some(want) = &case.percents {
        compare(want, facts.percents.iter().map(|p| format!("{} = {}", p.span.of(&case.text), p.value)).collect());
    }
    if let Some(want) = &case.quantities {
        compare(want, facts.quantities.iter().map(|q| counted(&case.text, q)).collect());
    }
    out
}

#[test]
fn every_case_reads_as_written() {
    let cases: Cases = toml::from_str(include_str!("cases/facts.toml")).unwrap();
    let vb = Analyzer::new();
    let wrong: Vec<String> = cases.case.iter().flat_map(|c| differences(c, &vb.read(&c.text).facts())).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.case.len(), wrong.join("\n"));
}
