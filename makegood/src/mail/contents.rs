//! What came with a mail besides its text: files, pictures within it, calendars, seals. By description; the bytes stay in
//! the raw mail and are read from it again when somebody asks for them.

use super::{
    incoming::{Attachment, Oddity, Protection, Role},
    mend,
    parse::{PART_LIMIT, message_of, plain},
    tnef, uuencode,
};
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

/// The largest file that is given out again.
pub const FILE_LIMIT: usize = 35 * 1024 * 1024;

/// A file with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub what: Attachment,
    pub bytes: Vec<u8>,
}

/// Every file of a mail that is within the limits, in order.
pub fn files(raw: &[u8]) -> Vec<File> {
    let headers = super::header_block::HeaderBlock::read(raw);
    let cut = super::parse::bounded(raw, headers.body_at, &mut Vec::new());
    let Some(first) = message_of(cut) else { return vec![] };
    let mended = mend::mended(cut, &first);
    let message = mended.as_deref().and_then(message_of).unwrap_or(first);
    files_of(&message, &mut Vec::new())
}

/// The files of a parsed mail; what is packed into `winmail.dat` or stands as letters in the text is opened.
pub(super) fn files_of(message: &Message, odd: &mut Vec<Oddity>) -> Vec<File> {
    let mut files = Vec::new();
    for part in message.attachments().take(PART_LIMIT) {
        let file = File { what: described(part), bytes: bytes_of(part) };
        if file.what.content_type != "application/ms-tnef" && file.what.name.as_deref() != Some("winmail.dat") {
            files.push(file);
            continue;
        }
        match tnef::open(&file.bytes) {
            Some(packed) => files.extend(packed),
            None => {
                odd.push(Oddity::UnopenedTnef);
                files.push(file);
            }
        }
    }
    for text in message.text_bodies().take(PART_LIMIT) {
        if let PartType::Text(text) = &text.body {
            files.extend(uuencode::blocks(text).into_iter().map(|block| block.file));
        }
    }
    // An empty file tells nobody anything.
    files.retain(|file| !file.bytes.is_empty());
    files.truncate(PART_LIMIT);
    files
}

fn bytes_of(part: &MessagePart) -> Vec<u8> {
    let bytes = match &part.body {
        PartType::Message(inner) => inner.raw_message(),
        _ => part.contents(),
    };
    bytes.get(..FILE_LIMIT.min(bytes.len())).unwrap_or_default().to_vec()
}

fn described(part: &MessagePart) -> Attachment {
    let kind = kind(part);
    let subject = match &part.body {
        PartType::Message(inner) => inner.subject().map(|subject| format!("{}.eml", plain(subject, 150))),
        _ => None,
    };
    let inline = part.content_disposition().is_some_and(|disposition| disposition.is_inline());
    let id = part.content_id().map(|id| plain(id.trim_matches(['<', '>']), 200));
    let role = match kind.as_str() {
        "text/calendar" | "application/ics" => Role::Calendar,
        "message/rfc822" | "message/global" => Role::Mail,
        "application/pkcs7-signature" | "application/x-pkcs7-signature" | "application/pgp-signature" => Role::Seal,
        kind if kind.starts_with("image/") && (inline || id.is_some()) => Role::Inline,
        _ => Role::File,
    };
    Attachment {
        name: part.attachment_name().map(file_name).filter(|name| !name.is_empty()).or(subject),
        content_type: kind,
        bytes: bytes_of(part).len() as u64,
        role,
        id: id.filter(|id| !id.is_empty()),
    }
}

fn kind(part: &MessagePart) -> String {
    let said = part.content_type().map(|kind| match kind.subtype() {
        Some(subtype) => format!("{}/{subtype}", kind.ctype()),
        None => kind.ctype().to_owned(),
    });
    let unsaid =
        || if matches!(part.body, PartType::Message(_)) { "message/rfc822" } else { "application/octet-stream" };
    plain(&said.unwrap_or_else(|| unsaid().into()), 100).to_lowercase()
}

/// How a mail is sealed, by what it says of itself. Nothing is opened here, and no seal is believed.
pub(super) fn protection(content_type: &str, message: &Message, text: &str) -> Option<Protection> {
    let whole = content_type.to_ascii_lowercase();
    let any = |name: &str| message.parts.iter().take(PART_LIMIT).any(|part| kind(part).ends_with(name));
    let enveloped = whole.contains("pkcs7-mime") && !whole.contains("signed-data");
    if enveloped {
        return Some(Protection::SmimeEncrypted);
    }
    if whole.contains("pkcs7-mime") || any("pkcs7-signature") {
        return Some(Protection::SmimeSigned);
    }
    if whole.contains("pgp-encrypted") || any("/pgp-encrypted") || text.contains("-----BEGIN PGP MESSAGE-----") {
        return Some(Protection::PgpEncrypted);
    }
    (any("pgp-signature") || text.contains("-----BEGIN PGP SIGNED MESSAGE-----")).then_some(Protection::PgpSigned)
}

/// The last part of a path, without characters that mean something to a file system.
pub(super) fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    plain(last, 200).trim_matches('.').to_owned()
}
