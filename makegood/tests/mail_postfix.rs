//! The same with a real mail server between: Postfix takes our mail and passes it on; whom the next server does not know comes back as
//! Postfix's own report, which is read and told to the case.

use crate::post::sink::{Got, Sink, Trick};
use crate::post::{self, FROM, MAILBOX, asks_for_a_time, case_of, relay, relays, shown};
use crate::support::both_async;
use crate::world::World;
use makegood::jobs::Post;
use makegood::mail::smtp::Patience;
use makegood::mail::{Machine, Origin, Ours, parse::parse};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use store::mails::State;

/// A Postfix of our own; it ends with the story.
pub struct Postfix {
    name: String,
    pub at: SocketAddr,
}

fn script(words: &[&str]) -> std::process::Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/postfix.sh");
    Command::new("bash").arg(script).args(words).output().expect("the script runs")
}

impl Postfix {
    /// Passes everything on to this port.
    pub fn to(name: &str, port: u16) -> Self {
        Self::for_who_signs_in(name, port, "")
    }

    /// Takes mail only from who signs in at the Dovecot behind this socket.
    pub fn for_who_signs_in(name: &str, port: u16, socket: &str) -> Self {
        let name = format!("{name}-{}-{port}", std::process::id());
        let out = script(&["start", &name, &port.to_string(), socket]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        let port = said.lines().last().and_then(|line| line.trim().parse().ok());
        let port: u16 = port.unwrap_or_else(|| panic!("Postfix: {said}{}", String::from_utf8_lossy(&out.stderr)));
        Self { name, at: SocketAddr::from(([127, 0, 0, 1], port)) }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        script(&["stop", &self.name]);
    }
}

pub fn wait_for<T>(what: &str, ready: impl Fn() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = ready() {
            return found;
        }
        assert!(began.elapsed() < Duration::from_secs(40), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// R3, C04: what we froze is what arrives behind a real server; its report of an address that does not exist is about our mail.
#[test]
fn r3_through_a_real_postfix_and_back() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let sink =
            Sink::new(|_| Trick::Take, |to| (to == "gone@acme.example").then_some("550 5.1.1 no such user here"));
        let postfix = Postfix::to("back", sink.at.port());
        let n = &w.opened().await;
        let mails: Vec<_> = {
            let mut all = vec![];
            for _ in 0..10 {
                all.push(asks_for_a_time(&w, n, MAILBOX, &[]).await);
            }
            all
        };
        let lost = asks_for_a_time(&w, n, MAILBOX, &["gone@acme.example"]).await;
        w.wait(1);
        let mut post = Post::new(w.app.clone(), relays(vec![(MAILBOX, relay(postfix.at))]), Patience::default());
        assert_eq!(post.empty().await.sent, 11);
        for mail in mails.iter().chain([&lost]) {
            assert_eq!(shown(&w, *mail).await.state, State::Sent, "the server that we asked has it");
        }
        let to_us = |got: &Got| got.to == [FROM.to_owned()];
        let report = wait_for("the report comes", || sink.got().into_iter().find(to_us));
        wait_for("all arrive", || (sink.many() >= 12).then_some(()));
        for mail in &mails {
            let mail = *mail;
            let raw = w.app.db.read(move |conn| store::mails::raw(conn, mail)).await.expect("read").expect("the mail");
            let same = |got: &Got| got.raw.ends_with(&raw) && got.raw.starts_with(b"Received: ");
            assert_eq!(sink.got().iter().filter(|got| same(got)).count(), 1, "our bytes below what Postfix adds");
        }
        assert_eq!(report.from, "", "a report comes from nobody, so that nobody answers it");
        let (incoming, odd) = parse(&report.raw, &Ours { addresses: vec![FROM.into()], ..Ours::default() });
        assert_eq!(incoming.origin, Origin::Machine(Machine::Bounce), "{odd:?}");
        let mail_id = shown(&w, lost).await.mail_id;
        assert!(String::from_utf8_lossy(&report.raw).contains(&mail_id), "it returns our mail");
        assert_eq!(w.kinds(n, "message_sent").await, 11, "{}", case_of(&w, n).await);
        let _ = post::KEY;
        // By our door for mail it is heard: the copy bounced, and whom the mail was written to has it.
        let (raw, now) = (report.raw.clone(), w.app.now());
        let way = store::inbox::Way { source: "postfix", came_at: Some(now), heed: store::inbox::Heed::Heard };
        let id = w.app.new_id();
        let took = w.app.db.write(move |tx| store::inbox::take_in(tx, id, &raw, &way, now)).await;
        took.unwrap_or_else(|fault: store::Fault| panic!("{fault}"));
        makegood::mail::receive::sort(&w.app).await.expect("sorted");
        let came = post::came(&w, lost).await;
        assert_eq!(came.iter().map(|one| one.1).collect::<Vec<_>>(), ["sent", "bounced"]);
        assert_eq!((shown(&w, lost).await.state, w.kinds(n, "message_undelivered").await), (State::Sent, 0));
    });
}
