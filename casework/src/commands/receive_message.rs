//! Somebody at the customer wrote. Their mail is heard and answered; it confirms nothing, closes nothing and meets no clock (S055, X05, I01).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MessageId};
use crate::parts::LetterIn;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Letters of the mail that stand in the history; all of it is kept beside the case.
const WORDS_AT_MOST: usize = 2_000;

asked! {
    /// A mail by a person at the customer that belongs to this case. A machine's mail never comes here.
    pub struct ReceiveMessage {
        /// The mail, as it is kept.
        pub message: MessageId,
        /// Who wrote.
        pub from: ContactId,
        /// Its subject.
        pub subject: String,
        /// Their own words, without what they quote.
        #[serde(default)]
        pub text: String,
        /// When it arrived; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageReceived {
    pub message: MessageId,
    pub from: ContactId,
    pub subject: String,
    pub text: String,
}

impl Asks for ReceiveMessage {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.from, "from")?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()).min(draft.now()))?;
        draft.happened(MessageReceived {
            message: self.message,
            from: self.from,
            subject: self.subject.trim().to_owned(),
            text: in_history(&self.text),
        });
        let owner = draft.case.team.owner;
        let text = Text::new("notice-they-wrote").with("by", self.from).with("subject", self.subject.trim());
        draft.notify(owner, Urgency::CanWait, text);
        Ok(())
    }
}

/// As much of a letter's words as a history holds.
pub(super) fn in_history(text: &str) -> String {
    text.trim().chars().take(WORDS_AT_MOST).collect()
}

impl Happened for MessageReceived {
    fn apply(&self, case: &mut Case, when: &When) {
        let mails = &mut case.mails;
        mails.they_wrote_at = mails.they_wrote_at.max(Some(when.happened_at));
        let (message, from, subject) = (self.message, self.from, self.subject.clone());
        mails.wait_for_answer(LetterIn { message, from, subject, at: when.happened_at });
    }
    fn words(&self) -> Text {
        Text::new("event-message-received").with("by", self.from).with("subject", &self.subject).with("text", &self.text)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-message-received").with("text", &self.text))
    }
}
