//! A written complaint has its receipt: by itself, at once, saying who calls and by when (C02; ISO 10002, 7.4).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::ContactId;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Asked by the outbox once the receipt has gone.
    pub struct SendReceipt {
        /// Who wrote, and now has it.
        pub to: ContactId,
        /// The text as it went.
        pub text: String,
        /// When it was taken.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReceiptSent {
    pub to: ContactId,
    pub text: String,
}

impl Asks for SendReceipt {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if !draft.case.exists() || draft.case.receipt_at.is_some() {
            return Ok(());
        }
        draft.took_place(self.happened_at.unwrap_or(draft.now()).min(draft.now()))?;
        draft.happened(ReceiptSent { to: self.to, text: self.text.clone() });
        Ok(())
    }
}

impl Happened for ReceiptSent {
    /// A receipt is no word of ours: no silence ends with it, and no contact is made (S075).
    fn apply(&self, case: &mut Case, when: &When) {
        case.receipt_at = Some(when.happened_at);
    }
    fn words(&self) -> Text {
        Text::new("event-receipt-sent").with("to", self.to).with("text", &self.text)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-message").with("text", &self.text))
    }
}
