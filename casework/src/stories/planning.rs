//! The mutual plan, its steps and check-ins (stages 6 and 7).
use super::ways::*;
use crate::clock::ClockKind as K;
use crate::clock::explain::{Rule, explain};
use crate::commands::*;
use crate::gate::Gate;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::sheets::{self, StepStanding};
use crate::testing::*;

#[test]
fn s168_i18_a_plan_is_agreed_only_with_a_name_on_each_side() {
    let s = confirmed();
    assert!(s.case().plan.as_ref().expect("a plan").agreed_by_customer.is_none());
    let s = s.by_system().when(agree());
    assert_eq!(code(&s), "needs-a-person", "nobody agrees for us by machine");
    let stranger = AgreePlan { by_customer: Some(ContactId(MARIA.0)), ..agree() };
    let s = s.by(MARIA).when(stranger);
    assert_eq!(code(&s), "not-a-contact");
    let s = s.when(agree()).then("Plan agreed (version 1) by Maria for us and Ms Rao for them").replays();
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!((plan.agreed_by_us, plan.agreed_by_customer), (Some(MARIA), Some(MS_RAO)));
    s.stands(Recovery::Agreed);
}

#[test]
fn s169_a_plan_comes_after_listening_but_stopping_the_harm_waits_for_nothing() {
    let contain = step(StepKind::Contain, MARIA, "Block lot 2231", "2026-11-23 12:00");
    let stop = DraftPlan { steps: vec![contain], no_prevention_because: None, customer_declined: None };
    let s = opened().when(small_plan()).refused("heard-before-plan").when(stop).then("Block lot 2231");
    let s = s.when_with(|s| settle(s, "Block", StepOutcome::Done)).taken().when(agree()).refused("heard-before-plan");
    // What contained the harm is not thrown away by the plan that follows.
    let s = s.at("2026-11-23 09:40");
    let call = good_call(&s);
    let s = s.when(call).taken().when(small_plan()).then("version 2").replays();
    assert!(!s.case().step(step_id(&s, "Block")).expect("kept").is_open());
}

fn without_a_view() -> Story {
    let s = story().when(dry_joint()).taken().at("2026-11-23 09:40");
    let call = good_call(&s);
    let s = two_ways(s.when(call).taken()).when(lay_out()).taken().when_with(|s| choose(Some(option(s, 1)))).taken();
    let mut plan = small_plan();
    plan.steps[1].confirmed = Some(Said::Yes);
    s.when(plan).taken()
}

#[test]
fn s169_a_plan_needs_a_view_of_how_it_came_about() {
    let s = without_a_view().when(agree()).refused("cause-view-before-plan");
    let ours = StateFault { our_part: Some("We used the old stencil.".into()), ..StateFault::nothing() };
    s.when(ours).taken().when(agree()).taken().stands(Recovery::Agreed);
}

/// S136: where both had a part, their view of how it came about is asked for before the plan is agreed; ours alone does not do.
#[test]
fn s136_a_shared_fault_is_not_agreed_without_their_view() {
    let shared = StateFault { position: Some(Fault::Shared), fact: Some("Rev B.".into()), ..StateFault::nothing() };
    let s = without_a_view().when(shared).taken().when(agree()).refused("their-view-before-plan");
    let theirs = StateFault { their_view: Some("Rev C was never asked for.".into()), ..StateFault::nothing() };
    s.when(theirs).taken().when(agree()).taken().stands(Recovery::Agreed);
}

#[test]
fn s170_a_step_without_party_owner_or_date_is_refused_by_its_number() {
    let refused = |change: fn(&mut PlannedStep), code: &str| {
        let mut plan = small_plan();
        change(&mut plan.steps[1]);
        let s = decided().when(plan).refused(code);
        let sentence = words(&s.last.as_ref().expect_err("refused").text());
        assert!(sentence.contains("Step 2"), "{sentence}");
    };
    refused(|s| s.party = None, "step-without-party");
    refused(|s| s.owner = None, "step-without-owner");
    refused(|s| s.due = None, "step-without-date");
    refused(|s| s.text = " ".into(), "step-without-text");
    let theirs = |s: &mut PlannedStep| (s.party, s.owner_name) = (Some(Party::Customer), String::new());
    let mut plan = small_plan();
    theirs(&mut plan.steps[0]);
    decided().when(plan).refused("step-without-owner");
}

#[test]
fn s171_a_plan_with_only_fix_steps_is_refused_unless_it_says_why() {
    let only_fix = || DraftPlan { steps: vec![small_plan().steps.remove(0)], ..small_plan() };
    let s = decided().when(only_fix()).taken().when(agree()).refused("fix-and-prevent");
    assert_eq!(s.last.as_ref().expect_err("refused").passable(), Some(Gate::FixAndPrevent));
    let why = DraftPlan { no_prevention_because: Some("A single typing slip.".into()), ..only_fix() };
    s.when(why).taken().when(agree()).taken().stands(Recovery::Agreed);
    // By exception, with a name and a reason, the case goes on as well.
    let s = decided().when(only_fix()).taken().when(pass(Gate::FixAndPrevent)).taken().when(agree()).taken();
    s.stands(Recovery::Agreed).replays();
}

#[test]
fn s171_a_plan_that_puts_nothing_right_is_no_plan() {
    let only_prevent = DraftPlan { steps: vec![small_plan().steps.remove(1)], ..small_plan() };
    decided().when(only_prevent).taken().when(agree()).refused("plan-without-fix");
}

#[test]
fn s172_c16_who_does_a_step_says_within_a_day_that_they_can() {
    let s = decided().when(small_plan()).taken();
    let piotrs = step_id(&s, "stencil");
    assert_eq!(s.case().step(step_id(&s, "Rework")).expect("mine").confirmed, Said::Yes, "I wrote it: I can");
    let clock = s.case().clocks.iter().find(|c| c.kind == K::StepConfirmed).expect("C16 runs").clone();
    assert_eq!((clock.about, clock.owed_by, clock.due), (Some(piotrs.0), PIOTR, at("2026-11-24 11:00")));
    let why = explain(s.case(), K::StepConfirmed, clock.about, &s.facts).expect("an explanation");
    assert_eq!((why.rule, why.policy_version), (Rule::Allowed(crate::policy::Allowance::WorkingDays(1)), 1));
    assert!(why.ladder.iter().any(|(rung, to)| *rung == 1 && to.contains(&EWA)), "the manager hears of it");
    let s = s.when(agree()).refused("steps-confirmed");
    let s = s.when_with(|s| can(s, "stencil")).refused("confirmed-by-whom");
    let s = s.by(PIOTR).when_with(|s| can(s, "stencil")).then("“Scrap the old stencil”: I can.");
    assert!(s.clock(K::StepConfirmed).is_none());
}

#[test]
fn s172_somebody_who_is_not_here_can_be_named() {
    let s = decided().when(small_plan()).taken();
    let named = ConfirmStep { said_by: "Piotr, by phone".into(), ..can(&s, "stencil") };
    s.when(named).then("Piotr, by phone can").replays();
}

#[test]
fn s153_in_a_grave_case_the_customer_decided_or_has_a_part_or_would_rather_not() {
    use crate::need::Need;
    let s = grave_and_heard().when(small_plan()).taken();
    assert!(!Need::CustomerTakesPart.is_met(s.case()));
    let mut call = bare_call(&s);
    call.what_else = Some("Nothing.".into());
    call.tone_end = Some(3);
    call.no_visit_reason = Some(NoVisitReason::Distance);
    call.next_contact_at = Some(at("2026-11-23 15:00"));
    let s = s.when(call).taken().by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA);
    let s = s.when(agree()).refused("customer-takes-part");
    let declined = DraftPlan { customer_declined: Some("We would rather you did it.".into()), ..small_plan() };
    let s = s.when(declined).taken();
    assert!(Need::CustomerTakesPart.is_met(s.case()));
    let mut theirs = small_plan();
    theirs.steps.push(their_step("Clear the dock", "2026-11-24 08:00"));
    assert!(Need::CustomerTakesPart.is_met(s.when(theirs).taken().case()));
}

#[test]
fn s154_the_customers_steps_are_still_open_and_never_overdue() {
    let mut plan = small_plan();
    plan.steps.push(their_step("Clear the dock", "2026-11-23 14:00"));
    let s = decided().when(plan).taken().at("2026-11-25 09:00");
    let theirs = s.case().step(step_id(&s, "dock")).expect("theirs").clone();
    assert_eq!(sheets::standing(&theirs, s.facts.now), StepStanding::StillOpen);
    assert!(!s.case().clocks.iter().any(|c| c.about == Some(theirs.id.0)), "no clock runs against a customer");
}

#[test]
fn s157_i19_amends_alone_are_refused_at_agreed() {
    // X16: a remedy first, amends after.
    let s = heard().when(credit(50)).taken().when(small_plan()).taken();
    let s = s.by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA).when(agree());
    let s = s.refused("remedy-before-amends").stands(Recovery::Heard);
    let s = two_ways(s).when(lay_out()).taken().when_with(|s| choose(Some(option(s, 1)))).taken();
    s.when(agree()).taken().stands(Recovery::Agreed);
}

#[test]
fn i19_passing_the_gate_does_not_make_amends_a_remedy() {
    let s = heard().when(credit(50)).taken().when(small_plan()).taken();
    let s = s.by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA);
    let s = s.when(pass(Gate::RemedyBeforeAmends)).taken().when(agree()).taken();
    s.stands(Recovery::Heard);
}

#[test]
fn s176_a_new_date_that_was_not_told_stays_marked_until_it_is() {
    let s = agreed();
    let late = SettleStep { new_due: Some(at("2026-11-25 12:00")), ..settle(&s, "Rework", StepOutcome::Late) };
    let s = s.when(late).then("Late, not told yet: Rework the boards at Acme, now Wed 25 Nov 12:00");
    assert_eq!(s.case().plan.as_ref().expect("a plan").untold_change, Said::Yes);
    assert_eq!(sheets::agenda(s.case(), s.facts.now).untold_change, Some(1));
    let told = SettleStep {
        new_due: Some(at("2026-11-26 12:00")),
        told: Some(Said::Yes),
        ..settle(&s, "Rework", StepOutcome::Late)
    };
    s.when(told).then("Late, told to them").replays();
}

#[test]
fn s176_a_late_step_says_why_and_until_when() {
    let s = agreed();
    let late = settle(&s, "Rework", StepOutcome::Late);
    let s = s.when(late.clone()).refused("late-needs-date");
    s.when(SettleStep { new_due: Some(at("2026-11-20 12:00")), ..late }).refused("step-in-the-past");
}

#[test]
fn s187_a_revision_keeps_the_old_version_readable_and_both_agree_again() {
    let s = agreed();
    let change = StepChange {
        step: step_id(&s, "Rework"),
        due: Some(at("2026-11-25 12:00")),
        owner: None,
        owner_name: None,
        text: None,
        drop: None,
    };
    let revise = RevisePlan {
        changes: vec![change],
        new_steps: vec![step(StepKind::Tell, MARIA, "Call Tom about the dock", "2026-11-24 09:00")],
        why: "The bench came late.".into(),
        told_at: None,
        no_prevention_because: None,
        customer_declined: None,
    };
    let s = s.when(RevisePlan { why: String::new(), ..revise.clone() });
    assert_eq!(code(&s), "reason-empty");
    let s = s.when(revise).then("Plan changed (version 2), not told yet, because The bench came late.");
    let plan = s.case().plan.clone().expect("a plan");
    assert_eq!((plan.version, plan.agreed_by_us, plan.agreed_by_customer), (2, None, None));
    let crate::Event::PlanRevised(kept) = &s.history.last().expect("an event").event else { panic!("a revision") };
    assert_eq!(kept.before[0].due, at("2026-11-24 12:00"), "the old version stays readable");
    let s = s.when(agree()).then("Plan agreed (version 2)").replays();
    assert_eq!(s.case().plan.as_ref().expect("a plan").untold_change, Said::No, "agreeing is hearing of it");
}

#[test]
fn s187_an_agreed_plan_is_revised_and_not_drafted_over() {
    agreed().when(small_plan()).refused("plan-agreed-revise-it");
}

#[test]
fn a_revision_of_a_plan_that_moved_on_is_looked_at_again() {
    let mut s = agreed();
    s.facts.seen = Some(3);
    let s = s.when(small_plan());
    assert_eq!(code(&s), "changed-meanwhile");
}

#[test]
fn s185_c17_a_step_reminds_before_at_its_time_and_after_and_goes_up() {
    let s = agreed();
    let fix = step_id(&s, "Rework");
    let clock = |s: &Story| s.case().clocks.iter().find(|c| c.kind == K::StepDue && c.about == Some(fix.0)).cloned();
    let due = clock(&s).expect("C17 runs");
    assert_eq!((due.due, due.owed_by), (at("2026-11-24 12:00"), MARIA));
    assert_eq!((due.next_rung, due.next_at), (0, Some(at("2026-11-22 12:00"))), "two days before");
    let why = explain(s.case(), K::StepDue, Some(fix.0), &s.facts).expect("an explanation");
    assert_eq!(why.rule, Rule::Stated);
    let told = |rung: u8| why.ladder.iter().find(|(r, _)| *r == rung).expect("a rung").1.clone();
    assert_eq!((told(1), told(2)), (vec![MARIA], vec![MARIA]), "at its time and a day late: the owner");
    assert!(told(3).len() > 1, "two days late: one level up");
    let late = s.case().step(fix).expect("the step").clone();
    assert_eq!(sheets::standing(&late, at("2026-11-24 11:00")), StepStanding::OnTrack);
    assert_eq!(sheets::standing(&late, at("2026-11-25 12:00")), StepStanding::Late);
    let s = s.when_with(|s| settle(s, "Rework", StepOutcome::Done)).taken().stands(Recovery::MakingGood);
    assert!(clock(&s).is_none());
}

#[test]
fn s186_c18_agreeing_creates_the_check_ins() {
    let s = agreed().due(K::CheckIn, "2026-11-30 11:00");
    let why = explain(s.case(), K::CheckIn, None, &s.facts).expect("an explanation");
    assert_eq!(why.rule, Rule::Allowed(crate::policy::Allowance::WorkingDays(5)));
    let check_in = RecordCheckIn {
        with: None,
        feedback: None,
        our_reply: None,
        next_contact_at: Some(at("2026-12-04 10:00")),
        happened_at: None,
    };
    assert_eq!(sheets::agenda(s.case(), s.facts.now).open_steps.len(), 2, "the agenda is made of open steps");
    // S188: it asks what we should do differently, and our reply is kept.
    let s = s.at("2026-11-27 10:00").when(check_in.clone()).refused("check-in-asks");
    let said = RecordCheckIn { feedback: Some("Call before ten.".into()), ..check_in.clone() };
    let s = s.when(said.clone()).then("“Call before ten.” No reply from us yet.").due(K::CheckIn, "2026-12-04 10:00");
    assert_eq!(sheets::agenda(s.case(), s.facts.now).unanswered, ["Call before ten."]);
    let reply = RecordCheckIn { our_reply: Some("We will.".into()), next_contact_at: None, ..check_in };
    let s = s.when(reply).then("We replied to their feedback: “We will.”").replays();
    assert!(open_feedback(s.case()).is_none());
    let silent = RecordCheckIn { next_contact_at: None, ..said };
    // S180: every contact names the next one.
    let s = s.when(silent);
    assert_eq!(code(&s), "next-contact");
}

#[test]
fn s186_the_check_ins_of_a_grave_case_are_daily() {
    let s = two_ways(grave_and_heard()).when(lay_out()).taken().when_with(|s| choose(Some(option(s, 1)))).taken();
    let s = s.when(small_plan()).taken().by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA);
    let s = s.when(pass(Gate::WhatElse)).taken().when(agree()).taken().stands(Recovery::Agreed);
    s.due(K::CheckIn, "2026-11-24 10:00");
}

#[test]
fn s189_what_helps_the_customer_comes_before_cleaning_up_at_our_end() {
    let mut plan = small_plan();
    plan.steps[0].due = Some(at("2026-11-24 16:00"));
    plan.steps[1].due = Some(at("2026-11-24 09:00"));
    let s = decided().when(plan).taken();
    let zone = s.facts.ours.zone().clone();
    let mut steps: Vec<_> = s.case().plan.as_ref().expect("a plan").steps.iter().collect();
    steps.sort_by_key(|step| sheets::order_of_step(step.kind, step.due, &zone));
    assert_eq!(steps[0].kind, StepKind::Fix, "both are due today: the fix comes first");
}

#[test]
fn s165_s192_an_update_can_list_what_was_done_and_what_will_be() {
    let s = agreed().at("2026-11-24 11:00").when_with(|s| settle(s, "Rework", StepOutcome::Done)).taken();
    let measures = sheets::measures(s.case(), at("2026-11-23 12:00"));
    let taken: Vec<_> = measures.taken.iter().map(|s| (s.text.as_str(), s.done_at)).collect();
    assert_eq!(taken, [("Rework the boards at Acme", Some(at("2026-11-24 11:00")))]);
    let to_come: Vec<_> = measures.will_take.iter().map(|s| (s.text.as_str(), s.due)).collect();
    assert_eq!(to_come, [("Scrap the old stencil", at("2026-11-27 12:00"))]);
    assert!(sheets::measures(s.case(), at("2026-11-24 11:00")).taken.is_empty(), "told already");
    let told = s.last.as_ref().expect("taken").events[0].event.told().expect("shown to the customer");
    assert_eq!(words(&told), "Done: Rework the boards at Acme");
}

#[test]
fn a_fix_is_done_with_proof() {
    let s = agreed();
    let bare = SettleStep { proof: None, ..settle(&s, "Rework", StepOutcome::Done) };
    let s = s.when(bare).refused("fix-proven").when_with(|s| settle(s, "Rework", StepOutcome::Done));
    let s = s.then("Done: Rework the boards at Acme (Photo 12)").stands(Recovery::MakingGood);
    s.when_with(|s| settle(s, "Rework", StepOutcome::Done)).refused("step-settled");
}

#[test]
fn the_only_step_that_puts_it_right_is_not_left_out() {
    let s = agreed().when_with(|s| settle(s, "Rework", StepOutcome::Skipped)).refused("last-fix-step");
    s.when_with(|s| settle(s, "stencil", StepOutcome::Skipped)).then("Left out: Scrap the old stencil").replays();
}

#[test]
fn i14_only_the_clocks_of_our_own_steps_stand_still() {
    let pause = |until: &str| PauseClocks { until: at(until), reason: "They close for a holiday.".into() };
    let before = agreed();
    let s = agreed().when(pause("2026-11-26 11:00")).then("stand still until Thu 26 Nov 11:00").replays();
    for clock in &before.case().clocks {
        let now = s.case().clocks.iter().find(|c| c.kind == clock.kind && c.about == clock.about).expect("still there");
        let moved = now.due.duration_since(clock.due);
        let expected =
            if clock.kind.may_pause() { jiff::SignedDuration::from_hours(72) } else { jiff::SignedDuration::ZERO };
        assert_eq!(moved, expected, "{:?}", clock.kind);
    }
    // A new pause sets an earlier end; the time that stood still is not lost (I13).
    let s = s.at("2026-11-24 11:00").when(pause("2026-11-24 15:00")).taken();
    let fix = step_id(&s, "Rework");
    let due = s.case().clocks.iter().find(|c| c.kind == K::StepDue && c.about == Some(fix.0)).expect("C17").due;
    assert_eq!(due, at("2026-11-25 16:00"), "28 hours later than Tuesday noon");
    let s = s.when(pause("2026-11-20 15:00")).refused("pause-in-the-past");
    s.when(pause("2027-01-20 15:00")).refused("pause-too-long");
}

#[test]
fn s233_a_hard_act_needs_a_second_name_and_its_cost_in_writing() {
    let stop = TakeHardAction {
        kind: HardAction::StopShip,
        reason: "Two invoices are open.".into(),
        second: None,
        relationship_effect: None,
    };
    let s = heard().when(stop.clone()).refused("battle-check");
    let s = s.when(TakeHardAction { second: Some(MARIA), ..stop.clone() }).refused("second-person-is-you");
    let s = s.when(TakeHardAction { second: Some(EWA), ..stop.clone() }).refused("battle-check");
    let both =
        TakeHardAction { relationship_effect: Some("They will look elsewhere.".into()), second: Some(EWA), ..stop };
    s.when(both).then("Hard act: Stop shipping, Ewa stands for it too").replays();
}

#[test]
fn a_new_draft_keeps_what_was_agreed_before_a_fix_did_not_hold() {
    let s = agreed().when_with(|s| settle(s, "Rework", StepOutcome::Done)).taken().stands(Recovery::MakingGood);
    let told = TellWhatHappened { to: MS_RAO, what: "We used the old stencil.".into(), happened_at: None };
    let word = serde_json::json!({ "by": MS_RAO, "solved": "no", "words": "Two are dry again.", "way": "phone" });
    let word: RecordWord = serde_json::from_value(word).expect("a word in JSON");
    let s = s.when(told).taken().at("2026-11-23 15:00").when(word).taken().stands(Recovery::Deciding);
    let again = DraftPlan { steps: vec![small_plan().steps.remove(0)], ..small_plan() };
    let s = s.when(again).taken().replays();
    let texts: Vec<_> = s.case().plan.as_ref().expect("a plan").steps.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(texts, ["Scrap the old stencil", "Rework the boards at Acme"]);
    s.when(small_plan())
        .taken()
        .when_with(|s| can(s, "stencil"))
        .refused("confirmed-by-whom")
        .stands(Recovery::Deciding);
}
