//! A contact who came by their link: known by the secret in the cookie of that one page, and by nothing else.
use super::by_link::{self, ByLink, Came};
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
    /// Their page.
    pub fn home(&self) -> String {
        home(&self.link)
    }
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
}

pub fn home(link: &Link) -> String {
    format!("/theirs/{}", link.id)
}

impl FromRequestParts<App> for Guest {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        by_link::asks(parts, app).await
    }
}

impl ByLink for Guest {
    type Found = Behind;
    fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<Behind>, Fault> {
        match links::find(conn, token, now)? {
            Some(found) => people_of(conn, found),
            None => Ok(None),
        }
    }
    fn come(app: &App, found: Behind, came: &Came<'_>) -> Self {
        let guest = come(app, found, came.headers);
        let passes = guest.opens == Opens::Acts && guest.link.forwarding == links::Forwarding::Readable;
        Self { from: came.from, to_pass_on: passes.then(|| links::reading_token(came.token)), ..guest }
    }
    fn page(&self) -> String {
        self.home()
    }
    fn gone(app: &App) -> Response {
        theirs_shell::gone(app)
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

/// The link with what it opens, and whose it is.
pub type Behind = (Link, Opens, Contact, Account);

fn people_of(conn: &Conn, (link, opens): (Link, Opens)) -> Result<Option<Behind>, Fault> {
    let Some(contact) = store::contacts::by_id(conn, link.contact)? else { return Ok(None) };
    let account = store::accounts::by_id(conn, contact.account_id)?;
    Ok(account.map(|account| (link, opens, contact, account)))
}
