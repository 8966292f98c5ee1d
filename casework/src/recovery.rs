//! The recovery track (DOMAIN 4.2): where the making good stands for the customer, and what is still missing to go on.
//! Steps that only records can make happen here; *Solved* is not among them: it comes from the customer's word alone.
use crate::case::Case;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::kinds::{Origin, Reaction, Recovery, Severity, StepKind};
use crate::need::Need;
use crate::parts::{OptionsRound, Said};
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// States in the longest chain that one event can set off.
pub const LONGEST_WAY: usize = 8;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecoveryMoved {
    pub from: Recovery,
    pub to: Recovery,
}

impl Happened for RecoveryMoved {
    fn apply(&self, case: &mut Case, when: &When) {
        enter(case, self.to, when);
    }
    fn words(&self) -> Text {
        Text::new("event-recovery-moved").with("to", choice("recovery", self.to.word()))
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new(format!("told-recovery-{}", self.to.word().replace('_', "-"))))
    }
}

/// The one way to set the state, so that *since* is never forgotten.
pub(crate) fn enter(case: &mut Case, to: Recovery, when: &When) {
    case.recovery = to;
    case.recovery_since = when.recorded_at;
}

/// What was chosen and agreed did not hold: new options are owed, and both names are needed again. A fix that is behind
/// us is history; what is still to be done stays.
pub(crate) fn take_back(case: &mut Case, when: &When) {
    if !case.rounds.is_empty() {
        case.rounds.push(OptionsRound { at: when.recorded_at, options: vec![] });
    }
    if let Some(plan) = &mut case.plan {
        plan.agreed_by_us = None;
        plan.agreed_by_customer = None;
        plan.agreed_at = None;
        plan.half_agreed_at = None;
        plan.steps.retain(|s| s.kind != StepKind::Fix || s.is_open());
    }
}

/// Where the records have brought the case, one state on; nothing when something is still missing.
pub fn next(case: &Case) -> Option<RecoveryMoved> {
    let to = following(case.recovery)?;
    missing(case, to).is_empty().then_some(RecoveryMoved { from: case.recovery, to })
}

/// The state that records alone may bring next.
fn following(state: Recovery) -> Option<Recovery> {
    match state {
        Recovery::Spotted => Some(Recovery::Told),
        Recovery::Told => Some(Recovery::Heard),
        Recovery::Heard => Some(Recovery::Deciding),
        Recovery::Deciding | Recovery::NotAgreed | Recovery::InMediation => Some(Recovery::Agreed),
        Recovery::Agreed => Some(Recovery::MakingGood),
        Recovery::MakingGood => Some(Recovery::AwaitingWord),
        _ => None,
    }
}

/// What is still needed to enter a state: the guards of DOMAIN 4.2, in the words of the playbook's needs.
pub fn missing(case: &Case, to: Recovery) -> Vec<Need> {
    let mut needs: Vec<Need> = match to {
        Recovery::Told => vec![Need::Acknowledged],
        Recovery::Heard => vec![Need::HadTheirSay, Need::Impact, Need::ReflectBack],
        Recovery::Deciding => vec![Need::OptionsTalk],
        Recovery::Agreed => vec![
            Need::Decision,
            Need::FixStep,
            Need::PreventStep,
            Need::StepsConfirmed,
            Need::Remedy,
            Need::AgreedByBoth,
        ],
        Recovery::MakingGood => vec![Need::FixStarted],
        Recovery::AwaitingWord => vec![Need::FixDone, Need::ToldWhatHappened, Need::WordAsked],
        _ => vec![],
    };
    // What else can we do on your side? A grave case does not go on without the answer (S151).
    if to == Recovery::Agreed && case.severity == Severity::S1 {
        needs.push(Need::WhatElse);
    }
    if case.origin == Origin::WeBringNews {
        match to {
            Recovery::Told => needs.push(Need::NewsTold),
            // Listening and an apology are for news that hurts; what still works goes the short way (S092).
            Recovery::Heard => needs.push(Need::ReactionHurts),
            _ => {}
        }
    }
    needs.retain(|need| !need.is_met(case) && !gate_of(*need).is_some_and(|gate| case.has_pass(gate)));
    needs
}

/// The gate that lets a need go; what has none must be true. Nobody passes the customer's choice, names and remedy.
fn gate_of(need: Need) -> Option<Gate> {
    match need {
        Need::HadTheirSay | Need::ReflectBack => Some(Gate::ReflectBack),
        Need::PreventStep => Some(Gate::FixAndPrevent),
        Need::StepsConfirmed => Some(Gate::StepsConfirmed),
        Need::WhatElse => Some(Gate::WhatElse),
        Need::ToldWhatHappened => Some(Gate::ToldWhatHappened),
        _ => None,
    }
}

/// The short way: our news still works for them (S092).
pub fn still_works(case: &Case) -> bool {
    case.origin == Origin::WeBringNews && case.news.as_ref().is_some_and(|n| n.reaction == Reaction::StillWorks)
}

/// Four lights in one line: acknowledged, in dialogue, plan agreed, relationship kept (S250).
pub fn four_lights(case: &Case) -> [Said; 4] {
    let lit = |yes| if yes { Said::Yes } else { Said::No };
    [
        lit(case.contacts.acknowledged_at.is_some()),
        lit(case.was_heard()),
        lit(case.plan.as_ref().is_some_and(|p| p.agreed_by_us.is_some() && p.agreed_by_customer.is_some())),
        lit(case.review.as_ref().is_some_and(|r| r.relation != crate::kinds::Relation::Worse)),
    ]
}

/// Empathy, accountability, action: each green only by its records (S248).
pub fn health(case: &Case) -> [Said; 3] {
    let all = |needs: &[Need]| if needs.iter().all(|n| n.is_met(case)) { Said::Yes } else { Said::No };
    [
        all(&[Need::ReflectBack, Need::Impact, Need::Acknowledged]),
        all(&[Need::OurPart, Need::PromisesKept]),
        all(&[Need::TwoOptions, Need::AgreedByBoth, Need::PreventStep]),
    ]
}

/// How a critical moment was met: thought through before, told openly, the customer taking part (S002).
pub fn score_card(case: &Case) -> [Said; 3] {
    [Need::Prepared, Need::ToldWhatHappened, Need::CustomerTakesPart]
        .map(|need| if need.is_met(case) { Said::Yes } else { Said::No })
}
