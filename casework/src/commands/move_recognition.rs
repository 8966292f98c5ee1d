//! Somebody knew earlier than the form says: the clocks start then (S029, I04).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Moves *we knew at* earlier, with the reason; never later.
    pub struct MoveRecognition {
        /// When anyone in the firm first knew.
        pub to: Timestamp,
        /// How we know that.
        pub reason: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecognisedEarlier {
    pub from: Timestamp,
    pub to: Timestamp,
    pub reason: String,
}

impl Asks for MoveRecognition {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if self.to >= draft.case.recognised_at {
            return Err(Refusal::law("recognition-never-later").about("to").with("known", draft.case.recognised_at));
        }
        if self.reason.trim().is_empty() {
            return Err(Refusal::input("reason", "reason-empty"));
        }
        draft.happened(RecognisedEarlier { from: draft.case.recognised_at, to: self.to, reason: self.reason.clone() });
        Ok(())
    }
}

impl Happened for RecognisedEarlier {
    fn apply(&self, case: &mut Case, _: &When) {
        if case.contact_owed_since == case.recognised_at {
            case.contact_owed_since = self.to;
        }
        case.recognised_at = self.to;
    }
    fn words(&self) -> Text {
        Text::new("event-recognised-earlier").with("from", self.from).with("to", self.to).with("reason", &self.reason)
    }
}
