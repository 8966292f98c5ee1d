//! Gathers everything that a decision may look at, in a handful of keyed reads inside the transaction that will keep it.
use crate::{Conn, Fault, Tx, firm::Firm, params, record, sql};
use casework::facts::{AccountFacts, Actor, EarlierCase, Facts};
use casework::ids::*;
use casework::kinds::{Prevention, Recovery, TroubleKind};
use casework::policy::CustomerRule;
use casework::{Case, Change};
use jiff::{Span, Timestamp};
use std::sync::Arc;
use uuid::Uuid;

/// Earlier cases looked at for a repeat.
const EARLIER_AT_MOST: i64 = 50;

/// Which case a wish is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRef {
    Id(CaseId),
    Number(CaseNumber),
    /// One that does not exist yet, for this customer.
    New(CaseId, AccountId, CaseNumber),
}

/// A case as it is kept, with the hash its next event follows.
#[derive(Clone, Debug)]
pub struct Kept {
    pub case: Case,
    pub tail: Vec<u8>,
}

/// Who asks, what for, and when.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub by: Actor,
    pub request: RequestId,
    pub seen: Option<u64>,
    pub now: Timestamp,
    /// The second case of a merge, link or split.
    pub other: Option<CaseRef>,
}

/// The facts, and the hashes that history goes on from.
pub struct Gathered {
    pub facts: Facts,
    pub tail: Vec<u8>,
    pub other_tail: Vec<u8>,
}

/// What the first look at the door finds, in one statement: was it done already, is the firm still as it was, and the case.
pub struct Door {
    /// The case and its version when this request was done.
    pub done: Option<(CaseId, u64)>,
    pub firm_version: i64,
    kept: Option<Kept>,
    account: Option<AccountRow>,
}

record! {
    struct AccountRow {
        id: Uuid,
        name: String,
        relationship_owner: Option<Uuid>,
        cover: Option<Uuid>,
        strength: Option<u8>,
        calendar: Option<Uuid>,
        rules: String,
    }
}
record! {
    struct DoorRow {
        done_case: Option<Uuid>,
        done_version: Option<i64>,
        firm_version: Option<i64>,
        state: String,
        tail: Vec<u8>,
        account: AccountRow,
    }
}

/// Looks, and on PostgreSQL locks the case. Of two cases none is locked yet: that is done in the order of their ids.
///
/// # Errors
/// Faults of the database.
pub fn door(tx: &Tx, on: CaseRef, asking: &Asking) -> Result<Door, Fault> {
    if asking.other.is_none()
        && let Some(row) = at_the_door(tx, on, asking.request)?
    {
        let done = row.done_case.map(CaseId).zip(row.done_version.map(i64::unsigned_abs));
        let kept = Kept { case: read_state(&row.state)?, tail: row.tail };
        let firm_version = row.firm_version.unwrap_or(0);
        return Ok(Door { done, firm_version, kept: Some(kept), account: Some(row.account) });
    }
    let done = already_done(tx, asking.request)?;
    Ok(Door { done, firm_version: crate::firm::version(tx)?, kept: None, account: None })
}

fn at_the_door(tx: &Tx, on: CaseRef, request: RequestId) -> Result<Option<DoorRow>, Fault> {
    match on {
        CaseRef::Id(id) => tx.maybe(
            sql!(
                "select (select r.case_id from requests r where r.id = ?2), (select r.version from requests r where r.id = ?2),
                 (select s.version from settings s where s.name = 'firm'), c.state, c.tail,
                 a.id, a.name, a.relationship_owner, a.cover, a.strength, a.calendar_id, a.rules
                 from cases c join accounts a on a.id = c.account_id where c.id = ?1 {for_update_of_case}"
            ),
            &params![id.0, request.0],
        ),
        CaseRef::Number(number) => tx.maybe(
            sql!(
                "select (select r.case_id from requests r where r.id = ?2), (select r.version from requests r where r.id = ?2),
                 (select s.version from settings s where s.name = 'firm'), c.state, c.tail,
                 a.id, a.name, a.relationship_owner, a.cover, a.strength, a.calendar_id, a.rules
                 from cases c join accounts a on a.id = c.account_id where c.number = ?1 {for_update_of_case}"
            ),
            &params![signed(number.0), request.0],
        ),
        CaseRef::New(..) => Ok(None),
    }
}

/// Everything a decision may look at. Two cases are locked in the order of their ids.
///
/// # Errors
/// Faults of the database; nothing when there is no such case.
pub fn gather(tx: &Tx, firm: &Firm, on: CaseRef, asking: &Asking) -> Result<Option<Gathered>, Fault> {
    gather_from(tx, firm, on, asking, Door { done: None, firm_version: firm.version, kept: None, account: None })
}

/// The same, going on from what the first look found.
///
/// # Errors
/// As for [`gather`].
pub fn gather_from(tx: &Tx, firm: &Firm, on: CaseRef, asking: &Asking, door: Door) -> Result<Option<Gathered>, Fault> {
    let (kept, other) = match (door.kept, asking.other) {
        (Some(kept), None) => (Some(kept), None),
        (_, other) => locked(tx, on, other)?,
    };
    let Some(kept) = kept else { return Ok(None) };
    let account = match (door.account, on) {
        (Some(row), _) => Some(row),
        (None, CaseRef::New(_, account, _)) => account_row(tx, account)?,
        (None, _) => account_row(tx, kept.case.account)?,
    };
    let Some(account) = account else { return Ok(None) };
    let (account, calendar, rules) = account_facts(tx, account)?;
    // Only a case that begins asks what came before; the answer is kept with it.
    let begins = !kept.case.exists() || matches!(asking.other, Some(CaseRef::New(..)));
    let earlier = if begins { earlier(tx, account.id, asking.now, firm)? } else { vec![] };
    let next_number = match (on, asking.other) {
        (CaseRef::New(_, _, number), _) | (_, Some(CaseRef::New(_, _, number))) => number,
        _ => CaseNumber(0),
    };
    let (other, other_tail) = other.map_or((None, vec![]), |k| (Some(k.case), k.tail));
    let facts = Facts {
        case: kept.case,
        other,
        account,
        actor: asking.by,
        colleagues: firm.colleagues.clone(),
        policy: if rules.is_empty() { firm.policy.clone() } else { Arc::new(firm.policy.shortened(&rules)) },
        ours: firm.ours.clone(),
        theirs: firm.calendar(calendar),
        playbooks: firm.playbooks.clone(),
        shelf: firm.shelf.clone(),
        emergency: firm.emergency.clone(),
        earlier,
        next_number,
        now: asking.now,
        request: asking.request,
        seen: asking.seen,
    };
    Ok(Some(Gathered { facts, tail: kept.tail, other_tail }))
}

/// Two cases are locked in the order of their ids, so that two such wishes cannot wait for each other.
fn locked(tx: &Tx, on: CaseRef, other: Option<CaseRef>) -> Result<(Option<Kept>, Option<Kept>), Fault> {
    let Some(other) = other else { return Ok((one(tx, on)?, None)) };
    let (first, second) = (id_of(tx, on)?, id_of(tx, other)?);
    if first <= second {
        let kept = one(tx, on)?;
        Ok((kept, one(tx, other)?))
    } else {
        let other = one(tx, other)?;
        Ok((one(tx, on)?, other))
    }
}

fn id_of(tx: &Tx, on: CaseRef) -> Result<Option<Uuid>, Fault> {
    match on {
        CaseRef::Id(id) | CaseRef::New(id, ..) => Ok(Some(id.0)),
        CaseRef::Number(number) => tx.maybe(sql!("select id from cases where number = ?1"), &params![signed(number.0)]),
    }
}

fn one(tx: &Tx, on: CaseRef) -> Result<Option<Kept>, Fault> {
    let row: Option<(String, Vec<u8>)> = match on {
        CaseRef::Id(id) => {
            tx.maybe(sql!("select state, tail from cases where id = ?1 {for_update}"), &params![id.0])?
        }
        CaseRef::Number(number) => {
            tx.maybe(sql!("select state, tail from cases where number = ?1 {for_update}"), &params![signed(number.0)])?
        }
        CaseRef::New(id, ..) => return Ok(Some(Kept { case: Case::blank(id), tail: vec![] })),
    };
    row.map(|(state, tail)| Ok(Kept { case: read_state(&state)?, tail })).transpose()
}

/// The facts of a case as they are now, for a page that explains; nothing is locked, so nothing may be decided from them.
///
/// # Errors
/// Faults of the database; nothing when there is no such case.
pub fn look(conn: &Conn, firm: &Firm, number: CaseNumber, by: Actor, now: Timestamp) -> Result<Option<Facts>, Fault> {
    let Some(kept) = crate::cases::by_number(conn, number)? else { return Ok(None) };
    let Some(row) = account_row(conn, kept.case.account)? else { return Ok(None) };
    let (account, calendar, rules) = account_facts(conn, row)?;
    Ok(Some(Facts {
        case: kept.case,
        other: None,
        account,
        actor: by,
        colleagues: firm.colleagues.clone(),
        policy: if rules.is_empty() { firm.policy.clone() } else { Arc::new(firm.policy.shortened(&rules)) },
        ours: firm.ours.clone(),
        theirs: firm.calendar(calendar),
        playbooks: firm.playbooks.clone(),
        shelf: firm.shelf.clone(),
        emergency: firm.emergency.clone(),
        earlier: vec![],
        next_number: CaseNumber(0),
        now,
        request: RequestId(Uuid::nil()),
        seen: None,
    }))
}

/// # Errors
/// When the kept state is not a case any more: a bug, never a user's fault.
pub fn read_state(state: &str) -> Result<Case, Fault> {
    serde_json::from_str(state).map_err(|e| Fault::Engine(anyhow::Error::new(e).context("the kept state of a case")))
}

fn account_row(conn: &Conn, id: AccountId) -> Result<Option<AccountRow>, Fault> {
    conn.maybe(
        sql!("select id, name, relationship_owner, cover, strength, calendar_id, rules from accounts where id = ?1"),
        &params![id.0],
    )
}

/// What a decision may know of the account, its calendar, and its own rules.
fn account_facts(conn: &Conn, row: AccountRow) -> Result<(AccountFacts, Option<Uuid>, Vec<CustomerRule>), Fault> {
    let contacts: Vec<Uuid> =
        conn.all(sql!("select id from contacts where account_id = ?1 order by name, id limit 200"), &params![row.id])?;
    let facts = AccountFacts {
        id: AccountId(row.id),
        name: row.name,
        relationship_owner: row.relationship_owner.map(PersonId),
        cover: row.cover.map(PersonId),
        contacts: contacts.into_iter().map(ContactId).collect(),
        strength: row.strength,
    };
    let rules = serde_json::from_str(&row.rules)
        .map_err(|e| Fault::Engine(anyhow::Error::new(e).context("the rules of an account")))?;
    Ok((facts, row.calendar, rules))
}

fn earlier(tx: &Tx, account: AccountId, now: Timestamp, firm: &Firm) -> Result<Vec<EarlierCase>, Fault> {
    let window = Span::new().days(31 * i64::from(firm.policy.repeat_months));
    let since = now.to_zoned(jiff::tz::TimeZone::UTC).checked_sub(window).map_or(now, |z| z.timestamp());
    type Row = (Uuid, i64, String, Timestamp, String, String);
    let rows: Vec<Row> = tx.all(
        sql!("select id, number, kind, recognised_at, recovery, prevention from cases where account_id = ?1 and recognised_at >= ?2 order by recognised_at desc, id limit ?3"),
        &params![account.0, since, EARLIER_AT_MOST],
    )?;
    let read = |(id, number, kind, recognised_at, recovery, prevention): Row| EarlierCase {
        id: CaseId(id),
        number: CaseNumber(number.unsigned_abs()),
        account,
        kind: TroubleKind::from_word(&kind).unwrap_or(TroubleKind::Other),
        recognised_at,
        recovery: Recovery::from_word(&recovery).unwrap_or(Recovery::Spotted),
        prevention: Prevention::from_word(&prevention).unwrap_or(Prevention::NotStarted),
        hand_overs: 0,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Counters fit: a case has far fewer than 2^63 events.
pub(crate) fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The kept answer of a request that was already done: the case's version then.
pub fn already_done(tx: &Tx, request: RequestId) -> Result<Option<(CaseId, u64)>, Fault> {
    let row: Option<(Uuid, i64)> =
        tx.maybe(sql!("select case_id, version from requests where id = ?1"), &params![request.0])?;
    Ok(row.map(|(case, version)| (CaseId(case), version.unsigned_abs())))
}

/// Answers of requests older than `before` are forgotten; a retry after that asks anew.
pub fn forget_requests(tx: &Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.hit(sql!("delete from requests where at < ?1"), &params![before])
}

/// A change of nothing: the request was fine and there was nothing to do.
pub fn is_nothing(change: &Change) -> bool {
    change.events.is_empty() && change.other.is_none()
}
