//! Their page of their case, in the order in which somebody who waits asks: where it stands, when they hear from us, whom they call,
//! what we heard, what they can choose, what was agreed, what was told, whether it is solved.
use super::fail::Oops;
use super::theirs_parts::{self, Page};
use super::theirs_shell;
use crate::app::App;
use crate::session::{CameFrom, Public};
use crate::theirs::guest::{self, COOKIE_THEIR, Guest};
use crate::theirs::{acts, seen};
use crate::words::Words;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::http::header::{HeaderValue, SET_COOKIE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// How long a browser keeps the secret: as long as a link lasts, 180 days.
const KEPT_FOR: u32 = 180 * 24 * 60 * 60;

/// From the mail: the secret goes from the address into a cookie of that one page. Nothing is written, whoever opens it.
pub async fn open(
    Public(app): Public,
    Path(token): Path<String>,
    CameFrom(from): CameFrom,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let guest = guest::invited(&app, token.clone(), &headers, from).await?;
    Ok(leads_home(&app, &token, &guest.home()))
}

/// The secret goes into a cookie of that one page, and they go there.
pub(super) fn leads_home(app: &App, token: &str, home: &str) -> Response {
    let mut response = Redirect::to(home).into_response();
    // Where people come over TLS, the browser never sends it over anything else.
    let secure = if app.public_url().starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{COOKIE_THEIR}={token}; Path={home}; Max-Age={KEPT_FOR}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// An address that lost its secret on the way.
pub async fn blank(Public(app): Public, CameFrom(from): CameFrom, headers: HeaderMap) -> Result<Response, Response> {
    guest::invited(&app, String::new(), &headers, from).await?;
    // No link has an empty secret.
    Ok(theirs_shell::gone(&app))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    /// The act that was just done, by its word.
    done: String,
}

pub async fn show(guest: Guest, Query(done): Query<Done>) -> Result<Response, Oops> {
    let Some(seen) = seen::of(&guest).await? else { return Ok(theirs_shell::gone(&guest.app)) };
    let page = Page { guest: &guest, seen: &seen, now: guest.app.now() };
    let known = acts::of(&done.done).is_some() || ["read", "send-file"].contains(&done.done.as_str());
    let notice = known.then(|| format!("theirs-{}-done", done.done)).filter(|key| Words::spoken().knows(key));
    let body = theirs_parts::whole(&page, notice.as_deref());
    Ok(theirs_shell::page(&guest.firm, &seen.title, &body).into_response())
}
