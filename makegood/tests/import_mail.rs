//! Mail comes in from files: people's and machines', known and unknown, on both databases.

use crate::intake;
use crate::support;
use casework::ids::{CaseId, CaseNumber};
use intake::{here, number, outside};
use makegood::{
    import::{
        mail::{MailReport, Wanted, run},
        orders::Mode,
        progress::Silent,
    },
    mail::Ours,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};
use store::{
    Db, messages,
    signals::{self, End, FirstToTell},
};
use support::{
    both,
    world::{self, ACME, MARIA, MS_RAO},
};
use uuid::Uuid;

const NOW: &str = "2026-03-02T12:00:00Z";

/// A folder with these mails, gone when the story ends.
struct Folder(PathBuf);

impl Folder {
    fn with(mails: &[(&str, &str)]) -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("makegood-mail-{}-{n}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for (name, raw) in mails {
            fs::write(folder.join(name), raw).expect("a file");
        }
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// As if they had just come.
fn heard(mode: Mode) -> Wanted {
    Wanted { mode, heard_since: Some(jiff::Timestamp::MIN) }
}

fn import(db: &Db, path: &Path) -> MailReport {
    run(&here(db, NOW), path, &Ours::default(), heard(Mode::Keep), &mut Silent).expect("imported")
}

fn mail(from: &str, id: &str, subject: &str, more: &str) -> String {
    format!(
        "From: {from}\nMessage-ID: <{id}>\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: {subject}\n{more}\nhello\n"
    )
}

fn case(db: &Db) -> (CaseId, CaseNumber) {
    let number = world::open(db, world::trouble(ACME, MS_RAO, "the boards are late"), 900, world::NOW);
    (CaseId(Uuid::from_u128(0xCA5E_0000 + 900)), number)
}

fn on_case(db: &Db, case: CaseId) -> Vec<messages::Message> {
    db.read_now(move |conn| messages::of_case(conn, case, 50)).expect("messages")
}

fn waiting(db: &Db) -> Vec<signals::Signal> {
    let now = NOW.parse().expect("a moment");
    db.read_now(move |conn| signals::waiting(conn, now, None, 50)).expect("signals")
}

const RAO: &str = "Dana Rao <Dana@Customer.example>";

/// S016: a customer's mail is a signal with its source, its evidence and its time.
#[test]
fn s016_a_known_contacts_mail_becomes_a_signal_once() {
    both(|db| {
        world::build(&db);
        let folder = Folder::with(&[
            ("1.eml", &mail(RAO, "1@x", "boards are late", "")),
            ("2.eml", &mail(RAO, "2@x", "Re: boards are late", "In-Reply-To: <1@x>\n")),
        ]);
        let report = import(&db, &folder.0);
        assert_eq!((report.new, report.with_accounts, report.signals), (2, 2, 1));
        let signal = waiting(&db).remove(0);
        assert_eq!((signal.kind.as_str(), signal.account, signal.contact), ("mail", Some(ACME), Some(MS_RAO)));
        assert_eq!(
            (signal.first_to_tell, signal.owed_at.to_string()),
            (FirstToTell::Customer, "2026-03-02T10:00:00Z".into())
        );
        let again = import(&db, &folder.0);
        assert_eq!((again.new, again.same, again.signals), (0, 2, 0));
    });
}

#[test]
fn whoever_writes_again_after_the_signal_ended_is_heard_again() {
    both(|db| {
        world::build(&db);
        import(&db, &Folder::with(&[("1.eml", &mail(RAO, "1@x", "boards are late", ""))]).0);
        let id = waiting(&db)[0].id;
        let end = End::Dismissed { reason: "a test".into() };
        let now = NOW.parse().unwrap();
        db.write_now(move |tx| signals::end(tx, id, &end, MARIA, now)).unwrap();
        let again = import(&db, &Folder::with(&[("2.eml", &mail(RAO, "2@x", "still late", "References: <1@x>\n"))]).0);
        assert_eq!((again.signals, waiting(&db).len()), (1, 1));
        let twin = Folder::with(&[(
            "3.eml",
            &mail(RAO, "2@x", "still late", "References: <1@x>\nReceived: by another way\n"),
        )]);
        let report = import(&db, &twin.0);
        assert_eq!((report.new, report.signals), (1, 0), "the same mail by another way is kept and raises nothing");
    });
}

#[test]
fn a_mail_that_names_or_answers_a_case_lands_on_it() {
    both(|db| {
        world::build(&db);
        let (case, number) = case(&db);
        let folder = Folder::with(&[
            ("1.eml", &mail(RAO, "1@x", &format!("[{number}] any news?"), "")),
            ("2.eml", &mail("Tom Hale <tom@customer.example>", "2@x", "Re: any news?", "In-Reply-To: <1@x>\n")),
            ("3.eml", &mail("Jonas <jonas@customer.example>", "3@x", &format!("{number}"), "In-Reply-To: <1@x>\n")),
            ("4.eml", &mail("Stranger <s@elsewhere.example>", "4@x", &format!("{number}"), "In-Reply-To: <1@x>\n")),
        ]);
        let report = import(&db, &folder.0);
        // Whoever answers a case of another customer waits beside it, known or not.
        assert_eq!((report.on_cases, report.with_accounts, report.unsorted, report.signals), (2, 0, 2, 0));
        let landed = on_case(&db, case);
        assert_eq!(landed.len(), 2);
        assert_eq!(landed[1].parent_id, Some(landed[0].id));
    });
}

#[test]
fn a_machines_mail_raises_nothing_and_moves_no_case() {
    both(|db| {
        world::build(&db);
        let (case, number) = case(&db);
        let before = world::read(&db, move |conn| {
            conn.one::<(i64, i64)>("select version, open from cases where number > 0", &[])
        });
        let folder = Folder::with(&[
            ("1.eml", &mail(RAO, "1@x", &format!("Out of office: {number}"), "Auto-Submitted: auto-replied\n")),
            ("2.eml", &mail(RAO, "2@x", "Automatic", "X-Autoreply: yes\n")),
            ("3.eml", &mail("MAILER-DAEMON@mx.example", "3@x", "Undeliverable", "Return-Path: <>\n")),
        ]);
        let report = import(&db, &folder.0);
        assert_eq!((report.machines, report.on_cases, report.with_accounts, report.unsorted), (3, 1, 1, 1));
        assert_eq!((report.signals, waiting(&db).len(), on_case(&db, case).len()), (0, 0, 1));
        let after = world::read(&db, move |conn| {
            conn.one::<(i64, i64)>("select version, open from cases where number > 0", &[])
        });
        assert_eq!(before, after);
    });
}

#[test]
fn mail_without_a_sender_and_bytes_that_are_no_mail_are_said_and_lose_nothing() {
    both(|db| {
        world::build(&db);
        let two = format!("From: other@x.example\n{}", mail(RAO, "1@x", "who am I", ""));
        let folder = Folder::with(&[
            ("1.eml", "Subject: nobody\n\nhello"),
            ("2.eml", &two),
            ("3.bin", "\u{1}\u{2}\u{3}"),
            (
                "4.mbox",
                "From a Mon Mar  2 10:00:00 2026\nFrom: a@b.example\nSubject: one\n\n1\n\nFrom b Mon\nFrom: b@b.example\nSubject: two\n\n2\n",
            ),
        ]);
        let report = import(&db, &folder.0);
        assert_eq!((report.found, report.new, report.unsorted, report.doubtful), (4, 4, 4, 2));
        assert_eq!(report.problems.len(), 1);
        assert!(report.lines().iter().any(|line| line.contains("3.bin: this is not a mail")), "{:?}", report.lines());
        let unsorted = db.read_now(|conn| messages::unsorted(conn, None, 10)).unwrap();
        let doubtful = unsorted.iter().find(|mail| mail.subject == "who am I").unwrap();
        assert!(doubtful.oddities.contains("two-froms"), "{}", doubtful.oddities);
        let inbox = doubtful.inbox_id;
        assert_eq!(db.read_now(move |conn| store::inbox::raw(conn, inbox)).unwrap(), Some(two.clone().into_bytes()));
    });
}

#[test]
fn a_dry_run_keeps_nothing() {
    both(|db| {
        world::build(&db);
        let folder = Folder::with(&[("1.eml", &mail(RAO, "1@x", "late", ""))]);
        let dry = run(&here(&db, NOW), &folder.0, &Ours::default(), heard(Mode::DryRun), &mut Silent).unwrap();
        assert_eq!((dry.new, dry.signals), (1, 1));
        assert_eq!(number(&db, "select cast(count(*) as bigint) from inbox"), 0);
        assert_eq!(number(&db, "select cast(count(*) as bigint) from imports"), 0);
    });
}

/// Real mail of 2002: all of it kept, threaded in whatever order it comes, and nobody known by it.
#[test]
fn spamassassin_mail_comes_in_whole_and_threads() {
    let Some(folder) = outside("spamassassin/ham") else { return };
    both(|db| {
        let report = import(&db, &folder);
        assert_eq!((report.found, report.new, report.same), (480, 480, 0));
        assert_eq!((report.unsorted, report.signals, report.problems.len()), (480, 0, 0));
        let hung = number(&db, "select cast(count(*) as bigint) from messages where parent_id is not null");
        let in_one = number(
            &db,
            "select cast(count(*) as bigint) from messages m join messages p on p.id = m.parent_id where p.thread_id = m.thread_id",
        );
        println!("{hung} of 338 mails have their parent, {} by machines", report.machines);
        assert_eq!((hung, in_one), (338, 338));
        assert_eq!(import(&db, &folder).same, 480);
    });
}
