//! The organisation's own file of the message review, with every version of it, and the messages that left: a change is tried on them.
use crate::audit::{self, By, NotKept};
use crate::{Conn, Fault, Tx, firm, params, record, sql};
use casework::event::Event;
use casework::ids::{CaseNumber, PersonId};
use casework::refusal::Refusal;
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Characters of the file.
pub const BODY_AT_MOST: usize = 100_000;
/// Versions shown; all are kept.
pub const VERSIONS_AT_MOST: i64 = 100;
/// Messages that a change is tried on.
pub const MESSAGES_AT_MOST: i64 = 500;
/// Times that the review was overruled which are counted.
const OVERRULED_AT_MOST: i64 = 5_000;
/// What the log calls it.
const SUBJECT: &str = "review-rules";

record! {
    /// The file as it once was.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Version {
        /// Counts from 1; 0 stands for no file yet.
        pub version: i64,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub body: String,
    }
}

/// The version in force; number 0 and empty until somebody kept one.
pub fn current(conn: &Conn) -> Result<Version, Fault> {
    let last = conn.maybe(
        sql!("select version, at, person_id, body from review_rules order by version desc limit 1"),
        &params![],
    )?;
    Ok(last.unwrap_or_default())
}

/// One version, for the way back.
pub fn version(conn: &Conn, number: i64) -> Result<Option<Version>, Fault> {
    conn.maybe(sql!("select version, at, person_id, body from review_rules where version = ?1"), &params![number])
}

/// The latest versions, newest first.
pub fn versions(conn: &Conn, limit: i64) -> Result<Vec<Version>, Fault> {
    conn.all(
        sql!("select version, at, person_id, body from review_rules order by version desc limit ?1"),
        &params![limit.clamp(1, VERSIONS_AT_MOST)],
    )
}

/// Keeps the next version. `seen` is the version that the person had before them; whether the file is in order is seen before.
///
/// # Errors
/// Refused when it is too long, or when somebody else changed it meanwhile.
pub fn keep(tx: &Tx, body: &str, seen: i64, by: &By) -> Result<(), NotKept> {
    if body.chars().count() > BODY_AT_MOST {
        return Err(Refusal::input("own_file", "too-long").with("most", BODY_AT_MOST).into());
    }
    let before = current(tx)?;
    if before.body == body {
        return Ok(());
    }
    let hit = if before.version == seen {
        tx.hit(
            sql!("insert into review_rules (id, version, at, person_id, body) values (?1, ?2, ?3, ?4, ?5) on conflict (version) do nothing"),
            &params![Uuid::new_v5(&by.request.0, SUBJECT.as_bytes()), seen + 1, by.now, by.person, body],
        )?
    } else {
        0
    };
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    // The texts stand in their own table; the log says how much there is.
    let lines = |body: &str| BTreeMap::from([("lines", body.lines().count())]);
    audit::note(tx, by, "review-rules-changed", SUBJECT, Some(&lines(&before.body)), Some(&lines(body)))?;
    Ok(firm::touch(tx)?)
}

/// A message that left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub case: CaseNumber,
    pub at: Timestamp,
    pub text: String,
}

/// How often each rule was overruled since then: somebody left a text as it was, with a reason.
pub fn overruled(conn: &Conn, since: Timestamp) -> Result<BTreeMap<String, usize>, Fault> {
    let bodies: Vec<String> = conn.all(
        sql!("select body from case_events where recorded_at >= ?1 and kind = 'review_overruled' order by recorded_at desc limit ?2"),
        &params![since, OVERRULED_AT_MOST],
    )?;
    let mut counts = BTreeMap::new();
    for body in bodies {
        for rule in rules_in(&body) {
            *counts.entry(rule).or_default() += 1;
        }
    }
    Ok(counts)
}

/// The rules that an event of that kind names.
fn rules_in(body: &str) -> Vec<String> {
    let event: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let findings = event["what"]["findings"].as_array().into_iter().flatten();
    findings.filter_map(|finding| finding["rule"].as_str().map(str::to_owned)).collect()
}

/// The last messages that left, newest first; what a person once blanked says nothing any more.
pub fn left(conn: &Conn, limit: i64) -> Result<Vec<Left>, Fault> {
    let rows: Vec<(CaseNumber, Timestamp, String)> = conn.all(
        sql!(
            "select c.number, e.recorded_at, e.body from case_events e join cases c on c.id = e.case_id
             where (e.kind = 'message_sent' or e.kind = 'message_recorded') order by e.recorded_at desc, c.number, e.seq desc limit ?1"
        ),
        &params![limit.clamp(1, MESSAGES_AT_MOST)],
    )?;
    let text = |body: &str| match serde_json::from_str::<Event>(body) {
        Ok(Event::MessageSent(sent)) => Some(sent.text),
        Ok(Event::MessageRecorded(recorded)) => Some(recorded.text),
        _ => None,
    };
    Ok(rows.into_iter().filter_map(|(case, at, body)| Some(Left { case, at, text: text(&body)? })).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_names_the_rules_that_were_overruled() {
        let body = r#"{"kind":"review_overruled","what":{"findings":[{"rule":"DS14","words":"As we agreed","why":"Theirs."},{"rule":"EM01","words":"","why":"Asked."}]}}"#;
        assert_eq!(rules_in(body), ["DS14", "EM01"]);
        assert!(rules_in("no JSON").is_empty());
    }
}
