//! What came back has arrived: how many pieces, counted by us, whatever was asked back.
use super::Asks;
use super::authorise_return::{of, open};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ReturnId};
use crate::parts::Received;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that goods came back, and how many. Counted again, the latest word holds until it is said what became of them.
    pub struct ReceiveReturn {
        /// Which return.
        pub goods: ReturnId,
        /// Pieces that arrived.
        pub quantity: u64,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnReceived {
    pub goods: ReturnId,
    pub number: String,
    pub quantity: u64,
    pub asked: u64,
    pub by: PersonId,
}

impl Asks for ReceiveReturn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        let (found, number) = open(&draft.case, self.goods)?;
        if found.disposed.is_some() {
            return Err(Refusal::state("return-was-disposed").about("goods"));
        }
        if self.quantity == 0 {
            return Err(Refusal::input("quantity", "return-how-many"));
        }
        let asked = found.quantity;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        draft.happened(ReturnReceived { goods: self.goods, number, quantity: self.quantity, asked, by });
        Ok(())
    }
}

impl Happened for ReturnReceived {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(goods) = of(case, self.goods) {
            goods.received = Some(Received { quantity: self.quantity, by: self.by, at: when.happened_at });
        }
    }
    fn words(&self) -> Text {
        let text = Text::new("event-return-received").with("number", &self.number);
        text.with("quantity", self.quantity).with("asked", self.asked)
    }
    fn told(&self) -> Option<Text> {
        let text = Text::new("told-return-received").with("number", &self.number);
        Some(text.with("quantity", self.quantity).with("asked", self.asked))
    }
}
