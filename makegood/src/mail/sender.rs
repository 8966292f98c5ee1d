//! By which mailbox a mail leaves, and the key that its Message-ID is sealed with.
use super::build::Party;
use crate::app::App;
use store::mailboxes;
use store::{Conn, Fault};
use uuid::Uuid;

/// Who we are in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub mailbox: Uuid,
    pub from: Party,
}

/// The mailbox that sends; nothing while none is set up.
///
/// # Errors
/// Faults of the database.
pub fn of(conn: &Conn) -> Result<Option<Sender>, Fault> {
    let mailbox = mailboxes::default(conn)?.filter(|mailbox| mailbox.spec.outgoing.is_some());
    Ok(mailbox
        .map(|mailbox| Sender { mailbox: mailbox.id, from: Party::new(&mailbox.spec.name, &mailbox.spec.address) }))
}

/// The mail key of this installation; made when the first mail needs it.
///
/// # Errors
/// Faults of the database.
pub async fn key(app: &App) -> Result<[u8; 32], Fault> {
    if let Some(key) = app.db.read(mailboxes::mail_key).await? {
        return Ok(key);
    }
    let (fresh, now) = (app.random::<32>(), app.now());
    app.db.write(move |tx| mailboxes::keep_mail_key(tx, fresh, now)).await
}
