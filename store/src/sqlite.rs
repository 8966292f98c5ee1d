//! SQLite: one writer thread that commits in groups, and readers that only read.

use crate::{
    dialect,
    fault::Fault,
    lane::Ask,
    row::{Record, Row, Source},
    tx::{MAX_ROWS, Tx, Wire},
    value::Value,
};
use crossbeam_channel::{Receiver, RecvTimeoutError};
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, ffi, params_from_iter};
use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    time::Duration,
};

mod writer;

pub(crate) use writer::Writer;

/// A connection that nobody asks for so long gives back its cache. Shorter than the pause between two looks at the outbox, which alone
/// would keep the writer from ever being quiet.
const QUIET: Duration = Duration::from_secs(1);

/// The cache is 8 MB per connection: with three connections the idle program stays far below 60 MB. Savepoints keep their
/// undo pages in memory: a file for them would be a write for each page that a change touches.
const PRAGMAS: &str =
    "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=5000;
    pragma cache_size=-8000; pragma journal_size_limit=67108864; pragma secure_delete=on; pragma trusted_schema=off;
    pragma temp_store=memory;";

/// The writer holds the pages of a whole group, and folds its log into the file every 128 MB: an index page that thousands of
/// changes touch is then written back once. After a crash that much log is read through before the first page, well under a second.
const WRITER_PRAGMAS: &str = "pragma cache_size=-32000; pragma wal_autocheckpoint = 32768";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Write,
    Read,
}

/// Opens one connection and makes sure that it is as durable as we promise.
pub(crate) fn connect(file: &Path, purpose: Use) -> Result<Connection, Fault> {
    let about = file.display().to_string();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags).map_err(|e| Fault::engine(e, &about))?;
    conn.set_prepared_statement_cache_capacity(512);
    conn.execute_batch(PRAGMAS).map_err(|e| Fault::engine(e, &about))?;
    // A plan may not depend on what is bound, or each binding would make SQLite read the statement anew.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|e| Fault::engine(e, &about))?;
    let more = if purpose == Use::Read { "pragma query_only=on" } else { WRITER_PRAGMAS };
    conn.execute_batch(more).map_err(|e| Fault::engine(e, &about))?;
    Ok(conn)
}

/// SQLite up to 3.51.2 can lose committed changes in WAL mode with two connections, and 3.52.0 was withdrawn (F1).
pub fn check_version(number: i32) -> Result<(), Fault> {
    if number >= 3_051_003 && number != 3_052_000 {
        return Ok(());
    }
    Err(Fault::OldSqlite(format!("{}.{}.{}", number / 1_000_000, number / 1000 % 1000, number % 1000)))
}

/// Makes the folder of the database if there is none; only its owner may look into it.
pub(crate) fn make_room(file: &Path) -> Result<(), Fault> {
    let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) else { return Ok(()) };
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|e| Fault::Setup(format!("the data folder {} cannot be made: {e}", folder.display())))
}

/// Takes the file beside the database that only one process may hold. It is let go when the process ends, however it ends.
pub(crate) fn lock(file: &Path) -> Result<File, Fault> {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    let path = PathBuf::from(name);
    let cannot = |e: std::io::Error| Fault::Setup(format!("{} cannot be written: {e}", path.display()));
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(cannot)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(Fault::SecondServer(file.display().to_string())),
        Err(TryLockError::Error(e)) => Err(cannot(e)),
    }
}

pub(crate) fn all<T: Record>(conn: &Connection, sql: &'static str, params: &[Value<'_>]) -> Result<Vec<T>, Fault> {
    let fault = |e| fault(e, sql);
    let mut statement = conn.prepare_cached(&dialect::kept_query(sql)).map_err(fault)?;
    let mut rows = statement.query(params_from_iter(params)).map_err(fault)?;
    let mut out = Vec::new();
    while let Some(row) = rows.next().map_err(fault)? {
        if out.len() == MAX_ROWS {
            return Err(Fault::TooMany(sql));
        }
        out.push(T::read(&Row::new(Source::Sqlite(row)))?);
    }
    Ok(out)
}

/// Stops reading after the first row.
pub(crate) fn first<T: Record>(conn: &Connection, sql: &'static str, params: &[Value<'_>]) -> Result<Option<T>, Fault> {
    let fault = |e| fault(e, sql);
    let mut statement = conn.prepare_cached(&dialect::kept_query(sql)).map_err(fault)?;
    let mut rows = statement.query(params_from_iter(params)).map_err(fault)?;
    let row = rows.next().map_err(fault)?;
    row.map(|row| T::read(&Row::new(Source::Sqlite(row)))).transpose()
}

pub(crate) fn hit(conn: &Connection, sql: &'static str, params: &[Value<'_>]) -> Result<u64, Fault> {
    let mut statement = conn.prepare_cached(&dialect::kept_query(sql)).map_err(|e| fault(e, sql))?;
    let rows = statement.execute(params_from_iter(params)).map_err(|e| fault(e, sql))?;
    Ok(rows as u64)
}

pub(crate) fn hit_each<'v, const N: usize>(
    conn: &Connection,
    sql: &'static str,
    rows: impl Iterator<Item = [Value<'v>; N]>,
) -> Result<Vec<u64>, Fault> {
    let mut statement = conn.prepare_cached(&dialect::kept_query(sql)).map_err(|e| fault(e, sql))?;
    rows.map(|row| statement.execute(params_from_iter(row)).map(|n| n as u64).map_err(|e| fault(e, sql))).collect()
}

pub(crate) fn prepare(conn: &Connection, sql: &'static str) -> Result<(), Fault> {
    conn.prepare(&dialect::kept_query(sql)).map(drop).map_err(|e| fault(e, sql))
}

fn fault(error: rusqlite::Error, sql: &str) -> Fault {
    let rusqlite::Error::SqliteFailure(code, Some(says)) = &error else {
        return Fault::engine(error, sql);
    };
    let what = says.split_once(": ").map_or(says.as_str(), |(_, what)| what).to_owned();
    match code.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Fault::Unique { constraint: constraint(&what) }
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Fault::Foreign(what),
        ffi::SQLITE_CONSTRAINT_TRIGGER => Fault::Forbidden(what),
        _ => match code.code {
            ErrorCode::ConstraintViolation => Fault::Check(what),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fault::Busy,
            ErrorCode::DiskFull => Fault::Full,
            _ => Fault::engine(error, sql),
        },
    }
}

/// `cases.number, cases.kind` becomes `cases(number, kind)`, as PostgreSQL is made to say it.
fn constraint(columns: &str) -> String {
    let Some((table, _)) = columns.split_once('.') else { return columns.to_owned() };
    let prefix = format!("{table}.");
    let names: Vec<_> = columns.split(", ").map(|c| c.strip_prefix(&prefix).unwrap_or(c)).collect();
    format!("{table}({})", names.join(", "))
}

fn run(conn: &Connection, sql: &str) -> Result<(), Fault> {
    conn.prepare_cached(sql).and_then(|mut s| s.execute([])).map(drop).map_err(|e| fault(e, sql))
}

/// The next that is asked of this connection, or nothing at the end. When nobody asks for a while it gives back its cache once: what a busy
/// hour needed is no use to an idle program.
fn waited_for(asks: &Receiver<Ask>, conn: &Connection) -> Option<Ask> {
    match asks.recv_timeout(QUIET) {
        Err(RecvTimeoutError::Timeout) => {
            give_back(conn);
            asks.recv().ok()
        }
        asked => asked.ok(),
    }
}

fn give_back(conn: &Connection) {
    // First the statements: they lie between the pages and would keep the allocator from giving those back to the system.
    conn.flush_prepared_statement_cache();
    if let Err(e) = conn.execute_batch("pragma shrink_memory") {
        tracing::debug!(error = %e, "the cache could not be given back");
    }
}

/// A connection that only reads; each job sees one moment of the database.
pub(crate) struct Reader {
    pub conn: Connection,
    pub asks: Receiver<Ask>,
}

impl Reader {
    pub fn serve(self) {
        while let Some(Ask::Job(mut job)) = waited_for(&self.asks, &self.conn) {
            if let Err(fault) = run(&self.conn, "begin") {
                job.settle(Err(fault));
                continue;
            }
            job.attempt(&Tx::new(Wire::Sqlite(&self.conn)));
            job.settle(Ok(()));
            if let Err(e) = run(&self.conn, "commit").or_else(|_| run(&self.conn, "rollback")) {
                tracing::error!(error = %e, "a read could not be ended");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_that_can_lose_changes_is_refused() {
        for bad in [3_040_001, 3_051_002, 3_052_000] {
            assert!(matches!(check_version(bad), Err(Fault::OldSqlite(_))), "{bad}");
        }
        assert!(check_version(3_051_003).is_ok() && check_version(3_054_001).is_ok());
        assert!(check_version(rusqlite::version_number()).is_ok(), "the bundled one");
    }

    #[test]
    fn a_violated_constraint_is_named_by_table_and_columns() {
        assert_eq!(constraint("cases.number"), "cases(number)");
        assert_eq!(constraint("links.a, links.b"), "links(a, b)");
    }
}
