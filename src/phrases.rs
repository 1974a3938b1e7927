//! Sets of phrases over atom ids, and the longest one at a place.
//!
//! Every list of the library (words, titles, bodies, places, units, cues) is matched here, so that case, tone placement
//! and the kind of dash or quote never matter, and no layer compares strings.

use crate::scan::{Atom, ids};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A trie from phrases to values.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<V> {
    edges: HashMap<(u32, u32), u32, BuildMix>,
    values: Vec<Option<V>>,
    /// The ids that phrases begin with: most atoms begin none, and a look at this says so.
    first: Marks,
}

/// A set of ids that may say yes to one it does not hold, and never no to one it does.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks([u64; 32]);

impl Marks {
    pub(crate) fn add(&mut self, id: u32) {
        let (word, bit) = Marks::place(id);
        self.0[word] |= bit;
    }

    /// Whether an id may be in the set; `false` is certain.
    #[inline]
    pub(crate) fn may_have(&self, id: u32) -> bool {
        let (word, bit) = Marks::place(id);
        self.0[word] & bit != 0
    }

    /// The word and the bit of an id.
    #[inline]
    fn place(id: u32) -> (usize, u64) {
        let hash = id.wrapping_mul(0x9E37_79B9);
        ((hash >> 27) as usize, 1 << (hash >> 21 & 63))
    }
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Phrases { edges: HashMap::default(), values: vec![None], first: Marks::default() }
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase; the value that stood there before is returned, as in a map.
    pub(crate) fn insert(&mut self, phrase: &str, value: V) -> Option<V> {
        let node = self.node(ids(phrase));
        self.values[node].replace(value)
    }

    /// Adds a phrase with a value made of the one that stands there already.
    pub(crate) fn update(&mut self, phrase: &str, merge: impl FnOnce(Option<V>) -> V) {
        let node = self.node(ids(phrase));
        let old = self.values[node].take();
        self.values[node] = Some(merge(old));
    }

    fn node(&mut self, ids: impl IntoIterator<Item = u32>) -> usize {
        let mut node = 0;
        for id in ids {
            if node == 0 {
                self.first.add(id);
            }
            let next = self.values.len() as u32;
            node = *self.edges.entry((node, id)).or_insert(next);
            if node == next {
                self.values.push(None);
            }
        }
        node as usize
    }

    /// Whether a phrase may begin with an id; `false` is certain.
    #[inline]
    pub(crate) fn may_begin(&self, id: u32) -> bool {
        self.first.may_have(id)
    }

    /// Every phrase that the atoms begin with, shortest first: its length in atoms and its value.
    #[inline]
    pub(crate) fn prefixes<'a, 'b>(
        &'a self,
        atoms: &'b [Atom],
    ) -> impl Iterator<Item = (usize, &'a V)> + use<'a, 'b, V> {
        let mut node = 0;
        let atoms = if atoms.first().is_some_and(|a| self.may_begin(a.id())) { atoms } else { &[] };
        let path = atoms.iter().map_while(move |atom| {
            node = *self.edges.get(&(node, atom.id()))?;
            Some(node as usize)
        });
        path.enumerate().filter_map(|(n, node)| Some((n + 1, self.values[node].as_ref()?)))
    }

    /// The longest phrase that the atoms begin with.
    #[inline]
    pub(crate) fn longest<'a>(&'a self, atoms: &[Atom]) -> Option<(usize, &'a V)> {
        self.prefixes(atoms).last()
    }

    /// The value of a whole run of atoms.
    pub(crate) fn get(&self, atoms: &[Atom]) -> Option<&V> {
        let mut node = 0;
        for atom in atoms {
            node = *self.edges.get(&(node, atom.id()))?;
        }
        self.values[node as usize].as_ref()
    }

    /// All values, to be changed.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.iter_mut().flatten()
    }

    /// The value of a phrase.
    pub(crate) fn value(&self, phrase: &str) -> Option<&V> {
        let mut node = 0;
        for id in ids(phrase) {
            node = *self.edges.get(&(node, id))?;
        }
        self.values[node as usize].as_ref()
    }

    /// Whether the atoms begin with one of the phrases.
    pub(crate) fn starts(&self, atoms: &[Atom]) -> bool {
        self.prefixes(atoms).next().is_some()
    }
}

impl Phrases<()> {
    /// The set of the phrases of a list file: one a line, "#" begins a comment line.
    pub(crate) fn of_list(list: &str) -> Self {
        let mut set = Phrases::default();
        for phrase in lines(list) {
            set.insert(phrase, ());
        }
        set
    }
}

/// A list of the dictionaries as a static that is read at its first use: `list!(pub(super) HEADS, "titles/heads");`.
macro_rules! list {
    ($(#[$doc:meta])* $vis:vis $name:ident, $file:literal) => {
        $(#[$doc])*
        $vis static $name: once_cell::sync::Lazy<$crate::phrases::Phrases<()>> = once_cell::sync::Lazy::new(|| {
            let list = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/dictionaries/", $file, ".txt"));
            $crate::phrases::Phrases::of_list(list)
        });
    };
}
pub(crate) use list;

/// The entries of a list file: its lines without blank ones and comments.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// How small integers, and pairs and rows of them, are hashed in the tables of the library.
pub(crate) type BuildMix = BuildHasherDefault<Mix>;

/// A hasher for small integers: one multiplication each.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.write_u32(u32::from(b));
        }
    }

    #[inline]
    fn write_u32(&mut self, n: u32) {
        self.0 = (self.0.rotate_left(26) ^ u64::from(n)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    #[test]
    fn finds_the_longest_phrase_in_any_spelling() {
        let set = Phrases::of_list("# a comment\n\nủy ban\nủy ban nhân dân\nthừa thiên - huế\n");
        assert_eq!(set.longest(&scan("UỶ BAN Nhân dân tỉnh")).map(|m| m.0), Some(4));
        assert_eq!(set.longest(&scan("Uỷ ban Dân tộc")).map(|m| m.0), Some(2));
        assert_eq!(set.longest(&scan("Thừa Thiên–Huế")).map(|m| m.0), Some(4));
        assert!(!set.starts(&scan("nhân dân")));
        assert!(set.get(&scan("ủy")).is_none() && set.get(&scan("ủy ban")).is_some());
    }
}
