//! What is known of the case, as plain data: whoever calls fills it from a case, from JSON, from nothing.
//!
//! Everything may be left out. What is not said is not known, and no rule fires on what is not known.
use crate::spans::{Money, amount};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A list of the record that is longer is cut: no message speaks of more.
pub const LIST_AT_MOST: usize = 500;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    /// The moment of sending in the reader's own time: `2026-05-11T11:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<DateTime>,
    pub purpose: Purpose,
    pub channel: Channel,
    /// The language of the contact: `en`, `de`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
    /// Whether we know what it does to them; before that nobody apologises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact_known: Option<bool>,
    /// What went wrong, in words that a message about it would use: `["wrong holes", "drilled"]`.
    pub problem: Vec<String>,
    /// What it does to them: `["line 3", "fair"]`.
    pub impact: Vec<String>,
    /// Why it happened, once that is known.
    pub cause: Vec<String>,
    /// What we did so far.
    pub efforts: Vec<String>,
    /// What they can still change, and until when.
    pub can_change: Vec<String>,
    /// A day slipped and they have not answered yet: they still plan by the old one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slip: Option<bool>,
    pub contact: Person,
    /// Who signs.
    pub sender: Person,
    /// Others whom a message may name.
    pub people: Vec<String>,
    /// Names of other customers and their people: never in a message to this one.
    pub foreign: Vec<String>,
    /// Numbers of other customers' orders.
    pub foreign_numbers: Vec<String>,
    /// Orders, parts, the case: every number that belongs here.
    pub numbers: Vec<String>,
    pub quantities: Vec<Quantity>,
    /// Amounts that were approved.
    pub amounts: Vec<String>,
    pub options: Vec<Offered>,
    /// Options that nobody approved, by their words.
    pub not_approved: Vec<String>,
    /// Days of the plan.
    pub plan: Vec<DateTime>,
    pub promises: Vec<Promised>,
    /// The next contact that is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_update: Option<DateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<FirstContact>,
    /// Whether a call or a visit took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_logged: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<u32>,
    /// Words and short forms that this customer uses.
    pub glossary: Vec<String>,
    /// Words that only we use: systems, departments.
    pub jargon: Vec<String>,
    /// What must never leave the house.
    pub internal: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zones_differ: Option<bool>,
    /// The contact reads dates month first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month_first: Option<bool>,
    /// The contact does not read in the language they grew up with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_native: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<u8>,
    /// The compensation that somebody approved, by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<String>,
    /// What the writer may give without asking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// `formal` or `familiar`, where a language knows both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Phrases that the firm's phrase book offers: used as they are, they are nobody's words.
    pub phrasebook: Vec<String>,
}

/// What the text is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Not known: a message about a trouble if it names one.
    #[default]
    Unknown,
    Acknowledgement,
    BadNews,
    Update,
    Options,
    Scheduling,
    Invitation,
    OurView,
    Apology,
    ReflectBack,
    Solved,
    /// A note of ours about a talk or a person.
    Note,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    #[default]
    Email,
    Portal,
    Letter,
    /// To everybody, not to one.
    Notice,
    Legal,
    Phone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    Ours,
    Shared,
    ThirdParty,
    Theirs,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstContact {
    Phone,
    Visit,
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    Formal,
    Familiar,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub phone: String,
    pub email: String,
    /// `8:00 to 17:00`, in the reader's time.
    pub hours: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    pub count: f64,
    /// `units`, `boards`.
    pub of: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Offered {
    pub words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateTime>,
    pub cost: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promised {
    pub what: String,
    pub due: DateTime,
    #[serde(default)]
    pub state: PromiseState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    #[default]
    Open,
    Overdue,
    Kept,
}

impl Record {
    /// Everybody whom the record names, the contact first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.contact.name.as_str(), self.sender.name.as_str()]
            .into_iter()
            .chain(self.people.iter().map(String::as_str))
            .chain(self.foreign.iter().map(String::as_str))
            .filter(|name| !name.is_empty())
    }

    pub fn approved(&self) -> impl Iterator<Item = Money> {
        self.amounts.iter().take(LIST_AT_MOST).filter_map(|said| amount(said))
    }

    /// Every moment that a message may promise.
    pub fn dates(&self) -> impl Iterator<Item = DateTime> {
        let promised = self.promises.iter().map(|p| p.due);
        let offered = self.options.iter().filter_map(|o| o.date);
        self.plan.iter().copied().chain(promised).chain(offered).chain(self.next_update).take(LIST_AT_MOST)
    }
}

/// A number without what people put between its parts.
pub fn plain(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Names and numbers of a record, to be asked for by word; made once for each text.
#[derive(Default)]
pub struct Known<'a> {
    names: HashMap<&'a str, &'a str>,
    numbers: HashSet<String>,
}

impl<'a> Known<'a> {
    pub fn new(record: &'a Record) -> Self {
        let mut names = HashMap::new();
        for name in record.names().take(LIST_AT_MOST) {
            for part in name.split(|c: char| !c.is_alphanumeric()).filter(|p| p.chars().nth(1).is_some()) {
                names.entry(part).or_insert(name);
            }
        }
        let numbers = record.numbers.iter().take(LIST_AT_MOST).map(|n| plain(n)).collect();
        Self { names, numbers }
    }

    /// The full name that this word is a part of.
    pub fn person(&self, word: &str) -> Option<&'a str> {
        self.names.get(word).copied()
    }

    pub fn has_numbers(&self) -> bool {
        !self.numbers.is_empty()
    }

    pub fn number(&self, said: &str) -> bool {
        self.has_numbers() && self.numbers.contains(&plain(said))
    }
}
