//! Files of a case as they were sent, wishes for a fresh link, who is at their page now, and all of it in the export; on both databases.

use crate::support;
use casework::ids::{CaseId, ContactId, FileId, ReportId};
use jiff::SignedDuration;
use store::export::{self, Place};
use store::links::{self, AT_IT, Forwarding, Wanted};
use store::run::Whose;
use store::sent_reports::{self, Frozen};
use store::sessions::token_hash;
use store::{Db, cases, files, moves, wishes};
use support::both;
use support::world::*;
use uuid::Uuid;

const FIRST: &str = "5f1d000000000000000000000000000000000000000000000000000000000001";
const SECOND: &str = "5f1d000000000000000000000000000000000000000000000000000000000002";

fn begun(db: &Db) -> CaseId {
    build(db);
    let number = open(db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
    let case = read(db, move |conn| cases::by_number(conn, number)).expect("the case").case.id;
    link(db, 1, case, FIRST);
    case
}

fn link(db: &Db, n: u128, case: CaseId, token: &'static str) {
    let wanted = Wanted { id: Uuid::from_u128(n), case, contact: MS_RAO, forwarding: Forwarding::Alone };
    write(db, move |tx| links::make(tx, token, wanted, &by(50 + n)));
}

fn wish(db: &Db, n: u128, token: &'static str, minutes: i64) {
    write(db, move |tx| Ok(wishes::wish(tx, Uuid::from_u128(n), token, after(minutes))?));
}

fn waiting(db: &Db, case: CaseId) -> Vec<(ContactId, String)> {
    read(db, move |conn| wishes::of_case(conn, case)).into_iter().map(|w| (w.contact, w.title)).collect()
}

#[test]
fn a_file_is_given_back_as_it_was_sent_and_to_its_own_case_alone() {
    both(|db| {
        let case = begun(&db);
        let file = FileId(Uuid::from_u128(9));
        let large: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
        let sent = large.clone();
        write(&db, move |tx| Ok(files::keep(tx, file, case, &sent, after(1))?));
        // The same again changes nothing.
        write(&db, move |tx| Ok(files::keep(tx, file, case, b"another", after(2))?));
        assert_eq!(read(&db, move |conn| files::content(conn, case, file)), Some(large));
        let other = CaseId(Uuid::from_u128(77));
        assert_eq!(read(&db, move |conn| files::content(conn, other, file)), None);
        assert_eq!(read(&db, move |conn| files::content(conn, case, FileId(Uuid::nil()))), None);
    });
}

#[test]
fn a_report_stays_as_it_was_sent_and_leaves_with_everything() {
    both(|db| {
        let case = begun(&db);
        let id = ReportId(Uuid::from_u128(9));
        let frozen = |words: &str| Frozen { facts: words.as_bytes().to_vec(), pages: b"%PDF".to_vec() };
        write(&db, move |tx| Ok(sent_reports::keep(tx, id, case, &frozen("first"), after(1))?));
        write(&db, move |tx| Ok(sent_reports::keep(tx, id, case, &frozen("another"), after(2))?));
        assert_eq!(read(&db, move |conn| sent_reports::of(conn, case, id)), Some(frozen("first")));
        assert_eq!(read(&db, move |conn| sent_reports::of(conn, CaseId(Uuid::from_u128(77)), id)), None);
        let (mut found, mut place) = (vec![], Some(Place::default()));
        while let Some(from) = place {
            let (page, next) = read(&db, move |conn| export::page(conn, from));
            found.extend(page.into_iter().filter(|line| line["type"] == "sent_report"));
            place = next;
        }
        assert_eq!((found.len(), found[0]["facts"].as_str()), (1, Some(hex::encode("first").as_str())));
    });
}

#[test]
fn a_wish_for_a_fresh_link_is_kept_for_the_owner_until_it_is_made() {
    both(|db| {
        let case = begun(&db);
        let before = read(&db, moves::outline);
        for wrong in ["", " ", SECOND, "' or 1=1 --"] {
            wish(&db, 10, wrong, 1);
        }
        // Who may only read has no link of their own.
        let reading: &'static str = links::reading_token(FIRST).leak();
        wish(&db, 10, reading, 1);
        assert_eq!(read(&db, moves::outline), before);
        write(&db, move |tx| Ok(links::revoke(tx, case, Uuid::from_u128(1), &by(60))?));
        wish(&db, 10, FIRST, 2);
        wish(&db, 11, FIRST, 3);
        assert_eq!(waiting(&db, case), [(MS_RAO, "Half the boards are dead.".to_owned())], "one stands at a time");
        assert_ne!(read(&db, moves::outline), before, "open pages learn of it");
        let of = |whose| read(&db, move |conn| wishes::open(conn, whose)).len();
        assert_eq!((of(Whose::Mine(MARIA)), of(Whose::Mine(EWA))), (1, 0));
        assert_eq!((of(Whose::Everybody), of(Whose::Team(MARIA))), (1, 1));
        link(&db, 2, case, SECOND);
        assert_eq!(waiting(&db, case), [], "the fresh link answers it");
        // Asked again, and no more than so often a day.
        for n in 0..20 {
            wish(&db, 20 + n, FIRST, 10 + n as i64);
            link(&db, 30 + n, case, ["a", "b", "c", "d"][n as usize % 4].repeat(n as usize + 1).leak());
        }
        wish(&db, 50, FIRST, 40);
        assert_eq!(waiting(&db, case), [], "five of a day");
        wish(&db, 51, FIRST, 40 + 24 * 60);
        assert_eq!(waiting(&db, case).len(), 1, "the next day it is heard again");
    });
}

#[test]
fn whoever_pressed_something_is_at_their_page_for_some_minutes() {
    both(|db| {
        let case = begun(&db);
        let at = |minutes| read(&db, move |conn| links::looking(conn, after(minutes)));
        assert_eq!(at(1), [], "opening is no press");
        write(&db, |tx| Ok(links::looked(tx, Uuid::from_u128(1), after(5))?));
        let here = at(6);
        assert_eq!((here.len(), here[0].contact, here[0].at), (1, MS_RAO, after(5)));
        let link = read(&db, move |conn| links::of_case(conn, case)).remove(0);
        assert!(link.is_at_it(after(6)));
        let later = 5 + AT_IT.as_mins();
        assert_eq!((at(later), link.is_at_it(after(later))), (vec![], false));
        assert_eq!(AT_IT, SignedDuration::from_mins(5));
    });
}

/// *Everything out* leaves nothing of the customer's side behind, and takes no secret along.
#[test]
fn the_export_holds_links_without_their_secret_and_files_as_they_were_sent() {
    both(|db| {
        let case = begun(&db);
        for n in 0..3_u128 {
            let content = format!("file {n}");
            let file = FileId(Uuid::from_u128(100 + n));
            write(&db, move |tx| Ok(files::keep(tx, file, case, content.as_bytes(), after(1))?));
        }
        write(&db, move |tx| Ok(links::revoke(tx, case, Uuid::from_u128(1), &by(60))?));
        wish(&db, 10, FIRST, 2);
        let (mut lines, mut place) = (vec![], Some(Place::default()));
        while let Some(from) = place {
            let (page, next) = read(&db, move |conn| export::page(conn, from));
            lines.extend(page);
            place = next;
        }
        let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).collect::<Vec<_>>();
        let kept = of("customer_link");
        assert_eq!(kept.len(), 1);
        let print = hex::encode(token_hash(FIRST));
        assert!(!lines.iter().any(|l| l.to_string().contains(&print)), "not even the print of a secret");
        assert_eq!((&kept[0]["forwarding"], kept[0]["revoked_at"].is_i64()), (&"alone".into(), true));
        assert_eq!(of("link_wish").len(), 1);
        let files: Vec<&str> = of("case_file").iter().filter_map(|line| line["content"].as_str()).collect();
        assert_eq!(files, ["file 0", "file 1", "file 2"].map(hex::encode));
        let reading = links::reading_token(FIRST);
        assert!(!lines.iter().any(|l| l.to_string().contains(FIRST) || l.to_string().contains(&reading)));
    });
}
