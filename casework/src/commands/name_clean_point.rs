//! From where on every part is good: the lot, date or serial number that the customer can look for (DOMAIN 4.3).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::{CleanBy, CleanPoint};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Names the first good lot, date or serial number. The latest word counts.
    pub struct NameCleanPoint {
        /// By what it is known.
        pub known_by: CleanBy,
        /// The lot, date or serial number.
        pub first_good: String,
        /// How we know that everything from there on is good.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanPointNamed {
    pub known_by: CleanBy,
    pub first_good: String,
    pub words: String,
}

impl Asks for NameCleanPoint {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        Refusal::unless_said(&self.first_good, "first_good", "clean-point-empty")?;
        Refusal::unless_said(&self.words, "words", "clean-point-how")?;
        let (first_good, words) = (self.first_good.trim().to_owned(), self.words.trim().to_owned());
        draft.happened(CleanPointNamed { known_by: self.known_by, first_good, words });
        Ok(())
    }
}

impl Happened for CleanPointNamed {
    fn apply(&self, case: &mut Case, when: &When) {
        let (first_good, words) = (self.first_good.clone(), self.words.clone());
        case.inside.clean_from = Some(CleanPoint { known_by: self.known_by, first_good, words, at: when.happened_at });
    }
    fn words(&self) -> Text {
        let by = choice("clean-by", self.known_by.word());
        Text::new("event-clean-point-named").with("by", by).with("value", &self.first_good).with("words", &self.words)
    }
}
