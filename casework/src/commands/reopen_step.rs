//! A step of the plan is not done after all: it is open again with its date, and the story keeps both.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::StepId;
use crate::kinds::{Recovery, StepKind};
use crate::parts::StepState;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Opens a step again that was called done or left out.
    pub struct ReopenStep {
        /// Which step.
        pub step: StepId,
        /// Why it is not done after all.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepReopened {
    pub step: StepId,
    pub text: String,
    pub reason: String,
}

impl Asks for ReopenStep {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let Some(step) = draft.case.step(self.step).cloned() else {
            return Err(Refusal::missing("no-such-step").about("step"));
        };
        if step.is_open() {
            return Err(Refusal::state("step-is-open").about("step").with("text", &step.text));
        }
        // They were told that it is put right and asked for their word: what is missing now is a new step, and a new talk.
        let making_good = matches!(draft.case.recovery, Recovery::Agreed | Recovery::MakingGood);
        if step.kind == StepKind::Fix && !making_good {
            return Err(Refusal::state("step-they-were-asked").about("step").with("text", &step.text));
        }
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        draft.happened(StepReopened { step: self.step, text: step.text, reason: self.reason.clone() });
        Ok(())
    }
}

impl Happened for StepReopened {
    fn apply(&self, case: &mut Case, _: &When) {
        let Some(plan) = &mut case.plan else { return };
        if let Some(step) = plan.steps.iter_mut().find(|s| s.id == self.step) {
            step.state = StepState::Open;
            step.done_at = None;
            step.proof = None;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-step-reopened").with("text", &self.text).with("reason", &self.reason)
    }
    /// They saw it done (S192), so they see that it is not.
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-step-reopened").with("text", &self.text))
    }
}
