//! Who is signed in: a session is known by the hash of its token, so that a copy of the database opens no door.
use crate::people::Person;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

/// A session unused for so long has ended.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// And every session ends after this.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The last use is noted no more often, so that a page view is not a write.
pub const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// Sessions of one person; the oldest ends when there would be more.
pub const SESSIONS_AT_MOST: i64 = 10;
/// Characters kept of what the browser calls itself.
const BROWSER_AT_MOST: usize = 200;

record! {
    /// A session with its person.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SignedIn {
        pub person: Person,
        pub made_at: Timestamp,
        pub seen_at: Timestamp,
        pub ends_at: Timestamp,
    }
}

record! {
    /// One session as a person sees it in the list of their own.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Session {
        /// The hash of its token.
        pub key: Vec<u8>,
        pub made_at: Timestamp,
        pub seen_at: Timestamp,
        pub browser: String,
    }
}

/// What is kept of a token. Tokens are long random texts, so one round of SHA-256 is enough.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Begins a session; the oldest of the person end when there are too many.
pub fn make(tx: &Tx, token: &str, person: PersonId, browser: &str, now: Timestamp) -> Result<(), Fault> {
    let ends = now.saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
    let browser: String = browser.chars().take(BROWSER_AT_MOST).collect();
    tx.put(
        sql!("insert into sessions (token, person_id, made_at, seen_at, ends_at, browser) values (?1, ?2, ?3, ?3, ?4, ?5)"),
        &params![token_hash(token), person, now, ends, browser],
    )?;
    tx.put(
        sql!("delete from sessions where person_id = ?1 and token not in (select token from sessions where person_id = ?1 order by made_at desc, token limit ?2)"),
        &params![person, SESSIONS_AT_MOST],
    )
}

/// The session of that token with its person, in one read; nothing when it ended, was unused too long, or the person left.
pub fn find_with_person(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<SignedIn>, Fault> {
    let used_since = now.saturating_sub(IDLE).unwrap_or(Timestamp::MIN);
    conn.maybe(
        sql!(
            "select p.id, p.name, p.email, p.phone, p.zone, p.roles, p.quiet_from, p.quiet_to, p.active, p.language, s.made_at, s.seen_at, s.ends_at
             from sessions s join people p on p.id = s.person_id where s.token = ?1 and s.ends_at > ?2 and s.seen_at > ?3 and p.active = 1"
        ),
        &params![token_hash(token), now, used_since],
    )
}

/// Whether the last use must be noted again by [`seen`].
pub fn is_stale(session: &SignedIn, now: Timestamp) -> bool {
    now.duration_since(session.seen_at) >= SEEN_EVERY
}

/// Notes the use of a session; call it only when [`is_stale`] says so.
pub fn seen(tx: &Tx, token: &str, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update sessions set seen_at = ?2 where token = ?1 and seen_at < ?2"), &params![token_hash(token), now])
}

pub fn end(tx: &Tx, token: &str) -> Result<(), Fault> {
    tx.put(sql!("delete from sessions where token = ?1"), &params![token_hash(token)])
}

/// Ends one session of a person by its key, from the list of their own.
pub fn end_by_key(tx: &Tx, person: PersonId, key: &[u8]) -> Result<(), Fault> {
    tx.put(sql!("delete from sessions where token = ?1 and person_id = ?2"), &params![key, person])
}

pub fn end_all(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    tx.put(sql!("delete from sessions where person_id = ?1"), &params![person])
}

/// The sessions of a person, the one used last first.
pub fn of_person(conn: &Conn, person: PersonId) -> Result<Vec<Session>, Fault> {
    conn.all(
        sql!("select token, made_at, seen_at, browser from sessions where person_id = ?1 order by seen_at desc, token limit ?2"),
        &params![person, SESSIONS_AT_MOST],
    )
}

/// Removes sessions that have ended; run once a day.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let used_since = now.saturating_sub(IDLE).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from sessions where ends_at <= ?1 or seen_at <= ?2"), &params![now, used_since])
}
