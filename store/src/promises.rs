//! The ledger of what was promised to customers: open, kept, broken, released.
use crate::{Conn, Fault, params, record, sql};
use casework::clock::ClockKind;
use casework::ids::*;
use casework::parts::{PromiseState, Promised};
use jiff::Timestamp;
use uuid::Uuid;

/// Promises on one page.
pub const PAGE_AT_MOST: i64 = 100;

record! {
    /// One promise with the names around it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PromiseRow {
        pub id: PromiseId,
        pub case_id: CaseId,
        pub number: CaseNumber,
        pub account_id: AccountId,
        pub account: String,
        pub what: Promised,
        pub words: String,
        pub contact_id: ContactId,
        pub contact: Option<String>,
        pub person_id: PersonId,
        pub made_at: Timestamp,
        pub due: Timestamp,
        pub state: PromiseState,
        pub settled_at: Option<Timestamp>,
    }
}

/// Whose promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ledger {
    Everybody,
    /// Made to this customer.
    To(AccountId),
    /// Made by this colleague.
    By(PersonId),
}

/// Promises in one state, the soonest due first, from behind `after` on.
pub fn ledger(
    conn: &Conn,
    whose: Ledger,
    state: PromiseState,
    after: Option<(Timestamp, PromiseId)>,
    limit: i64,
) -> Result<Vec<PromiseRow>, Fault> {
    let (due, id) = after.unwrap_or((Timestamp::MIN, PromiseId(Uuid::nil())));
    let limit = limit.clamp(1, PAGE_AT_MOST);
    match whose {
        Ledger::Everybody => conn.all(
            sql!(
                "select p.id, p.case_id, c.number, p.account_id, a.name, p.what, p.words, p.contact_id, t.name, p.person_id, p.made_at, p.due, p.state, p.settled_at
                 from promises p join cases c on c.id = p.case_id join accounts a on a.id = p.account_id left join contacts t on t.id = p.contact_id
                 where p.state = ?1 and (p.due, p.id) > (?2, ?3) order by p.due, p.id limit ?4"
            ),
            &params![state, due, id, limit],
        ),
        Ledger::To(account) => conn.all(
            sql!(
                "select p.id, p.case_id, c.number, p.account_id, a.name, p.what, p.words, p.contact_id, t.name, p.person_id, p.made_at, p.due, p.state, p.settled_at
                 from promises p join cases c on c.id = p.case_id join accounts a on a.id = p.account_id left join contacts t on t.id = p.contact_id
                 where p.account_id = ?5 and p.state = ?1 and (p.due, p.id) > (?2, ?3) order by p.due, p.id limit ?4"
            ),
            &params![state, due, id, limit, account],
        ),
        Ledger::By(person) => conn.all(
            sql!(
                "select p.id, p.case_id, c.number, p.account_id, a.name, p.what, p.words, p.contact_id, t.name, p.person_id, p.made_at, p.due, p.state, p.settled_at
                 from promises p join cases c on c.id = p.case_id join accounts a on a.id = p.account_id left join contacts t on t.id = p.contact_id
                 where p.person_id = ?5 and p.state = ?1 and (p.due, p.id) > (?2, ?3) order by p.due, p.id limit ?4"
            ),
            &params![state, due, id, limit, person],
        ),
    }
}

/// How many promises to an account stand in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub open: i64,
    pub kept: i64,
    pub broken: i64,
    pub released: i64,
}

record! {
    /// Amends that were promised and are not given yet.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OwedAmends {
        pub id: AmendsId,
        pub number: CaseNumber,
        pub title: String,
        pub due: Timestamp,
    }
}

impl OwedAmends {
    /// Not given in their time: a broken promise by another name (S158).
    pub fn is_broken(&self, now: Timestamp) -> bool {
        self.due < now
    }
}

/// What this customer was promised to say sorry and has not got yet, the soonest due first.
pub fn owed_amends(conn: &Conn, account: AccountId) -> Result<Vec<OwedAmends>, Fault> {
    conn.all(
        sql!(
            "select k.about, c.number, c.title, k.due from cases c join clocks k on k.case_id = c.id
             where c.account_id = ?1 and c.open = 1 and k.kind = ?2 and k.about is not null and k.met_at is null
             and not exists (select 1 from promises p where p.id = k.about) order by k.due, k.about limit ?3"
        ),
        &params![account, ClockKind::Promise, PAGE_AT_MOST],
    )
}

impl Tally {
    /// The same with amends that are late, which count as broken.
    pub fn with_amends(self, owed: &[OwedAmends], now: Timestamp) -> Tally {
        let late = owed.iter().filter(|amends| amends.is_broken(now)).count();
        Tally { broken: self.broken + i64::try_from(late).unwrap_or(PAGE_AT_MOST), ..self }
    }
}

/// Counted over the whole time as a customer.
pub fn tally(conn: &Conn, account: AccountId) -> Result<Tally, Fault> {
    let rows: Vec<(PromiseState, i64)> =
        conn.all(sql!("select state, count(*) from promises where account_id = ?1 group by state"), &params![account])?;
    let of = |state| rows.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    Ok(Tally {
        open: of(PromiseState::Open),
        kept: of(PromiseState::Kept),
        broken: of(PromiseState::Broken),
        released: of(PromiseState::Released),
    })
}
