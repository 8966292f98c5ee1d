//! Dates as people say them, turned into exact ones on entry (S173): *tomorrow 9:00*, *Fri 10*, *end of month*, *in 2 hours*; in
//! English and in German at once, since no word of one means another day in the other.
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp, Zoned, tz::TimeZone};

/// When no hour is said.
const MORNING: i8 = 9;
/// *End of the day* and dates without an hour that mean *by then*.
const EVENING: i8 = 17;

/// Said before the name of a day, and nothing more than that name.
const NEXT: [&str; 5] = ["next ", "nächsten ", "nächster ", "kommenden ", "am "];

/// The instant that is meant; a browser's `2026-11-23T14:20` and RFC 3339 count too.
pub fn time(words: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let words = words.trim().to_lowercase();
    if let Ok(at) = words.to_uppercase().parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(local) = words.to_uppercase().parse::<jiff::civil::DateTime>()
        && words.contains(':')
    {
        return zone.to_ambiguous_timestamp(local).compatible().ok();
    }
    if let Some(rest) = words.strip_prefix("in ") {
        return now.saturating_add(length(rest)?).ok();
    }
    let today = now.to_zoned(zone.clone());
    let (day, rest) = day(&words, &today)?;
    let clock = if rest.is_empty() { default_hour(&words) } else { clock(&rest)? };
    zone.to_ambiguous_timestamp(day.to_datetime(clock)).compatible().ok()
}

/// The day that is meant.
pub fn date(words: &str, now: Timestamp, zone: &TimeZone) -> Option<Date> {
    let words = words.trim().to_lowercase();
    let today = now.to_zoned(zone.clone());
    let (day, rest) = day(&words, &today)?;
    rest.is_empty().then_some(day)
}

fn default_hour(words: &str) -> Time {
    let end = ["end of", "ende ", "monatsende"].iter().any(|said| words.starts_with(said));
    let evening = end || ["today", "heute", "eod"].iter().any(|said| words.ends_with(said));
    Time::constant(if evening { EVENING } else { MORNING }, 0, 0, 0)
}

/// `2 hours`, `90 min`, `3 days`.
fn length(words: &str) -> Option<SignedDuration> {
    let (number, unit) = words.split_at(words.find(|c: char| !c.is_ascii_digit())?);
    let number: i64 = number.parse().ok().filter(|n| *n <= 10_000)?;
    match unit.trim() {
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => Some(SignedDuration::from_mins(number)),
        "h" | "hour" | "hours" | "std" | "stunde" | "stunden" => Some(SignedDuration::from_hours(number)),
        "d" | "day" | "days" | "tag" | "tage" | "tagen" => Some(SignedDuration::from_hours(24 * number)),
        _ => None,
    }
}

/// The day at the start of the words, and what is left of them.
fn day(words: &str, today: &Zoned) -> Option<(Date, String)> {
    let date = today.date();
    for (said, day) in [
        ("end of month", last_of_month(date)),
        ("end of the month", last_of_month(date)),
        ("end of week", next(date, Weekday::Friday)?),
        ("monatsende", last_of_month(date)),
        ("ende des monats", last_of_month(date)),
        ("ende der woche", next(date, Weekday::Friday)?),
        ("this morning", date),
        ("today", date),
        ("heute", date),
        ("tomorrow", date.tomorrow().ok()?),
        ("morgen", date.tomorrow().ok()?),
        ("übermorgen", date.tomorrow().ok()?.tomorrow().ok()?),
        ("yesterday", date.yesterday().ok()?),
        ("gestern", date.yesterday().ok()?),
    ] {
        if let Some(rest) = words.strip_prefix(said) {
            return Some((day, rest.trim().to_owned()));
        }
    }
    let words = NEXT.iter().find_map(|said| words.strip_prefix(said)).unwrap_or(words);
    let (first, rest) = words.split_once([' ', ',', 't']).map_or((words, ""), |(a, b)| (a, b.trim()));
    if let Some(day) = weekday(words.split([' ', ',']).next().unwrap_or(words)) {
        let rest = words.split_once([' ', ',']).map_or("", |(_, b)| b.trim());
        return Some((next(date, day)?, rest.to_owned()));
    }
    if let Some(day) = first.parse::<Date>().ok().or_else(|| dotted(first, date)) {
        return Some((day, rest.to_owned()));
    }
    // Only an hour: today, or tomorrow when that hour is over.
    let at = clock(words)?;
    let later = if at > today.time() { date } else { date.tomorrow().ok()? };
    Some((later, words.to_owned()))
}

/// `27.11.2026`, and `27.11.` for the next such day.
fn dotted(word: &str, today: Date) -> Option<Date> {
    let mut parts = word.splitn(3, '.');
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    if year.is_empty() {
        let this_year = Date::new(today.year(), month, day).ok().filter(|date| *date >= today);
        return this_year.or_else(|| Date::new(today.year() + 1, month, day).ok());
    }
    Date::new(year.parse().ok().filter(|year| *year >= 1970)?, month, day).ok()
}

fn last_of_month(date: Date) -> Date {
    date.last_of_month()
}

fn next(from: Date, day: Weekday) -> Option<Date> {
    from.series(jiff::Span::new().days(1)).skip(1).take(7).find(|d| d.weekday() == day)
}

fn weekday(word: &str) -> Option<Weekday> {
    let names = [
        (["mon", "monday", "mo", "montag"], Weekday::Monday),
        (["tue", "tuesday", "di", "dienstag"], Weekday::Tuesday),
        (["wed", "wednesday", "mi", "mittwoch"], Weekday::Wednesday),
        (["thu", "thursday", "do", "donnerstag"], Weekday::Thursday),
        (["fri", "friday", "fr", "freitag"], Weekday::Friday),
        (["sat", "saturday", "sa", "samstag"], Weekday::Saturday),
        (["sun", "sunday", "so", "sonntag"], Weekday::Sunday),
    ];
    let word = word.trim_end_matches('.');
    names.into_iter().find(|(said, _)| said.contains(&word)).map(|(_, day)| day)
}

/// What an hour may be called.
const NAMED_HOURS: [(&str, i8); 11] = [
    ("noon", 12),
    ("morning", MORNING),
    ("afternoon", 14),
    ("evening", EVENING),
    ("eod", EVENING),
    ("mittag", 12),
    ("früh", MORNING),
    ("vormittag", MORNING),
    ("nachmittag", 14),
    ("abend", EVENING),
    ("feierabend", EVENING),
];

/// `14:20`, `9`, `10am`, `noon`, `morning`, `14 Uhr`.
fn clock(words: &str) -> Option<Time> {
    let words = ["at ", "um ", "früh "].iter().find_map(|said| words.strip_prefix(said)).unwrap_or(words).trim();
    let words = words.strip_suffix("uhr").unwrap_or(words).trim();
    if let Some((_, hour)) =
        NAMED_HOURS.into_iter().find(|(name, _)| *name == words || words.strip_suffix('s') == Some(name))
    {
        return Time::new(hour, 0, 0, 0).ok();
    }
    let (digits, add) = match (words.strip_suffix("am"), words.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim(), 0),
        (_, Some(digits)) => (digits.trim(), 12),
        _ => (words, 0),
    };
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let hour: i8 = hour.parse().ok()?;
    let hour = if add == 12 && hour != 12 { hour.checked_add(12)? } else { hour };
    Time::new(hour, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, said_in, t};

    fn said(words: &str) -> String {
        let zone = TimeZone::get("Europe/Warsaw").expect("known");
        // Monday 23 November 2026, 10:30 in Warsaw.
        let now: Timestamp = "2026-11-23T09:30:00Z".parse().expect("an instant");
        time(words, now, &zone)
            .map_or("not understood".into(), |at| at.to_zoned(zone).strftime("%a %d %b %H:%M").to_string())
    }

    #[test]
    fn s173_dates_as_people_say_them_become_exact() {
        for (words, meant) in [
            ("tomorrow morning", "Tue 24 Nov 09:00"),
            ("tomorrow 14:20", "Tue 24 Nov 14:20"),
            ("Fri 10", "Fri 27 Nov 10:00"),
            ("next friday 10:00", "Fri 27 Nov 10:00"),
            ("friday noon", "Fri 27 Nov 12:00"),
            ("end of month", "Mon 30 Nov 17:00"),
            ("today", "Mon 23 Nov 17:00"),
            ("14:20", "Mon 23 Nov 14:20"),
            ("9:00", "Tue 24 Nov 09:00"),
            ("in 2 hours", "Mon 23 Nov 12:30"),
            ("2026-12-01", "Tue 01 Dec 09:00"),
            ("2026-12-01T08:15", "Tue 01 Dec 08:15"),
            ("2026-12-01 3pm", "Tue 01 Dec 15:00"),
            ("someday", "not understood"),
            ("32:00", "not understood"),
        ] {
            assert_eq!(said(words), meant, "{words}");
        }
    }

    /// What the German help of a field proposes is understood, and a little more.
    #[test]
    fn s173_dates_as_germans_say_them_become_exact() {
        for (words, meant) in [
            ("morgen 9:00", "Tue 24 Nov 09:00"),
            ("morgen früh", "Tue 24 Nov 09:00"),
            ("heute früh 7:30", "Mon 23 Nov 07:30"),
            ("this morning 7:30", "Mon 23 Nov 07:30"),
            ("gestern 16:00", "Sun 22 Nov 16:00"),
            ("yesterday 16:00", "Sun 22 Nov 16:00"),
            ("übermorgen um 14 Uhr", "Wed 25 Nov 14:00"),
            ("Fr 10", "Fri 27 Nov 10:00"),
            ("nächsten Freitag mittags", "Fri 27 Nov 12:00"),
            ("am Do. 14:20", "Thu 26 Nov 14:20"),
            ("Monatsende", "Mon 30 Nov 17:00"),
            ("heute", "Mon 23 Nov 17:00"),
            ("in 2 Stunden", "Mon 23 Nov 12:30"),
            ("in 3 Tagen", "Thu 26 Nov 10:30"),
            ("1.12.2026 15:00", "Tue 01 Dec 15:00"),
            ("2.1. 8 Uhr", "Sat 02 Jan 08:00"),
            ("31.2.2027", "not understood"),
            ("irgendwann", "not understood"),
        ] {
            assert_eq!(said(words), meant, "{words}");
        }
        for language in Language::ALL {
            let proposed = said_in(language, || t("signals-until-start"));
            assert_eq!(said(&proposed), "Tue 24 Nov 09:00", "{proposed}");
        }
    }
}
