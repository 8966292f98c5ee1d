//! The dates of a customer's case as entries of their calendar, in their language; and the invitation to an agreed call, which both
//! sides can take along.
use super::{Address, ENTRIES_AT_MOST, Entry, Method, Standing, Takes, written};
use crate::theirs::dates::{Date, Dates, What};
use crate::web::when;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::agenda::Stands;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::contacts::Contact;

/// What was over so long ago is told no more; it stands on the page.
pub const OVER_FOR: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Whose dates, and on whose clock they are said.
pub struct Told<'a> {
    pub dates: &'a Dates,
    /// What we are called; empty until somebody says so.
    pub firm: &'a str,
    pub zone: &'a TimeZone,
}

/// Everything that is told to the customer, the soonest first. `now` counts in days, so that one day's calendars are all the same.
pub fn entries(told: &Told<'_>, now: Timestamp) -> Vec<Entry> {
    let today = now.to_zoned(TimeZone::UTC).start_of_day().map_or(now, |day| day.timestamp());
    let since = today.saturating_sub(OVER_FOR).unwrap_or(Timestamp::MIN);
    let mut all: Vec<&Date> =
        told.dates.all.iter().filter(|d| d.stands == Stands::Open || d.changed_at > since).collect();
    // What still stands is never crowded out by what is over.
    all.sort_by_key(|date| (date.stands != Stands::Open, date.at, date.id));
    all.into_iter().take(ENTRIES_AT_MOST).map(|date| entry(told, date)).collect()
}

fn entry(told: &Told<'_>, date: &Date) -> Entry {
    let standing = if matches!(date.stands, Stands::Broken | Stands::CalledOff) {
        Standing::Cancelled
    } else {
        Standing::Confirmed
    };
    let mark = match date.stands {
        Stands::Open => None,
        Stands::Kept => Some("theirs-feed-done"),
        Stands::Broken => Some("theirs-feed-broken"),
        Stands::CalledOff => Some("theirs-feed-off"),
    };
    let what = what(told, date);
    let call = matches!(date.what, What::NextWord | What::FollowUp);
    Entry {
        uid: date.id,
        sequence: date.sequence,
        changed_at: date.changed_at,
        summary: mark.map_or(what.clone(), |key| t_with(key, &[("what", what.into())])),
        description: about(told, date),
        due: date.at,
        takes: if call && date.stands == Stands::Open { Takes::Time } else { Takes::Nothing },
        standing,
        url: String::new(),
        organizer: date.by.clone(),
        attendee: None,
    }
}

/// One line: who does what, so that it is understood among the other entries of a day.
fn what(told: &Told<'_>, date: &Date) -> String {
    let name = date.by.name.as_str();
    let firm = if told.firm.is_empty() { name } else { told.firm };
    let by = |key: &str| t_with(key, &[("name", name.into()), ("firm", firm.into())]);
    let said = |key: &str, words: &str| t_with(key, &[("firm", firm.into()), ("words", words.into())]);
    match date.what {
        What::NextWord => by("theirs-feed-next"),
        What::CheckIn => by("theirs-feed-check-in"),
        What::FollowUp => by("theirs-feed-follow-up"),
        What::Promise => said("theirs-feed-promise", &date.words),
        What::Amends(kind) => {
            said("theirs-feed-promise", &t(&format!("amends-kind-{}", kind.word().replace('_', "-"))))
        }
        What::OurStep => said("theirs-feed-our-step", &date.words),
        What::TheirStep => said("theirs-feed-your-step", &date.words),
    }
}

/// The rest: by when on their clock, about which trouble, and whom to call.
fn about(told: &Told<'_>, date: &Date) -> String {
    let mut lines = vec![];
    if date.what == What::NextWord && !date.words.trim().is_empty() {
        lines.push(date.words.clone());
    }
    if date.stands == Stands::Open {
        let zone = told.zone.iana_name().unwrap_or("UTC");
        let at = when::whole_moment(date.at, told.zone);
        lines.push(t_with("theirs-feed-by", &[("when", at.into()), ("zone", zone.into())]));
    }
    if !date.who.is_empty() {
        lines.push(t_with("theirs-feed-who", &[("name", date.who.as_str().into())]));
    }
    lines.push(t_with("theirs-feed-about", &[("title", quoted(&told.dates.title).into())]));
    let (name, phone) = (told.dates.person.name.as_str(), told.dates.phone.as_str());
    if !name.is_empty() {
        let key = if phone.is_empty() { "theirs-feed-person" } else { "theirs-feed-person-phone" };
        lines.push(t_with(key, &[("name", name.into()), ("phone", phone.into())]));
    }
    lines.join("\n")
}

/// What the calendar is called.
pub fn name(told: &Told<'_>) -> String {
    let firm = if told.firm.is_empty() { told.dates.person.name.as_str() } else { told.firm };
    t_with("theirs-feed-name", &[("firm", firm.into()), ("number", told.dates.number.to_string().into())])
}

/// Whether the call that was agreed is still to come.
pub fn method(date: &Date) -> Method {
    match date.stands {
        Stands::Open => Method::Request,
        Stands::Kept | Stands::Broken | Stands::CalledOff => Method::Cancel,
    }
}

/// The invitation to an agreed call; once it will not take place any more as it was agreed, the word that it does not. A contact
/// without a mail address cannot be invited as the standard wants it: they get the entry to keep.
pub fn invitation(told: &Told<'_>, date: &Date, contact: &Contact) -> (Method, String) {
    let attendee = Address { name: contact.name.clone(), email: contact.email.clone() };
    let can_be_asked = !attendee.email.is_empty() && !date.by.email.is_empty();
    let method = if can_be_asked { method(date) } else { Method::Publish };
    let mut entry = Entry { attendee: Some(attendee), ..entry(told, date) };
    if method == Method::Cancel {
        entry.standing = Standing::Cancelled;
        entry.due = date.due;
    }
    let body = written(method, &name(told), "", &[entry]);
    (method, body)
}

#[cfg(test)]
mod tests;
