//! Every mail as it arrived, byte for byte, once; kept before anything is understood.

use crate::{Conn, Fault, Tx, params, sql};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// What tells a mail from all others.
pub fn digest(raw: &[u8]) -> [u8; 32] {
    Sha256::digest(raw).into()
}

/// Whether this very mail is here.
pub fn knows(conn: &Conn, digest: &[u8; 32]) -> Result<bool, Fault> {
    let found: Option<Uuid> = conn.maybe(sql!("select id from inbox where sha256 = ?1"), &params![digest])?;
    Ok(found.is_some())
}

/// Keeps a mail; false when it is here already.
pub fn keep(tx: &Tx, id: Uuid, digest: &[u8; 32], raw: &[u8], source: &str, now: Timestamp) -> Result<bool, Fault> {
    let kept = tx.hit(
        sql!(
            "insert into inbox (id, sha256, raw, source, received_at) values (?1, ?2, ?3, ?4, ?5) on conflict (sha256) do nothing"
        ),
        &params![id, digest, raw, source, now],
    )?;
    Ok(kept == 1)
}

/// The bytes of a mail.
pub fn raw(conn: &Conn, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
    conn.maybe(sql!("select raw from inbox where id = ?1"), &params![id])
}
