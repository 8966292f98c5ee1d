//! Mail of ours as it is kept: taken by one sender at a time, sent as the same bytes each time, taken back only while nobody has it.

use crate::support;
use casework::ids::{CaseId, MailId};
use store::Db;
use store::mails::pace::{self, Pace, Room};
use store::mails::{self, At, Came, Recipient, State, TakenBack, Written};
use store::outbox::Settled;
use store::{cases, sql};
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
        assert_eq!(read(&db, |conn| mails::last_words(conn, EWA)).as_deref(), Some("When may I call?"));
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

/// Each mailbox has its own mail: as much as it can carry at once, given back uncounted, and free again after a stop.
#[test]
fn each_mailbox_takes_its_own_mail_and_no_more_than_it_can_carry() {
    both(|db| {
        let case = begun(&db);
        let (mine, other) = (Uuid::from_u128(0xB0), Uuid::from_u128(0xB1));
        for n in 1..=5 {
            keep(&db, n, Some(case));
            let mailbox = if n == 5 { other } else { mine };
            let by = "update mails_out set mailbox_id = ?2 where id = ?1";
            write(&db, move |tx| Ok(tx.put(by, &store::params![id(n), mailbox])?));
        }
        assert!(read(&db, move |conn| mails::mailboxes_due(conn, after(9))).is_empty());
        assert_eq!(read(&db, move |conn| mails::mailboxes_due(conn, after(10))), [mine, other]);
        let claim = |mailbox, bytes| write(&db, move |tx| Ok(mails::claim_by(tx, mailbox, after(10), 3, bytes)?));
        let taken = claim(mine, BYTES.len() as i64 * 2);
        assert_eq!(taken.iter().map(|one| one.due.id).collect::<Vec<_>>(), [id(1), id(2)]);
        assert_eq!((taken[0].recipients.len(), taken[0].due.attempts), (2, 1));
        let more = claim(mine, 1);
        assert_eq!(more.len(), 1, "one that is too large for the portion goes alone");
        write(&db, move |tx| Ok(mails::given_back(tx, &[(id(1), 1), (id(2), 7)])?));
        assert_eq!(
            (shown(&db, 1).attempts, shown(&db, 2).attempts),
            (0, 1),
            "no try is counted, and only its holder gives back"
        );
        assert_eq!(claim(mine, 1_000_000).iter().map(|one| one.due.id).collect::<Vec<_>>(), [id(1), id(4)]);
        assert_eq!(read(&db, move |conn| mails::mailboxes_due(conn, after(11))), [other]);
        write(&db, |tx| Ok(mails::free(tx)?));
        assert_eq!(read(&db, move |conn| mails::mailboxes_due(conn, after(11))), [mine, other]);
    });
}

/// Limits table: what the program writes by itself is counted by correspondent, by case and for all.
#[test]
fn automatic_mail_is_counted() {
    both(|db| {
        let case = begun(&db);
        keep(&db, 1, Some(case));
        let count = |minutes| {
            read(&db, move |conn| {
                Ok((
                    mails::automatic_to(conn, "rao@acme.example", after(minutes))?,
                    mails::automatic_on(conn, case, after(minutes))?,
                    mails::automatic(conn, after(minutes))?,
                ))
            })
        };
        assert_eq!(count(-60), (0, 0, 0), "a person wrote this one");
        write(&db, |tx| Ok(tx.put("update mails_out set purpose = 'receipt'", &[])?));
        assert_eq!((count(-60), count(0)), ((1, 1, 1), (0, 0, 0)));
        assert!(read(&db, |conn| mails::receipts_owed(conn, after(-60), 10)).is_empty());
        let number = open(
            &db,
            casework::commands::OpenCase { written_at: Some(after(0)), ..trouble(ACME, MS_RAO, "By letter.") },
            2,
            after(0),
        );
        let written = read(&db, move |conn| cases::by_number(conn, number)).expect("the case").case.id;
        assert_eq!(read(&db, |conn| mails::receipts_owed(conn, after(-60), 10)), [written]);
        assert!(read(&db, |conn| mails::receipts_owed(conn, after(1), 10)).is_empty());
        let ids = read(&db, |conn| store::messages::ids_of(conn, Uuid::from_u128(1)));
        assert_eq!(ids, store::messages::Ids::default(), "a mail that is not here");
    });
}

/// S056: what a list says of a case's mail: nobody spoke with them, a mail did not arrive, a letter waits.
#[test]
fn s056_lists_know_who_was_never_spoken_with_and_whom_no_mail_reached() {
    both(|db| {
        let case = begun(&db);
        let number = read(&db, move |conn| cases::by_ids(conn, &[case.0]))[0].number;
        let marks = |db: &Db| -> Vec<mails::Mark> {
            read(db, move |conn| mails::marks(conn, &[case.0])).into_iter().map(|(_, mark)| mark).collect()
        };
        assert_eq!(marks(&db), [mails::Mark::NoVoice]);
        assert!(read(&db, |conn| mails::marks(conn, &[])).is_empty());
        keep(&db, 1, Some(case));
        let asks = serde_json::json!({ "mail": id(1), "purpose": "ask_for_time", "to": MS_RAO, "subject": "Boards", "text": "When may I call?" });
        act(&db, number, command("send-message", asks), 70, after(1));
        assert_eq!(read(&db, mails::stuck_count), 0);
        claim(&db, 10);
        write(&db, |tx| Ok(mails::gave_up(tx, id(1), 1, "550")?));
        let back = serde_json::json!({ "mail": id(1), "address": "rao@acme.example", "said": "550" });
        let by = casework::facts::Actor::System;
        assert!(
            ask(&db, store::facts::CaseRef::Number(number), by, command("message-undelivered", back), 71, after(11))
                .is_ok()
        );
        assert_eq!(read(&db, mails::stuck_count), 1);
        let found = marks(&db);
        assert!(found.contains(&mails::Mark::NoVoice) && found.contains(&mails::Mark::Undelivered), "{found:?}");
    });
}

/// The limits table: what left within the hour is counted for the mailbox and for all; what is over it waits, is told of, and no try is counted.
#[test]
fn a_mailbox_has_room_again_an_hour_after_its_mails_left() {
    both(|db| {
        begun(&db);
        let mailbox = Uuid::from_u128(0xB0);
        for n in 1..=5 {
            keep(&db, n, None);
        }
        write(&db, move |tx| Ok(tx.put(sql!("update mails_out set mailbox_id = ?1"), &[mailbox.into()])?));
        let tight = Pace { by_mailbox: 2, by_all: 100 };
        let room = |pace, minutes| read(&db, move |conn| pace::room(conn, mailbox, pace, after(minutes)));
        assert_eq!((room(tight, 10), room(Pace::of(None), 10)), (Room::For(2), Room::For(pace::BY_A_MAILBOX)));
        let taken = write(&db, move |tx| Ok(mails::claim_by(tx, mailbox, after(10), 2, 1 << 20)?));
        assert_eq!(room(tight, 10), Room::Busy, "what is on a line may come back");
        for one in taken {
            write(&db, move |tx| Ok(mails::went(tx, one.due.id, one.due.attempts, after(10))?));
        }
        assert_eq!(room(tight, 10), Room::NoneUntil(after(70)));
        assert_eq!(room(Pace { by_mailbox: 100, by_all: 2 }, 10), Room::NoneUntil(after(70)), "all together");
        assert_eq!(read(&db, move |conn| pace::over(conn, after(10))), []);
        assert_eq!(write(&db, move |tx| Ok(pace::waits(tx, mailbox, after(70), after(10))?)), 3);
        let over = read(&db, move |conn| pace::over(conn, after(11)));
        assert_eq!(over, [pace::Over { mailbox, waiting: 3, until: after(70) }]);
        assert_eq!(read(&db, move |conn| pace::sent(conn, mailbox, after(0))), (2, Some(after(10))));
        assert!(read(&db, move |conn| mails::mailboxes_due(conn, after(69))).is_empty());
        assert_eq!((room(tight, 70), shown(&db, 3).attempts), (Room::For(2), 0));
    });
}
