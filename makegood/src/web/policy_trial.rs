//! What an edited policy would do to the cases that are open now: which clock would be due earlier or later. Nothing is kept.
use super::fail::Oops;
use super::ui::{self, Table};
use super::{clocks, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::clock::{self, ClockKind};
use casework::ids::{AccountId, CaseNumber};
use casework::policy::Policy;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;
use store::accounts::{self, Account};
use store::cases::{self, Filter};
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

/// What came of trying.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// Cases that were counted anew.
    pub cases: usize,
    pub earlier: usize,
    pub later: usize,
    pub moved: Vec<Moved>,
}

/// # Errors
/// When the cases cannot be read.
pub async fn tried(agent: &Agent, wanted: &Policy) -> Result<Trial, Oops> {
    let (firm, policy) = (agent.firm.clone(), Arc::new(wanted.clone()));
    Ok(agent.app.db.read(move |conn| over_open_cases(conn, &firm, &policy)).await?)
}

fn over_open_cases(conn: &Conn, firm: &store::firm::Firm, policy: &Policy) -> Result<Trial, Fault> {
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
            let theirs = firm.calendar(account.calendar_id);
            let count =
                |policy: &Policy| clock::derive(&kept.case, &policy.shortened(&account.rules), &firm.ours, &theirs);
            trial.compare(&row.account, row.number, &count(&firm.policy), &count(policy));
        }
    }
    Ok(trial)
}

impl Trial {
    fn compare(&mut self, account: &str, number: CaseNumber, now: &[clock::Clock], then: &[clock::Clock]) {
        for clock in now.iter().filter(|clock| clock.is_running()) {
            let same = |other: &&clock::Clock| {
                (other.kind, other.about, other.starts) == (clock.kind, clock.about, clock.starts)
            };
            let Some(other) = then.iter().find(same).filter(|other| other.due != clock.due) else { continue };
            if other.due < clock.due {
                self.earlier += 1;
            } else {
                self.later += 1;
            }
            if self.moved.len() < SHOWN {
                let (kind, from, to) = (clock.kind, clock.due, other.due);
                self.moved.push(Moved { number, account: account.to_owned(), kind, from, to });
            }
        }
    }
}

/// What it would do, in a sentence and a table.
pub fn block(agent: &Agent, trial: &Trial) -> Markup {
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
    ui::section(
        "clocks-trial",
        None,
        html! {
            p { (said) }
            @if trial.cases == CASES_AT_MOST { p.quiet { (t_with("clocks-trial-bounded", &[("most", CASES_AT_MOST.into())])) } }
            @if !trial.moved.is_empty() { (table) }
            @if trial.earlier + trial.later > trial.moved.len() { p.quiet { (t_with("clocks-trial-shown", &[("shown", trial.moved.len().into())])) } }
        },
    )
}
