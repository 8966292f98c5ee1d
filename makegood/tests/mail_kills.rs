//! R3: the program is killed again and again while mail leaves. None is lost; what left twice is the same bytes under one Message-ID;
//! each case heard once. `MAKEGOOD_KILLS=200 MAKEGOOD_MAILS=2000` makes it long: `cargo xtask mail-kills`.

use crate::post::sink::{Sink, Trick};
use crate::post::{self, MAILBOX, asks_for_a_time};
use crate::support::{Fresh, runtime};
use crate::world::World;
use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::dialect::Engine;
use store::mailboxes::{self, MailboxSpec, Security, SignIn, Way};
use store::{By, Fault};

/// Waiting mails that one case may have.
const ON_ONE_CASE: usize = 15;

fn told(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// The program on this database, as its own process; killed when it is dropped.
struct Serving(Child);

impl Serving {
    fn new(fresh: &Fresh) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
        command
            .env_clear()
            .env("HOME", &fresh.dir)
            .env("MAKEGOOD_DATA_DIR", &fresh.dir)
            .env("MAKEGOOD_LISTEN", "127.0.0.1:0");
        if let Some(url) = fresh.url() {
            command.env("MAKEGOOD_DATABASE_URL", url);
        }
        let log = std::fs::OpenOptions::new().create(true).append(true).open(fresh.dir.join("log")).expect("a log");
        let other = log.try_clone().expect("the same log");
        let child = command.arg("serve").stdin(Stdio::null()).stdout(log).stderr(other).spawn();
        Self(child.expect("it starts"))
    }
    fn kill(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

async fn written(w: &World, at: std::net::SocketAddr, many: usize) {
    let way = Way {
        host: at.ip().to_string(),
        port: at.port(),
        security: Security::Open,
        user: String::new(),
        sign_in: SignIn::Password,
    };
    let (address, name) = (post::FROM.to_owned(), "Nordlot".to_owned());
    let (folder, per_hour) = (String::new(), Some(mailboxes::PER_HOUR_AT_MOST));
    let spec = MailboxSpec { address, name, incoming: None, folder, outgoing: Some(way), oauth: None, per_hour };
    // The program that sends them lives in our own time.
    #[allow(clippy::disallowed_methods)]
    let now = jiff::Timestamp::now();
    w.wait(now.duration_since(w.app.now()).as_mins() - 1);
    let by = By { person: None, request: w.app.new_request(), now: w.app.now() };
    w.app.db.write(move |tx| mailboxes::add(tx, MAILBOX, &spec, &by)).await.unwrap_or_else(|no| panic!("{no:?}"));
    let mut number = String::new();
    for n in 0..many {
        if n % ON_ONE_CASE == 0 {
            number = w.opened().await;
        }
        asks_for_a_time(w, &number, MAILBOX, &[]).await;
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Count {
    sent: i64,
    waiting: i64,
    heard: i64,
}

fn count(fresh: &Fresh) -> Count {
    let db = fresh.open();
    let of = |sql: &'static str| db.read_now::<i64, Fault, _>(move |conn| conn.one(sql, &[])).expect("counted");
    let count = Count {
        sent: of("select count(*) from mails_out where state = 'sent'"),
        waiting: of("select count(*) from mails_out where state = 'waiting'"),
        heard: of("select count(*) from case_events where kind = 'message_sent'"),
    };
    db.close();
    count
}

/// On PostgreSQL another server may be alive, so the mail of a dead one is free after 15 minutes; these have passed.
fn a_quarter_of_an_hour_later(fresh: &Fresh) {
    if fresh.engine == Engine::Postgres {
        let db = fresh.open();
        db.write_now::<(), Fault, _>(store::mails::free).expect("freed");
        db.close();
    }
}

fn wait_for(what: &str, most: Duration, ready: impl Fn() -> bool) {
    let began = Instant::now();
    while !ready() {
        assert!(began.elapsed() < most, "{what}");
        std::thread::sleep(Duration::from_millis(3));
    }
}

fn killed(engine: Engine) {
    let (kills, mails) = (told("MAKEGOOD_KILLS", 8), told("MAKEGOOD_MAILS", 120));
    let fresh = Fresh::with_schema(engine);
    // Now and then the line is cut after the last dot as well: the server has it, and we do not know.
    let sink = Sink::new(|n| if n % 41 == 40 { Trick::CutAfterDot } else { Trick::Take }, |_| None);
    let frozen: BTreeMap<String, Vec<u8>> = runtime().block_on(async {
        let w = World::new(fresh.open()).await;
        written(&w, sink.at, mails).await;
        let rows: Vec<(String, Vec<u8>)> = w
            .app
            .db
            .read(|conn| conn.all("select mail_id, raw from mails_out", &[]))
            .await
            .unwrap_or_else(|fault: Fault| panic!("{fault}"));
        w.app.db.close();
        rows.into_iter().collect()
    });
    assert_eq!(frozen.len(), mails);
    for kill in 0..kills {
        let serving = Serving::new(&fresh);
        let until = mails * (kill + 1) / (kills + 2);
        wait_for(&format!("mail leaves; see {}", fresh.dir.display()), Duration::from_secs(300), || {
            sink.many() >= until
        });
        // Not always at the same step of a mail.
        std::thread::sleep(Duration::from_micros((kill as u64 * 7919) % 9000));
        serving.kill();
        a_quarter_of_an_hour_later(&fresh);
    }
    // What was cut after its dot waits longer the more often it was taken; here its time has always come.
    let mut rounds = 0;
    while count(&fresh).waiting > 0 {
        rounds += 1;
        assert!(rounds < 12, "some mail is never told to be sent: {:?}", count(&fresh));
        let db = fresh.open();
        db.write_now::<(), Fault, _>(|tx| {
            tx.put("update mails_out set due_at = leaves_at where state = 'waiting'", &[])
        })
        .expect("due");
        db.close();
        let serving = Serving::new(&fresh);
        let began = Instant::now();
        let (mut before, mut still) = (sink.many(), 0);
        // Until nothing has left for two seconds.
        while still < 20 && began.elapsed() < Duration::from_secs(300) {
            std::thread::sleep(Duration::from_millis(100));
            let now = sink.many();
            still = if now == before && began.elapsed() > Duration::from_secs(3) { still + 1 } else { 0 };
            before = now;
        }
        serving.kill();
        a_quarter_of_an_hour_later(&fresh);
    }
    let many = i64::try_from(mails).expect("a few");
    assert_eq!(
        count(&fresh),
        Count { sent: many, waiting: 0, heard: many },
        "each mail is sent, and its case heard so once"
    );
    let got = sink.got();
    for one in &got {
        assert_eq!(frozen.get(&one.message_id()), Some(&one.raw), "what arrives is what was frozen, each time");
    }
    let twice = got.len() - mails;
    // Four lines may each have had one mail on them when the program died, and each cut after a dot is one more.
    assert!(twice <= 4 * kills + got.len() / 41 + 1, "{twice} of {mails} arrived twice");
    println!(
        "figure mail_kills_lost 0 of {mails}; {twice} twice, byte for byte the same, after {kills} kills on {engine:?}"
    );
}

#[test]
fn r3_killed_again_and_again_on_sqlite_no_mail_is_lost() {
    killed(Engine::Sqlite);
}

#[test]
fn r3_killed_again_and_again_on_postgres_no_mail_is_lost() {
    killed(Engine::Postgres);
}
