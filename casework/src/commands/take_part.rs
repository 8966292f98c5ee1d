//! A contact says how they want to take part: by call only, without messages, not at all, or again. None of it is a yes (S153).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::ContactId;
use crate::parts::{TakesPart, Wish};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Contacts of one case that may have said how they take part.
const WISHES_AT_MOST: usize = 200;
/// How often one contact changes it by their link; after that we speak with them.
const TIMES_BY_LINK: u32 = 20;

asked! {
    /// How a contact wants to take part from here on, by their own word. What we would ask them stops or goes on by it.
    pub struct TakePart {
        /// Whose wish it is.
        pub by: ContactId,
        /// They take part, only by call, without messages, or not at all.
        pub how: TakesPart,
        /// In their words; may stay empty.
        #[serde(default)]
        pub words: String,
        /// When they said it; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakingPartChanged {
    pub by: ContactId,
    pub how: TakesPart,
    pub words: String,
}

impl Asks for TakePart {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if !draft.case.exists() {
            return Err(Refusal::missing("no-such-case"));
        }
        draft.contact(self.by, "by")?;
        if !self.words.trim().is_empty() {
            Refusal::unless_said(&self.words, "words", "nothing-said")?;
        }
        if draft.case.joint.part_of(self.by) == self.how {
            return Err(Refusal::input("how", "takes-part-so-already"));
        }
        if draft.case.joint.wish(self.by).is_none() && draft.case.joint.wishes.len() >= WISHES_AT_MOST {
            return Err(Refusal::input("by", "too-many").with("most", WISHES_AT_MOST));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        draft.happened(TakingPartChanged { by: self.by, how: self.how, words: self.words.trim().to_owned() });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        let often = facts.case.joint.wish(contact).is_some_and(|wish| wish.times >= TIMES_BY_LINK);
        // Leaving is never refused for being said too often; coming back once more is spoken about.
        if often && self.how == TakesPart::Joins { Err(Refusal::state("enough-for-now")) } else { Ok(()) }
    }
}

impl Happened for TakingPartChanged {
    /// Only this: where the case stands, what is owed and what was agreed stay as they are.
    fn apply(&self, case: &mut Case, when: &When) {
        let times = case.joint.wish(self.by).map_or(0, |wish| wish.times).saturating_add(1);
        case.joint.wishes.retain(|wish| wish.by != self.by);
        let (by, how, words, at) = (self.by, self.how, self.words.clone(), when.happened_at);
        case.joint.wishes.push(Wish { by, how, words, at, times });
    }
    fn words(&self) -> Text {
        let how = choice("takes-part", self.how.word());
        let key = if self.words.is_empty() { "event-taking-part" } else { "event-taking-part-said" };
        Text::new(key).with("by", self.by).with("how", how).with("words", &self.words)
    }
    /// Their colleagues read who takes part, not the words in which somebody said that they do not.
    fn told(&self) -> Option<Text> {
        let how = choice("takes-part", self.how.word());
        Some(Text::new("told-taking-part").with("by", self.by).with("how", how))
    }
}
