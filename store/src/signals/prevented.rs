//! Troubles that were put right before they reached the customer, as the lines themselves show it (S006). A person who puts one
//! right says so by [`super::end`]; here the evidence is a date.

use super::{Evidence, Raised};
use crate::{Conn, Fault, Tx, list, params, sql};
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;
use watch::{
    Arg, Ground, Kind, Line, Sentence, When,
    rules::{negative_slack, predicted_late},
};

/// Ends the signals of lines that have room again, or came in time after all; how many. At most one page of lines.
pub fn where_restored(tx: &Tx, lines: &[(Uuid, &Line)], ground: &Ground) -> Result<u64, Fault> {
    if lines.is_empty() {
        return Ok(0);
    }
    let by_id: HashMap<Uuid, &Line> = lines.iter().copied().collect();
    let ids: Vec<Uuid> = by_id.keys().copied().collect();
    let mut ended = 0;
    for kind in [Kind::NegativeSlack, Kind::PredictedLate] {
        for (signal, line, evidence) in open(tx, kind, &ids)? {
            let proof = by_id.get(&line).zip(target(kind, &evidence.0)).and_then(|(line, target)| match kind {
                Kind::PredictedLate => predicted_late::came_in_time(line, target, ground),
                _ => negative_slack::restored(line, target, ground),
            });
            if let Some(proof) = proof {
                ended += end(tx, signal, &proof, ground.now)?;
            }
        }
    }
    Ok(ended)
}

/// Of these findings those that are new. A line that runs out of room has one open signal, whatever day it will now be: the
/// evidence of the open one follows the line.
pub(crate) fn followed(tx: &Tx, found: Vec<Raised>) -> Result<Vec<Raised>, Fault> {
    let is_slack = |one: &Raised| one.kind == Kind::NegativeSlack.word();
    let lines: Vec<Uuid> = found.iter().filter(|one| is_slack(one)).filter_map(|one| one.line).collect();
    if lines.is_empty() {
        return Ok(found);
    }
    let open: HashMap<Uuid, Uuid> =
        open(tx, Kind::NegativeSlack, &lines)?.into_iter().map(|(signal, line, _)| (line, signal)).collect();
    let mut new = Vec::with_capacity(found.len());
    for one in found {
        match one.line.filter(|_| is_slack(&one)).and_then(|line| open.get(&line)) {
            Some(signal) => follow(tx, *signal, &one)?,
            None => new.push(one),
        }
    }
    Ok(new)
}

/// The open signals of this kind about these lines: its id, the line, the evidence.
fn open(conn: &Conn, kind: Kind, lines: &[Uuid]) -> Result<Vec<(Uuid, Uuid, Evidence)>, Fault> {
    conn.all(
        sql!(
            "select id, line_id, evidence from signals where line_id in {ids ?2} and kind = ?1 and ended_at is null and line_id is not null"
        ),
        &params![kind.word(), list(lines.iter().copied())],
    )
}

/// The day the customer counts on, as it was when the signal was raised.
fn target(kind: Kind, evidence: &Sentence) -> Option<When> {
    let name = if kind == Kind::PredictedLate { "promised" } else { negative_slack::TARGET };
    match evidence.args.get(name) {
        Some(Arg::When(target)) => Some(*target),
        _ => None,
    }
}

fn follow(tx: &Tx, signal: Uuid, one: &Raised) -> Result<(), Fault> {
    tx.put(
        sql!("update signals set evidence = ?2 where id = ?1 and ended_at is null"),
        &params![signal, crate::columns::to_json(&one.evidence)?],
    )
}

/// The subject is let go with the end, so that the same line may run out of room once more and be seen.
fn end(tx: &Tx, signal: Uuid, proof: &Sentence, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!(
            "update signals set status = 'prevented', ended_at = ?2, proof = ?3, snoozed_until = null, subject = subject || ' #' || cast(?4 as text)
             where id = ?1 and ended_at is null"
        ),
        &params![signal, now, crate::columns::to_json(proof)?, now.as_microsecond().to_string()],
    )
}
