//! An old mailbox is brought in: with its place for each mail, silently, and again from where it stopped when the program was killed in the middle.
use crate::intake::{here, number};
use crate::support::{Fresh, world};
use makegood::import::mail::{Wanted, run};
use makegood::import::orders::Mode;
use makegood::import::progress::{Progress, Stage};
use makegood::mail::Ours;
use std::io::Write as _;
use std::process::{Command, Stdio};
use store::dialect::Engine;
use store::{Db, messages};

/// All of them; the killed program was given these many first.
const MAILS: usize = 400;
const GIVEN: usize = 350;
/// The time of the story; the mails are years older.
const NOW: &str = "2026-03-02T12:00:00Z";

/// Known people and strangers, on cases, alone and in threads, machines and bounces, as years of mail are.
fn mail(n: usize, case: &str) -> String {
    let from = match n % 4 {
        0 | 1 => "Dana Rao <dana@customer.example>",
        2 => "Tom Hale <tom@customer.example>",
        _ => "A Stranger <stranger@elsewhere.example>",
    };
    let subject = if n.is_multiple_of(5) { format!("{case} lot {n}") } else { format!("lot {n}") };
    let more = match n % 10 {
        7 => "Auto-Submitted: auto-replied (vacation)\n".to_owned(),
        8 => "Return-Path: <>\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n".to_owned(),
        9 => format!("In-Reply-To: <{}@old>\n", n - 9),
        _ => String::new(),
    };
    // Larger than what a pipe holds of a hundred, so that whoever is given them has read the first ones.
    let body = "half of the boards have no solder on U7, and our line stands.\n".repeat(16);
    format!(
        "From old Mon Mar  4 09:00:00 2019\nFrom: {from}\nTo: care@boards.example\nMessage-ID: <{n}@old>\nSubject: {subject}\n\
         Date: Mon, 04 Mar 2019 09:00:00 +0000\n{more}\n{n}\n{body}\n"
    )
}

/// How far it says it is.
#[derive(Default)]
struct Told(Vec<u64>);
impl Progress for Told {
    fn at(&mut self, _: Stage, done: u64, _: Option<u64>) {
        self.0.push(done);
    }
}

/// Everything that somebody could hear of: signals, notices, clocks, what cases were told, mail of ours, and what is still to be told.
const HEARD: &str = "select (select cast(count(*) as bigint) from signals) + (select count(*) from outbox) + (select count(*) from clocks)
    + (select count(*) from case_events) + (select count(*) from mails_out) + (select count(*) from mails_unheard)";
const KEPT: &str = "select cast(count(*) as bigint) from messages";

/// The program, given the first mails by a pipe that stays open, and killed while it waits for more.
fn killed_in_the_middle(fresh: &Fresh, case: &str) {
    let pipe = fresh.dir.join("given.mbox");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
    command.env_clear().env("HOME", &fresh.dir).env("MAKEGOOD_DATA_DIR", &fresh.dir);
    if let Some(url) = fresh.url() {
        command.env("MAKEGOOD_DATABASE_URL", url);
    }
    command.args(["import", "mail"]).arg(&pipe).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("it starts");
    // Opening it waits for the reader; writing waits while the pipe is full.
    let mut given = std::fs::File::options().write(true).open(&pipe).expect("the pipe");
    for n in 0..GIVEN {
        given.write_all(mail(n, case).as_bytes()).expect("read");
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    drop(given);
}

#[test]
fn an_old_mailbox_comes_in_silently_and_goes_on_after_a_kill() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::with_schema(engine);
        let db = fresh.open();
        world::build(&db);
        let case = world::open(&db, world::trouble(world::ACME, world::MS_RAO, "the boards are late"), 900, world::NOW);
        let (before, case) = (number(&db, HEARD), case.to_string());
        db.close();
        killed_in_the_middle(&fresh, &case);
        let db = fresh.open();
        let there = number(&db, KEPT);
        assert!(there >= 100 && there < GIVEN as i64 && there % 100 == 0, "{there} were kept, whole portions");
        assert_eq!(number(&db, HEARD), before);
        goes_on(&db, &fresh, &case, there);
        assert_eq!(
            number(&db, HEARD),
            before,
            "nobody hears of it: no signal, notice, clock, answer or word to a case"
        );
        the_new_one_is_heard(&db, &case, before);
        db.close();
    }
}

/// The same mailbox again: what is here is passed over, the rest comes, each in its place.
fn goes_on(db: &Db, fresh: &Fresh, case: &str, there: i64) {
    let file = fresh.dir.join("old.mbox");
    let all: String = (0..MAILS).map(|n| mail(n, case)).collect();
    std::fs::write(&file, all).expect("a file");
    let silent = Wanted { mode: Mode::Keep, heard_since: None };
    let mut told = Told::default();
    let report = run(&here(db, NOW), &file, &Ours::default(), silent, &mut told).expect("imported");
    assert_eq!((report.found, report.same, report.signals), (MAILS as u64, there.unsigned_abs(), 0));
    assert_eq!((report.new, number(db, KEPT)), (MAILS as u64 - there.unsigned_abs(), MAILS as i64));
    assert_eq!(told.0, [100, 200, 300, 400], "how far it is");
    let again = run(&here(db, NOW), &file, &Ours::default(), silent, &mut told).expect("imported");
    assert_eq!((again.new, again.same), (0, MAILS as u64));
    let on_case = number(db, "select cast(count(*) as bigint) from messages where place = 'case'");
    assert!(on_case >= 60, "{on_case} on the case that they name");
    let unsorted = db.read_now(messages::unsorted_count).expect("counted");
    assert!(unsorted > 0, "strangers wait to be sorted");
}

/// An answer of today to one of them, which comes by the real way afterwards, rings and is told to its case as ever.
fn the_new_one_is_heard(db: &Db, case: &str, before: i64) {
    let raw = format!(
        "From: Dana Rao <dana@customer.example>\nMessage-ID: <today@x>\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: Re: {case}\n\nStill dry.\n"
    );
    let file = std::env::temp_dir().join(format!("makegood-old-{}-{}.eml", std::process::id(), before));
    std::fs::write(&file, raw).expect("a file");
    let since = Wanted { mode: Mode::Keep, heard_since: "2026-03-02T00:00:00Z".parse().ok() };
    let report = run(&here(db, NOW), &file, &Ours::default(), since, &mut Told::default()).expect("imported");
    std::fs::remove_file(&file).expect("removed");
    assert_eq!((report.new, report.on_cases), (1, 1));
    assert_eq!(number(db, HEARD), before + 1, "its case is told of it");
}
