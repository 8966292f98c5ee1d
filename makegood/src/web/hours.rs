//! Working hours as people write them: `8:00-12:00, 13:00-17:00`, `22:00-6:00` across midnight, nothing for a closed day.
use crate::words::t;
use casework::calendar::{CalendarSpec, Window};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Minutes in a day.
const DAY: u16 = 24 * 60;
/// Stretches read from one line; the calendar itself allows as many.
const STRETCHES: usize = 24;

/// The stretches of one line.
///
/// # Errors
/// The stretch that could not be read.
pub fn read(line: &str) -> Result<Vec<Window>, String> {
    let line = line.trim();
    if line.is_empty() || is_closed(line) {
        return Ok(vec![]);
    }
    line.split([',', ';']).map(str::trim).filter(|s| !s.is_empty()).take(STRETCHES + 1).map(stretch).collect()
}

fn is_closed(words: &str) -> bool {
    ["closed", "free", "none", "frei", "geschlossen"].iter().any(|word| words.eq_ignore_ascii_case(word))
}

fn stretch(words: &str) -> Result<Window, String> {
    let parts = words.split_once(['-', '–', '—']).or_else(|| words.split_once(" to "));
    let ends = parts.and_then(|(from, to)| Some((minute(from)?, minute(to)?)));
    let Some((from, to)) = ends.filter(|(from, _)| *from < DAY) else { return Err(words.to_owned()) };
    // Work that ends before it begins ends on the next day.
    let to = if to < from { to + DAY } else { to };
    if from == to { Err(words.to_owned()) } else { Ok(Window { from, to }) }
}

/// `8`, `8:30`, `08.30`, `24:00`, and up to `48:00` for the end of a night's work.
fn minute(words: &str) -> Option<u16> {
    let words = words.trim();
    let (hour, minute) = words.split_once([':', '.']).unwrap_or((words, "0"));
    let (hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    (hour <= 48 && minute < 60 && (hour < 48 || minute == 0)).then_some(hour * 60 + minute)
}

/// Stretches as they are typed again.
pub fn in_words(windows: &[Window]) -> String {
    windows.iter().map(|w| format!("{}-{}", clock(w.from), clock(end(*w)))).collect::<Vec<_>>().join(", ")
}

/// The next day's time, where it is before the beginning and so cannot be misread; else hours beyond 24.
fn end(window: Window) -> u16 {
    if window.to > DAY && window.to - DAY < window.from { window.to - DAY } else { window.to }
}
fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// The exceptions of a text, one per line: `2026-12-24 closed`, `2026-12-31 8:00-12:00`.
///
/// # Errors
/// The line that could not be read.
pub fn read_exceptions(text: &str) -> Result<BTreeMap<Date, Vec<Window>>, String> {
    let mut all = BTreeMap::new();
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty()).take(casework::calendar::MAX_EXCEPTIONS + 1);
    for line in lines {
        let (day, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let day: Date = day.trim_end_matches([':', ',']).parse().map_err(|_| line.to_owned())?;
        all.insert(day, read(rest).map_err(|_| line.to_owned())?);
    }
    Ok(all)
}

/// Exceptions as they are typed again.
pub fn exceptions_in_words(exceptions: &BTreeMap<Date, Vec<Window>>) -> String {
    let line = |(day, windows): (&Date, &Vec<Window>)| {
        if windows.is_empty() {
            format!("{day} {}", t("calendars-closed-word"))
        } else {
            format!("{day} {}", in_words(windows))
        }
    };
    exceptions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The hours of a week in a few words: those of the first open day, and whether others differ.
pub fn week_in_short(spec: &CalendarSpec) -> String {
    let open: Vec<&Vec<Window>> = spec.week.iter().filter(|w| !w.is_empty()).collect();
    let Some(first) = open.first() else { return String::new() };
    let dots = if open.iter().all(|w| w == first) { "" } else { " …" };
    format!("{}{dots}", in_words(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, said_in};

    fn said(line: &str) -> Result<Vec<(u16, u16)>, String> {
        read(line).map(|all| all.into_iter().map(|w| (w.from, w.to)).collect())
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        assert_eq!(said("8:00-12:00, 13:00-17:00").unwrap(), [(480, 720), (780, 1020)]);
        assert_eq!(said("8 – 16.30").unwrap(), [(480, 990)]);
        assert_eq!(said("0:00-24:00").unwrap(), [(0, 1440)]);
        assert_eq!(said("").unwrap(), []);
        assert_eq!(said("Closed").unwrap(), []);
    }

    #[test]
    fn a_night_shift_belongs_to_the_day_on_which_it_begins() {
        assert_eq!(said("22:00-6:00").unwrap(), [(1320, 1800)]);
        assert_eq!(in_words(&read("22:00-6:00").unwrap()), "22:00-6:00");
        assert_eq!(in_words(&read("16-24").unwrap()), "16:00-24:00");
    }

    #[test]
    fn what_is_no_time_is_named() {
        for odd in ["8-25:61", "morning", "8:00", "9-9", "49-50", "-5-8"] {
            assert_eq!(said(&format!("7-8, {odd}")).unwrap_err(), odd);
        }
    }

    #[test]
    fn exceptions_are_one_a_line_and_come_back_as_they_went() {
        let text = "2026-12-24 closed\n2026-12-31 8:00-12:00";
        assert_eq!(exceptions_in_words(&read_exceptions(text).unwrap()), text);
        for language in Language::ALL {
            said_in(language, || {
                let read = read_exceptions(text).unwrap();
                assert_eq!(read_exceptions(&exceptions_in_words(&read)).unwrap(), read, "{language:?}");
            });
        }
        assert_eq!(read_exceptions("2026-12-24 closed\nChristmas closed").unwrap_err(), "Christmas closed");
    }
}
