//! Addresses at which other programs hear of notices. The secret that signs is shown once, lies sealed, and in no export.
use crate::audit::{self, By, NotKept};
use crate::mailboxes::Sealed;
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::notices::About;
use casework::refusal::Refusal;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// Webhooks of one firm (limits table).
pub const HOOKS_AT_MOST: i64 = 20;
/// Characters of a name.
pub const NAME_AT_MOST: usize = 80;
/// Characters of an address.
pub const URL_AT_MOST: usize = 500;

casework::choices! {
    /// What is told: ids and addresses only, or the sentence too, with what customers wrote.
    pub enum Tells { Links = "links", Words = "words" }
}
casework::choices! {
    pub enum HookActive { On = "on", Off = "off" }
}
crate::columns::choices!(Tells);

/// Kinds stand as words with spaces between; a word of a later version is passed over.
impl Column for Vec<About> {
    const EXPECTED: &'static str = "words of kinds of notices";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(words) => Some(words.split_whitespace().filter_map(About::from_word).collect()),
            _ => None,
        }
    }
}

/// A webhook as people set it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HookSpec {
    pub name: String,
    pub url: String,
    pub about: Vec<About>,
    pub tells: Tells,
}

record! {
    /// A webhook as it is kept, without its secret.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Hook {
        pub id: Uuid,
        pub version: i64,
        pub name: String,
        pub url: String,
        pub about: Vec<About>,
        pub tells: Tells,
        pub active: bool,
        pub made_at: Timestamp,
        pub failing_since: Option<Timestamp>,
        /// What the last try said; empty when it worked.
        pub trouble: String,
    }
}

impl Hook {
    pub fn spec(&self) -> HookSpec {
        let (name, url, about) = (self.name.clone(), self.url.clone(), self.about.clone());
        HookSpec { name, url, about, tells: self.tells }
    }
}

/// Keeps a new one.
///
/// # Errors
/// Refused when a field does not make sense or there are too many.
pub fn add(tx: &Tx, id: Uuid, spec: &HookSpec, secret: &Sealed, by: &By) -> Result<(), NotKept> {
    let spec = checked(spec)?;
    let many: i64 = tx.one(sql!("select count(*) from hooks"), &[])?;
    if many >= HOOKS_AT_MOST {
        return Err(Refusal::input("name", "too-many-entries").with("most", HOOKS_AT_MOST).into());
    }
    let new = tx.hit(
        sql!(
            "insert into hooks (id, version, name, url, about, tells, active, secret, sealed, made_at, trouble) values (?1, 1, ?2, ?3, ?4, ?5, 1, ?6, 1, ?7, '')
             on conflict (id) do nothing"
        ),
        &params![id, &spec.name, &spec.url, about_words(&spec.about), spec.tells, &secret.0, by.now],
    )?;
    if new == 1 {
        audit::note(tx, by, "hook-added", &id.to_string(), None::<&HookSpec>, Some(&spec))?;
    }
    Ok(())
}

/// Keeps how it is; another address begins well.
///
/// # Errors
/// Refused when somebody else changed it since `seen`, or with what is wrong with it.
pub fn change(tx: &Tx, id: Uuid, spec: &HookSpec, seen: i64, by: &By) -> Result<(), NotKept> {
    let spec = checked(spec)?;
    let Some(before) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-hook").into()) };
    if before.spec() == spec {
        return Ok(());
    }
    let hit = tx.hit(
        sql!("update hooks set version = version + 1, name = ?2, url = ?3, about = ?4, tells = ?5 where id = ?1 and version = ?6"),
        &params![id, &spec.name, &spec.url, about_words(&spec.about), spec.tells, seen],
    )?;
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    if before.url != spec.url {
        well(tx, id)?;
    }
    Ok(audit::note(tx, by, "hook-changed", &id.to_string(), Some(&before.spec()), Some(&spec))?)
}

/// Switches it on or off. What still waits for one that is off does not leave.
pub fn switch(tx: &Tx, id: Uuid, to: HookActive, by: &By) -> Result<(), NotKept> {
    let on = i64::from(to == HookActive::On);
    let hit = tx.hit(
        sql!("update hooks set active = ?2, version = version + 1, failing_since = null, trouble = '' where id = ?1 and active <> ?2"),
        &params![id, on],
    )?;
    if hit == 1 {
        let what = if on == 1 { "hook-switched-on" } else { "hook-switched-off" };
        let spec = by_id(tx, id)?.map(|hook| hook.spec());
        audit::note(tx, by, what, &id.to_string(), None::<&()>, spec.as_ref())?;
    }
    Ok(())
}

/// Another secret in the place of the one before.
pub fn new_secret(tx: &Tx, id: Uuid, secret: &Sealed, by: &By) -> Result<(), NotKept> {
    let kept = sql!("update hooks set secret = ?2, sealed = 1, version = version + 1 where id = ?1");
    tx.put(kept, &params![id, &secret.0])?;
    let spec = by_id(tx, id)?.map(|hook| hook.spec());
    Ok(audit::note(tx, by, "hook-secret-made", &id.to_string(), None::<&()>, spec.as_ref())?)
}

/// It took what was sent.
pub fn well(tx: &Tx, id: Uuid) -> Result<(), Fault> {
    tx.put(
        sql!("update hooks set failing_since = null, trouble = '' where id = ?1 and (failing_since is not null or trouble <> '')"),
        &params![id],
    )
}

/// It did not take what was sent.
pub fn ill(tx: &Tx, id: Uuid, trouble: &str, now: Timestamp) -> Result<(), Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    tx.put(
        sql!("update hooks set failing_since = coalesce(failing_since, ?3), trouble = ?2 where id = ?1"),
        &params![id, trouble, now],
    )
}

/// All of them by name, at most [`HOOKS_AT_MOST`].
pub fn list(conn: &Conn) -> Result<Vec<Hook>, Fault> {
    conn.all(
        sql!("select id, version, name, url, about, tells, active, made_at, failing_since, trouble from hooks order by name, id limit ?1"),
        &params![HOOKS_AT_MOST],
    )
}

pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Hook>, Fault> {
    conn.maybe(
        sql!("select id, version, name, url, about, tells, active, made_at, failing_since, trouble from hooks where id = ?1"),
        &params![id],
    )
}

/// What is signed with, for whoever sends and can open it.
pub fn secret(conn: &Conn, id: Uuid) -> Result<Option<Sealed>, Fault> {
    conn.maybe(sql!("select secret from hooks where id = ?1 and sealed = 1"), &params![id])
}

/// Secrets that an earlier program kept as they were.
pub fn unsealed(conn: &Conn) -> Result<Vec<(Uuid, Vec<u8>)>, Fault> {
    conn.all(sql!("select id, secret from hooks where sealed = 0 order by id limit ?1"), &params![HOOKS_AT_MOST])
}

/// The same secret, sealed; nobody's deed, so no log. Nothing where it is another one meanwhile.
pub fn seal(tx: &Tx, id: Uuid, plain: &[u8], sealed: &Sealed) -> Result<(), Fault> {
    tx.put(
        sql!("update hooks set secret = ?3, sealed = 1 where id = ?1 and secret = ?2 and sealed = 0"),
        &params![id, plain, &sealed.0],
    )
}

fn about_words(about: &[About]) -> String {
    about.iter().map(|about| about.word()).collect::<Vec<_>>().join(" ")
}

/// Whether the address may be reached is for whoever reaches it.
fn checked(spec: &HookSpec) -> Result<HookSpec, Refusal> {
    let spec = HookSpec { name: spec.name.trim().to_owned(), url: spec.url.trim().to_owned(), ..spec.clone() };
    if spec.name.is_empty() || spec.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "hook-name").with("most", NAME_AT_MOST));
    }
    if spec.url.is_empty() || spec.url.chars().count() > URL_AT_MOST {
        return Err(Refusal::input("url", "hook-url").with("most", URL_AT_MOST));
    }
    if spec.about.is_empty() {
        return Err(Refusal::input("about", "hook-about"));
    }
    Ok(spec)
}
