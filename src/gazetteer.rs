//! Places and bodies by their names, and what became of them.

mod body;
mod province;

pub(crate) use body::{body_at, body_by_code};

use crate::phrases::{Phrases, lines};
use crate::scan::{Atom, Case, ids, scan};
use jiff::civil::Date;
use once_cell::sync::Lazy;

/// Provinces with their other spellings, districts, countries and cities of the world.
static PLACES: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut places = Phrases::default();
    let lists =
        [include_str!("../dictionaries/places/districts.txt"), include_str!("../dictionaries/places/countries.txt")];
    for name in province::spellings().chain(lists.iter().flat_map(|list| lines(list))) {
        places.insert(name, ());
    }
    places
});

/// What a body or a province is as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Itself, by its full name.
    Same(String),
    /// What took over most of its tasks, or what it is part of now.
    Successor(String),
    /// Nothing: its last day (ISO).
    Ended(&'static str),
}

/// The name as of a day of the body or province that a text names, or of what took over its tasks; and its last day where
/// it had ended by then and nothing took over.
pub(crate) fn as_of(text: &str, day: Date) -> (Option<String>, Option<Date>) {
    match fate(text, &day.to_string()) {
        Some(Fate::Same(name) | Fate::Successor(name)) => (Some(name), None),
        Some(Fate::Ended(last)) => (None, last.parse().ok()),
        None => (None, None),
    }
}

/// What became by a day (ISO) of the body or province that a text names: "Bộ Kế hoạch và Đầu tư", "UBND tỉnh Hà Giang".
pub(crate) fn fate(text: &str, day: &str) -> Option<Fate> {
    let atoms = scan(text);
    let whole = |length: usize| length == atoms.len() || atoms[length].is(',');
    if let Some((_, body)) = body_at(&atoms).filter(|(length, _)| whole(*length)) {
        return body::fate(body, day);
    }
    // A province at the end, whatever stands before it.
    let ends =
        |start: &usize| leveled(&atoms[*start..]).is_some_and(|(level, name)| start + level + name == atoms.len());
    let start = (0..atoms.len()).find(ends)?;
    let (level, _) = leveled(&atoms[start..])?;
    let before = text.get(..atoms[start].start()).unwrap_or("");
    Some(match province::fate(&atoms[start + level..], day)? {
        Fate::Same(_) => Fate::Same(text.to_owned()),
        Fate::Successor(name) => Fate::Successor(format!("{before}{name}")),
        ended => ended,
    })
}

/// The length of a name at the beginning of the atoms that [`fate`] may resolve: a central body, or a province behind its
/// level. `None` for any other.
pub(crate) fn dated(atoms: &[Atom]) -> Option<usize> {
    let body = central_body(atoms);
    if body > 0 { Some(body) } else { leveled(atoms).map(|(level, name)| level + name) }
}

/// The lengths of the level and of the name of a province: "tỉnh | Hà Giang", "TP. | Huế".
fn leveled(atoms: &[Atom]) -> Option<(usize, usize)> {
    static LEVELS: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list("tỉnh\nthành phố\ntp\ntp.\n"));
    let (level, ()) = LEVELS.longest(atoms)?;
    let name = province::length(&atoms[level..]);
    (name > 0).then_some((level, name))
}

/// The length of the longest place name that the atoms begin with; 0 for none. Its first letter must be a capital.
pub(crate) fn place(atoms: &[Atom]) -> usize {
    named(&PLACES, atoms)
}

/// The length of the longest name of a central body that the atoms begin with; 0 for none.
pub(crate) fn central_body(atoms: &[Atom]) -> usize {
    // "TƯ" is one, the "Tư" of "Tư pháp" is none.
    let length = named(body::central(), atoms);
    if length == 1 && atoms[0].case != Case::Upper { 0 } else { length }
}

fn named(names: &Phrases<()>, atoms: &[Atom]) -> usize {
    // "châu Á", "bán đảo Triều Tiên" are written with a small letter.
    static SMALL: Lazy<Vec<u32>> = Lazy::new(|| ids("châu bán"));
    let Some(first) = atoms.first().filter(|a| a.is_capital() || SMALL.contains(&a.id())) else { return 0 };
    let whole = |(length, ()): &(usize, &())| {
        (first.is_capital() || *length > 1)
            && atoms[..*length].last().is_some_and(|a| !a.is_word() || a.is_capital() || *length > 2)
    };
    names.prefixes(atoms).filter(whole).last().map_or(0, |(length, ())| length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::scan;

    #[test]
    fn places_and_bodies_are_known_in_their_spellings() {
        for (text, length) in [
            ("Thừa Thiên – Huế có", 4),
            ("TP.HCM", 3),
            ("Đắk Lắk", 2),
            ("Mỹ cho biết", 1),
            ("hà nội", 0),
            ("Cầu Giấy", 2),
        ] {
            assert_eq!(place(&scan(text)), length, "{text}");
        }
        assert_eq!(central_body(&scan("Bộ Công Thương Cao Quốc Hưng")), 3);
        assert_eq!(central_body(&scan("bộ phim")), 0);
    }

    #[test]
    fn names_are_resolved_as_of_a_day() {
        let successor = |name: &str| Some(Fate::Successor(name.into()));
        let same = |name: &str| Some(Fate::Same(name.into()));
        for (text, day, wanted) in [
            ("Bộ Công Thương", "2024-05-01", same("Bộ Công Thương")),
            ("Bộ Kế hoạch và Đầu tư", "2024-05-01", same("Bộ Kế hoạch và Đầu tư")),
            ("Bộ Kế hoạch và Đầu tư", "2025-05-01", successor("Bộ Tài chính")),
            ("UBND tỉnh Hà Giang", "2025-06-30", same("UBND tỉnh Hà Giang")),
            ("UBND tỉnh Hà Giang", "2025-07-01", successor("UBND tỉnh Tuyên Quang")),
            ("Sở Công Thương tỉnh Quảng Nam", "2025-07-01", successor("Sở Công Thương thành phố Đà Nẵng")),
            ("Tổng cục Môi trường", "2024-05-01", Some(Fate::Ended("2022-10-31"))),
            ("Sở Công Thương", "2025-07-01", same("Sở Công Thương")),
            ("Nhà văn hóa phố Hà Giang", "2025-07-01", None),
            ("Bưu điện TP. Huế", "2025-07-01", same("Bưu điện TP. Huế")),
            ("tỉnh", "2025-07-01", None),
        ] {
            assert_eq!(fate(text, day), wanted, "{text} {day}");
        }
    }
}
