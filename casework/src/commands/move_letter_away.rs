//! Somebody looked at a letter and says that it does not belong to this case. It waits here for no answer any more; the history keeps who said so.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CaseNumber, MessageId};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// A letter that somebody takes from this case.
    pub struct MoveLetterAway {
        /// Which one.
        pub message: MessageId,
        /// Its subject.
        #[serde(default)]
        pub subject: String,
        /// The case it goes to; left out when it is to be sorted anew.
        pub into: Option<CaseNumber>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterMovedAway {
    pub message: MessageId,
    pub subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<CaseNumber>,
}

impl Asks for MoveLetterAway {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let subject = self.subject.trim().to_owned();
        draft.happened(LetterMovedAway { message: self.message, subject, into: self.into });
        Ok(())
    }
}

impl Happened for LetterMovedAway {
    fn apply(&self, case: &mut Case, _: &When) {
        case.mails.letters.retain(|letter| letter.message != self.message);
    }
    fn words(&self) -> Text {
        match self.into {
            Some(number) => {
                Text::new("event-letter-moved-into").with("subject", &self.subject).with("number", number)
            }
            None => Text::new("event-letter-moved-away").with("subject", &self.subject),
        }
    }
}
