//! How each mailbox sends: looked up for every run, so that a change in the settings counts at once.

use super::smtp::{Login, Relay};
use crate::app::App;
use crate::jobs::Relays;
use std::sync::Arc;
use store::Fault;
use store::mailboxes::{self, Mailbox};
use uuid::Uuid;

/// The mailboxes that people set up.
pub fn of_mailboxes() -> Relays {
    Arc::new(|app, mailbox| Box::pin(async move { find(&app, mailbox).await }))
}

async fn find(app: &App, id: Uuid) -> Result<Option<Relay>, String> {
    let found = app.db.read(move |conn| mailboxes::by_id(conn, id)).await;
    let found: Option<Mailbox> = found.map_err(|fault: Fault| fault.to_string())?;
    let Some(mailbox) = found.filter(|mailbox| mailbox.active) else { return Ok(None) };
    let Some(way) = mailbox.spec.outgoing else { return Ok(None) };
    if !way.user.is_empty() {
        return Err("the password of this mailbox cannot be opened here".to_owned());
    }
    let (host, port, security, from) = (way.host, way.port, way.security, mailbox.spec.address);
    Ok(Some(Relay { host, port, security, login: Login::Nobody, from, trusted: None }))
}
