//! Calendars for other people's programs: a colleague's and a customer's, each under a secret address and without any session.
use crate::app::App;
use crate::ical::{Method, ours, theirs, written};
use crate::session::Public;
use crate::theirs::dates;
use crate::theirs::guest::{self, Guest};
use crate::web::fail::Oops;
use crate::words::spoken;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};
use std::hash::{Hash, Hasher};
use store::Fault;
use store::feeds;
use store::people::Person;

/// What the secret in an address ends with, so that programs take it for what it is.
pub const ENDING: &str = ".ics";

/// Read by a program: the secret in the address is all it has. Whatever is wrong with it, the answer is the same.
pub async fn show(Public(app): Public, Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Oops> {
    let token = file.strip_suffix(ENDING).unwrap_or_default().to_owned();
    let (now, asked) = (app.now(), token.clone());
    let look =
        move |conn: &store::Conn| Ok::<_, Fault>((feeds::colleague(conn, &asked)?, feeds::link(conn, &asked, now)?));
    match app.db.read(look).await? {
        (Some(person), _) => of_colleague(&app, &person, &headers).await,
        (None, Some((link, version))) => match guest::behind_calendar(&app, link, &headers).await? {
            Some(guest) => of_customer(&guest, version, &headers).await,
            None => Ok(nothing()),
        },
        (None, None) => Ok(nothing()),
    }
}

fn nothing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

/// The address under which a secret is read.
pub fn address(app: &App, token: &str) -> String {
    format!("{}/calendar/{token}{ENDING}", app.public_url())
}

/// The same with the scheme that calendar programs take as *subscribe to this*; nothing when nobody said how we are reached.
pub fn webcal(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    Some(format!("webcal://{rest}"))
}

async fn of_colleague(app: &App, person: &Person, headers: &HeaderMap) -> Result<Response, Oops> {
    crate::words::speak(&person.language);
    let (id, now) = (person.id, app.now());
    let owed = app.db.read(move |conn| feeds::owed(conn, id, now)).await?;
    // Everything that the calendar is made of, but for the words of steps, which stand in the same version of their case.
    let known = mark(&(&owed, &person.name, &person.email, &person.zone, app.firm().version));
    if has(headers, &known) {
        return Ok(unchanged(&known));
    }
    let steps = {
        let owed = owed.clone();
        app.db.read(move |conn| ours::steps(conn, &owed)).await?
    };
    let entries = ours::entries(person, app.public_url(), &owed, &steps);
    Ok(answer(&known, written(Method::Publish, &ours::name(person), &person.zone, &entries)))
}

async fn of_customer(guest: &Guest, version: i64, headers: &HeaderMap) -> Result<Response, Oops> {
    let zone = guest.zone.iana_name().unwrap_or_default().to_owned();
    // By the day, as what is long over falls away.
    let day = guest.app.now().as_second() / 86_400;
    let known = mark(&(guest.link.id, version, &zone, guest.firm.version, day, "theirs"));
    if has(headers, &known) {
        return Ok(unchanged(&known));
    }
    let Some(dates) = dates::of(guest).await? else { return Ok(nothing()) };
    let told = theirs::Told { dates: &dates, firm: &guest.firm.company, zone: &guest.zone };
    let entries = theirs::entries(&told, guest.app.now());
    Ok(answer(&known, written(Method::Publish, &theirs::name(&told), &zone, &entries)))
}

/// Feeds what is hashed to SHA-256: the mark stays the same on every server and after a start anew.
struct Marking(Sha256);

impl Hasher for Marking {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
    fn finish(&self) -> u64 {
        0
    }
}

/// A mark of everything that a calendar is made of, with its language and the program that writes it. Weak, as compression may
/// change the bytes (RFC 9110, 8.8.1).
fn mark(made_of: &impl Hash) -> String {
    let mut marking = Marking(Sha256::new());
    (made_of, spoken().tag(), env!("CARGO_PKG_VERSION")).hash(&mut marking);
    format!("W/\"{}\"", hex::encode(&marking.0.finalize()[..16]))
}

/// Whether the program has this one already (RFC 9110, 13.1.2).
fn has(headers: &HeaderMap, known: &str) -> bool {
    let bare = known.trim_start_matches("W/");
    let asked = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    asked
        .flat_map(|value| value.split(','))
        .any(|tag| matches!(tag.trim(), "*") || tag.trim().trim_start_matches("W/") == bare)
}

fn unchanged(known: &str) -> Response {
    (StatusCode::NOT_MODIFIED, around(known)).into_response()
}

/// Kept by the program that asked and nobody between; asked for anew each time, which costs next to nothing.
fn around(known: &str) -> [(HeaderName, HeaderValue); 2] {
    let tag = HeaderValue::from_str(known).unwrap_or(HeaderValue::from_static(""));
    [(ETAG, tag), (CACHE_CONTROL, HeaderValue::from_static("private, no-cache"))]
}

fn answer(known: &str, body: String) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8; method=PUBLISH")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"makegood.ics\"")),
    ];
    (around(known), headers, body).into_response()
}

/// A single entry to take along; `method` stands in the type too, so that a mail program knows an invitation when it sees one.
pub fn taken(method: Method, file: &str, body: String) -> Response {
    let kind = format!("text/calendar; charset=utf-8; method={}", method.word());
    let named = format!("attachment; filename=\"{file}{ENDING}\"");
    let value = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("text/calendar"));
    ([(CONTENT_TYPE, value(&kind)), (CONTENT_DISPOSITION, value(&named))], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_again_in_whatever_list_it_comes() {
        let known = mark(&("a", 1));
        assert_eq!(known, mark(&("a", 1)));
        assert_ne!(known, mark(&("a", 2)));
        let asking = |text: &str| HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_str(text).unwrap())]);
        for sent in [known.clone(), known.replace("W/", ""), format!("\"x\", {known}"), "*".into()] {
            assert!(has(&asking(&sent), &known), "{sent}");
        }
        assert!(!has(&asking("\"x\""), &known) && !has(&HeaderMap::new(), &known));
    }

    #[test]
    fn an_address_is_offered_to_calendar_programs_by_their_own_scheme() {
        assert_eq!(webcal("https://m.example/calendar/a.ics").as_deref(), Some("webcal://m.example/calendar/a.ics"));
        assert_eq!(webcal("/calendar/a.ics"), None);
    }
}
