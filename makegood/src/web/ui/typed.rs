//! What a person typed into a form, and what was wrong with it: enough to show the form again as they left it.

use super::Label;

/// No form of ours has more fields than this; more pairs are dropped.
const FIELDS: usize = 500;

/// The pairs of a posted form, with a sentence beside each field that cannot be taken as it is.
///
/// Order is kept: the summary lists the sentences in the order they were found.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pairs: Vec<(String, String)>,
    wrong: Vec<(String, Label)>,
}

impl Typed {
    /// A form nobody has filled yet.
    pub fn nothing() -> Typed {
        Typed::default()
    }

    /// What came in, as pairs of name and value; a name may repeat (check boxes).
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Typed {
        Typed { pairs: pairs.into_iter().take(FIELDS).collect(), wrong: Vec::new() }
    }

    /// Puts a starting value into a field: what is known already, or a proposal.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Typed {
        if self.pairs.len() < FIELDS {
            self.pairs.push((name.to_owned(), value.into()));
        }
        self
    }

    /// The last value of a field, trimmed; empty when it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.pairs.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The value of a field when something was typed into it.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.value(name)).filter(|value| !value.is_empty())
    }

    /// Every value of a field that may repeat.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Everything that came in, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The names of the fields that came in.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(key, _)| key.as_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(key, _)| key == name)
    }

    pub(super) fn raw(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Says what is wrong with a field and the way out. A field keeps its first sentence.
    pub fn wrong(&mut self, name: &str, sentence: impl Into<Label>) {
        if self.error(name).is_none() && self.wrong.len() < FIELDS {
            self.wrong.push((name.to_owned(), sentence.into()));
        }
    }

    /// The sentence beside a field, when there is one.
    pub fn error(&self, name: &str) -> Option<&Label> {
        self.wrong.iter().find(|(key, _)| key == name).map(|(_, sentence)| sentence)
    }

    /// Every sentence with the name of its field.
    pub fn errors(&self) -> impl Iterator<Item = (&str, &Label)> {
        self.wrong.iter().map(|(name, sentence)| (name.as_str(), sentence))
    }

    /// Whether nothing was found wrong.
    pub fn is_fine(&self) -> bool {
        self.wrong.is_empty()
    }
}
