//! What became of the pieces that came back; scrapped, reworked, sent on, used or restocked make up what arrived.
use super::Asks;
use super::authorise_return::of;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ReturnId};
use crate::parts::{Disposed, Disposition};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Says what became of the pieces that came back. The sum is what arrived. Said anew, the latest word holds.
    pub struct DisposeReturn {
        /// Which return.
        pub goods: ReturnId,
        /// Pieces scrapped.
        pub scrap: Option<u64>,
        /// Pieces reworked.
        pub rework: Option<u64>,
        /// Pieces sent on to our supplier.
        pub return_to_supplier: Option<u64>,
        /// Pieces that are fit to be used as they are.
        pub use_as_is: Option<u64>,
        /// Pieces put back on the shelf.
        pub restock: Option<u64>,
        /// What was seen on them. For colleagues; the customer reads the numbers.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnDisposed {
    pub goods: ReturnId,
    pub number: String,
    pub pieces: Vec<(Disposition, u64)>,
    pub words: String,
    pub by: PersonId,
}

impl Asks for DisposeReturn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        // What becomes of them is often known after the credit; it may be said then, too.
        let found = draft.case.returns.iter().find(|r| r.id == self.goods);
        let found = found.ok_or(Refusal::missing("no-such-return").about("goods"))?;
        let number = crate::parts::return_number(draft.case.number, found.nth);
        let Some(received) = &found.received else {
            return Err(Refusal::state("return-not-received").about("goods"));
        };
        let pieces = self.pieces();
        let sum = pieces.iter().try_fold(0_u64, |sum, (_, n)| sum.checked_add(*n));
        if sum != Some(received.quantity) {
            let refusal = Refusal::input("scrap", "return-does-not-balance").with("received", received.quantity);
            return Err(refusal.with("sum", sum.unwrap_or(u64::MAX)));
        }
        Refusal::unless_said(&self.words, "words", "return-what-was-seen")?;
        let words = self.words.trim().to_owned();
        draft.happened(ReturnDisposed { goods: self.goods, number, pieces, words, by });
        Ok(())
    }
}

impl DisposeReturn {
    fn pieces(&self) -> Vec<(Disposition, u64)> {
        let all = [
            (Disposition::Scrap, self.scrap),
            (Disposition::Rework, self.rework),
            (Disposition::ReturnToSupplier, self.return_to_supplier),
            (Disposition::UseAsIs, self.use_as_is),
            (Disposition::Restock, self.restock),
        ];
        all.into_iter().filter_map(|(what, n)| Some((what, n.filter(|n| *n > 0)?))).collect()
    }
}

impl Happened for ReturnDisposed {
    fn apply(&self, case: &mut Case, when: &When) {
        let (pieces, words, at) = (self.pieces.clone(), self.words.clone(), when.recorded_at);
        if let Some(goods) = of(case, self.goods) {
            goods.disposed = Some(Disposed { pieces, words, by: self.by, at });
        }
    }
    fn words(&self) -> Text {
        self.said("event-return-disposed").with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(self.said("told-return-disposed"))
    }
}
impl ReturnDisposed {
    fn said(&self, key: &'static str) -> Text {
        let of = |what: Disposition| self.pieces.iter().find(|(w, _)| *w == what).map_or(0, |(_, n)| *n);
        Text::new(key)
            .with("number", &self.number)
            .with("scrap", of(Disposition::Scrap))
            .with("rework", of(Disposition::Rework))
            .with("sent", of(Disposition::ReturnToSupplier))
            .with("usable", of(Disposition::UseAsIs))
            .with("restock", of(Disposition::Restock))
    }
}
