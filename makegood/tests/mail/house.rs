//! A firm with a mailbox and one open case, somebody signed in, and what the outbox and the reader of mail would do.
#![allow(dead_code, reason = "each program of stories uses its own part of this")]
use crate::support::world::{self, ACME, MARIA, MS_RAO, NOW};
use crate::visit::{Seen, Visitor, fields_of};
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use casework::facts::Actor;
use casework::ids::*;
use casework::{Case, commands::Command};
use makegood::act::{Asked, act};
use serde_json::{Value, json};
use store::facts::CaseRef;
use store::mailboxes;
use store::mails::{self, Came};
use store::messages::{self, Letter, Place};
use store::signals::{self, Signal};
use store::{Db, inbox};
use tower::ServiceExt as _;
use uuid::Uuid;

pub struct House {
    pub db: Db,
    pub maria: Visitor,
    pub case: String,
}

/// Without a mailbox, as on the first day.
pub async fn bare(db: Db) -> House {
    let number = tokio::task::block_in_place(|| {
        world::build(&db);
        world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
    });
    let maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
    House { db, maria, case: number.to_string() }
}

pub async fn house(db: Db) -> House {
    let house = bare(db).await;
    let spec = world::sends("care@boards.example", "Nordlot Boards");
    let added = house.db.write(move |tx| mailboxes::add(tx, Uuid::from_u128(0xB0B), &spec, &world::by(90))).await;
    added.unwrap();
    house
}

impl House {
    pub fn at(&self, rest: &str) -> String {
        format!("/cases/{}{rest}", self.case)
    }
    pub async fn get(&mut self, rest: &str) -> Seen {
        let there = self.at(rest);
        self.maria.get(&there).await
    }
    pub async fn does(&mut self, word: &str, pairs: &[(&str, &str)]) -> Seen {
        let there = self.at(&format!("/do/{word}"));
        let done = self.maria.post(&there, pairs).await;
        done.is(303);
        done
    }
    pub async fn left_message(&mut self) -> Seen {
        self.does(
            "record-attempt",
            &[("outcome", "left_message"), ("channel", "phone"), ("contact", &MS_RAO.to_string())],
        )
        .await
    }
    /// They were heard; the next word is on Wednesday noon in Warsaw.
    pub async fn talked(&mut self) -> Seen {
        let rao = MS_RAO.to_string();
        let talk = [
            ("channel", "phone"),
            ("with", &*rao),
            ("minutes", "12"),
            ("acknowledgement.we_see", "Half the boards are dry."),
            ("acknowledgement.we_work", "I'm on it now."),
            ("reflect_back", "Half are dry and line 3 stands."),
            ("heard", "all"),
            ("impacts[0].words", "96 of 200 boards cannot be used"),
            ("tone_end", "4"),
            ("next_contact_at", "Wed 12:00"),
        ];
        self.does("record-conversation", &talk).await
    }
    /// The form of a purpose as it stands on the page, with some fields changed.
    pub async fn form(&mut self, query: &str, changed: &[(&str, &str)]) -> Vec<(String, String)> {
        let page = self.get(&format!("/mail/new?{query}")).await;
        page.is(200);
        form_of(&page, changed)
    }
    pub async fn send(&mut self, form: &[(String, String)]) -> Seen {
        let pairs: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let there = self.at("/mail/new");
        self.maria.post(&there, &pairs).await
    }
    /// Writes a mail of that purpose as it was drafted, with some fields changed.
    pub async fn sends(&mut self, query: &str, changed: &[(&str, &str)]) -> (MailId, Seen) {
        let form = self.form(query, changed).await;
        let done = self.send(&form).await;
        done.is(303);
        let there = done.to.clone().unwrap();
        let id = there.split("sent=").nth(1).unwrap().parse().unwrap();
        (id, self.maria.get(&there).await)
    }
    pub async fn kept(&self) -> Case {
        let number: CaseNumber = self.case.parse().unwrap();
        self.db.read(move |conn| store::cases::by_number(conn, number)).await.unwrap().unwrap().case
    }
    pub async fn mail(&self, id: MailId) -> mails::Shown {
        self.db.read(move |conn| mails::one(conn, id)).await.unwrap().unwrap()
    }
    pub async fn raw(&self, id: MailId) -> String {
        String::from_utf8(self.db.read(move |conn| mails::raw(conn, id)).await.unwrap().unwrap()).unwrap()
    }

    /// What the outbox asks by itself.
    pub async fn machine(&self, word: &str, fields: Value) {
        let command = Command::read(word, fields).unwrap().unwrap();
        let app = &self.maria.app;
        let number: CaseNumber = self.case.parse().unwrap();
        act(app, Actor::System, CaseRef::Number(number), Asked::new(app, command)).await.unwrap();
    }
    /// A mail server takes it.
    pub async fn goes(&self, id: MailId) {
        let now = self.maria.app.now();
        let taken = self.db.write(move |tx| mails::claim(tx, now, 10)).await.unwrap();
        let due = taken.iter().find(|due| due.id == id).expect("it is due").attempts;
        let text = self.mail(id).await.body;
        let kept = self.db.write(move |tx| {
            mails::came(tx, id, 0, Came::Sent, "250 ok", now)?;
            mails::went(tx, id, due, now)
        });
        kept.await.unwrap();
        self.machine("message-sent", json!({ "mail": id, "text": text })).await;
    }
    /// Nobody there takes it.
    pub async fn comes_back(&self, id: MailId) {
        let now = self.maria.app.now();
        let kept = self.db.write(move |tx| {
            mails::came(tx, id, 0, Came::Bounced, "550 5.1.1 no such user", now)?;
            mails::bounced(tx, id, "550 5.1.1 no such user")
        });
        kept.await.unwrap();
        let said = json!({ "mail": id, "address": "dana@customer.example", "said": "550 5.1.1 no such user" });
        self.machine("message-undelivered", said).await;
    }
    /// Ms Rao writes; `attachments` as they were read.
    pub async fn arrives(&self, n: u128, letter: Letter, raw: &'static str) {
        let (person, id) = (letter.origin == "person", letter.id);
        let (subject, text) = (letter.subject.clone(), letter.body.clone());
        let kept = self.db.write(move |tx| {
            inbox::keep(tx, Uuid::from_u128(0x1B0 + n), &inbox::digest(raw.as_bytes()), raw.as_bytes(), "test", NOW)?;
            messages::keep(tx, &letter)
        });
        kept.await.unwrap();
        if person {
            let said = json!({ "message": id, "from": MS_RAO, "subject": subject, "text": text });
            self.machine("receive-message", said).await;
        }
    }
    /// A mail that comes in by the real way: its bytes first, then its place, then its case hears of it. Its id.
    pub async fn comes(&self, raw: &str) -> Uuid {
        let app = &self.maria.app;
        let (id, now, bytes) = (app.new_id(), app.now(), raw.as_bytes().to_vec());
        let way = inbox::Way { source: "test", came_at: Some(now), heed: inbox::Heed::Heard };
        self.db.write(move |tx| inbox::take_in(tx, id, &bytes, &way, now)).await.unwrap();
        makegood::mail::receive::sort(app).await.unwrap();
        makegood::jobs::mail::hear(app).await.unwrap();
        let found =
            self.db.read(move |conn| conn.one::<Uuid>("select id from messages where inbox_id = ?1", &[id.into()]));
        found.await.unwrap()
    }
    /// What a mail rang for.
    pub async fn signal_of(&self, mail: Uuid) -> Signal {
        let read = move |conn: &store::Conn| {
            let id: Uuid = conn.one("select id from signals where message_id = ?1", &[mail.into()])?;
            signals::by_id(conn, SignalId(id))
        };
        self.db.read(read).await.unwrap().expect("a signal")
    }
    pub async fn message(&self, id: Uuid) -> messages::Message {
        self.db.read(move |conn| messages::by_id(conn, id)).await.unwrap().unwrap()
    }
    /// The history of the case, each event in words of its kind.
    pub async fn happened(&self, kind: &'static str) -> Vec<Option<Uuid>> {
        let case = self.kept().await.id;
        let read = move |conn: &store::Conn| {
            let all: Vec<(String, Option<Uuid>)> =
                conn.all("select kind, actor_id from case_events where case_id = ?1 order by seq", &[case.into()])?;
            Ok::<_, store::Fault>(all)
        };
        let all = self.db.read(read).await.unwrap();
        all.into_iter().filter(|(of, _)| of == kind).map(|(_, by)| by).collect()
    }
    pub async fn presses(&mut self, mail: Uuid, act: &str, pairs: &[(&str, &str)]) -> Seen {
        self.maria.post(&format!("/mail/letters/{mail}/{act}"), pairs).await
    }
    pub async fn letter(&self, n: u128, subject: &str, body: &str) -> Letter {
        Letter {
            id: Uuid::from_u128(0xA110 + n),
            inbox: Uuid::from_u128(0x1B0 + n),
            place: Place::Case { case: self.kept().await.id, account: ACME, contact: MS_RAO },
            thread: None,
            parent: None,
            mail_id: Some(format!("theirs-{n}@customer.example")),
            parents: vec!["before@customer.example".into()],
            origin: "person".into(),
            from_name: "Dana Rao".into(),
            from_mail: "dana@customer.example".into(),
            recipients: "{}".into(),
            subject: subject.into(),
            body: body.into(),
            attachments: "[]".into(),
            oddities: String::new(),
            besides: String::new(),
            stray: messages::Stray::default(),
            sent_at: None,
            received_at: self.maria.app.now(),
        }
    }
    /// The headers and bytes of an answer that is no page.
    pub async fn taken(&self, rest: &str) -> (u16, HeaderMap, Vec<u8>) {
        self.taken_at(&self.at(rest)).await
    }
    pub async fn taken_at(&self, path: &str) -> (u16, HeaderMap, Vec<u8>) {
        let (name, value) = self.maria.cookie();
        let request = Request::get(path).header("cookie", format!("{name}={value}"));
        let answer = self.maria.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        (status, headers, axum::body::to_bytes(answer.into_body(), 10 << 20).await.unwrap().to_vec())
    }
}

/// The fields of the mail form with what stands in them; unticked boxes are left out, as a browser does.
pub fn form_of(page: &Seen, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = page.html.split("id=\"mail\"").nth(1).and_then(|f| f.split("</form>").next()).expect("the form");
    let html = format!("<main {form}");
    let ticked = |name: &str, value: &str| {
        form.split("<input ").any(|tag| {
            let tag = tag.split('>').next().unwrap_or_default();
            let is = |n: &str, v: &str| tag.contains(&format!("{n}=\"{v}\""));
            is("name", name) && is("value", value) && (!is("type", "checkbox") || tag.contains(" checked"))
        })
    };
    let mut all: Vec<(String, String)> = fields_of(&html)
        .into_iter()
        .filter(|(n, v)| v.is_empty() || ticked(n, v) || n == "to" || n == "talk")
        .collect();
    for area in form.split("<textarea ").skip(1).map(|t| t.split("</textarea>").next().unwrap_or_default()) {
        let name = area.split("name=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default();
        let text = area.split_once('>').map_or("", |(_, text)| text).trim_start_matches('\n');
        all.push((name.to_owned(), plain(text)));
    }
    all = all.into_iter().map(|(name, value)| (name, plain(&value))).collect();
    all.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    all.extend(changed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    all
}

fn plain(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

pub fn value<'f>(form: &'f [(String, String)], name: &str) -> &'f str {
    form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default()
}
