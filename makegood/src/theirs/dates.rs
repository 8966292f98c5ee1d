//! What of a case has a time that was said to its customer: what their calendar is written from, and nothing else of a case. Made in
//! one place, as `seen` is, so that nothing internal has a way into it.
use super::guest::Guest;
use crate::ical::Address;
use casework::Case;
use casework::agenda::{self, Stands, Which};
use casework::clock::ClockKind;
use casework::ids::*;
use casework::kinds::AmendsKind;
use jiff::Timestamp;
use std::collections::HashMap;
use store::ended_clocks::Ending;
use store::feeds::{self, Ended};
use store::{Conn, Fault, cases, history, people};
use uuid::Uuid;

/// Events that one case is followed by, from its first; after so many its dates are told as they stand now.
const EVENTS_AT_MOST: usize = 5_000;

/// One case in dates.
#[derive(Clone, Debug)]
pub struct Dates {
    pub number: CaseNumber,
    /// The trouble in their words.
    pub title: String,
    /// Whom they call, with number and address.
    pub person: Address,
    pub phone: String,
    pub all: Vec<Date>,
}

/// What it is that has a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// They hear from us: the agreed call.
    NextWord,
    Promise,
    Amends(AmendsKind),
    OurStep,
    TheirStep,
    /// We ask how it goes.
    CheckIn,
    /// We call a few days after it was solved.
    FollowUp,
}

#[derive(Clone, Debug)]
pub struct Date {
    pub id: Uuid,
    pub what: What,
    pub words: String,
    pub due: Timestamp,
    /// When it is due; once it was kept sooner, when that was.
    pub at: Timestamp,
    pub stands: Stands,
    /// Who of us keeps it.
    pub by: Address,
    /// To whom it was promised.
    pub to: Option<ContactId>,
    /// Who does it on their side.
    pub who: String,
    pub sequence: u64,
    pub changed_at: Timestamp,
}

/// The dates of a guest's case.
///
/// # Errors
/// Faults of the database.
pub async fn of(guest: &Guest) -> Result<Option<Dates>, Fault> {
    let (number, account, now) = (guest.link.number, guest.account.id, guest.app.now());
    guest.app.db.read(move |conn| of_case(conn, number, account, now)).await
}

/// The dates of a case of this customer.
///
/// # Errors
/// Faults of the database.
pub fn of_case(conn: &Conn, number: CaseNumber, account: AccountId, now: Timestamp) -> Result<Option<Dates>, Fault> {
    let kept = cases::by_number(conn, number)?.map(|kept| kept.case).filter(|case| case.account == account);
    let Some(case) = kept else { return Ok(None) };
    let entries = entries(conn, &case, now)?;
    let mut known = Known { conn, people: HashMap::new() };
    let mut all = vec![];
    for agenda::Entry { dated, changes, changed_at } in entries {
        all.push(Date {
            id: dated.id,
            what: what(dated.which),
            words: dated.words,
            due: dated.due,
            at: dated.at,
            stands: dated.stands,
            by: known.address(dated.by.unwrap_or(case.team.owner))?,
            to: dated.to,
            who: dated.who,
            sequence: changes.into(),
            changed_at,
        });
    }
    let owner = known.address(case.team.owner)?;
    all.extend(calls(&case, &owner, &feeds::ended(conn, case.id, now)?, last_change(&all, &case)));
    let phone = people::by_id(conn, case.team.owner)?.map(|person| person.phone).unwrap_or_default();
    Ok(Some(Dates { number: case.number, title: case.title, person: owner, phone, all }))
}

fn what(which: Which) -> What {
    match which {
        Which::NextWord => What::NextWord,
        Which::Promise => What::Promise,
        Which::Amends(kind) => What::Amends(kind),
        Which::OurStep => What::OurStep,
        Which::TheirStep => What::TheirStep,
    }
}

/// Each thing that was ever said, with how often it changed.
fn entries(conn: &Conn, case: &Case, now: Timestamp) -> Result<Vec<agenda::Entry>, Fault> {
    let mut told = vec![];
    while (told.len() as u64) < case.version && told.len() < EVENTS_AT_MOST {
        let rows = history::rows(conn, case.id, i64::try_from(told.len()).unwrap_or(i64::MAX))?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            told.push(history::happening(row)?);
        }
    }
    if told.len() as u64 == case.version {
        return Ok(agenda::told(case.id, &told).1);
    }
    // Too long to be told from the beginning: the version of the case rises with every change, too.
    let changes = u32::try_from(case.version).unwrap_or(u32::MAX);
    let changed_at = told.last().map_or(now, |last| last.when.recorded_at);
    Ok(agenda::of(case).into_iter().map(|dated| agenda::Entry { dated, changes, changed_at }).collect())
}

fn last_change(all: &[Date], case: &Case) -> Timestamp {
    all.iter().map(|date| date.changed_at).max().unwrap_or(case.opened_at).max(case.recovery_since)
}

/// The check-in and the call afterwards: clocks of ours, of which the customer may know.
fn calls(case: &Case, owner: &Address, ended: &[Ended], changed_at: Timestamp) -> Vec<Date> {
    let of = |kind: ClockKind, at: Timestamp, stands: Stands, sequence: u64, changed_at: Timestamp| Date {
        id: Uuid::new_v5(&case.id.0, kind.word().as_bytes()),
        what: if kind == ClockKind::CheckIn { What::CheckIn } else { What::FollowUp },
        words: String::new(),
        due: at,
        at,
        stands,
        by: owner.clone(),
        to: case.contact,
        who: String::new(),
        sequence,
        changed_at,
    };
    let mut all: Vec<Date> = vec![];
    for kind in [ClockKind::CheckIn, ClockKind::FollowUpCall] {
        let running = case.clocks.iter().find(|clock| clock.kind == kind && clock.is_running());
        let over = ended.iter().find(|one| one.kind == kind);
        match (running, over) {
            (Some(clock), _) => all.push(of(kind, clock.due, Stands::Open, case.version, changed_at.max(clock.starts))),
            (None, Some(one)) => {
                let met = one.ending == Ending::Met;
                let (stands, at) =
                    if met { (Stands::Kept, one.due.min(one.ended_at)) } else { (Stands::CalledOff, one.due) };
                all.push(of(kind, at, stands, one.version.unsigned_abs(), one.ended_at));
            }
            (None, None) => {}
        }
    }
    all
}

/// People of ours, each looked up once.
struct Known<'a, 'c> {
    conn: &'a Conn<'c>,
    people: HashMap<PersonId, Address>,
}

impl Known<'_, '_> {
    fn address(&mut self, id: PersonId) -> Result<Address, Fault> {
        if let Some(known) = self.people.get(&id) {
            return Ok(known.clone());
        }
        let found = people::by_id(self.conn, id)?;
        let address = found.map(|p| Address { name: p.name, email: p.email }).unwrap_or_default();
        self.people.insert(id, address.clone());
        Ok(address)
    }
}
