//! Signals: hints without a case yet. Each ends in exactly one of five ways, by a person or by evidence ([`prevented`], [`merged`]), and stays to be
//! counted.

use crate::{Conn, Fault, NotKept, Tx, list, mint::Mint, params, record, sql};
use casework::{
    Refusal,
    ids::{AccountId, CaseId, ContactId, PersonId, SignalId},
};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;
use watch::{Confidence, Finding, Kind, Sentence};

mod columns;
pub mod merged;
pub mod prevented;
mod status;
pub mod talks;
pub mod told;
pub mod undo;

pub(crate) use columns::{Evidence, Sure};
pub use status::Status;

/// The longest page of signals.
pub const PAGE: usize = 200;

/// Who spoke of the trouble first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstToTell {
    Customer,
    Us,
}

/// A signal to be kept, unless there is one for its subject already.
#[derive(Debug, Clone)]
pub struct Raised {
    pub kind: String,
    pub subject: String,
    pub account: Option<AccountId>,
    pub contact: Option<ContactId>,
    pub line: Option<Uuid>,
    pub message: Option<Uuid>,
    pub evidence: Sentence,
    pub since: Timestamp,
    pub owed_at: Timestamp,
    pub detected_at: Timestamp,
    pub first_to_tell: FirstToTell,
    /// The colleague who told first, unless they left their name out (S040).
    pub raised_by: Option<PersonId>,
    /// How sure the watch is; people are not asked.
    pub confidence: Option<Confidence>,
}

impl Raised {
    /// What the watch found about a line, or about the customer itself.
    pub fn seen(finding: Finding, account: AccountId, line: impl Into<Option<Uuid>>) -> Raised {
        Raised {
            kind: finding.kind.word().into(),
            subject: finding.subject,
            account: Some(account),
            contact: None,
            line: line.into(),
            message: None,
            evidence: finding.evidence,
            since: finding.since,
            owed_at: finding.owed_at,
            detected_at: finding.first_seen,
            first_to_tell: FirstToTell::Us,
            raised_by: None,
            confidence: Some(finding.confidence),
        }
    }
}

/// Keeps what is new among these and counts it by the watch's kinds. Looking twice makes one signal.
pub fn raise(tx: &Tx, found: &[Raised], mint: &mut Mint) -> Result<BTreeMap<Kind, u64>, Fault> {
    let mut raised = BTreeMap::new();
    if found.is_empty() {
        return Ok(raised);
    }
    let mut told = HashSet::new();
    let new: Vec<&Raised> = found.iter().filter(|one| told.insert((one.kind.as_str(), one.subject.as_str()))).collect();
    for (one, hit) in new.iter().zip(insert(tx, &new, mint)?) {
        if let (1, Some(kind)) = (hit, Kind::ALL.into_iter().find(|kind| kind.word() == one.kind)) {
            *raised.entry(kind).or_default() += 1;
        }
    }
    Ok(raised)
}

/// Whether there is none for its subject yet.
pub fn is_new(conn: &Conn, raised: &Raised) -> Result<bool, Fault> {
    let known: Option<i64> = conn.maybe(
        sql!("select 1 from signals where kind = ?1 and subject = ?2"),
        &params![&raised.kind, &raised.subject],
    )?;
    Ok(known.is_none())
}

/// The statuses of the signals that mails of one thread have raised. From the mails to their signals (`cross join`): the other way
/// about every signal of the kind would be read for each mail that comes.
pub fn of_thread(conn: &Conn, kind: &str, thread: Uuid) -> Result<Vec<Status>, Fault> {
    conn.all(
        sql!(
            "select s.status from messages m cross join signals s
             where s.message_id = m.id and m.thread_id = ?2 and s.kind = ?1 order by s.detected_at, s.id limit 1000"
        ),
        &params![kind, thread],
    )
}

/// Writes those whose subject has no signal yet, and says of each whether it was one. To ask before which subjects are known would
/// look through the same index twice, and another server may look at the same line at the same moment.
fn insert(tx: &Tx, new: &[&Raised], mint: &mut Mint) -> Result<Vec<u64>, Fault> {
    let evidence = new.iter().map(|one| crate::columns::to_json(&one.evidence)).collect::<Result<Vec<_>, _>>()?;
    let sure = new.iter().map(|one| one.confidence.as_ref().map(crate::columns::to_json).transpose());
    let sure = sure.collect::<Result<Vec<_>, _>>()?;
    let rows = new.iter().zip(&evidence).zip(&sure).map(|((one, evidence), sure)| {
        let first = match one.first_to_tell {
            FirstToTell::Customer => "customer",
            FirstToTell::Us => "us",
        };
        params![
            mint.id(),
            &one.kind,
            &one.subject,
            one.account.map(|id| id.0),
            one.contact.map(|id| id.0),
            one.line,
            one.message,
            evidence,
            one.since,
            one.owed_at,
            one.detected_at,
            first,
            one.raised_by,
            sure.as_deref(),
        ]
    });
    tx.hit_each(
        sql!(
            "insert into signals (id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, first_to_tell, raised_by, confidence, status, snoozes)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'new', 0) on conflict (kind, subject) do nothing"
        ),
        rows,
    )
}

record! {
    struct About {
        account: Option<Uuid>,
        contact: Option<Uuid>,
        line: Option<Uuid>,
        message: Option<Uuid>,
        case: Option<Uuid>,
    }
}

record! {
    struct Row {
        id: Uuid,
        kind: String,
        subject: String,
        about: About,
        evidence: Evidence,
        since: Timestamp,
        owed_at: Timestamp,
        detected_at: Timestamp,
        first_to_tell: String,
        status: Status,
        snoozed_until: Option<Timestamp>,
        snoozes: u8,
        ended_by: Option<Uuid>,
        ended_at: Option<Timestamp>,
        reason: Option<String>,
        raised_by: Option<PersonId>,
        proof: Option<Evidence>,
        confidence: Option<Sure>,
    }
}

/// A signal as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    pub id: SignalId,
    pub kind: String,
    pub subject: String,
    pub account: Option<AccountId>,
    pub contact: Option<ContactId>,
    pub line: Option<Uuid>,
    pub message: Option<Uuid>,
    pub case: Option<CaseId>,
    pub evidence: Sentence,
    pub since: Timestamp,
    pub owed_at: Timestamp,
    pub detected_at: Timestamp,
    pub first_to_tell: FirstToTell,
    pub status: Status,
    pub snoozed_until: Option<Timestamp>,
    pub snoozes: u8,
    pub ended_by: Option<PersonId>,
    pub ended_at: Option<Timestamp>,
    pub reason: Option<String>,
    pub raised_by: Option<PersonId>,
    /// What showed that it was put right or belongs to a case, where no person ended it.
    pub proof: Option<Sentence>,
    /// How sure the watch was when it said so; nothing for what people told.
    pub confidence: Option<Confidence>,
}

impl From<Row> for Signal {
    fn from(row: Row) -> Signal {
        Signal {
            id: SignalId(row.id),
            kind: row.kind,
            subject: row.subject,
            account: row.about.account.map(AccountId),
            contact: row.about.contact.map(ContactId),
            line: row.about.line,
            message: row.about.message,
            case: row.about.case.map(CaseId),
            evidence: row.evidence.0,
            since: row.since,
            owed_at: row.owed_at,
            detected_at: row.detected_at,
            first_to_tell: if row.first_to_tell == "customer" { FirstToTell::Customer } else { FirstToTell::Us },
            status: row.status,
            snoozed_until: row.snoozed_until,
            snoozes: row.snoozes,
            ended_by: row.ended_by.map(PersonId),
            ended_at: row.ended_at,
            reason: row.reason,
            raised_by: row.raised_by,
            proof: row.proof.map(|Evidence(proof)| proof),
            confidence: row.confidence.map(|Sure(confidence)| confidence),
        }
    }
}

/// One signal.
pub fn by_id(conn: &Conn, id: SignalId) -> Result<Option<Signal>, Fault> {
    let row: Option<Row> = conn.maybe(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where id = ?1"
        ),
        &params![id.0],
    )?;
    Ok(row.map(Signal::from))
}

/// These signals, the first noticed first; at most [`PAGE`].
pub(crate) fn by_ids(conn: &Conn, ids: &[SignalId]) -> Result<Vec<Signal>, Fault> {
    let ids = list(ids.iter().take(PAGE).map(|id| id.0));
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where id in {ids ?1} order by detected_at, id"
        ),
        &params![ids],
    )?;
    Ok(rows.into_iter().map(Signal::from).collect())
}

/// Where a page of signals begins: behind this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    pub owed_at: Timestamp,
    pub id: SignalId,
}

/// Signals that wait for somebody, the longest owed first. Snoozed ones are left out until their time is over.
pub fn waiting(conn: &Conn, now: Timestamp, after: Option<After>, size: usize) -> Result<Vec<Signal>, Fault> {
    let (owed_at, id) = after.map_or((Timestamp::MIN, Uuid::nil()), |after| (after.owed_at, after.id.0));
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where ended_at is null and (snoozed_until is null or snoozed_until <= ?1) and (owed_at, id) > (?2, ?3) order by owed_at, id limit ?4"
        ),
        &params![now, owed_at, id, size.min(PAGE) as i64],
    )?;
    Ok(rows.into_iter().map(Signal::from).collect())
}

/// An account's signals, the newest first, ended ones included.
pub fn of_account(conn: &Conn, account: AccountId, size: usize) -> Result<Vec<Signal>, Fault> {
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where account_id = ?1 order by detected_at desc, id desc limit ?2"
        ),
        &params![account.0, size.min(PAGE) as i64],
    )?;
    Ok(rows.into_iter().map(Signal::from).collect())
}

/// How many wait, by kind.
pub fn counts(conn: &Conn) -> Result<Vec<(String, i64)>, Fault> {
    conn.all(
        sql!("select kind, cast(count(*) as bigint) from signals where ended_at is null group by kind order by kind"),
        &params![],
    )
}

/// One of the five ends (I12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It became this case.
    Case(CaseId),
    /// This case is about it already.
    Merged(CaseId),
    /// It was put right before it reached the customer; what shows that.
    Prevented { evidence: String },
    /// It is nothing; why.
    Dismissed { reason: String },
}

/// A case was opened from a signal: that is how the signal ended, unless somebody ended it meanwhile.
pub(crate) fn became(tx: &Tx, id: SignalId, case: CaseId, by: Option<PersonId>, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update signals set status = 'case', case_id = ?2, ended_by = ?3, ended_at = ?4, snoozed_until = null where id = ?1 and ended_at is null"
        ),
        &params![id, case, by, now],
    )?;
    // The mail that raised it is the first of the case.
    let mail = sql!(
        "update messages set place = 'case', case_id = ?2 where case_id is null and place = 'account' and id = (select s.message_id from signals s where s.id = ?1 and s.case_id = ?2)"
    );
    tx.put(mail, &params![id, case])?;
    let found = sql!(
        "update search_docs set case_id = ?2 where kind = 'mail' and subject_id = (select s.message_id from signals s where s.id = ?1 and s.case_id = ?2)"
    );
    tx.put(found, &params![id, case])
}

/// The longest reason.
const REASON_LIMIT: usize = 2_000;

/// Ends a signal, once and for ever, by a named person.
pub fn end(tx: &Tx, id: SignalId, end: &End, by: PersonId, now: Timestamp) -> Result<(), NotKept> {
    let (status, case, reason) = match end {
        End::Case(case) => (Status::Case, Some(case.0), None),
        End::Merged(case) => (Status::Merged, Some(case.0), None),
        End::Prevented { evidence } => (Status::Prevented, None, Some(worded(evidence, "signal-needs-evidence")?)),
        End::Dismissed { reason } => (Status::Dismissed, None, Some(worded(reason, "signal-needs-reason")?)),
    };
    let ended = tx.hit(
        sql!(
            "update signals set status = ?2, case_id = ?3, reason = ?4, ended_by = ?5, ended_at = ?6, snoozed_until = null
             where id = ?1 and ended_at is null"
        ),
        &params![id.0, status.word(), case, reason, by.0, now],
    )?;
    if ended == 0 { Err(gone(tx, id)?.into()) } else { Ok(()) }
}

/// Puts a signal off until `until`, once, and no longer than `one_working_day` from now (S036, C31).
pub fn snooze(
    tx: &Tx,
    id: SignalId,
    until: Timestamp,
    one_working_day: Timestamp,
    now: Timestamp,
) -> Result<(), NotKept> {
    if until <= now {
        return Err(Refusal::input("until", "signal-snooze-is-past").into());
    }
    if until > one_working_day {
        return Err(Refusal::input("until", "signal-snooze-too-long").into());
    }
    let snoozed = tx.hit(
        sql!("update signals set status = 'snoozed', snoozed_until = ?2, snoozes = 1 where id = ?1 and ended_at is null and snoozes = 0"),
        &params![id.0, until],
    )?;
    if snoozed == 1 {
        return Ok(());
    }
    match by_id(tx, id)? {
        Some(signal) if signal.ended_at.is_none() => Err(Refusal::law("signal-snoozed-once").into()),
        _ => Err(gone(tx, id)?.into()),
    }
}

fn worded(text: &str, code: &'static str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::input("reason", code));
    }
    Ok(text.chars().take(REASON_LIMIT).collect())
}

fn gone(conn: &Conn, id: SignalId) -> Result<Refusal, Fault> {
    Ok(match by_id(conn, id)? {
        Some(_) => Refusal::state("signal-ended"),
        None => Refusal::missing("no-such-signal"),
    })
}
