//! What the model of zones sees of a paragraph: its own shape and words, what the rules say of it, its neighbours, and its
//! place on the page. A feature is a number made of its template and its value.

use super::ZoneKind;
use super::lines::{is_shouted, is_terminated};
use super::rules::{self, Page};
use super::wrap::starts_item;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, mark_id};
use std::collections::HashMap;

/// A paragraph of so many words or fewer is known by all of its words.
const WHOLE: usize = 5;

/// The neighbours that are seen on either side.
const REACH: isize = 2;

/// What is seen of a paragraph by itself; every field is a small number.
struct View {
    rule: u32,
    prose: bool,
    words: u32,
    end: u32,
    start: u32,
    case: u32,
    digits: u32,
    cells: u32,
    breaks: u32,
    /// Marks that tell of a kind: a bit each.
    marks: u32,
    /// Lists that have a phrase of it: a bit each.
    lists: u32,
    /// Hashes of the first word, the first two, the last, and the whole where it is short.
    first: u32,
    two: u32,
    last: u32,
    whole: u32,
    /// 1: an earlier paragraph has the same words, 2: a later one.
    twin: u32,
}

/// The features of the paragraphs of a page.
pub(crate) struct Sheet {
    views: Vec<View>,
    /// For each paragraph the run of those without prose that it stands in: its length, and the place in it.
    runs: Vec<(u32, u32)>,
    prose: (usize, usize),
    headline: Option<usize>,
    share: u32,
    official: bool,
}

impl Sheet {
    pub(super) fn new(page: &Page<'_>) -> Sheet {
        let mut views: Vec<View> = (0..page.parts.len()).map(|n| view(page, n)).collect();
        mark_twins(&mut views);
        let long = |v: &View| v.prose && v.words >= bucket(15);
        let first = views.iter().position(long).unwrap_or(0);
        let last = views.iter().rposition(long).unwrap_or(0);
        let prose = views.iter().filter(|v| v.prose).count();
        Sheet {
            runs: runs(&views),
            prose: (first, last),
            headline: views.iter().position(|v| v.rule == 1 + ZoneKind::Headline as u32),
            share: (10 * prose / views.len().max(1)) as u32,
            official: views.iter().take(12).any(|v| v.lists & OFFICIAL != 0),
            views,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.views.len()
    }

    /// Hands each feature of the `n`-th paragraph to `see`.
    pub(crate) fn of(&self, n: usize, mut see: impl FnMut(u64)) {
        let Some(v) = self.views.get(n) else { return };
        let mut template = 0u64;
        let mut put = |value: u32| {
            template += 1;
            see(template << 32 | u64::from(value));
        };
        let pair = |a: u32, b: u32| a << 8 | b;
        put(0);
        put(v.rule);
        put(v.words);
        put(pair(v.end, v.start));
        put(pair(v.rule, v.words));
        put(pair(v.rule, v.end));
        put(pair(v.words, v.end) << 8 | v.start);
        put(pair(v.case, v.words) << 8 | v.end);
        put(pair(v.digits, v.words));
        put(pair(v.cells, v.digits));
        put(pair(v.cells, v.words));
        put(pair(v.breaks, v.words));
        put(pair(v.twin, v.words));
        put(v.marks);
        put(v.lists);
        for word in [v.first, v.two, v.last, v.whole] {
            put(word);
        }
        let (length, place) = self.runs.get(n).copied().unwrap_or_default();
        put(pair(length, place));
        put(pair(length, v.words) << 8 | v.end);
        let (above, below) = (bucket(n), bucket(self.len() - 1 - n));
        let side = self.side(n);
        put(pair(above, u32::from(v.prose)));
        put(pair(below, u32::from(v.prose)));
        put(pair(side, v.rule));
        put(pair(side, v.words) << 8 | v.end);
        put(pair(side, v.case) << 8 | v.start);
        put(pair(self.share, u32::from(v.prose)) << 8 | side);
        put(pair(u32::from(self.official), side) << 16 | pair(v.rule, v.case));
        put(pair(u32::from(self.official), v.case) << 16 | pair(above, v.words));
        let head = self.beside_headline(n);
        put(pair(head, v.rule));
        put(pair(head, v.words) << 8 | v.end);
        put(pair(head, side) << 8 | u32::from(v.prose));
        put(v.first.rotate_left(7) ^ v.words);
        put(v.last.rotate_left(7) ^ v.words);
        put(v.first.rotate_left(7) ^ (64 + side));
        put(pair(v.marks, v.words));
        self.neighbours(n, v, put);
    }

    /// Features of the paragraphs around, alone and beside the own rule and shape.
    fn neighbours(&self, n: usize, v: &View, mut put: impl FnMut(u32)) {
        const EDGE: u32 = 31;
        let at = |d: isize| n.checked_add_signed(d).and_then(|m| self.views.get(m));
        let rule = |d: isize| at(d).map_or(EDGE, |v| v.rule);
        let words = |d: isize| at(d).map_or(EDGE, |v| v.words);
        let shape = |d: isize| at(d).map_or(EDGE, |v| v.end << 5 | v.start);
        let cells = |d: isize| at(d).map_or(EDGE, |v| v.cells);
        let lists = |d: isize| at(d).map_or(EDGE, |v| v.lists);
        for d in (-REACH..=REACH).filter(|&d| d != 0) {
            put(rule(d) << 8 | v.rule);
            put(words(d) << 8 | v.words);
            put(shape(d) << 8 | v.words);
            put(lists(d));
        }
        put(rule(-1) << 16 | v.rule << 8 | rule(1));
        put(words(-1) << 16 | v.words << 8 | words(1));
        put(cells(-1) << 16 | v.cells << 8 | cells(1));
        put(at(-1).map_or(EDGE, |v| v.case) << 16 | v.case << 8 | at(1).map_or(EDGE, |v| v.case));
        put(at(-1).map_or(EDGE, |v| v.digits) << 16 | v.digits << 8 | at(1).map_or(EDGE, |v| v.digits));
        put(at(-1).map_or(0, |v| v.whole));
        put(at(1).map_or(0, |v| v.whole));
    }

    /// Where a paragraph stands beside what the rules take for the headline.
    fn beside_headline(&self, n: usize) -> u32 {
        match self.headline {
            None => 63,
            Some(h) if n < h => 1 + bucket(h - n),
            Some(h) if n == h => 0,
            Some(h) => 17 + bucket(n - h),
        }
    }

    /// Where a paragraph stands beside the first and the last long prose, and how far off.
    fn side(&self, n: usize) -> u32 {
        let (first, last) = self.prose;
        match n {
            _ if n < first => 1 + bucket(first - n),
            _ if n == first => 0,
            _ if n > last => 17 + bucket(n - last),
            _ => 16,
        }
    }
}

/// Small counts as they are, larger ones in steps.
fn bucket(n: usize) -> u32 {
    match n {
        0..=4 => n as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=39 => 9,
        40..=69 => 10,
        _ => 11,
    }
}

fn view(page: &Page<'_>, n: usize) -> View {
    let own = page.atoms(n);
    let part = &page.parts[n];
    let ids: Vec<u32> = own.iter().filter(|a| a.kind != AtomKind::Punct).map(symbol).collect();
    let hash = |ids: &[u32]| ids.iter().fold(1u32, |h, &id| (h.rotate_left(9) ^ id).wrapping_mul(0x9E37_79B1));
    let two = if ids.len() > 1 { hash(&ids[..2]) } else { 0 };
    View {
        rule: part.kind.map_or(0, |k| 1 + k as u32),
        prose: part.prose,
        words: bucket(part.words),
        end: end_of(own),
        start: start_of(own),
        case: case_of(own),
        digits: share(own.iter().filter(|a| a.kind == AtomKind::Number).count(), own.len()),
        cells: bucket(page.cells(n)),
        breaks: page.breaks(n).min(3) as u32,
        marks: marks(own),
        lists: lists(own),
        first: ids.first().copied().unwrap_or(0),
        two,
        last: ids.last().copied().unwrap_or(0),
        whole: if ids.len() <= WHOLE { hash(&ids) } else { 0 },
        twin: 0,
    }
}

/// A share in fifths, rounded up.
fn share(part: usize, all: usize) -> u32 {
    (5 * part).div_ceil(all.max(1)) as u32
}

/// A word by its id; all numbers are one.
fn symbol(atom: &Atom) -> u32 {
    if atom.kind == AtomKind::Number { 1 } else { atom.id() }
}

fn end_of(own: &[Atom]) -> u32 {
    let Some(last) = own.last() else { return 0 };
    let marks = ['.', '…', ':', ';', ',', '?', '!', '"', ')', '-'];
    let mark = marks.iter().position(|&m| last.is(m)).map(|n| n as u32 + 2);
    match mark {
        // "…)." and the like: what stands before the closing mark tells.
        Some(9 | 10) if is_terminated(own) => 1,
        Some(mark) => mark,
        None if last.kind == AtomKind::Number => 12,
        None => 13,
    }
}

fn start_of(own: &[Atom]) -> u32 {
    let Some(first) = own.first() else { return 0 };
    let marks = ['-', '+', '•', '*', '"', '(', '>', '|', '#', '[', '/'];
    let mark = marks.iter().position(|&m| first.is(m)).map(|n| n as u32 + 1);
    mark.unwrap_or(match first.kind {
        AtomKind::Number if starts_item(own) => 12,
        AtomKind::Number => 13,
        _ if starts_item(own) => 14,
        _ if !first.is_word() => 15,
        _ if first.case == Case::Lower => 16,
        _ if first.case == Case::Upper => 17,
        _ => 18,
    })
}

fn case_of(own: &[Atom]) -> u32 {
    let words = own.iter().filter(|a| a.is_word()).count();
    let capitals = own.iter().filter(|a| a.is_capital()).count();
    match () {
        () if words == 0 => 0,
        () if is_shouted(own) => 1,
        () if capitals == words => 2,
        () => 2 + share(capitals, words),
    }
}

/// Marks and shapes that tell of a kind, a bit each; two of them count only beside two numbers.
fn marks(own: &[Atom]) -> u32 {
    let (mut found, mut numbers) = (0, 0);
    for atom in own {
        match atom.kind {
            AtomKind::Number => numbers += 1,
            AtomKind::Url | AtomKind::Email => found |= 1 << 4,
            AtomKind::Symbol => found |= 1 << 5 | mark_bit(atom),
            AtomKind::Punct => found |= mark_bit(atom),
            _ => {}
        }
    }
    let numbered = 1 << 1 | 1 << 2;
    let found = if numbers >= 2 { found } else { found & !numbered };
    found | u32::from(rules::opens_with_person(own)) << 10 | u32::from(rules::is_clock(own)) << 11
}

/// The bit of a mark.
fn mark_bit(atom: &Atom) -> u32 {
    const MARKS: [(char, u32); 10] =
        [('|', 0), ('/', 1), (':', 2), ('»', 3), ('›', 3), ('>', 3), ('©', 6), ('(', 7), ('…', 8), ('"', 9)];
    MARKS.iter().find(|(mark, _)| atom.id() == mark_id(*mark)).map_or(0, |(_, bit)| 1 << bit)
}

/// The bits of the lists of official documents.
const OFFICIAL: u32 = 1 << 6;

fn lists(own: &[Atom]) -> u32 {
    let inside = |list: &Phrases<()>| rules::finds(list, own);
    let skip = own.iter().take_while(|a| !a.is_word() && a.kind != AtomKind::Number).count();
    let starts = |list: &Phrases<()>| list.starts(own) || list.starts(&own[skip..]);
    let near = own.len() <= 60;
    let bits = [
        starts(&rules::CHROME),
        starts(&rules::RELATED),
        near && inside(&rules::CAPTION),
        near && starts(&rules::CAPTION_START),
        near && inside(&rules::CAPTION_VERB),
        near && inside(&rules::CAPTION_NOT),
        near && inside(&rules::LETTERHEAD),
        starts(&rules::DOCUMENT),
        starts(&rules::SIGNATURE),
        starts(&rules::BYLINE),
        starts(&rules::BASIS),
    ];
    bits_of(&bits)
}

fn bits_of(bits: &[bool]) -> u32 {
    bits.iter().enumerate().map(|(n, &bit)| u32::from(bit) << n).sum()
}

/// For each paragraph the length of the run of paragraphs without prose around it, and how far in it stands.
fn runs(views: &[View]) -> Vec<(u32, u32)> {
    let mut runs = vec![(0, 0); views.len()];
    let mut start = 0;
    while start < views.len() {
        let length = views[start..].iter().take_while(|v| !v.prose).count();
        for n in 0..length {
            runs[start + n] = (bucket(length), bucket(n.min(length - 1 - n)));
        }
        start += length.max(1);
    }
    runs
}

/// Marks paragraphs of the same words: of a headline and its repeat, of a list of contents and the headings.
fn mark_twins(views: &mut [View]) {
    let mut seen: HashMap<(u32, u32, u32), usize> = HashMap::new();
    for n in 0..views.len() {
        let v = &views[n];
        if v.prose || v.words < bucket(3) {
            continue;
        }
        if let Some(before) = seen.insert((v.two, v.last, v.words), n) {
            views[before].twin |= 2;
            views[n].twin |= 1;
        }
    }
}
