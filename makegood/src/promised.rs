//! Promises in what people write, by one reading, that of the review: a note, a mail and a letter of theirs with the same sentence give the
//! same promise. Only proposed; a person confirms each, and it is in the ledger by one key.
use crate::said::{Zones, kind, limits, worded};
use casework::parts::Promised;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Span, Timestamp, tz::TimeZone};
use proofread::{Counted, Promise, Promiser, Purpose, Record, Reviewer, Side};

/// Promises proposed from one note.
const NOTED_AT_MOST: usize = 5;
/// How the review says that a day has no hour.
const LAST_MINUTE: (i8, i8) = (23, 59);
/// What is promised for a day is there before people go home; a call on a day is owed from its morning on.
const EVENING: i8 = 17;
const MORNING: i8 = 9;
/// Half a year on a zone has its other name.
const OTHER_HALF: SignedDuration = SignedDuration::from_hours(24 * 182);

static UTC: TimeZone = TimeZone::UTC;

/// A promise as it was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub what: Promised,
    /// What was promised, without its time and its *I will*.
    pub words: String,
    pub due: Timestamp,
    /// The words as they were typed.
    pub said: String,
}

/// When a text was written, and whose clocks it may speak of.
#[derive(Clone, Debug)]
pub struct Clocks {
    pub at: Timestamp,
    /// Meant where none is named: whoever reads a mail reads it by their own clock; a note is by ours.
    pub unsaid: TimeZone,
    pub writer: TimeZone,
    pub reader: TimeZone,
}

impl Clocks {
    /// Of a text of ours that they read.
    pub fn of_letter(at: Timestamp, writer: &TimeZone, reader: &TimeZone) -> Self {
        Self { at, unsaid: reader.clone(), writer: writer.clone(), reader: reader.clone() }
    }

    /// Of a note that we keep about a talk with them.
    fn of_note(at: Timestamp, zones: &Zones) -> Self {
        Self { at, unsaid: zones.ours.clone(), writer: zones.ours.clone(), reader: zones.theirs.clone() }
    }

    /// The moment of writing on the clock that is meant: what a text is read against.
    pub fn written(&self) -> DateTime {
        self.at.to_zoned(self.unsaid.clone()).datetime()
    }

    /// The clock by which a promise is dated; nothing where it names one that neither side has.
    fn of(&self, promise: &Promise) -> Option<&TimeZone> {
        match (&promise.zone, promise.side) {
            (Some(name), _) => named(name, self.at, [&self.writer, &self.reader]),
            (None, Side::Unsaid) => Some(&self.unsaid),
            (None, Side::Ours) => Some(&self.writer),
            (None, Side::Theirs) => Some(&self.reader),
        }
    }
}

/// The clock that goes by this name now or in half a year; people say CET all year round.
fn named<'a>(name: &str, now: Timestamp, zones: [&'a TimeZone; 2]) -> Option<&'a TimeZone> {
    let name = match name {
        "MEZ" => "CET",
        "MESZ" => "CEST",
        "GMT" | "UTC" => return Some(&UTC),
        other => other,
    };
    let goes_by = |zone: &TimeZone, at: Timestamp| zone.to_offset_info(at).abbreviation() == name;
    let later = now.checked_add(OTHER_HALF).unwrap_or(now);
    zones.into_iter().find(|zone| goes_by(zone, now) || goes_by(zone, later))
}

/// A promise of whoever wrote the text, with its moment; nothing for one that is theirs to do, has no date, or lies behind.
pub fn caught(promise: &Promise, text: &str, clocks: &Clocks, now: Timestamp) -> Option<Caught> {
    let own = promise.start..promise.end;
    let date = promise.date.clone();
    let inside = !date.is_empty() && date.start >= own.start && date.end <= own.end;
    let (before, after) =
        if inside { (text.get(own.start..date.start)?, text.get(date.end..own.end)?) } else { (text.get(own)?, "") };
    // *By Friday you have the list*: what is promised may stand behind its time.
    let words = Some(worded(before)).filter(|words| !words.is_empty()).unwrap_or_else(|| worded(after));
    if promise.who != Promiser::Sender || words.is_empty() {
        return None;
    }
    let what = kind(&words);
    let is_limit = limits(text.get(..date.start)?.lines().next_back().unwrap_or_default());
    let hour = if what == Promised::NextContact && !is_limit { MORNING } else { EVENING };
    let due = moment(promise, clocks, hour).filter(|due| *due > now)?;
    let said = match date.is_empty() {
        true => promise.start..promise.end,
        false => promise.start.min(date.start)..promise.end.max(date.end),
    };
    Some(Caught { what, words, due, said: text.get(said)?.to_owned() })
}

fn moment(promise: &Promise, clocks: &Clocks, unsaid: i8) -> Option<Timestamp> {
    let zone = clocks.of(promise)?;
    let due = promise.due?;
    let here = |zone: &TimeZone| clocks.at.to_zoned(zone.clone()).datetime();
    let today = |zone: &TimeZone| here(zone).date();
    let is_today = due.date() == today(&clocks.unsaid);
    let whole_day = (due.hour(), due.minute()) == LAST_MINUTE;
    let due = if whole_day { due.date().at(if is_today { EVENING } else { unsaid }, 0, 0, 0) } else { due };
    let due = match promise.counted {
        Counted::Calendar => due,
        // *Tomorrow* by their clock is the day after the one that it is there.
        Counted::Sending => on_their_day(due, today(&clocks.unsaid), today(zone))?,
        Counted::Hour if due.time() > here(zone).time() => today(zone).to_datetime(due.time()),
        Counted::Hour => today(zone).tomorrow().ok()?.to_datetime(due.time()),
    };
    zone.to_ambiguous_timestamp(due).compatible().ok()
}

fn on_their_day(due: DateTime, here: jiff::civil::Date, there: jiff::civil::Date) -> Option<DateTime> {
    let days = here.until(there).ok()?.get_days();
    due.checked_add(Span::new().days(days)).ok()
}

/// The promises in a note of ours that lie ahead, in the order in which they were typed.
pub fn in_note(rules: &Reviewer, note: &str, now: Timestamp, zones: &Zones) -> Vec<Caught> {
    let clocks = Clocks::of_note(now, zones);
    let record = Record { purpose: Purpose::Note, sent_at: Some(clocks.written()), ..Record::default() };
    let mut found: Vec<Caught> = vec![];
    for promise in rules.noted(note, &record) {
        let Some(one) = caught(&promise, note, &clocks, now) else { continue };
        let known = found.iter().any(|f| f.due == one.due && f.words.eq_ignore_ascii_case(&one.words));
        if !known && found.len() < NOTED_AT_MOST {
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests;
