//! What may have caused it, before it is tried: of us before of others, never a person, never what was seen (S135, I23, X07).
use super::Asks;
use super::advance_prevention::cause_is_none;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{CauseId, WhyId};
use crate::kinds::Party;
use crate::parts::{Category, Cause, CauseState, Chain};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// Causes of one case, those ruled out too.
const CAUSES_AT_MOST: usize = 40;

asked! {
    /// Names what may have caused it, or words it anew.
    pub struct NameCause {
        /// The cause to word anew; a new one when left out.
        pub cause: Option<CauseId>,
        /// Why it came about, why it slipped past us, or what let both be.
        pub chain: Chain,
        /// Where on the fishbone it lies.
        pub category: Category,
        /// With whom it lies; with us, or with a third for a supplier's, when left out.
        pub lies_with: Option<Party>,
        /// The cause. Never a person: what let it happen?
        pub text: String,
        /// The why that it ends.
        pub why: Option<WhyId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CauseNamed {
    pub id: CauseId,
    pub chain: Chain,
    pub category: Category,
    pub lies_with: Party,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyId>,
}

impl Asks for NameCause {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        Refusal::unless_said(&self.text, "text", "cause-empty")?;
        cause_is_none(&self.text, "text", draft)?;
        let inside = &draft.case.inside;
        if self.why.is_some_and(|id| inside.why(id).is_none()) {
            return Err(Refusal::missing("no-such-why").about("why"));
        }
        match self.cause {
            Some(id) if inside.cause(id).is_none() => return Err(Refusal::missing("no-such-cause").about("cause")),
            None if inside.causes.len() >= CAUSES_AT_MOST => {
                return Err(Refusal::input("text", "too-many").with("most", CAUSES_AT_MOST));
            }
            _ => {}
        }
        let lies_with = self.lies_with.unwrap_or(match self.category {
            Category::UpstreamSupplier => Party::Third,
            _ => Party::Us,
        });
        if lies_with != Party::Us && !our_part_is_said(&draft.case, self.cause) {
            draft.gate(Gate::OurPartFirst, "our-cause-first").map_err(|r| r.about("lies_with"))?;
        }
        let id = self.cause.unwrap_or_else(|| CauseId(draft.new_id()));
        let text = self.text.trim().to_owned();
        draft.happened(CauseNamed { id, chain: self.chain, category: self.category, lies_with, text, why: self.why });
        Ok(())
    }
}

/// Ours was named before theirs: as a cause that was not ruled out, or when whose part it was was stated.
fn our_part_is_said(case: &Case, besides: Option<CauseId>) -> bool {
    let ours = |c: &&Cause| c.lies_with == Party::Us && c.state != CauseState::RuledOut && Some(c.id) != besides;
    case.fault.our_part.is_some() || case.inside.causes.iter().any(|c| ours(&c))
}

impl Happened for CauseNamed {
    /// Worded anew it is another claim, and has to be tried again.
    fn apply(&self, case: &mut Case, _: &When) {
        let new = Cause {
            id: self.id,
            chain: self.chain,
            category: self.category,
            lies_with: self.lies_with,
            text: self.text.clone(),
            why: self.why,
            state: CauseState::Candidate,
            tried: None,
        };
        let causes = &mut case.inside.causes;
        match causes.iter_mut().find(|cause| cause.id == self.id) {
            Some(cause) if cause.text == new.text => *cause = Cause { state: cause.state, tried: cause.tried.take(), ..new },
            Some(cause) => *cause = new,
            None => causes.push(new),
        }
    }
    fn words(&self) -> Text {
        Text::new("event-cause-named")
            .with("chain", choice("chain", self.chain.word()))
            .with("category", choice("category", self.category.word()))
            .with("text", &self.text)
    }
}
