//! Notices in a colleague's browser, also while no page of ours is open (RFC 8030): sealed for that browser alone (RFC 8291), signed so that its service
//! knows us (RFC 8292).
use crate::app::App;
use crate::mail::seal::Owner;
use crate::net::{self, Answer, Net};
use crate::say::Reader;
use crate::words::{Language, said_in, t};
use casework::effect::after_quiet_hours;
use casework::facts::Colleague;
use casework::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::io;
use store::browsers::{self, PushKey};
use store::firm::Firm;
use store::mailboxes::Sealed;
use store::pushes::{self, New};
use store::{Fault, Tx, people};
use uuid::Uuid;

pub mod crypt;
pub mod vapid;

/// Letters of a sentence that are shown; a browser shows fewer.
const WORDS_AT_MOST: usize = 300;
/// Letters of an address.
pub const ENDPOINT_AT_MOST: usize = 1_000;
/// So long a service keeps it for a browser that is off.
const KEPT_FOR: &str = "14400";

/// What reaches a browser, as the browser gives it: kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    pub endpoint: String,
    /// Base64 for addresses.
    pub p256dh: String,
    pub auth: String,
}

impl Subscription {
    /// By which the same browser is known again.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.endpoint.as_bytes()).into()
    }
    /// The service that brings messages to it; nothing where the address may not be asked.
    pub fn host(&self, net: &Net) -> Option<String> {
        net::look_at(net, &self.endpoint).ok().and_then(|_| vapid::host(&self.endpoint))
    }
    pub fn keys(&self) -> Option<crypt::Keys> {
        crypt::Keys::read(&self.p256dh, &self.auth)
    }
}

/// One notice, as it is to be shown.
pub struct Told<'a> {
    pub notice: Uuid,
    /// How often it was said before: said again it is another message, which takes the place of the one before.
    pub times: i64,
    pub urgent: bool,
    pub text: &'a Text,
}

/// Puts a notice on its way to every browser of a colleague. In their quiet hours only what is urgent: the rest is old when they wake, and stands on the
/// page and in the mail.
///
/// # Errors
/// Faults of the database.
pub fn begin(tx: &Tx, firm: &Firm, me: &Colleague, told: &Told, now: Timestamp) -> Result<(), Fault> {
    let asleep = after_quiet_hours(now, &me.zone, me.quiet) > now;
    if asleep && !told.urgent {
        return Ok(());
    }
    let all = browsers::hearing(tx, me.id)?;
    if all.is_empty() {
        return Ok(());
    }
    let tag = people::by_id(tx, me.id)?.map(|known| known.language).unwrap_or_default();
    let body = said_in(Language::of_tag(&tag).unwrap_or(Language::English), || body(firm, me, told, now));
    for browser in all {
        let id = Uuid::new_v5(&told.notice, format!("browser {browser} {}", told.times).as_bytes());
        pushes::keep(tx, &New { id, browser, body: &body, urgent: told.urgent }, now)?;
    }
    Ok(())
}

/// What the worker of the page shows.
fn body(firm: &Firm, me: &Colleague, told: &Told, now: Timestamp) -> String {
    let (contacts, accounts) = (HashMap::new(), HashMap::new());
    let reader = Reader { firm, contacts: &contacts, accounts: &accounts, zone: &me.zone, now };
    let words: String = reader.say(told.text).chars().take(WORDS_AT_MOST).collect();
    let path = super::number_in(told.text).map_or("/notices".to_owned(), |number| format!("/cases/{number}"));
    message(
        if told.urgent { "push-urgent" } else { "push-notice" },
        &words,
        &path,
        &told.notice.to_string(),
        told.urgent,
    )
}

fn message(title: &'static str, words: &str, path: &str, tag: &str, stays: bool) -> String {
    serde_json::json!({ "title": t(title), "body": words, "path": path, "tag": tag, "stays": stays }).to_string()
}

/// A message for whoever tries whether it arrives.
pub fn trial() -> String {
    message("push-notice", &t("push-trial"), "/notices", "trial", false)
}

/// What is sent to one browser.
pub struct Message<'a> {
    pub body: &'a str,
    pub urgent: bool,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// The service says that there is no such browser any more.
    Gone,
    /// A word of the catalogue (`net-…`), a bar, what is known beyond it.
    Not(String),
}

/// The key by which services know us, made when it is first needed.
///
/// # Errors
/// When it cannot be sealed or kept.
pub async fn key(app: &App) -> Result<Result<PushKey, io::Error>, Fault> {
    if let Some(key) = app.db.read(browsers::key).await? {
        return Ok(Ok(key));
    }
    let (pair, public) = match vapid::fresh(&app.chance()) {
        Some(fresh) => fresh,
        None => return Ok(Err(io::Error::other("no key"))),
    };
    let sealed = match sealed(app, Owner::Push, &hex::encode(pair)) {
        Ok(sealed) => sealed,
        Err(problem) => return Ok(Err(problem)),
    };
    let (fresh, now) = (PushKey { sealed, public }, app.now());
    app.db.write::<_, Fault, _>(move |tx| browsers::keep_key(tx, &fresh, now)).await?;
    let kept = app.db.read(browsers::key).await?;
    Ok(kept.ok_or_else(|| io::Error::other("no key")))
}

/// Seals what only this program may read.
///
/// # Errors
/// When the key that seals cannot be had.
pub fn sealed(app: &App, owner: Owner, secret: &str) -> io::Result<Sealed> {
    app.seal_key()?.seal(owner, secret, app.random()).ok_or_else(|| io::Error::other("not sealed"))
}

/// Sends one message.
///
/// # Errors
/// Faults of the database; what the service said is no fault.
pub async fn send(app: &App, browser: Uuid, message: &Message<'_>) -> Result<Result<(), NotTaken>, Fault> {
    let Some(kept) = app.db.read(move |conn| browsers::reached(conn, browser)).await? else {
        return Ok(Err(NotTaken::Gone));
    };
    let key = match key(app).await? {
        Ok(key) => key,
        Err(problem) => return Ok(Err(NotTaken::Not(format!("key|{problem}")))),
    };
    let by = app.public_url().to_owned();
    let ready = opened(app, browser, &kept, &key).and_then(|(subscription, pair)| {
        let keys = subscription.keys().ok_or("odd|")?;
        let sealed = crypt::seal(&keys, message.body.as_bytes(), &app.chance(), app.random()).ok_or("odd|")?;
        let signed = vapid::authorization(&pair, &key.public, &subscription.endpoint, &by, app.now(), &app.chance());
        Ok((subscription.endpoint, sealed, signed.ok_or("odd|")?))
    });
    let (endpoint, sealed, authorization) = match ready {
        Ok(ready) => ready,
        Err(why) => return Ok(Err(NotTaken::Not(why))),
    };
    let headers = [
        ("authorization", authorization),
        ("content-encoding", "aes128gcm".to_owned()),
        ("ttl", KEPT_FOR.to_owned()),
        ("urgency", if message.urgent { "high" } else { "normal" }.to_owned()),
    ];
    let answer = net::post_bytes(app.net(), &endpoint, sealed, &headers).await;
    Ok(answer.map_err(|why| NotTaken::Not(why.kept())).and_then(|answer| taken(&answer)))
}

fn taken(answer: &Answer) -> Result<(), NotTaken> {
    match answer.status {
        200..=299 => Ok(()),
        404 | 410 => Err(NotTaken::Gone),
        status @ 300..=399 => Err(NotTaken::Not(format!("redirect|{status}"))),
        status => Err(NotTaken::Not(format!("status|{status}"))),
    }
}

/// What reaches the browser, and the key that signs.
fn opened(app: &App, browser: Uuid, kept: &Sealed, key: &PushKey) -> Result<(Subscription, Vec<u8>), String> {
    let said = |problem: String| format!("key|{problem}");
    let seal = app.seal_key().map_err(|problem| said(problem.to_string()))?;
    let open = |owner, sealed| seal.open(owner, sealed).map_err(|problem| said(problem.to_string()));
    let subscription = open(Owner::Browser(browser), kept)?;
    let subscription = serde_json::from_str(subscription.shown_to_its_server()).map_err(|_| "odd|".to_owned())?;
    let pair = open(Owner::Push, &key.sealed)?;
    let pair = hex::decode(pair.shown_to_its_server()).map_err(|_| "odd|".to_owned())?;
    Ok((subscription, pair))
}
