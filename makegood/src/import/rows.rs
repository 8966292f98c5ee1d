//! What a file or a batch of rows holds: orders, or one of the lists about their lines.

use super::fact_list::{FactField, ListKind};
use super::headers::{Field, FileField as _};

/// What comes in as rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    Orders,
    List(ListKind),
}

impl Rows {
    /// All of them, orders first.
    pub fn all() -> impl Iterator<Item = Rows> {
        std::iter::once(Rows::Orders).chain(ListKind::ALL.into_iter().map(Rows::List))
    }

    pub fn from_word(word: &str) -> Option<Rows> {
        Rows::all().find(|rows| rows.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Rows::Orders => "orders",
            Rows::List(kind) => kind.word(),
        }
    }

    /// The words of its fields.
    pub fn fields(self) -> Vec<&'static str> {
        match self {
            Rows::Orders => Field::ALL.iter().map(|field| field.word()).collect(),
            Rows::List(kind) => kind.fields().into_iter().map(FactField::word).collect(),
        }
    }
}
