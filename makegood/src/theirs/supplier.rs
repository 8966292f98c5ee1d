//! A supplier before us who came by the link to their request: known by the secret in the cookie of that one page, as a guest of a case
//! is (`guest.rs`). They see a request of ours and their own answers; no case is ever given to their pages (decision 0180).
use super::by_link::{self, Brought};
use crate::app::App;
use crate::limits::TooOften;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
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
        let brought = Brought::by(parts);
        let supplier = invited(app, brought.token.clone(), &parts.headers, brought.from).await?;
        if brought.is_of(supplier.link.id) { Ok(supplier) } else { Err(no_such_link(app, brought.from)) }
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
    let now = app.now();
    let found = by_link::behind(app, headers, from, move |conn| behind(conn, &token, now)).await?;
    let Some((link, asked)) = found else { return Err(no_such_link(app, from)) };
    crate::words::speak_theirs(&[&asked.request.language], headers);
    let firm = app.firm();
    let zone = firm.ours.zone().clone();
    Ok(Supplier { app: app.clone(), link, asked, zone, firm, from })
}

fn no_such_link(app: &App, from: Option<IpAddr>) -> Response {
    by_link::no_such(app, from, theirs_shell::gone_for_good(app))
}

/// The case is read here and left here; what goes on is what the supplier may read.
fn behind(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(SupplierLink, AskedOfSupplier)>, Fault> {
    let Some(link) = supplier_links::find(conn, token, now)? else { return Ok(None) };
    let Some(kept) = store::cases::by_number(conn, link.number)? else { return Ok(None) };
    let asked = kept.case.inside.scar(link.scar).map(|scar| scar.outward(kept.case.number, &kept.case.files));
    Ok(asked.map(|asked| (link, asked)))
}
