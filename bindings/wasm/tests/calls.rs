//! The calls, natively.

// A test that cannot go on may panic, in its helpers too.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use vanban_wasm::calls;

fn parsed(json: Result<String, String>) -> Value {
    serde_json::from_str(&json.unwrap()).unwrap()
}

const TEXT: &str = "😀 Cục đã chi 5 tỷ đồng cho các CCN."; // "The agency spent 5 billion dong on industrial clusters."

#[test]
fn offsets_are_utf16_unless_asked_otherwise() {
    let start = |options: &str| parsed(calls::analyze(TEXT, options))["money"][0]["start"].clone();
    assert_eq!((start(""), start(r#"{"offsets":"chars"}"#)), (json!(14), json!(13)));
    assert_eq!(TEXT.encode_utf16().count() - TEXT.chars().count(), 1);
    assert_eq!(parsed(calls::analyze(TEXT, ""))["offsets"], "utf16");
}

#[test]
fn only_the_layers_asked_for_are_there() {
    let record = parsed(calls::analyze(TEXT, r#"{"layers":["money"]}"#));
    assert!(record["money"].is_array() && record.get("tokens").is_none(), "{record}");
}

#[test]
fn acronyms_are_spelled_out() {
    let record = parsed(calls::expand(TEXT, r#"{"style":"replace"}"#));
    assert_eq!(record["text"], "😀 Cục đã chi 5 tỷ đồng cho các cụm công nghiệp.");
    assert_eq!(record["edits"][0]["replacement"], "cụm công nghiệp");
}

#[test]
fn a_dictionary_of_the_callers_own_is_read() {
    let options = json!({ "dictionary": "form\texpansion\nCTKC\tchương trình khuyến công\n", "style": "replace" });
    let record = parsed(calls::expand("Các CTKC.", &options.to_string()));
    assert_eq!(record["text"], "Các chương trình khuyến công.");
}

#[test]
fn summaries_come_with_keyphrases() {
    let record = parsed(calls::summarize(include_str!("../../../examples/page.txt"), r#"{"sentences":2}"#));
    assert_eq!(record["summary"].as_array().map(Vec::len), Some(2));
    assert!(record["keyphrases"].is_array());
}

#[test]
fn the_report_speaks_both_languages_and_escapes_the_text() {
    let text = "<script>alert(1)</script> Bộ chi 5 tỷ đồng. \"><img src=x onerror=alert(1)>";
    for (lang, word) in [("en", "Money"), ("vi", "Số tiền")] {
        let html = calls::report(text, lang).unwrap();
        assert!(html.contains(&format!("<h2>{word}</h2>")), "{html}");
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    }
}

#[test]
fn errors_say_what_is_wrong() {
    for (options, said) in [
        ("{", "options:"),
        (r#"{"colour":1}"#, "unknown field `colour`"),
        (r#"{"offsets":"miles"}"#, "there are chars, bytes and utf16"),
        (r#"{"layers":["moneys"]}"#, "moneys: no such layer"),
        (r#"{"date":"01/02/2018"}"#, "01/02/2018: a date is written 2018-02-01"),
        (r#"{"domain":"x"}"#, "no such field"),
        (r#"{"ratio":2}"#, "between 0 and 1"),
        (r#"{"sentences":1,"ratio":0.5}"#, "give one of"),
        (r#"{"dictionary":"[[nothing"}"#, "dictionary"),
    ] {
        let error = calls::analyze(TEXT, options).unwrap_err();
        assert!(error.contains(said), "{options}: {error}");
    }
    assert!(calls::expand(TEXT, r#"{"style":"x"}"#).unwrap_err().contains("there are first"));
    assert!(calls::report(TEXT, "fr").unwrap_err().contains("there are en and vi"));
}
