//! What stands on a sheet, already in the reader's language. Page, PDF and table are made from the same one; it knows no case.
use serde::{Deserialize, Serialize};

/// A whole report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The language it is written in: `de`.
    pub lang: String,
    /// What kind of report it is: `8D report`.
    pub kind: String,
    /// What it is about, in the customer's words.
    pub title: String,
    pub number: String,
    pub revision: String,
    /// The day that it states, as `2026-11-27`; it is also the date of the document.
    pub day: String,
    /// The same for reading.
    pub dated: String,
    pub from: String,
    pub to: String,
    /// What makes this one special: safety, repeat.
    pub marks: Vec<String>,
    pub head: Vec<Field>,
    /// How far each step is.
    pub steps: Vec<Step>,
    pub parts: Vec<Part>,
    pub words: Words,
}

/// The few words that the setting itself adds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    pub page: String,
    pub of: String,
    /// For a picture that cannot be shown.
    pub no_picture: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub label: String,
    pub value: String,
}

/// How far a step is. There is no colour for it: the word says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    Done,
    Begun,
    Open,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub code: String,
    pub reached: Reached,
    pub said: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// `D3`, or nothing for an annex.
    pub code: String,
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph or several, under a small heading if it has one.
    Text {
        label: String,
        text: String,
    },
    /// The customer's own words.
    Quote {
        label: String,
        text: String,
        by: String,
    },
    Fields {
        label: String,
        items: Vec<Field>,
    },
    Table(Table),
    /// One why after the other, down to the cause.
    Chain {
        label: String,
        steps: Vec<String>,
        cause: Field,
        proof: Field,
    },
    Pictures {
        items: Vec<Picture>,
    },
    /// *Not yet known, until …*: said as openly as the rest.
    Waiting {
        text: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Words,
    Number,
    /// Short and never broken: a date, a lot, a revision.
    Mark,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub head: String,
    pub kind: Kind,
    /// Its share of the width, if it holds words.
    pub share: u8,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub label: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// The last line, if the numbers add up to something.
    #[serde(default)]
    pub total: Vec<String>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Which of the files that come along.
    pub file: String,
    pub caption: String,
    /// What is to be seen, for those who cannot see it.
    pub alt: String,
    pub spots: Vec<Spot>,
}

/// A place on a picture, in thousandths of its width and height.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    pub across: u16,
    pub down: u16,
    pub said: String,
}

/// A picture's bytes, by the name that the sheet uses.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Block {
    pub fn text(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Text { label: label.into(), text: text.into() }
    }
}

impl Column {
    pub fn words(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), kind: Kind::Words, share }
    }
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: Kind::Number, share: 0 }
    }
    pub fn mark(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: Kind::Mark, share: 0 }
    }
}

impl Field {
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
