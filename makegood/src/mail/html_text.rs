//! HTML as text: what is quoted in it is marked with `>`, as mail programs do it in text, so that it folds alike.

use super::quoted;
use mail_parser::decoders::html::html_to_text;

/// Two characters of the private use area, which no text has, stand for where a quote begins and ends.
const OPEN: char = '\u{E0F0}';
const CLOSE: char = '\u{E0F1}';
/// Elements that begin and end a line.
const BLOCKS: [&str; 14] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "pre", "section"];
/// The deepest nesting followed.
const DEPTH: usize = 256;

/// The text of some HTML.
pub fn text_of(html: &str) -> String {
    let clean: String = html.chars().filter(|letter| !matches!(*letter, OPEN | CLOSE | '\0')).collect();
    let text = html_to_text(&marked(&clean));
    let (mut depth, mut lines, mut blank) = (0usize, Vec::new(), 0);
    for line in text.lines() {
        for piece in line.split_inclusive([OPEN, CLOSE]) {
            let words = piece.trim_end_matches([OPEN, CLOSE]).trim_end();
            if !words.trim().is_empty() {
                lines.push(format!("{}{words}", "> ".repeat(depth.min(8))));
                blank = 0;
            } else if blank == 0 && !line.contains([OPEN, CLOSE]) {
                lines.push(String::new());
                blank += 1;
            }
            depth = match piece.chars().last() {
                Some(OPEN) => depth + 1,
                Some(CLOSE) => depth.saturating_sub(1),
                _ => depth,
            };
        }
    }
    lines.join("\n").trim().to_owned()
}

/// The HTML with marks around what is quoted.
fn marked(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    // For each open element that may quote: its name, and whether it does.
    let mut open: Vec<(&'static str, bool)> = Vec::new();
    let mut rest = html;
    let mut broken = true;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        broken = broken && before.trim().is_empty();
        let Some(end) = tail.find('>') else {
            rest = tail;
            break;
        };
        let (tag, after) = tail.split_at(end + 1);
        let called =
            tag.trim_start_matches(['<', '/']).split([' ', '>', '/', '\n', '\t', '\r']).next().unwrap_or_default();
        let name = ["div", "blockquote", "hr"].into_iter().find(|known| called.eq_ignore_ascii_case(known));
        let block = BLOCKS.iter().any(|block| called.eq_ignore_ascii_case(block));
        // A line of its own begins and ends with it, once for several within each other.
        if (name.is_some() || block) && !std::mem::replace(&mut broken, true) {
            out.push_str("<br>");
        }
        match name {
            Some("hr") => out.push_str("<br>----------<br>"),
            Some(name) if tag.starts_with("</") => {
                out.push_str(tag);
                if let Some(at) = open.iter().rposition(|(opened, _)| *opened == name) {
                    for _ in open.drain(at..).filter(|(_, quotes)| *quotes) {
                        out.push_str(&format!("<br>{CLOSE}<br>"));
                    }
                }
            }
            Some(name) if open.len() < DEPTH => {
                let quotes = name == "blockquote" || (tag.contains("gmail_quote") && !passes_on(after));
                open.push((name, quotes));
                if quotes {
                    out.push_str(&format!("<br>{OPEN}<br>"));
                }
                out.push_str(tag);
            }
            _ => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What is passed on stands in the same element as what is quoted.
fn passes_on(html: &str) -> bool {
    let head = html.get(..html.floor_char_boundary(400)).unwrap_or_default();
    let text = html_to_text(head).to_lowercase();
    text.trim_start().starts_with("---") && text.contains("forwarded message")
}

/// What the sender of some HTML wrote themselves.
pub fn own_of(html: &str) -> String {
    quoted::only(&text_of(html), &[quoted::Kind::Own, quoted::Kind::Signature])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_marked_and_paragraphs_stay_apart() {
        let html = "<p>It &amp; they are late.</p><p>Rao</p><blockquote>we <b>call</b><blockquote>when?</blockquote></blockquote>";
        assert_eq!(text_of(html), "It & they are late.\nRao\n> we call\n> > when?");
        assert_eq!(own_of("Reply<div class=\"gmail_quote\">On Monday<div>x</div></div>"), "Reply");
        assert_eq!(text_of("<script>x</script>a<br>b\0"), "a\nb");
        let deep = text_of(&"<div><blockquote>".repeat(20_000));
        assert!(deep.len() < 100);
    }
}
