//! We shipped it bad: forty customers of three lots, called within a day before they find it, two who rang first; the playbook *notice of
//! escape* on each, and the share that was told first; on both databases (DOMAIN 5.8, M03).
use crate::support;
use casework::commands::{Command, OpenCase};
use casework::ids::{AccountId, CaseNumber, ContactId};
use casework::kinds::{Origin, Severity};
use casework::parts::Fact;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::json;
use store::accounts::{self, Account};
use store::contacts::{self, Contact};
use store::reports::{self, Period};
use store::{Db, cases, hindsight, playbooks};
use support::both;
use support::world::{MARIA, NOW, act, after, build, by, command, open, read, trouble, write};
use uuid::Uuid;

const AFFECTED: u128 = 40;
/// So many found it before we called.
const RANG_FIRST: u128 = 2;
/// Nobody was reached there, so they are on the ladder of tries.
const NOT_REACHED: u128 = 3;
const PLAYBOOK: &str = "we_shipped_it_bad";

fn customer(n: u128) -> (AccountId, ContactId) {
    (AccountId(Uuid::from_u128(0xE5C0_0000 + n)), ContactId(Uuid::from_u128(0xE5C1_0000 + n)))
}

fn customers(db: &Db) {
    write(db, |tx| {
        for n in 0..AFFECTED {
            let (account, contact) = customer(n);
            let named = Account::named(account, &format!("Customer {n}"));
            accounts::add(tx, &Account { relationship_owner: Some(MARIA), ..named }, &by(20_000 + n))?;
            contacts::add(tx, &Contact::named(contact, account, "Quality"), &by(21_000 + n))?;
        }
        Ok(())
    });
}

/// Lots 61 to 63 have a cold joint: what is known of each customer's shipment stands with their case.
fn affected(db: &Db, n: u128) -> CaseNumber {
    let (account, contact) = customer(n);
    let fact = |what: &str, answer: String| Fact { what: what.into(), answer, said_by: Some("Quality".into()) };
    let opened = OpenCase {
        origin: if n < RANG_FIRST { Origin::CustomerReported } else { Origin::WeFoundHarm },
        facts: vec![fact("Lot", format!("{}", 61 + n % 3)), fact("Shipped", "2026-11-16, 40 pieces".into())],
        playbooks: vec![PLAYBOOK.into()],
        ..trouble(account, contact, "Cold joints at U7 in lots 61 to 63.")
    };
    open(db, opened, 30_000 + n * 10, NOW)
}

/// The cause is not needed, and nobody is blamed: what we see, what we do, what to do now.
fn call(contact: ContactId, at: Timestamp) -> Command {
    command(
        "record-conversation",
        json!({
            "channel": "phone", "with": contact, "started_at": at, "no_visit_reason": "distance",
            "acknowledgement": { "we_see": "Boards of your lot may have a cold joint at U7.", "we_work": "I stay on it until yours are sorted." },
            "told_what_happened": "We do not know yet how it came about.", "tone_start": 3, "tone_end": 4,
            "next_contact_at": at + SignedDuration::from_hours(24)
        }),
    )
}

fn step(db: &Db, number: CaseNumber) -> Option<String> {
    let case = read(db, move |conn| cases::by_number(conn, number)).expect("a case").case;
    let all = playbooks::built_in();
    let playbook = all.iter().find(|p| p.name == PLAYBOOK).expect("it comes with the program");
    let running = case.playbooks.iter().find(|p| p.name == PLAYBOOK).expect("it runs");
    assert_eq!(running.version, playbook.version, "the version is pinned to the case");
    playbook.standing(&case, running).present.map(|at| playbook.steps[at].no.clone())
}

#[test]
fn forty_customers_of_an_escape_are_told_first_or_are_on_the_ladder_within_a_day() {
    both(|db| {
        build(&db);
        customers(&db);
        let numbers: Vec<CaseNumber> = (0..AFFECTED).map(|n| affected(&db, n)).collect();
        assert_eq!(step(&db, numbers[0]).as_deref(), Some("1"));
        for (n, number) in (0..AFFECTED).zip(&numbers) {
            let at = after(10 + i64::try_from(n).expect("few") * 5);
            let fenced = json!({ "playbook": PLAYBOOK, "no": "1", "words": "Lots 61 to 63 are fenced." });
            act(&db, *number, command("tick-step", fenced), 30_001 + n * 10, at);
            let tried = json!({ "channel": "phone", "outcome": "no_answer", "note": "Rang for a minute." });
            let next =
                if n >= AFFECTED - NOT_REACHED { command("record-attempt", tried) } else { call(customer(n).1, at) };
            act(&db, *number, next, 30_002 + n * 10, at);
        }
        // The gate of step 3: everybody was reached, or somebody tries again by a clock.
        let mut reached = 0;
        for number in numbers.clone() {
            let case = read(&db, move |conn| cases::by_number(conn, number)).expect("a case").case;
            let told = case.contacts.acknowledged_at.is_some_and(|at| at <= NOW + SignedDuration::from_hours(24));
            let on_the_ladder = case.clocks.iter().any(|c| c.kind.is_contact() && c.is_running());
            assert!(told || on_the_ladder, "{number} waits for nobody");
            assert!(case.severity <= Severity::S2);
            reached += usize::from(told);
            let wanted = if told { "4" } else { "3" };
            assert_eq!(step(&db, case.number).as_deref(), Some(wanted));
        }
        assert_eq!(reached as u128, AFFECTED - NOT_REACHED);
        // M03: told first, and nobody who rang before is counted as told.
        write(&db, |tx| {
            while hindsight::look_back(tx, &TimeZone::UTC, after(3_000))?.caught_up == hindsight::CaughtUp::NotYet {}
            Ok(())
        });
        let day = NOW.to_zoned(TimeZone::UTC).date();
        let period =
            move || Period { first: day, last: day, zone: TimeZone::UTC, known_until: None, now: after(3_000) };
        let report = reports::named("told_first").expect("a report");
        let rows = read(&db, move |conn| reports::rows(conn, report, &period()));
        let first = rows.iter().filter_map(|row| row.value).sum::<i64>();
        assert_eq!((first, rows.len()), (i64::try_from(AFFECTED - RANG_FIRST).expect("few"), AFFECTED as usize));
    });
}
