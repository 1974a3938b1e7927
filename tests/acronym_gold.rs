//! Acronyms against the project's gold: passages of news and the user's own page, to the rules of
//! `../shared/tools/score_acronyms.py`. Skipped, with a message, where the gold is missing.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;
use vanban::Analyzer;

fn gold(name: &str) -> Option<Vec<Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/acronyms").join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is missing", path.display());
        return None;
    };
    Some(text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).unwrap()).collect())
}

/// An expansion to compare by: no case, no marks between words, no "và", the tone at the end of its syllable.
fn norm(text: &str) -> String {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let word = |w: &str| -> String {
        let letters: Vec<char> = w.nfd().collect();
        letters.iter().filter(|c| !is_tone(c)).chain(letters.iter().filter(|c| is_tone(c))).copied().collect()
    };
    let lower = text.to_lowercase();
    let words =
        lower.split(|c: char| c.is_whitespace() || "-–—,&/.".contains(c)).filter(|w| !w.is_empty() && *w != "và");
    let short = HashMap::from([
        ("tp", "thành phố"),
        ("mtv", "một thành viên"),
        ("tnhh", "trách nhiệm hữu hạn"),
        ("tmcp", "thương mại cổ phần"),
        ("cp", "cổ phần"),
        ("hcm", "hồ chí minh"),
    ]);
    let full: Vec<&str> =
        words.flat_map(|w| short.get(w).copied().unwrap_or(w).split(' ').collect::<Vec<_>>()).collect();
    full.into_iter().map(word).collect::<Vec<_>>().join(" ")
}

fn accepted(mark: &Value) -> Vec<String> {
    let list = |key: &str| mark[key].as_array().cloned().unwrap_or_default();
    let own = mark["expansion"].as_str().map(norm);
    own.into_iter().chain(list("alt").iter().chain(&list("ok")).filter_map(Value::as_str).map(norm)).collect()
}

#[derive(Default, Debug)]
struct Tally {
    wanted: usize,
    good: usize,
    found: usize,
    false_: usize,
    spurious: usize,
    nulls: usize,
    defined: (usize, usize),
    undefined: (usize, usize),
    ambiguous: (usize, usize),
    /// Right ones and all, by tenths of confidence.
    sure: [(usize, usize); 11],
}

impl Tally {
    fn f1(&self) -> f64 {
        let all = self.found + self.false_ + self.spurious;
        2.0 * self.good as f64 / (all + self.wanted) as f64
    }

    fn part(pair: (usize, usize)) -> f64 {
        if pair.1 == 0 { 1.0 } else { pair.0 as f64 / pair.1 as f64 }
    }
}

fn score(records: &[&Value]) -> Tally {
    let vb = Analyzer::new();
    let mut tally = Tally::default();
    for record in records {
        let text = record["text"].as_str().unwrap();
        let doc = vb.read(text);
        let mine: HashMap<(u64, u64), (String, u16)> = doc
            .acronyms()
            .into_iter()
            .filter_map(|a| {
                let span = doc.chars(a.span);
                Some(((span.start() as u64, span.end() as u64), (norm(&a.expansion?), a.confidence)))
            })
            .collect();
        one(record, &mine, &mut tally);
    }
    tally
}

fn one(record: &Value, mine: &HashMap<(u64, u64), (String, u16)>, tally: &mut Tally) {
    let marks = record["acronyms"].as_array().unwrap();
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let at = |m: &Value| {
        let (start, end) = (m["start"].as_u64().unwrap(), m["end"].as_u64().unwrap());
        let dotted = end - start > 1 && text[end as usize - 1] == '.';
        (start, if dotted { end - 1 } else { end })
    };
    let mut used = std::collections::HashSet::new();
    for mark in marks {
        let whole = marks
            .iter()
            .filter(|m| !mark["group"].is_null() && m["group"] == mark["group"] && m["whole"].is_object())
            .map(|m| &m["whole"])
            .find(|w| mine.contains_key(&at(w)));
        let (found, right) = match (mine.get(&at(mark)), whole) {
            (Some(own), _) => {
                used.insert(at(mark));
                (Some(own), accepted(mark).contains(&own.0))
            }
            (None, Some(whole)) => {
                used.insert(at(whole));
                let own = &mine[&at(whole)];
                let parts = marks.iter().filter(|m| m["group"] == mark["group"]);
                let joined = parts.map(accepted).fold(vec![String::new()], |heads, tails| {
                    let join = |h: &String, t: &String| format!("{h} {t}").trim().to_string();
                    heads.iter().flat_map(|h| tails.iter().map(|t| join(h, t)).collect::<Vec<_>>()).collect()
                });
                (Some(own), joined.contains(&own.0) || own.0 == norm(whole["expansion"].as_str().unwrap_or("")))
            }
            _ => (None, false),
        };
        if mark["optional"].as_bool() == Some(true) {
            continue;
        }
        if mark["expansion"].is_null() {
            tally.nulls += 1;
            tally.false_ += usize::from(found.is_some() && !right);
            continue;
        }
        tally.wanted += 1;
        tally.good += usize::from(right);
        tally.found += usize::from(found.is_some());
        if let Some((_, confidence)) = found {
            let bucket = &mut tally.sure[usize::from(*confidence) / 100];
            bucket.0 += usize::from(right);
            bucket.1 += 1;
        }
        let defined = mark["defined_in_text"].as_bool() == Some(true);
        let kind = if defined { &mut tally.defined } else { &mut tally.undefined };
        kind.0 += usize::from(right);
        kind.1 += 1;
        if mark["ambiguous"].as_bool() == Some(true) && !defined {
            tally.ambiguous.0 += usize::from(right);
            tally.ambiguous.1 += 1;
        }
    }
    let optional = |span: (u64, u64)| {
        let inside: Vec<&Value> = marks.iter().filter(|m| span.0 <= at(m).0 && at(m).1 <= span.1).collect();
        !inside.is_empty() && inside.iter().all(|m| m["optional"].as_bool() == Some(true))
    };
    tally.spurious += mine.keys().filter(|span| !used.contains(*span) && !optional(**span)).count();
}

#[test]
fn passages_of_news() {
    let Some(records) = gold("dev.jsonl") else { return };
    let tally = score(&records.iter().collect::<Vec<_>>());
    println!("{tally:?}\ne2e F1 {:.4}", tally.f1());
    println!("confidence  right / all");
    for (n, (right, all)) in tally.sure.iter().enumerate().filter(|(_, s)| s.1 > 0) {
        println!("  .{n}0-.{n}9   {right:3} / {all}");
    }
    assert!(tally.f1() >= 0.97, "{}", tally.f1());
    assert!(Tally::part(tally.defined) >= 0.98 && Tally::part(tally.undefined) >= 0.96, "{tally:?}");
    assert!(Tally::part(tally.ambiguous) >= 0.94, "{tally:?}");
    assert!(tally.false_ + tally.spurious <= 2, "{tally:?}");
    // At .9 it is right nine times in ten.
    let sure = tally.sure[9..].iter().fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    assert!(Tally::part(sure) >= 0.9, "{sure:?}");
}

#[test]
fn the_users_page() {
    let Some(records) = gold("page.jsonl") else { return };
    let tally = score(&records.iter().collect::<Vec<_>>());
    println!("{tally:?}");
    assert_eq!((tally.good, tally.wanted, tally.false_, tally.spurious), (51, 51, 0, 0));
}
