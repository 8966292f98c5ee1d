//! iCalendar (RFC 5545, sent as RFC 5546 says): a list of entries becomes a calendar that other programs read and follow.
//! Whose entries they are is not known here, so that every calendar of ours is written in one place. Every time is an instant in UTC:
//! each program shows it in the zone of whoever looks, and no zone of ours can be wrong (docs/decisions/0095).
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub mod ours;
mod text;
pub mod theirs;

use text::{line, param, plain};

/// Entries of one calendar; the rest is on the page it comes from.
pub const ENTRIES_AT_MOST: usize = 500;
/// How often programs are asked to look again.
const LOOK_AGAIN: &str = "PT1H";
/// How long before it is due an entry begins to show; a call takes as long.
pub const SHOWN_BEFORE: SignedDuration = SignedDuration::from_mins(15);

/// Something with a time, in the words of whoever reads the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same thing, whatever becomes of it.
    pub uid: Uuid,
    /// Rises with every change.
    pub sequence: u64,
    pub changed_at: Timestamp,
    pub summary: String,
    pub description: String,
    /// The instant by which it is due; the entry ends then.
    pub due: Timestamp,
    pub takes: Takes,
    pub standing: Standing,
    /// Where it stands in the program; empty where that is nowhere for whoever reads.
    pub url: String,
    /// Who keeps it.
    pub organizer: Address,
    /// Who is invited; nobody in a calendar that is published.
    pub attendee: Option<Address>,
}

/// Somebody with their mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    pub name: String,
    pub email: String,
}

/// Whether it fills the time of whoever keeps the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A call: nothing else fits there.
    Time,
    /// A day by which something is done: the time before it is free.
    Nothing,
}

/// Whether an entry stands or fell away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Confirmed,
    Cancelled,
}

/// What the calendar is for whoever gets it (RFC 5546, 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// To look at again and again.
    Publish,
    /// To say yes or no to.
    Request,
    /// What was asked for will not be.
    Cancel,
}

impl Method {
    pub fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// The calendar as text, every line ended and folded as the standard wants it. Entries beyond [`ENTRIES_AT_MOST`] are left out.
/// The same entries always give the same text: nothing in it is about the moment of asking.
pub fn written(method: Method, name: &str, zone: &str, entries: &[Entry]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, &format!("PRODID:-//Makegood//Makegood {}//EN", env!("CARGO_PKG_VERSION")));
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, &format!("METHOD:{}", method.word()));
    if method == Method::Publish {
        published(&mut out, name, zone);
    }
    if entries.is_empty() {
        nothing(&mut out);
    }
    for entry in entries.iter().take(ENTRIES_AT_MOST) {
        one(&mut out, method, entry);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// What a program needs to show a calendar that it reads again and again (RFC 7986, and what was used before it).
fn published(out: &mut String, name: &str, zone: &str) {
    let name = plain(name);
    line(out, &format!("NAME:{name}"));
    line(out, &format!("X-WR-CALNAME:{name}"));
    if !zone.is_empty() {
        line(out, &format!("X-WR-TIMEZONE:{}", plain(zone)));
    }
    line(out, &format!("REFRESH-INTERVAL;VALUE=DURATION:{LOOK_AGAIN}"));
    line(out, &format!("X-PUBLISHED-TTL:{LOOK_AGAIN}"));
}

/// A calendar must hold one part at least (RFC 5545, 3.6); the zone in which its times are written says nothing false.
fn nothing(out: &mut String) {
    for fixed in [
        "BEGIN:VTIMEZONE",
        "TZID:UTC",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        line(out, fixed);
    }
}

fn one(out: &mut String, method: Method, entry: &Entry) {
    let begins = entry.due.saturating_sub(SHOWN_BEFORE).unwrap_or(entry.due);
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", entry.uid));
    line(out, &format!("SEQUENCE:{}", entry.sequence));
    // What is sent is as old as its last change (3.8.7.2): whoever asks again gets the very same and need not read it.
    line(out, &format!("DTSTAMP:{}", utc(entry.changed_at)));
    line(out, &format!("LAST-MODIFIED:{}", utc(entry.changed_at)));
    line(out, &format!("DTSTART:{}", utc(begins)));
    line(out, &format!("DTEND:{}", utc(entry.due)));
    line(out, &format!("SUMMARY:{}", plain(&entry.summary)));
    if !entry.description.is_empty() {
        line(out, &format!("DESCRIPTION:{}", plain(&entry.description)));
    }
    if !entry.url.is_empty() {
        line(out, &format!("URL:{}", text::address(&entry.url)));
    }
    if !entry.organizer.email.is_empty() {
        line(out, &format!("ORGANIZER{}", with_name("", &entry.organizer)));
    }
    if let Some(attendee) = entry.attendee.as_ref().filter(|_| method != Method::Publish) {
        let asked = match method {
            Method::Request => ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
            _ => ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT",
        };
        line(out, &format!("ATTENDEE{}", with_name(asked, attendee)));
    }
    let (status, busy) = match (entry.standing, entry.takes) {
        (Standing::Cancelled, _) => ("CANCELLED", "TRANSPARENT"),
        (Standing::Confirmed, Takes::Time) => ("CONFIRMED", "OPAQUE"),
        (Standing::Confirmed, Takes::Nothing) => ("CONFIRMED", "TRANSPARENT"),
    };
    line(out, &format!("STATUS:{status}"));
    line(out, &format!("TRANSP:{busy}"));
    line(out, "END:VEVENT");
}

fn with_name(asked: &str, who: &Address) -> String {
    format!(";CN={}{asked}:mailto:{}", param(&who.name), text::address(&who.email))
}

/// An instant in UTC, which needs no zone beside it (3.3.5, form 2).
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests;
