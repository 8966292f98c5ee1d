//! What a customer's calendar says: whose hour, whose step, and for how long.
use super::*;
use crate::words::{Language, said_in};
use casework::ids::CaseNumber;
use uuid::Uuid;

fn at(instant: &str) -> Timestamp {
    instant.parse().expect("an instant")
}
fn date(n: u128, what: What, due: &str, stands: Stands) -> Date {
    let by = Address { name: "Maria Krawczyk".into(), email: "maria@nordlot.example".into() };
    Date {
        id: Uuid::from_u128(n),
        what,
        words: "Send the photo".into(),
        due: at(due),
        at: at(due),
        stands,
        by,
        to: None,
        who: String::new(),
        sequence: 0,
        changed_at: at("2026-03-01T09:00:00Z"),
    }
}
fn of(all: Vec<Date>) -> Dates {
    let person = Address { name: "Maria Krawczyk".into(), email: String::new() };
    Dates {
        number: CaseNumber(1001),
        title: "Half of it is dead.".into(),
        person,
        phone: "+48 22 555 0100".into(),
        all,
    }
}
fn told_in(zone: &str, all: Vec<Date>, now: &str) -> Vec<Entry> {
    let (dates, zone) = (of(all), TimeZone::get(zone).expect("a known zone"));
    entries(&Told { dates: &dates, firm: "Nordlot", zone: &zone }, at(now))
}

/// S249: the words say the hour on their wall, on both sides of the night in which their clocks change; the instant is what was promised.
#[test]
fn s249_the_hour_is_that_of_their_wall_and_the_instant_stays() {
    for (zone, before, after, said) in [
        ("Europe/Warsaw", "2026-03-28T09:00:00Z", "2026-03-30T08:00:00Z", "10:00"),
        ("Europe/Warsaw", "2026-10-24T08:00:00Z", "2026-10-26T09:00:00Z", "10:00"),
        ("America/New_York", "2026-03-07T15:00:00Z", "2026-03-09T14:00:00Z", "10:00"),
        ("America/New_York", "2026-10-31T14:00:00Z", "2026-11-02T15:00:00Z", "10:00"),
    ] {
        for due in [before, after] {
            let all = told_in(zone, vec![date(1, What::NextWord, due, Stands::Open)], "2026-03-02T09:00:00Z");
            assert_eq!(all[0].due, at(due));
            let wanted = format!("{said} on your clock ({zone})");
            assert!(all[0].description.contains(&wanted), "{due}: {}", all[0].description);
        }
    }
}

/// S154: their own steps are never late and never *not kept*; they stand as they were agreed until they are done or left out.
#[test]
fn s154_their_own_step_is_never_called_late() {
    for language in Language::THEIRS {
        said_in(language, || {
            let step = date(1, What::TheirStep, "2026-03-03T09:00:00Z", Stands::Open);
            let long_after = told_in("Europe/Warsaw", vec![step.clone()], "2026-09-03T09:00:00Z");
            let before = told_in("Europe/Warsaw", vec![step], "2026-03-02T09:00:00Z");
            assert_eq!(long_after, before, "time alone changes nothing");
            assert_eq!(before[0].standing, Standing::Confirmed);
            assert!(before[0].summary.ends_with("Send the photo"), "{}", before[0].summary);
        });
    }
}

#[test]
fn what_stands_comes_first_and_what_is_over_is_told_for_two_months() {
    let open = date(1, What::Promise, "2026-12-01T09:00:00Z", Stands::Open);
    let over = date(2, What::Promise, "2026-03-01T09:00:00Z", Stands::Broken);
    let ids = |now: &str| {
        let all = told_in("Europe/Warsaw", vec![over.clone(), open.clone()], now);
        all.iter().map(|entry| entry.uid.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(ids("2026-04-01T00:00:00Z"), [1, 2]);
    assert_eq!(ids("2026-04-30T08:00:00Z"), [1, 2], "the sixtieth day");
    assert_eq!(ids("2026-05-01T08:00:00Z"), [1]);
    let many = (0..600).map(|n| date(n, What::Promise, "2026-12-01T09:00:00Z", Stands::Open)).collect();
    assert_eq!(told_in("Europe/Warsaw", many, "2026-04-01T00:00:00Z").len(), ENTRIES_AT_MOST);
}

/// RFC 5546, 3.2.2.1: nobody without an address can be asked; they get the entry to keep.
#[test]
fn a_contact_without_an_address_gets_the_entry_to_keep() {
    let dates = of(vec![date(1, What::NextWord, "2026-03-03T09:00:00Z", Stands::Open)]);
    let told = Told { dates: &dates, firm: "", zone: &TimeZone::UTC };
    let contact = |email: &str| Contact {
        email: email.into(),
        ..Contact::named(
            casework::ids::ContactId(Uuid::from_u128(2)),
            casework::ids::AccountId(Uuid::from_u128(3)),
            "Dana",
        )
    };
    let (method, text) = invitation(&told, &dates.all[0], &contact(""));
    assert!(method == Method::Publish && !text.contains("ATTENDEE"), "{text}");
    let (method, text) = invitation(&told, &dates.all[0], &contact("dana@acme.example"));
    assert!(method == Method::Request && text.contains("ATTENDEE"), "{text}");
    let early = Date { stands: Stands::Kept, at: at("2026-03-02T09:00:00Z"), ..dates.all[0].clone() };
    let (method, text) = invitation(&told, &early, &contact("dana@acme.example"));
    assert!(method == Method::Cancel && text.contains("DTEND:20260303T090000Z"), "the slot that was held: {text}");
}
