//! A supplier before us who came by the link to their request: known by the secret in the cookie of that one page, as a guest of a case
//! is (`guest.rs`). They see a request of ours and their own answers; no case is ever given to their pages (decision 0180).
use super::guest::COOKIE_THEIR;
use crate::app::App;
use crate::limits::TooOften;
use crate::session;
use crate::web::fail::Oops;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use casework::ids::PersonId;
use casework::parts::AskedOfSupplier;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::net::IpAddr;
use std::sync::Arc;
use store::firm::Firm;
use store::supplier_links::{self, SupplierLink};
use store::{Conn, Fault};

pub struct Supplier {
    pub app: App,
    pub link: SupplierLink,
    pub asked: AskedOfSupplier,
    pub zone: TimeZone,
    pub firm: Arc<Firm>,
    pub from: Option<IpAddr>,
}

impl Supplier {
    /// Their page.
    pub fn home(&self) -> String {
        format!("/suppliers/{}", self.link.id)
    }
    pub fn name_of(&self, person: PersonId) -> &str {
        self.firm.name_of(person)
    }
    /// A press counts against their link and the address they come from.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn presses(&self) -> Result<(), TooOften> {
        self.app.limits().press(self.link.id, self.from)
    }
}

impl FromRequestParts<App> for Supplier {
    type Rejection = Response;
    /// Whatever is wrong with a link, one look is taken and one answer given.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let token = session::cookie(&parts.headers, COOKIE_THEIR).unwrap_or_default();
        let named = parts.uri.path().split('/').nth(2).unwrap_or_default();
        let from = session::came_from(&parts.headers, parts.extensions.get());
        match invited(app, token, &parts.headers, from).await? {
            supplier if supplier.link.id.to_string() == named => Ok(supplier),
            _ => Err(no_such_link(app, from)),
        }
    }
}

/// Who is behind a secret, else the answer to a link that does not work. The page goes on in the language of the request.
///
/// # Errors
/// The page that is shown instead.
pub async fn invited(
    app: &App,
    token: String,
    headers: &HeaderMap,
    from: Option<IpAddr>,
) -> Result<Supplier, Response> {
    // A link that does not work is answered as the browser asks.
    crate::words::speak_theirs(&[], headers);
    app.limits().open_link(from).map_err(|often| theirs_shell::too_often(app, often))?;
    let now = app.now();
    let found = app.db.read(move |conn| behind(conn, &token, now)).await;
    let found = found.map_err(|fault| Oops::from(fault).into_response())?;
    let Some((link, asked)) = found else { return Err(no_such_link(app, from)) };
    crate::words::speak_theirs(&[&asked.request.language], headers);
    let firm = app.firm();
    let zone = firm.ours.zone().clone();
    Ok(Supplier { app: app.clone(), link, asked, zone, firm, from })
}

/// The one answer to all of them; who guesses too often hears that instead.
fn no_such_link(app: &App, from: Option<IpAddr>) -> Response {
    match app.limits().wrong_link(from) {
        Ok(()) => theirs_shell::gone_for_good(app),
        Err(often) => theirs_shell::too_often(app, often),
    }
}

/// The case is read here and left here; what goes on is what the supplier may read.
fn behind(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(SupplierLink, AskedOfSupplier)>, Fault> {
    let Some(link) = supplier_links::find(conn, token, now)? else { return Ok(None) };
    let Some(kept) = store::cases::by_number(conn, link.number)? else { return Ok(None) };
    let asked = kept.case.inside.scar(link.scar).map(|scar| scar.outward(kept.case.number, &kept.case.files));
    Ok(asked.map(|asked| (link, asked)))
}
