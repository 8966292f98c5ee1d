//! The mutual plan: both sides' dated steps, each with a person (S168, S170, S171, S172, S153).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{PersonId, StepId};
use crate::kinds::{Party, StepKind};
use crate::parts::{Plan, PlanStep, Said, StepState};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Steps one plan may have.
pub(super) const STEPS_AT_MOST: usize = 60;

asked! {
    /// One dated act with a person: *Send 200 new boards*.
    pub struct PlannedStep {
        /// Whose side does it: us, the customer, or a third party.
        pub party: Option<Party>,
        /// The colleague who does it, when it is ours.
        pub owner: Option<PersonId>,
        /// The name of the person who does it, when it is not ours.
        #[serde(default)]
        pub owner_name: String,
        /// What it is for: contain, fix, prevent or tell.
        pub kind: StepKind,
        /// What is done; begins with the verb.
        pub text: String,
        /// By when.
        pub due: Option<Timestamp>,
        /// The person who does it said: I can.
        pub confirmed: Option<Said>,
    }
}
asked! {
    /// Drafts the plan; both sides agree to it afterwards. Steps already settled and steps that contain stay.
    pub struct DraftPlan {
        /// Both sides' steps.
        pub steps: Vec<PlannedStep>,
        /// Why nothing is to be prevented, when no step prevents.
        pub no_prevention_because: Option<String>,
        /// The customer would rather not take part; their words.
        pub customer_declined: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanDrafted {
    pub version: u32,
    pub steps: Vec<PlanStep>,
    pub no_prevention_because: Option<String>,
    pub customer_declined: Option<String>,
}

impl Asks for DraftPlan {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.unchanged()?;
        if self.steps.is_empty() {
            return Err(Refusal::input("steps", "plan-empty"));
        }
        if draft.case.plan.as_ref().is_some_and(|p| p.agreed_by_customer.is_some()) {
            return Err(Refusal::state("plan-agreed-revise-it").about("steps"));
        }
        // Stopping the harm waits for nothing; every other step waits until the customer was heard (S169, 4.2).
        if !draft.case.was_heard() && self.steps.iter().any(|s| s.kind != StepKind::Contain) {
            draft.gate(Gate::HeardBeforePlan, "heard-before-plan").map_err(|r| r.about("steps"))?;
        }
        let mut steps = kept(&draft.case, &self.steps);
        steps.extend(planned(draft, &self.steps)?);
        if steps.len() > STEPS_AT_MOST {
            return Err(Refusal::input("steps", "too-many").with("most", STEPS_AT_MOST));
        }
        let version = draft.case.plan.as_ref().map_or(1, |p| p.version + 1);
        let (no_prevention_because, customer_declined) =
            (said(&self.no_prevention_because), said(&self.customer_declined));
        draft.happened(PlanDrafted { version, steps: steps.clone(), no_prevention_because, customer_declined });
        tell_owners(draft, &steps);
        Ok(())
    }
}

fn said(text: &Option<String>) -> Option<String> {
    text.as_ref().filter(|t| !t.trim().is_empty()).cloned()
}

/// What a new draft does not throw away: what is settled, what contains the harm, what an emergency plan brought, and what
/// was agreed before a fix did not hold. A step that the draft says again is not kept twice.
fn kept(case: &Case, asked: &[PlannedStep]) -> Vec<PlanStep> {
    let word = case.words.last().map(|w| w.at);
    let launched = |s: &PlanStep| case.launched.iter().any(|l| l.steps.contains(&s.id));
    let stays = |s: &&PlanStep| {
        !s.is_open() || s.kind == StepKind::Contain || launched(s) || word.is_some_and(|at| s.made_at <= at)
    };
    let again = |s: &&PlanStep| s.is_open() && asked.iter().any(|a| a.kind == s.kind && a.text.trim() == s.text);
    case.plan.iter().flat_map(|p| &p.steps).filter(stays).filter(|s| !again(s)).cloned().collect()
}

/// The steps as they will stand; each refusal names the step by its number (S170).
pub(super) fn planned(draft: &mut Draft, asked: &[PlannedStep]) -> Result<Vec<PlanStep>, Refusal> {
    let mut steps = vec![];
    for (n, step) in asked.iter().enumerate() {
        steps.push(step.planned(draft).map_err(|r| r.about("steps").with("step", n + 1))?);
    }
    Ok(steps)
}

impl PlannedStep {
    fn planned(&self, draft: &mut Draft) -> Result<PlanStep, Refusal> {
        let no = |code| Refusal::input("steps", code);
        let party = self.party.ok_or(no("step-without-party"))?;
        let due = self.due.ok_or(no("step-without-date"))?;
        Refusal::unless_said(&self.text, "steps", "step-without-text")?;
        match (party, self.owner) {
            (Party::Us, None) => return Err(no("step-without-owner")),
            (Party::Us, Some(owner)) if draft.facts.colleague(owner).is_none() => return Err(no("no-such-colleague")),
            (Party::Customer | Party::Third, _) if self.owner_name.trim().is_empty() => {
                return Err(no("step-without-owner"));
            }
            _ => {}
        }
        if due < draft.happened_at() {
            return Err(no("step-in-the-past").with("due", due));
        }
        let own = party == Party::Us && self.owner.is_some() && self.owner == draft.facts.person();
        Ok(PlanStep {
            id: StepId(draft.new_id()),
            party,
            owner: self.owner.filter(|_| party != Party::Customer),
            owner_name: self.owner_name.trim().to_owned(),
            kind: self.kind,
            text: self.text.trim().to_owned(),
            due,
            confirmed: if own { Said::Yes } else { self.confirmed.unwrap_or(Said::No) },
            made_at: draft.happened_at(),
            state: StepState::Open,
            done_at: None,
            proof: None,
        })
    }
}

/// Whoever has a step hears of it, and is asked whether they can (C16).
pub(super) fn tell_owners(draft: &mut Draft, steps: &[PlanStep]) {
    let mut told: Vec<PersonId> = draft.facts.person().into_iter().collect();
    for step in steps.iter().filter(|s| s.is_open() && s.confirmed == Said::No) {
        if let Some(owner) = step.owner.filter(|o| !told.contains(o)) {
            told.push(owner);
            let text = Text::new("notice-step-for-you").with("text", &step.text).with("due", step.due);
            draft.notify(owner, Urgency::CanWait, text);
        }
    }
}

/// The steps as the timeline says them.
pub(super) fn listed(steps: &[PlanStep]) -> Part {
    Part::List(steps.iter().filter(|s| s.is_open()).map(|s| Part::Said(s.text.clone())).collect())
}

impl Happened for PlanDrafted {
    fn apply(&self, case: &mut Case, _: &When) {
        case.plan = Some(Plan {
            version: self.version,
            steps: self.steps.clone(),
            agreed_by_us: None,
            agreed_by_customer: None,
            agreed_at: case.plan.as_ref().and_then(|p| p.agreed_at),
            half_agreed_at: None,
            no_prevention_because: self.no_prevention_because.clone(),
            customer_declined: self.customer_declined.clone(),
            untold_change: Said::No,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-plan-drafted").with("version", self.version).with("steps", listed(&self.steps))
    }
}
