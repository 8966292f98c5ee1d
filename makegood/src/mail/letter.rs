//! One text becomes the two parts of a mail: plain lines that any reader may flow, and HTML of the plainest kind.

use maud::{DOCTYPE, Markup, html};

/// Where plain lines are broken (RFC 3676 wants fewer than 79).
const WIDTH: usize = 72;
/// The longest text of a mail.
pub const TEXT_LIMIT: usize = 200_000;
/// What parts a text from the name under it; its space at the end belongs to it.
const SIGNATURE: &str = "-- ";

/// A text as both parts are made from it: lines end in one way, and nothing is in it that is not to be read.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n").replace('\t', "    ");
    let kept: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).take(TEXT_LIMIT).collect();
    let lines: Vec<&str> = kept.lines().map(|line| if line == SIGNATURE { line } else { line.trim_end() }).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Plain text as `format=flowed` (RFC 3676): readers that know it lay it out anew, others see lines of a good length.
pub fn flowed(tidy: &str) -> String {
    let mut out = String::with_capacity(tidy.len() + tidy.len() / 40);
    for line in tidy.lines() {
        if line == SIGNATURE || line.starts_with('>') {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        wrap(line, &mut out);
    }
    out
}

/// One line of the text; where it is broken, a space at the end says that it goes on.
fn wrap(line: &str, out: &mut String) {
    let mut length = 0;
    let mut rest = line;
    while !rest.is_empty() {
        // A word with the spaces before it, so that an indent stays.
        let word_at = rest.len() - rest.trim_start_matches(' ').len();
        let end = rest.get(word_at..).and_then(|word| word.find(' ')).map_or(rest.len(), |at| word_at + at);
        let (piece, after) = rest.split_at(end);
        let letters = piece.chars().count();
        if length > 0 && length + letters > WIDTH {
            out.push_str(" \n");
            let word = piece.trim_start_matches(' ');
            stuffed(word, out);
            length = word.chars().count();
        } else {
            if length == 0 {
                stuffed(piece, out);
            } else {
                out.push_str(piece);
            }
            length += letters;
        }
        rest = after;
    }
    out.push('\n');
}

/// The beginning of a line: what would be taken for a quote, for a stuffed line or for the start of another mail gets a space before it.
fn stuffed(piece: &str, out: &mut String) {
    if piece.starts_with(' ') || piece.starts_with('>') || piece.starts_with("From") {
        out.push(' ');
    }
    out.push_str(piece);
}

/// A run of lines that belong together.
enum Block<'a> {
    Lines(Vec<&'a str>),
    Points(Vec<&'a str>),
    Quoted(Vec<&'a str>),
}

/// The same text as HTML: paragraphs, points, quotes and addresses to follow; no style, no picture, nothing that is loaded.
pub fn html_of(tidy: &str, subject: &str, language: &str) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                title { (subject) }
            }
            body {
                @for block in blocks(tidy) { (laid(&block)) }
            }
        }
    };
    // A line of HTML as long as a text is no trouble for readers, but for people who look at the source.
    page.into_string()
        .replace("<p>", "\n<p>")
        .replace("<ul>", "\n<ul>")
        .replace("<blockquote>", "\n<blockquote>")
        .replace("</body>", "\n</body>")
}

fn laid(block: &Block) -> Markup {
    let lines =
        |lines: &[&str]| html! { @for (n, line) in lines.iter().enumerate() { @if n > 0 { br; } (linked(line)) } };
    match block {
        Block::Lines(all) => html! { p { (lines(all)) } },
        Block::Points(all) => html! { ul { @for point in all { li { (linked(point)) } } } },
        Block::Quoted(all) => html! { blockquote { (lines(all)) } },
    }
}

fn blocks(tidy: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block> = Vec::new();
    let mut parted = true;
    for line in tidy.lines() {
        let point = line.strip_prefix("- ").or_else(|| line.strip_prefix("\u{2022} "));
        let quoted = line.strip_prefix('>').map(str::trim_start);
        match (point, quoted, found.last_mut()) {
            _ if line.is_empty() => {
                parted = true;
                continue;
            }
            (Some(point), _, Some(Block::Points(all))) if !parted => all.push(point),
            (Some(point), ..) => found.push(Block::Points(vec![point])),
            (_, Some(quoted), Some(Block::Quoted(all))) if !parted => all.push(quoted),
            (_, Some(quoted), _) => found.push(Block::Quoted(vec![quoted])),
            (_, _, Some(Block::Lines(all))) if !parted => all.push(line),
            _ => found.push(Block::Lines(vec![line])),
        }
        parted = false;
    }
    found
}

/// A line in which addresses of pages can be followed; all of it is escaped.
fn linked(line: &str) -> Markup {
    html! {
        @for (n, word) in line.split(' ').enumerate() {
            @if n > 0 { " " }
            @match address_in(word) {
                Some((before, address, after)) => { (before) a href=(address) { (address) } (after) }
                None => { (word) }
            }
        }
    }
}

fn address_in(word: &str) -> Option<(&str, &str, &str)> {
    let at = word.find("https://").or_else(|| word.find("http://"))?;
    let (before, address) = word.split_at(at);
    let end = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\u{201d}', '"', '>', '\'']).len();
    let (address, after) = address.split_at(end);
    let plain = address.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'`' | b'\\'));
    (plain && address.len() > "https://".len()).then_some((before, address, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader that knows RFC 3676 makes of it.
    fn unflowed(text: &str) -> String {
        let mut out = String::new();
        for line in text.lines() {
            let line = line.strip_prefix(' ').unwrap_or(line);
            out.push_str(line);
            if line == SIGNATURE || !line.ends_with(' ') {
                out.push('\n');
            }
        }
        out
    }

    #[test]
    fn a_flowed_text_is_read_as_it_was_written() {
        let long = "We count your boards again before anything is printed, and nobody touches the line until that list is agreed with you in writing. ".repeat(3);
        let text = tidy(&format!(
            "Dear Ms Rao,\r\n\r\n{long}\n  indented\nFrom Monday on\n> you wrote\n{}\n-- \nMaria",
            "x".repeat(300)
        ));
        let plain = flowed(&text);
        assert!(plain.lines().all(|line| line.chars().count() <= 78 || line.starts_with("xxx")));
        assert!(plain.lines().all(|line| !line.starts_with("From")));
        assert_eq!(unflowed(&plain), format!("{text}\n"));
    }

    /// FreeScout CVE-2026-41904: what somebody typed is never markup in the mail of somebody else.
    #[test]
    fn what_somebody_typed_is_never_markup() {
        let page = html_of(
            &tidy("<script>alert(1)</script> & https://x.example/?a=1&b=2\"onclick=1\nhttps://y.example/a."),
            "<b>",
            "en",
        );
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("<a href=\"https://y.example/a\">https://y.example/a</a>."), "{page}");
        assert!(!page.contains("href=\"https://x"), "a quote in an address is no address: {page}");
        assert!(!page.contains("style") && !page.contains("<img"));
    }

    #[test]
    fn points_and_quotes_keep_their_shape() {
        let page = html_of("We:\n- count\n- print\n\n> When?\n> Soon?\n\nMaria\nNordlot", "s", "en");
        assert!(page.contains("<p>We:</p>"), "{page}");
        assert!(
            page.contains("<ul><li>count</li><li>print</li></ul>")
                && page.contains("<blockquote>When?<br>Soon?</blockquote>"),
            "{page}"
        );
        assert!(page.contains("<p>Maria<br>Nordlot</p>"));
        assert_eq!(tidy("a\0b\u{7}\rc  \n\n"), "ab\nc");
    }
}
