//! Small words for calendar tests.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Calendar, CalendarSpec, HolidayChoice, Window};
use crate::holidays::Holidays;

pub(super) const NINE_TO_FIVE: &[(u16, u16)] = &[(9 * 60, 17 * 60)];

pub(super) fn windows(hours: &[(u16, u16)]) -> Vec<Window> {
    hours.iter().map(|&(from, to)| Window { from, to }).collect()
}

/// Monday to Friday these hours, the weekend closed.
pub(super) fn weekdays(zone: &str, hours: &[(u16, u16)]) -> CalendarSpec {
    let mut week: [Vec<Window>; 7] = std::array::from_fn(|_| windows(hours));
    week[5].clear();
    week[6].clear();
    CalendarSpec {
        name: "Front desk".into(),
        version: 1,
        zone: zone.into(),
        week,
        exceptions: BTreeMap::new(),
        holidays: None,
    }
}

/// Every day of the week these hours.
pub(super) fn every_day(zone: &str, hours: &[(u16, u16)]) -> CalendarSpec {
    CalendarSpec { week: std::array::from_fn(|_| windows(hours)), ..weekdays(zone, hours) }
}

pub(super) fn with_holidays(spec: CalendarSpec, country: &str) -> CalendarSpec {
    CalendarSpec { holidays: Some(HolidayChoice { country: country.into(), region: None }), ..spec }
}

/// A country that keeps Christmas and Easter Monday.
pub(super) fn rules() -> Holidays {
    let text = r#"
        [DE]
        name = "Germany"
        [[DE.holiday]]
        name = "Easter Monday"
        on = "easter +1"
        [[DE.holiday]]
        name = "Christmas Day"
        on = "12-25"
        [[DE.holiday]]
        name = "Second Day of Christmas"
        on = "12-26"
    "#;
    toml::from_str(text).expect("the rules of these tests parse")
}

pub(super) fn calendar(spec: CalendarSpec) -> Calendar {
    let zone = TimeZone::get(&spec.zone).expect("the test names a real zone");
    Calendar::new(spec, zone, &rules()).expect("the test's calendar is sound")
}

/// A local time of the calendar's zone, such as `2024-03-15T16:30`.
pub(super) fn local(calendar: &Calendar, text: &str) -> Timestamp {
    let time: jiff::civil::DateTime = text.parse().expect("the test writes a civil time");
    calendar.zone().to_timestamp(time).expect("the test's time is in range")
}

/// How a person in the calendar's zone would write an instant.
pub(super) fn said(calendar: &Calendar, at: Timestamp) -> String {
    calendar.local(at).strftime("%a %Y-%m-%d %H:%M").to_string()
}

pub(super) fn utc(text: &str) -> Timestamp {
    text.parse().expect("the test writes an instant")
}
