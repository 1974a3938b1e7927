//! The typed cases of dates and citations, and the gold beside the repository where it is at hand.

#![allow(clippy::expect_used, clippy::unwrap_used)]

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

/// Two counts of what agrees, and the sizes of both sides.
#[derive(Default)]
struct Tally {
    right_found: usize,
    found: usize,
    right_asked: usize,
    asked: usize,
}

impl Tally {
    fn add(&mut self, good: impl Iterator<Item = bool>, recalled: impl Iterator<Item = bool>) {
        for right in good {
            self.found += 1;
            self.right_found += usize::from(right);
        }
        for right in recalled {
            self.asked += 1;
            self.right_asked += usize::from(right);
        }
    }

    fn f1(&self) -> f64 {
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        let (p, r) = (share(self.right_found, self.found), share(self.right_asked, self.asked));
        2.0 * p * r / (p + r).max(f64::MIN_POSITIVE)
    }
}

/// A date as the scorer compares it: place, value, end, and whether it counts.
type Marked = (u64, u64, Option<String>, Option<String>, bool);

fn marked_dates(page: &serde_json::Value) -> Vec<Marked> {
    let own = |d: &serde_json::Value, key: &str| d[key].as_str().map(str::to_owned);
    let mark = |d: &serde_json::Value| {
        let place = (d["start"].as_u64().unwrap_or(0), d["end"].as_u64().unwrap_or(0));
        (place.0, place.1, own(d, "value"), own(d, "until"), d["optional"] == true)
    };
    page["dates"].as_array().into_iter().flatten().map(mark).collect()
}

#[test]
fn dates_of_whole_pages() {
    let Some(path) = shared("data/pages/dev.jsonl") else { return };
    let mut tally = Tally::default();
    for page in records(&path) {
        let vb = Analyzer::new();
        let doc = vb.read(page["text"].as_str().unwrap_or(""));
        let want = marked_dates(&page);
        let own = |d: Date| {
            let span = doc.chars(d.span);
            (span.start() as u64, span.end() as u64, d.value, d.until, false)
        };
        let got: Vec<Marked> = doc.dates().into_iter().map(own).collect();
        let touch = |a: &Marked, b: &Marked| a.0 < b.1 && b.0 < a.1;
        let same = |a: &Marked, b: &Marked| touch(a, b) && a.2 == b.2 && a.3 == b.3;
        let asked = || want.iter().filter(|w| !w.4);
        let right = |g: &Marked| asked().any(|w| same(w, g));
        let held = got.iter().filter(|g| right(g) || !want.iter().any(|w| w.4 && touch(w, g)));
        tally.add(held.map(right), asked().map(|w| got.iter().any(|g| same(w, g))));
    }
    println!("dates of whole pages: F1 {:.4}", tally.f1());
    assert!(tally.f1() >= 0.96, "F1 {:.4}", tally.f1());
}

fn numbers(list: &serde_json::Value, key: &str, optional: bool) -> std::collections::BTreeSet<String> {
    let even = |s: &str| s.replace(['\u{D0}'], "Đ").replace(['–', '—'], "-").split_whitespace().collect::<String>();
    let items = list.as_array().into_iter().flatten().filter(|c| (c["optional"] == true) == optional);
    items.filter_map(|c| c[key].as_str()).map(even).collect()
}

#[test]
fn citations_of_whole_pages() {
    for (file, list, key, gate) in
        [("data/pages/dev.jsonl", "citations", "number", 0.98), ("data/domain/dev.jsonl", "documents", "surface", 0.98)]
    {
        let Some(path) = shared(file) else { return };
        let mut tally = Tally::default();
        for page in records(&path) {
            let vb = Analyzer::new();
            let doc = vb.read(page["text"].as_str().unwrap_or(""));
            let (asked, spare) = (numbers(&page[list], key, false), numbers(&page[list], key, true));
            let lettered = doc.citations().into_iter().map(|c| c.number.replace(' ', ""));
            let got: std::collections::BTreeSet<String> =
                lettered.filter(|n| n.chars().any(char::is_alphabetic) && !spare.contains(n)).collect();
            tally.add(got.iter().map(|n| asked.contains(n)), asked.iter().map(|n| got.contains(n)));
        }
        println!("citations of {file}: F1 {:.4}", tally.f1());
        assert!(tally.f1() >= gate, "{file}: F1 {:.4}", tally.f1());
    }
}

#[test]
fn the_citation_of_the_page() {
    let Some(path) = shared("data/entities/page.jsonl") else { return };
    for page in records(&path) {
        let vb = Analyzer::new();
        let doc = vb.read(page["text"].as_str().unwrap_or(""));
        let wanted = &page["documents"];
        let citations = doc.citations();
        assert_eq!(citations.len(), wanted.as_array().map_or(0, Vec::len));
        for (got, want) in citations.iter().zip(wanted.as_array().into_iter().flatten()) {
            assert_eq!(Some(got.span.of(doc.text())), want["surface"].as_str());
            assert_eq!(Some(got.number.as_str()), want["number"].as_str());
            assert_eq!(got.kind.as_deref(), want["type"].as_str());
            assert_eq!(got.issuer.as_deref(), want["issuer"].as_str());
            assert_eq!(got.date.as_deref(), want["date"].as_str());
        }
    }
}

#[test]
fn roles_of_the_page() {
    let Some(path) = shared("data/text/page.txt") else { return };
    let text = std::fs::read_to_string(path).expect("the page can be read");
    let vb = Analyzer::new();
    let doc = vb.read(&text);
    let dates = doc.dates();
    let roles: Vec<_> = dates.iter().filter_map(|d| Some((d.value.as_deref()?, d.role?.name()))).collect();
    let want = [("2024-04-19T09:38:53+07:00", "page_clock"), ("2018-02-01", "published"), ("2017-10-02", "issued")];
    assert_eq!(roles, want);
}
