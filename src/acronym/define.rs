//! Definitions: where the document itself spells out a form, before or after it, in brackets, after a dash or "gọi tắt là".

use super::align::{Text, letters_of};
use super::gloss;
use super::spot::{Chain, Spot, chain};
use crate::dictionary::index;
use crate::document::Document;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap};
use once_cell::sync::Lazy;
use std::ops::Range;

static MARKERS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/markers.txt")));
static OPENERS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../dictionaries/definitions/openers.txt")));

/// How many atoms a bracket may hold before the form in it.
const BRACKET: usize = 24;

/// A form and the phrase that the text gives for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition {
    /// The atoms of the form where it is defined.
    pub(super) form: Range<usize>,
    /// The atoms of the phrase.
    pub(super) long: Range<usize>,
    /// The parts of a joined form with the phrase of each.
    pub(super) parts: Vec<(usize, Range<usize>)>,
    pub(super) how: How,
}

/// How well phrase and form fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// The phrase goes by its place and its last words only.
    Loose,
    /// The phrase begins with a word that names of bodies and things begin with.
    Headed,
    /// Every letter has its word.
    Aligned,
}

/// The definitions of a document, in order.
pub(super) fn definitions(doc: &Document<'_>, spots: &[Spot]) -> Vec<Definition> {
    let finder = Finder { doc, text: Text { atoms: doc.atoms(), view: doc.view_text() } };
    let mut found: Vec<Definition> = Vec::new();
    for (n, spot) in spots.iter().enumerate() {
        if found.last().is_some_and(|d| d.form.contains(&spot.atom)) {
            continue;
        }
        // The longest chain is tried first: "(CN-TTCN)", then what it begins with: "CSGT - ĐS (cảnh sát giao thông…)".
        let Some(whole) = chain(doc.atoms(), &spots[n..]) else { continue };
        found.extend(finder.any(&whole).or_else(|| {
            (whole.parts.len() > 1)
                .then(|| Chain { atoms: spot.atom..spot.atom + 1, parts: vec![spot.atom] })
                .and_then(|c| finder.any(&c))
        }));
    }
    found
}

struct Finder<'d, 't> {
    doc: &'d Document<'t>,
    text: Text<'d>,
}

impl Finder<'_, '_> {
    fn any(&self, chain: &Chain) -> Option<Definition> {
        let floor = self.block_start(chain.atoms.start)?;
        if !self.may_stand(chain, floor) || self.is_numeral(chain) {
            return None;
        }
        self.listed(chain, floor)
            .or_else(|| self.bracketed(chain, floor))
            .or_else(|| self.announced(chain, floor))
            .or_else(|| self.explained(chain))
            .or_else(|| self.dashed(chain, floor))
    }

    /// "(khóa XII)": a roman numeral is never defined.
    fn is_numeral(&self, chain: &Chain) -> bool {
        let text = self.text.atoms.get(chain.atoms.start).map_or("", |a| self.doc.atom_text(a));
        chain.parts.len() == 1 && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
    }

    /// A quick look at what stands beside the form: a bracket, a mark, a word that announces a definition.
    fn may_stand(&self, chain: &Chain, floor: usize) -> bool {
        let atoms = self.text.atoms;
        let marked = |a: &Atom| a.kind == AtomKind::Punct;
        let before = chain.atoms.start > floor && {
            let last = &atoms[chain.atoms.start - 1];
            marked(last) || last.is_word() && self.marker_before(chain.atoms.start, floor).is_some()
        };
        let after = atoms.get(chain.atoms.end).is_some_and(|a| marked(a) || OPENERS.starts(&atoms[chain.atoms.end..]));
        let listed = chain.parts.len() == 1 && chain.atoms.start >= floor + 3 && atoms[chain.atoms.start - 1].is_word();
        before || after || listed
    }

    /// The first atom of the paragraph.
    fn block_start(&self, at: usize) -> Option<usize> {
        let blocks = self.doc.blocks();
        let n = blocks.partition_point(|b| b.atoms.end <= at);
        blocks.get(n).map(|b| b.atoms.start)
    }

    fn is(&self, at: usize, c: char) -> bool {
        self.text.atoms.get(at).is_some_and(|a| a.is(c))
    }

    /// A phrase beside the form that a dictionary gives for it: "Hiệp định Thương mại tự do Bắc Mỹ (NAFTA)".
    fn listed(&self, chain: &Chain, floor: usize) -> Option<Definition> {
        let atoms = self.text.atoms;
        let before = |c: char| chain.atoms.start > floor && self.is(chain.atoms.start - 1, c);
        let marked = before('(') || before('-');
        let end = if marked { chain.atoms.start - 1 } else { chain.atoms.start };
        let open = self.is(chain.atoms.end, '(');
        let rest = atoms.get(chain.atoms.start..)?;
        let (_, entry) =
            index::built_in().forms(rest, self.text.view).find(|(length, _)| *length == chain.atoms.len())?;
        let stands = |from: usize, long: &[u32]| {
            let here = atoms.get(from..from + long.len());
            here.is_some_and(|h| h.iter().map(Atom::id).eq(long.iter().copied()))
        };
        entry.senses.iter().filter(|s| s.long.len() > 1).find_map(|sense| {
            let long = &sense.long;
            let first = end.checked_sub(long.len()).filter(|&f| f >= floor && stands(f, long));
            let first = first.filter(|_| marked || long.len() >= 3);
            let first = first.or_else(|| Some(chain.atoms.end + 1).filter(|&f| open && stands(f, long)))?;
            Some(self.glossed(chain, first..first + long.len(), How::Aligned))
        })
    }

    /// "cụm công nghiệp (CCN)", "Tổ chức Thương mại Thế giới (World Trade Organization - WTO)".
    fn bracketed(&self, chain: &Chain, floor: usize) -> Option<Definition> {
        let open = self.open_before(chain.atoms.start, floor)?;
        let mut end = chain.atoms.end;
        if self.is(end, '"') {
            end += 1;
        }
        let closed = self.is(end, ')') || self.is(end, ']');
        let goes_on = [',', ';', '-', '.', ':', '/'].iter().any(|&c| self.is(end, c));
        if !(closed || goes_on) {
            return None;
        }
        let inside = open + 1..self.before_marker(chain.atoms.start, open + 1);
        if let Some(found) = self.aligned(chain, floor, open) {
            return Some(found);
        }
        if inside.len() > 1 {
            // What stands in the bracket before the form may be its long form in another language.
            let foreign = self.aligned(chain, inside.start, inside.end);
            let headed = gloss::headed(&self.text, floor, open);
            return match (headed, foreign) {
                (Some(long), Some(_)) => Some(self.glossed(chain, long, How::Headed)),
                (None, Some(foreign)) => Some(foreign),
                (Some(long), None) if closed && is_foreign(self.text.atoms, &inside) => {
                    Some(self.glossed(chain, long, How::Headed))
                }
                _ => None,
            };
        }
        if !closed || chain.parts.len() > 1 || !self.text.atoms.get(chain.atoms.start)?.is_word() {
            return None;
        }
        gloss::headed(&self.text, floor, open)
            .map(|long| self.glossed(chain, long, How::Headed))
            .or_else(|| gloss::loose(&self.text, floor, open).map(|long| self.glossed(chain, long, How::Loose)))
    }

    /// The bracket that the form stands in, where nothing closes it before.
    fn open_before(&self, at: usize, floor: usize) -> Option<usize> {
        let atoms = self.text.atoms;
        (floor..at)
            .rev()
            .take(BRACKET)
            .take_while(|&n| !atoms[n].is(')'))
            .find(|&n| atoms[n].is('(') || atoms[n].is('['))
    }

    /// Where the words end that announce the form ("gọi tắt là", a dash, a quote), seen backwards from it.
    fn before_marker(&self, at: usize, floor: usize) -> usize {
        let mut at = at;
        loop {
            let before = at;
            while at > floor && [':', '"', '-', ',', ';', '\''].iter().any(|&c| self.is(at - 1, c)) {
                at -= 1;
            }
            at = self.marker_before(at, floor).unwrap_or(at);
            if at == before {
                return at;
            }
        }
    }

    /// The start of the words "gọi tắt là" (and their like) that end at `at`.
    fn marker_before(&self, at: usize, floor: usize) -> Option<usize> {
        let from = at.saturating_sub(9).max(floor);
        (from..at).find(|&start| MARKERS.get(&self.text.atoms[start..at]).is_some())
    }

    /// "doanh nghiệp nhỏ và vừa, sau đây gọi tắt là DNNVV".
    fn announced(&self, chain: &Chain, floor: usize) -> Option<Definition> {
        let mut at = chain.atoms.start;
        while at > floor && (self.is(at - 1, '"') || self.is(at - 1, ':')) {
            at -= 1;
        }
        let marker = self.marker_before(at, floor)?;
        let mut end = marker;
        while end > floor && [',', '-', '(', ';'].iter().any(|&c| self.is(end - 1, c)) {
            end -= 1;
        }
        self.aligned(chain, floor, end).or_else(|| {
            let clear = marker + 2 <= at;
            gloss::headed(&self.text, floor, end).filter(|_| clear).map(|long| self.glossed(chain, long, How::Headed))
        })
    }

    /// "CSGT (cảnh sát giao thông)", "BRT (Bus Rapid Transit)", "DN là viết tắt của doanh nghiệp".
    fn explained(&self, chain: &Chain) -> Option<Definition> {
        let atoms = self.text.atoms;
        let mut start = chain.atoms.end;
        let open = self.is(start, '(') || self.is(start, '[');
        if self.is(start, '"') || open {
            start += 1;
        }
        let opener = OPENERS.longest(atoms.get(start..)?).map_or(0, |(length, _)| length);
        start += opener;
        while self.is(start, ':') || self.is(start, '"') {
            start += 1;
        }
        if !open && opener == 0 {
            return None;
        }
        let letters = self.letters(chain)?;
        let ceiling = atoms.len().min(start + 40);
        let found = self.text.align_forward(&letters, start, ceiling).filter(|a| self.text.ends_at(a.atoms.end));
        if let Some(found) = found {
            return Some(self.definition(chain, found));
        }
        let close = (start..ceiling).find(|&n| atoms[n].is(')'))?;
        let unknown = index::built_in()
            .forms(atoms.get(chain.atoms.clone())?, self.text.view)
            .all(|(_, entry)| entry.senses.is_empty());
        if !unknown {
            return None;
        }
        let long = gloss::whole(&self.text, start, close).filter(|_| open && chain.parts.len() == 1)?;
        Some(self.glossed(chain, long, How::Headed))
    }

    /// "Thanh tra Chính phủ - TTCP", "TTCP: Thanh tra Chính phủ": only where every letter has its word.
    fn dashed(&self, chain: &Chain, floor: usize) -> Option<Definition> {
        let letters = self.letters(chain)?;
        let (start, end) = (chain.atoms.start, chain.atoms.end);
        let spaced = |n: usize| self.is(n, '-') && self.text.atoms[n].gap == Gap::Space;
        let before = start > floor && spaced(start - 1) && letters.len() >= 3;
        if let Some(found) = before.then(|| self.text.align_back(&letters, floor, start - 1)).flatten() {
            return Some(self.definition(chain, found));
        }
        let legend = self.is(end, ':') || self.is(end, '=');
        let opens = legend || (spaced(end) && letters.len() >= 3);
        let found = opens.then(|| self.text.align_forward(&letters, end + 1, end + 41))??;
        self.text.ends_at(found.atoms.end).then(|| self.definition(chain, found))
    }

    fn letters(&self, chain: &Chain) -> Option<Vec<super::align::Letter>> {
        let mut letters = Vec::new();
        for &part in &chain.parts {
            let part = letters_of(self.doc.atom_text(self.text.atoms.get(part)?));
            if part.is_empty() {
                return None;
            }
            letters.extend(part);
        }
        (2..=14).contains(&letters.len()).then_some(letters)
    }

    /// The phrase that ends before `end` and fits the form; a place name may stand between ("Sở … TP.HCM (GTVT)").
    fn aligned(&self, chain: &Chain, floor: usize, end: usize) -> Option<Definition> {
        let letters = self.letters(chain)?;
        let found = self.text.align_back(&letters, floor, end).or_else(|| {
            let atoms = self.text.atoms;
            let place = |n: usize| atoms[n].is_capital() || atoms[n].is('.') || atoms[n].is('-');
            let ends = (floor + 1..end).rev().take(5).take_while(|&n| place(n));
            ends.filter(|_| letters.len() >= 4).find_map(|n| self.text.align_back(&letters, floor, n))
        })?;
        Some(self.definition(chain, found))
    }

    fn definition(&self, chain: &Chain, found: super::align::Aligned) -> Definition {
        let mut parts = Vec::new();
        let mut letter = 0;
        for &part in chain.parts.iter().filter(|_| chain.parts.len() > 1) {
            let count = letters_of(self.doc.atom_text(&self.text.atoms[part])).len();
            if let Some([first, .., last]) = found.words.get(letter..letter + count) {
                parts.push((part, *first..*last + 1));
            }
            letter += count;
        }
        Definition { form: chain.atoms.clone(), long: found.atoms, parts, how: How::Aligned }
    }

    fn glossed(&self, chain: &Chain, long: Range<usize>, how: How) -> Definition {
        Definition { form: chain.atoms.clone(), long, parts: Vec::new(), how }
    }
}

/// Whether words are for the most part no Vietnamese syllables.
fn is_foreign(atoms: &[Atom], range: &Range<usize>) -> bool {
    let words = atoms.get(range.clone()).unwrap_or(&[]).iter().filter(|a| a.is_word());
    let (mut foreign, mut all) = (0, 0);
    for word in words {
        all += 1;
        foreign += usize::from(word.kind == AtomKind::Word && word.case != Case::Upper);
    }
    all > 0 && 2 * foreign >= all
}
