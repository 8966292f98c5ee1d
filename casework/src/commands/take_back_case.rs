//! A case was handed to the wrong colleague: whoever did it takes it back at once, with the promises that went along.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{PersonId, PromiseId};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// Later it is no slip any more, and a hand-over like any other.
pub const WITHIN: SignedDuration = SignedDuration::from_mins(30);

asked! {
    /// Takes back a hand-over that one has just made.
    pub struct TakeBackCase {
        /// Why, in a sentence.
        pub why: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseTakenBack {
    /// Who had been given it.
    pub from: PersonId,
    /// Who drives it again.
    pub to: PersonId,
    pub why: String,
    /// What goes back with it.
    pub promises: Vec<PromiseId>,
}

impl Asks for TakeBackCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let me = draft.person()?;
        let Some(given) = draft.case.given.clone() else {
            return Err(Refusal::state("nothing-to-take-back"));
        };
        let late = draft.now().duration_since(given.at) > WITHIN;
        if given.by != me || given.to != draft.case.team.owner || late {
            return Err(Refusal::state("nothing-to-take-back"));
        }
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        let (from, to, promises) = (given.to, given.from, given.promises);
        draft.happened(CaseTakenBack { from, to, why: self.why.clone(), promises });
        if from != me {
            draft.notify(from, Urgency::Urgent, Text::new("notice-taken-back").with("why", &self.why));
        }
        Ok(())
    }
}

impl Happened for CaseTakenBack {
    fn apply(&self, case: &mut Case, _: &When) {
        case.team.owner = self.to;
        let given = case.given.take();
        // A slip put right at once is no handing on (S034).
        if given.is_some_and(|given| given.counted == crate::parts::Said::Yes) {
            case.hand_overs = case.hand_overs.saturating_sub(1);
        }
        let back = |id: &PromiseId| self.promises.contains(id);
        for promise in case.promises.iter_mut().filter(|p| p.by == self.from && back(&p.id)) {
            promise.by = self.to;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-case-taken-back").with("from", self.from).with("to", self.to).with("why", &self.why)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-handed-over").with("to", self.to))
    }
}
