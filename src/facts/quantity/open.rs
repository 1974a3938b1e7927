//! Nouns that no list has, after a number that surely counts: "có 45 gian trưng bày", "04 tổ xung kích".

use super::super::digits::Shape;
use super::super::number::{self, Class, Number};
use super::super::scene::Scene;
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

/// Words before a number that say that it counts.
static CUES: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "có gồm với hơn gần khoảng trên cả tổng thêm được trao tặng tổ xây xử bắt tuyển mở lập cấp trồng nuôi mua bán sản thu \
         hỗ dựng tiếp phát đón kiểm thẩm chức lý số ít nhất thiểu đa các những hút nhận hiện đủ cùng còn chỉ khảo sát đạt ký \
         kết trợ là tập đào tạo tra nghiệm hành lắp đặt vận động rà soát vớt cứu",
    )
});

/// Words after a number that are no noun.
static NOT_NOUNS: Lazy<Vec<u32>> = Lazy::new(|| {
    ids(
        "và hoặc hay để cho của trong từ so với là thì mà nhưng còn đến tới lên xuống vào ra mỗi một này đó kia ấy thôi rồi nữa \
         theo do vì bị được đã sẽ đang ở tại như nên khi sau trước trên dưới về qua bằng nhờ cùng không chưa cũng vẫn nếu nhằm \
         trở tăng giảm đạt chiếm có gồm quy ngày lúc hồi đồng tỷ tỉ triệu nghìn ngàn trăm chục vạn phẩy chấm rưỡi phần điểm \
         trừ chia cộng nhân hơn kém chẵn lẻ thuộc nằm cách phải nói cho biết dù tuy tức thuận các những mọi cả rất quá lại ngay \
         thấy muốn cần nào gì đâu ai sao thật vậy thế tiếp liền giữa bên ngoài",
    )
});

/// How many atoms the noun after `number` has.
pub(super) fn noun(scene: &Scene, number: &Number) -> Option<usize> {
    let at = number.atoms.end;
    let next = scene.get(at)?;
    if is_acronym(scene, number, next) {
        return scene.word_length(at);
    }
    let plain = next.is_word() && next.case == Case::Lower && next.gap == Gap::Space && next.span().len() > 1;
    if !plain || NOT_NOUNS.contains(&next.id()) || number::class_of(next) != Class::None || !is_figure(scene, number) {
        return None;
    }
    scene.word_length(at)
}

/// "29 HTX", "540 LĐ": an acronym that is counted, not the rest of a name or of a code.
fn is_acronym(scene: &Scene, number: &Number, next: &Atom) -> bool {
    let capitals = next.is_word() && matches!(next.case, Case::Upper | Case::Mixed) && next.gap == Gap::Space;
    let letters = capitals && scene.text(next).chars().all(char::is_uppercase) && scene.text(next).chars().count() <= 6;
    let after = scene.get(number.atoms.end + 1);
    let code = after.is_some_and(|a| a.gap == Gap::None && !(a.kind == AtomKind::Punct && !a.is('-') && !a.is('/')));
    let named = scene.before(number.atoms.start, 1).is_some_and(Atom::is_capital) && number.atoms.start > 1;
    let heading = after.is_some_and(|a| a.case == Case::Upper && a.gap == Gap::Space);
    letters && !code && !named && !heading && number.digits.is_some() && !is_year(number)
}

/// Whether the number counts for sure: "04", "1.250", "3 triệu", or a word before it that says so.
fn is_figure(scene: &Scene, number: &Number) -> bool {
    let Some(digits) = number.digits else { return false };
    let first = scene.get(number.atoms.start);
    let padded = number.is_single() && digits.length == 2 && first.is_some_and(|a| scene.text(a).starts_with('0'));
    let before = scene.before(number.atoms.start, 1);
    let listed = before.is_some_and(|a| a.is(',')) && scene.ends_count(number.atoms.start - 1);
    let cue = listed || before.is_some_and(|a| CUES.contains(&a.id()));
    padded || digits.shape == Shape::Grouped || number.is_scaled() || (cue && !is_year(number))
}

/// Four digits that are a year of our time.
pub(super) fn is_year(number: &Number) -> bool {
    number.digits.is_some_and(|d| d.shape == Shape::Plain && d.length == 4)
        && number.is_single()
        && (Decimal::from(1900)..Decimal::from(2100)).contains(&number.value)
}
