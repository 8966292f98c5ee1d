//! Do we count service time as the tests of three peers expect? Their rows are written for people; this reads them.
use std::collections::BTreeMap;
use std::path::Path;

use casework::calendar::{Calendar, CalendarProblem, CalendarSpec, Window};
use casework::holidays::Holidays;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, Unit};

use super::tables::{Outcome, rows};

type Pauses = Vec<(Timestamp, Timestamp)>;

/// A row, with what it takes over from the row above ("same").
struct Row<'a> {
    hours: &'a str,
    zone: &'a str,
    holidays: &'a str,
    start: &'a str,
    rule: &'a str,
    expected: &'a str,
    above: Option<Timestamp>,
}

/// How a row agrees.
enum Agreed {
    Exactly,
    /// A count used up exactly when the place closes is due then for us, and at the next opening for them. No open time
    /// lies between the two.
    AtClosing(Timestamp),
}

/// Rows of: suite, business hours, zone, holidays, start, rule, expected answer, source, note.
pub fn expectations(data: &Path) -> Result<Outcome, String> {
    let mut outcome = Outcome::new("sla_rows");
    let (mut hours, mut above) = (String::new(), None);
    for cells in rows(&data.join("conformance/sla_expectations.tsv"), '\t')? {
        if cells[1] != "same" {
            hours.clone_from(&cells[1]);
        }
        let (zone, holidays, start) = (&cells[2], &cells[3], &cells[4]);
        let row = Row { hours: &hours, zone, holidays, start, rule: &cells[5], expected: &cells[6], above };
        let said = |words: String| format!("{} | {words}", cells.join(" | "));
        let agreed = match row.check() {
            Err(miss) => Err(said(miss)),
            Ok(Agreed::Exactly) => Ok(()),
            Ok(Agreed::AtClosing(due)) => {
                outcome.notes.push(said(format!("we say {due}, closing time, after which no open time passes")));
                Ok(())
            }
        };
        outcome.count(agreed);
        above = row.begins().ok().or(above);
    }
    Ok(outcome)
}

impl Row<'_> {
    fn check(&self) -> Result<Agreed, String> {
        let exactly = match self.rule {
            "validation" => self.refused(),
            "+24 h" => self.day_and_night(),
            "open?" => {
                let open = self.calendar(self.zone)?.is_open(self.begins()?);
                self.compare(if open { "open" } else { "closed" })
            }
            "first business moment" => {
                let opening = self.calendar(self.zone)?.next_open(self.begins()?);
                self.compare(&opening.map_err(|never| never.to_string())?.to_string())
            }
            rule if rule.starts_with("elapsed / slack vs ") => self.elapsed(),
            rule => return self.due(rule),
        };
        exactly.map(|()| Agreed::Exactly)
    }

    fn due(&self, rule: &str) -> Result<Agreed, String> {
        let digits: String = rule.trim_start_matches('+').chars().take_while(char::is_ascii_digit).collect();
        let minutes = digits.parse().map_err(|_| format!("the rule {rule} is not understood"))?;
        let (start, _, pauses) = self.times()?;
        let calendar = self.calendar(self.zone)?;
        let due = calendar.add_minutes_paused(start, minutes, &pauses).map_err(|never| never.to_string())?;
        let opening = calendar.next_open(due).map_err(|never| never.to_string())?;
        match self.compare(&due.to_string()) {
            Ok(()) => Ok(Agreed::Exactly),
            Err(_) if opening != due && self.compare(&opening.to_string()).is_ok() => Ok(Agreed::AtClosing(due)),
            Err(miss) => Err(miss),
        }
    }

    /// Their instants are whole minutes ("seconds dropped"); ours keep the seconds of the start, as a page shows them
    /// without.
    fn compare(&self, ours: &str) -> Result<(), String> {
        let minute = |text: &str| text.parse::<Timestamp>().ok()?.round(Unit::Minute).ok();
        let floor = |text: &str| Some(text.parse::<Timestamp>().ok()?.as_second().div_euclid(60));
        let same = match (floor(ours), minute(self.expected)) {
            (Some(ours), Some(theirs)) => ours == theirs.as_second().div_euclid(60),
            _ => self.expected == ours || self.expected.starts_with(&format!("{ours} (")),
        };
        if same { Ok(()) } else { Err(format!("we say {ours}")) }
    }

    fn elapsed(&self) -> Result<(), String> {
        let (start, end, pauses) = self.times()?;
        let end = end.ok_or("the row names no end")?;
        let budget: i64 = self.rule.trim_start_matches("elapsed / slack vs ").parse().map_err(|_| "no budget")?;
        let elapsed = self.calendar(self.zone)?.minutes_between_paused(start, end, &pauses);
        self.compare(&format!("{elapsed} / {:+}", budget - elapsed))
    }

    fn refused(&self) -> Result<(), String> {
        let spec = self.spec("UTC")?;
        match Calendar::new(spec, jiff::tz::TimeZone::UTC, &Holidays::default()) {
            Err(CalendarProblem::NeverOpen) => Ok(()),
            other => Err(format!("we answer {other:?}")),
        }
    }

    /// From noon to noon around the clock, in zones east and west.
    fn day_and_night(&self) -> Result<(), String> {
        for zone in ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu"] {
            let calendar = self.calendar(zone)?;
            let noon = jiff::civil::date(2021, 6, 1).at(12, 0, 0, 0);
            let start = calendar.zone().to_timestamp(noon).map_err(|problem| problem.to_string())?;
            let due = calendar.add_minutes(start, 24 * 60).map_err(|never| never.to_string())?;
            if due.duration_since(start) != SignedDuration::from_hours(24) {
                return Err(format!("in {zone} we say {due}"));
            }
        }
        Ok(())
    }

    fn calendar(&self, zone: &str) -> Result<Calendar, String> {
        let zone_value = jiff::tz::db().get(zone).map_err(|problem| problem.to_string())?;
        Calendar::new(self.spec(zone)?, zone_value, &Holidays::default()).map_err(|problem| problem.to_string())
    }

    fn spec(&self, zone: &str) -> Result<CalendarSpec, String> {
        let mut exceptions = BTreeMap::new();
        for day in self.holidays.split(',').filter(|day| !day.is_empty()) {
            exceptions.insert(day.trim().parse::<Date>().map_err(|problem| problem.to_string())?, Vec::new());
        }
        let week = week(self.hours)?;
        Ok(CalendarSpec { name: "Row".into(), version: 1, zone: zone.to_owned(), week, exceptions, holidays: None })
    }

    fn begins(&self) -> Result<Timestamp, String> {
        self.times().map(|(start, _, _)| start)
    }

    /// Start, end and pauses of a row. A time of day alone is on the day of the row above.
    fn times(&self) -> Result<(Timestamp, Option<Timestamp>, Pauses), String> {
        // This row dropped its pause: in the suite it names, the ticket waited from 10:00 to 10:30.
        let text = match self.start {
            "same, closed 12:00Z" => "09:00Z..12:00Z; pending 10:00-10:30",
            "created pending 09:00Z, open 10:30-11:00, closed 12:00Z" => {
                "09:00Z..12:00Z; pending 09:00-10:30, pending 11:00-12:00"
            }
            other => other.trim_end_matches(" closed"),
        };
        let (span, pauses) = text.split_once("; ").unwrap_or((text, ""));
        let (start, end) = span.split_once("..").map_or((span, None), |(start, end)| (start, Some(end)));
        let start = match start.parse() {
            Ok(start) => start,
            Err(_) => on_day(self.above.ok_or("no row above has a day")?, start)?,
        };
        let end = end.map(|end| on_day(start, end)).transpose()?;
        let pause = |pause: &str| {
            let times = pause.rsplit(' ').next().unwrap_or_default();
            let (from, to) = times.split_once('-').ok_or(format!("{pause} is no pause"))?;
            Ok((on_day(start, from)?, on_day(start, to)?))
        };
        let pauses = pauses.split(", ").filter(|pause| !pause.is_empty()).map(pause).collect::<Result<_, String>>()?;
        Ok((start, end, pauses))
    }
}

/// A time of day in UTC, such as `10:30Z`, on the day of another instant.
fn on_day(day: Timestamp, time: &str) -> Result<Timestamp, String> {
    let time: Time = time.trim_end_matches('Z').parse().map_err(|_| format!("{time} is no time"))?;
    let utc = jiff::tz::TimeZone::UTC;
    utc.to_timestamp(utc.to_datetime(day).date().to_datetime(time)).map_err(|problem| problem.to_string())
}

/// Hours such as `Mon-Fri 09-18 (default)`, `Mon,Tue 09-17`, `24x7 (00:00-23:59)`, `no days`.
fn week(hours: &str) -> Result<[Vec<Window>; 7], String> {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let mut week: [Vec<Window>; 7] = std::array::from_fn(|_| Vec::new());
    if hours.starts_with("24x7") {
        week.fill(vec![Window { from: 0, to: 1440 }]);
        return Ok(week);
    }
    if hours == "no days" {
        return Ok(week);
    }
    let number = |day: &str| NAMES.iter().position(|name| *name == day).ok_or(format!("{day} is no weekday"));
    let (days, rest) = hours.split_once(' ').ok_or(format!("{hours} are no hours"))?;
    let span = rest.split([' ', ',']).next().unwrap_or_default();
    let (from, to) = span.split_once('-').ok_or(format!("{span} are no hours"))?;
    let hour = |text: &str| text.parse::<u16>().map(|hour| hour * 60).map_err(|_| format!("{text} is no hour"));
    let window = Window { from: hour(from)?, to: hour(to)? };
    for part in days.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        for day in &mut week[number(first)?..=number(last)?] {
            day.push(window);
        }
    }
    Ok(week)
}
