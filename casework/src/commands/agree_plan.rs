//! Both sides agree to the plan, each by name (S168, S169, S171, S172, S153, S157, I18, X16).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId};
use crate::kinds::Severity;
use crate::need::Need;
use crate::parts::{Amends, PlanStep};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// The customer agrees by a named contact; on our side you do.
    pub struct AgreePlan {
        /// The contact of the customer who agreed.
        pub by_customer: ContactId,
        /// How they said it; may stay empty.
        #[serde(default)]
        pub words: String,
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

impl Asks for AgreePlan {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by_us = draft.person()?;
        // Nobody agrees to a plan that they have not read.
        draft.unchanged()?;
        draft.contact(self.by_customer, "by_customer")?;
        let Some(plan) = draft.case.plan.clone().filter(|p| !p.steps.is_empty()) else {
            return Err(Refusal::state("no-plan-yet"));
        };
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        check_understood(draft)?;
        check_steps(draft)?;
        check_customer(draft)?;
        draft.happened(PlanAgreed {
            version: plan.version,
            by_us,
            by_customer: self.by_customer,
            words: self.words.clone(),
            steps: plan.steps,
        });
        Ok(())
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
    if cause.iter().all(|view| view.as_deref().is_none_or(|v| v.trim().is_empty())) {
        draft.gate(Gate::HeardBeforePlan, "cause-view-before-plan").map_err(|r| r.about("led_to_this"))?;
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
