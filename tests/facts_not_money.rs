//! No sentence of `cases/not-money.toml` holds money.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use serde::Deserialize;
use vanban::Analyzer;

#[derive(Deserialize)]
struct Cases {
    sentences: Vec<String>,
}

#[test]
fn other_senses_of_money_words_are_no_money() {
    let cases: Cases = toml::from_str(include_str!("cases/not-money.toml")).unwrap();
    assert!(cases.sentences.len() >= 200);
    let vb = Analyzer::new();
    let wrong: Vec<(&str, String)> = cases
        .sentences
        .iter()
        .flat_map(|s| vb.read(s).money().into_iter().map(move |m| (s.as_str(), m.span.of(s).to_owned())))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
