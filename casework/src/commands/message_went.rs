//! A mail server took a mail of ours: only now it counts as sent, and the clocks that waited for it are met (C03, C05, C15).
use super::Asks;
use super::make_promise::PromiseMade;
use super::record_message::they_have_it;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MailId, PromiseId};
use crate::kinds::Purpose;
use crate::parts::{MailState, Promised};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Asked by the outbox once the mail server said that it has the mail.
    pub struct MessageWent {
        /// Which one.
        pub mail: MailId,
        /// The text as it went.
        pub text: String,
        /// When it was taken.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageSent {
    pub mail: MailId,
    pub purpose: Purpose,
    pub to: ContactId,
    pub text: String,
}

impl Asks for MessageWent {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        // It has gone, whatever became of the case meanwhile: nothing but a second telling is left out.
        let waits = draft.case.mails.of(self.mail).filter(|mail| mail.state != MailState::Sent).cloned();
        let Some(mail) = waits.filter(|_| draft.case.exists()) else { return Ok(()) };
        draft.took_place(self.happened_at.unwrap_or(draft.now()).min(draft.now()))?;
        draft.happened(MessageSent { mail: mail.id, purpose: mail.purpose, to: mail.to, text: self.text.clone() });
        // What the mail says is promised from now on, by whoever wrote it; one that comes too late is late, not unsaid.
        if !draft.case.is_open() {
            return Ok(());
        }
        let next = mail.next_contact_at.map(|due| (Promised::NextContact, String::new(), due));
        let things = mail.promises.iter().map(|p| (Promised::Thing, p.words.clone(), p.due));
        for (what, words, due) in things.chain(next) {
            let id = PromiseId(draft.new_id());
            draft.happened(PromiseMade { id, what, words, to: mail.to, by: mail.by, due, item: None, confirmed_by: None });
        }
        Ok(())
    }
}

impl Happened for MessageSent {
    fn apply(&self, case: &mut Case, when: &When) {
        let Some(mail) = case.mails.of(self.mail).cloned() else { return };
        let heard_before = case.contacts.last_at;
        let kept = they_have_it(case, mail.purpose, mail.talk, mail.no_change, when.happened_at);
        case.mails.reached(Some(mail.to), when.happened_at);
        case.mails.out.retain(|other| other.id != mail.id);
        case.mails.remember(crate::parts::MailOut { state: MailState::Sent, at: when.happened_at, kept, heard_before, ..mail });
    }
    fn words(&self) -> Text {
        Text::new("event-message-sent")
            .with("purpose", choice("purpose", self.purpose.word()))
            .with("to", self.to)
            .with("text", &self.text)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-message").with("text", &self.text))
    }
}
