//! The case goes up by role, is answered by name, changes hands in the open, and its clocks run out in the open.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::effect::Urgency;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;
use serde_json::json;

/// S196: manager and quality are both named, both told at once, and both must open it.
#[test]
fn s196_manager_and_quality_are_named_told_and_both_open_it() {
    let s = heard().does("escalate", json!({ "reason": "need_help", "words": "Two lists, one truth." }));
    let mut told: Vec<_> = s.told().into_iter().map(|(to, urgency, _)| (to, urgency)).collect();
    told.sort_by_key(|(to, _)| *to);
    assert_eq!(told, [(EWA, Urgency::Urgent), (QUINN, Urgency::Urgent)]);
    assert_eq!((s.case().team.manager, s.case().team.quality), (Some(EWA), Some(QUINN)));
    let call = s.case().escalations[0].id;
    let seen = json!({ "escalation": call, "words": "I look at the lists." });
    let s = s.due(K::EscalationOpened, "2026-11-23 13:40").by(PIOTR).ask("acknowledge-escalation", seen.clone());
    let s = s.refused("escalation-not-yours").by(EWA).does("acknowledge-escalation", seen.clone());
    assert!(s.case().escalations[0].acknowledged.is_none(), "quality has not opened it yet");
    let s = s.ask("acknowledge-escalation", seen.clone()).refused("escalation-already-acknowledged");
    let s = s.by(QUINN).does("acknowledge-escalation", seen).then("Quinn: I have it.");
    assert!(s.clock(K::EscalationOpened).is_none());
    s.replays();
}

/// S196, C27: unopened after four working hours it goes one level up.
#[test]
fn s196_unopened_after_four_hours_it_goes_to_the_director() {
    let s = heard().does("escalate", json!({ "reason": "need_help", "words": "Two lists." }));
    let s = s.runs_out(K::EscalationOpened).runs_out(K::EscalationOpened);
    assert!(s.told().iter().any(|(to, urgency, _)| *to == DORA && *urgency == Urgency::Urgent));
}

/// A director may answer for the manager who is away.
#[test]
fn a_director_stands_in_for_the_manager() {
    let s = heard().does("escalate", json!({ "reason": "need_help", "words": "Two lists." }));
    let call = s.case().escalations[0].id;
    let s = s.by(DORA).does("acknowledge-escalation", json!({ "escalation": call }));
    assert_eq!(s.case().escalations[0].awaited, [QUINN]);
    s.then("Dora, for Ewa: I have it.");
}

/// S197: the reason is about what is asked; no word of it judges a person.
#[test]
fn s197_the_reason_is_about_the_request() {
    let s = heard().does("escalate", json!({ "reason": "cannot_meet_what_is_asked", "words": "A refund of all." }));
    let said = s.said().join(" ");
    assert!(said.contains("we cannot meet what is asked") && !said.contains("unreasonable"));
}

/// S198: *not satisfied* goes up after a real talk; other reasons go up at once.
#[test]
fn s198_not_satisfied_goes_up_after_a_talk() {
    let up = json!({ "reason": "not_satisfied", "words": "The mail sounded cold." });
    opened().ask("escalate", up.clone()).refused("talk-before-escalation");
    opened().does("escalate", json!({ "reason": "safety", "words": "A sharp edge." }));
    let s = heard().does("escalate", up.clone());
    s.ask("escalate", up).refused("escalation-already-open");
}

/// S129: once not satisfied, or twice not sure, goes up by itself.
#[test]
fn s129_twice_not_sure_goes_up() {
    let talk = |s: Story, time: &str| {
        let s = s.at(time);
        let mut call = good_call(&s);
        call.satisfied = Some(Satisfied::NotSure);
        s.when(call).taken()
    };
    let s = talk(opened(), "2026-11-23 09:40");
    assert!(s.case().escalations.is_empty());
    let s = talk(s, "2026-11-23 15:00");
    assert_eq!(s.case().escalations[0].reason, EscalationReason::NotSatisfied);
}

/// S034: a complaint handed on twice without a word to the customer is run away from.
#[test]
fn s034_handed_over_twice_without_contact_is_running_away() {
    let to = |who| json!({ "to": who, "why": "I am on the road." });
    let s = opened().does("hand-over", to(PIOTR)).by(PIOTR).does("hand-over", to(RITA));
    assert!(crate::commands::hand_over::runs_away(s.case()));
    assert!(s.told().iter().any(|(who, _, key)| *who == EWA && key == "notice-running-away"));
    let s = heard().does("hand-over", to(PIOTR)).by(PIOTR).does("hand-over", to(RITA));
    assert!(!crate::commands::hand_over::runs_away(s.case()), "she was spoken with");
}

/// S048, S180: whoever takes over finds the same clocks and the same promises.
#[test]
fn s048_clocks_and_promises_go_along_unchanged() {
    let s = heard();
    let dues = |s: &Story| s.case().clocks.iter().map(|c| (c.kind, c.due)).collect::<Vec<_>>();
    let before = dues(&s);
    let s =
        s.does("hand-over", json!({ "to": PIOTR, "why": "He is nearer." })).then("From Maria to Piotr: He is nearer.");
    assert_eq!(dues(&s), before);
    assert!(s.case().open_promises().all(|p| p.by == PIOTR));
    s.ask("hand-over", json!({ "to": REED, "why": "Free hands." })).refused("no-such-colleague");
}

/// S235: the account has its owner on the case, and a name can be changed to somebody of the role.
#[test]
fn s235_the_one_who_keeps_the_account_is_named() {
    let mut alone = story();
    alone.facts.account.relationship_owner = None;
    alone.when(dry_joint()).refused("account-without-relationship-owner");
    assert_eq!(opened().case().team.relationship_owner, RITA);
    opened().ask("name-team", json!({ "quality": PIOTR })).refused("colleague-of-another-role");
    opened().does("name-team", json!({ "manager": DORA })).then("Named on the case: Dora");
}

/// S030, C01: a first contact that was not made goes red, is Mistake 1, and a manager must answer.
#[test]
fn s030_a_missed_first_contact_is_mistake_1_and_goes_up() {
    let s = opened().runs_out(K::FirstContact);
    assert!(s.told().iter().all(|(_, urgency, _)| *urgency == Urgency::CanWait), "a warning waits for the morning");
    let s = s.then("Soon due").runs_out(K::FirstContact).then("Not done by Mon 23 Nov 13:00: First contact");
    assert!(s.told().iter().any(|(to, _, key)| *to == EWA && key == "notice-customer-not-told"));
    assert_eq!(s.case().escalations[0].reason, EscalationReason::ClockRanOut);
    s.replays();
}

/// A scheduler that asks too early, twice, or for what is gone does no harm.
#[test]
fn a_clock_that_is_not_due_does_nothing() {
    let s = opened().by_system().does("run-out-clock", json!({ "kind": "c01_first_contact" }));
    assert!(s.last.as_ref().is_ok_and(|c| c.events.is_empty()));
    let s = s.at("2026-11-23 12:10").does("run-out-clock", json!({ "kind": "c01_first_contact" })).then("Soon due");
    let s = s.does("run-out-clock", json!({ "kind": "c01_first_contact" }));
    assert!(s.last.as_ref().is_ok_and(|c| c.events.is_empty()), "the same rung is not reached twice");
    let s = s.does("run-out-clock", json!({ "kind": "c23_follow_up_call" }));
    assert!(s.last.as_ref().is_ok_and(|c| c.events.is_empty()));
    opened()
        .at("2026-11-23 18:00")
        .ask("run-out-clock", json!({ "kind": "c01_first_contact" }))
        .refused("internal-command");
}

/// S244, I16: a promise that ran out is broken, stays broken, and goes up at once; the customer still waits for it.
#[test]
fn s244_a_missed_promise_is_broken_and_goes_up() {
    let s = heard().runs_out(K::Promise).runs_out(K::Promise);
    let promise = s.case().promises[0].clone();
    assert_eq!((promise.state, promise.settled_at), (PromiseState::Broken, None));
    assert!(s.case().open_escalations().any(|e| e.reason == EscalationReason::BrokenPromise));
    assert!(s.told().iter().any(|(to, urgency, _)| *to == EWA && *urgency == Urgency::Urgent));
    assert_eq!(crate::severity::order_of_work(s.case(), s.facts.now).overdue_promise, 1);
    let later = s.facts.now + jiff::SignedDuration::from_mins(30);
    assert_eq!(
        crate::severity::order_of_work(s.case(), later).overdue_promise,
        0,
        "it comes first until somebody calls"
    );
    let mut s = s;
    s.facts.now = later;
    let call = good_call(&s);
    let s = s.when(call).taken();
    assert_eq!(s.case().promises[0].state, PromiseState::Broken, "late is late");
    s.replays();
}

/// A call that took place in time and was typed in late was in time.
#[test]
fn a_call_typed_in_late_kept_its_promise() {
    let s = heard().runs_out(K::Promise).runs_out(K::Promise).at("2026-11-24 12:30");
    let mut call = good_call(&s);
    call.started_at = at("2026-11-24 11:30");
    call.ended_at = Some(at("2026-11-24 11:40"));
    let s = s.when(call).taken();
    assert_eq!(s.case().promises[0].state, PromiseState::Kept);
}

/// S179: the longest silence is watched, and its overrun climbs from the owner to the manager.
#[test]
fn s179_silence_runs_out_and_goes_up() {
    let s = heard().due(K::Silence, "2026-11-25 09:40").runs_out(K::Silence).runs_out(K::Silence).runs_out(K::Silence);
    assert!(s.told().iter().any(|(to, ..)| *to == EWA));
    assert!(s.case().escalations.iter().any(|e| e.reason == EscalationReason::ClockRanOut));
}

/// S185: a late step reaches its owner, then the manager.
#[test]
fn s185_a_late_step_reaches_the_owner_then_the_manager() {
    let s = agreed().runs_out(K::StepDue).runs_out(K::StepDue);
    assert!(s.told().iter().all(|(to, ..)| *to == MARIA), "due: the owner");
    let s = s.runs_out(K::StepDue).runs_out(K::StepDue);
    assert!(s.told().iter().any(|(to, ..)| *to == DORA || *to == EWA), "two days late: above");
}

/// Quiet hours of the recipient: a warning waits for the morning, a miss does not.
#[test]
fn a_warning_waits_out_the_night_and_a_miss_does_not() {
    let mut stopped = dry_joint();
    stopped.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    let s = story().at("2026-11-23 22:00").when(stopped).taken().runs_out(K::FirstContact);
    let morning = |s: &Story| {
        s.last.as_ref().expect("taken").effects.iter().all(
            |e| matches!(e, crate::effect::Effect::Notify { not_before, .. } if *not_before == at("2026-11-24 07:00")),
        )
    };
    assert!(morning(&s));
    assert!(!morning(&s.runs_out(K::FirstContact)));
}

/// No clock keeps more rungs than it can count.
#[test]
fn what_ran_out_is_kept_within_its_limit() {
    let mut s = opened();
    let one = crate::clock::RanOut {
        kind: K::Retry,
        about: None,
        starts: s.facts.now,
        due: s.facts.now,
        rung: 0,
        at: s.facts.now,
    };
    s.facts.case.ran_out = vec![one; 200];
    let s = s.runs_out(K::FirstContact);
    assert_eq!(s.case().ran_out.len(), 200);
}

/// S199, S203, S204: three flat talks without agreement: directors hear of it, somebody fresh and mediation are proposed.
#[test]
fn s199_s203_s204_three_flat_talks_are_a_deadlock() {
    let option = |what: &str| json!({ "kind": "rework", "what": what, "arrives": at("2026-11-30 10:00"), "confidence": "expected" });
    let s = heard().does("add-option", option("A courier.")).does("add-option", option("A van."));
    let mut s = s.at("2026-11-23 10:00").does("lay-out-options", json!({})).stands(Recovery::Deciding);
    for day in 24..27 {
        s = s.at(&format!("2026-11-{day} 09:30"));
        let mut flat = good_call(&s);
        (flat.tone_start, flat.tone_end) = (Some(2), Some(2));
        s = s.when(flat).taken();
    }
    let s = s.due(K::Deadlock, "2026-11-26 09:30").runs_out(K::Deadlock).runs_out(K::Deadlock);
    assert!(s.told().iter().any(|(to, _, key)| *to == DORA && key == "notice-deadlock"));
    let call = s.case().escalations.last().expect("it went up");
    assert_eq!((call.reason, call.to.contains(&DORA)), (EscalationReason::Deadlock, true));
}
