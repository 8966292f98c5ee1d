//! A return ends without a credit: nothing comes back after all, or it was made good in another way. The customer reads why.
use super::Asks;
use super::authorise_return::{of, open};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ReturnId};
use crate::parts::ReturnEnd;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Ends a return without a credit.
    pub struct EndReturn {
        /// Which return.
        pub goods: ReturnId,
        /// Why nothing comes back, or how else it was made good. The customer reads it.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnEnded {
    pub goods: ReturnId,
    pub number: String,
    pub words: String,
    pub by: PersonId,
}

impl Asks for EndReturn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let (_, number) = open(&draft.case, self.goods)?;
        Refusal::unless_said(&self.words, "words", "return-end-empty")?;
        draft.happened(ReturnEnded { goods: self.goods, number, words: self.words.trim().to_owned(), by });
        Ok(())
    }
}

impl Happened for ReturnEnded {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(goods) = of(case, self.goods) {
            goods.ended = Some(ReturnEnd { words: self.words.clone(), by: self.by, at: when.recorded_at });
        }
    }
    fn words(&self) -> Text {
        Text::new("event-return-ended").with("number", &self.number).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-return-ended").with("number", &self.number).with("words", &self.words))
    }
}
