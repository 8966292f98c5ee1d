//! Mails of people that lie on a case of which the case itself does not know yet: in the transaction that puts them there, told a moment later.
use crate::{Conn, Fault, Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Mails told in one go.
pub const AT_ONCE: i64 = 50;
/// After so many tries a mail stays where it is and a person must look.
pub const TRIES: i64 = 5;
/// Between two tries.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

record! {
    /// A mail to be told to its case.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Unheard {
        pub message: Uuid,
        pub tries: i64,
    }
}

/// The case will be told of this mail.
pub fn mark(tx: &Tx, message: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("insert into mails_unheard (message_id, tries, due_at) values (?1, 0, ?2) on conflict (message_id) do nothing"),
        &params![message, now],
    )
}

/// Those that are due, the oldest first.
pub fn due(conn: &Conn, now: Timestamp) -> Result<Vec<Unheard>, Fault> {
    conn.all(
        sql!("select message_id, tries from mails_unheard where due_at <= ?1 and tries < ?2 order by due_at, message_id limit ?3"),
        &params![now, TRIES, AT_ONCE],
    )
}

/// The case knows it, or will never hear of it: it was taken away from the case, or the case is closed.
pub fn heard(tx: &Tx, message: Uuid) -> Result<(), Fault> {
    tx.put(sql!("delete from mails_unheard where message_id = ?1"), &params![message])
}

/// It did not work; it is tried again after a while.
pub fn failed(tx: &Tx, message: Uuid, now: Timestamp) -> Result<(), Fault> {
    let due = now.saturating_add(PAUSE).unwrap_or(now);
    tx.put(
        sql!("update mails_unheard set tries = tries + 1, due_at = ?2 where message_id = ?1"),
        &params![message, due],
    )
}
