//! The customer asks something; it stays open until it is answered (S213).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::QuestionId;
use crate::parts::Question;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Questions one case may hold.
const QUESTIONS_AT_MOST: usize = 100;

asked! {
    /// A question of the customer, in their words.
    pub struct AskQuestion {
        /// What they ask.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionAsked {
    pub id: QuestionId,
    pub words: String,
}

impl Asks for AskQuestion {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if self.words.trim().is_empty() {
            return Err(Refusal::input("words", "nothing-said"));
        }
        if draft.case.questions.len() >= QUESTIONS_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", QUESTIONS_AT_MOST));
        }
        let id = QuestionId(draft.new_id());
        draft.happened(QuestionAsked { id, words: self.words.clone() });
        Ok(())
    }
}

impl Happened for QuestionAsked {
    fn apply(&self, case: &mut Case, when: &When) {
        case.questions.push(Question { id: self.id, words: self.words.clone(), asked_at: when.happened_at, answer: None });
    }
    fn words(&self) -> Text {
        Text::new("event-question-asked").with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-question-asked").with("words", &self.words))
    }
}
