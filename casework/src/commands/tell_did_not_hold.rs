//! What we had called held came back: the customer hears it from us, by voice, before they find it (S223, I25).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::ContactId;
use crate::kinds::Channel;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that a contact was told, and how they took it. It may be told on a case that is closed.
    pub struct TellDidNotHold {
        /// Whom we told.
        pub to: ContactId,
        /// By visit, video or phone; nobody reads this in a mail first.
        pub channel: Channel,
        /// What we said: what came back, and what we do now.
        pub words: String,
        /// When it was told; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DidNotHoldTold {
    pub to: ContactId,
    pub channel: Channel,
    pub words: String,
}

impl Asks for TellDidNotHold {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        draft.person()?;
        draft.contact(self.to, "to")?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let Some(since) = draft.case.inside.untold_since else { return Err(Refusal::state("nothing-came-back")) };
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if draft.happened_at() < since {
            return Err(Refusal::input("happened_at", "told-before-it-was-known").with("since", since));
        }
        draft.happened(DidNotHoldTold { to: self.to, channel: self.channel, words: self.words.trim().to_owned() });
        Ok(())
    }
}

impl Happened for DidNotHoldTold {
    fn apply(&self, case: &mut Case, when: &When) {
        case.inside.untold_since = None;
        case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
    }
    fn words(&self) -> Text {
        let channel = choice("channel", self.channel.word());
        Text::new("event-did-not-hold-told").with("to", self.to).with("channel", channel).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-did-not-hold").with("words", &self.words))
    }
}
