//! Somebody other than the doer looked whether the harm is stopped at a place (DOMAIN 4.3).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::parts::{Place, Said, Seconded};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Says that you looked at a place and that it holds there. Numbers given later ask for a new look.
    pub struct VerifyContainment {
        /// Which place.
        pub place: Place,
        /// What you saw.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContainmentVerified {
    pub place: Place,
    pub by: PersonId,
    pub words: String,
}

impl Asks for VerifyContainment {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let Some(there) = draft.case.inside.place(self.place).filter(|c| c.applies == Said::Yes) else {
            return Err(Refusal::state("nothing-contained-there").about("place"));
        };
        if there.done_by == by {
            return Err(Refusal::law("somebody-else-verifies").about("place"));
        }
        draft.happened(ContainmentVerified { place: self.place, by, words: self.words.trim().to_owned() });
        Ok(())
    }
}

impl Happened for ContainmentVerified {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(there) = case.inside.places.iter_mut().find(|c| c.place == self.place) {
            there.verified = Some(Seconded { by: self.by, at: when.happened_at, words: self.words.clone() });
        }
    }
    fn words(&self) -> Text {
        let place = choice("place", self.place.word());
        Text::new("event-containment-verified").with("place", place).with("words", &self.words)
    }
}
