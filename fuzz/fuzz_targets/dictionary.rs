//! Dictionaries of strangers: an error names the file, and what loads can be checked and used.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::acronym::Style;
use vanban::{Analyzer, Dictionary, Domain};
use vanban_fuzz::{edits_give, spans_are_slices, text, tiles};

fuzz_target!(|bytes: &[u8]| {
    let dictionary = match Dictionary::read(bytes, "own.toml") {
        Ok(dictionary) => dictionary,
        Err(e) => {
            assert!(e.file() == "own.toml" && !e.cause().is_empty(), "{e:?}");
            let lines = text(bytes).lines().count() + 1;
            return assert!(e.line().is_none_or(|n| (1..=lines).contains(&n)), "{e} of {lines} lines");
        }
    };
    assert_eq!(dictionary.is_empty(), dictionary.len() == 0);
    let lines = text(bytes).lines().count() + 1;
    assert!(dictionary.lint().iter().all(|f| !f.message.is_empty() && f.line <= lines));
    let vb = Analyzer::builder().with(dictionary).domain(Domain::CongThuong).build();
    // The dictionary's own text holds all of its forms and words.
    let source = text(bytes);
    let doc = vb.read(&source);
    tiles(&doc);
    spans_are_slices(&doc);
    for style in [Style::FirstMention, Style::Replace] {
        edits_give(&source, &doc.expand(style));
    }
});
