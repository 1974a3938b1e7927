//! The web page as its readers see it.

use vanban::Analyzer;
use vanban::summary::{Limit, Summarizer};
use vanban_page::{Lang, Page, Words, head};

fn titled(text: &str, title: Option<&str>, lang: Lang) -> String {
    let page = Page { doc: &Analyzer::new().read(text), title, name: "a.txt", words: Words::of(lang) };
    page.write(&Summarizer::new(Limit::Sentences(1)))
}

fn page(text: &str, lang: Lang) -> String {
    titled(text, None, lang)
}

/// What stands in the cells of the table under a heading, and in its group headings, without tags.
fn table(page: &str, heading: &str) -> Vec<String> {
    let Some((_, after)) = page.split_once(&format!("<h2>{heading}</h2>")) else { return Vec::new() };
    let body = after.split("</table>").next().unwrap_or("").split_once("</thead>").map_or("", |(_, body)| body);
    let cells = body.split("</td>").flat_map(|cell| cell.split("</th>")).map(plain);
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// The text of some HTML, with a bar where a note begins.
fn plain(html: &str) -> String {
    let html = html.replace("<small>", " | ");
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<String>().trim().to_owned()
}

/// The widths of the bars of a page, in percent.
fn bars(page: &str) -> Vec<&str> {
    page.split("<span class=\"bar")
        .skip(1)
        .filter_map(|rest| rest.split("style=\"width:").nth(1))
        .filter_map(|w| w.split('%').next())
        .collect()
}

#[test]
fn sums_have_ranges_bounds_rates_and_other_readings() {
    let text = "Quỹ có 210-230 tỷ đồng. Mỗi nơi ít nhất 5 triệu đồng/hộ. Vốn khoảng 1.250 tỷ đồng. Chi 96,480 tỷ đồng.";
    let cells = [
        "210-230 tỷ đồng",
        "210,000,000,000 – 230,000,000,000 VND",
        "5 triệu đồng | at least, per hộ",
        "5,000,000 VND",
        "1.250 tỷ đồng | about",
        "1,250,000,000,000 VND",
        "96,480 tỷ đồng | or perhaps 96,480,000,000,000",
        "96,480,000,000 VND",
    ];
    let page = page(text, Lang::En);
    assert_eq!(table(&page, "Money")[..8], cells);
    // The note of the mark warns too.
    assert!(page.contains(">96,480,000,000 VND, or perhaps 96,480,000,000,000</span>"), "{page}");
}

#[test]
fn dates_and_figures_have_tables() {
    let text = "Ngày 30/4/2018 họp. Khai mạc ngày 7/11. Đạt 12,5%, 88/143 sản phẩm, 2876 hộ và 1.250.000 người.";
    let english = page(text, Lang::En);
    assert_eq!(table(&english, "Dates")[..2], ["30/4/2018", "2018-04-30"]);
    let figures = ["12,5%", "12.5 %", "88/143 sản phẩm", "88 of 143 sản phẩm", "2876 hộ", "2876 hộ"];
    assert_eq!(table(&english, "Figures")[..6], figures);
    let vietnamese = page(text, Lang::Vi);
    let figures = ["12,5%", "12,5 %", "88/143 sản phẩm", "88 trên 143 sản phẩm", "2876 hộ", "2876 hộ"];
    assert_eq!(table(&vietnamese, "Con số")[..6], figures);
    assert_eq!(table(&vietnamese, "Con số")[7], "1.250.000 người");
    assert_eq!(table(&page("Hạn là ngày 7/11.", Lang::En), "Dates")[1], "7 November, no year");
    assert_eq!(table(&page("Hạn là ngày 7/11.", Lang::Vi), "Ngày tháng")[1], "7/11, không rõ năm");
}

#[test]
fn bars_compare_within_one_currency_only() {
    let text =
        "Vốn 1.250 tỷ đồng, sau đó 625 tỷ đồng và 250-500 tỷ đồng. Thêm 2,5 triệu USD. Mỗi hộ nhận 5 triệu đồng/tháng.";
    assert!(!page("Vốn 1.250 tỷ đồng.", Lang::En).contains("bars compare"));
    let page = page(text, Lang::En);
    assert_eq!(bars(&page), ["100", "50", "40", "100"]);
    assert!(page.contains("<span class=\"bar range\" style=\"width:40%\"><span style=\"width:50%\">"), "{page}");
    let cells = table(&page, "Money");
    let at = |text: &str| cells.iter().position(|c| c == text);
    assert!(at("VND (bars compare sums in VND only)") == Some(0), "{cells:?}");
    assert!(at("USD (bars compare sums in USD only)") < at("2,5 triệu USD"), "{cells:?}");
    assert!(at("USD (bars compare sums in USD only)") > at("625 tỷ đồng"), "{cells:?}");
}

#[test]
fn the_total_says_what_it_is_and_counts_no_part_twice() {
    let apart = page("Chi 3 tỷ đồng cho đường, 2 tỷ đồng cho cầu.", Lang::En);
    let cells = table(&apart, "Money");
    assert!(
        cells.iter().any(|c| c == "added up | mere sum of 2 different figures, may count a whole and its parts"),
        "{cells:?}"
    );
    let whole = "Tổng vốn 2.500 tỷ đồng, trong đó 1.500 tỷ đồng cho đường, 1.000 tỷ đồng cho cầu.";
    assert!(!page(whole, Lang::En).contains("added up"));
    assert!(!page(whole, Lang::Vi).contains("cộng lại"));
}

#[test]
fn vietnamese_numbers_are_written_the_vietnamese_way() {
    let page = page("Chi 96.480 triệu đồng, tức 12,5%, và 1.500 USD.", Lang::Vi);
    assert!(page.contains("96.480.000.000 VND") && page.contains("12,5 %"), "{page}");
    assert!(page.contains("1.500,00 USD"), "a lone dot would be in doubt: {page}");
}

#[test]
fn numerals_are_no_acronyms() {
    let cells = table(&page("Chương III nêu giá xăng bằng USD ở thế kỷ XX, theo UBND tỉnh.", Lang::En), "Acronyms");
    let forms: Vec<&str> = cells.iter().map(String::as_str).collect();
    assert!(forms.contains(&"USD") && forms.contains(&"UBND"), "{forms:?}");
    assert!(!forms.iter().any(|f| *f == "III" || *f == "XX"), "{forms:?}");
}

#[test]
fn nothing_turns_the_direction_of_the_text() {
    let turned = "BỘ \u{202E}CÔNG THƯƠNG\u{2066} HỌP\n\nÔng cấp \u{202B}5 tỷ đồng\u{2069} cho xã.\n";
    let page = titled(turned, Some("A\u{202D}B"), Lang::En);
    let is_turning = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    assert!(!page.contains(is_turning), "{page:?}");
    assert!(page.contains("<h1>A\u{FFFD}B</h1>"), "{page}");
    let mark = "<mark class=\"money\" tabindex=\"0\"><span class=\"chosen\">5 tỷ đồng</span>";
    assert!(page.contains(mark), "the mark lies where it lay: {page}");
    assert!(!head(Words::of(Lang::En), "a\u{202E}b</title>").contains(is_turning));
}

#[test]
fn the_heading_is_the_title_that_was_given() {
    let text = "Quỹ có 5 tỷ đồng. Trời hôm nay rất đẹp.\n";
    assert!(page(text, Lang::En).contains("<h1>a.txt</h1>"));
    assert!(titled(text, Some("Họp báo"), Lang::En).contains("<h1>Họp báo</h1>"));
    assert!(titled(text, Some("  "), Lang::En).contains("<h1>a.txt</h1>"));
    // A title that the text has on a line of its own is not told twice.
    let own = titled("Họp báo\n\nQuỹ có 5 tỷ đồng cho các xã.\n", Some("Họp báo"), Lang::En);
    assert_eq!((own.matches("<h1").count(), own.matches("Họp báo").count()), (1, 1), "{own}");
    assert!(head(Words::of(Lang::Vi), "Họp <báo>").contains("<title>Họp &lt;báo&gt; – vanban</title>"));
}
