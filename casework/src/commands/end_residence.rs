//! The customer says that nobody of ours is needed at their site any more; only their word ends a stay (S190).
use super::assign_resident::active;
use super::{Asks, PromiseOutcome, SettlePromise};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, PersonId};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Ends the stay of a colleague at the customer's site.
    pub struct EndResidence {
        /// Who comes back.
        pub person: PersonId,
        /// The contact of the customer who said it is enough.
        pub by: ContactId,
        /// How they said it.
        pub words: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResidenceEnded {
    pub person: PersonId,
    pub by: ContactId,
    pub words: String,
}

impl Asks for EndResidence {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        let Some(stay) = active(&draft.case, self.person).cloned() else {
            return Err(Refusal::missing("no-resident").about("person"));
        };
        Refusal::unless_said(&self.words, "words", "release-without-words")?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if draft.case.owed_promises().any(|p| p.id == stay.next_report) {
            let (outcome, words) = (PromiseOutcome::Released, Some(self.words.clone()));
            let released = SettlePromise {
                promise: stay.next_report,
                outcome,
                proof: None,
                released_by: Some(self.by),
                words,
                happened_at: None,
            };
            released.decide(draft)?;
        }
        draft.happened(ResidenceEnded { person: self.person, by: self.by, words: self.words.clone() });
        Ok(())
    }
}

impl Happened for ResidenceEnded {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(stay) = case.residents.iter_mut().find(|r| r.person == self.person && r.ended.is_none()) {
            stay.ended = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        let text = Text::new("event-residence-ended").with("person", self.person).with("by", self.by);
        text.with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-residence-ended").with("person", self.person))
    }
}
