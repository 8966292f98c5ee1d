//! A slip is taken back by the opposite act: both stay in the story, and nothing else changes.
use super::walk::*;
use crate::ids::*;
use crate::parts::StepState;
use crate::testing::*;
use serde_json::json;

/// A promise of the colleague who gets the case is not mixed up with those that went along.
#[test]
fn a_case_given_to_the_wrong_colleague_is_taken_back_with_its_promises() {
    let mine = json!({ "what": "thing", "words": "A new list.", "to": MS_RAO, "due": at("2026-11-27 12:00") });
    let theirs = json!({ "what": "thing", "words": "The photos.", "to": MS_RAO, "due": at("2026-11-27 12:00") });
    let s = story().when(wrong_label()).taken().does("make-promise", mine);
    let s = s.by(EWA).does("make-promise", theirs).by(MARIA);
    let before = s.case().clone();
    let owners = |s: &Story| s.case().promises.iter().map(|p| p.by).collect::<Vec<PersonId>>();
    let s = s.does("hand-over", json!({ "to": EWA, "why": "You know labels." }));
    assert_eq!((s.case().team.owner, s.case().hand_overs, owners(&s)), (EWA, 1, vec![EWA, EWA]));
    let s = s.does("take-back", json!({ "why": "I meant the other case." })).then("Taken back from");
    assert_eq!((s.case().team.owner, s.case().hand_overs), (before.team.owner, before.hand_overs));
    assert_eq!(owners(&s), [MARIA, EWA], "what was Ewa's own stays hers");
    s.ask("take-back", json!({ "why": "Again." })).refused("nothing-to-take-back").replays();
}

#[test]
fn only_whoever_gave_it_takes_it_back_and_only_at_once() {
    let given = || story().when(wrong_label()).taken().does("hand-over", json!({ "to": EWA, "why": "Yours." }));
    let back = json!({ "why": "A slip." });
    given().by(EWA).ask("take-back", back.clone()).refused("nothing-to-take-back");
    given().ask("take-back", json!({ "why": " " })).refused("reason-empty");
    given().at("2026-11-23 09:31").ask("take-back", back.clone()).refused("nothing-to-take-back");
    given().at("2026-11-23 09:29").does("take-back", back.clone()).replays();
    story().when(wrong_label()).taken().ask("take-back", back).refused("nothing-to-take-back");
}

#[test]
fn a_tick_that_was_a_mistake_is_taken_back() {
    let tick = |no: &str, words: &str| json!({ "playbook": "three_mistakes", "no": no, "words": words });
    let s = heard().does("choose-playbook", json!({ "name": "three_mistakes" }));
    let s = s.ask("untick-step", tick("A2", "x")).refused("step-not-ticked");
    let s = s.does("tick-step", tick("A2", "No plan for labels."));
    let s = s.ask("untick-step", tick("A2", " ")).refused("nothing-said");
    let s = s.ask("untick-step", tick("Z9", "x")).refused("no-such-playbook-step");
    let s = s.does("untick-step", tick("A2", "There is one.")).then("Not done after all: Launch the emergency plan");
    assert!(s.case().playbooks.iter().all(|p| p.ticked.is_empty()));
    s.does("tick-step", tick("A2", "Now it is.")).replays();
}

#[test]
fn a_step_that_is_not_done_after_all_is_open_again_until_they_were_asked() {
    let s = agreed();
    let step = s.case().fix_steps().next().expect("a fix").id;
    let why = json!({ "step": step, "reason": "The courier came back." });
    let s = s.ask("reopen-step", why.clone()).refused("step-is-open");
    let s = s.does("settle-step", json!({ "step": step, "outcome": "done", "proof": "Signed for." }));
    assert!(s.case().step(step).is_some_and(|s| s.done_at.is_some()));
    let s = s.ask("reopen-step", json!({ "step": step, "reason": " " })).refused("reason-empty");
    let s = s.does("reopen-step", why.clone()).then("Open again: ").then("because The courier came back.");
    let open = s.case().step(step).expect("the step");
    assert_eq!((open.state, open.done_at, open.proof.clone()), (StepState::Open, None, None));
    s.replays();
    asked().ask("reopen-step", why).refused("step-they-were-asked");
}

/// What replaces something stops when it was not read; what only adds goes beside it.
#[test]
fn edits_stop_for_whoever_has_not_read_and_additions_do_not() {
    let stale = |mut s: Story| {
        s.facts.seen = Some(1);
        s
    };
    let deadline =
        json!({ "deadline": { "at": at("2026-11-27 14:00"), "what": "their shipment", "threatened": "yes" } });
    let s = heard().does("describe-harm", deadline.clone());
    let s = stale(s).ask("describe-harm", deadline).refused("changed-meanwhile");
    let more = json!({ "impacts": [{ "dimension": "paperwork", "words": "And the invoices." }] });
    let s = s.does("describe-harm", more).does("add-note", json!({ "text": "Noted." }));
    let s = s.ask("hand-over", json!({ "to": EWA, "why": "Yours." })).refused("changed-meanwhile");
    s.ask("name-team", json!({ "manager": EWA })).refused("changed-meanwhile");
    stale(ready_to_close()).ask("close", last_message()).refused("changed-meanwhile");
}
