//! What the trouble cost us: scrap, freight, hours. It is asked after what it did to them (S096), and sways nothing.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::money::Money;
use crate::parts::Cost;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Costs that one case may hold.
const COSTS_AT_MOST: usize = 50;

asked! {
    /// Adds a cost of ours to a case. The customer never sees it, and no clock, order of work or option does.
    pub struct RecordCost {
        /// What it was for: scrap, freight, hours.
        pub what: String,
        /// How much.
        pub value: Money,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostRecorded {
    pub what: String,
    pub value: Money,
}

impl Asks for RecordCost {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        // Theirs first: whoever counts ours before it passes the gate by name, and that is on the record.
        if draft.case.harm.impacts.is_empty() {
            draft.gate(Gate::ImpactFirst, "cost-after-impact").map_err(|r| r.about("value"))?;
        }
        Refusal::unless_said(&self.what, "what", "cost-without-words")?;
        if !self.value.is_sound() {
            return Err(Refusal::input("value", "amends-value"));
        }
        if draft.case.costs.len() >= COSTS_AT_MOST {
            return Err(Refusal::input("what", "too-many").with("most", COSTS_AT_MOST));
        }
        draft.happened(CostRecorded { what: self.what.trim().to_owned(), value: self.value.clone() });
        Ok(())
    }
}

impl Happened for CostRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        case.costs.push(Cost { what: self.what.clone(), value: self.value.clone(), at: when.recorded_at });
    }
    fn words(&self) -> Text {
        Text::new("event-cost-recorded").with("what", &self.what).with("value", self.value.to_string())
    }
}
