//! Everything a decision may look at. What is not here cannot sway it: there is no order value, revenue, margin or tier (S025, S144).
use crate::calendar::Calendar;
use crate::case::Case;
use crate::emergency::EmergencyPlan;
use crate::ids::*;
use crate::kinds::{Prevention, Recovery, Role, TroubleKind};
use crate::parts::RunningPlaybook;
use crate::playbook::{self, Playbook};
use crate::policy::Policy;
use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    Person(PersonId),
    /// A person at the customer, by their private link or as told by a colleague.
    Customer(ContactId),
    /// A clock or a job of ours.
    System,
    Import,
}

/// Given to `decide`, gathered by the store in one go.
#[derive(Clone, Debug)]
pub struct Facts {
    pub case: Case,
    /// The second case of a merge, link or split.
    pub other: Option<Case>,
    pub account: AccountFacts,
    pub actor: Actor,
    /// Everybody active on our side, a firm's worth of names (at most 500).
    pub colleagues: Arc<Vec<Colleague>>,
    pub policy: Arc<Policy>,
    pub ours: Arc<Calendar>,
    pub theirs: Arc<Calendar>,
    /// What a case can begin to follow.
    pub playbooks: Arc<Vec<Playbook>>,
    /// Versions that cases still follow and that are not offered any more.
    pub shelf: Arc<Vec<Playbook>>,
    /// What was prepared for emergencies, at most [`crate::emergency::PLANS_AT_MOST`].
    pub emergency: Arc<Vec<EmergencyPlan>>,
    /// Cases of the same account, or of the same item, recognised within the repeat window; at most 50.
    pub earlier: Vec<EarlierCase>,
    /// The next free case number, used by commands that open one.
    pub next_number: CaseNumber,
    pub now: Timestamp,
    /// Ids inside events come from this, so a retry yields the same (ARCHITECTURE 4.4).
    pub request: RequestId,
    /// The version the person was looking at, when they were.
    pub seen: Option<u64>,
}

/// The customer firm, as far as a decision may know it.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountFacts {
    pub id: AccountId,
    /// Known so that no supplier of ours reads it.
    pub name: String,
    pub relationship_owner: Option<PersonId>,
    /// Stands in for the relationship owner (S235).
    pub cover: Option<PersonId>,
    pub contacts: Vec<ContactId>,
    /// Strength of the relationship before, 1-5, from the account's history.
    pub strength: Option<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Colleague {
    pub id: PersonId,
    /// Known so that no cause names a person (I23).
    pub name: String,
    pub roles: Vec<Role>,
    pub zone: TimeZone,
    /// Minutes of the local day in which they would rather not be called, from-to, may cross midnight.
    pub quiet: Option<(u16, u16)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EarlierCase {
    pub id: CaseId,
    pub number: CaseNumber,
    pub account: AccountId,
    pub kind: TroubleKind,
    pub recognised_at: Timestamp,
    pub recovery: Recovery,
    pub prevention: Prevention,
    pub hand_overs: u8,
}

impl Facts {
    pub fn person(&self) -> Option<PersonId> {
        match self.actor {
            Actor::Person(id) => Some(id),
            _ => None,
        }
    }
    pub fn roles(&self) -> &[Role] {
        self.person().and_then(|id| self.colleague(id)).map_or(&[], |c| &c.roles)
    }
    pub fn colleague(&self, id: PersonId) -> Option<&Colleague> {
        self.colleagues.iter().find(|c| c.id == id)
    }
    /// The first active colleague of a role other than the ones named; the order of colleagues is stable.
    pub fn first_of(&self, role: Role, not: &[PersonId]) -> Option<PersonId> {
        self.colleagues.iter().find(|c| c.roles.contains(&role) && !not.contains(&c.id)).map(|c| c.id)
    }
    /// The version that the case follows of this playbook.
    pub fn followed(&self, running: &RunningPlaybook) -> Option<&Playbook> {
        playbook::followed(&self.playbooks, &self.shelf, running)
    }
    pub fn is_contact(&self, id: ContactId) -> bool {
        self.account.contacts.contains(&id)
    }
    /// Who must hear of trouble on this case: its manager, else the first of the role.
    pub fn manager(&self) -> Option<PersonId> {
        self.case
            .team
            .manager
            .or_else(|| self.first_of(Role::Manager, &[self.case.team.owner]))
            .or_else(|| self.first_of(Role::Manager, &[]))
    }
    pub fn quality(&self) -> Option<PersonId> {
        self.case.team.quality.or_else(|| self.first_of(Role::Quality, &[]))
    }
    pub fn director(&self) -> Option<PersonId> {
        self.first_of(Role::Director, &[])
            .or_else(|| self.first_of(Role::Manager, &self.case.team.manager.into_iter().collect::<Vec<_>>()))
    }
}
