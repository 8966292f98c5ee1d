//! Closures from an iCalendar file (RFC 5545): whole days on which a place does not work. A narrow reader on purpose: what is not a
//! whole day, or repeats in a way that no closure does, is named with its line and left to a person.
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use std::collections::{BTreeMap, BTreeSet};

mod lines;

use lines::{Line, unfolded};

/// Bytes of a file; a company's closures of many years have a few thousand.
pub const BYTES_AT_MOST: usize = 200 * 1024;
/// Entries of a file.
const ENTRIES_AT_MOST: usize = 2_000;
/// Days of one closure; the longest known ones are works holidays of six weeks.
const DAYS_AT_MOST: i32 = 62;
/// How far back and ahead days are taken: what is over counts for no clock, what is far away may still change.
const DAYS_BACK: i64 = 31;
const YEARS_AHEAD: i16 = 3;
/// Problems told one by one.
pub const PROBLEMS_AT_MOST: usize = 50;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closures {
    /// Each closed day with the name of its closure.
    pub days: BTreeMap<Date, String>,
    pub entries: usize,
    /// Entries that are over, or far ahead, or called off: nothing is wrong with them.
    pub left_out: usize,
    pub problems: Vec<Problem>,
}

/// An entry that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where the entry begins in the file.
    pub line: usize,
    pub name: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    NoStart,
    NoDate(String),
    /// It begins or ends within a day.
    HasHours,
    EndsBeforeItBegins,
    TooLong(i32),
    /// Repeats in another way than every year.
    Repeats(String),
    NeverEnds,
}

/// Why nothing can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCalendar {
    NotOne,
    TooManyEntries,
}

/// Reads a file; `today` decides which days are over.
///
/// # Errors
/// When it is no calendar at all.
pub fn read(bytes: &[u8], today: Date) -> Result<Closures, NoCalendar> {
    let text = String::from_utf8_lossy(bytes);
    let lines = unfolded(&text);
    if !lines.iter().any(|line| line.is("BEGIN", "VCALENDAR")) {
        return Err(NoCalendar::NotOne);
    }
    let mut found = Closures::default();
    let mut rest = lines.as_slice();
    while let Some(begin) = rest.iter().position(|line| line.is("BEGIN", "VEVENT")) {
        let inside = &rest[begin + 1..];
        found.entries += 1;
        if found.entries > ENTRIES_AT_MOST {
            return Err(NoCalendar::TooManyEntries);
        }
        let entry = Entry::of(rest[begin].number, inside);
        let closed = inside.iter().any(|line| line.is("END", "VEVENT"));
        match if closed { entry.days(today) } else { Err(Why::NeverEnds) } {
            Ok(days) if days.is_empty() => found.left_out += 1,
            Ok(days) => found.days.extend(days.into_iter().map(|day| (day, entry.name.clone()))),
            Err(why) => found.problems.push(Problem { line: entry.line, name: entry.name.clone(), why }),
        }
        let end = inside.iter().position(|line| line.is("END", "VEVENT")).map_or(inside.len(), |end| end + 1);
        rest = &inside[end..];
    }
    Ok(found)
}

/// One entry, as far as closures need it.
struct Entry<'a> {
    line: usize,
    name: String,
    start: Option<&'a Line<'a>>,
    end: Option<&'a Line<'a>>,
    length: Option<&'a Line<'a>>,
    rule: Option<&'a Line<'a>>,
    left_out: Vec<&'a Line<'a>>,
    called_off: bool,
}

impl<'a> Entry<'a> {
    fn of(line: usize, inside: &'a [Line<'a>]) -> Self {
        // Alarms and the like are inside an entry and have starts and lengths of their own.
        let (mut own, mut depth) = (vec![], 0_usize);
        for line in inside {
            match line.name {
                "BEGIN" => depth += 1,
                "END" if depth == 0 => break,
                "END" => depth -= 1,
                _ if depth == 0 => own.push(line),
                _ => {}
            }
        }
        let first = |name: &str| own.iter().copied().find(|line| line.name.eq_ignore_ascii_case(name));
        Self {
            line,
            name: first("SUMMARY").map(|line| line.text()).unwrap_or_default(),
            start: first("DTSTART"),
            end: first("DTEND"),
            length: first("DURATION"),
            rule: first("RRULE"),
            left_out: own.iter().copied().filter(|line| line.name.eq_ignore_ascii_case("EXDATE")).collect(),
            called_off: first("STATUS").is_some_and(|line| line.value.eq_ignore_ascii_case("CANCELLED")),
        }
    }

    /// The days it closes, from a month ago to three years ahead.
    fn days(&self, today: Date) -> Result<BTreeSet<Date>, Why> {
        if self.called_off {
            return Ok(BTreeSet::new());
        }
        let first = whole_day(self.start.ok_or(Why::NoStart)?)?;
        let many = self.many(first)?;
        let until = today.saturating_add(i32::from(YEARS_AHEAD).years());
        let from = today.saturating_sub(Span::new().days(DAYS_BACK));
        let except: BTreeSet<Date> =
            self.left_out.iter().flat_map(|line| line.value.split(',')).filter_map(date).collect();
        let mut days = BTreeSet::new();
        for begins in self.begins(first, until)? {
            if except.contains(&begins) {
                continue;
            }
            let all = begins.series(1.days()).take(usize::try_from(many).unwrap_or(0));
            days.extend(all.filter(|day| (from..=until).contains(day)));
        }
        Ok(days)
    }

    /// How many days; one when nothing says when it ends.
    fn many(&self, first: Date) -> Result<i32, Why> {
        let many = match (self.end, self.length) {
            // The end is the first day after it; some programs write the same day for a single one.
            (Some(end), _) => match whole_day(end)?.since(first).map_or(i32::MAX, |between| between.get_days()) {
                ..0 => return Err(Why::EndsBeforeItBegins),
                0 => 1,
                many => many,
            },
            (None, Some(length)) => length_in_days(length.value).ok_or(Why::HasHours)?,
            (None, None) => 1,
        };
        if many > DAYS_AT_MOST { Err(Why::TooLong(many)) } else { Ok(many) }
    }

    /// The days on which it begins: once, or once a year.
    fn begins(&self, first: Date, until: Date) -> Result<Vec<Date>, Why> {
        let Some(rule) = self.rule else { return Ok(vec![first]) };
        let odd = || Why::Repeats(rule.value.to_owned());
        let (mut every, mut count, mut last, mut yearly) = (1, i16::MAX, until, false);
        for part in rule.value.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(odd)?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => every = value.parse().ok().filter(|n| (1..=100).contains(n)).ok_or_else(odd)?,
                "COUNT" => count = value.parse().ok().filter(|n| *n > 0).ok_or_else(odd)?,
                "UNTIL" => last = date(value).ok_or_else(odd)?.min(until),
                "BYMONTH" if value.parse() == Ok(first.month()) => {}
                "BYMONTHDAY" if value.parse() == Ok(first.day()) => {}
                "WKST" => {}
                _ => return Err(odd()),
            }
        }
        if !yearly {
            return Err(odd());
        }
        let years = (0..count).map(|n| n.saturating_mul(every)).take(usize::from(u8::MAX));
        let begins = years.map_while(|years| first.checked_add(i32::from(years).years()).ok());
        Ok(begins.take_while(|day| *day <= last).collect())
    }
}

/// The day of a start or an end; a time within a day is no closure, midnight is.
fn whole_day(line: &Line) -> Result<Date, Why> {
    let value = line.value.trim();
    let (day, time) = value.split_once(['T', 't']).unwrap_or((value, ""));
    let found = date(day).ok_or_else(|| Why::NoDate(value.chars().take(40).collect()))?;
    let midnight = time.is_empty() || time.trim_end_matches(['Z', 'z']).chars().all(|c| c == '0');
    if midnight { Ok(found) } else { Err(Why::HasHours) }
}

/// `20261224`, with or without a time behind it.
fn date(value: &str) -> Option<Date> {
    let digits = value.trim().get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let behind = value.trim().get(8..).unwrap_or_default();
    if !behind.is_empty() && !behind.starts_with(['T', 't']) {
        return None;
    }
    Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?).ok()
}

/// `P3D`, `P2W`; anything with hours is none.
fn length_in_days(value: &str) -> Option<i32> {
    let rest = value.trim().trim_start_matches('+').strip_prefix('P')?;
    let (number, unit) = rest.split_at(rest.len().checked_sub(1)?);
    let number: i32 = number.parse().ok().filter(|n| (1..=1_000).contains(n))?;
    match unit {
        "D" => Some(number),
        "W" => number.checked_mul(7),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
