//! Dates: in figures, in words and in any mix, ranges and lists of them, and those that are told from the day of writing.
//!
//! A reader at each place of a sentence collects mentions; what they leave out (the year of "9/7", the month of "5 đến
//! 12/9") is filled in from their neighbours at once, and from the date of the document when all of it has been read.

mod context;
mod figure;
mod join;
mod line;
mod phrase;
mod relative;
mod resolve;
mod role;
mod value;

use super::scene::Scene;
use super::{Date, Role};
use crate::document::Document;
use figure::Found;
use phrase::Opening;
use relative::Distance;
use std::ops::Range;
pub(super) use value::Moment;

/// A date as it was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// Its atoms in the document.
    pub(super) atoms: Range<usize>,
    pub(super) from: Moment,
    pub(super) until: Option<Moment>,
    pub(super) role: Option<Role>,
    /// Whether it is the date of the text itself, in its letterhead.
    own: bool,
    /// The paragraph and the first atom of the sentence that it stands in.
    block: usize,
    sentence: usize,
    /// How far it lies from the day of writing, or its year does.
    distance: Option<Distance>,
    /// A day of the lunar year, which is never converted.
    lunar: bool,
    /// A day or month of every year, which is given none.
    yearly: bool,
    /// A weekday stands before it.
    weekday: bool,
    /// The time of day with its zone, as in the value: "T09:38:53+07:00".
    clock: Option<String>,
    /// Whether its year was filled in.
    inferred: bool,
    /// Whether a list or a range ties it to the mention before.
    linked: bool,
}

/// The mentions of a document, as they are collected.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) list: Vec<Mention>,
    block: usize,
    sentence: usize,
}

impl Mentions {
    /// Says where the reader stands: the number of the paragraph and of the first atom of the sentence.
    pub(super) fn open_sentence(&mut self, block: usize, sentence: usize) {
        self.block = block;
        self.sentence = sentence;
    }

    /// The last mention, if it stands in this sentence.
    fn last_here(&self) -> Option<&Mention> {
        self.list.last().filter(|m| m.sentence == self.sentence)
    }

    fn push(&mut self, scene: &Scene, start: usize, found: Found) -> &mut Mention {
        let mention = Mention {
            atoms: scene.place(start..found.end),
            from: found.from,
            until: found.until,
            role: None,
            own: false,
            block: self.block,
            sentence: self.sentence,
            distance: None,
            lunar: phrase::is_lunar(scene, found.end),
            yearly: phrase::is_yearly(scene, found.end),
            weekday: false,
            clock: None,
            inferred: false,
            linked: false,
        };
        let at = self.list.len();
        self.list.push(mention);
        &mut self.list[at]
    }

    /// The dates, with all that the document tells of them.
    pub(super) fn finish(&mut self, doc: &Document) {
        role::assign(doc, &mut self.list);
        resolve::fill_in(doc, &mut self.list);
    }

    /// The public form.
    pub(super) fn records(&self, doc: &Document) -> Vec<Date> {
        self.list.iter().map(|m| m.record(doc)).collect()
    }
}

impl Mention {
    fn record(&self, doc: &Document) -> Date {
        let mut value = if self.lunar { None } else { self.from.iso() };
        let mut grain =
            self.distance.filter(|_| self.from == Moment::default()).map_or(self.from.grain(), Distance::grain);
        if let (Some(value), Some(clock)) = (&mut value, &self.clock) {
            value.push_str(clock);
            grain = super::Grain::Second;
        }
        Date {
            span: doc.source_span(&self.atoms),
            value,
            until: self.until.filter(|_| !self.lunar).and_then(Moment::iso),
            grain,
            relative: self.distance.is_some(),
            role: self.role,
            own: self.own,
        }
    }
}

/// Reads a date at `at`, and gives the end of what it took.
pub(super) fn read(scene: &Scene, at: usize, mentions: &mut Mentions) -> Option<usize> {
    let opening = phrase::opening(scene, at)?;
    let found = match opening {
        Opening::Figure => figure::read(scene, at).or_else(|| join::continued(scene, at, mentions)),
        Opening::Month => phrase::month(scene, at),
        Opening::Quarter => return quarters(scene, at, mentions),
        Opening::ShortQuarter => phrase::short_quarter(scene, at),
        Opening::Lunar => return lunar(scene, at, mentions),
        Opening::Relative => None,
    };
    match found {
        Some(found) => Some(keep(scene, at, found, mentions)),
        None => told_from_today(scene, at, mentions),
    }
}

/// Keeps a date with the weekday before it and the time or the relative year after it.
fn keep(scene: &Scene, at: usize, found: Found, mentions: &mut Mentions) -> usize {
    let weekday = phrase::weekday_before(scene, at).filter(|_| found.from.day.is_some());
    let clock = found.from.year.and(found.from.day).and_then(|_| clock(scene, found.end));
    let year = found.from.year.is_none().then(|| relative::read(scene, found.end)).flatten();
    let year = year.filter(|(_, distance)| distance.years().is_some());
    let end = clock.as_ref().map(|c| c.0).or(year.map(|y| y.0)).unwrap_or(found.end);
    let before = join::apposition(scene, weekday.unwrap_or(at), found, mentions);
    let mention = mentions.push(scene, weekday.unwrap_or(at), Found { end, ..found });
    mention.weekday = weekday.is_some();
    mention.clock = clock.map(|c| c.1);
    mention.distance = year.map(|y| y.1).or(before);
    join::link(scene, at, mentions);
    end
}

/// The time of day after a date, where it is told to the second: its end and its form in the value.
fn clock(scene: &Scene, end: usize) -> Option<(usize, String)> {
    let at = end + usize::from(scene.is(end, ',') || scene.is(end, '|') || scene.is(end, '-'));
    let (hour, minute) = (scene.digits(at, 1..=2)?, scene.digits(at + 2, 2..=2)?);
    let second = scene.digits(at + 4, 2..=2)?;
    let tight = scene.is_tight(at + 1, ':') && scene.is_tight(at + 3, ':');
    if !tight || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let (end, zone) = zone(scene, at + 5).unwrap_or((at + 5, String::new()));
    Some((end, format!("T{hour:02}:{minute:02}:{second:02}{zone}")))
}

/// "GMT+7", "(GMT+7)": its end and its form in the value.
fn zone(scene: &Scene, at: usize) -> Option<(usize, String)> {
    let open = usize::from(scene.is(at, '('));
    let at = at + open;
    let named = scene.str(at).eq_ignore_ascii_case("gmt") || scene.str(at).eq_ignore_ascii_case("utc");
    let sign = if scene.is(at + 1, '+') { '+' } else { '-' };
    let hours = scene.digits(at + 2, 1..=2).filter(|h| named && *h <= 14 && (sign == '+' || scene.is(at + 1, '-')))?;
    Some((at + 3 + usize::from(open == 1 && scene.is(at + 3, ')')), format!("{sign}{hours:02}:00")))
}

/// "quý I/2020", "quý I, II và III/2020".
fn quarters(scene: &Scene, at: usize, mentions: &mut Mentions) -> Option<usize> {
    let found = phrase::quarter(scene, at)?;
    let mut end = keep(scene, at, found, mentions);
    while join::is_list(scene, end) {
        let Some(next) = phrase::listed_quarter(scene, end + 1) else { break };
        keep(scene, end + 1, next, mentions);
        end = next.end;
    }
    Some(end)
}

fn lunar(scene: &Scene, at: usize, mentions: &mut Mentions) -> Option<usize> {
    let end = phrase::lunar(scene, at)?;
    let day = Moment { day: Some(1), ..Moment::default() };
    mentions.push(scene, at, Found::new(end, day)).lunar = true;
    Some(end)
}

/// "năm nay", "hôm qua".
fn told_from_today(scene: &Scene, at: usize, mentions: &mut Mentions) -> Option<usize> {
    let (end, distance) = relative::read(scene, at)?;
    mentions.push(scene, at, Found::new(end, Moment::default())).distance = Some(distance);
    Some(end)
}
