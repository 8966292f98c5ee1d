//! When a page of theirs cannot be shown, or what they sent cannot be taken: said to them, in their language, without a way to the desk.
use super::theirs_shell;
use crate::app::App;
use crate::words::{speak_theirs, t, t_with};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;

/// What a fault says of itself beside its page: which it is, and the number under which it is logged.
#[derive(Clone, Debug)]
pub struct Failed {
    pub what: &'static str,
    pub id: Option<String>,
}

/// What begins with one of these is asked by a customer: about a case, or about what arrived.
const THEIRS: [&str; 4] = ["/theirs/", "/their/", "/arrivals/", "/arrived/"];

/// The layer around every page: what fails on their side is said in their words.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !THEIRS.iter().any(|ours| path.starts_with(ours)) {
        return next.run(request).await;
    }
    // Until it is known whose link it is, their browser decides; a link that is found says it anew.
    speak_theirs(&[], request.headers());
    let has_home = path.starts_with("/theirs/") || path.starts_with("/arrivals/");
    let home = has_home.then(|| path.split('/').take(3).collect::<Vec<_>>().join("/"));
    let response = next.run(request).await;
    match failed(&response) {
        Some(failed) => in_their_words(&app, home, response, &failed),
        None => response,
    }
}

/// A page of theirs that says no itself stays as it is; what the kit or the desk says is said anew.
fn failed(response: &Response) -> Option<Failed> {
    let status = response.status();
    if let Some(failed) = response.extensions().get::<Failed>() {
        return Some(failed.clone());
    }
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let what = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "too-much",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        status if status.is_server_error() => "busy",
        _ => "not-understood",
    };
    Some(Failed { what, id: None })
}

fn in_their_words(app: &App, home: Option<String>, response: Response, failed: &Failed) -> Response {
    let title = t(&format!("theirs-fail-{}-title", failed.what)).into_owned();
    let id = failed.id.clone().unwrap_or_default();
    let words = t_with(&format!("theirs-fail-{}", failed.what), &[("id", id.into())]);
    let body = html! {
        h1 { (title) }
        p { (words) }
        @if let Some(home) = home { p { a href=(home) { (t("theirs-back")) } } }
    };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_TYPE);
    parts.headers.remove(header::CONTENT_LENGTH);
    let page = theirs_shell::page(&app.firm(), &title, &body).into_response();
    let mut said = (parts.status, page).into_response();
    for (name, value) in &parts.headers {
        said.headers_mut().insert(name, value.clone());
    }
    said
}
