//! The occurrences of a document: every form that stands in it, read by what knows it best (the document's own
//! definitions, the caller's dictionaries, the built-in ones).

use super::define::{Definition, How};
use super::spot::{Spot, form_of};
use crate::dictionary::Expand;
use crate::dictionary::index::{self, Entry, Index, joint_spellings, letters_text};
use crate::document::Document;
use crate::phrases::Phrases;
use crate::segment::TokenKind;
use once_cell::sync::Lazy;
use std::ops::Range;

/// A form where it stands.
#[derive(Debug)]
pub(super) struct Seen<'a> {
    pub(super) atoms: Range<usize>,
    pub(super) known: Known<'a>,
    pub(super) shouted: bool,
}

/// What knows a form.
#[derive(Debug, Clone, Copy)]
pub(super) enum Known<'a> {
    /// The document: the number of the phrase among [`Local::phrases`], and what a dictionary has beside.
    Document(usize, Option<&'a Entry>),
    User(&'a Entry),
    BuiltIn(&'a Entry),
    /// A part of a joined form of the built-in dictionaries, and how many letters stand before it.
    Part(&'a Entry, usize),
    Citation,
    Nothing,
}

/// The forms that the document defines.
#[derive(Debug, Default)]
pub(super) struct Local {
    forms: Phrases<Vec<usize>>,
    pub(super) phrases: Vec<Phrase>,
}

/// A phrase that the document gives for a form.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Where the form is defined.
    pub(super) site: Range<usize>,
    pub(super) long: Range<usize>,
    pub(super) how: How,
}

impl Local {
    pub(super) fn new(doc: &Document<'_>, definitions: &[Definition]) -> Local {
        let mut local = Local::default();
        for definition in definitions {
            let how = definition.how;
            let phrase = Phrase { site: definition.form.clone(), long: definition.long.clone(), how };
            let form = form_of(doc, &definition.form);
            local.add(&form, phrase);
            for (part, long) in &definition.parts {
                let phrase = Phrase { site: definition.form.clone(), long: long.clone(), how };
                local.add(doc.atom_text(&doc.atoms()[*part]), phrase);
            }
        }
        local
    }

    fn add(&mut self, form: &str, phrase: Phrase) {
        let number = self.phrases.len();
        self.phrases.push(phrase);
        let parts: Vec<&str> = form.split(['-', '&', '/', '.', ' ']).filter(|p| !p.is_empty()).collect();
        let mut spellings = vec![form.to_string()];
        if (2..=4).contains(&parts.len()) {
            spellings.extend(joint_spellings(&parts, form.contains('.')));
        }
        spellings.sort_unstable();
        spellings.dedup();
        for spelling in spellings {
            self.forms.update(&spelling, |old| {
                let mut all = old.unwrap_or_default();
                all.push(number);
                all
            });
        }
    }

    /// The longest form that the atoms begin with, and the phrase that holds for it there: the last one before it, else
    /// the first one after it.
    fn longest(&self, atoms: &[crate::scan::Atom], at: usize) -> Option<(usize, usize)> {
        let (length, numbers) = self.forms.longest(&atoms[at..])?;
        let after = numbers.partition_point(|&n| self.phrases[n].site.start <= at);
        Some((length, *numbers.get(after.saturating_sub(1))?))
    }
}

/// The occurrences, in order; none overlaps another.
pub(super) fn seen<'a>(doc: &'a Document<'_>, spots: &[Spot], local: &Local, user: Option<&'a Index>) -> Vec<Seen<'a>> {
    let citations: Vec<Range<usize>> =
        doc.pieces().iter().filter(|p| p.kind == TokenKind::DocumentNumber).map(|p| p.atoms.clone()).collect();
    let reader = Reader { doc, local, user };
    let (mut found, mut free, mut cited) = (Vec::new(), 0, 0);
    for spot in spots.iter() {
        let at = spot.atom;
        while citations.get(cited).is_some_and(|c| c.end <= at) {
            cited += 1;
        }
        if at < free {
            continue;
        }
        let (length, known) =
            if citations.get(cited).is_some_and(|c| c.contains(&at)) { (1, Known::Citation) } else { reader.at(at) };
        free = at + length;
        match known {
            Known::BuiltIn(entry) => {
                let parts = apart(doc, &(at..free), entry);
                found.extend(parts.into_iter().map(|(atoms, known)| Seen { atoms, known, shouted: spot.shouted }));
            }
            _ => found.push(Seen { atoms: at..free, known, shouted: spot.shouted }),
        }
    }
    found
}

/// A form as one occurrence, or as several where its parts stand apart: "XD TM DV", "ĐV, NLĐ"; "TP HCM" is one.
fn apart<'a>(doc: &Document<'_>, range: &Range<usize>, entry: &'a Entry) -> Vec<(Range<usize>, Known<'a>)> {
    let whole = vec![(range.clone(), Known::BuiltIn(entry))];
    let atoms = doc.atoms().get(range.clone()).unwrap_or(&[]);
    static CITY: Lazy<Vec<u32>> = Lazy::new(|| crate::scan::ids("TP TX"));
    let one = entry.form.contains('.') || atoms.first().is_some_and(|a| CITY.contains(&a.id()));
    let (Some(sense), false) = (entry.senses.first(), one) else { return whole };
    let marked = atoms.iter().any(|a| a.is('-') || a.is('&') || a.is('/'));
    let mut parts: Vec<Range<usize>> = std::iter::once(0..1).collect();
    for (n, atom) in atoms.iter().enumerate().skip(1) {
        let comma = atom.is(',') && !marked;
        match parts.last_mut() {
            _ if atom.is_word() && (atoms[n - 1].is_word() || (atoms[n - 1].is(',') && !marked)) => {
                parts.push(n..n + 1)
            }
            Some(last) if !comma => last.end = n + 1,
            _ => {}
        }
    }
    if parts.len() < 2 {
        return whole;
    }
    let (mut letters, mut found) = (0, Vec::new());
    for part in parts {
        let own: String = atoms[part.clone()].iter().map(|a| doc.atom_text(a)).collect();
        let count = own.chars().filter(|c| c.is_uppercase()).count();
        if letters_text(&sense.expansion, letters, &own).is_none() {
            return whole;
        }
        found.push((range.start + part.start..range.start + part.end, Known::Part(entry, letters)));
        letters += count;
    }
    found
}

struct Reader<'a, 'd, 't> {
    doc: &'a Document<'t>,
    local: &'d Local,
    user: Option<&'a Index>,
}

impl<'a> Reader<'a, '_, '_> {
    /// The form that begins with an atom: the longest that anything knows.
    fn at(&self, at: usize) -> (usize, Known<'a>) {
        let rest = &self.doc.atoms()[at..];
        let text = self.doc.view_text();
        let listed = index::built_in().forms(rest, text).last();
        let own = self.user.and_then(|u| u.forms(rest, text).last());
        let defined = self.local.longest(self.doc.atoms(), at);
        let longest = [listed.map(|l| l.0), own.map(|o| o.0), defined.map(|d| d.0)].into_iter().flatten().max();
        let Some(length) = longest else { return (1, Known::Nothing) };
        let listed = listed.filter(|l| l.0 == length).map(|l| l.1);
        let own = own.filter(|o| o.0 == length).map(|o| o.1);
        let defined = defined.filter(|d| d.0 == length).map(|d| d.1);
        let known = match (own, defined, listed) {
            (Some(entry), _, _) if entry.expand == Expand::Never => Known::User(entry),
            (own, Some(phrase), listed) => Known::Document(phrase, own.or(listed)),
            (Some(entry), None, _) => Known::User(entry),
            (None, None, Some(entry)) => Known::BuiltIn(entry),
            (None, None, None) => Known::Nothing,
        };
        // The dot of "TP." is looked at where it matters; the form is "TP".
        let dot = length > 1 && rest.get(length - 1).is_some_and(|a| a.is('.'));
        (if dot { length - 1 } else { length }, known)
    }
}
