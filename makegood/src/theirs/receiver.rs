//! A contact who came by the link to their firm's deliveries: known by the secret in the cookie of that one page, as a guest of a
//! case is (`guest.rs`), and by nothing else.
use super::by_link::{self, ByLink, Came};
use super::guest::zone_of;
use crate::app::App;
use crate::limits::TooOften;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
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
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        by_link::asks(parts, app).await
    }
}

impl ByLink for Receiver {
    type Found = (DeliveryLink, Contact, Account);
    fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<Self::Found>, Fault> {
        let Some(link) = delivery_links::find(conn, token, now)? else { return Ok(None) };
        let Some(contact) = store::contacts::by_id(conn, link.contact)? else { return Ok(None) };
        let account = store::accounts::by_id(conn, contact.account_id)?;
        Ok(account.map(|account| (link, contact, account)))
    }
    fn come(app: &App, (link, contact, account): Self::Found, came: &Came<'_>) -> Self {
        crate::words::speak_theirs(&[&contact.language, &account.language], came.headers);
        let zone = zone_of(&contact, &account);
        Self { app: app.clone(), link, contact, account, zone, firm: app.firm(), from: came.from }
    }
    fn page(&self) -> String {
        self.home()
    }
    fn gone(app: &App) -> Response {
        theirs_shell::gone_for_good(app)
    }
}
