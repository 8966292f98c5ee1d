//! A promise is moved with the customer's word before its time, and never after it (S180, I16).
use super::ways::*;
use crate::agenda::{self, Stands};
use crate::clock::ClockKind as K;
use crate::commands::*;
use crate::kinds::Recovery;
use crate::parts::*;
use crate::testing::*;

fn moved(s: &Story, due: &str) -> MovePromise {
    let promise = s.case().promises.iter().find(|p| p.what == Promised::Thing).expect("a promise").id;
    MovePromise { promise, due: at(due), agreed_by: MS_RAO, words: "Thursday is early enough.".into() }
}
fn promised() -> Story {
    heard().when(promise("The tracking number", "2026-11-24 12:00")).taken()
}

#[test]
fn s180_what_they_agreed_to_move_is_the_same_promise_at_another_time() {
    let s = promised().at("2026-11-24 09:00").when_with(|s| moved(s, "2026-11-26 12:00"));
    let s = s.then("Ms Rao agreed to another time for a promise: The tracking number").replays();
    let kept = s.case().promises.iter().find(|p| p.what == Promised::Thing).expect("a promise");
    assert_eq!((kept.due, kept.state), (at("2026-11-26 12:00"), PromiseState::Open));
    let clock = s.case().clocks.iter().find(|c| c.kind == K::Promise && c.about == Some(kept.id.0)).expect("its clock");
    assert_eq!(clock.due, at("2026-11-26 12:00"));
    let (_, entries) = agenda::told(s.case().id, &s.history);
    let entry = entries.iter().find(|e| e.dated.id == kept.id.0).expect("followed");
    assert_eq!((entry.changes, entry.dated.stands, entry.dated.at), (1, Stands::Open, at("2026-11-26 12:00")));
}

#[test]
fn i16_nobody_moves_a_promise_out_of_the_way() {
    let s = promised();
    let silent = MovePromise { words: " ".into(), ..moved(&s, "2026-11-26 12:00") };
    let ours = MovePromise { agreed_by: crate::ids::ContactId(MARIA.0), ..moved(&s, "2026-11-26 12:00") };
    let s = s.when(silent).refused("release-without-words").when(ours).refused("not-a-contact");
    let s = s.when_with(|s| moved(s, "2026-11-24 12:00")).refused("nothing-changes");
    let s = s.when_with(|s| moved(s, "2026-11-20 12:00")).refused("promise-in-the-past");
    // Its time has come: it is kept or broken now.
    let s = s.at("2026-11-24 12:00").when_with(|s| moved(s, "2026-11-26 12:00")).refused("promise-time-over");
    let promise = moved(&s, "2026-11-26 12:00").promise;
    let broken = SettlePromise {
        promise,
        outcome: PromiseOutcome::Broken,
        proof: None,
        released_by: None,
        words: Some("The carrier lost it.".into()),
        happened_at: None,
    };
    let s = s.when(broken).taken().when_with(|s| moved(s, "2026-11-26 12:00")).refused("promise-settled");
    assert_ne!(s.case().recovery, Recovery::Closed);
}
