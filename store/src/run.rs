//! *Run to it*: who must hear from us, now. Reads what it shows and no more, however many cases are open.
use crate::history::EventRow;
use crate::{Conn, Fault, list, params, record, sql};
use casework::clock::{Block, ClockKind};
use casework::ids::*;
use casework::kinds::{Recovery, Severity, StepKind};
use casework::parts::{PlanStep, Promised};
use casework::sheets::order_of_step;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use uuid::Uuid;

/// Lines of one block.
pub const LINES_AT_MOST: usize = 25;
/// Contacts looked at to put the first 25 into the order of work.
const CONTACTS_AT_MOST: i64 = 100;
/// A block counts no further; the page then says *more than 1,000*.
pub const COUNT_AT_MOST: i64 = 1_000;

/// Whose clocks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Mine(PersonId),
    /// Those of everybody who is in a team with this person; of this person alone when they are in none.
    Team(PersonId),
    Everybody,
}

record! {
    /// One line: a running clock with what is needed to act on it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        pub kind: ClockKind,
        /// The promise, step, option or escalation it is about; the nil id when it is about the case.
        pub about: Uuid,
        pub starts: Timestamp,
        pub due: Timestamp,
        pub warn_at: Timestamp,
        pub owed_by: PersonId,
        pub case_id: CaseId,
        pub number: CaseNumber,
        /// The trouble in the customer's words.
        pub title: String,
        pub severity: Severity,
        pub recovery: Recovery,
        pub recognised_at: Timestamp,
        pub deadline_at: Option<Timestamp>,
        pub account_id: AccountId,
        pub account: String,
        pub account_zone: String,
        pub contact_id: Option<ContactId>,
        pub contact: Option<String>,
        pub address_as: Option<String>,
        pub phone: Option<String>,
        pub night_phone: Option<String>,
        /// Empty says: the account's.
        pub contact_zone: Option<String>,
        pub promised: Option<Promised>,
        /// What was promised, when the clock is about a promise.
        pub promise: Option<String>,
        /// When the oldest promise of the case is due that is still open.
        pub promise_due: Option<Timestamp>,
    }
}

/// The lines of one block, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockOfLines {
    pub block: Block,
    pub lines: Vec<Line>,
    /// How many there are; [`COUNT_AT_MOST`] + 1 says: more than that.
    pub count: i64,
}

/// Every block in its fixed order, empty ones too: nothing can stand above contacts owed (S041, S072).
pub fn run_to_it(conn: &Conn, whose: Whose, now: Timestamp) -> Result<Vec<BlockOfLines>, Fault> {
    Block::ALL.iter().map(|block| one_block(conn, whose, *block, now)).collect()
}

fn one_block(conn: &Conn, whose: Whose, block: Block, now: Timestamp) -> Result<BlockOfLines, Fault> {
    let limit = if block == Block::Contacts { CONTACTS_AT_MOST } else { LINES_AT_MOST as i64 };
    let mut lines = match whose {
        Whose::Mine(person) => mine(conn, person, block, limit)?,
        Whose::Team(person) => teams(conn, person, block, limit)?,
        Whose::Everybody => everybodys(conn, block, limit)?,
    };
    let read = lines.len() as i64;
    if block == Block::Contacts {
        lines.sort_by_key(|line| order_of_work(line, now));
        lines.truncate(LINES_AT_MOST);
    }
    let count = if read < limit { read } else { count(conn, whose, block)? };
    Ok(BlockOfLines { block, lines, count })
}

/// As `casework::severity::order_of_work`, over the columns of a line; then what is due first (DOMAIN 4.7).
fn order_of_work(line: &Line, now: Timestamp) -> impl Ord + use<> {
    let promise_is_overdue = line.promise_due.is_some_and(|due| due < now);
    let deadline = line.deadline_at.unwrap_or(Timestamp::MAX);
    (!promise_is_overdue, line.due >= now, line.severity, deadline, line.recognised_at, line.due, line.number)
}

fn mine(conn: &Conn, person: PersonId, block: Block, limit: i64) -> Result<Vec<Line>, Fault> {
    conn.all(
        sql!(
            "select k.kind, k.about, k.starts, k.due, k.warn_at, k.owed_by, c.id, c.number, c.title, c.severity, c.recovery, c.recognised_at, c.deadline_at,
             a.id, a.name, a.zone, t.id, t.name, t.address_as, t.phone, t.night_phone, t.zone, p.what, p.words,
             (select min(o.due) from promises o where o.case_id = c.id and o.state = 'open')
             from (select * from clocks where owed_by = ?1 and block = ?2 and met_at is null order by due limit ?3) as k
             join cases c on c.id = k.case_id join accounts a on a.id = c.account_id
             left join contacts t on t.id = c.contact_id left join promises p on p.id = k.about order by k.due, c.number"
        ),
        &params![person, block.word(), limit],
    )
}

fn teams(conn: &Conn, person: PersonId, block: Block, limit: i64) -> Result<Vec<Line>, Fault> {
    conn.all(
        sql!(
            "select k.kind, k.about, k.starts, k.due, k.warn_at, k.owed_by, c.id, c.number, c.title, c.severity, c.recovery, c.recognised_at, c.deadline_at,
             a.id, a.name, a.zone, t.id, t.name, t.address_as, t.phone, t.night_phone, t.zone, p.what, p.words,
             (select min(o.due) from promises o where o.case_id = c.id and o.state = 'open')
             from (select * from clocks where owed_by in (select f.id from people f join people me on me.id = ?1 where f.id = me.id or (f.team <> '' and f.team = me.team))
              and block = ?2 and met_at is null order by due limit ?3) as k
             join cases c on c.id = k.case_id join accounts a on a.id = c.account_id
             left join contacts t on t.id = c.contact_id left join promises p on p.id = k.about order by k.due, c.number"
        ),
        &params![person, block.word(), limit],
    )
}

fn everybodys(conn: &Conn, block: Block, limit: i64) -> Result<Vec<Line>, Fault> {
    conn.all(
        sql!(
            "select k.kind, k.about, k.starts, k.due, k.warn_at, k.owed_by, c.id, c.number, c.title, c.severity, c.recovery, c.recognised_at, c.deadline_at,
             a.id, a.name, a.zone, t.id, t.name, t.address_as, t.phone, t.night_phone, t.zone, p.what, p.words,
             (select min(o.due) from promises o where o.case_id = c.id and o.state = 'open')
             from (select * from clocks where block = ?1 and met_at is null order by due limit ?2) as k
             join cases c on c.id = k.case_id join accounts a on a.id = c.account_id
             left join contacts t on t.id = c.contact_id left join promises p on p.id = k.about order by k.due, c.number"
        ),
        &params![block.word(), limit],
    )
}

fn count(conn: &Conn, whose: Whose, block: Block) -> Result<i64, Fault> {
    match whose {
        Whose::Mine(person) => conn.one(
            sql!("select count(*) from (select 1 from clocks where owed_by = ?1 and block = ?2 and met_at is null limit ?3) as found"),
            &params![person, block.word(), COUNT_AT_MOST + 1],
        ),
        Whose::Team(person) => conn.one(
            sql!(
                "select count(*) from (select 1 from clocks
                 where owed_by in (select f.id from people f join people me on me.id = ?1 where f.id = me.id or (f.team <> '' and f.team = me.team))
                 and block = ?2 and met_at is null limit ?3) as found"
            ),
            &params![person, block.word(), COUNT_AT_MOST + 1],
        ),
        Whose::Everybody => conn.one(
            sql!("select count(*) from (select 1 from clocks where block = ?1 and met_at is null limit ?2) as found"),
            &params![block.word(), COUNT_AT_MOST + 1],
        ),
    }
}

/// Events read to say what is new on a list; whoever was away for longer reads the cases themselves.
pub const NEWS_AT_MOST: i64 = 1_000;

record! {
    /// Something that happened to a case on the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct News {
        pub case_id: CaseId,
        pub row: EventRow,
    }
}

/// What was recorded on these cases after `since`, newest first, at most [`NEWS_AT_MOST`].
pub fn news(conn: &Conn, cases: &[CaseId], since: Timestamp) -> Result<Vec<News>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select case_id, seq, kind, happened_at, recorded_at, actor, actor_id, body, salt, hash from case_events
             where case_id in {ids ?1} and recorded_at > ?2 order by recorded_at desc, case_id, seq desc limit ?3"
        ),
        &[list(cases.iter().map(|case| case.0)), since.into(), NEWS_AT_MOST.into()],
    )
}

/// The cases among these to which a mail of theirs came after `since`, whenever they had sent it.
pub fn letters(conn: &Conn, cases: &[CaseId], since: Timestamp) -> Result<Vec<CaseId>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select distinct m.case_id from messages m join inbox i on i.id = m.inbox_id
             where m.case_id in {ids ?1} and i.received_at > ?2 order by m.case_id limit ?3"
        ),
        &[list(cases.iter().map(|case| case.0)), since.into(), NEWS_AT_MOST.into()],
    )
}

/// The steps that these lines are about, by their ids; the other lines cost nothing.
pub fn steps(conn: &Conn, lines: &[Line]) -> Result<HashMap<Uuid, PlanStep>, Fault> {
    let of_steps = lines.iter().filter(|l| matches!(l.kind, ClockKind::StepDue | ClockKind::StepConfirmed));
    let mut cases: Vec<Uuid> = of_steps.take(LINES_AT_MOST).map(|l| l.case_id.0).collect();
    cases.sort_unstable();
    cases.dedup();
    if cases.is_empty() {
        return Ok(HashMap::new());
    }
    let states: Vec<String> = conn.all(sql!("select state from cases where id in {ids ?1}"), &params![list(cases)])?;
    let mut found = HashMap::new();
    for state in states {
        let plan = crate::facts::read_state(&state)?.plan;
        found.extend(plan.into_iter().flat_map(|plan| plan.steps).map(|step| (step.id.0, step)));
    }
    Ok(found)
}

/// Puts the lines of a day into the order of help: what the customer waits for comes before what cleans up at our end (S189). A promise to them
/// and whatever is no step of a plan stand with what stops the harm.
pub fn put_fixes_first(lines: &mut [Line], steps: &HashMap<Uuid, PlanStep>, zone: &TimeZone) {
    lines.sort_by_key(|line| {
        let kind = steps.get(&line.about).map_or(StepKind::Contain, |step| step.kind);
        order_of_step(kind, line.due, zone)
    });
}

record! {
    /// A clock whose next rung is reached.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DueClock {
        pub case_id: CaseId,
        pub kind: ClockKind,
        pub about: Uuid,
        pub starts: Timestamp,
        pub next_at: Timestamp,
        pub next_rung: u8,
    }
}

/// Clocks looked at by one beat of the scheduler.
pub const DUE_AT_MOST: i64 = 100;

/// The clocks whose next rung is reached, the longest waiting first; at most [`DUE_AT_MOST`].
pub fn due_clocks(conn: &Conn, now: Timestamp, limit: i64) -> Result<Vec<DueClock>, Fault> {
    conn.all(
        sql!("select case_id, kind, about, starts, next_at, next_rung from clocks where next_at is not null and next_at <= ?1 order by next_at limit ?2"),
        &params![now, limit.clamp(1, DUE_AT_MOST)],
    )
}

/// How many other things a colleague owes from `from` until `until`, on other cases than this; more than [`COUNT_AT_MOST`] are not
/// counted. It asks whether a date is likely, and nothing about the colleague.
pub fn owed_between(conn: &Conn, owner: PersonId, day: (Timestamp, Timestamp), but: CaseId) -> Result<i64, Fault> {
    conn.one(
        sql!(
            "select count(*) from (select 1 from clocks where owed_by = ?1 and block in ('contacts', 'promises') and met_at is null
             and due >= ?2 and due < ?3 and case_id <> ?4 limit ?5) as owed"
        ),
        &params![owner, day.0, day.1, but, COUNT_AT_MOST],
    )
}

record! {
    /// Steps of plans that were done, and the shortest time that one took, in microseconds.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct StepsDone {
        pub count: i64,
        pub shortest: Option<i64>,
    }
}

/// Steps looked at to say what was never done faster: the newest.
const STEPS_LOOKED_AT: i64 = 500;

/// What earlier steps of plans say about a date.
pub fn steps_done(conn: &Conn) -> Result<StepsDone, Fault> {
    conn.one(
        sql!(
            "select count(*), min(met_at - starts) from (select met_at, starts from clocks where kind = ?1 and met_at is not null
             order by due desc limit ?2) as done"
        ),
        &params![ClockKind::StepDue.word(), STEPS_LOOKED_AT],
    )
}
