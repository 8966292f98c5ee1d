//! How many mails leave in an hour, by each mailbox and by all of them (limits table): providers close a mailbox that sends more. What is over it waits
//! and says until when; nothing is lost, and no try is counted.
use crate::{Conn, Fault, Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// The time in which mails are counted.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// By one mailbox, where nobody says another number.
pub const BY_A_MAILBOX: i64 = 1_000;
/// By all mailboxes of the server.
pub const BY_ALL: i64 = 5_000;
/// What waits is not looked at again before this: places come free one by one.
const A_WHILE: SignedDuration = SignedDuration::from_mins(1);
/// Mailboxes that are told of.
const MAILBOXES: i64 = 50;

/// How many mails may leave within [`WITHIN`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub by_mailbox: i64,
    pub by_all: i64,
}

impl Pace {
    /// That of a mailbox, by its own number or the usual one.
    pub fn of(chosen: Option<i64>) -> Self {
        Self { by_mailbox: chosen.unwrap_or(BY_A_MAILBOX), by_all: BY_ALL }
    }
}

/// What may leave now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// So many, at least one.
    For(i64),
    /// None before what is on a line has ended, one way or the other.
    Busy,
    /// None until then.
    NoneUntil(Timestamp),
}

/// What this mailbox may send now; what is on a line counts as sent. Servers that ask in the same moment may send a few more together.
pub fn room(conn: &Conn, mailbox: Uuid, pace: Pace, now: Timestamp) -> Result<Room, Fault> {
    // What is on a line is counted first: a mail that is taken meanwhile is counted twice rather than not at all.
    let (on_line, own_on_line): (i64, i64) = conn.one(
        sql!(
            "select count(*), cast(coalesce(sum(case when mailbox_id = ?1 then 1 else 0 end), 0) as bigint) from mails_out where leased_until > ?2"
        ),
        &params![mailbox, now],
    )?;
    let since = now.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    let (own, own_first) = sent(conn, mailbox, since)?;
    let (all, all_first): (i64, Option<Timestamp>) =
        conn.one(sql!("select count(*), min(sent_at) from mails_out where sent_at > ?1"), &params![since])?;
    let (own_left, all_left) = (pace.by_mailbox - own - own_on_line, pace.by_all - all - on_line);
    if own_left.min(all_left) > 0 {
        return Ok(Room::For(own_left.min(all_left)));
    }
    let (still, first) = if own_left <= 0 { (own_on_line, own_first) } else { (on_line, all_first) };
    if still > 0 {
        return Ok(Room::Busy);
    }
    let free = first.and_then(|first| first.saturating_add(WITHIN).ok()).unwrap_or(now);
    Ok(Room::NoneUntil(free.max(now.saturating_add(A_WHILE).unwrap_or(now))))
}

/// How many this mailbox sent since then, and when the first of them.
pub fn sent(conn: &Conn, mailbox: Uuid, since: Timestamp) -> Result<(i64, Option<Timestamp>), Fault> {
    conn.one(
        sql!("select count(*), min(sent_at) from mails_out where mailbox_id = ?1 and sent_at > ?2"),
        &params![mailbox, since],
    )
}

/// What is due by this mailbox waits until then; how many that are.
pub fn waits(tx: &Tx, mailbox: Uuid, until: Timestamp, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!("update mails_out set due_at = ?2 where mailbox_id = ?1 and due_at is not null and due_at <= ?3 and (leased_until is null or leased_until <= ?3)"),
        &params![mailbox, until, now],
    )
}

record! {
    /// Mails of a mailbox that wait for the next place.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Over {
        pub mailbox: Uuid,
        pub waiting: i64,
        /// When the first of them is looked at again.
        pub until: Timestamp,
    }
}

/// What waits because too much left: put off beyond the moment at which it was to leave, and never tried.
pub fn over(conn: &Conn, now: Timestamp) -> Result<Vec<Over>, Fault> {
    conn.all(
        sql!(
            "select mailbox_id, count(*), min(due_at) from mails_out where mailbox_id is not null and due_at > ?1 and due_at > leaves_at and attempts = 0
             group by mailbox_id order by mailbox_id limit ?2"
        ),
        &params![now, MAILBOXES],
    )
}
