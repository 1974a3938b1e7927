//! Evens out the Unicode of a text: NFC, Đ for its look-alikes, tone marks where one style puts them.

use crate::edit::apply;
use crate::letters;
use crate::normal::View;
use crate::scan::{Atom, AtomKind, Case, scan};
use crate::span::Span;
use crate::syllable::{Syllable, TonePlacement};
use std::borrow::Cow;

pub use crate::edit::Edit;

/// What to even out beside NFC and the look-alikes of Đ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Where tone marks go; `None` leaves them where they are.
    pub tone: Option<TonePlacement>,
}

/// The text with its Unicode evened out; words are never respelled but for the place of a tone mark.
///
/// ```
/// use vanban::normalize::{Options, normalize};
/// assert_eq!(normalize("Nghị định 15/2020/NÐ-CP", Options::default()), "Nghị định 15/2020/NĐ-CP"); // a decree's number
/// ```
pub fn normalize(text: &str, options: Options) -> Cow<'_, str> {
    let view = View::new(text);
    let better = respelled(view.text(), &scan(view.text()), options);
    if better.is_empty() && view.text() == text {
        return Cow::Borrowed(text);
    }
    Cow::Owned(apply(view.text(), Span::new(0, view.text().len()), &better).into_owned())
}

/// What [`normalize`] changes, in order and by whole words; none overlaps another, and their spans are of `text`.
///
/// ```
/// use vanban::normalize::{Options, edits};
/// let text = "Nghị định 15/2020/NÐ-CP"; // a decree's number
/// let found = edits(text, Options::default());
/// assert_eq!((found[0].span.of(text), &found[0].replacement[..]), ("NÐ", "NĐ"));
/// ```
pub fn edits(text: &str, options: Options) -> Vec<Edit> {
    let view = View::new(text);
    let atoms = scan(view.text());
    let better = respelled(view.text(), &atoms, options);
    let as_it_was = |atom: &&Atom| view.to_source(atom.span()).of(text) == atom.span().of(view.text());
    let recomposed = atoms.iter().filter(|a| !as_it_was(a)).map(Atom::span);
    let changed = recomposed.chain(better.iter().map(|e| e.span)).chain(view.rewritten()).collect();
    let edit = |span: Span| {
        let replacement = apply(view.text(), span, &better).into_owned();
        Edit { span: view.to_source(span), replacement }
    };
    merged(changed).into_iter().map(edit).collect()
}

/// Spans in order, those that overlap as one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.to(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// The words that have a better spelling.
fn respelled(text: &str, atoms: &[Atom], options: Options) -> Vec<Edit> {
    let edit = |atom: &Atom| {
        let replacement = respell(atom, atom.span().of(text), options)?;
        Some(Edit { span: atom.span(), replacement })
    };
    atoms.iter().filter_map(edit).collect()
}

/// The better spelling of an atom, where there is one.
fn respell(atom: &Atom, word: &str, options: Options) -> Option<String> {
    if !atom.is_word() {
        return None;
    }
    let stroke =
        word.chars().any(letters::is_look_alike) && (atom.kind == AtomKind::Syllable || atom.case == Case::Upper);
    let straight: Cow<'_, str> =
        if stroke { word.chars().map(letters::undo_look_alike).collect::<String>().into() } else { word.into() };
    let placed = options.tone.and_then(|placement| place_tone(&straight, placement));
    placed.or_else(|| stroke.then(|| straight.into_owned())).filter(|better| better != word)
}

/// The syllable with its tone mark where the style puts it, each letter in its own case.
fn place_tone(word: &str, placement: TonePlacement) -> Option<String> {
    let spelled = Syllable::parse(word)?.spell(placement);
    if spelled.chars().count() != word.chars().count() {
        return None;
    }
    let cased =
        |(old, new): (char, char)| if old.is_uppercase() { new.to_uppercase().next().unwrap_or(new) } else { new };
    Some(word.chars().zip(spelled.chars()).map(cased).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_marks_go_where_the_style_puts_them() {
        for (input, old, new) in [
            ("hoà", "hòa", "hoà"),
            ("KHỎE", "KHỎE", "KHOẺ"),
            ("thuỷ", "thủy", "thuỷ"),
            ("quý già gì giếng", "quý già gì giếng", "quý già gì giếng"),
            (
                "hòan ngòai cuả lựơng baỏ Đaị súyt",
                "hoàn ngoài của lượng bảo Đại suýt",
                "hoàn ngoài của lượng bảo Đại suýt",
            ),
            ("khuỷu thuế quốc Lý Mỹ", "khuỷu thuế quốc Lý Mỹ", "khuỷu thuế quốc Lý Mỹ"),
        ] {
            let with = |tone| normalize(input, Options { tone: Some(tone) }).into_owned();
            assert_eq!((with(TonePlacement::Old), with(TonePlacement::New)), (old.into(), new.into()));
            assert_eq!(normalize(input, Options::default()), input);
        }
    }

    #[test]
    fn look_alikes_are_mended_only_where_they_stand_for_the_letter() {
        assert_eq!(normalize("NÐ-CP và ðề án, Sigurður", Options::default()), "NĐ-CP và đề án, Sigurður");
    }

    #[test]
    fn edits_take_whole_words_of_the_callers_text() {
        let text = "Vie\u{302}\u{323}t Nam hòa bình, sô\u{301} 5/NÐ-CP";
        let found = edits(text, Options { tone: Some(TonePlacement::New) });
        let said: Vec<_> = found.iter().map(|e| (e.span.of(text), e.replacement.as_str())).collect();
        let wanted = [("Vie\u{302}\u{323}t", "Việt"), ("hòa", "hoà"), ("sô\u{301}", "số"), ("NÐ", "NĐ")];
        assert_eq!(said, wanted);
    }

    #[test]
    fn a_mark_that_composes_across_atoms_is_changed_once() {
        for text in
            ["\u{212B}\u{301}5 e\u{301}\u{301}\u{200B}a\u{323}", "1\u{301}\u{323}a\u{2000}b", "=\u{338}ðe\u{323}"]
        {
            let found = edits(text, Options::default());
            assert!(!found.is_empty());
            assert_eq!(apply(text, Span::new(0, text.len()), &found), normalize(text, Options::default()));
        }
    }
}
