//! Places and bodies by their names, as lists of phrases.

mod body;

pub(crate) use body::{body_at, body_by_code};

use crate::phrases::{Phrases, lines};
use crate::scan::Atom;
use once_cell::sync::Lazy;

/// Provinces with their other spellings, districts, countries and cities of the world.
static PLACES: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut places = Phrases::default();
    let provinces = lines(include_str!("../dictionaries/places/provinces.tsv"));
    for row in provinces {
        let mut cells = row.split('\t');
        let name = cells.next();
        let aliases = cells.nth(6).unwrap_or("");
        for spelling in name.into_iter().chain(aliases.split(';')).filter(|s| !s.is_empty()) {
            places.insert(spelling, ());
        }
    }
    let lists =
        [include_str!("../dictionaries/places/districts.txt"), include_str!("../dictionaries/places/countries.txt")];
    for name in lists.iter().flat_map(|list| lines(list)) {
        places.insert(name, ());
    }
    places
});

/// Central bodies with their other names.
static BODIES: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut bodies = Phrases::default();
    for row in lines(include_str!("../dictionaries/bodies/central.tsv")) {
        let mut cells = row.split('\t');
        let name = cells.nth(1).unwrap_or("");
        let aliases = cells.nth(5).unwrap_or("");
        for spelling in std::iter::once(name).chain(aliases.split(';')).filter(|s| !s.is_empty()) {
            bodies.insert(spelling, ());
        }
    }
    bodies
});

/// The length of the longest place name that the atoms begin with; 0 for none. Its first letter must be a capital.
pub(crate) fn place(atoms: &[Atom]) -> usize {
    named(&PLACES, atoms)
}

/// The length of the longest name of a central body that the atoms begin with; 0 for none.
pub(crate) fn central_body(atoms: &[Atom]) -> usize {
    named(&BODIES, atoms)
}

fn named(names: &Phrases<()>, atoms: &[Atom]) -> usize {
    let capital = atoms.first().is_some_and(Atom::is_capital);
    if !capital {
        return 0;
    }
    let whole = |(length, ()): &(usize, &())| {
        atoms[..*length].last().is_some_and(|a| !a.is_word() || a.is_capital() || *length > 2)
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
}
