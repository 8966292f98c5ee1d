//! Whether a notice is still true, and whether its person may still be told: both are asked anew whenever it is about to be said.
use super::works;
use casework::clock::ClockKind;
use casework::facts::Colleague;
use casework::ids::CaseId;
use casework::notices::About;
use casework::text::{Part, Text};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::HashMap;
use store::notices::{self, Run};
use store::{Conn, Fault};
use uuid::Uuid;

/// What the cases of some notices are now.
pub struct Cases {
    open: HashMap<CaseId, Value>,
}

impl Cases {
    /// # Errors
    /// Faults of the database.
    pub fn of(conn: &Conn, ids: impl IntoIterator<Item = CaseId>) -> Result<Self, Fault> {
        let mut ids: Vec<Uuid> = ids.into_iter().map(|case| case.0).collect();
        ids.sort_unstable();
        ids.dedup();
        let open = notices::cases_now(conn, &ids)?.into_iter().filter(|now| now.open);
        // A state that cannot be read names nobody.
        let read = |state: &str| serde_json::from_str(state).unwrap_or(Value::Null);
        Ok(Self { open: open.map(|now| (now.case, read(&now.state))).collect() })
    }

    pub fn is_open(&self, case: CaseId) -> bool {
        self.open.contains_key(&case)
    }

    fn has_on_team(&self, case: CaseId, person: &Colleague) -> bool {
        let id = person.id.0.to_string();
        self.open.get(&case).and_then(|state| state.get("team")).is_some_and(|team| names(team, &id))
    }

    /// The manager of the case, where one is named.
    pub fn manager(&self, case: CaseId) -> Option<Uuid> {
        self.open.get(&case)?.get("team")?.get("manager")?.as_str()?.parse().ok()
    }
}

fn names(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text == id,
        Value::Array(all) => all.iter().any(|one| names(one, id)),
        Value::Object(fields) => fields.values().any(|one| names(one, id)),
        _ => false,
    }
}

/// Whether this person may still be told: they work here, and either have every role in which they were told or are on the case.
pub fn may_hear(cases: &Cases, run: &Run, person: &Colleague) -> bool {
    let kept = run.roles.iter().all(|role| person.roles.contains(role));
    works(&person.roles) && (kept || run.case.is_some_and(|case| cases.has_on_team(case, person)))
}

/// Whether it is still true and news: the case is open, the clock it is about still runs, nobody looked at it (or, if it is urgent, its
/// person has not acted since), and what was given to them is still theirs.
///
/// # Errors
/// Faults of the database.
pub fn is_news(conn: &Conn, cases: &Cases, run: &Run, text: &Text, person: &Colleague) -> Result<bool, Fault> {
    if !run.urgent && run.seen_at.is_some() {
        return Ok(false);
    }
    let Some(case) = run.case else { return Ok(true) };
    if !cases.is_open(case) || notices::acted_since(conn, case, person.id, run.due_at)? {
        return Ok(false);
    }
    if let Some((kind, due)) = clock_of(text) {
        return notices::still_runs(conn, case, kind.word(), due);
    }
    let given =
        matches!(text.key.as_str(), "notice-handed-over" | "notice-named-on-case" | "notice-case-opened-for-you");
    Ok(!(given && run.about == About::Asked) || cases.has_on_team(case, person))
}

/// The clock that a notice is about, and its time.
fn clock_of(text: &Text) -> Option<(ClockKind, Timestamp)> {
    let part = |wanted: &str| text.parts.iter().find(|(name, _)| name == wanted).map(|(_, part)| part);
    let (Some(Part::Key(key)), Some(Part::Time(due))) = (part("clock"), part("due")) else { return None };
    let word = key.strip_prefix("clock-")?;
    let kind = ClockKind::ALL.iter().find(|kind| kind.word().replace('_', "-") == word)?;
    Some((*kind, *due))
}
