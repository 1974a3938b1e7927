//! A summary of any length and with any title is sentences of the text, word for word, no longer than was asked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban_fuzz::{VB, is_short_enough, is_verbatim, options_and_text, summarizer};

fuzz_target!(|bytes: &[u8]| {
    let (options, text) = options_and_text(bytes);
    let words = text.lines().next().unwrap_or("");
    let (limit, cap, wanted) = summarizer(options, words);
    let doc = VB.read(&text);
    let summary = doc.summarize(&wanted);
    is_verbatim(&[&doc], &summary);
    is_short_enough(limit, cap, &summary);
    assert_eq!(summary, VB.read(&text).summarize(&wanted), "not the same twice");
});
