//! A word about the next sale: the page that stops whoever forgot to ask how the last delivery went (S216).
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Typed};
use super::{order_words, when};
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::{AccountId, ContactId};
use maud::{Markup, html};
use store::accounts::{self, Account};
use store::cases::{self, CaseRow};
use store::contacts::{self, Contact};
use store::sales::{self, Noting, Unasked};

struct Room {
    account: Account,
    contacts: Vec<Contact>,
    unasked: Vec<Unasked>,
    open: Vec<CaseRow>,
}

async fn room(agent: &Agent, id: AccountId) -> Result<Room, Oops> {
    let read = move |conn: &store::Conn| {
        let Some(account) = accounts::by_id(conn, id)? else { return Ok::<_, store::Fault>(None) };
        let contacts = contacts::of_account(conn, id)?.into_iter().filter(|c| c.active).collect();
        Ok(Some(Room {
            account,
            contacts,
            unasked: sales::unasked(conn, id)?,
            open: cases::open_of_account(conn, id)?,
        }))
    };
    agent.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(agent: Agent, Path(id): Path<AccountId>) -> Result<Markup, Oops> {
    let room = room(&agent, id).await?;
    Ok(page(&agent, &room, &Typed::nothing()))
}

pub async fn create(agent: Agent, Path(id): Path<AccountId>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let room = room(&agent, id).await?;
    let request = desk::request_of(&agent, &typed);
    let contact = typed.filled("contact").and_then(|id| id.parse::<ContactId>().ok());
    let contact = contact.filter(|id| room.contacts.iter().any(|c| c.id == *id));
    let noting = Noting {
        id: request.0,
        account: id,
        contact,
        words: typed.value("words").to_owned(),
        despite: typed.value("despite").to_owned(),
    };
    let by = agent.by(request);
    match agent.app.db.write(move |tx| sales::note(tx, &noting, &by)).await {
        Ok(()) => Ok(desk::on_to(&format!("/accounts/{id}"))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &room, &typed)))
        }
    }
}

fn page(agent: &Agent, room: &Room, typed: &Typed) -> Markup {
    let account = format!("/accounts/{}", room.account.id);
    let body = html! {
        (ui::heading(t("sales-title"), Some(html! { a href=(account) { (room.account.name) } })))
        p { (t("sales-why")) }
        @if !room.open.is_empty() { (not_now(&room.open)) }
        @if !room.unasked.is_empty() { (stop(agent, &room.unasked)) }
        (form(agent, room, typed, &account))
    };
    desk::page(agent, "sales-title", Nav::Accounts, body)
}

/// While something is wrong for them they hear of that, and of nothing that is for sale (S145).
fn not_now(open: &[CaseRow]) -> Markup {
    html! {
        div.notice.look role="alert" {
            p { strong { (t("sales-open")) } }
            p { (t("sales-open-why")) }
            ul { @for case in open { li { a href={ "/cases/" (case.number) } { (case.number) } " " span.theirs { (quoted(&case.title)) } } } }
        }
    }
}

/// What was delivered and never asked about, each with the way out.
fn stop(agent: &Agent, unasked: &[Unasked]) -> Markup {
    let now = agent.app.now();
    let line = |delivery: &Unasked| {
        let what = order_words::what(
            delivery.quantity.as_deref(),
            delivery.item.as_deref(),
            &delivery.order_no,
            &delivery.line_no,
        );
        let day = when::day(delivery.delivered.day(&agent.zone), now, &agent.zone);
        t_with("sales-line", &[("what", what.into()), ("day", day.into())])
    };
    html! {
        div.refusal role="alert" {
            p { strong { (t("sales-stop")) } }
            p { (t("sales-stop-why")) }
            ul { @for delivery in unasked { li { (line(delivery)) " · " a href={ "/delivery-checks/" (delivery.line) } { (t("sales-ask-now")) } } } }
        }
    }
}

fn form<'a>(agent: &Agent, room: &Room, typed: &'a Typed, account: &str) -> Form<'a> {
    let people = room.contacts.iter().map(|c| (c.id.to_string(), c.name.clone()));
    let form = Form::post(format!("{account}/sales-contact"), agent.app.new_id())
        .typed(typed)
        .field(Field::words("words", "sales-words").rows(2).length(2_000))
        .field(Field::select("contact", "sales-with").choice("", "accounts-choose").choices(people).optional());
    let form = if room.unasked.is_empty() {
        form
    } else {
        form.field(Field::words("despite", "sales-despite").rows(2).length(2_000).help("sales-despite-help").optional())
    };
    form.act("sales-keep").or_go(account, "act-back")
}
