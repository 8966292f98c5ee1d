//! The like failure came back: what we had called held did not hold (S223, C29).
use super::Asks;
use super::advance_prevention::did_not_hold;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::kinds::{Prevention, Recovery};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Asked by a new case of the like failure; never by a person.
    pub struct ReopenPrevention {
        /// What came back.
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreventionReopened {
    pub words: String,
    /// Written since the findings are kept one by one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
}

impl Asks for ReopenPrevention {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let held = matches!(draft.case.prevention.state, Prevention::Held | Prevention::Shared);
        // Twice, or too late, does no harm.
        if !draft.case.exists() || draft.case.recovery == Recovery::Merged || !held {
            return Ok(());
        }
        draft.happened(PreventionReopened { words: self.words.clone(), anew: true });
        let told = [draft.facts.quality(), Some(draft.case.team.owner)];
        for person in told.into_iter().flatten() {
            draft.notify(person, Urgency::Urgent, Text::new("notice-did-not-hold"));
        }
        Ok(())
    }
}

impl Happened for PreventionReopened {
    fn apply(&self, case: &mut Case, when: &When) {
        did_not_hold(case, self.anew.into(), when);
    }
    fn words(&self) -> Text {
        Text::new("event-prevention-reopened").with("words", &self.words)
    }
}
