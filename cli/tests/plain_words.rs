//! What a new user runs into: each mistake gives one line that says what to do, and no output runs into another.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

use assert_cmd::Command;
use std::path::PathBuf;

/// Output, messages, exit code.
fn run(args: &[&str], input: &[u8]) -> (String, String, i32) {
    let output =
        Command::cargo_bin("vanban").expect("the binary").args(args).write_stdin(input).output().expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().unwrap_or(-1))
}

/// A file of its own for a test.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("vanban-words-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

#[test]
fn bytes_that_are_no_text_are_told_with_what_to_do() {
    let utf16: Vec<u8> = "Bộ Công Thương họp.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "Bộ Công Thương họp.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, told) in [
        (&b"\x1F\x8B\x08\x00\xFF"[..], "a packed file: unpack it first"),
        (b"%PDF-1.4\n\xE2\xE3", "a PDF: save its text first"),
        (b"PK\x03\x04\x00\xFF", "save it as text or as a web page first"),
        (b"\x7FELF\x02\x00\x00\x00\x00\xFF", "a binary file, not text"),
        (&utf16, "say --encoding utf-16\n"),
        (&big, "say --encoding utf-16be\n"),
        (b"B\xE9 C\xF4ng", "if you know the encoding, say --encoding tcvn3"),
    ] {
        let (_, err, code) = run(&["tokenize"], bytes);
        assert!(err.contains(told) && err.lines().count() == 1 && code == 1, "{told}: {err}");
    }
    assert_eq!(run(&["tokenize", "--encoding", "utf-16be"], &big).0, "Bộ Công_Thương họp .\n");
    assert_eq!(run(&["tokenize", "--encoding", "UTF-16"], &utf16).0, "Bộ Công_Thương họp .\n");
    let (_, err, code) = run(&["tokenize", "--encoding", "tcvn3"], "Bộ Công Thương đã họp ở Hà Nội.".as_bytes());
    assert_eq!((err.as_str(), code), ("vanban: standard input: these bytes are UTF-8; leave --encoding out\n", 1));
}

#[test]
fn values_that_make_no_sense_are_told_in_plain_words() {
    for (args, told) in [
        (&["tokenize", "--jobs", "0"][..], "a number of threads from 1 to 1024 is wanted"),
        (&["tokenize", "--jobs", "-1"], "a number of threads from 1 to 1024 is wanted"),
        (&["summarize", "--sentences", "1.5"], "a whole number such as 3 is wanted"),
        (&["summarize", "--sentences", "-1"], "a whole number such as 3 is wanted"),
        (&["summarize", "--ratio", "-0.5"], "a number between 0 and 1 is wanted"),
        (&["extract", "--date", "2017-02-31"], "there is no such day"),
        (&["extract", "--date", "0000-01-01"], "there is no such day"),
        (&["extract", "--date", "31/02/2017"], "a date is written 2018-02-01"),
        (&["extract", "--only", "tokens"], "no facts of that name; there are officials, money, dates"),
        (&["tokenize", "--dictionary", "."], "name a dictionary file"),
        (&["lint", "--dictionary", "missing.toml"], "vanban: missing.toml: no such file"),
    ] {
        let (out, err, code) = run(args, b"");
        assert!(err.contains(told) && out.is_empty() && code == 2, "{args:?}: {err}");
    }
}

#[test]
fn usual_guesses_are_answered() {
    for (args, told) in [
        (&["page.html"][..], "vanban: to read a file: vanban analyze page.html\n"),
        (&["money"], "vanban: to find money: vanban extract --only money FILE\n"),
        (&["extract", "--csv"], "vanban: the form of the output: --to csv\n"),
        (&["extract", "-o", "f.csv"], "vanban: the output goes to standard output: vanban … > FILE\n"),
        (&["analyze", "--to", "csv"], "vanban: tables come from vanban extract --to csv\n"),
    ] {
        let (_, err, code) = run(args, b"");
        assert!(err.ends_with(told) && code == 2, "{args:?}: {err}");
    }
}

#[test]
fn json_is_told_without_the_words_of_its_parser() {
    let deep = format!("{{\"text\":{}1{}}}", "[".repeat(200), "]".repeat(200));
    for (line, told) in [
        ("{\"text\":\"a", "not valid JSON: it ends too early"),
        ("{\"text\" \"a\"}", "not valid JSON at column 9"),
        (&deep, "JSON nested deeper than 128 levels"),
        ("{\"id\":12345678901234567890123,\"text\":\"a\"}", "must stand in quotes"),
        ("{\"id\":1e400,\"text\":\"a\"}", "a number too large to hold"),
        ("{\"text\":\"\\ud800\"}", "half a character"),
    ] {
        let (_, err, code) = run(&["tokenize", "--from", "jsonl"], line.as_bytes());
        assert!(err.contains(told) && err.lines().count() == 1 && code == 1, "{line}: {err}");
    }
}

#[test]
fn dictionaries_say_which_keys_there_are() {
    for (name, content, told) in [
        ("keys.toml", "[[acronym]]\nform = \"X\"\nvalid_from = 1\n", "there are form, also, expand, expansion, sense"),
        (
            "sense.toml",
            "[[acronym]]\nform = \"X\"\n[[acronym.sense]]\nend = 1\n",
            "weight, cues, left, right, from, until",
        ),
        ("plain.tsv", "CTKC chương trình\n", "plain.tsv:1: CTKC chương trình: no tab and expansion after the form"),
        ("comma.csv", "CTKC,chương trình\n", "save it with tabs between the cells, as .tsv"),
    ] {
        let path = file(name, content.as_bytes());
        let (_, err, code) = run(&["expand", "--dictionary", path.to_str().unwrap()], b"");
        assert!(err.contains(told) && code == 2, "{err}");
    }
}

#[test]
fn nothing_that_a_terminal_obeys_comes_from_names() {
    let (_, err, _) = run(&["tokenize", "no\u{1b}[31m\u{9b}\u{202e}x"], b"");
    assert_eq!(err, "vanban: no\u{FFFD}[31m\u{FFFD}\u{FFFD}x: no such file\n");
    let (out, ..) = run(&["lint", "--from", "jsonl"], "{\"id\":\"a\\nb:1:1: forged\",\"text\":\"của của\"}".as_bytes());
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn a_web_page_from_a_pipe_is_told() {
    let page = "<!DOCTYPE html><html><body><p>Bộ Công Thương họp.</p></body></html>".as_bytes();
    let (_, err, code) = run(&["analyze"], page);
    assert!(err.ends_with("--from html reads its article\n") && code == 0, "{err}");
    for args in [&["analyze", "--from", "text"][..], &["analyze", "--quiet"]] {
        assert_eq!(run(args, page).1, "", "{args:?}");
    }
}

#[test]
fn one_text_does_not_run_into_the_next() {
    let records = "{\"text\":\"Hoà bình.\"}\n{\"text\":\"Huế\"}\n".as_bytes();
    assert_eq!(run(&["normalize", "--from", "jsonl"], records).0, "Hoà bình.\nHuế\n");
    assert_eq!(run(&["expand", "--from", "jsonl"], records).0, "Hoà bình.\nHuế\n");
    // One text comes out as it went in.
    assert_eq!(run(&["normalize"], "Huế".as_bytes()).0, "Huế");
}

#[test]
fn tables_have_their_head_and_stay_small() {
    let (out, _, code) = run(&["extract", "--to", "csv"], "Xin chào.".as_bytes());
    assert!(out.starts_with("document,kind,start") && out.lines().count() == 1 && code == 0, "{out}");
    let long = "01/01/2017 ".repeat(4000);
    let (out, ..) = run(&["extract", "--to", "csv"], long.as_bytes());
    assert_eq!(out.lines().count(), 4001);
    assert!(out.len() < 100 * long.len(), "{}", out.len());
    let (out, ..) = run(&["extract", "--to", "csv", "--only", "money"], "Chi 96,480 tỷ đồng cho 5 xã.".as_bytes());
    assert!(out.contains("alternative=96480000000000"), "{out}");
}

#[test]
fn runs_are_compared_where_both_know_something() {
    let record = |id: &str, rest: &str| format!("{{\"id\":\"{id}\",\"schema\":1,{rest}}}\n");
    let money = "\"money\":[{\"start\":0,\"end\":5,\"text\":\"5 tỷ\",\"value\":\"5\"}]";
    let old = file("old.jsonl", record("a", money).as_bytes());
    let diff = |name: &str, content: &str| {
        let new = file(name, content.as_bytes());
        run(&["diff", old.to_str().unwrap(), new.to_str().unwrap()], b"")
    };
    assert_eq!(diff("lacks.jsonl", &record("a", "\"tokens\":[]")), (String::new(), String::new(), 0));
    let (out, _, code) = diff("failed.jsonl", "{\"id\":\"a\",\"error\":\"no text\"}\n");
    assert_eq!((out.lines().next(), code), (Some("\"a\"  appeared error: no text"), 1));
    let (_, err, code) = diff("texts.jsonl", "{\"id\":\"a\",\"text\":\"b\"}\n");
    assert!(err.contains("line 1: no record of vanban's") && code == 2, "{err}");
    let (_, err, code) = diff("twice.jsonl", &record("b", money).repeat(2));
    assert!(err.contains("line 2: the id \"b\" stands on an earlier line") && code == 2, "{err}");
    let (_, err, code) = diff("broken.jsonl", "{\"id\":\"a\n");
    assert!(err.ends_with("line 1: not valid JSON: it ends too early\n") && code == 2, "{err}");
}
