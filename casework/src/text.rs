//! What is to be said, before it is put into a language: a key of the catalogue and its parts.
use crate::ids::{AccountId, CaseNumber, ContactId, PersonId};
use crate::money::Money;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A sentence of the catalogue (`locale/`) with its parts; the edge words it for a reader's language and zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    pub key: String,
    pub parts: Vec<(Cow<'static, str>, Part)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Said(String),
    Number(i64),
    Time(Timestamp),
    Date(Date),
    Person(PersonId),
    Contact(ContactId),
    Account(AccountId),
    Case(CaseNumber),
    Money(Money),
    /// Another entry of the catalogue, such as the word for a kind.
    Key(String),
    /// Several, joined as a list.
    List(Vec<Part>),
}

impl Text {
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), parts: Vec::new() }
    }
    pub fn with(mut self, name: &'static str, part: impl Into<Part>) -> Self {
        self.parts.push((name.into(), part.into()));
        self
    }
}

macro_rules! parts {
    ($($t:ty => |$v:ident| $e:expr),* $(,)?) => {$(impl From<$t> for Part { fn from($v: $t) -> Self { $e } })*};
}
parts! {
    String => |v| Part::Said(v), &String => |v| Part::Said(v.clone()), &str => |v| Part::Said(v.to_owned()),
    i64 => |v| Part::Number(v), u64 => |v| Part::Number(v.try_into().unwrap_or(i64::MAX)), u32 => |v| Part::Number(v.into()), u8 => |v| Part::Number(v.into()),
    usize => |v| Part::Number(v.try_into().unwrap_or(i64::MAX)),
    Timestamp => |v| Part::Time(v), Date => |v| Part::Date(v), PersonId => |v| Part::Person(v), ContactId => |v| Part::Contact(v),
    AccountId => |v| Part::Account(v), CaseNumber => |v| Part::Case(v), Money => |v| Part::Money(v), &Money => |v| Part::Money(v.clone()),
}
/// The catalogue's word for a choice: `channel-phone` for `Channel::Phone`.
pub fn choice(family: &str, word: &str) -> Part {
    Part::Key(format!("{family}-{}", word.replace('_', "-")))
}
