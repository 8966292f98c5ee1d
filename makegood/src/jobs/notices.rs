//! Says by mail what is due to colleagues, urgent ones again until they are acknowledged, and sends to webhooks.
use crate::app::App;
use crate::mail::build::Party;
use crate::mail::seal;
use crate::notices::again::{Came, Round, Sender};
use crate::notices::{hook, hook_secret};
use crate::words::{Language, said_in};
use casework::ids::{MailId, PersonId};
use futures_util::{StreamExt as _, stream};
use std::collections::BTreeMap;
use std::time::Duration;
use store::hook_posts::{self, Due};
use store::{Fault, hooks, mailboxes, notices, people};
use tokio::time::Instant;
use uuid::Uuid;

/// Webhooks sent to at the same time (limits table).
const AT_ONCE: usize = 8;
/// One of them is sent to for so long in one round; whoever is slow holds up no other.
const A_ROUND: Duration = Duration::from_secs(20);

/// Serves everybody to whom something is due; says what came of it.
pub async fn say(app: &App) -> Result<Came, Fault> {
    let now = app.now();
    let due = app.db.read(move |conn| notices::due_people(conn, now)).await?;
    let mut all = Came::default();
    if due.is_empty() {
        return Ok(all);
    }
    app.firm_now().await?;
    let sender = sender(app).await?;
    for person in due {
        // One bad row never stops the others.
        match one(app, person, sender.clone()).await {
            Ok(came) => {
                all.mails += came.mails;
                all.left_out += came.left_out;
                all.went_up += came.went_up;
            }
            Err(fault) => {
                tracing::warn!(problem = %fault, person = %person.0, "a colleague could not be told what is due")
            }
        }
    }
    Ok(all)
}

async fn one(app: &App, person: PersonId, sender: Option<Sender>) -> Result<Came, Fault> {
    let secret = || hex::encode(app.random::<32>());
    let round = Round {
        firm: app.firm(),
        url: app.public_url().to_owned(),
        sender,
        now: app.now(),
        mails: [MailId(app.new_id()), MailId(app.new_id())],
        secrets: [secret(), secret(), secret(), secret()],
    };
    app.db
        .write(move |tx| {
            let tag = people::by_id(tx, person)?.map(|known| known.language).unwrap_or_default();
            let language = Language::of_tag(&tag).unwrap_or(Language::English);
            said_in(language, || round.say(tx, person))
        })
        .await
}

/// The mailbox that sends.
async fn sender(app: &App) -> Result<Option<Sender>, Fault> {
    let Some(mailbox) = app.db.read(mailboxes::default).await?.filter(|mailbox| mailbox.spec.outgoing.is_some()) else {
        return Ok(None);
    };
    let key = seal::mail_key(app).await?;
    Ok(Some(Sender { mailbox: mailbox.id, from: Party::new(&mailbox.spec.name, &mailbox.spec.address), key }))
}

/// Sends what is due to webhooks, several at once and each in its order; says how many were taken.
pub async fn send(app: &App) -> Result<usize, Fault> {
    let now = app.now();
    let taken = app.db.write(move |tx| hook_posts::claim(tx, now)).await?;
    let mut by_hook: BTreeMap<Uuid, Vec<Due>> = BTreeMap::new();
    for due in taken {
        by_hook.entry(due.hook).or_default().push(due);
    }
    let all = stream::iter(by_hook).map(|(hook, dues)| to_one(app, hook, dues)).buffer_unordered(AT_ONCE);
    let sent: Vec<Result<usize, Fault>> = all.collect().await;
    sent.into_iter().sum()
}

/// Once it does not take one, the others of this round are not tried: whoever is down is asked once.
async fn to_one(app: &App, hook: Uuid, dues: Vec<Due>) -> Result<usize, Fault> {
    let (secret, mut down) = match hook_secret::of(app, hook).await? {
        Ok(Some(secret)) => (secret, None::<String>),
        Ok(None) => return Ok(0),
        // Tried like one that does not answer, so that it stands on its page and nothing is lost.
        Err(why) => (vec![], Some(why)),
    };
    let (mut sent, began) = (0, Instant::now());
    for due in dues {
        if down.is_none() && began.elapsed() > A_ROUND {
            app.db.write(move |tx| hook_posts::given_back(tx, due.id, due.attempts)).await?;
            continue;
        }
        let came = match &down {
            Some(why) => Err(why.clone()),
            None => hook::send(app.net(), &due.url, &secret, due.id, &due.body, app.now()).await,
        };
        let now = app.now();
        match came {
            Ok(()) => {
                sent += 1;
                app.db
                    .write(move |tx| {
                        hooks::well(tx, hook)?;
                        hook_posts::sent(tx, due.id, due.attempts, now)
                    })
                    .await?;
            }
            Err(why) => {
                down = Some(why.clone());
                app.db
                    .write(move |tx| {
                        hooks::ill(tx, hook, &why, now)?;
                        hook_posts::failed(tx, due.id, due.attempts, &why, now)
                    })
                    .await?;
            }
        }
    }
    Ok(sent)
}
