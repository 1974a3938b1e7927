//! The different words of the texts at hand, numbered from 0, so that everything about a word is an entry of a table.

use super::model::Model;
use crate::scan::{Atom, AtomKind};

/// Stands for what is no word.
pub(super) const NONE: u32 = u32::MAX;

/// Words in the order in which they were met.
#[derive(Debug)]
pub(super) struct Words {
    model: &'static Model,
    /// Open addressing over ids: the number of a word and one, or 0.
    table: Vec<u32>,
    ids: Vec<u32>,
    /// How rare each is in news.
    rarity: Vec<i32>,
}

impl Words {
    /// An empty list with room for the words of so many atoms.
    pub(super) fn for_atoms(atoms: usize, model: &'static Model) -> Words {
        let size = (atoms + atoms / 2).next_power_of_two().max(64);
        Words { model, table: vec![0; size], ids: Vec::new(), rarity: Vec::new() }
    }

    /// The number of an atom's word; [`NONE`] for marks.
    #[inline]
    pub(super) fn of(&mut self, atom: &Atom) -> u32 {
        let counts = atom.is_word() || atom.kind == AtomKind::Number;
        if counts { self.number(atom.id()) } else { NONE }
    }

    fn number(&mut self, id: u32) -> u32 {
        if self.ids.len() * 4 >= self.table.len() * 3 {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut at = place(id) & mask;
        // The table is never full, so that the search ends.
        while let Some(&entry) = self.table.get(at) {
            match entry.checked_sub(1) {
                Some(number) if self.ids.get(number as usize) == Some(&id) => return number,
                Some(_) => at = (at + 1) & mask,
                None => break,
            }
        }
        let number = self.ids.len() as u32;
        self.ids.push(id);
        self.rarity.push(self.model.rarity(id));
        if let Some(entry) = self.table.get_mut(at) {
            *entry = number + 1;
        }
        number
    }

    fn grow(&mut self) {
        let ids = std::mem::take(&mut self.ids);
        self.rarity.clear();
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for id in ids {
            self.number(id);
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// How rare a word is in news: 0 in every text, about 150 in hardly any.
    #[inline]
    pub(super) fn rarity(&self, word: u32) -> i32 {
        self.rarity.get(word as usize).copied().unwrap_or(0)
    }
}

#[inline]
fn place(id: u32) -> usize {
    (u64::from(id).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    #[test]
    fn equal_words_have_equal_numbers_however_many_there_are() {
        let text = (0..500).map(|n| format!("từ{n} và ")).collect::<String>();
        let mut words = Words::for_atoms(4, super::super::model::built_in());
        let first: Vec<u32> = scan(&text).iter().map(|a| words.of(a)).collect();
        let second: Vec<u32> = scan(&text).iter().map(|a| words.of(a)).collect();
        assert_eq!(first, second);
        assert_eq!(words.len(), first.iter().collect::<std::collections::HashSet<_>>().len());
        assert_eq!(words.of(&scan(",")[0]), NONE);
    }

    #[test]
    fn function_words_are_common_and_names_are_rare() {
        let mut words = Words::for_atoms(8, super::super::model::built_in());
        let mut rarity = |text: &str| {
            let word = words.of(&scan(text)[0]);
            words.rarity(word)
        };
        assert!(rarity("của") < 5 && rarity("và") < 5);
        assert!(rarity("khuyến") > rarity("công") && rarity("TTCN") > rarity("năm"));
    }
}
