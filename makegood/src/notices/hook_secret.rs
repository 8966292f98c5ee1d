//! What webhooks are signed with: drawn here, shown once, and kept sealed under the key that is not in the database.
use super::hook;
use crate::app::App;
use crate::mail::seal::Owner;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;
use store::mailboxes::Sealed;
use store::{Fault, hooks};
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
    let shown = hook::shown(&app.random::<BYTES>());
    let sealed = sealed(app, id, &shown)?;
    Ok(Fresh { shown, sealed })
}

fn sealed(app: &App, id: Uuid, shown: &str) -> io::Result<Sealed> {
    app.seal_key()?.seal(Owner::Hook(id), shown, app.random()).ok_or_else(|| io::Error::other("not sealed"))
}

/// The secret of a webhook, opened; nothing where there is no such webhook.
///
/// # Errors
/// Why it cannot be opened, as it is kept of a try: a word of the catalogue (`net-…`), a bar, what is known beyond it.
pub async fn of(app: &App, id: Uuid) -> Result<Result<Option<Vec<u8>>, String>, Fault> {
    let Some(sealed) = app.db.read(move |conn| hooks::secret(conn, id)).await? else { return Ok(Ok(None)) };
    let opened = app.seal_key().map_err(|problem| problem.to_string()).and_then(|key| {
        let shown = key.open(Owner::Hook(id), &sealed).map_err(|problem| problem.to_string())?;
        let bytes = shown.shown_to_its_server().trim_start_matches(hook::BEGINS);
        STANDARD.decode(bytes).map_err(|problem| problem.to_string())
    });
    Ok(opened.map(Some).map_err(|said| format!("key|{said}")))
}

/// Seals what an earlier program kept as it was; how many. Where there is no key they stay and sign nothing.
///
/// # Errors
/// Faults of the database.
pub async fn seal_plain(app: &App) -> Result<usize, Fault> {
    let plain = app.db.read(hooks::unsealed).await?;
    let mut done = 0;
    for (id, secret) in plain {
        match sealed(app, id, &hook::shown(&secret)) {
            Ok(sealed) => {
                app.db.write(move |tx| hooks::seal(tx, id, &secret, &sealed)).await?;
                done += 1;
            }
            Err(problem) => tracing::error!(%problem, webhook = %id, "the secret of a webhook could not be sealed"),
        }
    }
    Ok(done)
}
