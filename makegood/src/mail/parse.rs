//! Raw bytes become a mail. Any bytes: what cannot be understood is left out and said, and nothing fails.

use super::{
    header_block::{HeaderBlock, ids},
    incoming::{Address, Attachment, Incoming, Oddity},
    origin::{Ours, origin_of},
};
use jiff::Timestamp;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType, decoders::html::html_to_text};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The largest raw mail that is looked into (RELIABILITY limits table).
pub const RAW_LIMIT: usize = 35 * 1024 * 1024;
/// The most parts of one mail.
pub const PART_LIMIT: usize = 500;
/// The deepest nesting of parts.
pub const DEPTH_LIMIT: usize = 16;
/// The most mails within mails; each is parsed by itself, and dropped one within the other.
const NESTED_LIMIT: usize = 64;
/// The most boundaries a mail may declare.
const BOUNDARY_LIMIT: usize = 200;
/// HTML beyond this is not turned into text.
const HTML_LIMIT: usize = 256 * 1024;
/// The longest text kept; the raw mail keeps the rest.
pub const TEXT_LIMIT: usize = 1024 * 1024;
const SUBJECT_LIMIT: usize = 500;
/// The most addresses used of one field.
const ADDRESS_LIMIT: usize = 100;
/// The most thread ids used of one field.
const REFERENCE_LIMIT: usize = 100;

/// Parses a mail. `Incoming` holds what could be read, the oddities what could not or should not be trusted.
pub fn parse(raw: &[u8], ours: &Ours) -> (Incoming, Vec<Oddity>) {
    let mut odd = Vec::new();
    let headers = HeaderBlock::read(raw);
    let cut = bounded(raw, headers.body_at, &mut odd);
    let message = message_of(cut).unwrap_or_else(|| {
        odd.push(Oddity::Unreadable);
        nothing()
    });
    let from = sender(&headers, &mut odd);
    let message_id = headers.get("message-id").and_then(|value| ids(value, 1).pop());
    let sent_at = field(&headers, "date", |message| {
        let date = message.date().filter(|date| date.is_valid())?;
        Timestamp::from_second(date.to_timestamp()).ok()
    });
    if message_id.is_none() {
        odd.push(Oddity::NoMessageId);
    }
    if sent_at.is_none() {
        odd.push(Oddity::NoDate);
    }
    if headers.cut {
        odd.push(Oddity::TooManyHeaders);
    }
    let incoming = Incoming {
        message_id,
        in_reply_to: headers.get("in-reply-to").map(|value| ids(value, REFERENCE_LIMIT)).unwrap_or_default(),
        references: headers.get("references").map(|value| ids(value, REFERENCE_LIMIT)).unwrap_or_default(),
        origin: origin_of(&headers, from.as_ref().map(|from| from.mail.as_str()), ours),
        from,
        reply_to: field(&headers, "reply-to", |message| addresses(message.reply_to())),
        to: field(&headers, "to", |message| addresses(message.to())),
        cc: field(&headers, "cc", |message| addresses(message.cc())),
        subject: field(&headers, "subject", |message| message.subject().map(|text| plain(text, SUBJECT_LIMIT)))
            .unwrap_or_default(),
        sent_at,
        text: text(&message, &mut odd),
        attachments: attachments(&message, &mut odd),
    };
    odd.sort_unstable();
    odd.dedup();
    (incoming, odd)
}

/// What the parser makes of some bytes. It is fuzzed upstream; should it panic all the same, it made nothing.
fn message_of(raw: &[u8]) -> Option<Message<'_>> {
    let read = catch_unwind(AssertUnwindSafe(|| MessageParser::default().parse(raw))).unwrap_or_default();
    read.filter(|message| !message.parts.is_empty())
}

/// What one header field says, read by itself: a field next to it may be written so that the parser runs over its end.
fn field<T: Default>(headers: &HeaderBlock, name: &str, read: impl FnOnce(&Message) -> T) -> T {
    let Some(value) = headers.get(name) else { return T::default() };
    let alone = format!("{name}: {value}\r\n\r\n");
    message_of(alone.as_bytes()).map(|message| read(&message)).unwrap_or_default()
}

/// A mail without anything, for when nothing could be read.
fn nothing() -> Message<'static> {
    Message { parts: vec![mail_parser::MessagePart::default()], ..Message::default() }
}

/// So much of the mail as stays within the limits of nesting and parts; beyond them the parser's memory and the
/// depth of its results would grow with whatever a stranger sends.
fn bounded<'a>(raw: &'a [u8], body_at: usize, odd: &mut Vec<Oddity>) -> &'a [u8] {
    if raw.len() > RAW_LIMIT {
        odd.push(Oddity::TooLarge);
        return raw.get(..body_at).unwrap_or_default();
    }
    let (mut dashes, mut boundaries, mut nested, mut at) = (0, 0, 0, 0);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        dashes += usize::from(line.starts_with(b"--") && line.trim_ascii_end().len() > 2);
        // Only lines that may belong to a header are short; encoded bodies have long ones without these words.
        if line.len() < 1_000 {
            boundaries += usize::from(contains(line, b"boundary"));
            nested += usize::from(contains(line, b"message/rfc822") || contains(line, b"message/global"));
        }
        let deep = boundaries > BOUNDARY_LIMIT || nested > NESTED_LIMIT;
        // A closing boundary is a line of dashes as well, and texts have some; hence twice the parts.
        if deep || dashes > 2 * PART_LIMIT {
            odd.push(if deep { Oddity::TooDeep } else { Oddity::TooManyParts });
            return raw.get(..at.max(body_at)).unwrap_or_default();
        }
        at += line.len();
    }
    raw
}

fn contains(line: &[u8], word: &[u8]) -> bool {
    line.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
}

/// The one sender, and every reason to doubt that there is one.
fn sender(headers: &HeaderBlock, odd: &mut Vec<Oddity>) -> Option<Address> {
    let found = field(headers, "from", |message| addresses(message.from()));
    match headers.all("from").count() {
        0 => odd.push(Oddity::NoFrom),
        1 if found.len() > 1 => odd.push(Oddity::ManyFromAddresses),
        1 => {}
        _ => odd.push(Oddity::TwoFroms),
    }
    if headers.odd_name.is_some() {
        odd.push(Oddity::OddHeaderName);
    }
    let first = found.into_iter().next();
    if first.is_none() {
        odd.push(Oddity::NoFrom);
    }
    first
}

fn addresses(list: Option<&mail_parser::Address>) -> Vec<Address> {
    let Some(list) = list else { return Vec::new() };
    let one = |address: &mail_parser::Addr| {
        let mail = plain(address.address()?, 320).to_lowercase();
        let (local, domain) = mail.rsplit_once('@')?;
        let whole = !local.is_empty() && !domain.is_empty() && !mail.contains(char::is_whitespace);
        let name = address.name().map(|name| plain(name, 200)).filter(|name| !name.is_empty());
        whole.then_some(Address { name, mail })
    };
    list.iter().take(ADDRESS_LIMIT).filter_map(one).collect()
}

/// The text parts, or what the HTML says without its markup.
fn text(message: &Message, odd: &mut Vec<Oddity>) -> String {
    let mut text = String::new();
    for part in message.text_bodies().take(PART_LIMIT) {
        let piece = match &part.body {
            PartType::Text(piece) => piece.replace('\0', ""),
            PartType::Html(html) => {
                let cut = head(html, HTML_LIMIT);
                if cut.len() < html.len() {
                    odd.push(Oddity::TextCut);
                }
                html_to_text(cut).replace('\0', "")
            }
            _ => continue,
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(head(&piece, TEXT_LIMIT.saturating_sub(text.len())));
        if text.len() + 4 > TEXT_LIMIT {
            odd.push(Oddity::TextCut);
            break;
        }
    }
    text
}

fn attachments(message: &Message, odd: &mut Vec<Oddity>) -> Vec<Attachment> {
    if message.parts.len() > PART_LIMIT {
        odd.push(Oddity::TooManyParts);
    }
    if depth(message) > DEPTH_LIMIT {
        odd.push(Oddity::TooDeep);
    }
    let one = |part: &mail_parser::MessagePart| {
        let content_type = part.content_type().map(|kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()),
            None => kind.ctype().to_owned(),
        });
        Attachment {
            name: part.attachment_name().map(file_name).filter(|name| !name.is_empty()),
            content_type: plain(&content_type.unwrap_or_else(|| "application/octet-stream".into()), 100).to_lowercase(),
            bytes: part.len() as u64,
        }
    };
    message.attachments().take(PART_LIMIT).map(one).collect()
}

/// How deep the parts of this mail lie within each other, counted without walking into itself.
fn depth(message: &Message) -> usize {
    let mut depths = vec![1usize; message.parts.len()];
    // A part's children always stand after it.
    for (at, part) in message.parts.iter().enumerate() {
        let below = depths.get(at).copied().unwrap_or(1) + 1;
        for child in part.sub_parts().unwrap_or_default() {
            if let Some(slot) = depths.get_mut(*child as usize).filter(|_| *child as usize > at) {
                *slot = below;
            }
        }
    }
    depths.into_iter().max().unwrap_or(0)
}

/// The last part of a path, without characters that mean something to a file system.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    plain(last, 200).trim_matches('.').to_owned()
}

/// One line without control characters, at most so many characters.
fn plain(text: &str, most: usize) -> String {
    let shown = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    shown.filter(|letter| !letter.is_control()).take(most).collect::<String>().trim().to_owned()
}

/// The beginning of a text, at most so many bytes, never half a character.
fn head(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or_default()
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
