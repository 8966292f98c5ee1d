//! Where a signal stands: waiting, or ended in one of its ways.

use crate::{Cell, Column, Value};

/// Where a signal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    New,
    Snoozed,
    Case,
    Merged,
    Prevented,
    Dismissed,
}

impl Status {
    pub const ALL: [Status; 6] =
        [Status::New, Status::Snoozed, Status::Case, Status::Merged, Status::Prevented, Status::Dismissed];

    /// The word in the database and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Snoozed => "snoozed",
            Status::Case => "case",
            Status::Merged => "merged",
            Status::Prevented => "prevented",
            Status::Dismissed => "dismissed",
        }
    }
}

impl Column for Status {
    const EXPECTED: &'static str = "the status of a signal";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(word) = cell else { return None };
        Status::ALL.into_iter().find(|status| status.word() == word)
    }
}

impl From<Status> for Value<'_> {
    fn from(status: Status) -> Self {
        Value::Text(status.word().into())
    }
}
