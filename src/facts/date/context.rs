//! What the neighbours of a figure say: a date, a fraction, a score, a count, a number of something.

use crate::facts::number::{Class, class_of};
use crate::facts::scene::Scene;
use crate::facts::unit;
use crate::phrases::Phrases;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident = $list:literal;)*) => {$(
        $(#[$meta])*
        pub(super) static $name: Lazy<Vec<u32>> = Lazy::new(|| ids($list));
    )*};
}

words! {
    DAY = "ngày";
    AND = "và hoặc hay";
    TO = "đến tới";
    /// Words that make a day and month of the pair after them, whatever its separator.
    DAYS = "ngày hôm sáng trưa chiều tối đêm khuya mùng mồng";
    /// Words that do so for a pair with a slash, unless a counted noun follows.
    TIMES = "từ đến tới trước sau vào lúc hết qua dịp lễ nay mai khánh niệm thống hạn";
    /// Words that make a year of the number after them.
    YEARS = "năm đoạn khóa khoá kỳ vụ mùa niên đầu cuối giữa nhìn";
    /// Words that mostly stand before a year or a month, unless something is counted.
    SINCE = "từ đến tới trước sau hết tháng quý hè xuân thu đông tết cuối đầu";
    /// Words before a number that counts or names and is no year.
    COUNTS = "hơn gần khoảng trên dưới đạt có với còn gồm là được số thêm cả mỗi ngõ lên xuống tăng giảm giá chừng thứ phòng \
              lô đường mã cỡ quá đủ cần mất bán mua trả phường quận nhà thửa hẻm kiệt ngách hạng xe tối thiểu cấp các những hai ba bốn \
              chiếc cao rộng dài nặng khối bằng";
    /// Words before "n/m" or "n/yyyy" that make a number or an address of it.
    NAMES = "số nhà đường phố hẻm ngõ ngách kiệt tổ lô thửa tỷ tỉ lệ hạng đạt còn thứ viên cầu trường khu điều khoản bản tờ phường \
             kỳ quốc lộ định quyết tư thị hiệu mã thiếu chiếm lớp gần hơn khoảng được có với gồm thắng thua hòa hoà";
    COMPARED = "so với";
    DECADE = "niên kỷ";
    ONE = "mỗi một từng mấy vài nửa cả";
    SMALL = "năm";
}

/// Types of documents whose number may be short: "Nghị định 10/2020".
static TYPES: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut types = Phrases::default();
    for name in
        ["nghị định", "thông tư", "nghị quyết", "quyết định", "chỉ thị", "kết luận", "quy định", "nđ", "tt", "nq", "qđ"]
    {
        types.insert(name, ());
    }
    types
});

/// Whether a word stands before `at` that makes a date of any pair of figures: "ngày", "sáng", a weekday.
pub(super) fn is_strongly_cued(scene: &Scene, at: usize) -> bool {
    if super::phrase::weekday_before(scene, at).is_some() {
        return true;
    }
    // "mỗi ngày 5-6 giờ".
    let measured = scene.after_any(at.saturating_sub(1), &ONE);
    (scene.after_any(at, &DAYS) && !measured) || is_after_today(scene, at)
}

/// "sáng nay 9-1": the day told again in figures.
fn is_after_today(scene: &Scene, at: usize) -> bool {
    at > 1 && scene.after_any(at, words_of_today()) && scene.after_any(at - 1, &DAYS)
}

fn words_of_today() -> &'static [u32] {
    static WORDS: Lazy<Vec<u32>> = Lazy::new(|| ids("nay qua mai"));
    &WORDS
}

/// Whether any word of time stands before `at`.
pub(super) fn is_cued(scene: &Scene, at: usize) -> bool {
    is_strongly_cued(scene, at) || scene.after_any(at, &TIMES)
}

/// Whether what follows `end` is counted: a noun, a measure, a scale word.
pub(super) fn is_counted(scene: &Scene, end: usize) -> bool {
    let Some(next) = scene.get(end) else { return false };
    if next.is('%') {
        return true;
    }
    let scale = matches!(class_of(next), Class::Scale(_) | Class::Tens) && next.case == Case::Lower;
    let whole = scene.is_any(end, &WHOLES) && next.case == Case::Lower;
    scale
        || whole
        || unit::longest(scene, end).is_some_and(|(length, unit)| unit.measure || length > 1 || is_noun(scene, end))
}

words! {
    WHOLES = "số dân tổng diện thời chặng lượng sản quãng phần đồng tiền";
    /// Nouns of the lists that begin another phrase just as often.
    VERBS = "tỉnh thành đơn đoàn bộ ban bên công hội lực nhà cán các trường xã huyện phường quận sở cục vụ lãnh chi báo lần nơi cơ tại đại bằng";
}

fn is_noun(scene: &Scene, end: usize) -> bool {
    !scene.is_any(end, &VERBS)
}

/// Whether the pair of figures `at..end` is a day and a month.
pub(super) fn is_day_and_month(scene: &Scene, at: usize, end: usize, mark: char, (day, month): (u16, u16)) -> bool {
    let strong = is_strongly_cued(scene, at);
    if mark != '/' {
        // "từ 29-12": no range of a count goes down.
        let down = day > month && scene.after_any(at, &TIMES) && mark == '-';
        return (strong || down || is_dated_in_brackets(scene, at, end)) && !is_measured(scene, end);
    }
    if strong {
        return !scene.is(end, '%');
    }
    // "24/7" is round the clock; after a name of a place or in a scale it is no date.
    let named = scene.after_any(at, &NAMES) || (day, month) == (24, 7) || is_joined(scene, at, end);
    if named || is_counted(scene, end) || scene.before(at, 1).is_some_and(|a| a.kind == AtomKind::Number) {
        return false;
    }
    let padded = scene.str(at).starts_with('0') || scene.str(at + 2).starts_with('0');
    day > month
        || padded
        || scene.after_any(at, &TIMES)
        || is_dated_in_brackets(scene, at, end)
        || is_holiday(day, month) && scene.before(at, 1).is_some_and(Atom::is_word)
}

/// Days that are called by their figures alone.
fn is_holiday(day: u16, month: u16) -> bool {
    matches!((day, month), (2, 9) | (1, 5) | (3, 2) | (1, 6) | (1, 1) | (2, 3) | (9, 11) | (10, 10) | (1, 10))
}

/// Whether the pair is a link in a longer chain of figures.
fn is_joined(scene: &Scene, at: usize, end: usize) -> bool {
    let chained = |n: usize| scene.is_tight(n, '/') || scene.is_tight(n, '.') || scene.is_tight(n, ':');
    (at > 0 && chained(at - 1))
        || chained(end) && scene.is_number(end + 1)
        || scene.glued(end) && scene.get(end).is_some_and(Atom::is_word)
}

/// "hôm nay (26-11)", "Thứ Ba (9/7)": brackets after a word of time.
fn is_dated_in_brackets(scene: &Scene, at: usize, end: usize) -> bool {
    let open = at > 0 && (scene.is(at - 1, '(') || scene.is(at - 1, ','));
    let closed = scene.is(end, ')') || scene.is(end, ',') || !scene.is(at.saturating_sub(1), '(');
    open && closed
        && at >= 2
        && (scene.after_any(at - 1, words_of_time()) || super::phrase::weekday_before(scene, at - 1).is_some())
}

fn words_of_time() -> &'static [u32] {
    static WORDS: Lazy<Vec<u32>> = Lazy::new(|| ids("nay qua mai ngày lễ khánh hôm tết"));
    &WORDS
}

/// Whether a measure follows: "ngày 3-4 lần".
fn is_measured(scene: &Scene, end: usize) -> bool {
    let next = scene.get(end).map_or(Class::None, class_of);
    matches!(next, Class::Scale(_) | Class::Tens)
        || unit::longest(scene, end).is_some_and(|(_, unit)| unit.measure)
        || scene.is(end, '%')
}

/// Whether the number at `at` is the year `year`.
pub(super) fn is_year(scene: &Scene, at: usize, year: u16) -> bool {
    let modern = (1900..=2099).contains(&year);
    let counted = (!modern || !scene.after_any(at, &SMALL)) && leads_to_count(scene, at);
    if is_yeared(scene, at)
        && (modern || scene.after_any(at, &SMALL))
        && !counted
        && !(scene.is_tight(at + 1, '/') && scene.is_number(at + 2))
    {
        return !is_scaled(scene, at + 1);
    }
    let glued =
        scene.glued(at) && !scene.is(at.saturating_sub(1), '(') && !scene.is(at.saturating_sub(1), '"') && at > 0;
    let linked =
        scene.glued(at + 1) && scene.get(at + 1).is_some_and(|a| a.is_word() || a.is('/') || a.is(':') || a.is('%'));
    let dashed = scene.is_tight(at + 1, '-') || scene.get(at + 1).is_some_and(|a| a.kind == AtomKind::Number);
    if !modern || counted || glued || linked || dashed || is_counted(scene, at + 1) || is_scaled(scene, at + 1) {
        return false;
    }
    scene.after_any(at, &SINCE) || follows_a_name(scene, at)
}

/// "giữa 1000 và 2000 đồng": the lower end of what is counted behind the next number.
fn leads_to_count(scene: &Scene, at: usize) -> bool {
    let tied = scene.is(at + 1, '-') || scene.is_any(at + 1, &AND) || scene.is_any(at + 1, &TO);
    tied && scene.is_number(at + 2) && (is_counted(scene, at + 3) || is_scaled(scene, at + 3))
}

/// "năm 2017", "giai đoạn 2021 …".
pub(super) fn is_yeared(scene: &Scene, at: usize) -> bool {
    scene.after_any(at, &YEARS) && !(scene.after_any(at, &SMALL) && is_scaled(scene, at + 1))
}

fn is_scaled(scene: &Scene, end: usize) -> bool {
    scene.get(end).is_some_and(|a| matches!(class_of(a), Class::Scale(_)) && a.case == Case::Lower)
}

/// "Hội chợ hàng CNNT 2017": a year that closes a name or stands after a word that counts nothing.
fn follows_a_name(scene: &Scene, at: usize) -> bool {
    static GOES_ON: Lazy<Vec<u32>> = Lazy::new(|| ids("là vẫn sẽ đã được có cũng"));
    let Some(before) = scene.before(at, 1) else { return scene.is_any(at + 1, &GOES_ON) };
    if before.is('©') {
        return true;
    }
    let bracket = before.is('(') && scene.is(at + 1, ')');
    let cell = before.is('|') && scene.get(at + 1).is_none_or(|a| a.is('|')) && has_years_beside(scene, at);
    if at > 1 && scene.after_any(at, &COMPARED[1..]) && scene.after_any(at - 1, &COMPARED[..1]) {
        return true;
    }
    let worded =
        (before.is_word() || before.is(')')) && !COUNTS.contains(&before.id()) && !NAMES.contains(&before.id());
    // Nothing but an end, a mark or a word of another phrase may follow.
    let next = scene.get(at + 1);
    let ends = next.is_none_or(|a| a.kind == AtomKind::Punct && !a.is('%') || a.gap >= Gap::Line);
    bracket
        || cell
        || worded && (ends || before.is_capital() || next.is_some_and(|a| a.is_word() && a.case == Case::Lower))
}

/// A row of years: the heads of a table.
fn has_years_beside(scene: &Scene, at: usize) -> bool {
    let year = |n: Option<usize>| n.and_then(|n| scene.year(n)).is_some_and(|y| (1900..=2099).contains(&y));
    year(at.checked_sub(2)) || year(Some(at + 2))
}

/// Whether "những năm" or "thập niên" stands before the number.
pub(super) fn is_decade(scene: &Scene, at: usize) -> bool {
    static THOSE: Lazy<Vec<u32>> = Lazy::new(|| ids("những"));
    static TENS: Lazy<Vec<u32>> = Lazy::new(|| ids("thập"));
    let Some(before) = at.checked_sub(1) else { return false };
    (scene.after_any(at, &SMALL) && scene.after_any(before, &THOSE))
        || (scene.after_any(at, &DECADE) && scene.after_any(before, &TENS))
}

/// Whether the figures at `at` are the scale of a map: "tỷ lệ 1/2000".
pub(super) fn is_scale(scene: &Scene, at: usize) -> bool {
    static SCALE: Lazy<Vec<u32>> = Lazy::new(|| ids("lệ"));
    scene.after_any(at, &SCALE)
}

/// Whether the figures at `at` are the number of a document: "Nghị định 10/2020", "số 10/2020".
pub(super) fn is_numbered(scene: &Scene, at: usize) -> bool {
    static NUMBER: Lazy<Vec<u32>> = Lazy::new(|| ids("số"));
    let typed = (1..=2).any(|n| at.checked_sub(n).is_some_and(|from| TYPES.get(scene.slice(from..at)).is_some()));
    let colon = usize::from(at > 0 && scene.is(at - 1, ':'));
    typed || scene.after_any(at.saturating_sub(colon), &NUMBER)
}
