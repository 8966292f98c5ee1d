//! What comes of hard talks, shared blame and news that was answered.
use super::the_talk::{call, call_on, reaction, slip};
use crate::commands::*;
use crate::kinds::*;
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
    assert_eq!(s.case().news.as_ref().and_then(|n| n.need_by), Some(jiff::civil::date(2026, 12, 28)));
}
