//! Vietnamese letters: case, tone marks, base letters, and the look-alikes of Đ.

/// The six tones, in the order of the language's own grammar books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// No mark: ma.
    Level,
    /// Grave: mà.
    Huyen,
    /// Acute: má.
    Sac,
    /// Hook above: mả.
    Hoi,
    /// Tilde: mã.
    Nga,
    /// Dot below: mạ.
    Nang,
}

impl Tone {
    /// All six, by their number.
    pub const ALL: [Tone; 6] = [Tone::Level, Tone::Huyen, Tone::Sac, Tone::Hoi, Tone::Nga, Tone::Nang];
}

/// The toneless vowels, each with its six toned forms.
const VOWELS: [(char, [char; 6]); 12] = [
    ('a', ['a', 'à', 'á', 'ả', 'ã', 'ạ']),
    ('ă', ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    ('â', ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    ('e', ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    ('ê', ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ']),
    ('i', ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị']),
    ('o', ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ']),
    ('ô', ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    ('ơ', ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    ('u', ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ']),
    ('ư', ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự']),
    ('y', ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
];

/// The lower-case form of a letter where it is as long in UTF-8; any other character is itself.
///
/// All Vietnamese letters keep their length, so folded text has the offsets of its source.
#[inline]
pub fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{BF}' => c,
        // Letters of Vietnamese and of its neighbours in the same blocks, without a look into the big tables.
        'À'..='Þ' if c != '×' => offset(c, 0x20),
        'ß'..='ÿ' | '×' => c,
        'Ạ'..='ỹ' => offset(c, u32::from(c as u32 & 1 == 0)),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => offset(c, 1),
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '\u{2010}'..='\u{2027}' => c,
        _ => fold_any(c),
    }
}

#[inline]
fn offset(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

fn fold_any(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
        _ => c,
    }
}

/// Whether the character is a letter of any script.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        'À'..='\u{24F}' => c != '×' && c != '÷',
        '\u{1E00}'..='\u{1EFF}' => true,
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether the letter is a capital.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    fold(c) != c || (c as u32 > 0x24F && !('\u{1E00}'..='\u{1EFF}').contains(&c) && c.is_uppercase())
}

/// Splits a lower-case vowel into its toneless form and its tone; `None` for what is no Vietnamese vowel.
pub fn untone(c: char) -> Option<(char, Tone)> {
    VOWELS.iter().find_map(|(base, forms)| {
        let tone = forms.iter().position(|&f| f == c)?;
        Some((*base, Tone::ALL[tone]))
    })
}

/// A toneless lower-case vowel with a tone; `c` itself for what is no vowel.
pub fn with_tone(c: char, tone: Tone) -> char {
    VOWELS.iter().find(|(base, _)| *base == c).map_or(c, |(_, forms)| forms[tone as usize])
}

/// The plain Latin letter of a Vietnamese letter, lower case: `ộ` gives `o`, `Đ` gives `đ` (another letter than d).
///
/// This is what initials are compared by: "Đ" never stands for a word in "d".
pub fn initial(c: char) -> char {
    let c = fold(undo_look_alike(c));
    match untone(c).map_or(c, |(base, _)| base) {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}

/// Characters that are typed in the place of Đ and đ: Ð (eth), Ɖ (African D), ð.
pub fn is_look_alike(c: char) -> bool {
    matches!(c, '\u{D0}' | '\u{189}' | '\u{F0}')
}

/// Đ for its look-alikes, any other character as it is.
pub fn undo_look_alike(c: char) -> char {
    match c {
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' => 'đ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_keeps_its_length_between_cases() {
        for (_, forms) in VOWELS {
            for lower in forms {
                let upper = lower.to_uppercase().next().unwrap();
                assert_eq!(fold(upper), lower);
                assert_eq!(upper.len_utf8(), lower.len_utf8());
            }
        }
        assert_eq!(fold('Đ'), 'đ');
    }

    #[test]
    fn the_short_ways_agree_with_the_tables() {
        for c in ('\0'..='\u{FFFF}').filter(|c| c.is_alphanumeric()) {
            assert_eq!(fold(c), fold_any(c), "{c}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c}");
        }
    }

    #[test]
    fn initials_drop_marks_but_keep_the_stroke() {
        assert_eq!(initial('Ộ'), 'o');
        assert_eq!(initial('ứ'), 'u');
        assert_eq!(initial('Đ'), 'đ');
        assert_eq!(initial('\u{D0}'), 'đ');
        assert_ne!(initial('D'), initial('Đ'));
    }
}
