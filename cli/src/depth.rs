//! How deep the elements of a web page are nested. Browsers stop at some hundreds; the reader of articles takes time that
//! grows much faster than the depth, so that a small page of open tags alone would keep it busy for minutes.

/// The deepest nesting that is read; browsers keep no more either.
const DEEPEST: usize = 512;

/// Elements that hold nothing, or that end without a tag of their own where the next of their kind begins.
const FLAT: [&str; 31] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "html", "head",
    "body", "frame",
];

/// Elements whose content is no markup.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// Whether a page is nested deeper than can be read in good time.
pub fn is_too_deep(html: &str) -> bool {
    let (mut rest, mut depth) = (html, 0usize);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let closes = rest.starts_with('/');
        let name: String = rest
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            rest = after_raw(rest, &name);
        } else {
            depth += 1;
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// What stands behind the end of a raw element; nothing where it does not end.
fn after_raw<'t>(text: &'t str, name: &str) -> &'t str {
    let ends = text
        .match_indices("</")
        .find(|(at, _)| text.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)));
    ends.map_or("", |(at, _)| &text[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nests_is_counted() {
        for fine in [
            "<p>đoạn ".repeat(2000),
            "<div><b>x</b></div>".repeat(2000),
            format!("<SCRIPT>{}</Script>", "a<b ".repeat(2000)),
            format!("<!-- {} -->", "<div>".repeat(2000)),
            "1 < 2 <3 </ >".repeat(2000),
        ] {
            assert!(!is_too_deep(&fine), "{}", fine.chars().take(20).collect::<String>());
        }
        assert!(is_too_deep(&"<div>".repeat(2000)));
        assert!(is_too_deep(&"<x-đ>".repeat(2000)));
    }
}
