//! Who holds which position: titles before a name, in apposition after it, by a verb, and in lists.

use super::lists::{
    AFTER, BEFORE, CANDIDATES, HANDED, HEADS, HONORIFICS, HONOURS, NOT, PARTY, PARTY_BODIES, RANKS, THINGS,
};
use super::organization::{self, Side};
use super::position::Position;
use super::words::Words;
use super::{name, title};
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use std::collections::HashMap;
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

/// A run of atoms under work: a sentence, or a paragraph.
pub(super) struct Reader<'a> {
    pub(super) words: Words<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn rest(&self, at: usize) -> Words<'a> {
        self.words.skip(at)
    }

    pub(super) fn is(&self, at: usize, mark: char) -> bool {
        self.words.is(at, mark)
    }

    pub(super) fn is_one_of(&self, at: usize, list: &[u32]) -> bool {
        self.words.get(at).is_some_and(|a| list.contains(&a.id()))
    }

    /// All positions of the atoms, in order.
    pub(super) fn read(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.atoms.len() {
            at = self.step(at, &mut found).max(at + 1);
        }
        self.ranks(found)
    }

    /// Reads what begins at `at`, and tells where to go on.
    fn step(&self, at: usize, found: &mut Vec<Found>) -> usize {
        if !self.may_begin(at) {
            return at + 1;
        }
        if let Some(end) = self.before_name(at, found).or_else(|| self.listed(at, found)) {
            return end;
        }
        if let Some((name, rank)) = self.person(at) {
            let end = self.after_name(&name, rank.as_ref(), found).max(name.end);
            return if self.opens_line(at) { self.closing(&name, rank.as_ref(), end, found) } else { end };
        }
        // A title without a person is passed over whole: "Thủ tướng" holds no "tướng".
        at + title::at(self.rest(at)).map_or(1, |t| t.head_end)
    }

    /// Whether a title, a rank, a form of address or a name may begin here; most words begin none.
    fn may_begin(&self, at: usize) -> bool {
        let begins = |atom: &Atom| {
            let listed = |list: &Phrases<()>| list.may_begin(atom.id());
            atom.case != Case::Lower || listed(&HEADS) || listed(&BEFORE) || listed(&RANKS) || listed(&HONORIFICS)
        };
        self.words.get(at).is_some_and(|atom| atom.is_word() && begins(atom))
    }

    /// Positions and ranks before a name: "Thứ trưởng Bộ Công Thương Cao Quốc Hưng", "GS.TS Trần Văn A".
    fn before_name(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        let (mut positions, mut end) = self.chain(at, true);
        // "Thay mặt lãnh đạo tỉnh, Phó Chủ tịch UBND tỉnh A": for whom the person speaks is no office of theirs.
        if positions.len() > 1 && self.speaks_for(at) {
            positions.remove(0);
        }
        end += if positions.is_empty() { 0 } else { self.rest(end).length(&AFTER) };
        let first = title::rank(self.rest(end).atoms);
        if positions.is_empty() && first == 0 {
            return None;
        }
        let from = end + first;
        let start = from + self.polite(from, &positions, at)?;
        let second = title::rank(self.rest(start).atoms);
        let start = start + second;
        let length = name::expected(self.rest(start));
        let person = start..start + length;
        if length == 0 || self.aspires(at) || self.named_after(at) || !self.may_hold(&positions, &person) {
            return None;
        }
        let rank = match (first, second) {
            (0, 0) => None,
            (0, _) => Some(start - second..start),
            _ => Some(end..from),
        };
        if positions.is_empty() {
            return self.ranked(person, rank?, found);
        }
        let past = self.body_after(&mut positions, person.end);
        self.link(&positions, &person, rank.as_ref(), found);
        let past = self.more_names(&positions, past, found);
        Some(self.after_name(&(person.start..past), rank.as_ref(), found).max(past))
    }

    /// What stands between a title and the name: ", ông", "đối với bà", "là ông"; `None` where no name may follow.
    fn polite(&self, from: usize, positions: &[Position], at: usize) -> Option<usize> {
        static TOWARDS: Lazy<Vec<u32>> = Lazy::new(|| ids("đối với"));
        static GIVEN: Lazy<Vec<u32>> = Lazy::new(|| ids("bổ nhiệm chức vụ quyết định"));
        static FOR: Lazy<Vec<u32>> = Lazy::new(|| ids("cho"));
        let atom = self.words.get(from)?;
        let towards = self.is_one_of(from, &TOWARDS[..1]) && self.is_one_of(from + 1, &TOWARDS[1..]);
        let given = || (at.saturating_sub(6)..at).any(|n| self.is_one_of(n, &GIVEN));
        // "Thứ trưởng Bộ Công Thương - Trần Văn A"
        let ranked = |at: usize| at + title::rank(self.rest(at).atoms);
        if !positions.is_empty()
            && atom.is('-')
            && atom.gap == Gap::Space
            && name::is_native(self.rest(ranked(from + 1)))
        {
            return Some(1);
        }
        if !positions.is_empty()
            && atom.is('-')
            && atom.gap == Gap::Space
            && organization::names_person(self.rest(from + 1))
        {
            return Some(1 + self.rest(from + 1).length(&HONORIFICS));
        }
        let handed = if positions.is_empty() { 0 } else { self.rest(from).length(&HANDED) };
        let joint = match () {
            () if positions.is_empty() => 0,
            // "Thay mặt lãnh đạo tỉnh, ông A": who is meant comes later.
            () if atom.is(',') && !self.speaks_for(at) => 1,
            () if towards => 2,
            () if handed > 0 => handed,
            () if self.is_one_of(from, &FOR) && given() => 1,
            () => 0,
        };
        let family = joint == 0 && crate::surnames::is_family(atom);
        let honorific = if family { 0 } else { self.rest(from + joint).length(&HONORIFICS) };
        let near = self.words.get(from + joint + honorific)?.gap <= Gap::Line;
        (near && (joint == 0 || honorific > 0)).then_some(joint + honorific)
    }

    /// "Thay mặt lãnh đạo thành phố, đồng chí A": for whom the person speaks.
    fn speaks_for(&self, at: usize) -> bool {
        static FOR: Lazy<Phrases<()>> =
            Lazy::new(|| Phrases::of_list("thay mặt\nđại diện\nđại diện cho\nủy quyền của\nủy nhiệm của\n"));
        (1..=4).any(|n| at.checked_sub(n).is_some_and(|from| self.rest(from).inner_length(&FOR) > 0))
    }

    /// A rank or degree alone before a name; the body may follow: "TS Đào Minh Hồng (ĐH KHXH&NV)".
    fn ranked(&self, person: Range<usize>, rank: Range<usize>, found: &mut Vec<Found>) -> Option<usize> {
        let before = found.len();
        let next = self.after_name(&person, Some(&rank), found);
        let next = if self.opens_line(rank.start) { self.closing(&person, Some(&rank), next, found) } else { next };
        if found.len() > before {
            return Some(next.max(person.end));
        }
        let organization = self.bracketed_body(person.end);
        let end = organization.as_ref().map_or(person.end, |o| o.end + 1);
        found.push(Found { name: person, title: rank, organization, rank: None, former: false });
        Some(end)
    }

    /// Whether the positions may be those of the person: a lone foreign word behind a firm's title is the firm.
    fn may_hold(&self, positions: &[Position], person: &Range<usize>) -> bool {
        let lone = person.len() == 1 && self.words.get(person.start).is_some_and(|a| a.kind == AtomKind::Word);
        let firm = positions.last().is_some_and(|p| p.firm && p.title.end == person.start && p.title.len() > 1);
        let empty = !positions.is_empty() && positions.iter().all(|p| p.dependent && p.organization.is_none());
        !(empty || lone && firm)
    }

    /// "CEO Paul Carter của Northgate", "TS A (Đại học B)": the body after the name; and where it ends.
    fn body_after(&self, positions: &mut [Position], end: usize) -> usize {
        static OF: Lazy<Vec<u32>> = Lazy::new(|| ids("của thuộc"));
        let [only] = positions else { return end };
        if only.organization.is_some() {
            return end;
        }
        if self.is_one_of(end, &OF) {
            let length = organization::at(self.rest(end + 1), Side::After);
            if length > 0 {
                only.organization = Some(end + 1..end + 1 + length);
                return end + 1 + length;
            }
        }
        if let Some(body) = self.bracketed_body(end) {
            let past = body.end + 1;
            only.organization = Some(body);
            return past;
        }
        end
    }

    /// A body that fills the brackets at `open`.
    fn bracketed_body(&self, open: usize) -> Option<Range<usize>> {
        if !self.is(open, '(') {
            return None;
        }
        let length = organization::at(self.rest(open + 1), Side::After);
        (length > 0 && self.is(open + 1 + length, ')')).then_some(open + 1..open + 1 + length)
    }

    /// Behind a form of address and a rank or trade: "bà", "đồng chí Đại tá", "Kỹ sư"; and the rank.
    pub(super) fn past_rank(&self, at: usize) -> (usize, Option<Range<usize>>) {
        let polite = at + self.rest(at).length(&HONORIFICS);
        let rank = polite + title::rank(self.rest(polite).atoms);
        let trade = if rank == polite { self.rest(rank).length(&NOT) } else { 0 };
        (rank + trade, (rank > polite).then_some(polite..rank))
    }

    /// Whether a line begins here, or behind the number or bullet of a list.
    pub(super) fn opens_line(&self, at: usize) -> bool {
        let begins = |n: usize| n == 0 || self.words.is_apart(n);
        static INVITED: Lazy<Vec<u32>> = Lazy::new(|| ids("mời"));
        if at > 0 && self.is_one_of(at - 1, &INVITED) {
            return self.opens_line(at - 1);
        }
        let numbered = || self.is(at - 1, '.') || self.is(at - 1, ')') || self.is(at - 1, '/');
        begins(at)
            || begins(at - 1) && self.words.get(at - 1).is_some_and(|a| a.kind == AtomKind::Punct)
            || at > 1 && begins(at - 2) && numbered()
    }

    /// Records each position for a person.
    pub(super) fn link(
        &self,
        positions: &[Position],
        name: &Range<usize>,
        rank: Option<&Range<usize>>,
        found: &mut Vec<Found>,
    ) {
        static COMMITTEE: Lazy<Vec<u32>> = Lazy::new(|| ids("ủy"));
        static MEMBER: Lazy<Vec<u32>> = Lazy::new(|| ids("viên"));
        for (n, p) in positions.iter().enumerate() {
            // Titles that a dash, a comma or "kiêm" joins before one body share it.
            let joined = positions[n + 1..].iter().take_while(|q| !q.apart);
            let shared = std::iter::once(p).chain(joined).find_map(|q| q.organization.clone());
            let near = positions.len() <= 2 || n + 1 == positions.len();
            // "Tỉnh ủy viên" says its body itself.
            let whole = self.is_one_of(p.title.start + 1, &COMMITTEE) && self.is_one_of(p.title.start + 2, &MEMBER);
            let shared = shared.filter(|o| near && !whole && self.may_share(p, o));
            let organization = p.organization.clone().or(shared);
            let national = |o: &Range<usize>| p.private && organization::place(self.rest(o.start)) == o.len();
            let organization = organization.filter(|o| !national(o));
            if p.dependent && organization.is_none() {
                continue;
            }
            let (name, title, rank) = (name.clone(), p.title.clone(), rank.cloned());
            found.push(Found { name, title, organization, rank, former: p.former });
        }
    }

    /// Whether an office may be of a body that the next title names: "Phó Bí thư, Chủ tịch UBND xã" is no office of the UBND.
    fn may_share(&self, position: &Position, body: &Range<usize>) -> bool {
        let party = position.title.clone().any(|n| self.rest(n).inner_length(&PARTY) > 0);
        !party || self.rest(body.start).inner_length(&PARTY_BODIES) > 0
    }

    /// A person who shows himself: an honorific and a name, or a full name; and the rank before the name.
    fn person(&self, at: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let polite = self.rest(at).length(&HONORIFICS);
        let rank = title::rank(self.rest(at + polite).atoms);
        let start = at + polite + rank;
        let length = if polite > 0 { name::expected(self.rest(start)) } else { name::full(self.rest(start)) };
        let rank = (rank > 0).then_some(at + polite..start);
        (length > 0 && !self.named_after(start)).then_some((start..start + length, rank))
    }

    /// "ứng cử viên tổng thống A": what stands before the title takes it back.
    pub(super) fn aspires(&self, at: usize) -> bool {
        (1..=4).any(|n| at.checked_sub(n).is_some_and(|from| self.rest(from).length(&CANDIDATES) == n))
    }

    /// Streets, schools and awards are named after people.
    fn named_after(&self, at: usize) -> bool {
        (1..=3).any(|n| at.checked_sub(n).is_some_and(|from| self.rest(from).length(&THINGS) == n))
    }

    /// A rank is the position only where no other is stated; an honour is none.
    fn ranks(&self, mut found: Vec<Found>) -> Vec<Found> {
        // What each name has, by where it stands: a rank, an office.
        let mut has: HashMap<usize, (Option<Range<usize>>, bool)> = HashMap::new();
        for f in &found {
            let (rank, office) = has.entry(f.name.start).or_default();
            match self.is_rank(&f.title) {
                true if rank.is_none() => *rank = Some(f.title.clone()),
                true => {}
                false => *office = true,
            }
        }
        found.retain_mut(|f| {
            let Some((rank, office)) = has.get(&f.name.start) else { return true };
            let own = self.words.skip(f.title.start).take(f.title.len());
            let honour = HONOURS.get(own.atoms).is_some();
            if rank.as_ref() != Some(&f.title) {
                f.rank = f.rank.take().or_else(|| rank.clone());
            }
            !(self.is_rank(&f.title) && (*office || honour))
        });
        found
    }
}
