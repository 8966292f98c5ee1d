//! How each mailbox sends: looked up for every run, so that a change in the settings counts at once.

use super::connect::Pass;
use super::pass::{self, For};
use super::smtp::{Login, Relay};
use crate::app::App;
use crate::jobs::Relays;
use std::sync::Arc;
use store::Fault;
use store::mailboxes::{self, Mailbox};
use store::mails::pace::Pace;
use uuid::Uuid;

/// The mailboxes that people set up.
pub fn of_mailboxes() -> Relays {
    Arc::new(|app, mailbox| Box::pin(async move { find(&app, mailbox).await }))
}

/// How a mailbox sends; nothing when it is off or has no server for it.
///
/// # Errors
/// When its secret or its token cannot be had, in words.
pub async fn find(app: &App, id: Uuid) -> Result<Option<Relay>, String> {
    let found = app.db.read(move |conn| mailboxes::by_id(conn, id)).await;
    let found: Option<Mailbox> = found.map_err(|fault: Fault| fault.to_string())?;
    let Some(mailbox) = found.filter(|mailbox| mailbox.active) else { return Ok(None) };
    let Some(way) = mailbox.spec.outgoing.clone() else { return Ok(None) };
    let user = way.user;
    let login = match pass::of(app, &mailbox, For::Outgoing).await.map_err(|trouble| trouble.said)? {
        Pass::Nothing if user.is_empty() => Login::Nobody,
        Pass::Nothing => return Err("there is no password for this mailbox".to_owned()),
        Pass::Password(secret) => Login::Password { user, password: secret.shown_to_its_server().to_owned() },
        Pass::Token(token) => Login::Token { user, token: token.shown_to_its_server().to_owned() },
    };
    let pace = Pace::of(mailbox.spec.per_hour);
    let (host, port, security, from) = (way.host, way.port, way.security, mailbox.spec.address);
    Ok(Some(Relay { host, port, security, login, from, pace }))
}
