//! The one builder of mail: typed parts become the final bytes, once. Retries send the same bytes, so everything that a try
//! could change (date, ids, boundaries) is given from outside or follows from what is given.

use super::letter;
use super::own_id;
use super::wire::{NotSafe, assert_wire_safe, header_text, wire_address, wire_id};
use casework::ids::{CaseNumber, MailId};
use jiff::Timestamp;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message, MessageBuilder, MultiPart, SinglePart};
use std::fmt;
use std::time::SystemTime;

/// Letters of a name in a header.
const NAME_LIMIT: usize = 120;
/// Letters of a subject.
pub const SUBJECT_LIMIT: usize = 250;
/// Recipients that stand in the headers.
pub const RECIPIENTS_AT_MOST: usize = 50;
/// Files that go with one mail, and their bytes together: what most mail servers still take.
pub const FILES_AT_MOST: usize = 20;
pub const BYTES_AT_MOST: usize = 18 * 1024 * 1024;
/// Ids in *References*: the first of the thread, and the newest.
const REFERENCES_AT_MOST: usize = 20;

/// A name and an address; the name may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: String,
}

impl Party {
    pub fn new(name: &str, address: &str) -> Self {
        Self { name: name.to_owned(), address: address.to_owned() }
    }
}

/// A file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// Who speaks in a mail, which decides what machines may do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Somebody of ours wrote it and approved it.
    Person,
    /// The program wrote it by itself, such as a receipt: no machine answers it.
    Automatic,
    /// By a mailbox to itself, to see whether it gets there.
    ToItself,
    /// To a colleague, about the work; it can be turned off with one press.
    Notice {
        /// The name of the list: `notices`, `digest`.
        list: String,
        /// Where it is turned off, over HTTPS; empty when this server is not reached from outside.
        unsubscribe: String,
    },
}

/// A mail before it has bytes.
#[derive(Debug, Clone)]
pub struct Mail<'a> {
    pub id: MailId,
    /// When it was written: its *Date*.
    pub at: Timestamp,
    pub kind: Kind,
    /// Who we are: the identity of the mailbox.
    pub from: Party,
    pub to: Vec<Party>,
    pub cc: Vec<Party>,
    /// The signed address of the case, by which answers find it.
    pub reply_to: Option<Party>,
    /// See [`first_subject`] and [`answer_subject`].
    pub subject: String,
    /// As a person reads it; both parts are made from it.
    pub text: String,
    /// A tag such as `de`.
    pub language: &'a str,
    pub files: Vec<File>,
    /// The Message-ID of the mail that it answers, and that mail's own references, oldest first.
    pub in_reply_to: Option<String>,
    pub references: Vec<String>,
    /// The mail key of this installation, with which our Message-IDs are sealed.
    pub key: &'a [u8],
}

/// A mail as it will leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    pub raw: Vec<u8>,
    /// Without the angles, as it is kept and looked up.
    pub mail_id: String,
    /// The subject and the text as they stand in the mail.
    pub subject: String,
    pub text: String,
}

/// Why no mail came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotBuilt {
    /// Not an address: this one.
    Address(String),
    NoRecipient,
    TooManyRecipients,
    TooManyFiles,
    TooLarge,
    NotSafe(NotSafe),
    Other(String),
}

impl fmt::Display for NotBuilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => write!(f, "not a mail address: {address:?}"),
            Self::NoRecipient => f.write_str("nobody to send it to"),
            Self::TooManyRecipients => write!(f, "more than {RECIPIENTS_AT_MOST} recipients"),
            Self::TooManyFiles => write!(f, "more than {FILES_AT_MOST} files"),
            Self::TooLarge => write!(f, "more than {BYTES_AT_MOST} bytes of files"),
            Self::NotSafe(why) => why.fmt(f),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for NotBuilt {}

/// Writes the bytes. The same mail gives the same bytes.
///
/// # Errors
/// When an address is none, a limit is met, or the bytes would not be safe on the wire.
pub fn build(mail: &Mail) -> Result<Built, NotBuilt> {
    within_limits(mail)?;
    let from = mailbox(&mail.from)?;
    let mail_id = match mail.kind {
        Kind::ToItself => own_id::to_itself(mail.key, mail.id, from.email.domain()),
        _ => own_id::message_id(mail.key, mail.id, from.email.domain()),
    };
    let (subject, text) = (header_text(&mail.subject, SUBJECT_LIMIT), letter::tidy(&mail.text));
    let mut head = Message::builder().from(from.clone());
    for to in &mail.to {
        head = head.to(mailbox(to)?);
    }
    for cc in &mail.cc {
        head = head.cc(mailbox(cc)?);
    }
    if let Some(reply_to) = &mail.reply_to {
        head = head.reply_to(mailbox(reply_to)?);
    }
    head = head.subject(&subject).date(SystemTime::from(mail.at)).message_id(Some(format!("<{mail_id}>")));
    head = thread(head, mail, &mail_id);
    head = raw(head, "Content-Language", header_text(mail.language, 20));
    head = marks(head, mail, from.email.domain());
    let both = MultiPart::alternative()
        .boundary(boundary(mail.id, "text"))
        .singlepart(part("text/plain; charset=utf-8; format=flowed", letter::flowed(&text))?)
        .singlepart(part("text/html; charset=utf-8", letter::html_of(&text, &subject, mail.language))?);
    let body = if mail.files.is_empty() {
        both
    } else {
        let mixed = MultiPart::mixed().boundary(boundary(mail.id, "all")).multipart(both);
        mail.files.iter().fold(mixed, |all, file| all.singlepart(attached(file)))
    };
    let raw = head.multipart(body).map_err(|error| NotBuilt::Other(error.to_string()))?.formatted();
    assert_wire_safe(&raw).map_err(NotBuilt::NotSafe)?;
    Ok(Built { raw, mail_id, subject, text })
}

fn within_limits(mail: &Mail) -> Result<(), NotBuilt> {
    let recipients = mail.to.len() + mail.cc.len();
    let bytes: usize = mail.files.iter().map(|file| file.bytes.len()).sum();
    match () {
        () if mail.to.is_empty() => Err(NotBuilt::NoRecipient),
        () if recipients > RECIPIENTS_AT_MOST => Err(NotBuilt::TooManyRecipients),
        () if mail.files.len() > FILES_AT_MOST => Err(NotBuilt::TooManyFiles),
        () if bytes > BYTES_AT_MOST => Err(NotBuilt::TooLarge),
        () => Ok(()),
    }
}

/// The library that writes headers panics on a name with a line end in it: names come to it as one line only.
fn mailbox(party: &Party) -> Result<Mailbox, NotBuilt> {
    let bad = || NotBuilt::Address(header_text(&party.address, NAME_LIMIT));
    let address = wire_address(&party.address).and_then(|address| address.parse().ok()).ok_or_else(bad)?;
    let name = header_text(&party.name, NAME_LIMIT);
    Ok(Mailbox::new(Some(name).filter(|name| !name.is_empty()), address))
}

/// What hangs a mail under the one that it answers: Gmail and Apple follow *References* and a subject that stays the same,
/// Outlook *In-Reply-To* and *References*.
fn thread(mut head: MessageBuilder, mail: &Mail, own: &str) -> MessageBuilder {
    let Some(parent) = mail.in_reply_to.as_deref().and_then(wire_id) else { return head };
    let mut ids: Vec<&str> =
        mail.references.iter().filter_map(|id| wire_id(id)).filter(|id| *id != parent && *id != own).collect();
    ids.push(parent);
    if ids.len() > REFERENCES_AT_MOST {
        ids.drain(1..=ids.len() - REFERENCES_AT_MOST);
    }
    let references: Vec<String> = ids.iter().map(|id| format!("<{id}>")).collect();
    head = ids_header(head, "In-Reply-To", &format!("<{parent}>"), &format!("<{parent}>"));
    ids_header(head, "References", &references.join(" "), &references.join("\r\n "))
}

/// Ids stand one on a line: nobody may break or encode them.
fn ids_header(head: MessageBuilder, name: &'static str, plain: &str, folded: &str) -> MessageBuilder {
    let name = HeaderName::new_from_ascii_str(name);
    head.raw_header(HeaderValue::dangerous_new_pre_encoded(name, plain.to_owned(), folded.to_owned()))
}

fn raw(head: MessageBuilder, name: &'static str, value: String) -> MessageBuilder {
    if value.is_empty() {
        return head;
    }
    head.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value))
}

/// What tells machines how to treat it: nothing in mail of a person, but the mark by which we know our own when it comes round.
fn marks(mut head: MessageBuilder, mail: &Mail, domain: &str) -> MessageBuilder {
    head = raw(head, "X-Makegood-Loop", domain.to_owned());
    match &mail.kind {
        Kind::Person => head,
        Kind::Automatic | Kind::ToItself => {
            head = raw(head, "Auto-Submitted", "auto-generated".to_owned());
            raw(head, "X-Auto-Response-Suppress", "All".to_owned())
        }
        Kind::Notice { list, unsubscribe } => {
            head = raw(head, "Auto-Submitted", "auto-generated".to_owned());
            head = raw(head, "X-Auto-Response-Suppress", "All".to_owned());
            let list: String = list.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
            head = raw(head, "List-Id", format!("<{list}.{domain}>"));
            let plain = unsubscribe.starts_with("https://") && wire_id(unsubscribe).is_some();
            if !plain {
                return head;
            }
            head = raw(head, "List-Unsubscribe", format!("<{unsubscribe}>"));
            raw(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())
        }
    }
}

fn boundary(mail: MailId, part: &str) -> String {
    format!("=_mg_{}_{part}", mail.0.simple())
}

fn part(content_type: &str, text: String) -> Result<SinglePart, NotBuilt> {
    let content_type = ContentType::parse(content_type).map_err(|error| NotBuilt::Other(error.to_string()))?;
    let body = Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable);
    let body = body.map_err(|_| NotBuilt::Other("a text could not be encoded".to_owned()))?;
    Ok(SinglePart::builder().header(content_type).body(body))
}

fn attached(file: &File) -> SinglePart {
    let name = header_text(&file.name, NAME_LIMIT).replace(['/', '\\'], "_");
    let name = if name.is_empty() { "file".to_owned() } else { name };
    // Mails and multiparts may not be encoded (RFC 2046, 5.2.1), so they go as files.
    let known = Some(file.content_type.as_str()).filter(|t| !t.starts_with("message/") && !t.starts_with("multipart/"));
    let content_type = known.and_then(|t| ContentType::parse(&header_text(t, NAME_LIMIT)).ok());
    let content_type =
        content_type.or_else(|| ContentType::parse("application/octet-stream").ok()).unwrap_or(ContentType::TEXT_PLAIN);
    let body = Body::new_with_encoding(file.bytes.clone(), ContentTransferEncoding::Base64);
    Attachment::new(name).body(body.unwrap_or_else(Body::new), content_type)
}

/// The subject of a mail that begins a thread: with the number of its case, by which a person finds it again.
pub fn first_subject(subject: &str, number: CaseNumber) -> String {
    let mark = format!("[{number}]");
    let subject = header_text(subject, SUBJECT_LIMIT - mark.len() - 1);
    if subject.contains(&number.to_string()) { subject } else { format!("{subject} {mark}") }
}

/// The subject of an answer: *Re:* once, before a base that stays as it was, since Gmail parts a thread whose subject changes.
pub fn answer_subject(theirs: &str) -> String {
    format!("Re: {}", base_of(&header_text(theirs, SUBJECT_LIMIT - 4)))
}

/// A subject without what mail programs of several languages put before it.
pub fn base_of(subject: &str) -> &str {
    /// Of more than so many marks the rest is left.
    const MARKS: usize = 10;
    let mut base = subject.trim();
    for _ in 0..MARKS {
        let Some((mark, rest)) = base.split_once(':') else { break };
        let mark = mark
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')'))
            .trim()
            .to_lowercase();
        if !["re", "aw", "antw", "sv", "odp", "rv", "ref", "r", "vs"].contains(&mark.as_str()) {
            break;
        }
        base = rest.trim_start();
    }
    base
}
