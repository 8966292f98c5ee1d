//! A why or an idea of the customer gets an answer by name: taken up, not taken up and why, or still looking until when (S164, C14).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{IdeaId, PersonId};
use crate::parts::{Became, IdeaAnswer};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Our answer to a why or an idea of theirs; they read it on their page with the name of who gave it.
    pub struct AnswerIdea {
        /// Which one.
        pub idea: IdeaId,
        /// Taken up, not taken up, or still looking.
        pub became: Became,
        /// What we tell them, with the why.
        pub words: String,
        /// By when they hear more; needed while we are still looking.
        pub again_by: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdeaAnswered {
    pub idea: IdeaId,
    pub what: String,
    pub became: Became,
    pub words: String,
    pub by: PersonId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_by: Option<Timestamp>,
}

impl Asks for AnswerIdea {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        let Some(what) = draft.case.joint.idea(self.idea).map(|idea| idea.words.clone()) else {
            return Err(Refusal::missing("no-such-idea").about("idea"));
        };
        Refusal::unless_said(&self.words, "words", "answer-without-why")?;
        let again_by = self.again_by.filter(|_| self.became == Became::StillLooking);
        match again_by {
            None if self.became == Became::StillLooking => {
                return Err(Refusal::input("again_by", "still-looking-until-when"));
            }
            Some(at) if at <= draft.now() => return Err(Refusal::input("again_by", "arrives-in-the-past")),
            _ => {}
        }
        let (idea, became, words) = (self.idea, self.became, self.words.clone());
        draft.happened(IdeaAnswered { idea, what, became, words, by, again_by });
        Ok(())
    }
}

impl Happened for IdeaAnswered {
    fn apply(&self, case: &mut Case, when: &When) {
        let (became, words, by) = (self.became, self.words.clone(), self.by);
        if let Some(idea) = case.joint.ideas.iter_mut().find(|idea| idea.id == self.idea) {
            idea.answer = Some(IdeaAnswer { became, words, by, at: when.happened_at, again_by: self.again_by });
        }
    }
    fn words(&self) -> Text {
        self.said("event-idea-answered")
    }
    fn told(&self) -> Option<Text> {
        Some(self.said("told-idea-answered"))
    }
}

impl IdeaAnswered {
    fn said(&self, key: &str) -> Text {
        Text::new(key)
            .with("by", self.by)
            .with("what", &self.what)
            .with("became", choice("idea-became", self.became.word()))
            .with("words", &self.words)
    }
}
