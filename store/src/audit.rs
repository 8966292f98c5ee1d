//! The log beside the settings: who changed what about people, accounts, calendars and policy, with before and after.
use crate::columns::to_json;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::{PersonId, RequestId};
use casework::refusal::Refusal;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// Rows of the log read at once.
pub const LOG_AT_MOST: i64 = 200;

/// Who changes a setting, by which request, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Nobody when the program itself does it: at the first run, by an import.
    pub person: Option<PersonId>,
    pub request: RequestId,
    pub now: Timestamp,
}

/// What comes back when a setting was not kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// The person can do something about it.
    #[error("refused: {}", .0.code)]
    Refused(Refusal),
    #[error(transparent)]
    Fault(#[from] Fault),
}
impl From<Refusal> for NotKept {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

record! {
    /// One line of the log.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Entry {
        pub id: Uuid,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        /// What was done: `person-added`, `account-changed`.
        pub what: String,
        /// The id or name of what it was done to.
        pub subject: String,
        /// As JSON; nothing when it is new.
        pub before: Option<String>,
        pub after: Option<String>,
    }
}

/// Keeps one line. The same request about the same subject keeps it once.
pub fn note<B: Serialize, A: Serialize>(
    tx: &Tx,
    by: &By,
    what: &str,
    subject: &str,
    before: Option<&B>,
    after: Option<&A>,
) -> Result<(), Fault> {
    let id = Uuid::new_v5(&by.request.0, format!("{what} {subject}").as_bytes());
    tx.put(
        sql!("insert into audit (id, at, person_id, what, subject, before, after) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (id) do nothing"),
        &params![id, by.now, by.person, what, subject, before.map(to_json).transpose()?, after.map(to_json).transpose()?],
    )
}

/// Where a page of the log goes on: the last row seen.
pub type After = (Timestamp, Uuid);

/// Newest first, at most `limit` and never more than [`LOG_AT_MOST`].
pub fn list(conn: &Conn, after: Option<After>, limit: i64) -> Result<Vec<Entry>, Fault> {
    let (at, id) = after.unwrap_or((Timestamp::MAX, Uuid::max()));
    conn.all(
        sql!("select id, at, person_id, what, subject, before, after from audit where (at, id) < (?1, ?2) order by at desc, id desc limit ?3"),
        &params![at, id, limit.clamp(1, LOG_AT_MOST)],
    )
}

/// The lines about one subject, newest first.
pub fn about(conn: &Conn, subject: &str, limit: i64) -> Result<Vec<Entry>, Fault> {
    conn.all(
        sql!("select id, at, person_id, what, subject, before, after from audit where subject = ?1 order by at desc, id desc limit ?2"),
        &params![subject, limit.clamp(1, LOG_AT_MOST)],
    )
}
