//! What the program writes by itself: which cases are owed it, and how much of it there was.
use super::TAKEN_AT_MOST;
use crate::{Conn, Fault, params, sql};
use casework::ids::*;
use jiff::Timestamp;

/// Automatic mail to an address since a moment, whatever became of it.
pub fn automatic_to(conn: &Conn, address: &str, since: Timestamp) -> Result<i64, Fault> {
    conn.one(
        sql!(
            "select count(*) from mail_recipients r join mails_out m on m.id = r.mail_id
             where r.address = ?1 and m.purpose = 'receipt' and m.made_at > ?2"
        ),
        &params![address, since],
    )
}

/// Automatic mail on a case since a moment.
pub fn automatic_on(conn: &Conn, case: CaseId, since: Timestamp) -> Result<i64, Fault> {
    conn.one(
        sql!("select count(*) from mails_out where case_id = ?1 and purpose = 'receipt' and made_at > ?2"),
        &params![case, since],
    )
}

/// Automatic mail of everybody since a moment.
pub fn automatic(conn: &Conn, since: Timestamp) -> Result<i64, Fault> {
    conn.one(sql!("select count(*) from mails_out where purpose = 'receipt' and made_at > ?1"), &params![since])
}

/// Cases that owe the receipt of a written complaint since `since` and have none on its way, the newest first.
pub fn receipts_owed(conn: &Conn, since: Timestamp, limit: i64) -> Result<Vec<CaseId>, Fault> {
    conn.all(
        sql!(
            "select k.case_id from clocks k where k.kind = 'c02_receipt' and k.met_at is null and k.starts > ?1
             and not exists (select 1 from mails_out m where m.case_id = k.case_id and m.purpose = 'receipt')
             order by k.starts desc, k.case_id limit ?2"
        ),
        &params![since, limit.clamp(1, TAKEN_AT_MOST)],
    )
}
