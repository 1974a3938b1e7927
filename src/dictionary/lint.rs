//! What is wrong with a dictionary though it loads: duplicates, text that is not NFC, initials that do not fit.

use super::index::CLASSES;
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
            for spelling in std::iter::once(&entry.form).chain(&entry.also) {
                match seen.get(spelling.as_str()) {
                    Some(line) => tell(format!("{spelling}: stands in line {line} already")),
                    None => drop(seen.insert(spelling, entry.line)),
                }
            }
            for text in texts(entry).filter(|t| !is_nfc(t)) {
                tell(format!("{text}: not NFC; vanban normalize mends that"));
            }
            senses(entry, &mut tell);
        }
        findings.sort_by_key(|f| f.line);
        findings
    }
}

fn senses(entry: &Acronym, tell: &mut impl FnMut(String)) {
    let form = &entry.form;
    for (n, sense) in entry.senses.iter().enumerate() {
        let text = &sense.expansion;
        if entry.senses[..n].iter().any(|s| s.expansion == *text) {
            tell(format!("{form}: \"{text}\" is given twice"));
        }
        if entry.expand != Expand::Never && !fits(form, text) {
            tell(format!("{form}: the initials of \"{text}\" do not fit"));
        }
        let known = |w: &str| CLASSES.iter().any(|(name, _)| *name == w);
        for cue in sense.left.iter().chain(&sense.right) {
            if cue.split(' ').any(|w| w.starts_with('<') && !known(w)) {
                tell(format!("{form}: \"{cue}\" names no class of words"));
            }
        }
    }
}

fn texts(entry: &Acronym) -> impl Iterator<Item = &str> {
    let senses = entry.senses.iter().flat_map(|s| {
        let cues = s.cues.iter().chain(&s.left).chain(&s.right);
        std::iter::once(s.expansion.as_str()).chain(cues.map(String::as_str))
    });
    std::iter::once(entry.form.as_str()).chain(entry.also.iter().map(String::as_str)).chain(senses)
}

/// Whether the letters of the form are initials of the expansion's words, in order; words may be passed over, and small
/// letters of the form ("ThS", "TTg") need not be initials. Forms with digits are not judged.
fn fits(form: &str, expansion: &str) -> bool {
    if form.contains(|c: char| c.is_ascii_digit()) {
        return true;
    }
    // "TW" has ư as typists write it, and a word in capitals ("II") stands for all of its letters.
    let letter = |c: char| if c == 'W' { 'u' } else { initial(c) };
    let capitals: Vec<char> = form.chars().filter(|c| c.is_uppercase()).map(letter).collect();
    let mut at = 0;
    for word in expansion.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let all = word.chars().all(char::is_uppercase);
        for c in word.chars().take(if all { word.len() } else { 1 }) {
            at += usize::from(capitals.get(at) == Some(&initial(c)));
        }
    }
    at == capitals.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dictionary::index::FILES;

    #[test]
    fn initials_fit_with_words_passed_over() {
        for (form, expansion, expected) in [
            ("KH&CN", "khoa học và công nghệ", true),
            ("ThS", "thạc sĩ", true),
            ("CN-TTCN", "công nghiệp, tiểu thủ công nghiệp", true),
            ("ĐN", "Đà Nẵng", true),
            ("DN", "Đà Nẵng", false),
            ("BTCTW", "Ban Tổ chức Trung ương", true),
            ("HKII", "học kỳ II", true),
            ("A05", "Cục An ninh mạng", true),
        ] {
            assert_eq!(fits(form, expansion), expected, "{form}");
        }
    }

    fn lint(text: &str) -> Vec<String> {
        let found = Dictionary::parse(text, "own.toml").unwrap().lint();
        found.iter().map(|f| format!("{}: {}", f.line, f.message)).collect()
    }

    #[test]
    fn findings_name_line_and_form() {
        let entry = |rest: &str| format!("[[acronym]]\nform = \"DN\"\n{rest}\n");
        assert!(lint("AB\ta\u{301}n ba\u{300}n\n")[0].contains("not NFC"));
        let twice = entry("also = [\"D.N\"]\nexpansion = \"doanh nghiệp\"")
            + "[[acronym]]\nform = \"D.N\"\nexpansion = \"do nợ\"";
        assert_eq!(lint(&twice), ["5: D.N: stands in line 1 already"]);
        let cue = "[[acronym.sense]]\nexpansion = \"doanh nghiệp\"\nleft = [\"<thing>\"]";
        assert_eq!(lint(&entry(cue)), ["1: DN: \"<thing>\" names no class of words"]);
        let same = "[[acronym.sense]]\nexpansion = \"doanh nghiệp\"\n[[acronym.sense]]\nexpansion = \"doanh nghiệp\"";
        assert_eq!(lint(&entry(same)), ["1: DN: \"doanh nghiệp\" is given twice"]);
        assert!(lint("never = [\"USD\"]\n").is_empty());
    }

    /// Forms whose letters are not the initials of their words, and why.
    const ODD: [(&str, &str); 5] = [
        ("QCVN", "the code of national technical regulations ends in the country"),
        ("ĐZ", "electricians write Z for the letter that starts dây in speech"),
        ("BT", "build - transfer, in English letters"),
        ("CV", "cheval-vapeur, in French letters"),
        ("DN", "Đà Nẵng where no Đ can be typed"),
    ];

    #[test]
    fn the_built_in_files_are_clean() {
        let mut findings = Vec::new();
        for (name, text) in FILES {
            let dictionary = Dictionary::parse(text, name).unwrap_or_else(|e| panic!("{e}"));
            assert!(!dictionary.is_empty(), "{name}");
            let odd = |m: &str| m.contains("initials") && ODD.iter().any(|(f, _)| m.starts_with(&format!("{f}:")));
            let lint = dictionary.lint();
            findings
                .extend(lint.iter().filter(|f| !odd(&f.message)).map(|f| format!("{name}:{}: {}", f.line, f.message)));
        }
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    }
}
