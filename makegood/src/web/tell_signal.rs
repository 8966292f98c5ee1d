//! Whoever sees something first says it here, in one sentence, with or without their name; the team thanks them (S040).
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Typed};
use super::{dates, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::response::Response;
use casework::clock::{ClockKind, stricter};
use casework::ids::{AccountId, PersonId, RequestId};
use casework::kinds::Severity;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use store::accounts;
use store::audit::NotKept;
use store::lines::{self, KeptLine};
use store::mint::Mint;
use store::signals::told::{self, Heard, Teller, Told};
use store::whose::{self, Whose};
use store::{Conn, Fault};
use watch::LineKey;

/// How long those who told first are thanked on the page of signals.
pub const THANKED_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The customer or the order line it is about, when the page was opened from there.
    customer: String,
    order: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    let typed = Typed::nothing().with("customer", asked.customer).with("order", asked.order);
    Ok(page(&agent, &typed))
}

fn page(agent: &Agent, typed: &Typed) -> Markup {
    let form = Form::post("/signals/new", agent.app.new_id())
        .typed(typed)
        .field(
            Field::words("words", "signals-tell-words")
                .help("signals-tell-words-help")
                .rows(2)
                .length(told::WORDS_AT_MOST as u32),
        )
        .row([
            Field::text("customer", "signals-tell-customer").help("signals-tell-customer-help").optional(),
            Field::text("order", "signals-tell-order").help("signals-tell-order-help").optional(),
        ])
        .field(Field::text("since", "signals-tell-since").help("signals-tell-since-help").optional())
        .field(Field::check("unnamed", "signals-tell-unnamed").help("signals-tell-unnamed-help"))
        .act("signals-tell-act")
        .or_go("/signals", "act-back");
    let body = html! {
        (ui::heading(t("signals-tell"), None))
        p { (t("signals-tell-why")) }
        (form)
    };
    desk::page(agent, "signals-tell", Nav::Signals, body)
}

pub async fn create(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let now = agent.app.now();
    let since = match typed.filled("since") {
        None => Some(now),
        Some(words) => dates::time(words, now, &agent.zone),
    };
    if since.is_none() {
        typed.wrong("since", t("form-time"));
    }
    if let Some(since) = since {
        match keep(&agent, &typed, since, now).await {
            Ok(Heard::First(id)) => return Ok(desk::on_to(&format!("/signals/{id}"))),
            Ok(Heard::Before(id)) => return Ok(desk::on_to(&format!("/signals/{id}?before=yes"))),
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    Ok(desk::again(page(&agent, &typed)))
}

async fn keep(agent: &Agent, typed: &Typed, since: Timestamp, now: Timestamp) -> Result<Heard, NotKept> {
    let request = desk::request_of(agent, typed);
    let (customer, order) = (typed.value("customer").to_owned(), typed.value("order").to_owned());
    let by = typed.filled("unnamed").is_none().then_some(agent.person.id);
    let words = typed.value("words").to_owned();
    let owed_at = heard_by(agent, since);
    let work = move |tx: &store::Tx| {
        let line = line_of(tx, &order)?;
        let account = account_of(tx, &customer, line.as_ref())?;
        let line = line.map(|line| line.id);
        let told = Told { request: request.0, account, line, words: words.clone(), by, since, owed_at };
        told::tell(tx, &told, &mut mint(request, now), now)
    };
    agent.app.db.write(work).await
}

fn mint(request: RequestId, now: Timestamp) -> Mint {
    Mint::new(request.0, now)
}

/// A customer who may be in trouble is called within the hours of a first contact, whoever saw it.
fn heard_by(agent: &Agent, since: Timestamp) -> Timestamp {
    let ours = &agent.firm.ours;
    stricter(since, agent.firm.policy.allowance(ClockKind::FirstContact, Severity::S2), ours, ours)
}

/// `4417/10`, or the first line of `4417`.
fn line_of(conn: &Conn, order: &str) -> Result<Option<KeptLine>, NotKept> {
    if order.is_empty() {
        return Ok(None);
    }
    let (order_no, line_no) = order.rsplit_once('/').unwrap_or((order, ""));
    let key = LineKey { order_no: order_no.trim().to_owned(), line_no: line_no.trim().to_owned() };
    let exact = lines::by_keys(conn, std::slice::from_ref(&key))?.into_iter().next();
    let found = match exact {
        Some(line) => Some(line),
        None if line_no.is_empty() => lines::beginning(conn, &lines::key_text(&key), None, 1)?.into_iter().next(),
        None => None,
    };
    found.map(Some).ok_or_else(|| Refusal::input("order", "signal-no-such-order").into())
}

fn account_of(conn: &Conn, customer: &str, line: Option<&KeptLine>) -> Result<Option<AccountId>, NotKept> {
    if customer.is_empty() {
        return Ok(line.map(|line| line.account));
    }
    let found = match customer.parse::<AccountId>() {
        Ok(id) => accounts::by_id(conn, id)?.map(|account| account.id),
        Err(_) => match whose::is(conn, customer)? {
            Some(Whose::Several) => return Err(Refusal::input("customer", "signal-several-customers").into()),
            Some(Whose::One(id)) => Some(id),
            None => None,
        },
    };
    found.map(Some).ok_or_else(|| Refusal::input("customer", "signal-no-such-customer").into())
}

/// *Piotr told first. Thank you.*
pub fn thanks(agent: &Agent, by: Option<PersonId>) -> String {
    match by {
        Some(id) => t_with("signals-first-named", &[("name", agent.firm.name_of(id).to_owned().into())]),
        None => t("signals-first-unnamed").into_owned(),
    }
}

/// Those who told first lately, so that the team can thank them.
///
/// # Errors
/// When they cannot be read.
pub fn lately(conn: &Conn, now: Timestamp) -> Result<Vec<Teller>, Fault> {
    told::lately(conn, now.saturating_sub(THANKED_FOR).unwrap_or(now))
}

/// The block below the signals; nothing when nobody told of anything lately.
pub fn block(agent: &Agent, tellers: &[Teller], now: Timestamp) -> Markup {
    if tellers.is_empty() {
        return html! {};
    }
    let line = |teller: &Teller| {
        let unnamed = || t("signals-thanks-unnamed").into_owned();
        let name = teller.by.map_or_else(unnamed, |id| agent.firm.name_of(id).to_owned());
        let about = teller.account.clone().unwrap_or_else(|| t("signals-thanks-somebody").into_owned());
        html! { a href={ "/signals/" (teller.signal) } { (t_with("signals-thanks-line", &[("name", name.into()), ("about", about.into())])) } " " span.quiet { (when::ago(teller.at, now, &agent.zone)) } }
    };
    ui::section("signals-thanks", None, html! { ul { @for teller in tellers { li { (line(teller)) } } } })
}
