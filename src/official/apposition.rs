//! Positions after a name: in apposition, in brackets, after a dash, or by a verb.

use super::link::{Found, Reader};
use super::lists::{HONORIFICS, LINKS, OFFICES};
use super::name;
use super::position::Position;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Gap, ids};
use once_cell::sync::Lazy;
use std::ops::Range;

/// How far a remark in brackets is looked through, in atoms.
const REMARK: usize = 24;

/// How far behind a person the office stands that a decision gives, in atoms.
const MOVE: usize = 48;

/// How many atoms may stand between a name and a verb of holding office: any, and one of several words.
const NEAR: usize = 8;
const FAR: usize = 20;

impl Reader<'_> {
    /// Records what stands after a name, and tells where it ends; the end of the name where nothing does.
    pub(super) fn after_name(&self, name: &Range<usize>, rank: Option<&Range<usize>>, found: &mut Vec<Found>) -> usize {
        let mut end = name.end;
        if self.is(end, '(') {
            let (next, linked) = self.in_brackets(name, rank, found);
            if linked || next == end {
                return next;
            }
            end = next;
        }
        for from in self.openings(name, end) {
            let (positions, next) = self.chain(from, false);
            let empty = positions.iter().all(|p| p.dependent && p.organization.is_none());
            if empty || self.belongs_to_next(&positions, next) {
                continue;
            }
            self.link(&positions, name, rank, found);
            self.link_those_before(&positions, name, end, found);
            return self.further(name, rank, next, found);
        }
        name.end
    }

    /// "các bà A, B cùng là Phó Giám đốc": the names before have the position too.
    fn link_those_before(&self, positions: &[Position], name: &Range<usize>, end: usize, found: &mut Vec<Found>) {
        static ALL: Lazy<Vec<u32>> = Lazy::new(|| ids("cùng đều"));
        static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng"));
        let verb = end + usize::from(self.is(end, ','));
        if !self.is_one_of(verb, &ALL) {
            return;
        }
        let mut start = name.start;
        while let Some(mark) = start.checked_sub(1).filter(|&n| self.is(n, ',') || self.is_one_of(n, &AND)) {
            let before = (mark.saturating_sub(6)..mark).find(|&n| name::full(self.rest(n)) == mark - n);
            let Some(before) = before else { return };
            self.link(positions, &(before..mark), None, found);
            start = before;
        }
    }

    /// Whether the person is given an office here: "bổ nhiệm bà A", "giao TS A".
    fn is_appointed(&self, name: &Range<usize>) -> bool {
        static GIVEN: Lazy<Phrases<()>> =
            Lazy::new(|| Phrases::of_list("bổ nhiệm\ngiao\ncử\nphân công\nđiều động\nchỉ định\nbầu\n"));
        (name.start.saturating_sub(6)..name.start).any(|n| self.rest(n).length(&GIVEN) > 0)
    }

    /// "(32 tuổi)", "(phải)" is a remark to be passed over, unless a position stands in it ("(ngụ …, giám đốc …)").
    fn in_brackets(&self, name: &Range<usize>, rank: Option<&Range<usize>>, found: &mut Vec<Found>) -> (usize, bool) {
        let open = name.end + 1;
        let open = open + self.rest(open).length(&LINKS);
        let (positions, inner) = self.chain(open, false);
        if !positions.is_empty() {
            self.link(&positions, name, rank, found);
            let past = inner + usize::from(self.is(inner, ')'));
            return (self.further(name, rank, past, found), true);
        }
        let Some(close) = (open..open + REMARK).find(|&n| self.is(n, ')')) else { return (name.end, false) };
        for comma in (open..close).filter(|&n| self.is(n, ',') || self.is(n, '-') || self.is(n, ';')) {
            let (positions, next) = self.chain(comma + 1, false);
            if !positions.is_empty() && next <= close {
                self.link(&positions, name, rank, found);
                return (self.further(name, rank, close + 1, found), true);
            }
        }
        (close + 1, false)
    }

    /// One more office by a verb: "… – Phó Tổng giám đốc được bổ nhiệm làm Vụ trưởng".
    fn further(&self, name: &Range<usize>, rank: Option<&Range<usize>>, end: usize, found: &mut Vec<Found>) -> usize {
        // Behind a comma the verb may be another's: "bà A - vợ của ông B - giám đốc …, được bổ nhiệm làm …".
        let comma = usize::from(self.is(end, ','));
        let near = |from: &usize| *from <= end + comma + NEAR;
        let from =
            if comma == 1 && !self.is_appointed(name) { None } else { self.verbs(end + comma).next().filter(near) };
        let from = from.or_else(|| self.appointment(name, end));
        let Some((positions, next)) = from.map(|from| self.chain(from, false)) else { return end };
        if positions.is_empty() || self.belongs_to_next(&positions, next) {
            return end;
        }
        self.link(&positions, name, rank, found);
        next
    }

    /// Where the office begins that an appointed person is to hold, behind where the person comes from: "điều động bà A,
    /// Trưởng phòng B, đến nhận công tác tại C và bổ nhiệm giữ chức …".
    fn appointment(&self, name: &Range<usize>, end: usize) -> Option<usize> {
        static HOLD: Lazy<Phrases<()>> = Lazy::new(|| {
            Phrases::of_list(
                "giữ chức\ngiữ chức vụ\ngiữ cương vị\nđảm nhiệm chức vụ\nđảm nhận chức vụ\nbầu làm\nbổ nhiệm làm\n",
            )
        });
        let someone_else = |n: &usize| self.rest(*n).has_words(&HONORIFICS) || self.is(*n, ';') || self.is(*n, '.');
        if !self.is_appointed(name) {
            return None;
        }
        let reach = (end..(end + MOVE).min(self.words.atoms.len())).take_while(|n| !someone_else(n));
        reach.map(|n| (n, self.rest(n).length(&HOLD))).find(|(_, hold)| *hold > 0).map(|(n, hold)| n + hold)
    }

    /// Where an apposition may begin after a name: behind ",", "-", ":", or a verb of holding office.
    fn openings(&self, name: &Range<usize>, end: usize) -> impl Iterator<Item = usize> {
        let next = self.words.get(end);
        let item = next.is_some_and(|a| a.is(';')) && self.is_item(name.start) && !self.words.is_apart(end + 1);
        let mark = item || next.is_some_and(|a| a.is(',') || a.is('-') || a.is(':'));
        let direct = mark.then_some(end + 1);
        let remark = if self.is(end, ',') { self.past_remark(end + 1) } else { Vec::new() };
        // "giao TS A quyền Giám đốc": nothing stands between.
        let bare = (end == name.end && !mark && self.is_appointed(name)).then_some(end);
        direct.into_iter().chain(bare).chain(self.verbs(end)).chain(remark).chain(self.past_description(end))
    }

    /// Whether a name is the first of its line, but for a form of address.
    fn is_item(&self, name: usize) -> bool {
        let polite = (1..=3).find(|&n| name >= n && self.rest(name - n).length(&HONORIFICS) == n).unwrap_or(0);
        self.opens_line(name - polite)
    }

    /// Behind a verb of several words that follows a description between commas: "bà A, đồng tác giả, hiện làm …".
    fn past_description(&self, end: usize) -> Option<usize> {
        let close = (end + 1..end + NEAR).find(|&n| self.is(n, ',')).filter(|_| self.is(end, ','))?;
        let verb = self.rest(close + 1).length(&LINKS);
        let capital = (end + 1..close).any(|n| self.words.get(n).is_some_and(Atom::is_capital));
        (verb > 1 && !capital).then(|| close + 1 + verb + self.office(close + 1 + verb))
    }

    /// Behind the commas of a remark on age, birth or home: "ông A, 54 tuổi, trú quận 3, giám đốc …".
    fn past_remark(&self, from: usize) -> Vec<usize> {
        static HOMES: Lazy<Vec<u32>> = Lazy::new(|| ids("sinh sn ngụ trú quê thường tuổi"));
        let age = self.words.get(from).is_some_and(|a| a.kind == AtomKind::Number) && self.is_one_of(from + 1, &HOMES);
        if !age && !self.is_one_of(from, &HOMES) {
            return Vec::new();
        }
        let within = (from..from + REMARK).take_while(|&n| !self.is(n, '.') && !self.is(n, ';'));
        within.filter(|&n| self.is(n, ',')).map(|n| n + 1).take(5).collect()
    }

    /// Behind verbs of holding office within a few words: "ông A hiện là …", "…, người đang giữ chức vụ …".
    fn verbs(&self, end: usize) -> impl Iterator<Item = usize> {
        let stops = move |at: usize| {
            let someone_else = at > end && self.rest(at).has_words(&HONORIFICS);
            self.is(at, '.') || self.is(at, ';') || (at > end && self.is(at, ',')) || someone_else
        };
        let reach = (end..end + FAR).take_while(move |&at| at < self.words.atoms.len() && !stops(at));
        reach.filter_map(move |at| {
            let verb = self.rest(at).length(&LINKS);
            // Farther off only a verb of several words is clear: "ông A, chuyên viên Phòng B được bổ nhiệm làm …".
            (verb > 1 || verb == 1 && at < end + NEAR).then(|| at + verb + self.office(at + verb))
        })
    }

    /// "chức vụ", "vị trí", "cương vị": the noun between a verb and the title.
    fn office(&self, at: usize) -> usize {
        let noun = self.rest(at).length(&OFFICES);
        noun + self.rest(at + noun).length(&LINKS)
    }

    /// Whether positions in apposition are those of the next person: "A, Thứ trưởng Bộ Y tế B".
    fn belongs_to_next(&self, positions: &[Position], next: usize) -> bool {
        let polite = self.rest(next).length(&HONORIFICS);
        let name = name::full(self.rest(next + polite)).max(name::lone_foreign(self.rest(next + polite)));
        let direct = name > 0 && self.words.get(next + polite).is_some_and(|a| a.gap <= Gap::Space);
        positions.len() == 1 && direct
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::tests::read;

    /// The titles that are found after the name, which is the first `name` atoms.
    fn after(text: &str, name: usize) -> Vec<String> {
        read(text, |words| {
            let mut found = Vec::new();
            Reader { words }.after_name(&(0..name), None, &mut found);
            found.into_iter().map(|f| f.title).collect()
        })
    }

    #[test]
    fn positions_stand_behind_commas_dashes_brackets_and_verbs() {
        for (text, titles) in [
            ("Lê Thị Na, Giám đốc Sở Y tế, nói", &["Giám đốc"][..]),
            ("Lê Thị Na - Giám đốc Sở Y tế", &["Giám đốc"]),
            ("Lê Thị Na (Giám đốc Sở Y tế) nói", &["Giám đốc"]),
            ("Lê Thị Na, 54 tuổi, trú quận 3, giám đốc Công ty An Phát", &["giám đốc"]),
            ("Lê Thị Na hiện giữ chức Giám đốc Sở Y tế", &["Giám đốc"]),
            ("Lê Thị Na đi chợ, giá rau tăng", &[]),
        ] {
            assert_eq!(after(text, 3), titles, "{text}");
        }
    }

    #[test]
    fn a_title_before_the_next_name_is_the_next_persons() {
        assert_eq!(after("Lê Thị Na, Thứ trưởng Bộ Y tế Trần Văn Tư", 3), [""; 0]);
    }
}
