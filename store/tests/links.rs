//! The customer's link: one that stands per case and contact, known by a hash, ended by a person or by time; on both databases.

use crate::support;
use casework::ids::{CaseId, CaseNumber, ContactId};
use jiff::SignedDuration;
use store::links::{self, Forwarding, Link, Opens, Wanted};
use store::{Db, cases, sql};
use support::both;
use support::world::*;
use uuid::Uuid;

const FIRST: &str = "5f1d000000000000000000000000000000000000000000000000000000000001";
const SECOND: &str = "5f1d000000000000000000000000000000000000000000000000000000000002";

fn begun(db: &Db) -> CaseId {
    build(db);
    let number = open(db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
    read(db, move |conn| cases::by_number(conn, number)).expect("the case").case.id
}

fn wanted(n: u128, case: CaseId, contact: ContactId) -> Wanted {
    Wanted { id: Uuid::from_u128(n), case, contact, forwarding: Forwarding::Alone }
}

fn found(db: &Db, token: &'static str, minutes: i64) -> Option<(Link, Opens)> {
    read(db, move |conn| links::find(conn, token, after(minutes)))
}

#[test]
fn a_link_opens_until_somebody_takes_it_back_and_only_its_hash_is_kept() {
    both(|db| {
        let case = begun(&db);
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        // The same request again makes no second one.
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        let (link, opens) = found(&db, FIRST, 1).expect("the link");
        assert_eq!((link.case, link.number, link.contact, opens), (case, CaseNumber(1001), MS_RAO, Opens::Acts));
        assert_eq!((link.looked_at, link.last_act_at), (None, None));
        for wrong in ["", " ", SECOND, "5F1D", "' or 1=1 --"] {
            assert_eq!(found(&db, wrong, 1), None, "{wrong}");
        }
        let kept: Vec<u8> = read(&db, |conn| conn.one(sql!("select token from customer_links"), &store::params![]));
        assert!(kept.len() == 32 && kept != FIRST.as_bytes()[..32]);
        write(&db, move |tx| Ok(links::revoke(tx, case, Uuid::from_u128(1), &by(51))?));
        assert_eq!(found(&db, FIRST, 2), None);
        let all = read(&db, move |conn| links::of_case(conn, case));
        assert_eq!((all.len(), all[0].revoked_by, all[0].stands(after(1))), (1, by(51).person, false));
    });
}

#[test]
fn a_new_link_for_the_same_contact_ends_the_old_one_and_others_keep_theirs() {
    both(|db| {
        let case = begun(&db);
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        write(&db, move |tx| links::make(tx, "other", wanted(2, case, MR_HALE), &by(51)));
        write(&db, move |tx| links::make(tx, SECOND, wanted(3, case, MS_RAO), &by(52)));
        assert_eq!(found(&db, FIRST, 1), None);
        assert_eq!(found(&db, SECOND, 1).map(|(link, _)| link.contact), Some(MS_RAO));
        assert_eq!(found(&db, "other", 1).map(|(link, _)| link.contact), Some(MR_HALE));
        // Nobody of another customer gets into this case.
        refused(&db, "no-such-contact", move |tx| links::make(tx, "third", wanted(4, case, JONAS), &by(53)));
    });
}

#[test]
fn a_link_runs_out_and_is_renewed_when_the_case_opens_again() {
    both(|db| {
        let case = begun(&db);
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        let days = |n: i64| n * 24 * 60;
        let half_a_year = links::LASTS.as_mins();
        assert!(found(&db, FIRST, half_a_year - days(1)).is_some());
        assert_eq!(found(&db, FIRST, half_a_year + days(1)), None);
        write(&db, move |tx| Ok(links::renew(tx, case, after(half_a_year + days(2)))?));
        assert!(found(&db, FIRST, half_a_year + days(30)).is_some());
        assert_eq!(links::LASTS, SignedDuration::from_hours(180 * 24));
        // One that was taken back stays so.
        write(&db, move |tx| Ok(links::revoke(tx, case, Uuid::from_u128(1), &by(51))?));
        write(&db, move |tx| Ok(links::renew(tx, case, after(half_a_year + days(40)))?));
        assert_eq!(found(&db, FIRST, half_a_year + days(41)), None);
    });
}

#[test]
fn a_link_that_is_passed_on_reads_only_where_that_is_allowed() {
    both(|db| {
        let case = begun(&db);
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        let passed_on: &'static str = links::reading_token(FIRST).leak();
        assert_eq!(found(&db, passed_on, 1), None);
        let says =
            |forwarding, n| write(&db, move |tx| Ok(links::forward(tx, case, Uuid::from_u128(1), forwarding, &by(n))?));
        says(Forwarding::Readable, 51);
        assert_eq!(found(&db, passed_on, 1).map(|(_, opens)| opens), Some(Opens::Reads));
        assert_eq!(found(&db, FIRST, 1).map(|(_, opens)| opens), Some(Opens::Acts));
        says(Forwarding::Alone, 52);
        assert_eq!(found(&db, passed_on, 1), None);
    });
}

#[test]
fn what_they_pressed_is_counted() {
    both(|db| {
        let case = begun(&db);
        write(&db, move |tx| links::make(tx, FIRST, wanted(1, case, MS_RAO), &by(50)));
        write(&db, |tx| Ok(links::looked(tx, Uuid::from_u128(1), after(5))?));
        let link = found(&db, FIRST, 6).expect("the link").0;
        assert_eq!((link.looked_at, link.last_act_at), (Some(after(5)), None));
        write(&db, |tx| Ok(links::acted(tx, Uuid::from_u128(1), after(7))?));
        let link = found(&db, FIRST, 8).expect("the link").0;
        assert_eq!((link.looked_at, link.last_act_at), (Some(after(7)), Some(after(7))));
    });
}
