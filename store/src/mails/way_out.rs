//! Mail by the mailbox that it leaves by: taken in portions that one line can carry, given back when it was not tried.
use super::{Due, Recipient, TAKEN_AT_MOST, lease, recipients};
use crate::{Conn, Fault, Tx, params, sql};
use casework::ids::*;
use jiff::Timestamp;
use uuid::Uuid;

/// A mail and who it goes to, in the order of their numbers from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub due: Due,
    pub recipients: Vec<Recipient>,
}

/// Mailboxes with mail that is due and that nobody is sending.
pub fn mailboxes_due(conn: &Conn, now: Timestamp) -> Result<Vec<Uuid>, Fault> {
    conn.all(
        sql!(
            "select distinct mailbox_id from mails_out where mailbox_id is not null and due_at is not null and due_at <= ?1
             and (leased_until is null or leased_until <= ?1) order by mailbox_id limit ?2"
        ),
        &params![now, TAKEN_AT_MOST],
    )
}

/// Like [`claim`], for one mailbox, and no more bytes than `bytes` unless one mail alone has more.
pub fn claim_by(tx: &Tx, mailbox: Uuid, now: Timestamp, limit: i64, bytes: i64) -> Result<Vec<Taken>, Fault> {
    let due: Vec<(Uuid, i64)> = tx.all(
        sql!(
            "select id, octet_length(raw) from mails_out where mailbox_id = ?1 and due_at is not null and due_at <= ?2
             and (leased_until is null or leased_until <= ?2) order by due_at, id limit ?3 {skip_locked}"
        ),
        &params![mailbox, now, limit.clamp(1, TAKEN_AT_MOST)],
    )?;
    let mut together = 0;
    let ids: Vec<Uuid> = due
        .into_iter()
        .enumerate()
        .take_while(|(n, (_, size))| {
            together += size;
            *n == 0 || together <= bytes
        })
        .map(|(_, (id, _))| id)
        .collect();
    lease(tx, &ids, now)?.into_iter().map(|due| Ok(Taken { recipients: recipients(tx, due.id)?, due })).collect()
}

/// Gives back mails that were taken and not tried: they are due as before, and no try is counted.
pub fn given_back(tx: &Tx, taken: &[(MailId, i64)]) -> Result<(), Fault> {
    for (id, attempts) in taken.iter().take(TAKEN_AT_MOST as usize) {
        tx.put(
            sql!("update mails_out set leased_until = null, attempts = attempts - 1 where id = ?1 and attempts = ?2 and state = 'waiting'"),
            &params![*id, *attempts],
        )?;
    }
    Ok(())
}

/// Frees what a stopped program held. Only where nobody else can be sending: a database that one program has for itself.
pub fn free(tx: &Tx) -> Result<(), Fault> {
    tx.put(sql!("update mails_out set leased_until = null where leased_until is not null"), &[])
}
