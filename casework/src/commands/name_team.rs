//! Who else is named on the case: the manager, quality, and who keeps the account (S196, S235).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::kinds::Role;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Names people on our side; who is left out stays.
    pub struct NameTeam {
        /// The manager who hears first.
        pub manager: Option<PersonId>,
        /// The person of quality.
        pub quality: Option<PersonId>,
        /// Who keeps the account and speaks in the end.
        pub relationship_owner: Option<PersonId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamNamed {
    pub asked: NameTeam,
}

impl Asks for NameTeam {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        draft.unchanged()?;
        let wanted: [(Option<PersonId>, &'static str, &[Role]); 3] = [
            (self.manager, "manager", &[Role::Manager, Role::Director]),
            (self.quality, "quality", &[Role::Quality]),
            (self.relationship_owner, "relationship_owner", &[Role::RelationshipOwner, Role::Manager, Role::Director]),
        ];
        let named: Vec<_> = wanted.iter().filter_map(|(who, field, roles)| who.map(|w| (w, *field, *roles))).collect();
        if named.is_empty() {
            return Err(Refusal::input("manager", "nothing-said"));
        }
        for (who, field, roles) in &named {
            let Some(colleague) = draft.facts.colleague(*who) else {
                return Err(Refusal::input(field, "no-such-colleague"));
            };
            if !colleague.roles.iter().any(|r| roles.contains(r)) {
                return Err(Refusal::input(field, "colleague-of-another-role"));
            }
        }
        draft.happened(TeamNamed { asked: self.clone() });
        for (who, ..) in named.iter().filter(|(who, ..)| Some(*who) != draft.facts.person()) {
            draft.notify(*who, Urgency::CanWait, Text::new("notice-named-on-case"));
        }
        Ok(())
    }
}

impl Happened for TeamNamed {
    fn apply(&self, case: &mut Case, _: &When) {
        let (team, asked) = (&mut case.team, &self.asked);
        team.manager = asked.manager.or(team.manager);
        team.quality = asked.quality.or(team.quality);
        team.relationship_owner = asked.relationship_owner.unwrap_or(team.relationship_owner);
    }
    fn words(&self) -> Text {
        let asked = &self.asked;
        let named =
            [asked.manager, asked.quality, asked.relationship_owner].into_iter().flatten().map(Into::into).collect();
        Text::new("event-team-named").with("named", crate::text::Part::List(named))
    }
}
