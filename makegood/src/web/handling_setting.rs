//! What is said to everybody of how we handle trouble: the firm's own words beside the promises, a look at the page before anybody else sees
//! it, and the press with which a person publishes it or takes it off.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Notice, Typed, section};
use super::{setting_page, theirs_handling, theirs_shell, when};
use crate::handling::{AT_LEAST, CUSTOMERS_AT_LEAST, Line, PATH};
use crate::session::{Administrator, Agent};
use crate::words::{self, Language, t, t_with};
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::handling::{self, Figures, Handling, REACH_AT_MOST, WORDS_AT_MOST, Written};

const HERE: &str = "/settings/how-we-handle-trouble";

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let kept = agent.app.db.read(handling::of).await?;
    page(&agent, &kept, &filled(&kept)).await
}

fn field_of(language: Language) -> String {
    format!("words.{}", language.tag())
}

fn filled(kept: &Handling) -> Typed {
    let written = &kept.written;
    let typed = Typed::nothing().with("phone", &written.phone).with("email", &written.email);
    Language::THEIRS.into_iter().fold(typed, |typed, language| {
        let words = written.words.get(language.tag()).map_or("", String::as_str);
        typed.with(&field_of(language), words)
    })
}

async fn page(agent: &Agent, kept: &Handling, typed: &Typed) -> Result<Markup, Oops> {
    let lines = agent.app.counted().lines(&agent.app).await?;
    let body = html! {
        (ui::heading(t("theirs-handling-title"), None))
        p { (t("handling-intro")) }
        @if agent.firm.company.is_empty() {
            (Notice::look("handling-no-name").way("/guide", "guide-title"))
        }
        (standing(agent, kept))
        (section("handling-own", None, own(agent, kept, typed)))
        (section("handling-look", None, html! {
            p { (t("handling-look-help")) }
            ul { @for language in Language::THEIRS {
                li { a lang=(language.tag()) href={ (HERE) "/preview?language=" (language.tag()) } { (language.own_name()) } }
            } }
        }))
        (section("handling-publish", None, publishing(agent, kept, &lines)))
        (setting_page::changes(agent, "handling").await?)
    };
    Ok(desk::page(agent, "theirs-handling-title", Nav::Settings, body))
}

/// Whether anybody outside sees it, since when and by whom.
fn standing(agent: &Agent, kept: &Handling) -> Markup {
    let Some(published) = &kept.published else { return html! { p { strong { (t("handling-off")) } } } };
    let at = when::moment(published.at, agent.app.now(), &agent.zone);
    let who = agent.firm.name_of(published.by).to_owned();
    html! {
        p { strong { (t_with("handling-on", &[("who", who.into()), ("when", at.words.into())])) } }
        p { a href=(PATH) { (agent.app.public_url()) (PATH) } }
        @if kept.differs() { p { (t("handling-differs")) } }
    }
}

fn own(agent: &Agent, kept: &Handling, typed: &Typed) -> Markup {
    let words = Language::THEIRS.into_iter().map(|language| {
        let label = t_with("handling-words", &[("language", language.own_name().into())]);
        Field::words(&field_of(language), label).rows(3).length(u32::try_from(WORDS_AT_MOST).unwrap_or(0)).optional()
    });
    let reach = u32::try_from(REACH_AT_MOST).unwrap_or(0);
    let form = Form::post(HERE, agent.app.new_id())
        .typed(typed)
        .hidden("version", kept.version)
        .row([
            Field::phone("phone", "handling-phone").length(reach).optional(),
            Field::email("email", "handling-email").length(reach).optional(),
        ])
        .nothing_required();
    let form = words.fold(form, Form::field);
    html! { p { (t("handling-own-help")) } (form.act("handling-keep").or_go("/settings", "act-back")) }
}

/// What would be shown, the consent to show it, and the press.
fn publishing(agent: &Agent, kept: &Handling, lines: &[Line]) -> Markup {
    let shown = kept.published.as_ref().is_some_and(|published| published.figures == Figures::Shown);
    let typed = if shown { Typed::nothing().with("figures", "on") } else { Typed::nothing() };
    let act = if kept.published.is_some() { "handling-publish-again" } else { "handling-publish-act" };
    let limits = [("few", AT_LEAST.into()), ("customers", CUSTOMERS_AT_LEAST.into())];
    let form = Form::post(HERE, agent.app.new_id())
        .id("publish")
        .typed(&typed)
        .hidden("act", "publish")
        .hidden("version", kept.version)
        .field(Field::check("figures", "handling-figures").help(t_with("handling-figures-help", &limits)))
        .act(act);
    let off = Form::post(HERE, agent.app.new_id()).id("off").hidden("act", "off").quiet_act("handling-take-off");
    html! {
        p { (t("handling-publish-help")) }
        (ui::more("handling-figures-now", theirs_handling::figures(lines)))
        (form)
        @if kept.published.is_some() { (off) }
    }
}

pub async fn update(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let by = agent.by(desk::request_of(&agent, &typed));
    let seen: i64 = typed.value("version").parse().unwrap_or(-1);
    let figures = if typed.filled("figures").is_some() { Figures::Shown } else { Figures::Hidden };
    let done = match typed.value("act") {
        "publish" => agent.app.db.write(move |tx| handling::publish(tx, figures, seen, &by)).await,
        "off" => agent.app.db.write(move |tx| handling::take_off(tx, &by)).await,
        _ => {
            let wanted = written(&typed);
            agent.app.db.write(move |tx| handling::write(tx, &wanted, seen, &by)).await
        }
    };
    match done {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(desk::on_to(HERE))
        }
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            let kept = agent.app.db.read(handling::of).await?;
            Ok(desk::again(page(&agent, &kept, &again(typed, &kept)).await?))
        }
    }
}

/// What was typed; where only the press was sent, what is kept.
fn again(typed: Typed, kept: &Handling) -> Typed {
    if typed.value("act").is_empty() {
        return typed;
    }
    let wrong: Vec<_> = typed.errors().map(|(_, sentence)| sentence.clone()).collect();
    let mut again = filled(kept);
    wrong.into_iter().for_each(|sentence| again.wrong("", sentence));
    again
}

fn written(typed: &Typed) -> Written {
    let words = Language::THEIRS
        .into_iter()
        .filter_map(|language| Some((language.tag().to_owned(), typed.filled(&field_of(language))?.to_owned())));
    Written { words: words.collect(), phone: typed.value("phone").to_owned(), email: typed.value("email").to_owned() }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Looked {
    language: String,
}

/// The page as everybody would read it, from what is written now; nobody else sees this one.
pub async fn preview(
    Administrator(agent): Administrator,
    Query(asked): Query<Looked>,
    headers: HeaderMap,
) -> Result<Response, Oops> {
    let kept = agent.app.db.read(handling::of).await?;
    let lines = agent.app.counted().lines(&agent.app).await?;
    let (note, back) = (t("handling-preview").into_owned(), t("handling-preview-back").into_owned());
    words::speak_theirs(&[&asked.language], &headers);
    let body = html! {
        p.notice role="status" { (note) " " a href=(HERE) { (back) } }
        (theirs_handling::body(&agent.firm, &kept.written, Some(&lines)))
    };
    let foot = theirs_handling::languages(&format!("{HERE}/preview"));
    Ok(theirs_shell::open_page(&agent.firm, &t("theirs-handling-title"), &body, foot).into_response())
}
