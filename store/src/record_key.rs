//! What the records that customers take with them are signed with: one key, made when it is first needed, part of no export.
use crate::{Conn, Fault, Tx, params, sql};
use jiff::Timestamp;

/// What the key grows from.
pub type Seed = [u8; 32];

/// Nothing until the first record was made.
pub fn kept(conn: &Conn) -> Result<Option<Seed>, Fault> {
    conn.maybe(sql!("select seed from record_key where n = 1"), &[])
}

/// Keeps this one unless there is one already, by another server in the same moment, too; gives the one that stands.
pub fn keep(tx: &Tx, fresh: Seed, now: Timestamp) -> Result<Seed, Fault> {
    tx.put(
        sql!("insert into record_key (n, seed, made_at) values (1, ?1, ?2) on conflict (n) do nothing"),
        &params![fresh, now],
    )?;
    tx.one(sql!("select seed from record_key where n = 1"), &[])
}
