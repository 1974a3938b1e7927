//! Who holds which position: titles before a name, in apposition after it, by a verb, and in lists.

use super::lists::{AFTER, CANDIDATES, DEPENDENT, FIRMS, HONORIFICS, LINKS, PRIVATE, length};
use super::organization::Side;
use super::title::{self, Title};
use super::words::Words;
use super::{name, organization};
use crate::scan::{Case, Gap, ids};
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
    /// Whether it is a position only in a named body.
    dependent: bool,
    end: usize,
}

/// A run of atoms under work: a sentence, or a paragraph.
pub(super) struct Reader<'a> {
    pub(super) words: Words<'a>,
}

impl Reader<'_> {
    fn rest(&self, at: usize) -> Words<'_> {
        self.words.skip(at)
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.words.is(at, mark)
    }

    /// All positions of the atoms, in order.
    pub(super) fn read(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.atoms.len() {
            at = self.step(at, &mut found);
        }
        found
    }

    /// Reads what begins at `at`, and tells where to go on.
    fn step(&self, at: usize, found: &mut Vec<Found>) -> usize {
        if let Some(end) = self.before_name(at, found) {
            return end;
        }
        if let Some(end) = self.listed(at, found) {
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
        let (positions, mut end) = self.chain(at, true);
        if self.aspires(at) {
            return None;
        }
        end += if positions.is_empty() { 0 } else { self.rest(end).length(&AFTER) };
        let rank_start = if positions.is_empty() { at } else { end };
        let rank = title::rank(self.rest(rank_start).atoms);
        if positions.is_empty() && rank == 0 {
            return None;
        }
        end = rank_start + rank;
        let comma =
            usize::from(!positions.is_empty() && self.is(end, ',') && self.rest(end + 1).length(&HONORIFICS) > 0);
        let polite = self.rest(end + comma).length(&HONORIFICS);
        let second = title::rank(self.rest(end + comma + polite).atoms);
        let start = end + comma + polite + second;
        let length = name::expected(self.rest(start));
        if length == 0 || self.named_after(at) || self.words.atoms[start].gap > Gap::Line {
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
        let mut positions = positions;
        let mut past = person.end;
        if let [only] = &mut positions[..] {
            // "CEO Stephen Milligan của Western Digital"
            static OF: Lazy<Vec<u32>> = Lazy::new(|| ids("của thuộc"));
            let of = self.words.get(past).is_some_and(|a| OF.contains(&a.id()));
            let length =
                if of && only.organization.is_none() { organization::at(self.rest(past + 1), Side::After) } else { 0 };
            if length > 0 {
                only.organization = Some(past + 1..past + 1 + length);
                past += 1 + length;
            }
        }
        self.link(&positions, person.clone(), rank.clone(), found);
        if past > person.end {
            return Some(past);
        }
        let end = self.more_names(&positions, person.end, found);
        Some(self.after_name(person, rank, found).max(end))
    }

    /// A title and the persons who hold it: "Bộ Ngoại giao có 6 thứ trưởng gồm các ông A, B và C".
    fn listed(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        static LISTS: Lazy<Vec<u32>> = Lazy::new(|| ids("gồm là"));
        static PLURAL: Lazy<Vec<u32>> = Lazy::new(|| ids("các hai ba bốn những có"));
        let position = self.position(at, false)?;
        let mut end = position.end;
        let is = |list: &Vec<u32>, n: usize| self.words.get(n).is_some_and(|a| list.contains(&a.id()));
        if !is(&LISTS, end) {
            return None;
        }
        end += 1;
        end += usize::from(is(&PLURAL, end));
        let polite = self.rest(end).length(&HONORIFICS);
        let name = name::full(self.rest(end + polite));
        if name == 0 || polite == 0 {
            return None;
        }
        let body = position.organization.clone().or_else(|| self.body_that_has(at));
        let positions = [Position { organization: body, ..position }];
        let start = end + polite;
        self.link(&positions, start..start + name, None, found);
        Some(self.more_in_list(&positions, start + name, found))
    }

    /// "Bộ X có 6": the body before a count of its titles.
    fn body_that_has(&self, title: usize) -> Option<Range<usize>> {
        static HAS: Lazy<Vec<u32>> = Lazy::new(|| ids("có"));
        let has =
            (title.saturating_sub(4)..title).find(|&n| self.words.get(n).is_some_and(|a| HAS.contains(&a.id())))?;
        (has.saturating_sub(12)..has).find_map(|start| {
            let length = organization::at(self.rest(start), Side::After);
            (length > 0 && start + length == has).then_some(start..has)
        })
    }

    /// Records each position for a person.
    fn link(&self, positions: &[Position], name: Range<usize>, rank: Option<Range<usize>>, found: &mut Vec<Found>) {
        for (n, p) in positions.iter().enumerate() {
            // Titles that a dash, a comma or "kiêm" joins before one body share it.
            let shared = positions[n..].iter().find_map(|q| q.organization.clone());
            let near = positions.len() <= 2 || n + 1 == positions.len();
            let organization = p.organization.clone().or(shared.filter(|_| near));
            let organization =
                organization.filter(|o| !(p.private && organization::place(self.rest(o.start)) == o.len()));
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
        static PLURAL: Lazy<Vec<u32>> = Lazy::new(|| ids("các hai ba bốn năm những"));
        let first = positions.first().map_or(0, |p| p.title.start);
        let plural = first > 0 && self.words.get(first - 1).is_some_and(|a| PLURAL.contains(&a.id()));
        if plural { self.more_in_list(positions, from, found) } else { from }
    }

    /// Names that follow a name in a list, with the same positions.
    fn more_in_list(&self, positions: &[Position], from: usize, found: &mut Vec<Found>) -> usize {
        static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng"));
        let mut end = from;
        loop {
            let joint = self.is(end, ',')
                || self.is(end, ';')
                || self.words.atoms.get(end).is_some_and(|a| AND.contains(&a.id()));
            let polite = self.rest(end + 1).length(&HONORIFICS);
            let name = name::full(self.rest(end + 1 + polite));
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
        let polite = self.rest(at).length(&HONORIFICS);
        let start = at + polite + title::rank(self.rest(at + polite).atoms);
        let length = if polite > 0 { name::expected(self.rest(start)) } else { name::full(self.rest(start)) };
        (length > 0 && !self.named_after(start)).then(|| start..start + length)
    }

    /// "ứng cử viên tổng thống A": what stands before the title takes it back.
    fn aspires(&self, at: usize) -> bool {
        (1..=4).any(|n| at.checked_sub(n).is_some_and(|from| self.rest(from).length(&CANDIDATES) == n))
    }

    /// Streets, schools and awards are named after people.
    fn named_after(&self, at: usize) -> bool {
        static THINGS: Lazy<Vec<u32>> = Lazy::new(|| {
            ids("đường phố phường trường thpt thcs cầu giải quỹ tượng đài hẻm ngõ công-viên bảo-tàng lăng huyện quận")
        });
        let before = at.checked_sub(1).map(|n| self.words.atoms[n].id());
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
            // "(32 tuổi)", "(phải)": a remark to be passed over, unless a position stands in it ("(ngụ …, giám đốc …)").
            let Some(close) = (open..(open + 24).min(self.words.atoms.len())).find(|&n| self.is(n, ')')) else {
                return name.end;
            };
            for comma in (open..close).filter(|&n| self.is(n, ',') || self.is(n, '-')) {
                let (positions, next) = self.chain(comma + 1, false);
                if !positions.is_empty() && next <= close {
                    self.link_each(&positions, &name, &rank, found);
                    return close + 1;
                }
            }
            end = close + 1;
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
        let Some(next) = self.words.atoms.get(end) else { return starts };
        if next.is(',') || next.is('-') || next.is(':') {
            starts.push(end + 1);
        }
        // A few words may stand between the name and the verb: "ông A hiện là …", "…, 54 tuổi, giữ chức …".
        for at in end..(end + 8).min(self.words.atoms.len()) {
            let verb = self.rest(at).length(&LINKS);
            if verb > 0 {
                starts.push(at + verb);
                break;
            }
            let someone_else = at > end && self.rest(at).has_words(&HONORIFICS);
            let stop = self.is(at, '.') || self.is(at, ';') || (at > end && self.is(at, ',')) || someone_else;
            if stop {
                break;
            }
        }
        starts
    }

    /// Whether positions in apposition are those of the next person: "A, Thứ trưởng Bộ Y tế B".
    fn belongs_to_next(&self, positions: &[Position], next: usize) -> bool {
        let polite = self.rest(next).length(&HONORIFICS);
        let one = positions.len() == 1;
        let name = name::full(self.rest(next + polite));
        let direct = name > 0 && self.words.atoms.get(next + polite).is_some_and(|a| a.gap <= Gap::Space);
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
            let Some(next) = self.words.atoms.get(end) else { break };
            let joint = next.is(',') || next.is('-') || next.is('/') || JOINTS.contains(&next.id());
            if !joint {
                break;
            }
            from = end + 1;
            let more = self.rest(from).length(&LINKS);
            from += if self.position(from + more, before_name).is_some() { more } else { 0 };
        }
        (positions, end)
    }

    /// One position: a title, and the body after it or after "của", "tại".
    fn position(&self, at: usize, before_name: bool) -> Option<Position> {
        static OF: Lazy<Vec<u32>> = Lazy::new(|| ids("của tại thuộc ở"));
        let rank = if before_name { 0 } else { title::rank(self.rest(at).atoms) };
        let title = title::at(self.rest(at + rank))
            .map(|t| (at + rank, t))
            .or_else(|| title::at(self.rest(at)).map(|t| (at, t)));
        let (at, Title { length: title_length, head, head_end, former }) = title?;
        let own = self.words.skip(at + head).take(head_end - head);
        let private = length(&PRIVATE, own.atoms) > 0;
        let dependent = length(&DEPENDENT, own.atoms) == own.atoms.len();
        let mut end = at + title_length;
        let title = at..end;
        end = self.short_form(end);
        let linked = usize::from(self.words.atoms.get(end).is_some_and(|a| OF.contains(&a.id())));
        let bracket = usize::from(!before_name && self.is(end, '('));
        // A field of duty stands for the body; a name after it is the next person's ("Bộ trưởng Tài chính Steven Mnuchin").
        let side = match before_name {
            true if length(&FIRMS, own.atoms) > 0 => Side::Firm,
            true => Side::Office,
            false => Side::After,
        };
        let fielded = title_length > head_end && name::full(self.rest(end)) > 1;
        let length = if fielded { 0 } else { organization::at(self.rest(end + linked + bracket), side) };
        // "ở Trung Đông" says where, not of what.
        static AT: Lazy<Vec<u32>> = Lazy::new(|| ids("tại ở"));
        let somewhere = linked == 1 && self.words.get(end).is_some_and(|a| AT.contains(&a.id()));
        let only_place = length > 0 && organization::place(self.rest(end + linked)) == length;
        let mut organization = None;
        if length > 0 && !(somewhere && only_place) {
            let start = end + linked + bracket;
            organization = Some(start..start + length);
            end = start + length + usize::from(bracket == 1 && self.is(start + length, ')'));
            end = self.posting(end);
        }
        Some(Position { title, organization, former, private, dependent, end })
    }

    /// "(GD-ĐT)" after a field of duty: passed over, for the body follows.
    fn short_form(&self, end: usize) -> usize {
        let close = (end + 1..end + 5).find(|&n| self.is(n, ')'));
        let short = |close: usize| {
            (end + 1..close).all(|n| self.words.get(n).is_some_and(|a| a.is('-') || a.is('&') || a.case == Case::Upper))
        };
        match close {
            Some(close) if self.is(end, '(') && short(close) && organization::place(self.rest(close + 1)) > 0 => {
                close + 1
            }
            _ => end,
        }
    }

    /// "tại Liên Hợp Quốc" after "Đại sứ Mỹ": where the office is held, passed over.
    fn posting(&self, end: usize) -> usize {
        static AT: Lazy<Vec<u32>> = Lazy::new(|| ids("tại ở"));
        let at = self.words.atoms.get(end).is_some_and(|a| AT.contains(&a.id()));
        let place = if at { organization::place(self.rest(end + 1)) } else { 0 };
        let brackets = self
            .is(end, '(')
            .then(|| (end..(end + 5).min(self.words.atoms.len())).find(|&n| self.is(n, ')')))
            .flatten();
        match brackets {
            Some(close) => close + 1,
            None if place > 0 => end + 1 + place,
            None => end,
        }
    }
}
