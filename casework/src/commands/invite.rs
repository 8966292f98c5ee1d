//! We ask somebody of theirs to take part, or say to whoever suggested it why not. Whoever is asked has a link of their own.
use super::Asks;
use super::suggest_colleague::INVITATIONS_AT_MOST;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, InvitationId, PersonId};
use crate::parts::{Invitation, Invited, TakesPart};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// A contact of the customer takes part from here on; or a suggestion of theirs is answered with why not.
    pub struct Invite {
        /// The suggestion that this answers; left out when we ask somebody ourselves.
        pub suggestion: Option<InvitationId>,
        /// Who takes part; left out when nobody is invited.
        pub contact: Option<ContactId>,
        /// What we say to it; needed when nobody is invited.
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColleagueInvited {
    pub id: InvitationId,
    pub contact: Option<ContactId>,
    /// The name that was suggested; empty when we asked ourselves.
    pub name: String,
    pub words: String,
    pub by: PersonId,
}

impl Asks for Invite {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        if let Some(contact) = self.contact {
            draft.contact(contact, "contact")?;
        }
        let name = match self.suggestion {
            None => String::new(),
            Some(id) => match draft.case.joint.invitation(id) {
                None => return Err(Refusal::missing("no-such-suggestion").about("suggestion")),
                Some(there) if there.answer.is_some() => {
                    return Err(Refusal::state("suggestion-answered").about("suggestion"));
                }
                Some(there) => there.name.clone(),
            },
        };
        match self.contact {
            None if self.suggestion.is_none() => return Err(Refusal::input("contact", "invite-whom")),
            None => Refusal::unless_said(&self.words, "words", "answer-without-why")?,
            Some(contact) => {
                let joint = &draft.case.joint;
                // They said no themselves: they take that back themselves, or tell one of us who keeps it.
                if joint.part_of(contact) == TakesPart::NotAtAll {
                    return Err(Refusal::state("they-take-no-part").about("contact").with("by", contact));
                }
                if self.suggestion.is_none() && joint.invited().any(|there| there == contact) {
                    return Err(Refusal::state("invited-already").about("contact"));
                }
            }
        }
        if self.suggestion.is_none() && draft.case.joint.invitations.len() >= INVITATIONS_AT_MOST {
            return Err(Refusal::input("contact", "too-many").with("most", INVITATIONS_AT_MOST));
        }
        let id = self.suggestion.unwrap_or_else(|| InvitationId(draft.new_id()));
        draft.happened(ColleagueInvited { id, contact: self.contact, name, words: self.words.trim().to_owned(), by });
        Ok(())
    }
}

impl Happened for ColleagueInvited {
    fn apply(&self, case: &mut Case, when: &When) {
        let (contact, by, at) = (self.contact, self.by, when.happened_at);
        let answer = Some(Invited { contact, by, at });
        match case.joint.invitations.iter_mut().find(|there| there.id == self.id) {
            Some(there) => there.answer = answer,
            None => {
                let (name, role, reach) = (String::new(), String::new(), String::new());
                case.joint.invitations.push(Invitation { id: self.id, by: None, name, role, reach, at, answer });
            }
        }
    }
    fn words(&self) -> Text {
        match self.contact {
            Some(contact) => Text::new("event-colleague-invited").with("by", self.by).with("contact", contact),
            None => Text::new("event-colleague-not-invited").with("name", &self.name).with("words", &self.words),
        }
    }
    fn told(&self) -> Option<Text> {
        Some(match self.contact {
            Some(contact) => Text::new("told-colleague-invited").with("contact", contact),
            None => Text::new("told-colleague-not-invited").with("name", &self.name).with("words", &self.words),
        })
    }
}
