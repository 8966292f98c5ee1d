//! Two cases are one trouble: this one goes into the other, which keeps the earliest *we knew at* and every promise (I22, I02).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CaseId, CaseNumber};
use crate::kinds::Recovery;
use crate::parts::*;
use crate::recovery;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Puts this case into another of the same customer.
    pub struct MergeCases {
        /// The number of the case that goes on.
        pub into: CaseNumber,
        /// Why they are one trouble.
        pub why: String,
    }
}

/// On the case that goes on: what came over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergedHere {
    pub from: CaseId,
    pub number: CaseNumber,
    pub recognised_at: Timestamp,
    pub acknowledged_at: Option<Timestamp>,
    pub first_voice_at: Option<Timestamp>,
    pub last_at: Option<Timestamp>,
    pub impacts: Vec<Impact>,
    pub deadline: Option<CustomerDeadline>,
    pub promises: Vec<Promise>,
    pub concerns: Vec<Concern>,
    pub questions: Vec<Question>,
    #[serde(default, skip_serializing_if = "Joint::is_blank")]
    pub joint: Joint,
    pub facts: Vec<Fact>,
    pub amends: Vec<Amends>,
    pub repeat_of: Vec<CaseId>,
    #[serde(default)]
    pub repeat_at: Option<Timestamp>,
}
/// On the case that ends here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseMerged {
    pub into: CaseId,
    pub number: CaseNumber,
    pub why: String,
}

impl Asks for MergeCases {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        draft.unchanged()?;
        let survivor = other(draft, self.into, "into")?;
        if survivor.account != draft.case.account {
            return Err(Refusal::law("other-account").about("into"));
        }
        match survivor.recovery {
            Recovery::Merged => return Err(Refusal::state("other-case-merged").about("into")),
            Recovery::Closed => return Err(Refusal::state("other-case-closed").about("into")),
            // A trouble that still stands must not vanish into one that they called solved (I02).
            state if !state.is_live() && draft.case.recovery.is_live() => {
                return Err(Refusal::law("merge-would-hide-trouble").about("into"));
            }
            _ => {}
        }
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        let (into, number) = (survivor.id, survivor.number);
        let came = MergedHere::from(&draft.case);
        draft.happened(CaseMerged { into, number, why: self.why.clone() });
        draft.happened_on_other(came);
        Ok(())
    }
}

/// The second case, when it is the one that was named.
///
/// # Errors
/// `no-such-case` when it was not found, `same-case` when it is this one.
pub(super) fn other<'d>(draft: &'d Draft, number: CaseNumber, field: &'static str) -> Result<&'d Case, Refusal> {
    if number == draft.case.number {
        return Err(Refusal::input(field, "same-case"));
    }
    let found = draft.other.as_ref().filter(|o| o.exists() && o.number == number && o.id != draft.case.id);
    found.ok_or_else(|| Refusal::missing("no-such-case").about(field))
}

impl From<&Case> for MergedHere {
    fn from(case: &Case) -> Self {
        Self {
            from: case.id,
            number: case.number,
            recognised_at: case.recognised_at,
            acknowledged_at: case.contacts.acknowledged_at.filter(|at| *at >= case.contact_owed_since),
            first_voice_at: case.contacts.first_voice_at,
            last_at: case.contacts.last_at,
            impacts: case.harm.impacts.clone(),
            deadline: case.harm.deadline.clone(),
            promises: case.promises.clone(),
            concerns: case.concerns.clone(),
            questions: case.questions.clone(),
            joint: case.joint.clone(),
            facts: case.facts.clone(),
            amends: case.amends.clone(),
            repeat_of: case.repeat_of.clone(),
            repeat_at: case.repeat_at,
        }
    }
}

impl Happened for MergedHere {
    fn apply(&self, case: &mut Case, _: &When) {
        if case.contact_owed_since == case.recognised_at {
            case.contact_owed_since = case.contact_owed_since.min(self.recognised_at);
        }
        case.recognised_at = case.recognised_at.min(self.recognised_at);
        let log = &mut case.contacts;
        log.acknowledged_at = log.acknowledged_at.or(self.acknowledged_at);
        log.first_voice_at = log.first_voice_at.into_iter().chain(self.first_voice_at).min();
        log.last_at = log.last_at.max(self.last_at);
        case.harm.impacts.extend(self.impacts.iter().cloned());
        if case.harm.deadline.is_none() {
            case.harm.deadline.clone_from(&self.deadline);
        }
        case.promises.extend(self.promises.iter().cloned());
        case.concerns.extend(self.concerns.iter().cloned());
        case.questions.extend(self.questions.iter().cloned());
        case.joint.ideas.extend(self.joint.ideas.iter().cloned());
        case.joint.invitations.extend(self.joint.invitations.iter().cloned());
        let new: Vec<_> = self.joint.wishes.iter().filter(|w| case.joint.wish(w.by).is_none()).cloned().collect();
        case.joint.wishes.extend(new);
        case.facts.extend(self.facts.iter().cloned());
        case.amends.extend(self.amends.iter().cloned());
        let repeats = self.repeat_of.iter().filter(|id| **id != case.id);
        case.repeat_of.extend(repeats);
        case.repeat_of.dedup();
        case.repeat_at = case.repeat_at.max(self.repeat_at);
    }
    fn words(&self) -> Text {
        Text::new("event-merged-here").with("number", self.number).with("promises", self.promises.len())
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-merged-here").with("number", self.number))
    }
}

impl Happened for CaseMerged {
    /// What was promised and asked moves, so that nothing is kept or counted twice.
    fn apply(&self, case: &mut Case, when: &When) {
        case.merged_into = Some(self.into);
        case.promises.clear();
        case.concerns.clear();
        case.questions.clear();
        case.joint.ideas.clear();
        case.joint.invitations.clear();
        case.amends.clear();
        recovery::enter(case, Recovery::Merged, when);
    }
    fn words(&self) -> Text {
        Text::new("event-case-merged").with("number", self.number).with("why", &self.why)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-merged").with("number", self.number))
    }
}
