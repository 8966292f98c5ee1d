//! What was promised to say sorry is really given, with proof; until then it is a promise (S158).
use super::Asks;
use super::grant_amends::said;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::AmendsId;
use crate::kinds::AmendsKind;
use crate::money::Money;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that amends were given, and what shows it.
    pub struct GiveAmends {
        /// Which amends.
        pub amends: AmendsId,
        /// What shows it: a credit note's number, a delivery note.
        pub proof: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmendsGiven {
    pub amends: AmendsId,
    pub kind: AmendsKind,
    pub value: Option<Money>,
    pub proof: String,
}

impl Asks for GiveAmends {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(amends) = draft.case.amends.iter().find(|a| a.id == self.amends).cloned() else {
            return Err(Refusal::missing("no-such-amends").about("amends"));
        };
        if amends.approved_by.is_none() {
            return Err(Refusal::state("amends-not-approved").about("amends"));
        }
        if amends.given.is_some() {
            return Err(Refusal::state("amends-given-already").about("amends"));
        }
        Refusal::unless_said(&self.proof, "proof", "amends-without-proof")?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        draft.happened(AmendsGiven {
            amends: amends.id,
            kind: amends.kind,
            value: amends.value,
            proof: self.proof.clone(),
        });
        Ok(())
    }
}

impl Happened for AmendsGiven {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(amends) = case.amends.iter_mut().find(|a| a.id == self.amends) {
            amends.given = Some(self.proof.clone());
            amends.given_at = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-amends-given").with("what", said(self.kind, &self.value)).with("proof", &self.proof)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-amends-given").with("what", said(self.kind, &self.value)))
    }
}
