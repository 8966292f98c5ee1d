//! The emergency comes: a plan written before puts its steps on the case, each with an owner and a due time, in one act (S001, S021).
//! It runs in every state; the first contact is owed as before and neither waits for the other (X02).
use super::Asks;
use super::draft_plan::{STEPS_AT_MOST, listed};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::emergency::EmergencyPlan;
use crate::event::{Happened, When};
use crate::ids::{EmergencyPlanId, PersonId, StepId};
use crate::kinds::Party;
use crate::parts::{LaunchedPlan, Plan, PlanStep, Said, StepState};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use serde::{Deserialize, Serialize};

asked! {
    /// Puts the steps of an emergency plan on the case, with owners and due times, and tells everybody who has one.
    pub struct LaunchEmergencyPlan {
        /// Which plan.
        pub plan: EmergencyPlanId,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmergencyPlanLaunched {
    pub plan: EmergencyPlanId,
    pub version: u32,
    pub name: String,
    pub steps: Vec<PlanStep>,
}

impl Asks for LaunchEmergencyPlan {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let plans = draft.facts.emergency.clone();
        let Some(plan) = plans.iter().find(|p| p.id == self.plan) else {
            return Err(Refusal::missing("no-such-emergency-plan").about("plan"));
        };
        if draft.case.launched.iter().any(|l| l.plan == plan.id) {
            return Err(Refusal::state("emergency-plan-launched").about("plan").with("plan", &plan.name));
        }
        let on_it = draft.case.plan.as_ref().map_or(0, |p| p.steps.len());
        if on_it + plan.steps.len() > STEPS_AT_MOST {
            return Err(Refusal::state("too-many").about("plan").with("most", STEPS_AT_MOST));
        }
        let steps = steps(draft, plan);
        draft.happened(EmergencyPlanLaunched {
            plan: plan.id,
            version: plan.version,
            name: plan.name.clone(),
            steps: steps.clone(),
        });
        tell(draft, plan, &steps);
        Ok(())
    }
}

/// The plan's steps as they will stand: due in working time from now, done by whoever has the role today.
fn steps(draft: &mut Draft, plan: &EmergencyPlan) -> Vec<PlanStep> {
    let now = draft.happened_at();
    let mut all = vec![];
    for step in &plan.steps {
        let owner = step.owner_on(draft.facts);
        // Hours that never open again give no time at all: owed at once, so that somebody looks.
        let due = draft.facts.ours.add_minutes(now, step.minutes).unwrap_or(now);
        all.push(PlanStep {
            id: StepId(draft.new_id()),
            party: Party::Us,
            owner: Some(owner),
            owner_name: String::new(),
            kind: step.kind,
            text: step.text.trim().to_owned(),
            due,
            confirmed: if draft.facts.person() == Some(owner) { Said::Yes } else { Said::No },
            made_at: now,
            state: StepState::Open,
            done_at: None,
            proof: None,
        });
    }
    all
}

/// Whoever has a step hears of it at once, whatever the hour, with all that is theirs; the manager hears that it was launched.
fn tell(draft: &mut Draft, plan: &EmergencyPlan, steps: &[PlanStep]) {
    let mut told: Vec<PersonId> = draft.facts.person().into_iter().collect();
    for owner in steps.iter().filter_map(|s| s.owner) {
        if told.contains(&owner) {
            continue;
        }
        told.push(owner);
        let theirs = || steps.iter().filter(|s| s.owner == Some(owner));
        let words = Part::List(theirs().map(|s| Part::Said(s.text.clone())).collect());
        let first = theirs().map(|s| s.due).min().unwrap_or(draft.now());
        let text = Text::new("notice-emergency-step").with("plan", &plan.name).with("steps", words).with("due", first);
        draft.notify(owner, Urgency::Urgent, text);
    }
    if let Some(manager) = draft.facts.manager().filter(|m| !told.contains(m)) {
        draft.notify(manager, Urgency::Urgent, Text::new("notice-emergency-launched").with("plan", &plan.name));
    }
}

impl Happened for EmergencyPlanLaunched {
    fn apply(&self, case: &mut Case, when: &When) {
        case.launched.push(LaunchedPlan {
            plan: self.plan,
            version: self.version,
            name: self.name.clone(),
            steps: self.steps.iter().map(|s| s.id).collect(),
            at: when.happened_at,
        });
        // An agreed plan stays agreed: these are steps of ours beside it, and nothing of theirs changed.
        let plan = case.plan.get_or_insert_with(|| Plan {
            version: 1,
            steps: vec![],
            agreed_by_us: None,
            agreed_by_customer: None,
            agreed_at: None,
            half_agreed_at: None,
            no_prevention_because: None,
            customer_declined: None,
            untold_change: Said::No,
        });
        plan.steps.extend(self.steps.iter().cloned());
    }
    fn words(&self) -> Text {
        Text::new("event-emergency-plan-launched").with("plan", &self.name).with("steps", listed(&self.steps))
    }
}
