//! What every page behind a private link has in common: the secret in the cookie of that one page, looks that are counted, and one answer to
//! a link that does not work, whatever is wrong with it.
use super::guest::COOKIE_THEIR;
use crate::app::App;
use crate::session;
use crate::web::fail::Oops;
use crate::web::theirs_shell;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use store::{Conn, Fault};
use uuid::Uuid;

/// What a browser brings along: the secret, the link that its address names, and where it comes from.
pub struct Brought {
    pub token: String,
    pub from: Option<IpAddr>,
    named: String,
}

impl Brought {
    pub fn by(parts: &Parts) -> Self {
        Self {
            token: session::cookie(&parts.headers, COOKIE_THEIR).unwrap_or_default(),
            from: session::came_from(&parts.headers, parts.extensions.get()),
            named: parts.uri.path().split('/').nth(2).unwrap_or_default().to_owned(),
        }
    }
    /// Whether the secret is that of the page which is asked for.
    pub fn is_of(&self, link: Uuid) -> bool {
        link.to_string() == self.named
    }
}

/// What is behind a secret, where a look finds anything. Whatever is wrong with a link, one look is taken, in the language of the browser.
///
/// # Errors
/// The page that is shown instead of the one that was asked for.
pub async fn behind<T: Send + 'static>(
    app: &App,
    headers: &HeaderMap,
    from: Option<IpAddr>,
    look: impl Fn(&Conn) -> Result<Option<T>, Fault> + Send + 'static,
) -> Result<Option<T>, Response> {
    crate::words::speak_theirs(&[], headers);
    app.limits().open_link(from).map_err(|often| theirs_shell::too_often(app, often))?;
    app.db.read(look).await.map_err(|fault| Oops::from(fault).into_response())
}

/// The one answer to all links that do not work; who guesses too often hears that instead.
pub fn no_such(app: &App, from: Option<IpAddr>, page: Response) -> Response {
    match app.limits().wrong_link(from) {
        Ok(()) => page,
        Err(often) => theirs_shell::too_often(app, often),
    }
}
