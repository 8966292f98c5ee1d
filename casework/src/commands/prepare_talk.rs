//! A hard talk is thought through before it is held (S124, S127).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::Preparation;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// The preparation sheet; with *invited*, the customer was asked for a meeting or call as problem-solving.
    pub struct PrepareTalk {
        /// The sheet.
        pub sheet: Option<Preparation>,
        /// The sentence with which the customer was asked for a meeting or a call (S057).
        pub invitation: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TalkPrepared {
    pub asked: PrepareTalk,
}

impl Asks for PrepareTalk {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        if let Some(sheet) = &self.sheet {
            let parts = [("purpose", &sheet.purpose), ("their_concerns", &sheet.their_concerns), ("our_part", &sheet.our_part), ("two_ways_out", &sheet.two_ways_out), ("not_to_say", &sheet.not_to_say)];
            if let Some((field, _)) = parts.iter().find(|(_, text)| text.trim().is_empty()) {
                return Err(Refusal::input(field, "preparation-incomplete"));
            }
        }
        if self.sheet.is_none() && self.invitation.as_deref().is_none_or(|i| i.trim().is_empty()) {
            return Err(Refusal::input("sheet", "nothing-said"));
        }
        draft.happened(TalkPrepared { asked: self.clone() });
        Ok(())
    }
}

impl Happened for TalkPrepared {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(sheet) = &self.asked.sheet {
            case.contacts.prepared = Some(sheet.clone());
        }
        if self.asked.invitation.is_some() {
            case.contacts.invited_at = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        match (&self.asked.invitation, &self.asked.sheet) {
            (Some(invitation), _) => Text::new("event-talk-asked-for").with("words", invitation),
            (None, Some(sheet)) => Text::new("event-talk-prepared").with("purpose", &sheet.purpose),
            (None, None) => Text::new("event-talk-prepared").with("purpose", ""),
        }
    }
}
