//! What a colleague owes, as entries of their calendar: agreed calls, promises, steps of plans and every other clock of theirs; and
//! what ended lately, so that nothing vanishes without a word.
use super::{Address, ENTRIES_AT_MOST, Entry, Standing, Takes};
use crate::web::clocks;
use crate::words::{Value, t_with};
use casework::clock::ClockKind;
use casework::ids::{CaseId, PersonId};
use casework::parts::{PromiseState, Promised, StepState};
use std::collections::{HashMap, HashSet};
use store::ended_clocks::Ending;
use store::feeds::{self, Owed};
use store::people::Person;
use store::{Conn, Fault};
use uuid::Uuid;

/// What a step says and how it stands.
type Step = (String, StepState);
type Steps = HashMap<Uuid, Step>;

/// The steps that these are about.
///
/// # Errors
/// Faults of the database.
pub fn steps(conn: &Conn, owed: &[Owed]) -> Result<Steps, Fault> {
    let mut cases: Vec<CaseId> = owed.iter().filter(|one| is_step(one.kind)).map(|one| one.case).collect();
    cases.sort_unstable_by_key(|case| case.0);
    cases.dedup();
    feeds::steps(conn, &cases)
}

fn is_step(kind: ClockKind) -> bool {
    matches!(kind, ClockKind::StepDue | ClockKind::StepConfirmed)
}

/// One entry for each thing, the soonest first; a clock that began anew is the same entry at another time.
pub fn entries(person: &Person, base: &str, owed: &[Owed], steps: &Steps) -> Vec<Entry> {
    let mut there = HashSet::new();
    let all = owed.iter().map(|one| entry(person, base, one, steps.get(&one.about)));
    all.filter(|entry| there.insert(entry.uid)).take(ENTRIES_AT_MOST).collect()
}

/// What stands in the calendar of this person under this obligation, now and later.
fn uid(person: PersonId, owed: &Owed) -> Uuid {
    Uuid::new_v5(&person.0, format!("{} {} {}", owed.case.0, owed.kind.word(), owed.about).as_bytes())
}

fn entry(person: &Person, base: &str, owed: &Owed, step: Option<&Step>) -> Entry {
    let number = owed.number.to_string();
    let is_call = owed.promised == Some(Promised::NextContact);
    let (mark, standing) = standing(owed, step);
    let summary = match mark {
        Some(key) => t_with(key, &[("what", what(owed, step).into())]),
        None => what(owed, step),
    };
    let mut about = vec![owed.title.clone()];
    about.extend(owed.promise.clone().filter(|words| is_call && !words.is_empty()));
    about.extend(step.map(|(words, _)| words.clone()).filter(|_| owed.kind == ClockKind::StepConfirmed));
    if let (Some(name), Some(phone)) = (&owed.contact, owed.phone.as_deref().filter(|phone| !phone.is_empty())) {
        about.push(t_with("feed-phone", &[("name", name.as_str().into()), ("phone", phone.into())]));
    }
    Entry {
        uid: uid(person.id, owed),
        sequence: owed.version.unsigned_abs(),
        changed_at: owed.changed_at,
        summary,
        description: about.join("\n"),
        due: if mark == Some("feed-done") { owed.due.min(owed.changed_at) } else { owed.due },
        takes: if is_call && mark.is_none() { Takes::Time } else { Takes::Nothing },
        standing,
        url: if base.is_empty() { String::new() } else { format!("{base}/cases/{number}") },
        organizer: Address { name: person.name.clone(), email: person.email.clone() },
        attendee: None,
    }
}

fn what(owed: &Owed, step: Option<&Step>) -> String {
    let number = owed.number.to_string();
    let around = |key: &str, name: &'static str, value: &str| {
        let parts: [(&str, Value<'_>); 3] =
            [(name, value.into()), ("account", owed.account.as_str().into()), ("number", number.as_str().into())];
        t_with(key, &parts)
    };
    match (&owed.promise, step) {
        (Some(_), _) if owed.promised == Some(Promised::NextContact) => {
            around("feed-call", "who", owed.contact.as_deref().unwrap_or(&owed.account))
        }
        (Some(words), _) => around("feed-promise", "words", words),
        (None, Some((words, _))) if owed.kind == ClockKind::StepDue => around("feed-step", "words", words),
        _ => around("feed-clock", "clock", &clocks::name_of(owed.kind)),
    }
}

/// How what is no longer as it was is marked. What was broken is cancelled, though it is still waited for: it stands on *Run to it*,
/// above everything that a calendar could say.
fn standing(owed: &Owed, step: Option<&Step>) -> (Option<&'static str>, Standing) {
    let kept = owed.promise_is == Some(PromiseState::Kept);
    let done = owed.kind == ClockKind::StepDue && step.is_some_and(|(_, state)| *state == StepState::Done);
    match (owed.promise_is, owed.ending) {
        (Some(PromiseState::Broken), _) => (Some("feed-broken"), Standing::Cancelled),
        (_, None) => (None, Standing::Confirmed),
        (_, Some(Ending::Met)) => (Some("feed-done"), Standing::Confirmed),
        (_, Some(Ending::Over)) if kept || done => (Some("feed-done"), Standing::Confirmed),
        (_, Some(Ending::Over)) => (Some("feed-over"), Standing::Cancelled),
        (_, Some(Ending::Passed)) => (Some("feed-passed"), Standing::Cancelled),
    }
}

/// What the calendar is called.
pub fn name(person: &Person) -> String {
    t_with("feed-name", &[("person", person.name.as_str().into())])
}
