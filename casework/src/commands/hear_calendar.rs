//! Somebody at the customer pressed a button in their calendar. That is a hint for whoever keeps the appointment: it agrees nothing, confirms
//! nothing and meets no clock; a talk does.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ContactId, MessageId};
use crate::kinds::CalendarAnswer;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Letters of the appointment's name that stand in the history.
const SUMMARY_AT_MOST: usize = 200;

asked! {
    /// The answer of a calendar to an appointment of ours.
    pub struct HearCalendar {
        /// The mail it came with, as it is kept.
        pub message: MessageId,
        /// Whose calendar answered.
        pub from: ContactId,
        /// What was pressed.
        pub answer: CalendarAnswer,
        /// What the appointment is called.
        #[serde(default)]
        pub summary: String,
        /// When it arrived; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarAnswered {
    pub message: MessageId,
    pub from: ContactId,
    pub answer: CalendarAnswer,
    pub summary: String,
}

impl Asks for HearCalendar {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.from, "from")?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()).min(draft.now()))?;
        let summary: String = self.summary.trim().chars().take(SUMMARY_AT_MOST).collect();
        draft.happened(CalendarAnswered {
            message: self.message,
            from: self.from,
            answer: self.answer,
            summary: summary.clone(),
        });
        let owner = draft.case.team.owner;
        let text = Text::new("notice-calendar-answered")
            .with("by", self.from)
            .with("answer", choice("calendar-answer", self.answer.word()))
            .with("summary", summary);
        draft.notify(owner, Urgency::CanWait, text);
        Ok(())
    }
}

impl Happened for CalendarAnswered {
    /// A hint changes nothing.
    fn apply(&self, _: &mut Case, _: &When) {}
    fn words(&self) -> Text {
        Text::new("event-calendar-answered")
            .with("by", self.from)
            .with("answer", choice("calendar-answer", self.answer.word()))
            .with("summary", &self.summary)
    }
}
