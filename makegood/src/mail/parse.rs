//! Raw bytes become a mail. Any bytes: what cannot be understood is left out and said, and nothing fails.

use super::{
    away, bounce, calendar, contents,
    header_block::{HeaderBlock, ids},
    html_text,
    incoming::{Address, Attachment, Incoming, Oddity},
    mend,
    origin::{Machine, Origin, Ours, auto_answer, origin_of},
    sanitised, uuencode,
};
use jiff::Timestamp;
use mail_parser::{Message, MessageParser, PartType};
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
    let first = message_of(cut);
    let mended = first.as_ref().and_then(|message| mend::mended(cut, message));
    if mended.is_some() {
        odd.push(Oddity::BrokenEncoding);
    }
    let message = mended.as_deref().and_then(message_of).or(first).unwrap_or_else(|| {
        odd.push(Oddity::Unreadable);
        nothing()
    });
    let from = sender(&headers, &mut odd);
    let message_id = headers.get("message-id").and_then(|value| ids(value, 1).pop());
    let sent_at = sent_at(&headers);
    if message_id.is_none() {
        odd.push(Oddity::NoMessageId);
    }
    if sent_at.is_none() {
        odd.push(Oddity::NoDate);
    }
    if headers.cut {
        odd.push(Oddity::TooManyHeaders);
    }
    let subject: String =
        field(&headers, "subject", |message| message.subject().map(|text| plain(text, SUBJECT_LIMIT)))
            .unwrap_or_default();
    let to: Vec<Address> = field(&headers, "to", |message| addresses(message.to()));
    let (whole, text) = text(&message, &mut odd);
    // Boundaries that fit nothing leave no text; a report is still to be seen as one.
    let body = raw.get(headers.body_at..(headers.body_at + 2_000).min(raw.len())).unwrap_or_default();
    let notice = if text.trim().is_empty() { String::from_utf8_lossy(body) } else { text.as_str().into() };
    let origin = origin_of(&headers, from.as_ref().map(|from| from.mail.as_str()), &notice, ours);
    let bounce = (origin == Origin::Machine(Machine::Bounce)).then(|| {
        let senders: Vec<&str> = to.iter().chain(&from).map(|address| address.mail.as_str()).collect();
        bounce::read(&message, &headers, &senders)
    });
    let away = matches!(origin, Origin::Machine(Machine::OutOfOffice | Machine::AutoReply)).then(|| {
        let today = sent_at?.to_zoned(jiff::tz::TimeZone::UTC).date();
        away::days(&subject, &text, today)
    });
    let incoming = Incoming {
        message_id,
        in_reply_to: headers.get("in-reply-to").map(|value| ids(value, REFERENCE_LIMIT)).unwrap_or_default(),
        references: headers.get("references").map(|value| ids(value, REFERENCE_LIMIT)).unwrap_or_default(),
        reply_to: field(&headers, "reply-to", |message| addresses(message.reply_to())),
        cc: field(&headers, "cc", |message| addresses(message.cc())),
        delivered_to: delivered_to(&headers),
        html: html(&message, &mut odd),
        attachments: attachments(&message, &mut odd),
        calendar: calendar::of(&message),
        protection: contents::protection(headers.get("content-type").unwrap_or_default(), &message, &whole),
        auto_answer: auto_answer(&headers, origin),
        away: away.flatten(),
        from,
        to,
        subject,
        sent_at,
        text,
        origin,
        bounce,
    };
    odd.sort_unstable();
    odd.dedup();
    (incoming, odd)
}

/// What the parser makes of some bytes. It is fuzzed upstream; should it panic all the same, it made nothing.
pub(super) fn message_of(raw: &[u8]) -> Option<Message<'_>> {
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
pub(super) fn bounded<'a>(raw: &'a [u8], body_at: usize, odd: &mut Vec<Oddity>) -> &'a [u8] {
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

/// When its sender's clock says it was written; a time without a zone is one at Greenwich.
fn sent_at(headers: &HeaderBlock) -> Option<Timestamp> {
    let said = headers.get("date")?;
    let read = |said: String| {
        let alone = HeaderBlock { fields: vec![("date".into(), said)], ..HeaderBlock::default() };
        field(&alone, "date", |message| {
            let date = message.date().filter(|date| date.is_valid())?;
            Timestamp::from_second(date.to_timestamp()).ok()
        })
    };
    read(said.to_owned()).or_else(|| read(format!("{said} +0000")))
}

/// Where servers say that they delivered it: a blind copy is seen nowhere else.
fn delivered_to(headers: &HeaderBlock) -> Vec<Address> {
    let named = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];
    let values = headers.fields.iter().filter(|(name, _)| named.contains(&name.as_str())).take(ADDRESS_LIMIT);
    let one = |(_, value): &(String, String)| {
        let mail = plain(value.trim_matches(['<', '>']), 320).to_lowercase();
        mail.contains('@').then_some(Address { name: None, mail })
    };
    values.filter_map(one).collect()
}

/// The text parts, or what the HTML says without its markup: as it stands, and without files written as letters.
fn text(message: &Message, odd: &mut Vec<Oddity>) -> (String, String) {
    let mut text = String::new();
    let written =
        |part: &mail_parser::MessagePart| matches!(&part.body, PartType::Text(text) if !text.trim().is_empty());
    let has_text = message.text_bodies().take(PART_LIMIT).any(written);
    for part in message.text_bodies().take(PART_LIMIT) {
        let piece = match &part.body {
            PartType::Text(piece) => piece.replace('\0', ""),
            PartType::Html(_) if has_text => continue,
            PartType::Html(html) => {
                let cut = head(html, sanitised::HTML_LIMIT);
                if cut.len() < html.len() {
                    odd.push(Oddity::TextCut);
                }
                html_text::text_of(cut)
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
    let own = uuencode::without(&text);
    (text, own)
}

/// The HTML parts, made safe.
fn html(message: &Message, odd: &mut Vec<Oddity>) -> Option<String> {
    let mut html = String::new();
    for part in message.html_bodies().take(PART_LIMIT) {
        let PartType::Html(piece) = &part.body else { continue };
        // One byte more than is taken, so that too much is seen to be too much.
        html.push_str(head(piece, (sanitised::HTML_LIMIT + 1).saturating_sub(html.len())));
    }
    sanitised::sanitised(&html, odd)
}

fn attachments(message: &Message, odd: &mut Vec<Oddity>) -> Vec<Attachment> {
    if message.parts.len() > PART_LIMIT {
        odd.push(Oddity::TooManyParts);
    }
    if depth(message) > DEPTH_LIMIT {
        odd.push(Oddity::TooDeep);
    }
    contents::files_of(message, odd).into_iter().map(|file| file.what).collect()
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

/// One line without control characters, at most so many characters.
pub(super) fn plain(text: &str, most: usize) -> String {
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
