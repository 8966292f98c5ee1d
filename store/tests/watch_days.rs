//! The watch counts in the days of the place that governs a line: its holidays, its zone, and the night in which clocks are put back.

use casework::calendar::{CalendarSpec, HolidayChoice};
use jiff::{Timestamp, civil::Date};
use store::{firm, holidays};
use watch::{
    Ground, Line, When,
    rules::{late_undelivered, unchecked_delivery},
};

fn on<T>(zone: &str, country: Option<&str>, work: impl FnOnce(&Ground) -> T) -> T {
    let holidays = country.map(|country| HolidayChoice { country: country.into(), region: None });
    let spec = CalendarSpec { holidays, ..firm::default_calendar(zone) };
    let calendar = holidays::calendar(&spec).expect("a calendar");
    let after = |at: Timestamp, days: u32| calendar.add_days(at, days).unwrap_or(at);
    let now = "2026-12-31T12:00:00Z".parse().expect("a moment");
    work(&Ground { now, zone: calendar.zone(), working_days_after: &after })
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// On which day the call after a delivery is due.
fn asked_on(zone: &str, country: Option<&str>, delivered: &str) -> Date {
    on(zone, country, |g| When::At(unchecked_delivery::due_at(When::Day(day(delivered)), g)).day(g.zone))
}

/// S031: two working days after the proof of delivery, and Christmas is none where people keep it.
#[test]
fn the_call_after_a_delivery_waits_for_working_days_of_the_place() {
    assert_eq!(asked_on("Europe/Berlin", None, "2026-12-24"), day("2026-12-28"));
    assert_eq!(asked_on("Europe/Berlin", Some("DE"), "2026-12-24"), day("2026-12-29"), "the 25th is a holiday");
    assert_eq!(asked_on("Europe/Berlin", Some("DE"), "2026-04-30"), day("2026-05-05"), "the 1st of May");
}

/// Whatever the day of the year and the place, nobody is asked before the goods are there.
#[test]
fn nobody_is_asked_before_the_delivery_on_any_day_of_the_year_anywhere() {
    let zones = [
        ("America/Sao_Paulo", None),
        ("Pacific/Auckland", None),
        ("Europe/Warsaw", Some("PL")),
        ("America/Chicago", Some("US")),
    ];
    for (zone, country) in zones {
        on(zone, country, |g| {
            for delivered in day("2026-01-01").series(jiff::Span::new().days(1)).take(365) {
                let due = unchecked_delivery::due_at(When::Day(delivered), g);
                assert!(due > When::Day(delivered).begins(g.zone), "{zone} {delivered}");
            }
        });
    }
}

/// A promise for a day ends with that day where the supplier is, also in the night that is an hour longer.
#[test]
fn a_promise_ends_at_the_midnight_of_the_suppliers_zone() {
    let ends = |zone: &str, promised: &str| {
        on(zone, None, |g| {
            let line = Line { promised: promised.parse().ok(), ..Line::new("A-1", "1") };
            late_undelivered::from(&line, g).expect("it ends").to_string()
        })
    };
    assert_eq!(ends("Europe/Berlin", "2026-10-24"), "2026-10-24T22:00:00Z");
    assert_eq!(ends("Europe/Berlin", "2026-10-25"), "2026-10-25T23:00:00Z", "clocks were put back that night");
    assert_eq!(ends("Asia/Tokyo", "2026-10-25"), "2026-10-25T15:00:00Z");
}
