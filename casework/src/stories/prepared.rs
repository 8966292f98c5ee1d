//! The emergency comes, and what was prepared runs at once: steps, owners, due times, beside the call that is owed.
use super::ways::*;
use crate::clock::ClockKind as K;
use crate::commands::*;
use crate::effect::Urgency;
use crate::emergency::*;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::playbook::Standing;
use crate::testing::*;
use jiff::Timestamp;
use serde_json::json;
use std::sync::Arc;

const PLAN: EmergencyPlanId = EmergencyPlanId(uuid::Uuid::from_u128(0xE1));

/// The whole edition was destroyed on its way; known on Monday at nine.
fn lost() -> Story {
    story().when(OpenCase { kind: TroubleKind::Transit, title: "The whole lot is lost.".into(), ..dry_joint() }).taken()
}

fn launch() -> LaunchEmergencyPlan {
    LaunchEmergencyPlan { plan: PLAN }
}

/// S001: launching *whole lot lost in transit* creates all its steps with owners and due times in one act, stamped launched at.
#[test]
fn s001_launching_a_plan_puts_all_its_steps_on_the_case_with_owners_and_due_times() {
    let s = lost().at("2026-11-23 16:30").when(launch()).taken();
    let s = s.then("“Whole lot lost in transit” was launched").replays();
    let steps: Vec<_> = s.case().plan.iter().flat_map(|p| &p.steps).map(|p| (p.owner, p.due, p.kind)).collect();
    // In working time: the second hour of Piotr's step and ten hours of Ewa's are on Tuesday.
    let wanted: Vec<(Option<PersonId>, Timestamp, StepKind)> = vec![
        (Some(PIOTR), at("2026-11-23 17:00"), StepKind::Contain),
        (Some(PIOTR), at("2026-11-24 08:30"), StepKind::Fix),
        (Some(MARIA), at("2026-11-24 10:30"), StepKind::Contain),
        (Some(EWA), at("2026-11-24 16:30"), StepKind::Prevent),
    ];
    assert_eq!(steps, wanted);
    let launched = &s.case().launched[0];
    assert_eq!((launched.at, launched.version, launched.steps.len()), (at("2026-11-23 16:30"), 3, 4));
    let due: Vec<Timestamp> = s.case().clocks.iter().filter(|c| c.kind == K::StepDue).map(|c| c.due).collect();
    assert_eq!(due, wanted.iter().map(|w| w.1).collect::<Vec<_>>(), "each step has its clock");
    let told = s.told();
    assert!(told.contains(&(PIOTR, Urgency::Urgent, "notice-emergency-step".into())), "{told:?}");
    assert!(told.contains(&(EWA, Urgency::Urgent, "notice-emergency-step".into())), "{told:?}");
    assert_eq!(told.len(), 2, "Maria launched it herself");
    s.when(launch()).refused("emergency-plan-launched");
}

/// X02: launching a plan leaves the contact due time unchanged, and a first contact without any option is accepted.
#[test]
fn x02_neither_the_plan_nor_the_call_waits_for_the_other() {
    let s = lost().due(K::FirstContact, "2026-11-23 13:00").at("2026-11-23 09:10").when(launch()).taken();
    let s = s.due(K::FirstContact, "2026-11-23 13:00").stands(Recovery::Spotted).at("2026-11-23 09:40");
    let call = good_call(&s);
    s.when(call).taken().stands(Recovery::Heard);
}

/// It runs in every open state, also beside a plan that both sides agreed to, which stays agreed.
#[test]
fn a_launch_beside_an_agreed_plan_takes_nothing_away() {
    let s = agreed().when(launch()).taken().stands(Recovery::Agreed).replays();
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!((plan.steps.len(), plan.agreed_by_customer, plan.untold_change), (6, Some(MS_RAO), Said::No));
}

/// What an emergency plan brought is not lost when the plan of both sides is drafted afterwards.
#[test]
fn a_draft_of_the_plan_keeps_the_steps_of_the_emergency() {
    let s = lost().when(launch()).taken().at("2026-11-23 09:40");
    let call = good_call(&s);
    let s = s.when(call).taken().when(small_plan()).taken();
    let texts: Vec<_> = s.case().plan.iter().flat_map(|p| &p.steps).map(|p| p.text.as_str()).collect();
    assert_eq!(texts.len(), 6, "{texts:?}");
    assert!(texts.contains(&"Start the lot again"), "{texts:?}");
}

/// A step is never nobody's: a role nobody has, or somebody who left, falls to whoever drives the case.
#[test]
fn a_step_that_nobody_could_have_falls_to_the_owner_of_the_case() {
    let mut s = lost();
    let gone = StepOwner::Person(PersonId(uuid::Uuid::from_u128(404)));
    let step = |owner| EmergencyStep { owner, ..lost_in_transit().steps[0].clone() };
    let roles =
        [Role::Owner, Role::RelationshipOwner, Role::Manager, Role::Quality, Role::Director, Role::Administrator];
    let steps = roles.iter().map(|role| step(StepOwner::Role(*role))).chain([step(gone)]).collect();
    s.facts.emergency = Arc::new(vec![EmergencyPlan { steps, ..lost_in_transit() }]);
    let s = s.when(launch()).taken();
    let owners: Vec<_> = s.case().plan.iter().flat_map(|p| &p.steps).filter_map(|p| p.owner).collect();
    assert_eq!(owners, [MARIA, RITA, EWA, QUINN, DORA, MARIA, MARIA]);
}

#[test]
fn only_a_colleague_launches_a_plan_that_is_there_on_a_case_that_is_open() {
    lost().when(LaunchEmergencyPlan { plan: EmergencyPlanId(uuid::Uuid::nil()) }).refused("no-such-emergency-plan");
    lost().by_system().when(launch()).refused("needs-a-person");
    lost().by(REED).when(launch()).refused("not-allowed");
    super::walk::closed().when(launch()).refused("case-closed");
}

/// Whoever has no step hears that it was launched: the manager is not told by chance.
#[test]
fn the_manager_hears_of_a_launch_without_a_step_for_her() {
    let mut s = lost();
    let steps = lost_in_transit().steps[..2].to_vec();
    s.facts.emergency = Arc::new(vec![EmergencyPlan { steps, ..lost_in_transit() }]);
    let told = s.when(launch()).taken().told();
    assert!(told.contains(&(EWA, Urgency::Urgent, "notice-emergency-launched".into())), "{told:?}");
}

/// S021: a loss in transit asks for the carrier's claim number and how many are lost.
#[test]
fn s021_a_loss_in_transit_has_its_own_open_facts() {
    let s = lost();
    assert_eq!(open_facts(s.case()), ["item", "quantity_lost", "carrier_claim"]);
    let facts = json!({ "facts": [{ "what": "carrier_claim", "answer": "TN-77120", "said_by": "The carrier" }] });
    assert_eq!(open_facts(s.does("record-facts", facts).case()), ["item", "quantity_lost"]);
    assert!(lost_in_transit().suits(TroubleKind::Transit) && !lost_in_transit().suits(TroubleKind::Delay));
}

/// The playbook's step is done by the launch, or by saying that nothing was prepared (DOMAIN 5.4, A2).
#[test]
fn the_playbook_waits_for_the_launch_or_for_the_word_that_there_is_no_plan() {
    let at_step = |s: &Story| {
        let running = s.case().playbooks.first().expect("a playbook");
        let playbook = s.facts.playbooks.iter().find(|p| p.name == running.name).expect("known");
        let Standing { present, .. } = playbook.standing(s.case(), running);
        present.map(|n| playbook.steps[n].no.clone()).unwrap_or_default()
    };
    let lost = || {
        let by_three = OpenCase { playbooks: vec!["three_mistakes".into()], kind: TroubleKind::Transit, ..dry_joint() };
        story().when(by_three).taken()
    };
    assert_eq!(at_step(&lost()), "A2");
    assert_eq!(at_step(&lost().when(launch()).taken()), "A3");
    let tick = json!({ "playbook": "three_mistakes", "no": "A2", "words": "None was written for this." });
    assert_eq!(at_step(&lost().does("tick-step", tick)), "A3");
}
