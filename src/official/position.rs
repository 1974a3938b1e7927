//! One position as it stands in the text: a title and the body that it is of.

use super::link::Reader;
use super::lists::{DEPENDENT, FIRMS, LINKS, PRIVATE, RANKS, length};
use super::organization::{self, Side};
use super::title::{self, Title};
use super::{lists, name};
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use std::ops::Range;

/// A position, not yet linked to a person; all ranges are atoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) title: Range<usize>,
    pub(super) organization: Option<Range<usize>>,
    pub(super) former: bool,
    /// A private profession: a country before the name is the nationality, no body.
    pub(super) private: bool,
    /// Whether it is a position only in a named body: "thành viên", "lãnh đạo".
    pub(super) dependent: bool,
    /// Whether it is mostly held in firms.
    pub(super) firm: bool,
    /// Whether a verb leads to it from the one before: "Phó Trưởng phòng A, được bổ nhiệm làm Trưởng phòng B".
    pub(super) apart: bool,
    pub(super) end: usize,
}

static OF: Lazy<Vec<u32>> = Lazy::new(|| ids("của tại thuộc ở"));
static AT: Lazy<Vec<u32>> = Lazy::new(|| ids("tại ở"));

static THIS: Lazy<Vec<u32>> = Lazy::new(|| ids("này đó ấy"));

/// The longest remark in brackets behind a body, in atoms.
const REMARK: usize = 16;

/// The most positions that one person is given in a row.
const MOST: usize = 12;

impl Reader<'_> {
    /// Positions one after the other, joined by ",", "-", "kiêm" or "và"; and where they end.
    pub(super) fn chain(&self, at: usize, before_name: bool) -> (Vec<Position>, usize) {
        static JOINTS: Lazy<Vec<u32>> = Lazy::new(|| ids("kiêm và"));
        let mut positions = Vec::new();
        let (mut from, mut end) = (at, at);
        let mut apart = false;
        while let Some(mut position) = self.position(from, before_name) {
            end = position.end;
            position.apart = apart;
            if positions.last().is_some_and(|last| self.is_above(last, &position)) {
                positions.clear();
            }
            positions.push(position);
            positions.extend(self.in_brackets_before(end));
            let joint =
                self.words.get(end).is_some_and(|a| a.is(',') || a.is('-') || a.is('/') || JOINTS.contains(&a.id()));
            if !joint || positions.len() == MOST {
                break;
            }
            from = end + 1;
            let more = self.rest(from).length(&LINKS);
            let led = more > 0 && self.position(from + more, before_name).is_some();
            apart = led && more > 1;
            from += if led { more } else { 0 };
        }
        (positions, end)
    }

    /// "(Trưởng ban)" behind a position: one more, which fills the brackets that end at `end`.
    fn in_brackets_before(&self, end: usize) -> Option<Position> {
        let close = end.checked_sub(1).filter(|&n| self.is(n, ')'))?;
        let open = (close.saturating_sub(REMARK)..close).rev().find(|&n| self.is(n, '('))?;
        let position = self.position(open + 1, false).filter(|p| p.end == close)?;
        let organization = position.organization.clone().or_else(|| self.body_listed(open));
        Some(Position { apart: true, end, organization, ..position })
    }

    /// Whether nobody holds both: "của Bộ trưởng, Thứ trưởng A", "của Chủ tịch UBND tỉnh, Phó Chủ tịch UBND tỉnh A".
    fn is_above(&self, first: &Position, second: &Position) -> bool {
        static DEPUTY: Lazy<Vec<u32>> = Lazy::new(|| ids("phó"));
        static HEADS: Lazy<[Vec<u32>; 3]> = Lazy::new(|| [ids("thủ tướng"), ids("bộ trưởng"), ids("thứ trưởng")]);
        let of = |p: &Position| -> Vec<u32> {
            self.words.skip(p.title.start).take(p.title.len()).atoms.iter().map(Atom::id).collect()
        };
        let (first, second) = (of(first), of(second));
        let deputy = second.starts_with(&DEPUTY) && second[1..].starts_with(&first);
        deputy || (first == HEADS[0] && second.starts_with(&HEADS[1])) || (first == HEADS[1] && second == HEADS[2])
    }

    /// One position: a title, and the body after it or after "của", "tại".
    pub(super) fn position(&self, at: usize, before_name: bool) -> Option<Position> {
        let (at, title) = self.title(at, before_name)?;
        let own = self.words.skip(at + title.head).take(title.head_end - title.head);
        let firm = length(&FIRMS, own.atoms) == own.atoms.len();
        let side = match before_name {
            true if firm => Side::Firm,
            true => Side::Office,
            false => Side::After,
        };
        let mut position = Position {
            title: at..at + title.length,
            organization: None,
            former: title.former,
            private: length(&PRIVATE, own.atoms) > 0,
            dependent: length(&DEPENDENT, own.atoms) == own.atoms.len() && title.length == title.head_end,
            firm,
            apart: false,
            end: at + title.length,
        };
        self.body_of(&mut position, &title, side);
        position.end = self.past_term(position.end);
        Some(position)
    }

    /// Behind "nhiệm kỳ 2025 - 2030", "nhiệm kỳ mới".
    fn past_term(&self, end: usize) -> usize {
        static TERM: Lazy<Vec<u32>> = Lazy::new(|| ids("nhiệm kỳ"));
        static NEXT: Lazy<Vec<u32>> = Lazy::new(|| ids("mới"));
        if !(self.is_one_of(end, &TERM[..1]) && self.is_one_of(end + 1, &TERM[1..])) {
            return end;
        }
        let part = |n: &usize| {
            let number = |n: usize| self.words.get(n).is_some_and(|a| a.kind == AtomKind::Number);
            number(*n) || self.is_one_of(*n, &NEXT) || self.is(*n, '-') && number(*n + 1)
        };
        (end + 2..end + 5).take_while(part).last().map_or(end + 2, |n| n + 1)
    }

    /// The title, behind a rank where one stands before it ("GS.TS, Viện trưởng").
    fn title(&self, at: usize, before_name: bool) -> Option<(usize, Title)> {
        let rank = if before_name { 0 } else { title::rank(self.rest(at).atoms) };
        let comma = usize::from(rank > 0 && self.is(at + rank, ','));
        let behind = title::at(self.rest(at + rank + comma)).map(|t| (at + rank + comma, t));
        behind.or_else(|| if rank == 0 { None } else { title::at(self.rest(at)).map(|t| (at, t)) })
    }

    /// The body of a position, and where the position ends.
    fn body_of(&self, position: &mut Position, title: &Title, side: Side) {
        let end = self.short_form(position.end);
        let end = end + if position.firm { self.region(end) } else { 0 };
        position.end = end;
        // A field of duty stands for the body; a name after it is the next person's ("Bộ trưởng Tài chính Paul Carter").
        let fielded = title.length > title.head_end;
        if fielded && name::full(self.rest(end)) > 1 && organization::place(self.rest(end)) == 0 {
            return;
        }
        let linked = usize::from(self.words.get(end).is_some_and(|a| OF.contains(&a.id())));
        let bracket = usize::from(side == Side::After && self.is(end, '('));
        let start = end + linked + bracket;
        // "luật sư của Lê Thị Na": whose, not of what.
        let whose = linked == 1 && name::is_native(self.rest(start));
        let mut length = if whose { 0 } else { organization::at(self.rest(start), side) };
        // "Giám đốc điều hành của GreenVolt Energy, bà A": behind "của" and before a comma stands no person.
        if length == 0 && linked == 1 {
            let proper = organization::at(self.rest(start), Side::After);
            length = if self.is(start + proper, ',') { proper } else { 0 };
        }
        // "ở Trung Đông" says where, not of what.
        let somewhere = linked == 1 && self.words.get(end).is_some_and(|a| AT.contains(&a.id()));
        let only_place = length > 0 && organization::place(self.rest(start)) == length;
        if length == 0 || (somewhere && only_place) {
            if fielded {
                self.body_behind_comma(position, side);
            }
            return;
        }
        // "Cục trưởng Cục này": the body was named before.
        if length <= 2 && self.is_one_of(start + length, &THIS) {
            position.end = start + length + 1;
            return;
        }
        position.organization = Some(start..start + length);
        let closed = usize::from(bracket == 1 && self.is(start + length, ')'));
        position.end = self.posting(start + length + closed);
    }

    /// "Trưởng khoa Hồi sức, Bệnh viện A": the body of a unit comes behind a comma or a dash.
    fn body_behind_comma(&self, position: &mut Position, side: Side) {
        let end = position.end;
        let mark = self.is(end, ',') || (self.is(end, '-') && self.words.get(end).is_some_and(|a| a.gap > Gap::None));
        let rest = self.rest(end + 1);
        let capital = rest.first().is_some_and(Atom::is_capital);
        if !mark || rest.body() == 0 || title::at(rest).is_some() {
            return;
        }
        let length = organization::at(rest, side);
        if length > rest.body() || (capital && length > 0) {
            position.organization = Some(end + 1..end + 1 + length);
            position.end = end + 1 + length;
        }
    }

    /// "khu vực châu Á" between a title and the firm: "Giám đốc thu mua khu vực châu Á của Tập đoàn A".
    fn region(&self, end: usize) -> usize {
        static REGION: Lazy<Vec<u32>> = Lazy::new(|| ids("khu vực"));
        if !(self.is_one_of(end, &REGION[..1]) && self.is_one_of(end + 1, &REGION[1..])) {
            return 0;
        }
        let region = organization::place(self.rest(end));
        let body = |from: usize| self.rest(from).body() > 0;
        let past = end + region;
        match region > 0 {
            true if self.is_one_of(past, &OF) && body(past + 1) => region,
            true if self.is(past, ',') && body(past + 1) => region + 1,
            _ => 0,
        }
    }

    /// "(GD-ĐT)" after a field of duty: passed over, for the body follows.
    fn short_form(&self, end: usize) -> usize {
        if !self.is(end, '(') {
            return end;
        }
        let close = (end + 1..end + 6).find(|&n| self.is(n, ')'));
        let short = |close: usize| {
            (end + 1..close).all(|n| self.words.get(n).is_some_and(|a| a.is('-') || a.is('&') || a.case == Case::Upper))
        };
        match close {
            Some(close) if short(close) && organization::place(self.rest(close + 1)) > 0 => close + 1,
            _ => end,
        }
    }

    /// "tại Liên Hợp Quốc" after "Đại sứ Mỹ", "(VCCI)" after a body: passed over.
    fn posting(&self, end: usize) -> usize {
        let at = self.words.get(end).is_some_and(|a| AT.contains(&a.id()));
        let place = if at { organization::place(self.rest(end + 1)) } else { 0 };
        let close = if self.is(end, '(') { (end..end + REMARK).find(|&n| self.is(n, ')')) } else { None };
        match close {
            Some(close) => close + 1,
            None if place > 0 => end + 1 + place,
            None => end,
        }
    }

    /// Whether the atoms are a rank or degree and nothing else: "Đại tá", "bác sĩ".
    pub(super) fn is_rank(&self, range: &Range<usize>) -> bool {
        let own = self.words.skip(range.start).take(range.len());
        title::rank(own.atoms) == range.len() || lists::length(&RANKS, own.atoms) == range.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::tests::read;

    /// The titles and bodies of a chain of positions, one after the other.
    fn chain(text: &str, before_name: bool) -> Vec<String> {
        read(text, |words| {
            let (positions, _) = Reader { words }.chain(0, before_name);
            positions.into_iter().flat_map(|p| [Some(p.title), p.organization]).flatten().collect()
        })
    }

    #[test]
    fn a_chain_holds_each_title_with_its_body() {
        for (text, parts) in [
            ("Giám đốc Sở Công Thương tỉnh Hà Giang", &["Giám đốc", "Sở Công Thương tỉnh Hà Giang"][..]),
            ("Trưởng phòng của Cục Thuế", &["Trưởng phòng", "Cục Thuế"]),
            ("Bộ trưởng Quốc phòng", &["Bộ trưởng Quốc phòng"]),
            ("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", &["Bí thư", "Tỉnh ủy", "Chủ tịch", "HĐND tỉnh"]),
            ("Trưởng khoa Hồi sức, Bệnh viện Bạch Mai", &["Trưởng khoa Hồi sức", "Bệnh viện Bạch Mai"]),
        ] {
            assert_eq!(chain(text, false), parts, "{text}");
        }
    }

    #[test]
    fn whom_one_works_for_is_no_body() {
        assert_eq!(chain("luật sư của Lê Thị Na", false), ["luật sư"]);
        assert_eq!(chain("chuyến hàng đầu tiên", false), [""; 0]);
    }
}
