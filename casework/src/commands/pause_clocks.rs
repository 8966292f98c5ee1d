//! The clocks of our own fixing stand still for a reason and until a day; contact, silence and word clocks never do (I13, I14).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::parts::Pause;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A pause ends by itself after a month of work; what needs longer needs a new plan.
const WORKING_DAYS_AT_MOST: u32 = 20;
/// Pauses one case may hold.
const PAUSES_AT_MOST: usize = 50;

asked! {
    /// Lets the steps' clocks stand still, now and until a moment; a new pause replaces the one that runs.
    pub struct PauseClocks {
        /// Until when; at most 20 working days ahead.
        pub until: Timestamp,
        /// What we wait for.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClocksPaused {
    pub until: Timestamp,
    pub reason: String,
    pub by: PersonId,
}

impl Asks for PauseClocks {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        if self.until <= draft.now() {
            return Err(Refusal::input("until", "pause-in-the-past").with("until", self.until));
        }
        let longest = draft.facts.ours.add_days(draft.now(), WORKING_DAYS_AT_MOST);
        if longest.is_ok_and(|longest| self.until > longest) {
            return Err(Refusal::input("until", "pause-too-long").with("days", WORKING_DAYS_AT_MOST));
        }
        if draft.case.pauses.len() >= PAUSES_AT_MOST {
            return Err(Refusal::input("until", "too-many").with("most", PAUSES_AT_MOST));
        }
        draft.happened(ClocksPaused { until: self.until, reason: self.reason.clone(), by });
        Ok(())
    }
}

impl Happened for ClocksPaused {
    fn apply(&self, case: &mut Case, when: &When) {
        let now = when.recorded_at;
        // What stood still until now did stand still; from now on the new end holds.
        for pause in case.pauses.iter_mut().filter(|p| p.until > now) {
            pause.until = now;
        }
        case.pauses.push(Pause { from: now, until: self.until, reason: self.reason.clone(), by: self.by });
    }
    fn words(&self) -> Text {
        Text::new("event-clocks-paused").with("until", self.until).with("reason", &self.reason)
    }
}
