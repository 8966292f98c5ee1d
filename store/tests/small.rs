//! Small public functions that larger stories only use in passing, each by itself.

use crate::support;
use casework::facts::Actor;
use casework::ids::CaseNumber;
use store::audit;
use store::columns::folded;
use store::dialect::{self, Engine};
use store::facts::{self, Asking, CaseRef};
use store::{Fault, Value, accounts, checks, contacts, firm, lines, signals, sql};
use support::both;
use support::world::*;

#[test]
fn names_are_compared_without_case_and_marks() {
    assert_eq!(folded("Łódź ÉCLAIR Ångström"), "łodz eclair angstrom");
    assert_eq!(folded("Straße"), "straße");
}

#[test]
fn passing_trouble_is_told_from_lasting() {
    assert!(Fault::Busy.is_passing() && Fault::Unknown.is_passing());
    assert!(!Fault::Full.is_passing() && !Fault::NoRow("x").is_passing());
}

#[test]
fn a_value_outlives_what_it_was_made_from() {
    let text = String::from("kept");
    let owned: Value<'static> = Value::from(text.as_str()).into_owned();
    drop(text);
    assert_eq!(owned, Value::Text("kept".into()));
}

#[test]
fn a_state_that_cannot_be_read_is_a_fault_and_never_a_blank_case() {
    assert!(matches!(facts::read_state("{}"), Err(Fault::Engine(_))));
}

#[test]
fn a_view_is_written_once_for_both_engines() {
    let text = "create view v as select {at a.t} as t, {key a.id} as k, {word a.body way} as w from a;";
    assert!(dialect::view(Engine::Sqlite, text).contains("json_extract(a.body, '$.what.way') as w"));
    assert!(dialect::view(Engine::Postgres, text).contains("(cast(a.body as json) #>> '{what,way}') as w"));
    assert!(dialect::view(Engine::Postgres, text).contains("to_timestamp((a.t) / 1000000) as t"));
    assert!(dialect::migration(Engine::Sqlite, "id {id}").starts_with("id blob"));
}

#[test]
fn a_line_of_the_log_is_kept_once_per_request_and_subject() {
    both(|db| {
        for _ in 0..2 {
            write(&db, |tx| Ok(audit::note(tx, &by(1), "tried", "a subject", None::<&()>, Some(&"after"))?));
        }
        let log = read(&db, |c| audit::about(c, "a subject", 10));
        assert_eq!((log.len(), log[0].after.as_deref(), log[0].person), (1, Some("\"after\""), Some(ANNA)));
    });
}

#[test]
fn answers_of_old_requests_are_forgotten() {
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        open(&db, trouble(ACME, MS_RAO, "Two"), 2, after(60));
        assert_eq!(write(&db, |tx| Ok(facts::forget_requests(tx, after(30))?)), 1);
        assert!(db.write_now(|tx| facts::already_done(tx, request(1))).expect("read").is_none());
        assert!(db.write_now(|tx| facts::already_done(tx, request(2))).expect("read").is_some());
    });
}

#[test]
fn the_first_row_is_read_or_none() {
    both(|db| {
        let first = |sql: &'static str| read(&db, move |c| c.maybe::<i64>(sql, &[]));
        assert_eq!(first(sql!("select n from migrations order by n")), Some(1));
        assert_eq!(first(sql!("select n from migrations where n < 0")), None);
        assert!(read(&db, |c| lines::to_look_at(c, NOW)).is_empty());
        assert!(read(&db, |c| signals::of_thread(c, "mail", uuid::Uuid::nil())).is_empty());
    });
}

#[test]
fn where_nothing_came_in_nothing_is_owed() {
    both(|db| {
        build(&db);
        assert!(read(&db, |c| checks::owed_by(c, MARIA, after(1_000_000), 10)).is_empty());
        assert_eq!(read(&db, |c| checks::answered(c, ACME)), 0);
        assert!(read(&db, |c| lines::by_ids(c, &[uuid::Uuid::nil()])).is_empty());
        assert!(read(&db, |c| lines::beginning(c, "44", None, 10)).is_empty());
        assert!(read(&db, |c| lines::latest(c, "44", None, 10)).is_empty());
    });
}

#[test]
fn of_a_case_that_is_not_there_nothing_is_gathered() {
    both(|db| {
        build(&db);
        let nothing = db.write_now::<_, Fault, _>(|tx| {
            let asking = Asking { by: Actor::Person(MARIA), request: request(1), seen: None, now: NOW, other: None };
            let gathered = facts::gather(tx, &firm::load(tx)?, CaseRef::Number(CaseNumber(404)), &asking)?;
            Ok(gathered.is_none())
        });
        assert!(nothing.expect("looked"));
    });
}

#[test]
fn oddities_and_keys_of_lines_are_plain_words() {
    assert_eq!(lines::oddity_words(&[]), "");
    let key = watch::LineKey { order_no: "4417".into(), line_no: "10".into() };
    assert_eq!(lines::key_text(&key), "4417\u{1f}10");
}

/// A command that leaves a case where it is in every list once wrote five indexes anew, because its update named their columns;
/// it cost more than all the rest.
#[test]
fn an_everyday_change_of_a_case_names_no_indexed_column() {
    let source = include_str!("../src/commit.rs");
    let from = source.find("fn stay_in_place").expect("the everyday update");
    let statement = &source[from..];
    let (set, _) = statement.split_once(" where id").expect("its condition");
    let (_, set) = set.split_once("update cases set ").expect("its columns");
    let named: Vec<&str> = set.split(',').filter_map(|part| part.split('=').next()).map(str::trim).collect();
    assert!(named.contains(&"state") && named.contains(&"version"), "{named:?}");
    let folder = std::env::temp_dir().join(format!("makegood-indexes-{}", std::process::id()));
    let db = store::Db::open(&store::Target::parse(None, &folder).expect("a target"), support::NOW).expect("opens");
    db.close();
    let conn = rusqlite::Connection::open(folder.join("makegood.db")).expect("opens");
    let mut statement = conn
        .prepare("select i.name from pragma_index_list('cases') l, pragma_index_info(l.name) i")
        .expect("SQLite tells its indexes");
    let indexed: Vec<Option<String>> =
        statement.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("names");
    assert!(indexed.iter().flatten().any(|column| column == "owner_id"), "{indexed:?}");
    for column in indexed.into_iter().flatten() {
        assert!(!named.contains(&column.as_str()), "an index is made of {column}: only move_in_lists may name it");
    }
    drop(std::fs::remove_dir_all(folder));
}

#[test]
fn whom_to_call_is_whoever_told_us_of_a_trouble_last_and_has_a_number() {
    both(|db| {
        build(&db);
        let named = |db: &store::Db| -> Vec<String> {
            let all = read(db, |conn| contacts::to_call(conn, &[ACME, BOREALIS]));
            assert_eq!(all[&BOREALIS].len(), 1);
            all[&ACME].iter().map(|contact| contact.name.clone()).collect()
        };
        assert_eq!(named(&db), ["Dana Rao", "Tom Hale"], "by name, while nobody has told us anything");
        open(&db, trouble(ACME, MR_HALE, "Dry joints."), 1, after(0));
        assert_eq!(named(&db), ["Tom Hale", "Dana Rao"]);
        let zones = read(&db, |conn| accounts::zones(conn, &[ACME, BOREALIS]));
        assert!(zones.len() == 2 && zones.values().all(|zone| !zone.is_empty()), "{zones:?}");
    });
}
