//! The customer says what they think led to it, or how it can be kept from happening again; each is answered (S136, S137, S164).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::{ContactId, IdeaId};
use crate::parts::{Idea, IdeaAbout};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whys and ideas one case may hold.
const IDEAS_AT_MOST: usize = 60;
/// Those without an answer, after which we answer before they write on by their link.
const WAITING_AT_MOST: usize = 10;

asked! {
    /// A why or an idea of the customer, in their words. It stays open until a person has answered it.
    pub struct AddIdea {
        /// Who says it.
        pub by: ContactId,
        /// What they think led to it, or how it can be prevented.
        pub about: IdeaAbout,
        /// In their words.
        pub words: String,
        /// When they said it; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdeaAdded {
    pub id: IdeaId,
    pub by: ContactId,
    pub about: IdeaAbout,
    pub words: String,
}

impl Asks for AddIdea {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let waiting = draft.case.joint.unanswered().count();
        let by_link = matches!(draft.facts.actor, Actor::Customer(_));
        if draft.case.joint.ideas.len() >= IDEAS_AT_MOST || by_link && waiting >= WAITING_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", IDEAS_AT_MOST));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let id = IdeaId(draft.new_id());
        draft.happened(IdeaAdded { id, by: self.by, about: self.about, words: self.words.trim().to_owned() });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        rights::leaves_room(facts.case.joint.ideas.len(), IDEAS_AT_MOST)
    }
}

impl Happened for IdeaAdded {
    /// It is their answer to the question that we owe them, too, where nobody has asked it yet.
    fn apply(&self, case: &mut Case, when: &When) {
        let answers = &mut case.contacts.answers;
        let asked = match self.about {
            IdeaAbout::Cause => &mut answers.led_to_this,
            IdeaAbout::Prevention => &mut answers.prevent_this,
        };
        asked.get_or_insert_with(|| self.words.clone());
        let (by, words, at) = (self.by, self.words.clone(), when.happened_at);
        case.joint.ideas.push(Idea { id: self.id, by, about: self.about, words, at, answer: None });
    }
    fn words(&self) -> Text {
        let about = choice("idea-about", self.about.word());
        Text::new("event-idea-added").with("by", self.by).with("about", about).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        let key = match self.about {
            IdeaAbout::Cause => "told-idea-cause",
            IdeaAbout::Prevention => "told-idea-prevention",
        };
        Some(Text::new(key).with("words", &self.words))
    }
}
