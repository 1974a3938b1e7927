//! `vanban diff`: what two runs over the same documents say differently.

use crate::args::{Diff, ToDiff};
use crate::facts::{facts_of, layer_of};
use crate::failure::{Failure, json_cause, plain};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use vanban_page::harmless;

/// Fields that tell where a fact stands or how facts are numbered, and not what it says.
const PLACES: [&str; 7] = ["start", "end", "title_span", "organization_span", "definition", "person", "same_as"];

/// What became of a fact.
enum Change {
    Appeared(Value),
    Vanished(Value),
    /// At the same place something else is said.
    Changed(Value, Value),
}

pub fn run(args: &Diff) -> Result<bool, Failure> {
    let (old, new) = (records(&args.old)?, records(&args.new)?);
    let mut ids: Vec<&String> = old.keys().chain(new.keys()).collect();
    ids.sort();
    ids.dedup();
    let mut out = std::io::stdout().lock();
    let mut found = false;
    for id in ids {
        let empty = Value::Null;
        let (before, after) = (old.get(id).unwrap_or(&empty), new.get(id).unwrap_or(&empty));
        for (kind, change) in failures(before, after).into_iter().chain(changes(before, after)) {
            found = true;
            writeln!(out, "{}", line(args.to, id, kind, &change))?;
        }
    }
    if found { Err(Failure::Found) } else { Ok(false) }
}

/// The records of a file by their ids (as JSON).
fn records(path: &Path) -> Result<BTreeMap<String, Value>, Failure> {
    let wrong = |cause: String| Failure::Usage(format!("{}: {cause}", path.display()));
    let reader = crate::input::open(path).map_err(|e| wrong(plain(&e)))?;
    let mut records = BTreeMap::new();
    for (n, line) in BufReader::new(reader).split(b'\n').enumerate() {
        let wrong = |cause: &str| wrong(format!("line {}: {cause}", n + 1));
        let line = line.map_err(|e| wrong(&plain(&e)))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let record: Value = serde_json::from_slice(&line).map_err(|e| wrong(&json_cause(&e)))?;
        if record.get("schema").is_none() && record.get("error").is_none() {
            return Err(wrong("no record of vanban's; write them by vanban analyze --to jsonl"));
        }
        let id = record["id"].to_string();
        if records.insert(id.clone(), record).is_some() {
            return Err(wrong(&format!("the id {id} stands on an earlier line, too; each record needs its own")));
        }
    }
    Ok(records)
}

/// The facts of a record: what each is called, what it says, and where it begins.
fn facts(record: &Value) -> Vec<(&'static str, Value, u64)> {
    let acronyms = record["acronyms"].as_array().into_iter().flatten().map(|a| ("acronym", a));
    let said = |fact: &Value| {
        let fields = fact.as_object().into_iter().flatten();
        Value::Object(
            fields.filter(|(k, _)| !PLACES.contains(&k.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect(),
        )
    };
    facts_of(record).chain(acronyms).map(|(kind, f)| (kind, said(f), f["start"].as_u64().unwrap_or(0))).collect()
}

/// Whether a record could be read in one run only: then its facts are told as come or gone as well.
fn failures(old: &Value, new: &Value) -> Option<(&'static str, Change)> {
    let said = |record: &Value| record.get("error").map(|cause| json!({ "text": cause }));
    match (said(old), said(new)) {
        (None, Some(now)) => Some(("error", Change::Appeared(now))),
        (Some(before), None) => Some(("error", Change::Vanished(before))),
        (Some(before), Some(now)) if before != now => Some(("error", Change::Changed(before, now))),
        _ => None,
    }
}

/// Layers that one of the runs was not asked for are not compared: nothing is known of them.
fn is_in_both(kind: &str, old: &Value, new: &Value) -> bool {
    let layer = if kind == "acronym" { Some("acronyms") } else { layer_of(kind) };
    let has = |record: &Value| {
        record.is_null() || record.get("error").is_some() || layer.is_some_and(|l| record.get(l).is_some())
    };
    has(old) && has(new)
}

/// What differs between two records of one document, in the order of the kinds.
fn changes(old: &Value, new: &Value) -> Vec<(&'static str, Change)> {
    let in_both = |(kind, _, _): &(&'static str, Value, u64)| is_in_both(kind, old, new);
    let facts = |record| facts(record).into_iter().filter(in_both).collect::<Vec<_>>();
    let (before, after) = (facts(old), facts(new));
    // Facts that say the same are taken out in pairs, wherever they stand.
    let mut same: HashMap<(&str, String), usize> = HashMap::new();
    after.iter().for_each(|(kind, said, _)| *same.entry((kind, said.to_string())).or_default() += 1);
    let mut take = |kind: &'static str, said: &Value| {
        let left = same.entry((kind, said.to_string())).or_default();
        let taken = *left > 0;
        *left -= usize::from(taken);
        taken
    };
    let gone: Vec<_> = before.into_iter().filter(|(kind, said, _)| !take(kind, said)).collect();
    let mut come: Vec<Option<_>> = after.into_iter().filter(|(kind, said, _)| take(kind, said)).map(Some).collect();
    let mut at: HashMap<(&str, u64), Vec<usize>> = HashMap::new();
    for (n, fact) in come.iter().enumerate().rev() {
        fact.iter().for_each(|(kind, _, start)| at.entry((kind, *start)).or_default().push(n));
    }
    let mut changes = Vec::new();
    for (kind, said, start) in gone {
        let beside = at.get_mut(&(kind, start)).and_then(Vec::pop);
        let change = match beside.and_then(|n| come[n].take()) {
            Some((_, now, _)) => Change::Changed(said, now),
            None => Change::Vanished(said),
        };
        changes.push((kind, change));
    }
    changes.extend(come.into_iter().flatten().map(|(kind, said, _)| (kind, Change::Appeared(said))));
    changes
}

fn line(to: ToDiff, id: &str, kind: &str, change: &Change) -> String {
    let (name, old, new) = match change {
        Change::Appeared(new) => ("appeared", None, Some(new)),
        Change::Vanished(old) => ("vanished", Some(old), None),
        Change::Changed(old, new) => ("changed", Some(old), Some(new)),
    };
    if to == ToDiff::Jsonl {
        let id: Value = serde_json::from_str(id).unwrap_or_default();
        return json!({ "id": id, "change": name, "kind": kind, "old": old, "new": new }).to_string();
    }
    let words = [old, new].into_iter().flatten().map(|f| f.as_object().map(in_words).unwrap_or_default());
    harmless(&format!("{id}  {name} {kind}: {}", words.collect::<Vec<_>>().join("  ->  "))).into_owned()
}

/// What a fact says in a few words: its fields that are set, the plain ones without their names.
fn in_words(fact: &Map<String, Value>) -> String {
    const BARE: [&str; 9] =
        ["form", "expansion", "name", "title", "organization", "text", "value", "currency", "number"];
    let word = |(key, value): (&String, &Value)| match value {
        Value::String(s) if BARE.contains(&key.as_str()) => Some(s.clone()),
        Value::String(s) => Some(format!("{key} {s}")),
        Value::Bool(true) => Some(key.clone()),
        _ => None,
    };
    fact.iter().filter_map(word).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_the_same_and_what_stands_there_now_is_changed() {
        let sum =
            |start: u64, value: &str| json!({ "start": start, "end": start + 5, "value": value, "same_as": start });
        let old = json!({ "money": [sum(0, "5"), sum(9, "7"), sum(20, "8")] });
        let new = json!({ "money": [sum(3, "5"), sum(9, "70"), sum(40, "9")] });
        let told: Vec<String> = changes(&old, &new).iter().map(|(k, c)| line(ToDiff::Text, "\"a\"", k, c)).collect();
        assert_eq!(told, ["\"a\"  changed money: 7  ->  70", "\"a\"  vanished money: 8", "\"a\"  appeared money: 9"]);
    }
}
