//! Several documents on one matter as one: what most of them say, each thing once.

use super::length::Length;
use super::model;
use super::rank::{self, Ranked, SCALE};
use super::select::Selection;
use super::sheet::Sheet;
use super::words::Words;
use super::{Summarizer, Summary, sentence};
use crate::document::Document;

/// What the first sentence of each document gains, in units of the learned scale; the second half of it, and so on.
const FIRST: i64 = 16;

/// A summary of several documents on one matter, each with its title where it has one.
///
/// The sentences stand document by document in their order, and each tells which document it is from.
///
/// ```
/// use vanban::summary::{Limit, Summarizer, together};
/// let vb = vanban::Analyzer::new();
/// let first = vb.read("Bão số 5 đổ bộ vào Quảng Ninh sáng nay. Hàng nghìn hộ dân mất điện vì cây đổ."); // "Storm no. 5 hit …"
/// let second = vb.read("Tại Quảng Ninh, bão số 5 làm ba người bị thương. Các trường cho học sinh nghỉ học.");
/// let both = [(&first, Some("Bão số 5 vào Quảng Ninh")), (&second, None)];
/// let summary = together(&both, &Summarizer::new(Limit::Sentences(2)));
/// assert_eq!(summary.sentences.iter().map(|s| s.document).collect::<Vec<_>>(), [0, 1]);
/// ```
pub fn together<'d, 't>(documents: &[(&'d Document<'t>, Option<&str>)], wanted: &Summarizer) -> Summary {
    let model = model::built_in();
    let docs: Vec<&'d Document<'t>> = documents.iter().map(|(doc, _)| *doc).collect();
    let mut words = Words::for_atoms(docs.iter().map(|d| d.atoms().len()).sum(), model);
    let sheets: Vec<Sheet> = documents
        .iter()
        .map(|(doc, title)| {
            let own = title.map(|t| wanted.clone().title(t));
            let title = rank::title(doc, own.as_ref().unwrap_or(wanted), &mut words);
            Sheet::new(doc, title, &mut words)
        })
        .collect();
    let ranked: Vec<Ranked> =
        docs.iter().zip(sheets).map(|(doc, sheet)| Ranked::new(doc, sheet, &words, wanted.lead, model)).collect();
    let scores: Vec<Vec<i64>> = ranked.iter().map(scores).collect();
    let length = Length::new(wanted.limit, wanted.cap);
    let chosen = Selection::new(&docs, &ranked, &scores, &words, length).run(length);
    let sentences = chosen.into_iter().filter_map(|c| sentence(&docs, &ranked, c)).collect();
    Summary { sentences, keyphrases: super::phrases::keyphrases(&docs) }
}

/// The scores of a document's candidates beside those of others: each document tells its news first.
fn scores(ranked: &Ranked) -> Vec<i64> {
    let place = |n: usize| FIRST * SCALE / (n as i64 + 1);
    ranked.scores.iter().enumerate().map(|(n, &s)| s / 2 + place(n)).collect()
}
