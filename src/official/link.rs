//! Who holds which position: titles before a name, in apposition after it, by a verb, and in lists.

use super::lists::{HONORIFICS, LINKS, PRIVATE, length};
use super::title::{self, Title};
use super::{name, organization};
use crate::scan::{Atom, Gap, ids};
use once_cell::sync::Lazy;
use std::ops::Range;

/// A position that a person is said to hold; all ranges are atoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: Range<usize>,
    pub(super) title: Range<usize>,
    pub(super) organization: Option<Range<usize>>,
    pub(super) rank: Option<Range<usize>>,
    pub(super) former: bool,
}

/// One position as it stands, not yet linked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Position {
    title: Range<usize>,
    organization: Option<Range<usize>>,
    former: bool,
    private: bool,
    end: usize,
}

/// A run of atoms under work: a sentence, or a paragraph.
pub(super) struct Reader<'a> {
    pub(super) atoms: &'a [Atom],
    pub(super) text: &'a str,
}

impl Reader<'_> {
    fn rest(&self, at: usize) -> &[Atom] {
        self.atoms.get(at..).unwrap_or(&[])
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.atoms.get(at).is_some_and(|a| a.is(mark))
    }

    /// All positions of the atoms, in order.
    pub(super) fn read(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.atoms.len() {
            at = self.step(at, &mut found);
        }
        found
    }

    /// Reads what begins at `at`, and tells where to go on.
    fn step(&self, at: usize, found: &mut Vec<Found>) -> usize {
        if let Some(end) = self.before_name(at, found) {
            return end;
        }
        if let Some(name) = self.person(at) {
            let end = self.after_name(name.clone(), None, found);
            return end.max(name.end);
        }
        at + 1
    }

    /// Positions and ranks before a name: "Thứ trưởng Bộ Công Thương Cao Quốc Hưng", "GS.TS Trần Văn A".
    fn before_name(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        let (positions, end) = self.chain(at, true);
        let mut end = end;
        let rank_start = if positions.is_empty() { at } else { end };
        let rank = title::rank(self.rest(rank_start));
        if positions.is_empty() && rank == 0 {
            return None;
        }
        end = rank_start + rank;
        let comma =
            usize::from(!positions.is_empty() && self.is(end, ',') && length(&HONORIFICS, self.rest(end + 1)) > 0);
        let polite = length(&HONORIFICS, self.rest(end + comma));
        let second = title::rank(self.rest(end + comma + polite));
        let start = end + comma + polite + second;
        let length = name::expected(self.rest(start), self.text);
        if length == 0 || self.named_after(at) || self.atoms[start].gap > Gap::Line {
            return None;
        }
        let person = start..start + length;
        let rank =
            if rank > 0 { Some(rank_start..rank_start + rank) } else { (second > 0).then(|| start - second..start) };
        if positions.is_empty() {
            let before = found.len();
            let next = self.after_name(person.clone(), rank.clone(), found);
            if found.len() == before {
                let title = rank.clone()?;
                found.push(Found { name: person.clone(), title, organization: None, rank, former: false });
            }
            return Some(next.max(person.end));
        }
        self.link(&positions, person.clone(), rank.clone(), found);
        let end = self.more_names(&positions, person.end, found);
        Some(self.after_name(person, rank, found).max(end))
    }

    /// Records each position for a person.
    fn link(&self, positions: &[Position], name: Range<usize>, rank: Option<Range<usize>>, found: &mut Vec<Found>) {
        for (n, p) in positions.iter().enumerate() {
            // Titles that a dash, a comma or "kiêm" joins before one body share it.
            let shared = positions[n..].iter().find_map(|q| q.organization.clone());
            let near = positions.len() <= 2 || n + 1 == positions.len();
            let organization = p.organization.clone().or(shared.filter(|_| near));
            let organization =
                organization.filter(|o| !(p.private && organization::place(&self.atoms[o.clone()]) == o.len()));
            found.push(Found {
                name: name.clone(),
                title: p.title.clone(),
                organization,
                rank: rank.clone(),
                former: p.former,
            });
        }
    }

    /// More persons with the same positions: "các Phó Thủ tướng A, B và C".
    fn more_names(&self, positions: &[Position], from: usize, found: &mut Vec<Found>) -> usize {
        static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng"));
        static PLURAL: Lazy<Vec<u32>> = Lazy::new(|| ids("các hai ba bốn năm những"));
        let first = positions.first().map_or(0, |p| p.title.start);
        let plural = first > 0 && PLURAL.contains(&self.atoms[first - 1].id());
        let mut end = from;
        while plural {
            let joint =
                self.is(end, ',') || self.is(end, ';') || self.atoms.get(end).is_some_and(|a| AND.contains(&a.id()));
            let polite = length(&HONORIFICS, self.rest(end + 1));
            let name = name::full(self.rest(end + 1 + polite), self.text);
            if !joint || name == 0 {
                break;
            }
            let start = end + 1 + polite;
            self.link(positions, start..start + name, None, found);
            end = start + name;
        }
        end
    }

    /// A person who shows himself: an honorific and a name, or a full name.
    fn person(&self, at: usize) -> Option<Range<usize>> {
        let polite = length(&HONORIFICS, self.rest(at));
        let start = at + polite + title::rank(self.rest(at + polite));
        let length = if polite > 0 {
            name::expected(self.rest(start), self.text)
        } else {
            name::full(self.rest(start), self.text)
        };
        (length > 0 && !self.named_after(start)).then(|| start..start + length)
    }

    /// Streets, schools and awards are named after people.
    fn named_after(&self, at: usize) -> bool {
        static THINGS: Lazy<Vec<u32>> = Lazy::new(|| {
            ids("đường phố phường trường thpt thcs cầu giải quỹ tượng đài hẻm ngõ công-viên bảo-tàng lăng huyện quận")
        });
        let before = at.checked_sub(1).map(|n| self.atoms[n].id());
        before.is_some_and(|id| THINGS.contains(&id))
    }

    /// Positions after a name: in apposition, in brackets, after a dash, or by a verb.
    fn after_name(&self, name: Range<usize>, rank: Option<Range<usize>>, found: &mut Vec<Found>) -> usize {
        let mut end = name.end;
        if self.is(end, '(') {
            let open = end + 1;
            let (positions, inner) = self.chain(open, false);
            if !positions.is_empty() {
                self.link_each(&positions, &name, &rank, found);
                return inner;
            }
            // "(32 tuổi)", "(phải)": a remark to be passed over.
            match (open..(open + 12).min(self.atoms.len())).find(|&n| self.is(n, ')')) {
                Some(close) => end = close + 1,
                None => return name.end,
            }
        }
        for from in self.openings(end) {
            let (positions, next) = self.chain(from, false);
            if positions.is_empty() || self.belongs_to_next(&positions, next) {
                continue;
            }
            self.link_each(&positions, &name, &rank, found);
            return next;
        }
        name.end
    }

    /// As [`link`](Reader::link), but every position has its own body.
    fn link_each(
        &self,
        positions: &[Position],
        name: &Range<usize>,
        rank: &Option<Range<usize>>,
        found: &mut Vec<Found>,
    ) {
        self.link(positions, name.clone(), rank.clone(), found);
    }

    /// Where an apposition may begin after a name: behind ",", "-", ":", or a verb of holding office.
    fn openings(&self, end: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        let Some(next) = self.atoms.get(end) else { return starts };
        if next.is(',') || next.is('-') || next.is(':') {
            starts.push(end + 1);
        }
        // A few words may stand between the name and the verb: "ông A hiện là …", "…, 54 tuổi, giữ chức …".
        for at in end..(end + 8).min(self.atoms.len()) {
            let verb = length(&LINKS, self.rest(at));
            if verb > 0 {
                starts.push(at + verb);
                break;
            }
            let stop = self.atoms[at].is('.') || self.atoms[at].is(';') || (at > end && self.atoms[at].is(','));
            if stop {
                break;
            }
        }
        starts
    }

    /// Whether positions in apposition are those of the next person: "A, Thứ trưởng Bộ Y tế B".
    fn belongs_to_next(&self, positions: &[Position], next: usize) -> bool {
        let polite = length(&HONORIFICS, self.rest(next));
        let one = positions.len() == 1;
        let name = name::full(self.rest(next + polite), self.text);
        let direct = name > 0 && self.atoms.get(next + polite).is_some_and(|a| a.gap <= Gap::Space);
        one && direct
    }

    /// Positions one after the other, joined by ",", "-", "kiêm" or "và"; and where they end.
    fn chain(&self, at: usize, before_name: bool) -> (Vec<Position>, usize) {
        static JOINTS: Lazy<Vec<u32>> = Lazy::new(|| ids("kiêm và"));
        let mut positions = Vec::new();
        let (mut from, mut end) = (at, at);
        while let Some(position) = self.position(from, before_name) {
            end = position.end;
            positions.push(position);
            let Some(next) = self.atoms.get(end) else { break };
            let joint = next.is(',') || next.is('-') || next.is('/') || JOINTS.contains(&next.id());
            if !joint {
                break;
            }
            from = end + 1;
            let more = length(&LINKS, self.rest(from));
            from += if self.position(from + more, before_name).is_some() { more } else { 0 };
        }
        (positions, end)
    }

    /// One position: a title, and the body after it or after "của", "tại".
    fn position(&self, at: usize, before_name: bool) -> Option<Position> {
        static OF: Lazy<Vec<u32>> = Lazy::new(|| ids("của tại thuộc ở"));
        let rank = if before_name { 0 } else { title::rank(self.rest(at)) };
        let title = title::at(self.rest(at + rank), self.text)
            .map(|t| (at + rank, t))
            .or_else(|| title::at(self.rest(at), self.text).map(|t| (at, t)));
        let (at, Title { length: title_length, head, head_end, former }) = title?;
        let private = length(&PRIVATE, &self.atoms[at + head..at + head_end]) > 0;
        let mut end = at + title_length;
        let title = at..end;
        let linked = usize::from(self.atoms.get(end).is_some_and(|a| OF.contains(&a.id())));
        let bracket = usize::from(!before_name && self.is(end, '('));
        let length = organization::at(self.rest(end + linked + bracket), self.text, before_name);
        let mut organization = None;
        if length > 0 {
            let start = end + linked + bracket;
            organization = Some(start..start + length);
            end = start + length + usize::from(bracket == 1 && self.is(start + length, ')'));
            end = self.posting(end);
        }
        Some(Position { title, organization, former, private, end })
    }

    /// "tại Liên Hợp Quốc" after "Đại sứ Mỹ": where the office is held, passed over.
    fn posting(&self, end: usize) -> usize {
        static AT: Lazy<Vec<u32>> = Lazy::new(|| ids("tại ở"));
        let at = self.atoms.get(end).is_some_and(|a| AT.contains(&a.id()));
        let place = if at { organization::place(self.rest(end + 1)) } else { 0 };
        let brackets =
            self.is(end, '(').then(|| (end..(end + 5).min(self.atoms.len())).find(|&n| self.is(n, ')'))).flatten();
        match brackets {
            Some(close) => close + 1,
            None if place > 0 => end + 1 + place,
            None => end,
        }
    }
}
