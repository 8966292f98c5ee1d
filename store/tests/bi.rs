//! The views for reports say what their dictionary says, on both databases.

use crate::support;
use serde_json::json;
use std::path::Path;
use store::dialect::Engine;
use store::{Db, bi, sql};
use support::world::*;
use support::{Fresh, both};

/// A statement made at run time; a test may.
fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn columns(db: &Db, view: &str) -> Vec<String> {
    let sqlite = leaked(format!("select name from pragma_table_info('{view}') order by cid"));
    let postgres = leaked(format!(
        "select cast(column_name as text) from information_schema.columns where table_name = '{view}' order by ordinal_position"
    ));
    read(db, move |c| c.all(if c.engine() == Engine::Sqlite { sqlite } else { postgres }, &[]))
}

#[test]
fn every_column_of_every_view_is_explained() {
    assert_eq!(bi::views().len(), 5);
    both(|db| {
        for view in bi::views() {
            let documented: Vec<&str> = view.columns.iter().map(|(name, _)| *name).collect();
            assert_eq!(columns(&db, view.name), documented, "{}", view.name);
            assert!(view.columns.iter().all(|(_, meaning)| meaning.ends_with('.')), "{}", view.name);
        }
    });
}

#[test]
fn the_data_dictionary_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/data-dictionary.md");
    let wanted = bi::dictionary();
    if std::env::var_os("MAKEGOOD_WRITE_DOCS").is_some() {
        std::fs::write(&file, &wanted).expect("written");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(
        there, wanted,
        "a view changed: run MAKEGOOD_WRITE_DOCS=1 cargo test -p store --test stories bi:: and look at the difference"
    );
}

// S025, S144: no report knows what a customer is worth.
#[test]
fn s144_no_view_has_a_column_for_worth() {
    let names: Vec<&str> = bi::views().iter().flat_map(|v| v.columns.iter().map(|(n, _)| *n)).collect();
    for word in ["revenue", "value", "tier", "price", "margin", "order_total"] {
        assert!(!names.iter().any(|name| name.contains(word)), "{word}");
    }
}

#[test]
fn a_report_reads_the_same_on_both_databases() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards have no solder on U7."), 1, after(0));
        let promise = json!({ "what": "thing", "words": "the tracking number", "due": after(2000) });
        act(&db, number, command("make-promise", promise), 2, after(1));
        let message =
            json!({ "purpose": "ask_for_time", "way": "email", "to": MS_RAO, "text": "When may I call you?" });
        act(&db, number, command("record-message", message), 3, after(2));
        type Case = (i64, String, String, String, String, i64, i64, Option<i64>);
        let case: Case = read(&db, |c| {
            c.one(
                sql!("select case_number, account, contact, owner, recovery, severity, is_open, minutes_to_first_voice from bi_cases"),
                &[],
            )
        });
        assert_eq!(
            case,
            (number.0 as i64, "Acme Robotics".into(), "Dana Rao".into(), "Maria".into(), "spotted".into(), 2, 1, None)
        );
        let recognised: String = read(&db, |c| {
            c.one(sql!("select substr(replace(cast(recognised_at as text), ' ', 'T'), 1, 19) from bi_cases"), &[])
        });
        assert_eq!(recognised, "2026-03-02T09:00:00");
        let key: String = read(&db, |c| c.one(sql!("select account_key from bi_promises"), &[]));
        assert_eq!(key, ACME.0.simple().to_string());
        let promise: (String, String, Option<i64>) =
            read(&db, |c| c.one(sql!("select words, state, minutes_late from bi_promises"), &[]));
        assert_eq!(promise, ("the tracking number".into(), "open".into(), None));
        let message: (String, String, String, String) =
            read(&db, |c| c.one(sql!("select direction, way, purpose, person from bi_messages"), &[]));
        assert_eq!(message, ("out".into(), "email".into(), "ask_for_time".into(), "Maria".into()));
        let running: i64 = read(&db, |c| c.one(sql!("select cast(sum(is_running) as bigint) from bi_clocks"), &[]));
        assert!(running >= 2);
        let (events, hash): (i64, String) =
            read(&db, |c| c.one(sql!("select count(*), min(hash) from bi_events"), &[]));
        assert!(events >= 3 && hash.len() == 64);
    });
}

#[test]
fn views_are_made_again_when_their_text_changed_and_only_then() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open();
        write(&db, |tx| Ok(tx.put(sql!("drop view bi_events"), &[])?));
        db.close();
        let db = fresh.open();
        assert!(columns(&db, "bi_events").is_empty(), "the same text: nothing is made");
        write(&db, |tx| Ok(tx.put(sql!("update views set sha256 = 'of an older program'"), &[])?));
        db.close();
        let db = fresh.open();
        assert_eq!(columns(&db, "bi_events").len(), 8);
        db.close();
    }
}
