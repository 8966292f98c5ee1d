//! What comes of hard talks, shared blame and news that was answered.
use super::the_talk::{call, call_on, reaction, slip};
use crate::avoidance::{Avoided, avoided};
use crate::commands::*;
use crate::curiosity::Topic;
use crate::gate::Gate;
use crate::kinds::*;
use crate::money::Money;
use crate::parts::*;
use crate::testing::*;

#[test]
fn s106_shared_blame_brings_the_joint_playbook() {
    let mut quick = dry_joint();
    quick.playbooks = vec!["run_to_the_problem".into()];
    let shared =
        StateFault { position: Some(Fault::Shared), fact: Some("Rev B and rev C.".into()), ..StateFault::nothing() };
    let s = story().when(quick).taken().when(shared.clone()).taken();
    let names: Vec<_> = s.case().playbooks.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["run_to_the_problem", "save_a_great_customer"]);
    let again = s.when(shared).taken();
    assert_eq!(again.case().playbooks.len(), 2, "once is enough");
}

#[test]
fn s123_the_shared_wish_is_said_or_it_stands_as_not_said() {
    let said = |s: &Story| {
        s.history.iter().any(|h| matches!(&h.event, crate::Event::ConversationRecorded(t) if t.asked.said_shared_wish == Some(Said::Yes)))
    };
    assert!(said(&call(|c| c.said_shared_wish = Some(Said::Yes)).taken()));
    assert!(!said(&call(|_| ()).taken()));
}

#[test]
fn s038_two_hard_talks_in_a_month_propose_the_tough_conversation() {
    let hard = |s: Story| call_on(s, |c| c.tone_end = Some(2)).taken();
    let asked = |s: &Story| {
        s.last.as_ref().is_ok_and(|c| c.effects.iter().any(|e| matches!(e, crate::effect::Effect::Notify { to, text, .. } if *to == RITA && text.key == "notice-tough-conversation")))
    };
    let once = hard(opened().at("2026-11-23 09:40"));
    assert!(!asked(&once));
    assert!(asked(&hard(once.at("2026-12-04 10:00"))));
    let late = hard(opened().at("2026-11-23 09:40")).at("2027-01-11 10:00");
    assert!(!asked(&hard(late)), "longer than a month ago");
}

#[test]
fn s094_what_else_they_wait_for_is_kept_with_their_real_need() {
    let s = call_on(slip(), |c| c.reaction = Some(Reaction::Unknown)).taken();
    let waits = RecordReaction {
        need_by: Some(jiff::civil::date(2026, 12, 28)),
        waiting_for: Some("The motors, until the 28th.".into()),
        ..reaction(Reaction::StillWorks)
    };
    let s = s.when(waits).taken().stands(Recovery::StillWorks);
    let kept =
        s.history.iter().any(|h| matches!(&h.event, crate::Event::ReactionRecorded(r) if r.waiting_for.is_some()));
    assert!(kept);
    assert_eq!(s.case().news.as_ref().and_then(|n| n.waiting_for.as_deref()), Some("The motors, until the 28th."));
    assert_eq!(s.case().news.as_ref().and_then(|n| n.need_by), Some(jiff::civil::date(2026, 12, 28)));
}

#[test]
fn s080_the_sentence_that_was_offered_is_marked_when_it_is_said_back_unchanged() {
    let offered = "What I'm hearing is that you are upset about the other lots.";
    let said = |back: &str| {
        let back = back.to_owned();
        let s = call(move |c| {
            c.reflect_offered = Some(offered.into());
            c.reflect_back = Some(back);
        });
        s.taken().replays().case().talks[0].said_back
    };
    assert_eq!(said("“What I’m hearing is that you are upset about the other lots”"), Some(SaidBack::AsOffered));
    assert_eq!(said("The other lots worry you more than these boards."), Some(SaidBack::OwnWords));
    assert_eq!(call(|_| ()).taken().case().talks[0].said_back, None, "nothing was offered");
}

#[test]
fn s125_the_prompts_that_were_used_are_kept_as_topics_not_as_text() {
    let s = call(|c| c.topics = vec![Topic::Noticed, Topic::OtherLots]).taken().replays();
    assert_eq!(s.case().talks[0].topics, [Topic::Noticed, Topic::OtherLots]);
    let kept = serde_json::to_string(&s.history).expect("JSON");
    assert!(kept.contains("\"other_lots\"") && !kept.contains("Do you see it on other lots"));
}

/// S127: the playbook of a tough conversation asks for the whole sheet before anything else; a talk does not take its place.
#[test]
fn s127_the_tough_conversation_begins_with_its_preparation() {
    let mut hard = dry_joint();
    hard.playbooks = vec!["tough_conversation".into()];
    let asks = |s: &Story| {
        let playbook = s.facts.playbooks.iter().find(|p| p.name == "tough_conversation").expect("in the workspace");
        let standing = playbook.standing(s.case(), &s.case().playbooks[0]);
        (standing.present, standing.still_needed.contains(&crate::need::Need::Prepared))
    };
    let s = story().when(hard).taken();
    assert_eq!(asks(&s), (Some(0), true));
    let talked = call_on(s.at("2026-11-23 09:40"), |_| ()).taken();
    assert!(asks(&talked).1, "talking is no preparation");
    let sheet = Preparation {
        purpose: "Hear it all.".into(),
        their_concerns: "Other lots.".into(),
        our_part: "We shipped untested.".into(),
        two_ways_out: "Remake, rework.".into(),
        not_to_say: "Our cost.".into(),
        who_joins: String::new(),
    };
    let prepared = talked.when(PrepareTalk { sheet: Some(sheet), invitation: None }).taken();
    assert!(!asks(&prepared).1);
}

fn scrap() -> RecordCost {
    RecordCost { what: "96 boards for scrap".into(), value: Money::whole(2_400, "EUR") }
}

#[test]
fn s096_our_own_cost_is_refused_while_what_it_does_to_them_is_empty() {
    let s = opened().when(scrap()).refused("cost-after-impact");
    assert_eq!(s.last.as_ref().expect_err("refused").passable(), Some(Gate::ImpactFirst));
    // Ours before theirs is a slip: it is on the record with a name and a reason.
    let slip = s.when(PassGate { gate: Gate::ImpactFirst, reason: "Month end, they are not in.".into() }).taken();
    let slip = slip.when(scrap()).then("Cost us 2400.00 EUR: 96 boards for scrap");
    assert_eq!(slip.case().passes.len(), 1);
    let heard = call(|_| ()).taken();
    let (severity, due) = (heard.case().severity, heard.case().clocks.clone());
    let counted = heard.when(scrap()).taken().replays();
    assert_eq!(counted.case().costs.len(), 1);
    assert_eq!((counted.case().severity, &counted.case().clocks), (severity, &due), "nothing is swayed by it");
    assert!(counted.history.iter().all(|h| h.event.told().is_none_or(|t| !words(&t).contains("2400"))), "never told");
    counted.when(RecordCost { what: " ".into(), ..scrap() }).refused("cost-without-words");
}

#[test]
fn s035_going_around_a_contact_that_is_owed_is_seen_from_the_records() {
    let s = opened();
    assert_eq!(avoided(s.case(), 2), None);
    assert_eq!(avoided(s.case(), 3), Some(Avoided::Looked));
    let later = |due: &str| MakePromise {
        what: Promised::NextContact,
        words: String::new(),
        to: None,
        due: at(due),
        confirmed_by: None,
        item: None,
    };
    let put_off = opened().when(later("2026-11-23 12:00")).taken();
    assert_eq!(avoided(put_off.case(), 0), None, "once is a plan");
    let put_off = put_off.when(later("2026-11-23 16:00")).taken();
    assert_eq!(avoided(put_off.case(), 0), Some(Avoided::PutOff));
    let to = |to| HandOver { to, why: "I have no time.".into() };
    let handed = opened().when(to(PIOTR)).taken().when(to(MARIA)).taken();
    assert_eq!(avoided(handed.case(), 0), Some(Avoided::HandedOn));
    let heard = call_on(handed.at("2026-11-23 09:40"), |_| ()).taken();
    assert_eq!(avoided(heard.case(), 9), None, "the talk ends it");
}
