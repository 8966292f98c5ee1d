//! The customer knows what happened: when, by whom (S195, X22). Told as soon as known, before it is solved (S064, S071).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::ContactId;
use crate::parts::Told;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that the customer was told what happened, in a talk that took place.
    pub struct TellWhatHappened {
        /// Who was told.
        pub to: ContactId,
        /// What happened, as it was told; *not known yet* is an honest answer.
        pub what: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToldWhatHappened {
    pub to: ContactId,
    pub what: String,
}

impl Asks for TellWhatHappened {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        draft.contact(self.to, "to")?;
        if self.what.trim().is_empty() {
            return Err(Refusal::input("what", "what-happened-empty"));
        }
        // Only a voice tells what happened first; the written word may follow it (X04).
        if !draft.case.has_voice() {
            draft.gate(crate::gate::Gate::NoResolvingInWriting, "tell-by-voice")?;
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        draft.happened(ToldWhatHappened { to: self.to, what: self.what.clone() });
        Ok(())
    }
}

impl Happened for ToldWhatHappened {
    fn apply(&self, case: &mut Case, when: &When) {
        let by = match when.by {
            crate::facts::Actor::Person(id) => id,
            _ => case.team.owner,
        };
        case.told = Some(Told { at: when.happened_at, by, to: self.to, what: self.what.clone() });
    }
    fn words(&self) -> Text {
        Text::new("event-told-what-happened").with("to", self.to).with("what", &self.what)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-what-happened").with("what", &self.what))
    }
}
