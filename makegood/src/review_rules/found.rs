//! How often each rule was found in the messages that left, so that nobody keeps a rule that only disturbs; with how many were read.
use super::reviewer;
use crate::app::App;
use jiff::Timestamp;
use proofread::{Draft, State};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use store::review_rules::{self, Left, MESSAGES_AT_MOST};
use store::{Conn, Fault};

/// What was counted last, and for what: the version of the own file, the newest message, how many, and how often overruled.
pub type Known = Mutex<Option<(Key, Arc<Counts>)>>;
type Key = (i64, Option<Timestamp>, usize);

/// Messages by the rule that spoke about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Messages that were read.
    pub messages: usize,
    by_rule: BTreeMap<String, usize>,
    overruled: BTreeMap<String, usize>,
}

impl Counts {
    /// Messages that left although this rule had something to say about them.
    pub fn of(&self, rule: &str) -> usize {
        self.by_rule.get(rule).copied().unwrap_or(0)
    }

    /// How often somebody left a text as it was against this rule, with a reason, since the oldest of these messages.
    pub fn overruled(&self, rule: &str) -> usize {
        self.overruled.get(rule).copied().unwrap_or(0)
    }
}

/// Counts the last messages by the rules in force; the same is not counted twice.
///
/// # Errors
/// When they cannot be read.
pub async fn counts(app: &App) -> Result<Arc<Counts>, Fault> {
    let read = |conn: &Conn| {
        let messages = review_rules::left(conn, MESSAGES_AT_MOST)?;
        let since = messages.last().map_or(Timestamp::UNIX_EPOCH, |oldest| oldest.at);
        let overruled = review_rules::overruled(conn, since)?;
        Ok::<_, Fault>((messages, overruled))
    };
    let (messages, overruled) = app.db.read(read).await?;
    let key = (
        app.firm().review_rules.version,
        messages.first().map(|m| m.at),
        messages.len() + overruled.values().sum::<usize>(),
    );
    let known = || app.review_rules().found.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((of, counts)) = &*known()
        && *of == key
    {
        return Ok(counts.clone());
    }
    let rules = reviewer(app)?;
    let counted = tokio::task::spawn_blocking(move || Arc::new(Counts { overruled, ..count(&rules, &messages) }));
    let counts = counted.await.map_err(|odd| Fault::Engine(anyhow::Error::new(odd).context("counting findings")))?;
    *known() = Some((key, counts.clone()));
    Ok(counts)
}

fn count(rules: &proofread::Reviewer, messages: &[Left]) -> Counts {
    let mut counts = Counts { messages: messages.len(), ..Counts::default() };
    for message in messages {
        let report = rules.review(&Draft { subject: None, text: &message.text }, None);
        let wanting = report.checklist.iter().filter(|l| matches!(l.state, State::Missing | State::Weak));
        let spoke: BTreeSet<&str> =
            report.findings.iter().map(|f| f.rule.as_str()).chain(wanting.map(|l| l.rule.as_str())).collect();
        for rule in spoke {
            *counts.by_rule.entry(rule.to_owned()).or_default() += 1;
        }
    }
    counts
}
