//! Evened-out text: NFC, the same when done again, and no letter gained or lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use vanban::normalize::{Options, normalize};
use vanban::syllable::TonePlacement;
use vanban_fuzz::text;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let nfc: String = text.nfc().collect();
    for tone in [None, Some(TonePlacement::Old), Some(TonePlacement::New)] {
        let options = Options { tone };
        let once = normalize(&text, options);
        assert!(is_nfc(&once), "{tone:?} {once:?} is not NFC");
        assert_eq!(normalize(&once, options), once, "{tone:?} again, after {text:?}");
        assert_eq!(normalize(&nfc, options), once, "{tone:?} of the same in NFC");
        // Letters change marks; they are never added or dropped, and nothing else moves.
        assert_eq!(once.chars().count(), nfc.chars().count(), "{tone:?} {text:?} {once:?}");
        for (before, after) in nfc.chars().zip(once.chars()) {
            assert!(before == after || (before.is_alphabetic() && after.is_alphabetic()), "{before:?} {after:?}");
        }
    }
});
