//! Two cases belong together and stay two: the same lot, the same cause, the same supplier.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CaseId, CaseNumber};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Links one case may hold.
pub(super) const LINKS_AT_MOST: usize = 50;

asked! {
    /// Links this case with another, of this customer or of another.
    pub struct LinkCases {
        /// The number of the other case.
        pub with: CaseNumber,
        /// What they have in common.
        pub why: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseLinked {
    pub other: CaseId,
    pub number: CaseNumber,
    pub why: String,
}

impl Asks for LinkCases {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if !draft.case.exists() {
            return Err(Refusal::missing("no-such-case"));
        }
        let other = super::merge_cases::other(draft, self.with, "with")?;
        let (id, number, theirs) = (other.id, other.number, other.linked.len());
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        if draft.case.linked.contains(&id) {
            return Err(Refusal::state("already-linked").about("with"));
        }
        if draft.case.linked.len().max(theirs) >= LINKS_AT_MOST {
            return Err(Refusal::input("with", "too-many").with("most", LINKS_AT_MOST));
        }
        let back = CaseLinked { other: draft.case.id, number: draft.case.number, why: self.why.clone() };
        draft.happened(CaseLinked { other: id, number, why: self.why.clone() });
        draft.happened_on_other(back);
        Ok(())
    }
}

impl Happened for CaseLinked {
    fn apply(&self, case: &mut Case, _: &When) {
        if !case.linked.contains(&self.other) {
            case.linked.push(self.other);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-case-linked").with("number", self.number).with("why", &self.why)
    }
}
