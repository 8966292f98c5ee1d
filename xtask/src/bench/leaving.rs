//! Mail on its way out: from the outbox through the door of each case into a mail server on this machine, mails per second.
use super::Figure;
use super::world::{self, Folder, World};
use anyhow::Context as _;
use casework::Command;
use casework::facts::Actor;
use casework::ids::{CaseId, MailId};
use makegood::act::{self, Asked};
use makegood::jobs::{Post, Relays};
use makegood::mail::build::{Kind, Mail, Party, build};
use makegood::mail::smtp::{Login, Patience, Relay, Security};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::Fault;
use store::facts::CaseRef;
use store::mails::pace::Pace;
use store::mails::{self, At, Recipient, Written};
use uuid::Uuid;

#[path = "../../../makegood/tests/post/sink.rs"]
#[allow(dead_code)] // The stories use more of it.
mod sink;

/// Mails that leave, so many for each case.
const MAILS: usize = 4_000;
const PER_CASE: usize = 4;
const MAILBOX: Uuid = Uuid::from_u128(0xB0);
const FROM: &str = "care@nordlot.example";
/// No run is longer.
const LONGEST: Duration = Duration::from_secs(300);

/// # Errors
/// When a mail is not taken.
pub fn measure() -> anyhow::Result<Figure> {
    let folder = Folder::new("leaving")?;
    let world = world::filled(world::sqlite(&folder.0)?, MAILS / PER_CASE, None)?;
    let runtime = world::runtime()?;
    let sink = sink::Sink::good();
    let seconds = runtime.block_on(async {
        for (n, case) in world.cases.iter().enumerate() {
            for _ in 0..PER_CASE {
                queued(&world, *case, n).await?;
            }
        }
        let mut post = Post::new(world.app.clone(), relays(sink.at), Patience::default());
        let start = Instant::now();
        let mut sent = 0;
        while sent < MAILS {
            sent += post.empty().await.sent;
            anyhow::ensure!(start.elapsed() < LONGEST, "{sent} of {MAILS} left");
        }
        Ok(start.elapsed().as_secs_f64())
    })?;
    anyhow::ensure!(sink.many() == MAILS, "{} arrived", sink.many());
    world.app.db.close();
    Ok(Figure {
        name: "mail_out_per_s",
        what: format!("{MAILS} mails to a server on this machine, each told to its case after the server said so"),
        value: MAILS as f64 / seconds,
        wanted: "at least 300".into(),
    })
}

fn relays(at: SocketAddr) -> Relays {
    let (host, port) = (at.ip().to_string(), at.port());
    // As fast as it goes: no provider stands behind this one.
    let pace = Pace { by_mailbox: i64::MAX, by_all: i64::MAX };
    let relay = Relay { host, port, security: Security::Open, login: Login::Nobody, from: FROM.into(), pace };
    Arc::new(move |_, _| {
        let relay = relay.clone();
        Box::pin(async move { Ok(Some(relay)) })
    })
}

async fn queued(world: &World, case: CaseId, n: usize) -> anyhow::Result<()> {
    let (app, now, id) = (&world.app, world.app.now(), MailId(world.app.new_id()));
    let (_, to) = world.customer_of(n);
    let text = "I could not reach you by phone just now. When may I call you today?\n\nMaria Krawczyk · +48 22 555 01 00\nMonday to Friday 8:00 to 16:00";
    let mail = Mail {
        id,
        at: now,
        kind: Kind::Person,
        from: Party::new("Maria Krawczyk", FROM),
        to: vec![Party::new("Dana Ruiz", "dana@acme.example")],
        cc: vec![],
        reply_to: Some(Party::new("", "care+1-0123456789abcdef@nordlot.example")),
        subject: "Your labels [MG-1]".into(),
        text: text.into(),
        language: "en",
        files: vec![],
        in_reply_to: None,
        references: vec![],
        key: &[7; 32],
    };
    let built = build(&mail)?;
    let fields =
        serde_json::json!({ "mail": id, "purpose": "ask_for_time", "to": to, "subject": built.subject, "text": text });
    let command = Command::read("send-message", fields).context("the command")??;
    let owner = world.owner;
    let asked = Asked { id: app.new_request(), command, seen: None };
    let kept = act::act_and(app, Actor::Person(owner), CaseRef::Id(case), asked, move |tx| {
        let written = Written {
            id,
            case: Some(case),
            mailbox: Some(MAILBOX),
            purpose: "ask_for_time",
            by: Some(owner),
            mail_id: &built.mail_id,
            subject: &built.subject,
            body: &built.text,
            raw: &built.raw,
            leaves_at: now,
            recipients: &[Recipient::contact(At::To, to, "dana@acme.example")],
        };
        mails::keep(tx, &written, now)?;
        Ok::<_, Fault>(())
    });
    kept.await.map(drop).map_err(|no| anyhow::anyhow!("{no:?}"))
}
