//! A contact who came by the link to their firm's deliveries: known by the secret in the cookie of that one page, as a guest of a
//! case is (`guest.rs`), and by nothing else.
use super::guest::{COOKIE_THEIR, zone_of};
use crate::app::App;
use crate::session;
use crate::web::fail::Oops;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
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
}

impl Receiver {
    /// Their page.
    pub fn home(&self) -> String {
        format!("/arrivals/{}", self.link.id)
    }
}

impl FromRequestParts<App> for Receiver {
    type Rejection = Response;
    /// Whatever is wrong with a link, one look is taken and one answer given.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let token = session::cookie(&parts.headers, COOKIE_THEIR).unwrap_or_default();
        let named = parts.uri.path().split('/').nth(2).unwrap_or_default();
        match invited(app, token, &parts.headers).await {
            Ok(Some(receiver)) if receiver.link.id.to_string() == named => Ok(receiver),
            Ok(_) => Err(theirs_shell::gone_for_good(app)),
            Err(fault) => Err(Oops::from(fault).into_response()),
        }
    }
}

/// Who is behind a secret. The page goes on in their language.
///
/// # Errors
/// Faults of the database.
pub async fn invited(app: &App, token: String, headers: &HeaderMap) -> Result<Option<Receiver>, Fault> {
    // A link that does not work is answered as the browser asks.
    crate::words::speak_theirs(&[], headers);
    let now = app.now();
    let Some((link, contact, account)) = app.db.read(move |conn| behind(conn, &token, now)).await? else {
        return Ok(None);
    };
    crate::words::speak_theirs(&[&contact.language, &account.language], headers);
    let zone = zone_of(&contact, &account);
    Ok(Some(Receiver { app: app.clone(), link, contact, account, zone, firm: app.firm() }))
}

fn behind(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(DeliveryLink, Contact, Account)>, Fault> {
    let Some(link) = delivery_links::find(conn, token, now)? else { return Ok(None) };
    let Some(contact) = store::contacts::by_id(conn, link.contact)? else { return Ok(None) };
    let account = store::accounts::by_id(conn, contact.account_id)?;
    Ok(account.map(|account| (link, contact, account)))
}
