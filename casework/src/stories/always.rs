//! What holds after every command, whoever asked and in whatever order (DOMAIN 4.4).
use crate::case::Case;
use crate::event::{Event, Happening};
use crate::facts::Actor;
use crate::gate::Gate;
use crate::kinds::*;
use crate::need::Need;
use crate::parts::*;
use crate::testing::*;

/// # Panics
/// When a law does not hold after the last command of the story.
pub fn holds(before: &Case, s: &Story) {
    let Ok(change) = &s.last else {
        assert_eq!(before, s.case(), "a refusal changes nothing");
        return;
    };
    numbered_without_gaps(before, &change.events);
    recognition_and_number(before, s.case());
    only_their_word_solves(before, s, &change.events);
    options_and_choice(s, &change.events);
    plan_and_amends(s.case(), &change.events);
    promises(before, s.case(), &change.events);
    severity(s.case());
    clocks(s);
}

fn numbered_without_gaps(before: &Case, events: &[Happening]) {
    for (n, happening) in events.iter().enumerate() {
        assert_eq!(happening.seq, before.version + 1 + u64::try_from(n).expect("small"));
        assert!(happening.when.happened_at <= happening.when.recorded_at, "nothing takes place in the future");
    }
}

/// I04, I21.
fn recognition_and_number(before: &Case, case: &Case) {
    if before.exists() {
        assert!(case.recognised_at <= before.recognised_at, "I04: recognised never moves later");
        assert_eq!(case.number, before.number, "I21: the number stays");
    }
}

/// I01, I02.
fn only_their_word_solves(before: &Case, s: &Story, events: &[Happening]) {
    let case = s.case();
    if case.recovery == Recovery::Solved && before.recovery != Recovery::Solved {
        let word = events.iter().find_map(|h| match &h.event {
            Event::WordGiven(word) => Some((word, h.when.by)),
            _ => None,
        });
        let (word, by) = word.expect("I01: only their word solves");
        assert!(s.facts.is_contact(word.asked.by) && word.asked.solved == Said::Yes);
        assert!(matches!(by, Actor::Person(_) | Actor::Customer(_)), "I02: no clock and no import solves");
    }
    if case.recovery == Recovery::Closed && before.recovery != Recovery::Closed {
        let prevented = matches!(case.prevention.state, Prevention::Held | Prevention::Shared | Prevention::NotNeeded);
        assert!(prevented, "I20: closed needs both tracks");
    }
}

/// I06, I07.
fn options_and_choice(s: &Story, events: &[Happening]) {
    let ever_passed = |gate| s.history.iter().any(|h| matches!(&h.event, Event::GatePassed(p) if p.gate == gate));
    for happening in events {
        match &happening.event {
            Event::OptionsLaidOut(laid) if laid.options.len() < 2 => {
                assert!(ever_passed(Gate::TwoOptions), "I06: two options, or a name and a reason");
            }
            Event::DecisionRecorded(decision) => {
                assert!(s.facts.is_contact(decision.by), "I07: the decider is never an employee");
            }
            _ => {}
        }
    }
}

/// I18, I19.
fn plan_and_amends(case: &Case, events: &[Happening]) {
    if let Some(plan) = &case.plan {
        assert_eq!(plan.agreed_by_us.is_some(), plan.agreed_by_customer.is_some(), "I18: both names or none");
    }
    let agreed = |h: &Happening| matches!(&h.event, Event::RecoveryMoved(m) if m.to == Recovery::Agreed);
    let outcome = |h: &Happening| matches!(&h.event, Event::RecoveryMoved(m) if m.from == Recovery::InMediation);
    if events.iter().any(agreed) && !events.iter().any(outcome) {
        assert!(Need::AgreedByBoth.is_met(case), "I18: agreed needs both names");
        assert!(Need::Remedy.is_met(case), "I19: amends never without remedy");
    }
    for amends in case.amends.iter().filter(|a| a.approved_by.is_some()) {
        assert!(amends.stands(), "what was refused is not approved");
    }
}

/// I16.
fn promises(before: &Case, case: &Case, events: &[Happening]) {
    for promise in &before.promises {
        let now = case.promise(promise.id).expect("I16: a promise does not vanish");
        match (promise.state, now.state) {
            (a, b) if a == b => {}
            (PromiseState::Open, PromiseState::Released) => {
                let released = |h: &Happening| matches!(&h.event, Event::PromiseSettled(p) if p.promise == promise.id && p.released_by.is_some());
                assert!(events.iter().any(released), "I16: only the customer lets us off");
            }
            (PromiseState::Open, PromiseState::Kept | PromiseState::Broken)
            | (PromiseState::Broken, PromiseState::Kept) => {}
            (from, to) => panic!("I16: a promise went from {from:?} to {to:?}"),
        }
    }
    let broke = |h: &Happening| matches!(&h.event, Event::PromiseSettled(p) if p.state == PromiseState::Broken && p.still_waited_for == Said::Yes);
    if events.iter().any(broke) {
        let called = case.escalations.iter().any(|e| e.reason == EscalationReason::BrokenPromise);
        assert!(called, "I16: a broken promise goes up");
    }
}

/// I27, I28.
fn severity(case: &Case) {
    if case.harm.safety.is_some_and(|safety| safety != Safety::Nobody) {
        assert_eq!(case.severity, Severity::S1, "I27: safety is the gravest");
    }
    if case.exists() && case.harm.impacts.is_empty() {
        assert!(case.severity <= Severity::S2, "I28: unknown harm is not small");
    }
}

/// I05, I13, I30.
fn clocks(s: &Story) {
    let (case, facts) = (s.case(), &s.facts);
    assert!(case.clocks.len() <= crate::clock::CLOCKS_PER_CASE);
    if case.exists() {
        let again = crate::clock::derive(case, &facts.policy, &facts.ours, &facts.theirs);
        assert_eq!(again, case.clocks, "I30: clocks come from the records alone");
    }
    if case.exists() && case.is_open() && case.recovery.is_live() {
        assert!(case.clocks.iter().any(crate::clock::Clock::is_running), "I05: something is owed on every open case");
    }
    if !case.is_open() {
        assert!(case.clocks.is_empty(), "nothing is owed on a closed case");
    }
}
