//! Somebody else drives the case now. Clocks run on, promises keep their day, and handing on without a word is seen (S034, S048).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::Actor;
use crate::ids::PersonId;
use crate::kinds::{Origin, Role};
use crate::parts::{Given, Said};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use serde::{Deserialize, Serialize};

/// Hand-overs without a contact from which a complaint is run away from: Mistake 3 (S034).
const RUNNING_AWAY: u8 = 2;

asked! {
    /// Hands the case to a colleague; what was promised goes with it.
    pub struct HandOver {
        /// Who drives it from now on.
        pub to: PersonId,
        /// Why, in a sentence.
        pub why: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseHandedOver {
    pub from: PersonId,
    pub to: PersonId,
    pub why: String,
    /// What was promised and is still open, as the new owner was shown it.
    pub promised: Vec<String>,
}

impl Asks for HandOver {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        // Somebody who has just called them would be handed away.
        draft.unchanged()?;
        let works = |roles: &[Role]| roles.iter().any(|r| !matches!(r, Role::Reader | Role::Administrator));
        if draft.facts.colleague(self.to).is_none_or(|c| !works(&c.roles)) {
            return Err(Refusal::input("to", "no-such-colleague"));
        }
        let from = draft.case.team.owner;
        if self.to == from {
            return Err(Refusal::input("to", "already-theirs"));
        }
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        let promised: Vec<String> = draft.case.owed_promises().map(|p| p.words.clone()).collect();
        draft.happened(CaseHandedOver { from, to: self.to, why: self.why.clone(), promised });
        let open = draft.case.owed_promises().count();
        draft.notify(
            self.to,
            Urgency::Urgent,
            Text::new("notice-handed-over").with("why", &self.why).with("promises", open),
        );
        if runs_away(&draft.case)
            && let Some(manager) = draft.facts.manager()
        {
            draft.notify(manager, Urgency::Urgent, Text::new("notice-running-away"));
        }
        Ok(())
    }
}

/// Mistake 3: a complaint that went from hand to hand and nobody spoke with the customer (S034).
pub fn runs_away(case: &Case) -> bool {
    let unheard = case.talks_since_owed().next().is_none();
    case.origin == Origin::CustomerReported && case.hand_overs >= RUNNING_AWAY && case.recovery.is_live() && unheard
}

impl Happened for CaseHandedOver {
    fn apply(&self, case: &mut Case, when: &When) {
        let unheard = case.talks_since_owed().next().is_none();
        if unheard {
            case.hand_overs = case.hand_overs.saturating_add(1);
        }
        case.team.owner = self.to;
        let mut promises = vec![];
        for promise in case.promises.iter_mut().filter(|p| p.by == self.from && p.settled_at.is_none()) {
            promise.by = self.to;
            promises.push(promise.id);
        }
        let counted = if unheard { Said::Yes } else { Said::No };
        case.given = match when.by {
            Actor::Person(by) => {
                Some(Given { by, from: self.from, to: self.to, at: when.recorded_at, promises, counted })
            }
            _ => None,
        };
    }
    fn words(&self) -> Text {
        let promised = self.promised.iter().filter(|w| !w.is_empty()).map(Part::from).collect();
        Text::new("event-case-handed-over")
            .with("from", self.from)
            .with("to", self.to)
            .with("why", &self.why)
            .with("promises", self.promised.len())
            .with("promised", Part::List(promised))
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-handed-over").with("to", self.to))
    }
}
