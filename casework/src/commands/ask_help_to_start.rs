//! Somebody who dreads the talk asks for a beginning; how long it then takes to call says whether it helps (S067).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// I need a first sentence. The case then knows how long it took from there to a call; it is counted of cases, never of persons.
    pub struct AskHelpToStart {}
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HelpToStartAsked {}

impl Asks for AskHelpToStart {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        draft.happened(HelpToStartAsked {});
        Ok(())
    }
}

impl Happened for HelpToStartAsked {
    fn apply(&self, case: &mut Case, when: &When) {
        case.contacts.help_asked(when.recorded_at);
    }
    fn words(&self) -> Text {
        Text::new("event-help-to-start-asked")
    }
}
