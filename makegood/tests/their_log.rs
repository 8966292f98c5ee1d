//! The program with its log as full as it gets, on both databases: a customer opens their link, presses, asks for a fresh one, guesses;
//! and no secret of theirs stands in the log.

use crate::support::Fresh;
use crate::support::world::{ACME, MS_RAO, NOW, build, by, open, read, trouble, write};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use store::By;
use store::dialect::Engine;
use store::links::{self, Forwarding, Wanted};
use uuid::Uuid;

const TOKEN: &str = "7c0ffee000000000000000000000000000000000000000000000000000000a11";
const GUESS: &str = "7c0ffee000000000000000000000000000000000000000000000000000000bad";

/// What comes back over the wire.
#[allow(clippy::disallowed_methods, reason = "a browser in a test connects to the program that it started")]
fn asked(there: &str, head: &str, body: &str) -> String {
    let mut wire = TcpStream::connect(there).expect("a wire");
    let length = body.len();
    write!(wire, "{head}\r\nhost: {there}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}")
        .expect("written");
    let mut answer = String::new();
    wire.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn no_secret_of_theirs_stands_in_the_fullest_log() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open();
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW);
        let case = read(&db, move |conn| store::cases::by_number(conn, number)).expect("the case").case.id;
        let home = Uuid::from_u128(1);
        let wanted = Wanted { id: home, case, contact: MS_RAO, forwarding: Forwarding::Readable };
        // The program reads the real clock.
        let made = By { now: makegood::app::Clock::Real.now(), ..by(90) };
        write(&db, move |tx| links::make(tx, TOKEN, wanted, &made));
        db.close();

        let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
        command.env_clear().env("HOME", &fresh.dir).env("MAKEGOOD_LOG_LEVEL", "trace").stdin(Stdio::null());
        if let Some(url) = fresh.url() {
            command.env("MAKEGOOD_DATABASE_URL", url);
        }
        let data = fresh.dir.to_str().expect("a name");
        command
            .args(["serve", "--data", data, "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut server = command.spawn().expect("it runs");
        let mut log = server.stderr.take().expect("piped");
        // It is read while it is written, or the program would wait for room.
        let log = std::thread::spawn(move || {
            let mut text = vec![];
            log.read_to_end(&mut text).expect("the log");
            String::from_utf8_lossy(&text).into_owned()
        });
        let mut line = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let there = line.split("http://").nth(1).expect("an address").split_whitespace().next().expect("an address");
        let there = there.trim_end_matches(['.', ',']).to_owned();

        let cookie = format!("cookie: makegood_their={TOKEN}");
        let reading = links::reading_token(TOKEN);
        let post = |path: &str, body: &str| {
            let head = format!(
                "POST {path} HTTP/1.1\r\n{cookie}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded"
            );
            asked(&there, &head, body)
        };
        assert!(asked(&there, &format!("GET /their/{TOKEN} HTTP/1.1"), "").starts_with("HTTP/1.1 303"));
        assert!(asked(&there, &format!("GET /theirs/{home} HTTP/1.1\r\n{cookie}"), "").contains("Half the boards"));
        assert!(asked(&there, &format!("GET /their/{reading} HTTP/1.1"), "").starts_with("HTTP/1.1 303"));
        assert!(post(&format!("/theirs/{home}/do/ask"), "words=Why%3F").starts_with("HTTP/1.1 303"));
        assert!(post(&format!("/theirs/{home}/read"), "").starts_with("HTTP/1.1 303"));
        assert!(post(&format!("/theirs/{home}/do/no-such-act"), "").starts_with("HTTP/1.1 404"));
        assert!(asked(&there, &format!("GET /their/{GUESS} HTTP/1.1"), "").starts_with("HTTP/1.1 404"));
        assert!(post(&format!("/their/{TOKEN}?fresh"), "").starts_with("HTTP/1.1 303"));
        Command::new("kill").args(["-TERM", &server.id().to_string()]).status().expect("it runs");
        server.wait().expect("it ends");
        let log = log.join().expect("the log");
        assert!(log.contains("DEBUG"), "it is a full log: {log}");
        for secret in [TOKEN, GUESS, &reading] {
            let found = log.lines().find(|line| line.contains(secret));
            assert_eq!(found, None, "{engine:?}");
        }
    }
}
