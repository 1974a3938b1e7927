//! What no writer writes: every command reads it in good time, gives spans that hold, and tells trouble in one line.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

use assert_cmd::Command;
use serde_json::Value;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Debug builds are some twenty times slower: a fortieth of the text, and patience.
const SCALE: usize = if cfg!(debug_assertions) { 40 } else { 1 };
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 2 });

fn vanban(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("vanban").expect("the binary");
    command.args(args);
    command
}

/// Output, messages, exit code.
fn run(args: &[&str], input: impl Into<Vec<u8>>) -> (String, String, i32) {
    let output = vanban(args).write_stdin(input).output().expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().unwrap_or(-1))
}

fn inputs() -> Vec<(&'static str, String)> {
    let much = |piece: &str, bytes: usize| piece.repeat(bytes / SCALE / piece.len());
    vec![
        ("no space", much("ấabĐ", 1 << 20)),
        ("no space, digits", much("1.", 1 << 20)),
        ("exclamations", much("!", 1 << 20)),
        ("brackets", much("(", 200_000)),
        ("lone marks", much("\u{301}\u{323}", 1 << 18)),
        ("marks on one letter", format!("a{}", much("\u{302}\u{301}", 1 << 18))),
        ("zero bytes", much("\0", 1 << 18)),
        ("right to left", much("\u{200F}\u{202E}Bộ \u{2067}", 1 << 18)),
        ("emoji", much("👩‍👩‍👧‍👦🇻🇳1️⃣", 1 << 18)),
        ("no words, long lines", much("- – — … “ ” \n", 1 << 18)),
    ]
}

/// Every command with every form of its output that is a reading of its own.
const COMMANDS: [&[&str]; 15] = [
    &["tokenize"],
    &["tokenize", "--to", "jsonl", "--offsets", "bytes"],
    &["tokenize", "--index", "--fold", "marks", "--to", "jsonl", "--offsets", "bytes"],
    &["expand"],
    &["expand", "--style", "replace", "--to", "jsonl", "--offsets", "bytes"],
    &["expand", "--style", "review"],
    &["extract"],
    &["extract", "--to", "csv"],
    &["summarize"],
    &["summarize", "--to", "jsonl", "--offsets", "bytes", "--characters", "200", "--hard"],
    &["analyze"],
    &["analyze", "--to", "html"],
    &["analyze", "--to", "jsonl", "--offsets", "bytes"],
    &["normalize", "--tone", "new"],
    &["lint", "--to", "jsonl", "--offsets", "bytes"],
];

#[test]
fn hostile_texts_are_read_in_good_time() {
    let mut slow = Vec::new();
    for (name, text) in inputs() {
        for args in COMMANDS {
            // Once more where the machine was busy.
            let (outcome, took) = (0..3).map(|_| timed(args, &text)).find_or_last(|(_, took)| *took < PATIENCE);
            let (out, err, code) = outcome;
            let lint = args[0] == "lint";
            assert!(code == 0 || (lint && code == 1), "{name} {args:?}: exit code {code}: {err}");
            assert_eq!(err, "", "{name} {args:?}");
            if args.contains(&"jsonl") {
                let record: Value = serde_json::from_str(&out).expect("one record");
                spans_hold(&record, &text, &format!("{name} {args:?}"));
            }
            if took >= PATIENCE {
                slow.push(format!("{name} {args:?}: {took:?}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// The first that holds, else the last.
trait FindOrLast: Iterator + Sized {
    fn find_or_last(self, holds: impl Fn(&Self::Item) -> bool) -> Self::Item {
        let mut last = None;
        for item in self {
            if holds(&item) {
                return item;
            }
            last = Some(item);
        }
        last.expect("at least one")
    }
}

impl<I: Iterator> FindOrLast for I {}

fn timed(args: &[&str], text: &str) -> ((String, String, i32), Duration) {
    let start = Instant::now();
    let outcome = run(args, text);
    (outcome, start.elapsed())
}

/// Every start and end in a record lies on a character of the text.
fn spans_hold(record: &Value, text: &str, name: &str) {
    match record {
        Value::Array(all) => all.iter().for_each(|v| spans_hold(v, text, name)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let at = |v: &Value| v.as_u64().map_or(usize::MAX, |n| n as usize);
                assert!(text.get(at(start)..at(end)).is_some(), "{name}: {start}..{end} is no slice");
            }
            fields.values().for_each(|v| spans_hold(v, text, name));
        }
        _ => {}
    }
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let good = |n: usize| format!("{{\"id\":{n},\"text\":\"Cục cấp {n} tỷ đồng cho {n} DN. {}\"}}\n", "(".repeat(n));
    let mut input: String = (0..60).map(good).collect();
    input.push_str("{\"id\":\"x\",\"text\":5}\nnull\n\u{1}\n");
    input.extend((60..100).map(good));
    for command in [&["tokenize"][..], &["expand"], &["extract"], &["summarize"], &["analyze"], &["lint"]] {
        let with =
            |jobs| run(&[command, &["--from", "jsonl", "--to", "jsonl", "--jobs", jobs]].concat(), input.as_str());
        let (one, two) = (with("1"), with("2"));
        assert_eq!(one, two, "{command:?}");
        assert_eq!((one.0.lines().count(), one.1.lines().count(), one.2), (103, 3, 1), "{command:?}");
    }
}

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("vanban-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn files_that_are_no_text_are_told_in_one_line() {
    let folder = folder("no-text");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let binary = write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xFF\xFE");
    let latin = write("latin.txt", b"C\xF4ng ty c\xE0 ph\xEA");
    let mut broken = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut broken, "Một dòng.\n".repeat(9000).as_bytes()).expect("packs");
    let packed = broken.finish().expect("packs");
    let cut = write("cut.txt.gz", &packed[..packed.len() / 2]);
    for (path, from, wanted) in [
        (&binary, "text", "byte 0 is not UTF-8, and it looks like a binary file, not text"),
        (&latin, "text", "byte 1 is not UTF-8; if you know the encoding, say --encoding"),
        (&latin, "lines", "byte 1 is not UTF-8"),
        (&latin, "jsonl", "byte 1 is not UTF-8"),
        (&cut, "text", "cut.txt.gz"),
        (&cut, "lines", "cut.txt.gz"),
    ] {
        for command in ["tokenize", "expand", "extract", "summarize", "analyze", "normalize", "lint"] {
            let (_, err, code) = run(&[command, "--from", from, path], "");
            assert_eq!((err.lines().count(), code), (1, 1), "{command} {path} {from}: {err}");
            assert!(err.starts_with("vanban: ") && err.contains(wanted), "{command} {path} {from}: {err}");
        }
    }
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn a_web_page_of_open_tags_is_told_at_once() {
    let start = Instant::now();
    let page = format!("<html><body><article>{}Bộ Công Thương họp.", "<div>".repeat(100_000));
    let (out, err, code) = run(&["summarize", "--from", "html"], page);
    let wanted = "vanban: standard input: the elements of this page are nested too deep; save its text and read that\n";
    assert_eq!((out.as_str(), err.as_str(), code), ("", wanted, 1));
    // As deep as is allowed.
    run(&["summarize", "--from", "html"], format!("<body>{}Bộ Công Thương họp.", "<div>".repeat(512)));
    assert!(start.elapsed() < PATIENCE * 2, "{:?}", start.elapsed());
}

#[test]
fn empty_input_is_an_empty_result_for_every_command() {
    for args in COMMANDS {
        let (out, err, code) = run(args, "");
        assert_eq!((err.as_str(), code), ("", 0), "{args:?}: {out}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::process::Stdio;

    #[test]
    fn a_full_disk_is_told_in_one_line() {
        if !PathBuf::from("/dev/full").exists() {
            return println!("skipped: no /dev/full here");
        }
        let text = "Bộ Công Thương cấp 5 tỷ đồng. ".repeat(9000 / SCALE);
        for args in COMMANDS.iter().filter(|args| !args.contains(&"review") && args[0] != "lint") {
            for text in ["Bộ Công Thương cấp 5 tỷ đồng.", &text] {
                let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
                let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("vanban"))
                    .args(*args)
                    .stdin(Stdio::piped())
                    .stdout(full)
                    .stderr(Stdio::piped())
                    .spawn()
                    .expect("runs");
                // It may end before it has read everything.
                let _ = std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), text.as_bytes());
                let output = child.wait_with_output().expect("ends");
                let err = String::from_utf8(output.stderr).expect("UTF-8");
                let wanted = "vanban: cannot write the output: the disk is full\n";
                assert_eq!((err.as_str(), output.status.code()), (wanted, Some(1)), "{args:?}");
            }
        }
    }

    /// What writes without a text to read: completions, and what is wrong with a dictionary.
    #[test]
    fn lists_tell_a_full_disk_and_mind_no_closed_pipe() {
        if !PathBuf::from("/dev/full").exists() {
            return println!("skipped: no /dev/full here");
        }
        let folder = folder("lists");
        let doubled = folder.join("a.tsv");
        std::fs::write(&doubled, "CCN\tcụm công nghiệp\nCCN\tcụm công nghiệp\n").expect("a file");
        let lint = ["lint", "--dictionary", doubled.to_str().expect("a path")];
        for args in [&["completions", "bash"][..], &lint] {
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
            let (reader, closed) = std::io::pipe().expect("a pipe");
            drop(reader);
            let with = |out: Stdio| {
                let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("vanban"));
                let output =
                    command.args(args).stdout(out).stderr(Stdio::piped()).spawn().expect("runs").wait_with_output();
                let output = output.expect("ends");
                (String::from_utf8(output.stderr).expect("UTF-8"), output.status.code())
            };
            assert_eq!(
                with(full.into()),
                ("vanban: cannot write the output: the disk is full\n".into(), Some(1)),
                "{args:?}"
            );
            assert_eq!(with(closed.into()), (String::new(), Some(0)), "{args:?}");
        }
        std::fs::remove_dir_all(&folder).expect("removes");
    }

    #[test]
    fn a_closed_pipe_is_no_trouble() {
        let text = "Bộ Công Thương cấp 5 tỷ đồng cho 3 DN. ".repeat(4000 / SCALE);
        for args in COMMANDS {
            let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("vanban"))
                .args(args)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("runs");
            drop(child.stdout.take());
            let _ = std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), text.as_bytes());
            let output = child.wait_with_output().expect("ends");
            let err = String::from_utf8(output.stderr).expect("UTF-8");
            let code = output.status.code().unwrap_or(-1);
            assert!(err.is_empty() && (code == 0 || args[0] == "lint"), "{args:?}: {code} {err}");
        }
    }

    #[test]
    fn what_may_not_be_read_is_told_and_the_rest_is_read() {
        let folder = folder("closed");
        let closed = folder.join("closed");
        std::fs::create_dir_all(&closed).expect("a folder");
        std::fs::write(folder.join("a.txt"), "Một câu.\n").expect("a file");
        std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).expect("closes");
        // The superuser may read everything.
        let superuser = std::fs::read_dir(&closed).is_ok();
        let (out, err, code) = run(&["tokenize", folder.to_str().expect("a path")], "");
        std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o700)).expect("opens");
        std::fs::remove_dir_all(&folder).expect("removes");
        assert!(out.contains("Một câu"), "{out}{err}");
        if superuser {
            return println!("skipped: the superuser may read everything");
        }
        assert!(err.ends_with("closed: no permission to read it\n") && err.lines().count() == 1, "{err}");
        assert_eq!(code, 1);
    }
}
