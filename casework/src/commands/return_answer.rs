//! A supplier's answer is not enough: they read what is missing and by when it is asked for again.
use super::Asks;
use super::ask_supplier::called;
use super::take_over_answer::{to_weigh, weigh};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, ScarId};
use crate::parts::{ScarPart, Verdict, Weighed};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use crate::upstream::unnamed;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says what is missing in a supplier's answer. They read it.
    pub struct ReturnAnswer {
        /// The request.
        pub scar: ScarId,
        /// Which of its answers, 1 for the first.
        pub answer: u16,
        /// What is missing. They read it: never whose case it is.
        pub words: String,
        /// By when it is asked for again.
        pub again_by: Timestamp,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerReturned {
    pub scar: ScarId,
    pub answer: u16,
    pub number: String,
    pub part: ScarPart,
    pub words: String,
    pub again_by: Timestamp,
    pub by: PersonId,
}

impl Asks for ReturnAnswer {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let part = to_weigh(&draft.case, self.scar, self.answer)?.1.part;
        Refusal::unless_said(&self.words, "words", "answer-what-is-missing")?;
        unnamed(&self.words, "words", &draft.facts.account.name)?;
        if self.again_by <= draft.now() {
            return Err(Refusal::input("again_by", "scar-due-in-the-past"));
        }
        let (number, words) = (called(&draft.case, self.scar), self.words.trim().to_owned());
        let (scar, answer, again_by) = (self.scar, self.answer, self.again_by);
        draft.happened(AnswerReturned { scar, answer, number, part, words, again_by, by });
        Ok(())
    }
}

impl Happened for AnswerReturned {
    fn apply(&self, case: &mut Case, when: &When) {
        let weighed = Weighed {
            verdict: Verdict::NotEnough,
            words: self.words.clone(),
            again_by: Some(self.again_by),
            became: None,
            by: self.by,
            at: when.recorded_at,
        };
        weigh(case, self.scar, self.answer, weighed);
    }
    fn words(&self) -> Text {
        Text::new("event-answer-returned")
            .with("number", &self.number)
            .with("part", choice("scar-part", self.part.word()))
            .with("words", &self.words)
            .with("due", self.again_by)
    }
}
