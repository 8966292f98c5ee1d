//! What is handed back: findings with their bytes, the checklist, promises, and whether the message may go. Never a score.
use crate::record::Record;
use crate::rule::Level;
use crate::spans::{Counted, Side};
use jiff::civil::DateTime;
use serde::Serialize;
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    There,
    Weak,
    Missing,
    NotNeeded,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub proofread: u8,
    /// The language of the text; `und` where it is too short to tell.
    pub lang: String,
    /// Whether there are rules for that language; without, only facts, numbers, dates and the language are looked at.
    pub pack: bool,
    /// Words and sentences of one's own, without quotes and signature.
    pub words: usize,
    pub sentences: usize,
    /// Words of nine letters and more.
    pub long_words: usize,
    /// Words for whoever writes and whoever reads: *we*, *you*.
    pub persons: usize,
    pub checklist: Vec<Line>,
    pub findings: Vec<Finding>,
    pub promises: Vec<Promise>,
    /// What good there is, by name.
    pub markers: Vec<Marker>,
    pub may_send: bool,
    /// The rules that stop the message.
    pub stop: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub item: String,
    pub state: State,
    pub rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub say: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(rename = "try", skip_serializing_if = "String::is_empty")]
    pub attempt: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<[usize; 2]>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    pub rule: String,
    pub level: Level,
    /// Bytes of the text; both 0 where the subject or the whole is meant.
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub say: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(rename = "try", skip_serializing_if = "String::is_empty")]
    pub attempt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replace: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub expected: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marker {
    pub name: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Promiser {
    /// Whoever writes.
    Sender,
    /// Whoever reads; the writer says what they will do.
    Reader,
}

/// Something that was promised; a person confirms it before it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promise {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub who: Promiser,
    /// What is promised: the words behind *I will*.
    pub act: String,
    /// In the reader's own time; missing where no date is said or none can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime>,
    /// The words of the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Where they stand in the text, before, within or behind the words of the promise; empty where no date is said.
    #[serde(skip)]
    pub date: Range<usize>,
    /// On whose clock the time is said to be: *9:00 your time*.
    #[serde(skip)]
    pub side: Side,
    /// The zone that the text names: `CET`.
    #[serde(skip)]
    pub zone: Option<String>,
    /// What its day was counted from.
    #[serde(skip)]
    pub counted: Counted,
}

impl Promise {
    /// The same, in a text of which its own was the part from there on.
    pub(crate) fn moved(mut self, from: usize) -> Self {
        self.start += from;
        self.end += from;
        if !self.date.is_empty() {
            self.date = self.date.start + from..self.date.end + from;
        }
        self
    }
}

/// Puts what the record says into a suggestion; what it does not say stays a visible hole.
pub fn filled(template: &str, record: Option<&Record>) -> String {
    let mut said = String::with_capacity(template.len());
    let mut left = template;
    while let Some(open) = left.find('{') {
        let Some(long) = left[open..].find('}') else { break };
        said.push_str(&left[..open]);
        let name = &left[open + 1..open + long];
        match record.and_then(|r| slot(name, r)).filter(|value| !value.is_empty()) {
            Some(value) => said.push_str(&value),
            None => {
                said.push('[');
                said.push_str(name);
                said.push_str("?]");
            }
        }
        left = &left[open + long + 1..];
    }
    said.push_str(left);
    said
}

fn slot(name: &str, record: &Record) -> Option<String> {
    let moment = |at: DateTime| at.strftime("%-d %B %Y, %H:%M").to_string();
    let first = |all: &[String]| all.first().cloned();
    match name {
        "failure" | "problem" => first(&record.problem),
        "impact" => first(&record.impact),
        "cause" => first(&record.cause),
        "effort" => first(&record.efforts),
        "can change" => first(&record.can_change),
        "name" => Some(record.contact.name.clone()),
        "sender" => Some(record.sender.name.clone()),
        "phone" => Some(record.sender.phone.clone()),
        "number" => first(&record.numbers),
        "next update" => record.next_update.map(moment),
        "date" => record.plan.first().copied().map(moment),
        "option A" => record.options.first().map(|o| o.words.clone()),
        "option B" => record.options.get(1).map(|o| o.words.clone()),
        _ => None,
    }
}
