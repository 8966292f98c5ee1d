//! What a delivery report says: who did not get which mail, and whether that is final. RFC 3464 first, then the ways in
//! which mail servers said it before, and still do.

mod wild;

pub use wild::says_so;

use super::{
    came_back::{self, Report, Word},
    header_block::{HeaderBlock, ids},
};
use casework::ids::CaseId;
use mail_parser::{Message, MessagePart, MimeHeaders, PartType, decoders::html::html_to_text};
use serde::{Deserialize, Serialize};

/// The most recipients read from one report.
pub const RECIPIENTS_AT_MOST: usize = 50;
/// So much of a report is read; what follows is the mail that came back.
const REPORT: usize = 64 * 1024;
/// What the other server said is kept up to here.
const SAID: usize = 300;

/// A delivery report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounce {
    pub recipients: Vec<Undelivered>,
    /// The Message-ID of the mail that came back.
    pub mail_id: Option<String>,
}

/// One recipient of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    /// As we addressed it, in lower case.
    pub address: String,
    pub outcome: Outcome,
    /// The enhanced status code, such as `5.1.1`.
    pub status: Option<String>,
    /// What the server said, in its words.
    pub said: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The address does not take it; trying again is no use.
    Permanent,
    /// Given up after a trouble that may pass.
    Failed,
    /// Still being tried.
    Delayed,
    /// It arrived after all, or was handed on.
    Delivered,
}

impl Bounce {
    /// What our outbox hears of it. `case` is the one whose signed address it came to.
    pub fn report(&self, case: Option<CaseId>) -> Report {
        let outcome = |outcome| match outcome {
            Outcome::Permanent | Outcome::Failed => came_back::Outcome::Failed,
            Outcome::Delayed => came_back::Outcome::Delayed,
            Outcome::Delivered => came_back::Outcome::Delivered,
        };
        let word = |one: &Undelivered| Word {
            address: one.address.clone(),
            outcome: outcome(one.outcome),
            said: one.said.clone(),
        };
        Report { mail_id: self.mail_id.clone(), case, words: self.recipients.iter().map(word).collect() }
    }
}

/// Reads a report. `sender` is whom the report is addressed to: whoever wrote the mail, so never who failed to get it.
pub fn read(message: &Message, headers: &HeaderBlock, sender: &[&str]) -> Bounce {
    let parts = Parts::of(message);
    let mut bounce = Bounce { mail_id: parts.returned_id(), recipients: from_status(&parts.status) };
    if bounce.recipients.is_empty() {
        let outcome = wild::outcome(headers.get("subject").unwrap_or_default(), parts.own());
        let failed = headers.get("x-failed-recipients").map(wild::addresses).unwrap_or_default();
        let found = if failed.is_empty() { wild::recipients(&parts, sender) } else { failed };
        let status = wild::status(parts.own());
        let said = wild::said(parts.own());
        let one = |address| Undelivered { address, outcome, status: status.clone(), said: said.clone() };
        bounce.recipients = found.into_iter().map(one).collect();
    }
    bounce.recipients.truncate(RECIPIENTS_AT_MOST);
    bounce
}

/// The parts of a report: what it says for people, what for machines, and the mail that came back.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub notice: String,
    pub status: String,
    pub returned: String,
}

impl Parts {
    fn of(message: &Message) -> Parts {
        let mut parts = Parts::default();
        let mut html = String::new();
        for part in message.parts.iter().take(super::parse::PART_LIMIT) {
            let kind = kind(part);
            match &part.body {
                _ if kind == "message/delivery-status" || kind == "message/global-delivery-status" => {
                    add(&mut parts.status, &String::from_utf8_lossy(part.contents()));
                }
                _ if kind.starts_with("message/") || kind == "text/rfc822-headers" || kind == "text/rfc822" => {
                    add(&mut parts.returned, &returned(part));
                }
                PartType::Text(text) => add(&mut parts.notice, text),
                PartType::Html(text) => add(&mut html, text),
                PartType::Message(inner) => add(&mut parts.returned, &String::from_utf8_lossy(inner.raw_message())),
                _ => {}
            }
        }
        if parts.notice.trim().is_empty() {
            parts.notice = html_to_text(html.get(..html.floor_char_boundary(REPORT)).unwrap_or_default());
        }
        if parts.notice.trim().is_empty() {
            // Boundaries that fit nothing: what stands there is all there is.
            add(&mut parts.notice, &String::from_utf8_lossy(message.raw_message()));
        }
        // Some call their delivery status plain text, or bury it in parts that do not fit.
        if parts.status.is_empty() {
            let raw = String::from_utf8_lossy(message.raw_message());
            if let Some(at) = raw.find("Final-Recipient:") {
                let from =
                    raw.get(..at).and_then(|head| head.rfind("\n\n").or_else(|| head.rfind("\r\n\r\n"))).unwrap_or(at);
                add(&mut parts.status, raw.get(from..).unwrap_or_default());
            }
        }
        parts
    }

    /// What the server itself wrote, up to where the mail begins that came back.
    pub fn own(&self) -> &str {
        self.notice.get(..wild::end_of_notice(&self.notice)).unwrap_or_default()
    }

    /// The mail that came back, or what stands of it in the notice.
    pub fn back(&self) -> &str {
        let inside = self.notice.get(wild::end_of_notice(&self.notice)..).unwrap_or_default();
        if self.returned.trim().is_empty() { inside } else { &self.returned }
    }

    fn returned_id(&self) -> Option<String> {
        let field = |line: &str| {
            let (name, value) = line.trim_start_matches(['>', ' ']).split_once(':')?;
            name.eq_ignore_ascii_case("message-id").then(|| ids(value, 1).pop())?
        };
        let lines: Vec<&str> = self.back().lines().take(500).collect();
        lines.iter().zip(lines.iter().skip(1).chain([&""])).find_map(|(line, next)| {
            let folded = format!("{line}{next}");
            field(line).or_else(|| next.starts_with([' ', '\t']).then(|| field(&folded))?)
        })
    }
}

fn kind(part: &MessagePart) -> String {
    let kind = part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
    kind.unwrap_or_default().to_ascii_lowercase()
}

fn returned(part: &MessagePart) -> String {
    match &part.body {
        PartType::Message(inner) => String::from_utf8_lossy(inner.raw_message()).into_owned(),
        _ => String::from_utf8_lossy(part.contents()).into_owned(),
    }
}

fn add(text: &mut String, more: &str) {
    let room = REPORT.saturating_sub(text.len());
    text.push_str(more.get(..more.floor_char_boundary(room)).unwrap_or_default());
    text.push('\n');
}

/// The recipients of a delivery status (RFC 3464), one group of fields each.
fn from_status(text: &str) -> Vec<Undelivered> {
    let mut found: Vec<Undelivered> = Vec::new();
    let mut group: Vec<(String, String)> = Vec::new();
    let blank = std::iter::once("");
    for line in text.lines().chain(blank) {
        let line = line.trim_end();
        if line.starts_with([' ', '\t']) && !group.is_empty() {
            if let Some((_, value)) = group.last_mut().filter(|(_, value)| value.len() < 2_000) {
                value.push(' ');
                value.push_str(line.trim());
            }
            continue;
        }
        let field = line.split_once(':').map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()));
        let again = field.as_ref().is_some_and(|(name, _)| {
            matches!(name.as_str(), "final-recipient") && group.iter().any(|(known, _)| known == name)
        });
        if line.trim().is_empty() || again {
            found.extend(undelivered(&std::mem::take(&mut group)));
        }
        group.extend(field.map(|(name, value)| (name, value.to_owned())));
        if found.len() > RECIPIENTS_AT_MOST {
            break;
        }
    }
    let mut once: Vec<Undelivered> = Vec::new();
    for one in found {
        if !once.iter().any(|known| known.address == one.address) {
            once.push(one);
        }
    }
    once
}

fn undelivered(group: &[(String, String)]) -> Option<Undelivered> {
    let get = |name: &str| group.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    // The address as we wrote it comes first: it is the one that we know.
    let address = ["original-recipient", "final-recipient", "x-actual-recipient"].into_iter().find_map(|name| {
        let value = get(name)?;
        let value = value.split_once(';').map_or(value, |(_, address)| address);
        wild::addresses(value).into_iter().next()
    })?;
    let status = get("status").and_then(wild::status);
    let action = get("action").unwrap_or_default().to_ascii_lowercase();
    let action = action.split([' ', '(', ';']).next().unwrap_or_default();
    let class = status.as_deref().and_then(|status| status.chars().next());
    let outcome = match (action, class) {
        ("delayed", _) => Outcome::Delayed,
        ("delivered" | "relayed" | "expanded", _) | ("", Some('2')) => Outcome::Delivered,
        ("", Some('4')) => Outcome::Delayed,
        (_, Some('4')) => Outcome::Failed,
        _ => Outcome::Permanent,
    };
    let said = get("diagnostic-code").unwrap_or_default();
    let said = said.split_once(';').map_or(said, |(_, said)| said).trim();
    Some(Undelivered { address, outcome, status, said: said.chars().take(SAID).collect() })
}

#[cfg(test)]
#[path = "bounce/tests.rs"]
mod tests;
