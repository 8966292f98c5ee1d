//! The explanation of a due time, as its reader sees it.
use super::testing::*;
use super::*;
use jiff::civil::date;

fn told(calendar: &Calendar, trace: &Trace) -> Vec<String> {
    let at = |at| said(calendar, at);
    trace.pieces.iter().map(|piece| format!("{} to {}: {:?}", at(piece.from), at(piece.to), piece.why)).collect()
}

#[test]
fn every_skipped_stretch_before_a_due_minute_is_named() {
    let mut spec = with_holidays(weekdays("Europe/Berlin", &[(540, 720), (780, 1020)]), "DE");
    spec.exceptions.insert(date(2024, 4, 2), Vec::new());
    let desk = calendar(spec);
    let trace = desk.trace_minutes(local(&desk, "2024-03-29T11:00"), 5 * 60 + 90).expect("the place opens");
    assert_eq!(said(&desk, trace.due), "Wed 2024-04-03 10:30");
    assert_eq!(
        told(&desk, &trace),
        [
            "Fri 2024-03-29 11:00 to Fri 2024-03-29 12:00: Counted { minutes: 60 }",
            "Fri 2024-03-29 12:00 to Fri 2024-03-29 13:00: Closed",
            "Fri 2024-03-29 13:00 to Fri 2024-03-29 17:00: Counted { minutes: 240 }",
            "Fri 2024-03-29 17:00 to Mon 2024-04-01 00:00: Closed",
            "Mon 2024-04-01 00:00 to Tue 2024-04-02 00:00: Holiday(\"Easter Monday\")",
            "Tue 2024-04-02 00:00 to Wed 2024-04-03 00:00: Exception",
            "Wed 2024-04-03 00:00 to Wed 2024-04-03 09:00: Closed",
            "Wed 2024-04-03 09:00 to Wed 2024-04-03 10:30: Counted { minutes: 90 }",
        ]
    );
}

#[test]
fn every_day_counted_and_skipped_is_named() {
    let desk = calendar(with_holidays(weekdays("Europe/Berlin", NINE_TO_FIVE), "DE"));
    let trace = desk.trace_days(local(&desk, "2024-03-28T10:00"), 2).expect("the place opens");
    assert_eq!(
        told(&desk, &trace),
        [
            "Thu 2024-03-28 10:00 to Fri 2024-03-29 00:00: FirstDay",
            "Fri 2024-03-29 00:00 to Sat 2024-03-30 00:00: Day { number: 1 }",
            "Sat 2024-03-30 00:00 to Mon 2024-04-01 00:00: Closed",
            "Mon 2024-04-01 00:00 to Tue 2024-04-02 00:00: Holiday(\"Easter Monday\")",
            "Tue 2024-04-02 00:00 to Tue 2024-04-02 10:00: Day { number: 2 }",
        ]
    );
    let trace = desk.trace_days(local(&desk, "2024-03-30T10:00"), 1).expect("the place opens");
    assert_eq!(told(&desk, &trace)[2], "Tue 2024-04-02 00:00 to Wed 2024-04-03 00:00: FirstDay");
    assert_eq!(said(&desk, trace.due), "Wed 2024-04-03 09:00");
}

#[test]
fn a_day_that_is_due_in_the_small_hours_of_a_night_shift_is_that_day() {
    let plant = calendar(weekdays("Europe/Berlin", &[(22 * 60, 30 * 60)]));
    let trace = plant.trace_days(local(&plant, "2024-03-13T02:00"), 1).expect("the place opens");
    let told = told(&plant, &trace);
    assert_eq!(
        told.last().map(String::as_str),
        Some("Wed 2024-03-13 02:00 to Thu 2024-03-14 02:00: Day { number: 1 }")
    );
}

#[test]
fn an_explanation_is_never_longer_than_a_page_can_bear() {
    let desk = calendar(weekdays("UTC", &[(540, 600), (660, 720)]));
    let trace = desk.trace_minutes(utc("2024-01-01T00:00:00Z"), 200 * 120).expect("the place opens");
    assert_eq!(trace.pieces.len(), MAX_PIECES);
    assert!(trace.left_off > 300);
}
