//! Records that are larger than allowed: told, passed over, and the rest read.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

use assert_cmd::Command;
use std::path::PathBuf;

/// Output, messages, exit code.
fn run(args: &[&str], input: &str) -> (String, String, i32) {
    let output =
        Command::cargo_bin("vanban").expect("the binary").args(args).write_stdin(input).output().expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().unwrap_or(-1))
}

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("vanban-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

const COMMANDS: [&str; 7] = ["tokenize", "expand", "extract", "summarize", "analyze", "normalize", "lint"];

#[test]
fn a_text_that_is_too_large_is_told_by_every_command() {
    for command in COMMANDS {
        let (out, err, code) = run(&[command, "--max-bytes", "16"], "Chương trình khuyến công.");
        assert_eq!(err, "vanban: standard input: more than 16 bytes, which --max-bytes does not allow\n", "{command}");
        assert_eq!((out.as_str(), code), ("", 1), "{command}");
        let (_, err, code) = run(&[command, "--max-bytes", "1k"], "Chương trình khuyến công.");
        assert_eq!((err.as_str(), code), ("", 0), "{command}");
        assert!(run(&[command, "--help"], "").0.contains("--max-bytes"), "{command}");
    }
}

#[test]
fn a_large_record_has_an_error_in_its_place() {
    let long = "Bộ Công Thương họp. ".repeat(20_000);
    let input = format!(
        "{{\"id\":\"a\",\"text\":\"Một.\"}}\n{{\"id\":\"b\",\"text\":\"{long}\"}}\n{{\"id\":\"c\",\"text\":\"Ba.\"}}\n"
    );
    for jobs in ["1", "2"] {
        let args = ["analyze", "--from", "jsonl", "--to", "jsonl", "--max-bytes", "1k", "--jobs", jobs];
        let (out, err, code) = run(&args, &input);
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].starts_with("{\"id\":\"a\"") && lines[2].starts_with("{\"id\":\"c\""), "{out}");
        assert_eq!(lines[1], "{\"id\":2,\"error\":\"more than 1024 bytes, which --max-bytes does not allow\"}");
        assert_eq!(err, "vanban: standard input:2: more than 1024 bytes, which --max-bytes does not allow\n");
        assert_eq!((lines.len(), code), (3, 1));
    }
}

/// No time is enough for a millionth of a second, and ten seconds are for any of these.
#[test]
fn a_record_that_takes_too_long_has_an_error_in_its_place() {
    for command in COMMANDS {
        let (out, err, code) = run(&[command, "--max-seconds", "0.000001"], "Chương trình khuyến công.");
        assert_eq!(
            err, "vanban: standard input: took longer than 0.000001 s, which --max-seconds does not allow\n",
            "{command}"
        );
        assert_eq!((out.as_str(), code), ("", 1), "{command}");
        let (_, err, code) = run(&[command, "--max-seconds", "10"], "Chương trình khuyến công.");
        assert_eq!((err.as_str(), code), ("", 0), "{command}");
    }
    let args = ["analyze", "--from", "jsonl", "--to", "jsonl", "--max-seconds", "0.000001"];
    let (out, err, code) = run(&args, "{\"id\":\"a\",\"text\":\"Một.\"}\n{\"id\":\"b\",\"text\":\"Hai.\"}\n");
    let told = "took longer than 0.000001 s, which --max-seconds does not allow";
    assert_eq!(out, format!("{{\"id\":\"a\",\"error\":\"{told}\"}}\n{{\"id\":\"b\",\"error\":\"{told}\"}}\n"));
    assert!(err.starts_with("vanban: standard input:1: took") && code == 1, "{err}");
    for seconds in ["0", "-1", "soon", "inf"] {
        assert_eq!(run(&["tokenize", "--max-seconds", seconds], "").2, 2, "{seconds}");
    }
}

#[test]
fn packed_files_are_measured_unpacked() {
    let folder = folder("limits");
    let path = folder.join("zeros.txt.gz");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, &vec![b'a'; 4 << 20]).expect("packs");
    std::fs::write(&path, packed.finish().expect("packs")).expect("a file");
    assert!(path.metadata().expect("a file").len() < 10_000);
    let (out, err, code) = run(&["analyze", "--max-bytes", "1M", path.to_str().expect("a path")], "");
    assert!(err.ends_with("zeros.txt.gz: more than 1048576 bytes, which --max-bytes does not allow\n"), "{err}");
    assert_eq!((out.as_str(), code), ("", 1));
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn sizes_that_make_no_sense_are_wrong_usage() {
    for size in ["0", "much", "1.5M", "-3", "10MB"] {
        let (_, err, code) = run(&["tokenize", "--max-bytes", size], "");
        assert_eq!(code, 2, "{size}");
        assert!(err.contains("500k, 10M, 2G") || size == "-3", "{err}");
    }
}
