//! Why not: a stable code, a sentence of the catalogue with the way out, and the field or gate it is about.
use crate::gate::Gate;
use crate::text::{Part, Text};
use std::borrow::Cow;

/// Characters of one text field; a longer text belongs into a document.
const TEXT_AT_MOST: usize = 20_000;

/// The rule said no; the person can do something about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Stable, kebab-case; the sentence is `refusal-<code>` in the catalogue.
    pub code: &'static str,
    pub strength: Strength,
    /// The field of the command that it is about.
    pub field: Option<&'static str>,
    pub parts: Vec<(Cow<'static, str>, Part)>,
}

/// How hard the no is, and who can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// No role, setting or timer gets past it.
    Law,
    /// A named person may pass it with a written reason.
    Gate(Gate),
    /// The input does not make sense.
    Input,
    /// This person may not do this.
    Rights,
    /// The case moved on since the person looked.
    Changed,
    /// There is no such case, option, step.
    Missing,
    /// Not in this state of the case.
    State,
}

impl Refusal {
    fn new(strength: Strength, code: &'static str) -> Self {
        Self { code, strength, field: None, parts: vec![] }
    }
    pub fn law(code: &'static str) -> Self {
        Self::new(Strength::Law, code)
    }
    pub fn gate(gate: Gate, code: &'static str) -> Self {
        Self::new(Strength::Gate(gate), code)
    }
    pub fn input(field: &'static str, code: &'static str) -> Self {
        Self { field: Some(field), ..Self::new(Strength::Input, code) }
    }
    pub fn rights(code: &'static str) -> Self {
        Self::new(Strength::Rights, code)
    }
    pub fn changed(code: &'static str) -> Self {
        Self::new(Strength::Changed, code)
    }
    pub fn missing(code: &'static str) -> Self {
        Self::new(Strength::Missing, code)
    }
    pub fn state(code: &'static str) -> Self {
        Self::new(Strength::State, code)
    }
    /// Something must stand in the field, and not more than a person can read.
    ///
    /// # Errors
    /// The refusal of that code when only blanks stand in it; `too-long` above 20,000 characters.
    pub fn unless_said(text: &str, field: &'static str, code: &'static str) -> Result<(), Self> {
        match text.trim() {
            "" => Err(Self::input(field, code)),
            said if said.chars().count() > TEXT_AT_MOST => {
                Err(Self::input(field, "too-long").with("most", TEXT_AT_MOST))
            }
            _ => Ok(()),
        }
    }
    pub fn about(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
    pub fn with(mut self, name: &'static str, part: impl Into<Part>) -> Self {
        self.parts.push((name.into(), part.into()));
        self
    }
    /// The sentence and the way out, for page, API and shell alike.
    pub fn text(&self) -> Text {
        Text { key: format!("refusal-{}", self.code), parts: self.parts.clone() }
    }
    pub fn passable(&self) -> Option<Gate> {
        match self.strength {
            Strength::Gate(gate) => Some(gate),
            _ => None,
        }
    }
}
