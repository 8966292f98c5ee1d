//! What must still be done outside: rows written with the change that asked for it, taken by lease, done at least once.
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::{CaseId, PersonId};
use casework::text::Text;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use uuid::Uuid;

/// How long a taken row is left alone: longer than the 10 minutes a mail server may take to answer (RFC 5321, 4.5.3.2.6).
pub const LEASE: SignedDuration = SignedDuration::from_mins(15);
/// Rows taken at once.
pub const TAKEN_AT_MOST: i64 = 100;
/// After so many tries a row is shown to people as stuck.
pub const STUCK_AFTER: i64 = 5;
/// The longest pause between two tries.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(4);
/// Notices of one person read at once.
pub const NOTICES_AT_MOST: i64 = 50;
/// Stuck rows read at once.
pub const STUCK_AT_MOST: i64 = 200;

record! {
    /// Something to be done.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Errand {
        pub id: Uuid,
        pub case: Option<CaseId>,
        /// `notify`, `prevention_did_not_hold`.
        pub kind: String,
        pub to: Option<PersonId>,
        pub urgent: bool,
        /// JSON, by kind.
        pub payload: String,
        pub due_at: Timestamp,
        /// Tries so far, this one included; the fence: whoever answers must name the same.
        pub attempts: i64,
        pub made_at: Timestamp,
    }
}

/// Takes up to `limit` due rows of these kinds for [`LEASE`]. Two servers never take the same at the same time.
pub fn claim(tx: &Tx, kinds: &[&str], now: Timestamp, limit: i64) -> Result<Vec<Errand>, Fault> {
    let ids: Vec<Uuid> = tx.all(
        sql!(
            "select id from outbox where done_at is null and due_at <= ?1 and (leased_until is null or leased_until <= ?1) and kind in {texts ?2}
             order by due_at, id limit ?3 {skip_locked}"
        ),
        &[now.into(), list(kinds.iter().copied()), limit.clamp(1, TAKEN_AT_MOST).into()],
    )?;
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("update outbox set leased_until = ?2, attempts = attempts + 1 where id in {ids ?1}"),
        &[list(ids.iter().copied()), until.into()],
    )?;
    tx.all(
        sql!("select id, case_id, kind, to_id, urgent, payload, due_at, attempts, made_at from outbox where id in {ids ?1} order by due_at, id"),
        &[list(ids)],
    )
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    Kept,
    /// The lease had run out and somebody else has it now; nothing was changed.
    TooLate,
}

fn settled(hit: u64) -> Settled {
    if hit == 1 { Settled::Kept } else { Settled::TooLate }
}

/// It is done. `attempts` is the fence of the errand.
pub fn done(tx: &Tx, id: Uuid, attempts: i64, now: Timestamp) -> Result<Settled, Fault> {
    let hit = tx.hit(
        sql!("update outbox set done_at = ?3, leased_until = null, trouble = '' where id = ?1 and attempts = ?2 and done_at is null"),
        &params![id, attempts, now],
    )?;
    Ok(settled(hit))
}

/// It did not work: again after 1, 2, 5, 10, 20, 40 … minutes, at the latest after 4 hours.
pub fn failed(tx: &Tx, id: Uuid, attempts: i64, trouble: &str, now: Timestamp) -> Result<Settled, Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    let due = now.saturating_add(pause_after(attempts)).unwrap_or(Timestamp::MAX);
    let hit = tx.hit(
        sql!("update outbox set due_at = ?3, leased_until = null, trouble = ?4 where id = ?1 and attempts = ?2 and done_at is null"),
        &params![id, attempts, due, trouble],
    )?;
    Ok(settled(hit))
}

/// The pause before the next try, given the tries so far.
pub fn pause_after(attempts: i64) -> SignedDuration {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 2,
        3 => 5,
        more => 10_i64 << (more - 4).min(10),
    };
    SignedDuration::from_mins(minutes).min(LONGEST_PAUSE)
}

record! {
    /// A row that does not get done.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Stuck {
        pub id: Uuid,
        pub case: Option<CaseId>,
        pub kind: String,
        pub attempts: i64,
        /// When it is tried next.
        pub due_at: Timestamp,
        pub made_at: Timestamp,
        /// What the last try said.
        pub trouble: String,
    }
}

/// Rows tried [`STUCK_AFTER`] times or more, the oldest first.
pub fn stuck(conn: &Conn) -> Result<Vec<Stuck>, Fault> {
    conn.all(
        sql!("select id, case_id, kind, attempts, due_at, made_at, trouble from outbox where done_at is null and attempts >= ?1 order by made_at, id limit ?2"),
        &params![STUCK_AFTER, STUCK_AT_MOST],
    )
}

record! {
    /// How far behind the outbox is, for the health page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Lag {
        /// Rows due and not done, counted to 1,000.
        pub waiting: i64,
        pub oldest: Option<Timestamp>,
    }
}

/// What is due and not done.
pub fn lag(conn: &Conn, now: Timestamp) -> Result<Lag, Fault> {
    conn.one(
        sql!("select count(*), min(due_at) from (select due_at from outbox where done_at is null and due_at <= ?1 order by due_at limit 1001) as due"),
        &params![now],
    )
}

/// Something a colleague was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub id: Uuid,
    pub case: Option<CaseId>,
    pub urgent: bool,
    pub text: Text,
    /// Not before; outside their quiet hours.
    pub due_at: Timestamp,
    pub seen_at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct Payload {
    text: Text,
}

/// Tells a colleague something that no change of a case said, such as that another one does not answer. The same id tells it once.
pub fn tell(tx: &Tx, id: Uuid, case: Option<CaseId>, to: PersonId, text: &Text, now: Timestamp) -> Result<(), Fault> {
    say(tx, (id, case, to), text, true, now)
}

/// The same of what can wait: it stands on the page and comes by the ways of its kind.
pub fn mention(tx: &Tx, id: Uuid, to: PersonId, text: &Text, now: Timestamp) -> Result<(), Fault> {
    say(tx, (id, None, to), text, false, now)
}

fn say(
    tx: &Tx,
    (id, case, to): (Uuid, Option<CaseId>, PersonId),
    text: &Text,
    urgent: bool,
    now: Timestamp,
) -> Result<(), Fault> {
    let payload = serde_json::json!({ "text": text }).to_string();
    tx.put(
        sql!(
            "insert into outbox (id, case_id, kind, to_id, urgent, payload, due_at, attempts, made_at) values (?1, ?2, 'notify', ?3, ?6, ?4, ?5, 0, ?5)
             on conflict (id) do nothing"
        ),
        &params![id, case.map(|c| c.0), to.0, payload, now, i64::from(urgent)],
    )
}

/// The newest notices of a person that may be shown now, newest first.
pub fn notices(conn: &Conn, person: PersonId, now: Timestamp) -> Result<Vec<Notice>, Fault> {
    type Row = (Uuid, Option<CaseId>, bool, String, Timestamp, Option<Timestamp>);
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, case_id, urgent, payload, due_at, seen_at from outbox where to_id = ?1 and kind = 'notify' and due_at <= ?2
             order by due_at desc, id desc limit ?3"
        ),
        &params![person, now, NOTICES_AT_MOST],
    )?;
    let read = |(id, case, urgent, payload, due_at, seen_at): Row| {
        let payload: Payload = serde_json::from_str(&payload).map_err(|e| Fault::Engine(e.into()))?;
        Ok(Notice { id, case, urgent, text: payload.text, due_at, seen_at })
    };
    rows.into_iter().map(read).collect()
}

/// How many notices a person has not seen, counted to 100.
pub fn unseen(conn: &Conn, person: PersonId, now: Timestamp) -> Result<i64, Fault> {
    conn.one(
        sql!(
            "select count(*) from (select 1 from outbox where to_id = ?1 and kind = 'notify' and due_at <= ?2 and seen_at is null limit 100) as unseen"
        ),
        &params![person, now],
    )
}

/// Notices that wait for the end of somebody's quiet hours follow them when those hours change; what is urgent never waited.
pub fn retime(tx: &Tx, person: PersonId, due: Timestamp, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update outbox set due_at = ?2 where to_id = ?1 and kind = 'notify' and urgent = 0 and done_at is null and due_at > ?3"
        ),
        &params![person, due, now],
    )
}

/// The person has looked at all that was shown to them until `now`.
pub fn mark_seen(tx: &Tx, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update outbox set seen_at = ?2 where to_id = ?1 and kind = 'notify' and due_at <= ?2 and seen_at is null"
        ),
        &params![person, now],
    )
}
