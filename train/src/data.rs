//! The corpora: sentences with their words, and counts of words in news.

use std::collections::HashSet;
use std::fs;
use std::io::Read;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use vanban::training::{Line, line};

/// A sentence with what the annotators joined.
pub struct Sentence {
    pub text: String,
    pub line: Line,
    /// For the boundary after atom n: whether both atoms are in one word.
    pub joins: Vec<bool>,
}

/// A text file, unpacked where its name ends in .xz.
pub fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    let packed = path.extension().is_some_and(|e| e == "xz");
    let read = if packed {
        xz2::read::XzDecoder::new(&bytes[..]).read_to_string(&mut text)
    } else {
        (&bytes[..]).read_to_string(&mut text)
    };
    read.map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(text)
}

/// A file of sentences, one a line, words by spaces, syllables of a word joined by "_".
pub fn sentences(path: &Path) -> Result<Vec<Sentence>, String> {
    Ok(text(path)?.lines().filter(|l| !l.trim().is_empty()).map(sentence).collect())
}

/// One such line. The treebank writes brackets as LBKT and RBKT in places.
pub fn sentence(line_of_words: &str) -> Sentence {
    let words = line_of_words.replace("LBKT", "(").replace("RBKT", ")").nfc().collect::<String>();
    let (mut plain, mut ends) = (String::new(), HashSet::new());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        // A run of nothing but "_" is a mark of the text.
        let mark = word.bytes().all(|b| b == b'_');
        plain.push_str(if mark { word.to_owned() } else { word.replace('_', " ") }.trim());
        ends.insert(plain.len());
    }
    let line = line(&plain);
    let inner = line.spans.len().saturating_sub(1);
    let joins = line.spans[..inner].iter().map(|s| !ends.contains(&s.end())).collect();
    Sentence { text: plain, line, joins }
}
