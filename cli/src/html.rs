//! The article of a saved web page: its title, and its text without what surrounds it.

use dom_smoothie::{Config, Readability, TextMode};

/// What a page holds: the title on a line of its own, then the paragraphs of the article.
pub struct Page {
    pub title: Option<String>,
    pub text: String,
}

/// The largest number of elements that a page may have.
const MOST_ELEMENTS: usize = 200_000;

/// Takes the article out of a page, by the rules of Mozilla's Readability (the crate dom_smoothie).
///
/// # Errors
/// A page without an article, with too many elements, or nested too deep.
pub fn article(html: &str) -> Result<Page, String> {
    if crate::depth::is_too_deep(html) {
        return Err("the elements of this page are nested too deep; save its text and read that".into());
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MOST_ELEMENTS,
        // Short official notices are articles too.
        char_threshold: 100,
        ..Config::default()
    };
    let failed = |_| "no article was found in this page; save its text and read that".to_owned();
    let article = Readability::new(html, None, Some(config)).and_then(|mut r| r.parse()).map_err(failed)?;
    let title = Some(article.title.trim().to_owned()).filter(|t| !t.is_empty());
    let body = article.text_content.trim();
    let mut text = String::with_capacity(body.len() + 200);
    if let Some(title) = title.as_ref().filter(|t| !body.starts_with(t.as_str())) {
        text += title;
        text += "\n\n";
    }
    if let Some(day) = article.published_time.as_deref().and_then(published) {
        text += &format!("{day}\n\n");
    }
    text += body;
    text.push('\n');
    Ok(Page { title, text })
}

/// The day of an ISO time as pages write it: "17/01/2025".
fn published(time: &str) -> Option<String> {
    let day: jiff::civil::Date = time.get(..10)?.parse().ok()?;
    Some(format!("Ngày đăng: {:02}/{:02}/{:04}", day.day(), day.month(), day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_its_title_and_paragraphs() {
        let paragraph =
            "Cục đã giải ngân 111 tỷ đồng cho các đề án khuyến công của các địa phương trong cả nước. ".repeat(3);
        let html = format!(
            "<html><head><title>Khuyến công đạt kết quả cao</title><meta property=\"article:published_time\" \
             content=\"2025-01-17T08:30:00+07:00\"></head><body><nav>Trang chủ Liên hệ</nav><article><h1>Khuyến công đạt \
             kết quả cao</h1><p>{paragraph}</p><p>{paragraph}</p></article><footer>Bản quyền</footer></body></html>"
        );
        let page = article(&html).unwrap_or(Page { title: None, text: String::new() });
        assert_eq!(page.title.as_deref(), Some("Khuyến công đạt kết quả cao"));
        assert!(page.text.contains("17/01/2025") && page.text.matches("111 tỷ đồng").count() == 6, "{}", page.text);
        assert!(!page.text.contains("Trang chủ") && !page.text.contains("Bản quyền"), "{}", page.text);
        assert!(article("<html><body></body></html>").is_err());
    }
}
