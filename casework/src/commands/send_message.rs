//! A mail that somebody wrote and approved. It leaves at its time; until a mail server has taken it nothing counts as said (X04, S052, S053).
use super::Asks;
use super::record_message::writing;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MailId, PersonId, TalkId};
use crate::kinds::Purpose;
use crate::parts::{MailOut, MailState, Said, WrittenPromise};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Mails of one case that wait for their time.
const WAITING_AT_MOST: usize = 20;
/// Who else of theirs gets a copy.
const COPIES_AT_MOST: usize = 20;
/// Promises that one mail makes.
const PROMISES_AT_MOST: usize = 20;
/// The farthest time for which a mail is laid aside.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24 * 31);

asked! {
    /// A mail as it will be sent, word for word.
    pub struct SendMessage {
        /// The mail, as it is kept.
        pub mail: MailId,
        /// What it is for; there is no *resolve*.
        pub purpose: Purpose,
        /// Whom it is written to.
        pub to: ContactId,
        /// Who else of theirs gets it.
        #[serde(default)]
        pub copies: Vec<ContactId>,
        /// Its subject.
        pub subject: String,
        /// Its text.
        pub text: String,
        /// The talk that a summary sums up.
        pub talk: Option<TalkId>,
        /// When they hear from us again; promised once the mail has gone.
        pub next_contact_at: Option<Timestamp>,
        /// What else it promises; each counts once the mail has gone.
        #[serde(default)]
        pub promises: Vec<WrittenPromise>,
        /// For *no change*: what was tried since the last word.
        pub no_change_tried: Option<String>,
        /// In one line of the writer's, what they will understand; at the gravest severity no word leaves without (S113). Never shown to them.
        pub understood: Option<String>,
        /// When it leaves; now when left out.
        pub leaves_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageQueued {
    pub mail: MailId,
    pub purpose: Purpose,
    pub to: ContactId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<ContactId>,
    pub subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk: Option<TalkId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_contact_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<WrittenPromise>,
    pub no_change: Said,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understood: Option<String>,
    pub leaves_at: Timestamp,
    pub by: PersonId,
}

impl Asks for SendMessage {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        // What somebody read before they pressed *send* is what they answer for (stop-on-send).
        draft.unchanged()?;
        let by = draft.person()?;
        let writing = writing!(self);
        writing.may_be_sent(draft)?;
        if self.subject.trim().is_empty() {
            return Err(Refusal::input("subject", "subject-empty"));
        }
        if self.copies.len() > COPIES_AT_MOST {
            return Err(Refusal::input("copies", "too-many").with("most", COPIES_AT_MOST));
        }
        for copy in &self.copies {
            draft.contact(*copy, "copies")?;
            super::ask_for_word::may_be_asked(draft, *copy, super::ask_for_word::Written::Yes).map_err(|no| no.about("copies"))?;
        }
        writing.serves_its_purpose(draft)?;
        writing.is_read_back(draft)?;
        let leaves_at = self.leaves_at.unwrap_or(draft.now()).max(draft.now());
        if leaves_at.duration_since(draft.now()) > LONGEST_WAIT {
            return Err(Refusal::input("leaves_at", "mail-leaves-too-late"));
        }
        if self.next_contact_at.is_some_and(|at| at <= leaves_at) {
            return Err(Refusal::input("next_contact_at", "next-contact-before-the-mail"));
        }
        if self.promises.len() > PROMISES_AT_MOST {
            return Err(Refusal::input("promises", "too-many").with("most", PROMISES_AT_MOST));
        }
        for promise in &self.promises {
            Refusal::unless_said(&promise.words, "promises", "promise-empty")?;
            if promise.due <= leaves_at {
                return Err(Refusal::input("promises", "promise-in-the-past").with("due", promise.due));
            }
        }
        if draft.case.mails.of(self.mail).is_some() {
            return Err(Refusal::state("mail-is-there"));
        }
        if draft.case.mails.waiting().count() >= WAITING_AT_MOST {
            return Err(Refusal::input("text", "too-many").with("most", WAITING_AT_MOST));
        }
        draft.happened(MessageQueued {
            mail: self.mail,
            purpose: self.purpose,
            to: self.to,
            copies: self.copies.clone(),
            subject: self.subject.trim().to_owned(),
            talk: writing.summed_up(&draft.case),
            next_contact_at: self.next_contact_at,
            promises: self.promises.clone(),
            no_change: writing.no_change(),
            understood: writing.understood(),
            leaves_at,
            by,
        });
        Ok(())
    }
}

impl Happened for MessageQueued {
    fn apply(&self, case: &mut Case, when: &When) {
        case.mails.remember(MailOut {
            id: self.mail,
            purpose: self.purpose,
            to: self.to,
            by: self.by,
            state: MailState::Waiting,
            at: when.happened_at,
            leaves_at: self.leaves_at,
            talk: self.talk,
            next_contact_at: self.next_contact_at,
            promises: self.promises.clone(),
            no_change: self.no_change,
            kept: vec![],
            heard_before: None,
        });
    }
    fn words(&self) -> Text {
        let said = match &self.understood {
            Some(understood) => Text::new("event-message-queued-read-back").with("understood", understood),
            None => Text::new("event-message-queued"),
        };
        said.with("purpose", choice("purpose", self.purpose.word()))
            .with("to", self.to)
            .with("subject", &self.subject)
            .with("at", self.leaves_at)
    }
}
