//! Mail of ours as it is kept: taken by one sender at a time, sent as the same bytes each time, taken back only while nobody has it.

use crate::support;
use casework::ids::{CaseId, MailId};
use store::Db;
use store::cases;
use store::mails::{self, At, Came, Recipient, State, TakenBack, Written};
use store::outbox::Settled;
use support::both;
use support::world::*;
use uuid::Uuid;

const BYTES: &[u8] = b"Message-ID: <one@mg>\r\n\r\nWhen may I call?\r\n";

fn id(n: u128) -> MailId {
    MailId(Uuid::from_u128(n))
}

fn begun(db: &Db) -> CaseId {
    build(db);
    let number = open(db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
    read(db, move |conn| cases::by_number(conn, number)).expect("the case").case.id
}

/// A mail to Ms Rao and a copy to their stores, leaving in the tenth minute.
fn keep(db: &Db, n: u128, case: Option<CaseId>) {
    write(db, move |tx| {
        let mail_id = format!("{n}@mg");
        let recipients = [
            Recipient::contact(At::To, MS_RAO, " rao@acme.example "),
            Recipient::address(At::Cc, "stores@acme.example"),
        ];
        let written = Written {
            id: id(n),
            case,
            mailbox: None,
            purpose: "ask_for_time",
            by: Some(EWA),
            mail_id: &mail_id,
            subject: "Your boards",
            body: "When may I call?",
            raw: BYTES,
            leaves_at: after(10),
            recipients: &recipients,
        };
        Ok(mails::keep(tx, &written, after(0))?)
    });
}

fn claim(db: &Db, minutes: i64) -> Vec<mails::Due> {
    write(db, move |tx| Ok(mails::claim(tx, after(minutes), 10)?))
}

fn shown(db: &Db, n: u128) -> mails::Shown {
    read(db, move |conn| mails::one(conn, id(n))).expect("the mail")
}

#[test]
fn a_mail_leaves_at_its_time_by_one_sender_and_as_the_same_bytes() {
    both(|db| {
        let case = begun(&db);
        keep(&db, 1, Some(case));
        keep(&db, 1, Some(case));
        assert!(claim(&db, 9).is_empty(), "it can still be taken back");
        assert_eq!(read(&db, |conn| mails::depth(conn, after(9))).waiting, 0);
        let due = claim(&db, 10);
        assert_eq!((due.len(), due[0].attempts, due[0].raw.as_slice(), due[0].by), (1, 1, BYTES, Some(EWA)));
        assert!(claim(&db, 11).is_empty(), "it is leased");
        assert_eq!(write(&db, |tx| Ok(mails::deferred(tx, id(1), 1, "421 try again", after(11))?)), Settled::Kept);
        assert_eq!((shown(&db, 1).due_at, shown(&db, 1).trouble), (Some(after(12)), "421 try again".into()));
        assert_eq!(write(&db, |tx| Ok(mails::again(tx, id(1), after(11))?)), Settled::Kept);
        let due = claim(&db, 11);
        assert_eq!((due[0].attempts, due[0].raw.as_slice()), (2, BYTES));
        assert_eq!(write(&db, |tx| Ok(mails::went(tx, id(1), 1, after(12))?)), Settled::TooLate, "an older sender");
        write(&db, |tx| Ok(mails::came(tx, id(1), 0, Came::Sent, "250 2.0.0 ok", after(12))?));
        write(&db, |tx| Ok(mails::came(tx, id(1), 1, Came::Refused, "550 no such user", after(12))?));
        assert_eq!(write(&db, |tx| Ok(mails::went(tx, id(1), 2, after(12))?)), Settled::Kept);
        let sent = shown(&db, 1);
        assert_eq!((sent.state, sent.sent_at, sent.due_at), (State::Sent, Some(after(12)), None));
        let came: Vec<_> = read(&db, |conn| mails::recipients(conn, id(1)));
        assert_eq!(came.iter().map(|r| r.state).collect::<Vec<_>>(), [Came::Sent, Came::Refused]);
        assert_eq!(
            (came[0].address.as_str(), came[0].contact, came[1].contact),
            ("rao@acme.example", Some(MS_RAO), None)
        );
        assert_eq!(read(&db, |conn| mails::raw(conn, id(1))).as_deref(), Some(BYTES));
        assert_eq!(read(&db, |conn| mails::by_mail_id(conn, "1@mg")), Some((id(1), Some(case))));
        assert_eq!(read(&db, |conn| mails::by_mail_id(conn, "2@mg")), None);
        assert!(claim(&db, 600).is_empty());
        write(&db, |tx| Ok(mails::bounced(tx, id(1), "550 5.1.1")?));
        assert_eq!(shown(&db, 1).state, State::Undelivered);
    });
}

#[test]
fn a_mail_is_taken_back_only_while_nobody_has_it() {
    both(|db| {
        let case = begun(&db);
        for n in 1..=3 {
            keep(&db, n, Some(case));
        }
        let back = |n: u128, minutes| write(&db, move |tx| Ok(mails::take_back(tx, id(n), after(minutes))?));
        assert_eq!(back(1, 5), TakenBack::Yes);
        assert_eq!(back(1, 5), TakenBack::TooLate);
        assert_eq!(claim(&db, 10).len(), 2);
        assert_eq!(back(2, 11), TakenBack::TooLate, "somebody is sending it");
        write(&db, |tx| Ok(mails::deferred(tx, id(2), 1, "no connection", after(11))?));
        assert_eq!(back(2, 11), TakenBack::Yes, "nobody took it");
        write(&db, |tx| Ok(mails::came(tx, id(3), 0, Came::Sent, "250", after(11))?));
        write(&db, |tx| Ok(mails::deferred(tx, id(3), 1, "the copy waits", after(11))?));
        assert_eq!(back(3, 11), TakenBack::TooLate, "one of them has it");
        let states: Vec<_> = read(&db, move |conn| mails::of_case(conn, case)).iter().map(|m| m.state).collect();
        assert_eq!(states.iter().filter(|s| **s == State::TakenBack).count(), 2);
    });
}

#[test]
fn what_does_not_get_through_is_shown_as_stuck() {
    both(|db| {
        begun(&db);
        keep(&db, 1, None);
        keep(&db, 2, None);
        let mut minutes = 10;
        for attempt in 1..=3 {
            assert_eq!(claim(&db, minutes).len(), 2);
            for n in [1, 2] {
                write(&db, move |tx| Ok(mails::deferred(tx, id(n), attempt, "421", after(minutes))?));
            }
            minutes += 60;
        }
        assert_eq!(read(&db, mails::stuck).len(), 2);
        let depth = read(&db, move |conn| mails::depth(conn, after(minutes)));
        assert_eq!((depth.waiting, depth.oldest_due_at), (2, Some(after(10))));
        assert_eq!(claim(&db, minutes).len(), 2);
        assert_eq!(write(&db, |tx| Ok(mails::gave_up(tx, id(1), 4, "550 no such user")?)), Settled::Kept);
        assert_eq!(shown(&db, 1).state, State::Undelivered);
        assert_eq!(read(&db, mails::stuck).len(), 2, "what came back waits for a person too");
    });
}
