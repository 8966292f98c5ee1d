//! Webhooks the other way: where another program puts rows, signed with a secret that is shown once and lies sealed, in no export.
use crate::audit::{self, By, NotKept};
use crate::hooks::{HookActive, NAME_AT_MOST};
use crate::mailboxes::Sealed;
use crate::{Conn, Fault, Tx, imports, params, record, sql};
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use uuid::Uuid;

/// Incoming webhooks of one firm (limits table).
pub const HOOKS_IN_AT_MOST: i64 = 20;

/// So long the secret before a new one is good, too: the sender changes over meanwhile and loses nothing.
pub const OLD_GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);

/// An incoming webhook as people set it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HookInSpec {
    pub name: String,
    /// `orders`, or the word of a list.
    pub list: String,
}

record! {
    /// An incoming webhook as it is kept, without its secret.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HookIn {
        pub id: Uuid,
        pub name: String,
        pub list: String,
        pub active: bool,
        pub made_at: Timestamp,
        /// When the last message with a good signature came.
        pub heard_at: Option<Timestamp>,
        /// Until when the secret before the present one is good, too.
        pub old_until: Option<Timestamp>,
    }
}

impl HookIn {
    pub fn spec(&self) -> HookInSpec {
        HookInSpec { name: self.name.clone(), list: self.list.clone() }
    }
}

/// Keeps a new one. Whether there is such a list is for whoever reads it.
///
/// # Errors
/// Refused when it has no name or there are too many.
pub fn add(tx: &Tx, id: Uuid, spec: &HookInSpec, secret: &Sealed, by: &By) -> Result<(), NotKept> {
    let spec = HookInSpec { name: spec.name.trim().to_owned(), list: spec.list.clone() };
    if spec.name.is_empty() || spec.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "hook-name").with("most", NAME_AT_MOST).into());
    }
    let many: i64 = tx.one(sql!("select count(*) from hooks_in where id <> ?1"), &params![id])?;
    if many >= HOOKS_IN_AT_MOST {
        return Err(Refusal::input("name", "too-many-entries").with("most", HOOKS_IN_AT_MOST).into());
    }
    let new = tx.hit(
        sql!(
            "insert into hooks_in (id, name, list, active, secret, made_at) values (?1, ?2, ?3, 1, ?4, ?5) on conflict (id) do nothing"
        ),
        &params![id, &spec.name, &spec.list, &secret.0, by.now],
    )?;
    if new == 1 {
        audit::note(tx, by, "incoming-hook-added", &id.to_string(), None::<&HookInSpec>, Some(&spec))?;
    }
    Ok(())
}

/// Switches it on or off. One that is off takes nothing.
///
/// # Errors
/// Faults of the database.
pub fn switch(tx: &Tx, id: Uuid, to: HookActive, by: &By) -> Result<(), NotKept> {
    let on = i64::from(to == HookActive::On);
    let hit = tx.hit(sql!("update hooks_in set active = ?2 where id = ?1 and active <> ?2"), &params![id, on])?;
    if hit == 1 {
        let what = if on == 1 { "incoming-hook-switched-on" } else { "incoming-hook-switched-off" };
        let spec = by_id(tx, id)?.map(|hook| hook.spec());
        audit::note(tx, by, what, &id.to_string(), None::<&()>, spec.as_ref())?;
    }
    Ok(())
}

/// Another secret beside the one before, which is good for [`OLD_GOOD_FOR`] yet; one before that is good no more.
///
/// # Errors
/// Refused when there is no such webhook.
pub fn new_secret(tx: &Tx, id: Uuid, secret: &Sealed, by: &By) -> Result<(), NotKept> {
    let Some(hook) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-hook").into()) };
    let until = by.now.saturating_add(OLD_GOOD_FOR).unwrap_or(by.now);
    tx.put(
        sql!("update hooks_in set old_secret = secret, old_until = ?3, secret = ?2 where id = ?1"),
        &params![id, &secret.0, until],
    )?;
    Ok(audit::note(tx, by, "incoming-hook-secret-made", &id.to_string(), None::<&()>, Some(&hook.spec()))?)
}

/// The secret before the present one is good no more, at once: the sender has changed over, or somebody else knows it.
///
/// # Errors
/// Refused when there is no such webhook.
pub fn end_old_secret(tx: &Tx, id: Uuid, by: &By) -> Result<(), NotKept> {
    let Some(hook) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-hook").into()) };
    let hit = tx.hit(
        sql!("update hooks_in set old_secret = null, old_until = null where id = ?1 and old_until is not null"),
        &params![id],
    )?;
    if hit == 1 {
        audit::note(tx, by, "incoming-hook-old-secret-ended", &id.to_string(), None::<&()>, Some(&hook.spec()))?;
    }
    Ok(())
}

/// All of them by name, at most [`HOOKS_IN_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn list(conn: &Conn) -> Result<Vec<HookIn>, Fault> {
    conn.all(
        sql!("select id, name, list, active, made_at, heard_at, old_until from hooks_in order by name, id limit ?1"),
        &params![HOOKS_IN_AT_MOST],
    )
}

/// # Errors
/// Faults of the database.
pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<HookIn>, Fault> {
    conn.maybe(
        sql!("select id, name, list, active, made_at, heard_at, old_until from hooks_in where id = ?1"),
        &params![id],
    )
}

/// What the messages of one that is switched on are checked with: its secret, and the one before while it is good. None where it is off.
///
/// # Errors
/// Faults of the database.
pub fn secrets(conn: &Conn, id: Uuid, now: Timestamp) -> Result<Vec<Sealed>, Fault> {
    let found: Option<(Sealed, Option<Sealed>)> = conn.maybe(
        sql!("select secret, case when old_until > ?2 then old_secret end from hooks_in where id = ?1 and active = 1"),
        &params![id, now],
    )?;
    Ok(found.into_iter().flat_map(|(secret, old)| [Some(secret), old]).flatten().collect())
}

/// Notes that a good message came; where it came before and was taken, what its rows came to then, as JSON.
///
/// # Errors
/// Faults of the database.
pub fn heard(tx: &Tx, id: Uuid, message: Uuid, now: Timestamp) -> Result<Option<String>, Fault> {
    tx.put(sql!("update hooks_in set heard_at = ?2 where id = ?1"), &params![id, now])?;
    imports::report_of(tx, message)
}
