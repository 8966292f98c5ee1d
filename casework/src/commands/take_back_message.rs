//! A mail that still waits for its time is taken back: nobody outside has seen it.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MailId};
use crate::kinds::Purpose;
use crate::parts::MailState;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Takes a mail back before it leaves.
    pub struct TakeBackMessage {
        /// Which one.
        pub mail: MailId,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageTakenBack {
    pub mail: MailId,
    pub purpose: Purpose,
    pub to: ContactId,
}

impl Asks for TakeBackMessage {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let Some(mail) = draft.case.mails.of(self.mail) else { return Err(Refusal::missing("no-such-mail-out")) };
        if mail.state != MailState::Waiting {
            return Err(Refusal::state("mail-has-gone"));
        }
        let (purpose, to) = (mail.purpose, mail.to);
        draft.happened(MessageTakenBack { mail: self.mail, purpose, to });
        Ok(())
    }
}

impl Happened for MessageTakenBack {
    fn apply(&self, case: &mut Case, _: &When) {
        case.mails.out.retain(|mail| mail.id != self.mail);
    }
    fn words(&self) -> Text {
        Text::new("event-message-taken-back").with("purpose", choice("purpose", self.purpose.word())).with("to", self.to)
    }
}
