//! Sums whose currency was left out, where what surrounds them speaks of money: "bán đất 200 triệu".

use super::super::currency::{self, Currency};
use super::super::number::Number;
use super::super::scene::Scene;
use super::super::{Money, unit};
use super::{Found, Ground, blank, finish, scaled_readings};
use crate::phrases::Phrases;
use crate::scan::{AtomKind, Case, Gap, ids, scan};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

static MONEY: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/units/money-cues.txt")));
static COUNTS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::of_list(include_str!("../../../dictionaries/units/count-cues.txt")));

/// Words that go on after a sum; any other word would be what the number counts.
static GOES_ON: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "và hoặc hay để cho của trong từ so với là thì mà nhưng còn đến tới lên xuống vào ra mỗi một này đó kia ấy thôi rồi nữa \
         tiền theo do vì bị được đã sẽ đang ở tại như nên khi sau trước trên dưới về qua bằng nhờ cùng không chưa cũng vẫn nếu \
         lúc hồi ngay nhằm gồm trở trả mua bán lấy gửi tùy bao gồm kèm tính trừ chứ nhé ạ thế sang đổ mới chỉ",
    )
});

static EACH: Lazy<Vec<u32>> = Lazy::new(|| ids("mỗi"));
/// How far back "mỗi" may stand.
const EACH_REACH: usize = 4;
const BILLION: i64 = 1_000_000_000;
/// How far back a cue may stand.
const REACH: usize = 14;

/// The dong, which is what a sum without a currency is in.
pub(super) fn dong() -> Option<&'static Currency> {
    static DONG: Lazy<Vec<crate::scan::Atom>> = Lazy::new(|| scan("VND"));
    currency::named(&DONG)
}

/// Reads a number with a scale word and no currency.
pub(super) fn read(scene: &Scene, number: &Number, found: &mut Found) -> Option<usize> {
    let ground = judge(scene, number.atoms.start, number)?;
    let (figure, alternative) = scaled_readings(scene, number);
    let (value, low, high) = match number.low {
        Some(low) => (None, Some(low), Some(figure)),
        None => (Some(figure), None, None),
    };
    let money =
        Money { value, low, high, alternative, inferred_currency: true, ..blank(scene, number.atoms.clone(), dong()?) };
    Some(finish(scene, money, &number.atoms, (number.scale, ground), found))
}

/// What makes money of a number without a currency, if it does not count something else.
pub(super) fn judge(scene: &Scene, start: usize, number: &Number) -> Option<Ground> {
    if !number.is_scaled() || is_karat(scene, number) {
        return None;
    }
    if is_worth(scene, number) {
        return Some(Ground::Cue);
    }
    if !is_open(scene, number.atoms.end) {
        return None;
    }
    // "mỗi lần 500 triệu"
    if (start.saturating_sub(EACH_REACH)..start).any(|n| scene.is_any(n, &EACH)) {
        return Some(Ground::Cue);
    }
    match speaks_of_money(scene, start) {
        Some(true) => Some(Ground::Cue),
        Some(false) => None,
        // Nothing but money is told in billions without a noun: "vụ 800 tỉ".
        None if number.scale >= Decimal::from(BILLION) => Some(Ground::Cue),
        None => Some(Ground::Doubt),
    }
}

/// "925 tỷ đền bù", "5.000 tỷ trái phiếu": what follows says what the money is for; billions of bonds are their worth.
fn is_worth(scene: &Scene, number: &Number) -> bool {
    static BONDS: Lazy<Vec<u32>> = Lazy::new(|| ids("trái phiếu"));
    let rest = scene.rest(number.atoms.end);
    let bonds = rest.get(..BONDS.len()).is_some_and(|two| two.iter().map(|a| a.id()).eq(BONDS.iter().copied()));
    if bonds {
        return number.scale >= Decimal::from(BILLION);
    }
    rest.first().is_some_and(|a| a.gap <= Gap::Space)
        && MONEY.starts(rest)
        && unit::longest(scene, number.atoms.end).is_none()
}

/// What the nearest cue before `at` says: money, or a count of something else.
pub(super) fn speaks_of_money(scene: &Scene, at: usize) -> Option<bool> {
    (at.saturating_sub(REACH)..at).rev().find_map(|n| {
        let rest = scene.slice(n..at);
        let count = COUNTS.longest(rest).map_or(0, |m| m.0);
        let money = MONEY.longest(rest).map_or(0, |m| m.0);
        (count + money > 0).then_some(money >= count)
    })
}

/// Whether nothing is counted by the number that ends at `end`.
fn is_open(scene: &Scene, end: usize) -> bool {
    let Some(next) = scene.get(end) else { return true };
    if next.gap >= Gap::Line {
        return true;
    }
    if next.is('/') {
        return !scene.is_number(end + 1) || unit::longest(scene, end + 2).is_some();
    }
    if next.kind == AtomKind::Punct {
        return !(next.is('%') || next.is('-') && next.gap == Gap::None);
    }
    let each = scene.is_any(end, &GOES_ON);
    (each && next.case == Case::Lower && unit::longest(scene, end).is_none()) || next.kind == AtomKind::Email
}

/// "vàng 24k", "màn hình 4k": a small "k" that is no thousand.
fn is_karat(scene: &Scene, number: &Number) -> bool {
    static GOLD: Lazy<Vec<u32>> = Lazy::new(|| ids("vàng hình phim tivi tv video trang"));
    static K: Lazy<Vec<u32>> = Lazy::new(|| ids("k"));
    let last = number.atoms.end.checked_sub(1);
    let k = last.is_some_and(|n| scene.is_any(n, &K));
    let gold = scene.before(number.atoms.start, 1).is_some_and(|a| GOLD.contains(&a.id()));
    k && (gold || number.value < Decimal::from(5_000))
}
