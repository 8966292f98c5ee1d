//! Something went wrong: three fields are enough to open a case, any colleague may, and what happened to them before is shown at once.
use super::do_on_case::{Pairs, status};
use super::fail::Oops;
use super::forms::open::{guessed_kind, write};
use super::new_customer::Newcomer;
use super::ui::{Kept, Nav, Notice, Typed, heading, section, with_aside};
use super::{desk, drafts, form, learned, letter_case, memory, when};
use crate::act::{Done, NotDone, open_and};
use crate::said::Zones;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::{Form as Posted, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::commands::Command;
use casework::ids::{AccountId, RequestId, SignalId};
use casework::refusal::Refusal;
use maud::{Markup, html};
use store::accounts::{Account, AccountRow};
use store::cases::{self, CaseRow};
use store::contacts::Contact;
use store::insights::{self, Insight};
use store::memory::{Near, Told};
use store::{Conn, Fault};

/// Accounts offered at once; more are found by their first letters.
const ACCOUNTS_OFFERED: i64 = 100;
/// The button that only looks whether there was anything like it.
pub const LOOK: &str = "look";
/// Earlier troubles shown for the chosen account.
const EARLIER_SHOWN: i64 = 5;

/// What the page shows beside its fields.
pub struct Room {
    /// The chosen account with its contacts.
    pub account: Option<(Account, Vec<Contact>)>,
    pub accounts: Vec<AccountRow>,
    /// Earlier troubles of the account, each with its lesson where one was learned (S230).
    earlier: Vec<(CaseRow, Option<String>)>,
    /// What reviews taught about the account (S013).
    matters: Vec<Insight>,
    /// The earlier troubles nearest to what is written, of whatever customer.
    near: Vec<Near>,
}

impl Room {
    /// Whether there is any customer to choose from; a search that found none may just be misspelt.
    pub fn anybody(&self, typed: &Typed) -> bool {
        !self.accounts.is_empty() || typed.filled("find").is_some()
    }
}

pub async fn show(me: Agent, Query(pairs): Query<Pairs>) -> Result<Markup, Oops> {
    let asked = as_written(&me, Typed::from_pairs(pairs)).await?;
    let draft = drafts::of(&me, kept_as(&asked)).await?;
    let typed = draft.or(asked);
    let room = room(&me, &typed).await?;
    Ok(page(&me, &room, &typed, me.app.new_request(), None, draft.kept()))
}

/// A case that begins with a mail came in writing, when the mail came: its writer is owed a receipt (C02).
async fn as_written(me: &Agent, asked: Typed) -> Result<Typed, Oops> {
    let asked = letter_case::prefilled(me, asked).await?;
    let Ok(id) = asked.value("signal").parse::<SignalId>() else { return Ok(asked) };
    let signal = me.app.db.read(move |conn| store::signals::by_id(conn, id)).await?;
    let Some(signal) = signal.filter(|signal| signal.message.is_some() && asked.filled("written_at").is_none()) else {
        return Ok(asked);
    };
    let since = signal.since.to_zoned(me.zone.clone());
    Ok(asked.with("written_at", since.strftime("%Y-%m-%d %H:%M").to_string()))
}

/// One draft for each customer and signal that a case is opened for.
fn kept_as(asked: &Typed) -> String {
    let of = |name: &str| asked.filled(name).map(|value| format!("{name}={value}"));
    let parts: Vec<String> = ["account", "signal", "mail"].into_iter().filter_map(of).collect();
    if parts.is_empty() { "/cases/new".to_owned() } else { format!("/cases/new?{}", parts.join("&")) }
}

pub async fn create(me: Agent, Posted(pairs): Posted<Pairs>) -> Result<Response, Oops> {
    let mut typed = Typed::from_pairs(pairs.clone());
    if typed.value("then") == LOOK {
        return looked(&me, typed).await;
    }
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    let newcomer = Newcomer::of(&typed, request);
    let chosen = newcomer.as_ref().map_or(pairs.clone(), |newcomer| newcomer.chosen(pairs.clone()));
    let mut reading = Typed::from_pairs(super::forms::tidy(&told_in_full(&chosen)));
    let command = form::command("open-case", &mut reading, me.app.now(), &Zones::ours(&me.zone));
    for (name, sentence) in reading.errors() {
        typed.wrong(name, sentence.clone());
    }
    let draft = drafts::sent(&typed, kept_as(&typed));
    let sent = draft.sent(&me);
    let here = match (&command, &newcomer) {
        (Some(_), Some(newcomer)) => newcomer.add(&me, &mut typed).await?,
        _ => true,
    };
    if here && command.is_some() {
        typed = Typed::from_pairs(chosen);
    }
    let refusal = match command.filter(|_| here) {
        Some(Command::OpenCase(wish)) => {
            let letter = letter_case::Letter::of(&me, &typed, request, &wish);
            let also = move |tx: &store::Tx| {
                sent.forget(tx)?;
                letter.as_ref().map_or(Ok(()), |letter| letter.goes_onto_it(tx))
            };
            match open_and(&me.app, me.actor(), request, *wish, also).await {
                Ok(done) => return Ok(on_to(&done, &typed).into_response()),
                Err(NotDone::Fault(fault)) => return Err(fault.into()),
                Err(NotDone::Refused(refusal)) => Some(refusal),
            }
        }
        _ => None,
    };
    let room = room(&me, &typed).await?;
    if let Some(refusal) = &refusal {
        desk::beside(&me, &mut typed, refusal);
    }
    let code = refusal.as_ref().map_or(StatusCode::UNPROCESSABLE_ENTITY, status);
    Ok((code, page(&me, &room, &typed, request, refusal.as_ref(), draft.kept())).into_response())
}

/// The same form again with what is like it: nothing is opened, and nothing is said to be missing yet.
async fn looked(me: &Agent, typed: Typed) -> Result<Response, Oops> {
    let draft = drafts::sent(&typed, kept_as(&typed));
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    let room = room(me, &typed).await?;
    Ok(page(me, &room, &typed, request, None, draft.kept()).into_response())
}

/// To the case; straight to listening when they are on the line.
fn on_to(done: &Done, typed: &Typed) -> Redirect {
    match typed.value("then") {
        "listen" => Redirect::to(&format!("/cases/{}/do/record-conversation?part=listening", done.number)),
        _ => Redirect::to(&format!("/cases/{}?done=open-case", done.number)),
    }
}

/// Three fields are enough: the kind is taken from the sentence, and a customer who is in trouble is taken to have told us.
fn told_in_full(pairs: &Pairs) -> Pairs {
    let mut pairs = pairs.clone();
    let value = |pairs: &Pairs, name: &str| {
        pairs.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_owned()).unwrap_or_default()
    };
    if value(&pairs, "origin").is_empty() {
        pairs.push(("origin".into(), "customer_reported".into()));
    }
    if value(&pairs, "kind").is_empty() {
        let title = value(&pairs, "title");
        let kind = guessed_kind(&title);
        pairs.push(("kind".into(), kind.word().into()));
        if kind == casework::kinds::TroubleKind::Other && value(&pairs, "kind_text").is_empty() {
            pairs.push(("kind_text".into(), title));
        }
    }
    pairs
}

async fn room(me: &Agent, typed: &Typed) -> Result<Room, Oops> {
    let (account, find) = (typed.value("account").parse::<AccountId>().ok(), typed.value("find").to_owned());
    let title = typed.value("title");
    let guessed = guessed_kind(title);
    let kind = typed.filled("kind").unwrap_or(if title.is_empty() { "" } else { guessed.word() });
    let told = memory::told(account, title, typed.value("item"), kind);
    Ok(me.app.db.read(move |conn| look(conn, account, &find, &told)).await?)
}

fn look(conn: &Conn, account: Option<AccountId>, find: &str, told: &Told) -> Result<Room, Fault> {
    let near = memory::to_written(conn, told)?;
    let account = match account {
        Some(id) => store::accounts::by_id(conn, id)?,
        None => None,
    };
    let accounts = match (&account, find) {
        (Some(_), _) => vec![],
        (None, "") => store::accounts::list(conn, None, ACCOUNTS_OFFERED)?,
        (None, find) => store::accounts::search(conn, find, ACCOUNTS_OFFERED)?,
    };
    let Some(account) = account else {
        return Ok(Room { account: None, accounts, earlier: vec![], matters: vec![], near });
    };
    let mut earlier = vec![];
    for row in cases::of_account(conn, account.id, None, EARLIER_SHOWN)? {
        let lesson = match row.solved_at {
            Some(_) => {
                cases::by_number(conn, row.number)?.and_then(|kept| kept.case.review).map(|review| review.lesson)
            }
            None => None,
        };
        earlier.push((row, lesson));
    }
    let contacts = store::contacts::of_account(conn, account.id)?;
    let matters = insights::of_account(conn, account.id)?;
    Ok(Room { account: Some((account, contacts)), accounts, earlier, matters, near })
}

fn page(me: &Agent, room: &Room, typed: &Typed, request: RequestId, refusal: Option<&Refusal>, kept: Kept) -> Markup {
    let form = html! {
        p { (t("do-open-case-why")) }
        @if let Some((account, _)) = &room.account { (nobody_keeps(account)) }
        (write(me, room, typed, request, refusal, kept))
    };
    let body = html! {
        (heading(t("do-open-case"), None))
        @match &room.account {
            Some((account, _)) => { (with_aside("open-aside", form, html! { (near(me, room)) (earlier(me, room, account)) })) },
            None if room.near.is_empty() => { (form) },
            None => { (with_aside("open-aside", form, near(me, room))) },
        }
    };
    desk::shelled(desk::shell(me, "do-open-case", Nav::Cases).flows(), body)
}

fn near(me: &Agent, room: &Room) -> Markup {
    memory::said(me, &room.near, memory::Shown::InFull, me.app.now())
}

/// A customer that came with a file has nobody who keeps the relationship, and a case needs somebody (S235): said before anybody types.
fn nobody_keeps(account: &Account) -> Markup {
    let said = || t_with("open-nobody-keeps", &[("account", account.name.clone().into())]);
    let notice = || Notice::look(said()).way(format!("/accounts/{}/change", account.id), "open-nobody-keeps-way");
    html! { @if account.relationship_owner.is_none() { (notice()) } }
}

/// What happened to them before, so that nobody asks twice and nobody repeats the mistake (DOMAIN 4.13, S230).
fn earlier(me: &Agent, room: &Room, account: &Account) -> Markup {
    let now = me.app.now();
    let back = learned::Back::Account(account.id);
    let matters = learned::what_matters(me, &account.what_matters, &room.matters, back, now);
    let troubles = section(
        "open-earlier",
        None,
        html! {
            @if room.earlier.is_empty() { p { (t("case-no-past")) } }
            ul { @for (row, lesson) in &room.earlier {
                li {
                    a href={ "/cases/" (row.number) } { (row.number) } " " (quoted(&row.title)) " · "
                    (t(&format!("recovery-{}", row.recovery.word().replace('_', "-")))) " · " (when::ago(row.recognised_at, now, &me.zone))
                    @if row.recovery.is_open() { " · " strong { (t("open-still-open")) } }
                    @if let Some(lesson) = lesson { p { (t("open-lesson")) " " (lesson) } }
                }
            } }
            p { a href={ "/accounts/" (account.id) } { (account.name) } }
        },
    );
    html! { @if let Some(matters) = matters { (section("case-matters", None, matters)) } (troubles) }
}
