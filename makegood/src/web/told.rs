//! What links in mails to colleagues open, without signing in: where urgent notices are acknowledged, and where mail about notices is
//! turned off. Looking changes nothing; a mail program's own button (RFC 8058) turns off with one press.
use super::fail::Oops;
use super::theirs_shell::around;
use super::ui::{Form, Notice as Said};
use super::when;
use crate::app::App;
use crate::notices::number_in;
use crate::session::Public;
use crate::words::{speak, t, t_with};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::ids::RequestId;
use casework::notices::ByMail;
use maud::{Markup, html};
use store::audit::By;
use store::notice_links::{self, LinkWhat};
use store::notice_ways;
use store::notices::{self, Unanswered};
use store::people::Person;
use uuid::Uuid;

/// Whom a link is for; the page is said in their language.
async fn behind(app: &App, token: &str, what: LinkWhat) -> Result<Option<Person>, Oops> {
    let (token, now) = (token.to_owned(), app.now());
    let person = app.db.read(move |conn| notice_links::person(conn, &token, what, now)).await?;
    if let Some(person) = &person {
        speak(&person.language);
    }
    Ok(person)
}

fn page(app: &App, title: &str, body: &Markup) -> Markup {
    around(&app.firm().company, &t(title), body, "mailed-foot", None)
}

/// One answer to every link that does not work, whatever the reason.
fn gone(app: &App) -> Response {
    let body = html! { h1 { (t("mailed-gone-title")) } p { (t("mailed-gone")) } p { a href="/notices" { (t("mailed-page")) } } };
    (StatusCode::NOT_FOUND, page(app, "mailed-gone-title", &body)).into_response()
}

/// What waits for their word. Only the number of each case stands there: whoever holds the link may be anybody.
pub async fn show(Public(app): Public, Path(token): Path<String>) -> Result<Response, Oops> {
    let Some(person) = behind(&app, &token, LinkWhat::Acknowledge).await? else { return Ok(gone(&app)) };
    let id = person.id;
    let waiting = app.db.read(move |conn| notices::unanswered(conn, id)).await?;
    let zone = store::holidays::zone(&person.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let line = |one: &Unanswered| {
        let number = one.notice().ok().and_then(|notice| number_in(&notice.text)).map(|n| n.to_string());
        let at = when::moment(one.due_at, app.now(), &zone).words.to_string();
        let words = match &number {
            Some(number) => t_with("mailed-line", &[("case", number.as_str().into()), ("at", at.into())]),
            None => t_with("mailed-line-no-case", &[("at", at.into())]),
        };
        html! { li { (words) @if let Some(number) = number { " " a href={ "/cases/" (number) } { (t("mailed-open")) } } } }
    };
    let body = html! {
        h1 { (t("mailed-title")) }
        @if waiting.is_empty() {
            p { (t("mailed-nothing")) }
            p { a href="/notices" { (t("mailed-page")) } }
        } @else {
            p { (t("mailed-intro")) }
            ul { @for one in &waiting { (line(one)) } }
            (Form::post(format!("/told/{token}"), app.new_id()).act("mailed-have-it"))
        }
    };
    Ok(page(&app, "mailed-title", &body).into_response())
}

pub async fn acknowledge(Public(app): Public, Path(token): Path<String>) -> Result<Response, Oops> {
    let Some(person) = behind(&app, &token, LinkWhat::Acknowledge).await? else { return Ok(gone(&app)) };
    let (id, now) = (person.id, app.now());
    let work = move |tx: &store::Tx| {
        for one in notices::unanswered(tx, id)? {
            notices::acknowledge(tx, one.notice, id, now)?;
        }
        Ok::<_, store::Fault>(())
    };
    app.db.write(work).await?;
    let body =
        html! { h1 { (t("mailed-title")) } (Said::done("mailed-done")) p { a href="/notices" { (t("mailed-page")) } } };
    Ok(page(&app, "mailed-title", &body).into_response())
}

/// Asks before it turns anything off: a program that looks at links presses nothing.
pub async fn show_off(Public(app): Public, Path(token): Path<String>) -> Result<Response, Oops> {
    let Some(person) = behind(&app, &token, LinkWhat::Off).await? else { return Ok(gone(&app)) };
    let id = person.id;
    let ways = app.db.read(move |conn| notice_ways::of(conn, id)).await?;
    let off = ways.iter().filter(|(about, _)| about.may_choose()).all(|(_, way)| way.mail == ByMail::Off);
    let body = html! {
        h1 { (t("mailed-off-title")) }
        @if off { p { (t("mailed-off-already")) } (back()) }
        @else {
            p { (t_with("mailed-off-intro", &[("name", person.name.as_str().into())])) }
            p { (t("mailed-off-stays")) }
            (Form::post(format!("/notices/off/{token}"), app.new_id()).act("mailed-off-act"))
        }
    };
    Ok(page(&app, "mailed-off-title", &body).into_response())
}

fn back() -> Markup {
    html! { p { a href=(super::own_notices::HERE) { (t("mailed-off-back")) } } }
}

/// Pressed by a person or by their mail program; again it changes nothing.
pub async fn off(Public(app): Public, Path(token): Path<String>) -> Result<Response, Oops> {
    let Some(person) = behind(&app, &token, LinkWhat::Off).await? else { return Ok(gone(&app)) };
    let request = RequestId(Uuid::new_v5(&person.id.0, token.as_bytes()));
    let (id, by) = (person.id, By { person: Some(person.id), request, now: app.now() });
    let work = move |tx: &store::Tx| {
        let ways = notice_ways::of(tx, id)?;
        notice_ways::keep(tx, id, &notice_ways::without_mail(&ways), &by)
    };
    match app.db.write(work).await {
        Ok(()) => {}
        Err(store::NotKept::Fault(fault)) => return Err(fault.into()),
        Err(store::NotKept::Refused(_)) => return Err(Oops::Forbidden),
    }
    let body =
        html! { h1 { (t("mailed-off-title")) } (Said::done("mailed-off-done")) p { (t("mailed-off-stays")) } (back()) };
    Ok(page(&app, "mailed-off-title", &body).into_response())
}
