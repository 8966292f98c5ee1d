//! The one writer of SQLite: it commits in groups, and rests when nobody asks.

use super::{QUIET, Use, connect, give_back, run, waited_for};
use crate::{
    fault::Fault,
    lane::{Ask, Job, Verdict},
    shifts::{Then, in_shifts},
    tx::{Tx, Wire},
};
use crossbeam_channel::{Receiver, RecvTimeoutError};
use rusqlite::Connection;
use std::{
    fs::File,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// At most so many changes share one commit, so that one that undoes the group cannot harm many.
const GROUP: usize = 256;
/// And no change waits longer than this for the others of its group.
const GROUP_TIME: Duration = Duration::from_millis(20);
/// So long a group waits for as many as its predecessor had, who have just been answered and will ask again: an `fsync` takes longer.
/// One who works alone waits for nobody.
const COMPANY: Duration = Duration::from_millis(1);
/// A writer that worked so long in all rests in the next quiet time. A look at the outbox takes a hundredth of it.
const MUCH: Duration = Duration::from_millis(100);
const NOT_FOLDED: &str = "the write-ahead log could not be folded into the database; it will be at the next start";

/// The only one that writes, in shifts: after much work and a quiet second it closes its connection and ends its thread, and opens another
/// when somebody asks. Only so is what the work needed given back to the system.
pub(crate) struct Writer {
    pub file: PathBuf,
    pub asks: Receiver<Ask>,
    /// Held until the last change is in the file.
    pub lock: File,
}

/// One shift of the writer. Everything queued meanwhile shares one commit, hence one `fsync`.
struct Shift<'w> {
    conn: Connection,
    asks: &'w Receiver<Ask>,
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
    pub fn serve(self, conn: Connection) {
        let opened = Mutex::new(Some(conn));
        in_shifts("sqlite-write", || {
            let opened = opened.lock().unwrap_or_else(PoisonError::into_inner).take();
            let (conn, first) = match opened.map(|conn| (conn, None)).or_else(|| self.called()) {
                Some(begun) => begun,
                None => return Then::End,
            };
            Shift { conn, asks: &self.asks }.serve(first)
        });
        drop(self.lock);
    }

    /// Waits without a connection, and opens one for the first who asks, or for the end.
    fn called(&self) -> Option<(Connection, Option<Ask>)> {
        loop {
            let ask = self.asks.recv().unwrap_or(Ask::Stop);
            match (connect(&self.file, Use::Write), ask) {
                (Ok(conn), ask) => return Some((conn, Some(ask))),
                (Err(fault), Ask::Job(job)) => job.settle(Err(fault)),
                (Err(fault), Ask::Stop) => {
                    tracing::warn!(error = %fault, "{NOT_FOLDED}");
                    return None;
                }
            }
        }
    }
}

impl Shift<'_> {
    fn serve(self, first: Option<Ask>) -> Then {
        let (mut company, mut worked) = (1, Duration::ZERO);
        let mut next = first.or_else(|| waited_for(self.asks, &self.conn));
        while let Some(Ask::Job(job)) = next {
            let begun = Instant::now();
            let Some(size) = self.group(job, company) else { break };
            company = size;
            worked += begun.elapsed();
            next = match self.asks.recv_timeout(QUIET) {
                Err(RecvTimeoutError::Timeout) if worked >= MUCH => return Then::Rest,
                Err(RecvTimeoutError::Timeout) => {
                    give_back(&self.conn);
                    self.asks.recv().ok()
                }
                asked => asked.ok(),
            };
        }
        if let Err(e) = self.conn.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())) {
            tracing::warn!(error = %e, "{NOT_FOLDED}");
        }
        Then::End
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
