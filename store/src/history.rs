//! The append-only, hash-chained history of a case: written once, read as a story, verified without trust.
use crate::facts::signed;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::event::{Happening, When};
use casework::facts::Actor;
use casework::ids::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Events read at once for a page or an export.
pub const EVENTS_AT_MOST: i64 = 1_000;

record! {
    /// One row of history as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct EventRow {
        pub seq: i64,
        pub kind: String,
        /// Microseconds since 1970, UTC.
        pub happened_at: i64,
        /// Microseconds since 1970, UTC.
        pub recorded_at: i64,
        pub actor: String,
        pub actor_id: Option<Uuid>,
        /// The event as JSON.
        pub body: String,
        pub salt: Vec<u8>,
        pub hash: Vec<u8>,
    }
}

/// What is wrong with a chain, and where first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A number is missing or doubled.
    Gap { seq: i64 },
    /// The row does not belong to the hash it carries.
    Changed { seq: i64 },
    /// The case's own tail is not the last event's hash.
    Tail,
}

/// The rows for these events, each chained to the one before.
pub(crate) fn chained(case: CaseId, events: &[Happening], tail: &[u8], salt: [u8; 16]) -> Result<Vec<EventRow>, Fault> {
    let mut tail = tail.to_vec();
    let mut rows = Vec::with_capacity(events.len());
    for happening in events {
        let (actor, actor_id) = actor_words(happening.when.by);
        let mut row = EventRow {
            seq: signed(happening.seq),
            kind: happening.event.kind().to_owned(),
            happened_at: happening.when.happened_at.as_microsecond(),
            recorded_at: happening.when.recorded_at.as_microsecond(),
            actor: actor.to_owned(),
            actor_id,
            body: serde_json::to_string(&happening.event).map_err(|e| Fault::Engine(e.into()))?,
            salt: salted(salt, happening.seq),
            hash: vec![],
        };
        row.hash = hash(case, &tail, &row);
        tail.clone_from(&row.hash);
        rows.push(row);
    }
    Ok(rows)
}

/// Each event has its own salt, made from the fresh bytes of its change.
fn salted(salt: [u8; 16], seq: u64) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(seq.to_be_bytes()).finalize()[..16].to_vec()
}

/// The text enters the chain only by its salted hash, so that blanking a text some day breaks nothing (GDPR, ARCHITECTURE 4.5).
pub fn hash(case: CaseId, before: &[u8], row: &EventRow) -> Vec<u8> {
    let body = Sha256::new().chain_update(&row.salt).chain_update(row.body.as_bytes()).finalize();
    let mut chain = Sha256::new()
        .chain_update((before.len() as u64).to_be_bytes())
        .chain_update(before)
        .chain_update(case.0.as_bytes());
    chain.update(row.seq.to_be_bytes());
    for part in
        [row.kind.as_bytes(), row.actor.as_bytes(), row.actor_id.as_ref().map_or(&[][..], |id| &id.as_bytes()[..])]
    {
        chain.update((part.len() as u64).to_be_bytes());
        chain.update(part);
    }
    chain
        .chain_update(row.happened_at.to_be_bytes())
        .chain_update(row.recorded_at.to_be_bytes())
        .chain_update(body)
        .finalize()
        .to_vec()
}

/// Checks a whole chain; needs nothing but the rows, so a customer can do it too.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify(case: CaseId, rows: &[EventRow], tail: &[u8]) -> Result<(), Broken> {
    let mut before: Vec<u8> = vec![];
    for (row, expected) in rows.iter().zip(1..) {
        if row.seq != expected {
            return Err(Broken::Gap { seq: expected });
        }
        if hash(case, &before, row) != row.hash {
            return Err(Broken::Changed { seq: row.seq });
        }
        before.clone_from(&row.hash);
    }
    if before == tail { Ok(()) } else { Err(Broken::Tail) }
}

pub(crate) fn append(tx: &Tx, case: CaseId, row: &EventRow) -> Result<(), Fault> {
    tx.put(
        sql!("insert into case_events (case_id, seq, kind, happened_at, recorded_at, actor, actor_id, body, salt, hash) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
        &params![case.0, row.seq, &row.kind, row.happened_at, row.recorded_at, &row.actor, row.actor_id, &row.body, &row.salt, &row.hash],
    )
}

/// Rows after `after`, oldest first, at most [`EVENTS_AT_MOST`].
pub fn rows(conn: &Conn, case: CaseId, after: i64) -> Result<Vec<EventRow>, Fault> {
    conn.all(
        sql!("select seq, kind, happened_at, recorded_at, actor, actor_id, body, salt, hash from case_events where case_id = ?1 and seq > ?2 order by seq limit ?3"),
        &params![case.0, after, EVENTS_AT_MOST],
    )
}

/// Rows before `before`, newest first, at most `limit`.
pub fn rows_before(conn: &Conn, case: CaseId, before: i64, limit: i64) -> Result<Vec<EventRow>, Fault> {
    conn.all(
        sql!("select seq, kind, happened_at, recorded_at, actor, actor_id, body, salt, hash from case_events where case_id = ?1 and seq < ?2 order by seq desc limit ?3"),
        &params![case.0, before, limit.min(EVENTS_AT_MOST)],
    )
}

/// The whole history, read in pages.
pub fn all_rows(conn: &Conn, case: CaseId) -> Result<Vec<EventRow>, Fault> {
    let mut all: Vec<EventRow> = vec![];
    loop {
        let page = rows(conn, case, all.last().map_or(0, |r| r.seq))?;
        let full = page.len() as i64 == EVENTS_AT_MOST;
        all.extend(page);
        if !full {
            return Ok(all);
        }
    }
}

/// The event that a row keeps.
///
/// # Errors
/// When this program does not know the kind: the history was written by a newer one.
pub fn happening(row: &EventRow) -> Result<Happening, Fault> {
    let odd = |e: serde_json::Error| {
        Fault::Engine(anyhow::Error::new(e).context(format!("event {} of kind {}", row.seq, row.kind)))
    };
    let at = |micros: i64| Timestamp::from_microsecond(micros).map_err(|e| Fault::Engine(e.into()));
    let by = actor(&row.actor, row.actor_id);
    let when = When { happened_at: at(row.happened_at)?, recorded_at: at(row.recorded_at)?, by };
    Ok(Happening { seq: row.seq.unsigned_abs(), event: serde_json::from_str(&row.body).map_err(odd)?, when })
}

pub(crate) fn actor_words(actor: Actor) -> (&'static str, Option<Uuid>) {
    match actor {
        Actor::Person(id) => ("person", Some(id.0)),
        Actor::Customer(id) => ("customer", Some(id.0)),
        Actor::System => ("system", None),
        Actor::Import => ("import", None),
    }
}
fn actor(word: &str, id: Option<Uuid>) -> Actor {
    match (word, id) {
        ("person", Some(id)) => Actor::Person(PersonId(id)),
        ("customer", Some(id)) => Actor::Customer(ContactId(id)),
        ("import", _) => Actor::Import,
        _ => Actor::System,
    }
}
