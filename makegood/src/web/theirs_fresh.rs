//! A link that does not work any more: its page asks for a fresh one with one press. Whatever was asked, the same is answered after the
//! same time, and only the owner of the case learns whether there was a link.
use super::fail::Oops;
use super::theirs_shell;
use crate::app::App;
use crate::session::{self, Public};
use crate::theirs::by_link::COOKIE_THEIR;
use crate::words::t;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::time::Duration;

/// What stands behind the address of a page when its form asks for a fresh link.
pub const FRESH: &str = "fresh";
/// Where the answer stands; the secret is out of the address by then.
const ANSWER: &str = "/their/asked";
/// An answer takes as long as the slowest look, so that its time says nothing.
const AT_LEAST: Duration = Duration::from_millis(250);

/// Hears the wish on whichever page of theirs it was pressed; everything else goes on.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let (headers, path) = (request.headers(), request.uri().path());
    let is_theirs = path.starts_with("/their/") || path.starts_with("/theirs/");
    if request.method() != Method::POST || request.uri().query() != Some(FRESH) || !is_theirs {
        return next.run(request).await;
    }
    crate::words::speak_theirs(&[], headers);
    let from = session::came_from(headers, request.extensions().get());
    if let Err(often) = app.limits().wish(from) {
        return theirs_shell::too_often(&app, often);
    }
    let token = match path.strip_prefix("/their/") {
        Some(token) => token.to_owned(),
        None => session::cookie(headers, COOKIE_THEIR).unwrap_or_default(),
    };
    tokio::join!(wish(&app, token), tokio::time::sleep(AT_LEAST));
    Redirect::to(ANSWER).into_response()
}

/// Kept for the owner of the case, when the secret was once one of ours. A fault is ours to see and is not told: it would say that
/// there was something to keep.
async fn wish(app: &App, token: String) {
    let (id, now) = (app.new_id(), app.now());
    if let Err(fault) = app.db.write(move |tx| store::wishes::wish(tx, id, &token, now)).await {
        super::fail::logged(&fault);
    }
}

/// A post that asks for nothing. It is there so that every page of theirs says the same of what it takes.
pub async fn nothing(_: Public) -> Oops {
    Oops::NotFound
}

/// The one answer.
pub async fn asked(Public(app): Public, headers: axum::http::HeaderMap) -> Markup {
    crate::words::speak_theirs(&[], &headers);
    let title = t("theirs-fresh-asked-title");
    let body = html! { h1 { (title) } p { (t("theirs-fresh-asked")) } p { (t("theirs-gone-call")) } };
    theirs_shell::page(&app.firm(), &title, &body)
}
