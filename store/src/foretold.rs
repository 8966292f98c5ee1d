//! What the watch sees ahead of a promised day: lines that will likely be late, steps that were missed, a carrier that says nothing.
//! Each line is looked at with everything that touches it.

use crate::{
    Conn, Fault, Tx, line_facts,
    lines::{self, KeptLine},
    mint::Mint,
    params, record,
    signals::{self, Evidence, Raised},
    sql,
};
use casework::ids::{AccountId, SignalId};
use uuid::Uuid;
use watch::{Arg, Ground, Kind, book, slip::History};

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
        line: Uuid,
        evidence: Evidence,
    }
}

/// A line that will likely be late and that nobody has called about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub signal: SignalId,
    pub account: AccountId,
    pub kept: KeptLine,
    /// In a hundred such lines so many came late; nothing where there was no history.
    pub per_cent: Option<u8>,
}

/// The lines that wait for a call, those owed first before the others; at most [`CALLS_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn waiting(conn: &Conn) -> Result<Vec<Waiting>, Fault> {
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, account_id, line_id, evidence from signals
             where ended_at is null and kind = ?1 and account_id is not null and line_id is not null order by owed_at, id limit ?2"
        ),
        &params![Kind::PredictedLate.word(), CALLS_AT_MOST],
    )?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.line).collect();
    let mut kept: std::collections::HashMap<Uuid, KeptLine> =
        lines::by_ids(conn, &ids)?.into_iter().map(|kept| (kept.id, kept)).collect();
    let waiting = rows.into_iter().filter_map(|row| {
        let per_cent = match row.evidence.0.args.get("chance") {
            Some(Arg::Count(count)) => u8::try_from(*count).ok(),
            _ => None,
        };
        Some(Waiting { signal: row.signal, account: row.account, kept: kept.remove(&row.line)?, per_cent })
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
