//! The parts of a document number explained: "QĐ" and "BCT" of "3768/QĐ-BCT".

use crate::dictionary::index;
use crate::document::Document;
use crate::phrases::{Phrases, lines};
use once_cell::sync::Lazy;

/// Types of documents by their code, and bodies by theirs.
static PARTS: Lazy<Phrases<String>> = Lazy::new(|| {
    let mut parts = Phrases::default();
    for line in lines(include_str!("../../dictionaries/bodies/types.tsv")) {
        let mut fields = line.split('\t');
        if let (Some(code), Some(name)) = (fields.next(), fields.next()) {
            if !code.is_empty() && parts.value(code).is_none() {
                parts.insert(code, name.to_string());
            }
        }
    }
    for line in lines(include_str!("../../dictionaries/definitions/citation-parts.tsv")) {
        if let Some((code, name)) = line.split_once('\t') {
            parts.insert(code, name.to_string());
        }
    }
    parts
});

/// What a part of a document number stands for.
pub(super) fn explain(doc: &Document<'_>, at: usize) -> Option<String> {
    let atoms = doc.atoms().get(at..at + 1)?;
    if let Some(name) = PARTS.get(atoms) {
        return Some(name.clone());
    }
    let (_, entry) = index::built_in().forms(atoms, doc.view_text()).last()?;
    let best = entry.senses.iter().map(|s| s.weight).max()?;
    entry.senses.iter().find(|s| s.weight == best).map(|s| s.expansion.clone())
}
