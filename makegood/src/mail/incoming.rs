//! A mail as the rest of the program sees it, and what was odd about it.

use super::{away::Away, bounce::Bounce, calendar::Calendar, origin::Origin, own_id, quoted, reply_address};
use casework::ids::{CaseNumber, MailId};
use casework::kinds::CalendarAnswer;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One address: the mail part in lower case, since nobody tells people apart by capitals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub name: Option<String>,
    pub mail: String,
}

/// A file that came with a mail, by description; its bytes stay in the raw mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: Option<String>,
    pub content_type: String,
    pub bytes: u64,
    #[serde(default)]
    pub role: Role,
    /// Its Content-ID, by which HTML shows it in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    #[default]
    File,
    /// A picture within the text.
    Inline,
    Calendar,
    /// A mail within the mail.
    Mail,
    /// The signature of S/MIME or PGP.
    Seal,
}

/// How a mail is sealed, by what it says of itself; no seal is checked here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protection {
    SmimeSigned,
    SmimeEncrypted,
    PgpSigned,
    PgpEncrypted,
}

/// Whether a machine of ours may answer by itself (RFC 3834). Whoever says so asks for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AutoAnswer {
    Allowed,
    Unwanted,
}

/// A mail, parsed. Everything may be missing; nothing is longer than its limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub message_id: Option<String>,
    pub in_reply_to: Vec<String>,
    /// Oldest first, as written.
    pub references: Vec<String>,
    pub from: Option<Address>,
    pub reply_to: Vec<Address>,
    pub to: Vec<Address>,
    pub cc: Vec<Address>,
    /// Where a server says that it delivered it; a blind copy stands nowhere else.
    pub delivered_to: Vec<Address>,
    pub subject: String,
    /// As the sender's clock had it; never used to order anything.
    pub sent_at: Option<Timestamp>,
    pub text: String,
    /// Its HTML, made safe.
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    pub origin: Origin,
    /// What it says about a mail of ours that did not arrive.
    pub bounce: Option<Bounce>,
    /// When an out-of-office says that they are away.
    pub away: Option<Away>,
    pub calendar: Option<Calendar>,
    pub protection: Option<Protection>,
    pub auto_answer: AutoAnswer,
}

/// What a mail says besides its text, as it is kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Besides {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub away: Option<Away>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// That it asks for no automatic answer; machines' mail gets none anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_answer: Option<AutoAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
}

/// How a mail was laid out besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    Html,
}

impl Besides {
    /// As it was kept; what cannot be read says nothing.
    pub fn read(kept: &str) -> Besides {
        serde_json::from_str(kept).unwrap_or_default()
    }
    /// To be kept; nothing where it says nothing.
    pub fn kept(&self) -> String {
        if *self == Besides::default() { String::new() } else { serde_json::json!(self).to_string() }
    }
}

impl Incoming {
    pub fn besides(&self) -> Besides {
        let asks_for_none = self.origin == Origin::Person && self.auto_answer == AutoAnswer::Unwanted;
        Besides {
            away: self.away,
            calendar: self.calendar.clone(),
            protection: self.protection,
            auto_answer: asks_for_none.then_some(AutoAnswer::Unwanted),
            layout: self.html.as_ref().map(|_| Layout::Html),
        }
    }

    /// What somebody pressed in their calendar.
    pub fn calendar_answer(&self) -> Option<CalendarAnswer> {
        let from = self.from.as_ref().map_or("", |from| from.mail.as_str());
        self.calendar.as_ref().and_then(|calendar| calendar.answer_of(from))
    }

    /// A calendar answered and nobody wrote a word of their own: a hint, and no letter that waits for an answer.
    pub fn is_only_a_calendar(&self) -> bool {
        self.calendar_answer().is_some() && quoted::own(&self.text).is_empty()
    }

    /// Mails of ours that it answers, or that it says did not arrive: by Message-IDs with our seal, the likeliest first.
    pub fn answers_ours(&self, key: &[u8]) -> Vec<MailId> {
        let returned = self.bounce.as_ref().and_then(|bounce| bounce.mail_id.as_deref());
        returned.into_iter().chain(self.parents()).filter_map(|id| own_id::mail_of(key, id)).collect()
    }

    /// Ids of mails this one may answer, the likeliest first: `In-Reply-To`, then `References` from the newest.
    ///
    /// Its own id is left out: a mail that replies to itself has no parent.
    pub fn parents(&self) -> impl Iterator<Item = &str> {
        let own = self.message_id.as_deref();
        self.in_reply_to
            .iter()
            .chain(self.references.iter().rev())
            .map(String::as_str)
            .filter(move |id| Some(*id) != own)
    }

    /// The case that one of its recipients names with our signature: To, Cc, or where a blind copy was delivered.
    pub fn signed_case(&self, key: &[u8]) -> Option<CaseNumber> {
        let to = self.to.iter().chain(&self.cc).chain(&self.delivered_to);
        to.into_iter().find_map(|address| reply_address::read(key, &address.mail))
    }
}

/// Something about a mail that a person may want to know, or that makes its sender doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    NoFrom,
    /// Two `From` fields: two readers may see two senders.
    TwoFroms,
    /// One `From` field with several addresses.
    ManyFromAddresses,
    /// A header name with a space or control character in it.
    OddHeaderName,
    TooManyHeaders,
    NoMessageId,
    NoDate,
    TooLarge,
    TooManyParts,
    TooDeep,
    TextCut,
    /// Its HTML is larger or deeper than any letter; its text was kept.
    HtmlLeftOut,
    /// Pictures and styles from elsewhere were left out of its HTML.
    PicturesLeftOut,
    /// A part is not written as it says; what could be read of it is shown.
    BrokenEncoding,
    /// A `winmail.dat` that could not be opened.
    UnopenedTnef,
    /// The parser gave up; only the header fields were read.
    Unreadable,
}

impl Oddity {
    /// Whoever claims to have sent it is not believed: the mail goes to a person, never to a case by itself.
    pub fn doubts_sender(self) -> bool {
        matches!(self, Oddity::NoFrom | Oddity::TwoFroms | Oddity::ManyFromAddresses | Oddity::OddHeaderName)
    }

    /// The stable word for storage.
    pub fn word(self) -> &'static str {
        match self {
            Oddity::NoFrom => "no-from",
            Oddity::TwoFroms => "two-froms",
            Oddity::ManyFromAddresses => "many-from-addresses",
            Oddity::OddHeaderName => "odd-header-name",
            Oddity::TooManyHeaders => "too-many-headers",
            Oddity::NoMessageId => "no-message-id",
            Oddity::NoDate => "no-date",
            Oddity::TooLarge => "too-large",
            Oddity::TooManyParts => "too-many-parts",
            Oddity::TooDeep => "too-deep",
            Oddity::TextCut => "text-cut",
            Oddity::HtmlLeftOut => "html-left-out",
            Oddity::PicturesLeftOut => "pictures-left-out",
            Oddity::BrokenEncoding => "broken-encoding",
            Oddity::UnopenedTnef => "unopened-tnef",
            Oddity::Unreadable => "unreadable",
        }
    }
}
