//! Zones: what each line of a page is for. Only a lead and a body tell the story; the rest frames it.

mod features;
mod lines;
mod model;
mod rules;
mod wrap;

use crate::scan::Atom;
use crate::span::Span;
use std::ops::Range;

/// What a stretch of whole lines is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ZoneKind {
    /// The head of an official document: body, motto, number, place and date.
    Letterhead,
    /// The title, and its repeat.
    Headline,
    /// The paragraph that tells the story in short (sapo).
    Lead,
    /// The title of a section.
    Heading,
    /// What is written under a picture.
    Caption,
    /// Rows of cells.
    Table,
    /// Who wrote it.
    Byline,
    /// Who signed it, and to whom it goes.
    Signature,
    /// What belongs to the web page: menus, counters, clocks, links.
    Chrome,
    /// The text itself.
    Body,
}

impl ZoneKind {
    /// The name of the kind, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            ZoneKind::Letterhead => "letterhead",
            ZoneKind::Headline => "headline",
            ZoneKind::Lead => "lead",
            ZoneKind::Heading => "heading",
            ZoneKind::Caption => "caption",
            ZoneKind::Table => "table",
            ZoneKind::Byline => "byline",
            ZoneKind::Signature => "signature",
            ZoneKind::Chrome => "chrome",
            ZoneKind::Body => "body",
        }
    }

    /// Whether its sentences tell the story: lead and body.
    pub fn is_story(self) -> bool {
        matches!(self, ZoneKind::Lead | ZoneKind::Body)
    }
}

/// A stretch of whole lines and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// From the first to the last character that is no white space.
    pub span: Span,
    /// What it is for.
    pub kind: ZoneKind,
}

/// A paragraph: the lines that are read as one, and the unit that sentences never cross.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The atoms of the paragraph.
    pub(crate) atoms: Range<usize>,
    pub(crate) kind: ZoneKind,
}

/// Cuts the atoms of a text into paragraphs and says what each is for.
pub(crate) fn blocks(text: &str, atoms: &[Atom]) -> Vec<Block> {
    let lines = lines::lines(atoms);
    let paragraphs = wrap::paragraphs(text, &lines, atoms);
    let page = rules::read(text, atoms, &lines, &paragraphs);
    let kinds = kinds(&page);
    page.parts.into_iter().zip(kinds).map(|(part, kind)| Block { atoms: part.atoms, kind }).collect()
}

/// What each paragraph is for. Where nothing tells a story the rules alone say it.
fn kinds(page: &rules::Page<'_>) -> Vec<ZoneKind> {
    let told = page.parts.len() > 1 && page.parts.iter().any(|p| p.prose);
    if !told {
        return page.parts.iter().map(|p| p.kind.unwrap_or(ZoneKind::Body)).collect();
    }
    let mut kinds = model::built_in().decode(&features::Sheet::new(page));
    for (n, kind) in kinds.iter_mut().enumerate().filter(|(_, kind)| **kind == ZoneKind::Body) {
        *kind = page.never_body(n).unwrap_or(ZoneKind::Body);
    }
    kinds
}

/// The paragraphs alone, as ranges of atoms.
pub(crate) fn paragraphs(text: &str, atoms: &[Atom]) -> Vec<Range<usize>> {
    let lines = lines::lines(atoms);
    let atoms_of = |p: Range<usize>| lines[p.start].atoms.start..lines[p.end - 1].atoms.end;
    wrap::paragraphs(text, &lines, atoms).into_iter().map(atoms_of).collect()
}

/// The inside of the layer for the `train` crate.
#[cfg(feature = "train")]
pub mod learning {
    pub use super::model::{ALL, HEADER, KINDS, MAGIC, RECORD, VERSION, best_row, fingerprint, hash, slot};
    use super::{ZoneKind, features::Sheet, lines, model, rules, wrap};
    use crate::error::Error;
    use crate::normal::View;
    use crate::scan::scan;

    /// The paragraphs of a page: the number of the line that each begins on, and its features.
    pub fn paragraphs(page: &str) -> Vec<(usize, Vec<u64>)> {
        let view = View::new(page);
        let text = view.text();
        let atoms = scan(text);
        let lines = lines::lines(&atoms);
        let paragraphs = wrap::paragraphs(text, &lines, &atoms);
        let page = rules::read(text, &atoms, &lines, &paragraphs);
        let sheet = Sheet::new(&page);
        let place = |n: usize| text[..page.atoms(n)[0].start()].matches('\n').count();
        let features = |n: usize| {
            let mut all = Vec::new();
            sheet.of(n, |f| all.push(f));
            all
        };
        (0..page.parts.len()).map(|n| (place(n), features(n))).collect()
    }

    /// What a model makes of the paragraphs of a page.
    ///
    /// # Errors
    /// Bytes that are no model.
    pub fn kinds(page: &str, bytes: &'static [u8]) -> Result<Vec<ZoneKind>, Error> {
        let model = model::Model::open(bytes)?;
        let view = View::new(page);
        let atoms = scan(view.text());
        let lines = lines::lines(&atoms);
        let paragraphs = wrap::paragraphs(view.text(), &lines, &atoms);
        let page = rules::read(view.text(), &atoms, &lines, &paragraphs);
        Ok(model.decode(&Sheet::new(&page)))
    }
}
