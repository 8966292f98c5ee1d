//! Times in the stories, as people tell them: `w-3 09:10` is three working days ago, `+2h` two hours after the step.
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Span, Timestamp, tz::TimeZone};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Where the company is.
pub const ZONE: &str = "Europe/Warsaw";
/// The years in which somebody may look around.
const YEARS: std::ops::Range<i16> = 2020..2061;

pub fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

pub fn months_before(now: Timestamp, months: i32) -> Timestamp {
    now.to_zoned(zone()).checked_sub(Span::new().months(months)).map_or(now, |z| z.timestamp())
}

/// When a step takes place, seen from now: `now-25m` or `w-3 09:10`; never in the future.
pub fn step(said: &str, now: Timestamp) -> Option<Timestamp> {
    let at = match said.strip_prefix("now") {
        Some(rest) => after(rest, now)?,
        None => working(said.strip_prefix('w')?, today(now))?,
    };
    Some(at.min(now))
}

/// A time seen from the beginning of its tale: `b`, `b +20m`, `b+3 -10m` (working days on, then minutes).
pub fn from_start(said: &str, begins: Timestamp) -> Option<Timestamp> {
    let (day, minutes) = said.strip_prefix('b')?.split_once(' ').unwrap_or((said.strip_prefix('b')?, ""));
    let days: i64 = if day.is_empty() { 0 } else { day.strip_prefix('+')?.parse().ok()? };
    let begun = begins.to_zoned(zone());
    let at = zone().to_timestamp(moved(begun.date(), days)?.to_datetime(begun.time())).ok()?;
    after(minutes, at)
}

/// A time inside a command, seen from its step: `+2h`, `-10m`, `s+1 12:00` (working days from the step), `@` before the moment
/// itself, or as in [`step`].
pub fn inside(said: &str, at: Timestamp, now: Timestamp) -> Option<Timestamp> {
    if let Some(moment) = said.strip_prefix('@') {
        return moment.parse().ok();
    }
    if said.starts_with(['+', '-']) {
        return after(said, at);
    }
    if let Some(rest) = said.strip_prefix("now") {
        return after(rest, now);
    }
    match said.strip_prefix('s') {
        Some(rest) => working(rest, at.to_zoned(zone()).date()),
        None => working(said.strip_prefix('w')?, today(now)),
    }
}

/// A day inside a command: `s+3` or `w-2`.
pub fn day(said: &str, at: Timestamp, now: Timestamp) -> Option<Date> {
    if said.starts_with('@') {
        return inside(said, at, now).map(|at| at.to_zoned(zone()).date());
    }
    inside(&format!("{said} 12:00"), at, now).map(|at| at.to_zoned(zone()).date())
}

fn after(said: &str, at: Timestamp) -> Option<Timestamp> {
    if said.is_empty() {
        return Some(at);
    }
    let (number, unit) = said.split_at(said.len() - 1);
    let number: i64 = number.parse().ok()?;
    let length = match unit {
        "m" => SignedDuration::from_mins(number),
        "h" => SignedDuration::from_hours(number),
        "d" => SignedDuration::from_hours(24 * number),
        _ => return None,
    };
    at.checked_add(length).ok()
}

/// The last day on which somebody works, up to today.
fn today(now: Timestamp) -> Date {
    let date = now.to_zoned(zone()).date();
    if is_working(date) { date } else { moved(date, -1).unwrap_or(date) }
}

/// `-3 09:10`: working days from `from`, then the hour in Warsaw.
fn working(said: &str, from: Date) -> Option<Timestamp> {
    let (days, hour) = said.split_once(' ')?;
    let days: i64 = if days.is_empty() { 0 } else { days.parse().ok()? };
    let time: Time = format!("{hour}:00").parse().ok()?;
    zone().to_timestamp(moved(from, days)?.to_datetime(time)).ok()
}

pub fn moved(from: Date, days: i64) -> Option<Date> {
    let step = Span::new().days(days.signum());
    let mut date = from;
    let mut left = days.abs();
    while left > 0 {
        date = date.checked_add(step).ok()?;
        if is_working(date) {
            left -= 1;
        }
    }
    Some(date)
}

/// Nobody at Nordlot works at a weekend or on a public holiday of Poland.
pub fn is_working(date: Date) -> bool {
    static FREE: LazyLock<BTreeSet<Date>> = LazyLock::new(|| {
        let holidays = |year| store::holidays::rules().dates("PL", None, year).unwrap_or_default();
        YEARS.flat_map(holidays).map(|day| day.date).collect()
    });
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !FREE.contains(&date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(at: Option<Timestamp>) -> String {
        at.map(|at| at.to_zoned(zone()).strftime("%a %d %b %H:%M").to_string()).unwrap_or_default()
    }

    #[test]
    fn times_are_told_as_people_do() {
        // Sunday 22 November 2026, 20:00 in Warsaw.
        let now: Timestamp = "2026-11-22T19:00:00Z".parse().unwrap();
        assert_eq!(words(step("w0 09:10", now)), "Fri 20 Nov 09:10");
        assert_eq!(words(step("w-5 09:10", now)), "Fri 13 Nov 09:10");
        assert_eq!(words(step("now-25m", now)), "Sun 22 Nov 19:35");
        let at = step("w-5 09:10", now).unwrap();
        assert_eq!(words(inside("+2h", at, now)), "Fri 13 Nov 11:10");
        assert_eq!(words(inside("s+1 12:00", at, now)), "Mon 16 Nov 12:00");
        let begins = step("w-9 10:00", now).unwrap();
        // The ninth working day back lies before Independence Day, 11 November, on which nobody works.
        assert_eq!(words(Some(begins)), "Fri 06 Nov 10:00");
        assert_eq!(words(from_start("b+3 -20m", begins)), "Thu 12 Nov 09:40");
        assert_eq!(from_start("b +30m", begins), from_start("b", begins).and_then(|at| after("30m", at)));
        assert!(from_start("boards", begins).is_none() && from_start("b tomorrow", begins).is_none());
        assert_eq!(day("s+3", at, now).unwrap().to_string(), "2026-11-18");
        assert!(step("someday", now).is_none() && inside("w", at, now).is_none());
    }
}
