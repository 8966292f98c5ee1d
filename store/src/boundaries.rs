//! A boundary: how far a trouble was taken to reach, as a record of its own. It is drawn once, then widened or narrowed by amendment with
//! name, time and reason; what was within before and after stays (S229).

use crate::{
    Cell, Column, Conn, Fault, NotKept, Tx, columns,
    mint::Mint,
    params,
    radius::{self, Sort, ToldFirst},
    record,
    signals::{self, End},
    sql,
};
use casework::{
    ids::{AccountId, PersonId, SignalId},
    refusal::Refusal,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;
use watch::{Ground, rules::same_risk};

/// Causes within one boundary.
pub const CAUSES_AT_MOST: usize = 50;
/// Amendments of one boundary.
pub const AMENDMENTS_AT_MOST: i64 = 200;
/// Boundaries on one page.
pub const PAGE: i64 = 50;
/// Characters of a reason.
pub const WHY_AT_MOST: usize = 500;

/// What a trouble spreads by, with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cause {
    /// The word of a [`Sort`].
    pub sort: String,
    pub name: String,
}

impl Cause {
    pub fn of(sort: Sort, name: &str) -> Cause {
        Cause { sort: sort.word().to_owned(), name: name.to_owned() }
    }

    fn sort(&self) -> Option<Sort> {
        Sort::from_word(&self.sort)
    }
}

/// Causes, in the order of their sorts and names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Within(pub BTreeSet<Cause>);

impl Column for Within {
    const EXPECTED: &'static str = "causes as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(json) = cell else { return None };
        serde_json::from_str(json).ok()
    }
}

casework::choices! {
    /// How a boundary came to be what it is.
    pub enum AmendedHow { Drawn = "drawn", Widened = "widened", Narrowed = "narrowed" }
}
columns::choices!(AmendedHow);

record! {
    /// A boundary as it was drawn.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Boundary {
        pub id: Uuid,
        /// What happened.
        pub words: String,
        pub drawn_at: Timestamp,
    }
}

record! {
    /// One amendment: who, when, why, from what to what.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Amendment {
        pub at: Timestamp,
        pub person: PersonId,
        pub how: AmendedHow,
        pub why: String,
        pub causes_from: Within,
        pub lines_from: i64,
        pub causes_to: Within,
        pub lines_to: i64,
        /// Signals that it made, or ended.
        pub signals: i64,
    }
}

/// Who amends, when, and why.
#[derive(Debug, Clone)]
pub struct Amends {
    /// The same request again amends nothing.
    pub request: Uuid,
    pub person: PersonId,
    pub why: String,
}

/// Draws a boundary around one cause and makes a signal of each line that it touches; how many are new. Its id is that of the request.
///
/// # Errors
/// Refused without a reason.
pub fn draw(tx: &Tx, cause: &Cause, by: &Amends, mint: &mut Mint, ground: &Ground) -> Result<u64, NotKept> {
    let by = checked(by)?;
    let new = tx.hit(
        sql!("insert into boundaries (id, words, drawn_at) values (?1, ?2, ?3) on conflict (id) do nothing"),
        &params![by.request, &by.why, ground.now],
    )?;
    if new == 0 {
        return Ok(0);
    }
    put(tx, by.request, cause)?;
    let made = raise(tx, cause, &by.why, mint, ground)?;
    note(tx, by.request, AmendedHow::Drawn, &by, Within::default(), made, ground.now)?;
    Ok(made)
}

/// Takes one more cause in and makes a signal of each line that it touches; how many are new. A cause that is within already is an
/// amendment only where it touches lines that have no signal yet.
///
/// # Errors
/// Refused without a reason, when it is within already and nothing is new, or when there are too many.
pub fn widen(tx: &Tx, id: Uuid, cause: &Cause, by: &Amends, mint: &mut Mint, ground: &Ground) -> Result<u64, NotKept> {
    let by = checked(by)?;
    let Some(boundary) = locked(tx, id)? else { return Err(Refusal::missing("no-such-boundary").into()) };
    if was_done(tx, by.request)? {
        return Ok(0);
    }
    let before = within(tx, id)?;
    let is_within = before.0.contains(cause);
    if !is_within && before.0.len() >= CAUSES_AT_MOST {
        return Err(Refusal::input("name", "too-many-entries").with("most", CAUSES_AT_MOST).into());
    }
    put(tx, id, cause)?;
    let made = raise(tx, cause, &boundary.words, mint, ground)?;
    if is_within && made == 0 {
        return Err(Refusal::input("name", "boundary-has-it").into());
    }
    note(tx, id, AmendedHow::Widened, &by, before, made, ground.now)?;
    Ok(made)
}

/// Leaves one cause out again and ends the signals that still wait because of it, with the same reason; how many.
///
/// # Errors
/// Refused without a reason, or when it is not within.
pub fn narrow(tx: &Tx, id: Uuid, cause: &Cause, by: &Amends, now: Timestamp) -> Result<u64, NotKept> {
    let by = checked(by)?;
    if locked(tx, id)?.is_none() {
        return Err(Refusal::missing("no-such-boundary").into());
    }
    if was_done(tx, by.request)? {
        return Ok(0);
    }
    let before = within(tx, id)?;
    let gone = tx.hit(
        sql!("delete from boundary_causes where boundary_id = ?1 and sort = ?2 and name = ?3"),
        &params![id, &cause.sort, &cause.name],
    )?;
    if gone == 0 {
        return Err(Refusal::input("cause", "boundary-has-it-not").into());
    }
    let ended = end(tx, cause, &by, now)?;
    note(tx, id, AmendedHow::Narrowed, &by, before, ended, now)?;
    Ok(ended)
}

/// Two who amend at once do it one after the other.
fn locked(tx: &Tx, id: Uuid) -> Result<Option<Boundary>, Fault> {
    tx.put(sql!("update boundaries set words = words where id = ?1"), &params![id])?;
    by_id(tx, id)
}

fn was_done(tx: &Tx, request: Uuid) -> Result<bool, Fault> {
    Ok(tx.maybe::<i64>(sql!("select 1 from boundary_amendments where id = ?1"), &params![request])?.is_some())
}

fn checked(by: &Amends) -> Result<Amends, Refusal> {
    let why = by.why.trim().to_owned();
    if why.is_empty() || why.chars().count() > WHY_AT_MOST {
        return Err(Refusal::input("why", "boundary-needs-why").with("most", WHY_AT_MOST));
    }
    Ok(Amends { why, ..by.clone() })
}

fn put(tx: &Tx, id: Uuid, cause: &Cause) -> Result<(), Fault> {
    tx.put(
        sql!("insert into boundary_causes (boundary_id, sort, name) values (?1, ?2, ?3) on conflict (boundary_id, sort, name) do nothing"),
        &params![id, &cause.sort, &cause.name],
    )
}

fn raise(tx: &Tx, cause: &Cause, words: &str, mint: &mut Mint, ground: &Ground) -> Result<u64, Fault> {
    cause.sort().map_or(Ok(0), |sort| radius::raise(tx, (sort, &cause.name), words, mint, ground))
}

/// Ends the signals of this cause that nobody has ended.
fn end(tx: &Tx, cause: &Cause, by: &Amends, now: Timestamp) -> Result<u64, NotKept> {
    let Some(sort) = cause.sort() else { return Ok(0) };
    let touched = radius::of(tx, sort, &cause.name)?;
    let subjects = touched.iter().map(|one| same_risk::subject(&one.kept.line.key, &cause.sort, &cause.name));
    let open: Vec<SignalId> = tx.all(
        sql!(
            "select id from signals where kind = ?1 and subject in {texts ?2} and ended_at is null order by id limit ?3"
        ),
        &params![watch::Kind::SameRisk.word(), crate::list(subjects), radius::LINES_AT_MOST],
    )?;
    let reason = End::Dismissed { reason: by.why.clone() };
    open.iter().try_for_each(|signal| signals::end(tx, *signal, &reason, by.person, now))?;
    Ok(open.len() as u64)
}

fn note(
    tx: &Tx,
    id: Uuid,
    how: AmendedHow,
    by: &Amends,
    before: Within,
    signals: u64,
    now: Timestamp,
) -> Result<(), Fault> {
    let after = within(tx, id)?;
    let last = tx.maybe::<i64>(
        sql!("select lines_to from boundary_amendments where boundary_id = ?1 order by at desc, id desc limit 1"),
        &params![id],
    )?;
    let (from, to) = (last.unwrap_or_default(), reach(tx, &after)?);
    tx.put(
        sql!(
            "insert into boundary_amendments (id, boundary_id, at, person_id, way, why, causes_from, lines_from, causes_to, lines_to, signals)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        ),
        &params![
            by.request,
            id,
            now,
            by.person,
            how.word(),
            &by.why,
            columns::to_json(&before)?,
            from,
            columns::to_json(&after)?,
            to,
            signals as i64
        ],
    )
}

/// How many lines these causes touch, each counted once.
fn reach(conn: &Conn, within: &Within) -> Result<i64, Fault> {
    let mut lines = HashSet::new();
    for cause in &within.0 {
        let Some(sort) = cause.sort() else { continue };
        lines.extend(radius::of(conn, sort, &cause.name)?.into_iter().map(|one| one.kept.id));
    }
    Ok(lines.len() as i64)
}

/// # Errors
/// Faults of the database.
pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Boundary>, Fault> {
    conn.maybe(sql!("select id, words, drawn_at from boundaries where id = ?1"), &params![id])
}

/// The latest ones, at most [`PAGE`].
///
/// # Errors
/// Faults of the database.
pub fn latest(conn: &Conn) -> Result<Vec<Boundary>, Fault> {
    conn.all(
        sql!("select id, words, drawn_at from boundaries order by drawn_at desc, id desc limit ?1"),
        &params![PAGE],
    )
}

/// Those that this cause is within, the latest first.
///
/// # Errors
/// Faults of the database.
pub fn of_cause(conn: &Conn, cause: &Cause) -> Result<Vec<Boundary>, Fault> {
    conn.all(
        sql!(
            "select b.id, b.words, b.drawn_at from boundary_causes c join boundaries b on b.id = c.boundary_id
             where c.sort = ?1 and c.name = ?2 order by b.drawn_at desc, b.id desc limit ?3"
        ),
        &params![&cause.sort, &cause.name, PAGE],
    )
}

/// What is within now.
///
/// # Errors
/// Faults of the database.
pub fn within(conn: &Conn, id: Uuid) -> Result<Within, Fault> {
    let rows: Vec<(String, String)> = conn.all(
        sql!("select sort, name from boundary_causes where boundary_id = ?1 order by sort, name limit ?2"),
        &params![id, CAUSES_AT_MOST as i64],
    )?;
    Ok(Within(rows.into_iter().map(|(sort, name)| Cause { sort, name }).collect()))
}

/// How it came to be what it is, the latest first; at most [`AMENDMENTS_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn amendments(conn: &Conn, id: Uuid) -> Result<Vec<Amendment>, Fault> {
    conn.all(
        sql!(
            "select at, person_id, way, why, causes_from, lines_from, causes_to, lines_to, signals from boundary_amendments
             where boundary_id = ?1 order by at desc, id desc limit ?2"
        ),
        &params![id, AMENDMENTS_AT_MOST],
    )
}

/// Of the lines within that a signal was made of and that heard of it: how many heard it from us first.
///
/// # Errors
/// Faults of the database.
pub fn told_first(conn: &Conn, within: &Within) -> Result<ToldFirst, Fault> {
    let causes: Vec<(Sort, &str)> =
        within.0.iter().filter_map(|cause| Some((cause.sort()?, cause.name.as_str()))).collect();
    let mut accounts = BTreeSet::new();
    for (sort, name) in &causes {
        accounts.extend(radius::of(conn, *sort, name)?.iter().map(|one| one.kept.account));
    }
    radius::told_first(conn, &causes, &accounts.into_iter().collect::<Vec<AccountId>>())
}
