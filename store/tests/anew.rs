//! Signals and checks whose tables were made anew: nothing of an older database is lost, and what was refused before still is.

use crate::support;
use crate::support::{intake, world::ACME};
use casework::ids::SignalId;
use intake::*;
use jiff::Timestamp;
use store::{
    Db, Fault, Tx, checks,
    dialect::Engine,
    lines,
    migrate::{STEPS, Step},
    orders::{self, Terms, Told},
    params,
    signals::{self, End, Status},
    sql,
};
use support::{Fresh, NOW, both, world::MARIA};
use uuid::Uuid;
use watch::{Check, Line, Outcome};

const STATUSES: [Status; 6] = Status::ALL;

fn id(n: usize) -> Uuid {
    Uuid::from_u128(0x516_0000 + n as u128)
}

/// A database as it was before the tables were made anew.
fn before(fresh: &Fresh) -> Db {
    // 175 adds a column to what 108 makes anew; today's orders write it, so the old table borrows it for a while.
    let steps: Vec<Step> = STEPS.iter().copied().filter(|step| ![108, 175].contains(&step.number())).collect();
    let db = fresh.open_with(Box::leak(steps.into_boxed_slice()));
    alter(&db, "alter table signals add column confidence text");
    db
}

fn alter(db: &Db, how: &'static str) {
    db.write_now(move |tx| tx.put(how, &[])).unwrap_or_else(|e: Fault| panic!("{e}"));
}

/// A line that came, so that it has a check.
fn delivered(db: &Db) -> Uuid {
    let account = account(db);
    let line = Line { delivered: Some("2026-02-20".parse().expect("a day")), ..Line::new("A-1", "1") };
    let told = vec![Told { row: 1, account, line }];
    db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g))).expect("kept");
    db.read_now(|conn| lines::beginning(conn, "A-1", None, 5)).expect("read").remove(0).id
}

/// One signal of each status, put there as any program would have.
fn one_of_each(db: &Db, line: Uuid) {
    let ((case, _), by) = (case(db, 900), MARIA);
    db.write_now::<_, Fault, _>(move |tx| {
        STATUSES.into_iter().enumerate().try_for_each(|(n, status)| {
            let ended = !matches!(status, Status::New | Status::Snoozed);
            let of_case = matches!(status, Status::Case | Status::Merged).then_some(case);
            let reason = matches!(status, Status::Prevented | Status::Dismissed).then_some("flown in");
            tx.put(
                sql!(
                    "insert into signals (id, kind, subject, account_id, line_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozes, case_id, ended_by, ended_at, reason, raised_by)
                     values (?1, 'mail', ?2, ?3, ?4, ?5, ?6, ?6, ?6, 'us', ?7, 1, ?8, ?9, ?10, ?11, ?12)"
                ),
                &params![
                    id(n),
                    format!("subject {n}"),
                    ACME,
                    line,
                    r#"{"key":"signal-mail","args":{}}"#,
                    NOW,
                    status,
                    of_case,
                    ended.then_some(by),
                    ended.then_some(NOW),
                    reason,
                    by,
                ],
            )
        })
    })
    .expect("an old firm");
}

/// What every version of the table has; today's reader asks for columns that an older one lacks.
fn as_rows(conn: &store::Conn) -> Result<Vec<Row>, Fault> {
    conn.all(
        sql!(
            "select id, kind, subject, status, evidence, detected_at, ended_at, reason from signals
             where account_id = ?1 order by id"
        ),
        &params![ACME],
    )
}
type Row = (Uuid, String, String, String, String, Timestamp, Option<Timestamp>, Option<String>);

#[test]
fn signals_and_checks_of_an_older_database_are_kept_whole() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = before(&fresh);
        let line = delivered(&db);
        one_of_each(&db, line);
        db.write_now(move |tx| {
            tx.put(
                sql!("update delivery_checks set done_at = ?2, outcome = 'not_ok', done_by = ?3, words = 'two are bent' where line_id = ?1"),
                &params![line, NOW, MARIA],
            )
        })
        .unwrap_or_else(|e: Fault| panic!("{e}"));
        let old = db.read_now(as_rows).expect("read");
        let old_line = db.read_now(move |conn| lines::by_id(conn, line)).expect("read");
        alter(&db, "alter table signals drop column confidence");
        db.close();
        let db = fresh.open();
        assert_eq!(db.read_now(as_rows).expect("read"), old);
        let new = db.read_now(|conn| signals::of_account(conn, ACME, 50)).expect("read");
        assert!(STATUSES.iter().all(|status| new.iter().any(|signal| signal.status == *status)), "{new:?}");
        let new_line = db.read_now(move |conn| lines::by_id(conn, line)).expect("read");
        assert_eq!(new_line, old_line);
        let check = new_line.expect("the line").line.check;
        assert_eq!(check, Check::Done { at: NOW, outcome: Outcome::NotOk });
        assert_eq!(db.read_now(|conn| checks::owed(conn, NOW, 5)).expect("read"), []);
        let open = SignalId(id(0));
        db.write_now(move |tx| signals::end(tx, open, &End::Dismissed { reason: "a test".into() }, MARIA, NOW))
            .expect("life goes on");
        db.close();
    }
}

/// Tries to write this, and says what the database says.
fn refused(db: &Db, work: impl Fn(&Tx) -> Result<u64, Fault> + Send + 'static) {
    let end = db.write_now(work);
    assert!(matches!(end, Err(Fault::Check(_))), "{end:?}");
}

#[test]
fn what_no_signal_and_no_check_may_say_is_still_refused() {
    both(|db| {
        let line = delivered(&db);
        one_of_each(&db, line);
        let new = id(0);
        refused(&db, move |tx| tx.hit(sql!("update signals set status = 'lost' where id = ?1"), &params![new]));
        refused(&db, move |tx| tx.hit(sql!("update signals set first_to_tell = 'they' where id = ?1"), &params![new]));
        refused(&db, move |tx| tx.hit(sql!("update signals set snoozes = 2 where id = ?1"), &params![new]));
        refused(&db, move |tx| tx.hit(sql!("update signals set ended_at = 5 where id = ?1"), &params![new]));
        for status in ["case", "merged", "prevented", "dismissed"] {
            refused(&db, move |tx| {
                tx.hit(sql!("update signals set status = ?2, ended_at = 5 where id = ?1"), &params![new, status])
            });
        }
        refused(&db, move |tx| {
            tx.hit(
                sql!("update delivery_checks set done_at = 5, outcome = 'perhaps' where line_id = ?1"),
                &params![line],
            )
        });
        refused(&db, move |tx| {
            tx.hit(sql!("update delivery_checks set outcome = 'ok' where line_id = ?1"), &params![line])
        });
    });
}

/// The tables beside that SQLite opens to write one row of this table.
fn beside(conn: &rusqlite::Connection, table: &str) -> Vec<String> {
    let texts = |sql: &str, column: usize, values: usize| -> Vec<String> {
        let mut found = conn.prepare(sql).expect("understood");
        let values = rusqlite::params_from_iter(vec![None::<i64>; values]);
        found.query_map(values, |row| row.get(column)).expect("read").map(|text| text.expect("a text")).collect()
    };
    let columns = texts(&format!("select name from pragma_table_info('{table}')"), 0, 0);
    let marks = vec!["?"; columns.len()].join(", ");
    let insert = format!("explain insert into {table} ({}) values ({marks})", columns.join(", "));
    let steps = texts(&insert, 1, columns.len());
    assert!(steps.iter().any(|step| step == "Insert"), "{table}: {steps:?}");
    let is_beside = |step: &String| step.starts_with("Open") && step != "OpenWrite" && step != "OpenRead";
    steps.into_iter().filter(is_beside).collect()
}

/// SQLite makes a table of its own for an `in` of more than two words, with every row that is written: where an import writes its
/// rows there is none, other than before.
#[test]
fn a_row_of_an_import_is_written_without_a_table_beside() {
    let fresh = Fresh::new(Engine::Sqlite);
    let file = fresh.dir.join("makegood.db");
    before(&fresh).close();
    let conn = rusqlite::Connection::open(&file).expect("the file");
    assert_eq!(beside(&conn, "signals"), ["OpenEphemeral"]);
    drop(conn);
    fresh.open().close();
    let conn = rusqlite::Connection::open(&file).expect("the file");
    for table in ["order_lines", "delivery_checks", "signals", "promise_changes"] {
        assert_eq!(beside(&conn, table), [""; 0], "{table}");
    }
}
