//! Which acronyms a report tells of.

use crate::{Words, once};
use vanban::acronym::Acronym;

/// Whether a reader takes this for an acronym: what was left alone may be a Roman numeral.
pub fn is_told(acronym: &Acronym) -> bool {
    acronym.expansion.is_some() || !is_numeral(&acronym.form)
}

/// Whether a form holds nothing but Roman numerals and figures.
fn is_numeral(form: &str) -> bool {
    let mut letters = form.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    letters.all(is_roman)
}

/// Roman numerals up to 39, as chapters, congresses and centuries have them; with L, C, D and M they are acronyms too
/// often (CV, MC, CD).
fn is_roman(part: &str) -> bool {
    let ones = part.trim_start_matches('X');
    part.len() - ones.len() <= 3 && matches!(ones, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

/// The acronyms of running text, each meaning once: the form, what it stands for, and what that rests on.
pub(crate) fn rows(acronyms: &[Acronym], words: Words) -> Vec<[&str; 3]> {
    let told = acronyms.iter().filter(|a| !a.in_citation && is_told(a));
    once(told.map(|a| [a.form.as_str(), a.expansion.as_deref().unwrap_or(""), words.evidence(a)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_told_from_acronyms() {
        for form in ["III", "XV", "XX", "IX", "XXXIX", "XV-2"] {
            assert!(is_numeral(form), "{form}");
        }
        for form in
            ["USD", "VNĐ", "XXL", "CV", "MC", "CD", "IIV", "XXXX", "G20", "RON95", "VTV1", "COVID-19", "AE", "ISO"]
        {
            assert!(!is_numeral(form), "{form}");
        }
    }
}
