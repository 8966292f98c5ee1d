//! What webhooks are signed with: drawn here, shown once, and kept sealed under the key that is not in the database.
use super::hook;
use crate::app::App;
use crate::mail::seal::Owner;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;
use store::mailboxes::Sealed;
use store::{Fault, hooks, hooks_in};
use uuid::Uuid;

/// Bytes of a secret.
const BYTES: usize = 32;

/// A new secret, as people carry it over and as it is kept.
pub struct Fresh {
    pub shown: String,
    pub sealed: Sealed,
}

/// Draws one for this webhook.
///
/// # Errors
/// When the key that seals cannot be had.
pub fn fresh(app: &App, id: Uuid) -> io::Result<Fresh> {
    fresh_for(app, Owner::Hook(id))
}

/// Draws one for an incoming webhook.
///
/// # Errors
/// When the key that seals cannot be had.
pub fn fresh_in(app: &App, id: Uuid) -> io::Result<Fresh> {
    fresh_for(app, Owner::HookIn(id))
}

fn fresh_for(app: &App, owner: Owner) -> io::Result<Fresh> {
    let shown = hook::shown(&app.random::<BYTES>());
    let sealed = sealed(app, owner, &shown)?;
    Ok(Fresh { shown, sealed })
}

fn sealed(app: &App, owner: Owner, shown: &str) -> io::Result<Sealed> {
    app.seal_key()?.seal(owner, shown, app.random()).ok_or_else(|| io::Error::other("not sealed"))
}

/// What an incoming webhook is checked with, opened: its secret, and the one before while it is good, too. None where there is none that
/// is switched on.
///
/// # Errors
/// Faults of the database; a secret that does not open is one, since nobody outside can help it.
pub async fn of_incoming(app: &App, id: Uuid) -> Result<Vec<Vec<u8>>, Fault> {
    let now = app.now();
    let sealed = app.db.read(move |conn| hooks_in::secrets(conn, id, now)).await?;
    let opened = sealed.iter().map(|one| opened(app, Owner::HookIn(id), one));
    opened.collect::<Result<_, _>>().map_err(|said| Fault::Engine(io::Error::other(said).into()))
}

fn opened(app: &App, owner: Owner, sealed: &Sealed) -> Result<Vec<u8>, String> {
    let key = app.seal_key().map_err(|problem| problem.to_string())?;
    let shown = key.open(owner, sealed).map_err(|problem| problem.to_string())?;
    let bytes = shown.shown_to_its_server().trim_start_matches(hook::BEGINS);
    STANDARD.decode(bytes).map_err(|problem| problem.to_string())
}

/// The secret of a webhook, opened; nothing where there is no such webhook.
///
/// # Errors
/// Why it cannot be opened, as it is kept of a try: a word of the catalogue (`net-…`), a bar, what is known beyond it.
pub async fn of(app: &App, id: Uuid) -> Result<Result<Option<Vec<u8>>, String>, Fault> {
    let Some(sealed) = app.db.read(move |conn| hooks::secret(conn, id)).await? else { return Ok(Ok(None)) };
    Ok(opened(app, Owner::Hook(id), &sealed).map(Some).map_err(|said| format!("key|{said}")))
}

/// Seals what an earlier program kept as it was; how many. Where there is no key they stay and sign nothing.
///
/// # Errors
/// Faults of the database.
pub async fn seal_plain(app: &App) -> Result<usize, Fault> {
    let plain = app.db.read(hooks::unsealed).await?;
    let mut done = 0;
    for (id, secret) in plain {
        match sealed(app, Owner::Hook(id), &hook::shown(&secret)) {
            Ok(sealed) => {
                app.db.write(move |tx| hooks::seal(tx, id, &secret, &sealed)).await?;
                done += 1;
            }
            Err(problem) => tracing::error!(%problem, webhook = %id, "the secret of a webhook could not be sealed"),
        }
    }
    Ok(done)
}
