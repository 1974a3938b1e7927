//! Zones: what each line of a page is for. Only a lead and a body tell the story; the rest frames it.

mod classify;
mod lines;
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
    classify::classify(text, atoms, &lines, &paragraphs)
}

/// The paragraphs alone, as ranges of atoms.
pub(crate) fn paragraphs(text: &str, atoms: &[Atom]) -> Vec<Range<usize>> {
    let lines = lines::lines(atoms);
    let atoms_of = |p: Range<usize>| lines[p.start].atoms.start..lines[p.end - 1].atoms.end;
    wrap::paragraphs(text, &lines, atoms).into_iter().map(atoms_of).collect()
}
