//! What a person should look at before print: forms that nothing explains, and readings that are not sure.

use super::Acronym;
use crate::document::Document;
use crate::span::Span;
use std::collections::BTreeMap;

/// A form that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doubt {
    /// The form.
    pub form: String,
    /// What is wrong with it.
    pub why: Why,
    /// The reading that was chosen, where there is one.
    pub reading: Option<String>,
    /// How sure that is, in thousandths; the least sure occurrence counts.
    pub confidence: u16,
    /// Other readings.
    pub alternatives: Vec<String>,
    /// Where it stands, in bytes.
    pub places: Vec<Span>,
}

/// Why a form is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Why {
    /// No dictionary has it and the document does not spell it out.
    Undefined,
    /// It has several readings and nothing here tells which.
    Undecided,
    /// A reading was chosen and is less sure than was asked for.
    Unsure,
}

impl Why {
    /// The name, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Why::Undefined => "undefined",
            Why::Undecided => "undecided",
            Why::Unsure => "unsure",
        }
    }
}

impl Document<'_> {
    /// The forms that a person should look at before print: those without a reading, and those whose reading is less sure
    /// than `sure` thousandths. Forms that are to be left alone (USD, GDP) and parts of document numbers are not among
    /// them. In the order in which they first stand.
    ///
    /// ```
    /// use vanban::acronym::Why;
    /// let doc = vanban::Analyzer::new().read("Ông làm ở ZQX và UBND tỉnh."); // "He works at ZQX and the people's committee."
    /// let doubts = doc.review(900);
    /// assert_eq!((doubts[0].form.as_str(), doubts[0].why, doubts.len()), ("ZQX", Why::Undefined, 1));
    /// ```
    pub fn review(&self, sure: u16) -> Vec<Doubt> {
        let mut doubts: Vec<Doubt> = Vec::new();
        let mut places: BTreeMap<(String, Why, Option<String>), usize> = BTreeMap::new();
        for acronym in self.acronyms() {
            let Some(why) = why(&acronym, sure) else { continue };
            let key = (acronym.form.clone(), why, acronym.expansion.clone());
            let at = *places.entry(key).or_insert(doubts.len());
            if let Some(doubt) = doubts.get_mut(at) {
                doubt.places.push(acronym.span);
                doubt.confidence = doubt.confidence.min(acronym.confidence);
                continue;
            }
            doubts.push(Doubt {
                form: acronym.form,
                why,
                reading: acronym.expansion,
                confidence: acronym.confidence,
                alternatives: acronym.alternatives,
                places: vec![acronym.span],
            });
        }
        doubts
    }
}

fn why(acronym: &Acronym, sure: u16) -> Option<Why> {
    use super::Source;
    match (&acronym.expansion, acronym.source) {
        _ if acronym.in_citation || acronym.defines => None,
        (Some(_), _) => (acronym.confidence < sure).then_some(Why::Unsure),
        (None, Source::Unknown) => Some(Why::Undefined),
        (None, Source::Context) if !acronym.alternatives.is_empty() => Some(Why::Undecided),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzer::Analyzer;

    #[test]
    fn doubts_are_told_apart_and_counted() {
        let text = "UBND tỉnh nói ZQX và ZQX. Giá 5 USD. Căn cứ 12/QĐ-BCT. Chữ CN.";
        let doc_doubts = Analyzer::new().read(text).review(1000);
        let told: Vec<_> = doc_doubts.iter().map(|d| (d.form.as_str(), d.why, d.places.len())).collect();
        assert_eq!(told, [("UBND", Why::Unsure, 1), ("ZQX", Why::Undefined, 2), ("CN", Why::Undecided, 1)]);
        assert!(doc_doubts[2].alternatives.len() > 1);
    }
}
