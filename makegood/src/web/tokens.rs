//! What opens doors in one's own name: keys for the API, shown once and revocable, and the browsers one is signed in with.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Notice, Table, Typed};
use super::when;
use crate::session::{self, Agent};
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use store::sessions::{self, Session, token_hash};
use store::tokens::{self, ApiToken};

/// What every key begins with, so that one that was left lying about is recognised.
const BEGINS: &str = "mg_";

pub async fn show(agent: Agent, headers: HeaderMap) -> Result<Markup, Oops> {
    page(&agent, &headers, &Typed::nothing(), None).await
}

async fn page(agent: &Agent, headers: &HeaderMap, typed: &Typed, made: Option<&str>) -> Result<Markup, Oops> {
    let person = agent.person.id;
    let read = move |conn: &store::Conn| {
        Ok::<_, store::Fault>((tokens::of_person(conn, person)?, sessions::of_person(conn, person)?))
    };
    let (keys, browsers) = agent.app.db.read(read).await?;
    let form = Form::post("/settings/tokens", agent.app.new_id())
        .typed(typed)
        .field(Field::text("name", "tokens-name").help("tokens-name-help").length(80).autocomplete("off"))
        .act("tokens-make");
    let here = session::token(headers).map(|token| token_hash(&token));
    let body = html! {
        (ui::heading(t("tokens-title"), None))
        @if let Some(key) = made { (shown_once(key)) }
        (ui::section("tokens-keys", None, html! {
            @if keys.is_empty() { (ui::empty("tokens-none", None)) } @else { (key_table(agent, &keys)) }
        }))
        (ui::section("tokens-new", None, html! { (form) }))
        (ui::section("sessions-title", None, browser_table(agent, &browsers, here)))
    };
    let notice = made.map(|_| Notice::done("tokens-made"));
    Ok(desk::page_with(agent, "tokens-title", Nav::Settings, notice, body))
}

/// The key itself, the only time that anybody sees it.
fn shown_once(key: &str) -> Markup {
    ui::section("tokens-once", None, html! { p { code { (key) } } p { (t("tokens-once-help")) } })
}

fn at(agent: &Agent, at: Timestamp) -> Markup {
    html! { (ui::time(&when::moment(at, agent.app.now(), &agent.zone))) }
}

fn key_table(agent: &Agent, keys: &[ApiToken]) -> Markup {
    let rows = keys.iter().map(|key| {
        let end = match key.revoked_at {
            Some(revoked) => html! { (t("tokens-revoked")) " " (at(agent, revoked)) },
            None => {
                let form = Form::post(format!("/settings/tokens/{}/revoke", hex::encode(&key.key)), agent.app.new_id());
                html! { (form.quiet_act(t_with("tokens-revoke", &[("name", key.name.as_str().into())]))) }
            }
        };
        let used = key.used_at.map_or_else(|| html! { span.quiet { (t("tokens-unused")) } }, |used| at(agent, used));
        [html! { (key.name) }, at(agent, key.made_at), used, end]
    });
    let table = Table::new("tokens-keys")
        .under_its_heading()
        .col("tokens-name")
        .col("tokens-made-at")
        .col("tokens-used-at")
        .col("tokens-end");
    html! { (table.rows(rows)) }
}

fn browser_table(agent: &Agent, browsers: &[Session], here: Option<[u8; 32]>) -> Markup {
    let rows = browsers.iter().map(|browser| {
        let is_here = here.is_some_and(|here| browser.key == here);
        let form = Form::post(format!("/settings/sessions/{}/end", hex::encode(&browser.key)), agent.app.new_id());
        let name =
            if browser.browser.is_empty() { t("sessions-unnamed").into_owned() } else { in_short(&browser.browser) };
        [
            html! { (name) },
            at(agent, browser.made_at),
            at(agent, browser.seen_at),
            html! { @if is_here { (t("sessions-here")) } @else { (form.quiet_act("sessions-end")) } },
        ]
    });
    let table = Table::new("sessions-title")
        .under_its_heading()
        .col("sessions-browser")
        .col("sessions-since")
        .col("sessions-seen")
        .col("tokens-end");
    html! { (table.rows(rows)) }
}

/// The last word of what a browser calls itself says most; what stands in brackets says least.
fn in_short(browser: &str) -> String {
    let known = ["Edg/", "OPR/", "Firefox/", "Chrome/", "Safari/"].iter().find(|name| browser.contains(**name));
    known.map_or_else(|| browser.chars().take(60).collect(), |name| name.trim_end_matches('/').to_owned())
}

pub async fn create(agent: Agent, headers: HeaderMap, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let key = format!("{BEGINS}{}", hex::encode(agent.app.random::<32>()));
    let (name, by) = (typed.value("name").to_owned(), agent.by(desk::request_of(&agent, &typed)));
    let (kept, person) = (key.clone(), agent.person.id);
    match agent.app.db.write(move |tx| tokens::make(tx, &kept, person, &name, &by)).await {
        Ok(()) => Ok(page(&agent, &headers, &Typed::nothing(), Some(&key)).await?.into_response()),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &headers, &typed, None).await?))
        }
    }
}

pub async fn revoke(agent: Agent, Path(key): Path<String>, Posted(typed): Posted) -> Result<Response, Oops> {
    let key = hex::decode(key).map_err(|_| Oops::NotFound)?;
    let (person, by) = (agent.person.id, agent.by(desk::request_of(&agent, &typed)));
    agent.app.db.write(move |tx| tokens::revoke(tx, person, &key, &by)).await?;
    Ok(desk::on_to("/settings/tokens"))
}

/// Signs another browser of one's own out.
pub async fn end_session(agent: Agent, Path(key): Path<String>) -> Result<Response, Oops> {
    let key = hex::decode(key).map_err(|_| Oops::NotFound)?;
    let person = agent.person.id;
    agent.app.db.write(move |tx| sessions::end_by_key(tx, person, &key)).await?;
    Ok(desk::on_to("/settings/tokens"))
}
