//! What every page behind a private link has in common: from the mail the secret goes into a cookie of that one page, looks are counted, and
//! there is one answer to a link that does not work, whatever is wrong with it.
use crate::app::App;
use crate::session::{self, CameFrom, Public};
use crate::web::fail::Oops;
use crate::web::theirs_shell;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::http::header::{HeaderValue, SET_COOKIE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use std::net::IpAddr;
use store::{Conn, Fault};

/// The secret of a link, sent to its own page only.
pub const COOKIE_THEIR: &str = "makegood_their";
/// How long a browser keeps it: as long as a link lasts, 180 days.
const KEPT_FOR: u32 = 180 * 24 * 60 * 60;

/// How somebody came.
pub struct Came<'a> {
    pub token: &'a str,
    pub headers: &'a HeaderMap,
    pub from: Option<IpAddr>,
}

/// Somebody who came by a private link: known by its secret, and by nothing else.
pub trait ByLink: Sized + Send + 'static {
    /// What is kept of the link and of who comes by it.
    type Found: Send + 'static;

    /// # Errors
    /// Faults of the database.
    fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<Self::Found>, Fault>;
    /// Who came; the page goes on in their language.
    fn come(app: &App, found: Self::Found, came: &Came<'_>) -> Self;
    /// Where their page is, which alone has the secret in its cookie.
    fn page(&self) -> String;
    /// The page for a link that does not work.
    fn gone(app: &App) -> Response;
}

/// From the mail: the secret goes from the address into a cookie of that one page. Nothing is written, whoever opens it.
///
/// # Errors
/// The page that is shown instead.
pub async fn open<W: ByLink>(
    Public(app): Public,
    Path(token): Path<String>,
    CameFrom(from): CameFrom,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let who: W = invited(&app, &Came { token: &token, headers: &headers, from }).await?;
    Ok(leads_home(&app, &token, &who.page()))
}

/// An address that lost its secret on the way: no link has an empty one.
///
/// # Errors
/// The page that is shown instead.
pub async fn blank<W: ByLink>(
    Public(app): Public,
    CameFrom(from): CameFrom,
    headers: HeaderMap,
) -> Result<Response, Response> {
    invited::<W>(&app, &Came { token: "", headers: &headers, from }).await?;
    Ok(W::gone(&app))
}

/// The secret goes into a cookie of that one page, and they go there.
pub fn leads_home(app: &App, token: &str, home: &str) -> Response {
    let mut response = Redirect::to(home).into_response();
    // Where people come over TLS, the browser never sends it over anything else.
    let secure = if app.public_url().starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{COOKIE_THEIR}={token}; Path={home}; Max-Age={KEPT_FOR}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Whoever asks for their page: by the secret in its cookie, which is that of the page which is asked for.
///
/// # Errors
/// The page that is shown instead.
pub async fn asks<W: ByLink>(parts: &Parts, app: &App) -> Result<W, Response> {
    let token = session::cookie(&parts.headers, COOKIE_THEIR).unwrap_or_default();
    let from = session::came_from(&parts.headers, parts.extensions.get());
    let who: W = invited(app, &Came { token: &token, headers: &parts.headers, from }).await?;
    let below = parts.uri.path().strip_prefix(who.page().as_str());
    let is_theirs = below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if is_theirs { Ok(who) } else { Err(no_such(app, from, W::gone(app))) }
}

/// Who is behind a secret, else the answer to a link that does not work.
async fn invited<W: ByLink>(app: &App, came: &Came<'_>) -> Result<W, Response> {
    let (token, now) = (came.token.to_owned(), app.now());
    let found = behind(app, came.headers, came.from, move |conn| W::find(conn, &token, now)).await?;
    found.map(|found| W::come(app, found, came)).ok_or_else(|| no_such(app, came.from, W::gone(app)))
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
