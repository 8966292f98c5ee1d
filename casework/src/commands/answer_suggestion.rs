//! What the customer proposed gets an answer: taken, partly or not, and why (S156, S164, C14).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::OptionId;
use crate::kinds::{Answered, Party};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Our answer to the customer's own proposal, as it was told to them.
    pub struct AnswerSuggestion {
        /// Which proposal.
        pub option: OptionId,
        /// Taken, partly or not.
        pub answer: Answered,
        /// What we told them, with the why.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SuggestionAnswered {
    pub option: OptionId,
    pub what: String,
    pub answer: Answered,
    pub words: String,
}

impl Asks for AnswerSuggestion {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let proposal = draft.case.option(self.option).filter(|o| o.from == Party::Customer);
        let Some(proposal) = proposal else {
            return Err(Refusal::missing("no-such-proposal").about("option"));
        };
        Refusal::unless_said(&self.words, "words", "answer-without-why")?;
        let chosen = draft.case.decision().is_some_and(|d| d.chosen == Some(self.option));
        if chosen && self.answer == Answered::NotTaken {
            return Err(Refusal::state("chosen-option-stands").about("option"));
        }
        let what = proposal.what.clone();
        draft.happened(SuggestionAnswered {
            option: self.option,
            what,
            answer: self.answer,
            words: self.words.clone(),
        });
        Ok(())
    }
}

impl Happened for SuggestionAnswered {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(option) = case.options.iter_mut().find(|o| o.id == self.option) {
            option.answer = Some(self.answer);
        }
    }
    fn words(&self) -> Text {
        let answer = choice("answered", self.answer.word());
        Text::new("event-suggestion-answered")
            .with("what", &self.what)
            .with("answer", answer)
            .with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        let answer = choice("answered", self.answer.word());
        Some(
            Text::new("told-suggestion-answered")
                .with("what", &self.what)
                .with("answer", answer)
                .with("words", &self.words),
        )
    }
}
