//! A worry is answered by us and settled only by the customer's word (S098, S103).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::{ConcernId, ContactId};
use crate::parts::{ConcernState, Said};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Our answer to a worry, or the customer's word that it is settled.
    pub struct AnswerConcern {
        /// Which worry.
        pub concern: ConcernId,
        /// What we answered, or what they said.
        pub words: String,
        /// The contact who says it is settled; left out when it is only our answer.
        pub settled_by: Option<ContactId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConcernAnswered {
    pub concern: ConcernId,
    pub words: String,
    pub settled_by: Option<ContactId>,
}

impl Asks for AnswerConcern {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if !draft.case.concerns.iter().any(|c| c.id == self.concern) {
            return Err(Refusal::missing("no-such-concern").about("concern"));
        }
        if self.words.trim().is_empty() {
            return Err(Refusal::input("words", "nothing-said"));
        }
        if let Some(contact) = self.settled_by {
            draft.contact(contact, "settled_by")?;
        }
        draft.happened(ConcernAnswered { concern: self.concern, words: self.words.clone(), settled_by: self.settled_by });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        match self.settled_by {
            Some(by) => rights::own_name(by, contact, "settled_by"),
            None => Err(Refusal::rights("not-for-customers").about("settled_by")),
        }
    }
}

impl Happened for ConcernAnswered {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(concern) = case.concerns.iter_mut().find(|c| c.id == self.concern) {
            concern.state = if self.settled_by.is_some() { ConcernState::Settled } else { ConcernState::Answered };
            concern.validated = Said::Yes;
        }
    }
    fn words(&self) -> Text {
        match self.settled_by {
            Some(by) => Text::new("event-concern-settled").with("by", by).with("words", &self.words),
            None => Text::new("event-concern-answered").with("words", &self.words),
        }
    }
    /// Their own word about it; how we see it is told by the person who calls.
    fn told(&self) -> Option<Text> {
        self.settled_by.map(|_| Text::new("told-concern-settled").with("words", &self.words))
    }
}
