//! A mail rang because it stood alone; then the mail that it answers came, and it lies on that one's case. Nothing is left to be decided, so the
//! signal ends by that evidence and by nobody.

use crate::{Fault, Tx, columns::to_json, params, sql};
use casework::ids::CaseId;
use jiff::Timestamp;
use uuid::Uuid;
use watch::Sentence;

/// The word of the kind: a mail of somebody we know that belongs to no case.
pub const KIND: &str = "mail";

/// Ends what this mail had raised as merged into its case; how many signals that were. One that a person ended stays as they ended it.
pub fn where_it_lies(tx: &Tx, message: Uuid, case: CaseId, proof: &Sentence, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!(
            "update signals set status = 'merged', case_id = ?3, ended_at = ?5, proof = ?4, snoozed_until = null
             where message_id = ?2 and kind = ?1 and ended_at is null"
        ),
        &params![KIND, message, case, to_json(proof)?, now],
    )
}
