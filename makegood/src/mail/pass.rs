//! What a mailbox is opened with: its password, or a token that is fetched when it is needed.
use super::connect::{self, Imap, Pass, Step, Trouble};
use super::seal::{Owner, Secret};
use crate::app::App;
use store::mailboxes::{self, Mailbox, SecretKind, SignIn, Way};

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

/// Opens a mailbox that mail is fetched from, up to and with the sign-in. A token that was held and is taken no more is fetched anew, once.
///
/// # Errors
/// The step that did not work.
pub async fn imap(app: &App, mailbox: &Mailbox, way: &Way, done: &mut Vec<Step>) -> Result<Imap, Trouble> {
    let pass = of(app, mailbox, For::Incoming).await?;
    match connect::imap(way, &pass, done).await {
        Err(trouble) if trouble.step == Step::SignIn && matches!(pass, Pass::Token(_)) => {
            app.tokens().forget(mailbox.id);
            let fresh = of(app, mailbox, For::Incoming).await?;
            done.clear();
            connect::imap(way, &fresh, done).await
        }
        came => came,
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
    key.open(Owner::Mailbox(id, kind), &sealed).map(Some).map_err(|problem| Trouble::new(Step::Key, problem))
}
