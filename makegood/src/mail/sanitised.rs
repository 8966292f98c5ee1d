//! A mail's HTML made safe once, when it arrives. Nothing in it runs, and nothing in it is fetched from anywhere: pictures
//! and styles from outside are left out, and only what ammonia lets through is ever kept.

use super::incoming::Oddity;
use std::sync::LazyLock;

/// More HTML than this is not kept as HTML; its text is.
pub const HTML_LIMIT: usize = 256 * 1024;
/// The deepest nesting; deeper HTML is a trick.
pub const DEPTH_LIMIT: usize = 256;
/// Elements that hold nothing, so they are never open.
const EMPTY: [&str; 8] = ["br", "hr", "img", "meta", "link", "input", "col", "wbr"];

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .rm_tags(["img", "map", "area", "details", "summary", "figure", "figcaption"])
        .rm_generic_attributes(["title"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .strip_comments(true);
    cleaner
});

/// The safe HTML, unless it is too large or too deep.
pub fn sanitised(html: &str, odd: &mut Vec<Oddity>) -> Option<String> {
    if html.trim().is_empty() {
        return None;
    }
    if html.len() > HTML_LIMIT || depth(html) > DEPTH_LIMIT {
        odd.push(Oddity::HtmlLeftOut);
        return None;
    }
    let lower = html.to_ascii_lowercase();
    if ["<img", "background=", "url(", "<iframe", "<object", "<embed", "<video", "<audio"]
        .iter()
        .any(|word| lower.contains(word))
    {
        odd.push(Oddity::PicturesLeftOut);
    }
    Some(CLEANER.clean(html).to_string().replace('\0', "")).filter(|clean| !clean.trim().is_empty())
}

/// How many elements are open at once, counted roughly and in one pass, before any parser sees them.
fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for tag in html.split('<').skip(1) {
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        if tag.starts_with('/') {
            open = open.saturating_sub(1);
        } else if !name.is_empty() && !EMPTY.iter().any(|empty| name.eq_ignore_ascii_case(empty)) {
            // A paragraph or a cell ends where the next begins, without saying so.
            let implied =
                ["p", "li", "td", "tr", "th", "option", "dd", "dt"].iter().any(|word| name.eq_ignore_ascii_case(word));
            open += usize::from(!implied);
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(html: &str) -> String {
        sanitised(html, &mut Vec::new()).unwrap_or_default()
    }

    /// Each of these once ran in somebody's mail reader, or told its sender that it was read.
    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        for html in [
            "<script>alert(1)</script>x",
            "<img src=https://spy.example/a.gif onerror=alert(1)>x",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<svg><feImage href=\"https://spy.example\"/><style>@import 'https://spy.example'</style></svg>x",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">x",
            "<style>body{background:url(https://spy.example)}</style>x",
            "<p style=\"background:url(https://spy.example)\" onclick=alert(1) class=x id=y>x</p>",
            "<table background=https://spy.example><tr><td>x</table>",
            "<iframe src=https://spy.example></iframe>x",
            "<form action=https://spy.example><input name=a><button>x</button></form>",
            "<meta http-equiv=refresh content=\"0;url=https://spy.example\">x",
            "<base href=https://spy.example><a href=/x>x</a>",
            "<video poster=https://spy.example src=https://spy.example>x</video>",
            "<link rel=stylesheet href=https://spy.example>x",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x</noscript>",
        ] {
            let safe = clean(html);
            let lower = safe.to_lowercase();
            for bad in [
                "spy.example",
                "alert",
                "javascript:",
                "<script",
                "<img",
                "<style",
                "style=",
                "onerror",
                "<svg",
                "<form",
                "<iframe",
                "class=",
                "id=",
            ] {
                assert!(!lower.contains(bad) || (bad == "alert" && !lower.contains('<')), "{html} gives {safe}");
            }
        }
    }

    #[test]
    fn letters_stay_links_say_where_they_lead_and_too_much_is_left_out() {
        assert_eq!(clean("<b>Late</b> &amp; <i>again</i>"), "<b>Late</b> &amp; <i>again</i>");
        assert!(clean("<a href=\"https://acme.example/x\">x</a>").contains("noreferrer"));
        let mut odd = Vec::new();
        assert_eq!(sanitised(&"<div>".repeat(300), &mut odd), None);
        assert_eq!(sanitised(&"a".repeat(HTML_LIMIT + 1), &mut odd), None);
        assert_eq!(odd, [Oddity::HtmlLeftOut; 2]);
        assert!(sanitised(&"<p>a".repeat(2_000), &mut odd).is_some());
    }
}
