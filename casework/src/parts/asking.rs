//! What the customer asks of us and corrects of ours; each is owed an answer (S213).
use crate::choices;
use crate::ids::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A question or a correction, and our answer to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    pub words: String,
    pub asked_at: Timestamp,
    pub answer: Option<String>,
    /// What of ours they say is not right; nothing for a plain question. Either is owed an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Corrects>,
}
choices! {
    /// What of ours the customer corrects: what we heard from them, or the plan.
    pub enum Corrects { Heard = "heard", Plan = "plan" }
}
