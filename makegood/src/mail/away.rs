//! The days an out-of-office speaks of: since when, until when, when they are back. Read from what it says; where it says
//! nothing that can be read, there are no days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// So much of a text is read.
const TEXT: usize = 4_000;
/// The most dates looked at.
const DATES: usize = 20;
/// The nearest day in the future is meant when no year is given; a day longer ago than this is next year's.
const PAST_DAYS: i32 = 60;

/// When somebody is away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    pub from: Option<Date>,
    /// The last day away.
    pub until: Option<Date>,
    /// The first day back.
    pub back: Option<Date>,
}

/// Words before a day, in the languages in which they write to us.
const BACK: [&str; 14] = [
    "back",
    "return",
    "returning",
    "available again",
    "rückkehr",
    "wieder",
    "zurück",
    "powrót",
    "wracam",
    "wrócę",
    "vuelvo",
    "regreso",
    "regresaré",
    "volveré",
];
const UNTIL: [&str; 9] = ["until", "till", "through", "thru", "bis", "do dnia", "hasta", "up to", "included"];
const FROM: [&str; 9] = ["from", "since", "starting", "ab dem", "vom", "seit", "od ", "desde", "as of"];

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "stycznia", "enero"],
    &["february", "feb", "februar", "lutego", "febrero"],
    &["march", "mar", "märz", "marca", "marzo"],
    &["april", "apr", "kwietnia", "abril"],
    &["may", "mai", "maja", "mayo"],
    &["june", "jun", "juni", "czerwca", "junio"],
    &["july", "jul", "juli", "lipca", "julio"],
    &["august", "aug", "sierpnia", "agosto"],
    &["september", "sep", "sept", "września", "septiembre"],
    &["october", "oct", "oktober", "okt", "października", "octubre"],
    &["november", "nov", "listopada", "noviembre"],
    &["december", "dec", "dezember", "dez", "grudnia", "diciembre"],
];

/// A day as it stands in a text; the second of a range such as *10-31 July* has no month of its own.
struct Found {
    at: usize,
    end: usize,
    day: Date,
}

/// The days in subject and text. `today` is when the mail was sent, to guess a year.
pub fn days(subject: &str, text: &str, today: Date) -> Option<Away> {
    let whole = format!("{subject}\n{}", text.get(..text.floor_char_boundary(TEXT)).unwrap_or_default()).to_lowercase();
    let found = dates(&whole, today);
    let mut away = Away::default();
    let mut last = 0;
    for (n, one) in found.iter().enumerate() {
        let before = whole.get(last.max(one.at.saturating_sub(40)).min(one.at)..one.at);
        let before = before.unwrap_or_default().rsplit(['.', '!', '\n']).next().unwrap_or_default();
        let near = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
        let joined = n > 0
            && before.trim_matches([' ', '-', '–', 'd', 't', 'o', 'a', 'b', 'i', 's']).is_empty()
            && one.at - last < 8;
        let (back, until, from) = (near(&BACK), near(&UNTIL), near(&FROM));
        if joined && away.until.is_none() {
            away.from = away.from.or_else(|| found.get(n - 1).map(|first| first.day));
            away.until = Some(one.day);
        } else if back.is_some() && back >= until && back >= from {
            away.back = away.back.or(Some(one.day));
        } else if until.is_some() && until >= from {
            away.until = away.until.or(Some(one.day));
        } else if from.is_some() {
            away.from = away.from.or(Some(one.day));
        }
        last = one.end;
    }
    (away != Away::default()).then_some(away)
}

fn dates(text: &str, today: Date) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(start) =
        text.get(at..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_digit() || letter.is_alphabetic()))
    {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let one = numeric(rest, today).or_else(|| named(rest, today));
        match one {
            Some((length, days)) => {
                let end = start + length;
                found.extend(days.into_iter().enumerate().map(|(n, day)| Found {
                    at: if n == 0 { start } else { end },
                    end,
                    day,
                }));
                at = end;
            }
            None => at = start + rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len()),
        }
        if found.len() >= DATES {
            break;
        }
    }
    found
}

/// `2026-12-28`, `28.12.2026`, `28.12.`, `28/12/2026`. With slashes and both numbers below 13 nobody knows; left out.
fn numeric(text: &str, today: Date) -> Option<(usize, Vec<Date>)> {
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || "./-".contains(letter))).unwrap_or(text.len());
    let word = text.get(..end)?.trim_end_matches(['-', '/']);
    let mark = ['-', '.', '/'].into_iter().find(|mark| word.contains(*mark))?;
    let numbers: Vec<i16> =
        word.trim_end_matches('.').split(mark).map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let day = match (mark, numbers.as_slice()) {
        ('-', [year @ 2000..=2100, month, day]) => date(*year, *month, *day),
        ('.', [day, month, year]) => date(if *year < 100 { 2000 + year } else { *year }, *month, *day),
        ('.', [day, month]) if word.ends_with('.') => near(*month, *day, today),
        ('/', [day @ 13..=31, month, year @ 2000..=2100]) | ('/', [month, day @ 13..=31, year @ 2000..=2100]) => {
            date(*year, *month, *day)
        }
        _ => None,
    }?;
    Some((word.len(), vec![day]))
}

/// `July 10-31`, `10 July 2026`, `10.-31. Juli`, `July 10th, 2026`.
fn named(text: &str, today: Date) -> Option<(usize, Vec<Date>)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive([' ', '\n']).take(5) {
        words.push((
            word.trim_matches(|letter: char| letter.is_whitespace() || letter == ','),
            at + word.trim_end().len(),
        ));
        at += word.len();
    }
    let month = |n: usize| {
        let word = words.get(n)?.0.trim_end_matches('.');
        (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
    };
    let days = |n: usize| {
        let word = words.get(n)?.0;
        let bare = |part: &str| {
            let part = part.trim_end_matches(['.', 'h']).trim_end_matches(['t', 's', 'n', 'r', 'd']);
            part.parse::<i16>().ok().filter(|day| (1..=31).contains(day))
        };
        let parts: Vec<i16> =
            word.split(['-', '–']).filter(|part| !part.is_empty()).map(bare).collect::<Option<_>>()?;
        (1..=2).contains(&parts.len()).then_some(parts)
    };
    let skipped = usize::from(matches!(words.get(1), Some((word, _)) if ["de", "of"].contains(word)));
    let (month, days, used) = match (month(0), days(0)) {
        (Some(month), _) => (month, days(1)?, 2),
        (_, Some(days)) => (month(1 + skipped)?, days, 2 + skipped),
        _ => return None,
    };
    let year = words
        .get(used)
        .and_then(|(word, _)| word.trim_end_matches('.').parse::<i16>().ok())
        .filter(|year| (2000..=2100).contains(year));
    let last = if year.is_some() { used } else { used - 1 };
    let day = |day: &i16| year.map_or_else(|| near(month, *day, today), |year| date(year, month, *day));
    Some((words.get(last)?.1, days.iter().map(day).collect::<Option<_>>()?))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day without a year: of this year, or of the next when it has long gone by.
fn near(month: i16, day: i16, today: Date) -> Option<Date> {
    let this = date(today.year(), month, day)?;
    let gone = today.since((jiff::Unit::Day, this)).ok()?.get_days() > PAST_DAYS;
    if gone { date(today.year() + 1, month, day) } else { Some(this) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 7, 1);

    fn read(text: &str) -> (String, String, String) {
        let away = days("", text, TODAY).unwrap_or_default();
        let word = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        (word(away.from), word(away.until), word(away.back))
    }

    #[test]
    fn days_are_read_in_the_four_languages() {
        for (text, from, until, back) in [
            ("I will be traveling for work on July 10-31.", "2026-07-10", "2026-07-31", ""),
            ("(Rückkehr am 28.12.2026)", "", "", "2026-12-28"),
            (
                "Ich bin vom 10.07. bis 24.07.2026 nicht im Haus und am 27.07. wieder da.",
                "2026-07-10",
                "2026-07-24",
                "",
            ),
            (
                "I am out of the office until 3 August and back on Tuesday, 4 August 2026.",
                "",
                "2026-08-03",
                "2026-08-04",
            ),
            ("Out from 2026-07-02 through 2026-07-09", "2026-07-02", "2026-07-09", ""),
            ("Jestem nieobecny do dnia 15 lipca", "", "2026-07-15", ""),
            ("Estaré fuera hasta el 15 de julio", "", "2026-07-15", ""),
            ("back January 5th", "", "", "2027-01-05"),
            ("I am away. Call 0160 123456 or see 10/11/2026.", "", "", ""),
            ("", "", "", ""),
        ] {
            assert_eq!(read(text), (from.into(), until.into(), back.into()), "{text}");
        }
    }
}
