//! What held the harm back is taken away on purpose, once the lasting actions are in place (DOMAIN 5.6, D6).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::parts::{Containment, Place, Seconded};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Ends the sorting or holding back at a place.
    pub struct RemoveContainment {
        /// Which place.
        pub place: Place,
        /// Why it is not needed any more: the first lot that was good without it.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContainmentRemoved {
    pub place: Place,
    pub by: PersonId,
    pub words: String,
}

impl Asks for RemoveContainment {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.words, "words", "removed-without-why")?;
        let inside = &draft.case.inside;
        if !inside.place(self.place).is_some_and(Containment::stands) {
            return Err(Refusal::state("nothing-contained-there").about("place"));
        }
        if inside.all_done_at().is_none() {
            return Err(Refusal::state("actions-before-removal").about("place"));
        }
        draft.happened(ContainmentRemoved { place: self.place, by, words: self.words.trim().to_owned() });
        Ok(())
    }
}

impl Happened for ContainmentRemoved {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(there) = case.inside.places.iter_mut().find(|c| c.place == self.place) {
            there.removed = Some(Seconded { by: self.by, at: when.happened_at, words: self.words.clone() });
        }
    }
    fn words(&self) -> Text {
        let place = choice("place", self.place.word());
        Text::new("event-containment-removed").with("place", place).with("words", &self.words)
    }
}
