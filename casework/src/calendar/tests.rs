//! Business time as people tell it.
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::testing::*;
use super::*;

fn due(calendar: &Calendar, start: &str, minutes: u32) -> String {
    said(calendar, calendar.add_minutes(local(calendar, start), minutes).expect("the place opens"))
}

fn due_days(calendar: &Calendar, start: &str, days: u32) -> String {
    said(calendar, calendar.add_days(local(calendar, start), days).expect("the place opens"))
}

fn refused(spec: CalendarSpec) -> CalendarProblem {
    Calendar::new(spec, TimeZone::UTC, &rules()).expect_err("this calendar is not sound")
}

#[test]
fn friday_half_past_four_plus_one_hour_is_monday_half_past_nine() {
    let desk = calendar(weekdays("Europe/Berlin", NINE_TO_FIVE));
    assert_eq!(due(&desk, "2024-03-15T16:30", 60), "Mon 2024-03-18 09:30");
}

#[test]
fn lunch_is_not_counted() {
    let desk = calendar(weekdays("Europe/Berlin", &[(8 * 60, 12 * 60), (13 * 60, 17 * 60)]));
    assert_eq!(due(&desk, "2024-03-15T11:30", 60), "Fri 2024-03-15 13:30");
    assert_eq!(due(&desk, "2024-03-15T12:20", 60), "Fri 2024-03-15 14:00");
    let (a, b) = (local(&desk, "2024-03-15T11:00"), local(&desk, "2024-03-15T14:00"));
    assert_eq!(desk.minutes_between(a, b), 120);
    assert_eq!(desk.minutes_between(b, a), -120);
}

#[test]
fn a_count_used_up_at_closing_time_is_due_at_closing_time() {
    let desk = calendar(weekdays("Europe/Berlin", NINE_TO_FIVE));
    assert_eq!(due(&desk, "2024-03-15T16:00", 60), "Fri 2024-03-15 17:00");
    assert_eq!(due(&desk, "2024-03-15T20:00", 0), "Fri 2024-03-15 20:00");
}

#[test]
fn the_night_shift_runs_across_midnight() {
    let plant = calendar(weekdays("Europe/Berlin", &[(22 * 60, 30 * 60)]));
    assert_eq!(due(&plant, "2024-03-15T23:00", 180), "Sat 2024-03-16 02:00");
    assert_eq!(due(&plant, "2024-03-16T05:30", 60), "Mon 2024-03-18 22:30");
    assert!(plant.is_open(local(&plant, "2024-03-16T05:59")));
    assert!(!plant.is_open(local(&plant, "2024-03-16T06:00")));
    // At two on Saturday morning it is still Friday's shift: one working day later is Monday's shift, 02:00 on Tuesday.
    assert_eq!(due_days(&plant, "2024-03-16T02:00", 1), "Tue 2024-03-19 02:00");
}

#[test]
fn an_exception_closes_shortens_or_opens_one_date() {
    let mut spec = with_holidays(weekdays("Europe/Berlin", NINE_TO_FIVE), "DE");
    spec.exceptions.insert(date(2024, 3, 15), windows(&[(9 * 60, 12 * 60)])); // short
    spec.exceptions.insert(date(2024, 3, 16), windows(&[(10 * 60, 11 * 60)])); // an extra Saturday
    spec.exceptions.insert(date(2024, 3, 18), Vec::new()); // closed
    spec.exceptions.insert(date(2024, 12, 25), windows(&[(9 * 60, 10 * 60)])); // stock-taking at Christmas
    let desk = calendar(spec);
    assert_eq!(due(&desk, "2024-03-15T11:30", 60), "Sat 2024-03-16 10:30");
    assert_eq!(due(&desk, "2024-03-16T10:30", 60), "Tue 2024-03-19 09:30");
    assert_eq!(desk.why_closed(date(2024, 3, 18)), Some(Closed::Exception));
    assert!(desk.is_working_day(date(2024, 3, 16)));
    assert!(desk.is_open(local(&desk, "2024-12-25T09:30")));
    assert_eq!(desk.why_closed(date(2024, 12, 25)), None);
}

#[test]
fn a_closed_day_says_why() {
    let desk = calendar(with_holidays(weekdays("Europe/Berlin", NINE_TO_FIVE), "DE"));
    assert_eq!(desk.why_closed(date(2024, 4, 1)), Some(Closed::Holiday("Easter Monday".into())));
    assert_eq!(desk.why_closed(date(2024, 3, 31)), Some(Closed::Weekend));
    assert_eq!(desk.why_closed(date(2024, 4, 2)), None);
    assert_eq!(due(&desk, "2024-03-29T16:30", 60), "Tue 2024-04-02 09:30");
    assert_eq!(desk.next_open(local(&desk, "2024-12-24T20:00")), Ok(local(&desk, "2024-12-27T09:00")));
}

#[test]
fn an_empty_calendar_is_refused_and_never_read_as_always_open() {
    assert_eq!(refused(weekdays("UTC", &[])), CalendarProblem::NeverOpen);
    let mut only_exceptions = weekdays("UTC", &[]);
    only_exceptions.exceptions.insert(date(2024, 1, 1), windows(NINE_TO_FIVE));
    assert_eq!(refused(only_exceptions).code(), "calendar-never-open");
}

#[test]
fn hours_that_cannot_be_are_refused_with_the_day_they_stand_on() {
    let monday = NamedDay::Weekday(Weekday::Monday);
    let window = |from, to| Window { from, to };
    assert_eq!(
        refused(weekdays("UTC", &[(600, 600)])),
        CalendarProblem::WindowReversed { day: monday, window: window(600, 600) }
    );
    assert_eq!(
        refused(weekdays("UTC", &[(600, 2881)])),
        CalendarProblem::WindowOutOfRange { day: monday, window: window(600, 2881) }
    );
    assert_eq!(
        refused(weekdays("UTC", &[(600, 720), (719, 800)])),
        CalendarProblem::WindowsOverlap { day: monday, first: window(600, 720), second: window(719, 800) }
    );
    assert_eq!(
        refused(weekdays("UTC", &[(600, 1440 + 601)])),
        CalendarProblem::WindowsOverlap { day: monday, first: window(600, 2041), second: window(600, 2041) }
    );
    let mut spec = weekdays("UTC", &[(20 * 60, 26 * 60)]);
    spec.exceptions.insert(date(2024, 3, 16), windows(&[(60, 120)]));
    assert_eq!(refused(spec).code(), "calendar-windows-overlap");
    assert_eq!(refused(weekdays("UTC", &[(0, 1); 25])).code(), "calendar-too-many-windows");
}

#[test]
fn a_country_nobody_knows_is_refused() {
    let spec = with_holidays(weekdays("UTC", NINE_TO_FIVE), "ZZ");
    assert_eq!(refused(spec), CalendarProblem::UnknownCountry { country: "ZZ".into() });
    let mut spec = with_holidays(weekdays("UTC", NINE_TO_FIVE), "DE");
    spec.holidays = Some(HolidayChoice { country: "DE".into(), region: Some("ZZ".into()) });
    assert_eq!(refused(spec), CalendarProblem::UnknownRegion { country: "DE".into(), region: "ZZ".into() });
}

#[test]
fn a_place_closed_for_years_answers_never_open_instead_of_searching_for_ever() {
    let mut spec = weekdays("UTC", NINE_TO_FIVE);
    let mut day = date(2024, 1, 1);
    for _ in 0..1_200 {
        spec.exceptions.insert(day, Vec::new());
        day = day.tomorrow().expect("far from the end of time");
    }
    let desk = calendar(spec);
    let start = local(&desk, "2024-01-01T10:00");
    let never = NeverOpen { from: start, days: SCAN_DAYS };
    assert_eq!(desk.add_minutes(start, 1), Err(never));
    assert_eq!(desk.next_open(start), Err(never));
    assert_eq!(desk.add_days(start, 1), Err(never));
    assert_eq!(desk.add_minutes(utc("2030-01-01T10:00:00Z"), u32::MAX).map_err(|never| never.days), Err(SCAN_DAYS));
    assert!(!desk.is_open(start));
}

#[test]
fn a_working_day_later_keeps_the_time_of_day_or_takes_the_nearest_edge() {
    let desk = calendar(with_holidays(weekdays("Europe/Berlin", &[(540, 720), (780, 1020)]), "DE"));
    assert_eq!(due_days(&desk, "2024-03-15T14:20", 1), "Mon 2024-03-18 14:20");
    assert_eq!(due_days(&desk, "2024-03-15T07:00", 1), "Mon 2024-03-18 09:00");
    assert_eq!(due_days(&desk, "2024-03-15T21:00", 1), "Mon 2024-03-18 17:00");
    assert_eq!(due_days(&desk, "2024-03-15T12:10", 1), "Mon 2024-03-18 12:00");
    assert_eq!(due_days(&desk, "2024-03-15T12:30", 1), "Mon 2024-03-18 12:00");
    assert_eq!(due_days(&desk, "2024-03-15T12:40", 1), "Mon 2024-03-18 13:00");
    assert_eq!(due_days(&desk, "2024-03-28T10:00", 2), "Tue 2024-04-02 10:00");
    assert_eq!(due_days(&desk, "2024-03-15T14:20", 0), "Fri 2024-03-15 14:20");
    assert_eq!(due_days(&desk, "2024-03-15T21:00", 0), "Fri 2024-03-15 21:00");
}

#[test]
fn a_saturday_start_counts_from_mondays_opening() {
    let desk = calendar(weekdays("Europe/Berlin", NINE_TO_FIVE));
    assert_eq!(due_days(&desk, "2024-03-16T15:00", 1), "Tue 2024-03-19 09:00");
    assert_eq!(due_days(&desk, "2024-03-16T15:00", 0), "Mon 2024-03-18 09:00");
    assert_eq!(desk.add_dates(date(2024, 3, 16), 0), Ok(date(2024, 3, 18)));
    assert_eq!(desk.add_dates(date(2024, 3, 16), 1), Ok(date(2024, 3, 19)));
    assert_eq!(desk.add_dates(date(2024, 3, 15), 1), Ok(date(2024, 3, 18)));
    assert_eq!(desk.dates_between(date(2024, 3, 15), date(2024, 3, 18)), 1);
    assert_eq!(desk.dates_between(date(2024, 3, 18), date(2024, 3, 15)), -1);
}

#[test]
fn a_night_on_which_the_clock_is_changed_has_its_true_length() {
    let always = calendar(every_day("Europe/Berlin", &[(0, 1440)]));
    // 31 March 2024 has 23 hours, 27 October 25: a peer (OTRS #787) was off by an hour here.
    assert_eq!(due(&always, "2024-03-30T12:00", 24 * 60), "Sun 2024-03-31 13:00");
    assert_eq!(due(&always, "2024-10-26T12:00", 24 * 60), "Sun 2024-10-27 11:00");
    let night = calendar(every_day("Europe/Berlin", &[(0, 6 * 60)]));
    assert_eq!(due(&night, "2024-03-31T00:00", 5 * 60), "Sun 2024-03-31 06:00");
    assert_eq!(due(&night, "2024-10-27T00:00", 7 * 60), "Sun 2024-10-27 06:00");
}

#[test]
fn an_opening_that_the_clock_skips_is_the_moment_of_the_change() {
    let early = calendar(every_day("Europe/Berlin", &[(2 * 60 + 30, 4 * 60)]));
    assert_eq!(due(&early, "2024-03-31T00:00", 60), "Sun 2024-03-31 04:00");
    assert_eq!(early.next_open(local(&early, "2024-03-31T00:00")), Ok(utc("2024-03-31T01:00:00Z")));
    // Hours that lie wholly in the skipped hour do not exist on that day.
    let gone = calendar(every_day("Europe/Berlin", &[(2 * 60 + 15, 2 * 60 + 45)]));
    assert!(!gone.is_working_day(date(2024, 3, 31)));
    assert_eq!(due(&gone, "2024-03-31T00:00", 30), "Mon 2024-04-01 02:45");
}

#[test]
fn a_closing_time_that_comes_twice_is_the_earlier_one() {
    let late = calendar(every_day("Europe/Berlin", &[(60, 2 * 60 + 30)]));
    let start = utc("2024-10-26T22:00:00Z"); // 00:00 local on the 27th
    assert_eq!(late.add_minutes(start, 90), Ok(utc("2024-10-27T00:30:00Z")));
    assert_eq!(late.minutes_between(start, utc("2024-10-27T03:00:00Z")), 90);
    assert!(!late.is_open(utc("2024-10-27T01:15:00Z")));
}

#[test]
fn a_due_time_that_is_skipped_is_later_and_one_that_comes_twice_the_earlier() {
    let always = calendar(every_day("Europe/Berlin", &[(0, 1440)]));
    assert_eq!(always.add_days(local(&always, "2024-03-30T02:30"), 1), Ok(utc("2024-03-31T01:30:00Z")));
    assert_eq!(always.add_days(local(&always, "2024-10-26T02:30"), 1), Ok(utc("2024-10-27T00:30:00Z")));
}

#[test]
fn lord_howe_moves_its_clock_by_half_an_hour() {
    let island = calendar(every_day("Australia/Lord_Howe", &[(0, 1440)]));
    assert_eq!(due(&island, "2024-10-05T12:00", 24 * 60), "Sun 2024-10-06 12:30");
    assert_eq!(due(&island, "2024-04-06T12:00", 24 * 60), "Sun 2024-04-07 11:30");
}

#[test]
fn apia_had_no_thirtieth_of_december_2011() {
    let shop = calendar(every_day("Pacific/Apia", NINE_TO_FIVE));
    assert!(!shop.is_working_day(date(2011, 12, 30)));
    assert_eq!(due(&shop, "2011-12-29T16:30", 60), "Sat 2011-12-31 09:30");
    assert_eq!(due_days(&shop, "2011-12-29T10:00", 1), "Sat 2011-12-31 10:00");
    assert_eq!(shop.add_dates(date(2011, 12, 29), 1), Ok(date(2011, 12, 31)));
}

#[test]
fn a_night_shift_of_a_day_that_never_was_does_not_end_the_next_morning() {
    let plant = calendar(every_day("Pacific/Apia", &[(22 * 60, 30 * 60)]));
    assert_eq!(due(&plant, "2011-12-29T22:00", 120), "Sat 2011-12-31 00:00");
    assert!(plant.is_open(local(&plant, "2011-12-29T23:00")));
    assert!(!plant.is_open(local(&plant, "2011-12-31T02:00")));
    assert!(!plant.is_working_day(date(2011, 12, 30)));
}

#[test]
fn a_day_that_begins_at_one_has_no_midnight_opening() {
    let shop = calendar(every_day("America/Havana", &[(0, 8 * 60)]));
    assert_eq!(due(&shop, "2024-03-09T20:00", 7 * 60), "Sun 2024-03-10 08:00");
}

#[test]
fn seconds_of_the_start_are_kept() {
    let desk = calendar(weekdays("UTC", NINE_TO_FIVE));
    let (start, due) = (utc("2024-03-15T16:30:36Z"), utc("2024-03-18T09:30:36Z"));
    assert_eq!(desk.add_minutes(start, 60), Ok(due));
    assert_eq!(desk.minutes_between(start, due), 60);
    assert_eq!(desk.minutes_between(start, utc("2024-03-15T16:31:35Z")), 0);
}

#[test]
fn time_in_a_pause_is_not_counted() {
    let shop = calendar(every_day("Europe/Berlin", &[(9 * 60, 18 * 60)]));
    let at = |text: &str| local(&shop, text);
    let pauses = [
        (at("2013-06-04T12:00"), at("2013-06-04T12:30")),
        (at("2013-06-04T11:30"), at("2013-06-04T11:45")),
        (at("2013-06-04T12:10"), at("2013-06-04T12:20")),
    ];
    let start = at("2013-06-04T11:00");
    assert_eq!(shop.add_minutes_paused(start, 120, &pauses), Ok(at("2013-06-04T13:45")));
    assert_eq!(shop.minutes_between_paused(start, at("2013-06-04T13:45"), &pauses), 120);
    // Paused over closing time: only the open part of the pause is credited.
    let long = [(at("2013-06-04T12:00"), at("2013-06-05T10:00"))];
    assert_eq!(shop.add_minutes_paused(start, 120, &long), Ok(at("2013-06-05T11:00")));
}

#[test]
fn a_calendar_is_kept_as_it_was_written() {
    let mut spec = with_holidays(weekdays("Europe/Berlin", &[(780, 1020), (540, 720)]), "DE");
    spec.exceptions.insert(date(2024, 3, 16), windows(&[(600, 660)]));
    let kept = serde_json::to_string(&spec).expect("a spec can be written");
    assert_eq!(serde_json::from_str::<CalendarSpec>(&kept).expect("and read"), spec);
    let desk = calendar(spec.clone());
    assert_eq!((desk.name(), desk.version()), ("Front desk", 1));
    assert_eq!(due(&desk, "2024-03-15T11:30", 60), "Fri 2024-03-15 13:30"); // windows in any order
}

#[test]
fn a_calendar_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Calendar>();
}
