//! What stands alone in its line or cell: signers below their title, and persons above it, as on cards and in tables.

use super::link::{Found, Reader};
use super::lists::HONORIFICS;
use super::organization::{self, Side};
use super::position::Position;
use super::words::Words;
use super::{name, title};
use crate::phrases::Phrases;
use crate::scan::{AtomKind, Gap};
use once_cell::sync::Lazy;
use std::ops::Range;

/// The longest line or cell of a block, in atoms.
const LONGEST: usize = 24;

/// "KT. CHỦ TỊCH": for whom, or on whose behalf, the signer signs; the title of the signer stands below.
static FOR: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("kt.\nkt\ntl.\ntl\ntuq.\ntuq\nt/l\nk/t\n"));

/// "TM. ỦY BAN NHÂN DÂN": the body for which its head signs.
static BEHALF: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("tm.\ntm\nt/m\nt/m.\nthay mặt\n"));

/// "(Đã ký)": what stands in the place of the signature.
static SIGNED: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("đã ký\nký tên\nđã ký tên\nsigned\n"));

/// A name that fills its line or cell.
#[derive(Clone)]
struct Person {
    name: Range<usize>,
    rank: Option<Range<usize>>,
}

/// What the lines above have said so far.
#[derive(Default)]
struct Above {
    body: Option<Range<usize>>,
    title: Option<Found>,
    /// A person without a title so far.
    person: Option<Person>,
    /// Whether the line above stands for a signature, so that the name below it is a signer's.
    signed: bool,
}

/// Those who stand in blocks, with their positions; all ranges are atoms of the text.
pub(super) fn read(words: Words<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut above = Above::default();
    let mut start = 0;
    while start < words.atoms.len() {
        let length = words.skip(start).atoms.iter().skip(1).take_while(|a| a.gap < Gap::Line).count() + 1;
        let line = words.skip(start).take(length);
        let cells = cells(line);
        // What is sent to whom stands to the left of the signature.
        let listed = cells.len() == 1 && line.is(0, '-') && above.title.is_some();
        if !row(line, &cells, start, &mut found) && !listed {
            let column = cells.last().map_or(0, |c| c.start);
            cell(line.skip(column), start + column, &mut above, &mut found);
        }
        start += length;
    }
    found
}

/// The cells of a line, between wide gaps: "Nơi nhận:          KT. CHỦ TỊCH".
fn cells(line: Words<'_>) -> Vec<Range<usize>> {
    let starts: Vec<usize> = (0..line.atoms.len()).filter(|&n| n == 0 || line.is_apart(n)).collect();
    let ends = starts.iter().copied().skip(1).chain([line.atoms.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Reads a row of a table that tells in its cells who is what; whether it is one.
fn row(line: Words<'_>, cells: &[Range<usize>], from: usize, found: &mut Vec<Found>) -> bool {
    let of = |cell: &Range<usize>| line.skip(cell.start).take(cell.len());
    let Some(at) = cells.iter().take(2).position(|c| person(of(c)).is_some()) else { return false };
    let Some(person) = person(of(&cells[at])).map(|p| shifted(p, from + cells[at].start)) else { return false };
    let before = found.len();
    for cell in &cells[at + 1..] {
        hold(&person, of(cell), from + cell.start, found);
    }
    found.len() > before
}

/// Reads what stands alone in a line, or in its last column; its first atom is the `from`-th of the text.
fn cell(words: Words<'_>, from: usize, above: &mut Above, found: &mut Vec<Found>) {
    let all = words.atoms.len();
    if all <= LONGEST && (words.is(0, '(') || words.length(&SIGNED) == all || words.length(&FOR) > 0) {
        above.signed = true;
        return;
    }
    let behalf = words.length(&BEHALF);
    let held = above.person.as_ref().is_some_and(|person| hold(person, words, from, found));
    if held || all > LONGEST {
        *above = Above { person: above.person.take().filter(|_| held), ..Above::default() };
    } else if behalf > 0 && organization::at(words.skip(behalf), Side::After) == all - behalf {
        *above = Above { body: Some(behalf + from..all + from), ..Above::default() };
    } else if let Some(position) = (Reader { words }).position(0, false).filter(|p| p.end == all) {
        let mut title = as_found(&position, from, &Person { name: 0..0, rank: None });
        title.organization = title.organization.or_else(|| above.body.clone());
        above.title = Some(title);
        above.person = None;
    } else {
        let person = person(words).map(|p| shifted(p, from));
        let title = above.title.take();
        if let Some((title, Person { name, rank })) = title.clone().zip(person.clone()) {
            found.push(Found { name, rank, ..title });
        }
        *above = Above { person: person.filter(|_| title.is_none() && !above.signed), ..Above::default() };
    }
}

/// The person whose name fills the cell, behind a number of the list, a form of address, and a rank.
fn person(words: Words<'_>) -> Option<Person> {
    let number = words.first().is_some_and(|a| a.kind == AtomKind::Number) && (words.is(1, '.') || words.is(1, ')'));
    let bullet = words.is(0, '-') || words.is(0, '•') || words.is(0, '+') || words.is(0, '*');
    let at = if number { 2 } else { usize::from(bullet) };
    let start = at + words.skip(at).length(&HONORIFICS);
    let rank = title::rank(words.skip(start).atoms);
    let rest = words.skip(start + rank);
    let name = if start > at { name::expected(rest) } else { name::full(rest) };
    let fills = name > 1 && name == rest.atoms.len() && rest.body() < 2;
    fills.then(|| Person { name: start + rank..start + rank + name, rank: (rank > 0).then_some(start..start + rank) })
}

/// The person `by` atoms farther on.
fn shifted(person: Person, by: usize) -> Person {
    let place = |range: Range<usize>| range.start + by..range.end + by;
    Person { name: place(person.name), rank: person.rank.map(place) }
}

/// Records the positions that a cell is made of as those of a person; whether it is.
fn hold(person: &Person, words: Words<'_>, from: usize, found: &mut Vec<Found>) -> bool {
    let all = words.atoms.len();
    let (positions, end) = (Reader { words }).chain(0, false);
    let closed = end == all || end + 1 == all && (words.is(end, ';') || words.is(end, '.') || words.is(end, ','));
    let holds = !positions.is_empty() && closed && all <= LONGEST;
    found.extend(positions.iter().filter(|_| holds).map(|p| as_found(p, from, person)));
    holds
}

/// A position in a cell, whose first atom is the `from`-th of the text, as that of a person.
fn as_found(position: &Position, from: usize, person: &Person) -> Found {
    let place = |range: &Range<usize>| range.start + from..range.end + from;
    let Person { name, rank } = person.clone();
    let organization = position.organization.as_ref().map(place);
    Found { name, title: place(&position.title), organization, rank, former: position.former }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names, titles and bodies of the signers, one after the other.
    fn signers(text: &str) -> Vec<String> {
        crate::official::tests::read(text, |words| {
            let found = read(words);
            found.into_iter().flat_map(|f| [Some(f.name), Some(f.title), f.organization]).flatten().collect()
        })
    }

    #[test]
    fn the_person_holds_the_title_of_the_line_or_cell_behind() {
        for (text, parts) in [
            ("1\nTS. Lê Văn Na\nViện trưởng", &["Lê Văn Na", "Viện trưởng"][..]),
            ("Lê Văn Na\nThành viên kiêm Tổng Giám đốc", &["Lê Văn Na", "Thành viên", "Lê Văn Na", "Tổng Giám đốc"]),
            ("2. Bà Lê Thị Na        Ủy viên", &["Lê Thị Na", "Ủy viên"]),
            (
                "Giám đốc\nLê Văn Na\nPhó Giám đốc\nTrần Văn Tư",
                &["Lê Văn Na", "Giám đốc", "Trần Văn Tư", "Phó Giám đốc"],
            ),
            ("(Đã ký)\nLê Văn Na\nGiám đốc\n(Đã ký)\nTrần Văn Tư", &["Trần Văn Tư", "Giám đốc"]),
            ("Lê Văn Na\nGiám đốc Sở Y tế thăm hỏi bà con.", &[]),
        ] {
            assert_eq!(signers(text), parts, "{text}");
        }
    }

    #[test]
    fn the_signer_holds_the_title_of_the_line_above() {
        for (text, parts) in [
            ("GIÁM ĐỐC\n(Đã ký)\nLê Văn Na", &["Lê Văn Na", "GIÁM ĐỐC"][..]),
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Na",
                &["Lê Văn Na", "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN"],
            ),
            ("Nơi nhận:          CHÁNH VĂN PHÒNG\n- Như trên;\nLê Văn Na", &["Lê Văn Na", "CHÁNH VĂN PHÒNG"]),
            ("GIÁM ĐỐC\nHôm nay trời đẹp.\nLê Văn Na", &[]),
        ] {
            assert_eq!(signers(text), parts, "{text}");
        }
    }
}
