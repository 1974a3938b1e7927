//! The reports that people read, in a terminal and as a web page.

#![allow(clippy::expect_used, clippy::unwrap_used)]
#![allow(missing_docs)]

use assert_cmd::Command;

/// What the command writes for an input.
fn run(args: &[&str], input: &str) -> String {
    let mut vanban = Command::cargo_bin("vanban").expect("the binary");
    let output = vanban.args(args).write_stdin(input).output().expect("runs");
    String::from_utf8(output.stdout).expect("UTF-8 out")
}

fn report(lang: &str, input: &str) -> String {
    run(&["analyze", "--lang", lang], input)
}

/// Whether a report holds these cells one after the other, whatever the space between them.
fn has_row(report: &str, row: &str) -> bool {
    report.split_whitespace().collect::<Vec<_>>().join(" ").contains(row)
}

#[test]
fn both_reports_tell_the_same_of_a_sum() {
    let text = "Quỹ có 210-230 tỷ đồng. Mỗi nơi ít nhất 5 triệu đồng/hộ. Chi 96,480 tỷ đồng cho 215 đề án.";
    let (terminal, page) = (report("en", text), run(&["analyze", "--lang", "en", "--to", "html"], text));
    let table = page.split("<h2>Money</h2>").nth(1).and_then(|t| t.split("</table>").next()).expect("a table");
    for told in [
        "210,000,000,000",
        "230,000,000,000 VND",
        "at least, per hộ",
        "for 215 đề án, or perhaps",
        "96,480,000,000,000",
    ] {
        assert!(terminal.contains(told) && table.contains(told), "{told}: {terminal}{table}");
    }
}

#[test]
fn a_page_is_called_as_its_document() {
    let title = |args: &[&str], input: &str| {
        let page = run(&[&["analyze", "--to", "html"], args].concat(), input);
        page.split_once("<title>").and_then(|(_, t)| t.split_once("</title>")).map(|(t, _)| t.to_owned())
    };
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/page.txt");
    assert_eq!(title(&[page], "").as_deref(), Some("Phát triển nghề nông thôn: Những bước đi vững chắc – vanban"));
    let record = "{\"id\":7,\"text\":\"Quỹ có 5 tỷ đồng.\",\"title\":\"Họp báo\"}\n{\"id\":8,\"text\":\"Hết.\"}\n";
    assert_eq!(title(&["--from", "jsonl"], record).as_deref(), Some("Họp báo – vanban"));
    assert_eq!(title(&[], "Quỹ có 5 tỷ đồng.").as_deref(), Some("standard input – vanban"));
    assert_eq!(title(&["no-such-file"], "").as_deref(), Some("no-such-file – vanban"));
    assert_eq!(title(&["--from", "jsonl"], "").as_deref(), Some("vanban"));
}

#[test]
fn the_title_of_a_record_or_its_id_heads_the_report() {
    let head = |args: &[&str], input: &str| {
        let report = run(&[args, &["--from", "jsonl"]].concat(), input);
        report.lines().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let plain = r#"{"id":7,"text":"Quỹ có 5 tỷ đồng."}"#;
    let titled = r#"{"id":7,"text":"Quỹ có 5 tỷ đồng.","title":"Họp báo"}"#;
    let analyze = ["analyze", "--lang", "en"];
    assert_eq!(head(&analyze, plain), ["7", "1 sentence · 4 words"]);
    assert_eq!(head(&analyze, titled), ["Họp báo", "7 · 1 sentence · 4 words"]);
    assert_eq!(head(&["analyze", "--lang", "vi", "--title", "Tin"], titled), ["Tin", "7 · 1 câu · 4 từ"]);
    assert_eq!(head(&["extract"], titled), ["Họp báo", "7 · 1 sentence · 4 words"]);
    let several = r#"{"id":7,"text":"Quỹ có tiền. Quỹ có vàng."}"#;
    assert_eq!(head(&analyze, several)[1].split(" · ").next(), Some("2 sentences"));
}

#[test]
fn numbers_and_dates_are_written_in_the_language_of_the_report() {
    let text = "Khai mạc ngày 7/11. Chi 96.480 triệu đồng, đạt 12,5%.";
    let vietnamese = report("vi", text);
    for row in ["96.480 triệu đồng 96.480.000.000 VND", "12,5% 12,5 %", "7/11 7/11, không rõ năm"] {
        assert!(has_row(&vietnamese, row), "{row}: {vietnamese}");
    }
    let english = report("en", text);
    for row in ["96.480 triệu đồng 96,480,000,000 VND", "12,5% 12.5 %", "7/11 7 November, no year"] {
        assert!(has_row(&english, row), "{row}: {english}");
    }
}

#[test]
fn a_total_says_what_it_is_and_counts_no_part_twice() {
    let whole = "Tổng vốn 2.500 tỷ đồng, trong đó 1.500 tỷ đồng cho đường, 1.000 tỷ đồng cho cầu.";
    assert!(!report("en", whole).contains("5,000,000,000,000"), "{}", report("en", whole));
    let apart = "Chi 3 tỷ đồng cho đường, 2 tỷ đồng cho cầu.";
    let row = "added up 5,000,000,000 VND mere sum of 2 different figures, may count a whole and its parts";
    assert!(has_row(&report("en", apart), row), "{}", report("en", apart));
    let row = "cộng lại 5.000.000.000 VND chỉ là phép cộng 2 số khác nhau, có thể tính cả tổng lẫn thành phần";
    assert!(has_row(&report("vi", apart), row), "{}", report("vi", apart));
}

#[test]
fn numerals_are_no_acronyms() {
    let report = report("en", "Chương III nêu giá xăng bằng USD ở thế kỷ XX, theo UBND tỉnh.");
    let (_, acronyms) = report.split_once("\nAcronyms\n").expect("a table");
    let forms: Vec<&str> = acronyms.lines().filter_map(|l| l.split_whitespace().next()).collect();
    assert_eq!(forms, ["UBND", "USD"]);
}
