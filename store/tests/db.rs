//! The narrow database layer, as its callers rely on it: every story is told on both engines.

use crate::support;
use jiff::{Timestamp, civil::date};
use std::collections::BTreeSet;
use store::{Db, Fault, Tx, list, migrate::Step, params, record, sql};
use support::{Fresh, both_with, runtime};
use thiserror::Error;
use uuid::Uuid;

static CABINET: [Step; 1] = [Step {
    name: "0001_cabinet",
    text:
        "create table drawers (id {id} not null primary key, n {int} not null unique, label {text} not null) {strict};
           create table sheets (
               drawer {id} not null references drawers (id), seq {int} not null, at {int}, on_day {text}, body {blob},
               primary key (drawer, seq)
           ) {narrow};",
}];

#[derive(Debug, Error)]
enum NotDone {
    #[error("refused: {0}")]
    Refused(&'static str),
    #[error(transparent)]
    Fault(#[from] Fault),
}

record! {
    #[derive(Debug, PartialEq)]
    struct Drawer {
        id: Uuid,
        n: i64,
        label: String,
    }
}

fn id(n: i64) -> Uuid {
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + n as u128)
}

fn put_drawer(tx: &Tx<'_>, n: i64) -> Result<(), Fault> {
    tx.put(sql!("insert into drawers (id, n, label) values (?1, ?2, ?3)"), &params![id(n), n, format!("drawer {n}")])
}

fn drawers(db: &Db) -> BTreeSet<i64> {
    let all = db.read_now(|conn| conn.all::<i64>(sql!("select n from drawers order by n"), &[]));
    all.expect("the drawers").into_iter().collect()
}

#[test]
fn of_many_jobs_at_once_exactly_the_good_ones_are_kept() {
    both_with(&CABINET, |_, db| {
        runtime().block_on(async {
            let jobs: Vec<_> = (0..200i64)
                .map(|n| {
                    let db = db.clone();
                    tokio::spawn(async move {
                        db.write(move |tx| {
                            // Every eighth wants the number of its neighbour, which is there or will be.
                            put_drawer(tx, n)?;
                            match n % 8 {
                                1 => return Err(NotDone::Refused("the rules say no")),
                                3 => panic!("a bug in drawer {n}"),
                                5 => tx.put(
                                    sql!("insert into drawers (id, n, label) values (?1, ?2, ?3)"),
                                    &params![id(n + 1000), n, "a second one with the same number"],
                                )?,
                                7 => tx.put(
                                    sql!("insert into sheets (drawer, seq) values (?1, ?2)"),
                                    &params![id(9_999), 1],
                                )?,
                                _ => {}
                            }
                            Ok(n)
                        })
                        .await
                    })
                })
                .collect();
            for (n, job) in jobs.into_iter().enumerate() {
                let end = job.await.expect("the caller lives");
                match (n % 8, end) {
                    (1, Err(NotDone::Refused("the rules say no"))) => {}
                    (3, Err(NotDone::Fault(Fault::Panicked(words)))) => {
                        assert_eq!(words, format!("a bug in drawer {n}"))
                    }
                    (5, Err(NotDone::Fault(Fault::Unique { constraint }))) => assert_eq!(constraint, "drawers(n)"),
                    (7, Err(NotDone::Fault(Fault::Foreign(_)))) => {}
                    (0 | 2 | 4 | 6, Ok(got)) => assert_eq!(got, n as i64),
                    (_, end) => panic!("{n}: {end:?}"),
                }
            }
        });
        assert_eq!(drawers(&db), (0..200).filter(|n| n % 2 == 0).collect());
    });
}

#[test]
fn a_refusal_leaves_nothing_behind() {
    both_with(&CABINET, |_, db| {
        let end: Result<(), NotDone> = db.write_now(|tx| {
            put_drawer(tx, 1)?;
            assert_eq!(tx.one::<i64>(sql!("select count(*) from drawers"), &[])?, 1);
            Err(NotDone::Refused("not today"))
        });
        assert!(matches!(end, Err(NotDone::Refused("not today"))));
        assert_eq!(drawers(&db), BTreeSet::new());
        db.write_now(|tx| put_drawer(tx, 1)).expect("and the next one is kept");
        assert_eq!(drawers(&db), BTreeSet::from([1]));
    });
}

#[test]
fn every_kind_of_value_comes_back_as_it_went_in() {
    let at: Timestamp = "2026-03-29T01:30:00.123456Z".parse().expect("a time");
    let day = date(2026, 3, 29);
    both_with(&CABINET, |_, db| {
        db.write_now::<_, Fault, _>(move |tx| {
            put_drawer(tx, 7)?;
            let insert = sql!("insert into sheets (drawer, seq, at, on_day, body) values (?1, ?2, ?3, ?4, ?5)");
            tx.put(insert, &params![id(7), true, at, day, &[0u8, 255, 7]])?;
            tx.put(insert, &params![id(7), 2, None::<Timestamp>, None::<&str>, None::<Vec<u8>>])
        })
        .expect("kept");
        type Sheet = (Uuid, bool, Option<Timestamp>, Option<jiff::civil::Date>, Option<Vec<u8>>);
        let first: Sheet = db
            .read_now::<_, Fault, _>(|conn| {
                conn.one(sql!("select drawer, seq, at, on_day, body from sheets where seq = ?1"), &params![1])
            })
            .expect("the first sheet");
        assert_eq!(first, (id(7), true, Some(at), Some(day), Some(vec![0, 255, 7])));
        let empty = db
            .read_now::<_, Fault, _>(|conn| {
                conn.one::<(i64, Option<Timestamp>, Option<String>, Option<[u8; 3]>)>(
                    sql!("select seq, at, on_day, body from sheets where at is null"),
                    &[],
                )
            })
            .expect("the empty sheet");
        assert_eq!(empty, (2, None, None, None));
    });
}

#[test]
fn values_are_bound_by_their_number_and_lists_as_one_value() {
    both_with(&CABINET, |_, db| {
        db.write_now::<_, Fault, _>(|tx| (1..=5).try_for_each(|n| put_drawer(tx, n))).expect("kept");
        db.read_now::<_, Fault, _>(|conn| {
            let turned: (String, String) =
                conn.one(sql!("select cast(?2 as text), cast(?1 as text) || ' why ?1'"), &params!["one", "two"])?;
            assert_eq!(turned, ("two".into(), "one why ?1".into()));
            let by_id: Vec<Drawer> = conn.all(
                sql!("select id, n, label from drawers where id in {ids ?1} order by n"),
                &[list([id(2), id(4), id(9)])],
            )?;
            assert_eq!(by_id.iter().map(|d| d.label.as_str()).collect::<Vec<_>>(), ["drawer 2", "drawer 4"]);
            let by_number: Vec<i64> =
                conn.all(sql!("select n from drawers where n in {ints ?1} order by n"), &[list([5, 1])])?;
            assert_eq!(by_number, [1, 5]);
            let by_label: Vec<i64> =
                conn.all(sql!("select n from drawers where label in {texts ?1}"), &[list(["drawer 3", "it's"])])?;
            assert_eq!(by_label, [3]);
            Ok(())
        })
        .expect("read");
    });
}

#[test]
fn hit_counts_rows_and_one_wants_a_row() {
    both_with(&CABINET, |_, db| {
        let hits = db.write_now::<_, Fault, _>(|tx| {
            (1..=3).try_for_each(|n| put_drawer(tx, n))?;
            tx.hit(sql!("update drawers set label = ?1 where n > ?2"), &params!["moved", 1])
        });
        assert_eq!(hits.expect("kept"), 2);
        let none = db.read_now(|conn| conn.one::<Drawer>(sql!("select id, n, label from drawers where n = 9"), &[]));
        assert!(matches!(none, Err(Fault::NoRow(_))));
        let odd = db.read_now(|conn| conn.maybe::<Uuid>(sql!("select label from drawers"), &[]));
        assert!(matches!(odd, Err(Fault::Odd { column: 0, expected: "an id", .. })), "{odd:?}");
    });
}

#[test]
fn work_that_ignores_a_failure_is_not_kept() {
    both_with(&CABINET, |_, db| {
        let end = db.write_now::<_, Fault, _>(|tx| {
            put_drawer(tx, 1)?;
            drop(tx.hit(sql!("insert into drawers (id, n, label) values (?1, 1, 'again')"), &params![id(2)]));
            Ok(())
        });
        assert!(matches!(end, Err(Fault::WentOn)), "{end:?}");
        assert_eq!(drawers(&db), BTreeSet::new());
    });
}

#[test]
fn thousands_of_writes_in_one_change_are_kept_or_undone_together() {
    both_with(&CABINET, |_, db| {
        let end = db.write_now::<_, Fault, _>(|tx| (0..3_000).try_for_each(|n| put_drawer(tx, n % 2_999)));
        assert!(matches!(&end, Err(Fault::Unique { .. })), "{end:?}");
        assert_eq!(drawers(&db).len(), 0);
        db.write_now::<_, Fault, _>(|tx| (0..3_000).try_for_each(|n| put_drawer(tx, n))).expect("kept");
        assert_eq!(drawers(&db).len(), 3_000);
    });
}

#[test]
fn a_closed_database_says_so() {
    both_with(&CABINET, |fresh: &Fresh, db| {
        db.write_now(|tx| put_drawer(tx, 1)).expect("kept");
        db.close();
        let end = db.write_now(|tx| put_drawer(tx, 2));
        assert!(matches!(end, Err(Fault::Closed)), "{end:?}");
        assert_eq!(drawers(&fresh.open_with(&CABINET)), BTreeSet::from([1]));
    });
}

/// More rows than one portion of answers: each says for itself whether it was written.
#[test]
fn a_write_for_many_rows_says_of_each_how_many_it_touched() {
    both_with(&CABINET, |_, db| {
        let hits = db.write_now::<_, Fault, _>(|tx| {
            put_drawer(tx, 7)?;
            put_drawer(tx, 1_499)?;
            let rows = (0..1_500).map(|n| params![id(n), n, format!("drawer {n}")]);
            let hits = tx.hit_each(
                sql!("insert into drawers (id, n, label) values (?1, ?2, ?3) on conflict (n) do nothing"),
                rows,
            )?;
            let none = tx.hit_each(sql!("delete from drawers where n = ?1"), (0..0i64).map(|n| params![n]))?;
            assert!(none.is_empty());
            Ok(hits)
        });
        let hits = hits.expect("written");
        let known: Vec<usize> = (0..hits.len()).filter(|n| hits[*n] == 0).collect();
        assert_eq!((hits.len(), known), (1_500, vec![7, 1_499]));
        assert_eq!(drawers(&db).len(), 1_500);
    });
}

/// The failure of one row is the cause, undoes them all, and what comes behind it is refused.
#[test]
fn one_bad_row_of_many_undoes_all_of_them() {
    both_with(&CABINET, |_, db| {
        let end = db.write_now::<_, Fault, _>(|tx| {
            let rows = (0..1_500).map(|n| params![id(n), n % 1_000, "a drawer"]);
            tx.hit_each(sql!("insert into drawers (id, n, label) values (?1, ?2, ?3)"), rows)
        });
        assert!(matches!(&end, Err(Fault::Unique { constraint }) if constraint == "drawers(n)"), "{end:?}");
        assert_eq!(drawers(&db), BTreeSet::new());
        let went_on = db.write_now::<_, Fault, _>(|tx| {
            let twice = [1, 1].into_iter().map(|n| params![id(n), n, "a drawer"]);
            let bad = tx.hit_each(sql!("insert into drawers (id, n, label) values (?1, ?2, ?3)"), twice);
            assert!(matches!(bad, Err(Fault::Unique { .. })), "{bad:?}");
            put_drawer(tx, 2)
        });
        assert!(matches!(went_on, Err(Fault::WentOn)), "{went_on:?}");
        put_later(&db);
    });
}

/// The connection is as good as before.
fn put_later(db: &Db) {
    db.write_now(|tx| put_drawer(tx, 3)).expect("kept");
    assert_eq!(drawers(db), BTreeSet::from([3]));
}
