//! Both sides agree to the plan, each by name (S168, S169, S171, S172, S153, S157, I18, X16).
use super::{Asks, RecordDecision};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId};
use crate::inside;
use crate::kinds::{Fault, Recovery, Severity};
use crate::need::Need;
use crate::parts::{Amends, Plan, PlanStep};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// The customer agrees by a named contact, we by a named colleague; it is agreed when both have said so.
    pub struct AgreePlan {
        /// The contact of the customer who agreed; left out when only we agree so far and they are asked by their link.
        pub by_customer: Option<ContactId>,
        /// How they said it; may stay empty.
        #[serde(default)]
        pub words: String,
        /// The version that was read; the one that stands when left out.
        pub version: Option<u32>,
        /// They would rather not take part in what is done, in their words (S153).
        pub declined: Option<String>,
        /// When they agreed; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanAgreed {
    pub version: u32,
    pub by_us: PersonId,
    pub by_customer: ContactId,
    pub words: String,
    pub steps: Vec<PlanStep>,
}

/// Who said yes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OneSide {
    Us(PersonId),
    Customer(ContactId),
}

/// The customer leaves the doing to us.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakingPartDeclined {
    pub by: ContactId,
    pub words: String,
}

/// One side said yes; the other's name is still awaited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanAgreedByOne {
    pub version: u32,
    pub by: OneSide,
    pub words: String,
    pub steps: Vec<PlanStep>,
}

impl Asks for AgreePlan {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        // Nobody agrees to a plan that they have not read: by its version, else by the case as they saw it.
        if self.version.is_none() {
            draft.unchanged()?;
        }
        if let Some(contact) = self.by_customer {
            draft.contact(contact, "by_customer")?;
        }
        let Some(plan) = draft.case.plan.clone().filter(|p| !p.steps.is_empty()) else {
            return Err(Refusal::state("no-plan-yet"));
        };
        if self.version.is_some_and(|read| read != plan.version) {
            return Err(Refusal::changed("plan-is-another").about("version").with("version", plan.version));
        }
        let (by_us, by_customer) = self.names(draft, &plan)?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if let (Some(words), Some(by)) = (self.declined.as_ref().filter(|w| !w.trim().is_empty()), self.by_customer) {
            draft.happened(TakingPartDeclined { by, words: words.clone() });
        }
        self.choose_the_outcome(draft)?;
        check_understood(draft)?;
        check_steps(draft)?;
        check_customer(draft)?;
        let (version, words, steps) = (plan.version, self.words.clone(), plan.steps);
        match (by_us, by_customer) {
            (Some(by_us), Some(by_customer)) => {
                draft.happened(PlanAgreed { version, by_us, by_customer, words, steps });
            }
            (Some(us), None) => draft.happened(PlanAgreedByOne { version, by: OneSide::Us(us), words, steps }),
            (None, Some(them)) => draft.happened(PlanAgreedByOne { version, by: OneSide::Customer(them), words, steps }),
            (None, None) => return Err(Refusal::rights("needs-a-person")),
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        let by = self.by_customer.ok_or(Refusal::rights("speaks-for-another").about("by_customer"))?;
        rights::own_name(by, contact, "by_customer")
    }
}

impl AgreePlan {
    /// Both agree now, the customer by this contact.
    pub fn with(contact: ContactId, words: &str) -> Self {
        Self { by_customer: Some(contact), words: words.to_owned(), version: None, declined: None, happened_at: None }
    }
    /// Their name under what a neutral proposed is their choice, too (S202).
    fn choose_the_outcome(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let case = &draft.case;
        let outcome = case.mediation.as_ref().and_then(|mediation| mediation.outcome.as_ref());
        let (Some(outcome), Some(by)) = (outcome, self.by_customer) else { return Ok(()) };
        let proposed = case.plan.as_ref().is_some_and(|plan| plan.version == outcome.plan);
        if case.recovery != Recovery::InMediation || !proposed || case.decision().is_some() {
            return Ok(());
        }
        let said = if self.words.trim().is_empty() { &outcome.words } else { &self.words };
        let choice = RecordDecision {
            by,
            option: Some(outcome.option),
            words: said.clone(),
            how_can_we_help: None,
            happened_at: self.happened_at,
        };
        choice.decide(draft)
    }
    /// The names under the plan once this is said. A contact says it once, and never in place of another.
    fn names(&self, draft: &Draft, plan: &Plan) -> Result<(Option<PersonId>, Option<ContactId>), Refusal> {
        let again = Refusal::state("plan-agreed-already");
        match (draft.facts.actor, self.by_customer) {
            (Actor::Customer(_), _) if plan.agreed_by_customer.is_some() => Err(again),
            (Actor::Customer(_), them) => Ok((plan.agreed_by_us, them)),
            (_, None) if plan.agreed_by_us.is_some() => Err(again),
            (_, them) => Ok((Some(draft.person()?), them.or(plan.agreed_by_customer))),
        }
    }
}

/// A plan follows understanding: they were heard, we know what it does to them and how it came about (S169).
fn check_understood(draft: &Draft) -> Result<(), Refusal> {
    let case = &draft.case;
    let fault = &case.fault;
    let cause = [&fault.their_view, &fault.our_view, &fault.fact, &fault.our_part, &case.contacts.answers.led_to_this];
    if !case.was_heard() || !Need::Impact.is_met(case) {
        draft.gate(Gate::HeardBeforePlan, "heard-before-plan")?;
    }
    let is_said = |view: &Option<String>| view.as_deref().is_some_and(|v| !v.trim().is_empty());
    if !cause.into_iter().any(is_said) {
        draft.gate(Gate::HeardBeforePlan, "cause-view-before-plan").map_err(|r| r.about("led_to_this"))?;
    }
    // Where both had a part, our view alone is half of it (S136).
    if fault.position == Fault::Shared && !is_said(&fault.their_view) && !inside::their_view_asked(case) {
        draft.gate(Gate::HeardBeforePlan, "their-view-before-plan").map_err(|r| r.about("led_to_this"))?;
    }
    Ok(())
}

fn check_steps(draft: &Draft) -> Result<(), Refusal> {
    let case = &draft.case;
    if !Need::FixStep.is_met(case) {
        return Err(Refusal::state("plan-without-fix").about("steps"));
    }
    if !Need::PreventStep.is_met(case) {
        draft.gate(Gate::FixAndPrevent, "fix-and-prevent").map_err(|r| r.about("no_prevention_because"))?;
    }
    if !Need::StepsConfirmed.is_met(case) {
        draft.gate(Gate::StepsConfirmed, "steps-confirmed").map_err(|r| r.about("steps"))?;
    }
    // What says sorry is never given in place of what puts it right (X16, I19).
    if case.amends.iter().any(Amends::stands) && !Need::Remedy.is_met(case) {
        draft.gate(Gate::RemedyBeforeAmends, "remedy-before-amends")?;
    }
    Ok(())
}

/// In a grave case they were asked what else helps, and have a part of their own unless they would rather not.
fn check_customer(draft: &Draft) -> Result<(), Refusal> {
    let case = &draft.case;
    if case.severity != Severity::S1 {
        return Ok(());
    }
    if !Need::WhatElse.is_met(case) {
        draft.gate(Gate::WhatElse, "what-else").map_err(|r| r.about("what_else"))?;
    }
    if !Need::CustomerTakesPart.is_met(case) {
        draft.gate(Gate::CustomerTakesPart, "customer-takes-part").map_err(|r| r.about("customer_declined"))?;
    }
    Ok(())
}

impl Happened for PlanAgreed {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(plan) = &mut case.plan {
            plan.agreed_by_us = Some(self.by_us);
            plan.agreed_by_customer = Some(self.by_customer);
            plan.agreed_at = Some(when.happened_at);
            plan.half_agreed_at = None;
            plan.untold_change = crate::parts::Said::No;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-plan-agreed")
            .with("version", self.version)
            .with("us", self.by_us)
            .with("them", self.by_customer)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-plan-agreed").with("steps", super::draft_plan::listed(&self.steps)).with("us", self.by_us))
    }
}

impl Happened for PlanAgreedByOne {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(plan) = &mut case.plan {
            match self.by {
                OneSide::Us(us) => plan.agreed_by_us = Some(us),
                OneSide::Customer(them) => plan.agreed_by_customer = Some(them),
            }
            plan.half_agreed_at = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        match self.by {
            OneSide::Us(us) => Text::new("event-plan-agreed-by-us").with("version", self.version).with("us", us),
            OneSide::Customer(them) => {
                Text::new("event-plan-agreed-by-them").with("version", self.version).with("them", them)
            }
        }
    }
    fn told(&self) -> Option<Text> {
        let steps = super::draft_plan::listed(&self.steps);
        Some(match self.by {
            OneSide::Us(us) => Text::new("told-plan-agreed-by-us").with("us", us).with("steps", steps),
            OneSide::Customer(_) => Text::new("told-plan-agreed-by-you").with("steps", steps),
        })
    }
}

impl Happened for TakingPartDeclined {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(plan) = &mut case.plan {
            plan.customer_declined = Some(self.words.clone());
        }
    }
    fn words(&self) -> Text {
        Text::new("event-taking-part-declined").with("by", self.by).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-taking-part-declined").with("words", &self.words))
    }
}
