//! The most bytes that a record may have, and reading no more than that.

use std::io::{self, BufRead, Read};

/// A number of bytes such as 500k, 10M or 2G (of 1024), or a bare number.
pub fn parse(text: &str) -> Result<u64, String> {
    let wrong = || "a size is written 500k, 10M, 2G, or as a number of bytes above 0".to_owned();
    let (digits, shift) = match text.as_bytes().last() {
        Some(b'k' | b'K') => (&text[..text.len() - 1], 10),
        Some(b'm' | b'M') => (&text[..text.len() - 1], 20),
        Some(b'g' | b'G') => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    number.checked_mul(1 << shift).filter(|&n| n > 0).ok_or_else(wrong)
}

/// What is said of a record that is larger.
pub fn too_large(most: u64) -> String {
    format!("more than {most} bytes, which --max-bytes does not allow")
}

/// All bytes of a reader; `None` where there are more than allowed.
pub fn whole(mut reader: impl Read, most: Option<u64>) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let Some(most) = most else {
        reader.read_to_end(&mut bytes)?;
        return Ok(Some(bytes));
    };
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// A line of a file of records.
pub enum Line {
    /// There is none any more.
    End,
    /// Its bytes without the line break.
    Whole(Vec<u8>),
    /// It is larger than allowed, and was passed over.
    TooLarge(u64),
}

/// The next line. Of one that is too large no more is held than is allowed.
pub fn line(reader: &mut impl BufRead, most: Option<u64>) -> io::Result<Line> {
    let mut bytes = Vec::new();
    // With room for a line break of two bytes.
    let room = most.map_or(u64::MAX, |m| m.saturating_add(2));
    if reader.by_ref().take(room).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Line::End);
    }
    let ended = bytes.last() == Some(&b'\n');
    while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
        bytes.pop();
    }
    match most {
        Some(most) if bytes.len() as u64 > most || (!ended && !is_at_end(reader)?) => {
            if !ended {
                reader.skip_until(b'\n')?;
            }
            Ok(Line::TooLarge(most))
        }
        _ => Ok(Line::Whole(bytes)),
    }
}

fn is_at_end(reader: &mut impl BufRead) -> io::Result<bool> {
    Ok(reader.fill_buf()?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        let good = ["7", "500k", "500K", "10M", "2g"].map(|t| parse(t).unwrap());
        assert_eq!(good, [7, 512_000, 512_000, 10_485_760, 2_147_483_648]);
        for bad in ["", "k", "0", "0M", "-1", "1.5M", "10MB", "99999999999G", "đ"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn large_lines_are_passed_over_and_the_next_is_read() {
        let told = |input: &str, most| {
            let mut reader = io::BufReader::with_capacity(3, input.as_bytes());
            let mut all = Vec::new();
            loop {
                match line(&mut reader, Some(most)).unwrap() {
                    Line::End => return all,
                    Line::Whole(bytes) => all.push(String::from_utf8(bytes).unwrap()),
                    Line::TooLarge(_) => all.push("-".into()),
                }
            }
        };
        assert_eq!(told("abc\r\nabcd\n\nabcdefgh\nx", 3), ["abc", "-", "", "-", "x"]);
        assert_eq!(told("abcd", 3), ["-"]);
        assert_eq!(told("abc", 3), ["abc"]);
        assert_eq!(told("abcde\rx\nabc\r\r\r\r", 3), ["-", "-"]);
    }

    #[test]
    fn whole_texts_may_be_as_large_as_allowed() {
        assert_eq!(whole(&b"abc"[..], Some(3)).unwrap().as_deref(), Some(&b"abc"[..]));
        assert_eq!(whole(&b"abcd"[..], Some(3)).unwrap(), None);
        assert_eq!(whole(&b"abcd"[..], None).unwrap().map(|b| b.len()), Some(4));
    }
}
