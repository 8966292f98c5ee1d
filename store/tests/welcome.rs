//! The first hour on both databases: a name, how far the guide is, and a tour where there is one.

use crate::support;
use store::welcome::{self, Guide, SetUp, Stop};
use store::{audit, firm};
use support::both;
use support::world::*;

#[test]
fn the_firm_is_named_once_and_the_log_says_by_whom() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, welcome::company), "");
        refused(&db, "company-name", |tx| welcome::name_company(tx, "  ", &by(1)));
        refused(&db, "company-name", |tx| welcome::name_company(tx, &"x".repeat(81), &by(1)));
        let version = read(&db, firm::version);
        for n in [2, 3] {
            write(&db, move |tx| welcome::name_company(tx, " Nordlot Boards ", &by(n)));
        }
        let firm = read(&db, firm::load);
        assert_eq!((&*firm.company, firm.version), ("Nordlot Boards", version + 1), "the second time changed nothing");
        assert_eq!(read(&db, |conn| audit::about(conn, "company", 9)).len(), 1);
    });
}

#[test]
fn the_guide_goes_on_where_it_was_left_and_sees_what_is_there() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, firm::load).set_up, SetUp::Left, "a firm that never began is asked for nothing");
        let begun = Guide { set_up: SetUp::Under, passed: vec!["hours".into()] };
        let kept = begun.clone();
        write(&db, move |tx| Ok(welcome::keep_guide(tx, &kept)?));
        assert_eq!(read(&db, welcome::guide), begun);
        assert_eq!(read(&db, firm::load).set_up, SetUp::Under);
        open(&db, trouble(ACME, MS_RAO, "Late"), 1, NOW);
        let there = read(&db, welcome::there);
        assert_eq!((there.people, there.customers, there.orders, there.cases), (4, 2, 0, 1));
    });
}

#[test]
fn a_tour_has_the_stops_it_was_given() {
    both(|db| {
        assert_eq!(read(&db, welcome::tour), []);
        let stops = vec![Stop { word: "run".into(), href: "/".into() }];
        let kept = stops.clone();
        write(&db, move |tx| Ok(welcome::keep_tour(tx, &kept)?));
        assert_eq!((read(&db, welcome::tour), read(&db, firm::load).tour.len()), (stops, 1));
    });
}
