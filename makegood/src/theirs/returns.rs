//! What a customer may see of goods that go back to us.
use casework::ids::CaseNumber;
use casework::money::Money;
use casework::parts::{Disposition, GoodsReturn, return_number};
use jiff::Timestamp;
use jiff::civil::Date;

/// Goods that go back to us; what we saw on them stays ours.
#[derive(Clone, Debug)]
pub struct SeenReturn {
    /// It stands on the box.
    pub number: String,
    pub item: String,
    pub quantity: u64,
    pub how: String,
    pub received: Option<(u64, Timestamp)>,
    pub pieces: Vec<(Disposition, u64)>,
    /// The amount, the number of the note, its day.
    pub credit: Option<(Money, String, Date)>,
    pub ended: Option<String>,
}

impl SeenReturn {
    pub fn of(case: CaseNumber, goods: &GoodsReturn) -> Self {
        Self {
            number: return_number(case, goods.nth),
            item: goods.item.clone(),
            quantity: goods.quantity,
            how: goods.how.clone(),
            received: goods.received.as_ref().map(|there| (there.quantity, there.at)),
            pieces: goods.disposed.iter().flat_map(|said| said.pieces.clone()).collect(),
            credit: goods.credit.as_ref().map(|credit| (credit.amount.clone(), credit.reference.clone(), credit.on)),
            ended: goods.ended.as_ref().map(|end| end.words.clone()),
        }
    }
}
