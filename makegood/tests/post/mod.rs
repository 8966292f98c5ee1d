//! Cases with mail that waits to leave, for stories about leaving.
#![allow(dead_code)] // Each story uses its own part of this.

pub mod sink;

use crate::world::World;
use casework::Command;
use casework::facts::Actor;
use casework::ids::{CaseId, CaseNumber, MailId, RequestId};
use jiff::{SignedDuration, Timestamp};
use makegood::act::{self, Asked};
use makegood::app::App;
use makegood::jobs::{Post, Relays};
use makegood::mail::build::{Kind, Mail, Party, build, first_subject};
use makegood::mail::smtp::{Login, Patience, Relay, Security};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use store::facts::CaseRef;
use store::mails::pace::Pace;
use store::mails::{self, At, Recipient, Shown, Written};
use uuid::Uuid;

pub const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";
pub const MAILBOX: Uuid = Uuid::from_u128(0xB0);
pub const OTHER_MAILBOX: Uuid = Uuid::from_u128(0xB1);
pub const FROM: &str = "care@nordlot.example";

pub fn relay(at: SocketAddr) -> Relay {
    let (host, port) = (at.ip().to_string(), at.port());
    let (from, pace) = (FROM.into(), Pace::of(None));
    Relay { host, port, security: Security::Open, login: Login::Nobody, from, pace }
}

/// Every mailbox by its own relay.
pub fn relays(of: Vec<(Uuid, Relay)>) -> Relays {
    Arc::new(move |_, mailbox| {
        let found = of.iter().find(|(id, _)| *id == mailbox).map(|(_, relay)| relay.clone());
        Box::pin(async move { Ok(found) })
    })
}

/// Does not wait as long as a real one.
pub const HASTY: Patience =
    Patience { open: Duration::from_secs(3), envelope: Duration::from_secs(3), taken: Duration::from_millis(700) };

pub fn post(app: &App, at: SocketAddr) -> Post {
    Post::new(app.clone(), relays(vec![(MAILBOX, relay(at))]), HASTY)
}

/// The case of this number.
pub async fn case_of(w: &World, number: &str) -> CaseId {
    let number: CaseNumber = number.parse().expect("a number");
    let kept = w.app.db.read(move |conn| store::cases::by_number(conn, number)).await.expect("read");
    kept.expect("the case").case.id
}

/// Maria asks Dana for a time by mail; it leaves in ten seconds. `copies` go to plain addresses.
pub async fn asks_for_a_time(w: &World, number: &str, mailbox: Uuid, copies: &[&str]) -> MailId {
    let id = MailId(w.app.new_id());
    let case = case_of(w, number).await;
    let text =
        "I could not reach you by phone. When may I call?\n\nmaria · +48 22 555 01 00\nMonday to Friday 8:00 to 16:00";
    let now = w.app.now();
    let leaves_at = now + SignedDuration::from_secs(10);
    let built = built(id, now, number, text, copies);
    let fields = json!({ "mail": id, "purpose": "ask_for_time", "to": w.dana, "subject": built.subject, "text": text, "leaves_at": leaves_at });
    let command = Command::read("send-message", fields).expect("a command").expect("it reads");
    let mut recipients = vec![Recipient::contact(At::To, w.dana, "dana@acme.example")];
    recipients.extend(copies.iter().map(|copy| Recipient::address(At::Cc, copy)));
    let by = w.people["maria"];
    let asked = Asked { id: RequestId(w.app.new_id()), command, seen: None };
    act::act_and(&w.app, Actor::Person(by), CaseRef::Id(case), asked, move |tx| {
        let written = Written {
            id,
            case: Some(case),
            mailbox: Some(mailbox),
            purpose: "ask_for_time",
            by: Some(by),
            mail_id: &built.mail_id,
            subject: &built.subject,
            body: &built.text,
            raw: &built.raw,
            leaves_at,
            recipients: &recipients,
        };
        mails::keep(tx, &written, now)
    })
    .await
    .unwrap_or_else(|no| panic!("{no:?}"));
    id
}

fn built(id: MailId, at: Timestamp, number: &str, text: &str, copies: &[&str]) -> makegood::mail::build::Built {
    let number: CaseNumber = number.parse().expect("a number");
    let mail = Mail {
        id,
        at,
        kind: Kind::Person,
        from: Party::new("Maria, Nordlot", FROM),
        to: vec![Party::new("Dana Ruiz", "dana@acme.example")],
        cc: copies.iter().filter(|copy| copy.contains('@')).map(|copy| Party::new("", copy)).collect(),
        reply_to: None,
        subject: first_subject("Your labels", number),
        text: text.to_owned(),
        language: "en",
        files: vec![],
        in_reply_to: None,
        references: vec![],
        key: KEY,
    };
    build(&mail).expect("built")
}

pub async fn shown(w: &World, id: MailId) -> Shown {
    w.app.db.read(move |conn| mails::one(conn, id)).await.expect("read").expect("the mail")
}

/// What became of each recipient, as words.
pub async fn came(w: &World, id: MailId) -> Vec<(String, &'static str)> {
    let all = w.app.db.read(move |conn| mails::recipients(conn, id)).await.expect("read");
    all.into_iter().map(|one| (one.address, one.state.word())).collect()
}
