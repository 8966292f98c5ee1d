//! What the files of a case hold. What they are called, whose they are and who sees them stands in the case itself.
use crate::{Conn, Fault, Tx, params, sql};
use casework::ids::{CaseId, FileId};
use jiff::Timestamp;

/// Keeps a file beside its case; the same file again changes nothing.
pub fn keep(tx: &Tx, id: FileId, case: CaseId, content: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into case_files (id, case_id, made_at, content) values (?1, ?2, ?3, ?4) on conflict (id) do nothing"
        ),
        &params![id, case, now, content],
    )
}

/// A file of this case as it was sent.
pub fn content(conn: &Conn, case: CaseId, id: FileId) -> Result<Option<Vec<u8>>, Fault> {
    conn.maybe(sql!("select content from case_files where case_id = ?1 and id = ?2"), &params![case, id])
}
