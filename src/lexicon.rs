//! The words of the caller: joined or kept apart, whatever the model says.

use crate::dictionary::{Dictionary, Keep};
use crate::phrases::Phrases;

/// The words of all dictionaries, the later over the earlier.
pub(crate) fn of_user(dictionaries: &[Dictionary]) -> Phrases<Keep> {
    let mut words = Phrases::default();
    for word in dictionaries.iter().flat_map(|d| &d.words) {
        words.insert(&word.text, word.keep);
    }
    words
}
