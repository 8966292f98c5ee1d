//! The mailboxes that mail is fetched from and sent by: how each is reached, and how far we have read it. Secrets lie in a table of their own.
use crate::audit::{self, By, NotKept};
use crate::columns::{json, to_json};
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub mod secrets;
pub mod standing;
pub use secrets::{Sealed, SecretKind, forget_secret, has_secret, keep_mail_key, keep_secret, mail_key, renew, secret};
pub use standing::{Hold, came, hold, let_go, looked, out_trouble, out_well, start_again, trouble};

/// Mailboxes of one firm.
pub const MAILBOXES_AT_MOST: i64 = 50;
/// Characters of a name, a host or a user.
pub const TEXT_AT_MOST: usize = 200;
/// Mails an hour that somebody may choose (limits table).
pub const PER_HOUR_AT_MOST: i64 = 20_000;
/// A server that looks into a mailbox says so again before this is over; another may then take its place.
pub const HELD_FOR: SignedDuration = SignedDuration::from_mins(3);

casework::choices! {
    /// How a connection is kept from being read on its way. `none` is for a server on this very machine.
    pub enum Security { Tls = "tls", StartTls = "starttls", Open = "none" }
}
casework::choices! {
    /// How we say who we are.
    pub enum SignIn { Password = "password", OAuth = "oauth2" }
}
casework::choices! {
    /// Whether a mailbox is looked into and sent by.
    pub enum Active { On = "on", Off = "off" }
}

/// How a mail server is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// Empty where nobody is asked who we are.
    pub user: String,
    pub sign_in: SignIn,
}

/// Where the tokens of OAuth 2 come from; the client's secret and the refresh token are secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OAuth {
    pub token_endpoint: String,
    pub client: String,
    #[serde(default)]
    pub scope: String,
}

/// A mailbox as people set it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailboxSpec {
    /// In lower case.
    pub address: String,
    /// The name that correspondents see.
    pub name: String,
    /// By IMAP; nothing when no mail is fetched from it.
    pub incoming: Option<Way>,
    /// The IMAP folder; `INBOX` when nobody says another.
    pub folder: String,
    /// By SMTP; nothing when no mail is sent by it.
    pub outgoing: Option<Way>,
    pub oauth: Option<OAuth>,
    /// Mails that leave by it in an hour at the most; the usual number when nobody says another.
    #[serde(default)]
    pub per_hour: Option<i64>,
}

impl Column for MailboxSpec {
    const EXPECTED: &'static str = "a mailbox as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

/// A sentence as it is kept, to be said in the language of whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said(pub watch::Sentence);
impl Column for Said {
    const EXPECTED: &'static str = "a sentence as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

record! {
    /// A mailbox as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Mailbox {
        pub id: Uuid,
        pub version: i64,
        pub active: bool,
        /// What is sent goes out by this one unless somebody chooses another.
        pub by_default: bool,
        pub spec: MailboxSpec,
        pub made_at: Timestamp,
        pub standing: Standing,
    }
}

record! {
    /// How far we are in it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Standing {
        /// Nothing until it was read for the first time.
        pub uid_validity: Option<i64>,
        /// The first number that was not read yet.
        pub uid_next: i64,
        /// Mails that were seen waiting there and are not read yet.
        pub behind: i64,
        pub looked_at: Option<Timestamp>,
        /// When the last mail came out of it.
        pub new_at: Option<Timestamp>,
        pub trouble: Option<Said>,
        pub trouble_since: Option<Timestamp>,
        pub out_trouble: Option<Said>,
        pub out_trouble_since: Option<Timestamp>,
    }
}

/// Keeps a new mailbox; the first that sends becomes the one to send by.
///
/// # Errors
/// Refused with the code of what is wrong with it, or when there is one with this address.
pub fn add(tx: &Tx, id: Uuid, spec: &MailboxSpec, by: &By) -> Result<(), NotKept> {
    let spec = checked(tx, id, spec)?;
    let many: i64 = tx.one(sql!("select count(*) from mailboxes"), &[])?;
    if many >= MAILBOXES_AT_MOST {
        return Err(Refusal::input("address", "too-many-entries").with("most", MAILBOXES_AT_MOST).into());
    }
    let first = spec.outgoing.is_some() && default(tx)?.is_none();
    let new = tx.hit(
        sql!(
            "insert into mailboxes (id, address, version, active, by_default, spec, made_at, uid_next, behind)
             values (?1, ?2, 1, 1, ?3, ?4, ?5, 1, 0) on conflict (id) do nothing"
        ),
        &params![id, &spec.address, i64::from(first), to_json(&spec)?, by.now],
    )?;
    if new == 1 {
        audit::note(tx, by, "mailbox-added", &id.to_string(), None::<&MailboxSpec>, Some(&spec))?;
    }
    Ok(())
}

/// Keeps how it is reached. Another server, user or folder is another mailbox to read from its beginning; what is here already is
/// known by its bytes and not kept twice.
///
/// # Errors
/// Refused when somebody else changed it since `seen`, or with the code of what is wrong with it.
pub fn change(tx: &Tx, id: Uuid, spec: &MailboxSpec, seen: i64, by: &By) -> Result<(), NotKept> {
    let spec = checked(tx, id, spec)?;
    let Some(before) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-mailbox").into()) };
    if before.spec == spec {
        return Ok(());
    }
    let hit = tx.hit(
        sql!("update mailboxes set address = ?2, version = version + 1, spec = ?3, trouble = null, trouble_since = null, out_trouble = null, out_trouble_since = null where id = ?1 and version = ?4"),
        &params![id, &spec.address, to_json(&spec)?, seen],
    )?;
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let place = |spec: &MailboxSpec| {
        spec.incoming.as_ref().map(|way| (way.host.clone(), way.user.clone())).map(|way| (way, spec.folder.clone()))
    };
    if place(&before.spec) != place(&spec) {
        start_again(tx, id, None)?;
    }
    for kind in told_elsewhere(&before.spec, &spec) {
        forget_secret(tx, id, kind)?;
    }
    Ok(audit::note(tx, by, "mailbox-changed", &id.to_string(), Some(&before.spec), Some(&spec))?)
}

/// Switches a mailbox on or off; what came out of it stays.
pub fn switch(tx: &Tx, id: Uuid, to: Active, by: &By) -> Result<(), NotKept> {
    let on = i64::from(to == Active::On);
    let hit = tx.hit(
        sql!("update mailboxes set active = ?2, by_default = by_default * ?2, version = version + 1, trouble = null, trouble_since = null where id = ?1 and active <> ?2"),
        &params![id, on],
    )?;
    if hit == 1 {
        let what = if to == Active::On { "mailbox-switched-on" } else { "mailbox-switched-off" };
        audit::note(tx, by, what, &id.to_string(), None::<&()>, named(tx, id)?.as_ref())?;
    }
    Ok(())
}

/// What is sent goes out by this one from now on, unless somebody chooses another.
///
/// # Errors
/// Refused for one that is off or sends nothing.
pub fn make_default(tx: &Tx, id: Uuid, by: &By) -> Result<(), NotKept> {
    let Some(mailbox) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-mailbox").into()) };
    if !mailbox.active || mailbox.spec.outgoing.is_none() {
        return Err(Refusal::state("mailbox-sends-nothing").into());
    }
    if mailbox.by_default {
        return Ok(());
    }
    tx.put(sql!("update mailboxes set by_default = 0 where by_default = 1"), &[])?;
    tx.put(sql!("update mailboxes set by_default = 1 where id = ?1"), &params![id])?;
    Ok(audit::note(tx, by, "mailbox-made-default", &id.to_string(), None::<&()>, Some(&mailbox.spec))?)
}

/// What opened one server is never told to another: whoever changes where it goes types it again.
fn told_elsewhere(before: &MailboxSpec, now: &MailboxSpec) -> Vec<SecretKind> {
    let asks = |way: &Option<Way>| way.as_ref().map(|way| (way.host.clone(), way.port, way.security));
    let tokens = |spec: &MailboxSpec| spec.oauth.as_ref().map(|oauth| oauth.token_endpoint.clone());
    let all = [
        (asks(&before.incoming) != asks(&now.incoming), SecretKind::PasswordIn),
        (asks(&before.outgoing) != asks(&now.outgoing), SecretKind::PasswordOut),
        (tokens(before) != tokens(now), SecretKind::ClientSecret),
        (tokens(before) != tokens(now), SecretKind::RefreshToken),
    ];
    all.into_iter().filter(|(moved, _)| *moved).map(|(_, kind)| kind).collect()
}

pub(crate) fn named(conn: &Conn, id: Uuid) -> Result<Option<serde_json::Value>, Fault> {
    Ok(by_id(conn, id)?.map(|mailbox| serde_json::json!({ "name": mailbox.spec.address })))
}

/// All of them by address, at most [`MAILBOXES_AT_MOST`].
pub fn list(conn: &Conn) -> Result<Vec<Mailbox>, Fault> {
    conn.all(
        sql!(
            "select id, version, active, by_default, spec, made_at, uid_validity, uid_next, behind, looked_at, new_at, trouble, trouble_since, out_trouble, out_trouble_since
             from mailboxes order by address, id limit ?1"
        ),
        &params![MAILBOXES_AT_MOST],
    )
}

pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Mailbox>, Fault> {
    conn.maybe(
        sql!(
            "select id, version, active, by_default, spec, made_at, uid_validity, uid_next, behind, looked_at, new_at, trouble, trouble_since, out_trouble, out_trouble_since
             from mailboxes where id = ?1"
        ),
        &params![id],
    )
}

/// The one to send by when nobody chose another.
pub fn default(conn: &Conn) -> Result<Option<Mailbox>, Fault> {
    conn.maybe(
        sql!(
            "select id, version, active, by_default, spec, made_at, uid_validity, uid_next, behind, looked_at, new_at, trouble, trouble_since, out_trouble, out_trouble_since
             from mailboxes where by_default = 1 and active = 1"
        ),
        &[],
    )
}

fn checked(conn: &Conn, id: Uuid, spec: &MailboxSpec) -> Result<MailboxSpec, NotKept> {
    let spec = tidied(spec);
    if !is_address(&spec.address) {
        return Err(Refusal::input("address", "mailbox-address").into());
    }
    for (field, text) in [("name", &spec.name), ("folder", &spec.folder)] {
        check_text(field, text)?;
    }
    if spec.per_hour.is_some_and(|many| !(1..=PER_HOUR_AT_MOST).contains(&many)) {
        return Err(Refusal::input("per_hour", "mailbox-per-hour").with("most", PER_HOUR_AT_MOST).into());
    }
    if spec.incoming.is_none() && spec.outgoing.is_none() {
        return Err(Refusal::input("in_host", "mailbox-does-nothing").into());
    }
    let ways = [("in_host", "in_user", &spec.incoming), ("out_host", "out_user", &spec.outgoing)];
    for (field, user, way) in ways {
        let Some(way) = way else { continue };
        check_text(field, &way.host)?;
        check_text(user, &way.user)?;
        if !is_host(&way.host) || way.port == 0 {
            return Err(Refusal::input(field, "mailbox-host").into());
        }
        if way.security == Security::Open && !is_here(&way.host) {
            return Err(Refusal::input(field, "mailbox-open").into());
        }
        if way.sign_in == SignIn::OAuth && (spec.oauth.is_none() || way.user.is_empty()) {
            return Err(Refusal::input(user, "mailbox-oauth").into());
        }
    }
    if let Some(oauth) = &spec.oauth {
        for (field, text) in [("oauth_client", &oauth.client), ("oauth_scope", &oauth.scope)] {
            check_text(field, text)?;
        }
        if !oauth.token_endpoint.starts_with("https://") || oauth.token_endpoint.chars().count() > TEXT_AT_MOST {
            return Err(Refusal::input("oauth_endpoint", "mailbox-oauth-endpoint").into());
        }
    }
    let taken: Option<Uuid> =
        conn.maybe(sql!("select id from mailboxes where address = ?1 and id <> ?2"), &params![&spec.address, id])?;
    match taken {
        Some(_) => Err(Refusal::input("address", "mailbox-taken").into()),
        None => Ok(spec),
    }
}

fn tidied(spec: &MailboxSpec) -> MailboxSpec {
    let trim = |text: &str| text.trim().to_owned();
    let way = |way: &Way| Way { host: trim(&way.host).to_lowercase(), user: trim(&way.user), ..way.clone() };
    let folder = if spec.folder.trim().is_empty() { "INBOX".to_owned() } else { trim(&spec.folder) };
    MailboxSpec {
        address: trim(&spec.address).to_lowercase(),
        name: trim(&spec.name),
        incoming: spec.incoming.as_ref().map(way),
        folder,
        outgoing: spec.outgoing.as_ref().map(way),
        oauth: spec.oauth.clone(),
        per_hour: spec.per_hour,
    }
}

/// Nothing that could end a line of a protocol or a header.
fn check_text(field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.chars().count() > TEXT_AT_MOST {
        return Err(Refusal::input(field, "too-long").with("most", TEXT_AT_MOST));
    }
    if text.chars().any(char::is_control) {
        return Err(Refusal::input(field, "mailbox-odd-letters"));
    }
    Ok(())
}

fn is_address(text: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[],;:\\\"".contains(letter);
    text.len() <= 254
        && !text.contains(odd)
        && text.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && is_host(host))
}

fn is_host(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '_'))
}

/// A name of this very machine, to which nothing travels.
pub fn is_here(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1")
}
