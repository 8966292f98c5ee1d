//! The customer would like a colleague of theirs to take part. We ask that person: nobody comes in by a link that was passed on.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::{ContactId, InvitationId};
use crate::parts::Invitation;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Invitations one case may hold.
pub(super) const INVITATIONS_AT_MOST: usize = 40;
/// Suggestions without an answer, after which we answer before they suggest more by their link.
const WAITING_AT_MOST: usize = 5;
/// Characters of a name, a role, a number.
const SHORT: usize = 200;

asked! {
    /// Somebody at the customer who should take part, as a contact there says it.
    pub struct SuggestColleague {
        /// Who suggests it.
        pub by: ContactId,
        /// Whom.
        pub name: String,
        /// What they do there.
        #[serde(default)]
        pub role: String,
        /// How we reach them: telephone or mail.
        pub reach: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColleagueSuggested {
    pub id: InvitationId,
    pub by: ContactId,
    pub name: String,
    pub role: String,
    pub reach: String,
}

impl Asks for SuggestColleague {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        Refusal::unless_said(&self.name, "name", "name-the-colleague")?;
        Refusal::unless_said(&self.reach, "reach", "how-to-reach-the-colleague")?;
        for (field, text) in [("name", &self.name), ("role", &self.role), ("reach", &self.reach)] {
            if text.chars().count() > SHORT {
                return Err(Refusal::input(field, "too-long").with("most", SHORT));
            }
        }
        let waiting = draft.case.joint.not_invited_yet().count();
        let by_link = matches!(draft.facts.actor, Actor::Customer(_));
        if draft.case.joint.invitations.len() >= INVITATIONS_AT_MOST || by_link && waiting >= WAITING_AT_MOST {
            return Err(Refusal::input("name", "too-many").with("most", INVITATIONS_AT_MOST));
        }
        let id = InvitationId(draft.new_id());
        let [name, role, reach] = [&self.name, &self.role, &self.reach].map(|text| text.trim().to_owned());
        draft.happened(ColleagueSuggested { id, by: self.by, name, role, reach });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::leaves_room(facts.case.joint.invitations.len(), INVITATIONS_AT_MOST)
    }
}

impl Happened for ColleagueSuggested {
    fn apply(&self, case: &mut Case, when: &When) {
        let (name, role, reach) = (self.name.clone(), self.role.clone(), self.reach.clone());
        let (by, at) = (Some(self.by), when.happened_at);
        case.joint.invitations.push(Invitation { id: self.id, by, name, role, reach, at, answer: None });
    }
    fn words(&self) -> Text {
        Text::new("event-colleague-suggested")
            .with("by", self.by)
            .with("name", &self.name)
            .with("role", &self.role)
            .with("reach", &self.reach)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-colleague-suggested").with("name", &self.name))
    }
}
