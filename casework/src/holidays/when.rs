//! The words in which a holiday's day of the year is written, and their meaning.
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::{orthodox_easter, western_easter};

/// A day of every year. Written as one of
/// `12-25` · `easter` · `easter -2` · `orthodox easter +1` · `third monday in 01` · `last monday in 05` ·
/// `monday before 05-25` · `friday on or after 10-31` · `monday on or before 05-24` · `monday after 06-20`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum When {
    Fixed {
        month: i8,
        day: i8,
    },
    /// Days after Easter Sunday, negative before it.
    Easter {
        days: i16,
    },
    OrthodoxEaster {
        days: i16,
    },
    /// The nth such weekday of a month; -1 is the last.
    Nth {
        nth: i8,
        weekday: Weekday,
        month: i8,
    },
    /// The first such weekday at or after a date that lies `shift` days from a fixed one. "Before the 25th" is "at or
    /// after the 18th".
    Near {
        weekday: Weekday,
        month: i8,
        day: i8,
        shift: i16,
    },
}

impl When {
    /// `None` in a year that has no such day.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Easter { days } => western_easter(year)?.checked_add(i64::from(days).days()).ok(),
            Self::OrthodoxEaster { days } => orthodox_easter(year)?.checked_add(i64::from(days).days()).ok(),
            Self::Nth { nth, weekday, month } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Near { weekday, month, day, shift } => {
                let from = Date::new(year, month, day).ok()?.checked_add(i64::from(shift).days()).ok()?;
                from.checked_add(i64::from(from.weekday().until(weekday)).days()).ok()
            }
        }
    }
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        read(&words).ok_or_else(|| format!("`{text}` does not describe a day of the year"))
    }
}

fn read(words: &[&str]) -> Option<When> {
    match words {
        [day] if *day != "easter" => month_day(day).map(|(month, day)| When::Fixed { month, day }),
        ["easter", rest @ ..] => Some(When::Easter { days: days(rest)? }),
        ["orthodox", "easter", rest @ ..] => Some(When::OrthodoxEaster { days: days(rest)? }),
        [nth, day, "in", month] => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(When::Nth { nth: ordinal(nth)?, weekday: weekday(day)?, month })
        }
        [day, "after", date] => near(day, date, 1),
        [day, "before", date] => near(day, date, -7),
        [day, "on", "or", "after", date] => near(day, date, 0),
        [day, "on", "or", "before", date] => near(day, date, -6),
        _ => None,
    }
}

fn near(day: &str, date: &str, shift: i16) -> Option<When> {
    let (month, date) = month_day(date)?;
    Some(When::Near { weekday: weekday(day)?, month, day: date, shift })
}

fn days(words: &[&str]) -> Option<i16> {
    match words {
        [] => Some(0),
        [days] => days.parse().ok(),
        _ => None,
    }
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::new(2000, month, day).ok().map(|_| (month, day))
}

fn ordinal(word: &str) -> Option<i8> {
    let words = ["first", "second", "third", "fourth", "fifth"];
    match word {
        "last" => Some(-1),
        _ => words.iter().position(|known| *known == word).and_then(|n| i8::try_from(n + 1).ok()),
    }
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}
