//! A mail of ours was refused, or came back: what it had settled is owed again, and somebody must reach them by another way (C04, S074).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MailId};
use crate::kinds::{FollowUpKind, Purpose};
use crate::parts::{MailOut, MailState, PromiseState};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Letters of what the other side said that are kept.
const SAID_AT_MOST: usize = 500;

asked! {
    /// Asked by the outbox, or by the reader of a bounce.
    pub struct MessageCameBack {
        /// Which one.
        pub mail: MailId,
        /// The address that did not take it.
        pub address: String,
        /// What the other side said.
        #[serde(default)]
        pub said: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageUndelivered {
    pub mail: MailId,
    pub purpose: Purpose,
    pub to: ContactId,
    pub address: String,
    pub said: String,
}

impl Asks for MessageCameBack {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        // Told twice, or about a mail that was taken back: nothing to say.
        let known = draft.case.mails.of(self.mail).filter(|mail| mail.state != MailState::Undelivered).cloned();
        let Some(mail) = known.filter(|_| draft.case.exists()) else { return Ok(()) };
        draft.took_place(self.happened_at.unwrap_or(draft.now()).min(draft.now()))?;
        draft.happened(MessageUndelivered {
            mail: mail.id,
            purpose: mail.purpose,
            to: mail.to,
            address: self.address.clone(),
            said: self.said.trim().chars().take(SAID_AT_MOST).collect(),
        });
        let text = Text::new("notice-mail-undelivered").with("to", mail.to).with("address", &self.address);
        let mut hear = vec![draft.case.team.owner, mail.by];
        hear.dedup();
        for person in hear {
            draft.notify(person, Urgency::Urgent, text.clone());
        }
        Ok(())
    }
}

impl Happened for MessageUndelivered {
    fn apply(&self, case: &mut Case, when: &When) {
        let Some(place) = case.mails.out.iter().position(|mail| mail.id == self.mail) else { return };
        let mail = case.mails.out.remove(place);
        if mail.state == MailState::Sent {
            owe_again(case, &mail, when.happened_at);
        }
        case.mails.out.push(MailOut { state: MailState::Undelivered, at: when.happened_at, ..mail });
    }
    fn words(&self) -> Text {
        Text::new("event-message-undelivered")
            .with("purpose", choice("purpose", self.purpose.word()))
            .with("to", self.to)
            .with("address", &self.address)
            .with("said", &self.said)
    }
}

/// Takes back what the mail was taken for; nothing else that happened since is touched.
fn owe_again(case: &mut Case, mail: &MailOut, now: Timestamp) {
    let log = &mut case.contacts;
    log.messages = log.messages.saturating_sub(1);
    if log.last_at == Some(mail.at) {
        log.last_at = mail.heard_before;
    }
    match mail.purpose {
        // The fifteen minutes begin anew: a mail to another address, or a call.
        Purpose::VoicemailFollowUp if !log.tries.is_empty() => log.voicemail_at = Some(now),
        Purpose::AskForTime if log.invited_at == Some(mail.at) => log.invited_at = None,
        Purpose::Summary => {
            let talk = case.talks.iter_mut().find(|talk| Some(talk.id) == mail.talk);
            if let Some(talk) = talk.filter(|talk| talk.summary_at == Some(mail.at)) {
                talk.summary_at = None;
            }
        }
        Purpose::ThankYou => {
            let thanks = case.follow_up.as_mut().filter(|f| f.kind == FollowUpKind::ThankYou);
            if let Some(thanks) = thanks.filter(|f| f.done_at == Some(mail.at)) {
                thanks.done_at = None;
            }
        }
        _ => {}
    }
    let settled_by_it = |p: &&mut crate::parts::Promise| mail.kept.contains(&p.id) && p.settled_at == Some(mail.at);
    for promise in case.promises.iter_mut().filter(settled_by_it) {
        promise.state = if promise.due < now { PromiseState::Broken } else { PromiseState::Open };
        promise.settled_at = None;
    }
}
