//! Who is asking: typed into every handler's signature, so that no page can forget it.
use crate::app::App;
use crate::on_tour::{COOKIE_TOUR, OnTour};
use crate::web::fail::Oops;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use casework::facts::Actor;
use casework::ids::RequestId;
use casework::kinds::Role;
use jiff::tz::TimeZone;
use std::net::IpAddr;
use std::sync::Arc;
use store::audit::By;
use store::firm::Firm;
use store::people::Person;

/// Without TLS in front the browser would drop a `__Host-` cookie, so the name says which it is.
pub const COOKIE_PLAIN: &str = "makegood_session";

/// A page that asks by itself says so: that is no use of the session, and no look at the page.
pub const BY_ITSELF: &str = "makegood-by-itself";

/// A colleague who is signed in, with the program they ask.
pub struct Agent {
    pub app: App,
    pub person: Person,
    pub zone: TimeZone,
    pub firm: Arc<Firm>,
    /// Where they are on the tour.
    pub tour: OnTour,
}

/// A colleague who may change people and settings.
pub struct Administrator(pub Agent);
/// Anybody; the handler must not show what only colleagues may see.
pub struct Public(pub App);

impl Agent {
    pub fn actor(&self) -> Actor {
        Actor::Person(self.person.id)
    }
    /// Who changes a setting now, for the log.
    pub fn by(&self, request: RequestId) -> By {
        By { person: Some(self.person.id), request, now: self.app.now() }
    }
    pub fn has(&self, role: Role) -> bool {
        self.person.roles.contains(&role)
    }
}

impl FromRequestParts<App> for Agent {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        match signed_in(app, &parts.headers).await {
            Ok(Some(person)) => {
                let tour = OnTour::read(&cookie(&parts.headers, COOKIE_TOUR).unwrap_or_default());
                Ok(Self { tour, ..agent(app.clone(), person) })
            }
            Ok(None) => Err(to_sign_in(&parts.method, parts.uri.path()).into_response()),
            Err(fault) => Err(Oops::from(fault).into_response()),
        }
    }
}
impl FromRequestParts<App> for Administrator {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let agent = Agent::from_request_parts(parts, app).await?;
        if agent.has(Role::Administrator) { Ok(Self(agent)) } else { Err(Oops::Forbidden.into_response()) }
    }
}
impl FromRequestParts<App> for Public {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(app.clone()))
    }
}

/// Who is at the other end of the wire.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub std::net::SocketAddr);

/// Where a request comes from: the other end of the wire, or, where that is a proxy on this machine, what the proxy says. Nothing is
/// known of a request that comes from this machine itself.
pub fn came_from(headers: &HeaderMap, peer: Option<&Peer>) -> Option<IpAddr> {
    let peer = peer?.0.ip();
    if !peer.to_canonical().is_loopback() {
        return Some(peer);
    }
    // The last entry is the one that our proxy wrote; what stands before it is whatever the browser sent.
    let said = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    said.rsplit(',').next()?.trim().parse().ok()
}

/// The same, where no guest asks.
pub struct CameFrom(pub Option<IpAddr>);

impl FromRequestParts<App> for CameFrom {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(came_from(&parts.headers, parts.extensions.get())))
    }
}

/// The agent for a person, with the firm as it is now. The page goes on in their language.
pub fn agent(app: App, person: Person) -> Agent {
    crate::words::speak(&person.language);
    let zone = store::holidays::zone(&person.zone).unwrap_or(TimeZone::UTC);
    let firm = app.firm();
    Agent { app, person, zone, firm, tour: OnTour::default() }
}

/// A page read is brought back after signing in; a lost post goes to the start.
fn to_sign_in(method: &Method, path: &str) -> Redirect {
    if *method == Method::GET && path != "/" {
        Redirect::to(&format!("/sign-in?then={}", path.replace(['?', '&', '#', '\\'], "")))
    } else {
        Redirect::to("/sign-in")
    }
}

pub(crate) async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Person>, store::Fault> {
    let Some(token) = token(headers) else { return Ok(None) };
    let now = app.now();
    let asked = token.clone();
    let found = app.db.read(move |conn| store::sessions::find_with_person(conn, &asked, now)).await?;
    if found.as_ref().is_some_and(|session| store::sessions::is_stale(session, now))
        && asked_by(headers) == AskedBy::Person
    {
        app.db.write(move |tx| store::sessions::seen(tx, &token, now)).await?;
    }
    Ok(found.map(|session| session.person))
}

/// Whether a person asks, or their open page does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    Person,
    Page,
}

pub fn asked_by(headers: &HeaderMap) -> AskedBy {
    if headers.contains_key(BY_ITSELF) { AskedBy::Page } else { AskedBy::Person }
}

/// The session's secret as the browser sent it.
pub fn token(headers: &HeaderMap) -> Option<String> {
    cookie(headers, COOKIE_PLAIN).filter(|v| v.len() == 64)
}
pub(crate) fn cookie(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value.to_owned())
}
/// Refuses a change that another site made the browser send; where the browser says nothing at all, so does any site (F15).
pub async fn same_site(State(_): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let said = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    let from_here = match (said("sec-fetch-site"), said(ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").map(|(_, host)| host) == said(HOST.as_str()),
        (None, None) => false,
    };
    if safe || from_here { next.run(request).await } else { Oops::OtherSite.into_response() }
}
