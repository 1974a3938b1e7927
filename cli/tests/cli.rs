//! The command line as its users meet it.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

use assert_cmd::Command;
use std::path::PathBuf;

fn vanban() -> Command {
    Command::cargo_bin("vanban").expect("the binary")
}

fn page() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/page.txt"))
}

struct Outcome {
    out: String,
    err: String,
    code: i32,
}

fn run(args: &[&str], input: impl Into<Vec<u8>>) -> Outcome {
    let output = vanban().args(args).write_stdin(input).output().expect("runs");
    Outcome {
        out: String::from_utf8(output.stdout).expect("UTF-8 out"),
        err: String::from_utf8(output.stderr).expect("UTF-8 messages"),
        code: output.status.code().unwrap_or(-1),
    }
}

#[test]
fn tokenize_writes_a_sentence_a_line() {
    let o = run(&["tokenize"], "Bộ Công Thương họp. Tệp hôm_nay đã xong.\n");
    assert_eq!(o.out.lines().count(), 2);
    assert!(o.out.lines().nth(1).is_some_and(|l| l.contains("hôm\\_nay")), "{}", o.out);
    assert_eq!((o.err.as_str(), o.code), ("", 0));
}

#[test]
fn lines_in_are_lines_out() {
    let o = run(&["tokenize", "--from", "lines"], "Một câu. Hai câu.\n\n  \nBa\u{A0}câu");
    assert_eq!(o.out.lines().count(), 4);
    let back: String =
        o.out.replace("\\_", "\u{1}").replace('_', " ").replace('\u{1}', "_").split_whitespace().collect();
    assert_eq!(back, "Mộtcâu.Haicâu.Bacâu");
}

#[test]
fn an_index_has_words_and_their_syllables_at_the_same_position() {
    let o = run(&["tokenize", "--index"], "👍 HOÀ bình, ở Huế.");
    let wanted = ["0\t2\t10\ttoken\thòa_bình", "0\t2\t5\tpart\thòa", "0\t6\t10\tpart\tbình", "1\t12\t13\ttoken\tở"];
    assert_eq!(o.out.lines().take(4).collect::<Vec<_>>(), wanted);
    let o = run(&["tokenize", "--index", "--fold", "marks", "--from", "lines", "--to", "jsonl"], "Hòa bình\nhoà bình");
    let keys = |line: &str| -> Vec<String> {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        record["terms"].as_array().expect("terms").iter().map(|t| t["key"].to_string()).collect()
    };
    let lines: Vec<Vec<String>> = o.out.lines().map(keys).collect();
    assert_eq!(lines[0], lines[1]);
    assert_eq!(run(&["tokenize", "--fold", "marks"], "x").code, 2);
}

#[test]
fn a_review_lists_what_a_person_should_look_at() {
    let o = run(&["expand", "--style", "review"], "UBND tỉnh họp.\nÔng làm ở ZQX, ở ZQX.\n");
    assert_eq!(o.out, "2: ZQX undefined (2×)\n");
    let o = run(&["expand", "--style", "review", "--to", "json", "--min-confidence", "1"], "UBND tỉnh họp.");
    let record: serde_json::Value = serde_json::from_str(&o.out).expect("JSON");
    assert_eq!(record["review"][0]["why"], "unsure");
    assert_eq!(record["review"][0]["places"][0]["end"], 4);
}

#[test]
fn lint_names_line_and_column() {
    let o = run(&["lint", "--as-of", "2025-08-01"], "Tốt.\nTại tỉnh Hà Giang, bổ xung của của quỹ ZQX.\n");
    let told: Vec<&str> = o.out.lines().collect();
    assert_eq!(told.len(), 4, "{}", o.out);
    assert!(told[0].starts_with("standard input:2:5: \"tỉnh Hà Giang\"") && told[0].contains("tỉnh Tuyên Quang"));
    assert!(told[1].starts_with("standard input:2:20: \"bổ xung\" is misspelt; write \"bổ sung\""));
    assert_eq!(o.code, 1);
    let o = run(&["lint"], "Chương trình khuyến công.");
    assert_eq!((o.out.as_str(), o.code), ("", 0));
    let o = run(&["lint", "--from", "lines", "--to", "jsonl"], "Bổ xung.\nTốt.");
    assert!(o.out.lines().next().is_some_and(|l| l.contains("\"suggestion\":\"Bổ sung\"")), "{}", o.out);
    assert_eq!((o.out.lines().count(), o.code), (2, 1));
}

#[test]
fn a_table_has_the_sentence_and_the_resolved_body_of_each_fact() {
    let text = "Trời đẹp. Thứ trưởng Bộ Kế hoạch và Đầu tư Lê Văn An đến thăm. Quỹ có 5 tỷ đồng. \
                Theo Thông tư 36/2016/TT-BLĐTBXH.";
    let o = run(&["extract", "--to", "tsv", "--as-of", "2025-08-01"], text);
    let rows: Vec<Vec<&str>> = o.out.lines().map(|l| l.split('\t').collect()).collect();
    assert_eq!(rows[0][15..], ["body", "sentence"]);
    assert_eq!(rows[1][15..], ["Bộ Tài chính", "Thứ trưởng Bộ Kế hoạch và Đầu tư Lê Văn An đến thăm."]);
    assert_eq!(rows[2][15..], ["", "Quỹ có 5 tỷ đồng."]);
    // The issuer of a citation too: the ministry went into another on 1 March 2025.
    let cited = rows.iter().find(|r| r[1] == "citation").expect("a citation");
    assert_eq!((cited[11], cited[15]), ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"));
}

#[test]
fn several_documents_are_summarized_as_one() {
    let record = r#"{"id":7,"documents":[{"title":"Bão số 5","text":"Bão số 5 đổ bộ vào Quảng Ninh sáng nay. Hàng nghìn hộ dân mất điện vì cây đổ."},{"text":"Tại Quảng Ninh, bão số 5 làm ba người bị thương. Các trường cho học sinh nghỉ học."}]}"#;
    let o = run(&["summarize", "--from", "jsonl", "--to", "jsonl", "--sentences", "2", "--explain"], record);
    let value: serde_json::Value = serde_json::from_str(&o.out).expect("JSON");
    let documents: Vec<_> =
        value["summary"].as_array().expect("a list").iter().map(|s| s["document"].clone()).collect();
    assert_eq!(documents, [0, 1], "{}", o.out);
    assert!(value["summary"][0]["parts"].is_object());
    let o = run(&["summarize", "--from", "jsonl"], r#"{"id":7,"documents":[{"title":"x"}]}"#);
    assert!(o.err.contains("document 1: no \"text\"") && o.code == 1, "{}", o.err);
}

#[test]
fn a_summary_keeps_a_hard_limit_and_lists_its_facts() {
    let text =
        "Cục đã giải ngân 111 tỷ đồng cho các đề án khuyến công. Trời hôm nay mưa rất to ở nhiều nơi trên cả nước.";
    let o = run(&["summarize", "--characters", "60", "--hard", "--facts", "--plain"], text);
    assert_eq!(o.out.lines().next(), Some("Cục đã giải ngân 111 tỷ đồng cho các đề án khuyến công."));
    assert!(o.out.contains("money: 111 tỷ đồng = 111000000000"), "{}", o.out);
    assert_eq!(run(&["summarize", "--characters", "10", "--hard"], text).out.trim(), "");
}

#[test]
fn a_report_is_one_page_that_needs_nothing_else() {
    let o = run(&["analyze", "--to", "html", "--lang", "vi", page().to_str().expect("a path")], "");
    assert!(o.out.starts_with("<!doctype html>") && o.out.trim_end().ends_with("</html>"));
    for wanted in
        ["<h1 class=\"headline\">", "<mark class=\"official\"", "<mark class=\"money\"", "Tóm tắt", "class=\"bar\""]
    {
        assert!(o.out.contains(wanted), "{wanted}");
    }
    for never in ["<script", "http://", "https://", "src="] {
        assert!(!o.out.contains(never), "{never}");
    }
}

#[test]
fn web_pages_packed_files_and_directories_are_read() {
    let folder = std::env::temp_dir().join(format!("vanban-input-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let sentence = "Cục đã giải ngân 111 tỷ đồng cho các đề án khuyến công của các địa phương. ".repeat(4);
    let html = format!(
        "<html><head><title>Khuyến công</title></head><body><article><h1>Khuyến công</h1><p>{sentence}</p></article></body></html>"
    );
    std::fs::write(folder.join("a.html"), html).expect("a file");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, "Quỹ có 5 tỷ đồng.".as_bytes()).expect("packs");
    std::fs::write(folder.join("b.txt.gz"), packed.finish().expect("packs")).expect("a file");
    let o = run(&["extract", "--only", "money", "--to", "jsonl", folder.to_str().expect("a path")], "");
    let records: Vec<serde_json::Value> = o.out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(records.len(), 2, "{}{}", o.out, o.err);
    assert!(records[0]["text"].as_str().is_some_and(|t| t.starts_with("Khuyến công\n")));
    assert_eq!(records[1]["money"][0]["value"], "5000000000");
    let page = folder.join("a.html");
    for command in [&["summarize"][..], &["lint"], &["tokenize", "--index"], &["expand", "--style", "review"]] {
        let o = run(&[command, &["--to", "jsonl", page.to_str().expect("a path")]].concat(), "");
        let record: serde_json::Value = serde_json::from_str(&o.out).expect("JSON");
        assert!(record["text"].as_str().is_some_and(|t| t.contains("111 tỷ đồng")), "{command:?}: {}", o.out);
    }
    let none = folder.join("*.zip");
    let o = run(&["extract", none.to_str().expect("a path")], "");
    assert!(o.err.contains("no file fits this pattern") && o.code == 1, "{}", o.err);
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn every_dictionary_is_checked_though_one_does_not_load() {
    let folder = std::env::temp_dir().join(format!("vanban-lint-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (broken, doubled) = (folder.join("a.toml"), folder.join("b.tsv"));
    std::fs::write(&broken, "[[acronym]\n").expect("a file");
    std::fs::write(&doubled, "CCN\tcụm công nghiệp\nCCN\tcụm công nghiệp\n").expect("a file");
    let paths = [&broken, &doubled].map(|p| p.to_str().expect("a path"));
    let o = run(&["lint", "--dictionary", paths[0], "--dictionary", paths[1]], "");
    assert!(o.out.contains("a.toml") && o.out.contains("b.tsv:2"), "{}", o.out);
    assert_eq!(o.code, 1);
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn an_empty_input_is_an_empty_result() {
    for command in ["tokenize", "expand", "summarize", "normalize"] {
        let o = run(&[command], "");
        assert_eq!((o.out.trim(), o.err.as_str(), o.code), ("", "", 0), "{command}");
    }
    let o = run(&["analyze", "--to", "jsonl"], "");
    let record: serde_json::Value = serde_json::from_str(&o.out).expect("a record");
    assert_eq!(record["sentences"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_missing_file_is_told_and_the_rest_is_read() {
    let page = page();
    let o = run(&["tokenize", "no-such-file.txt", page.to_str().expect("a path")], "");
    assert_eq!(o.err, "vanban: no-such-file.txt: no such file\n");
    assert_eq!(o.code, 1);
    assert!(o.out.lines().count() > 20);
    let o = run(&["analyze", "--to", "jsonl", "no-such-file.txt"], "");
    assert_eq!(o.out, "{\"id\":\"no-such-file.txt\",\"error\":\"no such file\"}\n");
}

#[test]
fn bytes_that_are_no_utf8_are_named() {
    let o = run(&["tokenize"], b"B\xC3\xB4 \xE9\xE8".to_vec());
    assert_eq!(o.code, 1);
    assert_eq!(
        o.err,
        "vanban: standard input: byte 4 is not UTF-8; if you know the encoding, say --encoding tcvn3|vni|viscii|windows-1258|utf-16\n"
    );
    let o = run(&["normalize", "--encoding", "tcvn3"], b"C\xE9ng h\xDFa".to_vec());
    assert_eq!(o.out, "Cộng hòa");
}

#[test]
fn a_bad_record_stands_in_its_place() {
    let good = |n: usize| format!("{{\"id\":\"r{n}\",\"text\":\"Bộ Công Thương cấp {n} tỷ đồng.\"}}\n");
    let mut input: String = (0..50).map(good).collect();
    input.push_str("{\"id\":7,\"text\":\n{\"id\":\"x\"}\n[1]\n");
    input.extend((50..100).map(good));
    let one = run(&["analyze", "--from", "jsonl", "--to", "jsonl", "--jobs", "1"], input.as_str());
    let two = run(&["analyze", "--from", "jsonl", "--to", "jsonl", "--jobs", "2"], input.as_str());
    assert_eq!((one.out.lines().count(), one.code, one.err.lines().count()), (103, 1, 3));
    assert_eq!(one.out, two.out);
    assert!(one.err.starts_with("vanban: standard input:51: not valid JSON"), "{}", one.err);
    assert_eq!(one.out.lines().nth(51), Some("{\"id\":\"x\",\"error\":\"no \\\"text\\\" in the record\"}"));
    let strict = run(&["analyze", "--strict", "--from", "jsonl", "--to", "jsonl"], input.as_str());
    assert_eq!((strict.out.lines().count(), strict.code), (50, 1));
}

#[test]
fn wrong_usage_is_exit_code_two() {
    for args in [&["analyze", "--no-such-flag"][..], &["tokenize", "--offsets", "inches"], &["nonsense"], &[]] {
        let o = run(args, "");
        assert_eq!(o.code, 2, "{args:?}");
        assert!(!o.err.is_empty());
    }
    let o = run(&["tokenize", "--dictionary", "none.toml"], "");
    assert_eq!((o.code, o.err.as_str()), (2, "vanban: none.toml: no such file\n"));
}

#[test]
fn offsets_come_in_three_units() {
    let text = "😀 Đồng Nai";
    let end = |unit: &str| {
        let o = run(&["tokenize", "--to", "jsonl", "--offsets", unit], text);
        let record: serde_json::Value = serde_json::from_str(&o.out).expect("a record");
        assert_eq!(record["offsets"], unit);
        record["tokens"].as_array().and_then(|t| t.last()).map(|t| t["end"].clone()).expect("a token")
    };
    assert_eq!(end("chars"), text.chars().count());
    assert_eq!(end("bytes"), text.len());
    assert_eq!(end("utf16"), text.encode_utf16().count());
}

#[test]
fn help_shows_examples() {
    for command in ["tokenize", "expand", "extract", "summarize", "analyze", "normalize", "lint"] {
        let o = run(&[command, "--help"], "");
        assert!(o.out.contains("Examples:") && o.code == 0, "{command}");
    }
}

#[test]
fn the_report_holds_no_control_characters() {
    let o = run(&["analyze"], "Tiêu đề\u{1b}]0;x\u{7}\n\nÔng A\u{1b}[31m cấp 5 tỷ đồng cho xã.\n");
    assert!(!o.out.contains('\u{1b}') && !o.out.contains('\u{7}'), "{:?}", o.out);
}

#[test]
fn two_runs_are_compared() {
    let folder = std::env::temp_dir().join(format!("vanban-diff-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        let record = run(&["extract", "--from", "jsonl", "--to", "jsonl"], format!("{{\"id\":1,\"text\":\"{text}\"}}"));
        let path = folder.join(name);
        std::fs::write(&path, record.out).expect("a file");
        path.display().to_string()
    };
    let old = write("old.jsonl", "Quỹ có 5 tỷ đồng.");
    let new = write("new.jsonl", "Nay Quỹ có 5 tỷ đồng và 3 triệu đồng.");
    let same = run(&["diff", &old, &old], "");
    assert_eq!((same.out.as_str(), same.code), ("", 0));
    let o = run(&["diff", &old, &new], "");
    assert_eq!((o.out.lines().count(), o.code), (1, 1), "{}", o.out);
    assert!(o.out.starts_with("1  appeared money: ") && o.out.contains("3000000"), "{}", o.out);
    let o = run(&["diff", &old, "/no/such"], "");
    assert_eq!((o.err.as_str(), o.code), ("vanban: /no/such: no such file\n", 2));
    std::fs::remove_dir_all(&folder).ok();
}
