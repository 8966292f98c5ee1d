//! Calendar addresses of colleagues and customers, what a colleague owes and what ended of it; on both databases.

use crate::support;
use casework::clock::ClockKind;
use casework::ids::{CaseId, CaseNumber};
use casework::parts::{PromiseState, Promised, StepState};
use serde_json::json;
use store::ended_clocks::{self, Ending};
use store::feeds::{self, Owed};
use store::links::{self, Forwarding, Wanted};
use store::{Db, cases, people, sql};
use support::both;
use support::life::Life;
use support::world::*;
use uuid::Uuid;

const FIRST: &str = "fe3d000000000000000000000000000000000000000000000000000000000001";
const SECOND: &str = "fe3d000000000000000000000000000000000000000000000000000000000002";

fn opens(db: &Db, token: &'static str) -> Option<String> {
    read(db, move |conn| feeds::colleague(conn, token)).map(|person| person.name)
}

#[test]
fn an_address_works_until_it_is_taken_back_or_made_anew_and_only_its_hash_is_kept() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, |conn| feeds::standing(conn, ANNA)), None);
        write(&db, |tx| feeds::make(tx, FIRST, Uuid::from_u128(1), &by(50)));
        // The same form again makes no second one.
        write(&db, |tx| feeds::make(tx, SECOND, Uuid::from_u128(1), &by(50)));
        assert_eq!((opens(&db, FIRST).as_deref(), opens(&db, SECOND)), (Some("Anna"), None));
        for wrong in ["", " ", "FE3D", "' or 1=1 --"] {
            assert_eq!(opens(&db, wrong), None, "{wrong}");
        }
        let kept: Vec<u8> = read(&db, |conn| conn.one(sql!("select token from calendar_feeds"), &store::params![]));
        assert!(kept.len() == 32 && kept != FIRST.as_bytes()[..32]);
        write(&db, |tx| feeds::make(tx, SECOND, Uuid::from_u128(2), &by(51)));
        assert_eq!((opens(&db, FIRST), opens(&db, SECOND).as_deref()), (None, Some("Anna")));
        assert_eq!(read(&db, |conn| feeds::standing(conn, ANNA)).map(|feed| feed.id), Some(Uuid::from_u128(2)));
        // Whoever left reads nothing any more.
        write(&db, |tx| {
            let anna = people::by_id(tx, ANNA)?.expect("Anna");
            let spare = store::people::Person {
                id: casework::ids::PersonId(Uuid::from_u128(77)),
                email: "spare@boards.example".into(),
                ..anna.clone()
            };
            people::add(tx, &spare, "", &by(60))?;
            people::change(tx, &store::people::Person { active: false, ..anna }, &by(61))
        });
        assert_eq!(opens(&db, SECOND), None);
        write(&db, |tx| Ok(feeds::revoke(tx, ANNA, &by(62))?));
        assert_eq!(read(&db, |conn| feeds::standing(conn, ANNA)), None);
    });
}

fn begun(db: &Db) -> (CaseId, CaseNumber) {
    build(db);
    let number = Life { solved_after: None, ..Life::of(1, ACME, MS_RAO, after(0)) }.told(db);
    (read(db, move |conn| cases::by_number(conn, number)).expect("the case").case.id, number)
}

#[test]
fn the_calendar_of_a_link_is_known_by_a_secret_of_its_own_and_ends_with_it() {
    both(|db| {
        let (case, number) = begun(&db);
        let wanted = Wanted { id: Uuid::from_u128(1), case, contact: MS_RAO, forwarding: Forwarding::Readable };
        write(&db, move |tx| links::make(tx, FIRST, wanted, &by(50)));
        let secret = feeds::calendar_token(FIRST);
        assert!(secret.len() == 64 && secret != links::reading_token(FIRST) && secret != FIRST);
        let found = {
            let secret = secret.clone();
            move |db: &Db, minutes: i64| {
                let secret = secret.clone();
                read(db, move |conn| feeds::link(conn, &secret, after(minutes)))
            }
        };
        assert_eq!(found(&db, 1), None, "nobody pressed for it");
        assert!(!read(&db, |conn| feeds::is_allowed(conn, Uuid::from_u128(1))));
        write(&db, |tx| Ok(feeds::allow(tx, Uuid::from_u128(1), FIRST)?));
        assert!(read(&db, |conn| feeds::is_allowed(conn, Uuid::from_u128(1))));
        let (link, version) = found(&db, 1).expect("their calendar");
        assert_eq!((link.number, link.contact), (number, MS_RAO));
        assert!(version > 1, "the version of the case: {version}");
        for other in [FIRST.to_owned(), links::reading_token(FIRST), String::new()] {
            assert_eq!(
                read(&db, move |conn| feeds::link(conn, &other, after(1))),
                None,
                "another secret opens no calendar"
            );
        }
        // The secret of the calendar opens nothing else.
        let calendar = secret.clone();
        assert_eq!(read(&db, move |conn| links::find(conn, &calendar, after(1))), None);
        assert_eq!(found(&db, links::LASTS.as_mins() + 1), None, "it runs out with the link");
        write(&db, move |tx| Ok(links::revoke(tx, case, Uuid::from_u128(1), &by(51))?));
        assert_eq!(found(&db, 2), None);
    });
}

fn owed(db: &Db, person: casework::ids::PersonId, minutes: i64) -> Vec<Owed> {
    read(db, move |conn| feeds::owed(conn, person, after(minutes)))
}

#[test]
fn what_a_colleague_owes_comes_with_whom_to_call_and_the_words_of_steps() {
    both(|db| {
        let (_, number) = begun(&db);
        let all = owed(&db, MARIA, 60);
        let running: Vec<&Owed> = all.iter().filter(|one| one.ending.is_none()).collect();
        assert!(all.iter().all(|one| one.number == number && one.account == "Acme Robotics"), "{all:?}");
        assert!(running.is_sorted_by_key(|one| one.due), "the soonest first");
        let call = running.iter().find(|one| one.promised == Some(Promised::NextContact)).expect("the next word");
        assert_eq!((call.kind, call.promise_is), (ClockKind::Promise, Some(PromiseState::Open)));
        assert_eq!((call.contact.as_deref(), call.phone.as_deref()), (Some("Dana Rao"), Some("+1 512 555 0148")));
        let step = running.iter().find(|one| one.kind == ClockKind::StepDue).expect("a step of Maria's");
        let (case, about) = (step.case, step.about);
        let words = read(&db, move |conn| feeds::steps(conn, &[case]));
        assert_eq!(words[&about], ("Send new labels.".to_owned(), StepState::Open));
        assert_eq!(owed(&db, ANNA, 60), []);
        assert_eq!(read(&db, |conn| feeds::steps(conn, &[])).len(), 0);
        // The first contact was made: its clock ended as met, and is told for a while.
        let first = all.iter().find(|one| one.kind == ClockKind::FirstContact).expect("told that it is done");
        assert_eq!(first.ending, Some(Ending::Met));
        assert!(first.version < call.version, "as it was when it ended");
    });
}

#[test]
fn what_was_handed_over_ends_for_one_and_begins_for_the_other() {
    both(|db| {
        let (case, number) = begun(&db);
        let kinds = |all: &[Owed], ended: bool| {
            let mut kinds: Vec<_> =
                all.iter().filter(|o| o.ending.is_some() == ended).map(|o| (o.kind.word(), o.about)).collect();
            kinds.sort_unstable();
            kinds
        };
        let before = owed(&db, MARIA, 60);
        act(&db, number, command("hand-over", json!({ "to": EWA, "why": "She knows their line." })), 9_000, after(120));
        let (maria, ewa) = (owed(&db, MARIA, 121), owed(&db, EWA, 121));
        let left: Vec<_> =
            kinds(&before, false).into_iter().filter(|one| !kinds(&maria, false).contains(one)).collect();
        assert!(!left.is_empty(), "the promise of the next word went along");
        assert!(
            left.iter().all(|one| kinds(&maria, true).contains(one) && kinds(&ewa, false).contains(one)),
            "{maria:?}"
        );
        // Taken back it runs again, and no ended row stands beside it.
        act(&db, number, command("take-back", json!({ "why": "She is ill." })), 9_001, after(121));
        let again = owed(&db, MARIA, 122);
        assert!(
            left.iter().all(|one| kinds(&again, false).contains(one) && !kinds(&again, true).contains(one)),
            "{again:?}"
        );
        let check_ins = read(&db, move |conn| feeds::ended(conn, case, after(122)));
        assert!(check_ins.iter().any(|one| one.ending == Ending::Passed), "the check-in went along: {check_ins:?}");
        // After a month nobody is told any more, and a little later it is forgotten.
        let month = ended_clocks::TOLD_FOR.as_mins();
        assert_eq!(kinds(&owed(&db, EWA, 122 + month), true), []);
        write(&db, move |tx| Ok(ended_clocks::sweep(tx, after(122 + month))?));
        let rows: i64 = read(&db, |conn| conn.one(sql!("select count(*) from ended_clocks"), &store::params![]));
        assert_eq!(rows, 0);
    });
}
