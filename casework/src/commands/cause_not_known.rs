//! *Not known yet* is an honest answer when it has a date; a cause named before its day is worse than none.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::{Chain, NotKnownYet};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that a cause is not known yet, what is being done to find it, and until when.
    pub struct CauseNotKnown {
        /// Which of the three questions.
        pub chain: Chain,
        /// By when it is known, or asked about again.
        pub until: Timestamp,
        /// What is being done to find it.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CauseNotYetKnown {
    pub chain: Chain,
    pub until: Timestamp,
    pub words: String,
}

impl Asks for CauseNotKnown {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        Refusal::unless_said(&self.words, "words", "not-known-and-then")?;
        if self.until <= draft.now() {
            return Err(Refusal::input("until", "arrives-in-the-past"));
        }
        draft.happened(CauseNotYetKnown { chain: self.chain, until: self.until, words: self.words.trim().to_owned() });
        Ok(())
    }
}

impl Happened for CauseNotYetKnown {
    fn apply(&self, case: &mut Case, when: &When) {
        let all = &mut case.inside.not_known;
        all.retain(|open| open.chain != self.chain);
        let (chain, until, words) = (self.chain, self.until, self.words.clone());
        all.push(NotKnownYet { chain, until, words, at: when.happened_at });
    }
    fn words(&self) -> Text {
        let chain = choice("chain", self.chain.word());
        Text::new("event-cause-not-yet-known").with("chain", chain).with("until", self.until).with("words", &self.words)
    }
}
