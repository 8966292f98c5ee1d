//! A letter of theirs that asks for nothing: a thank-you, a paper for the file. Somebody read it and says so by name.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MessageId};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Their letter was read and needs no answer.
    pub struct NoAnswerNeeded {
        /// Which one.
        pub message: MessageId,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterSettled {
    pub message: MessageId,
    pub from: ContactId,
    pub subject: String,
}

impl Asks for NoAnswerNeeded {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let letter = draft.case.mails.letters.iter().find(|letter| letter.message == self.message);
        let Some(letter) = letter.cloned() else { return Err(Refusal::state("letter-is-answered")) };
        draft.happened(LetterSettled { message: letter.message, from: letter.from, subject: letter.subject });
        Ok(())
    }
}

impl Happened for LetterSettled {
    fn apply(&self, case: &mut Case, _: &When) {
        case.mails.letters.retain(|letter| letter.message != self.message);
    }
    fn words(&self) -> Text {
        Text::new("event-letter-settled").with("by", self.from).with("subject", &self.subject)
    }
}
