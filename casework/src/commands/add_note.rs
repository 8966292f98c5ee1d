//! A note for colleagues; it looks different from what the customer said and never reaches them.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Characters of a note.
const NOTE_AT_MOST: usize = 20_000;

asked! {
    /// A note for colleagues.
    pub struct AddNote {
        /// The note.
        pub text: String,
        /// When it happened; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteAdded {
    pub text: String,
}

impl Asks for AddNote {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if !draft.case.exists() {
            return Err(Refusal::missing("no-such-case"));
        }
        if self.text.trim().is_empty() {
            return Err(Refusal::input("text", "nothing-said"));
        }
        if self.text.chars().count() > NOTE_AT_MOST {
            return Err(Refusal::input("text", "too-long").with("most", NOTE_AT_MOST));
        }
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        draft.happened(NoteAdded { text: self.text.clone() });
        Ok(())
    }
}

impl Happened for NoteAdded {
    fn apply(&self, _: &mut Case, _: &When) {}
    fn words(&self) -> Text {
        Text::new("event-note-added").with("text", &self.text)
    }
}
