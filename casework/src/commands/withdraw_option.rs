//! A way forward of ours falls away; what the customer proposed is answered, and what they chose stands.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::OptionId;
use crate::kinds::Party;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Takes back an option of ours, with the reason.
    pub struct WithdrawOption {
        /// Which option.
        pub option: OptionId,
        /// Why it falls away.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionWithdrawn {
    pub option: OptionId,
    pub what: String,
    pub reason: String,
}

impl Asks for WithdrawOption {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(option) = draft.case.option(self.option) else {
            return Err(Refusal::missing("no-such-option").about("option"));
        };
        if option.withdrawn.is_some() {
            return Err(Refusal::state("option-already-withdrawn").about("option"));
        }
        if option.from == Party::Customer {
            return Err(Refusal::state("answer-their-proposal").about("option"));
        }
        if draft.case.decision().is_some_and(|d| d.chosen == Some(self.option)) {
            return Err(Refusal::state("chosen-option-stands").about("option"));
        }
        Refusal::unless_said(&self.reason, "reason", "reason-empty")?;
        let what = option.what.clone();
        draft.happened(OptionWithdrawn { option: self.option, what, reason: self.reason.clone() });
        Ok(())
    }
}

impl Happened for OptionWithdrawn {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(option) = case.options.iter_mut().find(|o| o.id == self.option) {
            option.withdrawn = Some(self.reason.clone());
        }
    }
    fn words(&self) -> Text {
        Text::new("event-option-withdrawn").with("what", &self.what).with("reason", &self.reason)
    }
}
