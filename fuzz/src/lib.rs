//! What every target asserts: the promises of `tests/contract.rs` and those of the other entries, in one place.

#[path = "../../tests/common/mod.rs"]
mod common;

pub use common::{content, spans};
use std::borrow::Cow;
use std::sync::LazyLock;
use vanban::acronym::Expanded;
use vanban::summary::{Cap, Lead, Limit, Summarizer, Summary};
use vanban::{Analyzer, Document, Span, Token};

/// The analyzer that all runs of a target share.
pub static VB: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Bytes as text; what is not UTF-8 becomes U+FFFD.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Options and text. The options are the last four bytes, so that a page is a good seed as it stands.
pub fn options_and_text(bytes: &[u8]) -> ([u8; 4], Cow<'_, str>) {
    match bytes.split_last_chunk::<4>() {
        Some((rest, options)) => (*options, text(rest)),
        None => ([0; 4], text(bytes)),
    }
}

/// Tokens, sentences and zones tile the text: no overlap, and nothing but white space between them.
pub fn tiles(doc: &Document<'_>) {
    spans_tile("tokens", doc.text(), doc.tokens().map(|t| t.span));
    spans_tile("sentences", doc.text(), doc.sentences());
    spans_tile("zones", doc.text(), doc.zones().map(|z| z.span));
}

/// Spans that tile a text.
pub fn spans_tile(name: &str, text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start() >= end && !span.is_empty(), "{name} overlap at {span:?} in {text:?}");
        assert!(is_blank(&text[end..span.start()]), "{name} lose {:?}", &text[end..span.start()]);
        end = span.end();
    }
    assert!(is_blank(&text[end..]), "{name} lose the end of {text:?}");
}

fn is_blank(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}').chars().all(char::is_whitespace)
}

/// Every span of every layer is a slice of the text, and counts in characters and UTF-16 units fit.
pub fn spans_are_slices(doc: &Document<'_>) {
    let text = doc.text();
    let (chars, units) = (text.chars().count(), text.encode_utf16().count());
    for (layer, span) in spans(doc) {
        assert!(text.get(span.range()).is_some(), "{layer} {span:?} is no slice of {text:?}");
        let (c, u) = (doc.chars(span), doc.utf16(span));
        assert!(c.start() <= c.end() && c.end() <= chars, "{layer} {span:?} in characters: {c:?}");
        assert!(u.start() <= u.end() && u.end() <= units, "{layer} {span:?} in UTF-16: {u:?}");
        assert_eq!(c.len(), span.of(text).chars().count(), "{layer} {span:?}");
    }
}

/// Tokens say where they stand and count their sentences upwards.
pub fn tokens_are_sound<'t>(text: &str, tokens: impl Iterator<Item = Token<'t>>) {
    let mut before = 0;
    for token in tokens {
        assert_eq!(token.text, token.span.of(text));
        assert!(token.sentence >= before && token.sentence - before <= 1, "sentence {} after {before}", token.sentence);
        before = token.sentence;
    }
}

/// The edits lie in order inside the text, and applied they give what is shown.
pub fn edits_give(source: &str, expanded: &Expanded<'_>) {
    let (mut built, mut at) = (String::new(), 0);
    for edit in &expanded.edits {
        assert!(edit.span.start() >= at, "edits overlap: {:?}", expanded.edits);
        built.push_str(&source[at..edit.span.start()]);
        built.push_str(&edit.replacement);
        at = edit.span.end();
        assert!(source.get(edit.span.range()).is_some(), "{edit:?} is no slice of {source:?}");
    }
    built.push_str(&source[at..]);
    assert_eq!(built, expanded.text, "the edits {:?} do not give the text", expanded.edits);
}

/// The sentences of a summary stand in the documents word for word, in order, each once.
pub fn is_verbatim(docs: &[&Document<'_>], summary: &Summary) {
    let mut last = None;
    for chosen in &summary.sentences {
        let doc = docs[chosen.document];
        assert_eq!(chosen.text, chosen.span.of(doc.text()));
        assert!(!chosen.text.is_empty());
        let place = Some((chosen.document, chosen.span.start()));
        assert!(place > last, "not in order, or twice: {:?}", summary.sentences);
        last = place;
        assert!((0..=1000).contains(&chosen.score), "a score of {}", chosen.score);
    }
    assert!(summary.keyphrases.windows(2).all(|w| w[0].score >= w[1].score), "{:?}", summary.keyphrases);
}

/// The length that was asked for is kept where it is firm.
pub fn is_short_enough(limit: Limit, cap: Cap, summary: &Summary) {
    let all = || summary.sentences.iter().map(|s| s.text.as_str());
    match (limit, cap) {
        (Limit::Sentences(n), _) => assert!(summary.sentences.len() <= n),
        (Limit::Characters(n), Cap::Hard) => {
            let length = all().map(|s| s.chars().count() + 1).sum::<usize>();
            assert!(length.saturating_sub(1) <= n, "{length} characters of {n}");
        }
        (Limit::Ratio(r), _) if r <= 0.0 => assert!(summary.sentences.is_empty()),
        _ => {}
    }
}

/// A summarizer of any shape, from the options.
pub fn summarizer(options: [u8; 4], words: &str) -> (Limit, Cap, Summarizer) {
    let n = usize::from(options[1]);
    let limit = match options[0] % 5 {
        0 => Limit::Sentences(n),
        1 => Limit::Syllables(n),
        2 => Limit::Characters(n * 8),
        3 => Limit::Ratio(f64::from(options[1]) / 200.0 - 0.1),
        _ => Limit::Ratio(f64::NAN),
    };
    let cap = if options[2] & 1 == 0 { Cap::Near } else { Cap::Hard };
    let lead = [Lead::Auto, Lead::Present, Lead::Absent][usize::from(options[2] / 2) % 3];
    let mut wanted = Summarizer::new(limit).cap(cap).lead(lead);
    if options[3] & 1 != 0 {
        wanted = wanted.title(words);
    }
    if options[3] & 2 != 0 {
        wanted = wanted.query(words);
    }
    (limit, cap, wanted)
}
