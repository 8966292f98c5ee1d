//! One transaction on PostgreSQL: writes are sent at once and their answers read together with the next question.

use crate::{
    dialect::{self, Engine},
    fault::Fault,
    row::{Record, Row, Source},
    tx::MAX_ROWS,
    value::Value,
};
use futures_util::FutureExt as _;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    error::Error as _,
    future::Future,
    io,
    pin::{Pin, pin},
    sync::Arc,
};
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Error, Statement, error::SqlState, types::ToSql};

/// A connection with the thread's own runtime, and what it has prepared.
pub(crate) struct Link {
    pub runtime: Runtime,
    pub client: Arc<Client>,
    pub statements: RefCell<HashMap<&'static str, Statement>>,
}

/// Why a transaction may be tried once more: nothing of it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Clash,
    Lost,
}

/// So many answers may be out at once; an import of thousands of rows waits for them in portions.
const UNANSWERED: usize = 512;

type Sent = Pin<Box<dyn Future<Output = Result<u64, Error>>>>;

pub(crate) struct Pipeline<'c> {
    link: &'c Link,
    queue: RefCell<Vec<(&'static str, Sent)>>,
    trouble: Cell<Option<Trouble>>,
}

impl<'c> Pipeline<'c> {
    pub fn new(link: &'c Link) -> Self {
        Self { link, queue: RefCell::default(), trouble: Cell::new(None) }
    }

    pub fn trouble(&self) -> Option<Trouble> {
        self.trouble.get()
    }

    pub fn put(&self, sql: &'static str, params: &[Value<'_>]) -> Result<(), Fault> {
        if self.queue.borrow().len() >= UNANSWERED {
            self.drain()?;
        }
        let statement = self.statement(sql)?;
        match self.sent(&statement, params) {
            (Some(end), _) => end.map(drop).map_err(|e| self.earliest(e, sql)),
            (None, sent) => {
                self.queue.borrow_mut().push((sql, sent));
                Ok(())
            }
        }
    }

    /// Encodes and queues a request, whose answer is for later; what cannot even be encoded is answered at once.
    fn sent(&self, statement: &Statement, params: &[Value<'_>]) -> (Option<Result<u64, Error>>, Sent) {
        let (client, statement) = (Arc::clone(&self.link.client), statement.clone());
        let params: Vec<Value<'static>> = params.iter().cloned().map(Value::into_owned).collect();
        let mut sent: Sent = Box::pin(async move { client.execute_raw(&statement, params).await });
        // The first poll is what encodes and queues it.
        let early = self.link.runtime.block_on(async { sent.as_mut().now_or_never() });
        (early, sent)
    }

    pub fn hit_each<'v, const N: usize>(
        &self,
        sql: &'static str,
        mut rows: impl Iterator<Item = [Value<'v>; N]>,
    ) -> Result<Vec<u64>, Fault> {
        let statement = self.statement(sql)?;
        let mut hits = Vec::new();
        loop {
            self.drain()?;
            let portion: Vec<_> = rows.by_ref().take(UNANSWERED).map(|row| self.sent(&statement, &row)).collect();
            if portion.is_empty() {
                return Ok(hits);
            }
            // Every answer is heard, also behind a failure: one that nobody reads holds up all behind it.
            let mut first = Ok(());
            for (early, sent) in portion {
                match early.unwrap_or_else(|| self.link.runtime.block_on(sent)) {
                    Ok(hit) => hits.push(hit),
                    Err(e) if first.is_ok() => first = Err(self.fault(e, sql)),
                    Err(_) => {}
                }
            }
            first?;
        }
    }

    pub fn hit(&self, sql: &'static str, params: &[Value<'_>]) -> Result<u64, Fault> {
        let statement = self.statement(sql)?;
        self.settle(sql, self.link.client.execute_raw(&statement, params))
    }

    pub fn all<T: Record>(&self, sql: &'static str, params: &[Value<'_>]) -> Result<Vec<T>, Fault> {
        let statement = self.statement(sql)?;
        let params: Vec<_> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        let rows = self.settle(sql, self.link.client.query(&statement, &params))?;
        if rows.len() > MAX_ROWS {
            return Err(Fault::TooMany(sql));
        }
        rows.iter().map(|row| T::read(&Row::new(Source::Postgres(row)))).collect()
    }

    pub fn prepare(&self, sql: &'static str) -> Result<(), Fault> {
        self.statement(sql).map(drop)
    }

    /// Waits for every answer still out. The earliest failure is the cause; those after it only say "aborted".
    pub fn drain(&self) -> Result<(), Fault> {
        let mut first = Ok(());
        for (sql, sent) in self.queue.take() {
            let end = self.link.runtime.block_on(sent).map(drop);
            if first.is_ok() {
                first = end.map_err(|e| self.fault(e, sql));
            }
        }
        first
    }

    /// Sends `last` behind everything unanswered and waits for all of it in one go.
    fn settle<T>(&self, sql: &'static str, last: impl Future<Output = Result<T, Error>>) -> Result<T, Fault> {
        let mut last = pin!(last);
        let early = self.link.runtime.block_on(async { last.as_mut().now_or_never() });
        let before = self.drain();
        let end = early.unwrap_or_else(|| self.link.runtime.block_on(last));
        before?;
        end.map_err(|e| self.fault(e, sql))
    }

    fn statement(&self, sql: &'static str) -> Result<Statement, Fault> {
        if let Some(known) = self.link.statements.borrow().get(sql) {
            return Ok(known.clone());
        }
        // An answer that nobody reads holds up all behind it, the one to this question too: first hear what is still out.
        self.drain()?;
        let text = dialect::query(Engine::Postgres, sql);
        let new = self.link.runtime.block_on(self.link.client.prepare(&text)).map_err(|e| self.earliest(e, sql))?;
        self.link.statements.borrow_mut().insert(sql, new.clone());
        Ok(new)
    }

    fn earliest(&self, error: Error, sql: &str) -> Fault {
        match self.drain() {
            Err(first) => first,
            Ok(()) => self.fault(error, sql),
        }
    }

    fn fault(&self, error: Error, sql: &str) -> Fault {
        let fault = fault(error, sql);
        match fault {
            Fault::Clash => self.trouble.set(Some(Trouble::Clash)),
            Fault::Unknown => self.trouble.set(Some(Trouble::Lost)),
            _ => {}
        }
        fault
    }
}

/// Turns what PostgreSQL said into our words. A broken connection is `Unknown` until the caller knows better.
pub(crate) fn fault(error: Error, sql: &str) -> Fault {
    let Some(db) = error.as_db_error() else {
        let is_gone = error.is_closed() || error.source().is_some_and(|cause| cause.is::<io::Error>());
        return if is_gone { Fault::Unknown } else { Fault::engine(error, sql) };
    };
    let says = db.message().to_owned();
    match *db.code() {
        SqlState::UNIQUE_VIOLATION => Fault::Unique { constraint: unique(db.table(), db.detail(), db.constraint()) },
        SqlState::FOREIGN_KEY_VIOLATION => Fault::Foreign(says),
        SqlState::NOT_NULL_VIOLATION | SqlState::CHECK_VIOLATION => Fault::Check(says),
        SqlState::RAISE_EXCEPTION => Fault::Forbidden(says),
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Fault::Clash,
        SqlState::LOCK_NOT_AVAILABLE | SqlState::QUERY_CANCELED | SqlState::TOO_MANY_CONNECTIONS => Fault::Busy,
        SqlState::DISK_FULL => Fault::Full,
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => Fault::Unknown,
        _ => Fault::engine(error, sql),
    }
}

/// PostgreSQL knows the table and says the columns in its detail, `Key (a, b)=(…) already exists.`, whatever its language.
fn unique(table: Option<&str>, detail: Option<&str>, name: Option<&str>) -> String {
    let columns = detail.and_then(|d| d.split_once('(')).and_then(|(_, d)| d.split_once(")=")).map(|(c, _)| c);
    match (table, columns) {
        (Some(table), Some(columns)) => format!("{table}({columns})"),
        _ => name.unwrap_or("a unique value").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violated_constraint_is_named_by_table_and_columns() {
        let detail = "Schlüssel »(number, kind)=(1, x)« existiert bereits.";
        assert_eq!(unique(Some("cases"), Some(detail), Some("cases_key")), "cases(number, kind)");
        assert_eq!(unique(Some("cases"), None, Some("cases_key")), "cases_key");
    }
}
