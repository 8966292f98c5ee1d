//! The plan changes with why, and the customer is told; the old version stays readable in the history (S176, S187).
use super::draft_plan::{STEPS_AT_MOST, planned, tell_owners};
use super::{Asks, PlannedStep};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, StepId};
use crate::kinds::Party;
use crate::parts::{PlanStep, Said, StepState};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// What changes about one step; what is left out stays.
    pub struct StepChange {
        /// Which step.
        pub step: StepId,
        /// Its new date.
        pub due: Option<Timestamp>,
        /// Another colleague does it.
        pub owner: Option<PersonId>,
        /// Another person on the other side does it.
        pub owner_name: Option<String>,
        /// Its new text.
        pub text: Option<String>,
        /// It falls away; why.
        pub drop: Option<String>,
    }
}
asked! {
    /// Makes the next version of the plan; both sides agree to it again.
    pub struct RevisePlan {
        /// Changes to steps that are there.
        #[serde(default)]
        pub changes: Vec<StepChange>,
        /// Steps that come in addition.
        #[serde(default)]
        pub new_steps: Vec<PlannedStep>,
        /// Why it changes.
        pub why: String,
        /// When the customer was told of the change; left out when they were not yet.
        pub told_at: Option<Timestamp>,
        /// Why nothing is to be prevented, when no step prevents.
        pub no_prevention_because: Option<String>,
        /// The customer would rather not take part; their words.
        pub customer_declined: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanRevised {
    pub version: u32,
    pub why: String,
    /// The steps of the version before.
    pub before: Vec<PlanStep>,
    pub steps: Vec<PlanStep>,
    pub told_at: Option<Timestamp>,
    pub no_prevention_because: Option<String>,
    pub customer_declined: Option<String>,
}

impl Asks for RevisePlan {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.unchanged()?;
        let Some(plan) = draft.case.plan.clone() else {
            return Err(Refusal::state("no-plan-yet"));
        };
        let texts = [&self.no_prevention_because, &self.customer_declined];
        if self.changes.is_empty() && self.new_steps.is_empty() && texts.iter().all(|t| t.is_none()) {
            return Err(Refusal::input("changes", "nothing-changes"));
        }
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        if let Some(at) = self.told_at.filter(|at| *at > draft.now()) {
            return Err(Refusal::input("told_at", "happened-in-future").with("at", at));
        }
        let mut steps = plan.steps.clone();
        for change in &self.changes {
            change.make(draft, &mut steps)?;
        }
        let new = planned(draft, &self.new_steps).map_err(|r| r.about("new_steps"))?;
        steps.extend(new);
        if steps.len() > STEPS_AT_MOST {
            return Err(Refusal::input("new_steps", "too-many").with("most", STEPS_AT_MOST));
        }
        draft.happened(PlanRevised {
            version: plan.version + 1,
            why: self.why.clone(),
            before: plan.steps,
            steps: steps.clone(),
            told_at: self.told_at,
            no_prevention_because: self.no_prevention_because.clone().or(plan.no_prevention_because),
            customer_declined: self.customer_declined.clone().or(plan.customer_declined),
        });
        tell_owners(draft, &steps);
        Ok(())
    }
}

impl StepChange {
    fn make(&self, draft: &Draft, steps: &mut [PlanStep]) -> Result<(), Refusal> {
        let number = steps.iter().position(|s| s.id == self.step);
        let Some(number) = number else {
            return Err(Refusal::missing("no-such-step").about("changes"));
        };
        let step = &mut steps[number];
        let no = |code| Refusal::input("changes", code).with("step", number + 1);
        if !step.is_open() {
            return Err(Refusal::state("step-settled").about("changes").with("text", &step.text));
        }
        if let Some(why) = &self.drop {
            if why.trim().is_empty() {
                return Err(no("reason-empty"));
            }
            step.state = StepState::Skipped;
            return Ok(());
        }
        if self.owner.is_some_and(|o| draft.facts.colleague(o).is_none()) {
            return Err(no("no-such-colleague"));
        }
        if self.text.as_deref().is_some_and(|t| t.trim().is_empty()) {
            return Err(no("step-without-text"));
        }
        if let Some(due) = self.due.filter(|due| *due < draft.now()) {
            return Err(no("step-in-the-past").with("due", due));
        }
        let moved = self.due.is_some_and(|d| d != step.due) || self.owner.is_some_and(|o| Some(o) != step.owner);
        step.due = self.due.unwrap_or(step.due);
        step.owner = self.owner.filter(|_| step.party != Party::Customer).or(step.owner);
        step.owner_name = self.owner_name.clone().unwrap_or_else(|| step.owner_name.clone());
        step.text = self.text.clone().unwrap_or_else(|| step.text.clone());
        if moved {
            // A new date or a new person is a new question: can you? (X19, C16)
            let own = step.owner.is_some() && step.owner == draft.facts.person();
            step.confirmed = if own { Said::Yes } else { Said::No };
            step.made_at = draft.now();
        }
        Ok(())
    }
}

impl Happened for PlanRevised {
    fn apply(&self, case: &mut Case, _: &When) {
        let Some(plan) = &mut case.plan else { return };
        plan.version = self.version;
        plan.steps = self.steps.clone();
        plan.agreed_by_us = None;
        plan.agreed_by_customer = None;
        plan.half_agreed_at = None;
        plan.no_prevention_because.clone_from(&self.no_prevention_because);
        plan.customer_declined.clone_from(&self.customer_declined);
        if self.told_at.is_none() {
            plan.untold_change = Said::Yes;
        }
    }
    fn words(&self) -> Text {
        let key = if self.told_at.is_some() { "event-plan-revised" } else { "event-plan-revised-untold" };
        let steps = super::draft_plan::listed(&self.steps);
        Text::new(key).with("version", self.version).with("why", &self.why).with("steps", steps)
    }
    fn told(&self) -> Option<Text> {
        let steps = super::draft_plan::listed(&self.steps);
        Some(Text::new("told-plan-revised").with("version", self.version).with("steps", steps).with("why", &self.why))
    }
}
