//! Goods that come back: under which number, how many, what became of each piece, and the credit for them (DOMAIN: Return, RMA).
use crate::choices;
use crate::ids::*;
use crate::money::Money;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

choices! {
    /// What becomes of a piece that came back.
    pub enum Disposition {
        Scrap = "scrap", Rework = "rework", ReturnToSupplier = "return_to_supplier", UseAsIs = "use_as_is", Restock = "restock",
    }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoodsReturn {
    pub id: ReturnId,
    /// 1 for the first of the case.
    pub nth: u16,
    pub item: String,
    /// Pieces that are asked back.
    pub quantity: u64,
    /// How they travel, and who pays for it.
    pub how: String,
    pub by: PersonId,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposed: Option<Disposed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// Why nothing more comes of it: nothing comes back, or no credit is owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ReturnEnd>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Received {
    pub quantity: u64,
    pub by: PersonId,
    pub at: Timestamp,
}
/// Pieces by what became of them; they make up what was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disposed {
    pub pieces: Vec<(Disposition, u64)>,
    pub words: String,
    pub by: PersonId,
    pub at: Timestamp,
}
/// What shows that they have their money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    pub amount: Money,
    /// The number of the credit note.
    pub reference: String,
    pub on: Date,
    pub by: PersonId,
    pub at: Timestamp,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnEnd {
    pub words: String,
    pub by: PersonId,
    pub at: Timestamp,
}
choices! {
    /// How far a return is.
    pub enum ReturnStands { Asked = "asked", Received = "received", Credited = "credited", Ended = "ended" }
}

impl GoodsReturn {
    /// Somebody at the customer still waits for something of it.
    pub fn is_open(&self) -> bool {
        self.credit.is_none() && self.ended.is_none()
    }
    pub fn stands(&self) -> ReturnStands {
        match (&self.ended, &self.credit, &self.received) {
            (Some(_), _, _) => ReturnStands::Ended,
            (None, Some(_), _) => ReturnStands::Credited,
            (None, None, Some(_)) => ReturnStands::Received,
            (None, None, None) => ReturnStands::Asked,
        }
    }
}

/// The number that stands on the box: `MG-1042-R1`.
pub fn return_number(case: CaseNumber, nth: u16) -> String {
    format!("{case}-R{nth}")
}
