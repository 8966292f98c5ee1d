//! How far each mailbox is read, what is in the way, and which of several servers looks into it.
use super::HELD_FOR;
use crate::columns::to_json;
use crate::{Fault, Tx, params, sql};
use jiff::Timestamp;
use uuid::Uuid;
use watch::Sentence;

/// Whether this server may look into a mailbox now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    Mine,
    Anothers,
}

/// Takes or keeps the hold on a mailbox for [`HELD_FOR`].
pub fn hold(tx: &Tx, id: Uuid, server: Uuid, now: Timestamp) -> Result<Hold, Fault> {
    let until = now.saturating_add(HELD_FOR).unwrap_or(now);
    let hit = tx.hit(
        sql!("update mailboxes set held_by = ?2, held_until = ?3 where id = ?1 and (held_by is null or held_by = ?2 or held_until < ?4)"),
        &params![id, server, until, now],
    )?;
    Ok(if hit == 1 { Hold::Mine } else { Hold::Anothers })
}

/// Nothing is in the way, and so many mails wait there still.
pub fn looked(tx: &Tx, id: Uuid, behind: i64, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update mailboxes set looked_at = ?2, behind = ?3, trouble = null, trouble_since = null where id = ?1"),
        &params![id, now, behind],
    )
}

/// Mails before `uid_next` were read; in the transaction that keeps them. Nothing when the server has numbered its mails anew since.
pub fn came(tx: &Tx, id: Uuid, uid_validity: i64, uid_next: i64, behind: i64, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update mailboxes set uid_next = ?3, behind = ?4, looked_at = ?5, new_at = ?5, trouble = null, trouble_since = null
             where id = ?1 and uid_validity = ?2 and uid_next < ?3"
        ),
        &params![id, uid_validity, uid_next, behind, now],
    )
}

/// The mailbox is read from its beginning: for the first time, or because its server numbers its mails anew.
pub fn start_again(tx: &Tx, id: Uuid, uid_validity: Option<i64>) -> Result<(), Fault> {
    tx.put(
        sql!("update mailboxes set uid_validity = ?2, uid_next = 1, behind = 0 where id = ?1"),
        &params![id, uid_validity],
    )
}

/// What is in the way of fetching, since when.
pub fn trouble(tx: &Tx, id: Uuid, sentence: &Sentence, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update mailboxes set trouble = ?2, trouble_since = coalesce(trouble_since, ?3) where id = ?1"),
        &params![id, to_json(sentence)?, now],
    )
}

/// What is in the way of sending, since when.
pub fn out_trouble(tx: &Tx, id: Uuid, sentence: &Sentence, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update mailboxes set out_trouble = ?2, out_trouble_since = coalesce(out_trouble_since, ?3) where id = ?1"
        ),
        &params![id, to_json(sentence)?, now],
    )
}

/// Something was sent by it: nothing is in the way.
pub fn out_well(tx: &Tx, id: Uuid) -> Result<(), Fault> {
    tx.put(
        sql!("update mailboxes set out_trouble = null, out_trouble_since = null where id = ?1 and out_trouble is not null"),
        &params![id],
    )
}

/// A server that stops lets go of every mailbox, so that another, or itself again, may look into them at once.
pub fn let_go(tx: &Tx, server: Uuid) -> Result<(), Fault> {
    tx.put(sql!("update mailboxes set held_by = null, held_until = null where held_by = ?1"), &params![server])
}
