//! The person who took the blow asks for a hand; only the manager sees it (S115, S117).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// I need a breath, a colleague beside me, or somebody to take over.
    pub struct AskForSupport {
        /// What would help; may stay empty.
        #[serde(default)]
        pub words: String,
    }
}

/// The words go to the manager alone and are not kept in the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupportAsked {}

impl Asks for AskForSupport {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let who = draft.person()?;
        let Some(manager) = draft.facts.manager() else {
            return Err(Refusal::state("no-manager-yet"));
        };
        draft.happened(SupportAsked {});
        draft.notify(manager, Urgency::Urgent, Text::new("notice-support-asked").with("who", who).with("words", &self.words));
        Ok(())
    }
}

impl Happened for SupportAsked {
    fn apply(&self, _: &mut Case, _: &When) {}
    fn words(&self) -> Text {
        Text::new("event-support-asked")
    }
}
