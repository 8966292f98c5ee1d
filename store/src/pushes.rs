//! Messages on their way to browsers: leased to whoever sends, tried a few times, and forgotten once taken or too old: a browser shows what is so now.
use crate::outbox::{Settled, pause_after};
use crate::{Conn, Fault, Tx, list, params, record, sql};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Tries; then the notice is on the page and in the mail only.
pub const TRIES: i64 = 5;
/// Bytes of one message before it is sealed; services take 4,096 in all (limits table).
pub const BODY_AT_MOST: usize = 3_000;
/// Taken at once, of all browsers together.
pub const TAKEN_AT_MOST: i64 = 64;
/// A taken one is left alone so long.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// What did not get through by then is old.
pub const FRESH_FOR: SignedDuration = SignedDuration::from_hours(4);

record! {
    /// One that is due.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Due {
        pub id: Uuid,
        pub browser: Uuid,
        pub body: String,
        pub urgent: bool,
        /// Tries so far, this one included; the fence.
        pub attempts: i64,
    }
}

/// One that is to go.
pub struct New<'a> {
    pub id: Uuid,
    pub browser: Uuid,
    pub body: &'a str,
    pub urgent: bool,
}

/// Keeps what is to go; the same id again changes nothing.
pub fn keep(tx: &Tx, new: &New, now: Timestamp) -> Result<(), Fault> {
    if new.body.len() > BODY_AT_MOST {
        return Ok(());
    }
    tx.put(
        sql!(
            "insert into push_posts (id, browser_id, body, urgent, made_at, due_at, attempts) values (?1, ?2, ?3, ?4, ?5, ?5, 0) on conflict (id) do nothing"
        ),
        &params![new.id, new.browser, new.body, i64::from(new.urgent), now],
    )
}

/// Takes what is due and not old, the oldest first. Two servers never take the same at the same time.
pub fn claim(tx: &Tx, now: Timestamp) -> Result<Vec<Due>, Fault> {
    let ids: Vec<Uuid> = tx.all(
        sql!(
            "select id from push_posts where due_at is not null and due_at <= ?1 and made_at > ?3 and (leased_until is null or leased_until <= ?1)
             order by due_at, id limit ?2 {skip_locked}"
        ),
        &params![now, TAKEN_AT_MOST, now.saturating_sub(FRESH_FOR).unwrap_or(Timestamp::MIN)],
    )?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("update push_posts set leased_until = ?2, attempts = attempts + 1 where id in {ids ?1}"),
        &[list(ids.iter().copied()), until.into()],
    )?;
    tx.all(
        sql!("select id, browser_id, body, urgent, attempts from push_posts where id in {ids ?1} order by made_at, id"),
        &[list(ids)],
    )
}

/// It was taken, or there is nobody any more who could. `attempts` is the fence.
pub fn ended(tx: &Tx, id: Uuid, attempts: i64) -> Result<Settled, Fault> {
    let hit = tx.hit(sql!("update push_posts set due_at = null, leased_until = null where id = ?1 and attempts = ?2 and due_at is not null"), &params![id, attempts])?;
    Ok(if hit == 1 { Settled::Kept } else { Settled::TooLate })
}

/// It was not: again after 1, 2, 5, 10 minutes; after [`TRIES`] tries or [`FRESH_FOR`] no more.
pub fn failed(tx: &Tx, id: Uuid, attempts: i64, now: Timestamp) -> Result<Settled, Fault> {
    if attempts >= TRIES {
        return ended(tx, id, attempts);
    }
    let due = now.saturating_add(pause_after(attempts)).unwrap_or(Timestamp::MAX);
    let hit = tx.hit(
        sql!("update push_posts set due_at = ?3, leased_until = null where id = ?1 and attempts = ?2 and due_at is not null"),
        &params![id, attempts, due],
    )?;
    Ok(if hit == 1 { Settled::Kept } else { Settled::TooLate })
}

/// How many wait for a browser.
pub fn waiting(conn: &Conn, browser: Uuid) -> Result<i64, Fault> {
    conn.one(sql!("select count(*) from push_posts where browser_id = ?1 and due_at is not null"), &params![browser])
}

/// Forgets what was taken, and what is old; says how many. A taken one is kept for as long as its notice could come again by the same id.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(FRESH_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from push_posts where made_at <= ?1"), &params![since])
}
