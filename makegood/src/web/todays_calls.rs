//! Today's calls: whom a word spares the most for each minute of talk. One call for each customer, about all their lines.
use super::desk;
use super::fail::Oops;
use super::signals::tabs;
use super::ui::{self, Nav, Table};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::ids::AccountId;
use maud::{Markup, html};
use std::collections::HashMap;
use store::foretold::{self, Waiting};
use store::relationship::{self, Slack};
use store::{Conn, Fault, accounts, messages};
use watch::slip::calls::{self, AtRisk, Call, Need, StillWorks};

/// A line without a past is counted as likely as not.
const WITHOUT_HISTORY: f64 = 0.5;

struct Seen {
    waiting: Vec<Waiting>,
    names: HashMap<AccountId, String>,
    slack: HashMap<AccountId, Slack>,
    unsorted: i64,
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let seen = agent.app.db.read(read).await?;
    let calls = calls(&agent, &seen);
    let body = html! {
        (ui::heading(t("todays-calls-title"), None))
        (tabs("/signals/calls", seen.unsorted))
        p.quiet { (t("todays-calls-why")) }
        @if calls.is_empty() { (ui::empty(t("todays-calls-none"), None)) }
        @else { (table(&seen, &calls)) }
    };
    Ok(desk::page(&agent, "todays-calls-title", Nav::Signals, body))
}

fn read(conn: &Conn) -> Result<Seen, Fault> {
    let waiting = foretold::waiting(conn)?;
    let (mut names, mut slack) = (HashMap::new(), HashMap::new());
    for one in &waiting {
        if let std::collections::hash_map::Entry::Vacant(place) = names.entry(one.account) {
            place.insert(accounts::by_id(conn, one.account)?.map(|account| account.name).unwrap_or_default());
            slack.insert(one.account, relationship::slack(conn, one.account)?);
        }
    }
    Ok(Seen { waiting, names, slack, unsorted: messages::unsorted_count(conn)? })
}

fn calls(agent: &Agent, seen: &Seen) -> Vec<Call> {
    let zone = agent.firm.ours.zone();
    let today = agent.app.now().to_zoned(zone.clone()).date();
    let at_risk: Vec<AtRisk> = seen
        .waiting
        .iter()
        .filter_map(|one| {
            let line = &one.kept.line;
            let promised = line.promised?.day(zone);
            let need = match line.need_by.map(|need| need.day(zone)) {
                None => Need::Unknown,
                Some(need) if need > promised => Need::HasRoom,
                Some(_) => Need::Threatened,
            };
            Some(AtRisk {
                line: line.key.clone(),
                account: one.account.to_string(),
                late: one.per_cent.map_or(WITHOUT_HISTORY, |per_cent| f64::from(per_cent) / 100.0),
                left: today.until(promised).map_or(0, |span| span.get_days()),
                need,
            })
        })
        .collect();
    let slack: HashMap<String, &Slack> = seen.slack.iter().map(|(id, slack)| (id.to_string(), slack)).collect();
    calls::today(&at_risk, |account| {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        slack
            .get(account)
            .map_or(StillWorks::default(), |slack| StillWorks { said: count(slack.still_works), of: count(slack.of) })
    })
}

fn table(seen: &Seen, calls: &[Call]) -> Markup {
    let by_key: HashMap<_, &Waiting> = seen.waiting.iter().map(|one| (&one.kept.line.key, one)).collect();
    let rows = calls.iter().map(|call| {
        let lines: Vec<&Waiting> = call.lines.iter().filter_map(|key| by_key.get(key).copied()).collect();
        let account = lines.first().map(|one| one.account);
        let name = account.and_then(|id| seen.names.get(&id)).map_or("", String::as_str);
        [
            html! { @if let Some(id) = account { a href={ "/accounts/" (id) } { (name) } } },
            html! { @for (n, one) in lines.iter().enumerate() { @if n > 0 { ", " } (line(one)) } },
            html! { (t_with("todays-calls-minutes", &[("minutes", (call.minutes.round() as i64).into())])) },
        ]
    });
    let table = Table::new("todays-calls-title")
        .under_its_heading()
        .col("cases-account")
        .col("todays-calls-lines")
        .number_col("todays-calls-long");
    html! { (table.rows(rows)) }
}

/// A line with the way to its signal, where the first words to say stand.
fn line(one: &Waiting) -> Markup {
    let chance = match one.per_cent {
        Some(share) => t_with("todays-calls-chance", &[("share", i64::from(share).into())]),
        None => t("todays-calls-no-history").into_owned(),
    };
    html! { a href={ "/signals/" (one.signal) } { (one.kept.line.key.to_string()) } " " span.quiet { (chance) } }
}
