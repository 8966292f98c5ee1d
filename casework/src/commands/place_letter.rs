//! Somebody looked at a letter and says that it belongs to this case. It is heard as if it had come here by itself; the history keeps who said so.
use super::Asks;
use super::receive_message::in_history;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{CaseNumber, ContactId, MessageId};
use crate::parts::{LetterIn, Said};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// A person's letter that somebody puts onto this case.
    pub struct PlaceLetter {
        /// The letter, as it is kept.
        pub message: MessageId,
        /// Who wrote, as far as anybody here knows.
        pub from: ContactId,
        /// Its subject.
        pub subject: String,
        /// Their own words, without what they quote.
        #[serde(default)]
        pub text: String,
        /// The case it lay on before.
        pub moved_from: Option<CaseNumber>,
        /// Whether it waits for an answer; one that was answered and is put back does not.
        pub waits: Said,
        /// When it arrived; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterPlaced {
    pub message: MessageId,
    pub from: ContactId,
    pub subject: String,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<CaseNumber>,
    pub waits: Said,
    /// When it arrived, apart from when somebody said where it belongs.
    pub arrived_at: Timestamp,
}

impl Asks for PlaceLetter {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        draft.contact(self.from, "from")?;
        if draft.case.mails.letters.iter().any(|letter| letter.message == self.message) {
            return Err(Refusal::state("letter-is-here"));
        }
        let arrived_at = self.happened_at.unwrap_or(draft.now()).min(draft.now());
        draft.happened(LetterPlaced {
            message: self.message,
            from: self.from,
            subject: self.subject.trim().to_owned(),
            text: in_history(&self.text),
            moved_from: self.moved_from,
            waits: self.waits,
            arrived_at,
        });
        let owner = draft.case.team.owner;
        if owner != by && self.waits == Said::Yes {
            let text = Text::new("notice-they-wrote").with("by", self.from).with("subject", self.subject.trim());
            draft.notify(owner, Urgency::CanWait, text);
        }
        Ok(())
    }
}

/// Nothing of it is shown to the customer: whoever wrote may be somebody else.
impl Happened for LetterPlaced {
    fn apply(&self, case: &mut Case, _: &When) {
        let mails = &mut case.mails;
        mails.they_wrote_at = mails.they_wrote_at.max(Some(self.arrived_at));
        if self.waits == Said::Yes {
            let (message, from, subject) = (self.message, self.from, self.subject.clone());
            mails.wait_for_answer(LetterIn { message, from, subject, at: self.arrived_at });
        }
    }
    fn words(&self) -> Text {
        let from = match self.moved_from {
            Some(number) => Text::new("event-letter-placed-from").with("number", number),
            None => Text::new("event-letter-placed"),
        };
        from.with("by", self.from)
            .with("subject", &self.subject)
            .with("text", &self.text)
    }
}
