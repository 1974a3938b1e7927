//! Hard-wrapped paragraphs: telling a line break that only wraps from one that ends a line.
//!
//! A writer (or a converter) that wraps at a width breaks a line only where the next word no longer fits. So in a group
//! of lines a break is a wrap exactly if the first word of the next line would have gone past the group's width.

use super::lines::{Line, is_terminated, words};
use crate::scan::{Atom, AtomKind, Case};
use std::ops::Range;

/// The narrowest and the widest margin that people wrap at.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=140;

/// The most words of a label.
const LABEL: usize = 5;

/// Ragged lines that are this much shorter than the width still count as full.
const SLACK: usize = 2;

/// Groups the lines that are read as one paragraph.
pub(super) fn paragraphs(text: &str, lines: &[Line], atoms: &[Atom]) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut group = 0;
    while group < lines.len() {
        let end = (group + 1..lines.len()).find(|&n| lines[n].blank_before).unwrap_or(lines.len());
        if end == group + 1 {
            paragraphs.push(group..end);
        } else {
            split_group(text, group..end, lines, atoms, &mut paragraphs);
        }
        group = end;
    }
    paragraphs
}

fn split_group(text: &str, group: Range<usize>, lines: &[Line], atoms: &[Atom], paragraphs: &mut Vec<Range<usize>>) {
    let widths: Vec<usize> = lines[group.clone()].iter().map(|l| l.width(text, atoms)).collect();
    let width = widths.iter().copied().max().unwrap_or(0);
    let wrapped = WIDTHS.contains(&width);
    // The longest of a few lines is always full; that a writer wraps is shown by a line that goes on in small letters, and
    // by an end as sentences have it.
    let flows = lines[group.clone()].iter().skip(1).any(|l| begins_small(&atoms[l.atoms.clone()]));
    let prose = flows || is_terminated(&atoms[lines[group.end - 1].atoms.clone()]);
    let mut start = group.start;
    for next in group.start + 1..group.end {
        let this = widths[next - 1 - group.start];
        let other = &atoms[lines[next].atoms.clone()];
        let goes_on = flows || !is_label(other) && (prose || !begins_anew(other));
        let continues = wrapped && goes_on && is_wrap(&lines[next - 1], &lines[next], this, width, atoms);
        if !continues {
            paragraphs.push(start..next);
            start = next;
        }
    }
    paragraphs.push(start..group.end);
}

/// Whether `line` was broken because the first word of `next` did not fit any more.
fn is_wrap(line: &Line, next: &Line, this_width: usize, width: usize, atoms: &[Atom]) -> bool {
    let (this, other) = (&atoms[line.atoms.clone()], &atoms[next.atoms.clone()]);
    let word = first_word(other);
    let full = this_width + 1 + word + SLACK > width;
    let lower = begins_small(other);
    // A full line ends a sentence by chance now and then; a list item or a row of cells is no continuation.
    let item = starts_item(other) || is_row(this) || is_row(other);
    let long = words(this) >= 5;
    long && !item
        && ((full && (lower || !is_terminated(this) || this_width + 12 > width))
            || (lower && !is_terminated(this) && this_width * 3 > width * 2))
}

fn begins_small(atoms: &[Atom]) -> bool {
    atoms.first().is_some_and(|a| a.is_word() && a.case == Case::Lower)
}

/// Whether a line begins with a capital that small letters follow, as a sentence does and a name does not.
fn begins_anew(atoms: &[Atom]) -> bool {
    let [first, second, ..] = atoms else { return false };
    first.is_word() && first.case == Case::Title && second.is_word() && second.case == Case::Lower
}

/// Whether a line begins as "Địa chỉ:", "Trưởng Ban biên tập:" do.
fn is_label(atoms: &[Atom]) -> bool {
    let words = atoms.iter().take(LABEL).take_while(|a| a.is_word()).count();
    words > 0 && atoms.get(words).is_some_and(|a| a.is(':'))
}

/// The width of the first word of a line: up to its first space.
fn first_word(atoms: &[Atom]) -> usize {
    let end = atoms.iter().skip(1).position(|a| a.gap != crate::scan::Gap::None).map_or(atoms.len(), |n| n + 1);
    atoms[..end].iter().map(|a| a.span().len().div_ceil(2).max(1)).sum::<usize>().max(1)
}

/// Whether a line begins as an item of a list does: "-", "•", "1.", "a)", "Điều 5.".
pub(super) fn starts_item(atoms: &[Atom]) -> bool {
    let Some(first) = atoms.first() else { return false };
    let second = atoms.get(1);
    let closes = |a: Option<&Atom>| a.is_some_and(|a| (a.is('.') || a.is(')')) && a.gap == crate::scan::Gap::None);
    let short = first.span().len() <= 4 && (first.kind == AtomKind::Number || first.is_word());
    first.is('-') || first.is('+') || first.is('*') || first.is('•') || (short && closes(second) && atoms.len() > 2)
}

/// Whether a line is a row of cells.
pub(super) fn is_row(atoms: &[Atom]) -> bool {
    atoms.iter().filter(|a| a.is('|')).count() >= 2
}
