//! Remarks stand in order on slices of the text, and suggest something else than what stands there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use vanban::{Analyzer, RemarkKind};
use vanban_fuzz::{VB, text};

static LATE: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::builder().as_of(jiff::civil::date(2025, 8, 1)).build());

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    for vb in [&*VB, &*LATE] {
        let remarks = vb.read(&text).lint();
        assert!(remarks.windows(2).all(|w| w[0].span.start() <= w[1].span.start()), "{remarks:?}");
        assert!(remarks.iter().filter(|r| r.kind == RemarkKind::Decomposed).count() <= 1, "{remarks:?}");
        for remark in &remarks {
            let there = text.get(remark.span.range()).expect("a slice of the text");
            assert!(!there.is_empty(), "{remark:?}");
            assert_ne!(remark.suggestion.as_deref(), Some(there), "{remark:?}");
        }
    }
});
