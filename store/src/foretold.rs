//! What the watch sees ahead of a promised day: lines that will likely be late, steps that were missed, a carrier that says nothing.
//! Each line is looked at with everything that touches it.

use crate::{
    Conn, Fault, Tx, line_facts,
    lines::{self, KeptLine},
    mint::Mint,
    params, record,
    signals::{self, Raised, Sure},
    sql,
};
use casework::ids::{AccountId, SignalId};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;
use watch::{Confidence, Ground, Kind, book, slip::History};

/// Lines that wait for a call, at most.
pub const CALLS_AT_MOST: i64 = 500;

/// Looks at these lines; how many signals were raised. Looking twice raises nothing twice.
///
/// # Errors
/// Faults of the database.
pub fn look(tx: &Tx, ids: &[Uuid], history: &History, mint: &mut Mint, ground: &Ground) -> Result<u64, Fault> {
    let kept: Vec<KeptLine> = lines::by_ids(tx, ids)?;
    let stories = line_facts::stories(tx, &kept)?;
    let mut found = Vec::new();
    for (kept, story) in kept.iter().zip(&stories) {
        let findings = book::look_ahead(story, history, ground);
        found.extend(findings.into_iter().map(|finding| Raised::seen(finding, kept.account, kept.id)));
    }
    Ok(signals::raise(tx, &found, mint)?.values().sum())
}

record! {
    struct Row {
        signal: SignalId,
        account: AccountId,
        name: String,
        line: Uuid,
        kind: String,
        confidence: Option<Sure>,
    }
}

/// A line that will likely be late or is late already, and that nobody has called about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub signal: SignalId,
    pub account: AccountId,
    pub name: String,
    pub kept: KeptLine,
    pub late: Late,
}

/// How sure it is that the line comes late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Its day is over.
    Already,
    /// In a hundred such lines so many came late, of so many.
    Share { per_cent: u8, of: u32 },
    /// There is too little history to say.
    Maybe,
}

/// The lines that wait for a call: those ahead of their day by when the customer should hear of them, then those over it, the latest
/// first, as a word about them spares more; of each at most [`CALLS_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn waiting(conn: &Conn) -> Result<Vec<Waiting>, Fault> {
    let mut rows: Vec<Row> = conn.all(
        sql!(
            "select s.id, s.account_id, a.name, s.line_id, s.kind, s.confidence from signals s join accounts a on a.id = s.account_id
             where s.ended_at is null and s.kind = ?1 and s.line_id is not null order by s.owed_at, s.id limit ?2"
        ),
        &params![Kind::PredictedLate.word(), CALLS_AT_MOST],
    )?;
    let late: Vec<Row> = conn.all(
        sql!(
            "select s.id, s.account_id, a.name, s.line_id, s.kind, s.confidence from signals s join accounts a on a.id = s.account_id
             where s.ended_at is null and s.kind = ?1 and s.line_id is not null order by s.owed_at desc, s.id limit ?2"
        ),
        &params![Kind::LateUndelivered.word(), CALLS_AT_MOST],
    )?;
    // A line that was foretold and is late now is one line to speak of.
    let over: HashSet<Uuid> = late.iter().map(|row| row.line).collect();
    rows.retain(|row| !over.contains(&row.line));
    rows.extend(late);
    let ids: Vec<Uuid> = rows.iter().map(|row| row.line).collect();
    let mut kept: HashMap<Uuid, KeptLine> =
        lines::by_ids(conn, &ids)?.into_iter().map(|kept| (kept.id, kept)).collect();
    let waiting = rows.into_iter().filter_map(|row| {
        let late = match row.confidence {
            _ if row.kind == Kind::LateUndelivered.word() => Late::Already,
            Some(Sure(Confidence::Share { per_cent, of })) => Late::Share { per_cent, of },
            _ => Late::Maybe,
        };
        Some(Waiting { signal: row.signal, account: row.account, name: row.name, kept: kept.remove(&row.line)?, late })
    });
    Ok(waiting.collect())
}

record! {
    /// A move of a promise: from which day to which, when we knew, when they heard it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Move {
        pub from: watch::When,
        pub to: watch::When,
        pub known_at: jiff::Timestamp,
        pub told_at: Option<jiff::Timestamp>,
    }
}

/// Moves of one promise that are shown.
const MOVES_AT_MOST: i64 = 50;

/// How the promise of a line moved, the first move first.
///
/// # Errors
/// Faults of the database.
pub fn moves(conn: &Conn, line: Uuid) -> Result<Vec<Move>, Fault> {
    conn.all(
        sql!(
            "select moved_from, moved_to, known_at, told_at from promise_changes where line_id = ?1 order by known_at, id limit ?2"
        ),
        &params![line, MOVES_AT_MOST],
    )
}
