//! Several texts as one: the sentences of each, word for word, document by document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::Document;
use vanban::summary::together;
use vanban_fuzz::{VB, is_short_enough, is_verbatim, options_and_text, summarizer};

fuzz_target!(|bytes: &[u8]| {
    let (options, text) = options_and_text(bytes);
    let (limit, cap, wanted) = summarizer(options, text.lines().next().unwrap_or(""));
    // Blank lines part the documents, as far as eight.
    let docs: Vec<Document<'_>> = text.splitn(8, "\n\n").map(|part| VB.read(part)).collect();
    let titled: Vec<_> = docs
        .iter()
        .enumerate()
        .map(|(n, doc)| (doc, doc.text().lines().next().filter(|_| options[3] >> (n % 8) & 1 == 1)))
        .collect();
    let summary = together(&titled, &wanted);
    is_verbatim(&docs.iter().collect::<Vec<_>>(), &summary);
    is_short_enough(limit, cap, &summary);
    assert_eq!(together(&[], &wanted).sentences.len(), 0);
});
