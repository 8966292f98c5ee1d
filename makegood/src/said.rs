//! Times as people say them in a field: *tomorrow 9*, *their morning*, *next week Tue 14*, *new labels, Fri 10*.
//!
//! Pure: what is said, now, and the two zones go in; an instant comes out, or nothing. Nothing here decides: a time is read
//! back to the person. The words of a language are data (`english.rs`, `german.rs`). What a text promises, the review says (`promised.rs`).
mod english;
mod german;
mod hours;
mod laid;
mod scan;
mod tokens;
mod tongue;
mod wording;

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use scan::{Found, Mode, Unsaid};
use tongue::Tongue;
pub use wording::{kind, limits, worded};

/// The clock on our wall and on theirs.
#[derive(Clone, Debug)]
pub struct Zones {
    pub ours: TimeZone,
    pub theirs: TimeZone,
}

impl Zones {
    /// Where nobody at a customer is meant, both are ours.
    pub fn ours(zone: &TimeZone) -> Zones {
        Zones { ours: zone.clone(), theirs: zone.clone() }
    }
}

/// The languages in which people type here, in the order in which they are tried.
const TONGUES: [&Tongue; 2] = [&english::ENGLISH, &german::GERMAN];

/// The longest text read as one time; nobody says it longer.
const LONGEST: usize = 120;

/// The instant that is meant by the whole of the words; a browser's `2026-11-23T14:20` and RFC 3339 count too.
pub fn time(words: &str, now: Timestamp, zones: &Zones) -> Option<Timestamp> {
    let words = words.trim();
    let exact = words.to_uppercase();
    if let Ok(at) = exact.parse::<Timestamp>() {
        return Some(at);
    }
    // A local time to the second, as a program writes it.
    if let Ok(local) = exact.parse::<jiff::civil::DateTime>()
        && exact.contains(':')
    {
        return zones.ours.to_ambiguous_timestamp(local).compatible().ok();
    }
    whole(words)?.at(now, zones, Unsaid::Morning)
}

/// The day that is meant by the whole of the words, on our wall.
pub fn date(words: &str, now: Timestamp, zone: &TimeZone) -> Option<Date> {
    whole(words.trim())?.day(now, zone)
}

/// In whichever language it was said: no word of one is another day in the other.
fn whole(words: &str) -> Option<Found> {
    if words.len() > LONGEST {
        return None;
    }
    let tokens = tokens::of(words);
    let all = |tongue| scan::expression(&tokens, 0, Mode::Whole, tongue).filter(|found| found.tokens == tokens.len());
    TONGUES.into_iter().find_map(all)
}

/// A sentence with a time in it: what is left of it, and the instant. Such as *New labels by courier, tomorrow 10*.
pub fn dated(sentence: &str, now: Timestamp, zones: &Zones) -> Option<(String, Timestamp)> {
    let tokens = tokens::of(sentence);
    TONGUES.into_iter().find_map(|tongue| {
        let (from, found) = scan::all(&tokens, tongue).pop()?;
        let at = found.at(now, zones, Unsaid::Evening)?;
        let (begins, ends) = (tokens[from].at.start, tokens[from + found.tokens - 1].at.end);
        let left = format!("{} {}", &sentence[..begins], &sentence[ends..]);
        Some((wording::trimmed(&left, &[tongue]), at))
    })
}

#[cfg(test)]
mod tests;
