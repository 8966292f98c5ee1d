//! A contact who came by the link to their firm's deliveries: known by the secret in the cookie of that one page, as a guest of a
//! case is (`guest.rs`), and by nothing else.
use super::by_link::{self, Brought};
use super::guest::zone_of;
use crate::app::App;
use crate::limits::TooOften;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::net::IpAddr;
use std::sync::Arc;
use store::accounts::Account;
use store::contacts::Contact;
use store::delivery_links::{self, DeliveryLink};
use store::firm::Firm;
use store::{Conn, Fault};

/// A contact of the customer with the deliveries of their firm.
pub struct Receiver {
    pub app: App,
    pub link: DeliveryLink,
    pub contact: Contact,
    pub account: Account,
    pub zone: TimeZone,
    pub firm: Arc<Firm>,
    from: Option<IpAddr>,
}

impl Receiver {
    /// Their page.
    pub fn home(&self) -> String {
        format!("/arrivals/{}", self.link.id)
    }
    /// Counts a press on this page.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn presses(&self) -> Result<(), TooOften> {
        self.app.limits().press(self.link.id, self.from)
    }
}

impl FromRequestParts<App> for Receiver {
    type Rejection = Response;
    /// Whatever is wrong with a link, one look is taken and one answer given.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let brought = Brought::by(parts);
        let receiver = invited(app, brought.token.clone(), &parts.headers, brought.from).await?;
        if brought.is_of(receiver.link.id) { Ok(receiver) } else { Err(no_such_link(app, brought.from)) }
    }
}

/// Who is behind a secret, else the answer to a link that does not work. The page goes on in their language.
///
/// # Errors
/// The page that is shown instead.
pub async fn invited(
    app: &App,
    token: String,
    headers: &HeaderMap,
    from: Option<IpAddr>,
) -> Result<Receiver, Response> {
    let now = app.now();
    let found = by_link::behind(app, headers, from, move |conn| behind(conn, &token, now)).await?;
    let Some((link, contact, account)) = found else { return Err(no_such_link(app, from)) };
    crate::words::speak_theirs(&[&contact.language, &account.language], headers);
    let zone = zone_of(&contact, &account);
    Ok(Receiver { app: app.clone(), link, contact, account, zone, firm: app.firm(), from })
}

fn no_such_link(app: &App, from: Option<IpAddr>) -> Response {
    by_link::no_such(app, from, theirs_shell::gone_for_good(app))
}

fn behind(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(DeliveryLink, Contact, Account)>, Fault> {
    let Some(link) = delivery_links::find(conn, token, now)? else { return Ok(None) };
    let Some(contact) = store::contacts::by_id(conn, link.contact)? else { return Ok(None) };
    let account = store::accounts::by_id(conn, contact.account_id)?;
    Ok(account.map(|account| (link, contact, account)))
}
