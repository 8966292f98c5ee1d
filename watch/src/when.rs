//! A moment as order systems know it: sometimes an instant, often only a day.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A day without a time stays a day: "by the 20th" is kept until the 20th is over where the supplier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    Day(Date),
    At(Timestamp),
}

impl When {
    /// The first instant of it.
    pub fn begins(self, zone: &TimeZone) -> Timestamp {
        match self {
            When::Day(day) => midnight(day, zone),
            When::At(at) => at,
        }
    }

    /// The first instant after it: the midnight that ends the day, or the instant itself.
    pub fn ends(self, zone: &TimeZone) -> Timestamp {
        match self {
            When::Day(day) => day.tomorrow().map_or(Timestamp::MAX, |next| midnight(next, zone)),
            When::At(at) => at,
        }
    }

    /// The day it falls on.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            When::Day(day) => day,
            When::At(at) => at.to_zoned(zone.clone()).date(),
        }
    }

    /// Surely later than the other: a day and an instant within that day say nothing about their order.
    pub fn surely_after(self, other: When, zone: &TimeZone) -> bool {
        match (self, other) {
            (When::At(one), When::At(two)) => one > two,
            (When::Day(one), When::Day(two)) => one > two,
            _ => self.day(zone) > other.day(zone),
        }
    }
}

/// The first instant of a local day; where a zone skips midnight, the first instant that exists.
fn midnight(day: Date, zone: &TimeZone) -> Timestamp {
    day.to_zoned(zone.clone())
        .and_then(|start| start.start_of_day())
        .map(|start| start.timestamp())
        .unwrap_or_else(|_| if day.year() > 0 { Timestamp::MAX } else { Timestamp::MIN })
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            When::Day(day) => day.fmt(out),
            When::At(at) => at.fmt(out),
        }
    }
}

/// Text that is neither `2026-11-20` nor `2026-11-20T14:00:00Z`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAMoment;

impl fmt::Display for NotAMoment {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("neither a day nor an instant")
    }
}

impl std::error::Error for NotAMoment {}

impl FromStr for When {
    type Err = NotAMoment;
    fn from_str(text: &str) -> Result<When, NotAMoment> {
        if text.len() == 10 {
            return text.parse().map(When::Day).map_err(|_| NotAMoment);
        }
        text.parse().map(When::At).map_err(|_| NotAMoment)
    }
}

impl TryFrom<String> for When {
    type Error = NotAMoment;
    fn try_from(text: String) -> Result<When, NotAMoment> {
        text.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn by_the_twentieth_is_kept_until_the_twentieth_is_over_where_the_supplier_is() {
        let promise: When = "2026-11-20".parse().unwrap();
        assert_eq!(promise.ends(&zone("Europe/Berlin")).to_string(), "2026-11-20T23:00:00Z");
        assert_eq!(promise.ends(&zone("America/New_York")).to_string(), "2026-11-21T05:00:00Z");
    }

    #[test]
    fn a_day_that_begins_without_midnight_begins_at_its_first_instant() {
        let skipped: When = "2018-11-04".parse().unwrap();
        assert_eq!(skipped.begins(&zone("America/Sao_Paulo")).to_string(), "2018-11-04T03:00:00Z");
    }

    #[test]
    fn the_far_ends_of_time_do_not_panic() {
        let utc = TimeZone::UTC;
        for day in [Date::MIN, Date::MAX] {
            let when = When::Day(day);
            assert!(when.begins(&utc) <= when.ends(&utc));
        }
    }

    #[test]
    fn a_day_and_an_instant_within_it_have_no_sure_order() {
        let utc = TimeZone::UTC;
        let day: When = "2026-11-20".parse().unwrap();
        let noon: When = "2026-11-20T12:00:00Z".parse().unwrap();
        assert!(!day.surely_after(noon, &utc) && !noon.surely_after(day, &utc));
    }

    #[test]
    fn text_comes_back_as_it_was() {
        for text in ["2026-11-20", "2026-11-20T12:00:00Z"] {
            assert_eq!(text.parse::<When>().unwrap().to_string(), text);
        }
        assert!("20.11.2026".parse::<When>().is_err());
    }
}
