//! The HTML of a mail, made safe once, when it came in.

use crate::{Conn, Fault, Tx, params, sql};
use uuid::Uuid;

/// Keeps it beside its mail.
pub fn keep_page(tx: &Tx, message: Uuid, html: &str) -> Result<(), Fault> {
    tx.put(
        sql!("insert into message_pages (message_id, html) values (?1, ?2) on conflict (message_id) do nothing"),
        &params![message, html],
    )
}

/// What was kept; nothing when the mail had no HTML, or too much of it.
pub fn page(conn: &Conn, message: Uuid) -> Result<Option<String>, Fault> {
    conn.maybe(sql!("select html from message_pages where message_id = ?1"), &params![message])
}
