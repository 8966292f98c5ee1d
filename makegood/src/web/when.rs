//! Times in the words a person uses: pure functions of an instant, now, and a zone.
//!
//! Every answer is a [`When`]: the words ("due in 40 min") together with the exact instant, so that a page can never show the
//! one without the other. Words are rounded down to whole minutes: nobody is called late a minute early.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::words::{t, t_with};

/// Up to here a time to come is told as what is left ("due in 40 min"); further away the wall clock says more.
const TOLD_AS_WHAT_IS_LEFT_MINUTES: i64 = 4 * 60;
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// How the words of a [`When`] change as time passes; the page's script keeps them true without a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// A due time: what is left, then how late it is.
    Due,
    /// Time since something happened, counted up: "3 h ago".
    Ago,
    /// Time since something happened, without "ago": "3 h".
    Since,
    /// The words stay as they are.
    Still,
}

/// A time in words, with the instant it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub words: String,
    pub at: Timestamp,
    /// The exact time in full, for the hover: "Mon 23 Nov 2026, 17:22:05 Europe/Warsaw (+01:00)".
    pub exact: String,
    pub moves: Moves,
}

/// A time by which something is owed: "due in 40 min", "25 min late", "today 17:00", "Fri 28 Nov, 14:00".
pub fn due(at: Timestamp, now: Timestamp, zone: &TimeZone) -> When {
    let left = minutes_between(now, at);
    let words = if left.abs() < 1 {
        t("when-now").into_owned()
    } else if left < 0 {
        t_with("when-late", &[("span", span(-left).into())])
    } else if left <= TOLD_AS_WHAT_IS_LEFT_MINUTES {
        t_with("when-due-in", &[("span", span(left).into())])
    } else {
        moment_words(at, now, zone)
    };
    When { words, at, exact: exact(at, zone), moves: Moves::Due }
}

/// A moment, past or to come: "today 17:00", "yesterday 09:12", "Fri 28 Nov, 14:00", "Fri 28 Nov 2025, 14:00".
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> When {
    When { words: moment_words(at, now, zone), at, exact: exact(at, zone), moves: Moves::Still }
}

/// A moment as short as it can be said: "08:40" when it is of today, else as [`moment`] says it.
pub fn short(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    if there.date() == now.to_zoned(zone.clone()).date() { wall_clock(&there) } else { moment_words(at, now, zone) }
}

/// How well a due time was met: "35 min early", "on time", "20 min late".
pub fn met(due: Timestamp, met_at: Timestamp, zone: &TimeZone) -> When {
    let spare = minutes_between(met_at, due);
    let words = if spare == 0 {
        t("when-on-time").into_owned()
    } else if spare > 0 {
        t_with("when-early", &[("span", span(spare).into())])
    } else {
        t_with("when-late", &[("span", span(-spare).into())])
    };
    When { words, at: met_at, exact: exact(met_at, zone), moves: Moves::Still }
}

/// How long ago: "just now", "3 h ago".
pub fn ago(at: Timestamp, now: Timestamp, zone: &TimeZone) -> When {
    let gone = minutes_between(at, now).max(0);
    let words =
        if gone < 1 { t("when-just-now").into_owned() } else { t_with("when-ago", &[("span", span(gone).into())]) };
    When { words, at, exact: exact(at, zone), moves: Moves::Ago }
}

/// How long nothing has been heard: "1 day 2 h".
pub fn since(at: Timestamp, now: Timestamp, zone: &TimeZone) -> When {
    let gone = minutes_between(at, now).max(0);
    When { words: span(gone), at, exact: exact(at, zone), moves: Moves::Since }
}

/// An instant on the other side's clock: "14:20 their time", with the weekday when their day is not ours.
pub fn their_time(at: Timestamp, theirs: &TimeZone, ours: &TimeZone) -> When {
    let words = on_their_clock("when-theirs", "when-theirs-day", at, theirs, ours);
    When { words, at, exact: exact(at, theirs), moves: Moves::Still }
}

/// What their clock shows now: "09:10 there".
pub fn there_now(now: Timestamp, theirs: &TimeZone, ours: &TimeZone) -> When {
    let words = on_their_clock("when-there", "when-there-day", now, theirs, ours);
    When { words, at: now, exact: exact(now, theirs), moves: Moves::Still }
}

/// A day without a time: "Fri 28 Nov", with the year when it is not this one.
pub fn day(day: Date, now: Timestamp, zone: &TimeZone) -> String {
    date_words(day, now.to_zoned(zone.clone()).date())
}

/// A date in full, for sentences that are read long after: "18 Dec 2026".
pub fn whole_date(day: Date) -> String {
    let parts =
        [("day", i64::from(day.day()).into()), ("month", month(day).into()), ("year", day.year().to_string().into())];
    t_with("when-whole-date", &parts)
}

/// A moment in full: "23 Nov 2026 15:00".
pub fn whole_moment(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    t_with("when-whole-moment", &[("date", whole_date(at.date()).into()), ("time", wall_clock(&at).into())])
}

/// A day and an hour for words that are read later, when *today* is another day: "Mon 23 Nov, 14:00".
pub fn day_and_time(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    t_with("when-at", &[("date", date_words(at.date(), at.date()).into()), ("time", wall_clock(&at).into())])
}

/// The hour of a moment whose day stands above it: "14:20".
pub fn hour(at: Timestamp, zone: &TimeZone) -> When {
    When { words: wall_clock(&at.to_zoned(zone.clone())), at, exact: exact(at, zone), moves: Moves::Still }
}

/// The day of a moment as a heading: "Today, Thu 26 Nov", "Yesterday, Wed 25 Nov", "Fri 20 Nov".
pub fn day_of(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (day, today) = (at.to_zoned(zone.clone()).date(), now.to_zoned(zone.clone()).date());
    let date = date_words(day, today);
    match day.since(today).map_or(i32::MAX, |between| between.get_days()) {
        0 => t_with("when-day-today", &[("date", date.into())]),
        1 => t_with("when-day-tomorrow", &[("date", date.into())]),
        -1 => t_with("when-day-yesterday", &[("date", date.into())]),
        _ => date,
    }
}

/// The day of a moment inside a sentence: "today", "tomorrow", "on Fri 20 Nov".
pub fn on_day(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (day, today) = (at.to_zoned(zone.clone()).date(), now.to_zoned(zone.clone()).date());
    match day.since(today).map_or(i32::MAX, |between| between.get_days()) {
        0 => t("when-on-today").into_owned(),
        1 => t("when-on-tomorrow").into_owned(),
        _ => t_with("when-on-day", &[("date", date_words(day, today).into())]),
    }
}

/// The day of the week, as it stands in a date; 1 is Monday.
pub fn weekday_of(n: i64) -> String {
    t_with("when-weekday", &[("n", n.into())])
}

/// A length of time in at most two parts: "12 min", "1 h 20 min", "20 h", "1 day 2 h", "9 days".
///
/// `minutes` below zero count as zero.
pub fn span(minutes: i64) -> String {
    let minutes = minutes.max(0);
    let in_minutes = |n: i64| t_with("when-minutes", &[("n", n.into())]);
    let in_hours = |n: i64| t_with("when-hours", &[("n", n.into())]);
    let in_days = |n: i64| t_with("when-days", &[("n", n.into())]);
    let (first, second) = if minutes < HOUR {
        (in_minutes(minutes), None)
    } else if minutes < DAY {
        // Beyond ten hours nobody plans by the minute.
        let rest = if minutes < 10 * HOUR { minutes % HOUR } else { 0 };
        (in_hours(minutes / HOUR), (rest > 0).then(|| in_minutes(rest)))
    } else {
        let rest = if minutes < 7 * DAY { minutes % DAY / HOUR } else { 0 };
        (in_days(minutes / DAY), (rest > 0).then(|| in_hours(rest)))
    };
    match second {
        None => first,
        Some(second) => t_with("when-two-parts", &[("first", first.into()), ("second", second.into())]),
    }
}

/// The instant as written in `<time datetime>`: RFC 3339 in UTC, whole seconds.
pub fn iso(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Whole minutes from `a` to `b`, rounded towards zero.
fn minutes_between(a: Timestamp, b: Timestamp) -> i64 {
    (b.as_second() - a.as_second()) / 60
}

fn moment_words(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    let today = now.to_zoned(zone.clone()).date();
    let time = wall_clock(&at);
    match at.date().since(today).map_or(i32::MAX, |between| between.get_days()) {
        0 => t_with("when-today", &[("time", time.into())]),
        1 => t_with("when-tomorrow", &[("time", time.into())]),
        -1 => t_with("when-yesterday", &[("time", time.into())]),
        _ => t_with("when-at", &[("date", date_words(at.date(), today).into()), ("time", time.into())]),
    }
}

fn date_words(day: Date, today: Date) -> String {
    let (weekday, month) = (weekday(day), month(day));
    let number = i64::from(day.day());
    if day.year() == today.year() {
        t_with("when-date", &[("weekday", weekday.into()), ("day", number.into()), ("month", month.into())])
    } else {
        let year = day.year().to_string();
        t_with(
            "when-date-in-year",
            &[("weekday", weekday.into()), ("day", number.into()), ("month", month.into()), ("year", year.into())],
        )
    }
}

fn on_their_clock(same_day: &str, other_day: &str, at: Timestamp, theirs: &TimeZone, ours: &TimeZone) -> String {
    let there = at.to_zoned(theirs.clone());
    let time = wall_clock(&there);
    if there.date() == at.to_zoned(ours.clone()).date() {
        t_with(same_day, &[("time", time.into())])
    } else {
        t_with(other_day, &[("weekday", weekday(there.date()).into()), ("time", time.into())])
    }
}

fn exact(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    t_with(
        "when-exact",
        &[
            ("weekday", weekday(at.date()).into()),
            ("day", i64::from(at.day()).into()),
            ("month", month(at.date()).into()),
            ("year", at.year().to_string().into()),
            ("time", at.strftime("%H:%M:%S").to_string().into()),
            ("zone", zone.iana_name().unwrap_or("UTC").to_owned().into()),
            ("offset", at.strftime("%:z").to_string().into()),
        ],
    )
}

fn wall_clock(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}

fn weekday(day: Date) -> String {
    weekday_of(i64::from(day.weekday().to_monday_one_offset()))
}

/// The month a day is in, as it stands in a date.
pub fn month(day: Date) -> String {
    t_with("when-month", &[("n", i64::from(day.month()).into())])
}

#[cfg(test)]
mod tests;
