//! A question of the customer is answered; an open one keeps the case from closing (S213).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::QuestionId;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// The answer as it was given to the customer.
    pub struct AnswerQuestion {
        /// Which question.
        pub question: QuestionId,
        /// The answer.
        pub answer: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionAnswered {
    pub question: QuestionId,
    pub answer: String,
}

impl Asks for AnswerQuestion {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if !draft.case.questions.iter().any(|q| q.id == self.question) {
            return Err(Refusal::missing("no-such-question").about("question"));
        }
        if self.answer.trim().is_empty() {
            return Err(Refusal::input("answer", "nothing-said"));
        }
        draft.happened(QuestionAnswered { question: self.question, answer: self.answer.clone() });
        Ok(())
    }
}

impl Happened for QuestionAnswered {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(question) = case.questions.iter_mut().find(|q| q.id == self.question) {
            question.answer = Some(self.answer.clone());
        }
    }
    fn words(&self) -> Text {
        Text::new("event-question-answered").with("answer", &self.answer)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-question-answered").with("answer", &self.answer))
    }
}
