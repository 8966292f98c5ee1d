//! Who does a step says: I can, by that date (S172, C16, X19).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::StepId;
use crate::parts::Said;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// The person who does the step says they can; asked by that person, or with the name of who said so.
    pub struct ConfirmStep {
        /// Which step.
        pub step: StepId,
        /// Who said so, when it is not you.
        #[serde(default)]
        pub said_by: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepConfirmed {
    pub step: StepId,
    pub text: String,
    pub said_by: Option<String>,
}

impl Asks for ConfirmStep {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let me = draft.person()?;
        let Some(step) = draft.case.step(self.step).cloned() else {
            return Err(Refusal::missing("no-such-step").about("step"));
        };
        if !step.is_open() {
            return Err(Refusal::state("step-settled").about("step").with("text", &step.text));
        }
        let said_by = Some(self.said_by.trim().to_owned()).filter(|name| !name.is_empty());
        if step.owner != Some(me) && said_by.is_none() {
            return Err(Refusal::input("said_by", "confirmed-by-whom"));
        }
        draft.happened(StepConfirmed { step: self.step, text: step.text, said_by });
        Ok(())
    }
}

impl Happened for StepConfirmed {
    fn apply(&self, case: &mut Case, _: &When) {
        let steps = case.plan.iter_mut().flat_map(|p| &mut p.steps);
        if let Some(step) = steps.into_iter().find(|s| s.id == self.step) {
            step.confirmed = Said::Yes;
        }
    }
    fn words(&self) -> Text {
        match &self.said_by {
            Some(name) => Text::new("event-step-confirmed-by").with("text", &self.text).with("name", name),
            None => Text::new("event-step-confirmed").with("text", &self.text),
        }
    }
}
