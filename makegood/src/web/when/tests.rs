//! What a person reads for a time, from a minute to a year away, in two zones and across midnight.

use super::*;

fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap()
}

fn austin() -> TimeZone {
    TimeZone::get("America/Chicago").unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A Monday, 15:22 in Warsaw and 08:22 in Austin.
fn now() -> Timestamp {
    at("2025-11-24T14:22:00Z")
}

fn due_words(instant: &str) -> String {
    due(at(instant), now(), &warsaw()).words
}

#[test]
fn a_due_time_near_by_is_told_as_what_is_left() {
    assert_eq!(due_words("2025-11-24T15:02:00Z"), "due in 40 min");
    assert_eq!(due_words("2025-11-24T15:02:59Z"), "due in 40 min");
    assert_eq!(due_words("2025-11-24T16:32:00Z"), "due in 2 h 10 min");
    assert_eq!(due_words("2025-11-24T14:22:30Z"), "due now");
}

#[test]
fn a_due_time_gone_by_says_how_late_it_is_and_never_a_minute_early() {
    assert_eq!(due_words("2025-11-24T14:21:30Z"), "due now");
    assert_eq!(due_words("2025-11-24T13:57:00Z"), "25 min late");
    assert_eq!(due_words("2025-11-23T12:22:00Z"), "1 day 2 h late");
}

#[test]
fn a_due_time_further_away_is_told_by_the_wall_clock() {
    assert_eq!(due_words("2025-11-24T18:30:00Z"), "today 19:30");
    assert_eq!(due_words("2025-11-25T09:00:00Z"), "tomorrow 10:00");
    assert_eq!(due_words("2025-11-28T13:00:00Z"), "Fri 28 Nov, 14:00");
    assert_eq!(due_words("2026-01-02T13:00:00Z"), "Fri 2 Jan 2026, 14:00");
}

#[test]
fn today_ends_at_midnight_of_the_zone_and_not_of_greenwich() {
    assert_eq!(moment(at("2025-11-24T22:59:00Z"), now(), &warsaw()).words, "today 23:59");
    assert_eq!(moment(at("2025-11-24T23:00:00Z"), now(), &warsaw()).words, "tomorrow 00:00");
    assert_eq!(moment(at("2025-11-23T22:59:00Z"), now(), &warsaw()).words, "yesterday 23:59");
}

#[test]
fn the_night_the_clocks_change_is_still_one_day() {
    let evening_before = at("2026-03-28T20:00:00Z");
    assert_eq!(moment(at("2026-03-29T10:00:00Z"), evening_before, &warsaw()).words, "tomorrow 12:00");
}

#[test]
fn a_met_clock_says_how_early_or_late() {
    let met_at = |text: &str| met(now(), at(text), &warsaw()).words;
    assert_eq!(met_at("2025-11-24T13:47:00Z"), "35 min early");
    assert_eq!(met_at("2025-11-24T14:22:20Z"), "on time");
    assert_eq!(met_at("2025-11-24T15:42:00Z"), "1 h 20 min late");
}

#[test]
fn silence_is_counted_in_two_parts() {
    assert_eq!(since(at("2025-11-23T12:00:00Z"), now(), &warsaw()).words, "1 day 2 h");
    assert_eq!(since(at("2025-11-23T18:00:00Z"), now(), &warsaw()).words, "20 h");
    assert_eq!(since(at("2025-11-24T11:22:00Z"), now(), &warsaw()).words, "3 h");
    assert_eq!(since(at("2025-11-10T14:00:00Z"), now(), &warsaw()).words, "14 days");
    assert_eq!(ago(at("2025-11-24T14:21:50Z"), now(), &warsaw()).words, "just now");
    assert_eq!(ago(at("2025-11-24T14:10:00Z"), now(), &warsaw()).words, "12 min ago");
}

#[test]
fn their_clock_is_told_with_the_day_when_it_is_another_day_there() {
    let call = at("2025-11-24T20:20:00Z");
    assert_eq!(their_time(call, &austin(), &warsaw()).words, "14:20 their time");
    assert_eq!(their_time(at("2025-11-25T00:30:00Z"), &austin(), &warsaw()).words, "Mon 18:30 their time");
    assert_eq!(there_now(now(), &austin(), &warsaw()).words, "08:22 there");
}

#[test]
fn the_exact_instant_travels_with_the_words() {
    let when = due(at("2025-11-24T15:02:05Z"), now(), &warsaw());
    assert_eq!(iso(when.at), "2025-11-24T15:02:05Z");
    assert_eq!(when.exact, "Mon 24 Nov 2025, 16:02:05 Europe/Warsaw (+01:00)");
    assert_eq!(when.moves, Moves::Due);
}

#[test]
fn a_day_alone_names_the_year_only_when_it_is_another() {
    let date = jiff::civil::date;
    assert_eq!(day(date(2025, 11, 28), now(), &warsaw()), "Fri 28 Nov");
    assert_eq!(day(date(2026, 11, 27), now(), &warsaw()), "Fri 27 Nov 2026");
}
