//! The credit for what came back, with what shows it: the number of the note, the amount, the day.
use super::Asks;
use super::authorise_return::{of, open};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ReturnId};
use crate::money::Money;
use crate::parts::Credit;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Characters of the number of a credit note.
const REFERENCE_AT_MOST: usize = 100;

asked! {
    /// Says that a return was credited, and what shows it.
    pub struct CreditReturn {
        /// Which return.
        pub goods: ReturnId,
        /// How much was credited.
        pub amount: Money,
        /// The number of the credit note.
        pub reference: String,
        /// The day that stands on it.
        pub on: Date,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnCredited {
    pub goods: ReturnId,
    pub number: String,
    pub amount: Money,
    pub reference: String,
    pub on: Date,
    pub by: PersonId,
}

impl Asks for CreditReturn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let (_, number) = open(&draft.case, self.goods)?;
        if !self.amount.is_sound() {
            return Err(Refusal::input("amount", "amends-value"));
        }
        Refusal::unless_said(&self.reference, "reference", "credit-without-number")?;
        if self.reference.chars().count() > REFERENCE_AT_MOST {
            return Err(Refusal::input("reference", "too-long").with("most", REFERENCE_AT_MOST));
        }
        let today = draft.now().to_zoned(draft.facts.ours.zone().clone()).date();
        if self.on > today {
            return Err(Refusal::input("on", "credit-not-yet"));
        }
        let (amount, reference) = (self.amount.clone(), self.reference.trim().to_owned());
        draft.happened(ReturnCredited { goods: self.goods, number, amount, reference, on: self.on, by });
        Ok(())
    }
}

impl Happened for ReturnCredited {
    fn apply(&self, case: &mut Case, when: &When) {
        let (amount, reference) = (self.amount.clone(), self.reference.clone());
        if let Some(goods) = of(case, self.goods) {
            goods.credit = Some(Credit { amount, reference, on: self.on, by: self.by, at: when.recorded_at });
        }
    }
    fn words(&self) -> Text {
        self.said("event-return-credited")
    }
    fn told(&self) -> Option<Text> {
        Some(self.said("told-return-credited"))
    }
}
impl ReturnCredited {
    fn said(&self, key: &'static str) -> Text {
        let text = Text::new(key).with("number", &self.number).with("amount", &self.amount);
        text.with("reference", &self.reference).with("on", self.on)
    }
}
