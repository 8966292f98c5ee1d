//! What customers' calendars are told of promises and steps: each under one id, with a number that rises (stages 6 and 7).
use super::ways::*;
use crate::agenda::*;
use crate::commands::*;
use crate::ids::*;
use crate::parts::*;
use crate::testing::*;

fn told_of(s: &Story) -> Vec<Entry> {
    let (case, entries) = told(s.case().id, &s.history);
    for dated in of(s.case()) {
        let entry = entries.iter().find(|e| e.dated.id == dated.id).expect("followed");
        assert_eq!(entry.dated, dated, "as the case says");
    }
    assert_eq!(case.version, s.case().version);
    entries
}
fn one(s: &Story, words: &str) -> Entry {
    let all = told_of(s);
    all.iter().find(|e| e.dated.words.contains(words)).unwrap_or_else(|| panic!("no {words} in {all:?}")).clone()
}
fn promised() -> Story {
    heard().when(promise("The tracking number", "2026-11-24 12:00")).taken()
}
fn settled(s: &Story, outcome: PromiseOutcome) -> SettlePromise {
    let promise = s.case().promises.iter().find(|p| p.what == Promised::Thing).expect("a promise").id;
    let released_by = (outcome == PromiseOutcome::Released).then_some(MS_RAO);
    let (proof, words) = (Some("1Z 999".into()), Some("We found it ourselves.".into()));
    SettlePromise { promise, outcome, proof, released_by, words, happened_at: None }
}

#[test]
fn a_promise_keeps_its_id_and_its_number_rises_with_what_becomes_of_it() {
    let begun = promised();
    let first = one(&begun, "tracking");
    assert_eq!((first.changes, first.dated.stands, first.dated.at), (0, Stands::Open, at("2026-11-24 12:00")));
    assert_eq!((first.dated.by, first.dated.to), (Some(MARIA), Some(MS_RAO)));
    let becomes = |outcome| {
        let s = promised().at("2026-11-24 11:00").when_with(|s| settled(s, outcome)).taken();
        let entry = one(&s, "tracking");
        assert_eq!((entry.dated.id, entry.changed_at), (first.dated.id, at("2026-11-24 11:00")));
        (entry.changes, entry.dated.stands, entry.dated.at)
    };
    // What was kept sooner holds no time free any more.
    assert_eq!(becomes(PromiseOutcome::Kept), (1, Stands::Kept, at("2026-11-24 11:00")));
    assert_eq!(becomes(PromiseOutcome::Broken), (1, Stands::Broken, at("2026-11-24 12:00")));
    assert_eq!(becomes(PromiseOutcome::Released), (1, Stands::CalledOff, at("2026-11-24 12:00")));
    // Made good a day later it is the same broken promise, and nothing changes about it.
    let s = promised().when_with(|s| settled(s, PromiseOutcome::Broken)).taken();
    let s = s.at("2026-11-25 09:00").when_with(|s| settled(s, PromiseOutcome::Kept)).taken();
    assert_eq!(one(&s, "tracking").dated.stands, Stands::Broken);
}

#[test]
fn a_step_is_told_once_somebody_stands_by_the_plan_and_follows_each_version() {
    let draft = confirmed();
    assert!(told_of(&draft).iter().all(|e| e.dated.which != Which::OurStep), "a draft is nobody's word yet");
    let agreed = confirmed().when(agree()).taken();
    let all = told_of(&agreed);
    let step = all.iter().find(|e| e.dated.which == Which::OurStep).expect("a step of ours").clone();
    let moved = StepChange {
        step: StepId(step.dated.id),
        due: Some(at("2026-12-18 10:00")),
        owner: None,
        owner_name: None,
        text: None,
        drop: None,
    };
    let revise = |change: StepChange| RevisePlan {
        changes: vec![change],
        new_steps: vec![],
        why: "The laminate comes later.".into(),
        told_at: None,
        no_prevention_because: None,
        customer_declined: None,
    };
    let s = agreed.at("2026-11-23 15:00").when(revise(moved.clone())).taken();
    let after = one(&s, &step.dated.words);
    assert_eq!((after.dated.id, after.dated.at), (step.dated.id, at("2026-12-18 10:00")));
    assert_eq!((after.changes, after.dated.stands), (step.changes + 1, Stands::Open));
    let away = StepChange { due: None, drop: Some("They do it themselves.".into()), ..moved };
    let s = s.at("2026-11-23 16:00").when(revise(away)).taken();
    let gone = one(&s, &step.dated.words);
    assert_eq!((gone.changes, gone.dated.stands), (step.changes + 2, Stands::CalledOff));
}
