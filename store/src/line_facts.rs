//! What became known of order lines beside their own dates, read back as the watch wants it: one line with everything that touches
//! it. What one line costs does not grow with the lines that are over.

use crate::{Cell, Column, Conn, Fault, Tx, lines::KeptLine, list, params, sql};
use jiff::Timestamp;
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
    Ok(hits.iter().sum())
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
