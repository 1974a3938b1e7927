//! What is wrong with a dictionary though it loads: duplicates, text that is not NFC, initials that do not fit.

use super::{Acronym, Dictionary, Expand};
use crate::letters::initial;
use std::collections::HashMap;
use unicode_normalization::is_nfc;

/// Something to look at in a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in plain words.
    pub message: String,
}

impl Dictionary {
    /// What is wrong with the entries, in the order of their lines.
    ///
    /// ```
    /// let own = vanban::Dictionary::parse("CCN\tcụm công nghiệp\nCCN\tcây cà phê\n", "own.tsv")?; // "industrial cluster", "coffee tree"
    /// let messages: Vec<String> = own.lint().into_iter().map(|f| f.message).collect();
    /// assert_eq!(messages, ["CCN: stands in line 1 already", "CCN: the initials of \"cây cà phê\" do not fit"]);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    pub fn lint(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for entry in &self.acronyms {
            let mut tell = |message: String| findings.push(Finding { line: entry.line, message });
            if let Some(line) = seen.insert(&entry.form, entry.line) {
                tell(format!("{}: stands in line {line} already", entry.form));
            }
            for text in texts(entry).filter(|t| !is_nfc(t)) {
                tell(format!("{text}: not NFC; vanban normalize mends that"));
            }
            for sense in entry.senses.iter().filter(|_| entry.expand != Expand::Never) {
                if !fits(&entry.form, &sense.expansion) {
                    tell(format!("{}: the initials of \"{}\" do not fit", entry.form, sense.expansion));
                }
            }
        }
        findings.sort_by_key(|f| f.line);
        findings
    }
}

fn texts(entry: &Acronym) -> impl Iterator<Item = &str> {
    let senses = entry.senses.iter().map(|s| s.expansion.as_str());
    std::iter::once(entry.form.as_str()).chain(entry.also.iter().map(String::as_str)).chain(senses)
}

/// Whether the letters of the form are initials of the expansion's words, in order; words may be passed over, and small
/// letters of the form ("ThS", "TTg") need not be initials.
fn fits(form: &str, expansion: &str) -> bool {
    let mut words = expansion.split(|c: char| !c.is_alphanumeric()).filter_map(|w| w.chars().next()).map(initial);
    let capitals = form.chars().filter(|c| c.is_alphabetic() && c.is_uppercase()).map(initial);
    capitals.into_iter().all(|letter| words.any(|w| w == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_fit_with_words_passed_over() {
        for (form, expansion, expected) in [
            ("KH&CN", "khoa học và công nghệ", true),
            ("ThS", "thạc sĩ", true),
            ("CN-TTCN", "công nghiệp, tiểu thủ công nghiệp", true),
            ("ĐN", "Đà Nẵng", true),
            ("DN", "Đà Nẵng", false),
        ] {
            assert_eq!(fits(form, expansion), expected, "{form}");
        }
    }

    #[test]
    fn text_that_is_not_nfc_is_found() {
        let own = Dictionary::parse("AB\ta\u{301}n ba\u{300}n\n", "own.tsv").unwrap();
        assert!(own.lint()[0].message.contains("not NFC"));
    }
}
