//! A signal was ended by a slip: whoever did it takes the end back, soon after; the log keeps both.

use super::{Signal, Status, by_id};
use crate::{By, NotKept, Tx, audit, params, sql};
use casework::{Refusal, ids::SignalId};
use jiff::{SignedDuration, Timestamp};

/// How long after its end; later it is no slip any more.
pub const WITHIN: SignedDuration = SignedDuration::from_mins(15);

/// Whether this colleague may still take back how the signal ended. What became a case stays one.
pub fn may_be(signal: &Signal, by: &By) -> bool {
    let kind = matches!(signal.status, Status::Prevented | Status::Dismissed | Status::Merged);
    let since = by.now.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    kind && by.person.is_some() && signal.ended_by == by.person && signal.ended_at.is_some_and(|at| at >= since)
}

/// The signal waits again, as before.
///
/// # Errors
/// Refused when it was ended longer ago or by somebody else.
pub fn take_back(tx: &Tx, id: SignalId, by: &By) -> Result<(), NotKept> {
    let Some(signal) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-signal").into()) };
    if !may_be(&signal, by) {
        return Err(Refusal::state("signal-undo-too-late").into());
    }
    let hit = tx.hit(
        sql!(
            "update signals set status = 'new', case_id = null, ended_by = null, ended_at = null, reason = null
             where id = ?1 and ended_by = ?2 and status in ('prevented', 'dismissed', 'merged')"
        ),
        &params![id.0, by.person],
    )?;
    if hit == 0 {
        return Err(Refusal::state("signal-undo-too-late").into());
    }
    let was = serde_json::json!({ "status": signal.status.word(), "reason": signal.reason });
    Ok(audit::note(tx, by, "signal-ended-undone", &id.to_string(), Some(&was), None::<&()>)?)
}
