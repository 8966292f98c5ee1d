//! A line of the log in words: each field that is not as it was, before and after, with names for ids and lengths as people say them.
use super::{clocks, hours, limits, own_notices, playbook_words};
use crate::session::Agent;
use crate::words::{Words, t, t_with};
use casework::calendar::Window;
use casework::clock::ClockKind;
use casework::ids::PersonId;
use casework::kinds::{Role, TroubleKind};
use casework::notices::{About, ByMail};
use casework::playbook;
use casework::policy::Allowance;
use serde_json::{Map, Value};
use store::audit::Entry;
use uuid::Uuid;

/// Changed fields told for one line.
const FIELDS_AT_MOST: usize = 30;
/// Characters of a value told.
const VALUE_AT_MOST: usize = 120;
/// A setting is not nested deeper.
const DEPTH: u8 = 4;

/// Each field that is not as it was.
pub fn changed(agent: &Agent, line: &Entry) -> Vec<String> {
    let read = |json: &Option<String>| json.as_deref().and_then(|json| serde_json::from_str::<Value>(json).ok());
    match (read(&line.before), read(&line.after)) {
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let mut told = vec![];
            differences(agent, &mut vec![], &before, &after, &mut told);
            told.truncate(FIELDS_AT_MOST);
            told
        }
        (_, Some(said @ Value::String(_))) => vec![short(agent, &said)],
        _ => vec![],
    }
}

fn differences(
    agent: &Agent,
    path: &mut Vec<String>,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    told: &mut Vec<String>,
) {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    for name in after.keys().chain(gone) {
        let (old, new) = (before.get(name).unwrap_or(&Value::Null), after.get(name).unwrap_or(&Value::Null));
        // The number of a version says nothing that the line itself does not.
        if old == new || name == "version" {
            continue;
        }
        path.push(field(name));
        match (inside(old), inside(new)) {
            (Some(old), Some(new)) if path.len() < usize::from(DEPTH) => differences(agent, path, old, new, told),
            _ => {
                let parts = [
                    ("field", path.join(" · ").into()),
                    ("before", short(agent, old).into()),
                    ("after", short(agent, new).into()),
                ];
                told.push(t_with("audit-from-to", &parts));
            }
        }
        path.pop();
    }
}

/// What has fields of its own; a length of time is one value.
fn inside(value: &Value) -> Option<&Map<String, Value>> {
    value.as_object().filter(|_| allowance(value).is_none())
}

/// A field as people call it: a clock, a role, a kind of trouble, or its own name.
fn field(name: &str) -> String {
    if let Some(kind) = ClockKind::from_word(name) {
        return clocks::name_of(kind);
    }
    if let Some(role) = Role::from_word(name) {
        return t(&format!("role-{}", role.word().replace('_', "-"))).into_owned();
    }
    if let Some(kind) = TroubleKind::from_word(name) {
        return t(&format!("trouble-kind-{}", kind.word().replace('_', "-"))).into_owned();
    }
    if let Some(about) = About::from_word(name) {
        return own_notices::name_of(about);
    }
    let known = format!("audit-field-{}", name.replace('_', "-"));
    if Words::spoken().knows(&known) { t(&known).into_owned() } else { name.replace('_', " ") }
}

fn allowance(value: &Value) -> Option<Allowance> {
    value.is_object().then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// A value as a person reads it: names for ids, lists in a row.
fn short(agent: &Agent, value: &Value) -> String {
    let words = match value {
        Value::Null => String::new(),
        Value::Bool(true) => t("said-yes").into_owned(),
        Value::Bool(false) => t("said-no").into_owned(),
        Value::String(word) if word == ByMail::AtOnce.word() => t("notice-by-mail-at-once").into_owned(),
        Value::String(words) => named(agent, words).unwrap_or_else(|| words.clone()),
        Value::Number(n) if n.as_u64() == Some(u64::MAX) => limits::sum(u64::MAX),
        Value::Array(all) => in_a_row(agent, all),
        other => match allowance(other) {
            Some(length) => clocks::in_words(length),
            None => other.to_string(),
        },
    };
    if words.is_empty() {
        return t("audit-empty").into_owned();
    }
    let cut: String = words.chars().take(VALUE_AT_MOST).collect();
    if cut.len() < words.len() { format!("{cut}…") } else { cut }
}

/// Hours of a day, or one thing after the other; three that are the same are said once.
fn in_a_row(agent: &Agent, all: &[Value]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let hours: Option<Vec<Window>> = serde_json::from_value(Value::Array(all.to_vec())).ok();
    if let Some(windows) = hours {
        return hours::in_words(&windows);
    }
    if all.iter().all(|one| *one == all[0]) {
        return short(agent, &all[0]);
    }
    let quiet = all.len() == 2 && all.iter().all(|n| n.as_u64().is_some_and(|n| n < 24 * 60));
    let one = |value: &Value| match value.as_u64().filter(|_| quiet) {
        Some(minute) => format!("{:02}:{:02}", minute / 60, minute % 60),
        None => short(agent, value),
    };
    all.iter().map(one).collect::<Vec<_>>().join(if quiet { "–" } else { ", " })
}

/// The colleague, calendar or playbook behind a word.
fn named(agent: &Agent, words: &str) -> Option<String> {
    if agent.firm.playbooks.iter().any(|playbook| playbook.name == words) {
        return Some(playbook_words::title_of(&agent.firm, words));
    }
    if playbook::is_key(words) {
        return Some(playbook_words::said(words));
    }
    let id: Uuid = words.parse().ok()?;
    let person = agent.firm.name_of(PersonId(id));
    let calendar = || agent.firm.calendars.get(&id).map(|calendar| calendar.name().to_owned());
    if person.is_empty() { calendar() } else { Some(person.to_owned()) }
}
