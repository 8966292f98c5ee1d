//! Goods may come back under a number that stands on the box; the customer hears it, how it travels and that it costs them nothing.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ReturnId};
use crate::parts::{GoodsReturn, return_number};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Returns of one case.
const RETURNS_AT_MOST: usize = 20;

asked! {
    /// Gives the customer a number under which goods come back.
    pub struct AuthoriseReturn {
        /// What comes back.
        pub item: String,
        /// How many pieces.
        pub quantity: u64,
        /// How they travel, where to, and who pays. The customer reads it.
        pub how: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnAuthorised {
    pub id: ReturnId,
    pub nth: u16,
    pub number: String,
    pub item: String,
    pub quantity: u64,
    pub how: String,
    pub by: PersonId,
}

impl Asks for AuthoriseReturn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.item, "item", "return-of-what")?;
        Refusal::unless_said(&self.how, "how", "return-how")?;
        if self.quantity == 0 {
            return Err(Refusal::input("quantity", "return-how-many"));
        }
        let there = draft.case.returns.len();
        if there >= RETURNS_AT_MOST {
            return Err(Refusal::input("item", "too-many").with("most", RETURNS_AT_MOST));
        }
        let nth = u16::try_from(there + 1).unwrap_or(u16::MAX);
        let (id, number) = (ReturnId(draft.new_id()), return_number(draft.case.number, nth));
        let (item, how) = (self.item.trim().to_owned(), self.how.trim().to_owned());
        draft.happened(ReturnAuthorised { id, nth, number, item, quantity: self.quantity, how, by });
        Ok(())
    }
}

/// The return of the case that is meant.
///
/// # Errors
/// `no-such-return`; `return-is-over` for one that is credited or ended.
pub(super) fn open(case: &Case, id: ReturnId) -> Result<(&GoodsReturn, String), Refusal> {
    let found = case.returns.iter().find(|r| r.id == id).ok_or(Refusal::missing("no-such-return").about("goods"))?;
    if !found.is_open() {
        return Err(Refusal::state("return-is-over").about("goods"));
    }
    Ok((found, return_number(case.number, found.nth)))
}
pub(super) fn of(case: &mut Case, id: ReturnId) -> Option<&mut GoodsReturn> {
    case.returns.iter_mut().find(|r| r.id == id)
}

impl Happened for ReturnAuthorised {
    fn apply(&self, case: &mut Case, when: &When) {
        case.returns.push(GoodsReturn {
            id: self.id,
            nth: self.nth,
            item: self.item.clone(),
            quantity: self.quantity,
            how: self.how.clone(),
            by: self.by,
            at: when.recorded_at,
            received: None,
            disposed: None,
            credit: None,
            ended: None,
        });
    }
    fn words(&self) -> Text {
        self.said("event-return-authorised")
    }
    fn told(&self) -> Option<Text> {
        Some(self.said("told-return-authorised"))
    }
}
impl ReturnAuthorised {
    fn said(&self, key: &'static str) -> Text {
        let text = Text::new(key).with("number", &self.number).with("quantity", self.quantity);
        text.with("item", &self.item).with("how", &self.how)
    }
}
