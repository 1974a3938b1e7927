//! Evens out the Unicode of a text: NFC, Đ for its look-alikes, tone marks where one style puts them.

use crate::letters;
use crate::normal::View;
use crate::scan::{Atom, AtomKind, Case, scan};
use crate::syllable::{Syllable, TonePlacement};
use std::borrow::Cow;

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
    let mut out = String::new();
    let mut copied = 0;
    for atom in &scan(view.text()) {
        let word = atom.span().of(view.text());
        if let Some(better) = respell(atom, word, options) {
            out.push_str(&view.text()[copied..atom.start()]);
            out.push_str(&better);
            copied = atom.end();
        }
    }
    if copied == 0 && view.text() == text {
        return Cow::Borrowed(text);
    }
    out.push_str(&view.text()[copied..]);
    Cow::Owned(out)
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
}
