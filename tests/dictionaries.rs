//! Dictionaries are product: every file says where it is from, and its entries are NFC, sorted and unique.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::is_nfc;

fn files(ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let folders = fs::read_dir(root).expect("dictionaries").flatten().map(|f| f.path()).filter(|p| p.is_dir());
    let all = folders.flat_map(|folder| fs::read_dir(folder).expect("a folder").flatten().map(|f| f.path()));
    let mut files: Vec<PathBuf> = all.filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    files.sort();
    files
}

#[test]
fn lists_and_tables_are_in_order() {
    let mut count = 0;
    for path in files("txt").into_iter().chain(files("tsv")) {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let name = path.display();
        for wanted in ["# what:", "# source:", "# licence: MIT OR Apache-2.0", "# date: 20"] {
            assert!(text.lines().any(|l| l.starts_with(wanted)), "{name}: no {wanted:?}");
        }
        assert!(
            is_nfc(&text) && !text.contains('\r') && text.ends_with('\n'),
            "{name}: not NFC, or not LF at line ends"
        );
        let entries: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(!entries.is_empty(), "{name}: empty");
        for pair in entries.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} and {:?} are out of order or the same", pair[0], pair[1]);
        }
        for entry in &entries {
            let cells = entry.split('\t').map(str::trim);
            assert!(cells.clone().all(|c| !c.contains("  ")) && !entry.trim().is_empty(), "{name}: {entry:?}");
        }
        count += entries.len();
    }
    assert!(count > 20_000, "{count} entries only");
}

#[test]
fn lexicon_files_share_no_word() {
    let mut seen: HashSet<String> = HashSet::new();
    for path in files("txt").iter().filter(|p| p.parent().is_some_and(|d| d.ends_with("lexicon"))) {
        for word in fs::read_to_string(path).expect("UTF-8").lines().filter(|l| !l.starts_with('#')) {
            assert!(seen.insert(word.to_lowercase()), "{}: {word} stands in another file too", path.display());
        }
    }
}

#[test]
fn acronym_files_load_and_are_in_order() {
    let mut forms = 0;
    for path in files("toml") {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let name = path.display().to_string();
        for wanted in ["source = ", "licence = \"MIT OR Apache-2.0\"", "date = \"20"] {
            assert!(text.lines().any(|l| l.starts_with(wanted)), "{name}: no {wanted:?}");
        }
        assert!(is_nfc(&text) && text.ends_with('\n'), "{name}: not NFC");
        let dictionary = vanban::Dictionary::parse(&text, &name).unwrap_or_else(|e| panic!("{e}"));
        forms += dictionary.len();
        let order: Vec<&str> = text.lines().filter_map(|l| l.strip_prefix("form = \"")).collect();
        for pair in order.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} and {:?} are out of order or the same", pair[0], pair[1]);
        }
    }
    assert!(forms > 1_500, "{forms} forms only");
}
