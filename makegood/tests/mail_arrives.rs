//! Mail arrives from a real IMAP server (Dovecot from Debian), on both databases: within seconds, once, whatever happens to the server or to us.

use crate::dovecot::{Dovecot, User};
use crate::support::both_async;
use crate::world::World;
use casework::ids::RequestId;
use jiff::Timestamp;
use makegood::app::{App, Around};
use makegood::jobs;
use makegood::mail::check;
use makegood::mail::connect::Step;
use makegood::mail::fetch::Pace;
use makegood::mail::seal::{KeyPlace, Owner};
use std::time::{Duration, Instant};
use store::mailboxes::{self, Mailbox, MailboxSpec, SecretKind, Security, SignIn, Way, secrets};
use store::{By, Db, Fault, NotKept};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// In more of a hurry than the program, so that no story waits for minutes.
const PACE: Pace =
    Pace { poll: Duration::from_millis(500), idle: Duration::from_secs(20), pauses: [Duration::from_millis(200); 5] };
const JUST_NOW: Duration = Duration::ZERO;
const LONG_AGO: Duration = Duration::from_secs(3 * 365 * 86_400);
/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn spec(address: &str, port: u16, security: Security, user: &str) -> MailboxSpec {
    let way = Way { host: "localhost".into(), port, security, user: user.into(), sign_in: SignIn::Password };
    MailboxSpec {
        address: address.into(),
        name: "Care".into(),
        incoming: Some(way),
        folder: "INBOX".into(),
        outgoing: None,
        oauth: None,
        per_hour: None,
    }
}

/// Adds a mailbox with its password, sealed under the key of the story.
pub async fn add(app: &App, spec: MailboxSpec, password: &str) -> Uuid {
    let (id, by) = (app.new_id(), By { person: None, request: RequestId(app.new_id()), now: app.now() });
    let key = app.seal_key().expect("a key");
    let sealed = key.seal(Owner::Mailbox(id, SecretKind::PasswordIn), password, app.random()).expect("sealed").0;
    let kept = app.db.write(move |tx| {
        mailboxes::add(tx, id, &spec, &by)?;
        secrets::keep_secret(tx, id, SecretKind::PasswordIn, &mailboxes::Sealed(sealed.clone()), &by)
    });
    kept.await.unwrap_or_else(|e: NotKept| panic!("{e:?}"));
    id
}

struct Story {
    w: World,
    jobs: Vec<JoinHandle<()>>,
}

impl Story {
    async fn new(db: Db) -> Self {
        let w = World::new(db).await;
        w.app.is_around(Around { key: KeyPlace::Told([7; 32]), ..Around::default() });
        Self { w, jobs: vec![] }
    }

    fn runs(&mut self) {
        self.jobs = vec![
            tokio::spawn(jobs::mail::sort(self.w.app.clone())),
            tokio::spawn(jobs::mail::fetch(self.w.app.clone(), PACE)),
        ];
    }

    fn stops(&mut self) {
        self.jobs.drain(..).for_each(|job| job.abort());
    }

    async fn mailbox(&self, dovecot: &Dovecot, user: &User) -> Uuid {
        let address = format!("{}@nordlot.example", user.name);
        add(&self.w.app, spec(&address, dovecot.port, Security::Open, &user.name), "secret").await
    }

    async fn kept(&self, id: Uuid) -> Mailbox {
        self.w
            .app
            .db
            .read(move |conn| mailboxes::by_id(conn, id))
            .await
            .map_err(|e: Fault| e)
            .expect("read")
            .expect("kept")
    }

    async fn mails(&self) -> i64 {
        self.w.count("select count(*) from messages").await
    }

    /// Until so many mails have their place.
    async fn has(&self, count: i64) {
        self.until(|| async { self.mails().await >= count }, &format!("{count} mails")).await;
        assert_eq!(self.mails().await, count);
    }

    async fn until<F: Future<Output = bool>>(&self, holds: impl Fn() -> F, what: &str) {
        let begun = Instant::now();
        while !holds().await {
            assert!(
                begun.elapsed() < PATIENCE,
                "no {what}: {} mails, {} raw",
                self.mails().await,
                self.w.count("select count(*) from inbox").await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        self.stops();
    }
}

pub fn mail(n: usize) -> String {
    format!(
        "From: Stranger <s{n}@elsewhere.example>\nTo: care@nordlot.example\nMessage-ID: <{n}@elsewhere.example>\nDate: Mon, 02 Mar 2026 08:00:00 +0000\nSubject: mail {n}\n\nhello {n}\n"
    )
}

/// S016: a mail that comes in is here within seconds of its arrival, because the server calls (IDLE).
#[test]
fn a_new_mail_is_here_within_seconds_and_the_mailbox_is_left_as_it_was() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db).await);
        let user = dovecot.user();
        user.gets("1", &mail(1), JUST_NOW);
        let id = story.mailbox(&dovecot, &user).await;
        story.runs();
        story.has(1).await;
        // It waits for the server to call now.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let begun = Instant::now();
        user.gets("2", &mail(2), JUST_NOW);
        story.has(2).await;
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        let standing = story.kept(id).await.standing;
        assert_eq!((standing.uid_next, standing.behind, standing.trouble), (3, 0, None));
        assert!(standing.uid_validity.is_some() && standing.new_at == Some(story.w.app.now()));
        // Seen is no state of ours: nothing in the mailbox was marked, moved or deleted (FreeScout #2861, UVdesk #488).
        assert_eq!(user.flags(), ["", ""]);
    });
}

/// A known contact's mail is a signal; one that lay there before the mailbox was added tells nobody anything, however many there are.
#[test]
fn what_lay_there_before_is_read_silently_and_what_comes_then_is_heard() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db).await);
        let dana = story.w.dana;
        let by = By { person: None, request: RequestId(story.w.app.new_id()), now: story.w.app.now() };
        let known = story.w.app.db.write(move |tx| {
            let contact = store::contacts::by_id(tx, dana)?.expect("Dana");
            let with = store::contacts::Contact { email: "dana@acme.example".into(), ..contact };
            store::contacts::change(tx, &with, &by)
        });
        known.await.unwrap_or_else(|e: NotKept| panic!("{e:?}"));
        let user = dovecot.user();
        let from_dana = |n: usize| mail(n).replace(&format!("s{n}@elsewhere"), "dana@acme");
        for n in 0..250 {
            user.gets(&n.to_string(), &from_dana(n), LONG_AGO);
        }
        story.mailbox(&dovecot, &user).await;
        story.runs();
        story.has(250).await;
        let (signals, unheard) = ("select count(*) from signals", "select count(*) from mails_unheard");
        assert_eq!((story.w.count(signals).await, story.w.count(unheard).await), (0, 0));
        assert_eq!(story.w.count("select count(*) from outbox").await, 0, "no notice leaves");
        user.gets("new", &from_dana(999), JUST_NOW);
        story.has(251).await;
        assert_eq!(story.w.count(signals).await, 1);
    });
}

/// R4, Odoo #250027: the same bytes in two mailboxes are one mail, and it is noted that they came twice.
#[test]
fn two_mailboxes_that_get_the_same_mail_give_it_once() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db).await);
        let (care, sales) = (dovecot.user(), dovecot.user());
        story.mailbox(&dovecot, &care).await;
        story.mailbox(&dovecot, &sales).await;
        story.runs();
        for n in 0..20 {
            care.gets(&n.to_string(), &mail(n), JUST_NOW);
            sales.gets(&n.to_string(), &mail(n), JUST_NOW);
        }
        story.until(|| async { story.w.count("select count(*) from inbox_ways").await == 20 }, "second ways").await;
        story.has(20).await;
        // The same Message-ID with other bytes is kept and flagged: whoever writes an id first owns nothing.
        sales.gets("other", &mail(3).replace("hello 3", "other words"), JUST_NOW);
        story.has(21).await;
        assert_eq!(story.w.count("select count(*) from messages where oddities like '%id-seen-before%'").await, 1);
    });
}

#[test]
fn a_server_that_numbers_its_mails_anew_is_read_again_and_nothing_comes_twice() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db).await);
        let user = dovecot.user();
        (0..30).for_each(|n| user.gets(&n.to_string(), &mail(n), JUST_NOW));
        let id = story.mailbox(&dovecot, &user).await;
        story.runs();
        story.has(30).await;
        let before = story.kept(id).await.standing.uid_validity;
        story.stops();
        // Dovecot takes the second for the new number, so a second must go by.
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        user.numbers_anew();
        user.gets("late", &mail(31), JUST_NOW);
        story.runs();
        story.has(31).await;
        story.until(|| async { story.kept(id).await.standing.uid_next == 32 }, "end of the second reading").await;
        assert_ne!(story.kept(id).await.standing.uid_validity, before);
    });
}

/// A server that is away is said, and touches no other mailbox; when it is back, mail comes.
#[test]
fn a_server_that_dies_holds_up_no_other_mailbox_and_is_found_again() {
    both_async(|db| async move {
        let (dovecot, other, mut story) = (Dovecot::named("killed"), Dovecot::named("shared"), Story::new(db).await);
        let (user, neighbour) = (dovecot.user(), other.user());
        user.gets("1", &mail(1), JUST_NOW);
        let id = story.mailbox(&dovecot, &user).await;
        story.mailbox(&other, &neighbour).await;
        story.runs();
        story.has(1).await;
        dovecot.kill();
        user.gets("2", &mail(2), JUST_NOW);
        story.until(|| async { story.kept(id).await.standing.trouble.is_some() }, "trouble").await;
        let trouble = story.kept(id).await.standing;
        assert!(
            trouble.trouble.is_some_and(|said| said.0.key.starts_with("mail-step-")) && trouble.trouble_since.is_some()
        );
        neighbour.gets("3", &mail(3), JUST_NOW);
        story.has(2).await;
        dovecot.start();
        story.has(3).await;
        story.until(|| async { story.kept(id).await.standing.trouble.is_none() }, "end of the trouble").await;
    });
}

/// R8, osTicket #5476: what no parser understands is kept, lies unread where a person sees it, and the next mail is not delayed.
#[test]
fn a_mail_that_is_no_mail_is_kept_and_holds_up_nothing() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db).await);
        let user = dovecot.user();
        user.gets("1", "\u{0}\u{1}\u{2} not a header at all", JUST_NOW);
        user.gets("2", "", JUST_NOW);
        user.gets("3", &mail(3), JUST_NOW);
        story.mailbox(&dovecot, &user).await;
        story.runs();
        story
            .until(
                || async { story.w.count("select count(*) from messages where subject = 'mail 3'").await == 1 },
                "next mail",
            )
            .await;
        assert_eq!(story.w.count("select count(*) from inbox where waits is not null").await, 0);
        assert!(story.w.count("select count(*) from messages where place = 'unsorted'").await >= 2);
    });
}

/// Two servers of one firm look into a mailbox in turns, never at once.
#[test]
fn two_servers_of_one_database_fetch_each_mail_once() {
    both_async(|db| async move {
        let (dovecot, mut story) = (Dovecot::named("shared"), Story::new(db.clone()).await);
        let user = dovecot.user();
        (0..50).for_each(|n| user.gets(&n.to_string(), &mail(n), JUST_NOW));
        story.mailbox(&dovecot, &user).await;
        story.runs();
        let second = World::new_beside(db).await;
        second.is_around(Around { key: KeyPlace::Told([7; 32]), ..Around::default() });
        let beside = [tokio::spawn(jobs::mail::sort(second.clone())), tokio::spawn(jobs::mail::fetch(second, PACE))];
        story.has(50).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!((story.mails().await, story.w.count("select count(*) from inbox").await), (50, 50));
        beside.iter().for_each(JoinHandle::abort);
    });
}

/// Each step is told apart, so that whoever sets a mailbox up knows what to change.
#[test]
fn trying_a_mailbox_says_where_it_stops() {
    both_async(|db| async move {
        let (dovecot, story) = (Dovecot::named("shared"), Story::new(db).await);
        let user = dovecot.user();
        user.gets("1", &mail(1), JUST_NOW);
        let app = &story.w.app;
        let tried = |spec: MailboxSpec, password: &'static str| async move {
            let id = add(app, spec, password).await;
            let kept = app
                .db
                .read(move |conn| mailboxes::by_id(conn, id))
                .await
                .map_err(|e: Fault| e)
                .expect("read")
                .expect("kept");
            check::incoming(app, &kept).await.expect("it fetches")
        };
        let open = |address: &str| spec(address, dovecot.port, Security::Open, &user.name);
        let fine = tried(open("a@n.example"), "secret").await;
        assert_eq!((fine.trouble, fine.mails), (None, Some(1)));
        assert_eq!(fine.done, [Step::Name, Step::Connect, Step::Greet, Step::SignIn, Step::Folder]);
        let steps = [
            (tried(open("b@n.example"), "wrong").await, Step::SignIn),
            (tried(MailboxSpec { folder: "Nowhere".into(), ..open("c@n.example") }, "secret").await, Step::Folder),
            (tried(spec("d@n.example", 1, Security::Open, "u"), "secret").await, Step::Connect),
            // Its certificate is of its own making, and nobody here said that it is to be trusted.
            (tried(spec("e@n.example", dovecot.tls_port, Security::Tls, "u"), "secret").await, Step::Encrypt),
            (tried(spec("f@n.example", dovecot.port, Security::StartTls, "u"), "secret").await, Step::Encrypt),
        ];
        for (checked, stops) in steps {
            assert_eq!(checked.trouble.as_ref().map(|t| t.step), Some(stops), "{checked:?}");
        }
        assert_eq!(user.flags(), [""], "a try reads no mail");
        assert!(Timestamp::UNIX_EPOCH < story.w.app.now());
    });
}
