//! They were asked three times over two weeks and did not say: the case rests, unsolved. Silence is never a yes (S032, X05).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::kinds::Recovery;
use crate::recovery;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How often they must have been asked, and over how many working days (DOMAIN 4.2).
const ASKS: usize = 3;
const WORKING_DAYS: u32 = 10;

asked! {
    /// A manager lets the asking rest. The case still counts as unsolved, and any word of theirs wakes it.
    pub struct GiveUpWaiting {
        /// Why asking on would not help.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordNotGiven {
    pub reason: String,
    pub asked: u32,
}

impl Asks for GiveUpWaiting {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        if draft.case.recovery != Recovery::AwaitingWord {
            return Err(Refusal::state("not-awaiting-word"));
        }
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        let asked = asks(&draft.case);
        let facts = draft.facts;
        let long_enough = asked.first().is_some_and(|first| {
            let ends = [&facts.ours, &facts.theirs].map(|c| c.add_days(*first, WORKING_DAYS).unwrap_or(Timestamp::MAX));
            ends.iter().all(|end| *end <= facts.now)
        });
        if asked.len() < ASKS || !long_enough {
            return Err(Refusal::state("asked-too-little").with("asked", asked.len()));
        }
        draft.happened(WordNotGiven { reason: self.reason.clone(), asked: u32::try_from(asked.len()).unwrap_or(0) });
        Ok(())
    }
}

/// When they were asked since they last said something.
fn asks(case: &Case) -> Vec<Timestamp> {
    let since = case.words.last().map_or(case.contact_owed_since, |w| w.at.max(case.contact_owed_since));
    case.word_asked.iter().copied().filter(|at| *at >= since).collect()
}

impl Happened for WordNotGiven {
    fn apply(&self, case: &mut Case, when: &When) {
        recovery::enter(case, Recovery::NoWord, when);
    }
    fn words(&self) -> Text {
        Text::new("event-word-not-given").with("asked", self.asked).with("reason", &self.reason)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-word-not-given"))
    }
}
