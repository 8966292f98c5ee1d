//! The battle check: an act that may win the battle and lose the customer needs a second name and its cost in writing (S233).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::PersonId;
use crate::kinds::HardAction;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Refusing a credit, stopping a shipment, a letter by lawyers, a charge to the customer.
    pub struct TakeHardAction {
        /// Which act.
        pub kind: HardAction,
        /// Why.
        pub reason: String,
        /// The second person who stands for it; somebody other than you.
        pub second: Option<PersonId>,
        /// What it does to the relationship.
        pub relationship_effect: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HardActionTaken {
    pub kind: HardAction,
    pub reason: String,
    pub second: Option<PersonId>,
    pub relationship_effect: Option<String>,
}

impl Asks for TakeHardAction {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let me = draft.person()?;
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        if self.second == Some(me) {
            return Err(Refusal::input("second", "second-person-is-you"));
        }
        if self.second.is_some_and(|s| draft.facts.colleague(s).is_none()) {
            return Err(Refusal::input("second", "no-such-colleague"));
        }
        let effect = self.relationship_effect.clone().filter(|e| !e.trim().is_empty());
        if draft.facts.policy.hard_actions.contains(&self.kind) {
            let at = |field| move |r: Refusal| r.about(field);
            if self.second.is_none() {
                draft.gate(Gate::BattleCheck, "battle-check").map_err(at("second"))?;
            }
            if effect.is_none() {
                draft.gate(Gate::BattleCheck, "battle-check").map_err(at("relationship_effect"))?;
            }
        }
        let (kind, reason, second) = (self.kind, self.reason.clone(), self.second);
        draft.happened(HardActionTaken { kind, reason, second, relationship_effect: effect });
        let keeper = draft.case.team.relationship_owner;
        for person in [Some(keeper), second].into_iter().flatten().filter(|p| *p != me) {
            let text = Text::new("notice-hard-action").with("kind", choice("hard-action", kind.word()));
            draft.notify(person, Urgency::Urgent, text.with("reason", &self.reason));
        }
        Ok(())
    }
}

impl Happened for HardActionTaken {
    fn apply(&self, _: &mut Case, _: &When) {}
    fn words(&self) -> Text {
        let text = Text::new(if self.second.is_some() { "event-hard-action" } else { "event-hard-action-alone" })
            .with("kind", choice("hard-action", self.kind.word()))
            .with("reason", &self.reason)
            .with("effect", self.relationship_effect.as_deref().unwrap_or_default());
        match self.second {
            Some(second) => text.with("second", second),
            None => text,
        }
    }
}
