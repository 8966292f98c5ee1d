//! Sends messages to browsers, several at once. One whose service says that it is gone is told nothing more, and its person hears so.
use crate::app::App;
use crate::notices::push::{self, Message, NotTaken};
use casework::text::Text;
use futures_util::{StreamExt as _, stream};
use store::pushes::{self, Due};
use store::{Fault, browsers, outbox};
use uuid::Uuid;

/// Messages on their way at the same time (limits table).
const AT_ONCE: usize = 8;

/// Sends what is due; says how many were taken.
pub async fn send(app: &App) -> Result<usize, Fault> {
    let now = app.now();
    let due = app.db.write(move |tx| pushes::claim(tx, now)).await?;
    let all = stream::iter(due).map(|due| one(app, due)).buffer_unordered(AT_ONCE);
    let sent: Vec<Result<usize, Fault>> = all.collect().await;
    sent.into_iter().sum()
}

async fn one(app: &App, due: Due) -> Result<usize, Fault> {
    let came = push::send(app, due.browser, &Message { body: &due.body, urgent: due.urgent }).await?;
    let (now, taken) = (app.now(), usize::from(came.is_ok()));
    app.db
        .write(move |tx| match &came {
            Ok(()) => {
                browsers::took(tx, due.browser, now)?;
                pushes::ended(tx, due.id, due.attempts).map(drop)
            }
            Err(NotTaken::Gone) => is_gone(tx, due.browser, now),
            Err(NotTaken::Not(why)) => {
                browsers::ill(tx, due.browser, why)?;
                pushes::failed(tx, due.id, due.attempts, now).map(drop)
            }
        })
        .await?;
    Ok(taken)
}

/// It is told nothing more; whoever counted on it must know.
pub fn is_gone(tx: &store::Tx, browser: Uuid, now: jiff::Timestamp) -> Result<(), Fault> {
    let Some(person) = browsers::gone(tx, browser, now)? else { return Ok(()) };
    outbox::mention(tx, Uuid::new_v5(&browser, b"gone"), person, &Text::new("notice-browser-gone"), now)
}
