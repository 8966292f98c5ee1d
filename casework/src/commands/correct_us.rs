//! The customer corrects what we heard, or asks for a change of the plan; both are owed an answer (S079, S168, S187).
use super::Asks;
use super::ask_question::room_for_another;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::{ContactId, QuestionId};
use crate::parts::{Corrects, Question};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// What we heard or planned is not right, in the customer's words. It stays open until it is answered.
    pub struct CorrectUs {
        /// Who says it.
        pub by: ContactId,
        /// What we heard from them, or the plan.
        pub about: Corrects,
        /// What is not right, and how it is.
        pub words: String,
        /// When they said it; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    pub id: QuestionId,
    pub by: ContactId,
    pub about: Corrects,
    pub words: String,
}

impl Asks for CorrectUs {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        if self.about == Corrects::Plan && draft.case.plan.is_none() {
            return Err(Refusal::state("no-plan-yet").about("about"));
        }
        room_for_another(draft)?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let id = QuestionId(draft.new_id());
        draft.happened(Corrected { id, by: self.by, about: self.about, words: self.words.trim().to_owned() });
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")
    }
}

impl Happened for Corrected {
    fn apply(&self, case: &mut Case, when: &When) {
        let (words, asked_at, corrects) = (self.words.clone(), when.happened_at, Some(self.about));
        case.questions.push(Question { id: self.id, words, asked_at, answer: None, corrects });
    }
    fn words(&self) -> Text {
        let about = choice("corrects", self.about.word());
        Text::new("event-corrected").with("by", self.by).with("about", about).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new(format!("told-corrected-{}", self.about.word())).with("words", &self.words))
    }
}
