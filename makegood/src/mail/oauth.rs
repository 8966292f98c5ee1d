//! Tokens of OAuth 2 for mailboxes: fetched with the refresh token when they are needed, held in memory only.
use super::connect::{Step, Trouble};
use super::pass::secret;
use super::seal::{Owner, Secret};
use crate::app::App;
use crate::net;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::mailboxes::{self, Mailbox, Sealed, SecretKind};
use uuid::Uuid;

/// A token is not used in its last minute.
const SPARE: SignedDuration = SignedDuration::from_secs(60);
/// Where no server says how long a token lasts.
const LASTS: i64 = 300;

/// Tokens that still last, by mailbox and its version.
#[derive(Default)]
pub struct Tokens {
    held: Mutex<HashMap<(Uuid, i64), (String, Timestamp)>>,
    /// Whose turn it is to ask for one, by mailbox.
    turns: Mutex<HashMap<Uuid, Arc<Turn>>>,
}
type Turn = tokio::sync::Mutex<()>;

impl Tokens {
    fn held(&self, mailbox: &Mailbox, now: Timestamp) -> Option<Secret> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (token, until) = held.get(&(mailbox.id, mailbox.version))?;
        (now < *until).then(|| Secret::new(token.clone()))
    }

    fn keep(&self, mailbox: &Mailbox, token: &str, until: Timestamp) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(id, _), _| *id != mailbox.id);
        held.insert((mailbox.id, mailbox.version), (token.to_owned(), until));
    }

    /// A mail server takes the token no more, although it should last: the next one is fetched.
    pub fn forget(&self, mailbox: Uuid) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).retain(|(id, _), _| *id != mailbox);
    }

    fn turn(&self, mailbox: Uuid) -> Arc<Turn> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner).entry(mailbox).or_default().clone()
    }
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    #[serde(default)]
    expires_in: Option<i64>,
    #[serde(default)]
    refresh_token: Option<String>,
}

#[derive(Deserialize)]
struct Refused {
    error: String,
    #[serde(default)]
    error_description: String,
}

/// A token with which the mailbox opens.
///
/// # Errors
/// When the mailbox lacks what it needs, or the token server refuses.
pub async fn token(app: &App, mailbox: &Mailbox) -> Result<Secret, Trouble> {
    if let Some(held) = app.tokens().held(mailbox, app.now()) {
        return Ok(held);
    }
    // Where each answer brings a new refresh token and the old one ends, two who ask at once lock each other out: one asks, the other waits.
    let turn = app.tokens().turn(mailbox.id);
    let _mine = turn.lock().await;
    let now = app.now();
    if let Some(held) = app.tokens().held(mailbox, now) {
        return Ok(held);
    }
    let trouble = |said: &dyn ToString| Trouble::new(Step::Token, said.to_string());
    let oauth = mailbox.spec.oauth.as_ref().ok_or_else(|| trouble(&"no token endpoint"))?;
    let refresh =
        secret(app, mailbox, SecretKind::RefreshToken).await?.ok_or_else(|| trouble(&"there is no refresh token"))?;
    let client = secret(app, mailbox, SecretKind::ClientSecret).await?;
    let mut fields = vec![
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh.shown_to_its_server()),
        ("client_id", oauth.client.as_str()),
    ];
    fields.extend(client.as_ref().map(|client| ("client_secret", client.shown_to_its_server())));
    if !oauth.scope.is_empty() {
        fields.push(("scope", &oauth.scope));
    }
    let answer = net::post_form(app.net(), &oauth.token_endpoint, &fields).await.map_err(|e| trouble(&e))?;
    if answer.status != 200 {
        let said = serde_json::from_slice::<Refused>(&answer.body);
        let said =
            said.map_or_else(|_| format!("{}", answer.status), |no| format!("{} {}", no.error, no.error_description));
        return Err(trouble(&said));
    }
    let granted: Granted = serde_json::from_slice(&answer.body).map_err(|_| trouble(&"an answer without a token"))?;
    if granted.access_token.is_empty() || granted.access_token.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(trouble(&"an answer without a token"));
    }
    let lasts = SignedDuration::from_secs(granted.expires_in.unwrap_or(LASTS).clamp(0, 86_400)).saturating_sub(SPARE);
    // First the one without which there is no other.
    if let Some(next) = granted.refresh_token.filter(|next| next != refresh.shown_to_its_server()) {
        keep_next(app, mailbox.id, &next).await?;
    }
    app.tokens().keep(mailbox, &granted.access_token, now.saturating_add(lasts).unwrap_or(now));
    Ok(Secret::new(granted.access_token))
}

/// Some servers give a new refresh token each time; the old one then opens nothing any more.
async fn keep_next(app: &App, mailbox: Uuid, next: &str) -> Result<(), Trouble> {
    let key = app.seal_key().map_err(|problem| Trouble::new(Step::Key, problem))?;
    let sealed = key.seal(Owner::Mailbox(mailbox, SecretKind::RefreshToken), next, app.random());
    let sealed = sealed.ok_or_else(|| Trouble::new(Step::Key, "not sealed"))?.0;
    let now = app.now();
    let kept = app.db.write(move |tx| {
        mailboxes::secrets::renew(tx, mailbox, SecretKind::RefreshToken, &Sealed(sealed.clone()), now)
    });
    kept.await.map_err(|fault: store::Fault| Trouble::new(Step::Token, fault))
}
