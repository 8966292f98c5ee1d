//! The page of an account: how long they are a customer, how their troubles went, what we promised. Never revenue (S236).
use crate::accounts::{self, Account};
use crate::away::{self, Away};
use crate::cases::{self, CaseRow};
use crate::contacts::{self, Contact};
use crate::promises::{self, Ledger, OwedAmends, PromiseRow, Tally};
use crate::{Conn, Fault, list, params, sql};
use casework::ids::AccountId;
use casework::kinds::{Origin, Reaction, Recovery};
use casework::parts::PromiseState;
use jiff::Timestamp;
use std::collections::HashMap;

/// Notices of ours whose answers are counted, the newest.
const NOTICES_COUNTED: i64 = 50;
/// Past cases shown.
const CASES_SHOWN: i64 = 20;
/// Open promises shown.
const PROMISES_SHOWN: i64 = 20;

/// Whether this customer has ever told us how it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// No case and no answered check: shown grey, never as good (S015).
    NotHeard,
    Heard,
}

/// Everything that stands on an account's page.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountPage {
    pub account: Account,
    pub contacts: Vec<Contact>,
    /// Who of them is away, as their own mail said.
    pub away: Vec<Away>,
    /// The newest, open and closed.
    pub cases: Vec<CaseRow>,
    pub cases_open: i64,
    pub cases_ever: i64,
    pub open_promises: Vec<PromiseRow>,
    /// What was promised to say sorry and did not come in its time.
    pub broken_amends: Vec<OwedAmends>,
    pub promises: Tally,
    /// Whole years since they became a customer.
    pub years: Option<i32>,
    pub heard: Heard,
    pub slack: Slack,
}

/// What their answers to our news of a slip say of the buffer they carry (S093).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slack {
    /// Notices that they answered with *still works*.
    pub still_works: usize,
    /// Notices that they answered at all.
    pub of: usize,
}

/// Nothing when there is no such account. `answered_checks` counts the delivery checks this customer answered.
pub fn page(conn: &Conn, id: AccountId, answered_checks: i64, now: Timestamp) -> Result<Option<AccountPage>, Fault> {
    let Some(account) = accounts::by_id(conn, id)? else { return Ok(None) };
    let (cases_ever, cases_open): (i64, i64) = conn.one(
        sql!("select count(*), cast(coalesce(sum(open), 0) as bigint) from cases where account_id = ?1"),
        &params![id],
    )?;
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let years =
        account.since_on.and_then(|since| Some(since.until((jiff::Unit::Year, today)).ok()?.get_years().into()));
    let contacts = contacts::of_account(conn, id)?;
    let owed = promises::owed_amends(conn, id)?;
    Ok(Some(AccountPage {
        away: away::of(conn, &contacts.iter().map(|contact| contact.id).collect::<Vec<_>>())?,
        contacts,
        cases: cases::of_account(conn, id, None, CASES_SHOWN)?,
        cases_open,
        cases_ever,
        open_promises: promises::ledger(conn, Ledger::To(id), PromiseState::Open, None, PROMISES_SHOWN)?,
        promises: promises::tally(conn, id)?.with_amends(&owed, now),
        broken_amends: owed.into_iter().filter(|amends| amends.is_broken(now)).collect(),
        years,
        slack: slack(conn, id)?,
        heard: if cases_ever == 0 && answered_checks == 0 { Heard::NotHeard } else { Heard::Heard },
        account,
    }))
}

/// The newest notices of ours, by what this customer answered; one not answered yet counts for nothing (S090).
pub fn slack(conn: &Conn, account: AccountId) -> Result<Slack, Fault> {
    Ok(slacks(conn, &[account])?.remove(&account).unwrap_or_default())
}

/// The same for several customers at once; whoever has answered none is not in it.
pub fn slacks(conn: &Conn, accounts: &[AccountId]) -> Result<HashMap<AccountId, Slack>, Fault> {
    let states: Vec<(AccountId, String)> = conn.all(
        sql!(
            "select account_id, state from (
               select account_id, state, row_number() over (partition by account_id order by recognised_at desc, id desc) as nth
               from cases where account_id in {ids ?1} and origin = ?2 and recovery <> ?3
             ) newest where nth <= ?4"
        ),
        &params![list(accounts.iter().map(|id| id.0)), Origin::WeBringNews, Recovery::Merged, NOTICES_COUNTED],
    )?;
    let mut slacks: HashMap<AccountId, Slack> = HashMap::new();
    for (account, state) in &states {
        match crate::facts::read_state(state)?.news.map(|news| news.reaction) {
            None | Some(Reaction::Unknown) => {}
            Some(reaction) => {
                let slack = slacks.entry(*account).or_default();
                slack.of += 1;
                slack.still_works += usize::from(reaction == Reaction::StillWorks);
            }
        }
    }
    Ok(slacks)
}
