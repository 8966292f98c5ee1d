//! The links that stand in mails to colleagues. Only their hash is kept; each opens one small thing for one person, and nothing else.
use crate::people::Person;
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, sql};
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};

/// So long a link in a mail works.
pub const WORKS_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

casework::choices! {
    /// What a link is for.
    pub enum LinkWhat { Acknowledge = "acknowledge", Off = "off" }
}
crate::columns::choices!(LinkWhat);

/// Keeps a link.
pub fn make(tx: &Tx, token: &str, person: PersonId, what: LinkWhat, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("insert into notice_links (token, person_id, what, made_at) values (?1, ?2, ?3, ?4) on conflict (token) do nothing"),
        &params![token_hash(token), person, what, now],
    )
}

/// The active person behind a link that still works. One look by a hash, whatever was sent.
pub fn person(conn: &Conn, token: &str, what: LinkWhat, now: Timestamp) -> Result<Option<Person>, Fault> {
    let since = now.saturating_sub(WORKS_FOR).unwrap_or(Timestamp::MIN);
    conn.maybe(
        sql!(
            "select p.id, p.name, p.email, p.phone, p.zone, p.roles, p.quiet_from, p.quiet_to, p.active, p.language
             from notice_links l join people p on p.id = l.person_id where l.token = ?1 and l.what = ?2 and l.made_at > ?3 and p.active = 1"
        ),
        &params![token_hash(token), what, since],
    )
}

/// Forgets links that work no more; says how many.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(WORKS_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from notice_links where made_at <= ?1"), &params![since])
}
