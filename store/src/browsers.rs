//! Browsers in which colleagues hear of notices: connected by themselves, each for itself, and gone when its service says so. Its address and keys lie
//! sealed and in no export.
use crate::mailboxes::Sealed;
use crate::{Conn, Fault, NotKept, Tx, params, record, sql};
use casework::ids::PersonId;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Browsers of one person (limits table).
pub const BROWSERS_AT_MOST: i64 = 10;
/// One that is gone is shown so long.
pub const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// One that was just connected.
pub struct Connected<'a> {
    pub id: Uuid,
    pub person: PersonId,
    /// SHA-256 of its address.
    pub endpoint: [u8; 32],
    pub host: &'a str,
    pub sealed: &'a Sealed,
}

record! {
    /// One as its person sees it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Browser {
        pub id: Uuid,
        pub host: String,
        pub made_at: Timestamp,
        pub took_at: Option<Timestamp>,
        pub trouble: String,
        pub gone_at: Option<Timestamp>,
    }
}

/// Keeps a browser; the same one again belongs to whoever connected it last, and nothing waits for it from before.
///
/// # Errors
/// Refused when they have too many.
pub fn connect(tx: &Tx, new: &Connected, now: Timestamp) -> Result<(), NotKept> {
    tx.put(
        sql!("delete from push_posts where browser_id in (select id from browsers where endpoint = ?1)"),
        &params![new.endpoint],
    )?;
    tx.put(sql!("delete from browsers where endpoint = ?1"), &params![new.endpoint])?;
    let many: i64 =
        tx.one(sql!("select count(*) from browsers where person_id = ?1 and gone_at is null"), &params![new.person])?;
    if many >= BROWSERS_AT_MOST {
        return Err(Refusal::input("endpoint", "too-many-entries").with("most", BROWSERS_AT_MOST).into());
    }
    Ok(tx.put(
        sql!("insert into browsers (id, person_id, endpoint, host, sealed, made_at, trouble) values (?1, ?2, ?3, ?4, ?5, ?6, '') on conflict (id) do nothing"),
        &params![new.id, new.person, new.endpoint, new.host, &new.sealed.0, now],
    )?)
}

/// Their browsers, the latest first, those that went not long ago among them.
pub fn of(conn: &Conn, person: PersonId) -> Result<Vec<Browser>, Fault> {
    conn.all(
        sql!("select id, host, made_at, took_at, trouble, gone_at from browsers where person_id = ?1 order by made_at desc, id desc limit ?2"),
        &params![person, 2 * BROWSERS_AT_MOST],
    )
}

/// The ids of those that hear.
pub fn hearing(conn: &Conn, person: PersonId) -> Result<Vec<Uuid>, Fault> {
    conn.all(
        sql!("select id from browsers where person_id = ?1 and gone_at is null order by id limit ?2"),
        &params![person, BROWSERS_AT_MOST],
    )
}

/// What reaches a browser, sealed; nothing where it is gone.
pub fn reached(conn: &Conn, id: Uuid) -> Result<Option<Sealed>, Fault> {
    conn.maybe(sql!("select sealed from browsers where id = ?1 and gone_at is null"), &params![id])
}

/// Its person does not want it any more.
pub fn disconnect(tx: &Tx, id: Uuid, person: PersonId) -> Result<(), Fault> {
    tx.put(
        sql!("delete from push_posts where browser_id in (select id from browsers where id = ?1 and person_id = ?2)"),
        &params![id, person],
    )?;
    tx.put(sql!("delete from browsers where id = ?1 and person_id = ?2"), &params![id, person])
}

/// It took a message.
pub fn took(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update browsers set took_at = ?2, trouble = '' where id = ?1"), &params![id, now])
}

/// It did not.
pub fn ill(tx: &Tx, id: Uuid, trouble: &str) -> Result<(), Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    tx.put(sql!("update browsers set trouble = ?2 where id = ?1"), &params![id, trouble])
}

/// Its service says that it is gone: nothing more is sent, and its keys are forgotten. Whose it was; nothing when that was known before.
pub fn gone(tx: &Tx, id: Uuid, now: Timestamp) -> Result<Option<PersonId>, Fault> {
    let whose: Option<PersonId> =
        tx.maybe(sql!("select person_id from browsers where id = ?1 and gone_at is null"), &params![id])?;
    if whose.is_some() {
        tx.put(sql!("delete from push_posts where browser_id = ?1"), &params![id])?;
        let nothing: &[u8] = &[];
        tx.put(
            sql!("update browsers set gone_at = ?2, sealed = ?3, trouble = '' where id = ?1"),
            &params![id, now, nothing],
        )?;
    }
    Ok(whose)
}

/// Forgets those that went long ago; says how many.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(SHOWN_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from browsers where gone_at is not null and gone_at <= ?1"), &params![since])
}

/// The key by which services know us: sealed, and the half that everybody may know.
pub struct PushKey {
    pub sealed: Sealed,
    pub public: Vec<u8>,
}

/// The key; nothing until somebody needed it.
pub fn key(conn: &Conn) -> Result<Option<PushKey>, Fault> {
    let found: Option<(Sealed, Vec<u8>)> = conn.maybe(sql!("select sealed, public from push_key where n = 1"), &[])?;
    Ok(found.map(|(sealed, public)| PushKey { sealed, public }))
}

/// Keeps this one unless there is one already, by another server in the same moment, too.
pub fn keep_key(tx: &Tx, fresh: &PushKey, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("insert into push_key (n, sealed, public, made_at) values (1, ?1, ?2, ?3) on conflict (n) do nothing"),
        &params![&fresh.sealed.0, &fresh.public, now],
    )
}
