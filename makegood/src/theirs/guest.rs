//! A contact who came by their link: known by the secret in the cookie of that one page, and by nothing else.
use crate::app::App;
use crate::limits::TooOften;
use crate::session;
use crate::web::fail::Oops;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use casework::facts::Actor;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::net::IpAddr;
use std::sync::Arc;
use store::accounts::Account;
use store::contacts::Contact;
use store::firm::Firm;
use store::links::{self, Link, Opens};
use store::{Conn, Fault};

/// The secret of the link, sent to its own page only.
pub const COOKIE_THEIR: &str = "makegood_their";

/// A contact of the customer with the one case that their link opens.
pub struct Guest {
    pub app: App,
    pub link: Link,
    pub opens: Opens,
    pub contact: Contact,
    pub account: Account,
    pub zone: TimeZone,
    pub firm: Arc<Firm>,
    /// What may be passed on to read, where that is allowed.
    pub to_pass_on: Option<String>,
    pub from: Option<IpAddr>,
}

impl Guest {
    pub fn actor(&self) -> Actor {
        Actor::Customer(self.contact.id)
    }
    /// A press counts against their link and the address they come from.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn presses(&self) -> Result<(), TooOften> {
        self.app.limits().press(self.link.id, self.from)
    }
    /// Their page.
    pub fn home(&self) -> String {
        home(&self.link)
    }
}

pub fn home(link: &Link) -> String {
    format!("/theirs/{}", link.id)
}

impl FromRequestParts<App> for Guest {
    type Rejection = Response;
    /// Whatever is wrong with a link, one look is taken and one answer given.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let token = session::cookie(&parts.headers, COOKIE_THEIR).unwrap_or_default();
        let named = parts.uri.path().split('/').nth(2).unwrap_or_default();
        let from = session::came_from(&parts.headers, parts.extensions.get());
        match invited(app, token, &parts.headers, from).await? {
            guest if guest.link.id.to_string() == named => Ok(guest),
            _ => Err(no_such_link(app, from)),
        }
    }
}

/// Who is behind a secret, else the answer to a link that does not work. The page goes on in their language.
///
/// # Errors
/// The page that is shown instead.
pub async fn invited(app: &App, token: String, headers: &HeaderMap, from: Option<IpAddr>) -> Result<Guest, Response> {
    // A link that does not work is answered as the browser asks.
    crate::words::speak_theirs(&[], headers);
    app.limits().open_link(from).map_err(|often| theirs_shell::too_often(app, often))?;
    let now = app.now();
    let asked = token.clone();
    let found = app.db.read(move |conn| behind(conn, &asked, now)).await;
    let found = found.map_err(|fault| Oops::from(fault).into_response())?;
    let Some(found) = found else { return Err(no_such_link(app, from)) };
    let mut guest = Guest { from, ..come(app, found, headers) };
    let passes = guest.opens == Opens::Acts && guest.link.forwarding == links::Forwarding::Readable;
    guest.to_pass_on = passes.then(|| links::reading_token(&token));
    Ok(guest)
}

/// The one answer to all of them; who guesses too often hears that instead.
fn no_such_link(app: &App, from: Option<IpAddr>) -> Response {
    match app.limits().wrong_link(from) {
        Ok(()) => theirs_shell::gone(app),
        Err(often) => theirs_shell::too_often(app, often),
    }
}

/// Whose link a calendar belongs to; their program reads and does nothing else.
///
/// # Errors
/// Faults of the database.
pub async fn behind_calendar(app: &App, link: Link, headers: &HeaderMap) -> Result<Option<Guest>, Fault> {
    let found = app.db.read(move |conn| people_of(conn, (link.clone(), Opens::Reads))).await?;
    Ok(found.map(|found| come(app, found, headers)))
}

/// The guest, in whose language the page goes on.
fn come(app: &App, (link, opens, contact, account): Behind, headers: &HeaderMap) -> Guest {
    crate::words::speak_theirs(&[&contact.language, &account.language], headers);
    let zone = zone_of(&contact, &account);
    Guest { app: app.clone(), link, opens, contact, account, zone, firm: app.firm(), to_pass_on: None, from: None }
}

/// The clock of a contact, else of their firm.
pub fn zone_of(contact: &Contact, account: &Account) -> TimeZone {
    let zone = [&contact.zone, &account.zone].into_iter().find(|zone| !zone.is_empty());
    zone.and_then(|zone| store::holidays::zone(zone).ok()).unwrap_or(TimeZone::UTC)
}

type Behind = (Link, Opens, Contact, Account);

fn behind(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<Behind>, Fault> {
    match links::find(conn, token, now)? {
        Some(found) => people_of(conn, found),
        None => Ok(None),
    }
}

fn people_of(conn: &Conn, (link, opens): (Link, Opens)) -> Result<Option<Behind>, Fault> {
    let Some(contact) = store::contacts::by_id(conn, link.contact)? else { return Ok(None) };
    let account = store::accounts::by_id(conn, contact.account_id)?;
    Ok(account.map(|account| (link, opens, contact, account)))
}
