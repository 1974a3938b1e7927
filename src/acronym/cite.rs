//! The parts of a document number explained: "QĐ" and "BCT" of "3768/QĐ-BCT".

use crate::dictionary::index;
use crate::document::Document;
use crate::phrases::{Phrases, lines};
use crate::scan::Atom;
use once_cell::sync::Lazy;

/// Types of documents by their code, and bodies by theirs; the usual one first.
static PARTS: Lazy<Phrases<Vec<String>>> = Lazy::new(|| {
    let mut parts: Phrases<Vec<String>> = Phrases::default();
    let own = lines(include_str!("../../dictionaries/definitions/citation-parts.tsv"));
    let types = lines(include_str!("../../dictionaries/bodies/types.tsv"));
    for line in own.chain(types) {
        let mut fields = line.split('\t');
        if let (Some(code), Some(name)) = (fields.next().filter(|c| !c.is_empty()), fields.next()) {
            parts.update(code, |old| old.unwrap_or_default().into_iter().chain([name.to_string()]).collect());
        }
    }
    parts
});

/// How far before a number its type may be named, in atoms.
const BEFORE: usize = 10;

/// What a part of a document number stands for.
pub(super) fn explain(doc: &Document<'_>, at: usize) -> Option<String> {
    let atoms = doc.atoms().get(at..at + 1)?;
    if let Some(names) = PARTS.get(atoms) {
        // "Quy định số 41-QĐ/TW": of two types with one code it is the one that is named before the number.
        let before = &doc.atoms()[at.saturating_sub(BEFORE)..at];
        let named = |name: &&String| {
            let ids = crate::scan::ids(name);
            before.windows(ids.len().max(1)).any(|w| w.iter().map(Atom::id).eq(ids.iter().copied()))
        };
        return names.iter().find(named).or(names.first()).cloned();
    }
    let (_, entry) = index::built_in().forms(atoms, doc.view_text()).last()?;
    let best = entry.senses.iter().map(|s| s.weight).max()?;
    entry.senses.iter().find(|s| s.weight == best).map(|s| s.expansion.clone())
}
