//! Ordinals: "thứ nhất", "thứ 1", "đầu tiên".

use super::number::{self, Class, class};
use super::scene::{Page, Scene};
use crate::Analyzer;
use crate::scan::ids;
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

/// Reads a text that is an ordinal and nothing else; `None` for any other text.
///
/// ```
/// use vanban::facts::read_ordinal;
/// assert_eq!(read_ordinal("thứ nhất"), Some(1)); // "first"
/// assert_eq!(read_ordinal("thứ mười lăm"), Some(15));
/// ```
pub fn read_ordinal(text: &str) -> Option<u32> {
    static FIRST: Lazy<Vec<u32>> = Lazy::new(|| ids("đầu tiên"));
    static SPECIAL: Lazy<Vec<u32>> = Lazy::new(|| ids("nhất nhì"));
    static THU: Lazy<Vec<u32>> = Lazy::new(|| ids("thứ"));
    let value = whole(text, |scene| {
        if scene.atoms.iter().map(|a| a.id()).eq(FIRST.iter().copied()) {
            return Some((Decimal::ONE, 2));
        }
        if !scene.is_any(0, &THU) {
            return None;
        }
        if let Some(place) = scene.get(1).and_then(|a| SPECIAL.iter().position(|id| *id == a.id())) {
            return Some((Decimal::from(place + 1), 2));
        }
        match class(scene, 1) {
            Class::After(4) => Some((Decimal::from(4), 2)),
            _ => number::read(scene, 1).map(|n| (n.value, n.atoms.end)),
        }
    })?;
    u32::try_from(value).ok().filter(|n| *n > 0)
}

/// Reads a text with `read`, which has to use all of it.
pub(super) fn whole(text: &str, read: impl Fn(&Scene) -> Option<(Decimal, usize)>) -> Option<Decimal> {
    let vb = Analyzer::new();
    let doc = vb.read(text.trim());
    let atoms = doc.atoms().len();
    let page = Page::default();
    let scene = Scene::new(&doc, &page, &(0..atoms));
    let (value, end) = read(&scene)?;
    (end == atoms).then_some(value)
}
