//! Somebody tried to reach the customer and nobody spoke with us (S047, S050, S051, S074, C03, C04).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::ContactId;
use crate::kinds::*;
use crate::parts::Try;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Tries after which somebody else is asked for and the manager hears of it (S074).
pub const TRIES_BEFORE_ANOTHER_WAY: usize = 3;

asked! {
    /// A try by phone or at the door: no answer, a message left, a wrong number.
    pub struct RecordAttempt {
        /// By which way.
        pub channel: Channel,
        /// How it ended.
        pub outcome: TryOutcome,
        /// Whom you tried to reach.
        pub contact: Option<ContactId>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
        /// What you left on the machine, or heard.
        #[serde(default)]
        pub note: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptRecorded {
    pub channel: Channel,
    pub outcome: TryOutcome,
    pub contact: Option<ContactId>,
    pub note: String,
}

impl Asks for RecordAttempt {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if let Some(contact) = self.contact {
            draft.contact(contact, "contact")?;
        }
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        draft.happened(AttemptRecorded { channel: self.channel, outcome: self.outcome, contact: self.contact.or(draft.case.contact), note: self.note.clone() });
        if draft.case.contacts.tries.len() == TRIES_BEFORE_ANOTHER_WAY
            && let Some(manager) = draft.facts.manager()
        {
            draft.notify(manager, Urgency::CanWait, Text::new("notice-cannot-reach"));
        }
        Ok(())
    }
}

impl Happened for AttemptRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        let log = &mut case.contacts;
        log.called(when.happened_at);
        log.tries.push(Try { at: when.happened_at, outcome: self.outcome, contact: self.contact });
        if self.outcome == TryOutcome::LeftMessage {
            log.voicemail_at = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        let text = Text::new(format!("event-attempt-{}", self.outcome.word().replace('_', "-"))).with("note", &self.note).with("channel", choice("channel", self.channel.word()));
        match self.contact {
            Some(contact) => text.with("contact", contact),
            None => text.with("contact", crate::text::Part::Key("attempt-somebody".into())),
        }
    }
}

/// Another contact of the account, when one person cannot be reached (S074).
pub fn another_contact(case: &Case, contacts: &[ContactId]) -> Option<ContactId> {
    let tried = |id: &ContactId| case.contacts.tries.iter().any(|t| t.contact == Some(*id));
    (case.contacts.tries.len() >= TRIES_BEFORE_ANOTHER_WAY).then(|| contacts.iter().find(|id| !tried(id)).copied())?
}
