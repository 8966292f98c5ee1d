//! Today's calls: whom a word spares the most for each minute of talk. One call for each customer, about all their lines.
use super::accounts as account_pages;
use super::desk;
use super::fail::Oops;
use super::order_words;
use super::signals::tabs;
use super::ui::{self, Nav, Table};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::ids::AccountId;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use std::collections::HashMap;
use store::away::{self, Away};
use store::contacts::{self, Contact};
use store::foretold::{self, Late, Waiting};
use store::relationship::{self, Slack};
use store::{Conn, Fault, lines, messages};
use watch::slip::calls::{self, AtRisk, Call, Need, StillWorks};

/// A line without a past is counted as likely as not.
const WITHOUT_HISTORY: f64 = 0.5;
/// Calls shown: more than anybody makes in a day.
const CALLS_SHOWN: usize = 40;
/// Lines of one call that are named.
const LINES_SHOWN: usize = 8;

struct Seen {
    waiting: Vec<Waiting>,
    slack: HashMap<AccountId, Slack>,
    unsorted: i64,
    orders: Orders,
}

/// Whether any order is known: without one, no call is no good news.
#[derive(PartialEq, Eq)]
enum Orders {
    None,
    Some,
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let seen = agent.app.db.read(read).await?;
    let today = agent.app.now().to_zoned(agent.firm.ours.zone().clone()).date();
    let calls = calls(&agent, &seen, today);
    let people = agent.app.db.read(to_call(&calls)).await?;
    let body = html! {
        (ui::heading(t("todays-calls-title"), None))
        (tabs("/signals/calls", seen.unsorted))
        @if seen.orders == Orders::None { (ui::empty(t("orders-none"), Some(("/orders/import", t("orders-bring-in").into())))) }
        @else if calls.is_empty() { (ui::empty(t("todays-calls-none"), Some(("/watch", t("honesty-title").into())))) }
        @else {
            p.quiet { (t("todays-calls-why")) }
            (table(&agent, &seen, (&calls, &people), today))
            @if calls.len() > CALLS_SHOWN { p.quiet { (t_with("todays-calls-more", &[("count", (calls.len() - CALLS_SHOWN).into())])) } }
        }
    };
    Ok(desk::page(&agent, "todays-calls-title", Nav::Signals, body))
}

fn read(conn: &Conn) -> Result<Seen, Fault> {
    let waiting = foretold::waiting(conn)?;
    let mut accounts: Vec<AccountId> = waiting.iter().map(|one| one.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let slack = relationship::slacks(conn, &accounts)?;
    let known = !waiting.is_empty() || !lines::beginning(conn, "", None, 1)?.is_empty();
    let orders = if known { Orders::Some } else { Orders::None };
    Ok(Seen { waiting, slack, unsorted: messages::unsorted_count(conn)?, orders })
}

/// Whom to call at the customers that are shown, with who of them is away.
struct People {
    of: HashMap<AccountId, Vec<Contact>>,
    zones: HashMap<AccountId, String>,
    away: Vec<Away>,
}

fn to_call(calls: &[Call]) -> impl Fn(&Conn<'_>) -> Result<People, Fault> + Send + Sync + use<> {
    let accounts: Vec<AccountId> =
        calls.iter().take(CALLS_SHOWN).filter_map(|call| Some(AccountId(call.account.parse().ok()?))).collect();
    move |conn| {
        let of = contacts::to_call(conn, &accounts)?;
        let ids: Vec<_> = of.values().flatten().map(|contact| contact.id).collect();
        Ok(People { zones: store::accounts::zones(conn, &accounts)?, away: away::of(conn, &ids)?, of })
    }
}

fn calls(agent: &Agent, seen: &Seen, today: Date) -> Vec<Call> {
    let zone = agent.firm.ours.zone();
    let at_risk: Vec<AtRisk> = seen
        .waiting
        .iter()
        .filter_map(|one| {
            let line = &one.kept.line;
            let promised = line.promised?.day(zone);
            let need = match line.need_by.map(|need| need.day(zone)) {
                None => Need::Unknown,
                Some(need) if need > promised.max(today) => Need::HasRoom,
                Some(_) => Need::Threatened,
            };
            Some(AtRisk {
                line: line.key.clone(),
                account: one.account.to_string(),
                late: match one.late {
                    Late::Already => 1.0,
                    Late::Share { per_cent, .. } => f64::from(per_cent) / 100.0,
                    Late::Maybe => WITHOUT_HISTORY,
                },
                left: days(today, promised),
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

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn table(agent: &Agent, seen: &Seen, (calls, people): (&[Call], &People), today: Date) -> Markup {
    let by_key: HashMap<_, &Waiting> = seen.waiting.iter().map(|one| (&one.kept.line.key, one)).collect();
    let rows = calls.iter().take(CALLS_SHOWN).map(|call| {
        let lines: Vec<&Waiting> = call.lines.iter().filter_map(|key| by_key.get(key).copied()).collect();
        let more = lines.len().saturating_sub(LINES_SHOWN);
        [
            html! { @if let Some(one) = lines.first() { div { a href={ "/accounts/" (one.account) } { (one.name) } (whom(agent, one.account, people)) } } },
            // One box, so that on a narrow screen they stay in one column.
            html! { div {
                @for one in lines.iter().take(LINES_SHOWN) { div { (line(agent, one, today)) } }
                @if more > 0 { div.quiet { (t_with("todays-calls-lines-more", &[("count", more.into())])) } }
            } },
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

/// Who answers there, with a number to tap and what their clock shows; where nobody has one, the way to somebody.
fn whom(agent: &Agent, account: AccountId, people: &People) -> Markup {
    let zone = people.zones.get(&account).and_then(|name| store::holidays::zone(name).ok()).unwrap_or(TimeZone::UTC);
    html! {
        @match people.of.get(&account) {
            Some(of) => { @for contact in of { (account_pages::card(contact, &zone, agent, agent.app.now(), &people.away)) } }
            None => { p.quiet { (t("ui-no-number")) " " a href={ "/accounts/" (account) "/contacts" } { (t("accounts-add-person")) } } }
        }
    }
}

/// A line with why it is here, and the way to its signal, where the first words to say stand.
fn line(agent: &Agent, one: &Waiting, today: Date) -> Markup {
    let line = &one.kept.line;
    let over = line.promised.map_or(0, |promised| days(promised.day(agent.firm.ours.zone()), today));
    let why = match one.late {
        Late::Already => t_with("todays-calls-late", &[("days", over.into())]),
        Late::Share { per_cent, of } => {
            t_with("todays-calls-chance", &[("share", i64::from(per_cent).into()), ("lines", i64::from(of).into())])
        }
        Late::Maybe => t("todays-calls-no-history").into_owned(),
    };
    html! {
        a href={ "/signals/" (one.signal) } { (line.key.to_string()) }
        @if let Some(item) = &line.item { " " (item) }
        " " span.quiet { (t("todays-calls-promised")) " " (order_words::date(agent, line.promised)) ", " (why) }
    }
}
