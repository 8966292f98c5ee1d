//! Where a mail lies: moved there by a person, or because what it answers came after it.

use super::Place;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::CaseId;
use uuid::Uuid;

/// Whether a person has to look at an unsorted mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PutAway {
    Yes,
    #[default]
    No,
}

/// What an unsorted mail seems to be about, and whether it waits for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stray {
    pub meant: Option<CaseId>,
    pub put_away: PutAway,
}

/// Moves a mail onto a case, to an account, or among the unsorted. Whatever it seemed to be about is settled by that.
pub fn put_in_place(tx: &Tx, id: Uuid, place: &Place) -> Result<bool, Fault> {
    let (word, case, account, contact) = match *place {
        Place::Case { case, account, contact } => ("case", Some(case.0), Some(account.0), Some(contact.0)),
        Place::Account { account, contact } => ("account", None, Some(account.0), Some(contact.0)),
        Place::Unsorted => ("unsorted", None, None, None),
    };
    let moved = tx.hit(
        sql!(
            "update messages set place = ?2, case_id = ?3, account_id = ?4, contact_id = ?5, meant_case_id = null, put_away_at = null where id = ?1"
        ),
        &params![id, word, case, account, contact],
    )?;
    found_at(tx, id, case, account)?;
    Ok(moved == 1)
}

/// An unsorted mail seems to be about a case, or not any more.
pub fn stray(tx: &Tx, id: Uuid, meant: Option<CaseId>) -> Result<(), Fault> {
    tx.put(
        sql!("update messages set meant_case_id = ?2 where id = ?1 and place = 'unsorted'"),
        &params![id, meant.map(|case| case.0)],
    )
}

/// The search finds it where it lies.
pub(crate) fn found_at(tx: &Tx, id: Uuid, case: Option<Uuid>, account: Option<Uuid>) -> Result<(), Fault> {
    tx.put(
        sql!("update search_docs set case_id = ?2, account_id = ?3 where kind = 'mail' and subject_id = ?1"),
        &params![id, case, account],
    )
}

record! {
    /// A mail that came before the one it answers.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Orphan {
        pub id: Uuid,
        pub origin: String,
        pub from_mail: String,
        pub oddities: String,
        /// Whether it came silently: from an old mailbox that was read in.
        pub quiet: bool,
    }
}

/// The mails without a case that hang under this one, however deep, and that no person has given a place: they came before what they answer.
pub fn orphans(conn: &Conn, parent: Uuid) -> Result<Vec<Orphan>, Fault> {
    conn.all(
        sql!(
            "with recursive below (id, depth) as (select id, 1 from messages where parent_id = ?1
             union select m.id, b.depth + 1 from messages m join below b on m.parent_id = b.id where b.depth < 50)
             select m.id, m.origin, m.from_mail, m.oddities, i.quiet from messages m join inbox i on i.id = m.inbox_id
             where m.id in (select id from below) and m.case_id is null and m.meant_case_id is null
             and not exists (select 1 from mail_moved v where v.message_id = m.id) order by m.received_at, m.id limit 100"
        ),
        &params![parent],
    )
}
