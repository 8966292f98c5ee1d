//! Reports in disciplines that were sent to the customer. Each is frozen: what it says is kept beside the case, its print stands here.
use crate::choices;
use crate::ids::*;
use crate::inside::Discipline;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// How far a report goes: what protects them, why it happened and what is chosen, or all of it.
    pub enum ReportStage { ThreeD = "3d", FiveD = "5d", EightD = "8d" }
}
impl ReportStage {
    pub fn disciplines(self) -> &'static [Discipline] {
        let until = match self {
            Self::ThreeD => 4,
            Self::FiveD => 6,
            Self::EightD => Discipline::ALL.len(),
        };
        &Discipline::ALL[..until]
    }
}
choices! {
    /// What the customer says to a report.
    pub enum ReportAnswer { Accepted = "accepted", Asks = "asks" }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentReport {
    pub id: ReportId,
    pub stage: ReportStage,
    /// 1 for the first that was sent, whatever its stage.
    pub revision: u16,
    pub to: ContactId,
    /// The language it is written in.
    pub language: String,
    /// SHA-256 of its facts, in hex.
    pub sha256: String,
    pub by: PersonId,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ReportReply>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportReply {
    pub answer: ReportAnswer,
    pub by: ContactId,
    pub words: String,
    pub at: Timestamp,
}
