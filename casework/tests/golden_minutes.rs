//! A kept table of working minutes near changes of the clock, and the changes that made news. (R12)
use std::collections::BTreeMap;

use casework::calendar::{Calendar, CalendarSpec, Window};
use casework::holidays::Holidays;
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;

/// The zones that come with the program, so that the table means the same on every machine.
fn calendar(zone: &str, hours: &str) -> Calendar {
    let (days, windows): (usize, &[(u16, u16)]) = match hours {
        "always" => (7, &[(0, 1440)]),
        "office" => (5, &[(540, 1020)]),
        "split" => (5, &[(480, 720), (780, 1020)]),
        "night" => (7, &[(1320, 1800)]),
        "early" => (7, &[(0, 480)]),
        "edge" => (7, &[(90, 150)]),
        other => panic!("{other} are no hours of the table"),
    };
    let windows: Vec<Window> = windows.iter().map(|&(from, to)| Window { from, to }).collect();
    let week = std::array::from_fn(|day| if day < days { windows.clone() } else { Vec::new() });
    let (name, version, exceptions) = (hours.to_owned(), 1, BTreeMap::new());
    let spec = CalendarSpec { name, version, zone: zone.to_owned(), week, exceptions, holidays: None };
    let zone = TimeZoneDatabase::bundled().get(zone).expect("the zone comes with the program");
    Calendar::new(spec, zone, &Holidays::default()).expect("the hours are sound")
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

#[test]
fn the_kept_table_is_reproduced_row_by_row() {
    let table = include_str!("golden/business_minutes.tsv");
    let rows: Vec<Vec<&str>> =
        table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() >= 400, "the table shrank to {} rows", rows.len());
    for row in rows {
        let minutes = row[3].parse().expect("a number of minutes");
        let due = calendar(row[0], row[1]).add_minutes(instant(row[2]), minutes);
        assert_eq!(due, Ok(instant(row[4])), "{}", row.join(" "));
    }
}

/// Real hours from noon to noon, local time, over a change: whoever counts them by subtracting local times is wrong.
#[test]
fn noon_to_noon_has_its_true_length_over_the_changes_that_made_news() {
    let news: &[(&str, &str, i64)] = &[
        ("Pacific/Apia", "2011-12-29", 24), // and the next noon is the 31st
        ("Asia/Beirut", "2023-03-25", 23),  // the government postponed it for four days
        ("America/Asuncion", "2024-10-05", 23),
        ("America/Asuncion", "2025-03-22", 24), // summer time became permanent
        ("Asia/Gaza", "2025-04-11", 23),
        ("Atlantic/Azores", "2025-10-25", 25), // from UTC to an hour before it
        ("America/Vancouver", "2026-03-07", 23),
        ("America/Vancouver", "2026-10-31", 24), // British Columbia stays on summer time
        ("America/Edmonton", "2026-10-31", 24),
        ("America/Winnipeg", "2026-10-31", 24),
        ("America/Yellowknife", "2026-10-31", 24),
        ("America/Havana", "2026-10-31", 24),
        ("America/Toronto", "2026-10-31", 25), // its neighbours did not
        ("Africa/Casablanca", "2026-09-19", 25),
    ];
    for (zone, day, hours) in news {
        let always = calendar(zone, "always");
        let day: jiff::civil::Date = day.parse().expect("a date");
        let next = always.add_dates(day, 1).expect("it is open every day");
        let noon = |day: jiff::civil::Date| always.zone().to_timestamp(day.at(12, 0, 0, 0)).expect("in range");
        assert_eq!(always.minutes_between(noon(day), noon(next)), hours * 60, "{zone} {day}");
        let due = always.add_minutes(noon(day), u32::try_from(hours * 60).expect("few hours"));
        assert_eq!(due, Ok(noon(next)), "{zone} {day}");
    }
}
