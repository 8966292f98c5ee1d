//! *Your calendar* under *About you*: the secret address of a colleague's own calendar is made, shown once, made anew, taken back.
use super::calendar_feed::{address, webcal};
use super::desk::{self, Posted};
use super::fail::Oops;
use super::theirs_calendar::how_to_add;
use super::ui::{self, Form, section};
use super::{own, when};
use crate::session::Agent;
use crate::words::t;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use store::NotKept;
use store::feeds;

/// What stands of it on the page; `made` is the secret of the one just made, shown this once.
pub async fn part(agent: &Agent, made: Option<&str>) -> Result<Markup, Oops> {
    let person = agent.person.id;
    let there = agent.app.db.read(move |conn| feeds::standing(conn, person)).await?;
    let make = Form::post("/settings/own/calendar", agent.app.new_id()).id("calendar-make");
    let revoke = Form::post("/settings/own/calendar/revoke", agent.app.new_id()).id("calendar-revoke");
    let made = made.map(|token| address(&agent.app, token));
    Ok(section(
        "feed-title",
        None,
        html! {
            p { (t("feed-intro")) }
            @if let Some(address) = made {
                p { code { (address) } }
                @if let Some(webcal) = webcal(&address) { p { a href=(webcal) { (t("theirs-calendar-subscribe")) } } }
                p { (t("feed-once")) }
                (how_to_add())
            }
            @if let Some(feed) = there {
                p { (t("feed-there")) " " (ui::time(&when::moment(feed.made_at, agent.app.now(), &agent.zone))) "." }
                div.acts { (make.quiet_act("feed-anew").one_line()) (revoke.quiet_act("feed-revoke").one_line()) }
            } @else {
                (make.act("feed-make"))
            }
        },
    ))
}

pub async fn create(agent: Agent, Posted(typed): Posted) -> Result<Response, Oops> {
    let request = desk::request_of(&agent, &typed);
    let (token, by) = (hex::encode(agent.app.random::<32>()), agent.by(request));
    let (kept, person) = (token.clone(), agent.person.id);
    let made = agent.app.db.write(move |tx| {
        feeds::make(tx, &kept, request.0, &by)?;
        Ok::<_, NotKept>(feeds::colleague(tx, &kept)?.is_some_and(|found| found.id == person))
    });
    match made.await {
        Ok(true) => Ok(own::with_calendar(&agent, Some(&token)).await?.into_response()),
        // The form sent twice makes one; the secret of the first was shown already.
        Ok(false) => Ok(desk::on_to("/settings/own")),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
        Err(NotKept::Refused(_)) => Err(Oops::Forbidden),
    }
}

pub async fn revoke(agent: Agent, Posted(typed): Posted) -> Result<Response, Oops> {
    let (person, by) = (agent.person.id, agent.by(desk::request_of(&agent, &typed)));
    agent.app.db.write(move |tx| feeds::revoke(tx, person, &by)).await?;
    Ok(desk::on_to("/settings/own"))
}
