//! The lists that people wait for never read a whole table: the engines' own plans say so, with thousands of rows.

use crate::support;
use casework::ids::*;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;
use std::time::Instant;
use store::dialect::Engine;
use store::run::{self, Whose};
use store::{Db, Tx, Value, cases, params, sql};
use support::both;
use support::world::*;
use uuid::Uuid;

const CASES: u128 = 6_000;
const ACCOUNTS: u128 = 1_500;
const PEOPLE: u128 = 40;

/// Rows as commands would leave them, but made in bulk: only their number and spread matter here.
fn fill(db: &Db) {
    write(db, |tx| {
        for n in 0..PEOPLE {
            let colleague =
                person(PersonId(Uuid::from_u128(0xFE00 + n)), &format!("P{n}"), &[casework::kinds::Role::Owner]);
            store::people::add(tx, &colleague, "", &by(10_000 + n))?;
        }
        for n in 0..ACCOUNTS {
            let account =
                store::accounts::Account::named(AccountId(Uuid::from_u128(0xAC_0000 + n)), &format!("Account {n}"));
            store::accounts::add(tx, &account, &by(20_000 + n))?;
        }
        Ok(())
    });
    for portion in 0..(CASES / 1_000) {
        write(db, move |tx| {
            for n in portion * 1_000..(portion + 1) * 1_000 {
                one_case(tx, n)?;
            }
            Ok(())
        });
    }
}

/// About as long as a real state, and like one not to be compressed much.
fn state(n: u128) -> String {
    (0..30_u128).map(|k| hex::encode(Sha256::digest((n * 30 + k).to_be_bytes()))).collect()
}

fn one_case(tx: &Tx, n: u128) -> Result<(), store::Fault> {
    let id = Uuid::from_u128(0xCA_0000_0000 + n * 7_919 % 100_003);
    let (account, owner) = (Uuid::from_u128(0xAC_0000 + n % ACCOUNTS), Uuid::from_u128(0xFE00 + n % PEOPLE));
    let (at, number) = (after(-(n as i64)), 2_000 + n as i64);
    let open = !n.is_multiple_of(10);
    tx.put(
        sql!(
            "insert into cases (id, number, account_id, contact_id, owner_id, title, kind, origin, severity, recovery, prevention, open, recognised_at, opened_at, changed_at, version, tail, state)
             values (?1, ?2, ?3, null, ?4, 'Late', 'delay', 'customer_reported', ?5, ?6, 'not_started', ?7, ?8, ?8, ?8, 1, ?9, ?10)"
        ),
        &params![id, number, account, owner, (n % 3) as i64, if open { "spotted" } else { "closed" }, open, at, &[0_u8; 32], state(n)],
    )?;
    let blocks = ["contacts", "promises", "updates"];
    for (k, block) in blocks.iter().enumerate().take(if open { 3 } else { 0 }) {
        tx.put(
            sql!(
                "insert into clocks (case_id, kind, about, starts, block, owed_by, account_id, severity, due, warn_at, met_at, next_at, next_rung)
                 values (?1, 'c05_silence', ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7, null, ?7, 0)"
            ),
            &params![id, Uuid::from_u128(k as u128), at, *block, owner, account, after(n as i64 % 5_000)],
        )?;
        tx.put(
            sql!(
                "insert into promises (id, case_id, account_id, what, words, contact_id, person_id, made_at, due, state)
                 values (?1, ?2, ?3, 'thing', 'x', ?4, ?5, ?6, ?7, ?8)"
            ),
            &params![
                Uuid::from_u128(0xBB_0000_0000 + n * 10 + k as u128),
                id,
                account,
                Uuid::from_u128(0xC0),
                owner,
                at,
                after(n as i64),
                ["open", "kept", "kept"][k]
            ],
        )?;
    }
    Ok(())
}

/// Every statement of a source file that has these words in it.
fn statements(file: &str, needle: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let source = fs::read_to_string(path).expect("readable");
    let found: Vec<String> = source
        .split("sql!(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"').map(|(text, _)| text.to_owned()))
        .filter(|text| text.contains(needle))
        .collect();
    assert!(!found.is_empty(), "{file} has no statement with {needle}");
    found
}

fn plan(db: &Db, statement: &str, values: Vec<Value<'static>>) -> Vec<String> {
    let sqlite: &'static str = Box::leak(format!("explain query plan {statement}").into_boxed_str());
    let postgres: &'static str = Box::leak(format!("explain {statement}").into_boxed_str());
    read(db, move |c| match c.engine() {
        Engine::Sqlite => {
            let rows: Vec<(i64, i64, i64, String)> = c.all(sqlite, &values)?;
            Ok(rows.into_iter().map(|r| r.3).collect())
        }
        Engine::Postgres => c.all(postgres, &values),
    })
}

/// No table that grows is read from end to end, and nothing is sorted that an index could have given in order.
fn assert_keyed(db: &Db, file: &str, needle: &str, values: &[Value<'static>]) {
    for statement in statements(file, needle) {
        let plan = plan(db, &statement, values.to_vec());
        let reads_all = |line: &String| {
            let of_a_table = ["k", "c", "p", "o", "a", "t", "clocks", "cases", "promises"];
            let is_part = |t: &str| plan.iter().any(|l| *l == format!("CO-ROUTINE {t}"));
            let scan = of_a_table.iter().any(|t| *line == format!("SCAN {t}") && !is_part(t));
            // Few kinds of state and only two of open: such an index alone reads half of the table, once per line.
            let broad = line.starts_with("SEARCH o ") && !line.contains("promises_by_case")
                || line.contains("(open=?)") && !needle.contains("(?1 = -1");
            scan || broad || ["cases", "clocks", "promises"].iter().any(|t| line.contains(&format!("Seq Scan on {t} ")))
        };
        assert!(!plan.iter().any(reads_all), "{file}: {needle}\n{}", plan.join("\n"));
    }
}

fn all_keyed(db: &Db) {
    let someone = || Value::from(Uuid::from_u128(0xFE03));
    let account = || Value::from(Uuid::from_u128(0xAC_0007));
    let (nil, any, none) = (|| Value::from(Uuid::nil()), || Value::from(-1), || Value::from(""));
    let early = || Value::from(after(-1_000_000));
    assert_keyed(
        db,
        "run.rs",
        "from clocks where owed_by = ?1 and block = ?2 and met_at is null order",
        &[someone(), "contacts".into(), 100.into()],
    );
    assert_keyed(
        db,
        "run.rs",
        "from clocks where block = ?1 and met_at is null order",
        &["contacts".into(), 25.into()],
    );
    assert_keyed(
        db,
        "run.rs",
        "select 1 from clocks where owed_by = ?1 and block = ?2",
        &[someone(), "updates".into(), 1_001.into()],
    );
    assert_keyed(
        db,
        "run.rs",
        "select 1 from clocks where owed_by = ?1 and block in",
        &[someone(), after(0).into(), after(600).into(), nil(), 1_001.into()],
    );
    assert_keyed(db, "run.rs", "select 1 from clocks where block", &["our_decision".into(), 1_001.into()]);
    assert_keyed(db, "run.rs", "next_at <= ?1", &[after(10).into(), 100.into()]);
    let open = |state: &'static str, account: Value<'static>, owner: Value<'static>| {
        [any(), state.into(), account, owner, any(), early(), nil(), 50.into(), nil()]
    };
    assert_keyed(db, "cases.rs", "c.open = 1 and c.account_id = ?3", &open("", account(), nil()));
    assert_keyed(db, "cases.rs", "c.open = 1 and c.owner_id = ?4", &open("", nil(), someone()));
    assert_keyed(db, "cases.rs", "c.open = 1 and c.recovery = ?2", &open("solved", nil(), nil()));
    assert_keyed(db, "cases.rs", "c.open = 1 and (?1 = -1", &open("", nil(), nil()));
    let closed = |account: Value<'static>| {
        [any(), none(), account, nil(), after(10).into(), Value::from(Uuid::max()), 50.into(), nil()]
    };
    assert_keyed(db, "cases.rs", "c.open = 0 and c.account_id = ?3", &closed(account()));
    assert_keyed(db, "cases.rs", "c.open = 0 and (?1 = -1", &closed(nil()));
    assert_keyed(
        db,
        "cases.rs",
        "where c.account_id = ?1 and (c.recognised_at, c.id) <",
        &[account(), after(10).into(), Uuid::max().into(), 20.into()],
    );
    assert_keyed(db, "cases.rs", "where number = ?1", &[2_001.into()]);
    // A recount of a hundred thousand cases once read and sorted all of them for every hundred.
    assert_keyed(db, "recounts.rs", "from cases where id > ?1", &[nil(), 100.into()]);
    assert_keyed(db, "recounts.rs", "from cases where account_id = ?1 and id > ?2", &[account(), nil(), 100.into()]);
    let ledger = || vec![Value::from("open"), early(), nil(), 50.into()];
    assert_keyed(db, "promises.rs", "where p.state = ?1", &ledger());
    for (needle, who) in [("p.account_id = ?5", account()), ("p.person_id = ?5", someone())] {
        assert_keyed(db, "promises.rs", needle, &[ledger(), vec![who]].concat());
    }
    assert_keyed(db, "accounts.rs", "(a.name_key, a.id) > (?1, ?2)", &["acc".into(), nil(), 50.into()]);
    assert_keyed(db, "accounts.rs", "a.name_key >= ?1", &["acc".into(), "acd".into(), 50.into()]);
}

/// Every *Run to it* once read the clocks of all cases, 30 ms among a hundred thousand, to count the mails that came back.
fn mail_keyed(db: &Db) {
    assert_keyed(db, "mails.rs", "from clocks k where k.case_id = m.case_id", &[3.into(), 200.into()]);
}

/// Every mail that came in once read all signals of its kind: 400 mails a second, and fewer with each day.
fn threads_keyed(db: &Db) {
    for statement in statements("signals.rs", "m.thread_id = ?2") {
        let plan = plan(db, &statement, vec!["mail".into(), Value::from(Uuid::nil())]);
        assert!(plan.iter().any(|line| line.contains("signals_by_message")), "{}", plan.join("\n"));
    }
}

#[test]
fn lists_of_a_large_firm_are_read_by_index() {
    both(|db| {
        build(&db);
        fill(&db);
        // SQLite is never analyzed in the field; PostgreSQL does it by itself.
        if read(&db, |c| Ok(c.engine())) == Engine::Sqlite {
            all_keyed(&db);
            mail_keyed(&db);
            threads_keyed(&db);
        }
        write(&db, |tx| Ok(tx.put(sql!("analyze"), &[])?));
        all_keyed(&db);
        mail_keyed(&db);
        let begun = Instant::now();
        for _ in 0..20 {
            let mine = Whose::Mine(PersonId(Uuid::from_u128(0xFE03)));
            assert_eq!(read(&db, move |c| run::run_to_it(c, mine, after(100))).len(), 7);
            read(&db, |c| cases::list(c, &cases::Filter::default(), None, 50));
        }
        println!("Run to it and a list: {:?}", begun.elapsed() / 20);
    });
}
