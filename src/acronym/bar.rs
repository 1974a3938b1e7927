//! Reasons to leave a form alone where it stands: roman numerals, model codes, plates, tickers, parts of foreign names.

use super::seen::Seen;
use crate::document::Document;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use crate::zone::ZoneKind;
use once_cell::sync::Lazy;

/// How strongly the place speaks against an expansion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bar {
    None,
    /// A name of another language stands beside it; a sense that wants a name there outweighs it.
    Foreign,
    /// Only what clearly speaks for a sense outweighs it.
    Soft,
    /// It stands in a headline in capitals: only what stands beside it on both sides outweighs that.
    Shouted,
    /// Nothing in a dictionary outweighs it.
    Hard,
}

static TICKER: Lazy<Phrases<()>> = Lazy::new(|| {
    phrases(&[
        "mã ck",
        "mã",
        "mã chứng khoán",
        "mã cổ phiếu",
        "mã cp",
        "hose",
        "hnx",
        "upcom",
        "ticker",
        "cổ phiếu",
        "mck",
        "mã hs",
        "mã số",
        "ký hiệu",
        "số hiệu",
    ])
});
static ROMAN_CUES: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "quý chương phần mục khóa thứ vùng loại hạng đợt kỳ bậc cấp điều chiến giai đoạn tập vòng khu nhóm kỉ kỷ lần khoá hội độ bảng",
    )
});
/// Roads and districts, whose number follows them with or without a space.
static NUMBERED: Lazy<Vec<u32>> = Lazy::new(|| {
    ["QL", "TL", "HL", "ĐT", "ĐH", "Q", "P", "KP", "TDP", "TK", "TT", "NV", "KV", "BĐ", "CSB"]
        .iter()
        .flat_map(|f| ids(f))
        .collect()
});
/// Words before which a number counts things: "DN 3 năm", "KCN 150 ha".
static VEHICLES: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "chiếc tàu máy bay xe súng pháo tên lửa lúa giống mẫu trạm điểm mã biển số thuốc hầm mỏ đường ký hiệu bom vệ tinh",
    )
});

/// Words before what is the name of one thing when a number follows: "chuyến bay VN 512", "chung cư CT 7".
static LABELS: Lazy<Phrases<()>> = Lazy::new(|| {
    phrases(&[
        "chuyến bay",
        "tổ bay",
        "số hiệu",
        "số thẻ",
        "lớp tàu",
        "mác",
        "mã hiệu",
        "chung cư",
        "tòa nhà",
        "tòa",
        "lô đất",
        "lô",
    ])
});
/// Words that are not counted: the number before them is no count.
static UNCOUNTED: Lazy<Vec<u32>> =
    Lazy::new(|| ids("là và của có được thì đã sẽ cho ở tại với bị trên trong từ đến đi vào ra do không"));

fn phrases(list: &[&str]) -> Phrases<()> {
    let mut set = Phrases::default();
    for phrase in list {
        set.insert(phrase, ());
    }
    set
}

/// What the place of an occurrence says; `strict` is for forms of which no dictionary says that they always stand for
/// their expansion.
pub(super) fn bar(doc: &Document<'_>, seen: &Seen<'_>, strict: bool) -> Bar {
    let place = Place { doc, atoms: doc.atoms(), seen };
    if place.is_lone_letter() || place.is_code() || place.is_ticker() || place.is_roman() || place.is_labelled() {
        return Bar::Hard;
    }
    let short = place.is_short();
    if place.is_signed() && (strict || short) {
        return Bar::Hard;
    }
    if seen.shouted && (short || (strict && place.is_syllable())) {
        return Bar::Shouted;
    }
    if !strict {
        return Bar::None;
    }
    if place.is_numbered() || place.is_in_unknown_chain() {
        return Bar::Soft;
    }
    if place.is_in_foreign_name() { Bar::Foreign } else { Bar::None }
}

struct Place<'a, 'd, 't> {
    doc: &'a Document<'t>,
    atoms: &'a [Atom],
    seen: &'a Seen<'d>,
}

impl Place<'_, '_, '_> {
    fn before(&self, n: usize) -> Option<&Atom> {
        self.seen.atoms.start.checked_sub(n).and_then(|at| self.atoms.get(at))
    }

    fn after(&self, n: usize) -> Option<&Atom> {
        self.atoms.get(self.seen.atoms.end + n)
    }

    fn first(&self) -> Option<&Atom> {
        self.atoms.get(self.seen.atoms.start)
    }

    /// "cô giáo H.": a single letter is a form only before the name or the number of a place ("H.Bến Lức", "Q.1").
    fn is_lone_letter(&self) -> bool {
        let single =
            self.seen.atoms.len() == 1 && self.first().is_some_and(|a| self.doc.atom_text(a).chars().count() == 1);
        let person = self.first().is_some_and(|a| a.gap != Gap::None)
            && self.before(1).is_some_and(|a| a.case == Case::Title && a.is_word());
        let place = |n: usize| {
            self.after(n).is_some_and(|a| {
                a.gap < Gap::Line
                    && (a.kind == AtomKind::Number
                        || (a.is_word() && a.case == Case::Title && self.doc.atom_text(a).chars().count() > 1))
            })
        };
        let named = place(0) || (self.after(0).is_some_and(|a| a.is('.') && a.gap == Gap::None) && place(1));
        single && (person || !named)
    }

    /// "CH-5", "51F", "QH14", "PM2.5": letters with digits in one.
    fn is_code(&self) -> bool {
        let number = |a: &Atom| a.kind == AtomKind::Number;
        let road = self.first().is_some_and(|a| NUMBERED.contains(&a.id()));
        let glued = self.after(0).is_some_and(|a| number(a) && a.gap == Gap::None) && !road;
        let dashed = self.after(0).is_some_and(|a| a.is('-'))
            && self.after(1).is_some_and(|a| number(a) && a.gap == Gap::None && !self.is_year(a));
        let led = self.first().is_some_and(|a| a.gap == Gap::None) && self.before(1).is_some_and(number);
        let led_dashed = self.seen.atoms.len() == 1
            && self.first().is_some_and(|a| a.gap == Gap::None)
            && self.before(1).is_some_and(|a| a.is('-') && a.gap == Gap::None)
            && self.before(2).is_some_and(number);
        glued || dashed || led || led_dashed || self.is_in_number() || self.is_registration() || self.is_model()
    }

    /// "AN/APG-83": the first letters of a model.
    fn is_model(&self) -> bool {
        let tight = |n: usize| self.after(n).filter(|a| a.gap == Gap::None);
        tight(0).is_some_and(|a| a.is('/'))
            && tight(1).is_some_and(|a| a.case == Case::Upper)
            && self.after(2).is_some_and(|a| a.is('-'))
            && self.after(3).is_some_and(|a| a.kind == AtomKind::Number)
    }

    /// "BĐ 95167 TS": the end of the number of a ship.
    fn is_registration(&self) -> bool {
        let long = |a: &Atom| a.kind == AtomKind::Number && a.span().len() >= 4 && !self.is_year(a);
        let plain = |a: &Atom| !self.doc.atom_text(a).contains(['.', ',']);
        self.before(1).is_some_and(|a| long(a) && plain(a))
            && self.before(2).is_some_and(|a| matches!(a.case, Case::Upper | Case::Mixed))
    }

    /// "102 - QĐ/TW", "229 - QĐ/UBND": the letters of a document number whose dash stands between spaces.
    fn is_in_number(&self) -> bool {
        let tight = |a: Option<&Atom>, c: char| a.is_some_and(|a| a.is(c) && a.gap == Gap::None);
        let number = |n: usize| self.before(n).is_some_and(|a| a.kind == AtomKind::Number);
        let dash = |n: usize| self.before(n).is_some_and(|a| a.is('-'));
        let first = tight(self.after(0), '/') && dash(1) && number(2);
        let second = tight(self.before(1), '/') && dash(3) && number(4);
        first || second
    }

    fn is_year(&self, atom: &Atom) -> bool {
        let text = self.doc.atom_text(atom);
        text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
    }

    /// A number after a space: "TL 05 (sông Tô Lịch)". Years, and numbers that count something, are none.
    fn is_numbered(&self) -> bool {
        let Some(number) = self.after(0).filter(|a| a.kind == AtomKind::Number && a.gap == Gap::Space) else {
            return false;
        };
        if self.is_year(number) || self.first().is_some_and(|a| NUMBERED.contains(&a.id())) {
            return false;
        }
        let text = self.doc.atom_text(number);
        let counts = self.after(1).is_some_and(|a| {
            (a.kind == AtomKind::Syllable && a.case == Case::Lower && !UNCOUNTED.contains(&a.id()))
                || a.is('%')
                || (a.is('/') && a.gap == Gap::None)
        });
        let thing = self.before(1).is_some_and(|a| VEHICLES.contains(&a.id()));
        text.starts_with('0') || !counts || thing
    }

    /// "chuyến bay VN 512", "số thẻ TP 20816".
    fn is_labelled(&self) -> bool {
        let start = self.seen.atoms.start;
        let number = self.after(0).is_some_and(|a| a.kind == AtomKind::Number && a.gap <= Gap::Space);
        number && (1..=2).any(|n| start >= n && LABELS.get(&self.atoms[start - n..start]).is_some())
    }

    /// "mã CK: XXX", "HOSE: XXX".
    fn is_ticker(&self) -> bool {
        let start = self.seen.atoms.start;
        let colon = self.before(1).is_some_and(|a| a.is(':'));
        let end = if colon { start - 1 } else { start };
        if !colon && !self.before(1).is_some_and(Atom::is_word) {
            return false;
        }
        let single = self.atoms.get(self.seen.atoms.clone()).is_some_and(|a| a.len() == 1 && a[0].span().len() == 3);
        single && (1..=3).any(|n| end >= n && TICKER.get(&self.atoms[end - n..end]).is_some())
    }

    /// "XXI", "quý IV", "Khóa XIV".
    fn is_roman(&self) -> bool {
        let Some(atom) = self.first().filter(|_| self.seen.atoms.len() == 1) else { return false };
        let text = self.doc.atom_text(atom);
        let small = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let any = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
        let cued = self.before(1).is_some_and(|a| ROMAN_CUES.contains(&a.id()));
        small || (any && cued && text.chars().any(|c| matches!(c, 'I' | 'V' | 'X')))
    }

    /// Alone on its line, or after "./." at the end: the initials of the author.
    fn is_signed(&self) -> bool {
        let blocks = self.doc.blocks();
        let n = blocks.partition_point(|b| b.atoms.end <= self.seen.atoms.start);
        blocks.get(n).filter(|b| b.atoms.len() <= 12).is_some_and(|b| {
            let words = self.atoms.get(b.atoms.clone()).unwrap_or(&[]).iter().filter(|a| a.is_word()).count();
            let alone = words <= self.seen.atoms.len() && n > 0 && b.kind != ZoneKind::Table;
            alone || b.kind == ZoneKind::Byline
        })
    }

    /// "BC Holdings", "Heineken NV": beside a word of another language in capitals.
    fn is_in_foreign_name(&self) -> bool {
        let foreign =
            |a: &Atom| a.kind == AtomKind::Word && matches!(a.case, Case::Title | Case::Mixed) && a.span().len() > 2;
        let after = self.after(0).is_some_and(|a| foreign(a) && a.gap == Gap::Space);
        let before = self.first().is_some_and(|a| a.gap == Gap::Space) && self.before(1).is_some_and(foreign);
        after || before
    }

    /// "PAK-DA", "NM-HĐ": joined with capitals that nothing knows.
    fn is_in_unknown_chain(&self) -> bool {
        let capitals = |a: Option<&Atom>| a.is_some_and(|a| a.case == Case::Upper && a.gap == Gap::None);
        let joint = |a: Option<&Atom>| a.is_some_and(|a| a.is('-') && a.gap == Gap::None);
        let known = |at: usize| {
            let built_in = crate::dictionary::index::built_in();
            built_in.forms(&self.atoms[at..at + 1], self.doc.view_text()).next().is_some()
        };
        let after = joint(self.after(0)) && capitals(self.after(1)) && !known(self.seen.atoms.end + 1);
        let before = self.first().is_some_and(|a| a.gap == Gap::None)
            && joint(self.before(1))
            && self.before(2).is_some_and(|a| a.case == Case::Upper)
            && !known(self.seen.atoms.start - 2);
        after || before
    }

    fn is_short(&self) -> bool {
        let atoms = self.atoms.get(self.seen.atoms.clone()).unwrap_or(&[]);
        atoms.len() == 1 && atoms.iter().all(|a| self.doc.atom_text(a).chars().count() <= 2)
    }

    fn is_syllable(&self) -> bool {
        self.seen.atoms.len() == 1 && self.first().is_some_and(|a| a.kind == AtomKind::Syllable)
    }
}
