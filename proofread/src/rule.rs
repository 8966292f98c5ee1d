//! What a rule is, once its block of a pack was read and found in order.
use crate::condition::Condition;
use crate::record::Record;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a finding matters. `Stop` is kept for what is wrong in fact, forbidden by the channel rule, or not ours to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Consider,
    Fix,
    Stop,
}

impl Level {
    pub fn word(self) -> &'static str {
        match self {
            Level::Consider => "consider",
            Level::Fix => "fix",
            Level::Stop => "stop",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Each place where it is said.
    #[default]
    Phrase,
    /// `unless` looks at the whole message, and only the first place counts.
    Message,
}

/// One `[[rule]]` as written in a pack.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Written {
    pub id: String,
    pub name: String,
    /// What is looked for.
    pub find: Vec<String>,
    /// What is looked for, each with its plain twin.
    pub swap: BTreeMap<String, String>,
    /// Not where the same sentence says one of these.
    pub unless: Vec<String>,
    /// Not where one of these markers stands within `within` sentences, or anywhere.
    pub unless_marker: Vec<String>,
    pub within: Option<usize>,
    /// Not where all of these markers are in the message.
    pub unless_all: Vec<String>,
    /// Only where all of these markers are in the message.
    pub with_marker: Vec<String>,
    /// The marker that a find of this rule gives; a rule that only gives one complains of nothing.
    pub gives: Option<String>,
    /// The markers of which one is needed.
    pub need: Vec<String>,
    /// The markers that are something, but not enough.
    pub weak: Vec<String>,
    /// The rule that says what is weak about it.
    pub because: Option<String>,
    /// The line of the checklist.
    pub item: Option<String>,
    pub order: u16,
    pub when: Vec<String>,
    /// A check of `checks.rs`, by name, with its own parameters.
    pub check: Option<String>,
    pub with: BTreeMap<String, toml::Value>,
    pub scope: Scope,
    pub level: Option<Level>,
    /// Not on these very words: an exception hides neither the sentence nor any other rule.
    pub except: Vec<String>,
    /// For a rule of an organisation's own file; a pack says its language once.
    pub lang: String,
    /// Set by an organisation's own file (`pack/own.rs`).
    #[serde(skip)]
    pub own: Owned,
    pub say: String,
    pub why: String,
    pub r#try: String,
    /// It also speaks where a language has no pack.
    pub everywhere: bool,
    pub silences: Vec<String>,
    pub source: String,
    /// The practices it serves: `S111`.
    pub practices: Vec<String>,
    pub fires: Vec<String>,
    pub silent: Vec<String>,
    pub scenarios: Vec<Scenario>,
}

/// What an organisation's own file did to a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owned {
    #[default]
    AsShipped,
    Off,
    /// Its level holds whatever a check thinks.
    Level,
    /// The rule is theirs.
    Theirs,
}

/// An example that needs a record.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    #[serde(default)]
    pub facts: Option<Record>,
    #[serde(default)]
    pub subject: Option<String>,
    pub text: String,
    pub fires: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MarkerId(pub u16);

/// A rule, ready to run.
pub struct Rule {
    pub written: Written,
    pub level: Level,
    pub when: Vec<Condition>,
    pub gives: Option<MarkerId>,
    pub need: Vec<MarkerId>,
    pub weak: Vec<MarkerId>,
    pub unless_marker: Vec<MarkerId>,
    pub unless_all: Vec<MarkerId>,
    pub with_marker: Vec<MarkerId>,
    pub check: Option<crate::checks::Check>,
}

impl Rule {
    pub fn id(&self) -> &str {
        &self.written.id
    }

    /// Whether it has anything to say; a marker alone has not, and what is switched off keeps still.
    pub fn complains(&self) -> bool {
        !self.written.say.is_empty() && self.need.is_empty() && !self.is_off()
    }

    pub fn is_off(&self) -> bool {
        self.written.own == Owned::Off
    }

    /// How much a finding matters: a check may know better than its rule, and the organisation better than both.
    pub fn level_of(&self, check_says: Option<Level>) -> Level {
        check_says.filter(|_| self.written.own != Owned::Level).unwrap_or(self.level)
    }

    pub fn number(&self, name: &str, otherwise: f64) -> f64 {
        match self.written.with.get(name) {
            Some(toml::Value::Integer(number)) => *number as f64,
            Some(toml::Value::Float(number)) => *number,
            _ => otherwise,
        }
    }

    /// What the table `names` calls something; the thing itself where it calls it nothing.
    pub fn named<'a>(&'a self, thing: &'a str) -> &'a str {
        let names = self.written.with.get("names").and_then(toml::Value::as_table);
        names.and_then(|names| names.get(thing)).and_then(toml::Value::as_str).unwrap_or(thing)
    }

    pub fn words(&self, name: &str) -> Vec<&str> {
        match self.written.with.get(name) {
            Some(toml::Value::Array(all)) => all.iter().filter_map(toml::Value::as_str).collect(),
            Some(toml::Value::String(one)) => vec![one.as_str()],
            _ => vec![],
        }
    }
}
