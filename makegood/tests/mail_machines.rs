//! A machine's words never re-open, close, confirm, assign or meet a clock (PEERS 2.2 rule 8; S055, X05, I01, T-LOOP): by the real receiving path, in each
//! state of a case, whatever kind of machine wrote and by whichever thread it found the case. A person's words in the same place are heard: so the test can fail.

use crate::desk::Desk;
use crate::support::{both_async, world};
use crate::walk;
use casework::Case;
use casework::ids::{CaseNumber, ContactId, MailId};
use makegood::jobs;
use makegood::mail::{own_id, receive, reply_address};
use store::mailboxes;
use store::{Conn, Fault, inbox};
use uuid::Uuid;

const KEY: [u8; 32] = [9; 32];

async fn house(desk: &Desk) {
    let dana: ContactId = desk.dana.parse().expect("an id");
    let kept = desk.db.write(move |tx| {
        let by = store::By {
            person: None,
            request: casework::ids::RequestId(Uuid::from_u128(0xBEEF)),
            now: jiff::Timestamp::UNIX_EPOCH,
        };
        let contact = store::contacts::by_id(tx, dana)?.expect("Dana");
        let with = store::contacts::Contact { email: "dana@acme.example".into(), ..contact };
        store::contacts::change(tx, &with, &by)?;
        let spec = world::sends("care@boards.example", "Nordlot");
        mailboxes::add(tx, Uuid::from_u128(0xB0B), &spec, &by)?;
        mailboxes::keep_mail_key(tx, KEY, by.now)?;
        Ok::<_, store::NotKept>(())
    });
    kept.await.unwrap_or_else(|e| panic!("{e:?}"));
}

/// What each machine's mail has besides sender and text.
fn machines() -> Vec<(&'static str, &'static str, String)> {
    let from = "Dana Ruiz <dana@acme.example>";
    let report = "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\r\n";
    let seal = own_id::message_id(&KEY, MailId(Uuid::from_u128(5)), "boards.example");
    vec![
        ("auto-reply", from, "Auto-Submitted: auto-replied\r\n".into()),
        ("out-of-office", from, "Auto-Submitted: auto-replied (vacation)\r\nSubject: Out of office\r\n".into()),
        (
            "out-of-office",
            from,
            "X-Auto-Response-Suppress: All\r\nX-MS-Exchange-Inbox-Rules-Loop: dana@acme.example\r\n".into(),
        ),
        ("bounce", "MAILER-DAEMON@mx.acme.example", format!("Return-Path: <>\r\n{report}")),
        ("bounce", from, format!("Return-Path: <>\r\n{report}")),
        (
            "complaint",
            from,
            "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=r\r\n".into(),
        ),
        ("list", from, "List-Id: <makers.acme.example>\r\nPrecedence: bulk\r\n".into()),
        ("loop", from, "X-Loop: care@boards.example\r\n".into()),
        ("our", from, format!("Message-ID: <{seal}>\r\n")),
        ("our", "Nordlot <care@boards.example>", String::new()),
    ]
}

fn raw(
    n: usize,
    (_, from, headers): &(&str, &str, String),
    (to, thread, subject): &(String, String, String),
) -> Vec<u8> {
    let subject = if headers.contains("Subject:") { String::new() } else { format!("Subject: {subject}\r\n") };
    let id = if headers.contains("Message-ID:") {
        String::new()
    } else {
        format!("Message-ID: <{n}-{}@acme.example>\r\n", subject.len())
    };
    let words = "All fine now, it is solved, thank you! I agree to the plan. Please close it, or open it again. Assign it to Piotr.";
    let body = if headers.contains("multipart") {
        format!(
            "--r\r\nContent-Type: text/plain\r\n\r\n{words}\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; nobody@acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--r--\r\n"
        )
    } else {
        words.to_owned()
    };
    format!("From: {from}\r\nTo: {to}\r\nDate: Mon, 02 Mar 2026 08:00:00 +0000\r\n{subject}{id}{thread}{headers}X-Part: {n} {}\r\n\r\n{body}\r\n", Uuid::from_u128(n as u128)).into_bytes()
}

async fn comes(desk: &Desk, raw: Vec<u8>) -> Uuid {
    let (app, id) = (&desk.app, desk.app.new_id());
    let now = app.now();
    let way = inbox::Way { source: "test", came_at: Some(now), heed: inbox::Heed::Heard };
    let taken = desk.db.write(move |tx| inbox::take_in(tx, id, &raw, &way, now)).await.expect("taken");
    assert_eq!(taken, inbox::Taken::New);
    receive::sort(app).await.expect("sorted");
    jobs::mail::hear(app).await.expect("heard");
    id
}

async fn kept(desk: &Desk, number: CaseNumber) -> Case {
    let read = move |conn: &Conn| store::cases::by_number(conn, number);
    desk.db.read(read).await.map_err(|e: Fault| e).expect("read").expect("kept").case
}

/// How many events, clocks that ran or were met, and signals there are.
async fn counted(desk: &Desk) -> (i64, i64, i64, i64) {
    let read = |conn: &Conn| {
        conn.one::<(i64, i64, i64, i64)>(
            "select (select count(*) from case_events), (select count(*) from clocks), (select count(*) from clocks where met_at is not null), (select count(*) from signals)",
            &[],
        )
    };
    desk.db.read(read).await.map_err(|e: Fault| e).expect("counted")
}

/// Every machine, by every thread, at this state of the case: it is kept and shown, and the case stands byte for byte where it stood.
async fn say_nothing(desk: &Desk, case: &str, n: &mut usize) {
    let number: CaseNumber = case.parse().expect("a number");
    let signed = reply_address::at(&KEY, number, "care@boards.example").expect("an address");
    let us = || "care@boards.example".to_owned();
    let ways = [
        (signed.clone(), String::new(), "Re: boards".to_owned()),
        (us(), format!("Cc: {signed}\r\n"), "boards".into()),
        (us(), String::new(), format!("[{case}] boards")),
        (us(), "In-Reply-To: <first@acme.example>\r\n".into(), "Re: boards".into()),
    ];
    let (before, counts) = (kept(desk, number).await, counted(desk).await);
    for machine in machines() {
        for way in &ways {
            *n += 1;
            let id = comes(desk, raw(*n, &machine, way)).await;
            let said: String = desk
                .db
                .read(move |conn| conn.one("select origin from messages where inbox_id = ?1", &[id.into()]))
                .await
                .map_err(|e: Fault| e)
                .expect("it is kept");
            assert_eq!(said, machine.0, "{machine:?}");
            assert_eq!(
                kept(desk, number).await,
                before,
                "{machine:?} by {way:?} moved a case that was {:?}",
                before.recovery
            );
            assert_eq!(counted(desk).await, counts, "{machine:?} by {way:?}");
        }
    }
}

/// S055, X05, I01, T-LOOP, C01, C14: the property, in every state from *just opened* to *closed*.
#[test]
fn s055_x05_a_machines_words_never_move_a_case() {
    both_async(|db| async move {
        let desk = Desk::new(db).await;
        house(&desk).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let number: CaseNumber = case.parse().expect("a number");
        let mut n = 0;
        // A person begins the conversation that machines then answer.
        let person = ("person", "Dana Ruiz <dana@acme.example>", "Message-ID: <first@acme.example>\r\n".to_owned());
        let by_number = ("care@boards.example".to_owned(), String::new(), format!("{case} boards"));
        comes(&desk, raw(0, &person, &by_number)).await;
        assert_eq!(kept(&desk, number).await.mails.letters.len(), 1, "a person is heard");
        say_nothing(&desk, &case, &mut n).await;
        walk::heard(&desk, &case).await;
        say_nothing(&desk, &case, &mut n).await;
        walk::chosen(&desk, &case).await;
        walk::planned(&desk, &case).await;
        say_nothing(&desk, &case, &mut n).await;
        walk::made_good(&desk, &case).await;
        say_nothing(&desk, &case, &mut n).await;
        walk::closed(&desk, &case).await;
        assert!(!kept(&desk, number).await.is_open());
        say_nothing(&desk, &case, &mut n).await;
        // A person on the closed case is heard as a signal, and re-opens nothing by itself.
        let (before, counts) = (kept(&desk, number).await, counted(&desk).await);
        let late = ("person", "Dana Ruiz <dana@acme.example>", "Message-ID: <late@acme.example>\r\n".to_owned());
        comes(&desk, raw(1, &late, &by_number)).await;
        assert_eq!(kept(&desk, number).await, before);
        assert_eq!(counted(&desk).await.3, counts.3 + 1);
        let page = desk.get("/signals").await;
        assert!(page.body.contains(&case), "{}", page.body);
        an_answer_before_its_mail(&desk, &by_number).await;
        let tab = desk.get(&format!("/cases/{case}/mail")).await;
        assert!(tab.body.contains("Word of a mail that did not arrive") && tab.body.contains("is out of office"));
    });
}

/// Decision 0120, on a closed case: a person's answer that came before its mail rings as written on that case, once for the conversation, and its
/// first signal does not stay open beside it.
async fn an_answer_before_its_mail(desk: &Desk, by_number: &(String, String, String)) {
    let dana = |id: &str| ("person", "Dana Ruiz <dana@acme.example>", format!("Message-ID: <{id}@acme.example>\r\n"));
    let open = async |kind: &'static str| {
        let read = move |conn: &Conn| {
            conn.one::<i64>("select count(*) from signals where kind = ?1 and ended_at is null", &[kind.into()])
        };
        desk.db.read(read).await.map_err(|e: Fault| e).expect("counted")
    };
    let closed = open("mail-on-closed-case").await;
    let answers = "In-Reply-To: <second@acme.example>\r\n".to_owned();
    comes(desk, raw(2, &dana("answer"), &("care@boards.example".into(), answers, "Re: once more".into()))).await;
    assert_eq!((open("mail").await, open("mail-on-closed-case").await), (1, closed));
    comes(desk, raw(3, &dana("second"), by_number)).await;
    assert_eq!((open("mail").await, open("mail-on-closed-case").await), (0, closed + 1));
}
