//! What moved lately, read from what is kept: so every server of a database learns what any of them did, and nothing is missed
//! by a server that was not running.
use crate::{Conn, Fault, params, record, sql};
use casework::ids::{CaseId, CaseNumber};
use jiff::Timestamp;
use uuid::Uuid;

/// Events looked at for one answer; above it the answer is *too many*.
pub const EVENTS_AT_MOST: i64 = 5_000;
/// Rows of a short list that its outline looks at.
const ROWS_AT_MOST: i64 = 1_000;

record! {
    /// A case that moved, with its newest event.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Moved {
        pub case: CaseId,
        pub number: CaseNumber,
        pub seq: i64,
    }
}

/// What moved since a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moves {
    These(Vec<Moved>),
    /// So much that everything may have.
    TooMany,
}

/// The cases with an event recorded at `from` or later.
pub fn since(conn: &Conn, from: Timestamp) -> Result<Moves, Fault> {
    type Row = (Moved, i64);
    let rows: Vec<Row> = conn.all(
        sql!(
            "select c.id, c.number, e.seq, e.events from
             (select case_id, max(seq) as seq, count(*) as events from (select case_id, seq from case_events where recorded_at >= ?1 order by recorded_at desc limit ?2) as late group by case_id) as e
             join cases c on c.id = e.case_id order by c.number"
        ),
        &params![from, EVENTS_AT_MOST],
    )?;
    let events: i64 = rows.iter().map(|(_, events)| events).sum();
    Ok(if events >= EVENTS_AT_MOST {
        Moves::TooMany
    } else {
        Moves::These(rows.into_iter().map(|(moved, _)| moved).collect())
    })
}

/// Whether this case moved at `from` or later.
pub fn case_since(conn: &Conn, number: CaseNumber, from: Timestamp) -> Result<bool, Fault> {
    let found: Option<i64> =
        conn.maybe(sql!("select 1 from cases where number = ?1 and changed_at >= ?2"), &params![number, from])?;
    Ok(found.is_some())
}

/// Whether any case moved at `from` or later.
pub fn any_since(conn: &Conn, from: Timestamp) -> Result<bool, Fault> {
    let found: Option<i64> =
        conn.maybe(sql!("select 1 from case_events where recorded_at >= ?1 limit 1"), &params![from])?;
    Ok(found.is_some())
}

record! {
    /// The short lists without a history, told apart by how many rows they have and a sum over them.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Outline {
        pub checks: (i64, i64),
        pub signals: (i64, i64),
        pub mail: (i64, i64),
        /// Wishes for a fresh link.
        pub wishes: (i64, i64),
        /// The mail that arrived last; ids are in the order of time.
        pub letter: Option<Uuid>,
    }
}

// A million and three is a prime near a second in microseconds: two times that differ hardly ever have the same rest, and a thousand
// rests are far from the end of a whole number.

/// How the delivery checks, signals and unsorted mails stand; two outlines that differ mean that something moved.
pub fn outline(conn: &Conn) -> Result<Outline, Fault> {
    conn.one(
        sql!(
            "select
             (select count(*) from (select 1 from delivery_checks where done_at is null and due_at is not null limit ?1) as a),
             (select cast(coalesce(sum(due_at % 1000003), 0) as bigint) from (select due_at from delivery_checks where done_at is null and due_at is not null order by due_at limit ?1) as b),
             (select count(*) from (select 1 from signals where ended_at is null limit ?1) as c),
             (select cast(coalesce(sum((owed_at + coalesce(snoozed_until, 0)) % 1000003), 0) as bigint) from (select owed_at, snoozed_until from signals where ended_at is null order by owed_at, id limit ?1) as d),
             (select count(*) from (select 1 from messages where place = 'unsorted' and put_away_at is null limit ?1) as e),
             (select cast(coalesce(sum(received_at % 1000003), 0) as bigint) from (select received_at from messages where place = 'unsorted' and put_away_at is null order by received_at, id limit ?1) as f),
             (select count(*) from (select 1 from link_wishes where answered_at is null limit ?1) as g),
             (select cast(coalesce(sum(wished_at % 1000003), 0) as bigint) from (select wished_at from link_wishes where answered_at is null order by wished_at, id limit ?1) as h),
             (select id from inbox order by id desc limit 1)"
        ),
        &params![ROWS_AT_MOST],
    )
}
