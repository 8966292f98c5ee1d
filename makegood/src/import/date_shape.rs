//! The shapes a written date can have, without deciding yet which number is the day.

use jiff::{civil::Time, tz::Offset};

/// A date as written, with its time of day and offset where they stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    pub body: Body,
    pub time: Option<Time>,
    pub offset: Option<Offset>,
}

/// The date part. Years of two digits are already widened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// `2026-11-20`, `2026/11/20`, `20261120`.
    Iso { year: i16, month: i8, day: i8 },
    /// `20.11.2026`: points are day first wherever they are used.
    Points { year: i16, month: i8, day: i8 },
    /// `02-Jun-06`, `2 June 2006`, `June 2, 2006`.
    Named { year: i16, month: i8, day: i8 },
    /// `03/04/26` or `03-04-2026`: the order is for the column to say.
    Pair { first: i8, second: i8, year: i16 },
    /// A spreadsheet's day number.
    Serial { days: i32 },
}

/// Day numbers of 1954 to 2119; other numbers are quantities and years.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;
/// No written date is longer.
const LONGEST: usize = 48;

/// Words and dates with which systems say "none".
pub fn stands_for_no_date(text: &str) -> bool {
    let folded: String = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    if folded.is_empty() {
        return true;
    }
    const NONE: [&str; 27] = [
        "na",
        "none",
        "null",
        "nil",
        "nan",
        "nat",
        "tbd",
        "tba",
        "tbc",
        "unknown",
        "pending",
        "open",
        "offen",
        "unbekannt",
        "keine",
        "kein",
        "brak",
        "nieznana",
        "nieznany",
        "otwarte",
        "ninguna",
        "ninguno",
        "pendiente",
        "sinfecha",
        "nodate",
        "notset",
        "nichtverfügbar",
    ];
    NONE.contains(&folded.as_str())
}

/// `0000-00-00`, `00.00.0000`, `0`: how databases without a none say none.
pub fn is_all_zeros(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'0' || !byte.is_ascii_alphanumeric()) && text.contains('0') && text.is_ascii()
}

/// The shape of a written date, or nothing when it is none.
pub fn shape_of(text: &str) -> Option<Shape> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(shape) = serial(text) {
        return Some(shape);
    }
    let (date, rest) = split_time(text);
    let body = body_of(date)?;
    let (time, offset) = match rest {
        Some(rest) => time_of(rest)?,
        None => (None, None),
    };
    Some(Shape { body, time, offset })
}

/// `46346` or `46346.5`, nothing else.
fn serial(text: &str) -> Option<Shape> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !digits(whole) || !digits(part) || part.len() > 12 {
        return None;
    }
    let days: i32 = whole.parse().ok().filter(|days| SERIALS.contains(days))?;
    let fraction: f64 = format!("0.{part}0").parse().ok()?;
    // A spreadsheet keeps times as a fraction of a day; they are whole seconds.
    let seconds = ((fraction * 86_400.0).round() as i32).min(86_399);
    let time = Time::new((seconds / 3_600) as i8, (seconds / 60 % 60) as i8, (seconds % 60) as i8, 0).ok()?;
    Some(Shape { body: Body::Serial { days }, time: (!part.is_empty()).then_some(time), offset: None })
}

/// Cuts before the time of day: at `T` between digits, or at the space before the first colon.
fn split_time(text: &str) -> (&str, Option<&str>) {
    if let Some((date, time)) = text.split_once(['T', 't']) {
        let between = date.ends_with(|c: char| c.is_ascii_digit()) && time.starts_with(|c: char| c.is_ascii_digit());
        if between {
            return (date, Some(time));
        }
    }
    let Some(colon) = text.find(':') else { return (text, None) };
    match text.get(..colon).and_then(|head| head.rfind([' ', ','])) {
        Some(space) => {
            (text.get(..space).unwrap_or_default().trim_end_matches([',', ' ']), text.get(space + 1..).map(str::trim))
        }
        None => (text, None),
    }
}

fn body_of(text: &str) -> Option<Body> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
        let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
        return (1970..2200).contains(&year).then_some(Body::Iso { year, month: month as i8, day: day as i8 });
    }
    let mut parts = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty());
    let three = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return named(three);
    }
    let (first, second, third) = (number(three.0)?, number(three.1)?, number(three.2)?);
    if three.0.len() == 4 {
        return Some(Body::Iso { year: first, month: small(second)?, day: small(third)? });
    }
    let year = widen(three.2, third)?;
    if text.contains('.') {
        return Some(Body::Points { year, month: small(second)?, day: small(first)? });
    }
    (text.contains('/') || text.contains('-')).then_some(())?;
    Some(Body::Pair { first: small(first)?, second: small(second)?, year })
}

fn named(three: (&str, &str, &str)) -> Option<Body> {
    let (day, month, year) = match (month_named(three.0), month_named(three.1)) {
        (None, Some(month)) if three.0.len() == 4 => (three.2, month, three.0),
        (None, Some(month)) => (three.0, month, three.2),
        (Some(month), None) => (three.1, month, three.2),
        _ => return None,
    };
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    Some(Body::Named { year: widen(year, number(year)?)?, month, day: small(number(day)?)? })
}

fn number(text: &str) -> Option<i16> {
    (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A day or month; whether the calendar has it is decided later, with a better sentence.
fn small(number: i16) -> Option<i8> {
    (0..=99).contains(&number).then_some(number as i8)
}

/// Two digits below 69 are this century, as in POSIX; three digits are no year.
fn widen(text: &str, number: i16) -> Option<i16> {
    match text.len() {
        4 => Some(number),
        1 | 2 if number < 69 => Some(2000 + number),
        1 | 2 => Some(1900 + number),
        _ => None,
    }
}

/// `14:20`, `14:20:05.123`, `2:20 PM`, with `Z` or `+02:00` behind.
fn time_of(text: &str) -> Option<(Option<Time>, Option<Offset>)> {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => (text.get(..at)?.trim(), Some(offset_of(text.get(at..)?)?)),
        None => (text, None),
    };
    let lower = clock.to_ascii_lowercase();
    let lower = lower.trim_end_matches(" utc").trim_end_matches(" gmt");
    let offset = offset.or((lower.len() < clock.len()).then_some(Offset::UTC));
    let (digits, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim(), Some(0)),
        (_, Some(digits)) => (digits.trim(), Some(12)),
        _ => (lower, None),
    };
    let mut parts = digits.split([':', '.', ',']);
    let mut next = || parts.next().map(|part| part.get(..part.len().min(9)).and_then(|part| part.parse::<i32>().ok()));
    let (hour, minute, second) = (next()??, next()??, next().unwrap_or(Some(0))?);
    let hour = match half {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    let small = |number: i32| i8::try_from(number).ok();
    let time = Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
    Some((Some(time), offset))
}

fn offset_of(text: &str) -> Option<Offset> {
    if text.eq_ignore_ascii_case("z") {
        return Some(Offset::UTC);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    Offset::from_seconds(sign * (hours * 3_600 + minutes * 60)).ok()
}

/// Month names by their first letters, in English, German, Polish, Spanish, French and Portuguese.
fn month_named(text: &str) -> Option<i8> {
    let lower = text.to_lowercase();
    if lower.chars().count() < 3 || !lower.chars().all(char::is_alphabetic) {
        return None;
    }
    const STARTS: [(&str, i8); 50] = [
        ("jan", 1),
        ("jän", 1),
        ("sty", 1),
        ("ene", 1),
        ("feb", 2),
        ("lut", 2),
        ("fév", 2),
        ("fev", 2),
        ("mar", 3),
        ("mär", 3),
        ("mrz", 3),
        ("apr", 4),
        ("kwi", 4),
        ("abr", 4),
        ("avr", 4),
        ("may", 5),
        ("mai", 5),
        ("maj", 5),
        ("jun", 6),
        ("cze", 6),
        ("juin", 6),
        ("jul", 7),
        ("lip", 7),
        ("juil", 7),
        ("aug", 8),
        ("sie", 8),
        ("ago", 8),
        ("aoû", 8),
        ("sep", 9),
        ("wrz", 9),
        ("set", 9),
        ("oct", 10),
        ("okt", 10),
        ("paź", 10),
        ("paz", 10),
        ("out", 10),
        ("nov", 11),
        ("lis", 11),
        ("dec", 12),
        ("dez", 12),
        ("gru", 12),
        ("dic", 12),
        ("déc", 12),
        ("mag", 5),
        ("giu", 6),
        ("lug", 7),
        ("ott", 10),
        ("gen", 1),
        ("mei", 5),
        ("maa", 3),
    ];
    STARTS.iter().find(|(start, _)| lower.starts_with(start)).map(|(_, month)| *month)
}
