//! The edits of an expansion give the text that is shown, in every style, and so does every slice of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::Span;
use vanban::acronym::{Expander, Style};
use vanban_fuzz::{VB, edits_give, options_and_text};

fuzz_target!(|bytes: &[u8]| {
    let (options, text) = options_and_text(bytes);
    let doc = VB.read(&text);
    let least = u16::from(options[0]) * 4;
    for style in [Style::FirstMention, Style::Every, Style::Replace, Style::Glossary] {
        let expanded = doc.expand(Expander::new(style).min_confidence(least));
        edits_give(&text, &expanded);
        assert_eq!(expanded.slice(Span::new(0, text.len())), expanded.text);
    }
    let sentences: Vec<Span> = doc.sentences().collect();
    let within = doc.expand_within(&sentences, Style::FirstMention);
    edits_give(&text, &within);
    sentences.iter().for_each(|s| drop(within.slice(*s)));
    for doubt in doc.review(u16::from(options[1]) * 4) {
        assert!(!doubt.places.is_empty());
        assert!(doubt.places.iter().all(|s| text.get(s.range()).is_some_and(|t| !t.is_empty())), "{doubt:?}");
    }
});
