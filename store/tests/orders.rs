//! Order lines as they are kept, and what the watch makes of them, on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::AccountId;
use intake::*;
use jiff::{Timestamp, ToSpan};
use store::{
    Db,
    checks::{self, Answer},
    imports, lines,
    orders::{self, Kept, Looked, Terms, Told},
    signals::{self, End, FirstToTell},
    sql,
};
use support::{
    NOW, both,
    world::{MARIA, MS_RAO},
};
use uuid::Uuid;
use watch::{Check, Kind, Line, LineKey, Outcome, Part, Standing};

fn line(promised: &str) -> Line {
    Line {
        promised: Some(promised.parse().expect("the story goes on")),
        item: Some("PCB".into()),
        ..Line::new("A-1", "1")
    }
}

fn keep_on(db: &Db, day: i64, account: AccountId, line: Line, terms: Terms) -> Kept {
    let told = vec![Told { row: 2, account, line }];
    db.write_now(move |tx| on_day(day, |g| orders::keep(tx, &told, &terms, &mut mint(day), g)))
        .expect("the story goes on")
}

fn keep(db: &Db, account: AccountId, line: Line) -> Kept {
    keep_on(db, 0, account, line, Terms::default())
}

fn look(db: &Db, day: i64) -> Looked {
    db.write_now(move |tx| on_day(day, |g| orders::look(tx, &mut mint(day), g))).expect("the story goes on")
}

fn kept_line(db: &Db) -> lines::KeptLine {
    let key = LineKey { order_no: "A-1".into(), line_no: "1".into() };
    db.read_now(move |conn| lines::by_keys(conn, std::slice::from_ref(&key))).expect("the story goes on").remove(0)
}

#[test]
fn a_line_is_new_then_the_same_then_changed() {
    both(|db| {
        let account = account(&db);
        let new = keep(&db, account, line("2026-03-10"));
        assert_eq!((new.new, new.changed, new.same), (1, 0, 0));
        let same = keep(&db, account, line("2026-03-10"));
        assert_eq!(same, Kept { same: 1, ..Kept::default() });
        let changed = keep(&db, account, Line { quantity: Some("7".into()), ..line("2026-03-10") });
        assert_eq!((changed.new, changed.changed, changed.promises_moved), (0, 1, 0));
        let kept = kept_line(&db);
        assert_eq!((kept.line.quantity.as_deref(), kept.line.first_promised), (Some("7"), kept.line.promised));
    });
}

#[test]
fn a_file_without_a_column_leaves_what_is_known() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, Line { need_by: Some("2026-04-01".parse().unwrap()), ..line("2026-03-10") });
        let silent = Terms { silent: vec![Part::NeedBy, Part::Item], ..Terms::default() };
        let bare = Line { item: None, ..line("2026-03-10") };
        assert_eq!(keep_on(&db, 0, account, bare, silent).same, 1);
        assert_eq!(kept_line(&db).line.need_by, Some("2026-04-01".parse().unwrap()));
    });
}

#[test]
fn a_missed_promise_is_one_signal_however_often_anybody_looks() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, line("2026-03-10"));
        assert_eq!(look(&db, 8), Looked::default(), "the promised day is not over");
        let found = look(&db, 9);
        assert_eq!((found.lines, found.signals.get(&Kind::LateUndelivered)), (1, Some(&1)));
        assert_eq!(look(&db, 10), Looked::default());
        keep_on(&db, 11, account, Line { quantity: Some("9".into()), ..line("2026-03-10") }, Terms::default());
        assert_eq!(look(&db, 11).signals.len(), 0);
        let signals = waiting(&db, 11);
        assert_eq!(signals.len(), 1);
        assert_eq!((signals[0].account, signals[0].first_to_tell), (Some(account), FirstToTell::Us));
        assert_eq!(signals[0].owed_at.to_string(), "2026-03-11T00:00:00Z");
        assert_eq!(signals[0].evidence.key, "signal-late-unshipped");
    });
}

/// S063: a promise moved in the file without the customer being told is a signal at once, owed within a working day.
#[test]
fn s063_a_promise_moved_later_in_a_file_is_a_silent_slip() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, line("2026-05-10"));
        let moved = keep(&db, account, line("2026-06-10"));
        assert_eq!((moved.promises_moved, moved.signals.get(&Kind::SilentSlip)), (1, Some(&1)));
        let signal = waiting(&db, 0).remove(0);
        assert_eq!(signal.owed_at, NOW + 24.hours());
        assert_eq!(kept_line(&db).line.first_promised, Some("2026-05-10".parse().unwrap()));
        let earlier = keep(&db, account, line("2026-06-01"));
        assert_eq!((earlier.promises_moved, earlier.signals.len()), (1, 0));
        let told = Line { told: Some("2026-03-01".parse().unwrap()), ..line("2026-07-01") };
        assert_eq!(keep(&db, account, told).signals.len(), 0, "the file says the customer was told");
        let changes = db.read_now(|conn| {
            conn.all::<(String, String, bool)>(
                sql!(
                    "select moved_from, moved_to, told_at is not null from promise_changes order by known_at, moved_to"
                ),
                &[],
            )
        });
        assert_eq!(changes.unwrap().len(), 3);
    });
}

#[test]
fn a_blank_cell_takes_no_promise_back() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, line("2026-03-10"));
        let blank = Line { promised: None, ..line("2026-03-10") };
        assert_eq!(keep(&db, account, blank).same, 1);
        assert_eq!(look(&db, 9).signals.len(), 1);
    });
}

fn delivered() -> Line {
    Line { delivered: Some("2026-03-02".parse().expect("the story goes on")), ..line("2026-03-10") }
}

/// S031: a proof of delivery makes a check due in two working days; undone, it is a signal.
#[test]
fn s031_a_delivery_makes_a_check_and_an_undone_check_is_found() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, delivered());
        let owed = db.read_now(|conn| checks::owed(conn, NOW + 48.hours(), 10)).unwrap();
        assert_eq!(
            (owed.len(), owed[0].due_at.to_string(), owed[0].account()),
            (1, "2026-03-04T00:00:00Z".into(), account)
        );
        assert_eq!(look(&db, 1).signals.len(), 0);
        assert_eq!(look(&db, 3).signals.get(&Kind::UncheckedDelivery), Some(&1));
    });
}

/// S032: a year of silence leaves a check undone; only a person's entry answers it.
#[test]
fn s032_no_time_and_no_import_turns_not_heard_into_ok() {
    both(|db| {
        let (account, by) = (account(&db), MARIA);
        keep(&db, account, delivered());
        let id = kept_line(&db).id;
        look(&db, 365);
        keep_on(
            &db,
            365,
            account,
            Line { status: Some("closed".into()), standing: Standing::Closed, ..delivered() },
            Terms::default(),
        );
        assert_eq!(kept_line(&db).line.check, Check::Undone);
        let answer = |outcome, contact| Answer { outcome, contact, words: "no one answered".into() };
        db.write_now(move |tx| checks::record_answer(tx, id, &answer(Outcome::NotHeard, None), by, NOW)).unwrap();
        look(&db, 800);
        let check = kept_line(&db).line.check;
        assert_eq!(check, Check::Done { at: NOW, outcome: Outcome::NotHeard });
        let nobody = db.write_now(move |tx| checks::record_answer(tx, id, &answer(Outcome::Ok, None), by, NOW));
        assert_eq!(code(nobody), "check-needs-who-said-it");
        db.write_now(move |tx| checks::record_answer(tx, id, &answer(Outcome::Ok, Some(MS_RAO)), by, NOW)).unwrap();
        let again = db.write_now(move |tx| checks::record_answer(tx, id, &answer(Outcome::NotHeard, None), by, NOW));
        assert_eq!(code(again), "check-is-answered");
        let unknown =
            db.write_now(move |tx| checks::record_answer(tx, Uuid::nil(), &answer(Outcome::NotHeard, None), by, NOW));
        assert_eq!(code(unknown), "no-such-check");
    });
}

#[test]
fn deliveries_before_the_day_named_are_history() {
    both(|db| {
        let account = account(&db);
        let terms = Terms { checks_from: Some("2026-03-03".parse().unwrap()), ..Terms::default() };
        keep_on(&db, 0, account, delivered(), terms.clone());
        assert_eq!(kept_line(&db).line.check, Check::NotOwed);
        assert_eq!(look(&db, 30).signals.len(), 0);
        assert_eq!(keep_on(&db, 30, account, delivered(), terms).same, 1);
    });
}

/// The day from which deliveries are asked about goes on with the calendar; a check that is owed stays owed when the file comes again.
#[test]
fn a_check_that_is_owed_stays_owed_when_the_same_file_comes_months_later() {
    both(|db| {
        let account = account(&db);
        let since = |day: &str| Terms { checks_from: Some(day.parse().unwrap()), ..Terms::default() };
        keep_on(&db, 0, account, delivered(), since("2026-02-01"));
        let again = keep_on(&db, 90, account, delivered(), since("2026-05-01"));
        assert_eq!((again.same, again.changed), (1, 0));
        let changed = Line { quantity: Some("7".into()), ..delivered() };
        assert_eq!(keep_on(&db, 91, account, changed, since("2026-05-02")).changed, 1);
        assert_eq!(kept_line(&db).line.check, Check::Undone);
        assert_eq!(db.read_now(|conn| checks::owed(conn, Timestamp::MAX, 10)).unwrap().len(), 1);
    });
}

#[test]
fn a_delivery_that_was_none_takes_its_check_away() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, delivered());
        keep(&db, account, Line { delivered: None, ..delivered() });
        assert_eq!(db.read_now(|conn| checks::owed(conn, Timestamp::MAX, 10)).unwrap(), []);
    });
}

#[test]
fn maps_are_remembered_and_imports_are_on_record() {
    both(|db| {
        let id = Uuid::from_u128(5);
        db.write_now(move |tx| {
            imports::keep_map(tx, "f", "one", NOW)?;
            imports::keep_map(tx, "f", "two", NOW)?;
            imports::begin(tx, id, "orders", "orders.csv", NOW)?;
            imports::begin(tx, id, "orders", "orders.csv", NOW)?;
            imports::finish(tx, id, "{}", NOW + 1.seconds())
        })
        .unwrap();
        assert_eq!(db.read_now(|conn| imports::map_of(conn, "f")).unwrap().as_deref(), Some("two"));
        let latest = db.read_now(|conn| imports::latest(conn, 10)).unwrap();
        assert_eq!((latest.len(), latest[0].ended_at), (1, Some(NOW + 1.seconds())));
    });
}

#[test]
fn a_line_is_found_by_its_beginning_and_by_its_id() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, line("2026-03-10"));
        let all = db.read_now(|conn| lines::beginning(conn, "", None, 10)).unwrap();
        let id = all[0].id;
        assert_eq!(db.read_now(move |conn| lines::by_id(conn, id)).unwrap().as_ref(), all.first());
    });
}

/// The last order number comes first, page by page, within what an order number begins with.
#[test]
fn the_last_orders_come_first_and_a_page_goes_on_behind_the_one_before() {
    both(|db| {
        let account = account(&db);
        for order in ["A-1", "A-2", "B-1", "A-3"] {
            keep(&db, account, Line { item: Some("PCB".into()), ..Line::new(order, "1") });
        }
        let page = |before: Option<&str>| -> Vec<String> {
            let before = before.map(|order| Line::new(order, "1").key);
            let read = db.read_now(move |conn| lines::latest(conn, "A-", before.as_ref(), 2)).expect("read");
            read.into_iter().map(|kept| kept.line.key.order_no).collect()
        };
        assert_eq!(page(None), ["A-3", "A-2"]);
        assert_eq!(page(Some("A-2")), ["A-1"]);
        assert!(page(Some("A-1")).is_empty());
    });
}

/// The lines that a case is about: those of its hints, and those of the orders somebody named.
#[test]
fn the_lines_of_a_case_and_of_its_orders_are_found() {
    both(|db| {
        let account = account(&db);
        keep(&db, account, line("2026-03-10"));
        look(&db, 9);
        let (case, _) = case(&db, 700);
        assert!(db.read_now(move |conn| lines::of_case(conn, case)).expect("read").is_empty());
        let signal = waiting(&db, 9).remove(0).id;
        let ended = db.write_now(move |tx| signals::end(tx, signal, &End::Case(case), MARIA, NOW));
        ended.unwrap_or_else(|e| panic!("{e:?}"));
        let items = |found: Vec<lines::KeptLine>| found.into_iter().map(|kept| kept.line.item).collect::<Vec<_>>();
        assert_eq!(items(db.read_now(move |conn| lines::of_case(conn, case)).expect("read")), [Some("PCB".into())]);
        let of = |account: AccountId, order: &str| {
            let orders = vec![order.to_owned()];
            db.read_now(move |conn| lines::of_orders(conn, account, &orders)).expect("read").len()
        };
        assert_eq!((of(account, "A-1"), of(account, "A-2"), of(AccountId(Uuid::nil()), "A-1")), (1, 0, 0));
    });
}
