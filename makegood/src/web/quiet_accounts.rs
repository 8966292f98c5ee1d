//! Who has not ordered since a trouble: customers without an order 90 and 180 days after a solved case, or after a delivery that nobody
//! asked about. Most who leave say nothing (S033, S217).
use super::desk;
use super::fail::Oops;
use super::ui::{self, Nav, Table};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use store::rhythms::{self, Quiet};
use store::{Conn, Fault, imports};

/// A silence is looked at from here on, and is long from there on (C33).
const QUIET_DAYS: i64 = 90;
const LONG_DAYS: i64 = 180;
/// What lies further back is past calling.
const AT_MOST_DAYS: i64 = 730;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let (now, zone) = (agent.app.now(), agent.firm.ours.zone().clone());
    let read = move |conn: &Conn| {
        let Some(last) = imports::last_ended(conn, "orders")? else { return Ok::<_, Fault>(None) };
        let known = last.min(now).to_zoned(zone.clone()).date();
        let all = rhythms::quiet_since_trouble(conn, back(known, AT_MOST_DAYS), back(known, QUIET_DAYS))?;
        Ok(Some((known, all)))
    };
    let known = agent.app.db.read(read).await?;
    let body = html! {
        (ui::heading(t("quiet-title"), Some(html! { a href="/accounts" { (t("accounts-title")) } })))
        @match &known {
            None => { (ui::empty("quiet-no-orders", Some(("/orders/import", t("orders-bring-in").into())))) },
            Some((known, all)) => {
                p { (t_with("quiet-why", &[("day", when::day(*known, now, &agent.zone).into())])) }
                @if all.is_empty() { (ui::empty("quiet-none", Some(("/accounts", t("accounts-title").into())))) }
                (band(&agent, "quiet-long", *known, all, |days| days >= LONG_DAYS))
                (band(&agent, "quiet-a-while", *known, all, |days| days < LONG_DAYS))
            },
        }
    };
    Ok(desk::page(&agent, "quiet-title", Nav::Accounts, body))
}

fn back(from: Date, days: i64) -> Date {
    from.checked_sub(days.days()).unwrap_or(Date::MIN)
}

fn days(from: Date, until: Date) -> i64 {
    from.until(until).map_or(0, |span| span.get_days().into())
}

/// The customers of one band, the longest silence first.
fn band(agent: &Agent, title: &'static str, known: Date, all: &[Quiet], fits: impl Fn(i64) -> bool) -> Markup {
    let of: Vec<&Quiet> = all.iter().filter(|quiet| fits(days(quiet.since, known))).collect();
    if of.is_empty() {
        return html! {};
    }
    let now = agent.app.now();
    let day = |day: Date| when::day(day, now, &agent.zone);
    let rows = of.iter().map(|quiet| {
        [
            html! { a href={ "/accounts/" (quiet.account) } data-go { (quiet.name) } },
            html! { (before(quiet)) },
            html! { (day(quiet.since)) },
            html! { (days(quiet.since, known)) },
            html! { @match quiet.last_order { Some(last) => { (day(last)) }, None => { span.quiet { (t("quiet-never")) } } } },
        ]
    });
    let table = Table::new(title)
        .under_its_heading()
        .col("cases-account")
        .col("quiet-before")
        .col("quiet-since")
        .number_col("quiet-days")
        .col("quiet-last-order");
    ui::section(title, u64::try_from(of.len()).ok(), html! { (table.rows(rows)) })
}

/// What came before the silence: the case in their words, or the delivery.
fn before(quiet: &Quiet) -> Markup {
    html! {
        @if let Some(number) = quiet.case {
            a href={ "/cases/" (number) } { (number) } " " span.theirs { "“" (quiet.title.as_deref().unwrap_or_default()) "”" }
        } @else if let (Some(order), Some(line)) = (&quiet.order_no, quiet.line) {
            a href={ "/delivery-checks/" (line) } { (t_with("quiet-unchecked", &[("order", order.clone().into())])) }
        }
    }
}
