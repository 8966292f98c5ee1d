//! The writer against the standard: each rule by its number in RFC 5545, RFC 5546 or RFC 6868, read back by another people's reader.
use super::text::{OCTETS, line, param, plain};
use super::*;
use icalendar::{Calendar, CalendarComponent, Component as _, Event};
use jiff::tz::TimeZone;
use proptest::prelude::*;

const NOW: Timestamp = Timestamp::constant(1_772_442_000, 0);

fn hours(n: i64) -> Timestamp {
    NOW + SignedDuration::from_hours(n)
}

fn entry(n: u128, due: Timestamp) -> Entry {
    Entry {
        uid: Uuid::from_u128(n),
        sequence: 3,
        changed_at: hours(-5),
        summary: "Call Dana Ruiz, Acme (MG-1001)".into(),
        description: String::new(),
        due,
        takes: Takes::Time,
        standing: Standing::Confirmed,
        url: String::new(),
        organizer: Address { name: "Maria \"M\" Krawczyk".into(), email: "maria@nordlot.example".into() },
        attendee: None,
    }
}

fn publish(entries: &[Entry]) -> String {
    written(Method::Publish, "Makegood: Maria", "Europe/Warsaw", entries)
}

/// As a reader puts lines together again (3.1).
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The entries as another program reads them.
fn read(text: &str) -> Vec<Event> {
    let calendar: Calendar = text.parse().unwrap_or_else(|no| panic!("{no} in {text}"));
    let events = calendar.components.into_iter().filter_map(|part| match part {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[test]
fn an_entry_has_what_the_standards_want() {
    let wanted = Entry {
        description: "Half the boards; dead, all\r\nof them \\ U7".into(),
        url: "https://makegood.example/cases/MG-1001".into(),
        ..entry(1, hours(24))
    };
    let text = publish(&[wanted]);
    let expected = "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//Makegood//Makegood VERSION//EN|CALSCALE:GREGORIAN|METHOD:PUBLISH|NAME:Makegood: Maria|\
X-WR-CALNAME:Makegood: Maria|X-WR-TIMEZONE:Europe/Warsaw|REFRESH-INTERVAL;VALUE=DURATION:PT1H|X-PUBLISHED-TTL:PT1H|BEGIN:VEVENT|\
UID:00000000-0000-0000-0000-000000000001|SEQUENCE:3|DTSTAMP:20260302T040000Z|LAST-MODIFIED:20260302T040000Z|DTSTART:20260303T084500Z|\
DTEND:20260303T090000Z|SUMMARY:Call Dana Ruiz\\, Acme (MG-1001)|DESCRIPTION:Half the boards\\; dead\\, all\\nof them \\\\ U7|\
URL:https://makegood.example/cases/MG-1001|ORGANIZER;CN=\"Maria ^'M^' Krawczyk\":mailto:maria@nordlot.example|STATUS:CONFIRMED|TRANSP:OPAQUE|\
END:VEVENT|END:VCALENDAR";
    let expected = expected.replace("VERSION//EN", &format!("{}//EN", env!("CARGO_PKG_VERSION")));
    assert_eq!(unfolded(&text).join("|"), expected);
    let event = &read(&text)[0];
    assert_eq!(event.get_summary(), Some("Call Dana Ruiz, Acme (MG-1001)"));
    assert_eq!(event.get_description(), Some("Half the boards; dead, all\nof them \\ U7"));
}

/// RFC 5546, 3.2.2 and 3.2.5: asking names who is asked; calling off names them too, and says so in its status.
#[test]
fn an_invitation_names_who_is_asked_and_its_end_says_so() {
    let dana = Address { name: "Dana Ruiz".into(), email: "dana@acme.example".into() };
    let asked = Entry { attendee: Some(dana), ..entry(1, hours(24)) };
    let text = written(Method::Request, "", "", std::slice::from_ref(&asked));
    let lines = unfolded(&text);
    for wanted in [
        "METHOD:REQUEST",
        "ATTENDEE;CN=\"Dana Ruiz\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:dana@acme.example",
        "STATUS:CONFIRMED",
    ] {
        assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
    }
    assert!(!lines.iter().any(|line| line.starts_with("REFRESH-INTERVAL")), "nothing to look at again");
    let off = Entry { sequence: 4, standing: Standing::Cancelled, ..asked.clone() };
    let lines = unfolded(&written(Method::Cancel, "", "", &[off]));
    for wanted in ["METHOD:CANCEL", "SEQUENCE:4", "STATUS:CANCELLED", "UID:00000000-0000-0000-0000-000000000001"] {
        assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
    }
    // A published calendar invites nobody (3.2.1).
    assert!(!publish(&[asked]).contains("ATTENDEE"));
}

/// RFC 5545, 3.1: a long line goes on behind a space, never in the middle of a letter.
#[test]
fn a_long_line_goes_on_behind_a_space() {
    let mut out = String::new();
    line(&mut out, &"a".repeat(75));
    assert_eq!(out, format!("{}\r\n", "a".repeat(75)), "75 octets are one line");
    out.clear();
    line(&mut out, &format!("{}é", "a".repeat(74)));
    assert_eq!(out, format!("{}\r\n é\r\n", "a".repeat(74)), "a letter of two octets is not torn");
    assert_eq!(
        plain("Lunch, then talk; bring C:\\plan\r\nand pens\u{7}"),
        "Lunch\\, then talk\\; bring C:\\\\plan\\nand pens"
    );
    // RFC 6868, 3.1: George Herman "Babe" Ruth.
    assert_eq!(param("George Herman \"Babe\" Ruth"), "\"George Herman ^'Babe^' Ruth\"");
    assert_eq!(param("a^b\nc"), "\"a^^b^nc\"");
}

/// What a text means once line ends are of one kind and what no calendar may hold is gone.
fn meant(said: &str) -> String {
    let ends = said.replace("\r\n", "\n").replace('\r', "\n");
    ends.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

proptest! {
    #[test]
    fn whatever_is_said_is_read_as_it_was_said_and_no_line_is_too_long(text in any::<String>(), many in "\\PC{0,400}", odd in "[\\\\;,:nN\\n\"^ ż€😀]{1,200}") {
        for said in [text, many, odd] {
            let written = publish(&[Entry { summary: format!("x{said}"), ..entry(1, NOW) }]);
            for physical in written.split_terminator("\r\n") {
                prop_assert!(physical.len() <= OCTETS, "{} octets", physical.len());
                prop_assert!(!physical.contains(['\r', '\n']));
            }
            let events = read(&written);
            prop_assert_eq!(events.len(), 1);
            let meant = format!("x{}", meant(&said));
            prop_assert_eq!(events[0].get_summary(), Some(meant.as_str()));
            prop_assert_eq!(events[0].get_uid(), Some("00000000-0000-0000-0000-000000000001"));
        }
    }

    #[test]
    fn nobody_writes_a_line_of_their_own_into_a_calendar(name in any::<String>(), words in any::<String>(), email in any::<String>()) {
        let organizer = Address { name: name.clone(), email: format!("x{email}") };
        let url = format!("https://x/{words}");
        let entry = Entry { summary: words.clone(), description: format!("x{words}"), url, organizer, ..entry(1, NOW) };
        let text = written(Method::Publish, &name, "Europe/Warsaw", &[entry]);
        prop_assert_eq!(unfolded(&text).len(), 25);
    }
}

/// In the nights in which clocks change, an instant is the same on the wall of whoever was told it.
#[test]
fn an_hour_of_the_night_in_which_clocks_change_is_the_hour_that_was_said() {
    // Each local hour twice where it is there twice; skipped ones are none.
    for (zone, day) in [
        ("Europe/Warsaw", "2026-03-29"),
        ("Europe/Warsaw", "2026-10-25"),
        ("America/New_York", "2026-03-08"),
        ("America/New_York", "2026-11-01"),
    ] {
        let zone = TimeZone::get(zone).expect("a known zone");
        let midnight =
            day.parse::<jiff::civil::Date>().expect("a day").to_zoned(zone.clone()).expect("in range").timestamp();
        // The week around it, quarter of an hour by quarter of an hour.
        for quarter in -3 * 96..4 * 96 {
            let due = midnight + SignedDuration::from_mins(quarter * 15);
            let event = &read(&publish(&[entry(1, due)]))[0];
            let ends = event.get_end().expect("its end");
            let icalendar::DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Utc(at)) = ends else {
                panic!("{ends:?} is no instant");
            };
            let read = Timestamp::from_second(at.timestamp()).expect("in range");
            assert_eq!(read.to_zoned(zone.clone()).datetime(), due.to_zoned(zone.clone()).datetime(), "{day}");
            assert_eq!(read, due);
        }
    }
}

/// 3.6: a calendar holds one part at least.
#[test]
fn a_calendar_without_entries_is_one_all_the_same() {
    let text = publish(&[]);
    assert!(read(&text).is_empty());
    assert!(unfolded(&text).contains(&"BEGIN:VTIMEZONE".to_owned()));
}

#[test]
fn a_calendar_ends_at_500_entries() {
    let all: Vec<Entry> = (0..600).map(|n| entry(n, hours(1))).collect();
    assert_eq!(read(&publish(&all)).len(), ENTRIES_AT_MOST);
}
