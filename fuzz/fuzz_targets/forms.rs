//! NFC, NFD and mixed forms of one text are read the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unicode_normalization::UnicodeNormalization;
use vanban_fuzz::{VB, content, spans_are_slices, text, tiles};

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let nfc: String = text.nfc().collect();
    let nfd: String = text.nfd().collect();
    let wanted = content(&VB.read(&nfc));
    for other in [nfd.as_str(), &text] {
        let doc = VB.read(other);
        tiles(&doc);
        spans_are_slices(&doc);
        for (a, b) in wanted.iter().zip(&content(&doc)) {
            assert_eq!(a, b, "NFC, and then {other:?}");
        }
        assert_eq!(wanted.len(), content(&doc).len());
    }
});
