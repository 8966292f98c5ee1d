//! Who wrote a mail: a person or a machine. Decided once, from the header fields, and carried along.

use super::{
    bounce,
    header_block::{HeaderBlock, ids},
    incoming::AutoAnswer,
    reply_address,
};
use serde::{Deserialize, Serialize};

/// A person's mail may mean trouble; a machine's is kept and shown and changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    Person,
    Machine(Machine),
}

/// What kind of machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Machine {
    AutoReply,
    OutOfOffice,
    Bounce,
    /// Somebody's provider passes on that they called a mail of ours spam (RFC 5965).
    Complaint,
    List,
    /// A mail that has been round too often, or that carries our own mark.
    Loop,
    /// One of our own messages, come back as it was sent.
    Our,
}

impl Origin {
    /// The stable word for storage.
    pub fn word(self) -> &'static str {
        match self {
            Origin::Person => "person",
            Origin::Machine(Machine::AutoReply) => "auto-reply",
            Origin::Machine(Machine::OutOfOffice) => "out-of-office",
            Origin::Machine(Machine::Bounce) => "bounce",
            Origin::Machine(Machine::Complaint) => "complaint",
            Origin::Machine(Machine::List) => "list",
            Origin::Machine(Machine::Loop) => "loop",
            Origin::Machine(Machine::Our) => "our",
        }
    }
}

/// How to recognise our own mail.
#[derive(Debug, Clone, Default)]
pub struct Ours {
    /// The addresses we send from, in lower case.
    pub addresses: Vec<String>,
    /// The domains in our Message-IDs, in lower case.
    pub domains: Vec<String>,
}

impl Ours {
    /// Whether a Message-ID looks like one of ours. Anybody can write one; so nothing is believed for it, it only keeps a mail
    /// of ours that comes back from being answered.
    fn made(&self, id: &str) -> bool {
        let domain = id.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        id.starts_with(OUR_ID) || self.domains.contains(&domain)
    }
}

/// What every Message-ID we make begins with.
pub const OUR_ID: &str = "mg1.";
/// The field with which we mark what we send.
pub const OUR_MARK: &str = "x-makegood-loop";
/// So many hops are a loop: real ways have fewer than ten.
const HOPS: usize = 50;

/// Decides it. `X-Auto-Response-Suppress` alone says nothing: Exchange puts it on mail that people write.
pub fn origin_of(headers: &HeaderBlock, from: Option<&str>, text: &str, ours: &Ours) -> Origin {
    let our_id = headers.get("message-id").is_some_and(|value| ids(value, 1).iter().any(|id| ours.made(id)));
    let from_us = from.is_some_and(|from| ours.addresses.iter().any(|address| *address == reply_address::bare(from)));
    if our_id || from_us {
        return Origin::Machine(Machine::Our);
    }
    if is_complaint(headers) {
        return Origin::Machine(Machine::Complaint);
    }
    if is_bounce(headers, from, text) {
        return Origin::Machine(Machine::Bounce);
    }
    if headers.has(OUR_MARK) || headers.has("x-loop") || headers.all("received").count() > HOPS {
        return Origin::Machine(Machine::Loop);
    }
    if let Some(machine) = automatic(headers) {
        return Origin::Machine(machine);
    }
    if is_list(headers) {
        return Origin::Machine(Machine::List);
    }
    Origin::Person
}

fn is_complaint(headers: &HeaderBlock) -> bool {
    lower(headers.get("content-type")).contains("feedback-report")
        || lower(headers.get("subject")).starts_with("complaint about message from ")
}

/// A delivery report, or what mail servers wrote before there were reports. Where the header alone does not say it, the
/// sender must be a server or the subject speak of it, and the text as well: people write about lost parcels too.
fn is_bounce(headers: &HeaderBlock, from: Option<&str>, text: &str) -> bool {
    let content_type = lower(headers.get("content-type"));
    let report = content_type.starts_with("multipart/report");
    if report && !content_type.contains("disposition-notification") {
        return true;
    }
    let local = from.and_then(|from| from.split('@').next()).unwrap_or_default();
    // The raw fields too: many daemons write a name and no address.
    let written = lower(headers.get("from")) + &lower(headers.get("return-path"));
    let daemon = ["mailer-daemon", "mailerdaemon", "mail-daemon", "mail delivery subsystem", "mmdf@", "mdaemon@"]
        .iter()
        .any(|name| written.contains(name));
    let to_nobody = headers.get("return-path").is_some_and(|path| path.trim() == "<>");
    let subject = lower(headers.get("subject"));
    let says_so = SAYS_SO.iter().any(|words| subject.contains(words));
    let failed = ["x-failed-recipients", "x-mailer-daemon-error", "x-report-type"].iter().any(|name| headers.has(name));
    let server = matches!(local, "postmaster" | "post_master" | "imss");
    daemon || failed || (to_nobody && says_so) || (server && (to_nobody || says_so)) || {
        (server || (says_so && !is_answer(&subject))) && bounce::says_so(text)
    }
}

/// Subjects of reports.
const SAYS_SO: [&str; 11] = [
    "undeliver",
    "returned mail",
    "delivery status notification",
    "failure notice",
    "delivery failure",
    "delivery failed",
    "mail delivery",
    "failed mail",
    "could not be delivered",
    "user unknown",
    "delivery has failed",
];

/// Somebody answers, or passes a report on to us: that is a person's mail.
fn is_answer(subject: &str) -> bool {
    ["re:", "aw:", "fw:", "fwd:", "wg:", "odp:", "rv:"].iter().any(|mark| subject.starts_with(mark))
}

/// An answer that no person wrote.
fn automatic(headers: &HeaderBlock) -> Option<Machine> {
    let submitted = lower(headers.get("auto-submitted"));
    let kind = submitted.split([';', ' ', '(']).next().unwrap_or_default();
    let subject = lower(headers.get("subject"));
    let answers = !matches!(kind, "" | "no" | "auto-forwarded");
    // Exchange's own out-of-office says only this pair; one of the two alone stands on people's mail as well.
    let exchange = headers.has("x-ms-exchange-inbox-rules-loop") && headers.has("x-auto-response-suppress");
    let absent = exchange
        || submitted.contains("vacation")
        || [
            "out of office",
            "out of the office",
            "abwesenheit",
            "vacation",
            "poza biurem",
            "fuera de la oficina",
            "automatische antwort",
        ]
        .iter()
        .any(|words| subject.contains(words));
    let marked = ["x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-autoreply-from"]
        .iter()
        .any(|name| headers.has(name));
    let told = answers || exchange || marked || precedence(headers, &["auto_reply"]);
    let receipt = lower(headers.get("content-type")).contains("disposition-notification");
    match (told, absent) {
        (true, true) => Some(Machine::OutOfOffice),
        (true, false) => Some(Machine::AutoReply),
        (false, _) if receipt => Some(Machine::AutoReply),
        _ => None,
    }
}

/// Whether a machine of ours may answer by itself. Some ask for none with fields that people's mail has as well.
pub fn auto_answer(headers: &HeaderBlock, origin: Origin) -> AutoAnswer {
    let suppressed = lower(headers.get("x-auto-response-suppress"));
    let none =
        ["all", "oof", "autoreply"].iter().any(|word| suppressed.split([',', ' ', ';']).any(|said| said == *word));
    let to_nobody = headers.get("return-path").is_some_and(|path| path.trim() == "<>");
    let person = origin == Origin::Person && matches!(lower(headers.get("auto-submitted")).as_str(), "" | "no");
    if person && !none && !to_nobody { AutoAnswer::Allowed } else { AutoAnswer::Unwanted }
}

fn is_list(headers: &HeaderBlock) -> bool {
    let named = ["list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list", "x-mailman-version"]
        .iter()
        .any(|name| headers.has(name));
    named || precedence(headers, &["bulk", "list", "junk"])
}

/// Any of several `Precedence` fields counts.
fn precedence(headers: &HeaderBlock, words: &[&str]) -> bool {
    headers.all("precedence").any(|value| words.contains(&lower(Some(value)).as_str()))
}

fn lower(value: Option<&str>) -> String {
    value.unwrap_or_default().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headers: &str) -> &'static str {
        let ours = Ours { addresses: vec!["care@ours.example".into()], domains: vec!["ours.example".into()] };
        origin_of(&HeaderBlock::read(format!("{headers}\n\nbody").as_bytes()), Some("rao@acme.example"), "body", &ours)
            .word()
    }

    #[test]
    fn people_and_machines_are_told_apart() {
        for (headers, word) in [
            ("Subject: boards are late", "person"),
            ("Auto-Submitted: no", "person"),
            ("Auto-Submitted: auto-forwarded", "person"),
            ("X-Auto-Response-Suppress: All", "person"),
            ("X-MS-Exchange-Inbox-Rules-Loop: a@b.example", "person"),
            ("Subject: out of office from Friday, please ship early", "person"),
            ("Auto-Submitted: Auto-Replied", "auto-reply"),
            ("Auto-Submitted: auto-replied; owner-email=\"me@example.com\"", "auto-reply"),
            ("X-Autoreply: yes", "auto-reply"),
            ("Auto-Submitted: auto-replied (zimbra; vacation)", "out-of-office"),
            ("X-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: a@b.example", "out-of-office"),
            ("Subject: Abwesenheitsnotiz\nAuto-Submitted: auto-replied", "out-of-office"),
            ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", "bounce"),
            ("Return-Path: <>\nSubject: Undeliverable: your mail", "bounce"),
            ("X-Failed-Recipients: a@b.example", "bounce"),
            ("Return-Path: <MAILER-DAEMON@x.example>\nSubject: sorry", "bounce"),
            ("Subject: our pallet could not be delivered", "person"),
            ("List-Id: <makers.example>", "list"),
            ("Precedence: bulk", "list"),
            ("X-Loop: somebody", "loop"),
            ("Message-ID: <mg1.7.abc@ours.example>", "our"),
            ("Message-ID: <7@Ours.example>", "our"),
            ("Precedence: never\nPrecedence: bulk", "list"),
            ("Content-Type: multipart/report; report-type=feedback-report; boundary=x", "complaint"),
            ("Subject: RE: Undeliverable: your mail", "person"),
        ] {
            assert_eq!(of(headers), word, "{headers}");
        }
    }

    #[test]
    fn fifty_one_hops_are_a_loop() {
        assert_eq!(of(&"Received: by x\n".repeat(51)), "loop");
        assert_eq!(of(&"Received: by x\n".repeat(20)), "person");
    }
}
