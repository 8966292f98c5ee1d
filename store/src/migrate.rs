//! Brings a database to this program's schema: numbered steps, each once, each in one transaction, forward only.

use crate::{
    bi,
    dialect::{self, Engine},
    fault::Fault,
    pipeline::{self, Link},
    postgres, sqlite,
};
use jiff::Timestamp;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use std::{fs, path::Path, thread, time::Duration};
use tokio_postgres::error::SqlState;

/// One file of `store/migrations/`. Its name starts with its number, `0001_`. Numbers may have gaps: several people who each add a
/// step take numbers far apart, and whichever comes first runs first.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub name: &'static str,
    pub text: &'static str,
}

impl Step {
    /// The number in its name, under which the database remembers it.
    pub fn number(&self) -> i64 {
        self.name.split('_').next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
    }
}

macro_rules! steps {
    ($($name:literal),* $(,)?) => {
        &[$(Step { name: $name, text: include_str!(concat!("../migrations/", $name, ".sql")) }),*]
    };
}

/// Every step, in order of its number, one a line: a step that has run anywhere must never change.
#[rustfmt::skip]
pub const STEPS: &[Step] = steps![
    "0001_firm",
    "0002_cases",
    "0003_intake",
    "0020_stock",
    "0021_emergency",
    "0030_case_looks",
    "0031_sales_contacts",
    "0040_first_to_tell",
    "0041_insights",
    "0042_hindsight",
    "0043_hindsight_orders",
    "0050_presence",
    "0051_looks",
    "0052_drafts",
    "0053_teams",
    "0070_language",
    "0071_recounts",
    "0080_signals_with_a_case",
    "0090_customer_links",
    "0092_record_key",
    "0093_files_and_fresh_links",
    "0094_delivery_links",
    "0095_calendars",
    "0104_mailboxes",
    "0105_mail_waits",
    "0106_mails_out",
    "0107_mails_by_mailbox",
    "0108_checks_without_lists",
    "0109_notice_ways",
    "0110_hooks",
    "0111_mail_threads",
    "0118_mail_storms",
    "0120_sealed_hooks",
    "0121_mail_pace",
    "0122_browsers",
    "0130_review_rules",
    "0140_line_facts",
    "0155_said_before",
    "0160_lines_by_item",
    "0165_sent_reports",
    "0170_memory",
    "0171_mediation",
    "0175_how_sure",
    "0176_touches",
    "0177_hooks_in",
    "0178_boundaries",
    "0180_supplier_links",
    "0181_grew",
    "0182_old_secrets",
    "0185_playbooks",
    "0186_start_minutes",
];

/// How the views are called when they cannot be made.
const VIEWS: Step = Step { name: "the views of bi.sql", text: "" };

const TABLE: &str = "create table if not exists migrations (n {int} not null primary key, sha256 {text} not null, at {int} not null) {strict};";

/// Two servers of one database take turns by this lock; the number spells "makegood".
const LOCK: i64 = 0x6d61_6b65_676f_6f64;
/// How long a server waits for another one that migrates: 5 minutes, as a large table may need that.
const PATIENCE: u32 = 1500;
const PAUSE: Duration = Duration::from_millis(200);
/// A change of a table queues behind the longest reader and everybody queues behind it (F12); so it gives up after
/// 2 s, lets the others through and comes again, at most 30 times.
const LOCK_TRIES: u32 = 30;

fn digest(step: &Step) -> String {
    // A checkout with Windows line ends is the same step.
    hex::encode(Sha256::digest(step.text.replace("\r\n", "\n")))
}

/// Which steps are still to run. `done` is what the database says: number and digest, in order.
fn pending<'s>(steps: &'s [Step], done: &[(i64, String)]) -> Result<Vec<&'s Step>, Fault> {
    let known = steps.last().map_or(0, Step::number);
    for (n, sha256) in done {
        match steps.iter().find(|step| step.number() == *n) {
            None => return Err(Fault::NewerSchema { found: *n, known }),
            Some(step) if *sha256 != digest(step) => return Err(Fault::ChangedMigration(step.name.to_owned())),
            Some(_) => {}
        }
    }
    Ok(steps.iter().filter(|step| done.iter().all(|(n, _)| *n != step.number())).collect())
}

/// Migrates a SQLite file that this process has locked. An existing database is copied first, to `<file>.before-NNNN`.
pub(crate) fn on_sqlite(conn: &Connection, file: &Path, steps: &[Step], now: Timestamp) -> Result<(), Fault> {
    let fault = |e| Fault::engine(e, "migrating");
    conn.execute_batch(&dialect::migration(Engine::Sqlite, TABLE)).map_err(fault)?;
    let done = sqlite::all::<(i64, String)>(conn, "select n, sha256 from migrations order by n", &[])?;
    let pending = pending(steps, &done)?;
    if let (false, Some(next)) = (done.is_empty(), pending.first()) {
        copy(conn, file, next.number())?;
        // A table cannot be changed under a view that looks at it.
        conn.execute_batch(&bi::gone()).map_err(fault)?;
    }
    for step in pending {
        conn.execute_batch("begin immediate").map_err(fault)?;
        let run = conn.execute_batch(&dialect::migration(Engine::Sqlite, step.text)).and_then(|()| {
            let values = (step.number(), digest(step), now.as_microsecond());
            conn.execute("insert into migrations (n, sha256, at) values (?1, ?2, ?3)", values)?;
            conn.execute_batch("commit")
        });
        if let Err(e) = run {
            // Some failures have rolled back already; then there is nothing to roll back.
            drop(conn.execute_batch("rollback"));
            return Err(Fault::engine(e, step.name));
        }
        tracing::info!(step = step.name, "migrated");
    }
    if has_cases(steps) {
        conn.execute_batch(&dialect::migration(Engine::Sqlite, bi::TABLE)).map_err(fault)?;
        let there = sqlite::all::<String>(conn, "select sha256 from views", &[])?;
        if there != [bi::digest(Engine::Sqlite)] {
            conn.execute_batch(&format!("begin immediate; {}; commit", bi::made(Engine::Sqlite))).map_err(fault)?;
        }
    }
    Ok(())
}

/// Views look at the program's own tables; a test's migrations have none of them.
fn has_cases(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.name == "0003_intake")
}

/// A copy under its final name is always whole: it is written beside and renamed.
fn copy(conn: &Connection, file: &Path, next: i64) -> Result<(), Fault> {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".before-{next:04}"));
    let mut part = name.clone();
    part.push(".part");
    let cannot = |e: std::io::Error| Fault::engine(e, "copying the database before migrating it");
    if fs::exists(&part).map_err(cannot)? {
        fs::remove_file(&part).map_err(cannot)?;
    }
    conn.execute("vacuum into ?1", [part.to_string_lossy()])
        .map_err(|e| Fault::engine(e, "copying the database before migrating it"))?;
    fs::rename(&part, &name).map_err(cannot)
}

/// Migrates a PostgreSQL database. Several servers may call this at the same moment.
pub(crate) fn on_postgres(url: &str, steps: &[Step], now: Timestamp) -> Result<(), Fault> {
    let link = postgres::connect(url)?;
    run(&link, "set statement_timeout = 0")?;
    // Polling, because a waiting `pg_advisory_lock` is a transaction that `create index concurrently` waits for (F11).
    let mut waited = 0;
    while !ask::<bool>(&link, &format!("select pg_try_advisory_lock({LOCK})"))?.contains(&true) {
        waited += 1;
        if waited > PATIENCE {
            return Err(Fault::Busy);
        }
        thread::sleep(PAUSE);
    }
    run(&link, &dialect::migration(Engine::Postgres, TABLE))?;
    let numbers = ask::<i64>(&link, "select n from migrations order by n")?;
    let digests = ask::<String>(&link, "select sha256 from migrations order by n")?;
    let done: Vec<_> = numbers.into_iter().zip(digests).collect();
    let pending = pending(steps, &done)?;
    if !done.is_empty() && !pending.is_empty() {
        step_on_postgres(&link, &VIEWS, &format!("begin; {} commit", bi::gone()))?;
    }
    for step in pending {
        let text = format!(
            "begin; {}\ninsert into migrations (n, sha256, at) values ({}, '{}', {}); commit",
            dialect::migration(Engine::Postgres, step.text),
            step.number(),
            digest(step),
            now.as_microsecond()
        );
        step_on_postgres(&link, step, &text)?;
        tracing::info!(step = step.name, "migrated");
    }
    if has_cases(steps) {
        run(&link, &dialect::migration(Engine::Postgres, bi::TABLE))?;
        if ask::<String>(&link, "select sha256 from views")? != [bi::digest(Engine::Postgres)] {
            step_on_postgres(&link, &VIEWS, &format!("begin; {}; commit", bi::made(Engine::Postgres)))?;
        }
    }
    Ok(())
}

fn step_on_postgres(link: &Link, step: &Step, text: &str) -> Result<(), Fault> {
    let mut tries = 0;
    while let Err(e) = link.runtime.block_on(link.client.batch_execute(text)) {
        run(link, "rollback")?;
        tries += 1;
        if e.code() != Some(&SqlState::LOCK_NOT_AVAILABLE) || tries == LOCK_TRIES {
            return Err(Fault::engine(e, step.name));
        }
        tracing::info!(step = step.name, tries, "waiting for others to let go of a table");
        thread::sleep(PAUSE);
    }
    Ok(())
}

fn run(link: &Link, sql: &str) -> Result<(), Fault> {
    link.runtime.block_on(link.client.batch_execute(sql)).map_err(|e| pipeline::fault(e, sql))
}

fn ask<T>(link: &Link, sql: &str) -> Result<Vec<T>, Fault>
where
    T: for<'r> tokio_postgres::types::FromSql<'r>,
{
    let rows = link.runtime.block_on(link.client.query(sql, &[])).map_err(|e| pipeline::fault(e, sql))?;
    rows.iter().map(|row| row.try_get(0).map_err(|e| pipeline::fault(e, sql))).collect()
}
