//! One webhook: how it stands and the way out when it fails, a trial, what it hears of, its secret.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Form, Nav, Notice, Table, Typed, section};
use super::webhooks::{self, HERE, in_words, standing};
use super::{setting_page, when};
use crate::notices::hook;
use crate::notices::hook_secret::{self, Fresh};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use store::hook_posts::{self, PostState, Shown};
use store::hooks::{self, Hook, HookActive};
use store::{Conn, Fault};
use uuid::Uuid;

/// What the page says first.
#[derive(Default)]
struct Word {
    notice: Option<Notice>,
    secret: Option<String>,
}

pub async fn show(Administrator(agent): Administrator, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    page(&agent, id, None, Word::default()).await
}

/// It was just made: its secret is shown, this once.
///
/// # Errors
/// As for the page.
pub async fn made(agent: &Agent, id: Uuid, secret: Option<String>) -> Result<Response, Oops> {
    let Some(secret) = secret else { return Ok(desk::on_to(&format!("{HERE}/{id}"))) };
    let word = Word { notice: Some(Notice::done("hooks-made")), secret: Some(secret) };
    Ok(page(agent, id, None, word).await?.into_response())
}

async fn page(agent: &Agent, id: Uuid, typed: Option<&Typed>, word: Word) -> Result<Markup, Oops> {
    let read = move |conn: &Conn| {
        let Some(one) = hooks::by_id(conn, id)? else { return Ok(None) };
        Ok::<_, Fault>(Some((one, hook_posts::counts(conn, id)?, hook_posts::of_hook(conn, id)?)))
    };
    let Some((one, (waiting, failed), posts)) = agent.app.db.read(read).await? else { return Err(Oops::NotFound) };
    let kept = filled(&one);
    let form = Form::post(format!("{HERE}/{id}"), agent.app.new_id())
        .typed(typed.unwrap_or(&kept))
        .hidden("version", one.version);
    let form = webhooks::fields(form).act("act-save").or_go(HERE, "act-back");
    let body = html! {
        (ui::heading(&one.name, Some(html! { (one.url) })))
        @if let Some(secret) = &word.secret { (section("hooks-secret", None, html! { p { code { (secret) } } p { (t("hooks-secret-once")) } })) }
        p { (standing(agent, &one)) }
        @if one.failing_since.is_some() && one.active { p { (t("hooks-way-out")) } }
        @if waiting > 0 { p { (t_with("hooks-waiting", &[("count", waiting.into())])) } }
        @if failed > 0 { p { (t_with("hooks-failed", &[("count", failed.into())])) } }
        (acts(agent, &one, failed))
        (section("hooks-change", None, html! { (form) }))
        @if !posts.is_empty() { (section("hooks-posts", None, table(agent, &posts))) }
        (section("hooks-verify", None, html! { p { (t("hooks-verify-help")) } }))
        (setting_page::changes(agent, &id.to_string()).await?)
    };
    Ok(desk::page_with(agent, one.name.clone(), Nav::Settings, word.notice, body))
}

fn acts(agent: &Agent, one: &Hook, failed: i64) -> Markup {
    let act = |what: &str| Form::post(format!("{HERE}/{}/{what}", one.id), agent.app.new_id()).one_line();
    html! {
        div.acts {
            @if one.active { (act("test").quiet_act("hooks-test")) }
            @if one.active && failed > 0 { (act("again").quiet_act("hooks-again")) }
            (act("secret").quiet_act("hooks-new-secret"))
            @if one.active { (act("off").quiet_act("hooks-switch-off")) } @else { (act("on").quiet_act("hooks-switch-on")) }
        }
    }
}

fn table(agent: &Agent, posts: &[Shown]) -> Markup {
    let rows = posts.iter().map(|post| {
        let state = match post.state {
            PostState::Waiting => t("hooks-post-waiting"),
            PostState::Sent => t("hooks-post-sent"),
            PostState::Failed => t("hooks-post-failed"),
        };
        [
            html! { (ui::time(&when::moment(post.made_at, agent.app.now(), &agent.zone))) },
            html! { (state) " " @if !post.said.is_empty() { (in_words(&post.said)) } },
            html! { (post.attempts) },
        ]
    });
    let table = Table::new("hooks-posts")
        .under_its_heading()
        .col("hooks-post-made")
        .col("hooks-post-came")
        .number_col("hooks-post-tries");
    html! { (table.rows(rows)) }
}

fn filled(one: &Hook) -> Typed {
    let typed = Typed::nothing().with("name", &*one.name).with("url", &*one.url).with("tells", one.tells.word());
    one.about.iter().fold(typed, |typed, about| typed.with("about", about.word()))
}

pub async fn update(
    Administrator(agent): Administrator,
    Path(id): Path<Uuid>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let spec = webhooks::read(&agent, &mut typed);
    if typed.is_fine() {
        let (by, seen) = (agent.by(desk::request_of(&agent, &typed)), typed.value("version").parse().unwrap_or(0));
        match agent.app.db.write(move |tx| hooks::change(tx, id, &spec, seen, &by)).await {
            Ok(()) => return Ok(desk::on_to(&format!("{HERE}/{id}"))),
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    Ok(desk::again(page(&agent, id, Some(&typed), Word::default()).await?))
}

/// What is done to it with one press.
pub async fn act(
    Administrator(agent): Administrator,
    Path((id, what)): Path<(Uuid, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    let by = agent.by(desk::request_of(&agent, &typed));
    let done = match what.as_str() {
        "test" => return trial(&agent, id).await,
        "secret" => {
            let word = match hook_secret::fresh(&agent.app, id) {
                Ok(Fresh { shown, sealed }) => {
                    webhooks::fine(agent.app.db.write(move |tx| hooks::new_secret(tx, id, &sealed, &by)).await)?;
                    Word { notice: Some(Notice::done("hooks-secret-made")), secret: Some(shown) }
                }
                Err(problem) => Word { notice: Some(Notice::look(webhooks::no_key(&problem))), secret: None },
            };
            return Ok(page(&agent, id, None, word).await?.into_response());
        }
        "again" => {
            let now = agent.app.now();
            agent.app.db.write(move |tx| hook_posts::again(tx, id, now)).await?;
            Ok(())
        }
        "on" => agent.app.db.write(move |tx| hooks::switch(tx, id, HookActive::On, &by)).await,
        "off" => agent.app.db.write(move |tx| hooks::switch(tx, id, HookActive::Off, &by)).await,
        _ => return Err(Oops::NotFound),
    };
    webhooks::fine(done)?;
    Ok(desk::on_to(&format!("{HERE}/{id}")))
}

/// Sends one at once, so that whoever sets it up sees whether it arrives; how it stands follows.
async fn trial(agent: &Agent, id: Uuid) -> Result<Response, Oops> {
    let read = move |conn: &Conn| hooks::by_id(conn, id);
    let Some(one) = agent.app.db.read(read).await? else { return Err(Oops::NotFound) };
    let (app, now) = (&agent.app, agent.app.now());
    let came = match hook_secret::of(app, id).await? {
        Ok(Some(secret)) => {
            hook::send(app.net(), &one.url, &secret, app.new_id(), &hook::trial(app.public_url(), now), now).await
        }
        Ok(None) => return Err(Oops::NotFound),
        Err(why) => Err(why),
    };
    let notice = match &came {
        Ok(()) => Notice::done("hooks-test-arrived"),
        Err(why) => Notice::look(format!("{} {}", t("hooks-test-not"), in_words(why))),
    };
    let keep = move |tx: &store::Tx| match &came {
        Ok(()) => hooks::well(tx, id),
        Err(why) => hooks::ill(tx, id, why, now),
    };
    app.db.write(keep).await?;
    Ok(page(agent, id, None, Word { notice: Some(notice), secret: None }).await?.into_response())
}
