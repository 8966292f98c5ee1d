//! The customer lets it go, in their own words; the call a few days later stays due (DOMAIN 4.2).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::ContactId;
use crate::kinds::Recovery;
use crate::recovery;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// They no longer ask anything of us. Only they can say so.
    pub struct WithdrawByCustomer {
        /// Who says it: a contact of this customer.
        pub contact: ContactId,
        /// Their own words.
        pub words: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithdrawnByCustomer {
    pub contact: ContactId,
    pub words: String,
}

impl Asks for WithdrawByCustomer {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if !matches!(draft.facts.actor, Actor::Person(_) | Actor::Customer(_)) {
            return Err(Refusal::law("only-they-withdraw"));
        }
        draft.contact(self.contact, "contact")?;
        Refusal::unless_said(&self.words, "words", "word-without-words")?;
        if !draft.case.recovery.is_live() {
            return Err(Refusal::state("word-stands-already"));
        }
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        draft.happened(WithdrawnByCustomer { contact: self.contact, words: self.words.clone() });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.contact, contact, "contact")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")
    }
}

impl Happened for WithdrawnByCustomer {
    fn apply(&self, case: &mut Case, when: &When) {
        recovery::enter(case, Recovery::Withdrawn, when);
    }
    fn words(&self) -> Text {
        Text::new("event-withdrawn").with("by", self.contact).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-withdrawn").with("words", &self.words))
    }
}
