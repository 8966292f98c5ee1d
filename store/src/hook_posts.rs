//! What goes to webhooks: the same bytes at every try, leased to whoever sends, given up after a few tries and then shown.
use crate::outbox::{Settled, pause_after};
use crate::{Conn, Fault, Tx, list, params, record, sql};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Tries; then a person looks.
pub const TRIES: i64 = 5;
/// Bytes of one body (limits table).
pub const BODY_AT_MOST: usize = 64 * 1024;
/// Taken at once, of all webhooks together.
pub const TAKEN_AT_MOST: i64 = 64;
/// Shown of one webhook.
pub const SHOWN_AT_MOST: i64 = 20;
/// A taken one is left alone so long.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// What ended is kept so long.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

casework::choices! {
    pub enum PostState { Waiting = "waiting", Sent = "sent", Failed = "failed" }
}
crate::columns::choices!(PostState);

record! {
    /// One that is due.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Due {
        pub id: Uuid,
        pub hook: Uuid,
        pub url: String,
        pub body: String,
        /// Tries so far, this one included; the fence.
        pub attempts: i64,
    }
}

record! {
    /// One as people see it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Shown {
        pub id: Uuid,
        pub state: PostState,
        pub made_at: Timestamp,
        pub attempts: i64,
        pub said: String,
    }
}

/// Keeps what is to go; the same id again changes nothing.
pub fn keep(tx: &Tx, id: Uuid, hook: Uuid, notice: Uuid, body: &str, now: Timestamp) -> Result<(), Fault> {
    if body.len() > BODY_AT_MOST {
        return Ok(());
    }
    tx.put(
        sql!(
            "insert into hook_posts (id, hook_id, notice_id, body, state, made_at, due_at, attempts, said) values (?1, ?2, ?3, ?4, 'waiting', ?5, ?5, 0, '')
             on conflict (id) do nothing"
        ),
        &params![id, hook, notice, body, now],
    )
}

/// Takes what is due for webhooks that are on, the oldest first. Two servers never take the same at the same time.
pub fn claim(tx: &Tx, now: Timestamp) -> Result<Vec<Due>, Fault> {
    let ids: Vec<Uuid> = tx.all(
        sql!(
            "select id from hook_posts where due_at is not null and due_at <= ?1 and (leased_until is null or leased_until <= ?1)
             and hook_id in (select id from hooks where active = 1) order by due_at, id limit ?2 {skip_locked}"
        ),
        &params![now, TAKEN_AT_MOST],
    )?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("update hook_posts set leased_until = ?2, attempts = attempts + 1 where id in {ids ?1}"),
        &[list(ids.iter().copied()), until.into()],
    )?;
    tx.all(
        sql!(
            "select p.id, p.hook_id, h.url, p.body, p.attempts from hook_posts p join hooks h on h.id = p.hook_id where p.id in {ids ?1} order by p.made_at, p.id"
        ),
        &[list(ids)],
    )
}

fn settled(hit: u64) -> Settled {
    if hit == 1 { Settled::Kept } else { Settled::TooLate }
}

/// It was taken. `attempts` is the fence.
pub fn sent(tx: &Tx, id: Uuid, attempts: i64, now: Timestamp) -> Result<Settled, Fault> {
    let hit = tx.hit(
        sql!(
            "update hook_posts set state = 'sent', due_at = null, leased_until = null, ended_at = ?3, said = '' where id = ?1 and attempts = ?2 and state = 'waiting'"
        ),
        &params![id, attempts, now],
    )?;
    Ok(settled(hit))
}

/// It was not: again after 1, 2, 5, 10 minutes, and after [`TRIES`] tries no more.
pub fn failed(tx: &Tx, id: Uuid, attempts: i64, said: &str, now: Timestamp) -> Result<Settled, Fault> {
    let said: String = said.chars().take(500).collect();
    let hit = if attempts >= TRIES {
        tx.hit(
            sql!(
                "update hook_posts set state = 'failed', due_at = null, leased_until = null, ended_at = ?4, said = ?3 where id = ?1 and attempts = ?2 and state = 'waiting'"
            ),
            &params![id, attempts, said, now],
        )?
    } else {
        let due = now.saturating_add(pause_after(attempts)).unwrap_or(Timestamp::MAX);
        tx.hit(
            sql!("update hook_posts set due_at = ?4, leased_until = null, said = ?3 where id = ?1 and attempts = ?2 and state = 'waiting'"),
            &params![id, attempts, said, due],
        )?
    };
    Ok(settled(hit))
}

/// It was taken and not tried: it stays due, and that was no try.
pub fn given_back(tx: &Tx, id: Uuid, attempts: i64) -> Result<Settled, Fault> {
    let hit = tx.hit(
        sql!("update hook_posts set leased_until = null, attempts = attempts - 1 where id = ?1 and attempts = ?2 and state = 'waiting'"),
        &params![id, attempts],
    )?;
    Ok(settled(hit))
}

/// A person looked: everything that was given up is tried again, from the beginning.
pub fn again(tx: &Tx, hook: Uuid, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!("update hook_posts set state = 'waiting', attempts = 0, due_at = ?2, leased_until = null, ended_at = null where hook_id = ?1 and state = 'failed'"),
        &params![hook, now],
    )
}

/// How many a webhook still has to get, and how many it did not get, each counted to 1,000.
pub fn counts(conn: &Conn, hook: Uuid) -> Result<(i64, i64), Fault> {
    let of = |state: PostState| {
        conn.one(
            sql!("select count(*) from (select 1 from hook_posts where hook_id = ?1 and state = ?2 limit 1000) as some_posts"),
            &params![hook, state],
        )
    };
    Ok((of(PostState::Waiting)?, of(PostState::Failed)?))
}

/// The newest of a webhook.
pub fn of_hook(conn: &Conn, hook: Uuid) -> Result<Vec<Shown>, Fault> {
    conn.all(
        sql!("select id, state, made_at, attempts, said from hook_posts where hook_id = ?1 order by made_at desc, id desc limit ?2"),
        &params![hook, SHOWN_AT_MOST],
    )
}

/// Forgets what ended long ago; says how many.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from hook_posts where ended_at is not null and ended_at <= ?1"), &params![since])
}
