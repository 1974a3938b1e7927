//! Citations: documents by number ("Quyết định số 3768/QĐ-BCT"), laws by name, and short references to what was cited
//! before ("Nghị định 30/2020").

mod issuer;
mod law;
mod number;

use super::Citation;
use super::date::Mention;
use super::scene::Scene;
use crate::document::Document;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use crate::segment;
use issuer::Around;
use once_cell::sync::Lazy;
use std::ops::Range;

/// A citation as it was found.
#[derive(Debug, Clone, PartialEq)]
struct Cited {
    /// Its atoms in the document, and those of its sentence.
    atoms: Range<usize>,
    sentence: Range<usize>,
    /// Empty for a law that is cited by name.
    number: String,
    repaired: bool,
    kind: Option<&'static str>,
    issuer: Option<String>,
    date: Option<String>,
    /// The number of the document itself, in its letterhead.
    own: bool,
}

/// The citations of a document, as they are collected.
#[derive(Debug, Default)]
pub(super) struct Citations {
    list: Vec<Cited>,
}

/// Types of documents by name and by their code as a word ("NĐ 15/2020/NĐ-CP").
static TYPES: Lazy<Phrases<&'static str>> = Lazy::new(|| {
    let mut types: Phrases<&'static str> = Phrases::default();
    for (code, name) in number::names_of_type() {
        types.insert(name, name);
        if !code.is_empty() && code.len() > 1 {
            types.update(code, |old| old.unwrap_or(name));
        }
    }
    // The usual type of an ambiguous code, whatever their order.
    types.insert("QĐ", "Quyết định");
    types.insert("Văn bản", GENERIC);
    types.insert("Thông báo kết luận", "Thông báo");
    types
});

const GENERIC: &str = "Văn bản";

/// Types that are cited by a short number without "số": "Nghị định 57".
const SHORT: [&str; 7] = ["Nghị định", "Nghị quyết", "Thông tư", "Chỉ thị", "Quyết định", "Kết luận", "Quy định"];

/// Reads a citation at `at`, and gives the end of what it took.
pub(super) fn read(scene: &Scene, at: usize, citations: &mut Citations) -> Option<usize> {
    let atom = scene.get(at)?;
    match atom.kind {
        AtomKind::Number => numbered(scene, at, citations),
        AtomKind::Word if atom.case == Case::Upper => numbered(scene, at, citations),
        AtomKind::Syllable => named(scene, at, citations),
        _ => None,
    }
}

/// A document by its number, which begins at `at`.
fn numbered(scene: &Scene, at: usize, citations: &mut Citations) -> Option<usize> {
    let atoms = scene.rest(at);
    let (before, start) = type_before(scene, at);
    if let Some(length) = segment::document_number(atoms) {
        let number = number::read(&scene.words(at..at + length));
        let said = scene.after_any(at, &NUMBER) || at > 1 && scene.is(at - 1, ':') && scene.after_any(at - 1, &NUMBER);
        if before.is_some() || said || number::is_sure(&number.text) {
            let kind = before.filter(|k| *k != GENERIC).or_else(|| number::kind(&number.text)).or(before);
            let kind = kind.or_else(|| law_before(scene, at, &number.text));
            let own = before.is_none() && said && start_of_line(scene, at);
            citations.push(scene, start..at + length, number, kind, own);
            return Some(at + length);
        }
        return None;
    }
    let kind = before?;
    let length = segment::short_document_number(atoms)?;
    let number = number::read(&scene.words(at..at + length));
    is_short_reference(scene, at, length, kind, start).then(|| {
        citations.push(scene, start..at + length, number, Some(kind), false);
        at + length
    })
}

static NUMBER: Lazy<Vec<u32>> = Lazy::new(|| ids("số"));

/// Whether nothing but "Số:" stands before the number on its line.
fn start_of_line(scene: &Scene, at: usize) -> bool {
    (0..at).rev().take(3).find(|&n| scene.get(n).is_some_and(|a| a.gap >= Gap::Line)).is_some_and(|n| at - n <= 2)
}

/// The type that stands before a number, and where the citation begins: "Quyết định số", "KLTT số", "Thông tư".
fn type_before(scene: &Scene, at: usize) -> (Option<&'static str>, usize) {
    static NOTED: Lazy<Vec<u32>> = Lazy::new(|| ids("hiệu"));
    let mut end = at;
    let back = |end: usize, mark: char| end - usize::from(end > 0 && scene.is(end - 1, mark));
    end = back(end, ':');
    end -= usize::from(scene.after_any(end, &NOTED));
    end -= usize::from(scene.after_any(end, &NUMBER));
    end = back(back(end, ':'), '(');
    for length in (1..=7).rev() {
        let Some(start) = end.checked_sub(length) else { continue };
        let slice = scene.slice(start..end);
        let Some(kind) = TYPES.get(slice) else { continue };
        // A code is a type only in its own letters: "TB" and not "tb".
        let code = length == 1 && slice.iter().all(|a| a.kind == AtomKind::Word);
        if !code || slice.iter().all(|a| a.case != Case::Lower) {
            return (Some(kind), start);
        }
    }
    (None, at)
}

/// For an act of the National Assembly, whose number does not tell its type: the type that its clause speaks of.
fn law_before(scene: &Scene, at: usize, number: &str) -> Option<&'static str> {
    static LAW: Lazy<Vec<u32>> = Lazy::new(|| ids("luật"));
    static RESOLUTION: Lazy<Vec<u32>> = Lazy::new(|| ids("nghị quyết"));
    if !number.contains("/QH") {
        return None;
    }
    (at.saturating_sub(40)..at).rev().find_map(|n| {
        if scene.is_any(n, &LAW) {
            Some("Luật")
        } else {
            (scene.is_any(n, &RESOLUTION[..1]) && scene.is_any(n + 1, &RESOLUTION[1..])).then_some("Nghị quyết")
        }
    })
}

/// Whether a bare number after a type is a reference: "Nghị định 30/2020", "Nghị định số 30", "Nghị quyết 42 của".
fn is_short_reference(scene: &Scene, at: usize, length: usize, kind: &str, start: usize) -> bool {
    static GOES_ON: Lazy<Vec<u32>> = Lazy::new(|| {
        ids(
            "của về quy ngày năm và ban đã được là có cho để thì nêu tại với do đến sẽ nếu mà cũng còn hoặc trong theo thay sửa \
             hướng hết vẫn chưa không này nói ra vào từ cùng trên mới",
        )
    });
    let legal = SHORT.contains(&kind) || kind == "Luật";
    let numbered = scene.after_any(at, &NUMBER);
    let capital = scene.get(start).is_some_and(Atom::is_capital);
    let end = at + length;
    // A year or a code behind the number leaves no doubt; a date behind the type does ("Quyết định 02/10/2017").
    let dated = scene.is_tight(end, '/') || scene.is_tight(end, '-') && scene.is_number(end + 1) || scene.is(end, '%');
    let next = scene.get(end);
    let glued = next.is_some_and(|a| a.gap == Gap::None && a.is_word());
    let clear = next
        .is_none_or(|a| a.kind == AtomKind::Punct || GOES_ON.contains(&a.id()) || a.gap >= Gap::Line || a.is_capital());
    let plain = scene.str(at).len() <= 5 && !scene.str(at).contains(['.', ',']);
    let free = !dated && !glued && plain;
    free && legal
        && (capital || numbered)
        && (length > 1 || (numbered && kind != "Luật") || (clear && !is_year(scene, at)))
}

fn is_year(scene: &Scene, at: usize) -> bool {
    scene.year(at).is_some_and(|y| (1900..=2099).contains(&y))
}

/// A law by its name, with its number where that follows: "Luật Đất đai (số 31/2024/QH15)".
fn named(scene: &Scene, at: usize, citations: &mut Citations) -> Option<usize> {
    let law = law::read(scene, at)?;
    let open = law.end + usize::from(scene.is(law.end, '('));
    let said = open + usize::from(scene.is_any(open, &NUMBER));
    let said = said + usize::from(said > open && scene.is(said, ':'));
    if let Some(length) =
        scene.get(said).filter(|a| a.kind == AtomKind::Number).and_then(|_| segment::document_number(scene.rest(said)))
    {
        let number = number::read(&scene.words(said..said + length));
        citations.push(scene, at..said + length, number, Some(law.kind), false);
        return Some(said + length);
    }
    let cited = citations.push(
        scene,
        at..law.end,
        number::Number { text: String::new(), repaired: false },
        Some(law.kind),
        false,
    );
    cited.date = law.year.map(|y| y.to_string());
    // The year is a date as well: it is left to be read.
    Some(law.end)
}

/// How many citations back a short reference reaches.
const FAR: usize = 400;

impl Citations {
    fn push(
        &mut self,
        scene: &Scene,
        atoms: Range<usize>,
        number: number::Number,
        kind: Option<&'static str>,
        own: bool,
    ) -> &mut Cited {
        let cited = Cited {
            atoms: scene.place(atoms),
            sentence: scene.place(0..scene.atoms.len()),
            number: number.text,
            repaired: number.repaired,
            kind,
            issuer: None,
            date: None,
            own,
        };
        let at = self.list.len();
        self.list.push(cited);
        &mut self.list[at]
    }

    /// The citations with their dates and issuers; the dates that they take are marked as dates of issue.
    pub(super) fn finish(mut self, doc: &Document, dates: &mut [Mention]) -> Vec<Citation> {
        for n in 0..self.list.len() {
            let (before, rest) = self.list.split_at_mut(n);
            let Some(cited) = rest.first_mut() else { break };
            let sentence = cited.sentence.clone();
            Around::new(doc, dates).fill_in(cited, &sentence);
            if let Some(full) = before.iter().rev().take(FAR).find(|b| cited.refers_to(b)) {
                cited.number.clone_from(&full.number);
                cited.issuer = cited.issuer.take().or_else(|| full.issuer.clone());
                cited.date = cited.date.take().or_else(|| full.date.clone());
            }
            cited.issuer = cited.issuer.take().or_else(|| number::issuer(&cited.number, cited.date.as_deref()));
            cited.issuer = cited.issuer.take().or_else(|| cited.kind.and_then(sole_issuer).map(str::to_owned));
        }
        self.list.iter().map(|c| c.record(doc)).collect()
    }
}

/// The one body that issues documents of a type.
fn sole_issuer(kind: &str) -> Option<&'static str> {
    match kind {
        "Luật" | "Bộ luật" | "Hiến pháp" => Some("Quốc hội"),
        "Pháp lệnh" => Some("Ủy ban Thường vụ Quốc hội"),
        "Nghị định" => Some("Chính phủ"),
        "Lệnh" => Some("Chủ tịch nước"),
        _ => None,
    }
}

impl Cited {
    /// Whether this is a short reference to `full`: "Nghị định 30/2020" or "Nghị định số 30" to 30/2020/NĐ-CP.
    fn refers_to(&self, full: &Cited) -> bool {
        let short = !self.number.is_empty() && !self.number.contains(char::is_alphabetic);
        let rest = full.number.strip_prefix(self.number.as_str());
        short
            && self.kind == full.kind
            && full.number.contains(char::is_alphabetic)
            && rest.is_some_and(|r| r.starts_with(['/', '-']))
    }

    fn record(&self, doc: &Document) -> Citation {
        Citation {
            span: doc.source_span(&self.atoms),
            number: self.number.clone(),
            kind: self.kind.map(str::to_owned),
            issuer: self.issuer.clone(),
            date: self.date.clone(),
            repaired: self.repaired,
            body: None,
            body_ended: None,
        }
    }
}
