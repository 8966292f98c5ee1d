//! Mail handed over by a mail server beside us: by a pipe into `makegood mail deliver`, and by LMTP. Kept before anybody is told so, or brought again.
use crate::dovecot::Dovecot;
use crate::mail_arrives::{add, mail, spec};
use crate::support::{Fresh, runtime};
use makegood::app::{App, Around, Clock};
use makegood::mail::seal::KeyPlace;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use store::dialect::Engine;
use store::mailboxes::Security;
use store::{Db, Fault};

pub const KEY: [u8; 32] = [7; 32];

pub fn both(story: impl Fn(&Fresh)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        println!("on {}", fresh.target);
        story(&fresh);
    }
}

pub fn program(fresh: &Fresh, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
    command.env_clear().env("MAKEGOOD_DATA_DIR", &fresh.dir).env("MAKEGOOD_MAIL_KEY", hex::encode(KEY)).args(args);
    if let Some(url) = fresh.url() {
        command.env("MAKEGOOD_DATABASE_URL", url);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub fn piped(mut command: Command, raw: &str) -> Output {
    let mut child = command.spawn().expect("it runs");
    child.stdin.take().expect("a pipe").write_all(raw.as_bytes()).expect("written");
    child.wait_with_output().expect("it ends")
}

/// The program at work, ended without a word when the story is over.
pub struct Running {
    child: Child,
    /// Where it answers, without `http://`.
    pub address: String,
}

impl Running {
    pub fn new(fresh: &Fresh, more: &[&str], env: &[(&str, &str)]) -> Self {
        let args = [&["serve", "--listen", "127.0.0.1:0"], more].concat();
        let mut command = program(fresh, &args);
        command.envs(env.iter().copied()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its words")).read_line(&mut line).expect("it is ready");
        let (_, address) = line.split_once("http://").unwrap_or_else(|| panic!("{line}"));
        Self { child, address: address.trim().to_owned() }
    }
    pub fn kill(mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

pub fn count(db: &Db, sql: &'static str) -> i64 {
    db.read_now::<_, Fault, _>(move |conn| conn.one(sql, &[])).expect("counted")
}

const RAW: &str = "select cast(count(*) as bigint) from inbox";
const PLACED: &str = "select cast(count(*) as bigint) from messages";

/// RELIABILITY 5.1: 0 only after the commit; 75 whenever anything is in the way; not a word in either case (RT CVE-2023-41260).
#[test]
fn a_pipe_ends_with_0_once_the_mail_is_kept_and_with_75_while_the_database_is_away() {
    both(|fresh| {
        fresh.open().close();
        let deliver = |raw: &str| {
            let out = piped(program(fresh, &["mail", "deliver", "care@nordlot.example"]), raw);
            assert!(out.stdout.is_empty() && out.stderr.is_empty(), "{out:?}");
            out.status.code()
        };
        assert_eq!(deliver(&mail(1)), Some(0), "by itself");
        let running = Running::new(fresh, &[], &[]);
        assert_eq!(deliver(&mail(2)), Some(0), "by the program that runs");
        assert_eq!(
            deliver(&format!("From s2@elsewhere.example Mon Mar  2 08:00:00 2026\n{}", mail(2))),
            Some(0),
            "the same again"
        );
        running.kill();
        assert_eq!(deliver(""), Some(75), "nothing is no mail");
        let mut away = program(fresh, &["mail", "deliver"]);
        away.env("MAKEGOOD_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere");
        let out = piped(away, &mail(3));
        assert_eq!((out.status.code(), out.stdout.len(), out.stderr.len()), (Some(75), 0, 0));
        let mut odd = program(fresh, &["mail", "deliver"]);
        odd.env("MAKEGOOD_LISTEN", "nonsense");
        assert_eq!(piped(odd, &mail(3)).status.code(), Some(75), "a slip in the settings loses no mail");
        let db = fresh.open();
        assert_eq!(count(&db, RAW), 2);
        db.close();
    });
}

fn say(line: &mut BufReader<TcpStream>, words: &str, answers: usize) -> Vec<String> {
    line.get_mut().write_all(words.as_bytes()).expect("said");
    heard(line, answers)
}

fn heard(line: &mut BufReader<TcpStream>, answers: usize) -> Vec<String> {
    let mut all = vec![];
    while all.len() < answers {
        let mut answer = String::new();
        assert!(line.read_line(&mut answer).expect("an answer") > 0, "it hung up after {all:?}");
        if answer.get(3..4) == Some(" ") {
            all.push(answer.trim_end().to_owned());
        }
    }
    all
}

/// RFC 2033: one answer for each recipient; a second dot or a bare line end ends nothing (SMTP smuggling); what is too much is refused.
#[test]
fn a_mail_server_hands_over_by_lmtp_and_hears_for_each_recipient() {
    both(|fresh| {
        let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number").port();
        let address = format!("127.0.0.1:{port}");
        let running = Running::new(fresh, &["--lmtp", &address], &[]);
        #[allow(clippy::disallowed_methods, reason = "the test speaks to our own door as a mail server would")]
        let stream = TcpStream::connect(&address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("set");
        let mut line = BufReader::new(stream);
        assert!(heard(&mut line, 1)[0].starts_with("220 "));
        assert!(say(&mut line, "EHLO x\r\n", 1)[0].starts_with("500"));
        assert!(say(&mut line, "LHLO x\r\n", 1)[0].starts_with("250"));
        assert!(say(&mut line, "MAIL FROM:<a@b.example> SIZE=99999999999\r\n", 1)[0].starts_with("552"));
        let said = say(
            &mut line,
            "MAIL FROM:<>\r\nRCPT TO:<care@nordlot.example>\r\nRCPT TO:<sales@nordlot.example>\r\nDATA\r\n",
            4,
        );
        assert!(said[3].starts_with("354"), "{said:?}");
        let raw = mail(1).replace('\n', "\r\n") + "..a dot\r\nbare\n.\nMAIL FROM:<evil@x.example>\r\n";
        let said = say(&mut line, &format!("{raw}.\r\n"), 2);
        assert!(said.iter().all(|answer| answer.starts_with("250")), "{said:?}");
        assert!(say(&mut line, "DATA\r\n", 1)[0].starts_with("503"));
        // A line that dies in the middle of a mail keeps nothing.
        say(&mut line, "MAIL FROM:<>\r\nRCPT TO:<care@nordlot.example>\r\nDATA\r\n", 3);
        line.get_mut().write_all(b"Subject: half\r\n").expect("said");
        drop(line);
        std::thread::sleep(Duration::from_millis(300));
        running.kill();
        let db = fresh.open();
        assert_eq!(count(&db, RAW), 1);
        let kept =
            db.read_now(|conn| conn.one::<Vec<u8>>("select raw from inbox", &[])).map_err(|e: Fault| e).expect("kept");
        let text = String::from_utf8(kept).expect("text");
        assert!(text.ends_with("\r\n.a dot\r\nbare\n\nMAIL FROM:<evil@x.example>\r\n"), "{text:?}");
        db.close();
    });
}

/// R4: the program is killed again and again while mails come; each is here once in the end, and each has its place.
#[test]
fn mails_that_come_while_we_are_killed_are_all_here_once() {
    const MAILS: usize = 300;
    const KILLS: u64 = 12;
    both(|fresh| {
        let dovecot = Dovecot::named("shared");
        let user = dovecot.user();
        let db = fresh.open();
        let app = App::new(db.clone(), Clock::Real).expect("an app");
        app.is_around(Around { key: KeyPlace::Told(KEY), ..Around::default() });
        let mailbox = spec("care@nordlot.example", dovecot.port, Security::Open, &user.name);
        runtime().block_on(add(&app, mailbox, "secret"));
        db.close();
        for round in 0..KILLS {
            let running = Running::new(fresh, &[], &[]);
            for n in 0..MAILS / KILLS as usize {
                let n = round as usize * (MAILS / KILLS as usize) + n;
                user.gets(&n.to_string(), &mail(n), Duration::ZERO);
            }
            std::thread::sleep(Duration::from_millis(200 + 150 * (round % 5)));
            running.kill();
        }
        let running = Running::new(fresh, &[], &[]);
        let begun = Instant::now();
        let mut placed = 0;
        // SQLite is open in one program at a time, so that one must end before we look.
        let mut last = Some(running);
        while placed < MAILS as i64 && begun.elapsed() < Duration::from_secs(120) {
            std::thread::sleep(Duration::from_secs(3));
            if let Some(running) = last.take() {
                running.kill();
            }
            let db = fresh.open();
            placed = count(&db, PLACED);
            db.close();
            if placed < MAILS as i64 {
                last = Some(Running::new(fresh, &[], &[]));
            }
        }
        drop(last);
        let db = fresh.open();
        let waits = count(&db, "select cast(count(*) as bigint) from inbox where waits is not null");
        assert_eq!((count(&db, RAW), count(&db, PLACED), waits), (MAILS as i64, MAILS as i64, 0));
        let subjects = count(&db, "select cast(count(distinct subject) as bigint) from messages");
        assert_eq!(subjects, MAILS as i64);
        db.close();
    });
}

/// With encryption: the certificate of one's own is trusted through SSL_CERT_FILE, and then every step is well.
#[test]
fn the_doctor_goes_through_an_encrypted_mailbox_step_by_step() {
    both(|fresh| {
        let dovecot = Dovecot::named("shared");
        let db = fresh.open();
        let app = App::new(db.clone(), Clock::Real).expect("an app");
        app.is_around(Around { key: KeyPlace::Told(KEY), ..Around::default() });
        let ways = [
            ("tls@n.example", dovecot.tls_port, Security::Tls),
            ("starttls@n.example", dovecot.port, Security::StartTls),
        ];
        for (address, port, security) in ways {
            runtime().block_on(add(&app, spec(address, port, security, "doctor"), "secret"));
        }
        db.close();
        let certificate = dovecot.certificate();
        let mut trusting = program(fresh, &["mail", "doctor", "--dns", "127.0.0.1:9"]);
        trusting.env("SSL_CERT_FILE", &certificate);
        let out = piped(trusting, "");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert_eq!((out.status.code(), said.matches("It is encrypted").count()), (Some(0), 2), "{said}");
        assert_eq!(said.matches('✓').count(), 12, "{said}");
        let out = piped(program(fresh, &["mail", "doctor", "tls@n.example", "--dns", "127.0.0.1:9"]), "");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert_eq!((out.status.code(), said.matches('✗').count()), (Some(4), 1), "{said}");
        let mut other = program(fresh, &["mail", "doctor", "tls@n.example", "--dns", "127.0.0.1:9"]);
        other.env("MAKEGOOD_MAIL_KEY", hex::encode([8; 32])).env("SSL_CERT_FILE", &certificate);
        let said = String::from_utf8_lossy(&piped(other, "").stdout).into_owned();
        assert!(said.contains("mail.key"), "{said}");
    });
}
