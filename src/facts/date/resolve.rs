//! Fills in what a date leaves out, from its sentence and from the date of the document.

use super::Mention;
use super::relative::{self, Distance};
use super::value::Moment;
use crate::document::Document;
use crate::facts::Role;
use crate::zone::ZoneKind;

/// Fills in years, turns "hôm qua" into a day, and drops what only the page's furniture says ("Truy cập hôm nay: 358").
pub(super) fn fill_in(doc: &Document, mentions: &mut Vec<Mention>) {
    let chrome = |m: &Mention| doc.blocks().get(m.block).is_some_and(|b| b.kind == ZoneKind::Chrome);
    mentions.retain(|m| !(m.distance.is_some() && m.from == Moment::default() && chrome(m)));
    let today = reference(doc, mentions);
    let mut said = Said::default();
    for mention in mentions.iter_mut() {
        said.open(mention.sentence);
        if !mention.lunar && !mention.yearly {
            mention.fill(today, &said);
        }
        said.hear(mention);
    }
}

/// The day of writing: as the caller has it, else as the page or the letterhead states it.
fn reference(doc: &Document, mentions: &[Mention]) -> Option<Moment> {
    let of = |role: Role| mentions.iter().find(|m| m.role == Some(role) && m.from.year.is_some()).map(|m| m.from);
    let date = doc.settings().date.and_then(relative::of_date);
    // What a cited decree was issued on says nothing of the text's own day.
    let letterhead = || mentions.iter().find(|m| m.own && m.from.year.is_some()).map(|m| m.from);
    date.or_else(|| of(Role::Published)).or_else(letterhead).or_else(|| {
        // The clock of the page is no date of the text, unless the text speaks of the same day.
        let clock = of(Role::PageClock)?;
        let same = |m: &Mention| m.role.is_none() && (m.from.day, m.from.month) == (clock.day, clock.month);
        mentions.iter().any(same).then_some(clock)
    })
}

/// The year that the sentence speaks of so far.
#[derive(Default)]
struct Said {
    sentence: usize,
    dated: Option<u16>,
    named: Option<u16>,
}

impl Said {
    fn open(&mut self, sentence: usize) {
        if self.sentence != sentence {
            *self = Said { sentence, ..Said::default() };
        }
    }

    fn hear(&mut self, mention: &Mention) {
        let Some(year) = mention.from.year.filter(|_| !mention.inferred && mention.distance.is_none()) else { return };
        if mention.from.month.or(mention.from.quarter).is_some() {
            self.dated = Some(year);
        } else if mention.until.is_none() {
            self.named = self.named.or(Some(year));
            // "Năm 2015, ngày 3/2 …" opens with the year of what follows.
            if mention.atoms.start <= self.sentence + 1 {
                self.dated = Some(year);
            }
        }
    }
}

impl Mention {
    fn fill(&mut self, today: Option<Moment>, said: &Said) {
        if let Some(distance) = self.distance {
            return self.count_from(today, distance);
        }
        if self.from.year.is_some() {
            return;
        }
        let near = today.and_then(|t| year_near(self.from, t));
        // A year that is still to come was said of a term; what follows it is of this year again.
        let dated = said.dated.filter(|d| today.and_then(|t| t.year).is_none_or(|year| *d <= year));
        let Some(year) = dated.or(near).or(said.dated).or(said.named) else { return };
        self.inferred = true;
        self.from = self.from.in_year(year);
        self.until = self.until.map(|u| if u.year.is_none() { u.in_year(year) } else { u });
    }

    fn count_from(&mut self, today: Option<Moment>, distance: Distance) {
        let Some(today) = today else { return };
        if self.from == Moment::default() {
            self.from = distance.from(today).unwrap_or_default();
        } else if let (Some(by), Some(year)) = (distance.years(), today.year) {
            let year = year.saturating_add_signed(i16::from(by));
            self.from = self.from.in_year(year);
            self.until = self.until.map(|u| u.in_year(year));
        }
    }
}

/// The year of a day and month in a text of `today`: that year, but in January the end of a year is the last one's.
fn year_near(moment: Moment, today: Moment) -> Option<u16> {
    let year = today.year?;
    let turned = today.month.is_some_and(|m| m <= 2) && moment.month.is_some_and(|m| m >= 11);
    Some(if turned { year.saturating_sub(1) } else { year })
}
