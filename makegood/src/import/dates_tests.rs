//! Dates as they stand in real exports, and the ones that must never be guessed.

use super::*;
use proptest::prelude::*;

fn reading(values: &[&str]) -> Reading {
    let mut evidence = Evidence::default();
    values.iter().for_each(|value| evidence.add(value));
    Reading::decide(&evidence, None, None, &TimeZone::get("Europe/Warsaw").unwrap())
}

fn read(reading: &Reading, text: &str) -> Result<Option<String>, NoDate> {
    reading.read(text).map(|when| when.map(|when| when.to_string()))
}

#[test]
fn one_value_of_each_notation() {
    for (text, expected) in [
        ("2026-11-20", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("1.2.26", "2026-02-01"),
        ("02-Jun-06", "2006-06-02"),
        ("2 czerwca 2006", "2006-06-02"),
        ("June 2, 2006", "2006-06-02"),
        ("2nd June 2006", "2006-06-02"),
        ("3. März 2026", "2026-03-03"),
        ("46346", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
        ("11/20/2026", "2026-11-20"),
        ("2026-11-20T14:00:00Z", "2026-11-20T14:00:00Z"),
        ("2026-11-20 14:00:00+01:00", "2026-11-20T13:00:00Z"),
        ("2026-11-20 14:00", "2026-11-20T13:00:00Z"),
        ("20.11.2026 14:00:00", "2026-11-20T13:00:00Z"),
        ("11/20/2026 2:00 PM", "2026-11-20T13:00:00Z"),
        ("46346.5", "2026-11-20T11:00:00Z"),
    ] {
        assert_eq!(read(&reading(&[text]), text), Ok(Some(expected.into())), "{text}");
    }
}

#[test]
fn midnight_in_every_row_means_the_column_knows_days_only() {
    let days = reading(&["2017-08-01 00:00:00", "2017-05-09 00:00:00"]);
    assert_eq!(read(&days, "2017-08-01 00:00:00"), Ok(Some("2017-08-01".into())));
    let times = reading(&["2017-08-01 00:00:00", "2017-05-09 08:00:00"]);
    assert_eq!(read(&times, "2017-08-01 00:00:00"), Ok(Some("2017-07-31T22:00:00Z".into())));
}

#[test]
fn the_column_decides_which_number_is_the_day() {
    assert_eq!(read(&reading(&["03/04/26", "13/04/26"]), "03/04/26"), Ok(Some("2026-04-03".into())));
    assert_eq!(read(&reading(&["03/04/26", "04/13/26"]), "03/04/26"), Ok(Some("2026-03-04".into())));
}

#[test]
fn a_column_that_never_says_is_asked_about_not_guessed() {
    let unsure = reading(&["03/04/26", "05/06/26"]);
    assert_eq!(read(&unsure, "03/04/26"), Err(NoDate::EitherOrder));
    assert_eq!(read(&unsure, "05/05/26"), Ok(Some("2026-05-05".into())));
    let mut evidence = Evidence::default();
    evidence.add("03/04/26");
    assert_eq!(evidence.order(), Verdict::Ambiguous);
    let said = Reading::decide(&evidence, Some(Order::DayFirst), None, &TimeZone::UTC);
    assert_eq!(read(&said, "03/04/26"), Ok(Some("2026-04-03".into())));
}

#[test]
fn a_column_that_contradicts_itself_keeps_only_what_is_sure() {
    let torn = reading(&["13/04/26", "04/13/26", "03/04/26"]);
    assert_eq!(read(&torn, "13/04/26"), Ok(Some("2026-04-13".into())));
    assert_eq!(read(&torn, "04/13/26"), Ok(Some("2026-04-13".into())));
    assert_eq!(read(&torn, "03/04/26"), Err(NoDate::EitherOrder));
}

/// Real: `11/18/09` stayed text, `12/6/01` became 2001-06-12.
#[test]
fn a_column_half_converted_by_a_spreadsheet_is_not_believed() {
    let texts: Vec<String> = (13..=28).flat_map(|day| [format!("2/{day}/09"), format!("3/{day}/10")]).collect();
    let isos: Vec<String> = (1..=28).map(|day| format!("20{:02}-06-{:02}", day % 12 + 1, day % 12 + 1)).collect();
    let all: Vec<&str> = texts.iter().chain(&isos).map(String::as_str).collect();
    let mangled = reading(&all);
    assert_eq!(read(&mangled, "2001-06-12"), Err(NoDate::Mangled));
    assert_eq!(read(&mangled, "2/18/09"), Ok(Some("2009-02-18".into())));
}

#[test]
fn what_is_no_date_is_said_to_be_none() {
    let any = reading(&[]);
    for (text, why) in [
        ("Date Not Captured", NoDate::NotADate),
        ("Pre-PQ Process", NoDate::NotADate),
        ("N/A - From RDC", NoDate::NotADate),
        ("N/A", NoDate::SaysNone),
        ("tbd", NoDate::SaysNone),
        ("0000-00-00", NoDate::SaysNone),
        ("0000-00-00 00:00:00", NoDate::SaysNone),
        ("-", NoDate::SaysNone),
        ("9999-12-31", NoDate::SaysNone),
        ("31.04.2026", NoDate::NoSuchDay),
        ("2026-13-01", NoDate::NoSuchDay),
        ("0206-11-20", NoDate::YearOutOfReach),
        ("12", NoDate::NotADate),
        ("12345678", NoDate::NotADate),
        ("KW 47", NoDate::NotADate),
        ("25:00", NoDate::NotADate),
        ("2026-11-20 25:00", NoDate::NotADate),
    ] {
        assert_eq!(read(&any, text), Err(why), "{text}");
    }
    assert_eq!(read(&any, ""), Ok(None));
}

#[test]
fn a_time_the_clock_skipped_is_read_as_the_hour_after() {
    let spring = reading(&["2026-03-29 02:30"]);
    assert_eq!(read(&spring, "2026-03-29 02:30"), Ok(Some("2026-03-29T01:30:00Z".into())));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_panic(text in "\\PC{0,40}", digits in "[0-9:./ TZ+apmAPM-]{0,30}") {
        let any = reading(&[&text, &digits]);
        let _ = (any.read(&text), any.read(&digits));
    }

    #[test]
    fn every_day_comes_back_from_every_notation(ordinal in 0i32..50_000) {
        let day = Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(ordinal)).unwrap();
        for format in ["%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%Y%m%d", "%B %d, %Y"] {
            let text = day.strftime(format).to_string();
            prop_assert_eq!(read(&reading(&[&text]), &text), Ok(Some(day.to_string())), "{}", text);
        }
        let (dmy, mdy) = (day.strftime("%d/%m/%Y").to_string(), day.strftime("%m/%d/%Y").to_string());
        prop_assert_eq!(read(&reading(&[&dmy, "31/01/2026"]), &dmy), Ok(Some(day.to_string())));
        prop_assert_eq!(read(&reading(&[&mdy, "01/31/2026"]), &mdy), Ok(Some(day.to_string())));
    }
}
