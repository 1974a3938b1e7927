//! Quantities: a number and what it counts or measures ("278 đề án", "1,2 tỷ người", "9 cây vàng"), ratios of a whole
//! ("102/171 sản phẩm") and counters ("Lượt xem: 4413").

mod open;

use super::number::{self, Class, Number, class};
use super::scene::Scene;
use super::unit::{self, Unit};
use super::{Quantity, digits, label};
use crate::phrases::Phrases;
use crate::scan::{AtomKind, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::ops::Range;

/// Words before "n/m" of a count; without one a pair that could be a date is one.
static COUNTS: Lazy<Vec<u32>> = Lazy::new(|| ids("có được đạt với cho gồm thắng thua qua đã tổng khoảng hơn gần tới"));
static DATES: Lazy<Vec<u32>> = Lazy::new(|| {
    ids("ngày sáng trưa chiều tối đêm hôm mùng từ đến trước sau dịp lễ khánh kể vào nghỉ niệm hạn tháng tết")
});
/// What reports count as parts of a whole; of these "5/7" is a ratio without a word that says so.
static PARTS: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "sản phẩm xã huyện tỉnh tiêu chí chỉ dự đề án nhiệm vụ phường thôn hộ mục đơn công trình tiêu chuẩn môn phiếu đại biểu thành viên",
    )
});
/// Wholes that a fraction is of: "1/3 dân số".
static WHOLE: Lazy<Phrases<()>> = Lazy::new(|| {
    Phrases::of_list(
        "dân số\ndiện tích\nsố dân\ntổng số\nsản lượng\nthời gian\nquãng đường\nlượng\nsố phiếu\nlực lượng\nquân số\nnhân sự\nthu nhập\nchiều dài\nkhối lượng\ndoanh thu\n",
    )
});
static FROM: Lazy<Vec<u32>> = Lazy::new(|| ids("từ"));
/// Nouns that are counted in passing: "ba việc phải làm".
static LOOSE: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "việc nội vấn yếu mục nhiệm lần điểm lý nguyên bước khâu giai mặt ý phần bên loại hình cách thế hệ lĩnh khía ngành hướng \
         nhóm trụ khu vùng miền nước thành nền chiều vị buổi chữ câu bài",
    )
});
static MASS: Lazy<Vec<u32>> = Lazy::new(|| ids("tấn tạ kg lít thùng"));
/// Measures that are figures after a single word too: "ba tấn".
static SOLID: Lazy<Vec<u32>> = Lazy::new(|| ids("tấn tạ kg cân mét km ha lít héc hecta gam sào"));
/// Words after which "năm" is a year: "trong năm".
static YEARS: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "là trong mỗi hàng hằng cả nhiều các những đầu cuối giữa mấy vài qua suốt từ một đến tới mười trăm nghìn triệu tháng của và vào quý",
    )
});
static COUNTERS: Lazy<Phrases<()>> = Lazy::new(|| {
    Phrases::of_list(
        "lượt xem\nlượt đọc\nlượt truy cập\nsố lượt xem\nsố lượt đọc\nlượt tải\nlượt thích\nlượt chia sẻ\n",
    )
});

/// Reads a quantity at `number`, and gives its end.
pub(super) fn read(scene: &Scene, number: &Number, quantities: &mut Vec<Quantity>) -> Option<usize> {
    if label::names(scene, number.atoms.start) {
        return None;
    }
    if let Some(end) = range(scene, number, quantities) {
        return Some(end);
    }
    let (length, integer) = counted(scene, number)?;
    let value = if integer { number.clone().in_thousands().value } else { number.value };
    let atoms = number.atoms.start..number.atoms.end + length;
    let value = if super::percent::minus(scene, number) { -value } else { value };
    quantities.push(quantity(scene, atoms.clone(), value, None, number.atoms.end..atoms.end));
    // Lengths and areas describe what a sum is for; only things are what it covers.
    if integer || scene.is_any(number.atoms.end, &MASS) {
        scene.counted(atoms.clone());
    }
    Some(atoms.end)
}

/// How many atoms the unit after a number has, and whether it is counted in whole numbers.
fn counted(scene: &Scene, number: &Number) -> Option<(usize, bool)> {
    match unit::longest(scene, number.atoms.end) {
        Some((length, unit)) if counts(scene, number, unit, length) => {
            // "chỉ" is a measure, "chỉ số" an index.
            let word = scene.lower_word(number.atoms.end);
            Some((length.max(word), word > length || (unit.noun && !unit.measure)))
        }
        Some(_) => None,
        None => open::noun(scene, number).map(|length| (length, true)),
    }
}

/// "3-5 người", "2 đến 3 triệu lượt khách".
fn range(scene: &Scene, number: &Number, quantities: &mut Vec<Quantity>) -> Option<usize> {
    static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));
    let (start, link) = (number.atoms.start, number.atoms.end);
    let dated = scene.before(start, 1).is_some_and(|a| DATES.contains(&a.id()) && !scene.is_any(start - 1, &FROM));
    let links = scene.is(link, '-') || scene.is_any(link, &TO);
    if !links || dated || number.digits.is_none() || open::is_year(number) {
        return None;
    }
    let upper = number::read(scene, link + 1).filter(|n| n.digits.is_some() && !open::is_year(n))?;
    let (length, unit) = unit::longest(scene, upper.atoms.end)?;
    let low = number.lower_to(&upper).filter(|low| *low < upper.value)?;
    if !counts(scene, &upper, unit, length) {
        return None;
    }
    let atoms = start..upper.atoms.end + length;
    let one = quantity(scene, atoms.clone(), low, None, upper.atoms.end..atoms.end);
    quantities.push(Quantity { high: Some(upper.value.normalize()), ..one });
    Some(atoms.end)
}

fn quantity(scene: &Scene, atoms: Range<usize>, value: Decimal, of: Option<Decimal>, unit: Range<usize>) -> Quantity {
    Quantity { span: scene.span(atoms), value: value.normalize(), high: None, of, unit: scene.words(unit) }
}

/// Whether number and unit make a count: not "một năm", not a year, not a date.
fn counts(scene: &Scene, number: &Number, unit: &Unit, length: usize) -> bool {
    let start = number.atoms.start;
    let worded = number.digits.is_none() && !number.is_scaled();
    // "một" is an article more often than a number.
    if number.digits.is_none() && number.value <= Decimal::ONE {
        return false;
    }
    if class(scene, start) == Class::Digit(5) && number.is_single() && !is_five(scene, number, unit, length) {
        return false;
    }
    // "hai tháng", "ba việc" are ways of speaking more often than figures.
    let solid = unit.noun && !scene.is_any(number.atoms.end, &LOOSE) || scene.is_any(number.atoms.end, &SOLID);
    if worded && number.is_single() && !solid && !is_five_years(scene, number) {
        return false;
    }
    let after = number.atoms.end + length;
    let dated = unit.time && (scene.is_number(after) || scene.is(after, '/'));
    let year = number.digits.is_some_and(|d| d.shape == digits::Shape::Plain && d.length == 4)
        && scene.before(start, 1).is_some_and(|a| a.id() == year_id() || a.is('-'));
    !dated && !year && !is_rate(scene, number)
}

fn year_id() -> u32 {
    static YEAR: Lazy<u32> = Lazy::new(|| ids("năm").first().copied().unwrap_or(0));
    *YEAR
}

/// Whether "năm" is five here and no year: "năm xã", but not "trong năm", "năm bản lề".
fn is_five(scene: &Scene, number: &Number, unit: &Unit, length: usize) -> bool {
    let end = number.atoms.end;
    let twice = is_five_years(scene, number);
    (twice || unit.noun && scene.is_word(end..end + length)) && !after_year_word(scene, number.atoms.start)
}

/// "năm năm": the first is a number, for no year is counted by a year.
fn is_five_years(scene: &Scene, number: &Number) -> bool {
    let year = |at: usize| scene.get(at).is_some_and(|a| a.id() == year_id());
    number.is_single() && year(number.atoms.start) && year(number.atoms.end)
}

fn after_year_word(scene: &Scene, start: usize) -> bool {
    scene.before(start, 1).is_some_and(|a| YEARS.contains(&a.id()) || a.kind == AtomKind::Number)
}

/// A single glued letter is part of a code ("5s"), not a unit, unless it is one of the usual symbols.
fn is_rate(scene: &Scene, number: &Number) -> bool {
    let end = number.atoms.end;
    let Some(unit) = scene.get(end) else { return false };
    unit.span().len() == 1 && !matches!(scene.text(unit), "m" | "g" | "l" | "W" | "V" | "h")
}

/// Reads "102/171 sản phẩm" or passes over another pair of numbers at `at`; gives the end.
pub(super) fn pair(scene: &Scene, at: usize, quantities: &mut Vec<Quantity>) -> Option<usize> {
    if !(scene.is_number(at) && scene.is_tight(at + 1, '/') && scene.is_number(at + 2)) {
        return None;
    }
    let mut end = at + 3;
    while scene.is_tight(end, '/') && scene.is_number(end + 1) {
        end += 2;
    }
    if end == at + 3 && number::may_begin(scene, at) {
        ratio(scene, at, quantities).map_or(Some(end), Some)
    } else {
        Some(end)
    }
}

fn ratio(scene: &Scene, at: usize, quantities: &mut Vec<Quantity>) -> Option<usize> {
    let digits = |n: usize| digits::read(scene.text(scene.get(n)?)).filter(|d| d.shape != digits::Shape::Decimals);
    let (part, whole) = (digits(at)?, digits(at + 2)?);
    let (part, whole) = (part.thousands.unwrap_or(part.value), whole.thousands.unwrap_or(whole.value));
    let (length, time) = match unit::longest(scene, at + 3) {
        Some((length, unit)) => (length, unit.time),
        None => (WHOLE.longest(scene.rest(at + 3))?.0, false),
    };
    let before = scene.before(at, 1);
    let dated = before.is_some_and(|a| DATES.contains(&a.id()));
    let date = part <= Decimal::from(31) && whole <= Decimal::from(12) && part > Decimal::ZERO && whole > Decimal::ZERO;
    let counted = before.is_some_and(|a| COUNTS.contains(&a.id()));
    let counted = counted || scene.is_any(at + 3, &PARTS) || WHOLE.starts(scene.rest(at + 3));
    let verb = scene.lower_word(at + 3) > length;
    if part > whole || dated || (date && !counted) || time || verb {
        return None;
    }
    let end = alternatives(scene, at + 3 + length);
    quantities.push(quantity(scene, at..end, part, Some(whole), at + 3..end));
    Some(end)
}

/// "sản phẩm, bộ sản phẩm": a second name of what is counted.
fn alternatives(scene: &Scene, end: usize) -> usize {
    let Some(last) = scene.before(end, 1) else { return end };
    if !scene.is(end, ',') {
        return end;
    }
    match unit::longest(scene, end + 1) {
        Some((length, unit)) if unit.noun && scene.before(end + 1 + length, 1).is_some_and(|a| a.id() == last.id()) => {
            end + 1 + length
        }
        _ => end,
    }
}

/// Reads the counter of a page, "Lượt xem: 4413", whose number is at `at`.
pub(super) fn counter(scene: &Scene, number: &Number, quantities: &mut Vec<Quantity>) -> Option<usize> {
    let colon = number.atoms.start.checked_sub(1).filter(|n| scene.is(*n, ':'))?;
    let label = (2..=4).rev().find_map(|n| {
        let from = colon.checked_sub(n)?;
        COUNTERS.get(scene.slice(from..colon)).map(|()| from..colon)
    })?;
    let closes = scene.get(number.atoms.end).is_none_or(|a| a.gap >= Gap::Space);
    if !closes || number.digits.is_none() {
        return None;
    }
    let unit = scene.words(label).to_lowercase();
    let value = number.clone().in_thousands().value;
    quantities.push(Quantity { span: scene.span(number.atoms.clone()), value, high: None, of: None, unit });
    Some(number.atoms.end)
}
