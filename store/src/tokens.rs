//! Keys for the API: each belongs to a person, is known by its hash, and can be revoked.
use crate::audit::{self, By, NotKept};
use crate::people::Person;
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::PersonId;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};

/// Keys one person may have that are not revoked.
pub const TOKENS_AT_MOST: i64 = 20;
/// Characters of a key's name.
pub const NAME_AT_MOST: usize = 80;
/// The last use is noted no more often, so that a read is not a write.
pub const USED_EVERY: SignedDuration = SignedDuration::from_mins(1);

record! {
    /// A key as its person sees it; the key itself is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ApiToken {
        /// The hash of the key.
        pub key: Vec<u8>,
        pub name: String,
        pub made_at: Timestamp,
        pub used_at: Option<Timestamp>,
        pub revoked_at: Option<Timestamp>,
    }
}

record! {
    /// Who stands behind a key.
    #[derive(Clone, Debug, PartialEq)]
    pub struct KeyHolder {
        pub person: Person,
        pub used_at: Option<Timestamp>,
    }
}

/// # Errors
/// Refused without a name or when the person has too many.
pub fn make(tx: &Tx, token: &str, person: PersonId, name: &str, by: &By) -> Result<(), NotKept> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "token-name").with("most", NAME_AT_MOST).into());
    }
    let live: i64 =
        tx.one(sql!("select count(*) from api_tokens where person_id = ?1 and revoked_at is null"), &params![person])?;
    if live >= TOKENS_AT_MOST {
        return Err(Refusal::input("name", "too-many-tokens").with("most", TOKENS_AT_MOST).into());
    }
    let key = token_hash(token);
    tx.put(
        sql!("insert into api_tokens (token, person_id, name, made_at) values (?1, ?2, ?3, ?4) on conflict (token) do nothing"),
        &params![key, person, name, by.now],
    )?;
    Ok(audit::note(tx, by, "token-made", &hex::encode(&key[..8]), None::<&()>, Some(&name))?)
}

/// The active person behind a key that is not revoked.
pub fn find_with_person(conn: &Conn, token: &str) -> Result<Option<KeyHolder>, Fault> {
    conn.maybe(
        sql!(
            "select p.id, p.name, p.email, p.phone, p.zone, p.roles, p.quiet_from, p.quiet_to, p.active, p.language, t.used_at
             from api_tokens t join people p on p.id = t.person_id where t.token = ?1 and t.revoked_at is null and p.active = 1"
        ),
        &params![token_hash(token)],
    )
}

/// Whether the last use must be noted again by [`used`].
pub fn is_stale(holder: &KeyHolder, now: Timestamp) -> bool {
    holder.used_at.is_none_or(|at| now.duration_since(at) >= USED_EVERY)
}

/// Notes the use of a key; call it only when [`is_stale`] says so.
pub fn used(tx: &Tx, token: &str, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update api_tokens set used_at = ?2 where token = ?1"), &params![token_hash(token), now])
}

/// Revokes one key of a person; a revoked one stays in the list.
pub fn revoke(tx: &Tx, person: PersonId, key: &[u8], by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update api_tokens set revoked_at = ?3 where token = ?1 and person_id = ?2 and revoked_at is null"),
        &params![key, person, by.now],
    )?;
    if hit == 0 {
        return Ok(());
    }
    audit::note(tx, by, "token-revoked", &hex::encode(&key[..key.len().min(8)]), None::<&()>, None::<&()>)
}

pub(crate) fn revoke_all(tx: &Tx, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update api_tokens set revoked_at = ?2 where person_id = ?1 and revoked_at is null"),
        &params![person, now],
    )
}

/// The keys of a person, newest first, revoked ones too; at most 100.
pub fn of_person(conn: &Conn, person: PersonId) -> Result<Vec<ApiToken>, Fault> {
    conn.all(
        sql!("select token, name, made_at, used_at, revoked_at from api_tokens where person_id = ?1 order by made_at desc, token limit 100"),
        &params![person],
    )
}
