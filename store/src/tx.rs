//! The verbs of a statement: `all`, `maybe`, `one` read; `put`, `hit` and `hit_each` write.

use crate::{dialect::Engine, fault::Fault, pipeline::Pipeline, row::Record, sqlite, value::Value};
use std::{cell::Cell, ops::Deref};

/// No list is longer; whoever needs more reads page by page, by key.
pub const MAX_ROWS: usize = 200_000;

/// Marks a statement, so that one test finds all of them in the source and prepares each on both engines.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $text
    };
    // Full-text search has no common words; such a pair of statements is chosen by `Conn::engine`.
    (sqlite $text:literal) => {
        $text
    };
    (postgres $text:literal) => {
        $text
    };
}

/// What may be asked without changing anything.
pub struct Conn<'c> {
    wire: Wire<'c>,
    failed: Cell<bool>,
}

pub(crate) enum Wire<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c Pipeline<'c>),
}

impl<'c> Conn<'c> {
    /// Every row, at most [`MAX_ROWS`].
    pub fn all<T: Record>(&self, sql: &'static str, params: &[Value<'_>]) -> Result<Vec<T>, Fault> {
        self.watched(|| match &self.wire {
            Wire::Sqlite(conn) => sqlite::all(conn, sql, params),
            Wire::Postgres(line) => line.all(sql, params),
        })
    }

    /// The first row, if there is one.
    pub fn maybe<T: Record>(&self, sql: &'static str, params: &[Value<'_>]) -> Result<Option<T>, Fault> {
        self.watched(|| match &self.wire {
            Wire::Sqlite(conn) => sqlite::first(conn, sql, params),
            Wire::Postgres(line) => Ok(line.all(sql, params)?.into_iter().next()),
        })
    }

    /// The first row; that there is none is a fault.
    pub fn one<T: Record>(&self, sql: &'static str, params: &[Value<'_>]) -> Result<T, Fault> {
        self.maybe(sql, params)?.ok_or(Fault::NoRow(sql))
    }

    /// Which engine is below: for the one place, search, that needs two texts.
    pub fn engine(&self) -> Engine {
        match &self.wire {
            Wire::Sqlite(_) => Engine::Sqlite,
            Wire::Postgres(_) => Engine::Postgres,
        }
    }

    /// Lets the engine read the statement without running it.
    pub fn prepare(&self, sql: &'static str) -> Result<(), Fault> {
        match &self.wire {
            Wire::Sqlite(conn) => sqlite::prepare(conn, sql),
            Wire::Postgres(line) => line.prepare(sql),
        }
    }

    /// Whether a statement has failed. PostgreSQL then refuses everything until the rollback, so SQLite must as well:
    /// otherwise the same story would end differently on the two.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.get()
    }

    fn watched<T>(&self, statement: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        if self.failed.get() {
            return Err(Fault::WentOn);
        }
        statement().inspect_err(|_| self.failed.set(true))
    }
}

/// One change: everything in it is kept, or nothing.
pub struct Tx<'c>(Conn<'c>);

impl<'c> Deref for Tx<'c> {
    type Target = Conn<'c>;
    fn deref(&self) -> &Conn<'c> {
        &self.0
    }
}

impl<'c> Tx<'c> {
    pub(crate) fn new(wire: Wire<'c>) -> Self {
        Self(Conn { wire, failed: Cell::new(false) })
    }

    /// A write whose outcome is not needed now. PostgreSQL gets it at once and answers later (n writes cost one round
    /// trip); there a failure may show only at the next read or at the end. Use [`Tx::hit`] to understand a failure here.
    pub fn put(&self, sql: &'static str, params: &[Value<'_>]) -> Result<(), Fault> {
        self.watched(|| match &self.wire {
            Wire::Sqlite(conn) => sqlite::hit(conn, sql, params).map(drop),
            Wire::Postgres(line) => line.put(sql, params),
        })
    }

    /// A write whose number of rows matters.
    pub fn hit(&self, sql: &'static str, params: &[Value<'_>]) -> Result<u64, Fault> {
        self.watched(|| match &self.wire {
            Wire::Sqlite(conn) => sqlite::hit(conn, sql, params),
            Wire::Postgres(line) => line.hit(sql, params),
        })
    }

    /// One write for each of these rows, and how many rows each of them touched. SQLite looks the statement up once; PostgreSQL
    /// answers many of them in one round trip.
    pub fn hit_each<'v, const N: usize>(
        &self,
        sql: &'static str,
        rows: impl Iterator<Item = [Value<'v>; N]>,
    ) -> Result<Vec<u64>, Fault> {
        self.watched(|| match &self.wire {
            Wire::Sqlite(conn) => sqlite::hit_each(conn, sql, rows),
            Wire::Postgres(line) => line.hit_each(sql, rows),
        })
    }
}
