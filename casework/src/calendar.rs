//! Business time: when a place is open, and what a number of working minutes or days from now means there.
//!
//! A calendar carries its time zone as a value: looking a zone up reads files, which is the shell's work. Durations are
//! counted on the instant time-line inside open stretches, never by subtracting local times, so a night on which the
//! clock is changed has its true length. Rule of RELIABILITY 5.2; PEERS "rules we should take", 5.
mod days;
mod minutes;
mod spec;
mod stretches;
mod trace;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trace_tests;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

pub use spec::{CalendarProblem, CalendarSpec, HolidayChoice, MAX_EXCEPTIONS, MAX_WINDOWS_PER_DAY, Window};
pub use trace::{MAX_PIECES, Piece, Trace, Why};

use crate::holidays::Holidays;

/// How many days a count looks ahead before it says that the place never opens: three years.
pub const SCAN_DAYS: u32 = 3 * 366;
/// The years for which holidays are worked out when a calendar is built.
pub const HOLIDAY_YEARS: std::ops::RangeInclusive<i16> = 1990..=2060;

/// A calendar ready to count with. It never changes; share it behind an `Arc`.
#[derive(Debug, Clone)]
pub struct Calendar {
    spec: CalendarSpec,
    zone: TimeZone,
    /// Sorted by date, one entry a date; the number points into `names`.
    holidays: Vec<(Date, u16)>,
    names: Vec<String>,
    listed_until: Option<i16>,
    /// True when some shift runs past midnight, so that the day before must be looked at too.
    night_shifts: Nights,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nights {
    None,
    Some,
}

/// A day in a sentence: a weekday of the plain week, or one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedDay {
    Weekday(Weekday),
    Date(Date),
}

impl NamedDay {
    fn weekday(monday_zero: usize) -> Self {
        let offset = i8::try_from(monday_zero).expect("a weekday number is below seven");
        Self::Weekday(Weekday::from_monday_zero_offset(offset).expect("a weekday number is below seven"))
    }
}

/// Within three years of `from` there is not enough open time for what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeverOpen {
    pub from: Timestamp,
    /// How many days were looked at.
    pub days: u32,
}

impl std::fmt::Display for NeverOpen {
    /// For logs only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not enough open time within {} days of {}", self.days, self.from)
    }
}

impl std::error::Error for NeverOpen {}

/// Why a date has no working hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// A day of the week without hours.
    Weekend,
    /// A public holiday, by its name in the country's own files.
    Holiday(String),
    /// Someone closed this very date.
    Exception,
}

impl Calendar {
    /// Judges the spec and works its holidays out once. `zone` is the time zone that `spec.zone` names, looked up by the
    /// caller.
    ///
    /// # Errors
    /// An empty calendar is a mistake, never "always open"; so are reversed and overlapping hours and unknown places.
    pub fn new(spec: CalendarSpec, zone: TimeZone, rules: &Holidays) -> Result<Self, CalendarProblem> {
        spec.check(rules)?;
        let mut spec = spec;
        spec.week.iter_mut().for_each(|windows| windows.sort_unstable());
        spec.exceptions.values_mut().for_each(|windows| windows.sort_unstable());
        let (mut holidays, mut names) = (Vec::new(), Vec::<String>::new());
        let mut listed_until = None;
        if let Some(choice) = &spec.holidays {
            listed_until = rules.countries.get(&choice.country).and_then(|country| country.listed_until);
            let (first, last) = (*HOLIDAY_YEARS.start(), *HOLIDAY_YEARS.end());
            for day in rules.between(&choice.country, choice.region.as_deref(), first, last)? {
                let known = names.iter().position(|name| *name == day.name);
                let number = known.unwrap_or_else(|| {
                    names.push(day.name);
                    names.len() - 1
                });
                holidays.push((day.date, u16::try_from(number).expect("a country has few holiday names")));
            }
        }
        let all = spec.week.iter().chain(spec.exceptions.values()).flatten();
        let night_shifts = if all.into_iter().any(|w| w.to > spec::DAY) { Nights::Some } else { Nights::None };
        Ok(Self { spec, zone, holidays, names, listed_until, night_shifts })
    }

    pub fn name(&self) -> &str {
        &self.spec.name
    }

    pub fn version(&self) -> u32 {
        self.spec.version
    }

    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub fn spec(&self) -> &CalendarSpec {
        &self.spec
    }

    /// The name of the public holiday on a date, whatever the exceptions say about it.
    pub fn holiday(&self, date: Date) -> Option<&str> {
        let found = self.holidays.binary_search_by_key(&date, |(day, _)| *day).ok()?;
        Some(&self.names[self.holidays[found].1 as usize])
    }

    /// The last year for which every holiday is known, when some of them follow no rule. A page that plans beyond it
    /// says so: a feast of the moon would be counted as a working day.
    pub fn holidays_listed_until(&self) -> Option<i16> {
        self.listed_until
    }

    /// The hours that begin on a date: exceptions first, then holidays, then the week.
    pub fn windows(&self, date: Date) -> &[Window] {
        if !self.spec.exceptions.is_empty()
            && let Some(windows) = self.spec.exceptions.get(&date)
        {
            return windows;
        }
        let week = &self.spec.week[date.weekday().to_monday_zero_offset() as usize];
        if week.is_empty() || self.holiday(date).is_some() { &[] } else { week }
    }

    /// True when hours begin on this date and the date exists in the calendar's zone (Apia had no 30 December 2011).
    pub fn is_working_day(&self, date: Date) -> bool {
        self.windows(date).iter().any(|window| {
            let (from, to) = self.edges(date, *window);
            from < to
        })
    }

    /// Why no hours begin on this date; `None` on a working day.
    pub fn why_closed(&self, date: Date) -> Option<Closed> {
        if !self.windows(date).is_empty() {
            return None;
        }
        if self.spec.exceptions.contains_key(&date) {
            return Some(Closed::Exception);
        }
        Some(self.holiday(date).map_or(Closed::Weekend, |name| Closed::Holiday(name.to_owned())))
    }

    pub fn is_open(&self, at: Timestamp) -> bool {
        self.stretches(at).next().is_some_and(|(from, _)| from <= at)
    }

    /// The first open moment at or after `at`.
    ///
    /// # Errors
    /// `NeverOpen` when three years from `at` hold none.
    pub fn next_open(&self, at: Timestamp) -> Result<Timestamp, NeverOpen> {
        let (from, _) = self.stretches(at).next().ok_or(NeverOpen { from: at, days: SCAN_DAYS })?;
        Ok(from.max(at))
    }

    /// The civil date and time that an instant has here.
    pub fn local(&self, at: Timestamp) -> civil::DateTime {
        self.zone.to_datetime(at)
    }
}
