//! From bytes to text: UTF-8 and UTF-16 by themselves, legacy encodings by name only. Nothing is guessed.

use crate::args::Encoding;
use std::borrow::Cow;

/// The text of the bytes in the named encoding.
///
/// # Errors
/// In plain words, with the offset of the first bad byte and what to try.
pub fn decode(bytes: Vec<u8>, encoding: Encoding) -> Result<String, String> {
    if encoding != Encoding::Utf8 && is_surely_utf8(&bytes) {
        return Err("these bytes are UTF-8; leave --encoding out".into());
    }
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16 => with(encoding_rs::UTF_16LE, &bytes),
        Encoding::Utf16Be => with(encoding_rs::UTF_16BE, &bytes),
        Encoding::Windows1258 => with(encoding_rs::WINDOWS_1258, &bytes),
        Encoding::Tcvn3 => Ok(bytes.iter().map(|&b| tcvn3(b)).collect()),
        Encoding::Viscii => Ok(bytes.iter().map(|&b| viscii(b)).collect()),
        Encoding::Vni => Ok(vni(&bytes)),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return with(encoding_rs::UTF_16LE, &bytes);
    }
    utf8_at(bytes, 0)
}

/// The text of bytes that begin at `offset` of their file.
///
/// # Errors
/// As [`decode`].
pub fn utf8_at(bytes: Vec<u8>, offset: usize) -> Result<String, String> {
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
        return Ok(text.to_owned());
    }
    String::from_utf8(bytes).map_err(|e| {
        let at = offset + e.utf8_error().valid_up_to();
        let looks = looks_like(&e.as_bytes()[..e.as_bytes().len().min(4096)]);
        match looks.filter(|_| offset == 0) {
            Some(looks) => format!("byte {at} is not UTF-8, and it looks like {looks}"),
            None => format!(
                "byte {at} is not UTF-8; if you know the encoding, say --encoding tcvn3|vni|viscii|windows-1258|utf-16"
            ),
        }
    })
}

/// What the beginning of a file that is no text looks like, and what to do about it.
fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    let nuls = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    match bytes {
        [0x1F, 0x8B, ..] => Some("a packed file: unpack it first, as in gunzip -c FILE.gz | vanban …"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF: save its text first, as with pdftotext"),
        [b'P', b'K', 3, 4, ..] => Some("a packed document (docx, xlsx, zip): save it as text or as a web page first"),
        _ if even + odd == 0 => None,
        _ if odd > bytes.len() / 8 && even < odd / 4 => Some("UTF-16: say --encoding utf-16"),
        _ if even > bytes.len() / 8 && odd < even / 4 => Some("UTF-16: say --encoding utf-16be"),
        _ => Some("a binary file, not text"),
    }
}

/// Whether bytes hold so many well-formed letters of UTF-8 that no legacy encoding can be meant.
fn is_surely_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().filter(|c| !c.is_ascii()).nth(7).is_some())
}

fn with(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, String> {
    let (text, used, bad) = encoding.decode(bytes);
    if bad {
        return Err(format!("these bytes are not {}; name another --encoding, or none for UTF-8", used.name()));
    }
    Ok(match text {
        Cow::Borrowed(t) => t.to_owned(),
        Cow::Owned(t) => t,
    })
}

/// TCVN 5712:1993, VN3 (the ABC fonts). Capitals with tone marks do not exist in it.
fn tcvn3(b: u8) -> char {
    const HIGH: &str =
        "\u{A0}ĂÂÊÔƠƯĐăâêôơưđ¯°±²³´àảãáạºằẳẵắ¿ÀÁÂÃÄÅặầẩẫấậèÍẻẽéẹềểễếệìỉÙÚÛĩíịòàỏõóọồổỗốộờởỡớợùðủũúụừửữứựỳỷỹýỵÿ";
    high(b, 0xA0, HIGH)
}

/// RFC 1456.
fn viscii(b: u8) -> char {
    const HIGH: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
    match b {
        0x02 => 'Ẳ',
        0x05 => 'Ẵ',
        0x06 => 'Ẫ',
        0x14 => 'Ỷ',
        0x19 => 'Ỹ',
        0x1E => 'Ỵ',
        _ => high(b, 0x80, HIGH),
    }
}

fn high(b: u8, from: u8, table: &str) -> char {
    match b.checked_sub(from) {
        Some(n) => table.chars().nth(usize::from(n)).unwrap_or(char::from(b)),
        None => char::from(b),
    }
}

/// VNI for Windows: a letter, and often a second byte for its marks.
fn vni(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (base, upper) = vni_base(bytes[at]);
        let marked = bytes.get(at + 1).and_then(|&b| vni_mark(base, b));
        let c = marked.unwrap_or(base);
        at += 1 + usize::from(marked.is_some());
        if upper { text.extend(c.to_uppercase()) } else { text.push(c) }
    }
    text
}

/// A single byte as a lower-case letter, and whether it is a capital.
fn vni_base(b: u8) -> (char, bool) {
    let (lower, upper) =
        if b.is_ascii_uppercase() || (0xC0..=0xDE).contains(&b) { (b + 0x20, true) } else { (b, false) };
    let c = match lower {
        0xF4 => 'ơ',
        0xF6 => 'ư',
        0xF1 => 'đ',
        0xED => 'í',
        0xEC => 'ì',
        0xE6 => 'ỉ',
        0xF3 => 'ĩ',
        0xF2 => 'ị',
        0xEE => 'ỵ',
        b if b.is_ascii() => char::from(b),
        // A mark without its letter stays what it is on the screen of such a file.
        _ => return (char::from(b), false),
    };
    (c, upper)
}

/// The letter with the marks of a second byte; `None` where the byte is no mark for it.
fn vni_mark(base: char, b: u8) -> Option<char> {
    const MARKS: &[u8; 15] = b"\xF9\xF8\xFB\xF5\xEF\xE2\xE1\xE0\xE5\xE3\xE4\xEA\xE9\xE8\xFA";
    let b = if (0xC0..=0xDE).contains(&b) { b + 0x20 } else { b };
    let at = MARKS.iter().position(|&m| m == b).or(match b {
        0xFC => Some(15),
        0xEB => Some(16),
        _ => None,
    })?;
    let forms = match base {
        'a' => "áàảãạâấầẩẫậăắằẳẵặ",
        'e' => "éèẻẽẹêếềểễệ",
        'o' => "óòỏõọôốồổỗộ",
        'u' => "úùủũụ",
        'y' => "ýỳỷỹ",
        'ơ' => "ớờởỡợ",
        'ư' => "ứừửữự",
        _ => return None,
    };
    forms.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legacy_bytes_become_the_text_they_were() {
        let tcvn3: Vec<u8> = b"C\xE9ng h\xDFa X\xB7 h\xE9i ch\xF1 ngh\xDCa, \xA7\xB6ng".to_vec();
        assert_eq!(decode(tcvn3, Encoding::Tcvn3).unwrap(), "Cộng hòa Xã hội chủ nghĩa, Đảng");
        let vni = b"Co\xE4ng ho\xF8a \xD1a\xFBng; CO\xC4NG; tr\xF6\xF4\xF9c, ng\xF6\xF4\xEFi, k\xFB, H\xD2CH".to_vec();
        assert_eq!(decode(vni, Encoding::Vni).unwrap(), "Cộng hòa Đảng; CỘNG; trước, ngượi, kû, HỊCH");
        let viscii = b"C\xB5ng h\xF2a, \xD0\x84t".to_vec();
        assert_eq!(decode(viscii, Encoding::Viscii).unwrap(), "Cộng hòa, ĐẤt");
        let utf16: Vec<u8> = "\u{FEFF}Bộ".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(utf16, Encoding::Utf8).unwrap(), "Bộ");
    }

    #[test]
    fn bad_bytes_are_named() {
        let e = decode(b"B\xE9".to_vec(), Encoding::Utf8).unwrap_err();
        assert!(e.starts_with("byte 1 is not UTF-8; if you know the encoding, say --encoding tcvn3|vni"), "{e}");
    }
}
