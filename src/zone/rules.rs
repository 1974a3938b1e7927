//! What each paragraph is for by rules, from its own words, its shape and its place on the page. The model of zones takes
//! what they say as evidence.

use super::ZoneKind;
use super::lines::{Line, has_no_words, is_open_or_terminated, is_shouted, is_terminated, words};
use super::wrap::{is_row, starts_item};
use crate::phrases::{Phrases, list};
use crate::scan::{Atom, AtomKind, Case, Gap, ids, mark_id};
use once_cell::sync::Lazy;
use std::ops::Range;

list!(pub(super) CHROME, "zones/chrome-start");
list!(pub(super) RELATED, "zones/related");
list!(pub(super) CAPTION, "zones/caption");
list!(pub(super) CAPTION_START, "zones/caption-start");
list!(pub(super) CAPTION_VERB, "zones/caption-verb");
list!(pub(super) CAPTION_NOT, "zones/caption-not");
list!(pub(super) LETTERHEAD, "zones/letterhead");
list!(pub(super) DOCUMENT, "zones/document");
list!(pub(super) SIGNATURE, "zones/signature");
list!(pub(super) BYLINE, "zones/byline");
list!(pub(super) BASIS, "zones/basis");

static SOURCE: Lazy<Vec<u32>> = Lazy::new(|| ids("nguồn"));

/// The page with what the rules say of each paragraph; `paragraphs` are ranges of `lines`.
pub(super) fn read<'a>(text: &'a str, atoms: &'a [Atom], lines: &'a [Line], paragraphs: &[Range<usize>]) -> Page<'a> {
    let parts = paragraphs.iter().map(|p| Part::new(lines, p.clone(), atoms)).collect();
    let mut page = Page { text, all: atoms, lines, parts };
    page.mark_by_words();
    if page.first_prose().is_some() {
        page.mark_tables();
        page.mark_teasers();
        page.mark_after_related();
        page.mark_captions();
        page.mark_signature();
        page.mark_head();
        page.mark_lead();
        page.mark_rest();
    } else {
        page.mark_bare();
    }
    page
}

/// A paragraph under consideration.
pub(super) struct Part {
    pub(super) atoms: Range<usize>,
    lines: Range<usize>,
    pub(super) words: usize,
    /// Whole sentences of some length: text that tells something.
    pub(super) prose: bool,
    /// What the rules say; `None` for what no rule speaks of.
    pub(super) kind: Option<ZoneKind>,
}

impl Part {
    fn new(lines: &[Line], range: Range<usize>, atoms: &[Atom]) -> Part {
        let span = lines[range.start].atoms.start..lines[range.end - 1].atoms.end;
        let own = &atoms[span.clone()];
        let words = words(own);
        let listed = starts_item(own) && is_open_or_terminated(own) && words >= 8;
        let closes = matches!(own, [.., a, b, c] if a.is('.') && b.is('/') && c.is('.'));
        let basis = BASIS.starts(own) && own.last().is_some_and(|a| a.is(';') || a.is(',')) && words >= 5;
        let prose = !is_row(own) && (closes || basis || ((is_terminated(own) && words >= 8) || words >= 45 || listed));
        Part { atoms: span, lines: range, words, prose, kind: None }
    }
}

/// A page under consideration.
pub(super) struct Page<'a> {
    text: &'a str,
    all: &'a [Atom],
    lines: &'a [Line],
    pub(super) parts: Vec<Part>,
}

impl Page<'_> {
    pub(super) fn atoms(&self, n: usize) -> &[Atom] {
        &self.all[self.parts[n].atoms.clone()]
    }

    /// Line breaks before a paragraph.
    pub(super) fn breaks(&self, n: usize) -> usize {
        self.lines[self.parts[n].lines.start].breaks(self.text, self.all)
    }

    fn is_open(&self, n: usize) -> bool {
        self.parts[n].kind.is_none()
    }

    fn set(&mut self, n: usize, kind: ZoneKind) {
        self.parts[n].kind = Some(kind);
    }

    /// Paragraphs that tell the story as far as is known.
    fn prose(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.parts.len()).filter(|&n| self.parts[n].prose && self.is_open(n))
    }

    fn first_prose(&self) -> Option<usize> {
        self.prose().next()
    }

    fn last_prose(&self) -> Option<usize> {
        self.prose().next_back()
    }

    /// What shows itself by its own words: page furniture, photo credits.
    fn mark_by_words(&mut self) {
        for n in 0..self.parts.len() {
            let own = self.atoms(n);
            if is_furniture(own, self.parts[n].words) {
                self.set(n, ZoneKind::Chrome);
            } else if is_credited(own, self.parts[n].words) {
                self.set(n, ZoneKind::Caption);
            }
        }
    }

    /// Two rows of cells or more.
    fn mark_tables(&mut self) {
        let row: Vec<bool> = (0..self.parts.len()).map(|n| self.is_open(n) && self.is_row(n)).collect();
        for n in 0..row.len() {
            let beside = (n > 0 && row[n - 1]) || row.get(n + 1).copied().unwrap_or(false);
            if row[n] && beside {
                self.set(n, ZoneKind::Table);
            } else if row[n] && is_row(self.atoms(n)) {
                self.set(n, ZoneKind::Chrome);
            }
        }
        self.mark_table_heads();
    }

    /// A text without a story: rows of cells alone, or the end of a document alone.
    fn mark_bare(&mut self) {
        let all = 0..self.parts.len();
        let kind = match self.parts.len() {
            2.. if all.clone().all(|n| self.is_row(n)) => ZoneKind::Table,
            3..=12 if self.opens_signature(0) => ZoneKind::Signature,
            _ => return,
        };
        all.for_each(|n| self.set(n, kind));
    }

    /// The row of names above a table has as many bars as its rows.
    fn mark_table_heads(&mut self) {
        let bars = |page: &Page<'_>, n: usize| page.atoms(n).iter().filter(|a| a.is('|')).count();
        for n in 0..self.parts.len().saturating_sub(1) {
            let above = self.parts[n].kind == Some(ZoneKind::Chrome) && self.parts[n + 1].kind == Some(ZoneKind::Table);
            if above && bars(self, n) > 0 && bars(self, n) == bars(self, n + 1) {
                self.set(n, ZoneKind::Table);
            }
        }
    }

    /// Cells parted by bars, tabs or wide gaps.
    fn is_row(&self, n: usize) -> bool {
        let own = self.atoms(n);
        is_row(own) || (self.cells(n) >= 2 && self.parts[n].lines.len() == 1 && !is_terminated(own))
    }

    /// Tabs and wide gaps within a paragraph.
    pub(super) fn cells(&self, n: usize) -> usize {
        let wide = |w: &&[Atom]| {
            let gap = &self.text[w[0].end()..w[1].start()];
            gap.contains('\t') || gap.chars().count() >= 3
        };
        self.atoms(n).windows(2).filter(wide).count()
    }

    /// A list of other articles, and all that follows it.
    fn mark_after_related(&mut self) {
        let Some(last) = self.last_prose() else { return };
        let Some(first) = self.first_prose() else { return };
        let from = (first + 1..self.parts.len()).find(|&n| is_exactly(&RELATED, self.atoms(n)));
        // A list that stands in the middle of a text is left to itself.
        if let Some(from) = from.filter(|&n| n + 2 >= last || self.parts[n..].iter().filter(|p| p.prose).count() <= 2) {
            for n in from..self.parts.len() {
                self.set(n, ZoneKind::Chrome);
            }
        }
    }

    /// A beginning of the text that is cut off with "…" and told again in full further down.
    fn mark_teasers(&mut self) {
        for n in 0..self.parts.len().min(12) {
            let own = self.atoms(n);
            let cut = own.last().is_some_and(|a| a.is('…')) && self.parts[n].words >= 12;
            if !cut || !self.is_open(n) {
                continue;
            }
            let tail: Vec<u32> = word_ids(own).collect();
            let tail = &tail[tail.len() - 8..];
            let told = (n + 1..self.parts.len().min(n + 12)).any(|m| {
                let ids: Vec<u32> = word_ids(self.atoms(m)).take(400).collect();
                ids.windows(tail.len()).any(|w| w == tail)
            });
            if told {
                self.set(n, ZoneKind::Chrome);
            }
        }
    }

    /// Sentences that only tell what a picture shows.
    fn mark_captions(&mut self) {
        let usual = self.usual_breaks();
        for n in 1..self.parts.len() {
            if self.is_open(n) && self.parts[n].prose && self.shows_a_picture(n, usual) {
                self.set(n, ZoneKind::Caption);
            }
        }
    }

    fn shows_a_picture(&self, n: usize, usual: usize) -> bool {
        let part = &self.parts[n];
        let own = self.atoms(n);
        let one_sentence = own.iter().filter(|a| a.is('.') || a.is('?') || a.is('!') || a.is('"')).count() <= 1;
        if part.words > 32
            || !one_sentence
            || starts_item(own)
            || !finds(&CAPTION_VERB, own)
            || finds(&CAPTION_NOT, own)
        {
            return false;
        }
        let set_off = self.breaks(n) > usual;
        let opens = CAPTION_START.starts(own) || opens_with_person(own);
        let first = self.first_prose() == Some(n);
        set_off && opens && !first
    }

    /// Line breaks between paragraphs, as this page has them mostly.
    fn usual_breaks(&self) -> usize {
        let mut breaks: Vec<usize> = (1..self.parts.len()).map(|n| self.breaks(n)).collect();
        breaks.sort_unstable();
        breaks.get(breaks.len() / 2).copied().unwrap_or(1)
    }

    /// "Nơi nhận:", "TM. …", "KT. …" near the end, and what follows.
    fn mark_signature(&mut self) {
        let Some(last) = self.prose().rfind(|&n| !SIGNATURE.starts(self.atoms(n))) else { return };
        let tail = self.parts.len().saturating_sub(12).max(1);
        let from = (tail.min(last)..self.parts.len()).find(|&n| self.signs(n));
        if let Some(from) = from.filter(|&n| n + 6 >= last) {
            for n in from..self.parts.len() {
                if self.parts[n].kind != Some(ZoneKind::Chrome) || has_no_words(self.atoms(n)) {
                    self.set(n, ZoneKind::Signature);
                }
            }
        }
    }

    fn signs(&self, n: usize) -> bool {
        n > 0 && self.opens_signature(n) && !(self.parts[n].prose && self.parts[n].words > 60)
    }

    fn opens_signature(&self, n: usize) -> bool {
        let own = self.atoms(n);
        SIGNATURE.longest(own).is_some_and(|(length, _)| {
            // "TM." alone may begin a sentence; before capitals it signs.
            length < own.len() && (!own[length - 1].is('.') || own[length].case == Case::Upper) || own[0].is('(')
        })
    }

    /// What the rules are sure of though the model, which has seen few of the kind, may take it for text: a line that says
    /// "Tác giả:" under the text, "QUYẾT ĐỊNH:" between the bases of a decision and its articles.
    pub(super) fn never_body(&self, n: usize) -> Option<ZoneKind> {
        let (own, part) = (self.atoms(n), &self.parts[n]);
        // "Nguồn:" stands under tables and pictures as well.
        let source = || SOURCE.contains(&own[0].id());
        let labelled = || BYLINE.longest(own).is_some_and(|(length, ())| own[length - 1].is(':')) && !source();
        let announces = || own.last().is_some_and(|a| a.is(':')) && is_shouted(own) && part.words <= 4;
        part.kind.filter(|&kind| match kind {
            ZoneKind::Byline => labelled(),
            ZoneKind::Heading => announces(),
            _ => false,
        })
    }

    /// Letterhead, headline and its repeat, and what stands between them and the text.
    fn mark_head(&mut self) {
        let Some(first) = self.first_prose() else { return };
        let official = (0..first.min(16)).any(|n| self.is_letterhead(n));
        let headline = if official { self.document_title(first) } else { self.title(first) };
        let Some(headline) = headline else {
            self.mark_official(0..first, official);
            return;
        };
        for n in headline.clone() {
            self.set(n, ZoneKind::Headline);
        }
        self.mark_official(0..headline.start, official);
        self.mark_repeats(headline.clone());
        self.mark_under_headline(headline.end..first, official);
    }

    fn is_letterhead(&self, n: usize) -> bool {
        let own = self.atoms(n);
        own.len() <= 60 && (0..own.len()).any(|at| LETTERHEAD.starts(&own[at..]) && own[at].is_capital())
    }

    /// What stands above the title: the head of a document, else the page's own lines.
    fn mark_official(&mut self, above: Range<usize>, official: bool) {
        let head = above.clone().find(|&n| self.is_letterhead(n) || (official && is_shouted(self.atoms(n))));
        for n in above {
            let framed = official && head.is_some_and(|h| n >= h);
            if framed && (self.is_open(n) || has_no_words(self.atoms(n)) || self.is_letterhead(n)) {
                self.set(n, ZoneKind::Letterhead);
            } else if self.is_open(n) && !self.parts[n].prose {
                self.set(n, ZoneKind::Chrome);
            }
        }
    }

    /// The title of an official document: its type in capitals and the lines about it.
    fn document_title(&self, first: usize) -> Option<Range<usize>> {
        let named =
            (0..first).find(|&n| self.is_open(n) && is_shouted(self.atoms(n)) && DOCUMENT.starts(self.atoms(n)));
        let Some(start) = named else { return self.title(first) };
        let stops = |n: usize| {
            !self.is_open(n) || starts_item(self.atoms(n)) || self.parts[n].words > 40 || self.is_letterhead(n)
        };
        let end = (start + 1..first).find(|&n| stops(n) || n > start + 3).unwrap_or(first);
        Some(start..end)
    }

    /// The title of an article: the line above the text that says most.
    fn title(&self, first: usize) -> Option<Range<usize>> {
        let candidate = |n: &usize| {
            self.is_open(*n) && self.parts[*n].words <= 40 && !has_no_words(self.atoms(*n)) && !self.names_author(*n)
        };
        let best = (0..first).filter(candidate).max_by_key(|&n| (self.parts[n].words.min(9), std::cmp::Reverse(n)))?;
        (self.parts[best].words >= 4 || is_shouted(self.atoms(best))).then_some(best..best + 1)
    }

    /// Lines that say the headline again.
    fn mark_repeats(&mut self, headline: Range<usize>) {
        let title: Vec<u32> =
            self.parts[headline.clone()].iter().flat_map(|p| word_ids(&self.all[p.atoms.clone()])).collect();
        for n in headline.end..self.parts.len() {
            if !self.parts[n].prose && self.parts[n].words > 3 && word_ids(self.atoms(n)).eq(title.iter().copied()) {
                self.set(n, ZoneKind::Headline);
            }
        }
    }

    fn mark_under_headline(&mut self, between: Range<usize>, official: bool) {
        for n in between {
            if !self.is_open(n) {
                continue;
            }
            let kind = if self.names_author(n) {
                ZoneKind::Byline
            } else if official && has_no_words(self.atoms(n)) {
                ZoneKind::Letterhead
            } else if self.parts[n].words >= 12 {
                ZoneKind::Caption
            } else {
                ZoneKind::Heading
            };
            self.set(n, kind);
        }
    }

    /// The first paragraph under a headline, where it is short and more text follows.
    fn mark_lead(&mut self) {
        let headed = self.parts.iter().any(|p| p.kind == Some(ZoneKind::Headline));
        let official = self.parts.iter().any(|p| p.kind == Some(ZoneKind::Letterhead));
        let prose: Vec<usize> = self.prose().collect();
        let (Some(&first), true, false) = (prose.first(), headed, official) else { return };
        let own = self.atoms(first);
        let repeated = self.parts.get(first + 1).is_some_and(|p| p.kind == Some(ZoneKind::Headline));
        let dateline = own.iter().take(8).any(|a| a.is(')')) && own[0].is('(');
        let bold = self.parts[first].words <= 85 && prose.len() >= 4 && !dateline && !starts_item(own);
        if repeated || bold {
            self.set(first, ZoneKind::Lead);
        }
    }

    /// Headings, captions and bylines among the text, and what trails after it.
    fn mark_rest(&mut self) {
        let last = self.last_prose().unwrap_or(0);
        let mut bylines = 0;
        for n in 0..self.parts.len() {
            if !self.is_open(n) || self.parts[n].prose {
                continue;
            }
            let item = n > 0 && starts_item(self.atoms(n)) && self.parts[n - 1].kind.is_none_or(ZoneKind::is_story);
            let kind = if n > last && !item && !self.opens_list(n) {
                bylines += 1;
                if bylines <= 2 && self.names_author(n) { ZoneKind::Byline } else { ZoneKind::Chrome }
            } else {
                self.inner(n)
            };
            self.set(n, kind);
        }
    }

    /// "Danh sách Ban Chủ nhiệm:" before the items of a list.
    fn opens_list(&self, n: usize) -> bool {
        let colon = self.atoms(n).last().is_some_and(|a| a.is(':'));
        colon && n + 1 < self.parts.len() && starts_item(self.atoms(n + 1))
    }

    /// A paragraph between others that is no prose.
    fn inner(&self, n: usize) -> ZoneKind {
        let own = self.atoms(n);
        let item = starts_item(own);
        if is_open_or_terminated(own) && (item || self.parts[n].words >= 4) {
            return ZoneKind::Body;
        }
        if !item && self.parts[n].words >= 6 && opens_with_person(own) && finds(&CAPTION_VERB, own) {
            return ZoneKind::Caption;
        }
        let bullet = own[0].is('-') || own[0].is('+') || own[0].is('•') || own[0].is('*');
        match self.parts[n].words {
            _ if bullet => ZoneKind::Body,
            13.. if !item && !is_shouted(own) => ZoneKind::Caption,
            _ => ZoneKind::Heading,
        }
    }

    /// A line that says who wrote the article: a credit, initials, or nothing but a name.
    fn names_author(&self, n: usize) -> bool {
        let own = self.atoms(n);
        let few = self.parts[n].words <= 8 && !is_terminated_by_stop(own);
        let named = own.iter().all(|a| !a.is_word() || a.is_capital() || a.is('-'));
        few && ((named && self.parts[n].words <= 5 && !own.iter().any(|a| a.kind == AtomKind::Number))
            || BYLINE.starts(own))
    }
}

/// Many capitals among the first words: a title, a body and a name.
pub(super) fn opens_with_person(atoms: &[Atom]) -> bool {
    atoms.iter().take(8).filter(|a| a.is_capital()).count() >= 4
}

fn is_terminated_by_stop(atoms: &[Atom]) -> bool {
    is_terminated(atoms) && words(atoms) > 4
}

/// The ids of the words and numbers, without marks.
fn word_ids(atoms: &[Atom]) -> impl Iterator<Item = u32> + '_ {
    atoms.iter().filter(|a| a.kind != AtomKind::Punct).map(Atom::id)
}

/// Whether a phrase of the list stands anywhere among the atoms.
pub(super) fn finds(list: &Phrases<()>, atoms: &[Atom]) -> bool {
    (0..atoms.len()).any(|at| list.starts(&atoms[at..]))
}

/// Whether the atoms are one phrase of the list, perhaps with marks after it.
fn is_exactly(list: &Phrases<()>, atoms: &[Atom]) -> bool {
    list.longest(atoms).is_some_and(|(length, _)| atoms[length..].iter().all(|a| a.kind == AtomKind::Punct))
}

/// Menus, counters, clocks, buttons.
fn is_furniture(atoms: &[Atom], words: usize) -> bool {
    let silent = has_no_words(atoms) && !atoms.iter().any(|a| a.kind == AtomKind::Number);
    let trail = atoms.iter().any(|a| a.id() == mark_id('»') || a.id() == mark_id('›')) && words <= 30;
    let barred = atoms.iter().any(|a| a.is('|'))
        && words <= 16
        && !is_terminated(atoms)
        && atoms.iter().filter(|a| a.is('|')).count() < 3;
    silent
        || is_clock(atoms)
        || trail
        || (atoms[0].is('|') && words <= 6)
        || (barred && !has_digit_cells(atoms))
        || opens_furniture(atoms, words)
}

fn has_digit_cells(atoms: &[Atom]) -> bool {
    atoms.iter().filter(|a| a.kind == AtomKind::Number).count() > 1
}

fn opens_furniture(atoms: &[Atom], words: usize) -> bool {
    let skip = atoms.iter().take_while(|a| a.kind == AtomKind::Punct || a.kind == AtomKind::Symbol).count();
    let rest = if CHROME.starts(atoms) { atoms } else { &atoms[skip..] };
    let Some((length, ())) = CHROME.longest(rest) else { return false };
    let labelled =
        rest[length - 1].is(':') || rest.get(length).is_none_or(|a| a.is(':') || a.kind != AtomKind::Syllable);
    !is_terminated(atoms) && (words <= 8 || (labelled && words <= 25))
}

/// Nothing but a date, a time and their words.
pub(super) fn is_clock(atoms: &[Atom]) -> bool {
    static WORDS: Lazy<Vec<u32>> = Lazy::new(|| {
        ids(
            "thứ hai ba tư năm sáu bảy chủ nhật cn ngày tháng gmt am pm h g giờ phút sáng chiều tối lúc utc cập nhật t2 gmt7",
        )
    });
    let words = atoms.iter().filter(|a| a.is_word()).count();
    let numbers = atoms.iter().filter(|a| a.kind == AtomKind::Number).count();
    numbers >= 2 && words <= 10 && atoms.iter().all(|a| !a.is_word() || WORDS.contains(&a.id()))
}

/// A photo credit, at its beginning or its end.
fn is_credited(atoms: &[Atom], words: usize) -> bool {
    let credit = (0..atoms.len()).find(|&at| CAPTION.starts(&atoms[at..]) && opens_credit(atoms, at));
    credit.is_some_and(|at| words <= 60 && (at == 0 || words <= 45) && atoms.len() - at <= 16)
}

fn opens_credit(atoms: &[Atom], at: usize) -> bool {
    at == 0 || (atoms[at].is_capital() || atoms[at].is('(')) && atoms[at].gap != Gap::None || atoms[at - 1].is('(')
}
