//! Looking back: what cases came to stands in columns, customers who order no more are heard, and what became of them is kept once.

use crate::support;
use crate::support::intake;
use crate::support::life;
use casework::ids::AccountId;
use intake::*;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use life::Life;
use serde_json::json;
use store::{
    Db, Fault,
    hindsight::{self, CaughtUp, Round},
    imports,
    orders::{self, Terms, Told},
    params, rhythms, sql,
};
use support::{
    NOW, both,
    world::{ACME, BOREALIS, JONAS, MS_RAO, act, after, build, command, read, write},
};
use uuid::Uuid;
use watch::{Kind, Line};

fn days(n: i64) -> Timestamp {
    NOW + (n * 24).hours()
}

fn look_back(db: &Db, at: Timestamp) -> Round {
    db.write_now::<_, Fault, _>(move |tx| hindsight::look_back(tx, &TimeZone::UTC, at)).expect("looked back")
}

/// Orders of these days, one line each, told on a day of the story.
fn ordered(db: &Db, account: AccountId, on: &[&str]) {
    let told: Vec<Told> = on
        .iter()
        .map(|day| Told {
            row: 2,
            account,
            line: Line { ordered: Some(day.parse().expect("a day")), ..Line::new(format!("{account} {day}"), "1") },
        })
        .collect();
    db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g))).expect("kept");
}

fn follow(db: &Db, day: i64) -> u64 {
    let until: Date = days(day).to_zoned(TimeZone::UTC).date();
    let followed = db.write_now(move |tx| on_day(day, |g| rhythms::follow(tx, None, until, &mut mint(day), g)));
    let followed = followed.expect("followed");
    assert_eq!(followed.last, None, "a small firm is one portion");
    followed.signals
}

fn row(db: &Db, sql: &'static str) -> Option<i64> {
    read(db, move |conn| conn.one(sql, &[]))
}

#[test]
fn what_a_case_came_to_is_written_once_for_each_version_and_made_anew_when_it_is_gone() {
    both(|db| {
        build(&db);
        assert_eq!(look_back(&db, NOW), Round::default());
        let life = Life { valued: Some(5), strength: Some(4), ..Life::of(1, ACME, MS_RAO, NOW) };
        let number = life.told(&db);
        let round = look_back(&db, days(10));
        assert_eq!((round.cases, round.caught_up), (1, CaughtUp::Yes));
        assert_eq!(look_back(&db, days(10)).cases, 0, "nothing changed");
        let case = life.case();
        let version = read(&db, move |conn| hindsight::version_of(conn, case));
        assert_eq!(row(&db, sql!("select valued from hindsight")), Some(5));
        assert_eq!(row(&db, sql!("select voice_in_time from hindsight")), Some(1));
        assert_eq!(row(&db, sql!("select solved_minutes from hindsight")), Some(26 * 60));
        let on: (Option<String>, Option<String>) =
            read(&db, |conn| conn.one(sql!("select solved_on, day_90 from hindsight"), &[]));
        assert_eq!(on, (Some("2026-03-03".into()), Some("2026-06-01".into())));
        let again = json!({ "contact": MS_RAO, "words": "Two boxes are wrong again." });
        act(&db, number, command("reopen", again), 190, days(20));
        assert_eq!(look_back(&db, days(20)).cases, 1);
        assert_eq!(row(&db, sql!("select reopened_soon from hindsight")), Some(1));
        assert_eq!(row(&db, sql!("select first_go from hindsight")), Some(0));
        assert!(read(&db, move |conn| hindsight::version_of(conn, case)) > version);
        // It loses nothing to throw it away: from the beginning, all is looked at again.
        write(&db, |tx| {
            tx.put(sql!("delete from hindsight"), &[])?;
            Ok(tx.put(sql!("delete from settings where name = 'hindsight'"), &[])?)
        });
        assert_eq!(look_back(&db, days(21)).cases, 1);
    });
}

/// S033: a customer whose gap passes twice its middle becomes a signal, once; the next order is a new rhythm.
#[test]
fn s033_an_account_that_orders_no_more_makes_a_gone_quiet_signal() {
    both(|db| {
        build(&db);
        // Every four weeks until 2 February; 2 March is day 0.
        ordered(&db, ACME, &["2025-11-10", "2025-12-08", "2026-01-05", "2026-02-02"]);
        ordered(&db, BOREALIS, &["2025-12-08", "2026-01-05", "2026-02-02"]);
        assert_eq!(follow(&db, 28), 0, "56 days are twice the usual gap, not more");
        assert_eq!(follow(&db, 29), 1);
        assert_eq!(follow(&db, 40), 0, "said once");
        let signal = waiting(&db, 40).remove(0);
        assert_eq!((signal.kind.as_str(), signal.account), (Kind::GoneQuiet.word(), Some(ACME)));
        let rhythm = read(&db, |conn| rhythms::of_account(conn, ACME)).expect("known");
        assert_eq!((rhythm.1, rhythm.2), (4, Some(28)));
        ordered(&db, ACME, &["2026-04-10"]);
        assert_eq!(follow(&db, 41), 0);
        assert_eq!(read(&db, |conn| rhythms::of_account(conn, ACME)).map(|r| r.0), Some("2026-04-10".parse().unwrap()));
    });
}

/// S217: a customer without an order 180 days after a solved case, or after a delivery nobody asked about, is listed with it.
#[test]
fn s217_who_did_not_order_since_a_trouble_is_listed_with_what_came_before() {
    both(|db| {
        build(&db);
        let number = Life::of(1, ACME, MS_RAO, NOW).told(&db);
        look_back(&db, days(10));
        ordered(&db, ACME, &["2026-02-02"]);
        let delivered = Line {
            ordered: Some("2026-02-01".parse().unwrap()),
            delivered: Some("2026-02-20".parse().unwrap()),
            ..Line::new("B-7", "1")
        };
        let told = vec![Told { row: 2, account: BOREALIS, line: delivered }];
        db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g)))
            .expect("kept");
        follow(&db, 1);
        let listed = |since: &str| {
            let since: Date = since.parse().expect("a day");
            read(&db, move |conn| rhythms::quiet_since_trouble(conn, "2025-01-01".parse().expect("a day"), since))
        };
        assert_eq!(listed("2026-02-19"), []);
        let all = listed("2026-03-03");
        assert_eq!(
            all.iter().map(|q| (q.account, q.case)).collect::<Vec<_>>(),
            [(BOREALIS, None), (ACME, Some(number))]
        );
        assert_eq!((all[0].order_no.as_deref(), all[0].since.to_string().as_str()), (Some("B-7"), "2026-02-20"));
        assert_eq!(all[1].last_order, Some("2026-02-02".parse().unwrap()));
        ordered(&db, ACME, &["2026-05-01"]);
        follow(&db, 100);
        assert_eq!(listed("2026-03-03").len(), 1, "Acme ordered again");
    });
}

/// S241: twelve months after, what became of the customer is computed, kept, and never written again.
#[test]
fn s241_the_outcome_is_kept_twelve_months_after() {
    both(|db| {
        build(&db);
        let acme = Life::of(1, ACME, MS_RAO, NOW);
        acme.told(&db);
        Life::of(2, BOREALIS, JONAS, NOW).told(&db);
        look_back(&db, days(10));
        ordered(
            &db,
            ACME,
            &["2025-06-01", "2025-09-01", "2026-02-01", "2026-04-01", "2026-07-01", "2026-10-01", "2027-02-01"],
        );
        ordered(&db, BOREALIS, &["2025-06-01", "2025-09-01"]);
        follow(&db, 300);
        let keep = |until: &str| {
            let until: Date = until.parse().expect("a day");
            write(&db, move |tx| Ok(hindsight::keep_outcomes(tx, until, days(400))?))
        };
        assert_eq!(keep("2027-03-02"), 0, "the year is not over");
        assert_eq!(keep("2027-03-03"), 2);
        let outcomes = read(&db, |conn| {
            conn.all::<(AccountId, String, i64, i64)>(
                sql!(
                    "select account_id, outcome, orders_before, orders_after from outcomes order by orders_after desc"
                ),
                &[],
            )
        });
        assert_eq!(outcomes, [(ACME, "grew".to_owned(), 3, 4), (BOREALIS, "lost".to_owned(), 2, 0)]);
        ordered(&db, BOREALIS, &["2026-12-01"]);
        follow(&db, 401);
        assert_eq!(keep("2028-01-01"), 0, "kept as it was seen then");
    });
}

#[test]
fn orders_are_known_up_to_the_end_of_the_last_import() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, |conn| imports::last_ended(conn, "orders")), None);
        write(&db, |tx| {
            imports::begin(tx, Uuid::from_u128(7), "orders", "orders.csv", NOW)?;
            Ok(imports::finish(tx, Uuid::from_u128(7), "{}", after(3))?)
        });
        assert_eq!(read(&db, |conn| imports::last_ended(conn, "orders")), Some(after(3)));
        let none: i64 =
            read(&db, |conn| conn.one(sql!("select count(*) from imports where ended_at > ?1"), &params![after(3)]));
        assert_eq!(none, 0);
    });
}
