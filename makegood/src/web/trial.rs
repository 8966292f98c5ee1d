//! What a changed setting would do to the cases that are open now: which clock would be due earlier or later. Nothing is kept.
use super::fail::Oops;
use super::ui::{self, Table};
use super::{clocks, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::clock::{self, Clock, ClockKind};
use casework::ids::{AccountId, CaseNumber};
use casework::parts::Amends;
use casework::policy::Policy;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;
use store::accounts::{self, Account};
use store::cases::{self, Filter};
use store::facts::Kept;
use store::firm::Firm;
use store::{Conn, Fault};

/// Open cases that are counted anew: the gravest and oldest.
pub const CASES_AT_MOST: usize = 200;
/// Changes shown; all are counted.
const SHOWN: usize = 50;

/// One clock that would be due at another time.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub number: CaseNumber,
    pub account: String,
    pub kind: ClockKind,
    pub from: Timestamp,
    pub to: Timestamp,
}

/// Amends that wait for a yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub number: CaseNumber,
    pub account: String,
    pub amends: Amends,
}

/// What came of trying.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// Cases that were counted anew.
    pub cases: usize,
    pub earlier: usize,
    pub later: usize,
    /// Those of the earlier ones that would be overdue the moment it is kept.
    pub overdue: usize,
    pub moved: Vec<Moved>,
    /// Whatever the setting is, these wait in the cases that were counted.
    pub waiting: Vec<Waiting>,
}

/// Tries another policy.
///
/// # Errors
/// When the cases cannot be read.
pub async fn of_policy(agent: &Agent, wanted: &Policy) -> Result<Trial, Oops> {
    tried(agent, Firm { policy: Arc::new(wanted.clone()), ..(*agent.firm).clone() }).await
}

/// Tries the firm as it would be.
///
/// # Errors
/// When the cases cannot be read.
pub async fn tried(agent: &Agent, then: Firm) -> Result<Trial, Oops> {
    let (firm, now) = (agent.firm.clone(), agent.app.now());
    Ok(agent.app.db.read(move |conn| over_open_cases(conn, &firm, &then, now)).await?)
}

fn over_open_cases(conn: &Conn, firm: &Firm, then: &Firm, now: Timestamp) -> Result<Trial, Fault> {
    let mut trial = Trial::default();
    let mut known: HashMap<AccountId, Option<Account>> = HashMap::new();
    let mut after = None;
    while trial.cases < CASES_AT_MOST {
        let rows = cases::list(conn, &Filter::default(), after, cases::PAGE_AT_MOST)?;
        let Some(last) = rows.last() else { break };
        after = Some((last.severity, last.recognised_at, last.id));
        for row in rows.iter().take(CASES_AT_MOST - trial.cases) {
            if let std::collections::hash_map::Entry::Vacant(place) = known.entry(row.account_id) {
                place.insert(accounts::by_id(conn, row.account_id)?);
            }
            let Some(Some(account)) = known.get(&row.account_id) else { continue };
            let Some(kept) = cases::by_number(conn, row.number)? else { continue };
            trial.cases += 1;
            let (before, after) = (counted(firm, account, &kept), counted(then, account, &kept));
            trial.compare(&row.account, row.number, &before, &after, now);
            let waits = |a: &&Amends| a.stands() && a.approved_by.is_none();
            trial.waiting.extend(kept.case.amends.iter().filter(waits).map(|amends| Waiting {
                number: row.number,
                account: row.account.clone(),
                amends: amends.clone(),
            }));
        }
    }
    Ok(trial)
}

/// The clocks of a case as this firm would count them.
fn counted(firm: &Firm, account: &Account, kept: &Kept) -> Vec<Clock> {
    let theirs = firm.calendar(account.calendar_id);
    clock::derive(&kept.case, &firm.policy.shortened(&account.rules), &firm.ours, &theirs)
}

impl Trial {
    fn compare(&mut self, account: &str, number: CaseNumber, before: &[Clock], after: &[Clock], now: Timestamp) {
        for moved in casework::commands::recount_clocks::moved(before, after) {
            if moved.to < moved.from {
                self.earlier += 1;
            } else {
                self.later += 1;
            }
            self.overdue += usize::from(moved.to <= now && moved.from > now);
            if self.moved.len() < SHOWN {
                let (kind, from, to) = (moved.kind, moved.from, moved.to);
                self.moved.push(Moved { number, account: account.to_owned(), kind, from, to });
            }
        }
    }
}

/// What it would do, in a sentence and a table.
pub fn block(agent: &Agent, trial: &Trial) -> Markup {
    ui::section("clocks-trial", None, moved(agent, trial))
}

/// The same without a heading, for a page that says more than that.
pub fn moved(agent: &Agent, trial: &Trial) -> Markup {
    let now = agent.app.now();
    let at = |at: Timestamp| html! { (ui::time(&when::moment(at, now, &agent.zone))) };
    let rows = trial.moved.iter().map(|moved| {
        [
            html! { a href={ "/cases/" (moved.number) } { (moved.number.to_string()) } },
            html! { (moved.account) },
            html! { (clocks::name_of(moved.kind)) },
            at(moved.from),
            at(moved.to),
            html! { (t(if moved.to < moved.from { "clocks-earlier" } else { "clocks-later" })) },
        ]
    });
    let table = Table::new("clocks-trial")
        .under_its_heading()
        .col("cases-number")
        .col("cases-account")
        .col("clocks-clock")
        .col("clocks-due-now")
        .col("clocks-due-then")
        .col("clocks-which-way")
        .rows(rows);
    let said = t_with(
        "clocks-trial-said",
        &[("cases", trial.cases.into()), ("earlier", trial.earlier.into()), ("later", trial.later.into())],
    );
    html! {
        p { (said) @if trial.overdue > 0 { " " strong { (t_with("trial-overdue", &[("count", trial.overdue.into())])) } } }
        @if trial.cases == CASES_AT_MOST { p.quiet { (t_with("clocks-trial-bounded", &[("most", CASES_AT_MOST.into())])) } }
        @if !trial.moved.is_empty() { (table) }
        @if trial.earlier + trial.later > trial.moved.len() { p.quiet { (t_with("clocks-trial-shown", &[("shown", trial.moved.len().into())])) } }
    }
}
