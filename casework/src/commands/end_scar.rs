//! Nothing more is asked of a supplier: all is answered, or it goes on without them, and why.
use super::Asks;
use super::ask_supplier::called;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ScarId};
use crate::parts::ScarEnd;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Ends a request to a supplier; their page says so, and nothing more is answered there.
    pub struct EndScar {
        /// The request.
        pub scar: ScarId,
        /// What came of it, or why it goes on without their answer.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScarEnded {
    pub scar: ScarId,
    pub number: String,
    pub supplier: String,
    pub words: String,
    pub by: PersonId,
}

impl Asks for EndScar {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let scar = draft.case.inside.scar(self.scar).ok_or(Refusal::missing("no-such-scar").about("scar"))?;
        if !scar.is_open() {
            return Err(Refusal::state("scar-ended").about("scar"));
        }
        Refusal::unless_said(&self.words, "words", "scar-end-empty")?;
        if scar.waiting().next().is_some() {
            return Err(Refusal::state("scar-answer-waits").about("scar"));
        }
        let supplier = scar.request.supplier.clone();
        let (number, words) = (called(&draft.case, self.scar), self.words.trim().to_owned());
        draft.happened(ScarEnded { scar: self.scar, number, supplier, words, by });
        Ok(())
    }
}

impl Happened for ScarEnded {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(scar) = case.inside.scars.iter_mut().find(|scar| scar.id == self.scar) {
            scar.ended = Some(ScarEnd { words: self.words.clone(), by: self.by, at: when.recorded_at });
        }
    }
    fn words(&self) -> Text {
        Text::new("event-scar-ended")
            .with("number", &self.number)
            .with("supplier", &self.supplier)
            .with("words", &self.words)
    }
}
