//! The cases themselves: short invented texts, each for one thing that a binding may get wrong.

use super::{Call, Case, Options, Part};

/// A page with a bit of everything.
const PAGE: &str = "Thứ Hai, 04/03/2019 08:15:00 GMT+7

Khuyến công Hà Bình: Vốn nhỏ, việc lớn

Năm 2018, Trung tâm Khuyến công (TTKC) tỉnh Hà Bình đã giải ngân 4,5 tỷ đồng cho 32 đề án, đạt 100% kế hoạch.
Giám đốc Sở Công Thương Nguyễn Văn Thử trao máy cho doanh nghiệp (DN)

Ngày 15/11/2018, Bộ Công Thương ban hành Quyết định số 2145/QĐ-BCT về chương trình mới. Theo đó, mỗi DN được hỗ trợ \
từ 200 đến 300 triệu đồng. TTKC sẽ hướng dẫn các DN lập hồ sơ trong quý I/2019.

Ông Nguyễn Văn Thử cho biết, các DN đã tạo thêm 1.250 việc làm, tăng 12,5% so với năm 2017.
";

/// Four sentences on one matter.
const NEWS: &str = "Sáng nay, xã An Thử khánh thành cây cầu mới bắc qua sông Mây. Cây cầu dài 120 m, có kinh phí 18 tỷ đồng \
do người dân và nhà nước cùng đóng góp. Trước đây, học sinh phải đi đò qua sông vào mùa lũ. Chủ tịch xã cho biết đường \
dẫn lên cầu sẽ được trải nhựa trong tháng tới.";

const EMOJI: &str = "👨‍👩‍👧 Cả nhà ăn 2 kg vải 🇻🇳 giá 60.000 đồng 👍🏽.";

/// "Bộ Công Thương họp với DN ngày 02/10/2017." in NFD.
const NFD: &str =
    "Bo\u{323}\u{302} Co\u{302}ng Thu\u{31B}o\u{31B}ng ho\u{323}p vo\u{31B}\u{301}i DN nga\u{300}y 02/10/2017.";
/// The same, half of it composed.
const MIXED: &str = "Bộ Co\u{302}ng Thương ho\u{323}p với DN nga\u{300}y 02/10/2017.";

const DEFINED: &str = "Các hợp tác xã (HTX) ở xã An Thử góp vốn. Mỗi HTX góp 50 triệu đồng. HTX nào cũng có lãi.";

const AMBIGUOUS: &str = "Tỉnh có thêm 3 CN mới. HĐH được nhắc đến nhiều trong kế hoạch của TT.";

const CITATION: &str = "Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ và Thông tư 28/2018/TT-BTC của Bộ Tài \
chính; Bộ Kế hoạch và Đầu tư chịu trách nhiệm thi hành.";

/// A misspelling, a doubled word, a tone mark unlike the others, an acronym that nothing explains, a lost letter, and a
/// look-alike of Đ.
const REMARKABLE: &str = "Quỹ được bổ xung của của 5 tỷ đồng 👍🏽. Các bên hoà giải, hòa thuận, hòa hợp. ABCXYZ xin l\u{FFFD}i về \
Nghị định 5/2020/NÐ-CP.";

/// "Sở Kế hoạch và Đầu tư tỉnh Hà Giang bổ xung vốn hòa bình." with the marks of most words typed apart, and another
/// letter for Đ.
const UNEVEN: &str =
    "So\u{309}\u{31B} Kế hoa\u{323}ch và Ðâ\u{300}u tư 🇻🇳 ti\u{309}nh Ha\u{300} Giang bô\u{309} xung vốn hòa bình.";

/// The bridge of `NEWS` in two other papers.
const OTHER_NEWS: [Part; 2] = [
    Part {
        text: "Cây cầu mới 👏 của xã An Thử dài 120 m. Hàng trăm người dân đã dự lễ khánh thành.", title: None
    },
    Part {
        text: "Xã An Thử có cầu mới sau nhiều năm chờ đợi. Cầu có kinh phí 18 tỷ đồng. Trời mưa to ở nhiều nơi.",
        title: Some("Cầu mới ở xã An Thử"),
    },
];

fn case(name: &'static str, call: Call, text: &str) -> Case {
    let (text, options) = (Some(text.to_owned()), Options::default());
    Case { name, call, text, title: None, documents: Vec::new(), options }
}

fn as_one(name: &'static str, documents: &[Part]) -> Case {
    let (call, documents) = (Call::SummarizeTogether, documents.to_vec());
    Case { name, call, text: None, title: None, documents, options: Options::default() }
}

fn with(mut case: Case, set: impl FnOnce(&mut Options)) -> Case {
    set(&mut case.options);
    case
}

fn titled(case: Case, title: &'static str) -> Case {
    Case { title: Some(title), ..case }
}

pub fn all() -> Vec<Case> {
    use Call::*;
    vec![
        case("a page with all layers", Analyze, PAGE),
        with(case("a page with two layers", Analyze, PAGE), |o| o.layers = Some(vec!["money", "officials"])),
        with(case("no layer at all", Analyze, PAGE), |o| o.layers = Some(vec![])),
        case("empty text", Analyze, ""),
        case("white space only", Analyze, " \n\t\u{A0}\n"),
        case("one word", Analyze, "Chào"),
        case("emoji in code points", Analyze, EMOJI),
        with(case("emoji in bytes", Analyze, EMOJI), |o| o.offsets = "bytes"),
        with(case("emoji in UTF-16 units", Analyze, EMOJI), |o| o.offsets = "utf16"),
        case("NFD", Analyze, NFD),
        with(case("NFC and NFD mixed", Analyze, MIXED), |o| o.offsets = "utf16"),
        case("lines that end in CRLF", Analyze, "Cục CTĐP họp.\r\nBộ trưởng dự.\r\n\r\nKinh phí 3 tỷ đồng.\r\n"),
        case(
            "tabs",
            Analyze,
            "STT\tTên đơn vị\tSố tiền\n1\tHTX An Thử\t50 triệu đồng\n2\tDN Hà Bình\t120 triệu đồng\n",
        ),
        case("a table of bars", Analyze, "| Nội dung | Kinh phí |\n|---|---|\n| Đào tạo nghề | 1,2 tỷ đồng |\n"),
        with(case("an acronym defined in the text", Analyze, DEFINED), |o| o.layers = Some(vec!["acronyms"])),
        with(case("acronyms with several readings", Analyze, AMBIGUOUS), |o| o.layers = Some(vec!["acronyms"])),
        with(
            case("ranges of money", Analyze, "Thưởng từ 5 đến 7 triệu đồng/tháng, thuê 3-4 tỷ đồng, hàng trăm tỷ."),
            |o| {
                o.layers = Some(vec!["money"]);
            },
        ),
        with(case("citations before bodies were merged", Analyze, CITATION), |o| o.as_of = Some("2018-06-01")),
        with(case("citations as of a later day", Analyze, CITATION), |o| o.as_of = Some("2025-06-01")),
        with(case("relative dates", Analyze, "Hôm qua, tỉnh họp; tháng sau sẽ họp tiếp."), |o| {
            (o.date, o.layers) = (Some("2019-03-04"), Some(vec!["dates"]));
        }),
        case("tokens with a literal low line", Tokenize, "Tệp hôm_nay đã xong. Gửi về a_b@vidu.vn nhé!"),
        with(case("tokens in UTF-16 units", Tokenize, EMOJI), |o| o.offsets = "utf16"),
        case("expanded at the first mention", Expand, AMBIGUOUS),
        with(case("expanded at every mention", Expand, DEFINED), |o| o.style = Some("every")),
        with(case("expanded in place", Expand, DEFINED), |o| o.style = Some("replace")),
        with(case("nothing to expand, in bytes", Expand, "Trời đẹp 👍."), |o| o.offsets = "bytes"),
        case("facts of a page", Extract, PAGE),
        titled(case("a summary with a title", Summarize, NEWS), "Cầu mới ở xã An Thử"),
        with(case("a summary with a query", Summarize, NEWS), |o| (o.sentences, o.query) = (Some(1), Some("học sinh"))),
        with(case("a summary of so many syllables", Summarize, NEWS), |o| o.syllables = Some(20)),
        with(titled(case("a summary among all layers", Analyze, NEWS), "Kinh phí xây cầu"), |o| {
            o.sentences = Some(2)
        }),
        with(case("a summary of so many characters", Summarize, NEWS), |o| o.characters = Some(120)),
        with(case("a summary that never passes its limit", Summarize, NEWS), |o| {
            (o.characters, o.hard) = (Some(100), Some(true))
        }),
        with(case("a summary of so many syllables at most", Summarize, NEWS), |o| {
            (o.syllables, o.hard) = (Some(10), Some(true))
        }),
        with(case("a summary of a share of the sentences", Summarize, NEWS), |o| o.ratio = Some(0.25)),
        with(case("a summary of a page without a lead", Summarize, PAGE), |o| o.lead = Some("absent")),
        with(case("a summary of a page with a lead", Summarize, PAGE), |o| o.lead = Some("present")),
        as_one("several texts as one", &[Part { text: NEWS, title: None }, OTHER_NEWS[0], OTHER_NEWS[1]]),
        with(as_one("several texts as one, in UTF-16 units", &OTHER_NEWS), |o| {
            (o.offsets, o.ratio, o.query) = ("utf16", Some(1.0), Some("kinh phí"))
        }),
        as_one("one text alone as one", &OTHER_NEWS[1..]),
        case("remarks", Lint, REMARKABLE),
        with(case("remarks in bytes", Lint, REMARKABLE), |o| o.offsets = "bytes"),
        with(case("remarks on letters typed apart, as of a day", Lint, UNEVEN), |o| {
            (o.offsets, o.as_of) = ("utf16", Some("2025-08-01"))
        }),
        case("nothing to remark", Lint, NEWS),
        case("normalized", Normalize, UNEVEN),
        with(case("normalized to new tone marks, in UTF-16 units", Normalize, UNEVEN), |o| {
            (o.offsets, o.tone) = ("utf16", Some("new"))
        }),
        with(case("normalized to old tone marks, in bytes", Normalize, REMARKABLE), |o| {
            (o.offsets, o.tone) = ("bytes", Some("old"))
        }),
        case("nothing to normalize", Normalize, EMOJI),
        with(case("an unknown layer", Analyze, NEWS), |o| o.layers = Some(vec!["money", "moneys"])),
        with(case("a day that is no date", Analyze, NEWS), |o| o.as_of = Some("01/02/2018")),
        with(case("a day that is not in the calendar", Extract, NEWS), |o| o.date = Some("2018-02-30")),
    ]
}
