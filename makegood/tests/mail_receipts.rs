//! C02: a written complaint has its receipt by itself, in its writer's language, once; machines have none, and a storm of mail makes
//! no storm of receipts.

use crate::post::sink::Sink;
use crate::post::{self, MAILBOX, came, case_of};
use crate::support::{both_async, world};
use crate::world::World;
use casework::ids::ContactId;
use jiff::Timestamp;
use mail_parser::MessageParser;
use makegood::jobs::Receipts;
use makegood::mail::receipt::{PER_SERVER, id_of};
use serde_json::json;
use store::mailboxes;
use store::mails::{self, Written};
use store::messages::{self, Letter, Place};
use store::mint::Mint;
use store::signals::{self, FirstToTell, Raised};
use store::{By, Fault};
use uuid::Uuid;
use watch::{Arg, Sentence};

async fn with_mailbox(w: &World) {
    let spec = world::sends(post::FROM, "Nordlot");
    let by = By { person: None, request: w.app.new_request(), now: w.app.now() };
    w.app.db.write(move |tx| mailboxes::add(tx, MAILBOX, &spec, &by)).await.unwrap_or_else(|no| panic!("{no:?}"));
}

async fn speaks(w: &World, who: ContactId, language: &str, zone: &str, email: &str) {
    let (language, zone, email) = (language.to_owned(), zone.to_owned(), email.to_owned());
    let by = By { person: None, request: w.app.new_request(), now: w.app.now() };
    let change = move |tx: &store::Tx| {
        let mut contact = store::contacts::by_id(tx, who)?.expect("the contact");
        (contact.language, contact.zone, contact.email) = (language.clone(), zone.clone(), email.clone());
        store::contacts::change(tx, &contact, &by)
    };
    w.app.db.write(change).await.unwrap_or_else(|no| panic!("{no:?}"));
}

/// A case that a letter of Dana's began.
async fn complained(w: &World) -> String {
    let mut asked = w.wrong_label();
    asked["written_at"] = json!(w.app.now());
    let answer = w.post("maria", "/api/v1/cases", asked).await;
    assert_eq!(answer.status, 201, "{:#}", answer.body);
    answer.body["case"].as_str().expect("a number").to_owned()
}

async fn letter(w: &World, number: &str, origin: &'static str) {
    let (case, account, contact) = (case_of(w, number).await, w.acme, w.dana);
    let (id, inbox, now) = (w.app.new_id(), w.app.new_id(), w.app.now());
    let keep = move |tx: &store::Tx| {
        store::inbox::keep(tx, inbox, &store::inbox::digest(id.as_bytes()), b"raw", "test", now)?;
        messages::keep(tx, &a_letter(id, inbox, Place::Case { case, account, contact }, origin, now))
    };
    w.app.db.write(keep).await.unwrap_or_else(|fault: Fault| panic!("{fault}"));
}

fn a_letter(id: Uuid, inbox: Uuid, place: Place, origin: &str, now: Timestamp) -> Letter {
    Letter {
        id,
        inbox,
        place,
        thread: None,
        parent: None,
        mail_id: Some(format!("{}@acme.example", id.simple())),
        parents: vec!["newer@acme.example".into(), "first@acme.example".into()],
        origin: origin.into(),
        from_name: "Dana Ruiz".into(),
        from_mail: "dana@acme.example".into(),
        recipients: "{}".into(),
        subject: "AW: Etiketten mit der alten Nummer".into(),
        body: "Wieder.".into(),
        attachments: "[]".into(),
        oddities: String::new(),
        besides: String::new(),
        stray: messages::Stray::default(),
        sent_at: None,
        received_at: now,
    }
}

/// S212: it ends as every message does: who, the number, and when they can be reached.
fn ends_with_whom_to_call(text: &str) {
    let end: Vec<&str> = text.lines().rev().filter(|line| !line.trim().is_empty()).take(3).collect();
    assert!(end.iter().any(|line| line.contains("Maria Kowalska · +48 22 555 01 00")), "{text}");
    assert!(end.iter().any(|line| line.matches(':').count() >= 2), "the hours: {text}");
}

/// A language, a zone, and what its receipt says: it greets, thanks, and names who calls by when.
const RECEIPTS: [(&str, &str, [&str; 4]); 4] = [
    (
        "en",
        "America/New_York",
        [
            "Dear Dana Ruiz,",
            "thank you for telling us",
            "Maria Kowalska calls you by",
            "Mon 2 Mar, 08:00 (America/New_York)",
        ],
    ),
    (
        "de-CH",
        "Europe/Zurich",
        [
            "Guten Tag Dana Ruiz,",
            "Danke, dass Sie es uns gesagt haben",
            "Maria Kowalska ruft Sie bis",
            "14:00 an (Europe/Zurich)",
        ],
    ),
    (
        "pl",
        "Europe/Warsaw",
        [
            "Dzień dobry, Dana Ruiz,",
            "Dziękujemy, że nam Państwo o tym powiedzieli",
            "Maria Kowalska zadzwoni do",
            "14:00 (Europe/Warsaw)",
        ],
    ),
    (
        "es",
        "Europe/Madrid",
        ["Hola, Dana Ruiz:", "Gracias por decírnoslo", "Maria Kowalska le llamará", "14:00 h (Europe/Madrid)"],
    ),
];

/// C02, S220, ISO 10002 7.4: they are thanked for telling us; who calls and by when, by name and number, on their clock; met when a server took it.
#[test]
fn c02_a_written_complaint_has_its_receipt_in_the_language_of_its_writer() {
    both_async(|db| async move {
        let w = World::new(db).await;
        w.app
            .db
            .write(|tx| {
                tx.put(
                    "update people set phone = '+48 22 555 01 00', name = 'Maria Kowalska' where name = 'maria'",
                    &[],
                )
            })
            .await
            .unwrap_or_else(|fault: Fault| panic!("{fault}"));
        let mut receipts = Receipts::new(w.app.clone());
        for (tag, zone, words) in RECEIPTS {
            let mail = format!("{tag}@acme.example").to_lowercase();
            speaks(&w, w.dana, tag, zone, &mail).await;
            let n = &complained(&w).await;
            if tag == "en" {
                assert_eq!(receipts.beat().await, 0, "there is no mailbox yet; it waits for one");
                with_mailbox(&w).await;
            }
            if tag == "de-CH" {
                letter(&w, n, "person").await;
            }
            assert_eq!((receipts.beat().await, receipts.beat().await), (1, 0), "{tag}: once");
            let case = case_of(&w, n).await;
            assert!(w.kinds(n, "receipt_sent").await == 0, "nothing is sent that no server took");
            let sink = Sink::good();
            assert_eq!(post::post(&w.app, sink.at).empty().await.sent, 1);
            assert_eq!((w.kinds(n, "receipt_sent").await, w.kinds(n, "message_sent").await), (1, 0));
            assert_eq!(came(&w, id_of(case)).await, [(mail.clone(), "sent")]);
            let got = sink.got();
            let message = MessageParser::default().parse(&got[0].raw).expect("a mail");
            let text = message.body_text(0).expect("text").replace(" \r\n", " ");
            for words in words {
                assert!(text.contains(words), "{tag}: {words} in {text}");
            }
            assert!(text.contains(n.as_str()), "{tag}: {text}");
            ends_with_whom_to_call(&text);
            assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
            assert!(
                message
                    .header_raw("Reply-To")
                    .is_some_and(|to| to.contains(&format!("care+{}-", n.replace("MG-", ""))))
            );
            if tag == "de-CH" {
                assert_eq!(message.subject(), Some("Re: Etiketten mit der alten Nummer"));
                let references = message.references().as_text_list().expect("references").to_vec();
                assert_eq!(references[..2], ["first@acme.example", "newer@acme.example"]);
                assert_eq!(references.len(), 3);
            }
        }
    });
}

/// C02: a case that begins with a mail says so by itself, and has that mail as its first.
#[test]
fn c02_a_case_that_a_mail_began_is_a_written_complaint() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let (drawn, message, inbox) = (w.app.new_id(), w.app.new_id(), w.app.new_id());
        let (account, contact, now) = (w.acme, w.dana, w.app.now());
        let raise = move |tx: &store::Tx| {
            store::inbox::keep(tx, inbox, &store::inbox::digest(b"first"), b"raw", "test", now)?;
            messages::keep(tx, &a_letter(message, inbox, Place::Account { account, contact }, "person", now))?;
            let said = [("from", Arg::Text("Dana Ruiz".into())), ("subject", Arg::Text("Etiketten".into()))];
            let raised = Raised {
                kind: "mail".into(),
                subject: format!("mail {message}"),
                account: Some(account),
                contact: Some(contact),
                line: None,
                message: Some(message),
                evidence: Sentence::new("signal-mail", said),
                since: now,
                owed_at: now,
                detected_at: now,
                first_to_tell: FirstToTell::Customer,
                raised_by: None,
                confidence: None,
            };
            signals::raise(tx, &[raised], &mut Mint::new(drawn, now)).map(drop)
        };
        w.app.db.write(raise).await.unwrap_or_else(|fault: Fault| panic!("{fault}"));
        let waiting = w.app.db.read(move |conn| signals::of_account(conn, account, 10)).await.expect("read");
        let signal = waiting[0].id;
        let cookie = w.cookie("maria").await;
        let page = format!("/cases/new?signal={signal}&account={account}&contact={contact}");
        let page = w.send("GET", &page, &[("cookie", &cookie)], "").await.text;
        assert!(page.contains("value=\"2026-03-02 10:00\""), "when it came, on Maria's clock: {page}");
        let mut asked = w.wrong_label();
        (asked["signal"], asked["written_at"]) = (json!(signal), json!(now));
        let answer = w.post("maria", "/api/v1/cases", asked).await;
        let case = case_of(&w, answer.body["case"].as_str().expect("a number")).await;
        let first = w.app.db.read(move |conn| messages::of_case(conn, case, 10)).await.expect("read");
        assert_eq!(first.iter().map(|letter| letter.id).collect::<Vec<_>>(), [message]);
    });
}

/// RFC 3834, S055: a machine's mail has no receipt, nor has our own address.
#[test]
fn c02_a_machine_has_no_receipt() {
    both_async(|db| async move {
        let w = World::new(db).await;
        with_mailbox(&w).await;
        let mut receipts = Receipts::new(w.app.clone());
        for (address, origin) in [
            ("dana@acme.example", Some("auto-reply")),
            ("care@nordlot.example", None),
            ("care+MG-1@nordlot.example", None),
            ("", None),
        ] {
            speaks(&w, w.dana, "en", "", address).await;
            let n = &complained(&w).await;
            if let Some(origin) = origin {
                letter(&w, n, origin).await;
            }
            assert_eq!(receipts.beat().await, 0, "{address}");
            assert_eq!(w.count("select count(*) from mails_out").await, 0, "{address}");
        }
    });
}

/// RFC 3834: whoever asks for no automatic answer gets none; a person wrote all the same, and is called.
#[test]
fn c02_whoever_wants_no_automatic_answer_has_no_receipt() {
    both_async(|db| async move {
        let w = World::new(db).await;
        with_mailbox(&w).await;
        speaks(&w, w.dana, "en", "", "dana@acme.example").await;
        let n = &complained(&w).await;
        let (case, account, contact) = (case_of(&w, n).await, w.acme, w.dana);
        let (id, inbox, now) = (w.app.new_id(), w.app.new_id(), w.app.now());
        let headers = b"From: dana@acme.example\r\nSubject: late\r\nX-Auto-Response-Suppress: All\r\n\r\nIt is late.";
        let (mail, _) = makegood::mail::parse::parse(headers, &makegood::mail::Ours::default());
        assert_eq!(mail.origin.word(), "person");
        let keep = move |tx: &store::Tx| {
            store::inbox::keep(tx, inbox, &store::inbox::digest(b"wants none"), b"raw", "test", now)?;
            let letter = a_letter(id, inbox, Place::Case { case, account, contact }, "person", now);
            messages::keep(tx, &Letter { besides: mail.besides().kept(), ..letter })
        };
        w.app.db.write(keep).await.unwrap_or_else(|fault: Fault| panic!("{fault}"));
        assert_eq!(Receipts::new(w.app.clone()).beat().await, 0);
        assert_eq!(w.count("select count(*) from mails_out").await, 0);
    });
}

/// T-LOOP: a responder without standard headers answers every receipt, and every answer becomes a case: they still have one mail a
/// day. A storm of many senders ends at the limit of all servers.
#[test]
fn t_loop_a_storm_of_mail_makes_no_storm_of_receipts() {
    both_async(|db| async move {
        let w = World::new(db).await;
        with_mailbox(&w).await;
        speaks(&w, w.dana, "en", "", "dana@acme.example").await;
        let mut receipts = Receipts::new(w.app.clone());
        let mut queued = 0;
        for _ in 0..30 {
            complained(&w).await;
            queued += receipts.beat().await;
            w.wait(2);
        }
        assert_eq!(queued, 1, "one a day, whatever answers");
        w.wait(60 * 24);
        complained(&w).await;
        assert_eq!(receipts.beat().await, 1, "the next day is another day");
        let now = w.app.now();
        let storm = move |tx: &store::Tx| {
            for n in 0..PER_SERVER {
                let mail_id = format!("{n}@storm");
                let written = Written {
                    id: casework::ids::MailId(Uuid::from_u128(n.unsigned_abs().into())),
                    case: None,
                    mailbox: None,
                    purpose: "receipt",
                    by: None,
                    mail_id: &mail_id,
                    subject: "s",
                    body: "b",
                    raw: b"r",
                    leaves_at: now,
                    recipients: &[],
                };
                mails::keep(tx, &written, now)?;
            }
            Ok::<_, Fault>(())
        };
        w.app.db.write(storm).await.expect("kept");
        speaks(&w, w.dana, "en", "", "other@acme.example").await;
        complained(&w).await;
        assert_eq!(Receipts::new(w.app.clone()).beat().await, 0, "two thousand in an hour are enough");
        w.wait(61);
        assert_eq!(Receipts::new(w.app.clone()).beat().await, 1);
    });
}
