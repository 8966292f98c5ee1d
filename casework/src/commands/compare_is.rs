//! A row of *is* and *is not*: what differs between the two and what changed there leads to the cause (DOMAIN 5.6, D2).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::RowId;
use crate::parts::{Aspect, CauseState, IsRow};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// Rows of one table.
const ROWS_AT_MOST: usize = 40;

asked! {
    /// Adds a row, changes one, or takes one away by leaving both sides empty.
    pub struct CompareIs {
        /// The row to change; a new one when left out.
        pub row: Option<RowId>,
        /// What it compares.
        pub aspect: Aspect,
        /// What it is.
        #[serde(default)]
        pub is: String,
        /// What it could be and is not.
        #[serde(default)]
        pub is_not: String,
        /// What is different between the two.
        #[serde(default)]
        pub distinction: String,
        /// What changed there, and when.
        #[serde(default)]
        pub change: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IsCompared {
    pub id: RowId,
    pub aspect: Aspect,
    pub is: String,
    pub is_not: String,
    pub distinction: String,
    pub change: String,
}

impl Asks for CompareIs {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let inside = &draft.case.inside;
        let blank = self.is.trim().is_empty() && self.is_not.trim().is_empty();
        match self.row {
            Some(row) if inside.row(row).is_none() => return Err(Refusal::missing("no-such-row").about("row")),
            Some(row) if blank => {
                let leans = |state| inside.causes.iter().any(|c| c.state == state && c.tried.as_ref().is_some_and(|t| t.rows.contains(&row)));
                if leans(CauseState::Verified) || leans(CauseState::RuledOut) {
                    return Err(Refusal::state("row-is-leant-on").about("row"));
                }
            }
            Some(_) => {}
            None => {
                Refusal::unless_said(&self.is, "is", "row-without-is")?;
                if inside.rows.len() >= ROWS_AT_MOST {
                    return Err(Refusal::input("is", "too-many").with("most", ROWS_AT_MOST));
                }
            }
        }
        let id = self.row.unwrap_or_else(|| RowId(draft.new_id()));
        let text = |words: &String| words.trim().to_owned();
        let (is, is_not) = (text(&self.is), text(&self.is_not));
        let (distinction, change) = (text(&self.distinction), text(&self.change));
        draft.happened(IsCompared { id, aspect: self.aspect, is, is_not, distinction, change });
        Ok(())
    }
}

impl Happened for IsCompared {
    fn apply(&self, case: &mut Case, _: &When) {
        let rows = &mut case.inside.rows;
        if self.is.is_empty() && self.is_not.is_empty() {
            return rows.retain(|row| row.id != self.id);
        }
        let new = IsRow {
            id: self.id,
            aspect: self.aspect,
            is: self.is.clone(),
            is_not: self.is_not.clone(),
            distinction: self.distinction.clone(),
            change: self.change.clone(),
        };
        match rows.iter_mut().find(|row| row.id == self.id) {
            Some(row) => *row = new,
            None => rows.push(new),
        }
    }
    fn words(&self) -> Text {
        let key = if self.is.is_empty() && self.is_not.is_empty() { "event-is-row-away" } else { "event-is-compared" };
        Text::new(key)
            .with("aspect", choice("aspect", self.aspect.word()))
            .with("is", &self.is)
            .with("not", &self.is_not)
    }
}
