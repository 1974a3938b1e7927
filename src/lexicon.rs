//! The words of the language: which runs of syllables stay together.

use crate::dictionary::{Dictionary, Keep};
use crate::phrases::{Phrases, lines};
use once_cell::sync::Lazy;

macro_rules! files {
    ($($file:literal),* $(,)?) => {
        [$(include_str!(concat!("../dictionaries/lexicon/", $file, ".txt"))),*]
    };
}

const FILES: [&str; 1] = files!["general"];

static BUILT_IN: Lazy<Phrases<Keep>> = Lazy::new(|| {
    let mut words = Phrases::default();
    for word in FILES.iter().flat_map(|f| lines(f)) {
        words.insert(word, Keep::Joined);
    }
    words
});

/// The built-in words.
pub(crate) fn built_in() -> &'static Phrases<Keep> {
    &BUILT_IN
}

/// The caller's words: joined or kept apart whatever the built-in ones say.
pub(crate) fn of_user(dictionaries: &[Dictionary]) -> Phrases<Keep> {
    let mut words = Phrases::default();
    for word in dictionaries.iter().flat_map(|d| &d.words) {
        words.insert(&word.text, word.keep);
    }
    words
}
