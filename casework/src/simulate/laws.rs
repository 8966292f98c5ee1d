//! The invariants of DOMAIN 4.4, each as a question to one wish and what came of it.
use super::Step;
use crate::case::Case;
use crate::clock::{self, ClockKind};
use crate::commands::{Command, decide};
use crate::draft::Change;
use crate::effect::Effect;
use crate::event::Event;
use crate::facts::Actor;
use crate::gate::Gate;
use crate::ids::PersonId;
use crate::kinds::*;
use crate::parts::*;
use crate::recovery::RecoveryMoved;
use crate::rights::Whose;
use uuid::Uuid;

/// Whether the costly laws are asked too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    Quick,
    Deep,
}
type Law = (&'static str, fn(&Step, &Case, &Change) -> Option<String>);

const LAWS: [Law; 24] = [
    ("i01_only_their_word_solves", i01_only_their_word_solves),
    ("i01_a_contact_asks_what_is_theirs", i01_a_contact_asks_what_is_theirs),
    ("i02_nothing_but_people_ends_a_case", i02_nothing_but_people_ends_a_case),
    ("i04_recognised_never_later", i04_recognised_never_later),
    ("i05_somebody_owns_it", i05_somebody_owns_it),
    ("i05_something_is_owed_while_it_is_open", i05_something_is_owed_while_it_is_open),
    ("i06_two_options", i06_two_options),
    ("i07_the_customer_decides", i07_the_customer_decides),
    ("i08_a_summary_has_its_talk", i08_a_summary_has_its_talk),
    ("i09_apology_in_its_time", i09_apology_in_its_time),
    ("i10_our_view_after_theirs", i10_our_view_after_theirs),
    ("i10_their_part_after_ours", i10_their_part_after_ours),
    ("i13_clocks_start_where_they_started", i13_clocks_start_where_they_started),
    ("i16_a_broken_promise_goes_up", i16_a_broken_promise_goes_up),
    ("i16_only_they_let_us_off", i16_only_they_let_us_off),
    ("i17_history_has_no_gap", i17_history_has_no_gap),
    ("i18_agreed_has_both_names", i18_agreed_has_both_names),
    ("i19_a_remedy_before_amends", i19_a_remedy_before_amends),
    ("i20_closed_needs_both_tracks", i20_closed_needs_both_tracks),
    ("i21_the_number_stays", i21_the_number_stays),
    ("i22_a_merge_loses_nothing", i22_a_merge_loses_nothing),
    ("i23_i24_causes_and_weak_actions", i23_i24_causes_and_weak_actions),
    ("i27_i28_safety_and_unknown_impact", i27_i28_safety_and_unknown_impact),
    ("limits_hold", limits_hold),
];
const DEEP_LAWS: [Law; 4] = [
    ("i11_fault_holds_up_no_remedy", i11_fault_holds_up_no_remedy),
    ("i14_contact_clocks_never_pause", i14_contact_clocks_never_pause),
    ("i30_clocks_can_be_recomputed", i30_clocks_can_be_recomputed),
    ("every_event_has_words", every_event_has_words),
];

/// The first law that does not hold, and what was seen.
pub(super) fn broken(step: &Step, depth: Depth) -> Option<(&'static str, String)> {
    let Ok(change) = step.outcome else { return None };
    let deep = if depth == Depth::Deep { &DEEP_LAWS[..] } else { &[] };
    let asked = LAWS.iter().chain(deep);
    asked.filter_map(|(name, law)| law(step, &step.facts.case, change).map(|what| (*name, what))).next()
}

fn unless(holds: bool, what: impl FnOnce() -> String) -> Option<String> {
    (!holds).then(what)
}
/// Whether the gate had been let go before this wish, in any state: the law only asks that it was said.
fn passed(case: &Case, gate: Gate) -> bool {
    case.passes.iter().any(|p| p.gate == gate)
}

fn i01_only_their_word_solves(step: &Step, before: &Case, change: &Change) -> Option<String> {
    let solved = |c: &Case| c.recovery == Recovery::Solved;
    let became = solved(&change.case) && !solved(before);
    let moved = change
        .events
        .iter()
        .any(|h| matches!(&h.event, Event::RecoveryMoved(RecoveryMoved { to: Recovery::Solved, .. })));
    let word = change.events.iter().any(|h| match &h.event {
        Event::WordGiven(w) => {
            let own = match step.facts.actor {
                Actor::Person(_) => true,
                Actor::Customer(contact) => contact == w.asked.by && w.asked.way == WordWay::Written,
                Actor::System | Actor::Import => false,
            };
            w.asked.solved == Said::Yes && step.facts.is_contact(w.asked.by) && own
        }
        _ => false,
    });
    let other = change.other.as_ref().is_some_and(|(c, _)| solved(c) && !step.facts.other.as_ref().is_some_and(solved));
    unless((!became || word) && !moved && !other, || "solved without a contact's word".into())
}

/// Only a known contact acts by a link, only by what is declared theirs, and the owner hears of each act.
fn i01_a_contact_asks_what_is_theirs(step: &Step, _: &Case, change: &Change) -> Option<String> {
    let Actor::Customer(contact) = step.facts.actor else { return None };
    let theirs = step.command.whose() == Whose::TheirsToo && step.facts.is_contact(contact);
    let owner = change.case.team.owner;
    let heard = change.effects.iter().any(|e| matches!(e, Effect::Notify { to, .. } if *to == owner));
    unless(theirs && (heard || change.events.is_empty()), || format!("a contact asked {}", step.command.word()))
}

fn i02_nothing_but_people_ends_a_case(step: &Step, before: &Case, change: &Change) -> Option<String> {
    let people = matches!(step.facts.actor, Actor::Person(_) | Actor::Customer(_));
    let moved = change.case.recovery != before.recovery;
    let ends =
        matches!(change.case.recovery, Recovery::Solved | Recovery::Closed | Recovery::Withdrawn | Recovery::NoWord);
    let opens = change.case.reopened.len() > before.reopened.len();
    unless(people || !(moved && ends || opens), || format!("{:?} made it {:?}", step.facts.actor, change.case.recovery))
}

fn i04_recognised_never_later(_: &Step, before: &Case, change: &Change) -> Option<String> {
    unless(!before.exists() || change.case.recognised_at <= before.recognised_at, || "recognised later".into())
}

fn i05_somebody_owns_it(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let nobody = PersonId(Uuid::nil());
    let team = &change.case.team;
    unless(!change.case.exists() || team.owner != nobody && team.relationship_owner != nobody, || {
        "nobody owns it".into()
    })
}

fn i05_something_is_owed_while_it_is_open(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let case = &change.case;
    let owed = || case.clocks.iter().any(|c| c.is_running() && c.owed_by != PersonId(Uuid::nil()));
    unless(!case.exists() || !case.is_open() || change.events.is_empty() || owed(), || {
        format!("{:?}, and nobody owes anything", case.recovery)
    })
}

fn i06_two_options(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let few = change.events.iter().any(|h| matches!(&h.event, Event::OptionsLaidOut(e) if e.options.len() < 2));
    unless(!few || passed(before, Gate::TwoOptions), || "an options talk with one".into())
}

fn i07_the_customer_decides(step: &Step, _: &Case, change: &Change) -> Option<String> {
    let stranger = change.case.decisions.iter().find(|d| !step.facts.is_contact(d.by));
    unless(stranger.is_none(), || format!("{stranger:?} decided"))
}

fn i08_a_summary_has_its_talk(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let lone = change.events.iter().any(|h| match &h.event {
        Event::MessageRecorded(m) => {
            m.purpose == Purpose::Summary && !change.case.talks.iter().any(|t| Some(t.id) == m.talk)
        }
        _ => false,
    });
    unless(!lone, || "a summary of no talk".into())
}

fn i09_apology_in_its_time(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let first = before.contacts.apologised_at.is_none() && change.case.contacts.apologised_at.is_some();
    let answered = change.case.news.as_ref().is_none_or(|n| n.reaction != Reaction::Unknown);
    unless(!first || answered || passed(before, Gate::ApologyInTime), || "sorry before they answered".into())
}

fn i10_our_view_after_theirs(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let new = before.fault.our_view.is_none() && change.case.fault.our_view.is_some();
    let heard = change.case.talks.iter().any(|t| t.heard == Heard::Confirmed);
    unless(!new || heard || passed(before, Gate::ListenFirst), || "our view before theirs".into())
}

fn i10_their_part_after_ours(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let fault = &change.case.fault;
    let new = before.fault.their_part.is_none() && fault.their_part.is_some();
    let passed = passed(before, Gate::OurPartFirst);
    unless(!new || fault.our_part.is_some() || passed, || "their part before ours".into())
}

fn i13_clocks_start_where_they_started(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let case = &change.case;
    let first = case.clocks.iter().find(|c| c.kind == ClockKind::FirstContact);
    unless(first.is_none_or(|c| c.starts == case.contact_owed_since), || "the first contact starts anew".into())
}

/// What leads to a remedy, or is one: none of it may ask whose part it was.
const REMEDIES: &[&str] = &[
    "add-option",
    "counter-proposal",
    "lay-out-options",
    "decide",
    "draft-plan",
    "agree-plan",
    "revise-plan",
    "confirm-step",
    "settle-step",
    "launch-emergency-plan",
    "make-promise",
    "settle-promise",
    "grant-amends",
    "ask-for-word",
    "record-word",
];

/// What was taken would have been taken wherever the fault lay.
fn i11_fault_holds_up_no_remedy(step: &Step, before: &Case, _: &Change) -> Option<String> {
    if !before.exists() || !REMEDIES.contains(&step.command.word()) {
        return None;
    }
    Fault::ALL.iter().find_map(|position| {
        let mut facts = step.facts.clone();
        facts.case.fault.position = *position;
        let refused = decide(&facts, step.command).err()?;
        Some(format!("{} is refused where the fault is {position:?}: {}", step.command.word(), refused.code))
    })
}

fn i16_a_broken_promise_goes_up(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let broken = |c: &Case| c.promises.iter().filter(|p| p.state == PromiseState::Broken).count();
    // One that is open already hears of the next one; else it is a new one, and not that of another day.
    let up = change.case.open_escalations().any(|e| e.reason == EscalationReason::BrokenPromise);
    unless(broken(&change.case) <= broken(before) || up, || "a broken promise that nobody hears of".into())
}

fn i16_only_they_let_us_off(step: &Step, before: &Case, change: &Change) -> Option<String> {
    let theirs = |id| {
        change.events.iter().any(|h| match &h.event {
            Event::PromiseSettled(p) => p.promise == id && p.released_by.is_some_and(|by| step.facts.is_contact(by)),
            _ => false,
        })
    };
    let let_off = |p: &&Promise| change.case.promise(p.id).is_none_or(|now| now.state == PromiseState::Released);
    let open = before.promises.iter().filter(|p| p.state != PromiseState::Released);
    // What a merge takes along stands on the other case (I22).
    let lost = open.filter(|_| change.case.recovery != Recovery::Merged).filter(let_off).find(|p| !theirs(p.id));
    lost.map(|p| format!("let ourselves off: {}", p.words))
}
fn i17_history_has_no_gap(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let from = before.version;
    let mut seqs = change.events.iter().zip(1..).map(|(h, n)| h.seq == from + n);
    unless(seqs.all(|right| right) && change.case.version == from + change.events.len() as u64, || {
        "a gap in history".into()
    })
}

fn i18_agreed_has_both_names(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let became = change.case.recovery == Recovery::Agreed && before.recovery != Recovery::Agreed;
    let both = change.case.plan.as_ref().is_some_and(|p| p.agreed_by_us.is_some() && p.agreed_by_customer.is_some());
    unless(!became || both, || "agreed by one side".into())
}

fn i19_a_remedy_before_amends(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let became = change.case.recovery == Recovery::Agreed && before.recovery != Recovery::Agreed;
    let chosen = change.case.decision().and_then(|d| d.chosen).and_then(|id| change.case.option(id));
    unless(!became || chosen.is_some_and(|o| o.kind != OptionKind::NewPurchase), || "agreed without a remedy".into())
}

fn i20_closed_needs_both_tracks(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let became = change.case.recovery == Recovery::Closed && before.recovery != Recovery::Closed;
    let inside = matches!(before.prevention.state, Prevention::Held | Prevention::Shared | Prevention::NotNeeded);
    let theirs = match before.recovery {
        Recovery::Solved => before.words.last().is_some_and(|w| w.solved == Said::Yes),
        Recovery::Withdrawn | Recovery::StillWorks => true,
        _ => false,
    };
    unless(!became || inside && theirs, || format!("closed from {:?}, {:?}", before.recovery, before.prevention.state))
}

fn i21_the_number_stays(_: &Step, before: &Case, change: &Change) -> Option<String> {
    unless(!before.exists() || change.case.number == before.number, || "another number".into())
}

fn i22_a_merge_loses_nothing(step: &Step, before: &Case, change: &Change) -> Option<String> {
    let (Command::MergeCases(_), Some((on, _)), Some(was)) = (step.command, &change.other, &step.facts.other) else {
        return None;
    };
    let earliest = before.recognised_at.min(was.recognised_at);
    let promises = before.promises.len() + was.promises.len();
    let whole = on.recognised_at == earliest && on.promises.len() == promises;
    unless(whole && change.case.recovery == Recovery::Merged, || "something was lost in a merge".into())
}

fn i23_i24_causes_and_weak_actions(_: &Step, before: &Case, change: &Change) -> Option<String> {
    let wrong = change.events.iter().find_map(|h| match &h.event {
        Event::PreventionMoved(m) if m.asked.to == Prevention::CauseVerified => {
            let kept = before.inside.verified().map(|cause| cause.text.to_lowercase()).collect::<Vec<_>>();
            let said = m.asked.cause.as_deref().unwrap_or("").to_lowercase();
            let blames = |cause: &String| cause.contains("operator error");
            (kept.is_empty() && said.is_empty() || blames(&said) || kept.iter().any(blames))
                .then_some("a cause that is none")
        }
        Event::PreventionMoved(m) if m.asked.to == Prevention::Implementing => {
            if before.inside.standing_actions().any(|a| a.strength() != Strength::Weak) {
                return None;
            }
            let yes = change.case.prevention.answers.iter().filter(|a| a.answer == Said::Yes);
            let only = yes.clone().all(|a| a.question == PreventionQuestion::Training);
            (only && !passed(before, Gate::WeakActionAlone)).then_some("training alone")
        }
        _ => None,
    });
    wrong.map(str::to_owned)
}

fn i27_i28_safety_and_unknown_impact(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let case = &change.case;
    if !case.exists() || change.events.is_empty() {
        return None;
    }
    let hurt = case.harm.safety.is_some_and(|s| s != Safety::Nobody);
    let unknown = crate::severity::impact_is_unknown(case);
    let right = (!hurt || case.severity == Severity::S1) && (!unknown || case.severity <= Severity::S2);
    unless(right, || format!("{:?}, {:?}", case.harm.safety, case.severity))
}

fn limits_hold(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let case = &change.case;
    let lists = [
        (case.clocks.len(), clock::CLOCKS_PER_CASE),
        (case.ran_out.len(), 200),
        (case.escalations.len(), 30),
        (case.passes.len(), 100),
        (case.playbooks.len(), 5),
        (change.events.len(), 64),
    ];
    let over = lists.iter().find(|(n, most)| n > most);
    let dead = !case.is_open() && case.clocks.iter().any(|clock| clock.kind != ClockKind::SupplierAnswer);
    unless(over.is_none() && !dead, || format!("{over:?} or clocks on a closed case"))
}

fn i14_contact_clocks_never_pause(step: &Step, _: &Case, change: &Change) -> Option<String> {
    if change.case.pauses.is_empty() {
        return None;
    }
    let facts = step.facts;
    let unpaused = Case { pauses: vec![], ..change.case.clone() };
    let dues = |case: &Case| {
        let clocks = clock::derive(case, &facts.policy, &facts.ours, &facts.theirs);
        let never = clocks.into_iter().filter(|c| !c.kind.may_pause());
        never.map(|c| (c.kind, c.about, c.due)).collect::<Vec<_>>()
    };
    unless(dues(&change.case) == dues(&unpaused), || "a pause moved a clock that never pauses".into())
}

fn i30_clocks_can_be_recomputed(step: &Step, _: &Case, change: &Change) -> Option<String> {
    let facts = step.facts;
    let case = &change.case;
    let same = || clock::derive(case, &facts.policy, &facts.ours, &facts.theirs) == case.clocks;
    unless(!case.exists() || change.events.is_empty() || same(), || "clocks that do not follow".into())
}

fn every_event_has_words(_: &Step, _: &Case, change: &Change) -> Option<String> {
    let mute = change.events.iter().find(|h| !h.event.words().key.starts_with("event-"));
    mute.map(|h| h.event.kind().to_owned())
}
