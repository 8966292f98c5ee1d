//! A desk for the tests: a firm with colleagues and a customer, somebody signed in, a clock that stands still, and a browser in process.
#![allow(dead_code, reason = "each test file uses a part of it")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use casework::ids::*;
use casework::kinds::Role;
use jiff::Timestamp;
use makegood::app::{App, Clock};
use makegood::serve;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Db;
use store::accounts::Account;
use store::audit::By;
use store::contacts::Contact;
use store::people::Person;
use tower::ServiceExt as _;
use uuid::Uuid;

/// Monday 2 March 2026, 09:00 in London, where the firm and the customer are.
const NOW: Timestamp = Timestamp::constant(1_772_442_000, 0);
/// A session ends when it is not used for half a day; each day has its own.
fn token(day: i64) -> String {
    format!("{day:064x}")
}

pub struct Desk {
    pub db: Db,
    pub app: App,
    router: Router,
    clock: Arc<AtomicI64>,
    pub acme: String,
    pub dana: String,
    pub maria: String,
    pub quentin: String,
    pub piotr: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Answer {
    /// The sentences of a refusal, for the message of a failing test.
    pub fn said(&self) -> String {
        let start = self.body.find("class=\"errors\"").or_else(|| self.body.find("class=\"refusal\"")).unwrap_or(0);
        self.body[start..].chars().take(900).collect()
    }
}

fn person(n: u128, name: &str, roles: &[Role]) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(n)),
        name: name.into(),
        email: format!("{}@example.com", name.split(' ').next().unwrap_or(name).to_lowercase()),
        phone: "+44 20 5550 0100".into(),
        zone: "Europe/London".into(),
        roles: roles.to_vec(),
        quiet: None,
        active: true,
        language: String::new(),
    }
}

impl Desk {
    pub async fn new(db: Db) -> Self {
        let maria = person(11, "Maria Krawczyk", &[Role::Owner, Role::RelationshipOwner, Role::Manager]);
        let people = [
            maria.clone(),
            person(12, "Ewa Nowak", &[Role::Manager]),
            person(13, "Quentin Hale", &[Role::Quality]),
            person(14, "Piotr Lind", &[Role::Operations]),
        ];
        let acme = Account {
            zone: "America/Chicago".into(),
            relationship_owner: Some(maria.id),
            since_on: "2017-01-01".parse().ok(),
            ..Account::named(AccountId(Uuid::from_u128(21)), "Acme Robotics")
        };
        let dana = Contact {
            phone: "+1 512 555 0148".into(),
            role: "quality".into(),
            zone: "America/Chicago".into(),
            ..Contact::named(ContactId(Uuid::from_u128(31)), acme.id, "Dana Ruiz")
        };
        let ids = (acme.id.to_string(), dana.id.to_string());
        let kept_here = db.clone();
        db.write(move |tx| {
            for (n, person) in people.iter().enumerate() {
                store::people::add(tx, person, "", &by(n as u128)).map_err(kept)?;
            }
            store::accounts::add(tx, &acme, &by(101)).map_err(kept)?;
            store::contacts::add(tx, &dana, &by(102)).map_err(kept)?;
            store::sessions::make(tx, &token(0), people[0].id, "a test", NOW)
        })
        .await
        .expect("a firm");
        let clock = Arc::new(AtomicI64::new(NOW.as_microsecond()));
        let app = tokio::task::block_in_place(|| App::new(db, Clock::Still(clock.clone()))).expect("an app");
        let id = |n| PersonId(Uuid::from_u128(n)).to_string();
        let (maria, quentin, piotr) = (maria.id.to_string(), id(13), id(14));
        let router = serve::router(app.clone());
        Self { db: kept_here, app, router, clock, acme: ids.0, dana: ids.1, maria, quentin, piotr }
    }

    /// Everything it serves, for a real browser.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The cookie of whoever is signed in today.
    pub fn cookie(&self) -> String {
        token(self.day())
    }

    /// Lets time pass, in minutes.
    pub fn later(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000_000, Ordering::SeqCst);
    }

    /// Some days later, at the same hour; Maria signs in anew.
    pub async fn days_later(&self, days: i64) {
        self.later(days * 24 * 60);
        let (day, now) =
            (self.day(), Timestamp::from_microsecond(self.clock.load(Ordering::SeqCst)).expect("a moment"));
        let maria = self.maria.parse().expect("an id");
        self.db.write(move |tx| store::sessions::make(tx, &token(day), maria, "a test", now)).await.expect("a session");
    }

    fn day(&self) -> i64 {
        (self.clock.load(Ordering::SeqCst) - NOW.as_microsecond()) / 86_400_000_000
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::builder().uri(path), Body::empty()).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let typed: Vec<String> = pairs.iter().map(|(n, v)| format!("{}={}", coded(n), coded(v))).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, Body::from(typed.join("&"))).await
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request
            .header(header::COOKIE, format!("makegood_session={}", token(self.day())))
            .header("sec-fetch-site", "same-origin");
        let answer = self.router.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let status = answer.status().as_u16();
        let location =
            answer.headers().get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = to_bytes(answer.into_body(), 10_000_000).await.expect("a body");
        Answer { status, location, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Opens a case with the three answers and gives its number.
    pub async fn opened(&self, title: &str) -> String {
        let answer = self
            .post(
                "/cases/new",
                &[("account", &self.acme), ("title", title), ("safety", "nobody"), ("contact", &self.dana)],
            )
            .await;
        assert_eq!(answer.status, 303, "{}", answer.said());
        answer.location.trim_start_matches("/cases/").split('?').next().unwrap_or_default().to_owned()
    }

    /// Does an act that must be taken.
    pub async fn done(&self, case: &str, word: &str, pairs: &[(&str, &str)]) -> Answer {
        let answer = self.post(&format!("/cases/{case}/do/{word}"), pairs).await;
        assert_eq!(answer.status, 303, "{word}: {}", answer.said());
        assert!(answer.location.starts_with("/cases/"), "{word}: {}", answer.location);
        answer
    }

    /// The ids that a select or a set of choices of a form offers under this name.
    pub async fn offered(&self, case: &str, word: &str, name: &str) -> Vec<String> {
        let page = self.get(&format!("/cases/{case}/do/{word}")).await.body;
        let of_set = page
            .split('<')
            .filter(|t| t.contains(&format!("name=\"{name}\"")) && t.starts_with("input"))
            .filter_map(value);
        let select = page
            .split("<select")
            .find(|s| s.split('>').next().is_some_and(|tag| tag.contains(&format!("name=\"{name}\""))))
            .unwrap_or_default();
        let select = select.split("</select>").next().unwrap_or_default();
        let of_select = select.split("<option").skip(1).filter_map(value);
        of_set.chain(of_select).filter(|v| !v.is_empty()).collect()
    }
}

fn by(n: u128) -> By {
    By { person: None, request: RequestId(Uuid::from_u128(1000 + n)), now: NOW }
}

fn kept(no: store::audit::NotKept) -> store::Fault {
    panic!("the firm of the test is not kept: {no:?}")
}

fn value(tag: &str) -> Option<String> {
    Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_owned())
}

/// The value of a field of a page, by its name.
pub fn field(page: &str, name: &str) -> String {
    let tag = page.split('<').find(|t| t.starts_with("input") && t.contains(&format!("name=\"{name}\"")));
    tag.and_then(value).unwrap_or_else(|| panic!("no field {name} in {page}"))
}

/// As a browser writes it into a form.
pub fn coded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
