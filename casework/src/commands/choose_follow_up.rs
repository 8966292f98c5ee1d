//! What comes after *solved*: a call, a thank-you, a discount, a visit, or nothing and why (S214, S215).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::kinds::{FollowUpKind, Recovery};
use crate::parts::FollowUp;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Chooses the next step; the call a few days after is due whatever is chosen.
    pub struct ChooseFollowUp {
        /// What.
        pub kind: FollowUpKind,
        /// Why; needed when nothing is to follow.
        pub why: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUpChosen {
    pub kind: FollowUpKind,
    pub why: Option<String>,
}

impl Asks for ChooseFollowUp {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        ended(draft)?;
        if self.kind == FollowUpKind::Nothing {
            Refusal::unless_said(self.why.as_deref().unwrap_or(""), "why", "nothing-needs-why")?;
        }
        draft.happened(FollowUpChosen { kind: self.kind, why: self.why.clone() });
        Ok(())
    }
}

/// The customer has spoken, or never needed more: what follows is ours to do.
///
/// # Errors
/// `not-solved-yet` while the trouble still stands.
pub(super) fn ended(draft: &Draft) -> Result<(), Refusal> {
    match draft.case.recovery {
        Recovery::Solved | Recovery::Withdrawn | Recovery::StillWorks => Ok(()),
        _ => Err(Refusal::state("not-solved-yet")),
    }
}

/// The follow-up of the case; begun now when there is none.
pub(super) fn follow_up<'c>(case: &'c mut Case, kind: FollowUpKind, when: &When) -> &'c mut FollowUp {
    case.follow_up.get_or_insert(FollowUp {
        kind,
        why: None,
        chosen_at: when.recorded_at,
        called_at: None,
        result: None,
        call_us_first: None,
        strength: None,
        strength_before: None,
        done_at: None,
    })
}

impl Happened for FollowUpChosen {
    fn apply(&self, case: &mut Case, when: &When) {
        let follow_up = follow_up(case, self.kind, when);
        follow_up.kind = self.kind;
        follow_up.why.clone_from(&self.why);
        follow_up.chosen_at = when.recorded_at;
    }
    fn words(&self) -> Text {
        let text = Text::new("event-follow-up-chosen").with("kind", choice("follow-up-kind", self.kind.word()));
        text.with("why", self.why.as_deref().unwrap_or(""))
    }
}
