//! The firm's clocks, a calendar or the rules of a place changed: the due times of an open case follow at once, and the case says so.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::clock::{self, Clock, ClockKind};
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

asked! {
    /// Asked by our own job after a setting changed; a case whose clocks are as they should be stays as it is.
    pub struct RecountClocks {}
}

/// A running clock that is due at another time than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueMoved {
    pub kind: ClockKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Uuid>,
    pub from: Timestamp,
    pub to: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClocksRecounted {
    /// The version of the policy they are counted with now.
    pub policy: u32,
    /// Soonest first; empty when only a warning moved.
    pub moved: Vec<DueMoved>,
}

impl Asks for RecountClocks {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let (facts, kept) = (draft.facts, &draft.case.clocks);
        if !draft.case.exists() || !draft.case.is_open() {
            return Ok(());
        }
        let fresh = clock::derive(&draft.case, &facts.policy, &facts.ours, &facts.theirs);
        if fresh == *kept {
            return Ok(());
        }
        let moved = moved(kept, &fresh);
        draft.happened(ClocksRecounted { policy: facts.policy.version, moved });
        Ok(())
    }
}

/// The running clocks of `before` that `after` gives another due time. What already ran out stays run out.
pub fn moved(before: &[Clock], after: &[Clock]) -> Vec<DueMoved> {
    let same = |a: &Clock, b: &Clock| (a.kind, a.about, a.starts) == (b.kind, b.about, b.starts);
    let running = before.iter().filter(|clock| clock.is_running());
    let other = running.filter_map(|clock| Some((clock, after.iter().find(|fresh| same(fresh, clock))?)));
    let moved = other.filter(|(clock, fresh)| clock.due != fresh.due);
    moved
        .map(|(clock, fresh)| DueMoved { kind: clock.kind, about: clock.about, from: clock.due, to: fresh.due })
        .collect()
}

impl Happened for ClocksRecounted {
    /// The clocks are derived after every event; nothing else of the case follows from a setting.
    fn apply(&self, _: &mut Case, _: &When) {}

    fn words(&self) -> Text {
        let Some(first) = self.moved.first() else { return Text::new("event-clocks-recounted-same") };
        Text::new("event-clocks-recounted")
            .with("clock", choice("clock", first.kind.word()))
            .with("from", first.from)
            .with("to", first.to)
            .with("more", self.moved.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::decide;
    use crate::facts::Actor;
    use crate::policy::Allowance;
    use crate::testing::{opened, words};
    use std::sync::Arc;

    fn recounted(by: Actor, minutes: u32) -> Result<crate::Change, Refusal> {
        let mut facts = opened().facts;
        let mut policy = (*facts.policy).clone();
        policy.version = 2;
        policy.clocks.insert(ClockKind::FirstContact, [Allowance::WorkingMinutes(minutes); 3]);
        policy.clocks.insert(ClockKind::UrgentContact, [Allowance::WorkingMinutes(minutes); 3]);
        (facts.policy, facts.actor) = (Arc::new(policy), by);
        decide(&facts, &RecountClocks {}.into())
    }

    #[test]
    fn a_changed_policy_moves_the_due_time_and_the_case_says_from_when_to_when() {
        let change = recounted(Actor::System, 30).expect("ours to ask");
        let said = words(&change.events[0].event.words());
        assert!(said.contains("First contact"), "{said}");
        let first = change.case.clocks.iter().find(|clock| clock.kind == ClockKind::FirstContact).expect("it runs");
        assert_eq!(first.due.duration_since(first.starts).as_mins(), 30);
    }

    #[test]
    fn clocks_that_are_right_are_left_alone_and_no_person_may_ask() {
        let story = opened();
        let facts = crate::Facts { actor: Actor::System, ..story.facts };
        let change = decide(&facts, &RecountClocks {}.into()).expect("ours to ask");
        assert!(change.events.is_empty());
        let person = facts.colleagues[0].id;
        assert_eq!(recounted(Actor::Person(person), 30).expect_err("ours alone").code, "internal-command");
    }
}
