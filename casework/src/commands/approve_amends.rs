//! Amends above the asker's limit get a yes or a no from somebody whose limit is enough, within a working day (S160, C14).
use super::Asks;
use super::grant_amends::{cents, limit_cents, said};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{AmendsId, PersonId};
use crate::kinds::AmendsKind;
use crate::money::Money;
use crate::parts::Said;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Your answer to amends that wait; a no says what we do instead.
    pub struct ApproveAmends {
        /// Which amends.
        pub amends: AmendsId,
        /// Yes, or no; yes when left out.
        pub answer: Option<Said>,
        /// Why; a no needs it.
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmendsApproved {
    pub amends: AmendsId,
    pub kind: AmendsKind,
    pub value: Option<Money>,
    pub due: Timestamp,
    pub by: PersonId,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmendsDeclined {
    pub amends: AmendsId,
    pub kind: AmendsKind,
    pub value: Option<Money>,
    pub by: PersonId,
    pub words: String,
}

impl Asks for ApproveAmends {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        let Some(amends) = draft.case.amends.iter().find(|a| a.id == self.amends).cloned() else {
            return Err(Refusal::missing("no-such-amends").about("amends"));
        };
        if amends.approved_by.is_some() || !amends.stands() {
            return Err(Refusal::state("amends-answered").about("amends"));
        }
        if amends.granted_by == by {
            return Err(Refusal::rights("not-your-own").about("amends"));
        }
        if self.answer == Some(Said::No) {
            Refusal::unless_said(&self.words, "words", "reason-empty")?;
            let words = self.words.clone();
            draft.happened(AmendsDeclined {
                amends: amends.id,
                kind: amends.kind,
                value: amends.value.clone(),
                by,
                words,
            });
        } else {
            let limit = limit_cents(draft, by);
            if cents(&amends.value) > limit {
                return Err(Refusal::rights("above-your-limit").about("amends").with("limit", limit / 100));
            }
            let (kind, value, due) = (amends.kind, amends.value.clone(), amends.due);
            draft.happened(AmendsApproved { amends: amends.id, kind, value, due, by });
        }
        let key = if self.answer == Some(Said::No) { "notice-amends-declined" } else { "notice-amends-approved" };
        let text = Text::new(key).with("what", said(amends.kind, &amends.value)).with("by", by);
        draft.notify(amends.granted_by, Urgency::CanWait, text.with("words", &self.words));
        Ok(())
    }
}

impl Happened for AmendsApproved {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(amends) = case.amends.iter_mut().find(|a| a.id == self.amends) {
            amends.approved_by = Some(self.by);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-amends-approved").with("what", said(self.kind, &self.value)).with("by", self.by)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-amends-approved").with("what", said(self.kind, &self.value)).with("due", self.due))
    }
}
impl Happened for AmendsDeclined {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(amends) = case.amends.iter_mut().find(|a| a.id == self.amends) {
            amends.refused = Some(self.words.clone());
        }
    }
    fn words(&self) -> Text {
        let text = Text::new("event-amends-declined").with("what", said(self.kind, &self.value));
        text.with("by", self.by).with("words", &self.words)
    }
}
