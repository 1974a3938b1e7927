//! Dictionaries as JSON: the same keys as in TOML, read into the same tree, so that one reader serves both.

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

/// Deeper than any dictionary nests.
const DEPTH: usize = 8;

/// Reads an object; the error says where in the text, in bytes, and why.
pub(super) fn parse(text: &str) -> Result<DeTable<'_>, (usize, String)> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err((reader.at, "text after the end of the object".into()));
    }
    match value.into_inner() {
        DeValue::Table(table) => Ok(table),
        _ => Err((0, "an object is wanted: {\"acronym\": […]}".into())),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

type Read<T> = Result<T, (usize, String)>;

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Takes a mark where it stands next.
    fn take(&mut self, mark: u8) -> bool {
        self.space();
        let here = self.peek() == Some(mark);
        self.at += usize::from(here);
        here
    }

    fn want(&mut self, mark: u8) -> Read<()> {
        if self.take(mark) { Ok(()) } else { Err((self.at, format!("\"{}\" is wanted here", char::from(mark)))) }
    }

    fn value(&mut self, depth: usize) -> Read<Spanned<DeValue<'t>>> {
        self.space();
        let start = self.at;
        let value = match self.peek() {
            Some(b'{' | b'[') if depth >= DEPTH => return Err((start, "nested too deeply".into())),
            Some(b'{') => DeValue::Table(self.table(depth)?),
            Some(b'[') => DeValue::Array(self.array(depth)?),
            Some(b'"') => DeValue::String(self.string()?),
            _ => self.word(start)?,
        };
        Ok(Spanned::new(start..self.at, value))
    }

    fn table(&mut self, depth: usize) -> Read<DeTable<'t>> {
        let mut table = DeTable::new();
        self.want(b'{')?;
        if self.take(b'}') {
            return Ok(table);
        }
        loop {
            self.space();
            let start = self.at;
            let key = self.string()?;
            let key = Spanned::new(start..self.at, key);
            self.want(b':')?;
            let value = self.value(depth + 1)?;
            table.insert(key, value);
            if !self.take(b',') {
                self.want(b'}')?;
                return Ok(table);
            }
        }
    }

    fn array(&mut self, depth: usize) -> Read<DeArray<'t>> {
        let mut array = DeArray::new();
        self.want(b'[')?;
        if self.take(b']') {
            return Ok(array);
        }
        loop {
            array.push(self.value(depth + 1)?);
            if !self.take(b',') {
                self.want(b']')?;
                return Ok(array);
            }
        }
    }

    /// A number, true or false: they are written as in TOML.
    fn word(&mut self, start: usize) -> Read<DeValue<'t>> {
        let rest = self.text.get(start..).unwrap_or("");
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(rest.len());
        self.at += length;
        match rest.get(..length).map(DeValue::parse) {
            Some(Ok(value)) if length > 0 => Ok(value.into_inner()),
            _ => Err((start, "a value is wanted here".into())),
        }
    }

    fn string(&mut self) -> Read<DeString<'t>> {
        self.want(b'"')?;
        let (start, mut own) = (self.at, None::<String>);
        loop {
            let rest = self.text.get(self.at..).unwrap_or("");
            let Some(c) = rest.chars().next().filter(|c| *c >= ' ') else {
                return Err((start, "a text without its end".into()));
            };
            match c {
                '"' => {
                    let plain = self.text.get(start..self.at).unwrap_or("");
                    self.at += 1;
                    return Ok(own.map_or(plain.into(), Into::into));
                }
                '\\' => {
                    let before = self.text.get(start..self.at).unwrap_or("");
                    let mut text = own.take().unwrap_or_else(|| before.to_string());
                    text.push(self.escape()?);
                    own = Some(text);
                }
                _ => {
                    self.at += c.len_utf8();
                    if let Some(text) = &mut own {
                        text.push(c);
                    }
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        let wrong = || (start, "an escape that JSON does not have".to_string());
        let code = self.text.as_bytes().get(start + 1).copied().ok_or_else(wrong)?;
        self.at += 2;
        let plain = match code {
            b'"' | b'\\' | b'/' => char::from(code),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'u' => return self.unicode().ok_or_else(wrong),
            _ => return Err(wrong()),
        };
        Ok(plain)
    }

    /// The four digits after "\u", with the second half of a surrogate pair where there is one.
    fn unicode(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        self.text.get(self.at..self.at + 2).filter(|s| *s == "\\u")?;
        self.at += 2;
        let low = self.hex().filter(|l| (0xDC00..0xE000).contains(l))?;
        char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
