//! A supplier before us who came by the link to their request: known by the secret in the cookie of that one page, as a guest of a case
//! is (`guest.rs`). They see a request of ours and their own answers; no case is ever given to their pages (decision 0180).
use super::by_link::{self, ByLink, Came};
use crate::app::App;
use crate::limits::TooOften;
use crate::web::theirs_shell;
use axum::extract::FromRequestParts;
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
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        by_link::asks(parts, app).await
    }
}

impl ByLink for Supplier {
    type Found = (SupplierLink, AskedOfSupplier);
    /// The case is read here and left here; what goes on is what the supplier may read.
    fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<Self::Found>, Fault> {
        let Some(link) = supplier_links::find(conn, token, now)? else { return Ok(None) };
        let Some(kept) = store::cases::by_number(conn, link.number)? else { return Ok(None) };
        let asked = kept.case.inside.scar(link.scar).map(|scar| scar.outward(kept.case.number, &kept.case.files));
        Ok(asked.map(|asked| (link, asked)))
    }
    fn come(app: &App, (link, asked): Self::Found, came: &Came<'_>) -> Self {
        crate::words::speak_theirs(&[&asked.request.language], came.headers);
        let firm = app.firm();
        let zone = firm.ours.zone().clone();
        Self { app: app.clone(), link, asked, zone, firm, from: came.from }
    }
    fn page(&self) -> String {
        self.home()
    }
    fn gone(app: &App) -> Response {
        theirs_shell::gone_for_good(app)
    }
}
