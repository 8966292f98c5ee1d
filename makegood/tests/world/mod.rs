//! A small firm with a still clock, asked over HTTP without a network: who asks is one of its people by their key.
#![allow(dead_code)] // Each program of stories uses its own part of this.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use casework::ids::{AccountId, ContactId, PersonId};
use casework::kinds::Role;
use jiff::{SignedDuration, Timestamp};
use makegood::app::{App, Clock};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::accounts::Account;
use store::contacts::Contact;
use store::people::Person;
use store::{By, Db, Fault, NotKept};
use tower::ServiceExt as _;

/// Monday 2 March 2026, 09:00 UTC: the moment at which test databases are opened.
pub const START: Timestamp = Timestamp::constant(1_772_442_000, 0);

pub struct World {
    pub app: App,
    pub router: Router,
    clock: Arc<AtomicI64>,
    keys: BTreeMap<&'static str, String>,
    pub people: BTreeMap<&'static str, PersonId>,
    pub acme: AccountId,
    pub dana: ContactId,
    /// A contact of another customer.
    pub stranger: ContactId,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
    pub text: String,
}

const PEOPLE: [(&str, &[Role]); 7] = [
    ("maria", &[Role::Owner]),
    ("rita", &[Role::RelationshipOwner]),
    ("ewa", &[Role::Manager]),
    ("jon", &[Role::Quality]),
    ("piotr", &[Role::Operations]),
    ("reed", &[Role::Reader]),
    ("adam", &[Role::Administrator]),
];

impl World {
    pub async fn new(db: Db) -> Self {
        let clock = Arc::new(AtomicI64::new(START.as_microsecond()));
        let (held, opened) = (clock.clone(), db.clone());
        let app = tokio::task::spawn_blocking(move || App::new(opened, Clock::Still(held)).expect("an app"))
            .await
            .expect("it opens");
        let mut people = BTreeMap::new();
        let mut keys = BTreeMap::new();
        let by = By { person: None, request: app.new_request(), now: START };
        for (short, roles) in PEOPLE {
            let id = PersonId(app.new_id());
            let person = Person {
                id,
                name: short.to_owned(),
                email: format!("{short}@nordlot.example"),
                phone: String::new(),
                zone: "Europe/Warsaw".into(),
                roles: roles.to_vec(),
                quiet: None,
                active: true,
                language: String::new(),
            };
            let key = hex::encode(app.random::<32>());
            let kept = key.clone();
            db.write(move |tx| {
                store::people::add(tx, &person, "", &by)?;
                store::tokens::make(tx, &kept, id, "test", &by)
            })
            .await
            .unwrap_or_else(|e| panic!("{e:?}"));
            people.insert(short, id);
            keys.insert(short, key);
        }
        let (acme, other) = (AccountId(app.new_id()), AccountId(app.new_id()));
        let (dana, stranger) = (ContactId(app.new_id()), ContactId(app.new_id()));
        let rita = people["rita"];
        db.write(move |tx| {
            for (id, name) in [(acme, "Acme Robotics"), (other, "Kite Labs")] {
                let account = Account { relationship_owner: Some(rita), ..Account::named(id, name) };
                store::accounts::add(tx, &account, &by)?;
            }
            store::contacts::add(tx, &Contact::named(dana, acme, "Dana Ruiz"), &by)?;
            store::contacts::add(tx, &Contact::named(stranger, other, "Jonas Weber"), &by)?;
            Ok::<_, NotKept>(())
        })
        .await
        .unwrap_or_else(|e| panic!("{e:?}"));
        app.refresh_firm().await.expect("the firm is read");
        let router = makegood::serve::router(app.clone());
        Self { app, router, clock, keys, people, acme, dana, stranger }
    }

    /// A second server on a database that has its firm already.
    pub async fn new_beside(db: Db) -> App {
        let still = Arc::new(AtomicI64::new(START.as_microsecond()));
        let opened = tokio::task::spawn_blocking(move || App::new(db, Clock::Still(still)));
        opened.await.expect("it opens").expect("an app")
    }

    /// Time goes on.
    pub fn wait(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000_000, Ordering::SeqCst);
    }
    pub fn in_hours(&self, hours: i64) -> Timestamp {
        self.app.now() + SignedDuration::from_hours(hours)
    }
    pub fn key(&self, who: &str) -> &str {
        &self.keys[who]
    }

    /// Nobody may use the key of this person any more.
    pub async fn revoke(&self, who: &str) {
        let (person, key) = (self.people[who], store::sessions::token_hash(self.key(who)));
        let by = By { person: Some(person), request: self.app.new_request(), now: self.app.now() };
        let revoked = self.app.db.write(move |tx| store::tokens::revoke(tx, person, &key, &by)).await;
        revoked.expect("revoked");
    }
    /// A browser of this person is signed in; what it sends as its cookie.
    pub async fn cookie(&self, who: &str) -> String {
        let (person, token, now) = (self.people[who], hex::encode(self.app.random::<32>()), self.app.now());
        let kept = token.clone();
        let made = self.app.db.write(move |tx| store::sessions::make(tx, &kept, person, "test", now)).await;
        made.expect("a session");
        format!("{}={token}", makegood::session::COOKIE_PLAIN)
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 10_000_000).await.expect("a body");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null), text }
    }
    pub async fn get(&self, who: &str, path: &str) -> Answer {
        self.send("GET", path, &[("authorization", &format!("Bearer {}", self.key(who)))], "").await
    }
    pub async fn post(&self, who: &str, path: &str, body: Value) -> Answer {
        self.send("POST", path, &[("authorization", &format!("Bearer {}", self.key(who)))], body.to_string()).await
    }
    /// Asks something of a case and expects it to be taken.
    pub async fn does(&self, who: &str, case: &str, word: &str, body: Value) -> Answer {
        let answer = self.post(who, &format!("/api/v1/cases/{case}/actions/{word}"), body).await;
        assert_eq!(answer.status, 200, "{word}: {:#}", answer.body);
        answer
    }
    /// Asks something of a case and expects this refusal.
    pub async fn refused(&self, who: &str, case: &str, word: &str, body: Value, status: u16, code: &str) -> Answer {
        let answer = self.post(who, &format!("/api/v1/cases/{case}/actions/{word}"), body).await;
        answer.is_problem(status, code);
        answer
    }

    /// The labels are wrong: nothing grave. Gives the number.
    pub async fn opened(&self) -> String {
        let answer = self.post("maria", "/api/v1/cases", self.wrong_label()).await;
        assert_eq!(answer.status, 201, "{:#}", answer.body);
        answer.body["case"].as_str().expect("a number").to_owned()
    }
    pub fn wrong_label(&self) -> Value {
        json!({ "account": self.acme, "contact": self.dana, "title": "The labels carry the old number.", "kind": "paperwork",
            "origin": "customer_reported", "safety": "nobody", "impacts": [{ "dimension": "paperwork", "words": "We relabel by hand." }] })
    }
    /// A call in which everything was done right.
    pub fn good_call(&self) -> Value {
        json!({ "channel": "phone", "with": self.dana, "started_at": self.app.now() - SignedDuration::from_mins(10),
            "acknowledgement": { "we_see": "The labels carry the old number.", "we_work": "I have the new list here." },
            "had_their_say": "yes", "reflect_back": "You relabel by hand until the new ones come.", "reflect_confirmed": "yes",
            "got_everything": "yes", "validated": "yes", "worst_part": "Standing there with a pen.", "tone_start": 2, "tone_end": 4,
            "satisfied": "yes", "led_to_this": "You changed the number.", "prevent_this": "Send us the list.", "what_else": "Nothing else.",
            "told_what_happened": "We printed from the old list.", "next_contact_at": self.in_hours(24) })
    }
    /// The case as the API shows it.
    pub async fn case(&self, number: &str) -> Value {
        let answer = self.get("maria", &format!("/api/v1/cases/{number}")).await;
        assert_eq!(answer.status, 200, "{:#}", answer.body);
        answer.body
    }
    /// How many events the case has.
    pub async fn events(&self, number: &str) -> Vec<Value> {
        let answer = self.get("maria", &format!("/api/v1/cases/{number}/events")).await;
        answer.body["events"].as_array().cloned().expect("events")
    }
    pub async fn kinds(&self, number: &str, kind: &str) -> usize {
        self.events(number).await.iter().filter(|e| e["kind"] == kind).count()
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.app.db.read(move |conn| conn.one::<i64>(sql, &[])).await.unwrap_or_else(|e: Fault| panic!("{e}"))
    }
}

impl Answer {
    /// A problem of RFC 9457 with this status and code, and a sentence.
    pub fn is_problem(&self, status: u16, code: &str) {
        assert_eq!(self.body["type"], format!("/problems/{code}"), "{} {:#}", self.status, self.body);
        assert_eq!(self.status, status, "{:#}", self.body);
        assert_eq!(self.body["status"], status);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let sentence = self.body["detail"].as_str().unwrap_or_default();
        assert!(sentence.contains(' ') && !sentence.starts_with("refusal-"), "{code} has no sentence: {sentence}");
    }
}
