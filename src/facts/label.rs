//! What the words before a number make of it: a name or a date that counts nothing ("số 5", "tháng 12", "thứ hai"), or
//! the start of a change ("tăng từ …").

use super::scene::Scene;
use crate::scan::ids;
use once_cell::sync::Lazy;

static LABELS: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "ngày mùng mồng tháng quý điều khoản mục số lớp hạng phường quận khóa thứ tập chương trang câu bài tổ thôn khu phòng \
         tầng đội vòng bảng ngõ ngách hẻm đường lô ấp khối cấp loại top nhóm phần kỳ đợt lần km tuổi mã thoại giờ phút lúc hè \
         hồi",
    )
});

/// Words that take a label back: "tổng số 5 người".
static WHOLES: Lazy<Vec<u32>> = Lazy::new(|| ids("tổng con trong"));

static FROM: Lazy<Vec<u32>> = Lazy::new(|| ids("từ"));
/// Verbs of change: "tăng từ X đến Y" is no range.
static CHANGES: Lazy<Vec<u32>> = Lazy::new(|| ids("tăng giảm nâng hạ tụt rớt sụt vọt lên xuống"));

/// Whether the word before `start` makes a name of the number there: "số 5 đường Láng".
pub(super) fn names(scene: &Scene, start: usize) -> bool {
    // A label is a word of its own ("hồi 5 giờ", not "thu hồi 5 ha"), and its number is plain ("lô 12", not "lô 3.000 chiếc").
    let plain = scene.get(start).is_none_or(|a| !scene.text(a).contains(['.', ',']));
    let word = start.checked_sub(1).is_some_and(|at| scene.is_any(at, &LABELS) && scene.word_length(at).is_some());
    let label = plain && word;
    let whole = scene.before(start, 2).is_some_and(|a| WHOLES.contains(&a.id()));
    label && !whole
}

/// Whether the figure at `start` is where a change begins: "tăng từ …".
pub(super) fn is_change(scene: &Scene, start: usize) -> bool {
    let from = start.checked_sub(1).filter(|n| scene.is_any(*n, &FROM));
    from.is_some_and(|from| (from.saturating_sub(5)..from).any(|n| scene.is_any(n, &CHANGES)))
}

/// Whether the number at `start` follows "từ".
pub(super) fn after_from(scene: &Scene, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|n| scene.is_any(n, &FROM))
}
