//! What the customer does with us: their whys and ideas, whom of theirs they want beside them, and who would rather not take part.
use crate::choices;
use crate::ids::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The joint work on a case, from their side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Joint {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<Idea>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<Invitation>,
    /// How each of them wants to take part, where they said so: the latest of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
}

choices! {
    /// *What do you think led to this?* and *How can we prevent it?*
    pub enum IdeaAbout { Cause = "cause", Prevention = "prevention" }
}
choices! {
    /// What became of an idea of theirs; *still looking* is an answer for now, with a time for the next one.
    pub enum Became { TakenUp = "taken_up", NotTakenUp = "not_taken_up", StillLooking = "still_looking" }
}
/// A why or an idea of theirs, and what we answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    pub id: IdeaId,
    pub by: ContactId,
    pub about: IdeaAbout,
    pub words: String,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<IdeaAnswer>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdeaAnswer {
    pub became: Became,
    pub words: String,
    pub by: PersonId,
    pub at: Timestamp,
    /// By when they hear more, while we are still looking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_by: Option<Timestamp>,
}

/// Somebody of theirs whom they would like to take part, or whom we asked; they come by a link of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    pub id: InvitationId,
    /// Who suggested it; nobody when we asked ourselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ContactId>,
    pub name: String,
    /// What they do there, in their words.
    pub role: String,
    /// Telephone or mail, as it was written.
    pub reach: String,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Invited>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invited {
    /// Who takes part now; nobody when it did not come to that.
    pub contact: Option<ContactId>,
    pub by: PersonId,
    pub at: Timestamp,
}

choices! {
    /// How a contact wants to take part from here on. None of these says that anything is right or solved.
    pub enum TakesPart { Joins = "joins", OnlyCalls = "only_calls", NoMessages = "no_messages", NotAtAll = "not_at_all" }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    pub by: ContactId,
    pub how: TakesPart,
    pub words: String,
    pub at: Timestamp,
    /// How often they said so; nobody is asked to count, but a press has an end.
    pub times: u32,
}

impl Joint {
    pub fn is_blank(&self) -> bool {
        self.ideas.is_empty() && self.invitations.is_empty() && self.wishes.is_empty()
    }
    pub fn idea(&self, id: IdeaId) -> Option<&Idea> {
        self.ideas.iter().find(|idea| idea.id == id)
    }
    pub fn invitation(&self, id: InvitationId) -> Option<&Invitation> {
        self.invitations.iter().find(|invitation| invitation.id == id)
    }
    /// Whys and ideas that nobody has answered in any way.
    pub fn unanswered(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.answer.is_none())
    }
    /// Answered for now: they hear more by a time that we named.
    pub fn looked_into(&self) -> impl Iterator<Item = (&Idea, Timestamp)> {
        self.ideas.iter().filter_map(|idea| Some((idea, idea.answer.as_ref()?.again_by?)))
    }
    pub fn not_invited_yet(&self) -> impl Iterator<Item = &Invitation> {
        self.invitations.iter().filter(|invitation| invitation.answer.is_none())
    }
    pub fn wish(&self, contact: ContactId) -> Option<&Wish> {
        self.wishes.iter().find(|wish| wish.by == contact)
    }
    /// Who said nothing takes part as always.
    pub fn part_of(&self, contact: ContactId) -> TakesPart {
        self.wish(contact).map_or(TakesPart::Joins, |wish| wish.how)
    }
    /// Whether something may still be written to them.
    pub fn may_be_written_to(&self, contact: ContactId) -> bool {
        self.part_of(contact) == TakesPart::Joins
    }
    /// Those of theirs whom we asked to take part.
    pub fn invited(&self) -> impl Iterator<Item = ContactId> + '_ {
        self.invitations.iter().filter_map(|invitation| invitation.answer.as_ref()?.contact)
    }
}
