//! We cannot meet what is asked: said plainly, with what we still do for them. There is no *rejected* (X06, S161, S197).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::kinds::Recovery;
use crate::recovery;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// States that what is asked cannot be met; about the request, never about the person.
    pub struct DeclareNotAgreed {
        /// What is asked and cannot be met.
        pub request: String,
        /// What we still do for them.
        pub still_do: String,
        /// The line of goodwill, as said to them.
        pub goodwill: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotAgreedStated {
    pub asked: DeclareNotAgreed,
}

impl Asks for DeclareNotAgreed {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        if !matches!(draft.case.recovery, Recovery::Deciding | Recovery::Agreed) {
            return Err(Refusal::state("not-deciding"));
        }
        Refusal::unless_said(&self.request, "request", "nothing-said")?;
        Refusal::unless_said(&self.still_do, "still_do", "what-we-still-do")?;
        Refusal::unless_said(&self.goodwill, "goodwill", "goodwill-line")?;
        if !draft.case.escalations.iter().any(|e| e.acknowledged.is_some()) {
            draft.gate(Gate::Ladder, "manager-and-quality-first")?;
        }
        draft.happened(NotAgreedStated { asked: self.clone() });
        Ok(())
    }
}

impl Happened for NotAgreedStated {
    fn apply(&self, case: &mut Case, when: &When) {
        recovery::take_back(case, when);
        recovery::enter(case, Recovery::NotAgreed, when);
    }
    fn words(&self) -> Text {
        Text::new("event-not-agreed").with("request", &self.asked.request).with("still", &self.asked.still_do)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-not-agreed").with("still", &self.asked.still_do).with("goodwill", &self.asked.goodwill))
    }
}
