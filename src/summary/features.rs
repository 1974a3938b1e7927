//! What is seen of each candidate: some sixty whole numbers, mostly shares in thousandths.
//!
//! Nothing here looks at lines or paragraphs, for the weights are learned from articles whose line breaks mean nothing.

use super::candidates::Candidate;
use super::sheet::{Sheet, cosine};
use super::words::Words;
use crate::document::Document;
use crate::phrases::{Phrases, list};
use crate::scan::{Atom, AtomKind, Case, ids};
use once_cell::sync::Lazy;

list!(pub(super) DANGLING, "summary/dangling");
list!(pub(super) WEIGHTY, "summary/weighty");
list!(pub(super) REPORTED, "summary/reported");
list!(pub(super) DATELINE, "summary/dateline");
list!(pub(super) SPEAKER, "summary/speaker");

/// Upper ends of the steps by which places and lengths are told apart.
const PLACES: [usize; 10] = [0, 1, 2, 3, 4, 6, 9, 14, 24, usize::MAX];
const LENGTHS: [usize; 10] = [9, 13, 17, 22, 27, 33, 40, 50, 65, usize::MAX];

/// Where each group of features begins.
pub const PLACE: usize = 0;
pub const LENGTH: usize = PLACE + PLACES.len() + 4;
pub const TITLE: usize = LENGTH + LENGTHS.len() + 2;
pub const CONTENT: usize = TITLE + 14;
pub const FIGURES: usize = CONTENT + 12;
pub const WORDING: usize = FIGURES + 6;
/// Words of results and decisions.
pub(super) const WEIGHTY_WORDS: usize = WORDING + 9;
/// How many features there are.
pub const COUNT: usize = WORDING + 20;

/// The groups with their names, as a score is explained by them.
pub(super) const GROUPS: [(&str, std::ops::Range<usize>); 6] = [
    ("place", PLACE..LENGTH),
    ("length", LENGTH..TITLE),
    ("title", TITLE..CONTENT),
    ("content", CONTENT..FIGURES),
    ("figures", FIGURES..WORDING),
    ("wording", WORDING..COUNT),
];

/// The features of a candidate.
pub type Row = [i16; COUNT];

/// The features of all candidates of a document.
pub(super) fn rows(doc: &Document<'_>, sheet: &Sheet, words: &Words) -> Vec<Row> {
    let mut rows = vec![[0; COUNT]; sheet.candidates.len()];
    let mut fill = Fill { sheet, words };
    fill.title(&mut rows);
    fill.content(&mut rows);
    let all = rows.len();
    for (n, (row, candidate)) in rows.iter_mut().zip(&sheet.candidates).enumerate() {
        // The sentences of a lead that the layout shows are one place, or its first would win whatever it says.
        let led = sheet.title.shown && candidate.lead && candidate.within > 0;
        place(row, if led { n - candidate.within.min(n) } else { n }, all);
        length(row, candidate);
        let atoms = doc.atoms().get(candidate.atoms.clone()).unwrap_or(&[]);
        figures(row, atoms);
        wording(row, atoms);
        together(row, n);
    }
    rows
}

fn short(value: i64) -> i16 {
    value.clamp(-4000, 4000) as i16
}

/// Sets the first step that `value` does not pass.
fn step(row: &mut [i16], steps: &[usize], value: usize) {
    if let Some(entry) = steps.iter().position(|&end| value <= end).and_then(|n| row.get_mut(n)) {
        *entry = 1000;
    }
}

fn place(row: &mut Row, n: usize, all: usize) {
    step(&mut row[PLACE..], &PLACES, n);
    let at = PLACE + PLACES.len();
    row[at] = short(1000 / (n as i64 + 1));
    row[at + 1] = short(n as i64 * 1000 / all.max(1) as i64);
    row[at + 2] = if n + 1 == all { 1000 } else { 0 };
    row[at + 3] = if n + 2 == all { 1000 } else { 0 };
}

fn length(row: &mut Row, candidate: &Candidate) {
    step(&mut row[LENGTH..], &LENGTHS, candidate.words);
    let at = LENGTH + LENGTHS.len();
    row[at] = short((candidate.words as i64 - 30).abs().min(40) * 25);
    row[at + 1] = short(candidate.words.min(80) as i64 * 12);
}

/// What the figures of a sentence are.
fn figures(row: &mut Row, atoms: &[Atom]) {
    static MONEY: Lazy<Vec<u32>> = Lazy::new(|| ids("tỷ tỉ triệu đồng usd"));
    static PERCENT: Lazy<Vec<u32>> = Lazy::new(|| ids("%"));
    let numbers = atoms.iter().filter(|a| a.kind == AtomKind::Number).count();
    step(&mut row[FIGURES..], &[0, 1, 2, usize::MAX], numbers);
    let any = |ids: &[u32]| atoms.iter().any(|a| ids.contains(&a.id()));
    row[FIGURES + 4] = if numbers > 0 && any(&MONEY) { 1000 } else { 0 };
    row[FIGURES + 5] = if any(&PERCENT) { 1000 } else { 0 };
}

/// How many atoms from each place on begin a phrase of the list, three at most.
pub(super) fn hits(list: &Phrases<()>, atoms: &[Atom]) -> i64 {
    (0..atoms.len()).filter(|&n| list.starts(&atoms[n..])).take(3).count() as i64
}

/// Whether a sentence hangs on the one before: "Qua đó, …" ("By this, …").
pub(super) fn hangs(atoms: &[Atom]) -> bool {
    let opens = atoms.iter().position(Atom::is_word).unwrap_or(0);
    let rest = atoms.get(opens..).unwrap_or(&[]);
    // "Anh" ("he") hangs, "Anh Nguyễn Văn A" does not.
    DANGLING.longest(rest).is_some_and(|(length, ())| length > 1 || !rest.get(1).is_some_and(Atom::is_capital))
}

fn wording(row: &mut Row, atoms: &[Atom]) {
    static PERSONS: Lazy<Vec<u32>> = Lazy::new(|| ids("tôi ta mình em tớ bạn"));
    let mut wording = [0i64; COUNT - WORDING];
    let is = |mark: char| atoms.iter().any(|a| a.is(mark));
    let set = |yes: bool| if yes { 1000 } else { 0 };
    let opens = atoms.iter().position(Atom::is_word).unwrap_or(0);
    let rest = atoms.get(opens..).unwrap_or(&[]);
    let capitals = rest.iter().skip(1).filter(|a| a.is_capital()).count();
    let upper = atoms.iter().filter(|a| a.case == Case::Upper).count();
    wording[0] = set(atoms.first().is_some_and(|a| a.is('"')));
    wording[1] = set(is('"'));
    wording[2] = set(atoms.last().is_some_and(|a| a.is('?')));
    wording[3] = set(is('!'));
    wording[4] = set(atoms.first().is_some_and(|a| a.is('-')));
    wording[5] = set(is('('));
    wording[6] = set(is(';'));
    wording[7] = set(is(':'));
    wording[8] = set(hangs(atoms));
    wording[9] = hits(&WEIGHTY, atoms) * 300;
    wording[10] = hits(&REPORTED, atoms).min(2) * 500;
    wording[11] = set(DATELINE.starts(rest));
    wording[12] = set(SPEAKER.starts(rest));
    wording[13] = set(atoms.iter().any(|a| PERSONS.contains(&a.id())));
    wording[14] = capitals.min(10) as i64 * 100;
    wording[15] = capitals as i64 * 1000 / rest.len().max(1) as i64;
    wording[16] = upper.min(3) as i64 * 333;
    wording[17] = atoms.iter().filter(|a| a.is(',')).count().min(5) as i64 * 200;
    wording[18] = set(rest.first().is_some_and(|a| a.is_capital()) && rest.get(1).is_some_and(|a| a.is_capital()));
    wording[19] = set(atoms.last().is_some_and(|a| a.is('…')));
    for (entry, value) in row[WORDING..].iter_mut().zip(wording) {
        *entry = short(value);
    }
}

/// The title at the beginning of the text, where it counts otherwise.
fn together(row: &mut Row, n: usize) {
    let near = row[TITLE];
    match n {
        0 => row[TITLE + 11] = near,
        1 | 2 => row[TITLE + 12] = near,
        _ => {}
    }
}

struct Fill<'a> {
    sheet: &'a Sheet,
    words: &'a Words,
}

impl Fill<'_> {
    /// How much of the title a candidate says.
    fn title(&mut self, rows: &mut [Row]) {
        let title = &self.sheet.title;
        if title.is_empty() {
            return;
        }
        let mut own = vec![false; self.words.len()];
        for &w in &title.words {
            if let Some(entry) = own.get_mut(w as usize) {
                *entry = true;
            }
        }
        let asked = |w: u32| own.get(w as usize).copied().unwrap_or(false);
        for (n, row) in rows.iter_mut().enumerate() {
            let (mut dot, mut mass, mut said) = (0, 0, 0);
            for &w in self.sheet.distinct(n) {
                let rarity = i64::from(self.words.rarity(w));
                mass += rarity;
                if asked(w) {
                    dot += rarity * rarity;
                    said += rarity;
                }
            }
            let (pairs, run, early) = self.runs(n, &asked);
            let cosine = cosine(dot, self.sheet.squares[n], title.square);
            let recall = said * 1000 / title.mass.max(1);
            let values = [
                cosine,
                recall,
                said * 1000 / mass.max(1),
                pairs * 1000 / title.pairs.len().max(1) as i64,
                run * 100,
                early * 250,
                cosine * cosine / 1000,
                recall * recall / 1000,
            ];
            for (entry, value) in row[TITLE..].iter_mut().zip(values) {
                *entry = short(value);
            }
        }
        beside_best(rows, TITLE, TITLE + 8);
        beside_best(rows, TITLE + 1, TITLE + 9);
        lead_of_best(rows, TITLE, TITLE + 10);
        beside_best(rows, TITLE + 3, TITLE + 13);
    }

    /// Pairs of the title that a candidate has, its longest run of the title's pairs, and title words among its first.
    fn runs(&self, n: usize, asked: &impl Fn(u32) -> bool) -> (i64, i64, i64) {
        let (mut pairs, mut run, mut longest) = (0, 0, 0);
        let words = self.sheet.words(n);
        for pair in words.windows(2) {
            let known = asked(pair[0]) && asked(pair[1]);
            let joined = known && self.sheet.title.pairs.binary_search(&(pair[0], pair[1])).is_ok();
            run = if joined { run + 1 } else { 0 };
            pairs += i64::from(joined);
            longest = longest.max(run);
        }
        let early = words.iter().take(6).filter(|&&w| asked(w) && self.words.rarity(w) > 20).count();
        (pairs, longest.min(10), early.min(4) as i64)
    }

    /// How much a candidate says of what the whole text says.
    fn content(&mut self, rows: &mut [Row]) {
        let sheet = self.sheet;
        let mut counts = vec![0i64; self.words.len()];
        let mut first = vec![u32::MAX; self.words.len()];
        for n in 0..rows.len() {
            for &w in sheet.distinct(n) {
                counts[w as usize] += 1;
                first[w as usize] = first[w as usize].min(n as u32);
            }
        }
        let square =
            counts.iter().enumerate().map(|(w, c)| (c.min(&30) * i64::from(self.words.rarity(w as u32))).pow(2)).sum();
        for (n, row) in rows.iter_mut().enumerate() {
            let (mut dot, mut mass, mut shared, mut new, mut theme) = (0i64, 0i64, 0i64, 0i64, 0i64);
            for &w in sheet.distinct(n) {
                let (rarity, count) = (i64::from(self.words.rarity(w)), counts[w as usize].min(30));
                dot += rarity * rarity * count;
                mass += rarity;
                shared += if count > 1 { rarity } else { 0 };
                theme += rarity * (count - 1).min(5);
                new += if first[w as usize] == n as u32 { rarity } else { 0 };
            }
            let words = sheet.distinct(n).len().max(1) as i64;
            let like = |m: usize| sheet.likeness(n, sheet, m, self.words);
            let values = [
                cosine(dot, sheet.squares[n], square),
                shared * 1000 / mass.max(1),
                theme * 200 / mass.max(1),
                theme / 8,
                new * 1000 / mass.max(1),
                mass * 10 / words,
                if n > 0 { like(n - 1) } else { 0 },
                if n + 1 < sheet.candidates.len() { like(n + 1) } else { 0 },
                if n > 0 { like(0) } else { 0 },
            ];
            for (entry, value) in row[CONTENT..].iter_mut().zip(values) {
                *entry = short(value);
            }
        }
        beside_best(rows, CONTENT, CONTENT + 9);
        lead_of_best(rows, CONTENT, CONTENT + 10);
        beside_best(rows, CONTENT + 3, CONTENT + 11);
    }
}

/// A feature as a share of the best candidate's.
fn beside_best(rows: &mut [Row], from: usize, to: usize) {
    let best = rows.iter().map(|r| r[from]).max().unwrap_or(0).max(1);
    rows.iter_mut().for_each(|r| r[to] = short(i64::from(r[from]) * 1000 / i64::from(best)));
}

/// For the best candidate by a feature, how far it is ahead of the next; 0 for the others.
fn lead_of_best(rows: &mut [Row], from: usize, to: usize) {
    let Some(best) = (0..rows.len()).max_by_key(|&n| (rows[n][from], std::cmp::Reverse(n))) else { return };
    let next = (0..rows.len()).filter(|&n| n != best).map(|n| rows[n][from]).max().unwrap_or(0);
    rows[best][to] = 500 + (rows[best][from] - next).min(500);
}

#[cfg(test)]
mod tests {
    use super::super::model;
    use super::super::sheet::Title;
    use super::*;
    use crate::Analyzer;
    use crate::scan::scan;

    #[test]
    fn features_see_place_title_figures_and_wording() {
        let vb = Analyzer::new();
        let doc = vb.read(
            "Trời hôm nay nhiều mây và có mưa nhỏ. Qua đó, Cục giải ngân 12 tỷ đồng cho đề án khuyến công. \
             Cục hỏi bao giờ thì đề án xong?",
        );
        let mut words = Words::for_atoms(80, model::built_in());
        let title = Title::new(&[&scan("Đề án khuyến công")], &mut words);
        let sheet = Sheet::new(&doc, title, &mut words);
        let rows = rows(&doc, &sheet, &words);
        assert_eq!(rows.len(), 3);
        let column = |n: usize| rows.iter().map(|r| r[n]).collect::<Vec<_>>();
        assert_eq!(column(PLACE), [1000, 0, 0]);
        assert_eq!(column(PLACE + 1), [0, 1000, 0]);
        assert_eq!(column(TITLE + 1), [0, 1000, column(TITLE + 1)[2]]);
        assert!(column(TITLE)[1] > column(TITLE)[2] && column(TITLE)[2] > 0);
        assert_eq!(column(FIGURES + 4), [0, 1000, 0]);
        assert_eq!(column(WORDING + 8), [0, 1000, 0], "hangs on the sentence before");
        assert_eq!(column(WORDING + 2), [0, 0, 1000], "asks");
        assert!(rows.iter().flatten().all(|f| (-4000..=4000).contains(f)));
    }
}
