//! SQLite: one writer thread that commits in groups, and readers that only read.

use crate::{
    dialect,
    fault::Fault,
    lane::{Ask, Job, Verdict},
    row::{Record, Row, Source},
    tx::{MAX_ROWS, Tx, Wire},
    value::Value,
};
use crossbeam_channel::{Receiver, RecvTimeoutError};
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, ffi, params_from_iter};
use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// At most so many changes share one commit, so that one that undoes the group cannot harm many.
const GROUP: usize = 256;
/// And no change waits longer than this for the others of its group.
const GROUP_TIME: Duration = Duration::from_millis(20);
/// So long a group waits for as many as its predecessor had, who have just been answered and will ask again: an `fsync` takes longer.
/// One who works alone waits for nobody.
const COMPANY: Duration = Duration::from_millis(1);
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

/// The only connection that writes. Everything queued meanwhile shares one commit, hence one `fsync`.
pub(crate) struct Writer {
    pub conn: Connection,
    pub asks: Receiver<Ask>,
    /// Held until the last change is in the file.
    pub lock: File,
}

/// One job of a commit, and what became of it.
struct Turn {
    job: Box<dyn Job>,
    verdict: Verdict,
    end: Result<(), Fault>,
}

/// How the jobs of a group are kept apart. A savepoint copies every page that its job touches, and hardly any job has to be undone
/// after it wrote something: refusals come before. So a group starts without, and goes on with savepoints after the first such job.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    NotYet,
    BySavepoints,
}

impl Writer {
    pub fn serve(self) {
        let mut company = 1;
        while let Some(Ask::Job(first)) = waited_for(&self.asks, &self.conn) {
            let Some(size) = self.group(first, company) else { break };
            company = size;
        }
        if let Err(e) = self.conn.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())) {
            tracing::warn!(error = %e, "the write-ahead log could not be folded into the database; it will be at the next start");
        }
        drop(self.conn);
        drop(self.lock);
    }

    /// Runs jobs until the queue is empty or the group is full, commits, and only then answers. Says how many they
    /// were; nothing after a stop.
    fn group(&self, first: Box<dyn Job>, company: usize) -> Option<usize> {
        let start = Instant::now();
        if let Err(fault) = run(&self.conn, "begin immediate") {
            first.settle(Err(fault));
            return Some(1);
        }
        let mut done: Vec<Turn> = Vec::with_capacity(8);
        let mut apart = Apart::NotYet;
        let mut next = Some(Ask::Job(first));
        while let Some(Ask::Job(job)) = next {
            let before = self.conn.total_changes();
            let turn = self.one(job, apart);
            let is_stained = turn.verdict == Verdict::Undo && self.conn.total_changes() != before;
            if apart == Apart::NotYet && is_stained && !self.conn.is_autocommit() {
                apart = Apart::BySavepoints;
                self.again(&mut done);
            }
            done.push(turn);
            // A full disk or a failing one makes SQLite undo the whole transaction: nobody in it may be told "kept".
            let is_lost = self.conn.is_autocommit();
            let is_full = done.len() >= GROUP || start.elapsed() >= GROUP_TIME;
            next = if is_lost || is_full {
                None
            } else if done.len() < company {
                self.asks.try_recv().ok().or_else(|| self.asks.recv_timeout(COMPANY).ok())
            } else {
                self.asks.try_recv().ok()
            };
        }
        let size = done.len();
        self.commit(done);
        if matches!(next, Some(Ask::Stop)) { None } else { Some(size) }
    }

    fn one(&self, mut job: Box<dyn Job>, apart: Apart) -> Turn {
        let mut verdict = Verdict::Undo;
        let end = match apart {
            Apart::NotYet => {
                verdict = job.attempt(&Tx::new(Wire::Sqlite(&self.conn)));
                Ok(())
            }
            Apart::BySavepoints => self.within_savepoint(&mut *job, &mut verdict),
        };
        Turn { job, verdict, end }
    }

    fn within_savepoint(&self, job: &mut dyn Job, verdict: &mut Verdict) -> Result<(), Fault> {
        run(&self.conn, "savepoint job")?;
        *verdict = job.attempt(&Tx::new(Wire::Sqlite(&self.conn)));
        if self.conn.is_autocommit() {
            return Ok(());
        }
        if *verdict == Verdict::Undo {
            run(&self.conn, "rollback to job")?;
        }
        run(&self.conn, "release job")
    }

    /// A job that has to be undone wrote something: the group begins anew, with those before it that are to be kept.
    fn again(&self, done: &mut Vec<Turn>) {
        self.undo();
        if let Err(fault) = run(&self.conn, "begin immediate") {
            tracing::error!(error = %fault, "a group of changes could not begin anew");
            return;
        }
        *done = std::mem::take(done)
            .into_iter()
            .map(|turn| if turn.verdict == Verdict::Keep { self.one(turn.job, Apart::BySavepoints) } else { turn })
            .collect();
    }

    fn commit(&self, mut done: Vec<Turn>) {
        if self.conn.is_autocommit() {
            // The last one met the failure and says which; what the others wrote, or were refused for, is gone with it.
            let last = done.pop();
            done.into_iter().for_each(|turn| turn.job.settle(Err(Fault::Undone)));
            last.into_iter().for_each(|turn| turn.job.settle(turn.end));
            return;
        }
        // A savepoint that could not be rolled back leaves rows nobody may keep.
        let is_torn = done.iter().any(|turn| turn.end.is_err());
        let end = if is_torn { Err(Fault::Undone) } else { run(&self.conn, "commit") };
        if let Err(fault) = &end {
            tracing::error!(error = %fault, changes = done.len(), "a group of changes could not be saved");
            self.undo();
        }
        for turn in done {
            turn.job.settle(end.as_ref().map(drop).map_err(|fault| match fault {
                Fault::Full => Fault::Full,
                Fault::Busy => Fault::Busy,
                _ => Fault::Undone,
            }));
        }
    }

    fn undo(&self) {
        if !self.conn.is_autocommit()
            && let Err(e) = run(&self.conn, "rollback")
        {
            tracing::error!(error = %e, "a rollback failed");
        }
    }
}

/// The next that is asked of this connection, or nothing at the end. When nobody asks for a while it gives back its cache once: what a busy
/// hour needed is no use to an idle program.
fn waited_for(asks: &Receiver<Ask>, conn: &Connection) -> Option<Ask> {
    match asks.recv_timeout(QUIET) {
        Err(RecvTimeoutError::Timeout) => {
            // First the statements: they lie between the pages and would keep the allocator from giving those back to the system.
            conn.flush_prepared_statement_cache();
            if let Err(e) = conn.execute_batch("pragma shrink_memory") {
                tracing::debug!(error = %e, "the cache could not be given back");
            }
            asks.recv().ok()
        }
        Ok(ask) => Some(ask),
        Err(RecvTimeoutError::Disconnected) => None,
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
