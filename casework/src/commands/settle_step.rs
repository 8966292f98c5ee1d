//! A step is done with its proof, left out with a reason, or late with a new date (S176, S185, S192).
use super::Asks;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::{ContactId, StepId};
use crate::kinds::{Party, StepKind};
use crate::parts::{PlanStep, Said, StepState};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// How a step came out.
    pub enum StepOutcome { Done = "done", Skipped = "skipped", Late = "late" }
}
asked! {
    /// Settles a step of the plan, or says that it will be late.
    pub struct SettleStep {
        /// Which step.
        pub step: StepId,
        /// Done, skipped or late.
        pub outcome: StepOutcome,
        /// What shows that it is done: a tracking number, a photo, a name; a fix needs one.
        pub proof: Option<String>,
        /// Why it is skipped or late.
        pub reason: Option<String>,
        /// The new date of a late step.
        pub new_due: Option<Timestamp>,
        /// The customer was told of the new date.
        pub told: Option<Said>,
        /// When it was done; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepSettled {
    pub step: StepId,
    pub text: String,
    pub outcome: StepOutcome,
    pub proof: Option<String>,
    pub reason: Option<String>,
    pub new_due: Option<Timestamp>,
    pub told: Said,
}

impl Asks for SettleStep {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(step) = draft.case.step(self.step).cloned() else {
            return Err(Refusal::missing("no-such-step").about("step"));
        };
        if !step.is_open() {
            return Err(Refusal::state("step-settled").about("step").with("text", &step.text));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        // What they did themselves is proven by their word, and they know of the date that they name.
        let theirs = matches!(draft.facts.actor, Actor::Customer(_));
        match self.outcome {
            StepOutcome::Done if step.kind == StepKind::Fix && said(&self.proof).is_none() && !theirs => {
                draft.gate(Gate::FixProven, "fix-proven").map_err(|r| r.about("proof"))?;
            }
            StepOutcome::Done => {}
            StepOutcome::Skipped => self.check_skipped(draft, &step)?,
            StepOutcome::Late => self.check_late(draft, &step)?,
        }
        draft.happened(StepSettled {
            step: self.step,
            text: step.text,
            outcome: self.outcome,
            proof: said(&self.proof),
            reason: said(&self.reason),
            new_due: self.new_due.filter(|_| self.outcome == StepOutcome::Late),
            told: if theirs { Said::Yes } else { self.told.unwrap_or(Said::No) },
        });
        Ok(())
    }
    fn theirs(&self, _: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        rights::left_to_us(self.told.as_ref(), "told")?;
        let step = facts.case.step(self.step).ok_or(Refusal::missing("no-such-step").about("step"))?;
        if step.party == Party::Customer { Ok(()) } else { Err(Refusal::rights("step-is-ours").about("step")) }
    }
}

fn said(text: &Option<String>) -> Option<String> {
    text.as_ref().filter(|t| !t.trim().is_empty()).cloned()
}

impl SettleStep {
    /// Leaving out the only thing that puts it right would leave the customer with nothing.
    fn check_skipped(&self, draft: &Draft, step: &PlanStep) -> Result<(), Refusal> {
        if said(&self.reason).is_none() {
            return Err(Refusal::input("reason", "reason-empty"));
        }
        let another = draft.case.fix_steps().any(|s| s.id != step.id && s.state != StepState::Skipped);
        if step.kind == StepKind::Fix && !another {
            return Err(Refusal::state("last-fix-step").about("outcome"));
        }
        Ok(())
    }
    fn check_late(&self, draft: &Draft, step: &PlanStep) -> Result<(), Refusal> {
        if said(&self.reason).is_none() {
            return Err(Refusal::input("reason", "reason-empty"));
        }
        match self.new_due {
            None => Err(Refusal::input("new_due", "late-needs-date")),
            Some(due) if due <= draft.now() => Err(Refusal::input("new_due", "step-in-the-past").with("due", due)),
            Some(due) if due == step.due => Err(Refusal::input("new_due", "nothing-changes")),
            Some(_) => Ok(()),
        }
    }
}

impl Happened for StepSettled {
    fn apply(&self, case: &mut Case, when: &When) {
        let Some(plan) = &mut case.plan else { return };
        let Some(step) = plan.steps.iter_mut().find(|s| s.id == self.step) else { return };
        match (self.outcome, self.new_due) {
            (StepOutcome::Late, Some(due)) => {
                step.due = due;
                if self.told == Said::No {
                    plan.untold_change = Said::Yes;
                }
            }
            (StepOutcome::Skipped, _) => step.state = StepState::Skipped,
            _ => {
                step.state = StepState::Done;
                step.done_at = Some(when.happened_at);
                step.proof.clone_from(&self.proof);
            }
        }
    }
    fn words(&self) -> Text {
        let text = Text::new(match (self.outcome, &self.proof, self.told) {
            (StepOutcome::Done, Some(_), _) => "event-step-done-proven",
            (StepOutcome::Done, None, _) => "event-step-done",
            (StepOutcome::Skipped, ..) => "event-step-skipped",
            (StepOutcome::Late, _, Said::Yes) => "event-step-late",
            (StepOutcome::Late, _, Said::No) => "event-step-late-untold",
        });
        let text = text.with("text", &self.text).with("reason", self.reason.as_deref().unwrap_or_default());
        let text = text.with("proof", self.proof.as_deref().unwrap_or_default());
        match self.new_due {
            Some(due) => text.with("due", due),
            None => text,
        }
    }
    /// Every step that is done is shown to the customer (S192); a new date once they were told by a person.
    fn told(&self) -> Option<Text> {
        match (self.outcome, self.new_due) {
            (StepOutcome::Done, _) => Some(Text::new("told-step-done").with("text", &self.text)),
            (StepOutcome::Late, Some(due)) if self.told == Said::Yes => {
                Some(Text::new("told-step-late").with("text", &self.text).with("due", due))
            }
            (StepOutcome::Skipped, _) if self.told == Said::Yes => {
                let reason = self.reason.as_deref().unwrap_or_default();
                Some(Text::new("told-step-skipped").with("text", &self.text).with("reason", reason))
            }
            _ => None,
        }
    }
}
