//! Somebody impartial between both sides, and what comes of it.
use crate::ids::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A mediator whom both sides accepted (S201).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mediation {
    pub mediator: String,
    /// Why they are impartial, in a sentence.
    pub impartial: String,
    pub accepted_by_us: PersonId,
    pub accepted_by_them: ContactId,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}
/// What the mediator proposes; it is the plan once both names stand under it (S202).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub words: String,
    /// The way forward that it is.
    pub option: OptionId,
    /// The version of the plan that holds its steps.
    pub plan: u32,
    pub by: PersonId,
    pub at: Timestamp,
}
