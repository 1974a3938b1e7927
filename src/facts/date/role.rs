//! What a date is of: the publication of the page, its clock, the issue of the document.

use super::Mention;
use crate::document::Document;
use crate::facts::Role;
use crate::phrases::Phrases;
use crate::scan::{Atom, Gap, ids};
use crate::zone::{Block, ZoneKind};
use once_cell::sync::Lazy;
use std::ops::Range;

static PUBLISHED: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/dates/published.txt")));

/// A date in a line of its own outside of the text.
struct Bar {
    mention: usize,
    block: usize,
    /// Words of publication stand in the line.
    told: bool,
    /// A weekday or a time zone stands there: a clock, if the page tells its date elsewhere.
    ticking: bool,
}

/// Gives the dates of the page and of its letterhead their roles.
pub(super) fn assign(doc: &Document, mentions: &mut [Mention]) {
    let page = Page::of(doc);
    let mut bars = Vec::new();
    for (n, mention) in mentions.iter_mut().enumerate() {
        let Some(block) = doc.blocks().get(mention.block) else { continue };
        if page.is_letterhead(mention, block) {
            (mention.role, mention.own) = (Some(Role::Issued), true);
        } else if let Some(bar) = page.bar(n, mention, block) {
            bars.push(bar);
        }
    }
    let told = bars.iter().any(|b| b.told);
    let below = bars.iter().any(|b| page.is_below_headline(b.block));
    for bar in &bars {
        let other = told || below;
        let mine = if told { bar.told } else { page.is_below_headline(bar.block) };
        let role = match (mine, other, bar.ticking) {
            (true, _, _) => Some(Role::Published),
            (false, _, true) => Some(Role::PageClock),
            (false, false, false) => Some(Role::Published),
            (false, true, false) => None,
        };
        if let (Some(mention), Some(_)) = (mentions.get_mut(bar.mention), role) {
            mention.role = role;
        }
    }
}

/// What is to be known of the page as a whole.
struct Page<'d> {
    atoms: &'d [Atom],
    headline: Option<usize>,
    /// The first paragraph that tells the story.
    story: Option<usize>,
}

/// Paragraphs of so many atoms tell something.
const PROSE: usize = 25;
/// Lines of more atoms are no date bars.
const BAR: usize = 30;

impl<'d> Page<'d> {
    fn of(doc: &'d Document) -> Page<'d> {
        let prose = |b: &Block| b.kind.is_story() && b.atoms.len() >= PROSE;
        Page {
            atoms: doc.atoms(),
            headline: doc.blocks().iter().position(|b| b.kind == ZoneKind::Headline),
            story: doc.blocks().iter().position(prose),
        }
    }

    fn slice(&self, range: Range<usize>) -> &'d [Atom] {
        self.atoms.get(range).unwrap_or(&[])
    }

    fn is_below_headline(&self, block: usize) -> bool {
        self.headline.is_some_and(|h| block >= h)
    }

    /// The date of a letter: in its head, or in a line of its own after the place ("Hà Nội, ngày 2 tháng 10 năm 2017").
    fn is_letterhead(&self, mention: &Mention, block: &Block) -> bool {
        static DAY: Lazy<Vec<u32>> = Lazy::new(|| ids("ngày"));
        if mention.from.year.is_none() || mention.from.month.is_none() {
            return false;
        }
        let before = self.slice(block.atoms.start..mention.atoms.start);
        let after = self.slice(mention.atoms.end..block.atoms.end);
        let dated = before.iter().rev().take(3).any(|a| DAY.contains(&a.id()));
        let comma = before.iter().take(10).position(|a| a.is(','));
        let place =
            comma.is_some_and(|n| (1..=8).contains(&n) && before[..n].iter().all(|a| a.is_capital() || !a.is_word()));
        dated && (block.kind == ZoneKind::Letterhead || (place && after.len() <= 1 && before.len() <= 14))
    }

    fn bar(&self, n: usize, mention: &Mention, block: &Block) -> Option<Bar> {
        let full = mention.from.day.is_some() && mention.from.year.is_some() && mention.until.is_none();
        let line = self.line(mention, block).filter(|_| full)?;
        let told = (0..line.len()).any(|at| PUBLISHED.starts(&line[at..]));
        let ticking = mention.weekday || line.iter().any(is_zone);
        let bare = self.is_bare(mention, line);
        let framed =
            bare || matches!(block.kind, ZoneKind::Chrome | ZoneKind::Byline | ZoneKind::Heading | ZoneKind::Caption);
        // A text without prose is all body: there a bar must show itself by its words.
        let apart = framed && self.story.is_some() || self.story.is_none() && (told || ticking);
        let early = self.story.is_none_or(|s| mention.block < s) || (told && framed);
        let is_bar = apart && early && !is_footer(line);
        is_bar.then_some(Bar { mention: n, block: mention.block, told, ticking })
    }

    /// The line of a date, where it is short.
    fn line(&self, mention: &Mention, block: &Block) -> Option<&'d [Atom]> {
        let from = mention.atoms.start.saturating_sub(BAR).max(block.atoms.start);
        let to = (mention.atoms.end + BAR).min(block.atoms.end);
        let breaks = |n: &usize| self.atoms.get(*n).is_some_and(|a| a.gap >= Gap::Line);
        let start = (from..=mention.atoms.start).rev().find(breaks).unwrap_or(from);
        let end = (mention.atoms.end..to).find(breaks).unwrap_or(to);
        Some(self.slice(start..end)).filter(|line| line.len() <= BAR)
    }

    /// Whether the line holds nothing but the date and the time.
    fn is_bare(&self, mention: &Mention, line: &[Atom]) -> bool {
        static TIMES: Lazy<Vec<u32>> = Lazy::new(|| ids("am pm gmt utc h g lúc ngày thứ"));
        let own = self.slice(mention.atoms.clone());
        let (first, last) = (own.first().map_or(0, Atom::start), own.last().map_or(0, Atom::end));
        let outside = |a: &&Atom| a.start() < first || a.start() >= last;
        line.iter().filter(outside).all(|a| !a.is_word() || TIMES.contains(&a.id()))
    }
}

fn is_zone(atom: &Atom) -> bool {
    static ZONES: Lazy<Vec<u32>> = Lazy::new(|| ids("gmt utc"));
    ZONES.contains(&atom.id())
}

/// "Giấy phép số 12/GP-BTTTT cấp ngày …".
fn is_footer(line: &[Atom]) -> bool {
    static LICENCE: Lazy<Vec<u32>> = Lazy::new(|| ids("phép"));
    line.iter().any(|a| LICENCE.contains(&a.id()))
}
