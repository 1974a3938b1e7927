//! Alignment: whether the words of a phrase begin with the letters of a form, and which word stands for which letter.
//!
//! Syllables are compared by initial letter without tone and mark, Đ and D apart. Function words and punctuation inside
//! the phrase may be passed over; any other word that no letter stands for breaks the alignment.

use crate::letters;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap};
use once_cell::sync::Lazy;
use std::ops::Range;

/// Words inside a long form that its acronym may leave out.
static FUNCTION_WORDS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/function-words.txt")));

/// A letter of a form with the small letters after it ("Tr" in "CTr").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    folded: Vec<char>,
}

/// The letters of a form; empty where it has anything but letters.
pub(super) fn letters_of(form: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::new();
    for c in form.chars() {
        if c.is_lowercase() {
            match found.last_mut() {
                Some(last) => last.folded.push(letters::initial(c)),
                None => return Vec::new(),
            }
        } else if c.is_alphabetic() {
            found.push(Letter { folded: vec![letters::initial(c)] });
        } else {
            return Vec::new();
        }
    }
    found
}

/// The words that the letters of a form stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    /// From the first to the last word.
    pub(super) atoms: Range<usize>,
    /// The word of each letter.
    pub(super) words: Vec<usize>,
}

/// A text to align in.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) atoms: &'a [Atom],
    pub(super) view: &'a str,
}

impl Text<'_> {
    fn begins_with(&self, at: usize, letter: &Letter) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|a| a.is_word()) else { return false };
        let mut word = atom.span().of(self.view).chars().map(letters::initial);
        let plain = letter.folded.iter().all(|&l| word.next() == Some(l));
        plain || self.ends_of(at, letter)
    }

    /// "Tg" for tướng: the first and the last letter.
    fn ends_of(&self, at: usize, letter: &Letter) -> bool {
        let [first, last] = letter.folded.as_slice() else { return false };
        let word = self.atoms[at].span().of(self.view);
        let ends = (word.chars().next().map(letters::initial), word.chars().next_back().map(letters::initial));
        ends == (Some(*first), Some(*last)) && *last == 'g'
    }

    /// The number of letters that an acronym inside the phrase stands for: all of its own.
    fn spells(&self, at: usize, letters: &[Letter]) -> Option<usize> {
        let atom = self.atoms.get(at).filter(|a| a.case == Case::Upper && a.is_word())?;
        let mut count = 0;
        for c in atom.span().of(self.view).chars() {
            let same = letters.len().checked_sub(count + 1).and_then(|n| letters.get(n));
            same?;
            count += 1;
            let _ = c;
        }
        let from = letters.len() - count;
        let all =
            atom.span().of(self.view).chars().zip(&letters[from..]).all(|(c, l)| l.folded == [letters::initial(c)]);
        (all && count > 1).then_some(count)
    }

    fn is_passed_over(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let mark = ['-', ',', '&', '/', '"', '.'].iter().any(|&c| atom.is(c));
        mark || FUNCTION_WORDS.get(std::slice::from_ref(atom)).is_some()
    }

    /// The phrase that ends before `end` and not before `floor`, read from its last word back to its first.
    pub(super) fn align_back(&self, letters: &[Letter], floor: usize, end: usize) -> Option<Aligned> {
        let mut words = Vec::with_capacity(letters.len());
        let mut budget = 300;
        let last = self.last_word(floor, end)?;
        self.back(letters, floor, last + 1, 0, &mut words, &mut budget).then(|| {
            words.reverse();
            let from = words.first().copied().unwrap_or(last);
            Aligned { atoms: from..last + 1, words }
        })
    }

    /// The word right before `end`, with no more than a quote between.
    fn last_word(&self, floor: usize, end: usize) -> Option<usize> {
        let quote = end.checked_sub(1).filter(|&n| n >= floor && self.atoms[n].is('"')).unwrap_or(end);
        quote.checked_sub(1).filter(|&n| n >= floor && self.atoms[n].is_word())
    }

    fn back(
        &self,
        letters: &[Letter],
        floor: usize,
        end: usize,
        passed: usize,
        words: &mut Vec<usize>,
        budget: &mut u32,
    ) -> bool {
        let Some((letter, rest)) = letters.split_last() else { return true };
        if end <= floor || *budget == 0 {
            return false;
        }
        *budget -= 1;
        let at = end - 1;
        let held = words.len();
        if self.begins_with(at, letter) {
            words.push(at);
            if self.back(rest, floor, at, 0, words, budget) {
                return true;
            }
            words.truncate(held);
        }
        if let Some(count) = self.spells(at, letters) {
            words.extend(std::iter::repeat_n(at, count));
            if self.back(&letters[..letters.len() - count], floor, at, 0, words, budget) {
                return true;
            }
            words.truncate(held);
        }
        // The last word of a phrase is never one that is passed over.
        !words.is_empty()
            && passed < 3
            && self.is_passed_over(at)
            && self.back(letters, floor, at, passed + 1, words, budget)
    }

    /// The phrase that begins at `start` and ends before `ceiling`: as long as it needs to be.
    pub(super) fn align_forward(&self, letters: &[Letter], start: usize, ceiling: usize) -> Option<Aligned> {
        let limit = ceiling.min(start + 3 * letters.len() + 4).min(self.atoms.len());
        // Each end is tried from the shortest phrase on; the first word must stand for the first letter.
        (start + 1..=limit).find_map(|end| {
            let whole = self.align_back(letters, start, end)?;
            let opens = whole.atoms.start == start || (whole.atoms.start == start + 1 && self.atoms[start].is('"'));
            (opens && whole.atoms.end + 1 >= end).then_some(whole)
        })
    }

    /// Whether a phrase may end before `end`: at a mark, a bracket, the end of the line or of the text.
    pub(super) fn ends_at(&self, end: usize) -> bool {
        self.atoms
            .get(end)
            .is_none_or(|a| a.gap >= Gap::Line || (a.kind == AtomKind::Punct && !a.is('&') && !a.is('/')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    fn back<'t>(text: &'t str, form: &str) -> Option<&'t str> {
        let atoms = scan(text);
        let found = Text { atoms: &atoms, view: text }.align_back(&letters_of(form), 0, atoms.len())?;
        Some(&text[atoms[found.atoms.start].start()..atoms[found.atoms.end - 1].end()])
    }

    #[test]
    fn phrases_end_where_the_form_says() {
        for (text, form, phrase) in [
            ("của Cục Công Thương địa phương", "CTĐP", "Công Thương địa phương"),
            ("Bộ Văn hóa, Thể thao và Du lịch", "VHTTDL", "Văn hóa, Thể thao và Du lịch"),
            ("giám đốc Sở Khoa học & Công nghệ", "KHCN", "Khoa học & Công nghệ"),
            ("tại NH TMCP Á Châu", "TMCPAC", "TMCP Á Châu"),
            ("theo Thủ tướng", "TTg", "Thủ tướng"),
            ("trong chương trình", "CTr", "chương trình"),
            ("nhà máy của Centers for Disease Control", "CDC", "Centers for Disease Control"),
        ] {
            assert_eq!(back(text, form), Some(phrase), "{form}");
        }
    }

    #[test]
    fn other_words_are_not_passed_over() {
        for (text, form) in [
            ("cơ sở dữ liệu", "CSĐL"),
            ("Tổ chức Thương mại Thế giới", "WTO"),
            ("doanh nghiệp vừa", "DN"),
            ("công nghiệp", "TTCN"),
        ] {
            assert_eq!(back(text, form), None, "{form}");
        }
    }

    #[test]
    fn forms_with_other_signs_have_no_letters() {
        assert_eq!(letters_of("TTg").len(), 2);
        assert!(letters_of("QH14").is_empty() && letters_of("aB").is_empty());
    }
}
