//! The number of a document: evened out, mended, and what its codes say of type and issuer.

use crate::gazetteer;
use crate::letters;
use crate::phrases::lines;
use once_cell::sync::Lazy;
use std::collections::HashMap;

/// A number with its spelling evened out: "812/QĐ – UBND" is 812/QĐ-UBND.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) text: String,
    /// Whether a letter or a hyphen had to be put right.
    pub(super) repaired: bool,
}

/// Types of documents by the code in their number; the first of a code is the usual one.
static TYPES: Lazy<HashMap<&str, Vec<&str>>> = Lazy::new(|| {
    let mut types: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in lines(include_str!("../../../dictionaries/bodies/types.tsv")) {
        let mut columns = row.split('\t');
        if let (Some(code), Some(name)) = (columns.next().filter(|c| !c.is_empty()), columns.next()) {
            types.entry(code).or_default().push(name);
        }
    }
    types
});

/// Kinds of cases in the numbers of judgments: "123/2024/DS-PT".
const CASES: [&str; 9] = ["DS", "HS", "HC", "LĐ", "KDTM", "HNGĐ", "HN", "KT", "PS"];
const INSTANCES: [&str; 6] = ["ST", "PT", "GĐT", "TT", "GDT", "TLPT"];

/// Evens out the text of a number.
pub(super) fn read(text: &str) -> Number {
    let mut out = String::with_capacity(text.len());
    let mut repaired = false;
    // Only the number of a standard has a blank of its own: "QCVN 05:2023/BTNMT".
    let named = text.starts_with(|c: char| c.is_alphabetic());
    let mut blank = false;
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => blank = true,
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' => out.push('-'),
            '_' => {
                repaired = true;
                out.push('-');
            }
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            '０'..='９' => out.extend(char::from_digit(u32::from(c) - 0xFF10, 10)),
            _ => {
                if named && blank && !out.is_empty() {
                    out.push(' ');
                }
                repaired |= letters::is_look_alike(c);
                out.push(letters::undo_look_alike(c));
            }
        }
        blank &= c.is_whitespace();
    }
    mend(Number { text: out, repaired })
}

/// The longest run of codes that is taken apart, in bytes.
const LONGEST: usize = 30;

/// Puts back a lost hyphen: "96/2023/NĐCP" is 96/2023/NĐ-CP.
fn mend(number: Number) -> Number {
    let text = number.text.as_str();
    let (front, codes) = text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(text.len()));
    let (code, tail) = codes.split_at(codes.find('-').unwrap_or(codes.len()));
    if code.len() > LONGEST || !front.ends_with('/') || TYPES.contains_key(code) || is_body(code) {
        return number;
    }
    match split(code) {
        Some(parts) => Number { text: format!("{front}{parts}{tail}"), repaired: true },
        None => number,
    }
}

/// A type and the bodies that issued it, run together.
fn split(code: &str) -> Option<String> {
    let cut = |n: &usize| TYPES.contains_key(&code[..*n]) && is_run_of_bodies(&code[*n..], 3);
    let at = code.char_indices().map(|(n, _)| n).skip(1).filter(cut).last()?;
    let (kind, body) = code.split_at(at);
    Some(format!("{kind}-{body}"))
}

fn is_run_of_bodies(code: &str, most: usize) -> bool {
    is_body(code)
        || most > 1
            && code.char_indices().skip(1).any(|(n, _)| is_body(&code[..n]) && is_run_of_bodies(&code[n..], most - 1))
}

fn is_body(code: &str) -> bool {
    let bare = code.trim_end_matches(|c: char| c.is_ascii_digit());
    !bare.is_empty() && gazetteer::body_by_code(bare, None).is_some()
}

/// The codes of a number, without its serial number and year: QĐ and BCT of 3768/QĐ-BCT.
fn codes(number: &str) -> impl Iterator<Item = &str> {
    number.split(['/', '-', ' ']).filter(|p| p.starts_with(|c: char| c.is_alphabetic()))
}

/// The type that the number itself tells.
pub(super) fn kind(number: &str) -> Option<&'static str> {
    let mut parts = codes(number);
    let first = parts.next()?;
    let second = parts.next();
    if CASES.contains(&first) && second.is_some_and(|s| INSTANCES.contains(&s)) {
        return Some("Bản án");
    }
    let names = TYPES.get(first).filter(|_| !is_letter_of_inspection(first, number));
    match names.map(Vec::as_slice) {
        Some([only]) => Some(only),
        // "L-CTN" is an order of the President; a party number in QĐ may be a decision or a rule.
        Some(_) if first == "L" => Some(if second == Some("CTN") { "Lệnh" } else { "Luật" }),
        Some([.., usual]) if first == "QĐ" => Some(*usual).filter(|_| second != Some("TW")),
        Some(_) => None,
        // A number that begins with its issuer is that of a letter.
        None => (is_issuer(first) && !number.contains("/QH")).then_some("Công văn"),
    }
}

/// "TTr" is a proposal at the head of a number; everywhere else the inspectorate.
fn is_letter_of_inspection(first: &str, number: &str) -> bool {
    first == "TTr" && !number.contains("TTr-")
}

/// Whether a code is that of a body, or has the form of a local one ("STC", "UBND").
fn is_issuer(code: &str) -> bool {
    is_body(code) || code.len() >= 3 && code.starts_with('S') && code.chars().all(char::is_uppercase)
}

/// The bodies that the number itself tells, as of a day.
pub(super) fn issuer(number: &str, day: Option<&str>) -> Option<String> {
    let typed = codes(number).next().is_some_and(|first| TYPES.contains_key(first));
    let mut names: Vec<&str> = Vec::new();
    for code in codes(number).skip(usize::from(typed)) {
        let bare = code.trim_end_matches(|c: char| c.is_ascii_digit());
        let Some(body) = gazetteer::body_by_code(bare, day) else { break };
        if !names.contains(&body.name) {
            names.push(body.name);
        }
        // Only a joint document has several; otherwise the offices that drafted it follow.
        if !number.contains("LT-") && !number.contains("/TTLB") {
            break;
        }
    }
    let judged = number.ends_with("/AL").then(|| "Tòa án nhân dân tối cao".to_owned());
    if names.is_empty() { judged } else { Some(names.join(", ")) }
}

/// Whether the shape of a number is enough: a year, two codes, or a code that is known as a type.
pub(super) fn is_sure(number: &str) -> bool {
    let mut parts = codes(number);
    let first = parts.next().unwrap_or("");
    let dated = number.split(['/', ':']).nth(1).is_some_and(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()));
    let typed = TYPES.contains_key(first) && first.len() > 1;
    dated || number.starts_with(|c: char| c.is_alphabetic()) || (parts.next().is_some() && (typed || is_issuer(first)))
}

/// Types of standards are part of the number.
pub(super) fn names_of_type() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(include_str!("../../../dictionaries/bodies/types.tsv")).filter_map(|row| {
        let mut columns = row.split('\t');
        Some((columns.next()?, columns.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_evened_out_and_mended() {
        for (text, want, repaired) in [
            ("812/QĐ – UBND", "812/QĐ-UBND", false),
            ("15/2020/N\u{D0}-CP", "15/2020/NĐ-CP", true),
            ("96/2023/NĐCP", "96/2023/NĐ-CP", true),
            ("401/TTrUBND", "401/TTr-UBND", true),
            ("21/2024/TTBYT", "21/2024/TT-BYT", true),
            ("88/2016/TTLTBTC-BTNMT", "88/2016/TTLT-BTC-BTNMT", true),
            ("QCVN 05:2023/BTNMT", "QCVN 05:2023/BTNMT", false),
            ("123/TTCP-VP", "123/TTCP-VP", false),
            ("46 / 2016/NQ- HĐND", "46/2016/NQ-HĐND", false),
        ] {
            assert_eq!(read(text), Number { text: want.to_owned(), repaired }, "{text}");
        }
    }

    #[test]
    fn codes_tell_type_and_issuer() {
        for (number, type_, body) in [
            ("3768/QĐ-BCT", Some("Quyết định"), Some("Bộ Công Thương")),
            ("123/TTg-CN", Some("Công văn"), Some("Thủ tướng Chính phủ")),
            ("1365/NQ-UBTVQH15", Some("Nghị quyết"), Some("Ủy ban Thường vụ Quốc hội")),
            ("60-NQ/TW", Some("Nghị quyết"), Some("Ban Chấp hành Trung ương Đảng")),
            ("52/TTr-SCT", Some("Tờ trình"), Some("Sở Công Thương")),
            ("45/2019/QH14", None, Some("Quốc hội")),
            ("123/2024/DS-PT", Some("Bản án"), None),
        ] {
            assert_eq!((kind(number), issuer(number, None).as_deref()), (type_, body), "{number}");
        }
    }
}
