//! What was imported when, and how the columns of each kind of file were read the last time.

use crate::{Conn, Fault, Tx, params, record, sql};
use jiff::Timestamp;
use uuid::Uuid;

/// The longest list of imports.
pub const PAGE: usize = 100;

/// The remembered map of files with these headers, as JSON.
pub fn map_of(conn: &Conn, fingerprint: &str) -> Result<Option<String>, Fault> {
    conn.maybe(sql!("select body from import_maps where fingerprint = ?1"), &params![fingerprint])
}

/// Remembers a map for the next file with the same headers.
pub fn keep_map(tx: &Tx, fingerprint: &str, body: &str, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into import_maps (fingerprint, body, changed_at) values (?1, ?2, ?3)
             on conflict (fingerprint) do update set body = excluded.body, changed_at = excluded.changed_at"
        ),
        &params![fingerprint, body, now],
    )
}

/// Notes that an import began.
pub fn begin(tx: &Tx, id: Uuid, kind: &str, source: &str, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("insert into imports (id, kind, source, started_at) values (?1, ?2, ?3, ?4) on conflict (id) do nothing"),
        &params![id, kind, source, now],
    )
}

/// Notes how it ended. One without an end was stopped; the same file again goes on where it was.
pub fn finish(tx: &Tx, id: Uuid, report: &str, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update imports set ended_at = ?2, report = ?3 where id = ?1"), &params![id, now, report])
}

/// What an import that ended came to, as JSON.
///
/// # Errors
/// Faults of the database.
pub fn report_of(conn: &Conn, id: Uuid) -> Result<Option<String>, Fault> {
    conn.maybe(
        sql!("select report from imports where id = ?1 and ended_at is not null and report is not null"),
        &params![id],
    )
}

record! {
    /// One import.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Import {
        pub id: Uuid,
        pub kind: String,
        pub source: String,
        pub started_at: Timestamp,
        pub ended_at: Option<Timestamp>,
        pub report: Option<String>,
    }
}

/// When the last import of a kind ended: up to then its data are known.
pub fn last_ended(conn: &Conn, kind: &str) -> Result<Option<Timestamp>, Fault> {
    conn.one(sql!("select max(ended_at) from imports where kind = ?1"), &params![kind])
}

/// The latest imports.
pub fn latest(conn: &Conn, size: usize) -> Result<Vec<Import>, Fault> {
    conn.all(
        sql!("select id, kind, source, started_at, ended_at, report from imports order by started_at desc, id desc limit ?1"),
        &params![size.min(PAGE) as i64],
    )
}
