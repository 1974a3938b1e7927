//! Dictionaries made ready for look-up: every spelling of every form in one trie, every phrase that speaks for a sense
//! in another, so that a document is matched against both in one pass each.

use super::{Acronym, Dictionary, Domain, Expand};
use crate::letters;
use crate::phrases::Phrases;
use crate::scan::{Atom, Case, Gap, ids};
use jiff::civil::Date;
use once_cell::sync::Lazy;
use std::collections::HashMap;

macro_rules! files {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../dictionaries/acronyms/", $file, ".toml")))),*]
    };
}

/// The built-in files, by domain.
pub(crate) const FILES: [(&str, &str); 15] = files![
    "administration",
    "agriculture",
    "cong-thuong",
    "construction-transport",
    "core",
    "culture-sport",
    "defence-police",
    "education",
    "finance",
    "health",
    "labour-insurance",
    "law",
    "leave-alone",
    "places",
    "science-it",
];

static BUILT_IN: Lazy<Index> = Lazy::new(|| {
    // A test reads every file, so none is lost here.
    let files: Vec<Dictionary> = FILES.iter().filter_map(|(name, text)| Dictionary::parse(text, name).ok()).collect();
    Index::new(&files, Merge::Join)
});

/// What becomes of a form that two files list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merge {
    /// Its senses are put together.
    Join,
    /// The later file wins.
    Replace,
}

/// Dictionaries made ready for look-up.
#[derive(Debug, Default)]
pub(crate) struct Index {
    spellings: Phrases<Spelling>,
    entries: Vec<Entry>,
    signs: Phrases<Vec<Sign>>,
    senses: usize,
    /// How many senses name a phrase as standing beside them: what all of them name tells little.
    beside: HashMap<Box<[u32]>, u32>,
}

/// One way to write a form.
#[derive(Debug)]
struct Spelling {
    entry: u32,
    /// The text itself, where small letters are part of it ("Cty", "ThS").
    mixed: Option<Box<str>>,
}

/// A form with all that it may mean.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) form: String,
    pub(crate) expand: Expand,
    pub(crate) senses: Vec<Meaning>,
    /// Whether it has several parts ("GD-ĐT").
    pub(crate) joined: bool,
}

/// One meaning of a form.
#[derive(Debug)]
pub(crate) struct Meaning {
    pub(crate) expansion: String,
    /// The ids of the expansion.
    pub(crate) long: Box<[u32]>,
    pub(crate) domain: Domain,
    pub(crate) weight: i32,
    pub(crate) left: Vec<Beside>,
    pub(crate) right: Vec<Beside>,
    /// The ids that its signs begin with: cues and the expansion.
    pub(crate) signs: Box<[u32]>,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    /// Whether the form is left alone in this sense.
    pub(crate) left_alone: bool,
    /// The number of the sense among all senses of the index.
    pub(crate) number: u32,
    /// The same for every form and expansion whatever the dictionaries: the key in models.
    pub(crate) key: u32,
}

/// The key of a sense: of its form and its expansion, whatever their case.
pub(crate) fn key(form: &str, expansion: &str) -> u32 {
    let ids = ids(&format!("{form} {expansion}"));
    ids.iter().fold(0x811C_9DC5, |hash: u32, &id| (hash.rotate_left(7) ^ id).wrapping_mul(0x9E37_79B1))
}

/// What stands for a class of words in a phrase beside a form.
pub(crate) const CLASSES: [(&str, u32); 5] =
    [("<name>", NAME), ("<person>", PERSON), ("<number>", NUMBER), ("<road>", ROAD), ("<line>", LINE)];
/// A word with a capital, as a name has.
pub(crate) const NAME: u32 = 0x0030_0001;
/// The name of a person, before whom a title stands.
pub(crate) const PERSON: u32 = 0x0030_0004;
/// The number of a road: one to three digits.
pub(crate) const ROAD: u32 = 0x0030_0005;
/// The beginning of a line; it stands alone.
pub(crate) const LINE: u32 = 0x0030_0003;
/// A number in digits.
pub(crate) const NUMBER: u32 = 0x0030_0002;

/// The ids of a phrase beside a form, in which classes may stand.
fn class_ids(phrase: &str) -> Box<[u32]> {
    let of = |word: &str| CLASSES.iter().find(|(name, _)| *name == word).map(|(_, id)| *id);
    if !phrase.contains('<') {
        return ids(phrase).into();
    }
    phrase.split(' ').flat_map(|word| of(word).map_or_else(|| ids(word), |id| vec![id])).collect()
}

/// A phrase beside a form, with how much it tells (100 for one that no other sense names).
#[derive(Debug)]
pub(crate) struct Beside {
    pub(crate) ids: Box<[u32]>,
    pub(crate) value: i32,
    /// Whether it must begin with a capital in the text, as it does here: "Anh" is no "anh".
    pub(crate) capital: bool,
}

/// What a phrase in the text speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) sense: u32,
    pub(crate) kind: SignKind,
    /// How much it tells, up to 100.
    pub(crate) value: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignKind {
    /// A cue.
    Cue,
    /// The expansion itself.
    LongForm,
}

/// The built-in dictionaries.
pub(crate) fn built_in() -> &'static Index {
    &BUILT_IN
}

impl Index {
    /// Makes dictionaries ready, the strongest last.
    pub(crate) fn new(files: &[Dictionary], merge: Merge) -> Index {
        let mut index = Index::default();
        let mut places: HashMap<Box<[u32]>, usize> = HashMap::new();
        for file in files {
            for acronym in &file.acronyms {
                index.add(acronym, merge, &mut places);
            }
        }
        index.weigh_neighbours();
        for n in 0..index.entries.len() {
            index.spell(n);
        }
        index
    }

    fn add(&mut self, acronym: &Acronym, merge: Merge, places: &mut HashMap<Box<[u32]>, usize>) {
        let key: Box<[u32]> = ids(&acronym.form).into();
        let at = *places.entry(key).or_insert(self.entries.len());
        if at == self.entries.len() {
            self.entries.push(Entry {
                form: acronym.form.clone(),
                expand: acronym.expand,
                senses: Vec::new(),
                joined: is_joined(&acronym.form),
            });
        }
        let mut senses = self.meanings(acronym);
        let entry = &mut self.entries[at];
        if merge == Merge::Replace {
            entry.senses.clear();
            entry.expand = acronym.expand;
        }
        senses.retain(|new| !entry.senses.iter().any(|old| old.expansion == new.expansion));
        // What one file always expands stays the reading that holds where nothing speaks for another; the senses in
        // which a form is left alone compete with those in which it is not.
        let usual = |senses: &[Meaning]| senses.first().filter(|s| !s.left_alone).map_or(0, |s| s.weight);
        let first = match acronym.expand {
            Expand::Always => entry.expand != Expand::Always || usual(&senses) > usual(&entry.senses),
            Expand::Context => entry.expand == Expand::Never,
            Expand::Never => false,
        };
        let at_sense = if first { 0 } else { entry.senses.len() };
        entry.senses.splice(at_sense..at_sense, senses);
        entry.expand = match (entry.expand, acronym.expand) {
            (Expand::Always, _) | (_, Expand::Always) => Expand::Always,
            (Expand::Never, Expand::Never) => Expand::Never,
            _ => Expand::Context,
        };
        self.spelling(&acronym.form, at);
        for spelling in &acronym.also {
            if merge == Merge::Replace || self.spellings.value(spelling).is_none() {
                self.spelling(spelling, at);
            }
        }
    }

    fn spelling(&mut self, spelling: &str, entry: usize) {
        let small = spelling.chars().any(|c| c.is_lowercase());
        let mixed = small.then(|| spelling.into());
        self.spellings.insert(spelling, Spelling { entry: entry as u32, mixed });
    }

    fn meanings(&mut self, acronym: &Acronym) -> Vec<Meaning> {
        let beside = |phrases: &[String]| -> Vec<Beside> {
            phrases
                .iter()
                .map(|p| Beside { ids: class_ids(p), value: 0, capital: p.starts_with(char::is_uppercase) })
                .filter(|b| !b.ids.is_empty())
                .collect()
        };
        let mut meanings = Vec::new();
        for sense in &acronym.senses {
            let number = self.senses as u32;
            self.senses += 1;
            for cue in &sense.cues {
                self.sign(cue, Sign { sense: number, kind: SignKind::Cue, value: 0 });
            }
            self.sign(&sense.expansion, Sign { sense: number, kind: SignKind::LongForm, value: 100 });
            let signs = sense.cues.iter().chain([&sense.expansion]);
            meanings.push(Meaning {
                expansion: sense.expansion.clone(),
                long: ids(&sense.expansion).into(),
                domain: sense.domain,
                weight: i32::from(sense.weight),
                left: beside(&sense.left),
                right: beside(&sense.right),
                signs: signs.filter_map(|s| ids(s).first().copied()).collect(),
                from: sense.from,
                until: sense.until,
                left_alone: acronym.expand == Expand::Never,
                number,
                key: key(&acronym.form, &sense.expansion),
            });
        }
        meanings
    }

    fn sign(&mut self, phrase: &str, sign: Sign) {
        self.signs.update(phrase, |old| {
            let mut all = old.unwrap_or_default();
            if !all.contains(&sign) {
                all.push(sign);
            }
            all
        });
    }

    /// Says of every phrase beside a form how much it tells: what many senses name tells little.
    fn weigh_neighbours(&mut self) {
        for meaning in self.entries.iter().flat_map(|e| &e.senses) {
            for beside in meaning.left.iter().chain(&meaning.right) {
                *self.beside.entry(beside.ids.clone()).or_insert(0) += 1;
            }
        }
        self.signs.values_mut().for_each(|signs| {
            let cues = signs.iter().filter(|s| s.kind == SignKind::Cue).count() as u32;
            signs.iter_mut().filter(|s| s.kind == SignKind::Cue).for_each(|s| s.value = rarity(cues));
        });
        let counts = std::mem::take(&mut self.beside);
        for meaning in self.entries.iter_mut().flat_map(|e| &mut e.senses) {
            for beside in meaning.left.iter_mut().chain(&mut meaning.right) {
                beside.value = match () {
                    // A title with its holder, a road with its number: another sense that the text spells out is no match.
                    () if beside.ids.contains(&PERSON) || beside.ids.contains(&ROAD) => 240,
                    () if beside.ids.contains(&NAME) || beside.ids.contains(&NUMBER) => 50,
                    () => rarity(counts.get(&beside.ids).copied().unwrap_or(1)),
                };
            }
        }
    }

    /// Adds the spellings of a joined form that differ in what joins its parts: "GD-ĐT", "GD&ĐT", "GDĐT", "GD ĐT".
    fn spell(&mut self, n: usize) {
        let form = self.entries[n].form.clone();
        // "HDND" and "UBND TP.DN" are common misspellings of longer forms with Đ.
        let plain = form.replace('Đ', "D");
        if plain != form && form.chars().count() >= 4 && self.spellings.value(&plain).is_none() {
            self.spelling(&plain, n);
        }
        let parts: Vec<&str> = form.split(is_joint).map(str::trim).filter(|p| !p.is_empty()).collect();
        if !self.entries[n].joined || parts.len() < 2 || parts.len() > 4 {
            return;
        }
        for spelling in joint_spellings(&parts, form.contains('.')) {
            if self.spellings.value(&spelling).is_none() {
                self.spelling(&spelling, n);
            }
        }
    }

    /// Every form that the atoms may begin with, shortest first: how many atoms it has, and its entry.
    pub(crate) fn forms<'a>(
        &'a self,
        atoms: &'a [Atom],
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Entry)> + 'a {
        self.spellings
            .prefixes(atoms)
            .filter(move |(length, spelling)| fits(&atoms[..*length], spelling, text))
            .filter_map(|(length, spelling)| Some((length, self.entries.get(spelling.entry as usize)?)))
    }

    /// What the phrases that the atoms begin with speak for.
    #[inline]
    pub(crate) fn signs<'a>(&'a self, atoms: &'a [Atom]) -> impl Iterator<Item = (usize, &'a [Sign])> + 'a {
        self.signs.prefixes(atoms).map(|(length, signs)| (length, signs.as_slice()))
    }

    /// How many senses there are in all.
    pub(crate) fn sense_count(&self) -> usize {
        self.senses
    }

    #[cfg(feature = "train")]
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// What of an expansion some letters of its form stand for, a word for each; `None` where the initials do not agree.
pub(crate) fn letters_text(expansion: &str, letters_before: usize, own: &str) -> Option<String> {
    let mut words = expansion
        .split([' ', ',', '-', '–', '&', '/'])
        .filter(|w| !w.is_empty() && !["và", "của", "về", "các"].contains(w))
        .skip(letters_before);
    let mut text: Vec<&str> = Vec::new();
    for letter in own.chars().filter(|c| c.is_uppercase()) {
        let word = words.next()?;
        let same = word.chars().next().map(letters::initial) == Some(letters::initial(letter));
        same.then(|| text.push(word))?;
    }
    (!text.is_empty()).then(|| text.join(" "))
}

/// A joined form with every mark that may join its parts.
pub(crate) fn joint_spellings(parts: &[&str], dotted: bool) -> Vec<String> {
    let joints: &[&str] = match (dotted, parts.len()) {
        (true, _) => &[".", " ", "", ","],
        (false, 2) => &["-", "&", " ", "", "/"],
        (false, _) => &["-", "&", " ", "", ","],
    };
    let mut spellings = vec![parts.first().map_or(String::new(), |p| String::from(*p))];
    for part in parts.iter().skip(1) {
        spellings = spellings.iter().flat_map(|s| joints.iter().map(move |j| format!("{s}{j}{part}"))).collect();
    }
    spellings
}

/// 100 for a phrase that one sense names, less for one that many do.
fn rarity(count: u32) -> i32 {
    match count {
        0..=2 => 100,
        3..=5 => 90,
        6..=12 => 75,
        13..=30 => 60,
        31..=80 => 40,
        _ => 20,
    }
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '–' | '&' | '/' | '.' | ',' | ' ')
}

fn is_joined(form: &str) -> bool {
    let parts = form.split(is_joint).filter(|p| !p.trim().is_empty()).count();
    // "T.Ư" is one word in two letters.
    parts > 1 && form.split(is_joint).any(|p| p.chars().count() > 1)
}

/// Whether the atoms are written as a form is: in capitals, or exactly as the spelling has it.
fn fits(atoms: &[Atom], spelling: &Spelling, text: &str) -> bool {
    let (Some(first), Some(last)) = (atoms.first(), atoms.last()) else { return false };
    if atoms[1..].iter().any(|a| a.gap > Gap::Space) {
        return false;
    }
    let capitals =
        |a: &Atom| !a.is_word() || a.case == Case::Upper || (a.case == Case::Title && is_one_letter(a, text));
    if let Some(mixed) = &spelling.mixed {
        let written = text.get(first.start()..last.end()).unwrap_or("");
        return same_case(written, mixed) || atoms.iter().all(|a| capitals(a) || a.case == Case::Mixed);
    }
    atoms.iter().all(|a| capitals(a) || a.case == Case::Mixed)
}

fn is_one_letter(atom: &Atom, text: &str) -> bool {
    atom.span().of(text).chars().filter(|c| c.is_alphabetic()).count() == 1
}

/// Equal letters in equal case; what joins them does not matter.
fn same_case(a: &str, b: &str) -> bool {
    let letters =
        |s: &'_ str| -> Vec<char> { s.chars().filter(|c| c.is_alphabetic()).map(letters::undo_look_alike).collect() };
    letters(a) == letters(b)
}
