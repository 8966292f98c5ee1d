//! What everybody may change of themselves: the language they read in, their zone, their number, their quiet hours.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::first_run::zone_field;
use super::people::{self, language_field, quiet_fields};
use super::ui::{self, Field, Form, Nav, Typed};
use super::{own_calendar, person_trial, setting_page};
use crate::session::Agent;
use crate::words::t;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use store::people::Person;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    with_calendar(&agent, None).await
}

/// The page as it stands; `made` is the secret of a calendar address that was just made.
pub async fn with_calendar(agent: &Agent, made: Option<&str>) -> Result<Markup, Oops> {
    page(agent, &people::filled(&agent.person), html! {}, made).await
}

async fn page(agent: &Agent, typed: &Typed, look: Markup, made: Option<&str>) -> Result<Markup, Oops> {
    let form = Form::post("/settings/own", agent.app.new_id())
        .typed(typed)
        .row([language_field(), zone_field()])
        .field(Field::phone("phone", "people-phone").optional().help("own-phone-help"))
        .row(quiet_fields())
        .act("act-save")
        .or_act("look", "yes", "clocks-look")
        .or_go("/settings", "act-back");
    let body = html! {
        (ui::heading(t("own-title"), Some(html! { (agent.person.name) " · " (agent.person.email) })))
        p.quiet { (t("own-intro")) }
        (look)
        (form)
        (own_calendar::part(agent, made).await?)
        (setting_page::changes(agent, &agent.person.id.to_string()).await?)
    };
    Ok(desk::page(agent, "own-title", Nav::Settings, body))
}

pub async fn update(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let (quiet, zone) = (people::quiet_of(&mut typed), people::zone_of(&mut typed));
    if typed.is_fine() {
        let text = |name: &str| typed.value(name).to_owned();
        let person = Person { quiet, zone, phone: text("phone"), language: text("language"), ..agent.person.clone() };
        if typed.filled("look").is_some() {
            let look = person_trial::look(&agent, &agent.person, &person).await?;
            return Ok(page(&agent, &typed, look, None).await?.into_response());
        }
        let by = agent.by(desk::request_of(&agent, &typed));
        match agent.app.db.write(move |tx| store::people::change(tx, &person, &by)).await {
            Ok(()) => {
                agent.app.refresh_firm().await?;
                return Ok(desk::on_to("/settings/own"));
            }
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    Ok(desk::again(page(&agent, &typed, html! {}, None).await?))
}
