//! Atoms: the smallest pieces that any layer looks at. Together with the white space between them they tile the text.
//!
//! An atom is a syllable, another run of letters, a number, a punctuation mark, a symbol (a whole grapheme cluster), or
//! one of the few things that only make sense in one piece: a URL, an e-mail address, a hashtag. Its `id` stands for its
//! folded text, so that every later layer compares numbers and never strings.

use crate::letters::{self, is_letter};
use crate::span::Span;
use crate::syllable::{Folded, Syllable};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// One atom: where it is, what it is, and the number that stands for its folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Atom {
    start: u32,
    end: u32,
    id: u32,
    pub(crate) kind: AtomKind,
    pub(crate) case: Case,
    /// The white space before it.
    pub(crate) gap: Gap,
}

impl Atom {
    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }

    pub(crate) fn span(&self) -> Span {
        Span::new(self.start(), self.end())
    }

    /// Equal for atoms with the same folded text (case, tone placement, kinds of dash and quote do not matter).
    #[inline]
    pub(crate) fn id(&self) -> u32 {
        self.id
    }

    /// A syllable or another run of letters.
    #[inline]
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, AtomKind::Syllable | AtomKind::Word)
    }

    /// Whether the atom is the punctuation mark `c` (dashes count as '-', quotes as '"', an ellipsis as '…').
    #[inline]
    pub(crate) fn is(&self, c: char) -> bool {
        self.id == mark_id(c)
    }

    /// Starts with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper) || (self.case == Case::Mixed && self.kind == AtomKind::Word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtomKind {
    /// A Vietnamese syllable.
    Syllable,
    /// Another run of letters, perhaps with apostrophes or underscores inside.
    Word,
    /// Digits with the dots and commas between them.
    Number,
    /// A punctuation mark, or a run of the same one.
    Punct,
    /// Any other grapheme cluster.
    Symbol,
    Url,
    Email,
    /// A hashtag or a mention: `#tet2024`, `@vanban`.
    Hashtag,
}

/// The letter case of a run of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letters.
    None,
    Lower,
    /// A capital first and small letters after it; also a single capital.
    Title,
    /// Two capitals or more, nothing small.
    Upper,
    Mixed,
}

/// The white space before an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    Space,
    /// One line break.
    Line,
    /// A blank line, or the start of the text.
    Blank,
}

const MARK: u32 = 0x0010_0000;
const NUMBER: u32 = 0x4000_0000;
const WORD: u32 = 0x8000_0000;

/// The id of a punctuation mark.
#[inline]
pub(crate) const fn mark_id(c: char) -> u32 {
    MARK + c as u32
}

/// The ids of a phrase, as [`scan`] would give them to its atoms.
pub(crate) fn ids(phrase: &str) -> Vec<u32> {
    scan(phrase).iter().map(Atom::id).collect()
}

/// Cuts a text into atoms; the first 4 GiB of it where it is longer.
pub(crate) fn scan(text: &str) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(text.len() / 5 + 1);
    scan_into(text, &mut atoms);
    atoms
}

/// As [`scan`], into a buffer that is cleared first.
pub(crate) fn scan_into(text: &str, atoms: &mut Vec<Atom>) {
    atoms.clear();
    let mut scanner = Scanner { text: limit(text), at: 0, gap: Gap::Blank, atoms };
    scanner.run();
}

fn limit(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

struct Scanner<'t, 'a> {
    text: &'t str,
    at: usize,
    gap: Gap,
    atoms: &'a mut Vec<Atom>,
}

impl Scanner<'_, '_> {
    fn run(&mut self) {
        while let Some(c) = self.peek() {
            if c.is_whitespace() || (c == '\u{FEFF}' && self.at == 0) {
                self.space(c);
            } else if is_letter(c) {
                self.letters();
            } else if is_digit(c) {
                self.number();
            } else {
                self.mark(c);
            }
        }
    }

    #[inline]
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    #[inline]
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&b) if b < 0x80 => Some(char::from(b)),
            Some(_) => self.text.get(at..).and_then(|rest| rest.chars().next()),
            None => None,
        }
    }

    fn space(&mut self, c: char) {
        self.at += c.len_utf8();
        let line = matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
            || (c == '\r' && self.text.as_bytes().get(self.at) != Some(&b'\n'));
        self.gap = match (self.gap, line) {
            (Gap::None, false) => Gap::Space,
            (Gap::None | Gap::Space, true) => Gap::Line,
            (Gap::Line, true) => Gap::Blank,
            (gap, _) => gap,
        };
    }

    /// A run of letters with inner apostrophes ("H'Hen") and underscores ("report_v2").
    fn letters(&mut self) {
        let start = self.at;
        let mut run = Run::default();
        loop {
            self.at += run.take(&self.text.as_bytes()[self.at..]);
            let Some(c) = self.peek() else { break };
            let next = |n: usize| self.char_at(self.at + n);
            if is_letter(c) || is_combining_mark_fast(c) || (run.snake && is_digit(c)) {
                run.push(c);
            } else if is_apostrophe(c) && next(c.len_utf8()).is_some_and(is_letter) {
                (run.joined, run.initial) = (true, (run.upper, run.lower) == (1, 0));
            } else if c == '_' && next(1).is_some_and(|n| is_letter(n) || is_digit(n)) {
                (run.joined, run.snake) = (true, true);
            } else {
                break;
            }
            self.at += c.len_utf8();
        }
        if self.url_after(start) {
            return;
        }
        let (kind, id) = run.identity(&self.text[start..self.at]);
        self.push(start, kind, run.case(), id);
    }

    /// Digits with inner dots and commas ("1.234.567,89").
    fn number(&mut self) {
        let start = self.at;
        let mut hash = Hash::default();
        while let Some(c) = self.peek() {
            let inner = matches!(c, '.' | ',') && self.char_at(self.at + 1).is_some_and(is_digit);
            if !(is_digit(c) || inner) {
                break;
            }
            hash.push(c);
            self.at += c.len_utf8();
        }
        self.push(start, AtomKind::Number, Case::None, NUMBER | (hash.0 & 0x3FFF_FFFF));
    }

    /// Punctuation and symbols, and what an "@", "#" or "://" makes of its neighbours.
    fn mark(&mut self, c: char) {
        let start = self.at;
        if (c == '@' && self.email()) || (matches!(c, '#' | '@') && self.tag()) || (c == ':' && self.url()) {
            return;
        }
        if !is_punctuation(c) {
            let cluster = self.text[start..].graphemes(true).next().map_or(c.len_utf8(), str::len);
            self.at += cluster;
            return self.push(start, AtomKind::Symbol, Case::None, mark_id(c));
        }
        self.at += c.len_utf8();
        if is_repeatable(c) {
            while self.peek() == Some(c) {
                self.at += c.len_utf8();
            }
        }
        let ellipsis = c == '.' && self.at - start > 1;
        self.push(start, AtomKind::Punct, Case::None, mark_id(if ellipsis { '…' } else { fold_mark(c) }));
    }

    fn push(&mut self, start: usize, kind: AtomKind, case: Case, id: u32) {
        while let Some(c) = self.peek() {
            if !extends(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        self.atoms.push(Atom { start: start as u32, end: self.at as u32, id, kind, case, gap: self.gap });
        self.gap = Gap::None;
    }

    /// Takes back the atoms from `start` on and makes one of them and of all up to `end`.
    fn merge(&mut self, start: usize, end: usize, kind: AtomKind) {
        while let Some(last) = self.atoms.last().filter(|a| a.start() >= start) {
            self.gap = last.gap;
            self.atoms.pop();
        }
        let mut hash = Hash::default();
        self.text[start..end].chars().for_each(|c| hash.push(letters::fold(c)));
        self.at = end;
        self.push(start, kind, Case::None, WORD | hash.0);
    }

    /// At "@": an address, where a local part stands before it and a domain after it.
    fn email(&mut self) -> bool {
        let local = self.chunk_start(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%'));
        let domain: usize = self.text.as_bytes()[self.at + 1..]
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
            .count();
        let end = self.trim_right(self.at + 1, self.at + 1 + domain);
        if local == self.at || !self.text[self.at + 1..end].contains('.') {
            return false;
        }
        self.merge(local, end, AtomKind::Email);
        true
    }

    /// At "#" or "@" after white space: a hashtag or a mention.
    fn tag(&mut self) -> bool {
        let fresh = self.gap != Gap::None || self.atoms.is_empty();
        if !fresh || !self.char_at(self.at + 1).is_some_and(is_letter) {
            return false;
        }
        let body = self.text[self.at + 1..]
            .char_indices()
            .find(|&(_, c)| !(is_letter(c) || is_digit(c) || c == '_' || is_combining_mark_fast(c)))
            .map_or(self.text.len() - self.at - 1, |(n, _)| n);
        self.merge(self.at, self.at + 1 + body, AtomKind::Hashtag);
        true
    }

    /// At ":" before "//": a URL from its scheme to the next space.
    fn url(&mut self) -> bool {
        if !self.text[self.at..].starts_with("://") {
            return false;
        }
        let start = self.chunk_start(|b| b.is_ascii_alphabetic());
        let end = self.url_end(self.at + 3);
        if start == self.at || end <= self.at + 3 {
            return false;
        }
        self.merge(start, end, AtomKind::Url);
        true
    }

    /// After letters that end at a dot: a host name ("www.moit.gov.vn/x", "vnexpress.net").
    fn url_after(&mut self, start: usize) -> bool {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) != Some(&b'.') || !self.text[start..self.at].is_ascii() {
            return false;
        }
        let host = &bytes[self.at..];
        let length =
            host.iter().take(256).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
        let end = self.trim_right(self.at, self.at + length);
        let name = self.text.get(self.at..end).unwrap_or("");
        let top = name.rsplit('.').next().unwrap_or("");
        let www = self.text[start..self.at].eq_ignore_ascii_case("www") && name.len() > 3;
        let ends = self.char_at(end).is_none_or(|c| !is_letter(c));
        let host = TOP_LEVEL.contains(&top) && name.starts_with('.') && ends;
        if !(www || host) {
            return false;
        }
        let from = self.chunk_start_before(start, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
        let end = if bytes.get(end) == Some(&b'/') { self.url_end(end) } else { end };
        self.merge(from, end, AtomKind::Url);
        true
    }

    /// The start of the run of `allowed` bytes before the current place, within 256 bytes and the same gapless atoms.
    fn chunk_start(&self, allowed: impl Fn(u8) -> bool) -> usize {
        self.chunk_start_before(self.at, allowed)
    }

    fn chunk_start_before(&self, at: usize, allowed: impl Fn(u8) -> bool) -> usize {
        let run = self.text.as_bytes()[..at].iter().rev().take(256).take_while(|&&b| allowed(b)).count();
        let start = at - run;
        // Only whole atoms are taken back: an earlier URL or a letter with marks stays what it is.
        let inside = self.atoms.iter().rev().take(256).find(|a| a.start() < start).is_some_and(|a| a.end() > start);
        if inside { at } else { start }
    }

    fn url_end(&self, from: usize) -> usize {
        let rest = &self.text[from..];
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '\'' | '’'))
            .unwrap_or(rest.len());
        self.trim_right(from, from + length)
    }

    /// `end` without closing punctuation that belongs to the sentence.
    fn trim_right(&self, from: usize, end: usize) -> usize {
        let closing = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…' | '-');
        from + self.text[from..end].trim_end_matches(closing).len()
    }
}

const TOP_LEVEL: [&str; 9] = ["vn", "com", "net", "org", "gov", "edu", "info", "io", "asia"];

/// A run of letters as it is read.
#[derive(Default)]
struct Run {
    folded: Folded,
    upper: u32,
    lower: u32,
    first_upper: bool,
    joined: bool,
    snake: bool,
    /// A single capital stood before the apostrophe: "H'Hen".
    initial: bool,
}

impl Run {
    /// Takes the Vietnamese letters that the bytes begin with, and tells how many bytes that was. This is the same as
    /// [`push`](Run::push) for each of them, but for the time it takes: case is one bit in all of their encodings.
    #[inline]
    fn take(&mut self, bytes: &[u8]) -> usize {
        let mut at = 0;
        while let Some(&b) = bytes.get(at) {
            match (b, bytes.get(at + 1).copied().unwrap_or(0), bytes.get(at + 2).copied().unwrap_or(0)) {
                (b'a'..=b'z', ..) => self.one(b, false),
                (b'A'..=b'Z', ..) => self.one(b | 0x20, true),
                // À to Ý and à to ý, without Ð, ×, Þ and their small letters.
                (0xC3, n @ (0x80..=0x8F | 0x91..=0x96 | 0x98..=0x9D), _) => self.two(0xC3, n | 0x20, true),
                (0xC3, n @ (0xA0..=0xAF | 0xB1..=0xB6 | 0xB8..=0xBD), _) => self.two(0xC3, n, false),
                // Ă Đ Ĩ, Ũ, Ơ, Ư
                (0xC4, n @ (0x82 | 0x83 | 0x90 | 0x91 | 0xA8 | 0xA9), _) => self.two(0xC4, n | 1, n & 1 == 0),
                (0xC5, n @ (0xA8 | 0xA9), _) => self.two(0xC5, n | 1, n & 1 == 0),
                (0xC6, n @ (0xA0 | 0xA1), _) => self.two(0xC6, n | 1, n & 1 == 0),
                (0xC6, n @ (0xAF | 0xB0), _) => self.two(0xC6, 0xB0, n == 0xAF),
                // Ạ to ỹ
                (0xE1, n @ 0xBA, last @ 0xA0..=0xBF) | (0xE1, n @ 0xBB, last @ 0x80..=0xB9) => {
                    self.two(0xE1, n, last & 1 == 0);
                    self.folded.push_byte(last | 1);
                    at += 1;
                }
                _ => break,
            }
            at += if b < 0x80 { 1 } else { 2 };
        }
        at
    }

    #[inline]
    fn one(&mut self, folded: u8, upper: bool) {
        self.first_upper |= upper && self.upper + self.lower == 0;
        self.upper += u32::from(upper);
        self.lower += u32::from(!upper);
        self.folded.push_byte(folded);
    }

    #[inline]
    fn two(&mut self, first: u8, second: u8, upper: bool) {
        self.one(first, upper);
        self.folded.push_byte(second);
    }

    /// Takes any letter, mark or digit of a run.
    fn push(&mut self, c: char) {
        if letters::is_capital(c) {
            self.first_upper |= self.upper + self.lower == 0;
            self.upper += 1;
        } else if !is_combining_mark_fast(c) && !is_digit(c) {
            self.lower += 1;
        }
        self.folded.push(letters::fold(c));
    }

    /// The kind of the run and the id of its folded text.
    fn identity(&self, text: &str) -> (AtomKind, u32) {
        if let Some(syllable) = Syllable::of_folded(&self.folded).filter(|_| !self.joined) {
            return (AtomKind::Syllable, u32::from(syllable.key()));
        }
        // Ð and its like stand for Đ where that makes a syllable, and in codes, which have no small letters.
        let mended = || text.chars().map(|c| letters::fold(letters::undo_look_alike(c)));
        if !self.joined && text.chars().any(letters::is_look_alike) {
            let mut folded = Folded::default();
            mended().for_each(|c| folded.push(c));
            if let Some(syllable) = Syllable::of_folded(&folded) {
                return (AtomKind::Syllable, u32::from(syllable.key()));
            }
        }
        let mut hash = Hash::default();
        if self.lower == 0 {
            mended().for_each(|c| hash.push(c));
        } else {
            text.chars().for_each(|c| hash.push(if is_apostrophe(c) { '\'' } else { letters::fold(c) }));
        }
        (AtomKind::Word, WORD | hash.0)
    }

    fn case(&self) -> Case {
        match (self.upper, self.lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, _) if self.first_upper => Case::Title,
            // "H'Hen", "O'Neil"
            (2, 1..) if self.initial => Case::Title,
            (_, 0) => Case::Upper,
            _ => Case::Mixed,
        }
    }
}

/// FNV-1a over characters.
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Hash(0x811C_9DC5)
    }
}

impl Hash {
    #[inline]
    fn push(&mut self, c: char) {
        self.0 = (self.0 ^ c as u32).wrapping_mul(0x0100_0193);
    }
}

#[inline]
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[inline]
fn is_combining_mark_fast(c: char) -> bool {
    c as u32 >= 0x300 && is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Marks and invisible characters that belong to what stands before them.
#[inline]
fn extends(c: char) -> bool {
    !c.is_ascii()
        && (matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
            || is_combining_mark_fast(c))
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' | '·' | '¿' | '¡')
}

/// Marks of which a run is one atom.
fn is_repeatable(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '-' | '_' | '=' | '*' | '~' | '…' | '#')
}

/// One mark for all kinds of dashes, of double and of single quotes.
fn fold_mark(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        scan(text).iter().map(|a| a.span().of(text)).collect()
    }

    #[test]
    fn atoms_are_the_readers_smallest_pieces() {
        assert_eq!(
            pieces("Cục CTĐP, 111,350 tỷ đồng/278 đề án."),
            ["Cục", "CTĐP", ",", "111,350", "tỷ", "đồng", "/", "278", "đề", "án", "."]
        );
        assert_eq!(pieces("H'Hen Niê ở King’s"), ["H'Hen", "Niê", "ở", "King’s"]);
        assert_eq!(pieces("ASEAN”.... Đây!!!"), ["ASEAN", "”", "....", "Đây", "!!!"]);
        assert_eq!(pieces("report_v2.pdf hôm_nay"), ["report_v2", ".", "pdf", "hôm_nay"]);
        assert_eq!(pieces("10h30, 500k"), ["10", "h", "30", ",", "500", "k"]);
    }

    #[test]
    fn addresses_stay_in_one_piece() {
        assert_eq!(
            pieces("mã.ftp://mp3.zing.vn vinh@zing.com.vn."),
            ["mã", ".", "ftp://mp3.zing.vn", "vinh@zing.com.vn", "."]
        );
        assert_eq!(pieces("(https://www.aol.com/x?y=1)"), ["(", "https://www.aol.com/x?y=1", ")"]);
        assert_eq!(pieces("theo vnexpress.net, #Tết2024"), ["theo", "vnexpress.net", ",", "#Tết2024"]);
    }

    #[test]
    fn grapheme_clusters_are_never_cut() {
        assert_eq!(pieces("👩‍👩‍👧‍👦🇻🇳 1️⃣ toá\u{301}n"), ["👩‍👩‍👧‍👦", "🇻🇳", "1️⃣", "toá\u{301}n"]);
        assert_eq!(pieces("\u{301}Không"), ["\u{301}", "Không"]);
        assert_eq!(pieces("\u{FEFF}Bộ Chính\u{200B}phủ"), ["Bộ", "Chính\u{200B}", "phủ"]);
    }

    #[test]
    fn ids_ignore_case_tone_placement_and_kinds_of_marks() {
        assert_eq!(ids("Hòa – “BÌNH”"), ids("hoà - \"bình\""));
        assert_eq!(ids("15/2020/NÐ-CP"), ids("15/2020/nđ–cp"));
        assert_ne!(ids("Sigurður"), ids("Sigurđur"));
        assert_ne!(ids("HĐ"), ids("HD"));
    }

    #[test]
    fn gaps_tell_lines_from_blank_lines() {
        let gaps = |t| scan(t).iter().map(|a| a.gap).collect::<Vec<_>>();
        assert_eq!(
            gaps("a b\nc\n\u{A0}\nd\r\ne."),
            [Gap::Blank, Gap::Space, Gap::Line, Gap::Blank, Gap::Line, Gap::None]
        );
    }
}
