//! From occurrences to readings: what each form of a document stands for, with source and confidence.

use super::bar::{Bar, bar};
use super::cite;
use super::define::{How, definitions};
use super::rank::{self, Score, Signs};
use super::seen::{Known, Local, Seen, seen};
use super::spot::{form_of, spots};
use super::{Acronym, Source};
use crate::dictionary::Expand;
use crate::dictionary::index::{self, Entry, Index};
use crate::document::Document;
use crate::scan::{Atom, Case};
use std::collections::HashMap;
use std::ops::Range;

/// The acronyms of a document with their atoms, in order.
pub(super) fn resolve(doc: &Document<'_>) -> Vec<(Range<usize>, Acronym)> {
    let user = doc.settings().forms.as_ref();
    let spots = spots(doc, user);
    if spots.is_empty() {
        return Vec::new();
    }
    let local = Local::new(doc, &definitions(doc, &spots));
    let found = seen(doc, &spots, &local, user);
    let resolver = Resolver::new(doc, &local, user, &found);
    found.iter().enumerate().filter_map(|(n, seen)| Some((seen.atoms.clone(), resolver.read(n, seen)?))).collect()
}

struct Resolver<'a, 't> {
    doc: &'a Document<'t>,
    local: &'a Local,
    /// The scores of every ambiguous occurrence, by its number.
    scores: HashMap<usize, Vec<Score>>,
    /// What all occurrences of a form say together, by the place of its entry in memory order of first sight.
    whole: HashMap<usize, Vec<i32>>,
    groups: HashMap<usize, usize>,
    signs: [Signs; 2],
}

impl<'a, 't> Resolver<'a, 't> {
    fn new(doc: &'a Document<'t>, local: &'a Local, user: Option<&Index>, found: &[Seen<'_>]) -> Self {
        let senses = |of: usize| {
            let entries = found.iter().filter_map(weighed).filter(move |(layer, _)| *layer == of);
            entries.flat_map(|(_, entry)| &entry.senses)
        };
        let signs = [
            Signs::new(doc, index::built_in(), senses(0)),
            user.map_or_else(Signs::default, |u| Signs::new(doc, u, senses(1))),
        ];
        let mut resolver =
            Resolver { doc, local, scores: HashMap::new(), whole: HashMap::new(), groups: HashMap::new(), signs };
        let mut numbers: HashMap<(usize, u32), usize> = HashMap::new();
        for (n, seen) in found.iter().enumerate() {
            let Some((layer, entry)) = weighed(seen).filter(|(_, e)| e.expand != Expand::Never) else { continue };
            let scores = rank::scores(doc, &seen.atoms, entry, &resolver.signs[layer]);
            let Some(first) = entry.senses.first() else { continue };
            let next = numbers.len();
            let group = *numbers.entry((layer, first.number)).or_insert(next);
            let sums = resolver.whole.entry(group).or_insert_with(|| vec![0; scores.len()]);
            sums.iter_mut().zip(&scores).for_each(|(sum, s)| *sum += s.evidence.clamp(0, 400));
            resolver.groups.insert(n, group);
            resolver.scores.insert(n, scores);
        }
        resolver
    }

    fn read(&self, n: usize, seen: &Seen<'_>) -> Option<Acronym> {
        match seen.known {
            Known::Citation => self.cited(seen),
            Known::Document(phrase, entry) => Some(self.defined(seen, phrase, entry)),
            Known::Part(entry, part) => Some(self.part(seen, entry, part)),
            Known::User(entry) => Some(self.listed(n, seen, entry, true)),
            Known::BuiltIn(entry) => Some(self.listed(n, seen, entry, false)),
            Known::Nothing if seen.shouted => None,
            Known::Nothing => {
                let text = self.doc.atom_text(self.doc.atoms().get(seen.atoms.start)?);
                let all = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
                all.then(|| self.blank(seen, Source::Unknown))
            }
        }
    }

    fn blank(&self, seen: &Seen<'_>, source: Source) -> Acronym {
        Acronym {
            span: self.doc.source_span(&seen.atoms),
            form: form_of(self.doc, &seen.atoms),
            expansion: None,
            source,
            confidence: 0,
            alternatives: Vec::new(),
            definition: None,
            in_citation: false,
            defines: false,
        }
    }

    fn cited(&self, seen: &Seen<'_>) -> Option<Acronym> {
        let expansion = cite::explain(self.doc, seen.atoms.start);
        let confidence = if expansion.is_some() { 950 } else { 0 };
        let source = if expansion.is_some() { Source::Dictionary } else { Source::Unknown };
        Some(Acronym { expansion, confidence, in_citation: true, ..self.blank(seen, source) })
    }

    fn defined(&self, seen: &Seen<'_>, number: usize, entry: Option<&Entry>) -> Acronym {
        let mut acronym = self.blank(seen, Source::Document);
        let Some(phrase) = self.local.phrases.get(number) else { return acronym };
        if bar(self.doc, seen, false) == Bar::Hard && phrase.site != seen.atoms {
            return acronym;
        }
        acronym.expansion = Some(phrase_text(self.doc, &phrase.long, entry));
        acronym.definition = Some(self.doc.source_span(&phrase.long));
        acronym.defines = phrase.site.start <= seen.atoms.start && seen.atoms.end <= phrase.site.end;
        acronym.confidence = match phrase.how {
            How::Aligned => 985,
            How::Headed => 920,
            How::Loose => 700,
        };
        acronym
    }

    /// A part of a joined form whose parts stand apart: "TM" of "XD TM DV".
    fn part(&self, seen: &Seen<'_>, entry: &Entry, part: usize) -> Acronym {
        let mut acronym = self.blank(seen, Source::Compound);
        let expansion = entry.senses.first().map_or("", |s| &s.expansion);
        acronym.expansion = index::letters_text(expansion, part, &acronym.form);
        acronym.confidence = 950;
        acronym
    }

    fn listed(&self, n: usize, seen: &Seen<'_>, entry: &Entry, user: bool) -> Acronym {
        let source = match (user, entry.joined, entry.senses.len()) {
            (true, ..) => Source::User,
            (_, true, _) => Source::Compound,
            (_, _, 0 | 1) if entry.expand == Expand::Always => Source::Dictionary,
            _ => Source::Context,
        };
        let mut acronym = self.blank(seen, source);
        let strict = entry.expand != Expand::Always;
        let bar = bar(self.doc, seen, strict);
        if entry.senses.is_empty() || (entry.expand == Expand::Never) {
            acronym.source = if user { Source::User } else { Source::Dictionary };
            return if user { acronym } else { self.spelled_out(acronym, entry) };
        }
        if bar == Bar::Hard {
            return acronym;
        }
        let mut scores = self.together(n, entry);
        if let Some(first) = scores.first_mut().filter(|_| !strict) {
            first.prior += 150;
        }
        let Some(best) = first_best(&scores) else { return acronym };
        let margin = margin(entry, &scores, best);
        let shouted = bar == Bar::Shouted && scores[best].beside < 400;
        let sure = !shouted && (!strict || enough(entry, &scores[best], best, margin, bar));
        let chosen = Some(best).filter(|&b| sure && entry.senses.get(b).is_some_and(|s| !s.left_alone));
        acronym.alternatives = others(entry, &scores, chosen);
        if let Some(sense) = chosen.and_then(|b| entry.senses.get(b)) {
            acronym.expansion = Some(sense.expansion.clone());
            acronym.confidence = confidence(source, &scores[best], margin);
        }
        acronym
    }

    /// What is left alone elsewhere is read as the document has it, where that spells out the long name of a body.
    fn spelled_out(&self, acronym: Acronym, entry: &Entry) -> Acronym {
        let named = entry.senses.iter().filter(|s| s.long.len() >= 4);
        let found = named.filter_map(|s| Some((s, self.signs[0].long_form(s.number)?))).next();
        let Some((sense, place)) = found else { return acronym };
        Acronym {
            expansion: Some(sense.expansion.clone()),
            source: Source::Document,
            confidence: 930,
            definition: Some(self.doc.source_span(&place)),
            ..acronym
        }
    }

    /// The scores at one place with what the other places of the form say.
    fn together(&self, n: usize, entry: &Entry) -> Vec<Score> {
        let Some(own) = self.scores.get(&n) else {
            return entry.senses.iter().map(|s| Score { prior: 10 * (s.weight - 5), ..Score::default() }).collect();
        };
        let sums = self.groups.get(&n).and_then(|g| self.whole.get(g));
        own.iter()
            .enumerate()
            .map(|(k, &s)| {
                let others = sums.and_then(|sums| sums.get(k)).map_or(0, |sum| sum - s.evidence.clamp(0, 400));
                Score { evidence: s.evidence + (others / 2).min(200), ..s }
            })
            .collect()
    }
}

/// The entry of an occurrence whose senses are to be weighed, and its layer.
fn weighed<'a>(seen: &Seen<'a>) -> Option<(usize, &'a Entry)> {
    let (layer, entry) = match seen.known {
        Known::BuiltIn(entry) => (0, entry),
        Known::User(entry) => (1, entry),
        _ => return None,
    };
    (entry.senses.len() > 1 || entry.expand != Expand::Always).then_some((layer, entry))
}

fn first_best(scores: &[Score]) -> Option<usize> {
    let best = scores.iter().map(|s| s.total()).max()?;
    scores.iter().position(|s| s.total() == best)
}

/// How far the best sense is ahead of the next; one in which the form is left alone counts only where something speaks
/// for it.
fn margin(entry: &Entry, scores: &[Score], best: usize) -> i32 {
    let idle = |n: usize, s: &Score| s.evidence <= 0 && entry.senses.get(n).is_some_and(|m| m.left_alone);
    let rivals = scores.iter().enumerate().filter(|(n, s)| *n != best && !idle(*n, s));
    let second = rivals.map(|(_, s)| s.total()).max();
    second.map_or(400, |second| scores[best].total() - second)
}

/// Whether what speaks for a sense is enough to expand a form that is not always expanded.
fn enough(entry: &Entry, score: &Score, best: usize, margin: i32, bar: Bar) -> bool {
    let weight = entry.senses.get(best).map_or(5, |s| s.weight);
    let others = entry.senses.iter().enumerate().filter(|(n, s)| *n != best && !s.left_alone);
    let rare = others.map(|(_, s)| s.weight).max().unwrap_or(0) <= 3;
    // Where one sense is all but the only one, the words around may speak against it a little.
    let needed = match (weight, entry.form.chars().count() >= 3) {
        (7.., true) if rare => -80,
        (9.., false) => -50,
        _ => 26 * (9 - weight) - 20,
    };
    let barred = bar == Bar::Soft || (bar == Bar::Foreign && score.beside < 100);
    score.evidence >= needed + if barred { 120 } else { 0 } && margin >= 30
}

/// The expansions of the other senses, the likeliest first; of all of them where none was chosen.
fn others(entry: &Entry, scores: &[Score], chosen: Option<usize>) -> Vec<String> {
    let mut order: Vec<usize> = (0..entry.senses.len()).filter(|&n| Some(n) != chosen).collect();
    order.sort_by_key(|&n| (-scores[n].total(), n));
    order.iter().filter_map(|&n| entry.senses.get(n)).map(|s| s.expansion.clone()).collect()
}

fn confidence(source: Source, score: &Score, margin: i32) -> u16 {
    match source {
        Source::User => 990,
        Source::Dictionary | Source::Compound => 970,
        _ => (600 + (margin + score.evidence / 2).clamp(0, 350)) as u16,
    }
}

/// The text of a phrase on one line; as the dictionary writes it, where the dictionary has the same.
fn phrase_text(doc: &Document<'_>, range: &Range<usize>, entry: Option<&Entry>) -> String {
    let text = doc.view_span(range).of(doc.view_text());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = crate::scan::ids(&line);
    let same =
        |e: &Entry| e.senses.iter().find(|s| crate::scan::ids(&s.expansion) == folded).map(|s| s.expansion.clone());
    entry.and_then(same).unwrap_or_else(|| if opens_only(doc, range) { uncapitalized(&line) } else { line })
}

/// Whether a phrase has its capital only from where it stands: first in a sentence or after a colon, all else small.
fn opens_only(doc: &Document<'_>, range: &Range<usize>) -> bool {
    let atoms = doc.atoms();
    let small = |a: &Atom| !a.is_word() || a.case == Case::Lower;
    let others = range.len() > 1 && atoms.get(range.start + 1..range.end).is_some_and(|rest| rest.iter().all(small));
    let sentences = doc.sentence_list();
    let n = sentences.partition_point(|s| s.atoms.end <= range.start);
    let first = sentences.get(n).is_some_and(|s| s.atoms.start == range.start);
    let after = range.start.checked_sub(1).and_then(|n| atoms.get(n)).is_some_and(|a| !a.is_word() && !a.is('"'));
    others && (first || after)
}

fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
