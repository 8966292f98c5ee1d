//! What was ordered: late and slipping lines first, then every line with its dates, the last order first. Nothing here is about money (S025).
use super::delivery_checks::outcome_word;
use super::desk;
use super::fail::Oops;
use super::order_words;
use super::ui::{self, Field, Form, Nav, Pager, Table, Typed};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use casework::ids::AccountId;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::lines::{self, KeptLine};
use store::signals::{Signal, talks};
use store::{Conn, Fault, accounts};
use uuid::Uuid;
use watch::{Check, Kind, LineKey};

/// Lines on one page.
const PAGE: usize = 50;
/// Late or slipping lines shown on top.
const LATE: usize = 25;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// What an order number begins with.
    order: String,
    /// The last line of the page before: order and line number, with a slash between.
    after: String,
}

/// Lines with the names of their customers.
struct Lines {
    late: Vec<(Signal, KeptLine)>,
    page: Vec<KeptLine>,
    names: HashMap<AccountId, String>,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let now = agent.app.now();
    let (prefix, after) = (asked.order.trim().to_owned(), key_of(&asked.after));
    let is_first = after.is_none();
    let looked = prefix.clone();
    let read = move |conn: &Conn| {
        let late = if is_first && looked.is_empty() { late(conn, now)? } else { vec![] };
        let page = lines::latest(conn, &looked, after.as_ref(), PAGE)?;
        let names = names(conn, late.iter().map(|(_, line)| line).chain(&page))?;
        Ok::<_, Fault>(Lines { late, page, names })
    };
    let lines = agent.app.db.read(read).await?;
    let next =
        (lines.page.len() == PAGE).then(|| lines.page.last().map(|last| onward(&prefix, &last.line.key))).flatten();
    let first = (!asked.after.is_empty())
        .then(|| onward(&prefix, &LineKey { order_no: String::new(), line_no: String::new() }));
    let typed = Typed::nothing().with("order", &prefix);
    let find =
        Form::get("/orders").typed(&typed).field(Field::text("order", "orders-find")).quiet_act("accounts-find-act");
    let body = html! {
        (ui::heading(t("orders-title"), Some(html! { a.act href="/orders/import" { (t("orders-bring-in")) } })))
        @if lines.page.is_empty() && prefix.is_empty() && is_first {
            (desk::empty(&agent, "orders-none", Some(("/orders/import", t("orders-bring-in").into()))))
        } @else {
            (late_block(&agent, &lines))
            (find)
            @if lines.page.is_empty() { (ui::empty(t_with("orders-none-found", &[("words", prefix.as_str().into())]), None)) }
            @else { (ui::section("orders-all", None, html! { (table(&agent, &lines)) (Pager::through(first, next)) })) }
        }
    };
    Ok(desk::page(&agent, "orders-title", Nav::Orders, body))
}

/// The watch's findings that wait for somebody: past their promise, or moved without a word to the customer.
fn late(conn: &Conn, now: jiff::Timestamp) -> Result<Vec<(Signal, KeptLine)>, Fault> {
    let found = talks::of_kinds(conn, &[Kind::LateUndelivered, Kind::SilentSlip], now, LATE)?;
    let ids: Vec<Uuid> = found.iter().filter_map(|s| s.line).collect();
    let mut lines: HashMap<Uuid, KeptLine> =
        lines::by_ids(conn, &ids)?.into_iter().map(|line| (line.id, line)).collect();
    Ok(found.into_iter().filter_map(|signal| lines.remove(&signal.line?).map(|line| (signal, line))).collect())
}

fn names<'a>(conn: &Conn, lines: impl Iterator<Item = &'a KeptLine>) -> Result<HashMap<AccountId, String>, Fault> {
    let mut names = HashMap::new();
    for line in lines {
        if let std::collections::hash_map::Entry::Vacant(place) = names.entry(line.account) {
            place.insert(accounts::by_id(conn, line.account)?.map(|a| a.name).unwrap_or_default());
        }
    }
    Ok(names)
}

fn key_of(text: &str) -> Option<LineKey> {
    let (order_no, line_no) = text.rsplit_once('/')?;
    (!order_no.is_empty()).then(|| LineKey { order_no: order_no.to_owned(), line_no: line_no.to_owned() })
}

fn onward(prefix: &str, after: &LineKey) -> String {
    let after = if after.order_no.is_empty() { String::new() } else { format!("{}/{}", after.order_no, after.line_no) };
    format!("/orders?order={}&after={}", escaped(prefix), escaped(&after))
}
/// As it stands in an address.
fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn late_block(agent: &Agent, lines: &Lines) -> Markup {
    if lines.late.is_empty() {
        return html! {};
    }
    let rows = lines.late.iter().map(|(signal, line)| {
        [
            html! { a href={ "/signals/" (signal.id) } data-go { (line.line.key.to_string()) } },
            html! { (account(lines, line)) },
            html! { (crate::sentence::say(&signal.evidence, &agent.zone)) },
        ]
    });
    let table = Table::new("orders-late")
        .under_its_heading()
        .col("orders-line")
        .col("cases-account")
        .col("orders-wrong")
        .rows(rows);
    ui::section("orders-late", u64::try_from(lines.late.len()).ok(), html! { (table) })
}

fn account(lines: &Lines, line: &KeptLine) -> Markup {
    html! { a href={ "/accounts/" (line.account) } { (lines.names.get(&line.account).map_or("", String::as_str)) } }
}

/// Each line with what was asked for, needed, promised, sent and delivered.
fn table(agent: &Agent, lines: &Lines) -> Markup {
    let day = |when| html! { span.whole { (order_words::date(agent, when)) } };
    let rows = lines.page.iter().map(|kept| {
        let line = &kept.line;
        [
            html! { a href={ "/orders/line/" (kept.id) } { (line.key.to_string()) } },
            html! { (line.item.as_deref().unwrap_or_default()) },
            html! { (account(lines, kept)) },
            html! { (line.quantity.as_deref().unwrap_or_default()) },
            day(line.requested),
            day(line.need_by),
            html! { (promised(agent, kept)) },
            day(line.shipped),
            html! { (delivered(agent, kept)) },
        ]
    });
    let table = Table::new("orders-all")
        .under_its_heading()
        .col("orders-line")
        .col("orders-item")
        .col("cases-account")
        .number_col("orders-quantity")
        .col("orders-requested")
        .col("line-needed")
        .col("orders-promised")
        .col("orders-shipped")
        .col("orders-delivered");
    html! { (table.rows(rows)) }
}

/// The promise, and the first one where it moved.
fn promised(agent: &Agent, kept: &KeptLine) -> Markup {
    let line = &kept.line;
    let first = line.first_promised.filter(|first| line.promised.is_some_and(|now| now != *first));
    html! {
        span.whole { (order_words::date(agent, line.promised)) }
        @if let Some(first) = first { " " span.quiet { (t_with("orders-first-promised", &[("date", order_words::date(agent, Some(first)).into())])) } }
    }
}

/// When it arrived, and what they say of it.
fn delivered(agent: &Agent, kept: &KeptLine) -> Markup {
    let line = &kept.line;
    if line.is_cancelled() {
        return html! { (t("orders-cancelled")) };
    }
    let href = format!("/delivery-checks/{}", kept.id);
    html! {
        span.whole { (order_words::date(agent, line.delivered)) }
        @if line.delivered.is_some() {
            " "
            @match line.check {
                Check::Undone => { a href=(href) { (t("checks-ask")) } }
                Check::Done { outcome, .. } => { a href=(href) { (outcome_word(outcome)) } }
                Check::NotOwed => {}
            }
        }
    }
}
