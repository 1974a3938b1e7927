//! Zones on forty whole pages of the project's own, marked by authors who had not seen the layer (`tests/gold/zones`).

#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use vanban::Analyzer;

/// A page and the kinds of its lines; blank lines have none.
struct Page {
    text: String,
    kinds: Vec<Option<String>>,
}

/// The pages, read from files of "kind|line of the page".
fn pages() -> Vec<Page> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold/zones");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).expect(folder).map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(page).collect()
}

fn page(path: &PathBuf) -> Page {
    let file = std::fs::read_to_string(path).unwrap();
    let lines = file.lines().filter(|l| !l.starts_with("# "));
    let (kinds, lines): (Vec<&str>, Vec<&str>) = lines.map(|l| l.split_once('|').unwrap_or(("", l))).unzip();
    Page {
        text: lines.join("\n"),
        kinds: kinds.iter().map(|k| Some(k.to_string()).filter(|k| !k.is_empty())).collect(),
    }
}

/// The kind of each line as the library reads it.
fn read(vb: &Analyzer, text: &str) -> Vec<Option<&'static str>> {
    let doc = vb.read(text);
    let zones: Vec<_> = doc.zones().collect();
    let mut at = 0;
    let kind = |line: &str| {
        let ink = line.find(|c: char| !c.is_whitespace()).map(|n| at + n);
        at += line.len() + 1;
        let zone = zones.iter().find(|z| ink.is_some_and(|i| z.span.start() <= i && i < z.span.end()));
        zone.map(|z| z.kind.name())
    };
    text.split('\n').map(kind).collect()
}

#[test]
fn lines_have_the_right_kind() {
    let vb = Analyzer::new();
    let (mut right, mut all) = (0, 0);
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages() {
        for (want, got) in page.kinds.iter().zip(read(&vb, &page.text)) {
            let Some(want) = want else { continue };
            let got = got.unwrap_or("nothing");
            (right, all) = (right + usize::from(want == got), all + 1);
            if want != got {
                *wrong.entry(format!("{want} read as {got}")).or_default() += 1;
            }
        }
    }
    println!("{right} of {all} lines");
    assert!(right * 1000 >= all * 903, "{right} of {all}: {wrong:#?}");
}
