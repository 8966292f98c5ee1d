//! What a colleague saw and said, before anybody else: thanked by name, or without one when they wish it so (S040).

use super::{FirstToTell, Raised, Signal};
use crate::{Conn, Fault, NotKept, Tx, mint::Mint, params, record, sql};
use casework::{
    Refusal,
    ids::{AccountId, CaseId, PersonId, SignalId},
};
use jiff::Timestamp;
use uuid::Uuid;
use watch::{Arg, Sentence};

/// The word of the kind, beside those of the watch; the index of those who told first has it in its text, too.
pub const KIND: &str = "told";
/// Characters of what was seen.
pub const WORDS_AT_MOST: usize = 2_000;
/// Those who told first that are shown to the team.
pub const THANKED: usize = 8;
/// Signals that one case may have come from.
const OF_CASE: i64 = 20;

/// What was seen.
#[derive(Debug, Clone)]
pub struct Told {
    /// Two presses of one button say it once.
    pub request: Uuid,
    pub account: Option<AccountId>,
    pub line: Option<Uuid>,
    pub words: String,
    /// Nobody, when they left their name out; then it is written nowhere.
    pub by: Option<PersonId>,
    pub since: Timestamp,
    pub owed_at: Timestamp,
}

/// Whether anybody had said it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    First(SignalId),
    /// Somebody told of the same line already, and it still waits.
    Before(SignalId),
}

/// Keeps it as a signal. A line of which somebody told already keeps its first teller.
pub fn tell(tx: &Tx, told: &Told, mint: &mut Mint, now: Timestamp) -> Result<Heard, NotKept> {
    let words = told.words.trim();
    if words.is_empty() {
        return Err(Refusal::input("words", "signal-needs-words").into());
    }
    if words.chars().count() > WORDS_AT_MOST {
        return Err(Refusal::input("words", "too-long").with("most", WORDS_AT_MOST).into());
    }
    if told.since > now {
        return Err(Refusal::input("since", "happened-in-future").with("at", told.since).into());
    }
    let (subject, before) = match told.line {
        Some(line) => (format!("{line} {}", told.request), waiting_on(tx, line)?),
        None => (told.request.to_string(), None),
    };
    if let Some(before) = before {
        return Ok(Heard::Before(before));
    }
    let raised = Raised {
        kind: KIND.into(),
        subject: subject.clone(),
        account: told.account,
        contact: None,
        line: told.line,
        message: None,
        evidence: Sentence::new("signal-told", [("words", Arg::Text(words.to_owned()))]),
        since: told.since,
        owed_at: told.owed_at,
        detected_at: now,
        first_to_tell: FirstToTell::Us,
        raised_by: told.by,
        confidence: None,
    };
    super::raise(tx, &[raised], mint)?;
    let id: SignalId =
        tx.one(sql!("select id from signals where kind = ?1 and subject = ?2"), &params![KIND, subject])?;
    Ok(Heard::First(id))
}

fn waiting_on(conn: &Conn, line: Uuid) -> Result<Option<SignalId>, Fault> {
    conn.maybe(
        sql!(
            "select id from signals where line_id = ?2 and kind = ?1 and ended_at is null and line_id is not null order by detected_at, id limit 1"
        ),
        &params![KIND, line],
    )
}

/// The signals that this case came from or took in, the first ones first.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<Signal>, Fault> {
    let ids: Vec<SignalId> = conn.all(
        sql!("select id from signals where case_id = ?1 order by detected_at, id limit ?2"),
        &params![case, OF_CASE],
    )?;
    super::by_ids(conn, &ids)
}

record! {
    /// Somebody who told first.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Teller {
        pub signal: SignalId,
        /// Nobody, when they left their name out.
        pub by: Option<PersonId>,
        pub at: Timestamp,
        pub account: Option<String>,
    }
}

/// Those who told first since then, the latest first; shown so that the team can thank them, never counted against each other.
pub fn lately(conn: &Conn, since: Timestamp) -> Result<Vec<Teller>, Fault> {
    conn.all(
        sql!(
            "select s.id, s.raised_by, s.detected_at, a.name from signals s left join accounts a on a.id = s.account_id
             where s.kind = 'told' and s.detected_at >= ?1 order by s.detected_at desc, s.id desc limit ?2"
        ),
        &params![since, THANKED as i64],
    )
}
