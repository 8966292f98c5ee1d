//! A contact who came by their link: known by the secret in the cookie of that one page, and by nothing else.
use super::by_link::{self, Brought};
use crate::app::App;
use crate::limits::TooOften;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
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
        let brought = Brought::by(parts);
        let guest = invited(app, brought.token.clone(), &parts.headers, brought.from).await?;
        if brought.is_of(guest.link.id) { Ok(guest) } else { Err(no_such_link(app, brought.from)) }
    }
}

/// Who is behind a secret, else the answer to a link that does not work. The page goes on in their language.
///
/// # Errors
/// The page that is shown instead.
pub async fn invited(app: &App, token: String, headers: &HeaderMap, from: Option<IpAddr>) -> Result<Guest, Response> {
    let (asked, now) = (token.clone(), app.now());
    let found = by_link::behind(app, headers, from, move |conn| behind(conn, &asked, now)).await?;
    let Some(found) = found else { return Err(no_such_link(app, from)) };
    let mut guest = Guest { from, ..come(app, found, headers) };
    let passes = guest.opens == Opens::Acts && guest.link.forwarding == links::Forwarding::Readable;
    guest.to_pass_on = passes.then(|| links::reading_token(&token));
    Ok(guest)
}

fn no_such_link(app: &App, from: Option<IpAddr>) -> Response {
    by_link::no_such(app, from, theirs_shell::gone(app))
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
