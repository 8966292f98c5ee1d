//! What a mailbox is opened with: its password, or a token that is fetched when it is needed.
use super::connect::{Pass, Step, Trouble};
use super::seal::Secret;
use crate::app::App;
use store::mailboxes::{self, Mailbox, SecretKind, SignIn};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    Incoming,
    Outgoing,
}

/// The pass of a mailbox for one of its ways.
///
/// # Errors
/// When the key, the secret or the token cannot be had.
pub async fn of(app: &App, mailbox: &Mailbox, which: For) -> Result<Pass, Trouble> {
    let (way, kind) = match which {
        For::Incoming => (&mailbox.spec.incoming, SecretKind::PasswordIn),
        For::Outgoing => (&mailbox.spec.outgoing, SecretKind::PasswordOut),
    };
    match way.as_ref().map(|way| way.sign_in) {
        None => Ok(Pass::Nothing),
        Some(SignIn::Password) => Ok(secret(app, mailbox, kind).await?.map_or(Pass::Nothing, Pass::Password)),
        Some(SignIn::OAuth) => super::oauth::token(app, mailbox).await.map(Pass::Token),
    }
}

/// An opened secret; nothing when there is none.
///
/// # Errors
/// When there is one that this server's key does not open.
pub async fn secret(app: &App, mailbox: &Mailbox, kind: SecretKind) -> Result<Option<Secret>, Trouble> {
    let id = mailbox.id;
    let sealed = app.db.read(move |conn| mailboxes::secret(conn, id, kind)).await;
    let Some(sealed) = sealed.map_err(|fault: store::Fault| Trouble::new(Step::Key, fault))? else { return Ok(None) };
    let key = app.seal_key().map_err(|problem| Trouble::new(Step::Key, problem))?;
    key.open(id, kind, &sealed).map(Some).map_err(|problem| Trouble::new(Step::Key, problem))
}
