//! Tokens from the stream are those of the whole document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban_fuzz::{VB, spans_tile, text, tokens_are_sound};

/// Texts up to this length are one stretch.
const STRETCH: usize = 1 << 14;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    check(&text);
    // Now and then a text of several stretches, which costs more.
    if !text.is_empty() && bytes.iter().fold(0u8, |sum, b| sum.wrapping_add(*b)) % 16 == 0 {
        check(&format!("{text}\n\n").repeat(2 * STRETCH / text.len() + 1));
    }
});

fn check(text: &str) {
    let tokens: Vec<_> = VB.segment(text).collect();
    spans_tile("stream", text, tokens.iter().map(|t| t.span));
    tokens_are_sound(text, tokens.iter().copied());
    let whole: Vec<_> = VB.read(text).tokens().collect();
    if text.len() < STRETCH {
        assert_eq!(tokens, whole);
    } else {
        let places = |all: &[vanban::Token<'_>]| all.iter().map(|t| (t.span, t.kind)).collect::<Vec<_>>();
        assert_eq!(places(&tokens), places(&whole));
    }
}
