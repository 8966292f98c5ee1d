//! How ids, words of closed lists and small structs of the field stand in one column each.
use crate::row::{Cell, Column, Record, Row};
use crate::{Fault, Value};
use casework::clock::ClockKind;
use casework::ids::*;
use casework::kinds::*;
use casework::notices::{About, ByMail};
use casework::parts::{PromiseState, Promised};
use casework::policy::CustomerRule;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl Column for $id {
            const EXPECTED: &'static str = "an id";
            fn of(cell: Cell<'_>) -> Option<Self> { uuid::Uuid::of(cell).map(Self) }
        }
        impl From<$id> for Value<'_> {
            fn from(id: $id) -> Self { Value::Id(id.0) }
        }
    )*};
}
ids!(
    AmendsId, CaseId, AccountId, ContactId, PersonId, PromiseId, SignalId, FileId, MailId, MessageId, ReportId,
    RequestId, ScarId
);

impl Column for CaseNumber {
    const EXPECTED: &'static str = "a case number";
    fn of(cell: Cell<'_>) -> Option<Self> {
        i64::of(cell).and_then(|n| u64::try_from(n).ok()).map(Self)
    }
}
impl From<CaseNumber> for Value<'_> {
    fn from(number: CaseNumber) -> Self {
        Value::Int(crate::facts::signed(number.0))
    }
}

/// Words of a closed list, each kept as its word.
macro_rules! choices {
    ($($choice:ident),*) => {$(
        impl $crate::row::Column for $choice {
            const EXPECTED: &'static str = stringify!($choice);
            fn of(cell: $crate::row::Cell<'_>) -> Option<Self> {
                match cell { $crate::row::Cell::Text(word) => Self::from_word(word), _ => None }
            }
        }
        impl From<$choice> for $crate::Value<'_> {
            fn from(choice: $choice) -> Self { $crate::Value::Text(choice.word().into()) }
        }
    )*};
}
pub(crate) use choices;
choices!(About, ByMail, ClockKind, Prevention, PromiseState, Promised, Recovery, TroubleKind, Origin);

impl Column for Severity {
    const EXPECTED: &'static str = "a severity, 0 to 2";
    fn of(cell: Cell<'_>) -> Option<Self> {
        i64::of(cell).and_then(|rank| Self::ALL.get(usize::try_from(rank).ok()?).copied())
    }
}
impl From<Severity> for Value<'_> {
    fn from(severity: Severity) -> Self {
        Value::Int(severity as i64)
    }
}

/// Roles stand as words with spaces between; a word of a later version is passed over.
impl Column for Vec<Role> {
    const EXPECTED: &'static str = "words of roles";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(words) => Some(words.split_whitespace().filter_map(Role::from_word).collect()),
            _ => None,
        }
    }
}
pub(crate) fn role_words(roles: &[Role]) -> String {
    roles.iter().map(|r| r.word()).collect::<Vec<_>>().join(" ")
}

/// Two columns, both empty or both filled.
impl Record for Option<(u16, u16)> {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let (from, to) = (row.take::<Option<u16>>()?, row.take::<Option<u16>>()?);
        Ok(from.zip(to))
    }
}

impl Column for Vec<CustomerRule> {
    const EXPECTED: &'static str = "the rules of a customer as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

pub(crate) fn json<T: serde::de::DeserializeOwned>(cell: Cell<'_>) -> Option<T> {
    match cell {
        Cell::Text(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}
/// # Errors
/// When a map has keys that are no text: a bug.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|e| Fault::Engine(e.into()))
}

/// How a name is compared and sorted: without case and without marks on letters, on both engines alike.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The first text that does not begin with `prefix`, for a range in an index.
pub(crate) fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}
