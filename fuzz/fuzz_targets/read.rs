//! Every layer of any text: it tiles, its spans are slices, it is the same twice, and the record holds it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::Unit;
use vanban::record::{Layer, Record, Wanted};
use vanban::summary::{Limit, Summarizer};
use vanban_fuzz::{VB, content, spans_are_slices, text, tiles, tokens_are_sound};

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let doc = VB.read(&text);
    tiles(&doc);
    spans_are_slices(&doc);
    tokens_are_sound(&text, doc.tokens());
    assert_eq!(content(&doc), content(&VB.read(&text)), "not the same twice");
    for unit in [Unit::Chars, Unit::Utf16, Unit::Bytes] {
        let layers = Layer::ALL.map(|(layer, _)| layer).to_vec();
        let wanted = Wanted { unit, layers, summary: Summarizer::new(Limit::Sentences(3)) };
        let record = serde_json::to_string(&Record::of(&doc, &wanted)).expect("a record is JSON");
        assert!(record.starts_with("{\"offsets\":"));
    }
});
