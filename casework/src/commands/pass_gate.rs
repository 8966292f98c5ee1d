//! A gate is let go by a named person with a written reason: on the timeline, counted, never hidden (PRODUCT, three strengths of rule).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::PersonId;
use crate::parts::GatePass;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// A reason shorter than this says nothing, in characters.
const REASON_AT_LEAST: usize = 10;
/// Passes one case keeps; older ones stay in the history.
const PASSES_AT_MOST: usize = 100;

asked! {
    /// Goes on without what the gate asks for, as long as the case stands where it stands. Laws have no gate.
    pub struct PassGate {
        /// Which gate.
        pub gate: Gate,
        /// Why it is right to go on without it, at least ten characters.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GatePassed {
    pub gate: Gate,
    pub by: PersonId,
    pub reason: String,
}

impl Asks for PassGate {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        if self.reason.trim().chars().count() < REASON_AT_LEAST {
            return Err(Refusal::input("reason", "reason-short").with("least", REASON_AT_LEAST));
        }
        draft.happened(GatePassed { gate: self.gate, by, reason: self.reason.clone() });
        Ok(())
    }
}

impl Happened for GatePassed {
    fn apply(&self, case: &mut Case, when: &When) {
        if case.passes.len() >= PASSES_AT_MOST {
            case.passes.remove(0);
        }
        let pass = GatePass { gate: self.gate, by: self.by, reason: self.reason.clone(), at: when.recorded_at };
        case.passes.push(pass);
    }
    fn words(&self) -> Text {
        Text::new("event-gate-passed")
            .with("gate", choice("gate", self.gate.word()))
            .with("by", self.by)
            .with("reason", &self.reason)
    }
}
