//! Laws by name: "Luật Đất đai năm 2013", "Bộ luật Hình sự", "Hiến pháp".

use crate::facts::scene::Scene;
use crate::phrases::Phrases;
use crate::scan::{AtomKind, Gap, ids};
use once_cell::sync::Lazy;

/// Names of laws as they follow the word for the type.
static NAMES: Lazy<Phrases<()>> = Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/laws/names.txt")));

/// The types whose documents are called by name.
static TYPES: Lazy<Phrases<&'static str>> = Lazy::new(|| {
    let mut types = Phrases::default();
    for name in ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"] {
        types.insert(name, name);
    }
    types
});

/// A law that is called by its name.
pub(super) struct Law {
    pub(super) kind: &'static str,
    /// The end of its name.
    pub(super) end: usize,
    /// Where the year stands that tells it from those of the same name.
    pub(super) year: Option<u16>,
}

/// The law whose name begins at `at`.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Law> {
    let first = scene.get(at).filter(|a| a.kind == AtomKind::Syllable && a.is_capital())?;
    if !OPENERS.contains(&first.id()) {
        return None;
    }
    let (length, kind) = TYPES.longest(scene.rest(at))?;
    let name = at + length;
    let end = if *kind == "Hiến pháp" {
        // A court of that name, or the constitution of another country.
        let other = scene.get(name).is_some_and(|a| a.is_capital() && a.gap == Gap::Space && !VIET.contains(&a.id()));
        if scene.after_any(at, &COURT) || other {
            return None;
        }
        name
    } else {
        let named = scene.get(name).filter(|a| a.is_capital())?;
        let (length, ()) = NAMES.longest(scene.rest(name)).filter(|_| named.is_word())?;
        name + length
    };
    Some(Law { kind, end, year: year(scene, end) })
}

static COURT: Lazy<Vec<u32>> = Lazy::new(|| ids("án"));
static VIET: Lazy<Vec<u32>> = Lazy::new(|| ids("việt"));
static OPENERS: Lazy<Vec<u32>> = Lazy::new(|| ids("luật bộ pháp hiến"));

/// "năm 2013", "2013", "(sửa đổi) năm 2020" after the name.
fn year(scene: &Scene, end: usize) -> Option<u16> {
    static YEAR: Lazy<Vec<u32>> = Lazy::new(|| ids("năm"));
    static AMENDED: Lazy<Vec<u32>> = Lazy::new(|| ids("sửa đổi"));
    let amended = scene.is(end, '(')
        && scene.is_any(end + 1, &AMENDED)
        && scene.is_any(end + 2, &AMENDED)
        && scene.is(end + 3, ')');
    let at = end + if amended { 4 } else { 0 };
    let open = usize::from(scene.is(at, '('));
    let worded = usize::from(scene.is_any(at + open, &YEAR));
    scene.year(at + open + worded).filter(|y| (1945..=2099).contains(y))
}
