//! Where else the same could happen, and what is done there before it does (DOMAIN 4.3, D7).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, TargetId};
use crate::parts::{Reach, ReadAcrossTarget};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Targets of one case.
const TARGETS_AT_MOST: usize = 40;

asked! {
    /// Names a place where the same could happen, or says what was done there. *Nothing* says that we looked and there is none.
    pub struct ReadAcross {
        /// The target that is done or changed; a new one when left out.
        pub target: Option<TargetId>,
        /// Like item, process, supplier or site.
        pub reach: Reach,
        /// Which one; for *nothing*, how we looked.
        pub what: String,
        /// Who sees to it.
        pub owner: PersonId,
        /// By when; for *nothing* it does not count.
        pub due: Timestamp,
        /// What was done there, once it is.
        #[serde(default)]
        pub done: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcrossRead {
    pub id: TargetId,
    pub reach: Reach,
    pub what: String,
    pub owner: PersonId,
    pub due: Timestamp,
    pub done: String,
}

impl Asks for ReadAcross {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        Refusal::unless_said(&self.what, "what", "nothing-said")?;
        if draft.facts.colleague(self.owner).is_none() {
            return Err(Refusal::input("owner", "no-such-colleague"));
        }
        let targets = &draft.case.inside.targets;
        match self.target {
            Some(id) if draft.case.inside.target(id).is_none() => {
                return Err(Refusal::missing("no-such-target").about("target"));
            }
            None if targets.len() >= TARGETS_AT_MOST => {
                return Err(Refusal::input("what", "too-many").with("most", TARGETS_AT_MOST));
            }
            _ => {}
        }
        let id = self.target.unwrap_or_else(|| TargetId(draft.new_id()));
        let what = self.what.trim().to_owned();
        let done = if self.reach == Reach::Nothing { what.clone() } else { self.done.trim().to_owned() };
        draft.happened(AcrossRead { id, reach: self.reach, what, owner: self.owner, due: self.due, done });
        Ok(())
    }
}

impl Happened for AcrossRead {
    fn apply(&self, case: &mut Case, when: &When) {
        let done = Some(self.done.clone()).filter(|done| !done.is_empty());
        let done_at = done.as_ref().map(|_| when.happened_at);
        let (reach, what, owner, due) = (self.reach, self.what.clone(), self.owner, self.due);
        let new = ReadAcrossTarget { id: self.id, reach, what, owner, due, done, done_at };
        let targets = &mut case.inside.targets;
        match targets.iter_mut().find(|target| target.id == self.id) {
            Some(target) => *target = new,
            None => targets.push(new),
        }
    }
    fn words(&self) -> Text {
        let key = match self.reach {
            Reach::Nothing => "event-across-nothing",
            _ if self.done.is_empty() => "event-across-named",
            _ => "event-across-done",
        };
        Text::new(key)
            .with("reach", choice("reach", self.reach.word()))
            .with("what", &self.what)
            .with("owner", self.owner)
            .with("due", self.due)
            .with("done", &self.done)
    }
}
