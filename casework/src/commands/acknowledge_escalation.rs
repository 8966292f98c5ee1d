//! *I have it*: whoever was called opens the case; it is answered when manager and quality both have (S196, C27).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{EscalationId, PersonId};
use crate::kinds::Role;
use crate::parts::{Acknowledged, Escalation};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Says: I have seen it, and this is what I do.
    pub struct AcknowledgeEscalation {
        /// Which call.
        pub escalation: EscalationId,
        /// What happens next; may stay empty.
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EscalationAcknowledged {
    pub escalation: EscalationId,
    pub by: PersonId,
    /// For whom, when a manager stands in.
    pub stands_in_for: Option<PersonId>,
    pub words: String,
}

impl Asks for AcknowledgeEscalation {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        let Some(escalation) = draft.case.escalations.iter().find(|e| e.id == self.escalation) else {
            return Err(Refusal::missing("no-such-escalation").about("escalation"));
        };
        if escalation.acknowledged.is_some() || (escalation.to.contains(&by) && !escalation.awaited.contains(&by)) {
            return Err(Refusal::state("escalation-already-acknowledged"));
        }
        let manages = draft.facts.roles().iter().any(|r| matches!(r, Role::Manager | Role::Director));
        if !escalation.to.contains(&by) && !manages {
            return Err(Refusal::rights("escalation-not-yours"));
        }
        let stands_in_for = stood_in_for(escalation, by, draft.case.team.manager);
        draft.happened(EscalationAcknowledged {
            escalation: self.escalation,
            by,
            stands_in_for,
            words: self.words.clone(),
        });
        Ok(())
    }
}

/// A manager who was not called, or a director, answers for the manager who was; else for whoever is still awaited.
fn stood_in_for(escalation: &Escalation, by: PersonId, manager: Option<PersonId>) -> Option<PersonId> {
    if escalation.awaited.contains(&by) {
        return None;
    }
    manager.filter(|m| escalation.awaited.contains(m)).or(escalation.awaited.first().copied())
}

impl Happened for EscalationAcknowledged {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(escalation) = case.escalations.iter_mut().find(|e| e.id == self.escalation) {
            escalation.awaited.retain(|p| *p != self.by && Some(*p) != self.stands_in_for);
            if escalation.awaited.is_empty() {
                escalation.acknowledged = Some(Acknowledged { by: self.by, at: when.recorded_at });
            }
        }
    }
    fn words(&self) -> Text {
        let key =
            if self.stands_in_for.is_some() { "event-escalation-stood-in" } else { "event-escalation-acknowledged" };
        let text = Text::new(key).with("by", self.by).with("words", &self.words);
        self.stands_in_for.into_iter().fold(text, |text, other| text.with("for", other))
    }
}
