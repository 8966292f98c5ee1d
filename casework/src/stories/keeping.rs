//! Promises and amends: kept, broken, released, granted, given (S158, S160, S244, I16).
use super::ways::*;
use crate::clock::ClockKind as K;
use crate::commands::*;
use crate::effect::{Effect, Urgency};
use crate::kinds::*;
use crate::money::Money;
use crate::parts::*;
use crate::refusal::Strength;
use crate::testing::*;

fn promised() -> Story {
    heard().when(promise("The tracking number", "2026-11-24 12:00")).taken()
}
fn settled(s: &Story, outcome: PromiseOutcome) -> SettlePromise {
    let promise = s.case().promises.iter().find(|p| p.what == Promised::Thing).expect("a promise").id;
    let (proof, words) = (Some("1Z 999".into()), Some("The carrier lost it.".into()));
    SettlePromise { promise, outcome, proof, released_by: None, words, happened_at: None }
}
fn state(s: &Story) -> PromiseState {
    s.case().promises.iter().find(|p| p.what == Promised::Thing).expect("a promise").state
}

#[test]
fn i16_a_promise_is_kept_in_time_with_what_shows_it() {
    let s = promised().at("2026-11-24 11:00");
    let bare = SettlePromise { proof: None, ..settled(&s, PromiseOutcome::Kept) };
    let s = s.when(bare).refused("kept-needs-proof").when_with(|s| settled(s, PromiseOutcome::Kept));
    let s = s.then("Promise kept: The tracking number, due Tue 24 Nov 12:00 — 1Z 999").replays();
    assert_eq!(state(&s), PromiseState::Kept);
    s.when_with(|s| settled(s, PromiseOutcome::Kept)).refused("promise-settled");
}

#[test]
fn s244_a_broken_promise_goes_up_at_once() {
    // I16: broken escalates.
    let s = promised().when_with(|s| settled(s, PromiseOutcome::Broken));
    let s = s.then("Promise broken: The tracking number").replays();
    let change = s.last.as_ref().expect("taken");
    let called = |e: &Effect| matches!(e, Effect::Notify { to, urgency: Urgency::Urgent, text, .. } if *to == EWA && text.key == "notice-promise-broken");
    assert!(change.effects.iter().any(called), "the manager is called at once");
    assert!(s.case().open_escalations().any(|e| e.reason == EscalationReason::BrokenPromise));
    assert!(s.case().let_down_twice());
    // It is still waited for, until somebody makes it good; late it stays.
    assert!(s.case().owed_promises().any(|p| p.words == "The tracking number"));
    let s = s.at("2026-11-25 09:00").when_with(|s| settled(s, PromiseOutcome::Kept)).then("Promise kept too late");
    assert_eq!(state(&s), PromiseState::Broken);
    assert!(!s.case().owed_promises().any(|p| p.words == "The tracking number"));
    s.replays();
}

#[test]
fn s244_what_comes_after_its_time_was_broken() {
    let s = promised().at("2026-11-24 12:01").when_with(|s| settled(s, PromiseOutcome::Kept)).then("too late");
    assert_eq!(state(&s), PromiseState::Broken);
    assert!(s.case().open_escalations().any(|e| e.reason == EscalationReason::BrokenPromise));
}

#[test]
fn i16_only_the_customer_lets_us_off_a_promise() {
    let s = promised().when_with(|s| settled(s, PromiseOutcome::Released)).refused("release-is-theirs");
    assert_eq!(s.last.as_ref().expect_err("refused").strength, Strength::Law);
    let by = |s: &Story, by| SettlePromise { released_by: Some(by), ..settled(s, PromiseOutcome::Released) };
    let s = s.when_with(|s| by(s, crate::ids::ContactId(MARIA.0)));
    assert_eq!((code(&s), s.last.as_ref().expect_err("refused").strength), ("not-a-contact", Strength::Law));
    let silent = SettlePromise { words: None, ..by(&s, MS_RAO) };
    let s = s.when(silent).refused("release-without-words");
    let s = s.when_with(|s| by(s, MS_RAO)).then("Ms Rao let us off a promise: The tracking number").replays();
    assert_eq!(state(&s), PromiseState::Released);
    assert!(s.case().escalations.is_empty());
}

#[test]
fn c06_a_promise_has_its_own_clock_until_it_is_settled() {
    let due = |s: &Story| s.case().clocks.iter().any(|c| c.kind == K::Promise && c.due == at("2026-11-24 12:00"));
    let s = promised();
    assert!(due(&s));
    let s = s.when_with(|s| settled(s, PromiseOutcome::Kept)).taken();
    let met = s.case().clocks.iter().find(|c| c.due == at("2026-11-24 12:00")).expect("shown beside the open ones");
    assert_eq!(met.met_at, Some(at("2026-11-23 09:40")));
}

#[test]
fn s160_an_owner_grants_150_at_once_and_500_waits_for_the_approver() {
    let s = heard().when(credit(150)).then("To say sorry: a credit; 150.00 EUR").replays();
    assert_eq!(s.case().amends[0].approved_by, Some(MARIA));
    let s = heard().when(credit(500)).then("waits for a yes").due(K::ApproveAmends, "2026-11-24 09:40");
    assert_eq!(s.case().amends[0].approved_by, None);
    assert_eq!(s.clock(K::ApproveAmends).expect("C14 runs").owed_by, EWA);
    let told =
        s.last.as_ref().expect("taken").effects.iter().any(|e| matches!(e, Effect::Notify { to, .. } if *to == EWA));
    assert!(told, "the approver hears of it");
    let yes = |s: &Story| ApproveAmends { amends: s.case().amends[0].id, answer: None, words: String::new() };
    let s = s.when_with(yes);
    assert_eq!(code(&s), "needs-manager", "an owner does not approve");
    let s = s.by(EWA).when_with(yes).then("Ewa said yes to a credit; 500.00 EUR").replays();
    assert!(s.clock(K::ApproveAmends).is_none());
    s.when_with(yes).refused("amends-answered");
}

#[test]
fn s160_small_amends_in_a_row_do_not_slip_under_the_limit() {
    let s = heard().when(credit(150)).taken().when(credit(100)).then("waits for a yes");
    assert_eq!(s.case().amends[1].approved_by, None);
}

#[test]
fn s160_nobody_approves_their_own_or_above_their_limit() {
    let s = heard().by(EWA).when(credit(6_000)).then("waits for a yes");
    let yes = |s: &Story| ApproveAmends { amends: s.case().amends[0].id, answer: None, words: String::new() };
    let s = s.when_with(yes).refused("not-your-own").by(DORA).when_with(yes).taken();
    assert_eq!(s.case().amends[0].approved_by, Some(DORA));
    let s = heard().when(credit(6_000)).taken().by(EWA).when_with(yes).refused("above-your-limit");
    let no = ApproveAmends { answer: Some(Said::No), words: "A free run instead.".into(), ..yes(&s) };
    let s = s.when(no).then("Ewa said no to a credit; 6000.00 EUR: A free run instead.").replays();
    assert!(!s.case().amends[0].stands());
}

#[test]
fn x16_a_discount_on_the_next_order_is_never_all_we_offer() {
    let next_time = GrantAmends { kind: AmendsKind::FutureDiscount, ..credit(50) };
    let s = heard().when(next_time.clone()).refused("future-discount-alone");
    s.when(rework()).taken().when(next_time).taken();
}

#[test]
fn s158_amends_are_due_until_really_given_with_proof() {
    let all = AmendsKind::WORDS;
    for kind in
        ["discount", "free_service", "expedite", "credit", "waived_fee", "free_samples", "extended_terms", "thank_you"]
    {
        assert!(all.contains(&kind), "{kind} is in the catalogue");
    }
    let give =
        |s: &Story, proof: &str| GiveAmends { amends: s.case().amends[0].id, proof: proof.into(), happened_at: None };
    let broken = |s: &Story| s.case().amends.iter().filter(|a| a.is_broken(at("2026-12-01 09:00"))).count();
    let s = heard().when(credit(150)).taken();
    assert!(s.case().clocks.iter().any(|c| c.kind == K::Promise && c.due == at("2026-11-30 17:00")), "it is a promise");
    assert_eq!(broken(&s), 1, "undelivered, it lists as broken");
    let s = s.when_with(|s| give(s, " ")).refused("amends-without-proof").at("2026-11-27 10:00");
    let s =
        s.when_with(|s| give(s, "Credit note 88")).then("Given to say sorry: a credit; 150.00 EUR (Credit note 88)");
    assert_eq!(broken(&s), 0);
    let s = s.when_with(|s| give(s, "Again")).refused("amends-given-already").replays();
    let s = s.when(credit(500)).taken();
    s.when_with(|s| GiveAmends { amends: s.case().amends[1].id, ..give(s, "x") }).refused("amends-not-approved");
}

#[test]
fn amends_of_money_say_how_much_in_a_known_form() {
    let s = heard().when(GrantAmends { value: None, ..credit(1) }).refused("amends-value");
    let odd = Some(Money { cents: 100, currency: "euro".into() });
    let s = s.when(GrantAmends { value: odd, ..credit(1) }).refused("amends-value");
    s.when(GrantAmends { kind: AmendsKind::ThankYou, value: None, ..credit(1) }).taken();
}
