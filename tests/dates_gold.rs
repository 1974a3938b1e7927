//! The typed cases of dates and citations, and the gold beside the repository where it is at hand.

use std::path::{Path, PathBuf};
use vanban::facts::{Citation, Date};
use vanban::{Analyzer, Document};

fn cases(name: &str) -> Vec<toml::Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let text = std::fs::read_to_string(&path).expect("cases can be read");
    let table: toml::Table = text.parse().expect("cases are TOML");
    table["case"].as_array().expect("a list").iter().filter_map(|c| c.as_table().cloned()).collect()
}

fn text<'c>(table: &'c toml::Table, key: &str) -> Option<&'c str> {
    table.get(key).and_then(toml::Value::as_str)
}

fn list(case: &toml::Table, key: &str) -> Vec<toml::Table> {
    let items = case.get(key).and_then(toml::Value::as_array);
    items.into_iter().flatten().filter_map(|i| i.as_table().cloned()).collect()
}

fn analyzer(case: &toml::Table) -> Analyzer {
    match text(case, "date").map(|d| d.parse().expect("a date")) {
        Some(date) => Analyzer::builder().date(date).build(),
        None => Analyzer::new(),
    }
}

fn is_optional(item: &toml::Table) -> bool {
    item.get("optional").and_then(toml::Value::as_bool).unwrap_or(false)
}

fn is_date(want: &toml::Table, got: &Date, doc: &Document) -> bool {
    let own = got.span.of(doc.text());
    let named = text(want, "text") == Some(own) || text(want, "alt_text") == Some(own);
    let valued = text(want, "value").unwrap_or("") == got.value.as_deref().unwrap_or("");
    let ends = text(want, "until") == got.until.as_deref();
    let role = text(want, "role").is_none_or(|r| got.role.is_some_and(|g| g.name() == r));
    named && valued && ends && role
}

fn failures(file: &str, key: &str, check: impl Fn(&toml::Table, &Document) -> Vec<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in cases(file).iter().filter(|c| c.contains_key(key)) {
        let (vb, input) = (analyzer(case), text(case, "input").unwrap_or(""));
        for problem in check(case, &vb.read(input)) {
            wrong.push(format!("{} {input:?}: {problem}", text(case, "id").unwrap_or("?")));
        }
    }
    wrong
}

fn check_dates(case: &toml::Table, doc: &Document) -> Vec<String> {
    let (want, got) = (list(case, "dates"), doc.dates());
    let missed = want.iter().filter(|w| !is_optional(w) && !got.iter().any(|g| is_date(w, g, doc)));
    let mut problems: Vec<String> = missed.map(|w| format!("missed {w}")).collect();
    let extra = got.iter().filter(|g| !want.iter().any(|w| is_date(w, g, doc)));
    problems
        .extend(extra.map(|g| format!("found {:?} {:?} {:?} {:?}", g.span.of(doc.text()), g.value, g.until, g.role)));
    problems
}

fn is_citation(want: &toml::Table, got: &Citation, doc: &Document) -> bool {
    let field = |key: &str, own: Option<&str>| {
        let any = want.get(&format!("{key}_any")).and_then(toml::Value::as_array);
        let any = any.map(|a| a.iter().filter_map(toml::Value::as_str).any(|v| v == own.unwrap_or("")));
        any.unwrap_or_else(|| text(want, key).is_none_or(|v| v == own.unwrap_or("")))
    };
    let issuers = list_of(want, "issuers").iter().all(|i| got.issuer.as_deref().unwrap_or("").contains(i));
    let repaired = want.get("repaired").and_then(toml::Value::as_bool).is_none_or(|r| r == got.repaired);
    let span = text(want, "text").is_none_or(|t| t == got.span.of(doc.text()));
    let number = text(want, "number").unwrap_or("") == got.number;
    let fields = field("type", got.kind.as_deref()) && field("issuer", got.issuer.as_deref());
    number && fields && field("date", got.date.as_deref()) && issuers && repaired && span
}

fn list_of<'t>(table: &'t toml::Table, key: &str) -> Vec<&'t str> {
    let items = table.get(key).and_then(toml::Value::as_array);
    items.into_iter().flatten().filter_map(toml::Value::as_str).collect()
}

fn check_citations(case: &toml::Table, doc: &Document) -> Vec<String> {
    let (want, got) = (list(case, "citations"), doc.citations());
    let missed = want.iter().filter(|w| !is_optional(w) && !got.iter().any(|g| is_citation(w, g, doc)));
    let mut problems: Vec<String> = missed.map(|w| format!("missed {w}")).collect();
    let extra = got.iter().filter(|g| !want.iter().any(|w| is_citation(w, g, doc)));
    problems.extend(extra.map(|g| {
        let (kind, issuer, date) = (&g.kind, &g.issuer, &g.date);
        format!("found {:?} {:?} {kind:?} {issuer:?} {date:?} {}", g.span.of(doc.text()), g.number, g.repaired)
    }));
    problems
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} problems\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn hard_cases_of_dates() {
    assert_none(failures("dates.toml", "dates", check_dates));
}

#[test]
fn own_cases_of_dates() {
    assert_none(failures("dates-own.toml", "dates", check_dates));
}

#[test]
fn hard_cases_of_citations() {
    assert_none(failures("citations.toml", "citations", check_citations));
}

#[test]
fn own_cases_of_citations() {
    assert_none(failures("citations-own.toml", "citations", check_citations));
}

/// A file of the gold beside the repository.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    let found = path.exists();
    if !found {
        println!("skipped: {} is not here", path.display());
    }
    found.then_some(path)
}

fn records(path: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(path).expect("gold can be read");
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).expect("gold is JSON")).collect()
}

#[test]
fn the_dates_of_the_page() {
    let Some(path) = shared("data/entities/page.jsonl") else { return };
    for page in records(&path) {
        let vb = Analyzer::new();
        let doc = vb.read(page["text"].as_str().unwrap_or(""));
        let got: Vec<_> = doc
            .dates()
            .iter()
            .map(|d| {
                (doc.chars(d.span).start() as u64, doc.chars(d.span).end() as u64, d.value.clone().unwrap_or_default())
            })
            .collect();
        let want: Vec<_> = page["dates"].as_array().into_iter().flatten().collect();
        let number = |d: &serde_json::Value, key: &str| d[key].as_u64().unwrap_or(0);
        let want: Vec<_> = want
            .iter()
            .map(|d| (number(d, "start"), number(d, "end"), d["value"].as_str().unwrap_or("").to_owned()))
            .collect();
        assert_eq!(got, want);
    }
}
