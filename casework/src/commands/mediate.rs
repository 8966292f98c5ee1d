//! Somebody impartial helps, when the rungs below are done and both sides want it (X17, S199-S202).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId};
use crate::kinds::Recovery;
use crate::parts::{Mediation, Said};
use crate::recovery;
use crate::refusal::Refusal;
use crate::stuck;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Appoints a mediator whom both sides accept.
    pub struct Mediate {
        /// Who mediates.
        pub mediator: String,
        /// Why they are impartial, in a sentence.
        pub impartial: String,
        /// We accept them.
        pub we_accept: Said,
        /// The contact who accepts them for the customer.
        pub accepted_by: Option<ContactId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediationMoved {
    pub mediator: String,
    pub impartial: String,
    pub accepted_by: ContactId,
    pub by: PersonId,
}

/// Who it is stays with the case; in cases of before it stands in the event above alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediatorNamed {
    pub mediator: String,
    pub impartial: String,
    pub accepted_by: ContactId,
    pub by: PersonId,
}

impl Asks for Mediate {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        if draft.case.recovery != Recovery::NotAgreed {
            return Err(Refusal::state("mediation-after-not-agreed"));
        }
        Refusal::unless_said(&self.mediator, "mediator", "mediator-empty")?;
        Refusal::unless_said(&self.impartial, "impartial", "mediator-impartial")?;
        let (Said::Yes, Some(accepted_by)) = (self.we_accept, self.accepted_by) else {
            return Err(Refusal::law("mediation-needs-both").about("accepted_by"));
        };
        draft.contact(accepted_by, "accepted_by")?;
        if stuck::rungs(&draft.case, draft.facts.director()).iter().any(|(_, done)| *done == Said::No) {
            draft.gate(Gate::Ladder, "mediation-too-early")?;
        }
        let (mediator, impartial) = (self.mediator.clone(), self.impartial.clone());
        let named = MediatorNamed { mediator: mediator.clone(), impartial: impartial.clone(), accepted_by, by };
        draft.happened(MediationMoved { mediator, impartial, accepted_by, by });
        draft.happened(named);
        Ok(())
    }
}

impl Happened for MediatorNamed {
    fn apply(&self, case: &mut Case, when: &When) {
        case.mediation = Some(Mediation {
            mediator: self.mediator.clone(),
            impartial: self.impartial.clone(),
            accepted_by_us: self.by,
            accepted_by_them: self.accepted_by,
            at: when.recorded_at,
            outcome: None,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-mediator-named").with("mediator", &self.mediator).with("impartial", &self.impartial)
    }
}

impl Happened for MediationMoved {
    fn apply(&self, case: &mut Case, when: &When) {
        recovery::enter(case, Recovery::InMediation, when);
    }
    fn words(&self) -> Text {
        Text::new("event-mediation").with("mediator", &self.mediator).with("by", self.accepted_by)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-mediation").with("mediator", &self.mediator))
    }
}
