//! The door: an address and a password, tried no more often than a person would.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Shell, Typed};
use crate::app::App;
use crate::handling;
use crate::password;
use crate::session::{self, CameFrom, Public};
use crate::words::t;
use axum::extract::Query;
use axum::http::header::{HeaderMap, HeaderValue, SET_COOKIE, USER_AGENT};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Then {
    #[serde(default)]
    then: String,
}

pub async fn show(Public(app): Public, Query(then): Query<Then>) -> Result<Response, Oops> {
    if !app.db.read(store::people::has_any).await? {
        return Ok(desk::on_to("/first-run"));
    }
    Ok(page(&app, &then.then, &Typed::nothing()).into_response())
}

fn page(app: &App, then: &str, typed: &Typed) -> Markup {
    let form = Form::post("/sign-in", app.new_id())
        .typed(typed)
        .hidden("then", then)
        .field(Field::email("email", "sign-in-email").autocomplete("username"))
        .field(Field::password("password", "sign-in-password").autocomplete("current-password"))
        .act("sign-in-act");
    let firm = app.firm();
    let body = html! {
        (ui::heading(t("sign-in-title"), None))
        (form)
        @if let Some(way) = handling::way(&firm) {
            p.quiet { (t("handling-for-customers")) " " a href=(way) { (t("theirs-handling-title")) } }
        }
    };
    ui::page(Shell::new("sign-in-title").narrow(), body)
}

pub async fn create(
    Public(app): Public,
    CameFrom(address): CameFrom,
    headers: HeaderMap,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let email = typed.value("email").to_lowercase();
    app.limits().sign_in(&email, address).map_err(Oops::TooMany)?;
    let asked = email.clone();
    let found = app.db.read(move |conn| store::people::by_email(conn, &asked)).await?.filter(|f| f.person.active);
    let password = typed.value("password").to_owned();
    let kept = found.as_ref().map_or(String::new(), |f| f.password.clone());
    // Unknown addresses cost the same time as known ones, so that nobody can ask who works here.
    let right = tokio::task::spawn_blocking(move || password::fits(&password, &kept)).await.unwrap_or(false);
    let Some(person) = found.filter(|_| right).map(|f| f.person) else {
        let then = typed.value("then").to_owned();
        typed.wrong("password", t("sign-in-wrong"));
        return Ok(desk::again(page(&app, &then, &typed)));
    };
    let then = typed
        .filled("then")
        .filter(|t| t.starts_with('/') && !t.starts_with("//") && !t.contains('\\'))
        .unwrap_or("/")
        .to_owned();
    begin(&app, person.id, &headers, &then).await
}

/// Begins a session and goes on to a page of ours.
pub async fn begin(
    app: &crate::app::App,
    person: casework::ids::PersonId,
    headers: &HeaderMap,
    then: &str,
) -> Result<Response, Oops> {
    let token = hex::encode(app.random::<32>());
    let browser = headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
    let (kept, now) = (token.clone(), app.now());
    app.db.write(move |tx| store::sessions::make(tx, &kept, person, &browser, now)).await?;
    let mut response = desk::on_to(then);
    set_cookie(app, &mut response, &format!("{token}; Max-Age=1209600"));
    Ok(response)
}

pub async fn end(Public(app): Public, headers: HeaderMap) -> Result<Response, Oops> {
    if let Some(token) = session::token(&headers) {
        app.db.write(move |tx| store::sessions::end(tx, &token)).await?;
    }
    let mut response = desk::on_to("/sign-in");
    set_cookie(&app, &mut response, "; Max-Age=0");
    Ok(response)
}

/// Where people come over TLS, the browser never sends it over anything else.
fn set_cookie(app: &crate::app::App, response: &mut Response, value: &str) {
    let secure = if app.public_url().starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}", session::COOKIE_PLAIN);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
