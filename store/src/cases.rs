//! Finding cases: the lists, and everything one case page shows in one go.
use crate::accounts::{self, Account};
use crate::contacts::{self, Contact};
use crate::facts::{Kept, read_state};
use crate::history::{self, EventRow};
use crate::{Conn, Fault, list as values, params, record, search, sql};
use casework::clock::ClockKind;
use casework::ids::*;
use casework::kinds::*;
use jiff::Timestamp;
use uuid::Uuid;

/// Cases on one page of a list.
pub const PAGE_AT_MOST: i64 = 100;
/// The newest cases looked at for how they began.
pub const BEGUN_AT_MOST: i64 = 500;
/// Events shown at first on a case page.
pub const EVENTS_ON_PAGE: i64 = 50;
/// Cases found by words that the other filters then choose from.
const FOUND_AT_MOST: i64 = 200;

record! {
    /// One line of a list of cases.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CaseRow {
        pub id: CaseId,
        pub number: CaseNumber,
        pub title: String,
        pub account_id: AccountId,
        pub account: String,
        pub owner_id: PersonId,
        pub kind: TroubleKind,
        pub severity: Severity,
        pub recovery: Recovery,
        pub prevention: Prevention,
        pub recognised_at: Timestamp,
        pub deadline_at: Option<Timestamp>,
        pub solved_at: Option<Timestamp>,
        /// When the next thing is owed.
        pub next_due: Option<Timestamp>,
    }
}

/// Whether somebody still owes the customer something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Gravest first, oldest first.
    #[default]
    Open,
    /// Newest first.
    Closed,
}

/// What a list is narrowed to; everything left out says: any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub standing: Standing,
    pub state: Option<Recovery>,
    pub owner: Option<PersonId>,
    pub account: Option<AccountId>,
    pub severity: Option<Severity>,
    /// Words of the case, its talks, messages and notes; the best [`FOUND_AT_MOST`] are looked at.
    pub text: String,
}

/// The last line of the page before.
pub type After = (Severity, Timestamp, CaseId);

/// One page, from behind `after` on. Severity, account, owner and state each have their index; a second filter is applied on
/// the way.
pub fn list(conn: &Conn, filter: &Filter, after: Option<After>, limit: i64) -> Result<Vec<CaseRow>, Fault> {
    let limit = limit.clamp(1, PAGE_AT_MOST);
    if !filter.text.trim().is_empty() {
        return found(conn, filter, limit);
    }
    match filter.standing {
        Standing::Open => open(conn, filter, after, limit),
        Standing::Closed => closed(conn, filter, after, limit),
    }
}

// `+c.open` is `c.open`, but SQLite then cannot think the index by `open`, half of all cases, the better one.

/// What a filter that is left out is bound to.
const ANY: i64 = -1;

fn open(conn: &Conn, filter: &Filter, after: Option<After>, limit: i64) -> Result<Vec<CaseRow>, Fault> {
    let rank = filter.severity.map_or(ANY, |s| s as i64);
    let state = filter.state.map_or("", Recovery::word);
    let nil = Uuid::nil();
    let (account, owner) = (filter.account.map_or(nil, |a| a.0), filter.owner.map_or(nil, |p| p.0));
    let (after_rank, after_at, after_id) =
        after.map_or((ANY, Timestamp::MIN, nil), |(severity, at, id)| (severity as i64, at, id.0));
    let binds = params![rank, state, account, owner, after_rank, after_at, after_id, limit, nil];
    let sql = if filter.account.is_some() {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where +c.open = 1 and c.account_id = ?3 and (c.owner_id = ?4 or ?4 = ?9) and (?1 = -1 or c.severity = ?1) and (?2 = '' or c.recovery = ?2)
             and (c.severity, c.recognised_at, c.id) > (?5, ?6, ?7) order by c.severity, c.recognised_at, c.id limit ?8"
        )
    } else if filter.owner.is_some() {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where c.open = 1 and c.owner_id = ?4 and (c.account_id = ?3 or ?3 = ?9) and (?1 = -1 or c.severity = ?1) and (?2 = '' or c.recovery = ?2)
             and (c.severity, c.recognised_at, c.id) > (?5, ?6, ?7) order by c.severity, c.recognised_at, c.id limit ?8"
        )
    } else if filter.state.is_some() {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where +c.open = 1 and c.recovery = ?2 and (?1 = -1 or c.severity = ?1) and (c.account_id = ?3 or ?3 = ?9) and (c.owner_id = ?4 or ?4 = ?9)
             and (c.severity, c.recognised_at, c.id) > (?5, ?6, ?7) order by c.severity, c.recognised_at, c.id limit ?8"
        )
    } else {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where c.open = 1 and (?1 = -1 or c.severity = ?1) and (?2 = '' or c.recovery = ?2) and (c.account_id = ?3 or ?3 = ?9) and (c.owner_id = ?4 or ?4 = ?9)
             and (c.severity, c.recognised_at, c.id) > (?5, ?6, ?7) order by c.severity, c.recognised_at, c.id limit ?8"
        )
    };
    conn.all(sql, &binds)
}

fn closed(conn: &Conn, filter: &Filter, after: Option<After>, limit: i64) -> Result<Vec<CaseRow>, Fault> {
    let rank = filter.severity.map_or(ANY, |s| s as i64);
    let state = filter.state.map_or("", Recovery::word);
    let nil = Uuid::nil();
    let (account, owner) = (filter.account.map_or(nil, |a| a.0), filter.owner.map_or(nil, |p| p.0));
    let (after_at, after_id) = after.map_or((Timestamp::MAX, Uuid::max()), |(_, at, id)| (at, id.0));
    let binds = params![rank, state, account, owner, after_at, after_id, limit, nil];
    let sql = if filter.account.is_some() {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where +c.open = 0 and c.account_id = ?3 and (c.owner_id = ?4 or ?4 = ?8) and (?1 = -1 or c.severity = ?1) and (?2 = '' or c.recovery = ?2)
             and (c.recognised_at, c.id) < (?5, ?6) order by c.recognised_at desc, c.id desc limit ?7"
        )
    } else {
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where c.open = 0 and (?1 = -1 or c.severity = ?1) and (?2 = '' or c.recovery = ?2) and (c.account_id = ?3 or ?3 = ?8) and (c.owner_id = ?4 or ?4 = ?8)
             and (c.recognised_at, c.id) < (?5, ?6) order by c.recognised_at desc, c.id desc limit ?7"
        )
    };
    conn.all(sql, &binds)
}

/// Cases that a search finds, narrowed by the other filters; one page only.
fn found(conn: &Conn, filter: &Filter, limit: i64) -> Result<Vec<CaseRow>, Fault> {
    let mut ids: Vec<Uuid> = vec![];
    for hit in search::find(conn, &filter.text, FOUND_AT_MOST)? {
        if let Some(case) = hit.case.filter(|c| !ids.contains(&c.0)) {
            ids.push(case.0);
        }
    }
    let rows: Vec<CaseRow> = conn.all(
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id where c.id in {ids ?1}"
        ),
        &[values(ids.iter().copied())],
    )?;
    let fits = |r: &CaseRow| {
        r.recovery.is_open() == (filter.standing == Standing::Open)
            && filter.state.is_none_or(|s| r.recovery == s)
            && filter.owner.is_none_or(|p| r.owner_id == p)
            && filter.account.is_none_or(|a| r.account_id == a)
            && filter.severity.is_none_or(|s| r.severity == s)
    };
    let mut rows: Vec<CaseRow> = rows.into_iter().filter(fits).collect();
    rows.sort_by_key(|r| ids.iter().position(|id| *id == r.id.0));
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(rows)
}

/// Everything that stands on a case's page.
#[derive(Clone, Debug)]
pub struct CasePage {
    pub kept: Kept,
    pub account: Account,
    pub contacts: Vec<Contact>,
    /// The newest [`EVENTS_ON_PAGE`], newest first; older ones by [`history::rows_before`].
    pub events: Vec<EventRow>,
    /// Cases this one repeats, is linked with, or went into.
    pub related: Vec<CaseRow>,
}

/// Nothing when there is no such case.
pub fn page(conn: &Conn, number: CaseNumber) -> Result<Option<CasePage>, Fault> {
    let Some(kept) = by_number(conn, number)? else { return Ok(None) };
    let case = &kept.case;
    let Some(account) = accounts::by_id(conn, case.account)? else { return Ok(None) };
    let related: Vec<Uuid> =
        case.repeat_of.iter().chain(&case.linked).chain(&case.merged_into).take(50).map(|c| c.0).collect();
    Ok(Some(CasePage {
        contacts: contacts::of_account(conn, case.account)?,
        events: history::rows_before(conn, case.id, i64::MAX, EVENTS_ON_PAGE)?,
        related: if related.is_empty() { vec![] } else { by_ids(conn, &related)? },
        account,
        kept,
    }))
}

/// The state as it is kept, not locked: for looking, never for deciding.
pub fn by_number(conn: &Conn, number: CaseNumber) -> Result<Option<Kept>, Fault> {
    let row: Option<(String, Vec<u8>)> =
        conn.maybe(sql!("select state, tail from cases where number = ?1"), &params![number])?;
    row.map(|(state, tail)| Ok(Kept { case: read_state(&state)?, tail })).transpose()
}

/// The number of a case, for links from elsewhere.
pub fn number_of(conn: &Conn, id: CaseId) -> Result<Option<CaseNumber>, Fault> {
    conn.maybe(sql!("select number from cases where id = ?1"), &params![id])
}

record! {
    /// How a case began: enough to say which playbook it would begin with.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Begun {
        pub number: CaseNumber,
        pub title: String,
        pub kind: TroubleKind,
        pub origin: Origin,
    }
}

/// Cases opened since then among the newest [`BEGUN_AT_MOST`], the newest first.
pub fn begun_since(conn: &Conn, since: Timestamp) -> Result<Vec<Begun>, Fault> {
    conn.all(
        sql!(
            "select number, title, kind, origin from (select number, title, kind, origin, opened_at from cases order by number desc limit ?2) as newest
             where opened_at >= ?1 order by number desc"
        ),
        &params![since, BEGUN_AT_MOST],
    )
}

/// How many cases are open.
pub fn open_count(conn: &Conn) -> Result<i64, Fault> {
    conn.one(sql!("select count(*) from cases where open = 1"), &[])
}

/// Cases without agreement in sight whose clock for it is over (C28), the longest first: those of this colleague, or that they are called to
/// decide; everybody's when nobody is named.
pub fn stuck(conn: &Conn, whose: Option<PersonId>, now: Timestamp, limit: i64) -> Result<Vec<CaseNumber>, Fault> {
    let nil = Uuid::nil();
    conn.all(
        sql!(
            "select c.number from clocks k join cases c on c.id = k.case_id
             where k.block = ?1 and k.met_at is null and k.due <= ?2 and k.kind = ?3 and (c.owner_id = ?4 or k.owed_by = ?4 or ?4 = ?5)
             order by k.due, c.number limit ?6"
        ),
        &params![ClockKind::Deadlock.block().word(), now, ClockKind::Deadlock, whose.map_or(nil, |id| id.0), nil, limit],
    )
}

/// Lines for these cases, by number; at most [`PAGE_AT_MOST`].
pub fn by_ids(conn: &Conn, ids: &[Uuid]) -> Result<Vec<CaseRow>, Fault> {
    conn.all(
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id where c.id in {ids ?1} order by c.number limit ?2"
        ),
        &[values(ids.iter().copied()), PAGE_AT_MOST.into()],
    )
}

/// The troubles of an account, newest first, open and closed, with how they ended.
pub fn of_account(
    conn: &Conn,
    account: AccountId,
    after: Option<(Timestamp, CaseId)>,
    limit: i64,
) -> Result<Vec<CaseRow>, Fault> {
    let (at, id) = after.unwrap_or((Timestamp::MAX, CaseId(Uuid::max())));
    conn.all(
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where c.account_id = ?1 and (c.recognised_at, c.id) < (?2, ?3) order by c.recognised_at desc, c.id desc limit ?4"
        ),
        &params![account, at, id, limit.clamp(1, PAGE_AT_MOST)],
    )
}

/// What a tough conversation must not leave out (S128): every open trouble of the account, and those solved since then.
pub fn grievances(conn: &Conn, account: AccountId, solved_since: Timestamp) -> Result<Vec<CaseRow>, Fault> {
    conn.all(
        sql!(
            "select c.id, c.number, c.title, c.account_id, a.name, c.owner_id, c.kind, c.severity, c.recovery, c.prevention, c.recognised_at, c.deadline_at, c.solved_at,
             (select min(k.due) from clocks k where k.case_id = c.id and k.met_at is null)
             from cases c join accounts a on a.id = c.account_id
             where c.account_id = ?1 and (c.open = 1 or c.solved_at >= ?2) order by c.open desc, c.recognised_at desc, c.id desc limit ?3"
        ),
        &params![account, solved_since, PAGE_AT_MOST],
    )
}

/// Every open trouble of the account, the newest first: while there is one, nobody sells to them (S145).
pub fn open_of_account(conn: &Conn, account: AccountId) -> Result<Vec<CaseRow>, Fault> {
    grievances(conn, account, Timestamp::MAX)
}
