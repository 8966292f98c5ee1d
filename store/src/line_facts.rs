//! What became known of order lines beside their own dates, read back as the watch wants it: one line with everything that touches
//! it. What one line costs does not grow with the lines that are over.

use crate::{
    Cell, Column, Conn, Fault, Tx,
    lines::{self, KeptLine},
    list, params, radius, sql,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;
use watch::{
    book,
    fact::{Fact, What},
    line::Line,
    story::Story,
};

/// Facts kept in one transaction.
pub const BATCH: usize = 4_000;
/// Facts read for one page of lines.
const READ_AT_MOST: i64 = 200_000;

/// A fact of a line that is kept.
#[derive(Debug, Clone)]
pub struct OfLine {
    pub line: Uuid,
    pub fact: Fact,
}

/// The content of a fact, as it is kept.
struct Body(What);

impl Column for Body {
    const EXPECTED: &'static str = "a fact about an order line";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(json) = cell else { return None };
        serde_json::from_str(json).ok().map(Body)
    }
}

/// Keeps these facts; how many told something new. Told again, late or out of order, they end in the same rows.
///
/// # Errors
/// Faults of the database.
pub fn keep(tx: &Tx, facts: &[OfLine]) -> Result<u64, Fault> {
    let bodies = facts.iter().map(|one| crate::columns::to_json(&one.fact.what)).collect::<Result<Vec<_>, _>>()?;
    let rows =
        facts.iter().zip(&bodies).map(|(one, body)| params![one.line, one.fact.place_text(), one.fact.known_at, body]);
    let hits = tx.hit_each(
        sql!(
            "insert into line_facts (line_id, place, known_at, body) values (?1, ?2, ?3, ?4)
             on conflict (line_id, place) do update set known_at = excluded.known_at, body = excluded.body
             where (line_facts.known_at < excluded.known_at and line_facts.body <> excluded.body)
               or (line_facts.known_at = excluded.known_at and line_facts.body < excluded.body)"
        ),
        rows,
    )?;
    let new: Vec<&OfLine> = facts.iter().zip(&hits).filter(|(_, hit)| **hit > 0).map(|(one, _)| one).collect();
    radius::keep(tx, &new)?;
    Ok(hits.iter().sum())
}

/// Up to where facts were looked at, as a row of the settings.
const PLACE: &str = "line-facts";
/// A transaction that began earlier may be seen later: so far back it is looked again.
const OVERLAP: SignedDuration = SignedDuration::from_mins(2);

/// Where the watch goes on looking at what came in.
///
/// # Errors
/// Faults of the database.
pub fn place(conn: &Conn) -> Result<Timestamp, Fault> {
    let micros: Option<i64> = conn.maybe(sql!("select version from settings where name = ?1"), &params![PLACE])?;
    Ok(micros.and_then(|micros| Timestamp::from_microsecond(micros).ok()).unwrap_or(Timestamp::UNIX_EPOCH))
}

/// Everything known up to this moment was looked at.
///
/// # Errors
/// Faults of the database.
pub fn keep_place(tx: &Tx, looked: Timestamp) -> Result<(), Fault> {
    let at = looked.saturating_sub(OVERLAP).unwrap_or(looked);
    tx.put(
        sql!(
            "insert into settings (name, version, body) values (?1, ?2, '') on conflict (name) do update set version = excluded.version"
        ),
        &params![PLACE, at.as_microsecond()],
    )
}

/// A page of lines about which something came in since, each with when it became known; from behind `after` on.
///
/// # Errors
/// Faults of the database.
pub fn changed(conn: &Conn, after: (Timestamp, Uuid)) -> Result<Vec<(Timestamp, Uuid)>, Fault> {
    conn.all(
        sql!(
            "select known_at, line_id from line_facts where (known_at, line_id) > (?1, ?2) group by known_at, line_id order by known_at, line_id limit ?3"
        ),
        &params![after.0, after.1, lines::PAGE as i64],
    )
}

/// The stories of these lines, in their order; at most a page of lines.
///
/// # Errors
/// Faults of the database.
pub fn stories(conn: &Conn, lines: &[KeptLine]) -> Result<Vec<Story>, Fault> {
    let rows: Vec<(Uuid, Timestamp, Body)> = conn.all(
        sql!(
            "select line_id, known_at, body from line_facts where line_id in {ids ?1} order by line_id, place limit ?2"
        ),
        &params![list(lines.iter().map(|kept| kept.id)), READ_AT_MOST],
    )?;
    let mut of_line: HashMap<Uuid, Vec<(Timestamp, What)>> = HashMap::new();
    for (line, known_at, Body(what)) in rows {
        of_line.entry(line).or_default().push((known_at, what));
    }
    let story = |kept: &KeptLine| told(&kept.line, of_line.remove(&kept.id).unwrap_or_default());
    Ok(lines.iter().map(story).collect())
}

/// A line as it is kept, with its facts told into it: its own columns hold its dates and its promise.
fn told(line: &Line, facts: Vec<(Timestamp, What)>) -> Story {
    let facts: Vec<Fact> =
        facts.into_iter().map(|(known_at, what)| Fact { line: line.key.clone(), known_at, what }).collect();
    Story { line: line.clone(), ..book::story(&line.key, &facts) }
}
