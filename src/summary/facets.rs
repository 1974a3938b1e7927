//! What a reader of reports looks for: results with their figures, decisions, and what comes next.

use super::features::{WEIGHTY, hangs, hits};
use super::rank::SCALE;
use crate::phrases::list;
use crate::scan::{Atom, AtomKind, ids};
use once_cell::sync::Lazy;

list!(OUTLOOK, "summary/outlook");

/// A sum of money or a percentage.
const FIGURE: u8 = 1;
/// What is planned or asked for.
const NEXT: u8 = 2;

/// What a word of results and decisions gives, a number, and what hanging on the sentence before costs: round figures by hand.
const WEIGHTY_WORD: i64 = SCALE / 10;
const NUMBER: i64 = SCALE * 3 / 10;
/// More numbers than these tell no more.
const NUMBERS: usize = 5;
const HANGS: i64 = SCALE;

/// The facets that a sentence shows, a bit each.
pub(super) fn of(atoms: &[Atom]) -> u8 {
    let figure = if weighs_money(atoms) { FIGURE } else { 0 };
    let next = if hits(&OUTLOOK, atoms) > 0 { NEXT } else { 0 };
    figure | next
}

/// What a sentence of a report gains or loses by its own wording.
pub(super) fn wording(atoms: &[Atom]) -> i64 {
    let numbers = atoms.iter().filter(|a| a.kind == AtomKind::Number).take(NUMBERS).count() as i64;
    hits(&WEIGHTY, atoms) * WEIGHTY_WORD + numbers * NUMBER - if hangs(atoms) { HANGS } else { 0 }
}

/// Whether a sentence has a sum of money or a percentage.
fn weighs_money(atoms: &[Atom]) -> bool {
    static MONEY: Lazy<Vec<u32>> = Lazy::new(|| ids("tỷ tỉ triệu nghìn đồng usd %"));
    let after = |w: &[Atom]| w[0].kind == AtomKind::Number && MONEY.contains(&w[1].id());
    atoms.windows(2).any(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    #[test]
    fn figures_and_plans_are_facets() {
        for (text, wanted) in [
            ("Cục giải ngân 12 tỷ đồng.", FIGURE),
            ("Tỷ lệ đạt 95%.", FIGURE),
            ("Thời gian tới, Cục mở thêm lớp.", NEXT),
            ("Sang năm, Cục phấn đấu giải ngân 15 tỷ đồng.", FIGURE | NEXT),
            ("Cục có 5 phòng.", 0),
        ] {
            assert_eq!(of(&scan(text)), wanted, "{text}");
        }
    }

    #[test]
    fn what_hangs_on_another_sentence_loses() {
        let score = |text: &str| wording(&scan(text));
        assert!(score("Cục giải ngân 12 tỷ đồng.") > score("Cục đã làm việc."));
        assert!(score("Qua đó, Cục đã làm việc.") < score("Cục đã làm việc."));
        assert_eq!(score("Ông Nguyễn Văn Hải đã làm việc."), score("Cục đã làm việc."));
    }
}
