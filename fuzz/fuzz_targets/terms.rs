//! Terms for an index: each token's, then its parts inside it; keys are folded as they say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::{Folding, TermKind};
use vanban_fuzz::{VB, text};

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let doc = VB.read(&text);
    let case: Vec<_> = doc.terms(Folding::Case).collect();
    let marks: Vec<_> = doc.terms(Folding::Marks).collect();
    assert_eq!(case.len(), marks.len());
    let mut token = None;
    for (a, b) in case.iter().zip(&marks) {
        assert_eq!((a.position, a.span, a.kind), (b.position, b.span, b.kind));
        assert!(text.get(a.span.range()).is_some_and(|t| !t.is_empty()), "{a:?}");
        match a.kind {
            TermKind::Token => {
                let next = token.map_or(0, |(position, _)| position + 1);
                assert_eq!(a.position, next);
                token = Some((a.position, a.span));
            }
            _ => assert!(token.is_some_and(|(p, span)| p == a.position && span.contains(a.span)), "{a:?} in {token:?}"),
        }
    }
});
