//! Incoming webhooks: where other programs put rows about order lines, each signed with a secret that is shown once.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::import_work::called;
use super::ui::{self, Field, Form, Nav, Notice, Table, Typed, section};
use super::{setting_page, webhooks, when};
use crate::import::rows::Rows;
use crate::notices::hook_secret::{self, Fresh};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use store::hooks::{HookActive, NAME_AT_MOST};
use store::hooks_in::{self, HOOKS_IN_AT_MOST, HookIn, HookInSpec};
use uuid::Uuid;

const HERE: &str = "/settings/incoming";

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    list(&agent, &Typed::nothing()).await
}

async fn list(agent: &Agent, typed: &Typed) -> Result<Markup, Oops> {
    let all = agent.app.db.read(hooks_in::list).await?;
    let form = Form::post(HERE, agent.app.new_id())
        .typed(typed)
        .field(
            Field::text("name", "hooks-name")
                .help("hooks-in-name-help")
                .length(NAME_AT_MOST as u32)
                .autocomplete("off"),
        )
        .field(
            Field::select("list", "hooks-in-list")
                .choices(Rows::all().map(|rows| (rows.word().to_owned(), called(rows)))),
        )
        .act("hooks-add")
        .or_go("/settings", "act-back");
    let body = html! {
        (ui::heading(t("hooks-in-title"), None))
        p { (t("hooks-in-intro")) }
        @if all.is_empty() { p.quiet { (t("hooks-none")) } } @else { (table(agent, &all)) }
        @if all.len() as i64 >= HOOKS_IN_AT_MOST { p { (t_with("hooks-full", &[("most", HOOKS_IN_AT_MOST.into())])) } }
        @else { (section("hooks-in-new", None, html! { (form) })) }
    };
    Ok(desk::page(agent, "hooks-in-title", Nav::Settings, body))
}

fn table(agent: &Agent, all: &[HookIn]) -> Markup {
    let rows = all.iter().map(|one| {
        [
            html! { a href={ (HERE) "/" (one.id) } data-go { (one.name) } },
            html! { (list_of(one)) },
            standing(agent, one),
        ]
    });
    let table =
        Table::new("hooks-in-title").under_its_heading().col("hooks-name").col("hooks-in-list").col("hooks-standing");
    html! { (table.rows(rows)) }
}

fn list_of(one: &HookIn) -> String {
    Rows::from_word(&one.list).map_or_else(|| one.list.clone(), called)
}

/// Whether it takes anything, and when it last did.
fn standing(agent: &Agent, one: &HookIn) -> Markup {
    match one.heard_at {
        _ if !one.active => html! { (t("hooks-off")) },
        Some(at) => html! { (t("hooks-in-heard")) " " (ui::time(&when::moment(at, agent.app.now(), &agent.zone))) },
        None => html! { (t("hooks-in-silent")) },
    }
}

pub async fn create(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let request = desk::request_of(&agent, &typed);
    let (by, id) = (agent.by(request), request.0);
    let spec = HookInSpec { name: typed.value("name").to_owned(), list: typed.value("list").to_owned() };
    if Rows::from_word(&spec.list).is_none() {
        typed.wrong("list", t("form-choose"));
        return Ok(desk::again(list(&agent, &typed).await?));
    }
    let Fresh { shown, sealed } = match hook_secret::fresh_in(&agent.app, id) {
        Ok(fresh) => fresh,
        Err(problem) => {
            tracing::error!(%problem, "the key that seals the secrets of webhooks cannot be had");
            typed.wrong("", webhooks::no_key(&problem));
            return Ok(desk::again(list(&agent, &typed).await?));
        }
    };
    let mine = sealed.0.clone();
    match agent.app.db.write(move |tx| hooks_in::add(tx, id, &spec, &sealed, &by)).await {
        Ok(()) => {
            // The form sent twice makes one; only the secret that is kept is shown.
            let now = agent.app.now();
            let kept = agent.app.db.read(move |conn| hooks_in::secrets(conn, id, now)).await?;
            if kept.first().is_none_or(|kept| kept.0 != mine) {
                return Ok(desk::on_to(&format!("{HERE}/{id}")));
            }
            Ok(page(&agent, id, Some(Notice::done("hooks-made")), Some(&shown)).await?.into_response())
        }
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(list(&agent, &typed).await?))
        }
    }
}

pub async fn one(Administrator(agent): Administrator, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    page(&agent, id, None, None).await
}

async fn page(agent: &Agent, id: Uuid, notice: Option<Notice>, secret: Option<&str>) -> Result<Markup, Oops> {
    let Some(one) = agent.app.db.read(move |conn| hooks_in::by_id(conn, id)).await? else { return Err(Oops::NotFound) };
    let act = |what: &str| Form::post(format!("{HERE}/{id}/{what}"), agent.app.new_id()).one_line();
    let list = Rows::from_word(&one.list);
    let now = agent.app.now();
    let old_until = one.old_until.filter(|until| *until > now);
    let body = html! {
        (ui::heading(&one.name, Some(html! { (list_of(&one)) })))
        @if let Some(secret) = secret { (section("hooks-secret", None, html! { p { code { (secret) } } p { (t("hooks-in-secret-once")) } })) }
        p { (standing(agent, &one)) }
        @if let Some(until) = old_until {
            p { (t("hooks-in-old-secret")) " " (ui::time(&when::moment(until, now, &agent.zone))) }
        }
        div.acts {
            (act("secret").quiet_act("hooks-new-secret"))
            @if old_until.is_some() { (act("end-old").quiet_act("hooks-in-end-old")) }
            @if one.active { (act("off").quiet_act("hooks-switch-off")) } @else { (act("on").quiet_act("hooks-switch-on")) }
        }
        (section("hooks-in-how", None, html! {
            p { code { "POST " (agent.app.public_url()) "/api/v1/hooks/" (id) } }
            p { (t("hooks-in-how-help")) }
            @if let Some(list) = list { p { (t_with("hooks-in-fields", &[("fields", list.fields().join(", ").into())])) } }
        }))
        (setting_page::changes(agent, &id.to_string()).await?)
    };
    Ok(desk::page_with(agent, one.name.clone(), Nav::Settings, notice, body))
}

/// What is done to it with one press.
pub async fn act(
    Administrator(agent): Administrator,
    Path((id, what)): Path<(Uuid, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    let by = agent.by(desk::request_of(&agent, &typed));
    let done = match what.as_str() {
        "secret" => {
            return match hook_secret::fresh_in(&agent.app, id) {
                Ok(Fresh { shown, sealed }) => {
                    webhooks::fine(agent.app.db.write(move |tx| hooks_in::new_secret(tx, id, &sealed, &by)).await)?;
                    let notice = Some(Notice::done("hooks-in-secret-made"));
                    Ok(page(&agent, id, notice, Some(&shown)).await?.into_response())
                }
                Err(problem) => {
                    let notice = Some(Notice::look(webhooks::no_key(&problem)));
                    Ok(page(&agent, id, notice, None).await?.into_response())
                }
            };
        }
        "end-old" => agent.app.db.write(move |tx| hooks_in::end_old_secret(tx, id, &by)).await,
        "on" => agent.app.db.write(move |tx| hooks_in::switch(tx, id, HookActive::On, &by)).await,
        "off" => agent.app.db.write(move |tx| hooks_in::switch(tx, id, HookActive::Off, &by)).await,
        _ => return Err(Oops::NotFound),
    };
    webhooks::fine(done)?;
    Ok(desk::on_to(&format!("{HERE}/{id}")))
}
