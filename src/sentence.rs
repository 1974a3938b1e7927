//! Sentences: where one ends, inside a paragraph.
//!
//! A full stop, "!", "?" or an ellipsis may end one, together with the closing quotes and brackets behind it; whether it
//! does is told by what stands before it (abbreviations, initials, numbers of a list) and after it (a small letter goes on).

use crate::phrases::list;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use crate::zone::Block;
use once_cell::sync::Lazy;
use std::ops::Range;

list!(TITLES, "sentences/titles");
list!(PLACES, "sentences/places");
list!(OTHERS, "sentences/others");
list!(OPENERS, "sentences/openers");

/// Words before a number that is no end of a sentence: "Điều 5. Phạm vi".
static ARTICLES: Lazy<Vec<u32>> =
    Lazy::new(|| ids("điều khoản mục chương phần bài câu tiết phụ lục biểu bảng hình quyển tập"));

/// A sentence: its atoms, and the paragraph it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) atoms: Range<usize>,
    pub(crate) block: usize,
}

/// The sentences of every paragraph, in order; together they hold every atom.
pub(crate) fn sentences(atoms: &[Atom], blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(blocks.len() * 3);
    for (block, paragraph) in blocks.iter().enumerate() {
        split(atoms, paragraph.atoms.clone(), |atoms| sentences.push(Sentence { atoms, block }));
    }
    sentences
}

/// Tells `each` of the sentences of one paragraph.
pub(crate) fn split(atoms: &[Atom], paragraph: Range<usize>, mut each: impl FnMut(Range<usize>)) {
    let mut start = paragraph.start;
    while start < paragraph.end {
        let end = start + first_sentence(&atoms[start..paragraph.end]);
        each(start..end);
        start = end;
    }
}

/// How many atoms the first sentence has; all of them where none ends before.
fn first_sentence(atoms: &[Atom]) -> usize {
    let mut at = 0;
    while at < atoms.len() {
        if is_terminal(&atoms[at]) {
            let end = closing_end(atoms, at + 1);
            if end >= atoms.len() || ends_here(atoms, at, end) {
                return end.min(atoms.len());
            }
            at = end;
        } else {
            at += 1;
        }
    }
    atoms.len()
}

#[inline]
fn is_terminal(atom: &Atom) -> bool {
    atom.kind == AtomKind::Punct && (atom.is('.') || atom.is('…') || atom.is('!') || atom.is('?'))
}

/// The end of what belongs to a terminal mark: more such marks, "/.", closing quotes and brackets.
fn closing_end(atoms: &[Atom], from: usize) -> usize {
    let mut end = from;
    while let Some(atom) = atoms.get(end).filter(|a| a.gap == Gap::None) {
        let opens =
            atoms.get(end + 1).is_some_and(|n| n.gap == Gap::None && (n.is_word() || n.kind == AtomKind::Number));
        let quote = (atom.is('"') || atom.is('\'')) && !opens;
        let slash = atom.is('/') && atoms.get(end + 1).is_some_and(|n| n.is('.') && n.gap == Gap::None);
        if !(is_terminal(atom) || atom.is(')') || atom.is(']') || quote || slash) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the sentence ends with the marks `mark..end`, of which `mark` is the first.
fn ends_here(atoms: &[Atom], mark: usize, end: usize) -> bool {
    let next = &atoms[end];
    if end > mark + 1 && (mark + 1..end).any(|n| atoms[n].is('/')) {
        return true;
    }
    if !atoms[..mark].iter().any(|a| a.is_word() || a.kind == AtomKind::Number) || !can_begin(&atoms[end..]) {
        return false;
    }
    if next.gap == Gap::None {
        return end == mark + 1 && is_missing_space(atoms, mark);
    }
    if !atoms[mark].is('.') || end > mark + 1 {
        return true;
    }
    !is_abbreviation(atoms, mark) && !is_list_number(atoms, mark)
}

/// Whether what follows can be the beginning of a sentence: not a small letter, not a mark that goes on.
fn can_begin(rest: &[Atom]) -> bool {
    let skip = rest.iter().take_while(|a| a.kind == AtomKind::Punct && !a.is(',') && !a.is(';') && !a.is(':')).count();
    match rest.get(skip) {
        None => true,
        Some(a) if a.is_word() => a.case != Case::Lower,
        Some(a) => a.kind != AtomKind::Punct,
    }
}

/// "…tốt.Năm 2017": a stop without a space, between a small and a capital letter.
fn is_missing_space(atoms: &[Atom], mark: usize) -> bool {
    let Some(before) = mark.checked_sub(1).map(|n| &atoms[n]) else { return false };
    let next = &atoms[mark + 1];
    before.kind == AtomKind::Syllable
        && before.case == Case::Lower
        && before.span().len() > 1
        && next.kind == AtomKind::Syllable
        && next.case == Case::Title
}

/// Whether the dot at `mark` belongs to the abbreviation before it and ends nothing.
fn is_abbreviation(atoms: &[Atom], mark: usize) -> bool {
    let Some(before) = mark.checked_sub(1).map(|n| &atoms[n]) else { return false };
    if !before.is_word() || atoms[mark].gap != Gap::None {
        return false;
    }
    let rest = &atoms[mark + 1..];
    let capital = before.case != Case::Lower;
    let one = std::slice::from_ref(before);
    let dotted = mark >= 2 && atoms[mark - 2].is('.') && atoms[mark - 1].gap == Gap::None;
    if is_and_so_on(before) && dotted {
        return false;
    }
    if capital && TITLES.get(one).is_some() {
        return !begins_clearly(rest) || before.is_capital() && is_name_like(rest);
    }
    // Small letters that are no syllable are cut short too: "tp. Vinh".
    let place = capital || before.kind == AtomKind::Word;
    if (place && PLACES.get(one).is_some()) || OTHERS.get(one).is_some() {
        return !begins_clearly(rest);
    }
    // "Chi nhánh Nam Hoa II. Về phía": a numeral behind a name.
    let numeral = mark > 1 && before.span().len() > 1 && is_roman(before) && atoms[mark - 2].is_word();
    let initial = capital && before.span().len() <= 2 && !numeral;
    initial && !begins_clearly(rest)
}

/// The "v" of "v.v.".
fn is_and_so_on(atom: &Atom) -> bool {
    static V: Lazy<Vec<u32>> = Lazy::new(|| ids("v vv"));
    V.contains(&atom.id())
}

/// A word that opens sentences, perhaps in quotes, followed by what goes on in small letters.
fn begins_clearly(rest: &[Atom]) -> bool {
    let quoted = rest.first().is_some_and(|a| a.is('"'));
    let rest = &rest[usize::from(quoted)..];
    OPENERS.longest(rest).is_some_and(|(length, _)| {
        rest.get(length).is_none_or(|a| !a.is_capital() || a.case == Case::Upper) || length > 1
    })
}

/// Two capitalised words or more: a name.
fn is_name_like(rest: &[Atom]) -> bool {
    rest.iter().take(2).all(Atom::is_capital) && rest.len() >= 2
}

/// "1. Mục tiêu", "II. Kết quả", "Điều 5. Phạm vi" at the beginning of a sentence.
fn is_list_number(atoms: &[Atom], mark: usize) -> bool {
    let numbered = |a: &Atom| {
        (a.kind == AtomKind::Number && a.span().len() <= 6) || is_roman(a) || (a.is_word() && a.span().len() == 1)
    };
    match mark {
        1 => numbered(&atoms[0]),
        2 => numbered(&atoms[1]) && (ARTICLES.contains(&atoms[0].id()) || atoms[0].kind == AtomKind::Punct),
        _ => false,
    }
}

/// A numeral in capital roman digits; their letters are compared by id.
fn is_roman(atom: &Atom) -> bool {
    static ROMAN: Lazy<Vec<u32>> =
        Lazy::new(|| ids("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"));
    matches!(atom.case, Case::Upper | Case::Title) && ROMAN.contains(&atom.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    fn split(text: &str) -> Vec<&str> {
        let atoms = scan(text);
        let mut rest = &atoms[..];
        let mut sentences = Vec::new();
        while !rest.is_empty() {
            let n = first_sentence(rest);
            sentences.push(&text[rest[0].start()..rest[n - 1].end()]);
            rest = &rest[n..];
        }
        sentences
    }

    #[test]
    fn stops_that_end_nothing() {
        for text in [
            "Ông ở TP. Hồ Chí Minh từ lâu.",
            "PGS.TS. Nguyễn Văn A đến dự.",
            "Giá trị 1.234,5 tỷ đồng, tăng 2.5%.",
            "DN… cũng đạt được kết quả tốt./.",
            "1. Mục tiêu chung của đề án.",
            "Điều 5. Phạm vi áp dụng.",
            "“Đi đâu?” anh hỏi.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn stops_that_end_a_sentence() {
        assert_eq!(split("Tại TP.HCM. Tình trạng này kéo dài."), ["Tại TP.HCM.", "Tình trạng này kéo dài."]);
        assert_eq!(split("cơ hội từ ASEAN”.... Đây là dịp tốt."), ["cơ hội từ ASEAN”....", "Đây là dịp tốt."]);
        assert_eq!(split("gạo, ngô, v.v. Ngoài ra có khoai."), ["gạo, ngô, v.v.", "Ngoài ra có khoai."]);
        assert_eq!(split("tại các CCN… Cùng với đó, Cục yêu cầu."), ["tại các CCN…", "Cùng với đó, Cục yêu cầu."]);
        assert_eq!(split("Lúc đó là 8 h. “Tôi đi”, anh nói."), ["Lúc đó là 8 h.", "“Tôi đi”, anh nói."]);
        assert_eq!(split("Lời chị H. “Tôi đi làm”."), ["Lời chị H.", "“Tôi đi làm”."]);
        assert_eq!(split("đã làm tốt.Năm 2017 là năm bản lề."), ["đã làm tốt.", "Năm 2017 là năm bản lề."]);
    }
}
