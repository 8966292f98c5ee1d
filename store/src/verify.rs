//! Looks through the whole database for what cannot be: broken chains, states that history does not tell, rows that point to
//! nothing. It changes nothing; `makegood doctor` prints what it says.
use crate::facts::read_state;
use crate::firm::{self, Firm};
use crate::history::{self, Broken};
use crate::{Conn, Fault, params, record, sql};
use casework::clock::{self, Clock};
use casework::ids::*;
use casework::kinds::{Prevention, Recovery, Severity};
use casework::{Case, Happening};
use jiff::Timestamp;

/// Cases looked at in one read.
pub const CASES_AT_ONCE: i64 = 100;

/// Something wrong with one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The hash chain does not hold: history was changed behind our back.
    Chain(Broken),
    /// A kept event or the kept state cannot be read.
    Unreadable(String),
    /// The history tells another state than the one kept; the fields that differ.
    Replay(Vec<String>),
    /// Columns that lists are read from say something else than the state.
    Columns(Vec<&'static str>),
    /// The rows of clocks are not those of the state.
    ClockRows { kept: usize, expected: usize },
    /// The rows of promises are not those of the state.
    PromiseRows { kept: usize, expected: usize },
    /// The clocks are not what policy and calendars of today give. Not an error when one of them was changed since: the
    /// clocks follow with the next event.
    Clocks,
}

impl Problem {
    /// Whether it says that something was damaged; stale clocks alone do not.
    pub fn is_damage(&self) -> bool {
        !matches!(self, Self::Clocks)
    }
}

/// What one portion showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// The portion after this one begins behind it; nothing when this was the last.
    pub last: Option<CaseId>,
    pub cases: u64,
    pub events: u64,
    pub problems: Vec<(CaseNumber, Problem)>,
}

record! {
    struct Row {
        id: CaseId,
        number: CaseNumber,
        account: AccountId,
        contact: Option<ContactId>,
        owner: PersonId,
        title: String,
        severity: Severity,
        recovery: Recovery,
        prevention: Prevention,
        open: bool,
        recognised_at: Timestamp,
        deadline_at: Option<Timestamp>,
        first_voice_at: Option<Timestamp>,
        solved_at: Option<Timestamp>,
        version: i64,
        tail: Vec<u8>,
        state: String,
    }
}

/// Looks at the next [`CASES_AT_ONCE`] cases behind `after`, by id.
///
/// # Errors
/// Faults of the database only; what is wrong with the data is in the answer.
pub fn portion(conn: &Conn, firm: &Firm, after: Option<CaseId>) -> Result<Portion, Fault> {
    let after = after.unwrap_or(CaseId(uuid::Uuid::nil()));
    let rows: Vec<Row> = conn.all(
        sql!(
            "select id, number, account_id, contact_id, owner_id, title, severity, recovery, prevention, open, recognised_at, deadline_at, first_voice_at, solved_at,
             version, tail, state from cases where id > ?1 order by id limit ?2"
        ),
        &params![after, CASES_AT_ONCE],
    )?;
    let is_full = rows.len() as i64 == CASES_AT_ONCE;
    let mut portion = Portion { last: rows.last().map(|r| r.id).filter(|_| is_full), ..Portion::default() };
    for row in rows {
        let (events, problems) = one(conn, firm, &row)?;
        portion.cases += 1;
        portion.events += events;
        portion.problems.extend(problems.into_iter().map(|p| (row.number, p)));
    }
    Ok(portion)
}

fn one(conn: &Conn, firm: &Firm, row: &Row) -> Result<(u64, Vec<Problem>), Fault> {
    let events = history::all_rows(conn, row.id)?;
    let count = events.len() as u64;
    let mut problems = vec![];
    if let Err(broken) = history::verify(row.id, &events, &row.tail) {
        problems.push(Problem::Chain(broken));
    }
    let kept = match read_state(&row.state) {
        Ok(kept) => kept,
        Err(fault) => {
            problems.push(Problem::Unreadable(fault.to_string()));
            return Ok((count, problems));
        }
    };
    match events.iter().map(history::happening).collect::<Result<Vec<_>, _>>() {
        Ok(happenings) => replay(&kept, &happenings, &mut problems),
        Err(fault) => problems.push(Problem::Unreadable(fault.to_string())),
    }
    columns(row, &kept, &mut problems);
    beside(conn, &kept, &mut problems)?;
    if let Some((policy, theirs)) = firm::counted_by(conn, firm, kept.account)? {
        let fresh = clock::derive(&kept, &policy, &firm.ours, &theirs);
        if fresh != kept.clocks {
            problems.push(Problem::Clocks);
        }
    }
    Ok((count, problems))
}

/// The history alone must give the same case, but for the clocks, which are derived from it.
fn replay(kept: &Case, history: &[Happening], problems: &mut Vec<Problem>) {
    let mut told = Case::blank(kept.id);
    history.iter().for_each(|h| h.apply(&mut told));
    told.clocks.clone_from(&kept.clocks);
    if told == *kept {
        return;
    }
    let (Ok(told), Ok(kept)) = (serde_json::to_value(&told), serde_json::to_value(kept)) else { return };
    let fields = kept.as_object().into_iter().flatten().filter(|(name, value)| told.get(name) != Some(value));
    problems.push(Problem::Replay(fields.map(|(name, _)| name.clone()).collect()));
}

fn columns(row: &Row, kept: &Case, problems: &mut Vec<Problem>) {
    let checks: [(&'static str, bool); 15] = [
        ("id", row.id == kept.id),
        ("number", row.number == kept.number),
        ("account_id", row.account == kept.account),
        ("contact_id", row.contact == kept.contact),
        ("owner_id", row.owner == kept.team.owner),
        ("title", row.title == kept.title),
        ("severity", row.severity == kept.severity),
        ("recovery", row.recovery == kept.recovery),
        ("prevention", row.prevention == kept.prevention.state),
        ("open", row.open == kept.is_open()),
        ("recognised_at", same(Some(row.recognised_at), Some(kept.recognised_at))),
        ("deadline_at", same(row.deadline_at, kept.harm.deadline.as_ref().map(|d| d.at))),
        ("first_voice_at", same(row.first_voice_at, kept.contacts.first_voice_at)),
        ("solved_at", same(row.solved_at, kept.solved_at())),
        ("version", u64::try_from(row.version) == Ok(kept.version)),
    ];
    let wrong: Vec<&'static str> = checks.iter().filter(|(_, fits)| !fits).map(|(name, _)| *name).collect();
    if !wrong.is_empty() {
        problems.push(Problem::Columns(wrong));
    }
}

/// Columns hold microseconds; a state may hold finer times.
fn same(column: Option<Timestamp>, state: Option<Timestamp>) -> bool {
    column.map(Timestamp::as_microsecond) == state.map(Timestamp::as_microsecond)
}

fn beside(conn: &Conn, kept: &Case, problems: &mut Vec<Problem>) -> Result<(), Fault> {
    type ClockRow = (String, Timestamp, Timestamp, Option<Timestamp>, Option<Timestamp>);
    let clocks: Vec<ClockRow> = conn.all(
        sql!("select kind, starts, due, met_at, next_at from clocks where case_id = ?1 order by kind, about, starts limit 1000"),
        &params![kept.id],
    )?;
    let found = kept.clocks.iter().filter(|c| clocks.iter().any(|row| is_row_of(row, c))).count();
    if clocks.len() != found || found != kept.clocks.len() {
        problems.push(Problem::ClockRows { kept: clocks.len(), expected: kept.clocks.len() });
    }
    type PromiseState = (PromiseId, String, Timestamp);
    let promises: Vec<PromiseState> =
        conn.all(sql!("select id, state, due from promises where case_id = ?1 limit 10000"), &params![kept.id])?;
    let is_kept = |(id, state, due): &PromiseState| {
        kept.promises.iter().any(|p| p.id == *id && p.state.word() == state && same(Some(*due), Some(p.due)))
    };
    if promises.len() != kept.promises.len() || !promises.iter().all(is_kept) {
        problems.push(Problem::PromiseRows { kept: promises.len(), expected: kept.promises.len() });
    }
    Ok(())
}

fn is_row_of(row: &(String, Timestamp, Timestamp, Option<Timestamp>, Option<Timestamp>), clock: &Clock) -> bool {
    let (kind, starts, due, met_at, next_at) = row;
    kind == clock.kind.word()
        && same(Some(*starts), Some(clock.starts))
        && same(Some(*due), Some(clock.due))
        && same(*met_at, clock.met_at)
        && same(*next_at, clock.next_at)
}

/// Rows that belong to nothing, by table; only tables that have some.
///
/// # Errors
/// Faults of the database.
pub fn orphans(conn: &Conn) -> Result<Vec<(&'static str, i64)>, Fault> {
    let counts: [(&'static str, &'static str); 6] = [
        (
            "case_events",
            sql!("select count(*) from case_events e where not exists (select 1 from cases c where c.id = e.case_id)"),
        ),
        (
            "clocks",
            sql!("select count(*) from clocks k where not exists (select 1 from cases c where c.id = k.case_id)"),
        ),
        (
            "promises",
            sql!("select count(*) from promises p where not exists (select 1 from cases c where c.id = p.case_id)"),
        ),
        (
            "contacts",
            sql!(
                "select count(*) from contacts t where not exists (select 1 from accounts a where a.id = t.account_id)"
            ),
        ),
        (
            "cases",
            sql!("select count(*) from cases c where not exists (select 1 from people p where p.id = c.owner_id)"),
        ),
        (
            "search_docs",
            sql!(
                "select count(*) from search_docs d where d.case_id is not null and not exists (select 1 from cases c where c.id = d.case_id)"
            ),
        ),
    ];
    let mut found = vec![];
    for (table, statement) in counts {
        let count: i64 = conn.one(statement, &[])?;
        if count > 0 {
            found.push((table, count));
        }
    }
    Ok(found)
}
