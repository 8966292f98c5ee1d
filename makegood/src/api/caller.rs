//! Who calls the API: the person behind a key, or, for reads only, whoever is signed in with the browser.
use super::problem::Problem;
use crate::app::App;
use crate::session::{self, came_from};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use casework::facts::Actor;
use casework::ids::RequestId;
use jiff::tz::TimeZone;
use std::net::IpAddr;
use std::sync::Arc;
use store::firm::Firm;
use store::people::Person;
use uuid::Uuid;

/// Characters of an `Idempotency-Key`.
const KEY_AT_MOST: usize = 200;

/// A colleague who asks by program.
pub struct Caller {
    pub app: App,
    pub person: Person,
    pub firm: Arc<Firm>,
    pub zone: TimeZone,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let from = came_from(&parts.headers, parts.extensions.get());
        let person = match bearer(&parts.headers) {
            Some(key) => by_key(app, key, from).await?,
            None => by_session(app, &parts.headers, &parts.method).await?,
        };
        crate::words::speak(&person.language);
        let zone = store::holidays::zone(&person.zone).unwrap_or(TimeZone::UTC);
        Ok(Self { app: app.clone(), person, firm: app.firm(), zone })
    }
}

impl Caller {
    pub fn actor(&self) -> Actor {
        Actor::Person(self.person.id)
    }

    /// The request's id: the same person with the same `Idempotency-Key` asks the same thing again.
    ///
    /// # Errors
    /// When the key is empty, too long, or not plain text.
    pub fn request(&self, headers: &HeaderMap) -> Result<RequestId, Problem> {
        let Some(key) = headers.get("idempotency-key") else { return Ok(self.app.new_request()) };
        let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= KEY_AT_MOST);
        let key = key.ok_or_else(|| {
            Problem::parameter(
                "Idempotency-Key",
                crate::words::t_with("api-key-length", &[("most", KEY_AT_MOST.into())]),
            )
        })?;
        Ok(RequestId(Uuid::new_v5(&self.person.id.0, key.as_bytes())))
    }
}

/// The version that the caller saw, from `If-Match: "7"`.
///
/// # Errors
/// When it is there and is not one quoted number.
pub fn seen(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    let Some(tag) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let number = tag.to_str().ok().map(str::trim).map(|tag| tag.trim_matches('"')).and_then(|tag| tag.parse().ok());
    number.map(Some).ok_or_else(|| Problem::parameter("If-Match", crate::words::t("api-if-match")))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let said = headers.get(header::AUTHORIZATION)?.to_str().ok().unwrap_or_default();
    let (scheme, key) = said.split_once(' ').unwrap_or((said, ""));
    Some(if scheme.eq_ignore_ascii_case("bearer") { key.trim() } else { "" })
}

async fn by_key(app: &App, key: &str, from: Option<IpAddr>) -> Result<Person, Problem> {
    let hash = store::sessions::token_hash(key);
    let (asked, now) = (key.to_owned(), app.now());
    let holder = app.db.read(move |conn| store::tokens::find_with_person(conn, &asked)).await?;
    let Some(holder) = holder else {
        app.limits().unknown_key(from).map_err(Problem::too_often)?;
        return Err(Problem::unknown_key());
    };
    app.limits().call(&hash).map_err(Problem::too_often)?;
    if store::tokens::is_stale(&holder, now) {
        let key = key.to_owned();
        app.db.write(move |tx| store::tokens::used(tx, &key, now)).await?;
    }
    Ok(holder.person)
}

/// A cookie may be sent by any page that the browser shows, so it is good for looking only.
async fn by_session(app: &App, headers: &HeaderMap, method: &Method) -> Result<Person, Problem> {
    match session::signed_in(app, headers).await? {
        Some(person) if matches!(*method, Method::GET | Method::HEAD) => Ok(person),
        Some(_) => Err(Problem::key_needed()),
        None => Err(Problem::no_key()),
    }
}
