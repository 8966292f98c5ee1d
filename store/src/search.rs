//! Full-text search over cases, people, messages and notes: the one place with two bodies, FTS5 and tsvector.
use crate::dialect::Engine;
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::{AccountId, CaseId, CaseNumber};
use casework::{Case, Event, Happening};
use jiff::Timestamp;
use uuid::Uuid;

mod rank;
mod terms;

pub use terms::{TERMS_AT_MOST, terms};

/// Characters of one text that are searchable.
const BODY_AT_MOST: usize = 20_000;
/// Hits of one search.
pub const HITS_AT_MOST: i64 = 200;
/// Documents looked at to find the best: the newest that fit. Ranking all of a million would take seconds.
const CANDIDATES: i64 = 200;
/// Documents whose own name fits, looked at besides.
const NAMED: i64 = 100;
/// A common word is found among so many of the newest documents, without asking the index for all of its places.
const WINDOW: i64 = 10_000;
/// Candidates of a shortened word on SQLite, checked against the whole word here.
const SHORTENED: i64 = 400;
/// Letters of a word's beginning that FTS5 keeps an index of its own for (`prefix` in the migration).
const INDEXED_LETTERS: usize = 3;

/// Something that can be found.
pub struct Doc<'a> {
    pub kind: &'a str,
    pub subject: Uuid,
    pub case: Option<CaseId>,
    pub account: Option<Uuid>,
    pub at: Timestamp,
    /// What it is called; empty for what has no name, such as a note.
    pub title: &'a str,
    pub body: &'a str,
}

/// Keeps or replaces what is searchable of one subject.
pub fn put(tx: &Tx, doc: &Doc) -> Result<(), Fault> {
    let body: String = doc.body.chars().take(BODY_AT_MOST).collect();
    let names = terms::names(doc.title);
    let (case, account) = (doc.case.map(|c| c.0), doc.account);
    match tx.engine() {
        Engine::Sqlite => tx.put(
            sql!(sqlite
                "insert into search_docs (kind, subject_id, case_id, account_id, at, title, body, names) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 on conflict (kind, subject_id) do update set case_id = excluded.case_id, account_id = excluded.account_id, at = excluded.at,
                 title = excluded.title, body = excluded.body, names = excluded.names"
            ),
            &params![doc.kind, doc.subject, case, account, doc.at, doc.title, body, names],
        ),
        // PostgreSQL's own parser reads `MG-1042` as `mg` and minus 1042; our words go in as they are.
        Engine::Postgres => {
            let words = terms::lexemes(&[doc.title, &body, &names]);
            tx.put(
                sql!(postgres
                    "insert into search_docs (kind, subject_id, case_id, account_id, at, title, body, names, words)
                     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, array_to_tsvector(string_to_array(?9, ' ')))
                     on conflict (kind, subject_id) do update set case_id = excluded.case_id, account_id = excluded.account_id, at = excluded.at,
                     title = excluded.title, body = excluded.body, names = excluded.names, words = excluded.words"
                ),
                &params![doc.kind, doc.subject, case, account, doc.at, doc.title, body, names, words],
            )
        }
    }
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// `case`, `account`, `contact`, `note`, `message`, `talk`.
    pub kind: String,
    pub subject: Uuid,
    pub case: Option<CaseId>,
    pub number: Option<CaseNumber>,
    pub account: Option<AccountId>,
    pub account_name: Option<String>,
    /// The name of what was found, or the title of its case.
    pub title: String,
    /// Some words around the first one that fits.
    pub snippet: String,
    pub at: Timestamp,
}

record! {
    /// A candidate, read to be ranked and shown.
    struct Found {
        kind: String,
        subject: Uuid,
        case: Option<CaseId>,
        number: Option<CaseNumber>,
        account: Option<AccountId>,
        account_name: Option<String>,
        title: String,
        case_title: Option<String>,
        body: String,
        at: Timestamp,
    }
}

/// Everything that has all these words, or words that begin with them; a case number comes first. Letters' case and marks do
/// not matter. The best are found among the newest [`CANDIDATES`] that fit.
pub fn find(conn: &Conn, words: &str, limit: i64) -> Result<Vec<Hit>, Fault> {
    let terms = terms(words);
    if terms.is_empty() {
        return Ok(vec![]);
    }
    let limit = usize::try_from(limit.clamp(1, HITS_AT_MOST)).unwrap_or(1);
    let mut ids = named(conn, &terms)?;
    let wanted = CANDIDATES.max(limit as i64);
    match conn.engine() {
        Engine::Sqlite => ids.extend(on_sqlite(conn, &terms, wanted)?),
        Engine::Postgres => ids.extend(on_postgres(conn, &terms, wanted)?),
    }
    ids.sort_unstable();
    ids.dedup();
    let mut found = rank::ranked(read(conn, &ids)?, &terms, limit);
    if let Some(hit) = by_number(conn, words)? {
        found.retain(|f| f.subject != hit.subject);
        found.insert(0, hit);
        found.truncate(limit);
    }
    Ok(found)
}

fn read(conn: &Conn, ids: &[i64]) -> Result<Vec<Found>, Fault> {
    conn.all(
        sql!(
            "select d.kind, d.subject_id, d.case_id, c.number, d.account_id, a.name, d.title, c.title, substr(d.body, 1, 2000), d.at
             from search_docs d left join cases c on c.id = d.case_id left join accounts a on a.id = d.account_id
             where d.n in {ints ?1} order by d.n desc limit 500"
        ),
        &[list(ids.iter().copied())],
    )
}

fn by_number(conn: &Conn, words: &str) -> Result<Option<Hit>, Fault> {
    let Ok(number) = words.parse::<CaseNumber>() else { return Ok(None) };
    let found: Option<Found> = conn.maybe(
        sql!(
            "select d.kind, d.subject_id, d.case_id, c.number, d.account_id, a.name, d.title, c.title, substr(d.body, 1, 2000), d.at
             from cases c join search_docs d on d.kind = 'case' and d.subject_id = c.id left join accounts a on a.id = c.account_id where c.number = ?1"
        ),
        &params![number],
    )?;
    Ok(found.map(|f| rank::hit(f, &[])))
}

/// Those whose own name has the words: a customer is found even when a million notes speak of them.
fn named(conn: &Conn, terms: &[String]) -> Result<Vec<i64>, Fault> {
    let terms: Vec<String> = terms.iter().map(|t| terms::as_name(t)).collect();
    match conn.engine() {
        Engine::Sqlite => matching(conn, &terms::fts5(&terms), NAMED),
        Engine::Postgres => indexed(conn, &terms::tsquery(&terms), NAMED),
    }
}

/// FTS5 walks backwards from the newest and stops, when a word is whole or its beginning has an index of its own. A longer
/// beginning is therefore shortened first and checked here; only when that finds too little, FTS5 collects all its places.
fn on_sqlite(conn: &Conn, terms: &[String], wanted: i64) -> Result<Vec<i64>, Fault> {
    let short: Vec<String> = terms.iter().map(|t| t.chars().take(INDEXED_LETTERS).collect()).collect();
    let shortened: Vec<(i64, String, String)> = conn.all(
        sql!(sqlite
            "select d.n, d.title, d.body from search_words w join search_docs d on d.n = w.rowid where search_words match ?1 order by w.rowid desc limit ?2"
        ),
        &params![terms::fts5(&short), SHORTENED],
    )?;
    let is_all = (shortened.len() as i64) < SHORTENED;
    let fits = shortened.into_iter().filter(|(_, title, body)| terms::have(&[title, body], terms)).map(|(n, ..)| n);
    let ids: Vec<i64> = fits.take(usize::try_from(wanted).unwrap_or(0)).collect();
    if is_all || ids.len() as i64 == wanted { Ok(ids) } else { matching(conn, &terms::fts5(terms), wanted) }
}

fn matching(conn: &Conn, query: &str, limit: i64) -> Result<Vec<i64>, Fault> {
    conn.all(
        sql!(sqlite "select rowid from search_words where search_words match ?1 order by rowid desc limit ?2"),
        &params![query, limit],
    )
}

/// Among the newest first, which serves common words; the index then serves rare ones.
fn on_postgres(conn: &Conn, terms: &[String], wanted: i64) -> Result<Vec<i64>, Fault> {
    let query = terms::tsquery(terms);
    let newest: Vec<i64> = conn.all(
        sql!(postgres
            "select n from (select n, words from search_docs order by n desc limit ?2) as newest where words @@ cast(cast(?1 as text) as tsquery) limit ?3"
        ),
        &params![&query, WINDOW, wanted],
    )?;
    if newest.len() as i64 == wanted { Ok(newest) } else { indexed(conn, &query, wanted) }
}

/// By the index and by nothing else: the planner cannot guess how rare the beginning of a word is, and a wrong guess reads
/// the whole table.
fn indexed(conn: &Conn, query: &str, limit: i64) -> Result<Vec<i64>, Fault> {
    scans(conn, "off")?;
    let found = conn.all(
        sql!(postgres "select n from search_docs where words @@ cast(cast(?1 as text) as tsquery) limit ?2"),
        &params![query, limit],
    )?;
    scans(conn, "on")?;
    Ok(found)
}

fn scans(conn: &Conn, word: &str) -> Result<(), Fault> {
    conn.one::<(String, String)>(
        sql!(postgres "select set_config('enable_seqscan', ?1, true), set_config('enable_indexscan', ?1, true)"),
        &params![word],
    )
    .map(drop)
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
        let number = format!("{} {}", after.number, after.number.0);
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
