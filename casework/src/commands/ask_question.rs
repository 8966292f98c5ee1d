//! The customer asks something; it stays open until it is answered (S213).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::{ContactId, QuestionId};
use crate::parts::Question;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Questions one case may hold.
const QUESTIONS_AT_MOST: usize = 100;
/// Questions without an answer, after which we answer before they ask on by their link.
const WAITING_AT_MOST: usize = 20;

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
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        room_for_another(draft)?;
        let id = QuestionId(draft.new_id());
        draft.happened(QuestionAsked { id, words: self.words.clone() });
        Ok(())
    }
    fn theirs(&self, _: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::leaves_room(facts.case.questions.len(), QUESTIONS_AT_MOST)
    }
}

/// A case holds so many; and a contact waits for answers before they ask more, so that no page is pressed ten thousand times.
///
/// # Errors
/// `too-many`.
pub(super) fn room_for_another(draft: &Draft) -> Result<(), Refusal> {
    let waiting = draft.case.questions.iter().filter(|q| q.answer.is_none()).count();
    let by_link = matches!(draft.facts.actor, crate::facts::Actor::Customer(_));
    if draft.case.questions.len() >= QUESTIONS_AT_MOST || by_link && waiting >= WAITING_AT_MOST {
        return Err(Refusal::input("words", "too-many").with("most", QUESTIONS_AT_MOST));
    }
    Ok(())
}

impl Happened for QuestionAsked {
    fn apply(&self, case: &mut Case, when: &When) {
        case.questions.push(Question { id: self.id, words: self.words.clone(), asked_at: when.happened_at, answer: None, corrects: None });
    }
    fn words(&self) -> Text {
        Text::new("event-question-asked").with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-question-asked").with("words", &self.words))
    }
}
