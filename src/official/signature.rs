//! Who signed a document: a line with a title, and the name alone on a line below.

use super::link::{Found, Reader};
use super::organization::{self, Side};
use super::words::Words;
use super::{name, title};
use crate::phrases::Phrases;
use crate::scan::Gap;
use once_cell::sync::Lazy;
use std::ops::Range;

/// The longest line of a signature block, in atoms.
const LONGEST: usize = 24;

/// So many bytes of white space part columns.
const WIDE: usize = 4;

/// "KT. CHỦ TỊCH": for whom, or on whose behalf, the signer signs; the title of the signer stands below.
static FOR: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("kt.\nkt\ntl.\ntl\ntuq.\ntuq\nt/l\nk/t\n"));

/// "TM. ỦY BAN NHÂN DÂN": the body for which its head signs.
static BEHALF: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("tm.\ntm\nt/m\nt/m.\nthay mặt\n"));

/// "(Đã ký)": what stands in the place of the signature.
static SIGNED: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("đã ký\nký tên\nđã ký tên\nsigned\n"));

/// What the lines above have said so far.
#[derive(Default)]
struct Above {
    body: Option<Range<usize>>,
    title: Option<Found>,
}

/// The signers of the text, with their positions; all ranges are atoms of it.
pub(super) fn read(words: Words<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut above = Above::default();
    let mut start = 0;
    while start < words.atoms.len() {
        let length = words.skip(start).atoms.iter().skip(1).take_while(|a| a.gap < Gap::Line).count() + 1;
        let column = last_column(words.skip(start).take(length));
        // What is sent to whom stands to the left of the signature.
        if column > 0 || !words.is(start, '-') || above.title.is_none() {
            line(words.skip(start + column).take(length - column), start + column, &mut above, &mut found);
        }
        start += length;
    }
    found
}

/// Where the last column of a line begins: behind a wide gap ("Nơi nhận:          KT. CHỦ TỊCH").
fn last_column(line: Words<'_>) -> usize {
    let wide = |n: &usize| line.atoms[*n].start() - line.atoms[*n - 1].end() >= WIDE;
    (1..line.atoms.len()).rev().find(wide).unwrap_or(0)
}

/// Reads one line, whose first atom is the `from`-th of the text.
fn line(words: Words<'_>, from: usize, above: &mut Above, found: &mut Vec<Found>) {
    let all = words.atoms.len();
    if all <= LONGEST && (words.is(0, '(') || words.length(&SIGNED) == all || words.length(&FOR) > 0) {
        return;
    }
    let place = |range: &Range<usize>| range.start + from..range.end + from;
    let behalf = words.length(&BEHALF);
    if all > LONGEST {
        *above = Above::default();
    } else if behalf > 0 && organization::at(words.skip(behalf), Side::After) == all - behalf {
        *above = Above { body: Some(behalf + from..all + from), title: None };
    } else if let Some(position) = (Reader { words }).position(0, false).filter(|p| p.end == all) {
        let organization = position.organization.as_ref().map(place).or_else(|| above.body.clone());
        let title = place(&position.title);
        above.title = Some(Found { name: 0..0, title, organization, rank: None, former: position.former });
    } else {
        let rank = title::rank(words.atoms);
        let signs = name::full(words.skip(rank)) == all - rank && rank < all;
        if let Some(title) = above.title.take().filter(|_| signs) {
            let rank = (rank > 0).then_some(from..from + rank);
            let name = from + rank.as_ref().map_or(0, ExactSizeIterator::len)..from + all;
            found.push(Found { name, rank, ..title });
        }
        *above = Above::default();
    }
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
