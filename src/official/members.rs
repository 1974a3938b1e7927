//! Lists of persons: several who hold one office, the members of a body, and the office that closes the item of a list.

use super::link::{Found, Reader};
use super::lists::{HONORIFICS, LINKS, NOT};
use super::name;
use super::organization::{self, Side};
use super::position::Position;
use crate::scan::{AtomKind, ids};
use once_cell::sync::Lazy;
use std::ops::Range;

/// How far back the head of a list is looked for, in atoms.
const LIST: usize = 400;

/// The longest item of a list of persons, in atoms.
const ITEM: usize = 60;

/// How many marks of an item are tried.
const MARKS: usize = 6;

static PLURAL: Lazy<Vec<u32>> = Lazy::new(|| ids("các hai ba bốn năm những có"));

impl Reader<'_> {
    /// A title and the persons who hold it: "Sở X có ba phó giám đốc gồm các bà A, B và C".
    pub(super) fn listed(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        static LISTS: Lazy<Vec<u32>> = Lazy::new(|| ids("gồm là :"));
        static STILL: Lazy<Vec<u32>> = Lazy::new(|| ids("vẫn hiện cũng chính"));
        let position = self.position(at, false)?;
        let plural = self.is_plural(at);
        let mut end = position.end;
        // "ba phó giám đốc được bổ nhiệm gồm"
        end += usize::from(self.is_one_of(end, &STILL) && self.is_one_of(end + 1, &LISTS));
        end += if plural && !self.is_one_of(end, &LISTS) { self.rest(end).length(&LINKS) } else { 0 };
        if !self.is_one_of(end, &LISTS) {
            return None;
        }
        end += 1;
        end += usize::from(self.is_one_of(end, &PLURAL) || self.is(end, ':'));
        // "Giám đốc: Lê Văn A" at the beginning of a line
        let label = self.is(end - 1, ':') && self.opens_line(at);
        end = self.past_forms_of_address(end);
        let (start, rank) = self.past_rank(end);
        let name = if plural || label { self.listed_name(start) } else { name::full(self.rest(start)) };
        if name == 0 || (start == end && !plural && !label) || self.aspires(at) {
            return None;
        }
        let body = position.organization.clone().or_else(|| self.body_that_has(at));
        let positions = [Position { organization: body, ..position }];
        self.link(&positions, &(start..start + name), rank.as_ref(), found);
        let end = self.after_name(&(start..start + name), rank.as_ref(), found).max(start + name);
        Some(self.more_in_list(&positions, end, found))
    }

    /// Behind "các ông, bà:", which address all the names that follow.
    fn past_forms_of_address(&self, from: usize) -> usize {
        let mut at = from + self.rest(from).length(&HONORIFICS);
        while at > from && (self.is(at, ',') || self.is(at, '-') || self.is(at, '/')) {
            let more = self.rest(at + 1).length(&HONORIFICS);
            if more == 0 {
                return from;
            }
            at += 1 + more;
        }
        if at > from && self.is(at, ':') { at + 1 } else { from }
    }

    /// "Bộ X có 6", "Bộ X hiện có 4": the body before a count of its titles.
    fn body_that_has(&self, title: usize) -> Option<Range<usize>> {
        static HAS: Lazy<Vec<u32>> = Lazy::new(|| ids("có"));
        static NOW: Lazy<Vec<u32>> = Lazy::new(|| ids("hiện nay đang"));
        let has = (title.saturating_sub(4)..title).find(|&n| self.is_one_of(n, &HAS))?;
        let now = (0..has).rev().take_while(|&n| self.is_one_of(n, &NOW)).count();
        self.body_ending(has - now)
    }

    /// "Ban Chỉ đạo X gồm:" before a list in the same sentence: the body whose members it names.
    pub(super) fn body_listed(&self, before: usize) -> Option<Range<usize>> {
        static LISTS: Lazy<Vec<u32>> = Lazy::new(|| ids("gồm"));
        let lists = (before.saturating_sub(LIST)..before).rev().find(|&n| self.is_one_of(n, &LISTS))?;
        self.body_ending(lists)
    }

    /// The body that ends right before `end`.
    fn body_ending(&self, end: usize) -> Option<Range<usize>> {
        (end.saturating_sub(12)..end).find_map(|start| {
            let length = organization::at(self.rest(start), Side::After);
            (length > 0 && start + length == end).then_some(start..end)
        })
    }

    /// "các Phó Thủ tướng", "hai phó giám đốc", "các đồng chí Phó Chủ tịch".
    pub(super) fn is_plural(&self, title: usize) -> bool {
        let counts =
            |n: usize| self.is_one_of(n, &PLURAL) || self.words.get(n).is_some_and(|a| a.kind == AtomKind::Number);
        let polite = (1..=3).find(|&n| title >= n && self.rest(title - n).length(&HONORIFICS) == n).unwrap_or(0);
        let start = title - polite;
        (polite > 1 && counts(start)) || start.checked_sub(1).is_some_and(counts)
    }

    /// More persons with the same positions: "các Phó Thủ tướng A, B và C".
    pub(super) fn more_names(&self, positions: &[Position], from: usize, found: &mut Vec<Found>) -> usize {
        let plural = positions.first().is_some_and(|p| self.is_plural(p.title.start));
        if plural { self.more_in_list(positions, from, found) } else { from }
    }

    /// Names that follow a name in a list, with the same positions.
    fn more_in_list(&self, positions: &[Position], from: usize, found: &mut Vec<Found>) -> usize {
        static AND: Lazy<Vec<u32>> = Lazy::new(|| ids("và cùng"));
        static HAVE: Lazy<Vec<u32>> = Lazy::new(|| ids("có"));
        let title = positions.first().map_or(0, |p| p.title.start);
        let counted = title == 0 || !self.is_one_of(title - 1, &HAVE);
        let mut end = from;
        loop {
            let mark = usize::from(self.is(end, ',') || self.is(end, ';'));
            let joint = mark + usize::from(self.is_one_of(end + mark, &AND));
            let (start, rank) = self.past_rank(end + joint);
            let name = self.listed_name(start);
            if joint == 0 || name == 0 {
                return end;
            }
            let person = start..start + name;
            let mut own = Vec::new();
            end = self.after_name(&person, rank.as_ref(), &mut own).max(person.end);
            // "có Thứ trưởng A; TS. B, Vụ trưởng …": "có" counts nothing, so the next one's own position is all.
            if counted || own.is_empty() {
                self.link(positions, &person, rank.as_ref(), found);
            }
            found.append(&mut own);
        }
    }

    /// The length of a name in a list of persons: a rare family name is one there too.
    fn listed_name(&self, at: usize) -> usize {
        let expected = name::expected(self.rest(at));
        if expected > 1 { expected } else { name::full(self.rest(at)) }
    }

    /// The office that closes the item of a list: "Bà A, Giám đốc Trạm Cấp nước - Ủy viên;", "TS. A, Trường B: Phản biện".
    /// Where the item ends, where it has one.
    pub(super) fn closing(
        &self,
        name: &Range<usize>,
        rank: Option<&Range<usize>>,
        from: usize,
        found: &mut Vec<Found>,
    ) -> usize {
        let ends = |&n: &usize| n >= self.words.atoms.len() || self.is(n, ';') || self.words.is_apart(n);
        let Some(end) = (name.end..=name.end + ITEM).find(ends) else { return from };
        let end = end - usize::from(self.is(end - 1, '.'));
        let parts = |&n: &usize| self.is(n, '-') || self.is(n, ':') || self.is(n, ',');
        // Nothing but what is read already, a body, or a trade may stand before it.
        let rest = self.rest(name.end + 1);
        let before = organization::at(rest, Side::After).max(rest.length(&NOT)) + name.end + 1;
        let reads = |start: usize| Some(self.chain(start + 1, false)).filter(|(p, past)| !p.is_empty() && *past == end);
        let near = (name.end..end).filter(parts).take_while(|&n| n <= from.max(before));
        let Some((positions, _)) = near.take(MARKS).find_map(reads) else { return from };
        for Position { title, organization, former, .. } in positions {
            if !found.iter().any(|f| f.title.start == title.start) {
                found.push(Found { name: name.clone(), title, organization, rank: rank.cloned(), former });
            }
        }
        from.max(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::tests::read;

    /// Names and titles, one after the other, of those that a sentence lists.
    fn listed(text: &str) -> Vec<String> {
        read(text, |words| {
            let found = Reader { words }.read();
            found.into_iter().flat_map(|f| [f.name, f.title]).collect()
        })
    }

    #[test]
    fn a_title_is_shared_by_those_whom_it_lists() {
        for (text, parts) in [
            (
                "các Phó Giám đốc: Lê Thị Na và Trần Văn Tư",
                &["Lê Thị Na", "Phó Giám đốc", "Trần Văn Tư", "Phó Giám đốc"][..],
            ),
            ("Giám đốc: Lê Thị Na", &["Lê Thị Na", "Giám đốc"]),
            ("Giám đốc nói: Lê Thị Na vắng mặt", &[]),
            ("1. Lê Thị Na, Trường Đại học An Phú: Ủy viên;", &["Lê Thị Na", "Ủy viên"]),
            ("Lê Thị Na đến trường, gặp thầy: Ủy viên", &[]),
        ] {
            assert_eq!(listed(text), parts, "{text}");
        }
    }
}
